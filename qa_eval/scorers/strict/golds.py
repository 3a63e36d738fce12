"""Which gold judges the answers to a question: the accepted answers, read as what they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qa_eval.model import (
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Unanswerable,
    YesNoAnswer,
)
from qa_eval.scorers.strict.clauses.gold import clause_gold
from qa_eval.scorers.strict.dates.date import DateGold
from qa_eval.scorers.strict.dates.long_ago import long_ago_gold
from qa_eval.scorers.strict.lists.items import ItemsGold
from qa_eval.scorers.strict.lists.listed import listed_gold
from qa_eval.scorers.strict.lists.together import joint_gold
from qa_eval.scorers.strict.mixed import mixed_gold
from qa_eval.scorers.strict.names.bare_signs import bare_sign_gold
from qa_eval.scorers.strict.names.both_names import with_both_names
from qa_eval.scorers.strict.names.by_code import by_code_gold
from qa_eval.scorers.strict.names.chemical import chemical_gold
from qa_eval.scorers.strict.names.chosen import chosen_gold
from qa_eval.scorers.strict.names.compared import compared_gold
from qa_eval.scorers.strict.names.dictated import dictated_gold
from qa_eval.scorers.strict.names.directions import with_sides
from qa_eval.scorers.strict.names.entity import EntityGold
from qa_eval.scorers.strict.names.formal import signed_figure_gold
from qa_eval.scorers.strict.names.genera import genus_gold
from qa_eval.scorers.strict.names.in_country import in_country_gold
from qa_eval.scorers.strict.names.keyed import keyed_gold
from qa_eval.scorers.strict.names.kinds_of import kind_gold
from qa_eval.scorers.strict.names.origins import origin_gold
from qa_eval.scorers.strict.names.paired import paired_gold
from qa_eval.scorers.strict.names.posts import post_gold
from qa_eval.scorers.strict.names.prefixed import prefixed_gold
from qa_eval.scorers.strict.names.several_ranks import several_ranks_gold
from qa_eval.scorers.strict.names.whose import whose_gold
from qa_eval.scorers.strict.names.within import within_gold
from qa_eval.scorers.strict.names.word_forms import word_form_gold
from qa_eval.scorers.strict.notated import notated_date_gold, notated_gold
from qa_eval.scorers.strict.notations.both import both_times_gold
from qa_eval.scorers.strict.notations.clocked import clocked_gold
from qa_eval.scorers.strict.notations.coordinates import coordinates_gold
from qa_eval.scorers.strict.notations.minutes import minutes_gold
from qa_eval.scorers.strict.notations.notation import notation_gold, noted_gold
from qa_eval.scorers.strict.notations.proportions import proportion_gold
from qa_eval.scorers.strict.notations.timed import timed_gold
from qa_eval.scorers.strict.notations.votes import vote_gold
from qa_eval.scorers.strict.parts.mentioned import FirstGold
from qa_eval.scorers.strict.phrases.aged import aged_gold
from qa_eval.scorers.strict.phrases.averted import averted_gold
from qa_eval.scorers.strict.phrases.but_not import but_not_gold
from qa_eval.scorers.strict.phrases.changes import change_gold, stated_gold
from qa_eval.scorers.strict.phrases.common_words import common_gold
from qa_eval.scorers.strict.phrases.composed import composed_gold
from qa_eval.scorers.strict.phrases.due import due_gold
from qa_eval.scorers.strict.phrases.fronted import fronted_gold
from qa_eval.scorers.strict.phrases.measured import measured_gold
from qa_eval.scorers.strict.phrases.often import says_how_often
from qa_eval.scorers.strict.phrases.one_word import one_word_gold
from qa_eval.scorers.strict.phrases.phrase import PhraseGold
from qa_eval.scorers.strict.phrases.reordered import one_way_gold
from qa_eval.scorers.strict.phrases.spelled import spelled_gold
from qa_eval.scorers.strict.phrases.undone import undone_gold
from qa_eval.scorers.strict.phrases.vaguely import sized_gold
from qa_eval.scorers.strict.polarity.lacking import lacking_gold
from qa_eval.scorers.strict.polarity.limited import limited_gold
from qa_eval.scorers.strict.polarity.negative import negative_gold
from qa_eval.scorers.strict.polarity.yes_no import YesNoGold
from qa_eval.scorers.strict.quantities.by_symbol import by_symbol_gold
from qa_eval.scorers.strict.quantities.free import free_gold
from qa_eval.scorers.strict.quantities.full_days import full_day_gold
from qa_eval.scorers.strict.quantities.grouped import grouped_gold
from qa_eval.scorers.strict.quantities.quantity import QuantityGold
from qa_eval.scorers.strict.quantities.recurring import dose_gold, recurring_gold
from qa_eval.scorers.strict.sentences import sentence_gold
from qa_eval.scorers.strict.several.apiece import apiece_gold
from qa_eval.scorers.strict.several.by_role import role_gold
from qa_eval.scorers.strict.several.changes import change_in_time_gold
from qa_eval.scorers.strict.several.counts import counts_gold
from qa_eval.scorers.strict.several.dated import also_dated_gold, dated_name_gold
from qa_eval.scorers.strict.several.exchanges import exchange_gold
from qa_eval.scorers.strict.several.ratings import rating_gold
from qa_eval.scorers.strict.unanswerable import UnanswerableGold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qa_eval.model import Question
    from qa_eval.scorers.strict.relation import Gold


def gold_of(question: Question) -> Gold:
    """Return the accepted answers of a question, read as what they are; free words where they cannot be read so."""
    return full_day_gold(question, _gold_of)


def _gold_of(question: Question) -> Gold:
    match question.answer:
        case QuantityAnswer() as answer:
            quantity = QuantityGold(question, answer)
            if not quantity.accepted:
                return _as_words(question)
            asked = quantity.asked
            rates = (recurring_gold, dose_gold) if asked.says_how_often else (dose_gold,) if asked.is_rate else ()
            refinements = (*QUANTITIES, *rates, dictated_gold, proportion_gold, also_dated_gold)
            return _refined(question, clocked_gold(question, quantity, noted_gold(question, quantity)), refinements)
        case DateAnswer() as answer:
            date = DateGold(question, answer)
            dated = _refined(question, date, DATES) if date.dates else _as_words(question)
            return due_gold(question, dated)
        case EntityAnswer() | PhraseAnswer():
            return _refined(question, spelled_gold(question, _in_words), NOTED)
        case ListAnswer() as answer:
            return ItemsGold(question, answer)
        case YesNoAnswer() as answer:
            return YesNoGold(question, answer)
        case Unanswerable():
            return UnanswerableGold(question)


def _refined(question: Question, gold: Gold, refinements: Iterable[Callable[[Question, Gold], Gold]]) -> Gold:
    """Return a gold within those that ``refinements`` make of it: each judges first, and asks the one within."""
    for refinement in refinements:
        gold = refinement(question, gold)
    return gold


def _in_words(question: Question) -> Gold:
    """Return the accepted names or words of a question."""
    named = measured_gold(with_both_names(with_sides(question)), lambda told: sized_gold(told, _as_named(told)))
    return free_gold(question, named)


def _as_named(question: Question) -> Gold:
    answer = question.answer
    if isinstance(answer, EntityAnswer) and not says_how_often(question):
        named = common_gold(question, answer, EntityGold(question, answer))
        return _refined(question, named, (*NAMES, *WORDS))
    phrase = answer if isinstance(answer, PhraseAnswer) else PhraseAnswer(question.accepted[0])
    return _refined(question, PhraseGold(question, phrase), (*PHRASES, *WORDS))


def _as_words(question: Question) -> Gold:
    words = PhraseGold(question, PhraseAnswer(question.accepted[0] if question.accepted else ""))
    return notation_gold(question, words)


# from the innermost, which judges last, to the outermost
QUANTITIES = (grouped_gold, signed_figure_gold, coordinates_gold, stated_gold, by_symbol_gold)
DATES = (notated_date_gold, negative_gold)
NAMES = (one_word_gold, FirstGold, within_gold, kind_gold, genus_gold)
PHRASES = (averted_gold, fronted_gold)
WORDS = (joint_gold, clause_gold, change_gold, one_way_gold, paired_gold, whose_gold, lacking_gold, listed_gold)
NOTED = (
    notation_gold,
    negative_gold,
    both_times_gold,
    vote_gold,
    partial(minutes_gold, made=_in_words),
    partial(timed_gold, made=_in_words),
    partial(mixed_gold, made=gold_of),
    notated_gold,
    coordinates_gold,
    partial(aged_gold, made=gold_of),
    partial(long_ago_gold, made=gold_of),
    composed_gold,
    but_not_gold,
    partial(sentence_gold, made=gold_of),
    bare_sign_gold,
    word_form_gold,
    limited_gold,
    undone_gold,
    by_code_gold,
    due_gold,
    post_gold,
    keyed_gold,
    prefixed_gold,
    origin_gold,
    dictated_gold,
    chosen_gold,
    compared_gold,
    in_country_gold,
    proportion_gold,
    several_ranks_gold,
    rating_gold,
    exchange_gold,
    counts_gold,
    role_gold,
    dated_name_gold,
    change_in_time_gold,
    partial(apiece_gold, made=_in_words),
    chemical_gold,
)
