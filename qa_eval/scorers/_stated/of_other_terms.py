"""What a figure is told per, for, with or in other terms than is asked: "31 every two weeks", "212 m with its mast", "4.5 euro cents", "14 % above it"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.directions import asked_way
from qa_eval.reading.directions.lexicon import lexicon
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, folded

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_HOURS = {"hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0, "month": 730.0, "quarter": 2190.0, "term": 0.0, "year": 8760.0, "decade": 87600.0}  # fmt: skip
_TIMES = {
    "other": 2,
    "second": 2,
    "two": 2,
    "three": 3,
    "third": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
    "twelve": 12,
}
_PERIOD = "|".join(_HOURS)
_PER = regex(
    rf"\b(?:(?<=[\w%€£$)] )(?<!half )(?<!spend )(?<!for )(?<!about )an?|per|each|every)\s+(?:(?P<count>{'|'.join(_TIMES)}|\d{{1,3}})\s+)?(?P<period>{_PERIOD})s?\b(?!\s+and\b)"
    r"|\b(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|p\.\s?a\.|per\s+annum|annum)\b",
    re.IGNORECASE,
)
_ADVERBS = {"annual": "year", "annually": "year", "annum": "year", "daily": "day"}
_WHOLE = regex(
    r"\b(?:over|for|during|across)\s+(?:the|its)\s+(?:whole|entire|full)\s+(?:term|period|life|lifetime|duration|loan|contract)\b",
    re.IGNORECASE,
)
_OTHER_FIGURES = regex(r"\d[\d.,]*")
_BESIDE = regex(r"\b(?:or|so|that\s+is|i\.e\.|equals?|makes?|which)\b|[=(;]", re.IGNORECASE)
_CLOSE = 0.05  # of two periods: 52 weeks are a year
# "without its mast", "including tax"
_WITHOUT = r"without|excluding|excl\.|not\s+including|not\s+counting|exclusive\s+of|before|net\s+of|minus|plus"
_WITH = r"with|including|incl\.|counting|inclusive\s+of|after"
_ASIDE = regex(
    rf"\b(?:(?P<without>{_WITHOUT})|(?P<with>{_WITH}))\s+(?:an?\s+|any\s+|the\s+|its\s+|his\s+|her\s+|their\s+|a\s+single\s+)?(?P<what>[a-z]{{3,}})\b",
    re.IGNORECASE,
)
_COUNTED = regex(
    r"\bwith\s+(?:two|three|four|five|six|several|some|a\s+few|many|a|an|one|\d+|short|long|brief|frequent)\s+(?:[a-z]+\s+)?(?P<what>[a-z]{3,})\b",
    re.IGNORECASE,
)
_NAPS = {"sleep": "nap", "stop": "stopover", "rest": "break"}
_PART = regex(r"[;:]\s+|\.\s+|,\s+(?!\d{3}\b)(?=[^,;]*\d)|\s+(?:but|and|while|whereas)\s+")
# "4.5 euro cents", where a US cent is accepted
_COIN = regex(
    r"\b(?P<whose>US|U\.S\.|American|euro|Canadian|Australian|New\s+Zealand|Hong\s+Kong|Singapore|Swiss|French|Belgian|Mexican|Brazilian)[\s-]*(?P<coin>cents?|centimes?|centavos?)\b|\b(?P<glued>eurocents?)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|none)"
# "one in summer and two in winter"
_BY_TIMES = regex(
    rf"\W*(?P<one>{_NUMBER})(?:\s+[a-z]+)?\s+(?P<how>in|on|at|during)\s+(?:the\s+)?(?P<when>[a-z]+)(?:\s+[a-z]+)?,?\s+(?:and|but)\s+(?P<other>{_NUMBER})(?:\s+[a-z]+)?\s+(?P=how)\s+(?:the\s+)?[a-z]",
    re.IGNORECASE,
)
_WHICH = regex(
    r"\b(?:I|we)\s+(?:(?:just|really|can)\s+)?(?P<open>(?:don['’]t|do\s+not|can['’]t|cannot|can\s+not|am\s+not\s+able\s+to)\s+(?:remember|recall|know|tell|say)\s+which(?:\s+(?:one|of\s+them|it\s+is|is\s+which))?)\W*\Z",
    re.IGNORECASE,
)
_FACTOR = regex(r"\b(?:factor|how\s+many\s+times|[a-z]*fold|multiple)\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_NEITHER = regex(r"\b(?:not|never|no|than|instead|rather|from|but)\b|n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def _periods(text: str) -> frozenset[float]:
    """Return how many hours the periods last that a text tells something per."""
    found = set[float]()
    for each in _PER.finditer(text):
        adverb = (each["adverb"] or "").lower()
        period = each["period"] or _ADVERBS.get(adverb, adverb.removesuffix("ly") if adverb.endswith("ly") else "year")
        count = (each["count"] or "1").lower()
        found.add(_HOURS.get(period.lower(), 0.0) * _TIMES.get(count, int(count) if count.isdecimal() else 1))
    return frozenset(hours for hours in found if hours)


def in_another_period(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer tells its one figure of another period than is asked, "every two weeks"; "" for none.

    >>> asked = "How many lessons a week are there?"
    >>> in_another_period("31 every two weeks", asked, "31"), in_another_period("31 lessons each week", asked, "31")
    ('says it of "every two weeks"', '')
    """
    if len(text) > SHORT or _BESIDE.search(text):
        return ""
    wanted, said = _periods(f"{question} {accepted}"), _periods(text)
    told = _PER.search(text) or _WHOLE.search(text)
    if told is None or ", " in text[: told.start()] or _WHOLE.search(question):
        return ""
    same = any(abs(one - other) <= _CLOSE * one for one in wanted for other in said)
    figures = [
        each
        for each in _OTHER_FIGURES.findall(text[: told.start()] + text[told.end() :])
        if any(map(str.isdecimal, each))
    ]
    if same or len(figures) > 1 or (not said and not _WHOLE.search(text)):
        return ""
    return f'says it of "{told[0]}"'


def _asks_per(question: str) -> bool:
    return bool(_periods(question)) and "often" not in question


def _asides(text: str) -> dict[str, bool]:
    """Return what a text tells of something with, True, or without, False."""
    return {stem_of(folded(each["what"].lower())): each["with"] is not None for each in _ASIDE.finditer(text)}


def with_or_without(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer tells its figure with what is asked without, or the other way round; "" for none.

    >>> asked = "How tall is the tower without its mast?"
    >>> with_or_without("212 m with its mast", asked, "212 m"), with_or_without("212 m without the mast", asked, "212 m")
    ('says it "with its mast"', '')
    """
    if len(text) > SHORT or not any(map(str.isdecimal, accepted)):
        return ""
    wanted, shown = _asides(question), "".join(filter(str.isdecimal, accepted))
    parts = _PART.split(text)
    own = [part for part in parts if shown and shown in "".join(filter(str.isdecimal, part))] or parts[:1]
    for part in own if len(own) == 1 else ():
        for each in _ASIDE.finditer(part):
            what = stem_of(folded(each["what"].lower()))
            if what in wanted and wanted[what] is not (each["with"] is not None):
                return f'says it "{each[0]}"'
    counted = _COUNTED.search(text)
    if counted is None or not accepted[:1].isdecimal():
        return ""
    what = stem_of(folded(counted["what"].lower()))
    without = [each for each, holds in wanted.items() if not holds]
    return (
        f'says it "{counted[0]}"'
        if any(what in (each, _NAPS.get(each, "")) or each in what for each in without)
        else ""
    )


def _asks_with(question: str) -> bool:
    return _ASIDE.search(question) is not None


def of_other_coin(text: str, _question: str, accepted: str) -> str:
    """Return the coins of another country that an answer gives, "euro cents" for US cents; "" for none.

    >>> of_other_coin("4.5 euro cents", "What did it cost?", "4.5 US cents"), of_other_coin("4.5 cents", "What did it cost?", "4.5 US cents")
    ('says "euro cents"', '')
    """
    own = _COIN.search(accepted) if "cent" in accepted else None
    said = list(_COIN.finditer(text)) if own else []
    if own is None or not said or any(_country(each) == _country(own) for each in said):
        return ""
    return f'says "{said[0][0]}"'


def _country(coin: re.Match[str]) -> str:
    whose = (coin["whose"] or "euro").lower().replace(".", "")
    return "us" if whose == "american" else whose


def goes_the_other_way(text: str, question: str, _accepted: str) -> str:
    """Return the verb by which an answer says that the other of more and less was done so many times; "" for none.

    >>> asked = "By what factor did the lens cut the exposure?"
    >>> goes_the_other_way("It lengthened it sixfold.", asked, "sixfold"), goes_the_other_way("It fell sixfold.", asked, "sixfold")
    ('says "lengthened"', '')
    """
    wanted = asked_way(question).senses
    if len(text) > SHORT or not wanted or _NEITHER.search(text):
        return ""
    verbs = lexicon().verbs
    told = {word: verbs[word] for word in _WORD.findall(text.lower()) if word in verbs}
    if not told or any(senses & wanted for senses in told.values()):
        return ""
    axes = {axis for axis, _ in wanted}
    word = next((word for word, senses in told.items() if any(axis in axes for axis, _ in senses)), "")
    return f'says "{word}"' if word and not stems(word) & stems(question) else ""


def another_at_other_times(text: str, question: str, accepted: str) -> str:
    """Return the time of which alone an answer tells the accepted figure, and another one of another time; "" for none.

    >>> asked = "How many trains run a day?"
    >>> another_at_other_times("one in summer and two in winter", asked, "one"), another_at_other_times("one in all", asked, "one")
    ('says it of "summer" alone', '')
    """
    told = _BY_TIMES.match(text) if len(text) <= SHORT else None
    if told is None or told["one"].lower() not in accepted.lower() or told["other"].lower() in accepted.lower():
        return ""
    return "" if stems(told["when"]) & stems(question) else f'says it of "{told["when"]}" alone'


def which_is_left_open(text: str, _question: str, _accepted: str) -> str:
    """Return the words by which an answer says that it doesn't know which of those that it names is meant; "" for none.

    >>> which_is_left_open("7500, 7600 or 7700; I cannot say which.", "Which code?", "7500")
    'says "cannot say which"'
    """
    open_ = _WHICH.search(text) if "which" in text else None
    return f'says "{open_["open"]}"' if open_ else ""


def _asks_factor(question: str) -> bool:
    return _FACTOR.search(question) is not None


def _anything(_question: str) -> bool:
    return True


OF_OTHER_TERMS: tuple[Check, ...] = (
    (_asks_per, in_another_period),
    (_asks_with, with_or_without),
    (_asks_factor, goes_the_other_way),
    (_anything, of_other_coin),
    (_anything, another_at_other_times),
    (_anything, which_is_left_open),
)
