"""Where nothing is accepted: an answer that declines is right."""

from __future__ import annotations

import re

from qa_eval.model import Reason, Verdict
from qa_eval.reading.abstentions import abstains
from qa_eval.reading.polarity import read_yes_no
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.told_and_untold import tells_only_another, tells_what_is_asked
from qa_eval.scorers._words.undisclosed import sends_on, tells_of_another_first
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.lenient.polar import SHOWN, Decided

_LONGEST = 200  # characters; a longer answer says more than that
_TOLD_BESIDE = regex(
    r"\W*(?P<first>(?:the|its|his|her|their)\s[^.;:,!?]{2,80}?)(?:\s*[.;,]\s+(?:(?:but|and|only)\s+)?|,?\s+(?:but|while|whereas|though)\s+)"
    r"(?P<rest>(?:(?:the|its|his|her|their)\s+(?P<other>[a-z][a-z -]{1,40}?)\s+(?:is|are|was|were)|(?P<others>[a-z]{4,}s)\s+(?:are|were|costs?|takes?|took|lasts?|lasted))\s+[^.;!?]*)\W*",
    re.IGNORECASE,
)
_GUESSED = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|implies|imply|possibly|presumably|must|may|might|could|so|same|also|too)\b",
    re.IGNORECASE,
)
_GENERAL = stems(
    "answer name figure number total value date amount year person one ones thing text passage article document report"
    " unit model item piece device machine version set shop dealer product copy example this"
)


def declined(text: str, question: str = "") -> Decided:
    """Decide where nothing is accepted: a refusal is right, whatever else is wrong, and so is one beside what is told of another."""
    claims = question and tells_what_is_asked(text, question)
    tells = (_tells_of_another, tells_of_another_first, tells_only_another, sends_on)
    if not claims and (abstains(text) or (question and any(told(text, question) for told in tells))):
        return Verdict.CORRECT, 1.0, Reason.RIGHTLY_ABSTAINED, "declines to answer, as it should", text[:SHOWN]
    return Verdict.INCORRECT, 0.0, Reason.ANSWERED_UNANSWERABLE, "answers what has no answer", text[:SHOWN]


def tells_nothing(text: str, question: str = "") -> Decided:
    """Decide where it is asked whether anything is said, and nothing is: a no is as right as a refusal."""
    if read_yes_no(text) is False:
        return Verdict.CORRECT, 1.0, Reason.RIGHTLY_ABSTAINED, "says that nothing is said", text[:SHOWN]
    return declined(text, question)


def _tells_of_another(text: str, question: str) -> bool:
    """Return whether an answer says that the one is not told, and who or what another is: "The cook is not named; the mate was Olsen"."""
    told = _TOLD_BESIDE.fullmatch(text) if len(text) <= _LONGEST else None
    if told is None or not abstains(told["first"]) or _GUESSED.search(told["rest"]):
        return False
    other, known = stems(told["other"] or told["others"]), stems(question) | stems(told["first"]) | _GENERAL
    return bool(other) and not other & known
