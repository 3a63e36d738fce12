"""What speaks against an answer that holds what is accepted, by its words alone: for the strict and the lenient policy."""
