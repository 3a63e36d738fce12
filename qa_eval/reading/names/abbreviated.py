"""Abbreviations at the end of a name, whose full stop would end a sentence there: "Lindgren & Co. or Bank Asteria"."""

from __future__ import annotations

from qa_eval.reading.regex import regex

# firms, generations, streets, and letters behind a name
_WORDS = r"(?<=[\w)&] )(?P<word>Co|Inc|Ltd|Corp|Bros|Cie|Pty|Plc|LLC|Intl|Mfg|Assn|Assoc|Dept|Inst|Univ|Jr|Sr|Esq|St|Ave|Rd|Blvd|Sq|Ln|Hwy|Mt|Pk|Bldg)\."
_WITHIN, _LAST = regex(rf"{_WORDS}(?=\s+[a-z(]|\s*[,;:]|['’]s\b)"), regex(rf"{_WORDS}\Z")
_LETTERS = regex(r"(?<=\b[A-Z]\.[A-Z])\.(?=\s+(?:or|and)\s)")  # "Sol S.A. or Vent B.V."


def without_stops(text: str) -> str:
    """Return a text without the full stops of abbreviations that end a name and no sentence.

    >>> without_stops("Lindgren & Co. or Vane Inc., by Ann Lee Jr. and St. Paul.")
    'Lindgren & Co or Vane Inc, by Ann Lee Jr and St. Paul.'
    """
    return _LETTERS.sub("", _WITHIN.sub(r"\g<word>", text)) if "." in text else text


def without_last_stop(name: str) -> str:
    """Return a name without the full stop of an abbreviation at its end.

    >>> without_last_stop("Vane Inc."), without_last_stop("Vane.")
    ('Vane Inc', 'Vane.')
    """
    return _LAST.sub(r"\g<word>", name) if name.endswith(".") else name
