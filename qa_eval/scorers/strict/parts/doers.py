"""Who is said to do what is accepted or asked, where that is another one: "Moe had blocked a boat", Olsen being asked about."""

from __future__ import annotations

import re

from qa_eval.reading.calendar import DAYS, SURE_MONTHS
from qa_eval.reading.names.spelling import spelling
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded, key

_DOING = regex(r"(?:(?:for|by|in|from)\s+)?[a-z]{3,}ing\b")
_DOER = regex(
    r"(?:^|[.;:,]\s+|\b(?:[Bb]ecause|[Ss]ince|[Aa]s|[Ww]hen|that|after)\s+)(?P<who>(?!(?:Because|Since|As|When|He|She|It|They|We|The|This|That)\b)[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})"
    r"\s+(?:(?:had|has|was|is|kept|did)\s+)?\Z"
)

_NAMED = regex(r"(?<=\s)[A-Z](?:[\w'’-]*[a-z\d])")
_NO_NAMES = STARTERS.union(
    SURE_MONTHS,
    DAYS,
    """the a an it he she they we you i in on at by for from to of if when while since after before though although as of not only just both
    two three four five six seven eight nine ten one who what which where how why did does do is are was were has have had may can must
    according there this that these those its their his her our my your""".split(),  # noqa: SIM905 - see above
)
_LONGEST = 300  # characters; a longer answer tells more
_WORD = regex(r"[^\W_](?:[\w'’-]*\w)?")
_DOES = regex(
    r"\W*(?P<who>[A-Z][\w-]*[a-z](?:\s+[A-Z][\w-]*[a-z])?)\s+(?:(?:has|had|will)\s+)?(?P<verb>[a-z]+)\s(?!.*\b(?:than|from|against|over|after|before|and|while)\b)"
)
# "What did Ann Ray plant?"
_DOER_ASKED = regex(r"\b(?:did|does|do|has|have|had|will)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)+\s+[a-z]")
_DONE_BY = regex(
    r"[^.;!?]*\b(?:is|was|are|were|been)\s+(?P<verb>[a-z]+)\s+by\s+(?P<who>[A-Z][\w-]*[a-z](?:\s+[A-Z][\w-]*[a-z])?)(?=[.,;!?]|\s+(?:in|on|at)\b|\Z)(?!.*\b(?:than|from|against|over|after|before|and|while)\b)"
)


def other_doer(text: str, span: tuple[int, int], accepted: str, question: str, known: str = "") -> str:
    """Return the name of another one than the question has who does what is accepted, in an answer that holds it at ``span``; "" for none.

    ``known``: the document, in which a name at the very beginning of an answer has to stand.

    >>> other_doer("Because Moe had blocked a boat.", (16, 30), "for blocking a boat", "Why was Olsen warned?")
    'Moe'
    >>> other_doer("Because Olsen had blocked a boat.", (18, 32), "for blocking a boat", "Why was Olsen warned?")
    ''
    """
    doer = right_before(_DOER, text, span[0]) if _DOING.match(accepted) else None
    if doer is None or not set(key(doer["who"])).isdisjoint(key(question)):
        return ""
    named = doer.start("who") > 0 or re.search(rf"(?<=[a-z,] ){re.escape(doer['who'])}\b", known) is not None
    return doer["who"] if named else ""  # "Males drum on trunks" begins with no name


def of_another_doer(text: str, question: str, known: str) -> str:
    """Return the name of another one of whom an answer tells what is asked of one whom the question names; "" for none.

    ``known`` is the document's text, in which that one has to be told of, unless both are named in full.

    >>> of_another_doer("Berg won by 3 seconds.", "By how much did Lund win?", "Lund beat Berg.")
    'Berg'
    >>> of_another_doer("Lund beat Berg by 3 seconds.", "By how much did Lund win?", "Lund beat Berg.")
    ''
    """
    told = (_DONE_BY.match(text) or _DOES.match(text)) if len(text) <= _LONGEST else None
    asked = names_in(f" {question}")
    if told is None or not asked or not stems(told["verb"]) & stems(question) or names_in(f" {text}") & asked:
        return ""
    spelt = (
        frozenset(spelling(folded(word)) for word in words) for words in (told["who"].split(), _WORD.findall(question))
    )
    if frozenset.intersection(*spelt):
        return ""
    both_in_full = " " in told["who"] and _DOER_ASKED.search(question) is not None
    return told["who"] if both_in_full or re.search(rf"(?<=[a-z,] ){re.escape(told['who'])}\b", known) else ""


def names_in(text: str) -> frozenset[str]:
    """Return the words of names, but for what a sentence may begin with: "van Duin", "E2"."""
    found = (name[0] for name in _NAMED.finditer(text))
    return frozenset(
        folded(word.removesuffix("'s").removesuffix("’s")) for word in found if word.lower() not in _NO_NAMES
    )
