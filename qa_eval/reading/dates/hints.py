"""Words and figures of which every date has at least one: most texts have none, and are done with."""

from __future__ import annotations

from qa_eval.reading.regex import regex

_WORD_HINT = regex(
    r"\b(?:a(?:pr|ug|utumn)|centur|d(?:ec|ay)|eight|f(?:eb|all|ift|ort|ri)|j(?:an|un|ul)|ma[ry]|mid|mon|n(?:ov|ight|inet)|oct|one thou"
    r"|quarter|s(?:ep|pring|ummer|ixt|event|at|un)|t(?:ue|hu|oday|omor|mrw?|onight|went|hirt|wo thou)|we(?:ek|d)|winter|ye(?:ar|ster))"
)
_DIGIT = regex(r"\d")
_DIGITS_HINT = regex(
    r"\d{4}|\d{1,2}(?:[-./,]\s?\d|st|nd|rd|th|0'?s|\s?(?:bc|ad\b|ce|b\.|a\.|c\.|before\s(?:christ|the|our)))|\b(?:on |ad |a\.\s?d\. ?)\d|'\d\d|\bfy\s?\d|\b[qh][1-4]\b|\b[1-4]q\s?'?\d|\b[12]h\d"
)


def may_hold_date(lowered: str) -> bool:
    """Return whether a lower-case text has one of the words or figures of which every date has at least one."""
    return bool(_WORD_HINT.search(lowered) or (_DIGIT.search(lowered) and _DIGITS_HINT.search(lowered)))
