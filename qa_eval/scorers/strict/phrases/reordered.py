"""The few plain words of an accepted text among small words, in another order: "lower prices for fuel" for "lower fuel prices"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, folded, key
from qa_eval.scorers.strict.clauses.converse import is_mutual
from qa_eval.scorers.strict.phrases.wanted import NEGATIVE
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Document, Question
    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.phrases.wanted import Wanted
    from qa_eval.scorers.strict.relation import Gold

_PAIR = 2
_MOST = 4  # words that are told in another order
_PLACES = frozenset(
    "above below under over behind beside near before after against without between inside outside".split()  # noqa: SIM905 - a word list reads best as one text
)
# a verb between two things; what meets or borders another does so either way
_ONE_WAY = regex(
    r"[a-z]\s+(?!(?:meets?|met|equals?|borders?|touch(?:es|ed)|resembles?|marri(?:es|ed)|joins?|joined|adjoins?)\b)[a-z]{3,}(?:s|ed)\s+(?:the\s+|an?\s+)?[a-z]",
    re.IGNORECASE,
)
_OWNED = regex(
    r"\b(?P<what>[a-z]+) (?:of|for|to) (?:the |an? |its |their )?(?:[a-z]+ )*?(?P<of>[a-z]+)\W*\Z|\b(?P<owner>[a-z]+)(?:'s|(?<=s)') (?:[a-z]+ )*?(?P<own>[a-z]+)\W*\Z",
    re.IGNORECASE,
)
_EITHER_WAY = frozenset(("met", "wed", "fought", "married", "joined", "bordered", "touched"))
_PASSIVE = frozenset("is are was were be been being by of and or".split())  # noqa: SIM905 - a word list reads best as one text
_TURNING = frozenset(("of", "for", "in", "at", "be"))


def is_reordered(wording: Wording, texts: Iterable[Wanted]) -> bool:
    """Return whether an answer says the few plain words of an accepted text, and small words."""
    if _TURNING.isdisjoint(wording.words) or "and" in wording.words or any(map(is_past, wording.words)):
        return False  # "dog bites man" is not "man bites dog"
    said = sorted(word for word in wording.words if word not in SMALL)
    if not _PLACES.isdisjoint(said):
        return False  # "a cave above the lake" is no "lake above the cave"
    by = "by" in wording.words
    return any(
        said == sorted(phrase.words)
        and not is_owner_turned(wording, phrase)
        and 1 < len(said) <= _MOST
        and phrase.text.islower()
        and by == (" by " in phrase.text)
        and not phrase.ways
        and not phrase.negative
        for phrase in texts
        if not NEGATIVE.intersection(wording.words) and all(word.isalpha() for word in said)
    )


def is_owner_turned(wording: Wording, phrase: Wanted) -> bool:
    """Return whether "of" joins words the wrong way round: "the neighbour of the dog" for the neighbour's dog, "the lawyer's tenant" for the tenants' lawyer."""
    told = tuple(word for word in wording.words if word not in SMALL)
    if len(told) == _PAIR and "of" in wording.words and "because" not in wording.words:
        return told == (phrase.words[::-1] if " of " in phrase.text else phrase.words)
    own, other = owned_in(wording.text), owned_in(phrase.text)
    return own is not None and other is not None and own == other[::-1]


def owned_in(text: str) -> tuple[str, str] | None:
    """Return what belongs to something and what it belongs to, each as its last word: "the lawyer for the tenants"; None for no such words."""
    found = _OWNED.search(text) if " of " in text or " for " in text or " to " in text or "'" in text else None
    if found is None:
        return None
    what, whose = (found["what"], found["of"]) if found["what"] else (found["own"], found["owner"])
    return uninflected(folded(what)), uninflected(folded(whose))


def owners_turned(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return what belongs to what in texts, as ``owned_in`` finds it, each turned round."""
    return frozenset(owned[::-1] for owned in map(owned_in, texts) if owned)


class OneWayGold:
    """Accepted words of which one does something to another; ``plain`` judges, and takes no other way round."""

    def __init__(self, plain: Gold, statement: tuple[str, str, str]) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.turned = statement[::-1]

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted statement."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED and len(text) <= SHORT and self._is_turned(text):
            return Relation(Reason.CONTRADICTION, f"says it the other way round, accepted {self.shown}", shown(text))
        return relation

    def _is_turned(self, text: str) -> bool:
        return statement_of(text)[-3:] == self.turned and _PASSIVE.isdisjoint(key(text))


def statement_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that tell something, as their inflections share them."""
    return tuple(uninflected(word) for word in key(text) if word not in SMALL)


def one_way_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that tells "man bites dog" from "dog bites man" where three words are accepted, the second a verb; else ``plain``."""
    accepted = question.accepted[0] if len(question.accepted) == 1 else ""
    told = statement_of(accepted)
    if len(told) != 3 or not _PASSIVE.isdisjoint(key(accepted)):  # noqa: PLR2004 - one does something to another
        return plain
    verb = [word for word in key(accepted) if word not in SMALL][1]
    if is_mutual(verb) and "with" in key(accepted):
        return plain
    if not _ONE_WAY.search(accepted) and (verb in _EITHER_WAY or not (verb == "bit" or is_past(verb))):
        return plain
    return OneWayGold(plain, (told[0], told[1], told[2]))
