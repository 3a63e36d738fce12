"""Where a function is taken, as answers say it: "at x = 3"."""

AT = r"\b(?:at|when|where|for|if)\s+(?P<of>[a-z])\s*=\s*"
"""A pattern of what stands before the figure, without regard to case; ``of`` is the letter."""
