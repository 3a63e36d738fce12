"""What an answer limits a time by, "before 4:17 am", or leaves open beside it, "3 or 4 am", and questions of how late something is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.regex import regex, right_before

if TYPE_CHECKING:
    from qa_eval.reading.notations import Notation

_LIMIT = regex(r"\b(?P<limit>before|after|until|till|prior to|later than|earlier than)\s+(?:about\s+)?$", re.IGNORECASE)
_SINCE = regex(r"\b(?:from|since|starting at)\s+$", re.IGNORECASE)
_REACH = 20  # characters before a time in which its limit stands
_ENDS = regex(r"\b(?:clos|end|finish|last|deadline)", re.IGNORECASE)
_UNTIL_WHEN = regex(r"\b(?:until|till) (?:when|what time)\b|\bhow late\b", re.IGNORECASE)
_BY_WHEN = regex(
    r"\bby (?:what|which) (?:time|hour)\b|\bby when\b|\bwhat(?: i|')s the (?:deadline|latest)\b|\bat the latest\b|\bno later than\b",
    re.IGNORECASE,
)
_BEGINS = regex(
    r"\b(?:from|since|after|starting at|(?:not|no|n't) (?:before|until|till|earlier than)|(?<!no )(?<!not )later than)\s+$",
    re.IGNORECASE,
)
_UNTIL = regex(r"\b(?:until|till|up to|no later than)\s+$", re.IGNORECASE)
_OPEN = regex(r"\bopen\b", re.IGNORECASE)
# another time before or behind one: "10 or 11 a.m.", "11 a.m. or noon"
_A_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|half past \w+|(?:a )?quarter (?:past|to) \w+)"
_OR_BEFORE = regex(rf"(?<![\w:.])(?P<other>{_A_TIME}),?\s+or\s+(?:at\s+|even\s+|perhaps\s+)?\Z", re.IGNORECASE)
_OR_BEHIND = regex(rf",?\s+or\s+(?:at\s+|even\s+|perhaps\s+)?(?P<other>{_A_TIME})(?![\w:.]?[\w:])", re.IGNORECASE)
_HALF_DAY = 12 * 60  # minutes


def limit_of(text: str, start: int, asked: str) -> str:
    """Return what limits the time that begins at ``start``, where ``asked``, in lower case, does not have it; "" for nothing.

    >>> limit_of("before 4 pm", 7, "when did it start?"), limit_of("till 4 pm", 5, "until when is it open?"), limit_of("from 4 pm", 5, "until when is it open?")
    ('before', '', 'from')
    >>> limit_of("before 4 pm", 7, "by what time must it be paid?"), limit_of("from 4 pm", 5, "by what time must it be paid?")
    ('', 'from')
    """
    if _BY_WHEN.search(asked):
        begins = _BEGINS.search(text, max(0, start - _REACH), start)
        return begins[0].strip() if begins else ""
    until = _UNTIL_WHEN.search(asked) is not None
    before = max(0, start - _REACH)
    since = _SINCE.search(text, before, start) if until else None
    if since is not None:
        return since[0].strip()
    limit = _LIMIT.search(text, before, start)
    if limit is None or limit["limit"].lower() in asked:
        return ""
    return "" if limit["limit"][0] in "uUtT" and (until or _ENDS.search(asked)) else limit["limit"]


def is_time_left(text: str, start: int, asked: str) -> bool:
    """Return whether an answer says until when one may go on, where it is asked by when one must stop: "They can stay until 9"."""
    return _BY_WHEN.search(asked) is not None and _UNTIL.search(text, max(0, start - _REACH), start) is not None


def as_end(question: str) -> str:
    """Return a question of how long something is open as one of when it closes.

    >>> as_end("Until when is it open?"), as_end("When does it open?")
    ('Until when is it closing?', 'When does it open?')
    """
    return _OPEN.sub("closing", question) if _UNTIL_WHEN.search(question) else question


def other_time(text: str, right: Notation) -> str:
    """Return another time beside an accepted one that an answer leaves open: the 10 of "10 or 11 a.m."; "" for none.

    >>> from qa_eval.reading.notations import Kind, notations_in
    >>> [other_time(text, notations_in(text, (Kind.TIME,))[-1]) for text in ("10 or 11 a.m.", "11.00 or 11 a.m.")]
    ['10', '']
    """
    found = right_before(_OR_BEFORE, text, right.start) or _OR_BEHIND.match(text, right.end)
    if found is None:
        return ""
    other = found["other"]
    read = notations_in(other, (Kind.TIME,)) or notations_in(f"{other.replace('.', ':')} a.m.", (Kind.TIME,))
    own = {values[0] % _HALF_DAY for values in right.values}
    return "" if any(values[0] % _HALF_DAY in own for each in read for values in each.values) else other
