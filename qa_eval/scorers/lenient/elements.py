"""Elements and their compounds: carbon is no carbon dioxide, nor the other way round."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.ions import is_uncharged
from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import ELEMENTS, named, symbols

if TYPE_CHECKING:
    import re

    from qa_eval.model import Question

_ION = r"(?:(?:mono|di|tri|tetra|penta|hexa|hydro|bi|per|hypo|thio)?[a-z]{2,9}(?:ide|ate|ite))"
_LEAD = regex(r"\A(?:(?:it|that|this) (?:is|was)|the|an?|pure)\s+")


def of_compounds(question: Question) -> bool:
    """Return whether nothing but compounds of two words, or elements, is accepted."""
    return bool(question.accepted) and all(_kind(text) for text in question.accepted)


def same_substance(answer: str, accepted: str) -> bool | None:
    """Return that an answer is only an element for a compound, only a part of its name, or a compound for an element; None elsewhere.

    >>> [same_substance(said, "carbon dioxide") for said in ("carbon", "dioxide", "carbon dioxide", "a gas")]
    [False, False, None, None]
    >>> same_substance("nitrogen dioxide", "nitrogen"), same_substance("nitrogen gas", "nitrogen")
    (False, None)
    """
    wanted, said = accepted.lower().strip(" ."), _bare(answer)
    if _kind(wanted) == "compound":
        return False if said in wanted.split() and said != wanted else None
    return False if _kind(said) == "compound" and said.split()[0] == wanted else None


def is_molecule(text: str) -> bool:
    """Return whether a text is a formula of several atoms, and no sign of an element.

    >>> is_molecule("N₂O"), is_molecule("CO"), is_molecule("N"), is_molecule("a gas")
    (True, True, False, False)
    """
    bare = text.strip(" .")
    return is_uncharged(bare) and bare not in symbols(ELEMENTS) and " " not in bare


def _bare(text: str) -> str:
    return _LEAD.sub("", text.lower().strip(" ."))


def _kind(text: str) -> str:
    bare = _bare(text)
    return "element" if bare in named(ELEMENTS) else "compound" if _compound().fullmatch(bare) else ""


@cache
def _compound() -> re.Pattern[str]:
    elements = "|".join(sorted(named(ELEMENTS), key=len, reverse=True))
    return regex(rf"(?:{elements}|ammonium)(?:\s?\([ivx]+\))?\s{_ION}")
