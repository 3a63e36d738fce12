"""Further texts that say what an accepted one does: "when" for "if", "a cough and fever", "those under 18"."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import DAY_NAMES
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.phrases.against import against_alike
from qa_eval.scorers.strict.phrases.means import by_other_means

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANY_PEOPLE = regex(r"(?:people|persons|those|anyone|everyone|anybody|everybody)\s+(?=\w)", re.IGNORECASE)
_ALLERGIC = regex(
    r"(?:who (?:is|are) )?allergic to (?P<to>[a-z]+(?: [a-z]+)?)|(?:with|who have) an? (?:allergy to (?P<an>[a-z]+(?: [a-z]+)?))",
    re.IGNORECASE,
)
_PAIR = regex(r"(?P<first>(?:[\w'-]+ ){0,4}[\w'-]+) (?P<joint>and|or) (?P<second>(?:[\w'-]+ ){0,4}[\w'-]+?)\.?")
_OPTIONS = regex(r"([\w' -]{2,40}), ([\w' -]{2,40}),? or ([\w' -]{2,40})")
_AGED = regex(
    r"(?:(?P<who>people|persons|those|adults|anyone|everyone|children)\s+)?(?:aged?\s+|of\s+)?(?P<age>\d{1,2})\s+(?:and|or)\s+(?P<way>over|older|above|under|younger|below)",
    re.IGNORECASE,
)
_AGES = {word: str(number) for number, word in enumerate(CARDINALS) if number > 1}
_SPELLED = {number: word for word, number in _AGES.items()}
_OF_A_KIND = frozenset(("boys", "girls", "drivers", "women", "men"))
_BELOW_AGE = regex(
    rf"(?:the\s+|all\s+)?(?:(?P<who>children|kids|people|persons|those|adults|anyone|everyone|boys|girls|drivers|women|men)\s+)?(?:aged\s+)?(?P<way>under|over)[\s-](?:the\s+age\s+of\s+)?(?P<age>\d{{1,2}}|{'|'.join(_AGES)})(?P<plural>['’]?s)?",
    re.IGNORECASE,
)
_COMPASS = regex(r"\b(?P<first>north|south)(?P<mark>-?)(?P<second>east|west)(?=ern|erly|ward|\b)", re.IGNORECASE)
_FROM_DAY = regex(rf"(?:from )?(?P<first>{'|'.join(DAY_NAMES)}) (?:to|through|until) (?P<last>{'|'.join(DAY_NAMES)})")
_NEXT_TO = regex(r"(?:right )?(?:next to|beside|alongside)\s+(?=\w)", re.IGNORECASE)
_OF_BOTH = regex(r"(?P<head>(?:[\w'-]+ )+of )(?P<one>(?:the )?[\w'-]+) and (?P<two>(?:the )?[\w'-]+)")
_BY = regex(r"(?P<head>(?:in|on|at|under) [^.,;]+? )(?:by|next to|beside) (?=the [a-z])")
_WITH = regex(r"(?P<who>[a-z][a-z ]{2,30}?)\s+with\s+(?P<what>(?:an?|their|the)\s+[a-z][a-z ]{2,40})", re.IGNORECASE)
_PART_OF = regex(
    r"(?:in |at |on )?(?P<part>(?:room|hall|floor|platform|gate|page|chapter|section|article|act|scene|table|box|office|ward|lab|bay|stand|row) [\w.]+|(?:the )?(?:first|second|third|ground|top) floor) (?:of|in) (?:the )?(?P<whole>[A-Z][\w' -]+)",
    re.IGNORECASE,
)
_KEPT = regex(r"\b(?:kept|keeps?|continued|continues|went|goes) (?:on )?(?=[a-z]{2,}ing\b)", re.IGNORECASE)
_PLACED = regex(
    r"(?P<before>[^,;.]*\b(?:the|its|their|his|her|an?)(?: [a-z]+)?) (?P<what>[a-z]+) (?:in|at) (?P<place>[A-Z][\w-]+)"
)
_PRICED = regex(
    r"(?:the\s+)?(?P<way>higher|rising|increased|soaring|lower|falling|reduced)\s+(?:(?P<what>[a-z]+(?: [a-z]+)?)\s+(?:prices?|costs?)|(?:prices?|costs?)\s+(?:for|of)\s+(?P<of>[a-z]+(?: [a-z]+)?))",
    re.IGNORECASE,
)
_DEAR = ("more expensive", "dearer", "costlier", "pricier")
_CHEAP = ("cheaper", "less expensive")
_IN_ORDER = regex(r"\b(?:then|first|after|later|before|from|to|and\b.*\band)\b", re.IGNORECASE)


def further_texts(texts: Sequence[str], question: str) -> Iterator[str]:
    """Yield further texts that mean the same as some accepted ones of a question.

    >>> list(further_texts(("fever and a cough",), "")), list(further_texts(("if it rains",), ""))
    (['a cough and fever'], ['when it rains'])
    """
    yield from _conditions(texts)
    yield from _swapped(texts)
    yield from _options(texts)
    yield from _of_people(texts)
    yield from _beside(texts)
    yield from _of_both(texts)
    yield from _by(texts)
    yield from _of_age(texts)
    yield from _of_days(texts)
    yield from _of_rank(texts)
    yield from _within(texts)
    yield from _below_age(texts)
    yield from _run_together(texts)
    yield from _going_on(texts)
    yield from _of_place(texts)
    yield from _having(texts)
    yield from _dearer(texts)
    yield from against_alike(texts)
    yield from by_other_means(texts, question)


def _dearer(texts: Sequence[str]) -> Iterator[str]:
    """Yield "wheat became more expensive" and the like for "higher wheat prices"."""
    for text in texts:
        priced = _PRICED.fullmatch(text)
        if priced is None:
            continue
        what, cheap = priced["what"] or priced["of"], priced["way"].lower() in ("lower", "falling", "reduced")
        yield from (
            f"{what} {verb} {much}" for much in (_CHEAP if cheap else _DEAR) for verb in ("became", "got", "is")
        )
        yield f"{what} costs {'less' if cheap else 'more'}"


def _within(texts: Sequence[str]) -> Iterator[str]:
    """Yield "Hooke Building, room 12" and the like for "in room 12 of the Hooke Building"."""
    for text in texts:
        told = _PART_OF.fullmatch(text)
        if told:
            yield from (
                f"{told['whole']}, {told['part']}",
                f"{told['part']}, {told['whole']}",
                f"{told['part']} in the {told['whole']}",
            )


def _having(texts: Sequence[str]) -> Iterator[str]:
    """Yield "residents who have a card" for "residents with a card"."""
    for text in texts:
        having = _WITH.fullmatch(text)
        if having:
            yield from (
                f"{having['who']} {way} {having['what']}"
                for way in ("who have", "who has", "having", "holding", "that have")
            )


def _going_on(texts: Sequence[str]) -> Iterator[str]:
    """Yield "water was seeping in" for "water kept seeping in"."""
    yield from (_KEPT.sub("was ", text) for text in texts if _KEPT.search(text))


def _of_place(texts: Sequence[str]) -> Iterator[str]:
    """Yield "its new Oslo plant" for "its new plant in Oslo"."""
    for text in texts:
        placed = _PLACED.fullmatch(text)
        if placed:
            yield f"{placed['before']} {placed['place']} {placed['what']}"


def _conditions(texts: Sequence[str]) -> Iterator[str]:
    """Yield "when the seal is broken" for "if the seal is broken"."""
    yield from (f"when{text[2:]}" for text in texts if text.lower().startswith("if "))


def _beside(texts: Sequence[str]) -> Iterator[str]:
    """Yield "beside the bank" for "next to the bank", and the other way round, "inside the box" for "in the box"."""
    for text in texts:
        if text.startswith("in the "):
            yield f"inside{text[2:]}"
        place = _NEXT_TO.match(text)
        if place:
            yield from (f"{other} {text[place.end() :]}" for other in ("next to", "beside", "alongside"))


def _of_both(texts: Sequence[str]) -> Iterator[str]:
    """Yield "the pull of the Sun and the Moon" for "the pull of the Moon and the Sun"."""
    for text in texts:
        both = _OF_BOTH.fullmatch(text)
        if both and not _IN_ORDER.search(text):
            yield f"{both['head']}{both['two']} and {both['one']}"


def _by(texts: Sequence[str]) -> Iterator[str]:
    """Yield "in the box next to the door" for "in the box by the door"."""
    for text in texts:
        if text.startswith("by the "):
            yield from (f"{other} {text[3:]}" for other in ("next to", "beside"))
        place = _BY.match(text)
        if place:
            yield from (f"{place['head']}{other} {text[place.end() :]}" for other in ("by", "next to", "beside"))


def _of_age(texts: Sequence[str]) -> Iterator[str]:
    """Yield "people 65 and older" and the like for "people aged 65 and over"."""
    for text in texts:
        aged = _AGED.fullmatch(text)
        if aged is None:
            continue
        ways = (
            ("over", "older", "above")
            if aged["way"].lower() in ("over", "older", "above")
            else ("under", "younger", "below")
        )
        for who in dict.fromkeys((aged["who"] or "people", "people", "those", "anyone", "")):
            for of in ("aged ", ""):
                yield from (f"{who} {of}{aged['age']} {joint} {way}".strip() for joint in ("and", "or") for way in ways)


def _below_age(texts: Sequence[str]) -> Iterator[str]:
    """Yield "children under five", "children aged under 5", "under-5s" and the like for "under-fives", and the other way round."""
    for text in texts:
        aged = _BELOW_AGE.fullmatch(text)
        if aged is None or not (aged["who"] or aged["plural"]):
            continue
        way, age = aged["way"].lower(), aged["age"].lower()
        number = _AGES.get(age, age)
        than = "younger than" if way == "under" else "older than"
        for who in _whose((aged["who"] or "").lower(), way):
            yield from (
                f"{who} {of}{told}"
                for told in dict.fromkeys((number, _SPELLED.get(number, number)))
                for of in (
                    f"{way} ",
                    f"aged {way} ",
                    f"{than} ",
                    f"{way} the age of ",
                    "below the age of " if way == "under" else "above the age of ",
                )
            )
        yield from (f"{way} {number}s", f"{way} {_SPELLED.get(number, number)}s")
        if not aged["who"]:
            yield from (f"must be {how} {number}" for how in (way, than))


def _whose(who: str, way: str) -> tuple[str, ...]:
    """Return whom people of an age may be called: women under 30 are no children, and not anyone under 30.

    >>> _whose("women", "under"), _whose("kids", "under")
    (('women', 'those'), ('kids', 'children', 'those', 'anyone', 'anybody'))
    """
    if who in _OF_A_KIND:
        return who, "those"
    whose = (
        ("children", "those", "anyone", "anybody")
        if way == "under"
        else ("people", "those", "anyone", "anybody", "adults")
    )
    return tuple(dict.fromkeys((who or whose[0], *whose)))


def _run_together(texts: Sequence[str]) -> Iterator[str]:
    """Yield "northwest" for "north-west", and the other way round."""
    for text in texts:
        yield from (
            text.replace(found[0], f"{found['first']}{'' if found['mark'] else '-'}{found['second']}")
            for found in _COMPASS.finditer(text)
        )


def _of_days(texts: Sequence[str]) -> Iterator[str]:
    """Yield "Tue-Sun" and the like for "Tuesday to Sunday"."""
    for text in texts:
        days = _FROM_DAY.fullmatch(text)
        if days:
            first, last = days["first"], days["last"]
            yield from (
                f"{first[:short]} {joint}{last[:short]}"
                for short in (3, 9)
                for joint in ("", "to ", "through ", "until ")
            )


def _of_rank(texts: Sequence[str]) -> Iterator[str]:
    """Yield "2nd" for "second", which among other words is as often a time."""
    for text in texts:
        if text.lower().removeprefix("the ") in ("second", "second place", "in second place"):
            yield from ("2nd", "2nd place")


def _swapped(texts: Sequence[str]) -> Iterator[str]:
    """Yield "a cough and fever" for "fever and a cough"."""
    for text in texts:
        pair = _PAIR.fullmatch(text)
        if pair and not _IN_ORDER.search(text):
            yield f"{pair['second']} {pair['joint']} {pair['first']}"


def _options(texts: Sequence[str]) -> Iterator[str]:
    """Yield "in a shop, online or by post" and the like for "online, by post or in a shop"."""
    for text in texts:
        options = _OPTIONS.fullmatch(text)
        if options and not _IN_ORDER.search(text):
            yield from (f"{one}, {two} or {three}" for one, two, three in permutations(options.groups()))


def _of_people(texts: Sequence[str]) -> Iterator[str]:
    """Yield "those under 18" and the like for "people under 18"."""
    for text in texts:
        people = _ANY_PEOPLE.match(text)
        if people and (allergic := _ALLERGIC.fullmatch(text, people.end())):
            what = allergic["to"] or allergic["an"]
            for who in ("people", "those", "anyone", "anybody", "everyone", "patients", "someone"):
                yield from (
                    f"{who} {told}"
                    for told in (
                        f"with an allergy to {what}",
                        f"with a {what} allergy",
                        f"who have an allergy to {what}",
                        f"who have a {what} allergy",
                        f"allergic to {what}",
                        f"who are allergic to {what}",
                        f"who is allergic to {what}",
                    )
                )
        if people:
            yield from (
                f"{other} {text[people.end() :]}"
                for other in ("people", "those", "anyone", "everyone", "persons", "anybody", "everybody")
            )
