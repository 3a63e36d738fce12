"""Clauses of an answer: figures and dates that only compare, and those that a clause of its own gives to something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.calendar import A_DAY, A_MONTH, MONTHS, SURE_MONTHS
from qa_eval.reading.regex import regex
from qa_eval.reading.text import content_words
from qa_eval.reading.verbs import plain_form
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers.strict.parts.answered import tells_actual_one

_COMPARED = regex(
    r"(?:\b(?:(?:up|down)(?: by)?(?: about| almost| nearly| some| over)? \d[\d.,]*(?: ?%| per ?cent| percentage points?| points?| basis points| bps)? (?:on|from)"
    r"|(?:increase|rise|gain|growth|decrease|fall|drop|decline) of(?: about| almost| nearly| some| over)? \d[\d.,]*(?: ?%| per ?cent)? (?:on|from|over)"
    r"|(?:up|down) (?:on|from)|(?:as )?compared (?:to|with)|in comparison (?:to|with)|(?:as )?against|versus|vs\.?"
    r"|(?:higher|lower|more|less|fewer|better|worse) than) (?:the |its |their |his |her )?(?:record |previous |earlier |last year's )?"
    r"|\b(?:twice|double|triple|half|times)(?: as [a-z]+ as)? (?:the|its|their|his|her|last year's) "
    r"|\b(?:ahead of|above|below|beyond|short of|behind|beating|exceeding|against|from) (?:the|an?|its|their|his|her|last year's|analysts'|market)"
    r"(?: [a-z-]+){0,3} (?:of |at )?|\bahead of )(?:about |around |just |roughly |some )?$",
    re.IGNORECASE,
)
_REACH = 60  # characters before a figure in which the comparison stands
# where one statement ends and the next begins
_EDGE = regex(
    r"[;:!?()\n]|\s[–—-]\s|\.(?!\d)|,(?!\d{3})|\s(?:and|but|while|whereas|whilst|though|although|then|before|after)\s",
    re.IGNORECASE,
)
_CHOICE = regex(
    r"\b(?:or|either|maybe|perhaps|possibly|disputed|alternatively|others? (?:say|claim|argue|give|put|believe|sources?)"
    r"|some (?:say|claim|argue|sources?|believe)|according to (?:others?|some))\b|(?<!\d)/|/(?!\d)|\?",
    re.IGNORECASE,
)
_MOMENT = regex(
    rf"\b(?:1[5-9]\d\d|20\d\d|{'|'.join(sorted(SURE_MONTHS))})\b",
    re.IGNORECASE,
)
# the verb of "How much did the company pay for it?"
_DEED = regex(
    r"\b(?:do|does|did)\s+(?P<who>(?:[\w'-]+\s+){1,4}?)(?P<verb>[a-z]+)(?=\s*\?|\s+(?:in|on|at|for|from|to|with|during|after|before|by|into|as|when|last|per|a|an|the|each|every|this)\b)",
    re.IGNORECASE,
)
# what is asked of: "the main span" of "How long is the main span of the bridge?"
_SUBJECT = regex(
    r"\b(?:is|are|was|were|does|do|did|will|can|has|have)\s+(?:the|its|his|her|their|an?)\s+(?P<what>(?:[a-z-]+\s+){0,2}[a-z-]+)(?=\s+(?:of|in|at|on|for|from)\b|\s*\?)"
)
_NAME = regex(r"(?<=[a-z,] )[A-Z][\w'-]+")  # in a question, not its first word
_NOW = regex(r"\b(?:now|today|currently|this year)\b", re.IGNORECASE)
_AGAIN = regex(
    r"\b(?:most recently|lastly|again)\b|\blast (?:in|on)\b"
    r"|\b(?:new|revised|updated|final|actual|real|right|correct(?:ed)?|definitive) (?:date|day|time|year|figure|number|total|value|count|amount)\b",
    re.IGNORECASE,
)
_WHILE = regex(r"\b(?:while|whereas|whilst|but|although|though)\s", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]{3,}")
_ENDINGS = regex(r"(?:ing|ed|es|s|ion|e|ment|er)$")
_TELLS_NOTHING = frozenset(
    """about around roughly approximately nearly almost some total time times year years old first later earlier today ago then also only
    million billion thousand hundred percent per cent more less fewer least most total""".split()  # noqa: SIM905 - a word list reads best as one text
).union(MONTHS)


class Place(NamedTuple):
    """Where a figure or date stands in an answer, in characters."""

    start: int
    end: int


_CHANGED = regex(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|gone (?:up|down)|dropped|drops?|increased|increases?|decreased|decreases?|declined|declines?|climbed|jumped|slipped"
    r"|went|changed|cut|raised|lowered|hiked|lifted|revised|moved|reduced|dipped|eased|improved|worsened|widened|narrowed|expanded|contracted|strengthened|weakened|recovered|sank|slid|swung|edged (?:up|down)|extended|lengthened|shortened|prolonged|doubled|trebled|tripled|halved|upgraded|downgraded) (?:\w+ )?from (?:about |around )?$",
    re.IGNORECASE,
)
_TO = regex(r"(?:[^.;!?\n]|\.(?=\d)){0,40}?\bto\b", re.IGNORECASE)


def compares(text: str, start: int, *, whole: bool = False) -> bool:
    """Return whether what begins at ``start`` is only what something is compared with.

    ``whole``: it is a range, and so tells where a change led as well.

    >>> compares("$4.2 bn, up from $3.9 bn", 17), compares("from $3.9 bn", 5)
    (True, False)
    """
    near = max(0, start - _REACH)
    if _COMPARED.search(text, near, start):
        return True
    if whole:
        return False
    return _CHANGED.search(text, near, start) is not None and _TO.match(text, start) is not None  # from 3.7 % to 3.4 %


_PRONOUN_LED = regex(r"\W*(?:it|they|he|she)\s", re.IGNORECASE)
_DAY_OR_MONTH = regex(rf"\b(?:(?:{A_DAY})s?|{A_MONTH})\b", re.IGNORECASE)
_ALSO = regex(r",\s+and\s")
_TURNED = regex(r"\W*(?:[–—;-]|\.\s|\()")
_OF_ITSELF = regex(
    r"\W*(?:the\s+)?(?!(?:it|they|this|that|he|she|we|but|now|later|then|changed|moved|some|others?|or|and|sources?|actually|no|not|sorry)\b)[a-z]+\s+(?:is|are|was|were|has|have|[a-z]{3,}(?:s|ed))\b",
    re.IGNORECASE,
)
_OF_A_THING = regex(
    r"\W*(?:the|its|their|his|her)\s+(?:[a-z-]+\s+){0,2}?(?P<thing>[a-z-]{3,})\s+(?:is|was|are|were|stands at|stood at|comes to|came to|reached)\b",
    re.IGNORECASE,
)
_ANY_THING = frozenset(
    """figure number value amount total answer sum count result one date year rate size correct real limit maximum minimum average
    price cost""".split()  # noqa: SIM905 - a word list reads best as one text
)
_BEFORE_IT = regex(
    r"\b(?:from (?:what|which)|before|previous(?:ly)?|earlier|former(?:ly)?|initial(?:ly)?|original(?:ly)?|old|used to|start\w*)\b",
    re.IGNORECASE,
)


_FROM_WHAT = regex(r"\s*(?:[a-z]{1,12}\s+)?from\s+(?:about\s+|around\s+|some\s+)?", re.IGNORECASE)
_TO_WHAT = regex(r"\bto\s+(?:about\s+|around\s+|some\s+|only\s+|just\s+)?$", re.IGNORECASE)
_OTHER_TIME = regex(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|some)\s+(?:years?|months?|quarters?|decades?|weeks?|days?|seasons?)\s+(?:later|earlier|before|previously|afterwards|ago|on)\b"
    r"|\b(?:the|its|their|in|last)\s+(?:previous|prior|preceding|following|next|corresponding)\s+(?:year|month|quarter|decade|week|season|period|half|half-year)\b"
    r"|\blast year\b|\bthe year before\b|\bthe next year\b",
    re.IGNORECASE,
)
_ASKS_OTHER_TIME = regex(
    r"\b(?:later|earlier|before|previous\w*|prior|preceding|following|next|ago|last|after|former\w*)\b", re.IGNORECASE
)


def is_of_another_time(text: str, question: str, right: Place, other: Place) -> bool:
    """Return whether the clause of what stands at ``other`` says that it is of another time, and that of ``right`` does not.

    >>> text = "It stood at 11.9 % – a year later it was 12.5 %."
    >>> is_of_another_time(text, "What was the margin?", Place(12, 18), Place(40, 46))
    True
    """
    if _ASKS_OTHER_TIME.search(question) or _CHOICE.search(text):
        return False
    came = right.end <= other.start and _FROM_WHAT.fullmatch(text, right.end, other.start)
    if came and _TO_WHAT.search(text, max(0, right.start - _REACH), right.start) and not _BEFORE_IT.search(question):
        return True  # "fell to 5 % from 6 %"
    mine, its = _clause(text, right), _clause(text, other)
    if mine == its or _AGAIN.search(text[its.start : its.end]):
        return False
    return bool(_OTHER_TIME.search(text, its.start, its.end)) and not _OTHER_TIME.search(text, mine.start, mine.end)


def led_to(text: str, start: int, question: str) -> bool | None:
    """Return whether of a range that begins at ``start`` the end is what is asked for, as that is where a change led; None for no change.

    >>> led_to("raised from 4 % to 5 %", 12, "What is the rate?"), led_to("from 4 % to 5 %", 5, "What is the rate?")
    (True, None)
    """
    if _CHANGED.search(text, max(0, start - _REACH), start) is None:
        return None
    return _BEFORE_IT.search(question) is None


_ON_TO = regex(
    r",?\s+(?:(?:bringing|taking|pushing|lifting) (?:it|them|the \w+)\s+)?to\s+(?:a\s+|an\s+|the\s+)?(?:[a-z-]+\s+){0,2}?(?:of\s+|about\s+|around\s+)?",
    re.IGNORECASE,
)
_TAKES_IT = regex(
    r"[.;,]\s+(?:that|this|which|it)\s+(?:takes?|took|brings?|brought|lifts?|lifted|raises?|pushe[sd]|leaves?|left|puts?)\s+(?:it|them|the\s+(?:[a-z]+\s+){1,3}?)\s*(?:to|at)\s+",
    re.IGNORECASE,
)
_GAINED = regex(
    r"\b(?:an?|the)\s+(?:[a-z]+\s+)?(?:increase|rise|gain|growth|jump|fall|drop|decrease|decline|loss|improvement|change|cut|hike|reduction|raise)\s+of\s+(?:about\s+|some\s+|nearly\s+|over\s+)?$",
    re.IGNORECASE,
)
_FROM = regex(r"\bfrom\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_MORE_THAN = regex(r"\s*(?:more|less|higher|lower|longer|shorter|dearer|cheaper)\s+than\b", re.IGNORECASE)
_BY = regex(r"\bby\s+(?:about\s+|around\s+|some\s+|roughly\s+|an?\s+)?$", re.IGNORECASE)


def leads_on(text: str, right: Place, other: Place, *, changed: bool) -> bool:
    """Return whether the figure at ``other`` only tells where a change led, or by how much: the 4.5 % of "by 25 bps to 4.5 %".

    ``changed``: it is the change that is asked for.

    >>> leads_on("by 25 bps to 4.5 %", Place(3, 9), Place(13, 18), changed=True)
    True
    """
    if changed and _FROM.search(text, max(0, other.start - _REACH), other.start):
        return True  # "£3.50, from £12 to £15.50"
    if changed and other.end <= right.start and _MORE_THAN.match(text, right.end):
        return True  # "It is now £2.50, 20p more than before"
    if changed:
        joints = (_ON_TO, _TAKES_IT)
        return right.end <= other.start and any(each.fullmatch(text, right.end, other.start) for each in joints)
    if _GAINED.search(text, max(0, other.start - _REACH), other.start):
        return True  # "24, an increase of 15"
    by = _BY.search(text, max(0, other.start - _REACH), other.start)
    return by is not None and other.end <= right.start and _ON_TO.fullmatch(text, other.end, right.start) is not None


def tells_apart(text: str, question: str, right: Place, other: Place) -> bool:
    """Return whether the answer gives what is asked for at ``right``, and at ``other`` tells something else in a clause of its own.

    It does when the clause of ``right`` has a word of the question, and that of ``other`` has none but words of its own.

    >>> text, question = "It was signed in 1919 and took effect in 1920.", "When was the treaty signed?"
    >>> tells_apart(text, question, Place(17, 21), Place(41, 45)), tells_apart(text, question, Place(41, 45), Place(17, 21))
    (True, False)
    """
    mine, its = _clause(text, right), _clause(text, other)
    if mine == its or _CHOICE.search(text):
        return False
    said, beside = text[mine.start : mine.end], text[its.start : its.end]
    if _AGAIN.search(beside) or tells_actual_one(beside, question):
        return False
    when = _moments(question)
    if when and _moments(beside) and not when & _moments(beside):
        return bool(when & _moments(said))  # "8.1 % in 2020 and 5.3 % in 2021", and 2020 is asked for
    if when and when & _moments(said) and _NOW.search(beside):
        return True  # "It was bought for $5 in 2018 and is now sold for $9"
    asked, here, there = _stems(question), _stems(said), _stems(beside)
    deed = _DEED.search(question)
    verb = _stems(deed["verb"]) if deed else frozenset()
    subject = _stems(deed["who"]) if deed and verb <= here else frozenset()
    if verb and verb <= here and not verb & there and there - asked and has_verb(beside):
        return True  # "It was valued at $3 bn; they paid $2 bn."
    if (here & asked) - there and there - asked and (there & asked) - here <= verb | subject:
        return True  # "She won the prize for physics in 1903 and that for chemistry in 1911."
    if mine.start < its.start and _answers_first(text, mine, its, asked):
        return True
    led = mine.start < its.start and _PRONOUN_LED.match(said) and _OF_ITSELF.match(beside) and not there & asked
    of_it = any(part <= here and part.isdisjoint(there) for part in _told_of(question))
    return bool(there - asked) and (
        bool(led) or of_it or there & asked < here & asked
    )  # "It was left at 5 %. Inflation is 4 %."


def _answers_first(text: str, mine: Place, its: Place, asked: frozenset[str]) -> bool:
    """Return whether the first clause only gives the answer, and the other, set apart from it, tells of a thing of its own.

    ``asked`` holds the stems of the question.
    """
    beside = text[its.start : its.end]
    here, there = _stems(_DAY_OR_MONTH.sub("", text[mine.start : mine.end])), _stems(beside)
    turned = _TURNED.match(text, mine.end) is not None
    if here & asked or not there - asked:
        return False
    if turned and there & asked and _OF_ITSELF.match(beside):
        return True  # "Tuesday – recycling is collected on Thursdays"
    thing = _OF_A_THING.match(beside) if turned and not here else None
    if thing and not _stems(thing["thing"]) & asked and thing["thing"].lower() not in _ANY_THING:
        return True  # "3.0 times; the actual ratio was 1.7"
    if not (here or there & asked) and _ALSO.match(text, mine.end) and _OF_ITSELF.match(beside):
        return True  # "on Thursday, and the second phase follows in March"
    return not here and _WHILE.search(text, mine.end, its.start) is not None  # "206, while a baby has about 300"


@lru_cache(maxsize=512)
def _told_of(question: str) -> tuple[frozenset[str], ...]:
    """Return the stems of what a question is about: its subject, and each name in it."""
    subject = _SUBJECT.search(question)
    names = (_stems(name) for name in _NAME.findall(question))
    parts = (*names, _stems(subject["what"]) if subject else frozenset())
    return tuple(part for part in parts if part)


# "In 2021, 9": when something was belongs to what follows
_WHEN_FIRST = regex(r"\W*(?:in|by|for|during|until)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:1[5-9]|20)\d\d", re.IGNORECASE)


def _clause(text: str, place: Place) -> Place:
    start, end = 0, len(text)
    for edge in _EDGE.finditer(text):
        if edge.end() <= place.start:
            if edge[0] != "," or not _WHEN_FIRST.fullmatch(text, start, edge.start()):
                start = edge.end()
        elif edge.start() >= place.end:
            end = edge.start()
            break
    return Place(start, end)


def _moments(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _MOMENT.findall(text))


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    found = (word for word in content_words(text) if _WORD.fullmatch(word))
    return frozenset(_ENDINGS.sub("", plain_form(word))[:6] for word in found if word not in _TELLS_NOTHING)
