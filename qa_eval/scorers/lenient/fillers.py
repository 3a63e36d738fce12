"""What a clause that restates a question has in the asked place: the Vane of "Emma was written by Vane" and of "Vane is the author of Emma"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import agent
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_form, until_edge
from qa_eval.scorers.lenient.stance import DOUBTED, THEM, is_about
from qa_eval.scorers.lenient.words import SMALL, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_KIND = regex(
    r"\W*(?:(?:in|on|at|to|from|by|for) )?(?:which|what) (?P<kind>(?:[\w-]+ ){1,3}?)(?:is|was|are|were|did|does|do|has|have|had|can)\b",
    re.IGNORECASE,
)
_ACTS = (
    regex(r"\b(?:play|portray|voice)(?:s|d|ed|ing)?\b", re.IGNORECASE),
    regex(r"\b(?:s[aiu]ngs?|(?:record|perform|cover|releas)(?:s|es|ed|ing)?)\b", re.IGNORECASE),
)
_MOST = regex(
    r"\b(?:first|last|latest|earliest|oldest|eldest|youngest|largest|longest|highest|smallest)\b", re.IGNORECASE
)
NEAR = 5  # words between a form of be and "by"
ENOUGH = 2  # words of a question by which a clause is known to restate it
_WINS = frozenset("took takes claimed claims captured clinched secured lifted received earned".split())  # noqa: SIM905 - a word list reads best as one text
_HOLDS = BE | frozenset(("became", "becomes", "remains", "remained"))
_HAS = frozenset(("has", "had", "have"))
_PLACING = frozenset(("in", "on", "at", "near", "to", "into", "from"))
_LOCATED = frozenset(("located", "situated", "based", "found", "lies", "stands", "sits", "set", "lie", "stand"))


def filler_of(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return what a clause has in the asked place; none where it does not restate the question, or only supposes it."""
    if piece.verb < 0 or not piece.predicate or _is_doubted(piece, asked, said):
        return ()
    frame = _FRAMES.get(asked_of(asked.text).slot)
    return frame(piece, asked, said) if frame else ()


def echoed(words: Sequence[Word], asked: Asked) -> set[str]:
    """Return the words of the question that some words repeat."""
    return {word.form for word in words if word.form not in SMALL and is_echo(word, asked)}


def keys_of(asked: Asked) -> frozenset[str]:
    """Return the words of a question that a clause has to repeat, without the kind of what is asked for: the city of "in which city"."""
    kind = _KIND.match(asked.text)
    return asked.forms - {word.form for word in words_of(kind["kind"])} if kind else asked.forms


def does_it(word: Word, asked: Asked) -> bool:
    """Return whether a word is the verb of the question, or one who does it: "written", "writer", for who wrote it."""
    verb = asked_of(asked.text).verb
    if any(acts.match(word.form) and acts.search(asked.text) for acts in _ACTS):
        return True
    return bool(verb) and (verb in (verb_stem(word.form), agent(word.form)) or is_form(word, verb))


def _is_doubted(piece: Piece, asked: Asked, said: Said) -> bool:
    known = asked.text.lower().split()
    marks = (*DOUBTED.finditer(said.plain, piece.start, piece.end), *_MOST.finditer(said.plain, piece.start, piece.end))
    return any(match[0].lower() not in known for match in marks)


def _lows(words: Sequence[Word], said: Said) -> list[str]:
    return [said.lowered(word) for word in words]


def _doer(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return who does what is asked."""
    verb, behind, low = piece.verb_in(said.plain), piece.predicate, _lows(piece.predicate, said)
    if verb in _HOLDS:
        by = low.index("by") if "by" in low[: NEAR + 1] else 0
        if by:
            done = any(does_it(word, asked) for word in behind[:by])
            about = len(echoed(piece.subject, asked)) >= ENOUGH or is_about(piece.subject, asked, said)
            return until_edge(behind[by + 1 :], said) if done and about and behind[by + 1 :] else ()
        return _named(piece, asked, said)
    if verb in _HAS and low[:1] != [] and is_past(low[0]):
        verb, behind, low = low[0], behind[1:], low[1:]
        does = does_it(piece.predicate[0], asked)
    else:
        does = does_it(piece.words[piece.verb], asked)
    wins = asked.is_won and verb in _WINS and len(echoed(behind, asked)) >= ENOUGH
    about = bool(echoed(behind, asked)) or any(each in THEM for each in low)
    return piece.subject if (does and about) or wins else ()


def _named(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return who "the" one is that does it: "The writer was Vane", "Vane is the writer of Emma"."""
    common = [word for word in piece.subject if not word.capital]
    if any(does_it(word, asked) for word in common) and is_about(piece.subject, asked, said):
        return until_edge(piece.predicate, said)
    low = _lows(piece.predicate, said)
    does = low[0] in ("the", "what") and any(does_it(word, asked) for word in piece.predicate)
    return piece.subject if does and len(echoed(piece.predicate, asked)) >= ENOUGH else ()


def _equal(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return who or what is what is asked for."""
    if piece.verb_in(said.plain) not in _HOLDS:
        return ()
    behind, low = piece.predicate, _lows(piece.predicate, said)
    here, there = echoed(piece.subject, asked), echoed(behind, asked)
    least = min(ENOUGH, len(asked.forms))
    if (
        (len(here) >= least or _is_the_noun(piece.subject, asked))
        and is_about(piece.subject, asked, said)
        and low[0] not in ("a", "an", "one", "in", "of", "at", "on")
    ):
        return until_edge(behind, said)
    noun = asked_of(asked.text).noun
    is_it = any(verb_stem(word.form) == noun or word.form == noun for word in behind)
    return piece.subject if is_it and there and not here and low[0] not in ("a", "an", "one") else ()


def _is_the_noun(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether a subject is just "the" one that is asked for: "the capital"."""
    own = [word for word in words if word.form not in SMALL]
    return bool(own) and words[0].form == "the" and all(is_echo(word, asked) for word in own) and not own[0].capital


def _done(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return to whom or what it is done."""
    if not does_it(piece.words[piece.verb], asked) or not is_about(piece.subject, asked, said):
        return ()
    return until_edge(piece.predicate, said)


def _placed(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return where it is."""
    if not echoed(piece.subject, asked) or not is_about(piece.subject, asked, said):
        return ()
    low = _lows(piece.words, said)
    placed = next(
        (at for at in range(piece.verb, len(low)) if low[at] in _LOCATED or does_it(piece.words[at], asked)), None
    )
    if placed is None or placed + 2 >= len(low) or low[placed + 1] not in _PLACING:
        return ()
    return until_edge(piece.words[placed + 2 :], said)


_FRAMES = {Slot.SUBJECT: _doer, Slot.COMPLEMENT: _equal, Slot.OBJECT: _done, Slot.PLACE: _placed}
