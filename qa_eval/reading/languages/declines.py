"""How a language says that a document does not tell: a clause of that kind is read as "not stated"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.languages.tables import NOTHING, items, texts

if TYPE_CHECKING:
    from collections.abc import Mapping


class Declines:
    """The clauses by which a language says that something is not stated, as expressions, and the words that they are made of."""

    def __init__(self, data: Mapping[str, object]) -> None:
        table = data.get("declines")
        table = table if isinstance(table, dict) else {}
        words: dict[str, str] = {}
        for name, forms in items(table.get("words")):
            words[name] = f"(?:{'|'.join(_filled(form, words) for form in forms)})"
        self._clauses = [
            (re.compile(_clause(forms, words), re.IGNORECASE), english)
            for english, forms in table.items()
            if english != "words"
        ]

    def in_english(self, text: str) -> str:
        """Return the text with each clause that declines in English."""
        for clause, english in self._clauses:
            text = clause.sub(english, text)
        return text


def _clause(forms: object, words: Mapping[str, str]) -> str:
    """Return the expression of whole clauses; what is said instead ("sondern …") tells of no silence."""
    told = "|".join(_filled(form, words) for form in texts(forms)) or NOTHING
    lead = rf"(?:{words.get('lead', NOTHING)}[\s,]+){{0,2}}"
    instead = rf"(?!\s*,?\s*(?:{words.get('instead', NOTHING)})\b)"
    return rf"(?:^|(?<=[.,;:!?(]\s))\s*{lead}(?:{told})(?=\s*(?:[.,;:!?)]|$)){instead}"


def _filled(form: str, words: Mapping[str, str]) -> str:
    """Return an expression with the words that it names in braces filled in; "_" is up to six words of a clause."""
    for name, expression in words.items():
        form = form.replace(f"{{{name}}}", expression)
    return (
        form.replace("_ ", r"(?:[^\s.,;:!?]+ ){0,6}")
        .replace(" _", r"(?: [^\s.,;:!?]+){0,6}")
        .replace(" ?", r"\s*")
        .replace(" ", r"\s+")
    )
