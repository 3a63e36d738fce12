"""Accepted texts in signs: expressions, intervals, orders, matched lists and letters, whose signs and order are all of them."""

from __future__ import annotations

import re  # noqa: TC003 - types of a table
from functools import partial
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._formal.angles import ANGLE_ASKED, same_angle
from qa_eval.scorers._formal.charges import CHARGE_ASKED, same_charge
from qa_eval.scorers._formal.expressions import FUNCTIONS, is_expression, written
from qa_eval.scorers._formal.factors import FACTORS_ASKED, PRIMES_ASKED, has_fewer_factors, same_primes
from qa_eval.scorers._formal.formulas import INTERVAL_ASKED, read_formula, same_formula
from qa_eval.scorers._formal.in_order import ORDER_ASKED, same_sequence
from qa_eval.scorers._formal.labelled import parts_of, same_parts
from qa_eval.scorers._formal.letters import leaves_letters_open
from qa_eval.scorers._formal.margins import same_margin
from qa_eval.scorers._formal.pairs import MATCHING_ASKED, same_pairs
from qa_eval.scorers._formal.per_item import same_per_item
from qa_eval.scorers._formal.reactions import ARROW, same_reaction
from qa_eval.scorers._formal.sameness import is_within_more, same_expression
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

    Comparison: TypeAlias = Callable[[str, str], bool | None]

# what is no code, "F-16", and no name, "AC/DC"
_SIGNS = regex(
    rf"[=<>≤≥^√π±∞\\∈²³]|(?<![A-Za-z\d])\d+[a-z](?![a-z])|[(\[]\s*[-−]?\d|(?<!\w)[a-z]\s?[-+−]\s?\d|\d\s?[-+−]\s?[a-z](?!\w)|(?<!\w)[A-Za-z]\s[-+−]\s[A-Za-z](?!\w)|(?<!\w)[A-Za-z]_[\w(){{}}]{{1,8}}\s*[-+*/−]|[-+*/−]\s*[A-Za-z]_|\b(?:{'|'.join(FUNCTIONS)})\b"
)
_LETTER = regex(r"\W?[A-J]\W?|\([a-j]\)")
_BOUNDS = regex(r"[≤≥<>∞]|\\infty|\\[lg]e")
_EXACT = regex(r"[a-zA-Zπ√]")
_DECIMAL = regex(r"\d\.\d")


class FormalGold:
    """Accepted texts in signs, which ``same`` compares; ``plain`` judges first, and what cannot be compared."""

    def __init__(self, texts: Sequence[str], same: Comparison, plain: Gold) -> None:
        self.shown = plain.shown
        self.texts, self.same, self.plain = texts, same, plain
        self.decimal = any(map(_DECIMAL.search, texts))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted texts: a sign or a place makes another of it, another way to write it does not."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        judged = [self._compared(text, each) for each in self.texts]
        if relation.reason in ACCEPTED:
            if True in judged or not (False in judged or self._leaves_bounds_out(text, relation)):
                return relation
            return Relation(Reason.WRONG_VALUE, f"another than {self.shown}", shown(text))
        if True not in judged or (not self.decimal and _DECIMAL.search(text)):
            return relation  # a decimal only rounds what is exact
        return Relation(Reason.EQUAL_VALUE, f"the same as {self.shown}", shown(text), certain=True)

    def _leaves_bounds_out(self, text: str, relation: Relation) -> bool:
        """Return whether an answer has only the figures of an accepted interval."""
        return relation.reason is Reason.CONTAINS_GOLD and all(
            _BOUNDS.search(each) and each not in text for each in self.texts
        )

    def _compared(self, text: str, accepted: str) -> bool | None:
        whole = self.same(text.strip(" ."), accepted)
        return self.same(strip_frame(text), accepted) if whole is None else whole


def formal_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares what is accepted by its signs, where that is written in signs or in an order that is asked for; else ``plain``."""
    texts = question.accepted
    if not texts or not all(len(text) <= SHORT for text in texts):
        return plain
    same = _comparison(question)
    return FormalGold(texts, same, plain) if same else plain


def signed_figure_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares charges with their signs, or angles in any measure, where one is asked for and accepted; else ``plain``."""
    texts = question.accepted
    for asked, same in _FIGURES:
        if texts and asked.search(question.text) and all(same(text, text) for text in texts):
            return FormalGold(texts, same, plain)
    return FormalGold(texts, same_margin, plain) if texts and all(same_margin(text, text) for text in texts) else plain


def _same_bounds(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted interval; None where none is accepted or said."""
    return same_formula(answer, accepted, interval=True) if _BOUNDS.search(accepted) else None


_FIGURES: tuple[tuple[re.Pattern[str], Comparison], ...] = (
    (CHARGE_ASKED, same_charge),
    (ANGLE_ASKED, same_angle),
    (INTERVAL_ASKED, _same_bounds),
)


def _comparison(question: Question) -> Comparison | None:
    texts = question.accepted
    asked: tuple[tuple[bool, Comparison], ...] = (
        (ORDER_ASKED.search(question.text) is not None, partial(same_sequence, asked=question.text)),
        (MATCHING_ASKED.search(question.text) is not None, same_pairs),
        (CHARGE_ASKED.search(question.text) is not None, same_charge),
        (PRIMES_ASKED.search(question.text) is not None, same_primes),
        (any(map(ARROW.search, texts)), same_reaction),
        (True, partial(same_per_item, asked=question.text)),
    )
    for applies, compare in asked:
        if applies and all(compare(text, text) for text in texts):
            return compare
    if all(map(_LETTER.fullmatch, texts)):
        return _chosen
    if all(map(parts_of, texts)):
        return same_parts
    if all(map(_SIGNS.search, texts)) and all(map(_is_formal, texts)):
        interval = INTERVAL_ASKED.search(question.text) is not None
        return partial(_same, interval=interval, factors=FACTORS_ASKED.search(question.text) is not None)
    return None


def _is_formal(text: str) -> bool:
    return is_expression(text) or read_formula(text) is not None


def _same(answer: str, accepted: str, *, interval: bool, factors: bool) -> bool | None:
    """Return whether an answer is the accepted expression or formula."""
    if read_formula(accepted) is not None:
        return same_formula(answer, accepted, interval=interval)
    same = same_expression(answer, accepted)
    if (same and factors and has_fewer_factors(answer, accepted)) or (not same and is_within_more(answer, accepted)):
        return False
    if same and not _EXACT.search(accepted):
        return _signs(answer) == _signs(accepted) or None  # 4 × 15 is another product than 2² × 3 × 5
    return same


def _signs(text: str) -> str:
    return written(text).replace(" ", "").replace("(", "").replace(")", "")


def _chosen(answer: str, accepted: str) -> bool | None:
    """Return that an answer leaves open which of two letters it means; None for any other."""
    return False if leaves_letters_open(answer) and not leaves_letters_open(accepted) else None
