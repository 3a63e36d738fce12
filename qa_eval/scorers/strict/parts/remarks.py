"""Remarks behind an answer, about something else: "9.58 s. His 200 m record is 19.19", "19, five fewer than Berg"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY, A_MONTH
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import folded, key
from qa_eval.scorers.strict.parts.answered import counts_on, tells_actual_one

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300  # characters; in a longer answer, much is told of others
# what an answer with a remark has one of: a mark or a word that sets it off, or a word that leads it in
_SET_OFF = regex(
    r"\n|[;,:–—(.!\s](?:(?<=[;,:–—(])|(?<=[.!])\s+\S|(?<=\s)(?:(?:from|with|or|if|provided|while|whereas|but|and|now|used|before|until|replac[a-z]{1,3}|-)\s|on\s[a-z]+\sof\s))",
    re.IGNORECASE,
)
_LED_IN = regex(
    r"\W*(?:after|following|despite|having|from|all|those|anyone|anybody|everyone|people|customers|members|(?:share|bond|card)?holders)\s",
    re.IGNORECASE,
)
# what takes back or leaves open what was said first, or says it again
_DOUBTS = regex(
    r"\b(?:or|maybe|perhaps|possibly|actually|sorry|wait|correction|correct\w*|rather|revised|updated|moved|changed|postponed|delayed|rescheduled"
    r"|extended|renewed|now|today|currently|since then|some|others?|sources?|says?|said|tells?|told|claim(?:ed|s? that)|according|report\w*|disputed|instead|wrong|estimate[sd]?|true|real|official"
    r"|confirmed|later|eventually|in fact|not)\b|n't\b|\?",
    re.IGNORECASE,
)
# where a statement of its own begins
_STATEMENT = regex(
    r"(?<=[\w)%\"'’£€$])[.!]?[.;!]\s+(?=\S)|\s+[–—-]\s+|,?\s+(?:while|whereas|whilst|but|although|though)\s+|,\s+(?:and|so)\s+",
    re.IGNORECASE,
)
_OTHER_SUBJECT = regex(
    r"(?:(?:by|in) (?:comparison|contrast),?\s+|meanwhile,?\s+)?(?:(?:the|an?|its|his|her|their|our)\s+)?(?P<what>(?:[\w'’.-]+\s+){0,3}?(?:(?:of|in|for|at|over)\s+(?:the\s+|an?\s+)?[\w'’-]+\s+)?[\w'’-]+?)"
    r"(?:,\s+(?:by|in) (?:comparison|contrast),|,\s+meanwhile,)?\s+(?:(?:already|only|just|also|both|then)\s+)?(?P<verb>is|are|was|were|has|have|had|can|could|will|must|may|did|does|(?!(?:of|in|for|at|over|on|to|with|from|by|and|or|the|an?|who|which|that|one)\b)[a-z]+(?!\s+(?:is|are|was|were|has|have|had|can|will|may)\b))\b",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset(
    """it they he she this that there these those we you i which who what others other some one both all another none nobody nothing sources
    number figure total answer amount value result record sum rest date time day year toll count height length width depth distance age weight
    so then however here also only as if when because since after before until in on at by with from for to of not no""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LABELS = frozenset(
    [
        "date",
        "day",
        "time",
        "year",
        "number",
        "figure",
        "amount",
        "value",
        "count",
        "total",
        "record",
        "toll",
        "height",
        "length",
        "width",
        "depth",
        "distance",
        "age",
        "weight",
    ]
)
# what makes a date, a number and their kin no other one
_SAME = frozenset(
    """final last first exact correct right real actual official true new old previous original updated revised latest current present overall full grand
    likely same earlier later estimated accepted reported given stated whole initial proposed planned expected""".split()  # noqa: SIM905 - see above
)
_HELPING = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "must",
        "may",
        "did",
        "does",
        "costs",
        "weighs",
        "goes",
        "takes",
        "stands",
        "brings",
        "means",
    ]
)
# what is told in a phrase behind the answer: what it is compared with, what came of it, what goes with it
_HEDGE = r"(?:(?:well|just|only|some|about|roughly|nearly|almost|exactly|far|more than|less than|over|under)\s+)*"
_COMPARED = regex(
    rf",\s+(?!then\b)(?P<hedge>{_HEDGE})(?:ahead of|behind|beating|topping|exceeding|up from|down from|compared (?:with|to)|(?:as )?against|out of|from(?=\s+[$€£]?\d)|after|before|following"
    r"|(?:longer|shorter|more|less|fewer|higher|lower|bigger|larger|smaller|older|younger|faster|slower|better|worse) than|twice|double|half|(?:three|four|five|ten) times"
    r"|(?:[\w,.:$€£%-]+(?<!,)\s+){1,3}?(?:fewer|more|less|higher|lower|longer|shorter|taller|wider|deeper|heavier|lighter|older|younger|faster|slower|ahead|behind|clear|better|worse|short|above|below|up|down|after|before|later|earlier)"
    r"(?=\s+(?:than|of|on|the|its|his|her|their|last|it|they|he|she|budget|plan|target|average|normal|forecasts?|estimates?|expectations|schedule|par)\b|[.,;]|\Z)"
    r"|(?:[\w,.$€£%-]+(?<!,)\s+){1,3}?(?:over|under)\s+(?:the\s+|its\s+)?(?:budget|plan|target|average|forecast|estimate|par)\b"
    rf"|where(?:as)?\s+(?:earlier|previously|before|once|last\s+[a-z]+|(?:in|at|on)\s+(?:the\s+)?(?:{A_MONTH}|spring|summer|autumn|winter|(?:19|20)\d\d|(?:previous|last|first)\s+[a-z]+)))(?![\w-])(?:[^.;!?\n]|\.(?=\d))*",
    re.IGNORECASE,
)
_BESIDE = regex(
    rf"(?:,\s+(?:making (?:it|him|her|them|this)|leaving|giving|bringing|having [a-z]+|(?:rising|falling|growing|going up|going down) to|in an? [a-z]+ (?:for|of|with|that)|(?:and |but )?(?:on|at) (?:(?:{A_DAY})s|weekends|weekdays|(?:public |bank )?holidays)|which (?:left|leaves|made|makes|gave|gives|brought|brings)|with)|(?<=[\w%])\s+with|\s+on\s+[a-z]+(?:\s+[a-z]+)?\s+of(?=\s+[$€£]?\d))\b(?:[^.;!?\n]|\.(?=\d))*",
    re.IGNORECASE,
)
# "The lease, signed in 2019, runs until 2031"
_DONE = regex(r",\s+(?:first\s+|itself\s+|only\s+)?(?P<done>[a-z]{3,})\s+(?:in|on|at|by|for|with|from)\s[^,;.\d]*\d[^,;.]*,(?=\s+[a-z])", re.IGNORECASE)  # fmt: skip
# "$9.99, or $99 for a year"
_OTHERWISE = regex(
    r"(?:,?\s+or\s+(?:only\s+|just\s+)?[$€£]?\d(?:[\d.,]*\d)?[^\W\d]*(?:\s+[a-z]+)?\s+(?:if|when|for|with|without|during|on|in)"
    r"|,\s+or\s+(?:only\s+|just\s+)?[$€£]?\d(?:[\d.,]*\d)?[^\W\d]*(?:\s+[a-z]+)?\s+(?:per|each|an?))\s(?P<what>(?:[^.;!?\n]|\.(?=\d))*)",
    re.IGNORECASE,
)
# "£18, as the first costs £96 and the second £78"
_BECAUSE = regex(
    r"(?P<first>\W*(?:about |some |only |just |exactly )?[$€£]?\d[\d.,]*(?:\s?[^\W\d]+){0,2}),\s+(?:as|because|since|given that|(?:i\.e\.|that is),?(?=[^;!?]*\b(?:less|minus|plus|times|of)\b))\s+(?P<reason>[^.;!?\n]+(?:[.,]\d[^.;!?\n]*)*)[.!]?\s*",
    re.IGNORECASE,
)
# "five years, as long as it is registered within 60 days"
_CONDITION = regex(
    r"(?<=[\w%]),?\s+(?:if|provided(?: that)?|as long as|so long as|on condition that|given that)\s+(?:[^.,;!?\n]|[.,](?=\d))*\d(?:[^.,;!?\n]|[.,](?=\d))*(?=[.!]?\s*\Z)",
    re.IGNORECASE,
)
_NOT_IF = regex(r"\b(?:not|no|never|only|or|un[a-z]+ed)\b|n['’]t\b", re.IGNORECASE)
_BARE = regex(r"\W*(?:at\s+|on\s+|in\s+)?(?:[$€£]?\d[\d.,:]*(?:\s?[^\W\d]+)?|[a-z]+)\W*", re.IGNORECASE)
_ELSEWHERE = regex(
    rf"(?:at\s+)?(?:[$€£]?\d[\d.,:]*\s?(?:%|[ap]\.?m\.?)?|{'|'.join(CARDINALS[2:])})\s+(?:in|on|for|at|with|during|over)\s+(?P<where>[^.;,!?\n]+)[.!]?\s*\Z",
    re.IGNORECASE,
)
_NAME = regex(r"\b(?P<first>[A-Z][\w'’]*) (?=[A-Z][a-z])")  # "Port Ellis" is one subject
_MAIN = regex(
    r"\A,\s+(?:after|before|following)\s[^,]+,\s+(?:the|it|she|he|they|we|an?|its|his|her|their)\s", re.IGNORECASE
)
_CLEFT = regex(
    r"(?:and\s+)?it(?:['’]s|\s+(?:was|is))\s+(?:the\s+)?(?P<what>(?:[\w'’-]+\s+){1,3}?)(?:who|that|which)\b",
    re.IGNORECASE,
)
_POINTED = regex(r"(?:it|they|he|she|the)\s", re.IGNORECASE)
_PRICED = regex(r"\b(?:how much|cost|price|pay|paid)\b", re.IGNORECASE)
_EARLIER = frozenset("old previous former last earlier other".split())  # noqa: SIM905 - a word list reads best as one text
# "and three others died"
_MORE = regex(
    r"(?:an?other\s+)?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\s+(?:(?:others?|more|people|of them)\s+)?(?:(?:were|was|are|is|had|have)\s+)?(?:\w+ly\s+|still\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_GONE = frozenset(("died", "missing", "left", "short", "absent", "outstanding", "needed"))
_IMPERATIVE = regex(r"(?:wait|leave|let|allow|keep|add|use|turn|rest|store|serve)(?=\s)", re.IGNORECASE)
_PRICES = frozenset(("price", "cost", "fee", "bill", "sum", "deal", "charge"))
_COMPARES = regex(r"\d\s(?:versus|vs\.?|against|compared)\s")


def may_hold_remark(text: str) -> bool:
    """Return whether an answer may hold a remark, by a look at its marks and small words.

    >>> may_hold_remark("about 324 m"), may_hold_remark("324 m, the mast too")
    (False, True)
    """
    return _SET_OFF.search(text) is not None or _LED_IN.match(text) is not None or _COMPARES.search(text) is not None


def without_remarks(text: str, question: str) -> str:
    """Return an answer without what it remarks behind its first statement on something else than is asked for.

    >>> without_remarks("324 m. The mast is 330 m.", "How tall is the tower?")
    '324 m'
    >>> without_remarks("19, five fewer than Berg.", "How many goals did Vik score?")
    '19.'
    >>> without_remarks("324 m. The tower was once 312 m tall.", "How tall is the tower?")
    '324 m. The tower was once 312 m tall.'
    """
    if len(text) > LONGEST or not may_hold_remark(text):
        return text
    asked = stems(question)
    because = _BECAUSE.fullmatch(text)
    if because and not _DOUBTS.search(because["reason"]):
        return because["first"]
    for place in _statements(text):
        if is_of_another(text[place[1] :], question) or _is_elsewhere(text, place, asked):
            text = text[: place[0]]
            break
    for phrase in _phrases(text, asked):
        return text[: phrase.start()] + text[phrase.end() :]
    return text


def _is_elsewhere(text: str, place: tuple[int, int], asked: frozenset[str]) -> bool:
    """Return whether a text is a figure, and behind it another one in another place or time: "Seven, and 22 in the season"."""
    told = _ELSEWHERE.match(text, place[1])
    return told is not None and _BARE.fullmatch(text, 0, place[0]) is not None and not stems(told["where"]) & asked


def _phrases(text: str, asked: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield the phrases of a text that only tell something beside what stands before them."""
    if (only_if := _CONDITION.search(text)) and not _NOT_IF.search(only_if[0]):
        yield only_if
    for phrase in _OTHERWISE.finditer(text):
        if stems(phrase["what"]) - asked and not stems(phrase["what"]) & asked - stems(text[: phrase.start()]):
            yield phrase
    for phrase in _DONE.finditer(text) if text.count(",") > 1 else ():
        if is_past(phrase["done"].lower()) and stem_of(phrase["done"].lower()) not in asked:
            yield phrase
    for phrase in _COMPARED.finditer(text):
        doubts = _DOUBTS.search(text, phrase.end("hedge"), phrase.end())  # "some £400,000 above budget" doubts nothing
        before = text[: phrase.start()]
        if not doubts and any(map(str.isalnum, before)) and not (_MAIN.match(phrase[0]) and not has_verb(before)):
            yield phrase  # unless it is "In 2022, after the third summer, the drill hit rock"
    for phrase in _BESIDE.finditer(text):
        before = text[: phrase.start()]
        if not _DOUBTS.search(phrase[0]) and not (stems(phrase[0]) & asked) - stems(before):
            yield phrase


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the further statements of a text begin, with what parts them from the one before."""
    for edge in _STATEMENT.finditer(text):
        if any(map(str.isalnum, text[: edge.start()])):
            yield edge.span()


def is_of_another(tail: str, question: str) -> bool:
    """Return whether the rest of an answer tells of a subject that the question does not speak of, and takes nothing back.

    >>> is_of_another("The mast is 330 m.", "How tall is the tower?"), is_of_another("It is 330 m.", "How tall is the tower?")
    (True, False)
    """
    asked = stems(question)
    more = _MORE.match(tail)
    if more:
        verb = folded(more["verb"])
        return (is_past(verb) or verb in _GONE) and stem_of(verb) not in asked
    if (done := _IMPERATIVE.match(tail)) and stem_of(done[0].lower()) not in asked:
        return _DOUBTS.search(tail, done.end()) is None  # "4 hours; wait 24 before the second coat"
    if _DOUBTS.search(tail) or counts_on(tail):
        return False
    if _POINTED.match(tail) and opposite_in(question, tail):
        return True  # "It closes at 6", where it is asked when it opens
    cleft = _CLEFT.match(tail)
    if cleft:
        return not stems(cleft["what"]) & asked
    told = _OTHER_SUBJECT.match(_NAME.sub(r"\g<first>-", tail))
    return told is not None and _is_other(told, question, asked)


def _is_labelled(words: tuple[str, ...], asked: frozenset[str]) -> bool:
    """Return whether a general noun is that of something else: "the ex-date", "the record date", not "the final date"."""
    before = words[-2:-1]
    return (
        words[-1] in _LABELS
        and bool(before)
        and before[0] not in _SAME
        and before[0] not in _NO_SUBJECT
        and stem_of(before[0]) not in asked
    )


def _is_other(told: re.Match[str], question: str, asked: frozenset[str]) -> bool:
    """Return whether what a statement begins with is a subject that the question does not speak of."""
    words = key(told["what"])
    if words[-1:] == ("one",) and not _EARLIER.isdisjoint(words):
        return True  # "The old one was €32 million"
    verb = folded(told["verb"])
    if not words or words[0] in _NO_SUBJECT or (words[-1] in _NO_SUBJECT and not _is_labelled(words, asked)):
        return False
    if tells_actual_one(told["what"], question):
        return False
    if words[-1] in _PRICES and _PRICED.search(question):
        return False
    if told["verb"].lower() not in _HELPING and not is_past(verb) and stem_of(verb) not in asked:
        return False
    known = frozenset(key(question))
    return any(word not in known and stem_of(word) not in asked for word in words)
