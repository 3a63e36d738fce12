"""A figure told as a lead or a gap, where it is not asked how far apart two are: "68 points behind the champions, with 21"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import places_of
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

# what a lead is counted in; "12 graves behind the church" are none
_COUNTED = (
    r"(?:points?|pts|seconds?|secs?|s|minutes?|mins?|hours?|votes?|goals?|games?|medals?|strokes?|shots?|laps?|lengths?|runs?|places?|percentage\s+points?"
    r"|per\s?cent|%|wins?|titles?|members?|degrees?)"
)
_ANY = r"(?:[a-z]+\s+)?[a-z%]+"
_GAP = regex(
    rf"\s?{_COUNTED}\s+(?P<gap>behind|ahead|in\s+front|adrift|off\s+the\s+(?:lead|pace|record)|in\s+arrears)\b"
    rf"|(?:\s?{_ANY})?\s+(?P<short>(?:clear|short|shy)\s+of|ahead\s+of|adrift|(?:more|fewer|less|(?!rather|other|later|after)[a-z]+er)\s+than)\b(?!\s+(?:it|they|he|she|we)\b)",
    re.IGNORECASE,
)
_BY = regex(
    r"\b(?:trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|le(?:d|ads?|ading)|outscor(?:es|ed|ing)|miss(?:es|ed|ing)?)\s+(?-i:[A-Z]|(?:the|its|his|her|their|them|him|it)\b)[^.;!?\d]{0,60}?\sby\s+(?:about\s+|only\s+|just\s+)?\Z",
    re.IGNORECASE,
)
_ONLY_COUNTED = regex(rf"(?:\s?{_COUNTED})?(?!\s?[\w%])", re.IGNORECASE)
_ASKS_APART = regex(
    r"\b(?:behind|ahead|lead|led|leads|margins?|gaps?|differ\w*|deficit|shortfall|advantage|apart|more|fewer|less|than|compare\w*|by\s+(?:how|what|which)|by\s*\?|exceed\w*|short|shy|clear|adrift|beat|beaten"
    r"|trail\w*|lag\w*|miss\w*|front|far|where|handicap|lack\w*|need\w*|(?:high|low|long|short|tall|fast|slow|old|young|wid|deep|heavi|light|cheap|warm|cold|bigg|small|larg|great|lat|earli|clos|quick|strong|weak)er|r[io]se[sn]?|gr[eo]wn?|growth|(?:in|de)creas\w*|f[ae]ll(?:en)?|drop\w*|declin\w*|chang\w*|gain\w*|sav(?:e[sd]?|ing)|reduc\w*|cut|improv\w*|surpass\w*|extra|addition\w*|premium|surcharge|discount|times)\b",
    re.IGNORECASE,
)
_FIGURE = regex(
    r"\d[\d.,]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b",
    re.IGNORECASE,
)


def told_as_gap(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer tells the accepted figure as how far apart two are; "" for none.

    >>> asked = "How many points did Oriol end with?"
    >>> told_as_gap("68 points behind the champions, with 21", asked, "68"), told_as_gap("68 points, 21 behind them", asked, "68")
    ('says that it is "behind"', '')
    """
    figure = _FIGURE.search(accepted) if len(text) <= SHORT else None
    if figure is None or _GAP.match(accepted, figure.end()):
        return ""
    lowered, gaps = text.lower(), list[str]()
    for start in places_of(figure[0].lower(), lowered):
        end = start + len(figure[0])
        by, gap = _BY.search(text, 0, start) if _ONLY_COUNTED.match(text, end) else None, _GAP.match(text, end)
        if by is None and gap is None:
            return ""
        gaps.append((gap["gap"] or gap["short"]) if gap else by[0].strip() if by else "")
    return f'says that it is "{gaps[0]}"' if gaps else ""


GAPS: tuple[Check, ...] = ((lambda question: _ASKS_APART.search(question) is None, told_as_gap),)
