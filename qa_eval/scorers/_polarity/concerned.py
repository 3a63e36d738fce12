"""What a yes or no concerns: "Only the lizards returned" says no where it is asked whether the birds did."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

MAY_CONCERN = regex(
    r"\b(?:only|while|whereas|although|though|unlike|but|just|not)\b|\(|n't\b", re.IGNORECASE
)  # what an answer of two things has
_ONLY_ONE = regex(
    r"\W*the only (?:one|thing|part|person)s?(?: that| which| who)?\s+(?P<told>[^.;,]+?)\s+(?:is|are|was|were)\s+(?P<what>(?:the |an? |its |their )?[^.;,]+)",
    re.IGNORECASE,
)
_ONLY = regex(
    r"\W*(?:it (?:is|was) )?only (?P<what>(?:(?:the|an?|its|their|his|her) )?[a-z-]+(?: [a-z-]+)??)\s+(?:that\s+)?(?P<told>[a-z]+\b[^.;,]*)",
    re.IGNORECASE,
)
_BUT_NOT = regex(
    r"\W*(?:(?:the|its|his|her|their|an?)\s+)?(?P<one>[a-z-]+)\s+(?:[a-z]+,?\s+){1,4}(?:yes,\s+)?(?:but\s+)?not\s+(?:the|its|his|her|their|an?)\s+(?P<what>[a-z-]+(?: [a-z-]+)?)\W*\Z",
    re.IGNORECASE,
)
_JUST = regex(r"\W*no\s+(?P<other>[a-z-]+)\s+[a-z ]+,\s+(?:just|only)\s+(?P<what>[a-z -]+)\W*", re.IGNORECASE)
_LACKS = regex(r",?\s+but\s+(?:no|not (?:the|an?|its))\s+(?P<what>[a-z-]+(?: [a-z-]+)?)\W*\Z", re.IGNORECASE)
_IS_NOT = regex(
    r",\s+(?:the\s+)?(?P<what>[a-z-]+)\s+(?:is|was|are|were|has|have|did|does|do)(?:n't|\s+not)\W*\Z", re.IGNORECASE
)
_REMARK = regex(r",?\s+(?:while|whereas|although|though|unlike)\s+[^.;]+\W*\Z|\s*\([^()]+\)\W*\Z", re.IGNORECASE)
# "Only in spring", where it is asked whether it is so in autumn
_ONLY_THEN = regex(
    r"\W*(?:(?:it|they|he|she|we|the [a-z]+)\s+[a-z]+\s+)?(?P<only>only|not)\s+(?P<how>in|on|at|by|to|for|during)\s+(?P<what>[^.,;!?]+)",
    re.IGNORECASE,
)
# "Agreed, provided that no cameras are there"
_CONDITION = regex(
    r",?\s+(?:(?:provided|providing)(?:\s+that)?|on (?:the )?condition(?:\s+that)?|as long as|so long as|on the understanding(?:\s+that)?)\s[^.;!?]*",
    re.IGNORECASE,
)
_OF_ANY = regex(
    r"\W*(?:is|are|was|were|did|does|do|has|have|had|will)\s+(?:there\s+)?(?:(?P<one>anyone|anybody|anything|someone|somebody)|any)\b",
    re.IGNORECASE,
)
_ONLY_SOME = regex(
    r"\W*only\s+(?:the\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|few|some|several|[1-9]\d*)\b",
    re.IGNORECASE,
)


def only_says(text: str, question: str, asked: frozenset[str]) -> bool | None:
    """Return whether an answer says of the one thing that it leaves that it is so, which answers whether anyone or what is asked about is.

    >>> [only_says("Only the mate was hurt.", question, stems(question)) for question in ("Was anyone hurt?", "Was the cook hurt?")]
    [True, False]
    """
    if only_another(text, asked):
        any_one = _OF_ANY.match(question)
        return any_one is not None and (any_one["one"] is not None or _ONLY_SOME.match(text) is not None)
    return True if just_that(text, asked) else None


def only_of_its_kind(text: str, question: str, asked: frozenset[str]) -> bool:
    """Return whether an answer names the only one, which may be of the kind that is asked about or not: "Only the bakery" for any shops.

    >>> only_of_its_kind("Only the bakery was open.", "Were any shops open?", stems("Were any shops open?"))
    True
    """
    if text.lstrip()[:4].lower() != "only" or _ONLY_SOME.match(text):
        return False
    any_one = _OF_ANY.match(question)
    return any_one is not None and any_one["one"] is None and only_another(text, asked)


def only_another(text: str, asked: frozenset[str]) -> bool:
    """Return whether an answer says what is asked of something else alone. ``asked`` holds the stems of the question.

    >>> only_another("Only the lizards returned.", stems("Did the birds return?"))
    True
    >>> only_another("Only the birds returned.", stems("Did the birds return?"))
    False
    """
    left_out = _BUT_NOT.match(text)
    if left_out and asked & stems(left_out["what"]) and not asked & stems(left_out["one"]):
        return True
    only = _ONLY_ONE.match(text) or _ONLY.match(text)
    return only is not None and bool(asked & stems(only["told"])) and not asked & stems(only["what"])


def just_that(text: str, asked: frozenset[str]) -> bool:
    """Return whether an answer says that no other thing is so, but what is asked.

    >>> just_that("No butter is needed, just eggs.", stems("Does it need eggs?"))
    True
    """
    just = _JUST.fullmatch(text)
    return just is not None and not asked & stems(just["other"]) and bool(asked & stems(just["what"]))


def without_remark(text: str, asked: frozenset[str]) -> str:
    """Return an answer without the clause behind it that tells of something else. ``asked`` holds the stems of the question.

    >>> without_remark("It was open, while the tunnel was closed.", frozenset())
    'It was open'
    """
    lacks = _LACKS.search(text) or _IS_NOT.search(text)
    if lacks and not asked & stems(lacks["what"]):
        return text[: lacks.start()]
    return _REMARK.sub("", text)


def without_condition(text: str) -> str:
    """Return an answer without the condition behind it, which says neither yes nor no.

    >>> without_condition("Agreed, provided that no cameras are there.")
    'Agreed.'
    """
    return _CONDITION.sub("", text)


def only_then(text: str, question: str, asked: frozenset[str]) -> bool | None:
    """Return whether an answer says that it is so at the time or place that is asked about alone, or at another one alone; None for neither.

    >>> [only_then(f"Only in {season}", "Is it open in autumn?", stems("Is it open in autumn?")) for season in ("autumn", "spring")]
    [True, False]
    """
    found = _ONLY_THEN.match(text)
    if found is None:
        return None
    what = stems(found["what"])
    same = bool(what) and what <= asked
    if found["only"].lower() == "not":
        return False if same else None
    the = "the " if found["what"].startswith("the ") else ""
    place = regex(rf"\b{found['how']}\s+{the}(?P<non>non-?)?(?!the\b|an?\b)[\w-]+\W*\Z", re.IGNORECASE)
    told = None if found["what"].startswith(("a ", "an ")) else place.search(question)
    if told and (told["non"] or not what & asked):
        return False
    return True if same else None
