"""The months and the days of the week, as alternatives of a regular expression that takes any case."""

from __future__ import annotations

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
