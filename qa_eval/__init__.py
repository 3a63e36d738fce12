"""Question-answering evaluation for short, checkable answers: typed scores that say why."""

__version__ = "0.1.0"
