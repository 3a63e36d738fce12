"""Lint of a dataset: against its document, against its own examples, and question against question.

A rule is a small function that yields what it finds wrong; ``RULES`` holds them all, and each problem ends with the name
of its rule in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.coverage import document_covered
from qa_eval.check.drafts import drafts_finished
from qa_eval.check.evidence import (
    document_fresh,
    evidence_found,
    evidence_given,
    evidence_unambiguous,
    gold_in_evidence,
)
from qa_eval.check.examples import (
    accepted_scored,
    aliases_consistent,
    examples_distinct,
    examples_enough,
    examples_scored,
)
from qa_eval.check.golds import (
    date_as_fine_as_asked,
    date_readable,
    gold_unambiguous,
    list_declared,
    list_items_distinct,
    phrase_says_its_words,
    tolerance_holds_answer,
    tolerance_in_unit,
)
from qa_eval.check.subject import Remark, Rule, Subject
from qa_eval.check.wording import aliases_agree, answer_not_in_question, paraphrases_differ, questions_differ

if TYPE_CHECKING:
    from qa_eval.dataset import Located
    from qa_eval.errors import Problem
    from qa_eval.model import Dataset, Scorer

__all__ = ["RULES", "Remark", "Rule", "Subject", "check", "name_of"]

RULES: tuple[Rule, ...] = (
    document_fresh,
    evidence_found,
    evidence_given,
    evidence_unambiguous,
    gold_in_evidence,
    gold_unambiguous,
    date_readable,
    date_as_fine_as_asked,
    phrase_says_its_words,
    list_items_distinct,
    tolerance_in_unit,
    tolerance_holds_answer,
    list_declared,
    accepted_scored,
    aliases_consistent,
    examples_scored,
    examples_enough,
    examples_distinct,
    paraphrases_differ,
    questions_differ,
    answer_not_in_question,
    aliases_agree,
    document_covered,
    drafts_finished,
)


def check(dataset: Located | Dataset, scorer: Scorer) -> tuple[Problem, ...]:
    """Return all that the rules find, sorted by place; the severity of a problem is "error" or "warning".

    A dataset that was loaded with ``dataset.load_with_marks`` has its problems told by line and column, any other by the
    ids of its questions alone. ``scorer`` says whether the questions' own examples are right.
    """
    subject = Subject.of(dataset, scorer)
    return tuple(sorted(subject.problem(remark, name_of(rule)) for rule in RULES for remark in rule(subject)))


def name_of(rule: Rule) -> str:
    """Return the name that a rule's problems carry.

    >>> name_of(document_covered)
    'document-covered'
    """
    return rule.__name__.replace("_", "-")
