"""Deeds that an answer turns round: "Borland gave it to Drum", where it is asked who gave it to Borland, and "It is made by wasps", for bees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_echo, is_form, is_strange
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 4  # words of a clause with its subject, its verb and the accepted one behind "to" or "by"
_TO_ASKED = regex(
    r"\W*(?:who|(?:which|what) (?:\w+ ){1,2}?)\s*(?P<verb>gave|sold|ceded|presented|lent|sent|awarded|donated|granted|lost|offered|returned|surrendered|taught|introduced)\b[^?]*? to (?:the )?(?P<who>[A-Z][\w' ]*)",
    re.IGNORECASE,
)
_TO = regex(r"\bto (?:the (?:people of )?)?\Z")
_DOES_ASKED = regex(r"\W*what (?:do|does|did) (?:the |an? )?(?P<who>[a-z]+) (?P<verb>[a-z]+)\b", re.IGNORECASE)
_BY = regex(r"\s+(?:is|are|was|were) (?:only |mostly )?(?P<done>[a-z]+) by (?:the |an? )?(?P<who>[a-z]+)\b")


def is_turned_round(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says what is asked of the accepted one, but as done to it, or by another."""
    if asked.is_negated or not LEAST <= len(said.words) <= 2 * SHORT:
        return None
    return _goes_to(asked, said) or _is_done_by_another(asked, said) or _is_done_to_it(asked, said)


def _is_done_to_it(asked: Asked, said: Said) -> Decision | None:
    """Decide where another one does what is asked, and the accepted one is only where to or what for: "The lungs pump it to the heart"."""
    question = asked_of(asked.text)
    if question.slot is not Slot.SUBJECT or not question.verb or len(said.sentences) > 1:
        return None
    verb = next((word for word in said.words if is_form(word, question.verb)), None)
    before = [word for word in said.words if verb and word.end <= verb.start]
    content = [word for word in before if word.form not in SMALL]
    if verb is None or not 0 < len(content) <= 2 or not all(is_strange(word, asked) for word in content):  # noqa: PLR2004 - a name
        return None
    if any(word.form in _HELPERS for word in before):
        return None
    spans = mentions(asked, said)
    if not spans or not all(start > verb.end and _TOWARDS.search(said.plain, verb.end, start) for start, _ in spans):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "done by another, to or for the accepted one")


def _goes_to(asked: Asked, said: Said) -> Decision | None:
    question = _TO_ASKED.match(asked.text) if "to" in said.bag else None
    if question is None:
        return None
    spans = mentions(asked, said)
    verb = next((word for word in said.words if word.form == form(question["verb"].lower())), None)
    if (
        not spans
        or verb is None
        or not all(start > verb.end and right_before(_TO, said.plain, start) for start, _ in spans)
    ):
        return None
    before = [word for word in said.words if word.end <= verb.start and word.form not in SMALL]
    if not before or not all(word.capital and is_echo(word, asked) for word in before):
        return None
    return Decision(0.15, Reason.CONTRADICTION, "the deed the other way round")


def _is_done_by_another(asked: Asked, said: Said) -> Decision | None:
    question = _DOES_ASKED.match(asked.text) if "by" in said.bag else None
    if question is None:
        return None
    spans = mentions(asked, said)
    told = [_BY.match(said.plain, end) for _, end in spans]
    if not spans or not all(told):
        return None
    verb, who = verb_stem(form(question["verb"].lower())), form(question["who"].lower())
    for each in filter(None, told):
        doer = next((word for word in said.words if word.start == each.start("who")), None)
        if doer is None or doer.form == who or not is_strange(doer, asked):
            return None
        done = verb_stem(form(each["done"]))
        if done != verb and (done, verb) not in _IRREGULAR:
            return None
    return Decision(0.15, Reason.WRONG_NAME, "done by another")


_HELPERS = frozenset(map(form, ("is", "was", "are", "were", "be", "been", "by", "not", "who", "which", "that")))
_TOWARDS = regex(r"\b(?:to|into|towards?|for|from)(?: the| its| their)?\s+\Z")
_IRREGULAR = frozenset(
    (verb_stem(done), verb_stem(verb))
    for done, verb in (("made", "make"), ("eaten", "eat"), ("built", "build"), ("grown", "grow"), ("written", "write"))
)
