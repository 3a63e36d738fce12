"""Names: their forms, names that compete with them, and what an answer says of whom."""
