"""By what means, in exchange for what and only whom, in other words: "took the train" for "by train", "nobody but members"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MEANS = regex(r"(?:with|using|by using|by means of|with the help of)\s+(?=[a-z])", re.IGNORECASE)
_EXCHANGED = regex(r"in (?:exchange|return) for\s+(?=\w)", re.IGNORECASE)
_ONLY = regex(r"(?:only|nobody but|no one but|none but|just|exclusively)\s+(?P<what>[a-z][^,;.]*)", re.IGNORECASE)
_AT_A_TIME = regex(r"(?:an?|one) (?P<what>[a-z]{3,}) at a time", re.IGNORECASE)
_ASKS_HOW = regex(r"\bhow\b|\bby what\b|\bmeans of (?:transport|travel)\b", re.IGNORECASE)
_TRANSPORT = regex(
    r"(?:by|on the|on a|in a|with the)\s+(?P<what>train|bus|car|taxi|plane|ferry|boat|ship|tram|bike|bicycle|metro|underground|coach|helicopter|van|lorry|truck|horse|sledge)",
    re.IGNORECASE,
)
_DRIVING = {
    "car": ("driving", "drove", "they drove", "by driving"), "plane": ("flying", "flew", "they flew", "by air"), "bike": ("cycling", "cycled", "by bicycle"),
    "bicycle": ("cycling", "cycled", "by bike"), "ship": ("sailing", "sailed", "by sea"), "boat": ("sailing", "sailed"), "horse": ("riding", "rode", "on horseback"),
}  # fmt: skip


def by_other_means(texts: Sequence[str], question: str) -> Iterator[str]:
    """Yield other ways to tell means, exchanges and exclusions.

    >>> list(by_other_means(("in exchange for nectar",), ""))[0], "took the train" in by_other_means(("by train",), "How did he come?")
    ('nectar', True)
    >>> "took the train" in by_other_means(("on the train",), "Where did they meet?")
    False
    """
    yield from _by_means(texts)
    yield from _in_exchange(texts)
    yield from _nobody_else(texts)
    yield from _one_by_one(texts)
    if _ASKS_HOW.search(question):
        yield from _by_transport(texts)


def _by_means(texts: Sequence[str]) -> Iterator[str]:
    """Yield "using sand" and the like for "with sand"."""
    for text in texts:
        means = _MEANS.match(text)
        if means:
            yield from (
                f"{by} {text[means.end() :]}" for by in ("with", "using", "by using", "by means of", "with the help of")
            )


def _in_exchange(texts: Sequence[str]) -> Iterator[str]:
    """Yield "transport" and "in return for transport" for "in exchange for transport"."""
    for text in texts:
        given = _EXCHANGED.match(text)
        if given:
            yield from (f"{lead}{text[given.end() :]}" for lead in ("", "for ", "in return for ", "in exchange for "))


def _one_by_one(texts: Sequence[str]) -> Iterator[str]:
    """Yield "page by page" and the like for "a page at a time"."""
    for text in texts:
        found = _AT_A_TIME.fullmatch(text)
        if found:
            yield from (
                f"{found['what']} by {found['what']}",
                f"one {found['what']} at a time",
                f"a {found['what']} at a time",
            )


def _nobody_else(texts: Sequence[str]) -> Iterator[str]:
    """Yield "nobody but members" and the like for "only members"."""
    for text in texts:
        only = _ONLY.fullmatch(text)
        if only:
            what = only["what"]
            yield from (
                f"{lead} {what}" for lead in ("only", "nobody but", "no one but", "none but", "just", "exclusively")
            )
            yield f"{what} only"


def _by_transport(texts: Sequence[str]) -> Iterator[str]:
    """Yield "took the train" for "by train", "walking" for "on foot", "drove" for "by car"."""
    for text in texts:
        if text.lower() in ("on foot", "by foot"):
            yield from ("walking", "by walking", "walked", "you walk", "walk")
        by = _TRANSPORT.fullmatch(text)
        if by:
            what = by["what"].lower()
            yield from (
                f"{took} {which} {what}"
                for took in ("took", "take", "taking", "rode", "used")
                for which in ("the", "a", "his", "her", "their")
            )
            yield from _DRIVING.get(what, ())
