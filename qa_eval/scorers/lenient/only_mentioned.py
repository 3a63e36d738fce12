"""Where the accepted name is only mentioned: the first clause takes its stand on another one, and no later clause answers the question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.asked import asked_of
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.another_thing import are_numbered_names, is_labelled, options_asked
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.mentioned import is_mentioned, piece_of
from qa_eval.scorers.lenient.pieces import pieces_of
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.stance import does_something, stance_of
from qa_eval.scorers.lenient.within import is_no_rival

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 4, 45  # words of an answer that gives one thing and mentions another
SENTENCES = 3
_OTHER_NAME = regex(
    r"\b(?:(?<!best )known|called|named?(?! after\b)|nick\w+|dubbed|titled|aka|formerly|born|alias|i\.e\.|what we call|short for|refers?|meaning|means|sorry|correct\w*|or|i mean|rather|that is|namely)\b",
    re.IGNORECASE,
)
_CHANGES = regex(r",? ?(?:until|till|if|when|but)\b")
_WHEN = frozenset(("after", "before", "when", "in which", "at which", "although", "though", "because", "since", "as"))
_NEITHER = regex(r"\b(?:neither|none of (?:the two|these|those|them)|not either)\b(?! the\b)(?! an?\b)", re.IGNORECASE)
_OPENERS = frozenset(
    "as like unlike in at on of for according contrary well yes no actually interestingly surprisingly to".split()  # noqa: SIM905 - a word list reads best as one text
)


def is_only_mentioned(asked: Asked, said: Said) -> Decision | None:
    """Decide where the first clause gives another thing in the place that is asked for, and the accepted one is only mentioned."""
    if not LEAST <= len(said.words) <= MOST or len(said.sentences) > SENTENCES:
        return None
    if asked.is_negated or asked.dates or asked.asks_several or asked.asks_two:
        return None
    if asked.only_figures and not are_numbered_names(asked):
        return None
    spans = mentions(asked, said)
    pieces = pieces_of(said, asked_of(asked.text).verb, spans) if spans and spans[0][0] else []
    first = first_clause(pieces, said)
    if first is None or spans[0][0] < first.end or _CHANGES.match(said.plain, first.end):
        return None
    if options_asked(asked) and _NEITHER.search(said.plain, first.start, first.end):
        return Decision(0.15, Reason.CONTRADICTION, "says that it is neither")
    given = _given(asked, said, pieces, spans, first)
    if not given or not all(is_mentioned(asked, said, pieces, span, first) for span in spans):
        return None
    reason = Reason.WRONG_NAME if given[0].capital else Reason.WRONG_WORDS
    return Decision(0.2, reason, f'gives "{said.plain[given[0].start : given[-1].end][:60]}" instead')


def _given(asked: Asked, said: Said, pieces: Sequence[Piece], spans: Sequence[Span], first: Piece) -> Sequence[Word]:
    """Return another thing that the first clause gives, where what follows tells no other name of it."""
    named = any(map(str.isupper, asked.wanted[0].text)) and any(map(str.isupper, said.plain[slice(*spans[0])]))
    given = stance_of(first, asked, said, named=named)
    if not given and named and all(_is_in_an_aside(pieces, span, first) for span in spans):
        given = does_something(first, asked, said)
    if not given or _OTHER_NAME.search(said.plain, given[-1].end, spans[0][0]):
        return ()
    return given if is_labelled(given, asked) or not is_no_rival(asked, said, given, spans[0][0]) else ()


def first_clause(pieces: Sequence[Piece], said: Said) -> Piece | None:
    """Return the clause that an answer opens with, behind what leads up to it: "As you would expect, the skin is white"."""
    for at, piece in enumerate(pieces):
        if piece.joint.startswith("if"):
            return None
        behind = [each for each in pieces[at + 1 :] if each.sentence == piece.sentence]
        if piece.verb < 0 and said.plain[piece.end : piece.end + 1] == ":":
            if said.plain.count('"', 0, piece.end) % 2:
                return None
            continue  # a heading
        if piece.verb < 0 and piece.start != piece.sentence and said.plain[piece.start - 2] != ":":
            return None
        if not _leads_to(behind, piece, said):
            return None if piece.is_side else _gone_on(behind, piece)
    return None


def _leads_to(behind: Sequence[Piece], piece: Piece, said: Said) -> bool:
    """Return whether a piece only leads up to the clause behind it: "While Arden is older, Vane is larger"."""
    if not behind or behind[0].verb <= 0 or behind[0].is_side:
        return False
    subject = behind[0].subject
    if subject[0].form in ("a", "an") or subject[-1].form == "that":
        return False  # "On Elba, an island that lies further north"
    low = said.plain[piece.words[0].start : piece.words[0].end].lower()
    adverb = len(piece.words) == 1 and low.endswith("ly")
    return piece.is_side or (piece.verb < 0 and (adverb or low in _OPENERS))


def _gone_on(behind: Sequence[Piece], piece: Piece) -> Piece:
    """Return the piece with the verb of what a piece begins: "Vane, who is older, came first"."""
    if piece.verb >= 0:
        return piece
    verb = next((each for each in behind if not each.is_side and each.verb >= 0), None)
    return verb if verb is not None and verb.verb == 0 and verb.joint in ("", ",") else piece


def _is_in_an_aside(pieces: Sequence[Piece], span: Span, first: Piece) -> bool:
    """Return whether a name stands in a side clause that tells when or where the first clause happened."""
    piece = piece_of(pieces, span)
    if piece is None or piece.sentence != first.sentence:
        return False
    return any(each.joint in _WHEN for each in pieces if first.end <= each.start <= piece.start)
