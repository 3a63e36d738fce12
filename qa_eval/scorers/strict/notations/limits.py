"""What an answer limits a time by, "before 4:17 am", and questions of how late something is open."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LIMIT = regex(r"\b(?P<limit>before|after|until|till|prior to|later than|earlier than)\s+(?:about\s+)?$", re.IGNORECASE)
_SINCE = regex(r"\b(?:from|since|starting at)\s+$", re.IGNORECASE)
_REACH = 20  # characters before a time in which its limit stands
_ENDS = regex(r"\b(?:clos|end|finish|last|deadline)", re.IGNORECASE)
_UNTIL_WHEN = regex(r"\b(?:until|till) (?:when|what time)\b|\bhow late\b", re.IGNORECASE)
_OPEN = regex(r"\bopen\b", re.IGNORECASE)


def limit_of(text: str, start: int, asked: str) -> str:
    """Return what limits the time that begins at ``start``, where ``asked``, in lower case, does not have it; "" for nothing.

    >>> limit_of("before 4 pm", 7, "when did it start?"), limit_of("till 4 pm", 5, "until when is it open?"), limit_of("from 4 pm", 5, "until when is it open?")
    ('before', '', 'from')
    """
    until = _UNTIL_WHEN.search(asked) is not None
    before = max(0, start - _REACH)
    since = _SINCE.search(text, before, start) if until else None
    if since is not None:
        return since[0].strip()
    limit = _LIMIT.search(text, before, start)
    if limit is None or limit["limit"].lower() in asked:
        return ""
    return "" if limit["limit"][0] in "uUtT" and (until or _ENDS.search(asked)) else limit["limit"]


def as_end(question: str) -> str:
    """Return a question of how long something is open as one of when it closes.

    >>> as_end("Until when is it open?"), as_end("When does it open?")
    ('Until when is it closing?', 'When does it open?')
    """
    return _OPEN.sub("closing", question) if _UNTIL_WHEN.search(question) else question
