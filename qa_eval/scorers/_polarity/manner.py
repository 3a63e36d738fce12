"""How well it is done, asked and told: "It sold poorly" says no to "Did it sell well?"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meanings

_LONGEST = 100  # characters; a longer answer says more than that
_WELL = frozenset("well superbly excellently splendidly beautifully brilliantly nicely".split())  # noqa: SIM905 - a word list reads best as one text
_BADLY = frozenset("badly poorly terribly dreadfully miserably".split())  # noqa: SIM905 - see above
_ASKED = regex(
    r"(?<!\bas )\b(?P<how>well|badly|poorly)(?=\W*\Z|\s+(?:in|on|to|with|at|for|under|against|after|during|enough|from|together)\b)",
    re.IGNORECASE,
)
_SAID = regex(rf"\b(?:{'|'.join(sorted(_WELL | _BADLY))})\b", re.IGNORECASE)
_TURNS = regex(
    r"\b(?:not|no|never|hardly|neither|nor|if|or|unless|until|than|how|whether|as well|may|might|could)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_PASSED = regex(
    rf"{_SAID.pattern}|\b(?:very|quite|rather|really|so|extremely|pretty|too|fairly|generally|indeed|both|all|you)\b",
    re.IGNORECASE,
)


def manner_says(question: str, text: str) -> bool | None:
    """Return whether an answer says yes or no by how well it tells that it is done; None where it tells no such thing.

    >>> manner_says("Did it sell well?", "It sold poorly."), manner_says("Did it sell well?", "It sold badly in Japan.")
    (False, None)
    """
    asked = _ASKED.search(question)
    if asked is None or len(text) > _LONGEST or _TURNS.search(text):
        return None
    said = {word.lower() in _WELL for word in _SAID.findall(text)}
    rest = meanings(_PASSED.sub(" ", text))
    if len(said) != 1 or not rest <= meanings(question):
        return None  # "It sold badly at first, well later", "It sold badly in Japan"
    return (asked["how"].lower() in _WELL) in said
