"""What is accepted, told of the other party, of one who could not and was stood in for, or of a lesser post: "She was ill, so Kat Sills spoke"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import IS_TOLD, span_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_WHO = regex(r"\b(?:who|whom|whose|which|what)\b", re.IGNORECASE)
# what one of two is, where the other is asked about
_COUNTERPARTS = tuple(
    tuple(frozenset(side.split()) for side in pair.split("|"))
    for pair in (
        "seller sellers vendor|buyer buyers purchaser acquirer bidder",
        "landlord landlady landlords owner|tenant tenants lodger renter",
        "plaintiff claimant prosecution prosecutor accuser|defendant defence defense accused",
        "dissent dissenting dissented dissents minority|majority",
        "lender lenders creditor creditors|borrower borrowers debtor debtors",
        "employer employers management|employee employees workers union staff",
        "replacement successor new newest current latest|original predecessor old former previous",
        "bride|groom bridegroom",
        "winner winners winning|loser losers losing runner-up",
        "runner-up|winner champion",
        "home|away visiting visitors",
        "donor donors|recipient recipients",
        "host hosts|guest guests visitors",
        "teacher teachers|pupil pupils student students",
        "trial treatment|comparator control placebo",
        "departure|arrival destination",
        "import imports importer|export exports exporter",
    )
)
_CLAUSE = regex(
    r"[;:.!]\s+|,?\s+(?:but|while|whereas|whilst|although|though)\s+|,\s+(?:and\s+)?(?=[A-Z]|(?:the|its|his|her|their|it)\s)|\s+[–—-]\s+|\s+and\s+(?=the\s)"
)
_NOT = regex(
    r"\b(?:not|never|no|neither|nor|than|instead|rather|against|beat|beating|defeated|before|both|also|too|once|later|from|to)\b|n['’]t\b",
    re.IGNORECASE,
)
_UNABLE = (
    r"(?:injured|ill|sick|unwell|suspended|absent|unavailable|away|banned|ruled\s+out|missing|indisposed|hurt|unfit|delayed|stuck|on\s+(?:leave|holiday)|abroad"
    r"|cancelled|canceled|withdr[ae]wn?|pulled\s+out|dropped\s+out|run\s+out|sold\s+out|out\s+of\s+(?:stock|action)|broken|called\s+off|missed|taken\s+ill|late|rested|dropped|retired|died|refused|declined|had\s+to\s+cancel)"
)
# "was injured, so Kat Sills wore the armband"
_WAS_UNABLE = regex(
    rf"(?:['’]s\s+[a-z]+)?\s+(?P<state>(?:(?:was|were|had|is|has|fell|got|been|already|then)\s+){{0,3}}{_UNABLE}\b[^.;,!?]*?)"
    r"(?:[,;.]\s+(?:and\s+|so\s+)?|\s+(?:and\s+)?so\s+|\s+and\s+)(?:(?:it\s+was|therefore|instead|then|(?:her|his|the|its|their)\s+(?:[a-z]+\s+){1,3})\s*)?(?P<other>(?-i:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*))\s+(?P<did>[a-z]+(?!['’]))(?P<rest>[^.;!?]*)",
    re.IGNORECASE,
)
_STOOD_IN = regex(
    r"\b(?:(?:(?:step|stepp|sit|fill|st[oa]n?d)(?:ed|ing|s)?|stood|sat)\s+in\s+(?:for|in\s+place\s+of)|(?:sub|subb|deputi[sz]|substitut|cover)(?:e|es|ed|ing|s)?\s+for"
    r"|in\s+(?:the\s+)?(?:place|absence)\s+of|replac(?:ed|ing)|took\s+over\s+from|took\s+the\s+place\s+of)"
    r"\s+(?:an?\s+|the\s+)?(?:(?:injured|ill|sick|absent|suspended|unavailable|indisposed)\s+)?\Z",
    re.IGNORECASE,
)
_REPLACED = regex(
    r"\b(?:replac\w*|st[oa]o?n?d\w*|step\w*|substitut\w*|deputi\w*|cover\w*|instead|behalf|whom|whose|(?:take|took|taken)\s+over|succe\w*|before|predecessor|ill|sick|injured|absent)\b",
    re.IGNORECASE,
)
_LESSER = regex(r"\b(?P<less>vice|deputy|assistant|associate|sub|under)[\s-]+(?P<post>[a-z]+)\b", re.IGNORECASE)
_RISES = regex(
    r"\s+(?:(?:will|has|is\s+to|then|now)\s+)*(?:becom\w+|became|t(?:akes?|ook)\s+(?:over|the|up)|succe\w+|steps?\s+(?:in|up)|replac\w+|follow(?:s|ed))\b"
)
_LESSER_BEFORE = regex(r"\b(?:vice|deputy|assistant|associate|sub|co)[\s-]+(?:to\s+the\s+)?\Z", re.IGNORECASE)
_TELLS_OF = regex(
    r"\W*(?:the|its|his|her|their)\s+[^,;.]{2,40}?\s+(?:is|was|are|were)\s+(?:the\s+|an?\s+|called\s+)?(?:[A-Z][a-z]+\s+)*",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("it they he she this that these those we all both".split())  # noqa: SIM905 - a word list reads best as one text
_CODE = regex(r"\w*\d[\w/.-]*")
_LEADS = regex(r"\W*(?:the\s+|number\s+|whereas\s+|while\s+)*", re.IGNORECASE)
_OTHER_FIRST = regex(
    r"\W*(?:the\s+|number\s+|no\.?\s+)*(?P<other>[\w/-]*\d[\w/-]*)(?:\.\s+|\s*[;–—]\s*|,\s+)(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = regex(
    r"(?P<who>(?-i:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*))\s+(?:was|were|is|has\s+been|have\s+been|got)\s+(?:later\s+|finally\s+)?(?P<done>dropped|turned\s+down|rejected|left\s+out|cut|excluded|cancelled|scrapped|ruled\s+out|passed\s+over|overlooked|withdrawn|refused)\b",
    re.IGNORECASE,
)


def _clause_of(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """Return what stands before and behind a stretch of an answer, within its clause."""
    start, end = span
    begin = max((cut.end() for cut in _CLAUSE.finditer(text, 0, start)), default=0)
    cut = _CLAUSE.search(text, end)
    return text[begin:start], text[end : cut.start() if cut else len(text)]


@lru_cache(maxsize=512)
def _counterparts(question: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the words for the one of two that a question asks about and those for the other, where it names one alone."""
    words = frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", question.lower()))
    return tuple(
        (one, other)
        for one, other in _COUNTERPARTS
        for one, other in ((one, other), (other, one))
        if words & one and not words & other
    )


def _asks_of_counterpart(question: str) -> bool:
    return _WHO.search(question) is not None and bool(_counterparts(question))


def of_counterpart(text: str, question: str, accepted: str) -> str:
    """Return the word by which an answer tells of the other of two what is accepted: the buyer, where it is asked about the seller; "" for none.

    >>> asked = "Which bank advised the seller?"
    >>> of_counterpart("Arlen worked for the buyer.", asked, "Arlen"), of_counterpart("Arlen; the buyer had Dex.", asked, "Arlen")
    ('buyer', '')
    """
    start, end = span_of(text, accepted)
    if start < 0 or len(text) > SHORT:
        return ""
    before, behind = _clause_of(text, (start, end))
    if not (IS_TOLD.match(behind) or (_TELLS_OF.fullmatch(before) and not any(map(str.isalnum, behind)))):
        return ""
    own = f"{before} {behind}"
    words = frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", own.lower()))
    if len(words) < 2 or _NOT.search(own):  # noqa: PLR2004 - a verb and the other
        return ""
    for one, other in _counterparts(question):
        if words & other and not words & one and not other & set(key(accepted)):
            return str(min(words & other))
    return ""


def _asks_who(question: str) -> bool:
    return _WHO.search(question) is not None and not _REPLACED.search(question)


def stood_in_for(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that the accepted one could not, and another one did; "" for none.

    >>> asked = "Who gave the talk?"
    >>> stood_in_for("Ann Ray was ill, so Bo Ek spoke.", asked, "Ann Ray"), stood_in_for("Bo Ek stood in for Ann Ray.", asked, "Ann Ray")
    ('was ill', 'stood in for')
    >>> stood_in_for("Ann Ray, because Bo Ek was ill", asked, "Ann Ray"), stood_in_for("Ann Ray was ill, but she spoke.", asked, "Ann Ray")
    ('', '')
    """
    start, end = span_of(text, accepted)
    if start < 0 or len(text) > SHORT:
        return ""
    before = _STOOD_IN.search(text, 0, start)
    if before and any(map(str.isalnum, text[: before.start()])):
        return before[0].strip()
    unable = _WAS_UNABLE.match(text, end)
    if unable is None or stems(unable["state"]) & stems(question) or set(key(accepted)) & set(key(unable["other"])):
        return ""
    return unable["state"].strip() if not set(key(accepted)) & set(key(unable["rest"])) else ""


def of_lesser_post(text: str, question: str, accepted: str) -> str:
    """Return the lesser post that an answer gives for what is accepted or to it: "vice-captain" for captain; "" for none.

    >>> of_lesser_post("Ann will be vice-captain.", "Who will be captain?", "Ann"), of_lesser_post("Ann; Bo is vice-captain.", "Who will be captain?", "Ann")
    ('vice-captain', '')
    >>> of_lesser_post("Deputy head of the bank", "What was her post?", "head of the bank")
    'Deputy'
    """
    start, end = span_of(text, accepted)
    if start < 0 or len(text) > SHORT:
        return ""
    before = _LESSER_BEFORE.search(text, 0, start)
    if before and not _RISES.match(text, end) and not _LESSER.search(accepted) and not _LESSER.search(question):
        return before[0].strip(" -")
    own = _clause_of(text, (start, end))[1]
    lesser = _LESSER.search(own)
    if lesser is None or not IS_TOLD.match(own) or _LESSER.search(question) or ", with " in own or _NOT.search(own):
        return ""
    post = stems(lesser["post"])
    bare = own[: lesser.start()] + own[lesser.end() :]
    return lesser[0] if post <= stems(question) and not post & stems(bare) else ""


def behind_other_code(text: str, _question: str, accepted: str) -> str:
    """Return the code that an answer gives first and alone, where it tells something of the accepted one behind it; "" for none.

    >>> asked = "Which bus goes to the port?"
    >>> behind_other_code("The 72. The X27 only goes to the zoo.", asked, "X27"), behind_other_code("X27. The 72 goes to the zoo.", asked, "X27")
    ('72', '')
    """
    first = _OTHER_FIRST.match(text) if _CODE.fullmatch(accepted) and len(text) <= SHORT else None
    if first is None or first["other"].lower() == accepted.lower():
        return ""
    start, end = span_of(first["rest"], accepted)
    leads = _LEADS.match(first["rest"])
    return first["other"] if leads and start == leads.end() and IS_TOLD.match(first["rest"], end) else ""


def dropped(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that what is accepted, or one of it, was not taken: "Ashby was dropped"; "" for none.

    >>> dropped("Ashby gets one, Corrin was dropped", "Which towns get a pool?", "Ashby and Corrin")
    'Corrin was dropped'
    """
    for told in _DROPPED.finditer(text) if len(text) <= SHORT else ():
        who = set(key(told["who"]))
        if who <= set(key(accepted)) - _PRONOUNS and not stems(told["done"]) & stems(question):
            return told[0]
    return ""


OTHERS: tuple[Check, ...] = (
    (_asks_of_counterpart, of_counterpart),
    (_asks_who, stood_in_for),
    (lambda question: _WHO.search(question) is not None, of_lesser_post),
    (lambda question: _WHO.search(question) is not None, behind_other_code),
    (_asks_who, dropped),
)
