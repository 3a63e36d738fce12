"""Accepted people told by a part of their name, beside what they are: "the assistant, Finch", "Keeper Finch" for Edgar Finch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.names import NameMatch, same_name
from qa_eval.reading.names.titles import DOUBTFUL_TITLES, OFFICES, SHORT_RANKS, TITLES
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

PARTS = frozenset((NameMatch.SURNAME_ONLY, NameMatch.GIVEN_ONLY, NameMatch.PART, NameMatch.INITIALS))
_MOST_NAMES = 12
_FULL = 2  # words, at the least, of a name with a given one
_POSTS = (
    OFFICES
    | frozenset(SHORT_RANKS.values())
    | frozenset(
        """assistant deputy senior junior head under second keeper engineer pilot driver guard cook clerk foreman mate skipper master teacher warden officer
    constable vicar farmer baker miller gardener caretaker nurse surgeon steward porter watchman sailor soldier architect builder student curate""".split()  # noqa: SIM905 - a word list reads best as one text
    )
)


def partly_named(wording: Wording, names: Sequence[str], asked: frozenset[str], *, asks_who: bool) -> str:
    """Return the accepted name of which an answer tells a part, by itself or beside what somebody is; "" for none.

    ``asked`` holds the folded words of the question.
    """
    if asks_who:
        for other in wording.names[:_MOST_NAMES]:
            part = next((name for name in names if same_name(other.text, name) in PARTS), None)
            if part is not None:
                return part
    own = [word for word in wording.words if word not in SMALL]
    for name in names:
        words = key(name)
        if not _is_person(name, words) or words[-1] in asked or words[-1] not in (own[:1] + own[-1:]):
            continue
        rest = frozenset(own) - {words[-1]}
        if rest and rest <= asked | _POSTS:
            return name
    return ""


def _is_person(name: str, words: tuple[str, ...]) -> bool:
    """Return whether an accepted name can be a given name and a surname: not "No. 27", "Lord Ashworth"."""
    return (
        len(words) >= _FULL
        and name.istitle()
        and all(map(str.isalpha, words))
        and words[0] not in TITLES | DOUBTFUL_TITLES
    )
