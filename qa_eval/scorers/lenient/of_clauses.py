"""Short answers that share words with an accepted clause and say another thing: its opposite, another time, another purpose, another place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.distinguishing import LEADING
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, form, stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

MOST = 30  # words of an answer that is held against a clause
THIRD = 3
LEAST = 2  # content words of a clause, besides those of the question
# each word of the first side excludes each of the second where both are told of one thing; not what one party does and the other
# undergoes, such as to win back what was lost
_SIDES = """little few hardly barely scarcely | much many lot plenty enough
soft loose muddy sandy marshy swampy | hard solid firm rock rocky
wet damp moist | dry
weak | strong
thin | thick
narrow | wide broad
shallow | deep
light | heavy
dark | bright
cheap | expensive dear costly
poor | rich wealthy
empty | full
early | late
slow | fast quick
stop end cease finish | start begin
destroy wreck ruin kill | spare survive rescue
arrive | depart
lock | unlock
raise increase | lower reduce cut
buy | sell
lengthen | shorten
tighten | loosen
strengthen | weaken
heat warm | cool
attract | repel
accept | refuse reject decline
praise | criticise criticize condemn
allow permit | forbid ban prohibit
hide conceal | reveal show
keep continue | stop cease
friend | enemy
guilty | innocent
brief briefly short | long
always | never
longer | still easy easily
easy easily | hard difficult"""
_WILL = regex(r"\b(?:will|shall|(?:is|are) (?:going )?to|'ll|to be|planned|is being|are being|plans?|due)\b")
_WAS = regex(r"\b(?:was|were|used to|had been|became|did)\b")
_INTO = regex(r"\b(?:into|to become|become|becomes)\s+(?:an?\s+|the\s+|its?\s+)?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)")
_DENYING = regex(r"(?:\b(?:not|never|no|without|cannot)|n't)\s(?:\w+\s){0,2}\Z")
_REACH = 30  # characters before a word in which it is denied
_EDGES = frozenset(
    map(verb_stem, ("start", "begin", "stop", "end", "cease", "finish"))
)  # what does not start by noon does not stop by then
_OF_DEEDS = regex(
    r"\b(?:purpose|used? for)\b|\bfor\W*\Z|\bwhat (?:did|does|do|will|would|must|happen\w*)\b",
    re.IGNORECASE,
)


@cache
def _against() -> Mapping[str, frozenset[str]]:
    """Return the stem of each word and those of the words that say the opposite."""
    found: dict[str, frozenset[str]] = {}
    for line in _SIDES.splitlines():
        one, other = (frozenset(verb_stem(form(word)) for word in side.split()) for side in line.split("|"))
        for mine, its in ((one, other), (other, one)):
            for word in mine:
                found[word] = found.get(word, frozenset()) | its
    return found


def is_clause(wanted: Wanted) -> bool:
    """Return whether an accepted text is a clause or phrase of common words, and no name or value."""
    return len(wanted.new) >= LEAST and not (wanted.is_name or wanted.is_value or wanted.only_figures)


def says_the_opposite_within(asked: Asked, said: Said) -> Decision | None:
    """Decide where the opposite of a word of an accepted clause stands in its place: "too much ballast", for too little ballast."""
    if len(said.words) > MOST or not asked.wanted or not all(map(is_clause, asked.wanted)):
        return None
    if all(_has_opposite(each, asked, said) for each in asked.wanted):
        return Decision(0.2, Reason.CONTRADICTION, "the opposite of a word of the accepted clause")
    return None


def _has_opposite(wanted: Wanted, asked: Asked, said: Said) -> bool:
    against = _against()
    told = {verb_stem(word.form) for word in said.words if verb_stem(word.form) in _EDGES or not _is_denied(word, said)}
    own = {verb_stem(each) for each in wanted.forms}
    given = {verb_stem(each) for each in asked.forms}
    denied = {verb_stem(each) for each in said.forms} - told
    for word in own - told:
        if against.get(word, frozenset()) & denied:
            continue  # "not enough" is too little
        opposite = (against.get(word, frozenset()) & told) - own - given
        if opposite and any(_is_shared(each, said) for each in wanted.content if verb_stem(each) != word):
            return True
    return False


def _is_denied(word: Word, said: Said) -> bool:
    return _DENYING.search(said.plain[max(0, word.start - _REACH) : word.start].lower()) is not None


def _is_shared(each: str, said: Said) -> bool:
    return each in said.bag or stem(each) in said.stems or any(_is_form(each, other) for other in said.content)


def is_of_another_time(asked: Asked, said: Said) -> Decision | None:
    """Decide where a clause tells what will be, and an answer only what was: "It was a hall", for it will be turned into a hall."""
    if len(said.words) > MOST or not asked.wanted or not all(_WILL.search(each.text.lower()) for each in asked.wanted):
        return None
    told = said.plain.lower()
    if _WAS.search(told) and not _WILL.search(told):
        return Decision(0.2, Reason.WRONG_WORDS, "what was, and not what will be")
    return None


def turns_into_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer tells what something turns into, and that is what turns into another: "The library will become a cinema"."""
    into = _INTO.search(said.plain.lower())
    if into is None or len(said.words) > MOST or not asked.wanted:
        return None
    what = [form(word) for word in into["what"].split() if form(word) not in SMALL]
    if what and all(_turns_from(each, what, asked, said) for each in asked.wanted):
        return Decision(0.2, Reason.CONTRADICTION, "turns it round")
    return None


def _turns_from(wanted: Wanted, what: Sequence[str], asked: Asked, said: Said) -> bool:
    """Return whether an accepted text tells that something turns into another thing, and an answer that this turns into what it was."""
    gold = _INTO.search(wanted.text.lower())
    own = {form(word) for word in gold["what"].split()} if gold else set()
    if not own or not own.isdisjoint(what):
        return False
    before = asked.forms | wanted.golden
    return all(any(_is_form(word, one) for one in before) for word in what) and not own.isdisjoint(said.bag)


def _is_form(word: str, other: str) -> bool:
    return verb_stem(word) == verb_stem(other)


def shares_too_little(asked: Asked, said: Said) -> Decision | None:
    """Decide where a deed or purpose is asked for, and a short answer has a third of each accepted clause and more that is new: "to measure the heat of it", for to test whether it is acid."""
    if len(said.words) > SHORT or not asked.wanted or asked.dates or not _OF_DEEDS.search(asked.text):
        return None
    clauses = [each for each in asked.wanted if is_clause(each) and len(each.new - LEADING) > LEAST]
    others = (each for each in asked.wanted if each not in clauses)
    if not clauses or any(_is_said(word, said) for each in others for word in each.new):
        return None
    new = [each for each in dict.fromkeys(said.content) if each not in asked.forms]
    for wanted in clauses:
        own = wanted.new - LEADING
        shared = [each for each in own if _is_said(each, said)]
        strange = [each for each in new if not _is_of(each, wanted)]
        if THIRD * len(shared) > len(own) or len(strange) < LEAST:
            return None
    return Decision(0.3, Reason.PARTIAL, "shares little of the accepted clause, and says another thing")


def _is_said(each: str, said: Said) -> bool:
    known = meaning(each)
    return (
        _is_shared(each, said)
        or (known is not None and known in said.meanings)
        or any(alike(each, other) or _within(each, other) for other in said.content)
    )


def _is_of(each: str, wanted: Wanted) -> bool:
    """Return whether a word of an answer is one of an accepted text, inflected or by another of its meaning."""
    known = meaning(each)
    return any(
        each == one
        or stem(each) == stem(one)
        or _is_form(each, one)
        or alike(each, one)
        or _within(each, one)
        or (known is not None and known == meaning(one))
        for one in wanted.content
    )


_LEAST = 4  # letters of a word within a longer one


def _within(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST and (one in other or other in one)


def is_only_near_it(asked: Asked, said: Said) -> Decision | None:
    """Decide where a place is accepted in common words and by what it is near, and a short answer has another place there: "at a station near Vane"."""
    if len(said.words) > MOST or not asked.wanted:
        return None
    if all(_shares_only_the_end(each, said) for each in asked.wanted):
        return Decision(0.3, Reason.WRONG_WORDS, "another place near the same one")
    return None


def _shares_only_the_end(wanted: Wanted, said: Said) -> bool:
    if wanted.forms[0] not in PREPOSITIONS or not said.forms or said.forms[0] not in PREPOSITIONS:
        return False
    *head, last = [each for each in wanted.content if each not in PREPOSITIONS]
    if len(head) < LEAST or last not in said.bag or any(_is_said(each, said) for each in head):
        return False
    return any(not _is_of(each, wanted) for each in said.content if each not in PREPOSITIONS)


OF_CLAUSES = (
    says_the_opposite_within,
    is_of_another_time,
    is_only_near_it,
    shares_too_little,
)
