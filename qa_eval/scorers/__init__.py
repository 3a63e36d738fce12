"""Is it right, one file or package each; it defines ``Scorer``."""
