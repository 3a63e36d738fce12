"""Whether an answer says yes or no to what is asked, in whatever words: read here once, judged by each policy."""
