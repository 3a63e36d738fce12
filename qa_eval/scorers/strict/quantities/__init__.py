"""Quantities: which figure answers, how it relates to the accepted one, and what it counts or measures."""
