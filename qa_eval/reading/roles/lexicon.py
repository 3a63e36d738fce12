"""The relations that verbs and nouns tell, and the parts in which their subjects, objects and prepositions put somebody."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import plain_form, stem_of

_IRREGULAR = {
    "overcame": "overcome", "outdid": "outdo", "outdone": "outdo", "overtook": "overtake", "overtaken": "overtake", "outran": "outrun",
    "outsold": "outsell", "overlay": "overlie", "overlain": "overlie", "underlay": "underlie", "overran": "overrun", "arose": "arise", "arisen": "arise", "sprang": "spring", "sprung": "spring", "sped": "speed", "has": "have",
    "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "goes": "go", "went": "go", "gone": "go",
    "undid": "undo", "remade": "remake", "rebuilt": "rebuild", "hunted": "hunt", "preyed": "prey", "let": "let",
}  # fmt: skip
_DOUBLED = regex(r"([bdgklmnprtv])\1$")
DEED = "to "
EXCLUDED = "-"  # for the part of a slot that must not be there
_CEDING = regex(r"(?P<verb>(?:suc|ex|pro)ceed)(?:s|ed|ing)?")
_HEADER = regex(r"\[(?P<name>[\w-]+)(?:\s*<\s*(?P<wider>[\w-]+))?\]\s*(?P<parts>.*)")


class Relation(NamedTuple):
    """A relation: the one that it is a kind of, "" for none, and the parts that exclude each other."""

    name: str
    wider: str
    parts: frozenset[str]

    @property
    def is_deed(self) -> bool:
        """Whether it is that of a verb without entries, of which no more is known than who does it and whom it is done to."""
        return self.name.startswith(DEED)


class Entry(NamedTuple):
    """What a word says: its relation, with or against its sense, its particle, the part in each slot, and slots that have to be there."""

    relation: Relation
    opposite: bool
    particle: tuple[str, ...]
    parts: dict[str, str]
    needed: frozenset[str]


class Lexicon(NamedTuple):
    """Entries of verbs, by their stems, and of nouns, in the singular."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]


@lru_cache(maxsize=8192)
def verb_stem(word: str) -> str:
    """Return the stem by which a form of a verb is looked up.

    >>> verb_stem("sold") == verb_stem("sells"), verb_stem("stemmed") == verb_stem("stem")
    (True, True)
    """
    ceding = _CEDING.fullmatch(word)
    if ceding:
        return ceding["verb"]  # "ed" is no ending there
    return _DOUBLED.sub(r"\1", stem_of(_IRREGULAR.get(word, plain_form(word))).removesuffix("y"))


@cache
def lexicon() -> Lexicon:
    """Return the relations, read once."""
    verbs: dict[str, tuple[Entry, ...]] = {}
    nouns: dict[str, tuple[Entry, ...]] = {}
    relation = Relation("", "", frozenset())
    for line in Path(__file__).with_name("relations.txt").read_text(encoding="utf-8").splitlines():
        header = _HEADER.match(line)
        if header:
            relation = Relation(header["name"], header["wider"] or "", frozenset(header["parts"].split()))
        elif line and not line.startswith("#"):
            kind, _, rest = line.partition("noun ") if line.startswith("noun ") else ("", "", line)
            del kind
            named = nouns if line.startswith("noun ") else verbs
            for word, entry in _entries(relation, rest):
                place = word if named is nouns else verb_stem(word)
                named[place] = (*named.get(place, ()), entry)
    return Lexicon(verbs, nouns)


def _entries(relation: Relation, line: str) -> list[tuple[str, Entry]]:
    words, _, told = line.removeprefix("-").partition(" : ")
    slots = dict(each.split("=") for each in told.split())
    needed = frozenset(slot[:-1] for slot in slots if slot.endswith("!"))
    parts = {slot.removesuffix("!"): part for slot, part in slots.items()}
    opposite = line.startswith("-")
    found = []
    for each in words.split():
        word, *particle = each.replace("e-mail", "email").replace("re-open", "reopen").split("-")
        found.append((word, Entry(relation, opposite, tuple(particle), parts, needed)))
    return found


def is_of(one: Relation, other: Relation) -> bool:
    """Return whether two relations may tell the same matter: one is the other, or a kind of it."""
    return other.name in {one.name, one.wider} or other.wider == one.name
