"""What an answer that is not the first accepted one word for word is judged by: the accepted answers as what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.classic import squad_figures
from qa_eval.model import (
    ABSTENTIONS,
    WORD_FOR_WORD,
    Reason,
    Score,
    Verdict,
)
from qa_eval.reading.languages import in_english
from qa_eval.reading.markup import without_entities
from qa_eval.reading.names.abbreviated import without_last_stop, without_stops
from qa_eval.reading.regex import regex
from qa_eval.reading.text import without_gaps
from qa_eval.scorers._polarity.left_out import left_out_as
from qa_eval.scorers._polarity.needed import as_need
from qa_eval.scorers._polarity.seen_from import as_seen_from
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.written import as_written
from qa_eval.scorers.strict.declining import declines_rather, gives_nothing
from qa_eval.scorers.strict.lists.items import ItemsGold
from qa_eval.scorers.strict.parts.asked_not import without_denial
from qa_eval.scorers.strict.parts.bearers import said_of_another_name
from qa_eval.scorers.strict.parts.corrected import corrected
from qa_eval.scorers.strict.parts.earliest import of_limit
from qa_eval.scorers.strict.parts.forbidden import as_forbidden
from qa_eval.scorers.strict.parts.gapped import value_of_thing
from qa_eval.scorers.strict.parts.nominal import by_its_verb
from qa_eval.scorers.strict.parts.persons import told_of_another_person, told_of_another_place
from qa_eval.scorers.strict.parts.remarks import may_hold_remark
from qa_eval.scorers.strict.parts.sides import by_sides, tells_of_another
from qa_eval.scorers.strict.parts.told_apart import by_own_part
from qa_eval.scorers.strict.prepared import PUT_OTHERWISE, Prepared
from qa_eval.scorers.strict.quantities.changed import of_earlier_year
from qa_eval.scorers.strict.quantities.documented import without_told_bound
from qa_eval.scorers.strict.quantities.extras import extra_against
from qa_eval.scorers.strict.reconsidered import reconsidered
from qa_eval.scorers.strict.relation import ACCEPTED, Relation, verdict_of

if TYPE_CHECKING:
    from qa_eval.model import Document, Question

_FEWEST = 2  # spaces in an answer that can correct itself or tell who did what
MOST_QUESTIONS = 1_024  # prepared questions that are kept: some 10 kB each
LONGEST_ANSWER = 100_000  # characters; more is no short answer, whatever it says
# of one question, scores that are kept, and the longest answer that is: several answerers say the same, as do repetitions
MOST_SCORES, LONGEST_KEPT = 8, 200


class Judge:
    """Scores answers; what was read of a question and its accepted answers is kept for the next answer to it."""

    def __init__(self) -> None:
        self._prepared: dict[int, Prepared] = {}

    def score(self, question: Question, text: str, document: Document | None) -> Score:
        """Score one answer."""
        prepared = self._prepared.get(id(question))
        if prepared is None or prepared.question is not question:
            prepared = self._prepare(question)
        if prepared.document is not document:
            prepared.document, prepared.neighbours, prepared.scores = document, None, {}
        known = prepared.scores.get(text)
        if known is not None:
            return known
        made = _rephrased(_scored(prepared, text, document), prepared, text, document)
        made = _plainer(made, prepared, text, document)
        if len(text) <= LONGEST_KEPT and len(prepared.scores) < MOST_SCORES:
            prepared.scores[text] = made
        return made

    def _prepare(self, question: Question) -> Prepared:
        prepared = Prepared(question)
        while len(self._prepared) >= MOST_QUESTIONS:
            self._prepared.pop(next(iter(self._prepared)), None)
        self._prepared[id(question)] = prepared
        return prepared


def _scored(prepared: Prepared, text: str, document: Document | None) -> Score:
    relation = relate(prepared, text, document)
    if prepared.question.language:
        message, read = as_written(relation.message, relation.read, prepared.question, text)
        relation = relation._replace(message=message, read=read)
    if prepared.is_list and isinstance(prepared.gold, ItemsGold):
        exact_match, f1 = prepared.gold.classic(text)
    else:
        exact_match, f1 = squad_figures("" if relation.reason in ABSTENTIONS else text, prepared.classic)
    verdict = verdict_of(relation)
    value = float(verdict is Verdict.CORRECT) if relation.value is None else relation.value
    return Score(verdict, value, relation.reason, relation.message, relation.read, prepared.shown, exact_match, f1)


def _rephrased(made: Score, prepared: Prepared, text: str, document: Document | None) -> Score:
    """Return the score of an answer by what it says in the one construction of those that say the same, where that is accepted."""
    other = prepared.rephrased
    if other is None or made.reason not in PUT_OTHERWISE or len(text) > LONGEST_KEPT:
        return made
    told = other.told(text)
    if told == text and not other.is_told_otherwise:
        return made
    if _scored(other.prepared, told, document).verdict is not Verdict.CORRECT:
        return made
    message = f"says {prepared.shown} in another construction"
    return replace(made, verdict=Verdict.CORRECT, value=1.0, reason=Reason.CONTAINS_GOLD, message=message)


def _plainer(made: Score, prepared: Prepared, text: str, document: Document | None) -> Score:
    """Return the score of an answer that is refused for what it only says over again or sets between, by what it says without it."""
    if made.reason is not Reason.CONTRADICTION or not prepared.has_one_value or len(text) > LONGEST_KEPT:
        return made
    if prepared.question.language:
        return made  # what is told plainer is told so in English words
    from qa_eval.scorers.strict.plainer import told_plainer  # noqa: PLC0415 - few answers get so far

    for told in told_plainer(text, prepared.english.text, prepared.english.accepted):
        again = _scored(prepared, told, document)
        if again.verdict is Verdict.CORRECT:
            return replace(again, read=made.read, exact_match=made.exact_match, f1=made.f1)
    return made


def relate(prepared: Prepared, text: str, document: Document | None) -> Relation:
    """Relate an answer to what is accepted: the same text, an abstention, too much text, or what it is read as."""
    same = prepared.texts.get(text.strip()) or prepared.texts.get(text)
    if same is not None:
        told = WORD_FOR_WORD if same is Reason.EXACT else "one of the accepted answers, word for word"
        return Relation(same, told, shown(text))
    if len(text) > LONGEST_ANSWER:
        return Relation(Reason.UNREADABLE, f"{len(text):,} characters are no short answer", shown(text))
    text = _readable(prepared, text)
    tells = text.count(" ") >= _FEWEST
    text = _plainly(prepared, text, document, tells=tells)
    relation = _related(prepared, text, document)
    if prepared.is_reconsidered and may_hold_remark(text) and not extra_against(text, prepared.shown):
        relation = reconsidered(relation, prepared.gold, prepared.question, text, document)
    relation = prepared.every_word.judged(relation, text)
    if tells and not (prepared.wants_figure and extra_against(text, prepared.shown)):
        relation = prepared.framing.judged(relation, text, document)
        if prepared.has_one_value:
            relation = by_sides(relation, prepared.gold, prepared.english.text, text, document)
            relation = prepared.stage.judged(relation, text, document)
        if document is not None:
            relation = _with_document(relation, prepared, text, document)
    if " " in text or "_" in text:
        relation = _checked(relation, prepared, text, document)
    if (
        prepared.declines
        and relation.reason not in _CERTAIN
        and not relation.certain
        and declines_rather(text, relation, prepared.english.text, prepared.shown)
    ):
        return Relation(Reason.ABSTAINED, f"declines to answer, accepted {prepared.gold.shown}", shown(text))
    if relation.reason is Reason.UNREADABLE and prepared.wants_figure and gives_nothing(text, prepared.english.text):
        return Relation(Reason.ABSTAINED, f"gives no figure and declines, accepted {prepared.gold.shown}", shown(text))
    return relation


def _related(prepared: Prepared, text: str, document: Document | None) -> Relation:
    """Return how a text relates to what is accepted; a condition that is led in otherwise is not that word for word."""
    relation = prepared.gold.relate(text, document)
    led = prepared.on_condition is not None and relation.reason is Reason.EXACT
    return relation._replace(reason=Reason.CONTAINS_GOLD) if led else relation


def _readable(prepared: Prepared, text: str) -> str:
    """Return a text without entities of HTML and wide gaps, in English."""
    text = text if prepared.has_entities else without_entities(text)
    return prepared.business.read(in_english(without_stops(without_gaps(text)), prepared.question.language))


def _plainly(prepared: Prepared, text: str, document: Document | None, *, tells: bool) -> str:
    """Return a text without emphasis, as it corrects itself, and as of the year that is asked about where it tells of two."""
    text = _EMPHASIS.sub(r"\g<what>", text) if "**" in text or "__" in text else text
    if tells and prepared.declines:
        text = of_limit(corrected(text), prepared.question.text)
        text = left_out_as(text, prepared.english.text) if prepared.has_one_value or prepared.is_list else text
        text = as_seen_from(text, prepared.english.text) if prepared.has_one_value else text
        text = as_need(text, prepared.english.text) if prepared.has_one_value or prepared.is_list else text
        text = as_forbidden(text, prepared.english.text) if prepared.has_one_value or prepared.is_list else text
        text = without_denial(text, prepared.english.text) if prepared.is_list and prepared.checks else text
    text = by_its_verb(text, prepared.english.text) if prepared.wants_figure else text
    text = prepared.on_condition(text) if prepared.on_condition else text
    if document is not None and prepared.wants_figure and " to " in text:
        text = of_earlier_year(text, prepared.english.text, document.text)
    return text


def _with_document(relation: Relation, prepared: Prepared, text: str, document: Document) -> Relation:
    """Return the relation of an answer by what the document tells of the accepted figure, date or name, and of others."""
    if prepared.wants_figure and relation.reason in _BY_DOCUMENT:
        relation = _by_document(relation, prepared, text, document)
    if prepared.has_one_value and relation.reason in ACCEPTED:
        relation = _by_bearer(relation, prepared, text, document)
    return relation


def _by_document(relation: Relation, prepared: Prepared, text: str, document: Document) -> Relation:
    """Return the relation of an answer with the accepted figure or date, another one where it says it of another thing, or of other things the other figures that it gives."""
    if relation.reason in _LIMITED:
        bare = without_told_bound(text, document)
        again = prepared.gold.relate(bare, document) if bare else relation
        return again if again.reason in ACCEPTED else relation
    if _SENTENCE.search(text) is None:
        return relation
    if prepared.neighbours is None:
        from qa_eval.scorers.strict.parts.neighbours import Neighbours  # noqa: PLC0415 - most answers are no sentences

        prepared.neighbours = Neighbours(prepared.question, prepared.gold, document)
    if relation.reason is Reason.SEVERAL_ANSWERS:
        thing = value_of_thing(text, prepared.question.text)
        own = (
            ""
            if thing and prepared.gold.relate(thing, None).reason not in ACCEPTED
            else prepared.neighbours.told_alone(text)
        )
        again = prepared.gold.relate(own, document) if own else relation
        sure = again.reason in ACCEPTED and not tells_of_another(prepared.gold, prepared.question.text, text, document)
        return again if sure else relation
    other = prepared.neighbours.said_of_another(text)
    if not other:
        return relation
    told = f'says of it what the document tells of another, "{other}": read {relation.read}'
    return Relation(Reason.CONTRADICTION, told, relation.read)


def _checked(relation: Relation, prepared: Prepared, text: str, document: Document | None) -> Relation:
    """Return the relation of an answer by what it says of now, and a contradiction where something speaks against what it holds."""
    if prepared.has_one_value:
        relation = by_own_part(relation, prepared.gold, prepared.english.text, text, document)
    if relation.reason not in ACCEPTED or not prepared.checks:
        return relation
    shown_gold, lowered = prepared.gold.shown, text.lower()
    names = map(without_last_stop, (shown_gold, *prepared.english.accepted))
    accepted = next((each for each in names if each.lower() in lowered), shown_gold)
    told = next(filter(None, (check(text, prepared.english.text, accepted) for check in prepared.checks)), "")
    return Relation(Reason.CONTRADICTION, f"{told}: {shown_gold}", relation.read) if told else relation


def _by_bearer(relation: Relation, prepared: Prepared, text: str, document: Document) -> Relation:
    measured = prepared.is_reconsidered
    asked, gold = prepared.english.text, prepared.gold
    who = said_of_another_name(text, asked, gold, document, measured=measured)
    tellers = () if who or measured else (told_of_another_person, told_of_another_place)
    told = next(filter(None, (tells(text, asked, gold, document) for tells in tellers)), "")
    if told:
        other = f'says "{told}", which the document says of another: read {relation.read}'
        return Relation(Reason.CONTRADICTION, other, relation.read)
    return Relation(Reason.CONTRADICTION, f"says it of {who}: read {relation.read}", relation.read) if who else relation


_EMPHASIS = regex(r"(?P<mark>\*\*|__)(?=\S)(?P<what>[^*_\n]{1,200})(?<=\S)(?P=mark)")
_LIMITED = frozenset((Reason.WRONG_BOUND, Reason.OTHER_FIGURE))
_BY_DOCUMENT = ACCEPTED | _LIMITED | {Reason.SEVERAL_ANSWERS}
_SENTENCE = regex(r"(?<![a-z])[a-z]{3,}\W+(?:[a-z]+\W+)*?[a-z]{3,}", re.IGNORECASE)
# an abstention that would be read as one of these is none
_CERTAIN = frozenset((Reason.EXACT, Reason.ALIAS))
