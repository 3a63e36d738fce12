"""Answers judged over again by what in them answers the question, where they tell something else beside it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, ListAnswer, QuantityAnswer, Reason
from qa_eval.reading.calendar import A_DAY, A_MONTH
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers.strict.lists.freely import AS_WELL, told_plainly
from qa_eval.scorers.strict.lists.items import ItemsGold
from qa_eval.scorers.strict.lists.opposed import told_of_opposite
from qa_eval.scorers.strict.notations.notation import NotationGold
from qa_eval.scorers.strict.parts.formerly import value_formerly
from qa_eval.scorers.strict.parts.gapped import value_of_thing
from qa_eval.scorers.strict.parts.labelled import value_of_name
from qa_eval.scorers.strict.parts.led_in import behind_leads
from qa_eval.scorers.strict.parts.moments import of_its_time, tells_only_now
from qa_eval.scorers.strict.parts.own_part import clauses_of_deed, own_parts
from qa_eval.scorers.strict.parts.planned import planned_first
from qa_eval.scorers.strict.parts.ranked import part_of_rank
from qa_eval.scorers.strict.parts.remarks import LONGEST, without_remarks
from qa_eval.scorers.strict.parts.results import result_instead, result_of
from qa_eval.scorers.strict.parts.set_aside import without_what_is_set_aside
from qa_eval.scorers.strict.parts.votes import votes_of_side
from qa_eval.scorers.strict.parts.withdrawn import is_of_the_rest, still_said, waits_until
from qa_eval.scorers.strict.quantities.changed import asks_difference, gives_sides
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_MOST_WORDS = 8  # of an answer that tells nothing but what is asked for
_ANOTHER = frozenset((Reason.WRONG_VALUE, Reason.OTHER_FIGURE, Reason.WRONG_DATE, Reason.LESS_PRECISE))
_BARE = regex(
    rf"\W*(?:it['’]s\s+)?(?:(?:on|in|the|at|it|was|is|about|around|by|for|only|just|some)\s+){{0,3}}[$€£]?(?:\d|(?:{'|'.join(sorted(STARTERS - {'second'}))}"
    rf"|(?:{A_DAY})|{A_MONTH})\b)[^.;!?]*[.!]?",
    re.IGNORECASE,
)
_BUT_NOT = regex(r",?\s+but\s+(?:not|no|without)\s[^.;!?]*", re.IGNORECASE)  # of a list, what is none of it
# of a list, what is told of others: "; D and E pulled out", ", with D taken in"
_OTHERS = regex(r"(?P<list>[^;]+)(?:;\s+|,\s+(?:with|while|whereas)\s+)(?P<others>[^;]+)", re.IGNORECASE)
_GIVEN = regex(
    r"(?P<list>[^;]+)(?:;\s+|,\s+(?:while|whereas|but)\s+)[^;,]+\s(?:is|are|will be)\s+(?:provided|supplied|included|available|handed out|optional|unnecessary|not (?:needed|required|necessary)|excluded)\b[^;]*",
    re.IGNORECASE,
)
_GIVEN_ASKED = regex(r"\b(?:provid\w*|suppl\w*|includ\w*|available|optional|excluded)\b", re.IGNORECASE)
_CONCERNS = regex(r"\b(?:concerns?|belongs?|stays?|stands?|remains?|goes?|needs?|comes?)\b", re.IGNORECASE)
_NOT = regex(r"\b(?:not|never|no)\b|n't\b", re.IGNORECASE)


def is_reconsidered(question: Question, gold: Gold) -> bool:
    """Return whether answers to a question are judged over again: where figures, dates or items are accepted."""
    return isinstance(question.answer, QuantityAnswer | DateAnswer | ListAnswer) or isinstance(gold, NotationGold)


def reconsidered(relation: Relation, gold: Gold, question: Question, text: str, document: Document | None) -> Relation:
    """Return how an answer without its remarks on other things relates to what is accepted, where that says more than ``relation``.

    A right answer with a remark is right; "23; Costa has 19" does not say 19 of anybody else.
    """
    if len(text) > LONGEST:
        return relation
    if relation.reason in ACCEPTED:
        if isinstance(question.answer, ListAnswer):
            return _list_overturned(relation, gold, text, document)
        return _overturned(relation, gold, question, text, document)
    if relation.reason is Reason.SEVERAL_ANSWERS and relation.certain:
        return relation  # what is asked for is told of another figure
    if isinstance(question.answer, QuantityAnswer) and gives_sides(text) and asks_difference(question.text):
        return relation  # "It took 18 s, compared with 60 s" is no remark behind how much faster it was
    parts = (
        _parts_of_list(text, gold, question.text) if isinstance(question.answer, ListAnswer) else _parts(text, question)
    )
    again = (gold.relate(part, document) for part in parts)
    return next((each for each in again if each.reason in ACCEPTED), relation)


def _parts(text: str, question: Question) -> list[str]:
    """Return the parts of an answer by which it is judged over again: what it still says, or what it says without remarks."""
    if (still := still_said(text, question.text)) != text:
        return [still]
    if result := result_of(text, question.text):
        return [result, without_remarks(text, question.text)]
    if side := votes_of_side(text, question.text):
        return [side]
    if planned := planned_first(text, question.text) or value_formerly(text, question.text):
        return [planned]
    if ranked := part_of_rank(text, question.text):
        return [ranked]
    if (timely := of_its_time(text, question.text)) != text:
        return [timely]
    if named := value_of_name(text, question.text) or value_of_thing(text, question.text):
        return [named]
    own = without_remarks(text, question.text)
    led = behind_leads(text, question.text) if own != text else ()
    return [*([own] if own != text else []), *own_parts(own, question.text), *led]


def _parts_of_list(text: str, gold: Gold, question: str) -> list[str]:
    """Return what an answer says of a list without what it tells beside the items."""
    apart = _set_apart(text, question)
    if apart == "":
        return []
    own = apart or without_remarks(_BUT_NOT.sub("", text), question)
    plain = told_plainly(text, gold.own, question) if isinstance(gold, ItemsGold) else text
    parts = [each for each in dict.fromkeys((own, plain)) if each != text]
    return [] if parts and isinstance(gold, ItemsGold) and told_of_opposite(text, gold.own, question) else parts


def _set_apart(text: str, question: str) -> str | None:
    """Return a list without what an answer tells of others behind it: "A and B; C pulled out"; None where it tells of none.

    It is empty where the others belong to it: "A and B; C was added too".
    """
    found = _OTHERS.fullmatch(text)
    if found is None:
        return None
    told = found["others"]
    if AS_WELL.search(told):
        return ""
    apart = (has_verb(told) or _CONCERNS.search(told)) and not stems(told) & stems(question)
    return found["list"] if apart else None


def _list_overturned(relation: Relation, gold: Gold, text: str, document: Document | None) -> Relation:
    """Return what speaks against a list: that it tells the items of the opposite, or one as there already, "A and B; C is provided"."""
    if not isinstance(gold, ItemsGold):
        return relation
    opposite = "" if gold.ordered else told_of_opposite(text, gold.own, gold.question)
    if opposite:
        return Relation(
            Reason.CONTRADICTION, f'says "{opposite}" of what is accepted, {gold.shown}', relation.read, 0.0
        )
    given = _GIVEN.fullmatch(text)
    if given is None or _GIVEN_ASKED.search(gold.question):
        return relation
    again = gold.relate(given["list"], document)
    return relation if again.reason in ACCEPTED else again


def _overturned(relation: Relation, gold: Gold, question: Question, text: str, document: Document | None) -> Relation:
    """Return what speaks against an answer that holds what is accepted, but for something else; else its relation."""
    if is_of_the_rest(text, question.text):
        return Relation(Reason.CONTRADICTION, f"counts others than those asked for: {relation.read}", relation.read)
    if tells_only_now(text, question.text):
        return Relation(Reason.WRONG_VALUE, f"says what it is now: {relation.read}", relation.read)
    if waits_until(text, question.text):
        return Relation(Reason.CONTRADICTION, f"gives it for something else: {relation.read}", relation.read)
    still = still_said(text, question.text)
    if still != text and (any(map(str.isdecimal, still)) or not STARTERS.isdisjoint(still.lower().split())):
        again = gold.relate(still, document)
        if again.reason not in ACCEPTED:
            return Relation(Reason.CONTRADICTION, f"takes back {relation.read}: read {again.read}", again.read)
    own = without_what_is_set_aside(text, question.text)
    if own != text and gold.relate(own, document).reason not in ACCEPTED:
        return Relation(Reason.CONTRADICTION, f"gives it for something else: {relation.read}", relation.read)
    dated = isinstance(question.answer, DateAnswer) or isinstance(gold, NotationGold)
    for part in _told_of_it(text, question.text, dated=dated):
        if (again := gold.relate(part, document)).reason in _ANOTHER:
            return again
    return relation


def _told_of_it(text: str, question: str, *, dated: bool) -> Iterator[str]:
    """Yield what an answer gives under the name, of the rank and of the time that is asked about, and what it says first.

    ``dated``: a date or time is asked for, of which the one clause with the deed that is asked about tells.
    """
    if named := value_of_name(text, question) or value_of_thing(text, question):
        yield named
    if ranked := part_of_rank(text, question):
        yield ranked
    if result := result_instead(text, question) or planned_first(text, question):
        yield result
    if (timely := of_its_time(text, question)) != text:
        yield timely
    own = without_remarks(text, question)
    if own != text and _is_bare(own):
        yield own
    elif dated:
        yield from islice(clauses_of_deed(text, question), 1)


def _is_bare(text: str) -> bool:
    """Return whether a text is a figure or date and nothing that is said of it."""
    return (
        len(text.split()) <= _MOST_WORDS
        and _BARE.fullmatch(text) is not None
        and not has_verb(text)
        and not _NOT.search(text)
    )
