"""Names of salts, esters and acids that differ in one part: sodium carbonate is no sodium bicarbonate, nitrous acid no nitric acid."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import ELEMENTS, named
from qa_eval.scorers.lenient.aliases import other_names

_OLD = (
    ("ferrous", "iron(ii)"), ("ferric", "iron(iii)"), ("cuprous", "copper(i)"), ("cupric", "copper(ii)"), ("stannous", "tin(ii)"),
    ("stannic", "tin(iv)"), ("plumbous", "lead(ii)"), ("plumbic", "lead(iv)"), ("mercurous", "mercury(i)"), ("mercuric", "mercury(ii)"),
    ("aluminum", "aluminium"), ("cesium", "caesium"),
)  # fmt: skip
_GROUPS = "methyl ethyl propyl isopropyl butyl isobutyl pentyl isopentyl amyl isoamyl hexyl octyl benzyl phenyl vinyl ammonium"
_ANION = r"(?P<anion>(?:hydrogen |dihydrogen )?[a-z]{2,18}?(?:ide|ate|ite))(?![a-z])"
_METALS = "|".join(sorted(named(ELEMENTS), key=len, reverse=True))
_SALT = regex(
    rf"\b(?P<cation>(?:{_METALS}|{'|'.join(_GROUPS.split())})(?: ?\([iv]+\))?) {_ANION}|\b(?P<acid>(?:[a-z]+(?:ic|ous))) acid(?![a-z])"
)
_WATER = regex(r"\s(?:mono|di|tri|tetra|penta|hexa|hepta|deca)?hydrate\b|\b(?:concentrated|dilute|pure|aqueous)\s")


def another_salt(text: str, accepted: tuple[str, ...], question: str = "") -> str:
    """Return the substance that an answer names where salts, esters or acids are accepted and it names none of them; "" elsewhere.

    >>> another_salt("It is sodium carbonate.", ("sodium bicarbonate", "sodium hydrogen carbonate"))
    'sodium carbonate'
    >>> another_salt("sodium hydrogencarbonate", ("sodium bicarbonate",)), another_salt("baking soda", ("sodium bicarbonate",))
    ('', '')
    """
    wanted = _all_salts(accepted)
    if not wanted:
        return ""
    told = _salts(text)
    if told and wanted.isdisjoint(told):
        wanted = wanted.union(*map(_salts, other_names(question, accepted)))  # ethanoic acid is acetic acid
    return told[0] if told and wanted.isdisjoint(told) else ""


@lru_cache(maxsize=512)
def _all_salts(accepted: tuple[str, ...]) -> frozenset[str]:
    """Return the substances that are accepted, where each text that has one is nothing but that, and most have."""
    found = [_salts(text) for text in accepted]
    whole = [
        names[0]
        for names, text in zip(found, accepted, strict=True)
        if len(names) == 1 and len(names[0]) + 4 >= len(text)
    ]
    return frozenset(whole) if 2 * len(whole) >= len(accepted) else frozenset()


def _salts(text: str) -> list[str]:
    """Return the names of substances in a text, each written in one way."""
    plain = _WATER.sub(" ", text.lower()).strip()
    for old, new in _OLD:
        plain = plain.replace(old, new)
    plain = (
        plain.replace("sulph", "sulf").replace("bicarbonate", "hydrogen carbonate").replace("bisulf", "hydrogen sulf")
    )
    plain = regex(r"(?<=hydrogen)(?=[a-z])").sub(" ", plain).replace(" (", "(")
    return [" ".join(match[0].split()) for match in _SALT.finditer(plain)]
