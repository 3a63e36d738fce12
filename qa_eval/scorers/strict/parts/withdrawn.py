"""Figures and dates that an answer takes back, or gives for what was before: "It used to be 28, but 26 are left"."""

from __future__ import annotations

import re

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.strict.parts.own_part import deed_asked
from qa_eval.scorers.strict.parts.remarks import LONGEST
from qa_eval.scorers.strict.quantities.wholes import all_but, base_asked

_TURN = regex(r"(?P<old>.+?)[,;.:]?\s+(?P<turn>but|however,?|yet|now|though|since then)\s+(?P<new>.+)", re.IGNORECASE)
_FORMER = regex(
    r"\b(?:used to (?:be|have|cost|stand)|formerly|previously|originally|initially|at first|once (?:was|had|were)|first (?:readings?|reports?|estimates?|counts?|plans?)|(?:was|were) (?:due|planned|scheduled|expected|meant|supposed|to [a-z]+)|until \w+)\b",
    re.IGNORECASE,
)
_LATTER = regex(
    r"\b(?:now|since|(?:has|have|had|was|were) (?:since |later )?(?:been )?(?:renewed|slipped|moved|postponed|extended|rescheduled|changed|brought forward|put back|revised|corrected|raised|cut|delayed)|(?:was|were|is) (?:wrong|mistaken|incorrect)|the (?:true|real|actual|correct)|(?:is|are|were) left|remain\w*)\b",
    re.IGNORECASE,
)
_BEFORE = regex(
    r"\b(?:original\w*|initial\w*|former\w*|previous\w*|first|used to|once|before|at first|planned|schedul\w+|expect\w*)\b",
    re.IGNORECASE,
)
# what was planned at first: "20 June (it had first been set for 6 June)"
_AT_FIRST = regex(
    r"\s*[;,(–—-]\s*(?:it|they|this|that|which|having|and)?\s*(?:had|was|were)?\s*(?:been\s+)?(?:at first|first|originally|initially|previously|earlier)\s+"
    r"(?:been\s+)?(?:set|planned|scheduled|due|fixed|meant|arranged|announced|put|given|estimated|reported|expected|thought)\b[^.;\n]*",
    re.IGNORECASE,
)
_EARLY = ("first", "riginal", "nitial", "reviously", "earlier")  # what the search above needs
_MOVED = regex(  # "moved from 11 November to 5 December"
    r"\b(?:moved|put back|put off|brought forward|postponed|rescheduled|delayed|shifted|switched|pushed back|deferred|adjourned)\s+(?:[a-z]+\s+)?(?P<old>from\s+[^.;\n]{1,40}?\s+)(?:to|until|till)\s+(?P<new>[^.;\n]+)",
    re.IGNORECASE,
)
_ALL_BUT = regex(
    rf"\b(?:all|every(?:one|body|thing| one)|any)\s+(?:but|except(?:\s+for)?|save|bar)\s+(?:the\s+|about\s+)?(?:\d|(?:{'|'.join(sorted(STARTERS - {'second'}))})\b)",
    re.IGNORECASE,
)
_COUNT = regex(rf"\d|\b(?:{'|'.join(sorted(STARTERS - {'second'}))})\b", re.IGNORECASE)
_BUT_ASKED = regex(
    r"\b(?:except|but|not|remain\w*|left|kept|keep|spared?|exempt\w*|missing|without|excluded?)\b", re.IGNORECASE
)
_EXCEPTED = regex(r"\b(?:all|every\w*|any)\s+(?:but|except|save|bar)\b", re.IGNORECASE)
# what is said of no deed, "all but 400", is said of the one that is asked about
_ENDS = regex(r"(?:[\d.,]*|[a-z-]*)(?:\s+(?:of\s+(?:them|the\s+[a-z]+)|[a-z]+))?\W*", re.IGNORECASE)
# "64 stay open; the rest close", "It keeps 64 and closes the others"
_THE_REST = regex(
    r"(?P<told>[^.;,]*\d[^.;,]*?)(?:[;,.]|,?\s+(?:and|while|but|whereas))\s+(?P<rest>(?:(?:it|they|he|she|we)\s+)?(?:[a-z]+\s+){0,2}?(?:the (?:rest|others|remainder|remaining [a-z]+|other [a-z]+)|all (?:the )?others)\b[^.;,\d]*)[.!]?",
    re.IGNORECASE,
)
_DONE = regex(
    r"\b(?:(?:was|were|been|be|being)\s+|how many\s+(?:of\s+the\s+)?[a-z]+\s+)(?P<verb>[a-z]+)(?:\s+(?:on|off|up|out|down|in))?\s*\?",
    re.IGNORECASE,
)
_HAS = regex(r"\bhow many\b.*\b(?:do|does|did)\b.*\bhave(?=\s*\?|\s+(?:in|on|at|now)\b)", re.IGNORECASE)
_CHANGE = regex(
    r"\b(?:lost|sold|shed|gained|added|dropped|hired|cut|closed|opened|bought)\s+(?:about\s+|some\s+|nearly\s+|over\s+)?[\d$€£]",
    re.IGNORECASE,
)
_UNTIL = regex(
    r"(?P<first>[^.;,\d]*\buntil\b[^.;,\d]*)[,;.]\s+(?:and\s+)?(?:then|after that|afterwards)\b(?P<rest>.*)",
    re.IGNORECASE,
)

# "It had grown from 710 to 940": what it was before is told beside what it is
_CHANGED = regex(
    r"\b(?:grown|grew|risen|rose|increased|raised|climbed|jumped|swollen|expanded|fallen|fell|dropped|declined|sunk|sank|shrunk|shrank|cut"
    r"|reduced|lowered|gone up|gone down|went up|went down|went|gone|up|down|moved|changed)(?:\s+[a-z]+){0,2}?\s+from\s+[$€£]?\d(?:[^.,;:]|[.,](?=\d)){0,30}?\s+to\s+(?=[$€£]?\d)",
    re.IGNORECASE,
)
_CHANGE_ASKED = regex(
    r"\b(?:from|between|range|change[ds]?|difference|by how|how (?:much|many|far)\b.*\b(?:increase|rise|grow|fall|drop|decrease|climb|raise|cut|reduce|gain|lose)\w*)\b",
    re.IGNORECASE,
)


def still_said(text: str, question: str) -> str:
    """Return what an answer still says where it first gives what was before, or withdraws it; all of it where it does not.

    >>> still_said("It used to be 28, but 26 are left.", "How many are there?")
    '26 are left.'
    >>> still_said("It cost 28, but was worth it.", "What did it cost?")
    'It cost 28, but was worth it.'
    """
    if len(text) > LONGEST or _BEFORE.search(question):
        return text
    before = _AT_FIRST.search(text) if any(each in text for each in _EARLY) else None
    if before and any(map(str.isalnum, text[: before.start()])):
        return text[: before.start()] + text[before.end() :]
    if moved := _MOVED.search(text) if " from " in text else None:
        return f"{text[: moved.start('old')]}{text[moved.start('new') :]}"
    changed = _CHANGED.search(text) if " from " in text and " to " in text else None
    if changed and not _CHANGE_ASKED.search(question):
        return text[: changed.start()] + text[changed.end() :]
    turned = _TURN.match(text)
    if turned is None:
        return text
    former, latter = _FORMER.search(turned["old"]), _LATTER.search(f"{turned['turn']} {turned['new']}")
    return turned["new"] if former or (latter and turned["turn"].lower() != "now") else text


def is_of_the_rest(text: str, question: str) -> bool:
    """Return whether the figure of an answer counts those that are left out, or a change where it is asked how many there are.

    >>> is_of_the_rest("All but 14 of its 220 branches", "How many branches must the bank sell?")
    True
    >>> is_of_the_rest("It lost 200 customers.", "How many customers does it have?")
    True
    """
    rest = _ALL_BUT.search(text)
    if (
        rest
        and all_but(text, base_asked(question)) == text
        and not _COUNT.search(text, 0, rest.start())
        and not (_EXCEPTED if _ENDS.fullmatch(text, rest.end()) else _BUT_ASKED).search(question)
    ):
        return True
    if ("rest" in text or "other" in text or "remain" in text) and _does_it_to_the_rest(text, question):
        return True
    change = _CHANGE.search(text)
    return (
        change is not None and _HAS.search(question) is not None and not stems(change[0].split()[0]) & stems(question)
    )


def _does_it_to_the_rest(text: str, question: str) -> bool:
    """Return whether an answer tells what is asked about of the rest, and something else of those that it counts."""
    parts = _THE_REST.fullmatch(text.strip())
    deed = deed_asked(question) or _DONE.search(question)
    if parts is None or deed is None or _BUT_ASKED.search(question):
        return False
    verb, meant = stems(deed["verb"]), possible(deed["verb"])
    told, rest = (
        bool(verb & stems(parts[name])) or any(meant & possible(word) for word in key(parts[name]))
        for name in ("told", "rest")
    )
    return rest and not told


def waits_until(text: str, question: str) -> bool:
    """Return whether an answer tells how long by what has to come about, and a time only for what is done then.

    >>> waits_until("Bake it until golden, then let it rest for 45 minutes.", "How long should the cake bake?")
    True
    """
    told = _UNTIL.match(text)
    both = stems(told["first"]) & stems(question) if told else None
    return told is not None and bool(both) and not stems(told["rest"]) & stems(question)
