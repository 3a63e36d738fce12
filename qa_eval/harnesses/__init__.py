"""qa_eval inside other harnesses, one file each: its scorer, its datasets and its answerers in their terms.

Each file imports its harness at its top, and nothing imports it from here: the harness is installed where it is used.
"""
