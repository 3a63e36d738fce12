"""Accepted statements and deeds: who does what to whom, when and where, in whatever order an answer tells it."""
