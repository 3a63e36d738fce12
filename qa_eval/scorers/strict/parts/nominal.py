"""Figures told with the noun of the verb that is asked about: "9 dropouts", where it is asked how many dropped out."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.rewording import uninflected

# "How many dropped out?" is told by the dropouts
_PHRASAL = regex(r"\b(?P<verb>[a-z]{3,}) (?P<half>out|off|up|down|over|away|back)\b")
_CLAUSE = regex(r"(?:[,;]|\.(?=\s)) (?:(?:but|and|while|whereas|though) )?| (?:but|while|whereas|though) ")


@lru_cache(maxsize=512)
def _noun_asked(question: str) -> tuple[str, str]:
    """Return the noun of a verb in two parts that is asked about, and the verb as it is asked: "turnout" of "turned out"."""
    asked = _PHRASAL.search(question)
    return (f"{uninflected(asked['verb'])}{asked['half']}", asked[0]) if asked else ("", "")


def by_its_verb(text: str, question: str) -> str:
    """Return the clause of an answer that has the noun of what the question asks about, as its verb.

    >>> by_its_verb("9 dropouts", "How many dropped out?"), by_its_verb("5 passed, and there were 9 dropouts", "How many dropped out?")
    ('9 dropped out', 'there were 9 dropped out')
    """
    noun, verb = _noun_asked(question)
    if not noun or noun not in text:
        return text
    told = [each for each in _CLAUSE.split(text) if any(map(str.isdecimal, each))]
    own = [each for each in told if noun in each]
    text = own[0] if len(own) == 1 and verb not in text else text
    return text.replace(f"{noun}s", noun).replace(noun, verb)
