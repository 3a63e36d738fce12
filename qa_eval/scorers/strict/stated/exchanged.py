"""Accepted clauses told the other way round by an owner, a deed or a condition: "White could not stop his pawn" for "he could not stop White's pawn"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.wording import SHORT, plain

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_DOES = regex(r"\b(?:he|she|it|they|we|you|who) (?P<did>[a-z]+)\b", re.IGNORECASE)
_OWNER = regex(r"\b(?P<who>[A-Z][\w-]+)(?:'s|(?<=s)') (?=[a-z])")
_WORD = regex(r"[\w-]+")
_TO_THEM = regex(r"\b(?P<who>[a-z]{3,}) (?P<did>[a-z]{3,}) (?P<whom>her|him|them)\b", re.IGNORECASE)
_SUBJECT_OF = {"her": "she", "him": "he", "them": "they"}
_THAT_ONE = regex(
    r"\b(?P<one>[a-z]{3,}) (?:(?:had|has|have) )?[a-z]{3,} (?:that )?(?:(?:the|an?|its|their|his|her) )?(?P<two>(?!that\b)[a-z]{3,}) (?:was|were|is|are|had|has|have|would|will|could|can|might|may|did)\b",
    re.IGNORECASE,
)
_UNLESS = regex(r"\A\W*(?:only )?(?:unless|except (?:if|when|where)|even (?:if|when|though))\b", re.IGNORECASE)
_TURNING = regex(r"\b(?:unless|except|even|not|never|no|nobody|without)\b|n't\b", re.IGNORECASE)
_CONDITION = regex(r"\b(?:condition|circumstances?|cases?|when|if|provided)\b", re.IGNORECASE)


def done_by_owner(text: str, _question: str, accepted: str) -> str:
    """Return who an answer says does what somebody else does to what is theirs; "" for none.

    >>> done_by_owner("White could not stop his pawn.", "Why did Black resign?", "he could not stop White's pawn")
    'says it of White'
    >>> done_by_owner("Black could not stop White's pawn.", "Why did Black resign?", "he could not stop White's pawn")
    ''
    """
    does = _DOES.search(plain(accepted)) if "'" in plain(accepted) and len(text) <= SHORT else None
    if does is None:
        return ""
    said, did = uncontracted(plain(text)), does["did"].lower()
    owners = {found["who"] for found in _OWNER.finditer(plain(accepted))}
    return next(
        (
            f"says it of {who}"
            for who in sorted(owners)
            if re.search(rf"\b{re.escape(who)} {did}\b", said) and not re.search(rf"\b{re.escape(who)}'s?(?!\w)", said)
        ),
        "",
    )


def owned_by_doer(text: str, _question: str, accepted: str) -> str:
    """Return whose an answer says that the one is who does what is accepted to something of theirs; "" for none.

    >>> owned_by_doer("Lena's drummer had stolen a song", "Why did Lena leave?", "the drummer had stolen Lena's song")
    'says it of another thing of Lena'
    """
    own, said = plain(accepted), plain(text)
    if "'" not in own or "'" not in said or len(text) > SHORT:
        return ""
    words = [word.lower() for word in _WORD.findall(own)]
    for found in _OWNER.finditer(own):
        theirs = [word.lower() for word in _WORD.findall(own[found.end() :])]
        told = [_WORD.findall(said[each.end() :])[:1] for each in _OWNER.finditer(said) if each["who"] == found["who"]]
        if told and all(word and word[0].lower() in words and word[0].lower() not in theirs for word in told):
            return f"says it of another thing of {found['who']}"
    return ""


def done_by_receiver(text: str, _question: str, accepted: str) -> str:
    """Return whom an answer says to do what is accepted as done to them; "" for nobody.

    >>> done_by_receiver("She hands the mayor a cup", "What does the winner get?", "the mayor hands her a cup")
    'says it of She'
    """
    does = _TO_THEM.search(accepted) if len(text) <= SHORT else None
    if does is None:
        return ""
    found = re.search(rf"\b{_SUBJECT_OF[does['whom'].lower()]} {does['did']}\b.*\b{does['who']}\b", text, re.IGNORECASE)
    return f"says it of {found[0].split()[0]}" if found else ""


def subjects_exchanged(text: str, _question: str, accepted: str) -> str:
    """Return who an answer says is what somebody said, thought or feared them to be, and the other way round; "" for nobody.

    >>> subjects_exchanged("The jury feared that the judge was ill", "Why?", "the judge feared that the jury was ill")
    'says it of jury'
    """
    own = _THAT_ONE.search(accepted) if len(text) <= SHORT else None
    said = _THAT_ONE.search(text) if own else None
    if own is None or said is None:
        return ""
    turned = (own["one"].lower(), own["two"].lower()) == (said["two"].lower(), said["one"].lower())
    return f"says it of {said['one']}" if turned else ""


@lru_cache(maxsize=512)
def _deeds(text: str) -> frozenset[tuple[str, str]]:
    """Return each deed with what was done before to the thing that it is done to: "reinstate the dismissed weavers"."""
    words = marked(text)
    return frozenset(
        (one.meaning, two.meaning)
        for one, between, two, thing in zip(words, words[1:], words[2:], words[3:], strict=False)
        if one.kind is Kind.WORD
        and between.kind in (Kind.ARTICLE, Kind.HIS)
        and two.is_done
        and thing.kind is Kind.WORD
    )


def deeds_exchanged(text: str, _question: str, accepted: str) -> str:
    """Return whether an answer does what was done before, to what has had done to it what is done: "" if not.

    >>> deeds_exchanged("They dismiss the reinstated weavers", "What is asked?", "They reinstate the dismissed weavers")
    'tells the two deeds the other way round'
    """
    accepted_deeds = _deeds(accepted) if len(text) <= SHORT else frozenset[tuple[str, str]]()
    turned = (
        any(deed[::-1] in accepted_deeds and deed not in accepted_deeds for deed in _deeds(text))
        if accepted_deeds
        else False
    )
    return "tells the two deeds the other way round" if turned else ""


def unless_instead(text: str, _question: str, accepted: str) -> str:
    """Return what turns the condition of an answer that is accepted as it stands: "Unless it is clean" for if it is clean; "" for nothing.

    >>> unless_instead("Unless it is clean", "On what condition?", "if it is clean")
    'says "Unless"'
    """
    found = _UNLESS.match(text)
    return f'says "{found[0].strip()}"' if found and not _TURNING.search(accepted) else ""


EXCHANGED: tuple[Check, ...] = (
    (lambda _question: True, done_by_owner),
    (lambda _question: True, owned_by_doer),
    (lambda _question: True, done_by_receiver),
    (lambda _question: True, subjects_exchanged),
    (lambda _question: True, deeds_exchanged),
    (lambda question: _CONDITION.search(question) is not None, unless_instead),
)
