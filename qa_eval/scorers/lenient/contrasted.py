"""Clauses set side by side by a word of each, of which the accepted one stands in the wrong one: "The first was red and the second blue", for the first."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import agrees
from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.antonyms import OPPOSITES
from qa_eval.scorers.lenient.echoes import is_echo, is_strange
from qa_eval.scorers.lenient.guessed import told_spans
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 4, 45  # words of an answer that sets two clauses side by side
_EDGE = regex(r"[.;:]\s+|,?\s+(?:and|but|while|whereas|so)\s+|,\s+")
_ORDER = ("first", "second", "third", "fourth", "fifth")
# what sets a clause against another one, and what of it a question asks for; the first of each line is asked for by its own words alone
_LABELS: tuple[Mapping[str, re.Pattern[str]], ...] = (
    {each: regex(rf"\b{each}\b", re.IGNORECASE) for each in _ORDER},
    {
        "first": regex(
            r"\b(?:at first|first(?:ly)?|began (?:with|by|as)|started (?:out )?(?:with|by|as|making)|originally)\b",
            re.IGNORECASE,
        ),
        "later": regex(
            r"\b(?:later|afterwards|turned to|switched to|moved on to|followed in|only then|came (?:next|later))\b",
            re.IGNORECASE,
        ),
    },
    {
        "most": regex(r"\b(?:most(?:ly)?|main(?:ly)?|majority|chief(?:ly)?|nearly (?:all|every\w*))\b", re.IGNORECASE),
        "few": regex(r"\b(?:(?:only )?(?:a )?few|hardly any\w*|minority|a handful)\b", re.IGNORECASE),
    },
)
_NOW = regex(r"\b(?:today(?:['’]s)?|now|nowadays|the (?:new|present|current)(?: one)?)\b", re.IGNORECASE)
_OLD = regex(
    r"\b(?:(?:the|his|her|its|their|our) (?:old|former|earlier|previous|first|original)|until \d{4}|in the past)\b",
    re.IGNORECASE,
)
_OLD_ASKED = regex(
    r"\b(?:old|former|earlier|previous\w*|once|past|first|original\w*|was|were|did|had)\b", re.IGNORECASE
)
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_AT_LAST = regex(r"\bfirst\W*\Z", re.IGNORECASE)  # "who sang it first", "who is on first"
_STRANDED = regex(r"\b(?P<verb>[a-z]{3,}) (?P<with>of|for|from|with|on|by|into|under)\s*\?", re.IGNORECASE)
_NAMING = frozenset(("by", "in"))
_WHERE = regex(
    r"\W*(?:where|in (?:which|what) [a-z]+) (?:was|were|is|are) .*\b(?P<verb>[a-z]+(?:ed|en|rn|wn|ld|ht))\s*\?",
    re.IGNORECASE,
)
_A_KIND = regex(r"\s(?:an?|one of|his|her|their|its)\s(?:[a-z]|[A-Z][\w-]+ [a-z])")
_HALT = regex(r";\s|,?\s(?:but|while|whereas)\s")
_BE = frozenset(("is", "was", "are", "were", "been"))
_IT = frozenset(("it", "they", "he", "she", "this", "that"))
_OTHERS = frozenset(("other", "others", "several", "many", "some", "also", "another"))
_LIGHT = frozenset(("itself", "himself", "herself", "themselves", "best", "most", "now", "today", "first", "once"))
REACH = 3  # words from a verb to "by", that one included
FEW = 30  # words of an answer that says by whom it is done


def stands_in_the_other_clause(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks for the first, the most, now or a year, and the accepted one stands in a clause of another, beside one of it."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.asks_several:
        return None
    spans = _spans(asked, said)
    clauses = _clauses(said) if spans else []
    if len(clauses) == 1 or not spans:
        return None
    mine = [next((each for each in clauses if each[0] <= start < each[1]), (0, 0)) for start, _ in spans]
    others = [each for each in clauses if each not in mine]
    for wanted, against in _asked_labels(asked.text, asked.years, asked.listed):
        if not all(_has(against, said, each) and not _has((wanted,), said, each) for each in mine):
            continue
        if any(wanted.search(said.plain, *each) and _tells(said.between(*each), asked) for each in others):
            return Decision(0.15, Reason.CONTRADICTION, "says it of another one than is asked for")
    return None


def _spans(asked: Asked, said: Said) -> Sequence[Span]:
    if not asked.only_dates:
        return told_spans(asked, said)
    golds = [gold for _, gold in asked.dates]
    return [(each.start, each.end_offset) for each in said.dates if any(agrees(each, gold).agreeing for gold in golds)]


def stands_in_its_clause(asked: Asked, said: Said) -> bool:
    """Return whether the accepted one stands in the clause of what is asked for, beside clauses of others: "The first was red and the second blue", for the second."""
    spans = told_spans(asked, said) if LEAST <= len(said.words) <= MOST else []
    clauses = _clauses(said) if spans else []
    mine = [next((each for each in clauses if each[0] <= start < each[1]), (0, 0)) for start, _ in spans]
    return bool(mine) and any(
        all(_has((wanted,), said, each) and not _has(against, said, each) for each in mine)
        and any(_has(against, said, each) for each in clauses if each not in mine)
        for wanted, against in _asked_labels(asked.text, asked.years, asked.listed)
    )


def _has(patterns: Sequence[re.Pattern[str]], said: Said, clause: Span) -> bool:
    return any(each.search(said.plain, *clause) for each in patterns)


def _clauses(said: Said) -> list[Span]:
    edges = [(0, 0), *(each.span() for each in _EDGE.finditer(said.plain)), (len(said.plain), len(said.plain))]
    return [(before[1], behind[0]) for before, behind in pairwise(edges)]


@lru_cache(maxsize=512)
def _asked_labels(
    question: str, years: frozenset[int], accepted: tuple[str, ...]
) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """Return what marks a clause of what is asked for, and what marks those of others."""
    found = []
    question = _AT_LAST.sub("", question)
    for labels in _LABELS:
        own = [name for name, mark in labels.items() if mark.search(question) and not any(map(mark.search, accepted))]
        if len(own) == 1:
            found.append((labels[own[0]], tuple(mark for name, mark in labels.items() if name != own[0])))
    words = frozenset(re.findall(r"[a-z]+", question.lower()))
    for own in sorted(words & OPPOSITES.keys()):
        against = OPPOSITES[own]
        if against.isdisjoint(words) and not any(_marks((own, *against)).search(text) for text in accepted):
            found.append((_marks((own,)), (_marks(against),)))
    if not _OLD_ASKED.search(question):
        found.append((_NOW, (_OLD,)))
    year = next(iter(years)) if len(years) == 1 else 0
    if year and re.search(rf"\b(?:in|for|of|won the) {year}\b", question):
        found.append((re.compile(rf"\b{year}\b"), (re.compile(rf"\b(?!{year}\b){_YEAR.pattern[2:]}"),)))
    return tuple(found)


def _marks(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})s?\b", re.IGNORECASE)


def _tells(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words tell something new, and nothing accepted."""
    new = any(is_strange(word, asked) or word.form.isdigit() for word in words)
    return new and (asked.only_figures or not any(word.form in asked.words for word in words))


def is_done_by_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked who does something, and an answer says that it is done by another one, or "made of" another thing where that is asked."""
    if (
        not LEAST <= len(said.words) <= FEW
        or asked.is_negated
        or asked.only_figures
        or asked.dates
        or asked.asks_several
    ):
        return None
    verb, preposition = _doing(asked.text)
    if not verb or preposition not in said.bag:
        return None
    spans = told_spans(asked, said)
    for at, word in enumerate(said.words if spans else ()):
        by = next((each for each in said.words[at + 1 : at + REACH] if each.form == preposition), None)
        if verb_stem(word.form) != verb or by is None or not _is_of_it(at, asked, said, passive=preposition == "by"):
            continue
        stop = next((begin for begin in said.sentences if begin > by.end), len(said.plain))
        if preposition == "in" and spans[-1][0] >= stop:
            continue  # "in the Getreidegasse. That is in Salzburg"
        stop = next((each.start() for each in _HALT.finditer(said.plain, by.end, stop)), stop)
        if preposition in _NAMING and asked.are_names | (preposition == "in") and _A_KIND.match(said.plain, by.end):
            continue  # "by a farmer. His name was Ole Strand"
        own = [each for each in said.between(by.end, stop) if each.form not in SMALL]
        initials = {each.initials for each in asked.wanted}
        if not own or not is_strange(own[0], asked) or any(each.form in asked.words | initials for each in own):
            return None
        if not any(_does_it_itself(start, verb, word, said) for start, _ in spans):
            return Decision(0.15, Reason.CONTRADICTION, f'says it of "{said.plain[own[0].start : own[-1].end][:60]}"')
    return None


def _is_of_it(at: int, asked: Asked, said: Said, *, passive: bool) -> bool:
    """Return whether what stands before a verb in its clause is what the question asks about, or "it"; ``passive``: with "was"."""
    start = next(low for low, high in _clauses(said) if low <= said.words[at].start < high or high == len(said.plain))
    before = [word for word in said.words[:at] if word.start >= start]
    low = {said.lowered(word) for word in before}
    if not _OTHERS.isdisjoint(low) or (passive and (not before or said.lowered(before[-1]) not in _BE)):
        return False
    echoes = [word for word in before if is_echo(word, asked)]
    about = bool(echoes) or not _IT.isdisjoint(low) or (not passive and all(word.form in SMALL for word in before))
    return about and all(
        word in echoes or word.form in SMALL or word.form in asked.words or _is_light(word) for word in before
    )


def _is_light(word: Word) -> bool:
    """Return whether a word adds little: "itself", "best", "finally"."""
    return word.form in _LIGHT or word.form.endswith("ly")


@lru_cache(maxsize=512)
def _doing(question: str) -> tuple[str, str]:
    """Return the stem of the verb that a question asks the doer of, and "by", or the verb and preposition that it ends with; "" for none."""
    stranded = _STRANDED.search(question)
    if stranded:
        return verb_stem(stranded["verb"].lower()), stranded["with"].lower()
    where = _WHERE.fullmatch(question)
    if where:
        return verb_stem(where["verb"].lower()), "in"
    told = asked_of(question)
    return (told.verb, "by") if told.slot is Slot.SUBJECT else ("", "")


def _does_it_itself(start: int, verb: str, passive: Word, said: Said) -> bool:
    """Return whether the accepted one is told to do it besides, in a clause with another verb of the question."""
    low, high = next((each for each in _clauses(said) if each[0] <= start < each[1]), (0, 0))
    return any(verb_stem(word.form) == verb and word is not passive for word in said.between(low, high))
