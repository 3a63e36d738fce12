"""Answers that are refused by what they only say over again or set between: told anew without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import Wording, key, plain
from qa_eval.scorers.strict.parts.echoed import with_subject_for_short, without_echoed_denial
from qa_eval.scorers.strict.parts.set_between import without_what_is_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_IS_TITLE = regex(r"It (?:is|was) \"(?P<title>[^\"]+)\"\W*")


def told_plainer(text: str, question: str, accepted: Sequence[str]) -> Iterator[str]:
    """Yield an answer without negative words that are not its own, without what it sets between, and with its echoed subject for short.

    >>> list(told_plainer("The song 'Never Row' was written and sung by Ann.", "Who wrote Never Row?", ("Ann",)))
    ['The song was written by Ann.', 'It was written by Ann.']
    """
    names = tuple(map(key, accepted))

    def holds(stretch: str) -> bool:
        wording = Wording(stretch)
        return any(wording.find(name) for name in names)

    told = without_what_is_between(text, question, holds)
    short = with_subject_for_short(told, question)
    told = without_echoed_denial(told, question, holds)
    if told != plain(text):
        yield told
    if short:
        if title := _IS_TITLE.fullmatch(short):
            yield title["title"].rstrip(".,")
        yield without_echoed_denial(short, question, holds)
