"""Accepted figures of a quantity that has a symbol: "Km = 40 nM" does not give a dissociation constant, nor "pOH 4.8" a pH."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    import re

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

# symbols as they stand before a figure, and how a question asks for what each stands for
_QUANTITIES = (
    ("pH", r"\bpH\b|\bhow (?:acidic|alkaline|basic)\b"),
    ("pOH", r"\bpOH\b"),
    (r"pK_?a", r"\bpK_?a\b|\bacid(?:ity)? (?:dissociation )?constant"),
    (r"pK_?b", r"\bpK_?b\b|\bbas(?:e|icity) (?:dissociation )?constant"),
    ("pI", r"\bpI\b|\bisoelectric"),
    (r"K_?m", r"\bK_?m\b|\bMichaelis"),
    (r"K_?[dD]", r"\bK_?d\b|\bdissociation constant|\b(?:binding )?affinity"),
    (r"K_?i", r"\bK_?i\b|\binhibit(?:ion|or) constant"),
    (r"k_?cat", r"\bk_?cat\b|\bturnover number|\bcatalytic (?:rate )?constant"),
    (r"k_?off", r"\bk_?off\b|\boff[- ]rate|\bdissociation rate"),
    (r"k_?on", r"\bk_?on\b|\bon[- ]rate|\bassociation rate"),
    (r"V_?max", r"\bV_?max\b|\bmaxim(?:um|al) (?:velocity|rate)"),
    (r"C_?max", r"\bC_?max\b|\b(?:peak|maxim(?:um|al)) (?:plasma )?concentration"),
    ("AUC", r"\bAUC\b|\barea under\b"),
    (r"IC_?50", r"\bIC_?50\b|\bhalf[- ]maximal inhibitory"),
    (r"EC_?50", r"\bEC_?50\b|\bhalf[- ]maximal effective"),
    (r"ED_?50", r"\bED_?50\b|\bmedian effective dose"),
    (r"LD_?50", r"\bLD_?50\b|\b(?:median )?lethal dose"),
    (r"LC_?50", r"\bLC_?50\b|\b(?:median )?lethal concentration"),
    ("MIC", r"\bMIC\b|\bminim(?:um|al) inhibitory"),
    ("MBC", r"\bMBC\b|\bminim(?:um|al) bactericidal"),
    ("OR", r"\bOR\b|\bodds ratio"),
    ("HR", r"\bHR\b|\bhazard ratio"),
    ("RR", r"\bRR\b|\b(?:relative risk|risk ratio)"),
    ("SD", r"\bSD\b|\bstandard deviation"),
    ("SEM?", r"\bSEM?\b|\bstandard error"),
    ("LDL", r"\bLDL\b"),
    ("HDL", r"\bHDL\b"),
    (r"T_?g", r"\bT_?g\b|\bglass transition"),
    (r"T_?m", r"\bT_?m\b|\bmelting (?:point|temperature)"),
    (r"T_?c", r"\bT_?c\b|\bcritical temperature"),
    ("GWP", r"\bGWP\b|\bglobal warming potential"),
    ("ODP", r"\bODP\b|\bozone depletion potential"),
    ("NPV", r"\bNPV\b|\b(?:negative predictive|net present) value"),
    ("PPV", r"\bPPV\b|\bpositive predictive value"),
    ("IRR", r"\bIRR\b|\binternal rate of return"),
    ("BOD", r"\bBOD\b|\bbiochemical oxygen demand"),
    ("COD", r"\bCOD\b|\bchemical oxygen demand"),
    ("FEV_?1", r"\bFEV_?1\b|\bforced expiratory volume"),
    ("FVC", r"\bFVC\b|\bforced vital capacity"),
)
_ASKED = tuple(regex(f"(?:{asked})") for _, asked in _QUANTITIES)
_ANY_ASKED = regex("|".join(f"(?:{asked})" for _, asked in _QUANTITIES))
_TOLD = regex(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<q{place}>{symbol})' for place, (symbol, _) in enumerate(_QUANTITIES))})(?:\s*(?:=|:|≈|~)|\s+(?:of|was|is|at))?\s*(?=[-−~≈]?\d)"
)


class BySymbolGold:
    """An accepted figure of a quantity with a symbol; ``plain`` judges, and takes none behind the symbol of another quantity."""

    def __init__(self, asked: frozenset[int], plain: Gold) -> None:
        self.shown = plain.shown
        self.asked, self.plain = asked, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted figure."""
        relation = self.plain.relate(text, document)
        if relation.reason not in ACCEPTED or len(text) > SHORT:
            return relation
        told = list(_TOLD.finditer(text))
        if not told or any(_place(found) in self.asked for found in told):
            return relation
        symbol = told[0][told[0].lastgroup or 0]
        return Relation(Reason.WRONG_VALUE, f"gives {symbol}, another quantity, accepted {self.shown}", shown(text))


def _place(found: re.Match[str]) -> int:
    return int((found.lastgroup or "q-1")[1:])


def by_symbol_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that tells a quantity from others by their symbols, where the question asks for one that has a symbol; else ``plain``."""
    if _ANY_ASKED.search(question.text) is None:
        return plain
    asked = frozenset(place for place, pattern in enumerate(_ASKED) if pattern.search(question.text))
    return BySymbolGold(asked, plain)
