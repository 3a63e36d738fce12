"""Names and words that one accepted answer lists, "cumin and turmeric": each has to be named, in any order, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import ListAnswer, Reason
from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.lists import split_items
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.listing import can_be_item, listed_items, one_more
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, Wording, key
from qa_eval.scorers.strict.lists.between import told_of_other_deed
from qa_eval.scorers.strict.lists.denied import neither_nor
from qa_eval.scorers.strict.lists.freely import AS_WELL, told_plainly
from qa_eval.scorers.strict.lists.items import ItemsGold
from qa_eval.scorers.strict.names.forms import without_counts
from qa_eval.scorers.strict.names.joint_names import names_of
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

LONGEST = 120  # characters of an accepted list
# a name, however long: "the International Committee of the Red Cross"
_THEN = regex(r",\s*(?:earlier|later|before that|after that|finally|also|then|too|respectively|again),?", re.IGNORECASE)
# "It runs from Brel through Ostin to Hav"
_PATH = regex(rf"\bfrom\s+(?!(?i:{A_DAY}))(?P<path>[^.;:!?]+)")
_STEP = regex(r"\s*,\s*|,?\s+(?:through|via|by way of|on to|to|and)\s+", re.IGNORECASE)
_MINUTE = regex(r"(?<=\d)['’′](?!\w)")
_SHORT_YEAR = regex(r"(?<!\w)['’](?P<year>\d\d)(?!\d)")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_UNALIKE = frozenset(
    (Reason.WRONG_NAME, Reason.WRONG_WORDS, Reason.PARTIAL, Reason.LESS_PRECISE, Reason.SEVERAL_ANSWERS)
)
_TOLD = frozenset((Reason.CONTAINS_GOLD, Reason.ALIAS))
_OPEN = frozenset((Reason.CONTRADICTION, Reason.SEVERAL_ANSWERS))
# "A and B; C was for it"
_APART = regex(r"[^;]+;\s+(?P<told>[^;]+)")
# "the white one, the red one", "the white and the red one"
_EACH_APART = regex(r"\b(?:the|an?)\s+(?=[a-z]+\b)|\s+ones?\b", re.IGNORECASE)
# what ends a list and is no item of it
_NONE_OF = regex(r"\b(?:none|not any|no sign|nothing|without any)\s+(?:of\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_NOT_SO = regex(
    r"\s+(?:(?:has|have|had)\s+(?:no|little|hardly any)\b|(?:do|does|did|is|are|was|were|has|have|had|will|can|could)(?:\s+not|n['’]t)\b)",
    re.IGNORECASE,
)
# "a map, but a badge costs two euros", where it is asked what is free or included
_PAID_FOR = regex(
    r"\s+(?:(?:is|are|was|were|has to be|have to be|must be)\s+)?(?:costs?\b|charged\b|extra\b|sold separately\b|paid (?:for|extra)\b|not included\b|(?:on|for) payment\b|(?:at|for) a (?:fee|surcharge|charge)\b|at extra cost\b)",
    re.IGNORECASE,
)
_FREE_ASKED = regex(r"\b(?:free|includ\w*|covered|complimentary|part of the)\b", re.IGNORECASE)


class ListedGold:
    """An accepted answer that names several; ``plain`` judges an answer as one text, ``items`` by what it names."""

    def __init__(self, question: Question, plain: Gold, items: ItemsGold) -> None:
        self.shown = plain.shown
        self.question = question.text
        self.plain, self.items = plain, items
        self.in_minutes = "minute" in question.text.lower()
        names = [name for item in items.items for name in item.names]
        self.years = {name[2:]: name for name in names if _YEAR.fullmatch(name)}
        self.are_names = all(name.removeprefix("the ")[:1].isupper() for name in names)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to all that is accepted together."""
        if self.items.negative and "either" in text:
            text = neither_nor(text)
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        if relation.reason in _UNALIKE and (self._denies(text) or self._tells_apart(text)):
            return relation
        if relation.reason in _TOLD:
            return self._against(text, document) or relation
        if relation.reason not in _UNALIKE:
            return relation
        path = _PATH.search(text)
        steps = _STEP.split(path["path"]) if path else []
        if len(steps) == len(self.items.items) and {key(step) for step in steps} == self.items.own:
            return Relation(Reason.ALIAS, f"goes by all of {self.shown}", shown(text))
        plain = self._plainly(_EACH_APART.sub("", text))
        for told in dict.fromkeys((plain, told_plainly(plain, self.items.own, self.question))):
            if self.items.relate(told, document).reason in ACCEPTED:
                if self._tells_otherwise(text):
                    return Relation(Reason.CONTRADICTION, f"tells another deed of one of {self.shown}", shown(text))
                return Relation(Reason.ALIAS, f"names all of {self.shown} and no other", shown(text))
        return relation

    def _denies(self, text: str) -> bool:
        """Return whether an answer says of one of several that it is none of them: "willow, but none of birch"."""
        wording = Wording(text)
        if self.items.negative:
            return False
        spans = tuple(span for item in self.items.items for name in item.keys for span in wording.find(name))
        if _FREE_ASKED.search(self.question) and any(_PAID_FOR.match(wording.text, span[1]) for span in spans):
            return True
        return any(
            right_before(_NONE_OF, wording.text, span[0]) or _NOT_SO.match(wording.text, span[1]) for span in spans
        )

    def _plainly(self, text: str) -> str:
        """Return an answer without what only tells how often or when, its years and minutes in full."""
        text = without_counts(_THEN.sub(",", text))
        if self.in_minutes:
            text = _MINUTE.sub("", text)
        if self.years:
            text = _SHORT_YEAR.sub(lambda found: self.years.get(found["year"], found[0]), text)
        return text

    def _against(self, text: str, document: Document | None) -> Relation | None:
        """Return what speaks against an answer that names all: that it leaves it open, names them as others, or one more."""
        other = self._beside(text) or one_more(
            text, [item.keys for item in self.items.items], self.question, named=self.are_names
        )
        if other:
            return Relation(Reason.SEVERAL_ANSWERS, f"also names {other}, accepted {self.shown}", shown(text))
        again = self.items.relate(text, document)
        if again.reason in _OPEN:
            return again._replace(value=None)
        if self._tells_apart(text) or self._tells_otherwise(text):
            return Relation(Reason.CONTRADICTION, f"tells something else of one of {self.shown}", shown(text))
        return None

    def _tells_otherwise(self, text: str) -> bool:
        """Return whether an answer tells one of two by what it did to the other, or of another deed: "Ann, whom Bo dropped"."""
        return told_of_other_deed(text, [item.keys for item in self.items.items], self.question)

    def _tells_apart(self, text: str) -> bool:
        """Return whether an answer tells of one of several something else than is asked: "A and B founded it; C joined later"."""
        apart = _APART.fullmatch(text)
        if apart is None or not has_verb(apart["told"]) or AS_WELL.search(apart["told"]):
            return False
        if stems(apart["told"]) & stems(self.question):
            return False
        head, tail = Wording(text[: apart.start("told")]), Wording(apart["told"])
        return any(any(map(tail.find, item.keys)) and not any(map(head.find, item.keys)) for item in self.items.items)

    def _beside(self, text: str) -> str:
        """Return what an answer that is nothing but a list names beside all that is accepted; "" for nothing."""
        parts = split_items(text)
        keys = [key(part) for part in parts]
        if len(parts) <= len(self.items.items) or not all(
            any(own in keys for own in item.keys) for item in self.items.items
        ):
            return ""
        return next(
            (
                part
                for part, words in zip(parts, keys, strict=True)
                if words not in self.items.own and can_be_item(part, named=self.are_names)
            ),
            "",
        )


def listed_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that goes by what an answer names, where the accepted one lists several, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if len(first) > LONGEST or not names_of(first, question.text):
        return plain
    parts = listed_items(first, question.text)
    if not parts:
        return plain
    items = [[part, *_without_head(part, parts, question.text)] for part in parts]
    for text in question.accepted[1:]:
        _add_names(items, text)
    return ListedGold(question, plain, ItemsGold(question, ListAnswer(tuple(map(tuple, items)))))


def _add_names(items: list[list[str]], text: str) -> None:
    """Add to the names of items the one by which another accepted list calls one of them, where it has all others as they are."""
    others = split_items(text) if len(text) <= LONGEST else ()
    if len(others) != len(items):
        return
    known = [frozenset(map(key, names)) for names in items]
    new = [other for other in others if not any(key(other) in names for names in known)]
    told = {key(other) for other in others}
    left = [names for names, keys in zip(items, known, strict=True) if told.isdisjoint(keys)]
    if len(new) == len(left) == 1:
        left[0].append(new[0])


def _without_head(part: str, parts: tuple[str, ...], question: str) -> tuple[str, ...]:
    """Return an item without the head that it has in common with all others, "Heron" of "the Heron clan", where it is a name or asked for."""
    words = part.split()
    heads = {each.split()[-1].lower() for each in parts}
    asked = heads <= {singular(word) for word in key(question)}
    if len(heads) > 1 or len(words) == 1 or not (asked or words[-2][0].isupper()):
        return ()
    return (" ".join(words[:-1]),)
