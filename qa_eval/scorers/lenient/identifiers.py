"""What is one sign for one thing, so that a part of it says nothing: addresses of mail and the web, telephone numbers, coordinates."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

_MAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_WEB = regex(
    r"(?i:https?://)?(?P<host>(?:www\.)?(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12})(?P<path>(?:/[\w.~%-]*)*)(?<!\.)(?!@|[\w-])"
)
_PHONE = regex(r"(?<![\w.,])(?P<country>\+\d{1,3}[ -]?)?\(?\d{2,5}\)?(?:[ /-]?\d{2,5}){1,5}(?![\w,]|\.\d)")
_ALONG = r"(?P<{0}>\d{{1,3}}(?:\.\d+)?)\s*°?\s*(?:(?P<{0}_minutes>\d{{1,2}}(?:\.\d+)?)\s*['′]\s*(?:(?P<{0}_seconds>\d{{1,2}}(?:\.\d+)?)\s*(?:\"|″|'')\s*)?)?(?P<{0}_way>[{1}])\b"
_PLACE = regex(_ALONG.format("first", "NSEW") + r"[,;/\s]+(?:and\s+)?" + _ALONG.format("second", "NSEW"))
LONGEST = 400  # characters; a longer answer tells more than an address
_LEAST_DIGITS = 7
_TRUNK = 9  # digits at the end of a number that are the same with and without its country


def same_identifier(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted address, number or position; None where none is accepted.

    >>> same_identifier("Write to INFO@holm.example.", "info@holm.example"), same_identifier("holm.test", "www.holm.example")
    (True, False)
    >>> same_identifier("02079460018", "020 7946 0018"), same_identifier("48.9° S, 2.3° E", "48.9° N, 2.3° E"), same_identifier("a", "b")
    (True, False, None)
    """
    if len(answer) > LONGEST or (not any(mark in accepted for mark in "@.°") and not any(map(str.isdigit, accepted))):
        return None
    for pattern, read in _KINDS:
        if pattern.fullmatch(accepted.strip()) and len(wanted := read(accepted)) == 1:
            said = read(answer)
            return bool(wanted & said) if said else False if _is_part(answer, accepted) else None
    return None


def _is_part(answer: str, accepted: str) -> bool:
    """Return whether an answer is a piece of the accepted number or address of mail; of one of the web, it may be the name."""
    bare = answer.strip(" .").lower()
    return (
        1 < len(bare) < len(accepted)
        and bare in accepted.lower()
        and ("@" in accepted or accepted[:1] in "+(0123456789")
    )


def _mails(text: str) -> frozenset[object]:
    return frozenset(found[0].lower().rstrip(".") for found in _MAIL.finditer(text))


def _webs(text: str) -> frozenset[object]:
    found = _WEB.finditer(text.lower()) if "." in text and "@" not in text else ()
    return frozenset((each["host"].removeprefix("www."), each["path"].rstrip("/")) for each in found)


def _phones(text: str) -> frozenset[object]:
    numbers: Iterable[str] = ("".join(filter(str.isdigit, each[0])) for each in _PHONE.finditer(text))
    return frozenset(number[-_TRUNK:] for number in numbers if len(number) >= _LEAST_DIGITS)


def _places(text: str) -> frozenset[object]:
    found = set()
    for each in _PLACE.finditer(text.upper()):
        along = {each[f"{name}_way"]: _degrees(each, name) for name in ("first", "second")}
        found.add(frozenset(along.items()))
    return frozenset(found)


def _degrees(found: re.Match[str], name: str) -> Fraction:
    whole, minutes, seconds = (Fraction(found[f"{name}{part}"] or 0) for part in ("", "_minutes", "_seconds"))
    return whole + minutes / 60 + seconds / 3600


_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], frozenset[object]]], ...] = (
    (_MAIL, _mails),
    (_PLACE, _places),
    (_WEB, _webs),
    (_PHONE, _phones),
)
