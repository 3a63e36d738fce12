"""Statements by their numerals: "I and III only" is "I, III" and "1 and 3", and not "III only"."""

from __future__ import annotations

from qa_eval.reading.regex import regex

_NUMERAL = r"(?:I{1,3}|IV|V|VI{1,3})"
_ACCEPTED = regex(rf"(?:[Ss]tatements? )?{_NUMERAL}(?:(?:, and |, | and | & ){_NUMERAL})*(?: only)?\.?")
_GIVEN = regex(
    rf"\W*(?:(?:statements?|only|just|both|it is|the answer is|they are)\s+)*{_NUMERAL}(?:(?:,? and |, ?| & | plus |/){_NUMERAL})*(?: only| alone)?(?: (?:is|are) (?:true|correct|right))?\W*",
)
_RULED_OUT = regex(
    rf"(?<=[a-z])[;,.] (?:but |and |while )?(?:[Ss]tatements? )?{_NUMERAL}(?:(?:, and |, | and | & ){_NUMERAL})* (?:is|are) (?:not|false|wrong|incorrect|untrue)\b[^;]*\Z"
)
_EACH = regex(rf"\b{_NUMERAL}\b")
_LEAD = regex(r"(?:Statements?|Only|Just|Both|It is|The answer is|They are)\b")


def same_numerals(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the statements that are accepted, and no others; None where it tells more than their numerals.

    >>> same_numerals("I, III", "I and III only"), same_numerals("III only", "I and III only")
    (True, False)
    >>> same_numerals("It was Henry II", "I and III only"), same_numerals("I", "I think so")
    (None, None)
    """
    if _ACCEPTED.fullmatch(accepted.strip()) is None:
        return None
    answer = _RULED_OUT.sub("", answer.strip())
    told = _LEAD.sub(lambda match: match[0].lower(), answer.strip())
    if _GIVEN.fullmatch(told) is None:
        return None
    return set(_EACH.findall(told)) == set(_EACH.findall(accepted))
