"""Names that everyone writes in more than one way: "WHO", "the Second World War"."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from qa_eval.reading.regex import regex
from qa_eval.reading.text import normalised

_FORMULA = regex(r"(?:\(?[A-Z][a-z]?\)?\d{0,2}){1,8}")


def known_forms(name: str) -> tuple[str, ...]:
    """Return the other forms of a name that are known to mean the same, none for most names.

    >>> known_forms("the World Health Organization"), known_forms("Sudzha")
    (('WHO',), ())
    """
    own = _key(name)
    forms = (*_read("known").get(own, ()), *_read("substances").get(own, ()))
    return tuple(form for form in dict.fromkeys(forms) if _key(form) != own)


def formulas_of(substance: str) -> tuple[str, ...]:
    """Return the formulas by which a substance is known as well, none for anything else.

    >>> formulas_of("Carbon dioxide gas"), formulas_of("CPI")
    (('CO2',), ())
    """
    return tuple(
        form
        for form in _read("substances").get(_key(substance.strip(" .")).removesuffix(" gas"), ())
        if _FORMULA.fullmatch(form)
    )


@cache
def formula_names() -> dict[str, str]:
    """Return the everyday name of each substance by its formula, where that has a figure.

    >>> formula_names()["CO2"], "CO" in formula_names()
    ('carbon dioxide', False)
    """
    found: dict[str, str] = {}
    for forms in _read("substances").values():
        for form in forms[1:]:
            if _FORMULA.fullmatch(form) and any(map(str.isdecimal, form)):
                found.setdefault(form, forms[0])
    return found


def familiar_forms(name: str) -> tuple[str, ...]:
    """Return those forms and further ones that people take for the same: earlier names, pen names, everyday names.

    >>> familiar_forms("Yangon"), familiar_forms("the WHO")
    (('Rangoon',), ('World Health Organization',))
    """
    own = _key(name)
    further = (form for form in _read("familiar").get(own, ()) if _key(form) != own)
    return tuple(dict.fromkeys(chain(known_forms(name), further)))


def _key(name: str) -> str:
    return normalised(name).replace(".", "").removeprefix("the ")


@cache
def _read(stem: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in Path(__file__).with_name(f"{stem}.txt").read_text(encoding="utf-8").splitlines():
        forms = tuple(form.strip() for form in line.partition("#")[0].split("|") if form.strip())
        for key in map(_key, forms):
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *forms)))
    return found
