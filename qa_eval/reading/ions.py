"""Ions by formula and charge, however written: "Ca²⁺", "Ca^{2+}", "Ca2+" and "Ca++" are one, and "SO4 2-" is the sulfate ion."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import ELEMENTS, named, symbols

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 400  # characters in which ions are looked for
_NAMES = {
    "fluoride": "F-1", "chloride": "Cl-1", "bromide": "Br-1", "iodide": "I-1", "hydroxide": "OH-1", "hydride": "H-1", "oxide": "O-2",
    "sulfide": "S-2", "nitride": "N-3", "nitrate": "NO3-1", "nitrite": "NO2-1", "sulfate": "SO4-2", "sulfite": "SO3-2",
    "carbonate": "CO3-2", "bicarbonate": "HCO3-1", "hydrogencarbonate": "HCO3-1", "hydrogen carbonate": "HCO3-1", "phosphate": "PO4-3",
    "phosphite": "PO3-3", "ammonium": "NH4+1", "hydronium": "H3O+1", "oxonium": "H3O+1", "permanganate": "MnO4-1", "chromate": "CrO4-2",
    "dichromate": "Cr2O7-2", "cyanide": "CN-1", "chlorate": "ClO3-1", "perchlorate": "ClO4-1", "hypochlorite": "ClO-1",
    "chlorite": "ClO2-1", "thiosulfate": "S2O3-2", "oxalate": "C2O4-2", "proton": "H+1", "ferric": "Fe+3", "ferrous": "Fe+2",
    "cupric": "Cu+2", "cuprous": "Cu+1",
}  # fmt: skip
# elements whose ions have one charge
_FIXED = (
    dict.fromkeys(("H", "Li", "Na", "K", "Rb", "Cs", "Ag"), 1)
    | dict.fromkeys(("Be", "Mg", "Ca", "Sr", "Ba", "Ra", "Zn"), 2)
    | {"Al": 3}
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉−–", "0123456789--")
_RAISED = regex(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}[⁺⁻]{1,4}|[⁺⁻][¹²³⁴⁵⁶⁷]")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_SET = regex(r"\\(?:mathrm|text|ce|rm)\b|[${}\\]|_(?=[\d{])")
_ION = regex(
    r"(?<![\w.+^-])(?P<formula>\[?(?:\(?[A-Z][a-z]?\d{0,2}\)?\d{0,2}){1,6}\]?\d{0,2})"
    r"(?:\^?\((?P<within>\d?[+-]|[+-]\d)\)|\^(?P<raised>\d?[+-]{1,4}|[+-]\d)|\s(?P<apart>\d[+-])|(?P<plain>[+-]{1,4})|\s(?P<last>[+-])(?=\s*(?:[.,;)]|\Z)))(?![\w+-])"
)
_ELEMENT = regex(r"[A-Z][a-z]?")
_FORMULA = regex(r"(?:[A-Z][a-z]?\d{0,2})+")
_DIGITS = regex(r"\d+\Z")
_MOLECULAR = frozenset("NOIHC")  # of which "O2-" may be two atoms with one charge, or one with two
_NAMED = regex(
    rf"\b(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})s?\b|\b(?P<element>[a-z]{{3,12}})\s?\((?P<number>VII|VI|IV|V|I{{1,3}})\)",
    re.IGNORECASE,
)
_OF_ELEMENTS = regex(
    r"\b(?P<element>[a-z]{3,12})(?=(?:\s+and\s+[a-z]{3,12})?\s+(?:ions?|cations?|anions?)\b)", re.IGNORECASE
)
_JOINED = regex(r"\band\b|[,;&]")
_AND = regex(r",?\s+and\s+|,\s*")
_BESIDE = regex(r"\b(?:the|an?|ions?|cations?|anions?|and)\b|[\s,;&.]", re.IGNORECASE)


class Ion(NamedTuple):
    """The formula of an ion, and its charge; 0 where only its element is told, and that has several: "iron ion"."""

    formula: str
    charge: int


def read_ions(text: str) -> tuple[frozenset[Ion], ...]:
    """Return what each formula with a charge in a text may mean: "O2-" one atom with two charges, or two with one.

    >>> read_ions("Ca²⁺ and SO4^{2-}") == read_ions("Ca2+, SO42-") == read_ions("Ca++ / SO₄ 2-")
    True
    >>> read_ions("NaCl in H2O"), read_ions("C-14 and the H-bond")
    ((), ())
    """
    if "+" not in text and "-" not in text and not _RAISED.search(text) and "−" not in text and "–" not in text:
        return ()
    return tuple(ions for found in _ION.finditer(_flat(text[:LONGEST])) if (ions := _readings(found)))


def named_ions(text: str) -> tuple[frozenset[Ion], ...]:
    """Return the ions that a text names in words.

    >>> [sorted(each) for each in named_ions("sulphate and iron(III) ions")]
    [[Ion(formula='SO4', charge=-2)], [Ion(formula='Fe', charge=3)]]
    >>> [sorted(each) for each in named_ions("calcium ions")], named_ions("calcium")
    ([[Ion(formula='Ca', charge=2)]], ())
    """
    shown = text[:LONGEST].replace("ulph", "ulf")
    found = [_of_name(match) for match in _NAMED.finditer(shown)]
    elements = named(ELEMENTS)
    bare = [elements.get(match["element"].lower(), "") for match in _OF_ELEMENTS.finditer(shown)]
    return tuple(
        frozenset((ion,)) for ion in (*found, *(Ion(sign, _FIXED.get(sign, 0)) for sign in bare if sign)) if ion
    )


def only_ions(text: str) -> tuple[frozenset[Ion], ...]:
    """Return the ions that a text gives by formula or by name and nothing beside; none for any other text.

    >>> len(only_ions("Na⁺ and Cl⁻")), len(only_ions("sodium ions")), only_ions("the Na+ channel"), only_ions("iron(III) oxide")
    (2, 1, (), ())
    """
    if len(text) > LONGEST:
        return ()
    ions = read_ions(text)
    if ions:
        return () if _BESIDE.sub("", _ION.sub("", _flat(text))) else ions
    shown = text.replace("ulph", "ulf")
    if len(_NAMED.findall(shown)) > 1 and not _JOINED.search(shown):
        return ()  # iron(III) oxide is a compound
    return () if _BESIDE.sub("", _OF_ELEMENTS.sub("", _NAMED.sub("", shown))) else named_ions(text)


def is_uncharged(text: str) -> bool:
    """Return whether a text is a formula without a charge, or several.

    >>> is_uncharged("SO₄"), is_uncharged("Na and Cl"), is_uncharged("Ca+"), is_uncharged("Carl")
    (True, True, False, False)
    """
    parts = _AND.split(_flat(text[:LONGEST]).strip(" .[]()"))
    return all(_FORMULA.fullmatch(part) is not None and _elements(part) for part in parts)


def same_ion(said: frozenset[Ion], accepted: frozenset[Ion]) -> bool:
    """Return whether two ions may be one; the "iron ion" is that of whatever charge."""
    return any(
        one.formula == other.formula and (one.charge == other.charge or not one.charge * other.charge)
        for one in said
        for other in accepted
    )


def _flat(text: str) -> str:
    bare = _SET.sub("", text.translate(_SUBSCRIPTS))
    return _RAISED.sub(lambda raised: f"^{raised[0].translate(_LOWERED)}", bare)


def _readings(found: re.Match[str]) -> frozenset[Ion]:
    formula = found["formula"].strip("[]")
    if not _elements(formula):
        return frozenset()
    charge = found["within"] or found["raised"] or found["apart"] or found["plain"] or found["last"]
    size = int("".join(filter(str.isdigit, charge)) or len(charge))
    sign = -1 if "-" in charge else 1
    digits = _DIGITS.search(found["formula"])
    if digits is None or not found["plain"] or len(charge) > 1:
        return frozenset((Ion(_bare(formula), sign * size),))
    return frozenset(_of_digits(formula, digits[0], sign, bracketed="]" in found["formula"]))


def _of_digits(formula: str, digits: str, sign: int, *, bracketed: bool) -> set[Ion]:
    """Return what the digits before a sign may be: of the atoms, "NH4+", of the charge, "Ca2+", or of either, "SO42-"."""
    head = formula.removesuffix(digits).rstrip("]")
    if len(digits) > 1:
        return {Ion(_bare(f"{head}{digits[0]}"), sign * int(digits[1:]))}
    of_charge, of_atoms = Ion(_bare(head), sign * int(digits)), Ion(_bare(formula), sign)
    if bracketed or head.endswith(")"):
        return {of_charge}
    if _ELEMENT.fullmatch(head):
        return {of_charge, of_atoms} if head in _MOLECULAR else {of_charge}
    return {of_atoms}


def _bare(formula: str) -> str:
    whole = formula.strip("[]")
    return whole[1:-1] if whole.startswith("(") and whole.endswith(")") and whole.count("(") == 1 else whole


def _elements(formula: str) -> bool:
    return all(each in symbols(ELEMENTS) for each in _ELEMENT.findall(formula))


def _of_name(match: re.Match[str]) -> Ion | None:
    if match["element"]:
        sign = named(ELEMENTS).get(match["element"].lower())
        return Ion(sign, _ROMAN.index(match["number"].upper()) + 1) if sign else None
    return _known()[match["name"].lower()]


@cache
def _known() -> Mapping[str, Ion]:
    return {name: Ion(_DIGITS.sub("", each)[:-1], int(each[-2:])) for name, each in _NAMES.items()}
