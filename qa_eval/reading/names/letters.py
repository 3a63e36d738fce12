"""Letters that other alphabets write as two: "Kraehenbuehl" is "Krähenbühl"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_TWO = {"ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe", "œ": "oe", "ü": "ue", "å": "aa", "ß": "ss"}
_WORD = regex(r"[^\W\d_]{3,}")
_WRITTEN_OUT = regex("ae|oe|ue|aa", re.IGNORECASE)
_ONE = {two: "".join(letter for letter in _TWO if _TWO[letter] == two) for two in _TWO.values()}


def written_otherwise(name: str) -> list[tuple[re.Pattern[str], str]]:
    r"""Return for each word of a name how it may be spelt with such letters, or without them, beside its own spelling.

    >>> [(spelt.pattern, word) for spelt, word in written_otherwise("Jörg Mueller")]
    [('(?<!\\w)Joerg(?!\\w)', 'Jörg'), ('(?<!\\w)M[ü]ller(?!\\w)', 'Mueller')]
    """
    found = []
    for word in _WORD.findall(name):
        apart = "".join(_TWO.get(letter.lower(), letter) for letter in word)
        if apart != word:
            spelt = apart[0].upper() + apart[1:] if word[0].isupper() else apart
        elif word.isascii() and _WRITTEN_OUT.search(word):
            spelt = _WRITTEN_OUT.sub(lambda two: f"[{_ONE[two[0].lower()]}]", word)
        else:
            continue
        found.append((regex(rf"(?<!\w){spelt}(?!\w)", re.IGNORECASE), word))
    return found
