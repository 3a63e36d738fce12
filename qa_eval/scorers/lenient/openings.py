"""What an answer opens with in the place that is asked for: the "Sobrero" of "It was Sobrero" and of "Sobrero invented it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.words import SMALL, TITLES, alike, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Asked
    from qa_eval.scorers.lenient.words import Word

NEAR = 9  # words before a verb or "by"
BE = frozenset(("is", "was", "are", "were"))
_HAVE = frozenset(("has", "have", "had"))
_IT = frozenset(("it", "its", "they", "he", "she", "this", "that"))
_WITHIN = frozenset(("in", "at", "near"))
_ANY = frozenset(
    ("man", "woman", "person", "character", "song", "book", "film", "ship", "answer", "1", "first", "name")
)
_ENDS = frozenset(
    """who which that whose in on at for with because after before when while as since and but from during to
    under until where although though just whereas rather""".split()  # noqa: SIM905 - a word list reads best as one text
)
_BREAK = regex(r"[^\w\s'.-]|\.\s|\n|\s-\s")
_PLURAL = regex(r"\W*(?:(?:who|which|what)\b[^?]*?\b(?:are|were)\b)|\bboth\b|\btwo\b", re.IGNORECASE)
_BEING = regex(
    r"\W*(?:who|what|which(?: \S+){1,4}?|what(?: \S+){1,4}?) (?:is|was|'s)\b|\W*(?:name|tell)\b|\W*(?:who|what)'s\b",
    re.IGNORECASE,
)
_DOING = regex(
    r"\W*(?:(?:in [^,]+, )?who|which(?: \S+){1,4}?|what(?: \S+){1,4}?) (?!(?:do|does|did|is|was|are|were|has been|will)\b)|\W*name the\b",
    re.IGNORECASE,
)
_WROTE = regex(r"\b(?:wrote|written|writer|author)\b", re.IGNORECASE)
_DONE = regex(r"\b(?:do|does|did)\b", re.IGNORECASE)


def opening(asked: Asked, said: Said) -> Sequence[Word]:
    """Return the words in the place that is asked for, in the first sentence; none where it cannot be told."""
    end = said.sentences[1] if len(said.sentences) > 1 else len(said.plain)
    words = [word for word in said.words if word.start < end]
    low = [said.plain[word.start : word.end].lower() for word in words]
    if _PLURAL.match(asked.text) and not asked.is_where:
        return ()
    be = next((at for at, each in enumerate(low[: 2 * NEAR]) if each in BE), None)
    if be and _is_asked(words[:be], low[:be], asked):
        behind = words[be + 1 :]
        if asked.is_where:
            within = next((at for at, each in enumerate(low[be + 1 : be + 4]) if each in _WITHIN), None)
            return () if within is None else _until_edge(behind[within + 1 :], said)
        by = next((at for at, each in enumerate(low[be + 1 : be + NEAR]) if each == "by"), None)
        if by is not None and not any(word.capital for word in behind[:by]):
            return _until_edge(behind[by + 1 :], said) if _is_done(behind[:by], asked) else ()
        does = (be == 1 and low[0] in _IT) or _is_doer(words[:be], asked)
        if behind and (does or _BEING.match(asked.text)) and low[be + 1] not in ("a", "an", "one", "of"):
            return _until_edge(behind, said)
        return ()
    return _subject(words, low, asked, said) if not asked.is_where and not _DONE.search(asked.text) else ()


def _is_done(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether what is done "by" someone is what the question asks who did."""
    if _WROTE.search(asked.text) and any(word.form in ("written", "penned") for word in words):
        return True
    return _DOING.match(asked.text) is not None and any(
        word.form not in SMALL and is_echo(word, asked) for word in words
    )


def _is_doer(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether a subject names the one who does what the question asks: "the painter", for who painted it."""
    if _WROTE.search(asked.text) and any(word.form in ("author", "writer") for word in words):
        return True
    if not _DOING.match(asked.text):
        return False
    if any(word.form in _ANY for word in words) and any(is_echo(word, asked) for word in words):
        return True
    return any(word.form not in asked.forms and word.form not in SMALL and is_echo(word, asked) for word in words)


def _is_asked(words: Sequence[Word], low: Sequence[str], asked: Asked) -> bool:
    """Return whether the words before "is" are those of the question, or stand for them."""
    if low[0] in _IT:
        return all(is_echo(word, asked) or word.form in SMALL for word in words[1:])
    told = [word for word in words if word.form not in SMALL]
    if any(word.capital and word.start and is_strange(word, asked) for word in told):
        return False
    echoed = sum(is_echo(word, asked) for word in told)
    return echoed * 2 >= len(told) > 0 or all(word.form in _ANY or is_echo(word, asked) for word in told)


def is_echo(word: Word, asked: Asked) -> bool:
    """Return whether a word is one of the question, inflected too: "director", for who directed it."""
    return word.form in asked.forms or any(stem(word.form) == stem(each) for each in asked.forms)


def _subject(words: Sequence[Word], low: Sequence[str], asked: Asked, said: Said) -> Sequence[Word]:
    """Return the name before a verb of the question, or before "is the" and its words: "Hardy wrote it", "Hardy is the author"."""
    for at in range(1, min(len(words), NEAR)):
        verb = not words[at].capital and (
            low[at] in BE
            or (low[at] in _HAVE and low[at] in asked.text.lower().split())
            or any(stem(words[at].form) == stem(form) for form in asked.forms)
        )
        if not verb:
            continue
        head = words[:at]
        if not all(word.capital or word.form in SMALL or word.form in TITLES for word in head) or _BREAK.search(
            said.plain, head[0].start, head[-1].end
        ):
            return ()
        rest = [word for word in words[at:] if word.form not in SMALL]
        echoed = {word.form for word in rest if is_echo(word, asked)}
        clause = [word for word in rest if not _BREAK.search(said.plain, head[-1].end, word.start)]
        whole = clause and all(word.form in _ANY or is_echo(word, asked) for word in clause)
        return head if whole or len(echoed) * 2 >= len(asked.forms) else ()
    return ()


def _until_edge(words: Sequence[Word], said: Said) -> Sequence[Word]:
    """Return the words up to a comma, a preposition or the like."""
    found: list[Word] = []
    for word in words:
        low = said.plain[word.start : word.end].lower()
        if found and (low in _ENDS or _BREAK.search(said.plain, found[-1].end, word.start)):
            break
        found.append(word)
    return found


def is_strange(word: Word, asked: Asked) -> bool:
    """Return whether a word is neither of the question nor of an accepted answer, and no small one."""
    known = word.form in SMALL or word.form in TITLES or word.form in asked.forms or len(word.form) == 1
    return not known and not any(
        word.form == other or alike(word.form, other) for other in (*asked.words, *asked.forms)
    )
