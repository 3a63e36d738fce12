"""Words that an answer has to say: one of each group, in any inflection, denied where the accepted answer denies it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.choices import choice_that_lacks
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.wording import SMALL, find_words, key
from qa_eval.scorers.strict.phrases.wanted import wanted
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import PhraseAnswer
    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.phrases.wanted import Wanted

    Spans = list[tuple[int, int]]
    Places = Callable[[Wording, Wanted], tuple[Spans, Spans]]

_DENYING = r"not|never|no|nothing|nobody|without|neither|nor|cannot|avoid\w*|prevent\w*|fail\w*|refus\w*|unable|lack\w*"
_DENIED = regex(
    rf"(?:\b(?:{_DENYING})\b|n['’]t\b)(?P<what>(?:(?!\b(?:and|but|because|so|since|as)\b)[^,;.])+)", re.IGNORECASE
)
_DENIES = regex(
    rf"\b(?:{_DENYING}|none|instead|rather|otherwise|else|would|could|might|may|can|ignor\w*|neglect\w*|omit\w*|skip\w*|miss\w*|forg[eo]t\w*|overlook\w*|bypass\w*|protect\w*|stop\w*|keep\w*|kept|minimi\w+|reduc\w+|against|risk\w*|danger\w*|hardly|un\w+|in[a-z]{{6,}})\b|n['’]t\b",
    re.IGNORECASE,
)
_SHOWN = 3  # alternatives of a group that a message names


class Required:
    """The groups of one question. What an accepted answer denies, "it never asked the board", may be denied by answers in other words."""

    def __init__(self, answer: PhraseAnswer) -> None:
        self.shown = answer.text
        self.groups = tuple(tuple(wanted(text) for text in group) for group in answer.must_say)
        denied = _DENIED.search(answer.text) if self.groups else None
        self.denied = tuple(uninflected(word) for word in key(denied["what"]) if word not in SMALL) if denied else ()

    def relate(self, wording: Wording, read: str, places: Places) -> Relation:
        """Relate an answer to the groups, whose phrases ``places`` finds where they are said, and where denied."""
        told = [self._places(wording, group, places) for group in self.groups]
        missing = [(group, denied) for group, (said, denied) in zip(self.groups, told, strict=True) if not said]
        if missing:
            share = 1 - len(missing) / len(self.groups)
            left = " and ".join(
                f"{'denies' if denied else 'does not say'} {_alternatives(group)}" for group, denied in missing
            )
            return Relation(
                Reason.PARTIAL if share else Reason.WRONG_WORDS, f"{left}, accepted {self.shown}", read, share
            )
        if self._affirms(wording):
            return Relation(Reason.CONTRADICTION, f"says what is denied in the accepted {self.shown}", read)
        other = choice_that_lacks(wording, [said for said, _ in told])
        if other:
            return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: or {other}, accepted {self.shown}", read)
        return Relation(Reason.REQUIRED_WORDS, "says everything that is required", read)

    def _places(self, wording: Wording, group: tuple[Wanted, ...], places: Places) -> tuple[Spans, Spans]:
        said: Spans = []
        denied: Spans = []
        for phrase in group:
            found, unsaid = places(wording, phrase)
            if not found and not unsaid and len(phrase.words) == 1:
                found, unsaid = _inflected(wording, phrase)
            said += found
            denied += unsaid
        if denied and self.denied and any(set(phrase.inflected) <= set(self.denied) for phrase in group):
            return [*said, *denied], []
        return said, denied

    def _affirms(self, wording: Wording) -> bool:
        """Return whether an answer says the deed that the accepted answer denies, and denies nothing."""
        if len(self.denied) < 2 or _DENIES.search(wording.text):  # noqa: PLR2004 - a deed and what it is done to
            return False
        own = {*map(uninflected, wording.words), *map(stem_of, wording.words)}
        deed = {self.denied[0], stem_of(self.denied[0])}
        return not own.isdisjoint(deed) and not own.isdisjoint(self.denied[1:])


def _inflected(wording: Wording, phrase: Wanted) -> tuple[Spans, Spans]:
    """Return where another form of a word is said, and where denied: "fragmented" for "fragment"."""
    tokens = [token._replace(word=uninflected(token.word)) for token in wording.without(SMALL)]
    found = find_words(phrase.inflected, tokens)
    denied = [span for span in found if wording.denies(span)]
    return [span for span in found if span not in denied], denied


def _alternatives(group: tuple[Wanted, ...]) -> str:
    told = [f'"{phrase.text}"' for phrase in group]
    return " or ".join(told[:_SHOWN]) + (f" or {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")
