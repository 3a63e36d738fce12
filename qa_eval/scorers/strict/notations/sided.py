"""Scores that are accepted with who has them, "Basel 3, Bern 1" and "Basel won 3-1": told in any of the ways that name a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.notations.boards import Told, other_side, told_with_sides
from qa_eval.scorers.strict.notations.winners import Sides, contradicts, winner_of
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold


class SidedGold:
    """An accepted score and its sides; ``score`` judges the answers that name one of them, ``words`` the others."""

    def __init__(self, told: Told, question: str, score: Gold, words: Gold) -> None:
        self.shown = words.shown
        self.winner = frozenset(key(told.winner))
        self.loser = frozenset(key(told.loser or other_side(question, told.winner)))
        self.sides = self.winner | self.loser
        self.score, self.words = score, words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted score and its sides."""
        board = told_with_sides(text) if len(text) <= SHORT else None
        if len(text) > SHORT or (board is None and self.sides.isdisjoint(key(text))):
            return self.words.relate(text, document)
        won = frozenset(key(board.winner)) if board else winner_of(text)
        lost = board is not None and not self.winner.isdisjoint(key(board.loser))
        sides = (Sides(self.winner, self.loser),)
        if lost or (won and self.winner.isdisjoint(won)) or contradicts(text, sides):
            return Relation(Reason.CONTRADICTION, f"names another winner, accepted {self.shown}", shown(text))
        if board is None:
            return self.score.relate(text, document)
        told = f"{board.winner} {board.score} {board.loser}" if board.winner else board.score
        return self.score.relate(told.strip(), document)
