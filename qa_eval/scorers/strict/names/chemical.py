r"""Chemical formulas within an answer, however they are set: "$\mathrm{KMnO_4}$", "The formula is (NH4)2SO4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers._formal.chemical import formulas_in, has_charge, is_chemical, typed
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_SMALL = frozenset(
    "the a an its it is has chemical molecular condensed structural empirical formula of with by as written answer given so this that and compound called".split()  # noqa: SIM905 - a word list reads best as one text
)


class ChemicalGold:
    """Accepted chemical formulas; ``plain`` judges first, then the one formula that an answer gives."""

    def __init__(self, question: Question, plain: Gold) -> None:
        self.shown, self.plain = plain.shown, plain
        self.formulas = frozenset(map(typed, question.accepted))
        self.known = frozenset(key(question.text)) | _SMALL

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted formulas; what it says beside its formula may only be what the question does."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        bare = typed(text)
        if relation.reason in ACCEPTED:
            told = f"with a charge that {self.shown} has not"
            return Relation(Reason.WRONG_NAME, told, shown(text)) if has_charge(bare) else relation
        found = formulas_in(bare)
        if not found or len({each[0] for each in found}) > 1 or found[0][0] not in self.formulas:
            return relation
        rest = bare[: found[0].start()] + bare[found[-1].end() :]
        if "\\" in rest or "^" in rest or not self.known.issuperset(key(rest)):
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"gives the formula {self.shown}", shown(text), certain=True)


def chemical_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that finds chemical formulas within answers, where all accepted texts are such; else ``plain``."""
    texts = [typed(text) for text in question.accepted]
    formal = bool(texts) and all(map(is_chemical, texts))
    asked = formal and ("formula" in question.text.lower() or any(map(str.isdecimal, texts[0])))
    return ChemicalGold(question, plain) if asked else plain
