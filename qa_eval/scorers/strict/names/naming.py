"""When a longer or shorter form is still the accepted name: "Marie Curie" for "Curie", not "South Korea" for "Korea"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.names import NameMatch, read_names, same_name, spelling
from qa_eval.reading.names.matching import QUALIFIERS
from qa_eval.reading.names.titles import TITLES
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.wording import ARTICLES, SMALL, Wording, key
from qa_eval.scorers.strict.names.asked_kinds import is_college, is_kind_behind
from qa_eval.scorers.strict.names.compounds import is_of_more, joins_otherwise
from qa_eval.scorers.strict.names.forms import BODIES
from qa_eval.scorers.strict.names.given_alone import adds_surname
from qa_eval.scorers.strict.names.in_capitals import is_cased, words_of
from qa_eval.scorers.strict.names.kindred import names_apparatus, without_apparatus
from qa_eval.scorers.strict.names.spellings import decimals_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.names import Name

Words = tuple[str, ...]
Span = tuple[int, int]

# words that before a name make it the name of something else: South Korea, New York, Lake Victoria
_LATER = frozenset("second third fourth fifth sixth 2nd 3rd 4th 5th 6th".split())  # noqa: SIM905 - a word list reads best as one text
_OTHER_THING = QUALIFIERS | frozenset(
    "mountain river cape bay gulf isle island santa pro social christian".split()  # noqa: SIM905 - a word list reads best as one text
)
# what may stand before "of" and the name of a place, and is the place
_TERRITORIES = frozenset(
    """republic kingdom state states city town village province region island islands county district federation commonwealth union emirate principality
    duchy canton port capital municipality territory borough parish people government nation country area land free federal democratic socialist""".split()  # noqa: SIM905 - see above
)
_PEOPLES = frozenset("ukrainian russian american british french german chinese us".split())  # noqa: SIM905 - a word list reads best as one text
_OFFICES = TITLES | {"prime", "foreign", "defense", "deputy", "vice", "head"}
_OWNER_BEFORE = regex(r"(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})(?:'s|s')\s+$")
_OWNER_AFTER = regex(r"\s+of\s+(?:the\s+)?(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})")
_OWNED = regex(r"'s\s+(?P<what>\w+(?:\s+(?:of\s+)?\w+)?)\W*\Z")  # "Budanov's deputy", which is not Budanov
_OWNED_BY_SEVERAL = regex(r"(?<=s)'\s+(?P<what>\w+(?:\s+(?:of\s+)?\w+)?)\W*\Z")
_OWNER_REACH = 60  # characters before a name in which its owner stands
_BODIES = frozenset(map(str.lower, BODIES))
# what has one name, before which no given name stands: "Freddie Mercury" is no planet
_VERB_WITHIN = regex(
    r"(?<!^)(?<![-'])\b(?!(?:de|del|della|der|den|di|da|dos|van|von|la|le|el|al|bin|ibn|ten|ter|zu|af|av|y|e|the|of|and)\b)[a-z]{3,}\b(?!-)"
)
_SINGLE_NAMED = regex(
    r"\b(?:which|what)\s+(?:(?!rock|pop|film|movie|tv|country|football)\w+\s+)?(?:languages?|dialects?|planets?|moons?|stars?|elements?|metals?|gas|gases|minerals?|currency|currencies|months?|continents?|oceans?|animals?|birds?|fruits?|colou?rs?|mountains|hills|ranges?)\b"
    r"|\bday of the week\b|\bcapital of\b|\bcurrency\b",
    re.IGNORECASE,
)
_BRAND = regex(r"\b(?:brand|make|manufacturer)\b", re.IGNORECASE)
_GENERATIONS = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))
_NUMBERED = frozenset("234")
_COUNTED = regex(
    r"\s+(?:minutes?|hours?|days?|weeks?|months?|years?|times|km|miles?|metres?|meters?|percent|per cent|pages|chapters|floors|rooms|rows|seats|buses|lines)\b|\s?%",
    re.IGNORECASE,
)
_NOT_ONLY = regex(r"\bnot only\Z", re.IGNORECASE)
_CAME_BEFORE = regex(r"\d[:/]\Z")  # 3:1 is a piece of "9:3:3:1"
_NAMED = regex(
    r"(?<!['’])\b[a-z]{2,}[,-]? (?P<name>(?:[A-Z][\w'’.-]*(?:\s|\Z))+)\Z"
)  # "the folk band Blue Kettle": what leads to a name is none of it
_VERSE = regex(r"\s\d{1,3}:\d{1,3}\b")  # of a book: "Exodus 20:1"
_GOES_ON = regex(r"[^\W\d_]|\s*(?:to|until|through|[-–—])\s*\d")
_LABEL = regex(
    r"\b(?P<label>page|chapter|floor|room|gate|platform|bus|tram|line|route|section|volume|level|lane|round|stage|week|day|seat|row|table|figure|article|exit)s?\s+\Z",
    re.IGNORECASE,
)


class NameForms:
    """The accepted names of one question, the first of which is the answer's own, and what may stand around them."""

    def __init__(self, question: str, names: Sequence[str], *, asks_who: bool) -> None:
        self.names = tuple(names)
        self.asks_who = asks_who
        self.single_named = not asks_who and _SINGLE_NAMED.search(question) is not None
        self.asks_brand = _BRAND.search(question) is not None
        self.asked, self.question = question, frozenset(key(question))
        self.written = words_of(names)
        self.short = frozenset(without_apparatus(names, question))
        self.familiar = self.question.union(*(key(name) for name in names))

    def is_same(self, match: NameMatch, bare: str, name: str, known: str) -> bool:
        """Return whether two names that read alike are one: not father and son, nor an organisation with a word left out.

        ``known`` is the document's text, "" for none.
        """
        mine, theirs = frozenset(key(bare)), frozenset(_own(name))
        if _generations(mine) != _generations(theirs):
            return not theirs & _GENERATIONS and match is NameMatch.FULLER
        if match is NameMatch.REORDERED and "," not in bare and not self._may_be_reordered(bare, name):
            return False
        if (
            joins_otherwise(bare, name)
            or not decimals_of(bare) >= decimals_of(name)
            or (match is NameMatch.FULLER and (name in self.short or self._is_of_its_kind(bare, name)))
        ):
            return False
        if match is NameMatch.TITLE:
            return self._is_only_title(mine, theirs)
        if match is NameMatch.FULLER and name[:1].isupper() and _VERB_WITHIN.search(bare):
            return False  # "PSV beat Ajax" is no longer name of Ajax
        if match is NameMatch.FULLER and not self.asks_who and _own(name)[-1] in _BODIES:
            return False  # "Oxford Brookes University" is not "Oxford University"
        if match is NameMatch.FULLER:
            return theirs <= mine and self._may_be_fuller(key(bare), _own(name), known)
        return match is not NameMatch.INITIALS or len(mine) >= len(theirs) or self.asks_who

    def _may_be_reordered(self, bare: str, name: str) -> bool:
        """Return whether a name may stand in the order that an answer has: a firm keeps its own, a person's surname may lead.

        "Harvey Lee Oswald" is not Lee Harvey Oswald, as "Oswald Lee Harvey" is.
        """
        if "&" in self.names[0]:
            return False
        words, own = key(bare), _own(name)
        if not self.asks_who or not SMALL.isdisjoint(own):
            return True  # "Ethan and Joel Coen", "South Korea's Chiefs of Staff"
        return any(words == (*own[at:], *own[:at]) for at in range(1, len(own)))

    def _is_of_its_kind(self, bare: str, name: str) -> bool:
        """Return whether a longer name is that of one of its kind: "Brazilian Portuguese" where a language is asked for."""
        return self.single_named and " " not in name.removeprefix("the ") and not bare.islower()

    def places(self, wording: Wording, name: str, known: str) -> list[Span]:
        """Return where the name stands by itself in an answer."""
        found = [
            span
            for span in wording.find(_own(name))
            if not right_before(_NOT_ONLY, wording.text, span[0] + len("only"))
        ]
        if found and (name.isupper() or len(name) == 1):  # "WHO", "US", "A": the small words are other words
            found = [
                span for span in found if is_cased(wording.text, span, name, written=self.written, question=self.asked)
            ]
        if found and name.isdigit():
            found = [span for span in found if not self._is_of_another_label(wording.text, span)]
        if found and name[0].isdigit():
            found = [span for span in found if not right_before(_CAME_BEFORE, wording.text, span[0])]
        if found and name[-1].isdigit():
            found = [
                span for span in found if not _GOES_ON.match(wording.text, span[1])
            ]  # "Room 204B", "pages 14 to 20"
        if found and name in self.short:
            found = [span for span in found if not names_apparatus(wording.text[span[1] :], self.question)]
        return [span for span in found if self._stands_alone(wording, span, name, known)]

    def _is_of_another_label(self, text: str, span: Span) -> bool:
        """Return whether a number counts something, or is that of a thing of another kind: "14 pages", "chapter 14" for page 14."""
        if _COUNTED.match(text, span[1]):
            return True
        label = _LABEL.search(text, max(0, span[0] - _OWNER_REACH), span[0])
        return label is not None and key(label["label"])[0] not in self.familiar

    def _is_only_title(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Return whether names differ in a person's title: "Ukrainian forces" are not "Russian forces"."""
        more, less = mine - theirs, theirs - mine
        if (more and less) or less & _PEOPLES:
            return False
        return not more & _PEOPLES or bool(more - _PEOPLES) or self.question >= more

    def _may_be_fuller(self, longer: Words, own: Words, known: str) -> bool:
        """Return whether the longer name can be the accepted one in full.

        Where a full form is known, from the answer itself or the document, it has to be that one or another accepted one.
        """
        longer = longer[1:] if longer[0] == "the" else longer
        if longer[0] in _OTHER_THING or (longer[0] in _LATER and not self.asks_who):
            return False
        before = longer[: -len(own)] if longer[-len(own) :] == own else longer
        in_document = _given_names(_keys_of(known), own) if known else []
        if self.question.issuperset(before) or not (in_document or _given_names((_own(self.names[0]),), own)):
            return True
        given = [*in_document, *_given_names(map(_own, self.names), own)]
        return any(not form.isdisjoint(before) for form in given)

    def _stands_alone(self, wording: Wording, span: Span, name: str, known: str) -> bool:
        """Return whether the words found are a name by themselves: not the Victoria of "Victoria Falls"."""
        if (
            is_of_more(wording, span, name, self.familiar)
            or self._of_another(wording.text, span, name, known)
            or self._of_another_kind(wording, span, _own(name))
        ):
            return False
        owned = _OWNED.match(wording.text, span[1] - 2) or _OWNED_BY_SEVERAL.match(wording.text, span[1])
        if owned and not self.question.issuperset(key(owned["what"])):
            return False
        if name.islower():
            return True
        around = _around(wording.names, span)
        if around is None:
            return True
        return self._is_whole(wording.text, span, around, name, known)

    def _is_whole(self, text: str, span: Span, around: Name, name: str, known: str) -> bool:
        """Return whether a name is all of the one that it stands in, ``around``, but for a title, a given name and the like."""
        after = text[span[1] : around.end].strip(" .'")
        if (self.asks_brand and after[-1:].isalnum()) or _VERSE.match(text, span[1]):
            after = ""  # "Audi A6" names the brand
        led = text[around.start : span[0]].strip()
        full = not text.startswith("'s", around.end) and adds_surname(name, led, after, self.asked)
        if full or is_college(led, after, _own(name), self.asked):
            return True
        if after and not after.startswith(("of ", "s ")) and after != "s":
            return is_kind_behind(after, self.asked) and self.question.issuperset(key(led))
        before = key(led)
        if not before or before == ("the",):
            return True
        if self._is_of_its_kind(around.text, name) and not self.question.issuperset(before):
            return False
        return self._is_title(around, before, name, known)

    def _of_another(self, text: str, span: Span, name: str, known: str) -> bool:
        """Return whether what is named belongs to someone else than asked: "South Korea's chief", "President of Russia".

        Without a document no one can tell.
        """
        if not known or not (name.islower() or _OFFICES.issuperset(_own(name))):
            return False
        owner = _OWNER_BEFORE.search(text, max(0, span[0] - _OWNER_REACH), span[0]) or _OWNER_AFTER.match(text, span[1])
        return owner is not None and not self.familiar.issuperset(key(owner["owner"]))

    def _of_another_kind(self, wording: Wording, span: Span, own: Words) -> bool:
        """Return whether the words before a shorter accepted name go on like the main one and then differ.

        "240 mm self-propelled howitzers" says "self-propelled howitzers", but not of the "170 mm" ones.
        """
        full = _own(self.names[0])
        more = full[: -len(own)] if full[-len(own) :] == own else ()
        named = _NAMED.search(self.names[0])
        if not more or (named and key(named["name"]) == own):
            return False
        before = [folded.word for folded in wording.tokens_within(span[0] - _OWNER_REACH, span[0])]
        shared = 0
        while shared < min(len(more), len(before)) and more[-1 - shared] == before[-1 - shared]:
            shared += 1
        return 0 < shared < min(len(more), len(before)) and before[-1 - shared] not in ARTICLES

    def _is_title(self, around: Name, before: Words, name: str, known: str) -> bool:
        if self.question.issuperset(before):
            return True
        own = _own(name)
        if same_name(f"{' '.join(before)} {name}", name) is NameMatch.TITLE:
            return self._is_only_title(frozenset((*before, *own)), frozenset(own))
        if before[-1:] != ("of",) and self._may_be_fuller((*before, *own), own, known):
            return True
        return f" of {name}" in around.text and {*before} - {"of", "the"} <= self.question | _TERRITORIES


def _generations(words: frozenset[str]) -> frozenset[str]:
    """Return the words that tell father from son, "II" and "2" as one."""
    return frozenset(map(spelling, words & _GENERATIONS)) | (words & _NUMBERED)


@lru_cache(maxsize=512)
def _own(name: str) -> Words:
    """Return the folded words of an accepted name, worked out once."""
    return key(name)


def _around(names: Sequence[Name], span: Span) -> Name | None:
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if names[middle].end < span[1] else (low, middle)
    return names[low] if low < len(names) and names[low].start <= span[0] else None


def _given_names(forms: Sequence[Words] | map[Words], own: Words) -> list[frozenset[str]]:
    """Return the words that stand before a name in its longer forms."""
    return [frozenset(form[: -len(own)]) for form in forms if len(form) > len(own) and form[-len(own) :] == own]


@lru_cache(maxsize=64)
def _keys_of(text: str) -> tuple[Words, ...]:
    """Return the names of a document as folded words, read once."""
    return tuple(dict.fromkeys(key(name.text) for name in read_names(text)))
