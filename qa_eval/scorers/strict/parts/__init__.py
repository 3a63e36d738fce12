"""The part of an answer that answers: its clauses, its remarks, what it only mentions and what it takes back."""
