"""What a text says came in the place of what: "the Reeds, formerly the Otters", "Bo Ek takes over from Ann Lee"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 160  # characters; a longer text tells more
_FEWEST = 2  # spaces in a text that tells of two
_C = r"(?:[^,;:()?!.]|[.,](?=\d)|(?<=\b[A-Z])\.|(?<=\bSt)\.|(?<=\b[DM]r)\.)"  # one character of a clause
_NAME = r"(?:[Tt]he\s+|an?\s+)?[\"'“‘]?[A-Z0-9][\w'’./&-]*(?:[-\s](?:(?:of|the|and|de|la|le|on|in|for)\s+){0,2}[A-Z0-9][\w'’./&-]*)*[\"'”’]?"
_END = r"(?=\W*\Z|\s*[;,.(–—]|\s+(?:in|on|after|when|from|since|as|at|following|by|again|instead|for|last|this|today|now|and|but)\b)"
_WORD = r"(?:nick|sur|brand|trade|code)?(?:names?|titles?|designations?|labels?|monikers?|brands?|numbers?|codes?|call\s?signs?|identity)"
_DO = r"(?:(?:has|have|had|was|were|is|are|been|got|will|be|later|then|since|now|recently|officially|finally|eventually|soon)\s+)*"
_RENAMED = r"(?:renamed|rebranded|rechristened|redesignated|renumbered|retitled|relabell?ed|recoded|relaunched)"
_CALLED = r"(?:(?:officially\s+|simply\s+)?(?:called|named|nicknamed|titled|designated|numbered|labelled|branded|known\s+as|going\s+by|dubbed)\s+)"
_IT = r"(?i:it|they|he|she|this|that|which|who|the\s+[a-z]+(?:\s+[a-z]+)?)"
_ONCE = r"(?i:once|formerly|previously|originally|initially|at\s+first|earlier|in\s+the\s+past)"
_PAST = r"(?i:before(?:\s+(?:that|then))?|previously|until\s+(?:then|recently|now|\d{4})|in\s+the\s+past|originally|formerly|earlier|once|at\s+first)"
_NOW = r"(?i:now|today|currently|nowadays|these\s+days|since\s+then|at\s+present)"
_FOLLOWS = r"(?i:replac(?:es|ed|ing|e)|succeed(?:s|ed|ing)?|supersed(?:es|ed|ing|e)|supplant(?:s|ed|ing)?|displac(?:es|ed|ing|e)|oust(?:s|ed|ing)?)"
_RESIGNS = (
    r"(?:step(?:s|ped|ping)?\s+(?:down|aside|back)|st(?:an|oo)d(?:s|ing)?\s+down|resign(?:s|ed|ing)?|retir(?:es|ed|ing|e)|quits?|quitting|depart(?:s|ed|ing)?|bow(?:s|ed|ing)?\s+out"
    r"|mak(?:es?|ing)\s+way|made\s+way|g[ai]v(?:es?|ing)\s+up|hand(?:s|ed|ing)?\s+over|(?:is|was|gets?|got|been)\s+(?:sacked|dismissed|fired|ousted|removed|voted\s+out))"
)
_GOES = rf"(?:{_RESIGNS}|leav(?:es|ing|e)|left|go(?:es|ing)|went|mov(?:es|ed|ing)\s+on)"
_TAKES = (
    r"(?:t(?:ake|akes|ook|aking)\b|gets?\b|got\b|becom\w+|became\b|succe\w+|steps?\s+(?:in|up)|stepped\s+(?:in|up)|fill(?:s|ed)\b|follow(?:s|ed)\b|replac\w+|assum\w+|inherit\w*|c[ao]mes?\s+in|moves?\s+(?:in|up)|moved\s+(?:in|up)"
    r"|(?:is|was|has\s+been|will\s+be)\s+(?:appointed|named|elected|chosen|promoted|next|hired)|(?:is|will\s+be)\s+(?:the\s+)?(?:new|next|successor)|will\b)"
)
_DEPARTURE = r"(?:retirement|departure|resignation|exit|death|dismissal|term|tenure|time)"
# whoever takes a place: somebody by name, or "her deputy"
_WHO = r"(?:[A-Z][\w'’-]+(?:\s+(?:[a-z]+\s+)?[A-Z][\w'’.-]*){0,4}|(?i:the|her|his|its|their|an?)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)"
_PRE = rf"(?P<is>{_C}{{1,80}}?)"
_WAS = rf"(?P<was>{_C}{{1,80}}?)"

# names given up for others
_NAMES = (
    # "They dropped the name Otters and are now the Reeds", "It gave up the name Arrow in favour of Bolt"
    (rf"\W*(?:{_C}{{1,50}}?\s)?(?:dropp(?:ed|ing)|drops?|g[ai]v(?:es?|ing|en)\s+up|abandon(?:ed|s|ing)?|discard(?:ed|s|ing)?|shed(?:s|ding)?|ditch(?:ed|es|ing)?|scrapp?(?:ed|s|ing)|retir(?:ed|es|ing)|lost|los(?:es|ing)|renounc(?:ed|es|ing)|replac(?:ed|es|ing)|sw[ao]pp?(?:ed|s|ing)|trad(?:ed|es|ing)|exchang(?:ed|es|ing))"
    rf"\s+(?:the|its|their|his|her)?\s*(?:old\s+|former\s+|original\s+|previous\s+)?{_WORD}\s+(?:of\s+)?{_WAS}(?:,?\s+(?:and|to|for|in\s+favou?r\s+of|with|by)\s+(?P<is>.+)|[,;]\s*(?P<is2>.+)|\W*)"),
    rf"\W*(?:{_C}{{1,50}}?\s)?(?:dropp(?:ed|ing)|drops?|abandon(?:ed|s|ing)?|discard(?:ed|s|ing)?|ditch(?:ed|es|ing)?|scrapp(?:ed|ing)|replac(?:ed|es|ing)|sw[ao]pp(?:ed|ing)|g[ai]v(?:es?|ing|en)\s+up)\s+(?P<was>{_NAME})\s+(?:in\s+favou?r\s+of|with|for|and\s+(?:became|are|is|{_CALLED}))\s*(?P<is>.+)",
    # "Once the Otters, they are called the Reeds today"
    rf"\W*(?:{_ONCE}|(?i:until)\s+\d{{4}}|(?i:before)\s+that),?\s+(?:{_IT}\s+(?:was|were|had\s+been)\s+)?{_CALLED}?{_WAS}\s*[,;:.–—]\s*(?:and\s+|but\s+)?(?P<is>(?:{_NOW}|(?:{_IT}\s+)?(?:is|are|became|went|goes|has|have|changed|took|was\s+{_RENAMED}|were\s+{_RENAMED}|later|then))\b.+)",
    # "It used to be the Otters; now it is the Reeds", "They were called the Otters before they became the Reeds"
    rf"\W*(?:{_IT}|{_C}{{1,40}}?)\s+(?:used\s+to\s+be|(?:was|were|had\s+been)\s+{_ONCE})\s+{_CALLED}?{_WAS}[,;.]?\s+(?:and\s+|but\s+)?(?P<is>(?:(?:{_IT}\s+)?(?:is|are)\s+)?{_NOW}\b.+|(?:{_IT}\s+)?(?:became|was\s+{_RENAMED}|were\s+{_RENAMED}|changed)\b.+)",
    rf"\W*(?:{_IT}\s+)?(?:was|were|had\s+been)\s+{_CALLED}?{_WAS}[,;.]?\s+(?:before|until)\s+(?P<is>(?:(?:{_IT}\s+)?(?:became|becoming|was\s+{_RENAMED}|were\s+{_RENAMED}|being\s+{_RENAMED}|changed))\b.+)",
    # told behind: "the Reeds, formerly the Otters", "the Reeds (once the Otters)", "the Reeds were formerly called the Otters", "It used to be the Otters"
    rf"\W*{_PRE}\s*(?:[,;(–—]|\s-)\s*(?:(?:and\s+)?{_IT}\s+(?:was|were|had\s+been)\s+)?(?:{_ONCE}|ex-|née|until\s+\d{{4}}|before\s+that|{_RENAMED}\s+from|used\s+to\s+be)\s*(?:{_IT}\s+(?:was|were)\s+)?{_CALLED}?(?P<was>{_NAME}){_END}\W*.*",
    rf"\W*{_PRE}(?:\s*[,;(]\s*{_IT})?\s+(?:used\s+to\s+(?:be|go\s+by|have\s+the\s+{_WORD})|(?:was|were|had\s+been)\s+{_ONCE}|went\s+by)\s+{_CALLED}?(?P<was>{_NAME})\W*",
    # "Linden Walk; it was Gallows Lane before"
    rf"\W*{_PRE}\s*[,;.(–—]\s*(?:and\s+|but\s+)?{_IT}\s+(?:was|were|had\s+been)\s+{_CALLED}?{_WAS},?\s+{_PAST}\W*",
    rf"\W*{_PRE}\s*[,;.(–—]\s*(?:and\s+|but\s+)?{_PAST},?\s+{_IT}\s+(?:was|were|had\s+been)\s+{_CALLED}?{_WAS}\W*",
    # "The name was changed from Otters to Reeds", "It was changed to Reeds from Otters"
    rf".*?\b(?:chang|renam|rebrand|switch|redesignat|renumber|went|gone|mov|turn)\w*\b{_C}*?\bfrom\s+{_WAS}\s+(?:in)?to\s+(?P<is>.+)",
    rf".*?\b(?:chang|renam|rebrand|switch|redesignat|renumber)\w*\b{_C}*?\bto\s+{_PRE}\s+from\s+(?P<was>.+)",
    # "Gallows Lane was renamed Linden Walk", "Gallows Lane became Linden Walk", "Gallows Lane is now Linden Walk"
    rf"\W*{_WAS}\s+{_DO}{_RENAMED}\s+(?:as\s+|to\s+|into\s+)?(?P<is>.+)",
    rf"\W*{_WAS}\s+{_DO}chang(?:ed|es|ing)\s+(?:its|their|his|her|the)\s+{_WORD}\s+(?:in\s+\d{{4}}\s+)?to\s+(?P<is>.+)",
    rf"\W*(?P<was>(?:{_C}{{1,60}}?[\s\"'“])?{_NAME}(?:,?\s+and|\s+but)?)\s+{_DO}(?:became|becomes?|becoming|turn(?:ed|s)\s+into|chang(?:ed|es)\s+to)\s+{_CALLED}?(?P<is>{_NAME}){_END}\W*.*",
    rf"\W*(?P<was>{_NAME})\s+(?:is|are)\s+{_NOW}\s+{_CALLED}?(?P<is>{_NAME}){_END}\W*.*",
)  # fmt: skip
# holders of a post, and things, of which one takes the place of another
_HOLDERS = (
    # "Ann Lee was replaced by Bo Ek"
    rf"\W*{_WAS}\s+{_DO}(?:being\s+)?(?:succeeded|replaced|followed|superseded|supplanted|displaced|ousted)\s+(?:as\s+{_C}+?\s+|in\s+\d{{4}}\s+)?by\s+(?P<is>.+)",
    # "Ann Lee hands over to Bo Ek", "Ann Lee makes way for Bo Ek"
    rf"\W*{_WAS}\s+{_DO}(?:(?:hand|pass)(?:s|es|ed|ing)?\s+(?:{_C}{{1,40}}?\s+)?(?:over|on)\s+(?:{_C}{{1,30}}?\s+)?to|(?:hand|pass)(?:s|es|ed|ing)\s+{_C}{{1,30}}?\s+to|g[ai]v(?:es?|ing)\s+way\s+to|(?:mak(?:es?|ing)|made)\s+way\s+for|yield(?:s|ed|ing)?\s+(?:{_C}{{1,20}}?\s+)?to|ced(?:es|ed|ing)\s+{_C}{{1,20}}?\s+to)\s+(?P<is>.+)",
    # "Bo Ek takes over from Ann Lee", "Bo Ek succeeds Ann Lee", "Bo Ek, successor to Ann Lee"
    rf"\W*{_PRE},?\s+{_DO}(?:who\s+)?(?:tak(?:es|ing|en|e)|took)\s+(?:(?:it|them|this)\s+)?(?:over\s+(?:(?!from\b){_C}{{1,50}}?\s)?from|the\s+place\s+of|the\s+(?:job|post|reins|helm)\s+(?:over\s+)?from)\s+(?P<was>.+)",
    rf"\W*{_PRE},?\s+(?:(?:who|which)\s+)?{_DO}(?:to\s+)?{_FOLLOWS}\s+(?!by\b)(?:as\s+[a-z ]+?\s+)?(?P<was>.+)",
    rf"\W*{_PRE},?\s+{_DO}(?:(?:the|as|a)\s+)*(?:successor\s+(?:to|of)|replacement\s+for|in\s+succession\s+to)\s+(?P<was>.+)",
    # "After Ann Lee's departure Bo Ek takes over", "Bo Ek takes the job as Ann Lee leaves"
    rf"\W*(?i:after|when|once|as|upon|with|following|now\s+that)\s+{_WAS}(?:['’]s?\s+{_DEPARTURE}|\s+{_DO}{_GOES})\b[^.;]*?(?P<is>[,\s]\s*{_WHO}\s+{_DO}{_TAKES}.*)",
    rf"\W*{_PRE}\s+{_DO}{_TAKES}{_C}*?(?:[,;.]|\b(?:as|when|after|once|and|while)\b)[,\s]*{_WAS}\s+{_DO}{_GOES}\b.*",
    # "Ann Lee steps down and Bo Ek takes the job", "Ann Lee resigns"
    rf"\W*{_WAS},?\s+(?:who\s+)?{_DO}{_GOES}\b{_C}*?(?P<is>(?:[,;:.–—]|\b(?:and|with|so|while|as)\b)[,\s]*(?:so\s+|and\s+|then\s+)?{_WHO}\s+{_DO}{_TAKES}.*)",
    rf"\W*{_WAS}\s+{_DO}{_RESIGNS}\b(?P<is>)(?:(?!\band\b|\bto\b|\bbut\b|\bwith\b){_C})*\W*",
)  # fmt: skip
# letters without one of which nothing is told; a look at them is cheaper than any pattern
_NAMES_HINT = (
    "once", "former", "previous", "original", "initial", "before", "earlier", "used to", "until", "ex-", "née", " past", "at first", "becom", "became", "renam", "rebrand", "rechrist", "redesig", "renumb",
    "retitl", "relabel", "recod", "relaunch", "chang", "switch", "turn", "drop", "gave up", "giv", "abandon", "discard", "shed", "ditch", "scrap", "retir", "los", "renounc", "replac", "swap", "swop", "trad", "exchang", " now", "now ", "went", "gone", "mov",
)  # fmt: skip
_HOLDERS_HINT = (
    "replac", "succe", "supersed", "supplant", "displac", "oust", "follow", "tak", "took", "hand", "pass", "gav", "giv", "mak", "made", "yield", "ced", "step", "stand", "stood", "resign", "retir", "quit", "depart", "leav", " left", "bow",
    " go", "went", "mov", "sack", "dismiss", "fired", "removed", "voted",
)  # fmt: skip
_WHEN = regex(r"\w\s+(?:after|when|once|as|if|because|since|before|until|while|where|who|that|which)\s", re.IGNORECASE)
_LEAD = regex(
    rf"\A[\s,;:.–—]*(?:(?:and|but|so|then)\s+)*(?:{_NOW}\s+)?(?:{_IT}\s+)?(?:(?:is|are|was|were|became|becomes|has|have|been|since|renamed)\s+)*(?:{_NOW}\s+)?{_CALLED}?"
)
_OPEN = regex(r"\b(?:not|never|or|neither|nor)\b|n['’]t\b|\?", re.IGNORECASE)
_OF_NAMES = _NAMES_HINT, tuple(regex(each, re.DOTALL) for each in _NAMES)
_OF_HOLDERS = _HOLDERS_HINT, tuple(regex(each, re.DOTALL) for each in _HOLDERS)


class Succession(NamedTuple):
    """``was`` came before ``now``, as a text says; what it does not name is empty."""

    was: str
    now: str


@lru_cache(maxsize=4096)
def succession(text: str, *, named: bool) -> Succession | None:
    """Return what a text says came in the place of what; None for nothing; ``named``: by names of one thing as well.

    >>> succession("the Reeds, formerly the Otters", named=True), succession("Ann Lee hands over to Bo Ek.", named=False)
    (Succession(was='the Otters', now='the Reeds'), Succession(was='Ann Lee', now='Bo Ek.'))
    """
    if len(text) > LONGEST or (text.count(" ") < _FEWEST and "ex-" not in text):
        return None
    told = _told(text, *_OF_NAMES) if named else None
    if told is None:
        told = _told(text, *_OF_HOLDERS)
        before = told["was"].strip() if told else ""
        if told is None or _WHEN.search(before) or _told(before, *_OF_HOLDERS):
            return None  # "Ann Lee once Bo Ek retires", "Ann Lee took over from Bo Ek and was replaced by Cy Orr"
    groups = told.groupdict()
    return Succession(told["was"].strip(), _LEAD.sub("", groups.get("is") or groups.get("is2") or ""))


def _told(text: str, hints: Sequence[str], patterns: Sequence[re.Pattern[str]]) -> re.Match[str] | None:
    low = text.lower()
    if not any(hint in low for hint in hints) or _OPEN.search(text):
        return None
    return next(filter(None, (each.fullmatch(text) for each in patterns)), None)
