"""Short notations where the order of signs is all: molecules and reactions, ratios, the scores of games, times of day."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.labels import labels_in
from qa_eval.reading.notations import Kind, notation_of, notations_in
from qa_eval.reading.regex import regex
from qa_eval.reading.signs import read_signed
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._formal.expressions import same_values, value_at, written
from qa_eval.scorers._formal.reactions import ARROW, flat, same_reaction

if TYPE_CHECKING:
    from collections.abc import Sequence

_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SHELL = regex(r"([1-7][spdf])\^?\{?(\d{1,2})\}?")
_CONFIGURATION = regex(rf"(?:\[(?P<core>He|Ne|Ar|Kr)\]\s*)?(?P<shells>(?:{_SHELL.pattern.replace('(', '(?:')}[\s,]*)+)")
_CORES = {
    "He": "1s2",
    "Ne": "1s2 2s2 2p6",
    "Ar": "1s2 2s2 2p6 3s2 3p6",
    "Kr": "1s2 2s2 2p6 3s2 3p6 3d10 4s2 4p6",
}
_RATIO = regex(r"(?<![\d:])(\d+(?:\.\d+)?)(?:\s*(?::|to)\s*|-to-)(\d+(?:\.\d+)?)(?!:?\d)")
_THOUSANDS = regex(r"(?<=\d),(?=\d{3}(?!\d))")
_CHAIN = regex(r"\d:\d+:\d")  # "9:3:3:1"
_MOLECULE = regex(r"(?<![A-Za-z\d])(?=\w*\d)(?:\(?[A-Z][a-z]?\d{0,3}\)?\d{0,2})+(?![A-Za-z\d])")
_ELEMENTS = regex(r"(?:[A-Z][a-z]?){2,4}")  # a formula without figures, by itself: "HCl"
_COMPOUND = regex(r"(?<![A-Za-z\d])(?:\(?[A-Z][a-z]?\d{0,3}\)?\d{0,2}){1,12}(?![A-Za-z\d])")
_TWO = regex(r"\(?[A-Z][a-z]?\d{0,3}\(?[A-Z]|[A-Z][a-z]?\d")  # two elements, or how many of one
_ELEMENT = regex(r"[A-Z][a-z]?")
_BLOOD = regex(
    r"\b(?P<group>AB|[ABO])(?:\s?(?P<sign>[-−+–])(?!\w)|,? (?:Rh(?:esus)?[- ]?)?(?P<word>positive|negative|pos\b\.?|neg\b\.?))"
)
_VERSIONED = regex(r"(?<![A-Za-z])(?P<name>[A-Z]{2,6}|[A-Z][a-z]{3,12})[ /-]?v?(?=\d+\.\d)")
_BITS = regex(r"(?<![\w.])(?:0b)?[01]{2,}(?:[ _][01]{3,})*(?![\w]|\.\d)")
_BY = regex(r"(?<=[\w\"'])\s*(?:×|x|\bby\b)\s*\d")
LONGEST_SCORE = 12  # characters
_DECIMAL = regex(r"\d\.5\b")
_SCORE = regex(r"(?<![\d-])(\d{1,3})(?:\s?[-–:]\s?|\s+to\s+)(\d{1,3})(?![\d-])")
_SCORES = regex(rf"{_SCORE.pattern}(?:[,;]?\s+(?:and\s+)?{_SCORE.pattern})+")  # of several sets
LONGEST_CHAIN = 30  # carbon atoms of a chain that is drawn out
_ALKANE = regex(r"C(?P<carbons>\d{1,2})H(?P<hydrogens>\d{1,2})")
_ALKYL = regex(r"C(?P<carbons>\d{1,2})H(?P<hydrogens>\d{1,2})(?=[A-Z])")
_REPEATED = regex(r"\(CH2\)(?P<times>\d{1,2})")


def same_molecule(answer: str, accepted: str) -> bool | None:
    """Return whether an answer names the accepted chemical formula; None where none is accepted or none is said.

    >>> same_molecule("It is C₆H₁₂O₆.", "C6H12O6"), same_molecule("CO2", "C6H12O6"), same_molecule("sugar", "C6H12O6")
    (True, False, None)
    """
    if ARROW.search(accepted):
        return same_reaction(answer, accepted)
    wanted = flat(accepted.strip(" ."))
    if not _MOLECULE.fullmatch(wanted):
        return None
    said = [match[0].strip("()") for match in _MOLECULE.finditer(flat(answer))]
    return _is_among(wanted, said) if said else False if _ELEMENTS.fullmatch(answer.strip(" .")) else None


def _is_among(formula: str, said: Sequence[str]) -> bool:
    """Return whether one of some formulas is a formula, its carbon chain drawn out or not: "CH3CH2OH", for C2H5OH."""
    return formula in said or not set(map(unfolded, said)).isdisjoint(_condensed(formula))


def _condensed(formula: str) -> frozenset[str]:
    """Return a formula with its carbon chain drawn out, and that of the chain where only its atoms are told: "C3H8"."""
    chain = _ALKANE.fullmatch(formula)
    carbons = int(chain["carbons"]) if chain else 0
    if chain and carbons <= LONGEST_CHAIN and int(chain["hydrogens"]) == 2 * carbons + 2:
        return frozenset((formula, f"CH3{'CH2' * (carbons - 2)}CH3"))
    return frozenset((unfolded(formula),))


def unfolded(formula: str) -> str:
    """Return a condensed formula with the carbon chain that it begins with drawn out.

    >>> unfolded("C2H5OH"), unfolded("CH3(CH2)2CH3"), unfolded("C6H12O6")
    ('CH3CH2OH', 'CH3CH2CH2CH3', 'C6H12O6')
    """
    alkyl = _ALKYL.match(formula)
    carbons = int(alkyl["carbons"]) if alkyl else 0
    if alkyl and carbons <= LONGEST_CHAIN and int(alkyl["hydrogens"]) == 2 * carbons + 1:
        formula = f"CH3{'CH2' * (carbons - 1)}{formula[alkyl.end() :]}"
    return _REPEATED.sub(lambda found: "CH2" * min(int(found["times"]), LONGEST_CHAIN), formula)


def same_compound(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted formula of a compound, one without figures as well; None where none is accepted or said.

    >>> same_compound("It is NaCl.", "NaCl"), same_compound("Na₂Cl", "NaCl"), same_compound("table salt", "NaCl")
    (True, False, None)
    """
    wanted = flat(accepted.strip(" ."))
    if not _COMPOUND.fullmatch(wanted) or not _TWO.match(wanted):
        return None
    said = [match[0].strip("()") for match in _COMPOUND.finditer(flat(answer)) if _TWO.match(match[0].strip("()"))]
    return _is_among(wanted, said) if said else False if _ELEMENT.fullmatch(answer.strip(" .$")) else None


def same_blood(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted blood type with its sign; None where none is accepted or said.

    >>> same_blood("type O, Rh negative", "O-"), same_blood("O positive", "O-"), same_blood("the rarest", "O-")
    (True, False, None)
    """
    wanted = _BLOOD.fullmatch(accepted.strip(" ."))
    if wanted is None:
        return None
    said = [_type(match) for match in _BLOOD.finditer(answer)]
    return _type(wanted) in said if said else None


def _type(match: re.Match[str]) -> tuple[str, bool]:
    return match["group"], match["sign"] == "+" or (match["word"] or "").lower().startswith("pos")


def same_configuration(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted configuration of electrons; None where none is accepted or none is said.

    >>> same_configuration("[He] 2s2 2p⁶", "1s^2 2s^2 2p^6"), same_configuration("2, 8", "1s^2 2s^2 2p^6")
    (True, None)
    """
    wanted = _shells(accepted)
    said = _configurations(answer) if wanted else []
    return wanted in (said[0], said[-1]) if said else None


def _configurations(text: str) -> list[list[tuple[str, str]]]:
    """Return the configurations that a text gives, shell by shell."""
    bare = text.translate(_POWERS).replace("$", "").replace("\\,", " ").strip(" .")
    return [_shells(found[0]) for found in _CONFIGURATION.finditer(bare)]


def _shells(text: str) -> list[tuple[str, str]]:
    """Return the shells of a configuration; [] for a text that says anything else."""
    bare = text.translate(_POWERS).replace("$", "").replace("\\,", " ").strip(" .")
    found = _CONFIGURATION.fullmatch(bare)
    return sorted(_SHELL.findall(f"{_CORES.get(found['core'] or '', '')} {found['shells']}")) if found else []


def same_ratio(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted ratio; None where none is accepted or none is said.

    >>> same_ratio("4 to 9", "4:9"), same_ratio("9:4", "4:9"), same_ratio("less than half", "4:9")
    (True, False, None)
    """
    answer = _THOUSANDS.sub("", answer)
    wanted = _sides_of(_THOUSANDS.sub("", accepted.strip(" .$")), whole=True)
    if not wanted:
        return None
    said = _sides_of(answer)
    if said:  # what is set beside it comes behind it, or it is worked out to the end
        first, second = wanted[0]
        return any(one * second == other * first for one, other in (said[0], said[-1]))
    if _CHAIN.search(answer):
        return False
    bare = written(answer)
    first, second = wanted[0]
    return same_values(bare, f"({first})/({second})") if value_at(bare, 0) is not None else None


def _sides_of(text: str, *, whole: bool = False) -> list[tuple[Fraction, Fraction]]:
    """Return the two sides of each ratio in a text, in figures or in words; with ``whole``, of a text that is nothing but one."""
    found = [_RATIO.fullmatch(text)] if whole else list(_RATIO.finditer(text))
    digits = [(Fraction(match[1]), Fraction(match[2])) for match in found if match]
    if digits:
        return digits
    read = notation_of(text) if whole else notations_in(text, (Kind.SCORE,))
    pairs = (pair for each in read if each.kind is Kind.SCORE for pair in each.values)
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and pair[1]]  # noqa: PLR2004 - the sides of a ratio


def same_score(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted score of a game, in the accepted order; None where none is accepted or said.

    >>> same_score("They won 3 to 1.", "3-1"), same_score("1-3", "3-1"), same_score("a draw", "3-1")
    (True, False, None)
    >>> same_score("She won it 6:4, 7:6.", "6-4, 7-6"), same_score("7-6, 6-4", "6-4, 7-6")
    (True, False)
    """
    bare = accepted.strip(" .")
    if _SCORES.fullmatch(bare):
        wanted, said = _scores_in(bare), _scores_in(answer)
        return any(said[at : at + len(wanted)] == wanted for at in range(len(said))) if said else None
    if not _SCORE.fullmatch(bare) and not ("½" in bare and len(bare) <= LONGEST_SCORE):
        return None
    wanted = _scores_in(bare)
    said = _scores_in(answer) or _sides_of(answer) or _read_scores(answer)
    return wanted[0] in said if wanted and said else None


def _scores_in(text: str) -> list[tuple[Fraction, Fraction]]:
    if "½" in text or "1/2" in text or _DECIMAL.search(text):
        return _read_scores(text)
    return [(Fraction(match[1]), Fraction(match[2])) for match in _SCORE.finditer(text)]


def _read_scores(text: str) -> list[tuple[Fraction, Fraction]]:
    read = notations_in(text, (Kind.SCORE,))
    return [(pair[0], pair[1]) for each in read for pair in each.values if len(pair) == 2]  # noqa: PLR2004 - two sides


def same_size(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted size, its sides in any order; None where none is accepted or said.

    >>> same_size("4 m by 3 m", "3 m × 4 m"), same_size("3 x 5 m", "3 m × 4 m"), same_size("12 m²", "3 m × 4 m")
    (True, False, None)
    """
    if not _BY.search(accepted):
        return None
    wanted = [sorted(sides) for each in notation_of(accepted) if each.kind is Kind.SIZE for sides in each.values]
    said = [sorted(sides) for each in notations_in(answer, (Kind.SIZE,)) for sides in each.values]
    return wanted[0] in said if wanted and said else None


RATING_ASKED = regex(r"\b(?:grades?|rat(?:ing|ed)s?|marks?)\b", re.IGNORECASE)


def same_letters(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted grade or rating in letters; None where none is accepted, or the answer is more than that.

    >>> same_letters("triple-A", "AAA"), same_letters("A minus", "A"), same_letters("the best one", "AAA")
    (True, False, None)
    """
    wanted, said = read_signed(accepted), read_signed(strip_frame(answer))
    return None if wanted is None or said is None else said == wanted


def same_bits(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted number of base 2; None where none is accepted, or none of as many digits is said.

    >>> same_bits("0b1111 1011", "11111011"), same_bits("1111 1010", "11111011"), same_bits("251", "11111011")
    (True, False, None)
    """
    wanted = _BITS.fullmatch(accepted.strip(" ."))
    if wanted is None:
        return None
    said = [_bits(found[0]) for found in _BITS.finditer(answer)]
    alike = [each for each in said if len(each) == len(_bits(wanted[0]))]
    return _bits(wanted[0]) in alike if alike else None


def _bits(text: str) -> str:
    return re.sub(r"0b|[ _]", "", text)


def same_label(answer: str, accepted: str) -> bool | None:
    """Return whether an answer names the accepted version or section; None where none is accepted or none is said.

    >>> same_label("It is v3.10.", "3.10"), same_label("3.1", "3.10"), same_label("the newest", "3.10")
    (True, False, None)
    """
    wanted, said = labels_in(accepted), labels_in(answer)
    if not wanted or not said:
        return None
    return wanted[0] in said and not _of_another(answer, accepted)


def _of_another(answer: str, accepted: str) -> bool:
    """Return whether an answer says of what its version is, in capitals, and that is another: "SSL 3.0" for TLS 3.0."""
    wanted, said = _VERSIONED.search(accepted), _VERSIONED.search(answer)
    if wanted is None or said is None:
        return False
    one, other = wanted["name"].casefold(), said["name"].casefold()
    return not (one.startswith(other) or other.startswith(one) or one in answer.casefold())
