"""What was ruled out, given up or undone: "An axle. A loose wheel was looked into and ruled out", "Fenway was only the working title"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import place_of, span_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._stated.check import Check

_BE = r"(?:was|were|is|are|(?:has|have|had)\s+been|got)"
_LATER = r"(?:(?:then|later|soon|quickly|finally|eventually|since|also|now|both|all|subsequently|expressly|in\s+the\s+end)\s+)*"
_OUT = (
    r"(?:ruled\s+out|excluded|eliminated|discounted|disproved|refuted|cleared|exonerated|dismissed|rejected|discarded|dropped|scrapped|abandoned|shelved|ditched|axed|given\s+up"
    r"|turned\s+down|voted\s+down|thrown\s+out|overturned|quashed|withdrawn|found\s+(?:to\s+be\s+)?(?:innocent|blameless|wanting|unsuitable))"
)
_TESTED = r"(?:looked\s+(?:into|at)|examined|investigated|considered|checked|tested|tried|suspected|blamed|proposed|suggested|mooted|discussed)"
# what is taken for the accepted one at first, or was to be it
_DRAFT = r"(?:working|provisional|preliminary|temporary|original|initial|first|proposed|code|draft|tentative)"
_AT_FIRST = r"(?:at\s+first|first|initially|originally|previously|earlier|wrongly|at\s+one\s+point|at\s+one\s+time|once|for\s+a\s+while)"
_MEANT = (
    r"(?:proposed|suggested|forecast|predicted|expected|announced|planned|favou?red|tipped|recommended|reported|estimated|intended|suspected|blamed|assumed|thought|believed"
    r"|considered|mooted|given|named|chosen|picked|assigned|used)"
)
_CONCEDES = r"(?:though|although|even\s+though|while|whereas|despite\s+the\s+fact\s+that)"
_BEHIND = regex(
    rf"\s*,?\s+(?:(?:which|that|who)\s+)?{_BE}\s+(?:(?:{_TESTED})(?:\s+{_AT_FIRST})?,?\s+(?:and|but)\s+)?{_LATER}(?P<out>{_OUT})\b"
    rf"|\s+{_BE}\s+(?:only\s+|just\s+|merely\s+)?(?:the|its|their|an?)\s+(?:(?P<draft>{_DRAFT})\s+(?:name|title|plan|idea|choice|site|date|version)|placeholder|stopgap|stand-in|decoy|dummy)\b"
    r"|\s+(?:did\s+nothing|(?:had|has)\s+no\s+(?:effect|influence)|made\s+no\s+difference|(?:was|proved|is)\s+(?:useless|ineffective)|came\s+to\s+nothing)\b"
    rf"|\s+{_BE}\s+(?:only|just|merely)\s+{_AT_FIRST}\s+{_MEANT}\b"
    rf"|\s+{_BE}\s+(?:{_MEANT}\s+{_AT_FIRST}|{_AT_FIRST}\s+{_MEANT}|{_MEANT}),?\s+(?:wrongly|but\s+wrongly|mistakenly|in\s+error|later\s+the\b|then\s+the\b|later\s+it\b|and\s+later\s+the\b)",
    re.IGNORECASE,
)
_UNDO = (
    r"(?:rul(?:e|es|ed|ing)\s+out|exclud(?:es?|ed|ing)|clear(?:s|ed)|exonerat(?:es?|ed)|eliminat(?:es?|ed)|discount(?:s|ed)|disprov(?:es?|ed)|dismiss(?:es|ed)?|overturn(?:s|ed)?|quash(?:es|ed)?|revers(?:es|ed)"
    r"|scrapp?(?:s|ed)?|shelv(?:es|ed)|ditch(?:es|ed)?|reject(?:s|ed)?|den(?:ies|ied)|ignor(?:e|es|ed)|disregard(?:s|ed)?|never\s+(?:use|take|choose|open|touch|wear|press|read)|steer(?:s|ed)?\s+clear\s+of)"
)
_THE_CLAIM = r"(?:(?:the|an?|any|all|their|its|his|her|my|your)\s+)?(?:(?:earlier\s+|original\s+|first\s+)?(?:claims?|ruling|decision|order|verdict|idea|plans?|proposals?|suggestion|notion|theory|rumou?rs?|reports?|allegations?|possibility|judgment|demands?|arguments?|objections?|view|charges?)\s+(?:that|of|to|for)\s+|that\s+)?(?:(?:the|an?|any|its|their)\s+)?"
_BEFORE = regex(rf"\b(?P<out>{_UNDO})\s+{_THE_CLAIM}\Z", re.IGNORECASE)
_UPHELD = regex(
    r"\b(?:not|never|no|refus\w+|declin\w+|fail\w+|without)\b|n['’]t\b|\b(?:reject|dismiss|overturn|quash|revers|den(?:y|ied))\w*\b",
    re.IGNORECASE,
)
# "Plans to build it on the hill were scrapped"
_PLANS = regex(
    r"\b(?:plans?|proposals?|ideas?|schemes?|bids?|attempts?|moves?)\s+(?:to|for|of|that)\b[^.;]{0,60}\Z", re.IGNORECASE
)
_PLANS_OUT = regex(
    rf"[^.;]{{0,40}}?\s(?:{_BE}\s+{_LATER}{_OUT}|failed|came\s+to\s+nothing|fell\s+through)\b", re.IGNORECASE
)
_WAS_TO = regex(
    rf"\b(?:was|were|is|are|had\s+been)\s+(?:{_AT_FIRST}\s+)?(?:to|to\s+have|meant\s+to|supposed\s+to|going\s+to|due\s+to|intended\s+to|expected\s+to|planned\s+to)\s+(?:have\s+)?(?:be(?:en)?\s+)?[^.;,]{{0,40}}\Z",
    re.IGNORECASE,
)
_CHANGED = r"(?:moved|changed|switched|relocated|shifted|replaced|chose|settled|opted|went\s+(?:with|for)|picked|decided|preferred|ended\s+up|turned\s+out|(?:given|awarded|handed|went)\s+to|instead|became|renamed)"
_BUT_CHANGED = regex(rf"[^.;]{{0,30}}?(?:,|;|,?\s+but|\s+until)\s[^.;]*?\b{_CHANGED}\b(?P<other>[^.;]*)", re.IGNORECASE)
_WAS_TO_DO = regex(
    r"\s+(?:was|were|is|are|had\s+been)\s+(?:to|meant\s+to|supposed\s+to|going\s+to|due\s+to)\s+[^.;,]{1,40},?\s+but\s[^.;]*?\b(?:given\s+to|awarded\s+to|went\s+to|replaced|chose|picked|opted\s+for|settled\s+on)\b(?P<other>[^.;]*)",
    re.IGNORECASE,
)
# "4, though 5 was at first proposed", "Oak, although he had first suggested elm"
_GRANTED = regex(rf"\w,?\s+{_CONCEDES}\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_GRANTED_BEHIND = regex(
    rf"\s+(?:was|were|had\s+been)\s+(?:(?:{_AT_FIRST}|widely|also|generally)\s+)?{_MEANT}(?:\s+{_AT_FIRST})?\b",
    re.IGNORECASE,
)
_GRANTED_DEED = regex(
    rf"\w,?\s+{_CONCEDES}\s+[^.;,]{{1,40}}?\s(?:had\s+|was\s+)?{_AT_FIRST}\s+(?:{_MEANT}|wanted|asked\s+for|spoke\s+of|said)\s+(?:the\s+|an?\s+|only\s+|plain\s+|merely\s+|just\s+|mere\s+)*\Z",
    re.IGNORECASE,
)
# "At first the relay was blamed, later the fuse"
_FIRSTLY = regex(
    rf"\A\W*(?P<first>{_AT_FIRST}),?\s+(?:(?:it|they|he|she)\s+(?:was\s+|were\s+)?(?:[a-z]+ed\s+|the\s+)?)?(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_LATERLY = regex(
    r"[^.;,]{0,40}[;,.]\s+(?:but\s+|and\s+)?(?:later|then|afterwards|now|in\s+the\s+end|finally|since\s+then)\b(?P<other>[^.;]+)",
    re.IGNORECASE,
)
# "They looked for it in vain and fell back on another", "It was snowed in, so they took another"
_IN_VAIN = regex(
    r"\s*,?\s*(?:in\s+vain|without\s+(?:any\s+)?success|to\s+no\s+avail|unsuccessfully|but\s+(?:it\s+)?failed|but\s+(?:could|did)\s*n[o'’]t)\b|[^.;,]{0,20},?\s+(?:and|but|then)\s+(?:had\s+to\s+)?(?:fell\s+back|fall\s+back|made\s+do|make\s+do|resort(?:ed)?)\s+(?:on|with|to)\b",
    re.IGNORECASE,
)
_INSTEAD = r"(?:f[ae]ll\s+back\s+on|resort(?:ed)?\s+to|turn(?:ed)?\s+to|switch(?:ed)?\s+to|used?|t(?:ook|ake)|(?:went|go)\s+(?:by|with|via|through|for|to|over|round)|cho(?:se|ose)|moved\s+to|sailed\s+to|drove\s+to|ma(?:de|ke)\s+do\s+with|bought|picked|built|crossed|opted\s+for|settled\s+(?:for|on))"
_NO_GOOD = (
    r"(?:snowed\s+(?:in|up|under)|closed|shut|blocked|barred|flooded|impassable|unavailable|unusable|unsuitable|out\s+of\s+(?:stock|order|action)|sold\s+out|(?:fully\s+)?booked(?:\s+up|\s+out)?|full|broken|damaged|burnt(?:\s+down)?"
    r"|destroyed|too\s+[a-z]+|not\s+[a-z]+|no\s+use|useless|frozen|iced\s+up|gone|taken|missing|lost|unsafe|unreliable)"
)
_NO_GOOD_BEHIND = regex(
    rf"\s+(?:(?:was|were|had\s+been|proved|turned\s+out|had\s+become)\s+(?:to\s+be\s+)?{_NO_GOOD}\b[^.;,]{{0,40}}|failed|broke(?:\s+down)?|did\s+not\s+work|gave\s+no\s+result)(?:,|;|\.)?\s+(?:and\s+)?(?:so|therefore|hence)\s+(?:[a-z]+\s+){{1,3}}?(?:had\s+to\s+)?{_INSTEAD}\s+(?P<other>[^.;]+)",
    re.IGNORECASE,
)
_OFFERED = regex(
    r"\b(?:offer\w*|ask\w*|invit\w*|nominat\w*|elect\w*|chose\w*|appoint\w*|pick\w*|approach\w*)\s[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_DECLINED = regex(
    r"\s*,?\s+(?:who|but\s+(?:s?he|they|it))\s+(?:had\s+)?(?:declined|refused|turned\s+(?:it|them|the\s+[a-z]+)\s+down|said\s+no|withdrew|pulled\s+out|backed\s+out)\b",
    re.IGNORECASE,
)
_ONCE_ASKED = regex(
    r"\b(?:at\s+first|first|initial\w*|original\w*|working\s+(?:title|name)|provisional\w*|plan\w*|intend\w*|meant|suppos\w*|expect\w*|forecast\w*|propos\w*|suggest\w*|previous\w*|formerly|wrong\w*|offer\w*|tr(?:y|ied|ies)|attempt\w*|consider\w*|want\w*|hope\w*|reject\w*|exclud\w*|instead|(?<!to )replac\w*|disprov\w*|refut\w*|rul\w*\s+out|dismiss\w*|discard\w*|abandon\w*|drop\w*|scrap\w*|overturn\w*|quash\w*|den(?:y|ies|ied)|eliminat\w*|clear\w*|declin\w*|refus\w*|turn\w*\s+down|withdr\w*|g[ai]ven?\s+up|not|n['’]t)\b",
    re.IGNORECASE,
)
_MARKS = (
    "ed ", "ed.", "ed,", "out", "vain", "success", "avail", "though", " to be ", " to have ", "never", "gnor", "clear", " so ", "placeholder",
    "rejects", "denies", "dismisses", "down", "title", "name", "eject", "quash", "stand-in", "fell ", "Ignor", "while", "whereas",
)  # fmt: skip


def ruled_out(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says of what is accepted that it was ruled out, given up or only meant at first; "" for none.

    >>> asked = "What caused the fire?"
    >>> ruled_out("A stove. A cigarette was looked into and ruled out.", asked, "a cigarette")
    'says "was looked into and ruled out" of it'
    >>> ruled_out("A cigarette; a stove was looked into and ruled out.", asked, "a cigarette")
    ''
    >>> ruled_out("4, though 5 was at first proposed", "Which class was assigned?", "5")
    'says "was at first proposed" of it'
    """
    if len(text) > SHORT or not any(mark in text for mark in _MARKS):
        return ""
    bare = accepted.removeprefix("the ").removeprefix("a ").removeprefix("an ").lower()
    start = place_of(bare, text.lower())
    start, end = (start, start + len(bare)) if start >= 0 else span_of(text, accepted)
    if start < 0 or place_of(bare, text[end:].lower()) >= 0:
        return ""
    told = _undone(text, start, end) or _given_up(text, start, end) or _meant_first(text, start, end)
    told = told.strip(" ,;")
    return f'says "{told}" of it' if told and not stems(told) & stems(question) - _PLAIN else ""


_REACH = 90  # characters before what is accepted in which it is said what came of it
_CONCEDING = ("though", "while", "whereas", "despite")
_PLANNING = ("lan", "ropos", "dea", "cheme", "bid", "ttempt", "move")
_UNDOES = (
    "rul", "clud", "lear", "xonerat", "limin", "iscount", "isprov", "ismiss", "urn", "uash", "evers", "crap", "helve", "itch", "eject", "den",
    "gnor", "regard", "ever ", "teer",
)  # fmt: skip
_PLAIN = stems(
    "be was is had has first name title use used take give given choose chosen plan find found make site date"
)


def _before(pattern: re.Pattern[str], text: str, start: int, marks: Sequence[str]) -> re.Match[str] | None:
    """Return what a pattern finds right before a place, where one of the marks that it has stands there."""
    head = text[max(0, start - _REACH) : start]
    return pattern.search(head) if any(mark in head for mark in marks) else None


def _undone(text: str, start: int, end: int) -> str:
    """Return by which words what stands at a place is said to be ruled out or dismissed."""
    if behind := _BEHIND.match(text, end):
        return behind[0]
    before = _before(_BEFORE, text, start, _UNDOES)
    if before is None or _UPHELD.search(text, 0, text.index(before[0])):
        return ""
    return before[0]


def _given_up(text: str, start: int, end: int) -> str:
    """Return by which words what stands at a place is said to have been tried or planned, and given up for another one."""
    if _before(_PLANS, text, start, _PLANNING) and (out := _PLANS_OUT.match(text, end)):
        return out[0]
    was_to = _BUT_CHANGED if _before(_WAS_TO, text, start, (" to ",)) else _WAS_TO_DO
    changed = was_to.match(text, end)
    if changed and _tells_another(changed["other"]):
        return changed[0]
    no_good = _NO_GOOD_BEHIND.match(text, end) if " so " in text or "herefore" in text or "hence" in text else None
    if no_good and _tells_another(no_good["other"]):
        return no_good[0]
    found = _IN_VAIN.match(text, end)
    if found is None and (declined := _DECLINED.match(text, end)) and _OFFERED.search(text, 0, start):
        found = declined
    return found[0] if found else ""


def _meant_first(text: str, start: int, end: int) -> str:
    """Return by which words what stands at a place is granted to have been meant, behind another one that is given."""
    later = _LATERLY.match(text, end) if start < _REACH else None
    first = _FIRSTLY.search(text, 0, start) if later else None
    if first and later and _tells_another(later["other"]):
        return first["first"]
    if _before(_GRANTED, text, start, _CONCEDING) and (meant := _GRANTED_BEHIND.match(text, end)):
        return meant[0]
    granted = _before(_GRANTED_DEED, text, start, _CONCEDING)
    return granted[0] if granted else ""


def _tells_another(told: str) -> bool:
    words = [word for word in key(told) if word not in SMALL]
    return bool(words)


def _asks_what_is(question: str) -> bool:
    return _ONCE_ASKED.search(question) is None


RULED_OUT: tuple[Check, ...] = ((_asks_what_is, ruled_out),)
