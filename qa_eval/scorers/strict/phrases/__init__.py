"""Free words: what has to be said, and in which other words it may be."""
