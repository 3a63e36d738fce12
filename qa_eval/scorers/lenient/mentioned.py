"""Whether the clause of an accepted name answers the question, or only tells of it: "The skin is a tissue", for the largest organ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.another_thing import options_asked
from qa_eval.scorers.lenient.beside import PERFORMS
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_strange
from qa_eval.scorers.lenient.passing import is_said_near
from qa_eval.scorers.lenient.pieces import RELATIVE
from qa_eval.scorers.lenient.stance import THEM, is_about
from qa_eval.scorers.lenient.words import SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_TAKES_BACK = regex(
    r"\b(?:actually|in fact|sorry|wait|correction|rather|i mean|right answer|correct answer|now|today|nowadays|really|in truth|in reality)\b",
    re.IGNORECASE,
)
EARLIER = regex(
    r"\b(?:before|until|formerly|once|used to|originally|earlier|previously|in the past|had|has been|old(?:er)?|former|by)\b|\bwas (?:then|first)\b",
    re.IGNORECASE,
)
DENIED = regex(
    r"\b(?:not|never|no|nothing|(?<!the )only|merely|just|wrongly|mistakenly|myth|mistake|second|next|later|too)\b|n['’]t\b",
    re.IGNORECASE,
)
_LOCATED = regex(
    r"\b(?:l(?:ies?|ay)|located|situated|belongs?|found|set|stands?|sits?|part|flows?|runs?|takes? place|held|based|live[sd]?|placed)\b"
)
_COMPARED = regex(r"\b(?:same|like|unlike|than|similar)\b")  # "which is found in the same fruits as vitamin C"
_ANOTHER = frozenset(("a", "an", "some", "another", "other", "only", "many", "most", "one"))
_PURPOSE = regex(r"(?:in order to|to (?:stop|keep|prevent|please|help)|so that)\b")
_AND_NOT = regex(r"(?:,| and) not\b(?:(?! but\b)[^.;])*\Z")
_ALSO = regex(r"\b(?:also|too|as well|likewise)\b")
_NARROWER = regex(
    r"\b(?:particularly|especially|specifically|including|such as|notably|mostly|e\.g\.|i\.e\.)", re.IGNORECASE
)
_IN = regex(r"\b(?:in|of|within|at|on)(?: the| a)?(?: [a-z-]+)?\s+\Z")
_BY = regex(
    r"(?:\b(?P<done>[a-z-]+(?:ed|en|wn|ld|ft|de|ne|un|ost|lt|nt|me|ught|ng)))?(?: [\w-]+){0,3} ?\bby(?: the)?(?: [a-z]+){0,2}\s+\Z"
)


def is_mentioned(asked: Asked, said: Said, pieces: Sequence[Piece], span: Span, first: Piece) -> bool:
    """Return whether an accepted name stands in a clause that does not answer the question, as the first one does."""
    piece = _whole(pieces, piece_of(pieces, span))
    if piece is None or piece is first:
        return False
    denied = piece.sentence == first.sentence and _AND_NOT.search(said.plain, first.start, span[0])
    if denied or _PURPOSE.match(said.plain, piece.start):
        return True
    if _says_again(asked, said, piece, span, first):
        return False
    if _is_placed(asked, said, piece, span):
        return _is_placed_elsewhere(asked, said, piece, first)
    if piece.verb < 0:
        return _is_beside(piece, span, asked, said)
    if any(mark.search(said.plain, piece.start, piece.end) for mark in (DENIED, EARLIER)):
        return True
    return not _answers(piece, span, asked, said)


def _whole(pieces: Sequence[Piece], piece: Piece | None) -> Piece | None:
    """Return a clause that a comma parts behind its subject as one: "His brother, Vane, drew the plans", "Vane, like Arden, drew them"."""
    if piece is None or piece.verb >= 0 or piece.is_side:
        return piece
    at = pieces.index(piece)
    head = pieces[at - 1] if piece.start != piece.sentence and at else piece
    rest = next((each for each in pieces[at + 1 : at + 3] if not each.is_side), None)
    if rest is None or rest.verb < 0 or rest.joint != "," or rest.sentence != piece.sentence or head.verb >= 0:
        return piece
    if head.start != piece.sentence or not rest.words[rest.verb :]:
        return piece
    words = [*head.words, *(piece.words if head is not piece else ()), *rest.words]
    return piece._replace(
        start=head.start,
        end=rest.end,
        joint="",
        words=words,
        subject=words[: -len(rest.words) or None],
        verb=len(words) - len(rest.words) + rest.verb,
    )


def piece_of(pieces: Sequence[Piece], span: Span) -> Piece | None:
    """Return the piece in which a stretch ends."""
    return next((each for each in pieces if each.start < span[1] <= each.end), None)


def _says_again(asked: Asked, said: Said, piece: Piece, span: Span, first: Piece) -> bool:
    """Return whether a clause takes back what was given, adds to it, or says it more closely."""
    back = _TAKES_BACK.search(said.plain, piece.start, piece.end) and not DENIED.search(
        said.plain, piece.start, piece.end
    )
    also = _ALSO.search(said.plain, piece.sentence, piece.end) and not _has_a_new_subject(piece, asked)
    narrower = _NARROWER.search(said.plain, max(piece.sentence, first.end), span[0])
    return bool(back or also or narrower) or _is_done_by(piece.start, span, asked, said)


def _is_done_by(start: int, span: Span, asked: Asked, said: Said) -> bool:
    """Return whether what is asked, or a part played, is told to be done by the accepted one: "Huxtable, played by the actor Vane"."""
    by = _BY.search(said.plain, start, span[0])
    if by is None:
        return False
    done = by["done"]
    return done is None or verb_stem(done) in asked.verb_stems or PERFORMS.search(done) is not None


def _is_placed(asked: Asked, said: Said, piece: Piece, span: Span) -> bool:
    """Return whether a place is asked for, and something is said to be in the accepted one, or that stands alone."""
    if not (asked.is_where or asked_of(asked.text).slot is Slot.PLACE):
        return False
    within = piece.verb < 0 or _IN.search(said.plain, piece.start, span[0])
    return bool(within) and not is_said_near(said.plain, piece.sentence, span[0])


def _is_placed_elsewhere(asked: Asked, said: Said, piece: Piece, first: Piece) -> bool:
    if EARLIER.search(said.plain, piece.start, piece.end):
        return True
    if piece.verb < 0:
        return piece.sentence != first.sentence
    return _is_of_another(piece, first, asked, said)


def _is_of_another(piece: Piece, first: Piece, asked: Asked, said: Said) -> bool:
    """Return whether a clause is about another thing or tells something else of that which is asked about: "and died on Corsica"."""
    if not piece.subject or piece.is_side:
        return False
    verb = piece.words[piece.verb]
    if is_about(piece.subject, asked, said):
        same = first.verb >= 0 and is_echo(first.words[first.verb + 1 if _is_be(first, said) else first.verb], asked)
        told = any(is_echo(word, asked) for word in piece.words if word.form not in SMALL)
        return same and not told and not _is_be(piece, said) and not _LOCATED.search(said.plain, verb.start, piece.end)
    low = said.plain[piece.subject[0].start : piece.subject[0].end].lower()
    return low in _ANOTHER or _has_a_new_subject(piece, asked)


def _is_be(piece: Piece, said: Said) -> bool:
    return piece.verb_in(said.plain) in BE and len(piece.words) > piece.verb + 1


def _has_a_new_subject(piece: Piece, asked: Asked) -> bool:
    """Return whether a clause is about another name."""
    return any(word.capital and is_strange(word, asked) for word in piece.subject)


def _is_beside(piece: Piece, span: Span, asked: Asked, said: Said) -> bool:
    """Return whether words of their own stand before a name in a piece without a verb: "a friend of Vane", "next to Vane"."""
    before = [word for word in piece.words if word.start < span[0]]
    low = [said.lowered(word) for word in before]
    own = [word for word in before if word.form not in SMALL and word.form not in TITLES]
    if piece.is_side or piece.joint in ("and", "or"):
        return piece.is_side
    told = any(each in PREPOSITIONS or is_past(each) or each.endswith("ing") for each in low)
    if options_asked(asked) and any(is_strange(word, asked) for word in own):
        return True  # "Only steam expands"
    clause = piece.start == piece.sentence and len(own) > 1  # its verb looks like none: "Some books mention Vane"
    repeats = not options_asked(asked) and any(is_echo(word, asked) for word in own)
    return (told or clause) and bool(own) and not repeats


def _answers(piece: Piece, span: Span, asked: Asked, said: Said) -> bool:
    """Return whether a clause repeats what is asked, or says that this is the accepted one."""
    rest = [word for word in piece.words if not span[0] <= word.start < span[1]]
    echoed = [word for word in rest if word.form not in SMALL and word.form not in asked.words and is_echo(word, asked)]
    if any(span[0] <= word.start < span[1] for word in piece.subject):
        return bool(echoed) and not _does_it_to_others(piece, echoed, asked)
    if echoed or not is_about(piece.subject, asked, said):
        return bool(echoed)
    verb = piece.words[piece.verb]
    if piece.joint in RELATIVE and _COMPARED.search(said.plain, piece.start, span[0]):
        return False
    placed = asked.is_where or asked_of(asked.text).slot is Slot.PLACE
    located = placed and _LOCATED.search(said.plain, verb.start, piece.end) is not None
    return located or piece.verb_in(said.plain) in BE or is_echo(verb, asked)


def _does_it_to_others(piece: Piece, echoed: Sequence[Word], asked: Asked) -> bool:
    """Return whether a clause says of the accepted name what is asked, but of others or elsewhere: "Vane Strait lies further south"."""
    strange = [word for word in piece.predicate if word.form not in SMALL and is_strange(word, asked)]
    if any(word.capital for word in strange):
        return True
    them = any(word.form in THEM for word in piece.predicate)
    return bool(strange) and not them and echoed == [piece.words[piece.verb]]
