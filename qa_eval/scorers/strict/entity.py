"""Names: the accepted ones with what people add or spell differently, and names that compete with them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names import STRICT, NameMatch, read_names, same_name
from qa_eval.reading.text import strip_frame
from qa_eval.scorers.strict.relation import Relation
from qa_eval.scorers.strict.rivals import NameRivals
from qa_eval.scorers.strict.wording import ARTICLES, Wording, key, plain, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Document, EntityAnswer, Question
    from qa_eval.reading.names import Name

_SAME_TEXT = frozenset((NameMatch.EXACT, NameMatch.ARTICLE, NameMatch.ACCENTS))
_PARTS = frozenset((NameMatch.SURNAME_ONLY, NameMatch.GIVEN_ONLY, NameMatch.PART, NameMatch.INITIALS))
_WITHIN = frozenset((NameMatch.TITLE, NameMatch.FULLER))
# words that before a name make it the name of something else: South Korea, New York, Lake Victoria
_OTHER_THING = frozenset(
    """north south east west northern southern eastern western central upper lower inner outer new old great greater little lake mount
    mountain river fort port cape bay gulf isle island san santa anti non pro ex""".split()  # noqa: SIM905 - a word list reads best as one text
)
_PEOPLES = frozenset("ukrainian russian american british french german chinese us".split())  # noqa: SIM905 - a word list reads best as one text
_OFFICES = frozenset(
    """president king queen prince princess emperor general minister prime chancellor premier ambassador secretary judge mayor
    governor senator director chairman chief leader foreign defense commander deputy vice head""".split()  # noqa: SIM905 - a word list reads best as one text
)
_JOINING = frozenset(("and", "or", "&"))
_OWNER_BEFORE = re.compile(r"(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})(?:'s|s')\s+$")
_OWNER_AFTER = re.compile(r"\s+of\s+(?:the\s+)?(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})")
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LONGEST_NAME = 12  # words; a longer answer is a sentence
_TITLE_END = re.compile(r"\s*(?:$|[.,;:!?)\]\"'/]|(?:or|and|not|but)\b)")


class EntityGold:
    """The accepted names of one question."""

    def __init__(self, question: Question, answer: EntityAnswer) -> None:
        self.shown = answer.text
        self.names = question.accepted or (answer.text,)
        self.keys: dict[tuple[str, ...], int] = {}
        for position, name in enumerate(self.names):
            self.keys.setdefault(key(name), position)
        self.question_words = frozenset(key(question.text))
        self.rivals = NameRivals(question.text, self.names)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted names."""
        bare = strip_frame(text)
        position = self.keys.get(key(bare))
        if position is not None:
            return self._same(position, bare)
        wording = Wording(bare)
        if not wording.tokens:
            return Relation(Reason.UNREADABLE, f"no word in the answer, accepted {self.shown}", "")
        known = _names_of(document.text) if document else ()
        if len(wording.tokens) <= _LONGEST_NAME and not wording.hedges and not self._lists(wording):
            whole = self._as_name(bare, known)
            if whole:
                return whole
        return self._within(wording, known)

    def _lists(self, wording: Wording) -> bool:
        """Return whether an answer joins several things, as no accepted name does."""
        return any(token.word in _JOINING and token.word not in self.rivals.accepted for token in wording.tokens)

    def _same(self, position: int, bare: str) -> Relation:
        if position == 0:
            return Relation(Reason.EXACT, f"the accepted name, {self.shown}", shown(bare))
        return Relation(Reason.ALIAS, f"an accepted name of {self.shown}", shown(bare))

    def _as_name(self, bare: str, known: tuple[str, ...]) -> Relation | None:
        """Relate an answer that may be nothing but a name."""
        for position, name in enumerate(self.names):
            match = same_name(bare, name)
            if match not in STRICT or (name.islower() and match not in _SAME_TEXT):
                continue  # "howitzers" is no surname, and what stands before it may make it another thing
            if not self._is_same(match, bare, name, known):
                continue
            if match in _SAME_TEXT:
                return self._same(position, bare)
            reason = Reason.CONTAINS_GOLD if match in _WITHIN else Reason.ALIAS
            return Relation(reason, f"another way to write {name}", shown(bare))
        return None

    def _is_same(self, match: NameMatch, bare: str, name: str, known: tuple[str, ...]) -> bool:
        """Return whether two names that read alike are one: not father and son, nor an organisation with a word left out."""
        mine, theirs = key(bare), key(name)
        if not _GENERATIONS.isdisjoint(theirs) and _GENERATIONS.isdisjoint(mine):
            return False
        if not _GENERATIONS.isdisjoint(mine) and _GENERATIONS & set(mine) != _GENERATIONS & set(theirs):
            return False
        if match is NameMatch.TITLE:
            return self._is_only_title(frozenset(mine), frozenset(theirs))
        if match is NameMatch.FULLER:
            return set(theirs) <= set(mine) and self._may_be_fuller(bare, name, known)
        return match is not NameMatch.INITIALS or len(mine) >= len(theirs) or self.rivals.asks_who

    def _is_only_title(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Return whether names differ in a person's title: "Ukrainian forces" are not "Russian forces"."""
        more, less = mine - theirs, theirs - mine
        if (more and less) or less & _PEOPLES:
            return False
        return not more & _PEOPLES or bool(more - _PEOPLES) or self.question_words >= more

    def _may_be_fuller(self, longer: str, name: str, known: Iterable[str]) -> bool:
        """Return whether the longer name can be the accepted one in full: "Marie Curie", not "South Korea".

        Where a full form is known, from the answer itself or the document, it has to be that one or another accepted one.
        """
        words, own = key(longer), key(name)
        if words[0] in _OTHER_THING:
            return False
        before = words[: -len(own)] if words[-len(own) :] == own else words
        if not _given_names((self.shown, *known), own) or self.question_words.issuperset(before):
            return True
        given = _given_names((*self.names, *known), own)
        return any(not form.isdisjoint(before) for form in given)

    def _within(self, wording: Wording, known: tuple[str, ...]) -> Relation:
        """Relate an answer that may hold an accepted name among other words."""
        found = {name: places for name in self.names if (places := self._places(wording, name, known))}
        said = {
            name: spans for name, places in found.items() if (spans := [p for p in places if not wording.denies(p)])
        }
        read = shown(wording.text)
        every = [span for spans in said.values() for span in spans]
        rival = ""
        for name, spans in said.items():
            beside = self.rivals.beside(wording, spans, every)
            if not beside:
                return Relation(Reason.CONTAINS_GOLD, f"names {name} and nothing beside it", read)
            rival = rival or beside
        if rival:
            return Relation(Reason.SEVERAL_ANSWERS, f"also names {rival}, accepted {self.shown}", read)
        if found:
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", read)
        return self._other(wording, read)

    def _places(self, wording: Wording, name: str, known: tuple[str, ...]) -> list[tuple[int, int]]:
        own = key(name)
        found = wording.find(own)
        if name.isupper() or len(name) == 1:  # "WHO", "US", "A": the small words are other words
            cased = plain(name)
            found = [
                (start, end)
                for start, end in found
                if wording.text[start:end].replace(".", "") == cased.replace(".", "")
                and (len(name) > 1 or _TITLE_END.match(wording.text, end))
            ]
        return [span for span in found if self._stands_alone(wording, span, name, known)]

    def _stands_alone(self, wording: Wording, span: tuple[int, int], name: str, known: tuple[str, ...]) -> bool:
        """Return whether the words found are a name by themselves: not the Victoria of "Victoria Falls"."""
        if self._of_another(wording.text, span, name) or self._of_another_kind(wording, span, name):
            return False
        if name.islower():
            return True
        around = next((n for n in self.rivals.names(wording) if n.start <= span[0] and span[1] <= n.end), None)
        if around is None:
            return True
        after = wording.text[span[1] : around.end].strip(" .'")
        if after and not after.startswith(("of ", "s ")) and after != "s":
            return False
        before = key(wording.text[around.start : span[0]])
        return not before or before == ("the",) or self._is_title(around, before, name, known)

    def _of_another(self, text: str, span: tuple[int, int], name: str) -> bool:
        """Return whether what is named belongs to someone else than asked: "South Korea's chief", "President of Russia"."""
        owned = name.islower() or _OFFICES.issuperset(key(name))
        if not owned:
            return False
        owner = _OWNER_BEFORE.search(text, max(0, span[0] - 60), span[0]) or _OWNER_AFTER.match(text, span[1])
        return owner is not None and not (self.question_words | self.rivals.accepted).issuperset(key(owner["owner"]))

    def _of_another_kind(self, wording: Wording, span: tuple[int, int], name: str) -> bool:
        """Return whether the words before a shorter accepted name go on like the main one and then differ.

        "240 mm self-propelled howitzers" says "self-propelled howitzers", but not of the "170 mm" ones.
        """
        own, full = key(name), key(self.shown)
        more = full[: -len(own)] if full[-len(own) :] == own else ()
        before = [token.word for token in wording.tokens if token.end <= span[0]]
        shared = 0
        while shared < min(len(more), len(before)) and more[-1 - shared] == before[-1 - shared]:
            shared += 1
        return 0 < shared < min(len(more), len(before)) and before[-1 - shared] not in ARTICLES

    def _is_title(self, around: Name, before: tuple[str, ...], name: str, known: tuple[str, ...]) -> bool:
        longer = f"{' '.join(before)} {name}"
        match = same_name(longer, name)
        if self.question_words.issuperset(before):
            return True
        if match is NameMatch.TITLE:
            return self._is_only_title(frozenset((*before, *key(name))), frozenset(key(name)))
        return (before[-1:] != ("of",) and self._may_be_fuller(longer, name, known)) or f" of {name}" in around.text

    def _other(self, wording: Wording, read: str) -> Relation:
        choices = [hedge.text for hedge in wording.hedges if hedge.kind == "alternative"]
        if any(same_name(choice, name) for choice in choices for name in self.names):
            return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: {' or '.join(choices)}", read)
        if len(wording.tokens) <= _LONGEST_NAME:
            for name in self.names:
                match = same_name(wording.text, name)
                if match in _PARTS and (self.rivals.asks_who or set(key(wording.text)) <= set(key(name))):
                    return Relation(Reason.LESS_PRECISE, f"only a part of the accepted {name}", read)
                if match is NameMatch.ACRONYM:
                    return Relation(Reason.WRONG_NAME, f"a short form of {name} that is not among the accepted", read)
        return Relation(Reason.WRONG_NAME, f"another name, accepted {self.shown}", read)


def _given_names(names: Iterable[str], own: tuple[str, ...]) -> list[frozenset[str]]:
    """Return the words that stand before a name in its known longer forms."""
    forms = (form for name in names if len(form := key(name)) > len(own))
    return [frozenset(form[: -len(own)]) for form in forms if form[-len(own) :] == own]


@lru_cache(maxsize=64)
def _names_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in read_names(text)))
