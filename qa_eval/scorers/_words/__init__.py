"""Answers as words: where each stands, its stem, its opposite and its other forms."""
