"""Dates: what the question and the document know of them, and how an answer relates to the accepted one."""
