"""What somebody did or is, as an answer says it, where the question asks for it in other words: who "funded" it for who paid."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_ASKED = {
    "successor": regex(
        r"\b(?:succeed\w*|tak(?:e|es|ing) over|took over|taken over|replac\w+|follow\w*|next|new|becom(?:es|ing)|became)\b",
        re.IGNORECASE,
    ),
    "predecessor": regex(r"\b(?:preced\w+|before|previous\w*)\b", re.IGNORECASE),
    "runner-up": regex(r"\bsecond\b", re.IGNORECASE),
    "funded": regex(
        r"\b(?:pa(?:y|ys|id|ying)|financ\w+|sponsor\w*|back(?:ed|s|ing)|bankroll\w*|donat\w+|money|bill|costs?)\b",
        re.IGNORECASE,
    ),
    "approved": regex(
        r"\b(?:authori[sz]\w+|pass(?:ed)?|allow\w*|permit\w*|sanction\w*|clear(?:ed)?|agree[ds]?|permission|go-ahead)\b",
        re.IGNORECASE,
    ),
    "commissioned": regex(r"\b(?:order(?:ed)?|ask(?:ed)?|request\w*|had)\b", re.IGNORECASE),
    "requested": regex(r"\b(?:ask(?:ed|s)?|order(?:ed)?|call(?:ed|s)? for|want(?:ed|s)?)\b", re.IGNORECASE),
    "supported": regex(r"\b(?:back(?:ed|s)|favou?r\w*|help(?:ed)?|for it)\b", re.IGNORECASE),
    "inspected": regex(r"\b(?:check(?:ed)?|examin\w+|look\w* at)\b", re.IGNORECASE),
    "reviewed": regex(r"\b(?:check(?:ed)?|examin\w+|assess\w*|evaluat\w+|went over)\b", re.IGNORECASE),
    "managed": regex(r"\b(?:runs?|ran|lead[s]?|led|head(?:ed|s)?|in charge|boss|coach\w*|direct\w*)\b", re.IGNORECASE),
    "coached": regex(r"\b(?:train\w*|manag\w+|teach\w*|taught|in charge)\b", re.IGNORECASE),
    "introduced": regex(r"\b(?:present\w*|brought|launch\w*|start(?:ed)?|bring\w*)\b", re.IGNORECASE),
    "set up": regex(r"\b(?:found\w*|establish\w*|creat\w+|start(?:ed)?|form(?:ed)?|launch\w*)\b", re.IGNORECASE),
    "criticised": regex(r"\b(?:condemn\w*|attack\w*|object\w*|denounc\w+|against|complain\w*)\b", re.IGNORECASE),
    "praised": regex(r"\b(?:commend\w*|hail\w*|applaud\w*|lik(?:ed|es?)|compliment\w*|welcom\w+)\b", re.IGNORECASE),
    "rejected": regex(r"\b(?:refus\w+|turn(?:ed)? down|declin\w+|veto\w*|block(?:ed)?)\b", re.IGNORECASE),
    "inspired": regex(r"\b(?:model\w*|based on|influenc\w+)\b", re.IGNORECASE),
}


def asks_in_other_words(told: str, question: str) -> bool:
    """Return whether a question asks in other words for the part that a text tells of.

    >>> asks_in_other_words("It was funded by", "Who paid for it?"), asks_in_other_words("It was funded by", "Who wrote it?")
    (True, False)
    """
    low = told.lower()
    return any(part in low and asked.search(question) for part, asked in _ASKED.items())
