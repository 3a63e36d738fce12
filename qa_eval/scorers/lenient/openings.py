"""What an answer opens with in the place that is asked for: the "Sobrero" of "It was Sobrero" and of "Sobrero invented it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.heads import fragment_of
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import BE, BREAK, is_echo, is_form, is_strange, until_edge
from qa_eval.scorers.lenient.frames import fragment, framed
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

NEAR = 9  # words before a verb or "by"
MOST = 0.7  # share of the question by which a subject is what it asks for
_HOLD = frozenset(("holds", "held", "holding", "became", "remains", "did", "does"))
_HAVE = frozenset(("has", "have", "had"))
_IT = frozenset(("it", "its", "they", "he", "she", "this", "that"))
_IS = frozenset(("it's", "that's"))
_WITHIN = frozenset(("in", "at", "near"))
_ANY = frozenset(
    (
        "man",
        "woman",
        "person",
        "character",
        "song",
        "book",
        "film",
        "ship",
        "answer",
        "1",
        "first",
        "name",
        "now",
        "today",
    )
)
_PLURAL = regex(r"\W*(?:(?:who|which|what)\b[^?]*?\b(?:are|were)\b)|\bboth\b|\btwo\b", re.IGNORECASE)
_BEING = regex(
    r"\W*(?:in [^,]+, )?(?:who|what|which|which(?: \S+){1,4}?|what(?: \S+){1,4}?) (?:is|was|'s)\b|\W*(?:name|tell)\b|\W*(?:who|what)'s\b",
    re.IGNORECASE,
)
DOING = regex(
    r"\W*(?:(?:in [^,]+, )?who|which(?: \S+){1,4}?|what(?: \S+){1,4}?) (?!(?:do|does|did|is|was|are|were|has been|will)\b)|\W*name the\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset(("a", "an", "one", "of", "not", "often", "also", "usually", "set", "in", "on", "at", "by"))
_CALLED = regex(r"\b(?:called|known as|termed)\W*\Z", re.IGNORECASE)
_WROTE = regex(r"\b(?:wrote|written|writer|author)\b", re.IGNORECASE)
_DID = regex(r"\W*what (?:do|does|did)\b", re.IGNORECASE)
_STRANDED = regex(r"\b(of|from|with|by|in|on|for|to)\W*\Z", re.IGNORECASE)
_DONE = regex(r"\b(?:do|does|did)\b", re.IGNORECASE)


def openings(asked: Asked, said: Said, end: int) -> Iterator[Sequence[Word]]:
    """Yield the words in the place that is asked for, of each sentence that begins before a character and has them."""
    if _PLURAL.match(asked.text) and not asked.is_where:
        return
    yield fragment(asked, said)
    ends = (*said.sentences[1:], len(said.plain))
    for start, stop in zip(said.sentences, ends, strict=True):
        if start >= end:
            return
        words = list(said.between(start, stop))
        if words:
            yield _opening(words, asked, said, first=not start)
            yield framed(words, asked, said)


def complements(asked: Asked, said: Said, end: int) -> Iterator[Sequence[Word]]:
    """Yield what each sentence before a character says that the thing asked for "is", or is called."""
    bare = (
        fragment_of(said.plain) if not asked.is_where and not asked.is_count and not _PLURAL.match(asked.text) else None
    )
    if bare:
        yield list(said.between(bare[0], bare[1]))
    slot, verb, *_ = asked_of(asked.text) if _DID.match(asked.text) else (Slot.OTHER, "")
    if slot is Slot.OBJECT and verb:
        yield from _objects(verb, asked, said, end)
    stranded = _STRANDED.search(asked.text)
    if stranded or DOING.match(asked.text):
        yield from _behind_word(stranded[1].lower() if stranded else "by", asked, said, end)
    if not _BEING.match(asked.text) and not _CALLED.search(asked.text):
        return
    ends = (*said.sentences[1:], len(said.plain))
    for start, stop in zip(said.sentences, ends, strict=True):
        words = list(said.between(start, stop))
        low = [said.lowered(word) for word in words]
        be = next((at for at, each in enumerate(low[: 2 * NEAR]) if each in BE), 0)
        if start < end and not start and low[0] in _IS and low[1:] and low[1] not in _NO_NAME:
            yield until_edge(words[1:], said)
        if start >= end or not be or not _is_asked(words[:be], low[:be], asked):
            continue
        called = next((at for at, each in enumerate(low[be + 1 : be + 4], be + 2) if each in ("called", "as")), None)
        behind = words[called or be + 1 :]
        if called or (behind and low[be + 1] not in _NO_NAME and not (low[0] in _IT and start)):
            yield until_edge(behind, said)


def _objects(verb: str, asked: Asked, said: Said, end: int) -> Iterator[Sequence[Word]]:
    """Yield what each sentence before a character says that was done what is asked: the quartz of "They found quartz"."""
    ends = (*said.sentences[1:], len(said.plain))
    for start, stop in zip(said.sentences, ends, strict=True):
        words = list(said.between(start, stop))
        place = next((at for at, word in enumerate(words[:NEAR]) if at and is_form(word, verb)), 0)
        if start >= end or not place or not words[place + 1 :]:
            continue
        low = said.plain[words[0].start : words[0].end].lower()
        about = low in _IT or any(is_echo(word, asked) for word in words[:place])
        if about and words[place + 1].form not in PREPOSITIONS:
            yield until_edge(words[place + 1 :], said)


def _behind_word(word: str, asked: Asked, said: Said, end: int) -> Iterator[Sequence[Word]]:
    """Yield what stands behind "by", or the preposition that a question ends with, in each sentence about it: "made of tin"."""
    ends = (*said.sentences[1:], len(said.plain))
    for start, stop in zip(said.sentences, ends, strict=True):
        words = list(said.between(start, stop))
        place = next((at for at, each in enumerate(words[: 2 * NEAR]) if each.form == word), 0)
        if start >= end or place < 2 or not words[place + 1 :]:  # noqa: PLR2004 - something is done
            continue
        if is_echo(words[place - 1], asked) and any(is_echo(each, asked) for each in words[: place - 1]):
            yield until_edge(words[place + 1 :], said)


def _opening(words: Sequence[Word], asked: Asked, said: Said, *, first: bool) -> Sequence[Word]:
    """Return the words in the place that is asked for, in one sentence; none where it cannot be told."""
    low = [said.lowered(word) for word in words]
    if low[0] in _IS and words[1:] and (first or low[0] == "it's") and not asked.is_where:
        return until_edge(words[1:], said)
    be = next((at for at, each in enumerate(low[: 2 * NEAR]) if each in BE), None)
    if be and _is_asked(_without_aside(words[:be], said), low[:be], asked) and (first or low[0] not in _IT or be > 1):
        found = _behind_be(words, low, be, asked, said)
        if found is not None:
            return found
    return _subject(words, low, asked, said) if not asked.is_where and not _DONE.search(asked.text) else ()


def _without_aside(words: Sequence[Word], said: Said) -> Sequence[Word]:
    """Return a subject without what is inserted by commas: "The largest, on which they live, is"."""
    if said.plain[words[-1].end : words[-1].end + 1] != ",":
        return words
    edge = said.plain.find(",", words[0].start, words[-1].end)
    return [word for word in words if word.end <= edge] or words if edge > 0 else words


def _behind_be(words: Sequence[Word], low: Sequence[str], be: int, asked: Asked, said: Said) -> Sequence[Word] | None:
    """Return what a sentence says that "is" what is asked for; None for a question where it is not said to be anywhere."""
    behind = words[be + 1 :]
    by = next((at for at, each in enumerate(low[be + 1 : be + NEAR]) if each == "by"), None)
    if asked.is_where and by is not None and _is_done(behind[:by], asked):
        return until_edge(behind[by + 1 :], said)  # the country that hosted it
    within = next((at for at, each in enumerate(low[be + 1 : be + 4]) if each in _WITHIN), None)
    if asked.is_where and (within is not None or not _BEING.match(asked.text)):
        return until_edge(behind[within + 1 :], said) if within is not None and behind[within + 1 :] else ()
    if by is not None and not any(word.capital for word in behind[:by]):
        return until_edge(behind[by + 1 :], said) if _is_done(behind[:by], asked) else ()
    does = (be == 1 and low[0] in _IT) or _is_doer(words[:be], asked)
    if behind and (does or _BEING.match(asked.text)) and low[be + 1] not in ("a", "an", "one", "of"):
        return until_edge(behind, said)
    return ()


def _is_done(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether what is done "by" someone is what the question asks who did."""
    if _WROTE.search(asked.text) and any(word.form in ("written", "penned") for word in words):
        return True
    return DOING.match(asked.text) is not None and any(
        word.form not in SMALL and is_echo(word, asked) for word in words
    )


def _is_doer(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether a subject names the one who does what the question asks: "the painter", for who painted it."""
    if _WROTE.search(asked.text) and any(word.form in ("author", "writer") for word in words):
        return True
    if not DOING.match(asked.text):
        return False
    if any(word.form in _ANY for word in words) and any(is_echo(word, asked) for word in words):
        return True
    echoed = {word.form for word in words if is_echo(word, asked)}
    if MOST * len(asked.forms) <= len(echoed):
        return True
    return any(word.form not in asked.forms and word.form not in SMALL and is_echo(word, asked) for word in words)


def _is_asked(words: Sequence[Word], low: Sequence[str], asked: Asked) -> bool:
    """Return whether the words before "is" are those of the question, or stand for them."""
    if low[0] in _IT:
        return all(is_echo(word, asked) or word.form in SMALL for word in words[1:])
    told = [word for word in words if word.form not in SMALL]
    if any(word.capital and word is not words[0] and is_strange(word, asked) for word in told):
        return False
    echoed = sum(is_echo(word, asked) for word in told)
    return echoed * 2 >= max(len(told) - 1, 1) > 0 or all(word.form in _ANY or is_echo(word, asked) for word in told)


def _subject(words: Sequence[Word], low: Sequence[str], asked: Asked, said: Said) -> Sequence[Word]:
    """Return the name before a verb of the question, or before "is the" and its words: "Hardy wrote it", "Hardy is the author"."""
    for at in range(1, min(len(words), NEAR)):
        verb = not words[at].capital and (
            low[at] in BE | _HOLD
            or (low[at] in _HAVE and low[at] in asked.text.lower().split())
            or any(stem(words[at].form) == stem(form) for form in asked.forms)
        )
        if not verb:
            continue
        head = words[:at]
        if all(word.form in SMALL for word in head):
            continue
        if not all(
            word.capital or word.form[0].isdigit() or word.form in SMALL | TITLES | PARTICLES for word in head
        ) or BREAK.search(said.plain, head[0].start, head[-1].end):
            return ()
        rest = [word for word in words[at:] if word.form not in SMALL]
        echoed = {word.form for word in rest if is_echo(word, asked)}
        clause = [word for word in rest if not BREAK.search(said.plain, head[-1].end, word.start)]
        whole = clause and all(word.form in _ANY or is_echo(word, asked) for word in clause)
        return head if whole or len(echoed) * 2 >= len(asked.forms) else ()
    return ()
