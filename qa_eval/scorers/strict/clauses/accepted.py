"""Accepted texts that are clauses: where the verb stands, and what two of them "and" joins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers.strict.clauses.chunks import CLAUSAL, words_of
from qa_eval.scorers.strict.clauses.clause import FEWEST, FINITE, HELPING, Clause, clause_at, is_how

if TYPE_CHECKING:
    from qa_eval.scorers._words.marked import Marked

    Words = tuple[Marked, ...]

# questions for what somebody does, which is told without its subject
_ASKS_ACT = regex(
    r"\W*(?:what|how)\b.*\b(?:do|done|promis\w+|order\w*|tell|told|want\w*|plan\w*|offer\w*|agree\w*|decid\w+|threaten\w*|urge\w*|advise\w*|accus\w+|intend\w*|criti\w+|blam\w+)\b",
    re.IGNORECASE,
)
_ASKS_DOING = regex(
    r"\b(?:do|done)\b\W*(?:next|with\b[^?]*|in\b[^?]*|on\b[^?]*|after\b[^?]*|during\b[^?]*|about\b[^?]*)?\??\s*\Z",
    re.IGNORECASE,
)
_SUBJECTS = frozenset(("it", "he", "she", "they"))
_WHOLE = frozenset("full whole entire total last first".split())  # noqa: SIM905 - a word list reads best as one text
_FUTURE = frozenset(("will", "would", "did"))


def clauses_of(text: str, question: str, *, near: bool = False) -> tuple[Clause, ...]:
    """Return the clause that an accepted text is, or the two that "and" joins; () for another text.

    ``near``: read with the expressions that mean nearly the same as another.

    >>> [(c.doer.meanings, c.verb.meaning, c.whom.meanings) for c in clauses_of("a lorry blocked the road", "Why was it shut?")]
    [(('truck',), 'block', ('road',))]
    """
    every = words_of(text, near=near)
    words = _without_lead(every)
    if words and words[0].meaning in CLAUSAL:
        return ()
    acts = _ASKS_ACT.match(question) is not None
    if words and (every[0].word == "to" or (acts and _ASKS_DOING.search(question))) and _is_bare(words):
        return (clause_at(words, 0),)
    for at, word in enumerate(words):
        if word.meaning != "and" or not FEWEST <= at < len(words) - 1:
            continue
        one = clause_in(words[:at], acts=acts)
        other = clause_in(words[at + 1 :], acts=True) if one and _like(one.verb, words[at + 1]) else None
        if one and other and not other.doer:
            return one, other
    whole = clause_in(words, acts=acts)
    return (whole,) if whole else ()


def _is_bare(words: Words) -> bool:
    """Return whether words begin with a verb in its plain form, and have no other that is helped."""
    first, joined = words[0], any(word.meaning == "and" for word in words)
    plain = first.kind is Kind.WORD and not first.is_done and not first.is_how
    return plain and len(words) >= FEWEST and not joined and not _is_helped(words)


def _like(verb: Marked, other: Marked) -> bool:
    return (
        other.kind is Kind.WORD
        and is_past(verb.word) is is_past(other.word)
        and (is_past(other.word) or is_done(other.meaning))
    )


def _without_lead(words: Words) -> Words:
    start = next(
        (
            at
            for at, word in enumerate(words)
            if word.kind not in (Kind.WHICH, Kind.BECAUSE) and word.word not in ("to", "by", "for")
        ),
        len(words),
    )
    return words[start:]


def clause_in(words: Words, *, acts: bool = False) -> Clause | None:
    """Return the clause that words are; None for no such. ``acts``: it may begin with its verb."""
    at = _verb_at(words, acts=acts)
    if at is not None and at and _is_doing(words, at) and words[at - 1].kind is Kind.WORD:
        words = (*words[:at], words[at]._replace(word=words[at].form), *words[at + 1 :])  # "spread" of a bloom
    return None if at is None else clause_at(words, at)


def _verb_at(words: Words, *, acts: bool) -> int | None:
    """Return where the verb of an accepted clause stands."""
    if len(words) < FEWEST:
        return None
    first = words[0]
    leads = first.kind is Kind.WORD and not first.is_how
    leads = leads and (acts or first.is_done)
    leads = leads and (is_past(first.word) or words[1].kind is not Kind.WORD or is_done(first.meaning))
    if leads and not _is_helped(words):
        return 0
    for at, word in enumerate(words):
        if at and word.meaning in CLAUSAL:
            return None
        if word.kind in FINITE or word.word in _FUTURE:
            end = at
            while end < len(words) and (words[end].kind in HELPING or words[end].word == "to" or is_how(words[end])):
                end += 1
            helpers = words[at:end]
            return end if end < len(words) and _may_follow(helpers, words[end]) else None
        if at and words[at - 1].kind in (Kind.WORD, Kind.IT) and _is_past_among(words, at):
            return at
        if at == 1 and first.word in _SUBJECTS and word.kind is Kind.WORD and not word.is_how:
            return at  # "it sprays acid"
    return next((at for at in range(1, len(words) - 1) if _is_between(words, at) or _is_doing(words, at)), None)


def _is_between(words: Words, at: int) -> bool:
    """Return whether a word stands between two things, so that it is a verb: "lamps confuse the moths"."""
    before, word, behind = words[at - 1 : at + 2]
    named = before.kind in (Kind.WORD, Kind.IT) and behind.kind in (Kind.ARTICLE, Kind.HIS, Kind.IT)
    return named and word.kind is Kind.WORD and not word.is_how and word.meaning not in CLAUSAL


def _is_doing(words: Words, at: int) -> bool:
    """Return whether a word says what the thing before it is doing: "a bloom of algae spreading across the lake"."""
    before, word, behind = words[at - 1], words[at], words[at + 1] if at + 1 < len(words) else words[at]
    joined = behind.kind in (Kind.PLACE, Kind.OF, Kind.ARTICLE, Kind.HIS, Kind.IT) and behind.word not in ("of", "and")
    return before.kind is Kind.WORD and word.is_done and word.word.endswith("ing") and joined


def _is_helped(words: Words) -> bool:
    """Return whether a word that helps a verb stands before any clause within."""
    for word in words:
        if word.meaning in CLAUSAL or word.kind in (Kind.WHICH, Kind.BECAUSE):
            return False
        if word.kind in FINITE or word.word in _FUTURE:
            return True
    return False


def _is_past_among(words: Words, at: int) -> bool:
    """Return whether a word among others is a verb in the past; "put" and "set" are, before what it was done to."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if words[at].kind is not Kind.WORD or (behind and behind.kind is Kind.WORD and words[at - 1].word in _WHOLE):
        return False  # "the full insured sum"
    return is_past(words[at].word) or (
        words[at].follows_have and behind is not None and behind.kind in (Kind.ARTICLE, Kind.HIS, Kind.IT)
    )


def _may_follow(helpers: Words, word: Marked) -> bool:
    """Return whether a word is a verb that others may help."""
    if word.kind is not Kind.WORD:
        return False
    last = next((each for each in reversed(helpers) if each.kind in (Kind.BE, Kind.HAVE, Kind.MODAL, Kind.EMPTY)), None)
    if last is not None and last.kind in (Kind.BE, Kind.HAVE):
        return word.is_done or word.follows_have
    return True
