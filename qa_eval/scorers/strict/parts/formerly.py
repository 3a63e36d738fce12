"""What something was until it was changed: "It had been £48m before it was cut to £41m" gives £48m for what it was before."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.successions import Asked, side_asked, succession
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import key

_LONGEST = 160  # characters; a longer answer tells more
_ASKED = regex(r"\b(?:previous|former|old|earlier|original|initial)(?:ly)?\b|\bbefore\b", re.IGNORECASE)
_NEW = regex(r"\b(?:new|now|current(?:ly)?|latest|present)\b", re.IGNORECASE)
_CHANGED = r"(?:cut|lowered|reduced|trimmed|slashed|raised|increased|lifted|upgraded|downgraded|changed|revised|moved|put up|brought down|doubled|halved|shortened|extended|renamed|replaced)"
_UNTIL = regex(
    rf"(?P<was>[^;]+?),?\s+(?:before|until|till)\s+(?P<then>(?:(?:(?:it|they|that|this|the\s+[a-z]+)\s+(?:was|were|had been|rose|fell|went|dropped)|being)\b|(?:the|an?|its|their)\s+(?:[a-z]+\s+)?(?:cut|rise|increase|reduction|change|revision|move)\b|{_CHANGED}\b)[^;]*)",
    re.IGNORECASE,
)
_IT = r"(?:it|they|that|this|he|she|there|(?:the|its|their)\s+(?:[a-z]+\s+)?[a-z]+)"
_CLAUSE = r"(?:[^,;.:!?()]|[.,](?=\d))"  # one character of a clause
_ENDED = r"(?:abolished|scrapped|lifted|dissolved|merged|closed|demolished|rebuilt|widened|lengthened|enlarged|expanded|narrowed|dropped|ousted|dismissed|sacked|succeeded|sold|bought|acquired|disbanded)"
_AND = r"(?:(?:but|and|yet)\s+)?(?:(?:it|they)(?:\s+is|\s+are|['’]s)\s+)?"
_NOW = r"(?:now|currently|today|nowadays|these days|at present|presently|since then)"
_PERFECT = r"(?:(?:it|they)\s+)?(?:has|have)\s+(?:since\b|risen|fallen|grown|been)"
_YEAR = r"(?:until|till|up to)\s+(?:\d{1,2}\s+)?(?:[a-z]+\s+(?:\d{1,2},?\s+)?)?"
# how an answer gives what was before, and behind it what is so now, if anything
_WAS_AND_IS = tuple(
    regex(rf"\W*{told}", re.IGNORECASE | re.DOTALL)
    for told in (
        # "formerly Ann Lee, now Bo Ek", "It was originally 12 km, then 9"
        rf"(?:{_IT}\s+(?:was|were|had been|cost|had)\s+)?(?:formerly|previously|originally|initially|at first|in the past|once)\s+(?!from\b)(?P<was>{_CLAUSE}+?)[,;.:]?\s+(?P<is>{_AND}(?:{_NOW}|later|then)\b.*\w.*)",
        rf"(?:{_IT}\s+(?:was|were|had been)\s+)?(?:formerly|previously|in the past)\s+(?P<was>{_CLAUSE}+?)(?P<is>)\W*",
        # "It used to be 12 km; now it is 9"
        rf"(?P<was>{_CLAUSE}{{1,60}}?\s+used\s+to\s+{_CLAUSE}+?)(?:(?:[,;.:]\s*|\s+(?=(?:but|and|yet)\s))(?P<is>.*)|\W*)",
        # "It was 12 km, but now it is 9", "It was 12 km until 1995"
        rf"(?P<was>{_IT}\s+(?:was|were|had been|had|cost)\s+{_CLAUSE}+?)(?:,?\s+{_YEAR}\d{{4}}\W*|[,;.:]?\s+(?P<is>{_AND}(?:{_PERFECT}|{_NOW})\b.*\w.*))",
        # "12 km until 1995, when it was cut to 9", "Ann Lee until 2019, Bo Ek since then"
        rf"(?P<was>{_CLAUSE}+?),?\s+{_YEAR}(?:\d{{4}}|(?<=\s)[a-z]+)[,;]\s+(?P<is>(?:and\s+)?when\s.+|{_AND}{_NOW}\b.+|.+\b(?:now|since|since then|today)\W*)",
        # "Until 2019 it was Ann Lee, since then Bo Ek"
        rf"{_YEAR}\d{{4}},?\s+(?P<was>{_IT}\s+(?:was|were|had been)\s+{_CLAUSE}+?)[,;]\s+(?P<is>{_AND}(?:{_NOW}|since|after that|after which)\b.+)",
        # "12 km until it was cut to 9", "Ann Lee before Bo Ek took over"
        (
            rf"(?P<was>{_CLAUSE}+?),?\s+(?:before|until|till)\s+(?P<is>(?:{_IT}\s+(?:(?:was|were|had been)\s+(?:{_CHANGED}|{_ENDED})|rose|fell|went|dropped|moved|changed|merged|grew|shrank|lost|gained|retired|resigned|quit|died|left|stepped down)\b"
            rf"|being\b|{_CLAUSE}{{1,40}}?\s(?:took over|replaced|succeeded|was elected|was appointed)\b|(?:the|an?|its|their)\s+(?:[a-z]+\s+)?(?:cut|rise|increase|reduction|change|move)\s+(?:to|from|of|in)\b|{_CHANGED}\b).*)"
        ),
        # in brackets behind what is so now: "9 km (it was 12 until 1995)"
        rf"(?P<is>{_CLAUSE}+?)\s+\((?:{_IT}\s+(?:was|were|had been)\s+)?(?P<was>{_CLAUSE}+?),?\s+{_YEAR}\d{{4}}\)\W*",
        # "12 km, since cut to 9"
        rf"(?P<was>{_CLAUSE}+?),?\s+(?P<is>since\s+(?:been\s+)?{_CHANGED}\s+(?:by\b|to\s+(?:[a-z]+\s+)?[$€£]?\d).*)",
    )
)
_HINT = regex(
    r"\b(?:until|till|before|used to|once|since|now|formerly|previously|originally|initially|at first|past|today|currently|nowadays|these days|present|presently|has|have|up to)\b",
    re.IGNORECASE,
)
_OTHERS = regex(r"\b(?:who|which|whose|whom)\b|\w\s+that\b", re.IGNORECASE)
_IS_SO = regex(r"\b(?:is|are|does|do)\b|\band\s+used\b", re.IGNORECASE)
_USED_TO = regex(r"\bused to\b", re.IGNORECASE)
_PRONOUN = regex(r"\W*(?:it|they|he|she|that|this|there)\b", re.IGNORECASE)
_NAMES = regex(r"\b[A-Z][\w'’-]*")
_WHEN = regex(r"(?:and\s+)?when\b", re.IGNORECASE)
_TO_COME = regex(r"\b(?:will|shall|would|is due|going to)\b", re.IGNORECASE)
# what tells a state that lasts, and no deed that was done once
_LASTING = stems(
    "was were had been cost used stood measured ran stretched numbered counted totalled held weighed charged amounted lasted served lived called named known"
)
_DOUBTS = regex(r"\b(?:not|never|or|but|actually)\b|n['’]t\b|\?", re.IGNORECASE)
FIGURE = regex(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE)


def value_formerly(text: str, question: str) -> str:
    """Return what an answer says that something was until it was changed, or what it then became, as it is asked; "" for no such.

    >>> text = "It was 12 until it was cut to 9."
    >>> value_formerly(text, "What was the previous limit?"), value_formerly(text, "What is the new limit?"), value_formerly("12", "What is it now?")
    ('It was 12', 'it was cut to 9.', '')
    """
    if len(text) > _LONGEST or _DOUBTS.search(text):
        return ""
    former, new = _ASKED.search(question) is not None, _NEW.search(question) is not None
    told = _UNTIL.fullmatch(text.strip()) if former != new else None
    if told is None or not FIGURE.search(told["was"]):
        return ""
    return told["was"] if former else told["then"]


def was_and_is(text: str, question: str) -> tuple[str, str] | None:
    """Return what an answer gives for the time before, and what it says of now, "" for nothing; None for an answer that gives none for before.

    >>> asked = "Who chairs it?"
    >>> was_and_is("formerly Ann Lee, now Bo Ek", asked), was_and_is("It used to be Ann Lee.", asked), was_and_is("Ann Lee, who used to be a judge", asked)
    (('Ann Lee', 'now Bo Ek'), ('It used to be Ann Lee', ''), None)
    """
    if len(text) > _LONGEST or _HINT.search(text) is None:
        return None
    found = next(filter(None, (told.fullmatch(text) for told in _WAS_AND_IS)), None)
    if found is None or _OTHERS.search(found["was"]) or _TO_COME.search(text):
        return None
    was, now = found["was"], found["is"] or ""
    if _IS_SO.search(was) or (_WHEN.match(now) and not has_verb(now)):
        return None  # "It is set in Prague until 1914, when they move"
    if (
        _USED_TO.search(was)
        and not _PRONOUN.match(was)
        and not stems(_NAMES.sub("", was)) <= _LASTING | stems(question)
    ):
        return None  # "Ann Lee used to train horses, and now trains the dogs"
    deeds = stems(" ".join(word for word in key(was) if is_past(word)))
    return (was, now) if deeds <= _LASTING | stems(question) else None


def both_times(text: str, question: str, accepted: str) -> tuple[str, str, str] | None:
    """Return what an answer tells of the time that is not asked about, before a change or after it, what of the other one, and which the first is; None where it does not tell the two apart."""
    side = side_asked(question)
    if side.asked is None:
        return None
    told = (succession(text, named=side.named) if side.is_told(accepted) else None) or was_and_is(text, question)
    if told is None:
        return None
    was, now = told
    return (was, now, "the time before") if side.asked is Asked.NEW else (now, was, "the time after")
