"""Changes, differences and levels: "rose by 5" does not say how much it was, nor "shrank to 38 %" by how much it shrank."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.directions.lexicon import lexicon
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.parts.clauses import led_to
from qa_eval.scorers.strict.quantities.balances import asks_return
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.asked import Asked

# the sign or code of a currency before a figure
_COIN = r"(?:[$€£¥]|(?-i:[A-Z]{2,3}\$?)\s?)?"
_BRIEF = 100  # characters; a longer answer compares other figures
_FROM_TO = regex(
    rf"\W*from\s+{_COIN}\d[\d.,]*\s*\w*\s+to\s+{_COIN}\d[\d.,]*(?:\s*[^\W\d]{{1,12}})?\W*\Z", re.IGNORECASE
)
_SHARE = r"(?:half\b|(?:an?|one|two|three|four)[ -](?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b)"
_TO = regex(rf"\W*to\s+(?:about\s+|just\s+|only\s+)?(?:{_COIN}\d|{_SHARE})", re.IGNORECASE)
_PLUS = regex(rf"\s*\+\s?{_COIN}\d")
_DIFFERENCE = regex(
    r"\bthan\b|\b(?:lead(?:s|ing)?|led) by\b|\b(?:ahead|behind)\b|\b(?:differen|chang)\w*|\bmargin\b|\bby (?:how|what)\b|\b(?:more|less|fewer|higher|lower|longer|older|taller|faster)\b",
    re.IGNORECASE,
)
_MORE_THAN = regex(
    r"\d(?:[\d.,]*\d)?(?:\s*(?!(?:is|are|was|were)\b)[^\W\d]{1,12}){0,2}?\s+(?:more|less|fewer|higher|lower|longer|shorter|cheaper|larger|smaller|bigger|older|younger|taller|heavier|lighter|faster|slower|deeper|wider)\s+than\b",
    re.IGNORECASE,
)
_HIGHER = regex(
    r"\d(?:[\d.,]*\d)?(?:\s*(?!(?:is|are|was|were|or|no|not|and)\b)[^\W\d]{1,12}){0,2}?\s+(?:more|less|fewer|higher|lower|longer|shorter|cheaper|older|younger|taller|heavier|lighter|faster|slower)\W*\Z",
    re.IGNORECASE,
)
_CHANGE = regex(
    r"\b(?:how much (?:(?:did|has|have)\b(?!.*\b(?:propos|offer|pa(?:y|id)\b|cost|charg|spen|receiv|earn|bid|ask|demand|s[eo]ll?d?\b|weigh|need))|more|less|higher|lower)|by (?:how|what)|chang\w*|increas\w*|decreas\w*|r[io]se|rising|fall\w*|fell|gr[eo]w\w*|declin\w*|drop\w*"
    rf"|difference|margin|gain\w*|reduc\w*|cut|raise\w*|lost|climb\w*|slip\w*)\b|\b(?:up|down)\s+(?:by\s+)?{_COIN}\d",
    re.IGNORECASE,
)
# levels that changes are told of, and that are changes themselves: "What was the profit?"
_MAY_BE_LEVEL = regex(r"\b(?:loss|profit)\b", re.IGNORECASE)
_LEVEL_CHANGED = regex(
    rf"\b(?:profits?|loss(?:es)?)\b[^.;!?]{{0,40}}?\b(?:rose|fell|increased|decreased|grew|dropped|declined|went up|went down|changed|climbed|slipped|improved|widened|narrowed)\s+by\s+(?:about\s+)?{_COIN}\d",
    re.IGNORECASE,
)
# "shrank to 38 %", where it is asked by how much it shrank
_LED_TO = regex(
    r"\b(?:shr[aiu]nks?|f[ae]lls?|fallen|rises?|rose|risen|drop(?:s|ped)?|declined?s?|gr[eo]ws?|grown|(?:in|de)creased?s?|climb(?:s|ed)?|slip(?:s|ped)?|s[ai]nks?|cuts?|reduced?s?|raised?|lower(?:s|ed)?"
    r"|went up|went down|go(?:es)? up|go(?:es)? down|gone up|gone down|down)\s+(?:(?:it|them|rates?|prices?|(?:the|its|their|his|her)\s+(?:[a-z]+\s+)?[a-z]+)\s+)?to\s+"
    rf"(?:about\s+|around\s+|just\s+|only\s+)?(?:{_COIN}\d|{_SHARE})",
    re.IGNORECASE,
)
_BY_TO = regex(rf"\bby\s+(?:[^.;!?]|\.(?=\d)){{1,40}}?\sto\s+{_COIN}\d", re.IGNORECASE)  # it says where that led, too
_BY_BEFORE = regex(r"\bby\s+(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?$", re.IGNORECASE)
_STEP_REACH = 40
_REACH = 24  # characters before a figure in which that stands
_FIGURE = regex(r"\d[\d.,]*")
# "took 18 ms, compared with 60 ms", where it is asked how much faster it was
_COMPARED = regex(
    rf"\b(?:took|takes|was|were|is|are|weigh(?:s|ed)|cost|costs|measure[sd]|stood at|scored|had|has|lasted|reached|came to)\s+(?:about\s+|only\s+|just\s+)?{_COIN}\d[^;!?]*?,?\s+(?:compared (?:with|to)|as against|against|versus|vs\.?|while|whereas)\s[^;!?]*\d",
    re.IGNORECASE,
)
_LEVEL = regex(
    rf"\W*(?:it|they|he|she|the\s+[a-z]+(?:\s+[a-z]+)?)\s+(?:takes?|took|lasts?|lasted|costs?|weighs?|weighed|measures?|measured)\s+(?:about\s+|only\s+|just\s+)?{_COIN}\d[^;,!?]*",
    re.IGNORECASE,
)
_IN_ALL = regex(r"\d\D{0,30}\b(?:in total|altogether|in all|all told)\W", re.IGNORECASE)
_ASKS_DIFFERENCE = regex(
    r"\bhow (?:much|many|far) (?:[a-z]+ )?(?:more|less|fewer|(?!other|number|water|paper|power|ever)[a-z]{2,}er)\b|\bby (?:how|what)\b|\b(?:difference|gap|margin|overruns?|overspend\w*)\b|\bhow (?:much|many)\b.*\b(?:than|lead(?:s|ing)? by|led by|ahead|behind)\b",
    re.IGNORECASE,
)
_TELLS_DIFFERENCE = regex(r"\b(?:than|by|difference|gap|margin|ahead|behind|more|less|fewer|[a-z]{2,}er|sav(?:es?|ed|ing)|lead|clear)\b", re.IGNORECASE)  # fmt: skip
_WENT_FROM = regex(
    rf"\bfrom\s+(?P<first>{_COIN}\d(?:[^.;,!?]|[.,](?=\d)){{0,30}}?)\s+to\s+{_COIN}\d(?:[\d.,]*\d)?(?:\s(?:thousand|million|billion|trillion|%|per cent|percent))?",
    re.IGNORECASE,
)
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_SENTENCE = regex(r"\.\s+(?=[A-Z])|\n+")
_MOST_READ = 20_000  # characters of a document
_TWO = 2  # years that a sentence compares
_WENT_TO = regex(rf"\b(?P<verb>[a-z]{{3,}})\s+to\s+(?:about\s+|around\s+|just\s+|only\s+)?{_COIN}\d", re.IGNORECASE)
# "To what did it fall?", and "by 3" behind what moved
_TO_WHAT = regex(
    r"\bto (?:what|which|how (?:much|many|high|low))\b(?! (?:extent|degree)\b)|\bwhat\b.*\bto\s*\?", re.IGNORECASE
)
_MOVED = r"(?:shr[aiu]nks?|f[ae]lls?|fallen|rises?|rose|risen|rising|falling|drop(?:s|ped|ping)?|declined?s?|gr[eo]ws?|grown|(?:in|de)creas(?:e[ds]?|ing)|climb(?:s|ed)?|slip(?:s|ped)?|s[ai]nks?|cut(?:s|ting)?|reduc(?:e[ds]?|ing)|rais(?:e[ds]?|ing)|lower(?:s|ed|ing)?|went|go|goes|gone)"
# "cut its staff by 340", "put up rents by 340"
_MOVED_IT = r"(?:\s+(?:up|down))?(?:\s+(?:its|the|their|his|her|an?|our|my)(?:\s+[a-z'’-]+){1,3}?|\s+(?:staff|jobs|costs|prices|rents?|pay|wages?|output|sales|spending|taxes|fees|rates?))?"
_FROM_BEFORE = regex(r"\bfrom\s+(?:about\s+|between\s+)?\Z", re.IGNORECASE)
_THEN = regex(r"[^.;!?]{0,40}?\bto\s+(?:about\s+|between\s+)?", re.IGNORECASE)
_EARLIER = regex(
    r"\b(?:previous\w*|before|earlier|original\w*|old|initial\w*|first|from what|until|had)\b", re.IGNORECASE
)
_CHANGED_BY = regex(
    rf"\b(?:{_MOVED}{_MOVED_IT}|(?:put(?:ting)?|bring(?:ing)?|brought)(?:\s+[a-z'’-]+){{1,3}}\s+(?:up|down)|(?:is|are|was|were)\s+(?:up|down)|changed)\s+by\s+(?:about\s+)?{_COIN}\d|\A\W*(?:up|down)\s+(?:by\s+)?{_COIN}\d[\d.,]*\S*(?:\s[a-z%]+)?\W*\Z",
    re.IGNORECASE,
)
_ASKS_WHAT_WAS_DONE = regex(
    r"\W*what\s+(?:did|do|does|has|have|had|will|would)\b.*\b(?:achieve|win|won|bring|brought|do|done|gain|result|mean|decide|agree|demand|want|promise|announce|order)\w*\b|\W*what\s+(?:happen|chang)",
    re.IGNORECASE,
)
# "an increase of 30", "It lost 340 staff"
_CAME_OR_WENT = regex(
    rf"\A\W*an?\s+(?:[a-z]+\s+)?(?:increase|rise|decrease|reduction|cut|drop|fall|decline)\s+of\s+{_COIN}\d"
    rf"|\b(?:lost|shed|cut|sacked|dismissed|hired|added|gained|recruited|took\s+on|laid\s+off)\s+(?:about\s+|another\s+)?\d",
    re.IGNORECASE,
)
_ASKS_HOW_MANY_THERE_ARE = regex(
    r"\W*how\s+many\s+(?:[a-z-]+\s+){1,3}(?:(?:do|does|did)\s+.*\b(?:have|employ|own|operate|run|count)\b|(?:are|were)\s+there\b|(?:work|live|belong)\b)|\W*(?:how\s+(?:high|large|big)|what)\s+(?:is|was|are|were)\s+(?:the|its|their|his|her)\b",
    re.IGNORECASE,
)
_BY = regex(
    rf"\A\W*by\s+(?:about\s+|around\s+|some\s+|only\s+|just\s+)?{_COIN}\d[^;]*\Z|\b{_MOVED}\s+(?:up\s+|down\s+)?by\s+(?:about\s+|around\s+|some\s+|only\s+|just\s+)?{_COIN}\d(?![^;]*\bto\s+(?:about\s+|around\s+)?[$€£−-]?\d)",
    re.IGNORECASE,
)


def is_change(text: str, asked: Asked) -> Closeness | None:
    """Return that an answer gives a change where a level is asked for, or the other way round; None for neither."""
    if asked.where_to and _BY.search(text):
        return Closeness(Reason.WRONG_VALUE, "says by how much it changed, not where it went")
    changed = _tells_change(text, asked) and _CHANGE.search(asked.told_of_it) is None
    changed = changed and not asks_return(asked.question)
    if changed and not _BY_TO.search(text) and (not _MAY_BE_LEVEL.search(asked.told) or _LEVEL_CHANGED.search(text)):
        return Closeness(Reason.WRONG_VALUE, "says by how much it changed")
    if len(text) <= _BRIEF and _gives_difference(text) and not _DIFFERENCE.search(asked.told):
        return Closeness(Reason.WRONG_VALUE, "gives a difference")
    if asked.way < 0 and _PLUS.match(text):
        return Closeness(Reason.CONTRADICTION, "says that it went up")
    if asked.changed and (_says_where(text) or _led_to_as_asked(text, asked)):
        return Closeness(Reason.WRONG_VALUE, "says where it went, not by how much")
    if asked.compares and (gives_sides(text) or _gives_level(text) or _gives_all(text)):
        return Closeness(Reason.WRONG_VALUE, "gives what it was, not the difference")
    return None


_RAISED_BY = regex(
    rf"\b{_MOVED}\s+(?:[a-z]+\s+)?by\s+(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?\Z", re.IGNORECASE
)
_THEN_TO = regex(rf"[^.;!?\d]{{0,40}}\bto\s+(?:about\s+|around\s+|some\s+)?{_COIN}\d", re.IGNORECASE)


def is_step(text: str, figure: Quantity, asked: Asked) -> bool:
    """Return whether a figure is by how much something moved, where it is asked for that which it moved to: "raised by 30, to 430"."""
    if asked.changed or asked.compares or not figure.start or _CHANGE.search(asked.told):
        return False
    moved = _RAISED_BY.search(text, max(0, figure.start - _STEP_REACH), figure.start)
    return moved is not None and _THEN_TO.match(text, figure.end) is not None


def names_change(what: str, asked: Asked) -> bool:
    """Return whether a noun is of a change the way that is accepted, where one is asked for: the drop of "3.5 % drop"."""
    way = "-" if asked.negative or asked.way < 0 else "+"
    if ("amount", way) not in lexicon().nouns.get(what, ()):
        return False
    return asked.negative or _CHANGE.search(asked.told_of_it) is not None


def _tells_change(text: str, asked: Asked) -> bool:
    """Return whether an answer says by how much something moved, or how many came or went where it is asked how many there are."""
    if _CHANGED_BY.search(text):
        return _ASKS_WHAT_WAS_DONE.match(asked.question) is None
    alone = _CAME_OR_WENT.search(text) is not None and len(_FIGURE.findall(text)) == 1
    return alone and _ASKS_HOW_MANY_THERE_ARE.match(asked.question) is not None


def _gives_difference(text: str) -> bool:
    """Return whether the first figure of an answer is a difference: not in "250 pence, 30p more than now"."""
    more, first = _MORE_THAN.search(text) or _HIGHER.search(text), _FIGURE.search(text)
    return more is not None and first is not None and more.start() == first.start()


def _says_where(text: str) -> bool:
    if _TO.match(text) or (len(text) <= _BRIEF and _FROM_TO.match(text)):
        return True
    return _LED_TO.search(text) is not None and len(_FIGURE.findall(text)) <= 1


@lru_cache(maxsize=512)
def asks_where_to(question: str) -> bool:
    """Return whether a question asks where something went: "To what did it fall?"."""
    return _TO_WHAT.search(question) is not None


def _led_to_as_asked(text: str, asked: Asked) -> bool:
    """Return whether an answer says to what something went by the verb of the question: "It shortened to 12 m"."""
    led = _WENT_TO.search(text) if " to " in text else None
    if led is None or len(_FIGURE.findall(text)) != 1:
        return False
    stem = stem_of(led["verb"].lower())
    once = stem[:-1] if stem[-1] == stem[-2:-1] else stem  # "thinned"
    return not stems(asked.question).isdisjoint((stem, once))


def gives_sides(text: str) -> bool:
    """Return whether an answer gives what two things are, and not how far they are apart.

    >>> gives_sides("It took 18 s, compared with 60 s."), gives_sides("It was 18 s faster than the other, at 42 s against 60 s.")
    (True, False)
    """
    return len(text) <= _BRIEF and _COMPARED.search(text) is not None and _TELLS_DIFFERENCE.search(text) is None


def _gives_all(text: str) -> bool:
    """Return whether an answer gives what it comes to in all, and no difference."""
    return _IN_ALL.search(text) is not None and _TELLS_DIFFERENCE.search(text) is None


def _gives_level(text: str) -> bool:
    """Return whether an answer gives what one thing takes or costs, and no difference: "It takes 40 minutes"."""
    return _LEVEL.fullmatch(text) is not None and _TELLS_DIFFERENCE.search(text) is None


@lru_cache(maxsize=512)
def asks_difference(question: str) -> bool:
    """Return whether a question asks how far two things are apart.

    >>> asks_difference("How much faster was the new one?"), asks_difference("How fast was the new one?")
    (True, False)
    """
    return _ASKS_DIFFERENCE.search(question) is not None


def where_it_led(figure: Quantity, text: str, question: str, *, changed: bool) -> Quantity:
    """Return the one figure of a range that tells of a change: the 4.25 % of "raised from 4 % to 4.25 %", the 5 of "up by 5 to 58".

    ``changed``: it is by how much that is asked.
    """
    if figure.high is None:
        return figure
    if _BY_BEFORE.search(text, max(0, figure.start - _REACH), figure.start):
        return figure._replace(value=figure.value if changed else figure.high, high=None, alternatives=())
    end = None if changed else led_to(text, figure.start, question)
    if end is None:
        return figure
    return figure._replace(value=figure.high if end else figure.value, high=None, alternatives=())


def where_they_led(figures: Sequence[Quantity], text: str, asked: Asked) -> Sequence[Quantity]:
    """Return the figures of an answer that tells of a change as what that led to, or began with."""
    if asked.spans:
        return of_change(figures, text, asked.question)
    return [where_it_led(figure, text, asked.question, changed=asked.changed) for figure in figures]


def of_change(figures: Sequence[Quantity], text: str, question: str) -> Sequence[Quantity]:
    """Return the figures of an answer without the range from which it says that something went to another, or without that to which, where the earlier one is asked for.

    >>> from qa_eval.reading.quantities import read_quantities
    >>> text = "It raised it from $2-3 to $4-5."
    >>> [int(each.value) for each in of_change(read_quantities(text), text, "What does it expect?")]
    [4]
    """
    ranges = [each for each in figures if each.high is not None]
    if len(ranges) != _TWO or right_before(_FROM_BEFORE, text, ranges[0].start) is None:
        return figures
    if _THEN.fullmatch(text, ranges[0].end, ranges[1].start) is None:
        return figures
    left = ranges[1] if _EARLIER.search(question) else ranges[0]
    return [each for each in figures if each is not left]


def of_earlier_year(text: str, question: str, known: str) -> str:
    """Return a text that tells of a change as what it began with, where the question asks of the earlier of the two years that the document compares.

    >>> known = "Sales came to 31 million in 2020, after 27 million in 2019."
    >>> of_earlier_year("Sales rose from 27 million to 31 million.", "What were sales in 2019?", known)
    'Sales rose at 27 million.'
    """
    told = _WENT_FROM.search(text) if "from " in text else None
    asked = frozenset(_YEAR.findall(question)) if told else frozenset()
    if told is None or len(asked) != 1 or _YEAR.search(text):
        return text
    figures = _FIGURE.findall(told[0])
    for sentence in _SENTENCE.split(known[:_MOST_READ]):
        years = frozenset(_YEAR.findall(sentence))
        if len(years) == _TWO and asked == {min(years)} and all(figure in sentence for figure in figures):
            return f"{text[: told.start()]}at {told['first']}{text[told.end() :]}"
    return text
