"""Answers that correct themselves: "Vesk … no, scratch that: Hamme", "I thought of 2018, but that's the reopening; it shut in 2013"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

LONGEST = 300  # characters; in a longer answer, much is told of others
_SIGNS = regex(
    r"\b(?:no|wait|scratch|strike|correction|make that|sorry|answer|thought|i mean|hold on|mistake)\b\W", re.IGNORECASE
)
# "no. 71 overall" corrects nothing
_CORRECTED = regex(
    r"(?P<first>[^;!?\n]{1,120}?)(?:\s*(?:\.\.\.|…|[;,.–—-])\s*)"
    r"(?:(?:(?:hmm|er|erm|um|uh|oh|ah|well|actually)\W+)*(?:no(?!\.\s?\d+\s+(?:overall|in|on|of)\b)|wait|hold on|scratch that|strike that|correction|make that|sorry|i mean|rather|my mistake|i stand corrected)[,:;.!–—-]+\s*)+"
    r"(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SCRATCHED = regex(
    r"(?P<first>[^;!?\n]{1,120}?)(?:\s*(?:\.\.\.|…|[;,.–—-])\s*)(?:no,\s+)?(?:scratch that|strike that|make that|correction:?)[,:;.]?\s+(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_THOUGHT = regex(
    r"\W*(?:i|one|you)\s+(?:first|at first|had|initially|would have|almost)?\s*(?:thought|said|guessed|assumed|wrote)\b[^;!?]{1,80}?,\s+but\s+(?:that(?:'s|’s| is| was)|it(?:'s|’s| is| was)|those (?:are|were))\s[^;.!?]{1,80}[;.:]\s+(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_CONCLUDED = regex(
    r"(?:.*[.;,!]|\A)\s*(?:so|hence|therefore|thus|in short)?,?\s*(?:the|my)\s+(?:final\s+|right\s+|correct\s+|real\s+)?answer\s+(?:is|must be|should be)\s*:?\s+(?P<then>[^;!?]+)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "Ann Lee? No, it was Bo Ek."
_ASKED = regex(
    r"(?!\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+(?!it\b))(?P<first>[^;!?\n]{1,120})\?\s+(?:no|nope|wrong)\b[,.;:!–—-]*\s+(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "Yes. No, it did not" says both, and takes nothing back in so many words
_BOTH = regex(
    r"\W*(?:yes|no|yeah|nope)\b\W+(?:yes|no|yeah|nope)\b(?!,?\s*(?:wait|sorry|scratch|strike|actually))", re.IGNORECASE
)
_HELD = regex(r"\b(?:no|not|never|none)\b|n't\b", re.IGNORECASE)


def corrected(text: str) -> str:
    """Return what an answer says in the end where it corrects itself in so many words; all of it where it doesn't.

    >>> corrected("Vesk... no, scratch that: Hamme and Tirren."), corrected("Two dogs, no cats")
    ('Hamme and Tirren.', 'Two dogs, no cats')
    >>> corrected("I'd say merolase. Wait, that one is inhibited, so the answer is quirpase.")
    'quirpase.'
    """
    if len(text) > LONGEST or not (
        "," in text
        or ". " in text
        or ";" in text
        or ".." in text
        or "…" in text
        or "–" in text
        or "—" in text
        or " - " in text
    ):
        return text  # nothing sets a correction off
    if _BOTH.match(text) or _SIGNS.search(text, 1) is None:  # what a text begins with corrects nothing
        return text
    for told in (_ASKED, _SCRATCHED, _THOUGHT, _CORRECTED):
        found = told.match(text)
        if found is not None:
            text = found["then"]
            break
    concluded = _CONCLUDED.match(text)
    return concluded["then"] if concluded and not _HELD.search(concluded["then"]) else text
