"""A clause that restates what is asked with another name: "Emma was written by Vane. Austen, a friend of his, lived in Arden", for Austen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.another_thing import is_other, other_thing
from qa_eval.scorers.lenient.beside import mentions, stand_in_a_list
from qa_eval.scorers.lenient.echoes import is_strange, until_edge
from qa_eval.scorers.lenient.fillers import ENOUGH, does_it, echoed, filler_of, keys_of
from qa_eval.scorers.lenient.listed import says
from qa_eval.scorers.lenient.mentioned import piece_of
from qa_eval.scorers.lenient.pieces import pieces_of
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.within import is_no_rival
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 6, 120  # words of an answer that restates the question and tells more
MOST_SENTENCES = 6
_OTHER_NAME = regex(
    r"\b(?:(?<!best )known(?! for\b)|called|named?(?! after\b)|nick\w+|dubbed|titled|aka|formerly|now|today|born|alias|pseudonym|pen[- ]?name|real|stage|short for|refers?|meaning|means|actually|correct\w*|sorry|rather|or|that is|namely|future|later|became|becom\w+|who would|remembered|(?:ruled|reigned|publish\w*|wr(?:ote|ites|iting)|perform\w*|record\w*) as)\b|\((?!\d)",
    re.IGNORECASE,
)
_BACK = regex(
    r"\b(?:actually|in fact|sorry|wait|correction|rather|i mean|right answer|correct answer|however|now|today|nowadays|currently|really|in truth|in reality|likewise|particularly|especially|specifically|including|such as|notably)\b",
    re.IGNORECASE,
)
_WITHIN = regex(r"\b(?:in|on|at|to|from|of|by|for|with) (?:which|what|whose)\b", re.IGNORECASE)
_OF_THEM = regex(r"[Oo]f (?:these|those|them|the (?:two|three|four|five|six|seven|eight|nine|ten|\d+)),?\s*")
_ANOTHER = regex(r"\b(?:an)?other\b(?! hand\b)", re.IGNORECASE)


class _Restated(NamedTuple):
    """A clause that restates the question, what it gives in the asked place, and all clauses of its answer."""

    piece: Piece
    given: Sequence[Word]
    pieces: Sequence[Piece]


def is_restated_with_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where a clause restates the question with another name in the asked place, and the accepted one is told of something else."""
    if not LEAST <= len(said.words) <= MOST or len(said.sentences) > MOST_SENTENCES:
        return None
    if asked.is_negated or asked.dates or asked.only_figures:
        return None
    other = _another_of_two(asked, said) or _another(asked, said)
    if not other:
        return None
    return Decision(0.2, Reason.WRONG_NAME, f'gives "{said.plain[other[0].start : other[-1].end][:60]}" instead')


def _another(asked: Asked, said: Said) -> Sequence[Word]:
    """Return another name that a clause restates the question with, where every mention of the accepted one tells something else."""
    spans = _mentions(asked, said)
    if not spans or asked.asks_several or asked.asks_two or not _are_names(spans, asked, said):
        return ()
    if _WITHIN.search(asked.text, 1) and asked_of(asked.text).slot is not Slot.PLACE:
        return ()  # "Opened in 1890, in which town was it?"
    pieces = pieces_of(said, asked_of(asked.text).verb, spans)
    for at, piece in enumerate(pieces):
        if piece.is_side or _is_under_a_condition(piece, pieces) or any(_is_in(piece, span) for span in spans):
            continue
        chosen = at > 0 and _OF_THEM.fullmatch(said.plain, pieces[at - 1].start, pieces[at - 1].end)
        if chosen and pieces[at - 1].sentence == piece.sentence and echoed(piece.predicate, asked):
            given = other_thing(piece.subject, asked, said, named=True)
            if given and stand_in_a_list(said, spans):
                return given
        given = other_thing(filler_of(piece, asked, said), asked, said, named=True)
        if not given or not _restates(piece, given, pieces, asked):
            continue
        if all(_tells_something_else(span, _Restated(piece, given, pieces), asked, said) for span in spans):
            return given
    return ()


def _are_names(spans: Sequence[Span], asked: Asked, said: Said) -> bool:
    return any(map(str.isupper, asked.wanted[0].text)) and said.plain[spans[0][0]].isupper()


def _is_in(piece: Piece, span: Span) -> bool:
    return piece.start <= span[0] < piece.end


def _another_of_two(asked: Asked, said: Said) -> Sequence[Word]:
    """Return the other name of two that a clause restates the question with, where one of them is of an accepted pair."""
    pairs = [each for each in asked.wanted if len(each.items) == ENOUGH]
    if not pairs or pairs[0] is not asked.wanted[0]:
        return ()
    if any(said.bag.issuperset(each.content) or _says_both(each, said) for each in asked.wanted):
        return ()
    pieces = pieces_of(said, asked_of(asked.text).verb)
    for piece in pieces:
        given = filler_of(piece, asked, said)
        names = _two(given, piece, said) if given and _restates(piece, given, pieces, asked) else ()
        strange = [name for name in names if all(is_strange(word, asked) for word in name)]
        known = [name for name in names if any(word.form in asked.words for word in name)]
        if len(strange) == len(known) == 1 and _are_alike(strange[0], pairs[0]):
            return strange[0]
    return ()


def _are_alike(words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether some words are a name where names are accepted, or else one word of a thing."""
    if any(map(str.isupper, wanted.text)):
        return all(word.capital for word in words)
    return len(words) == 1 and not is_past(words[0].form)


def _says_both(wanted: Wanted, said: Said) -> bool:
    """Return whether an answer says of each item what the others lack: of "Paul and Ada Vane" the given names."""
    family = {wanted.content[-1]} if [len(item) for item in wanted.items] == [1, 2] else set[str]()
    own = [item.difference(family, *(other for other in wanted.items if other is not item)) for item in wanted.items]
    return len(own) > 1 and all(says(item, said) for item in own)


def _two(given: Sequence[Word], piece: Piece, said: Said) -> Sequence[Sequence[Word]]:
    """Return the two names that are joined by "and" in what a clause gives."""
    inside = any(word.form == "and" for word in given)
    words = given if inside else [word for word in piece.words if word.start >= given[0].start]
    joint = next((at for at, word in enumerate(words) if word.form == "and"), 0)
    behind = until_edge(words[joint + 1 :], said) if words[joint + 1 :] else ()
    names = [[word for word in side if word.form not in SMALL] for side in (words[:joint], behind)]
    return names if joint and all(names) else ()


def is_restated_with_it(asked: Asked, said: Said) -> bool:
    """Return whether a clause restates the question with the accepted name in the asked place."""
    spans = mentions(asked, said)
    if not spans or asked.is_negated:
        return False
    pieces = pieces_of(said, asked_of(asked.text).verb, spans)
    mine = others = 0
    behind = False
    for piece in pieces:
        given = filler_of(piece, asked, said)
        repeats = len(_around(piece, given, pieces, asked)) if given else 0
        if given and _is_it(given, spans, asked):
            mine, behind = max(mine, repeats), behind or given[0].start > piece.words[piece.verb].start
        else:
            others = max(others, repeats)
    return mine >= max(others, min(ENOUGH, len(keys_of(asked)))) or (mine > 0 and behind and not others)


def _is_it(given: Sequence[Word], spans: Sequence[Span], asked: Asked) -> bool:
    """Return whether what a clause gives is an accepted name, and no other one stands before it."""
    start = next((low for low, _ in spans if given[0].start <= low < given[-1].end), None)
    return start is not None and not any(word.capital and is_other(word, asked) for word in given if word.start < start)


def _mentions(asked: Asked, said: Said) -> Sequence[Span]:
    found = mentions(asked, said) or [
        (word.start, word.end) for word in said.words if word.form in asked.surnames and word.capital
    ]
    return [span for span in found if any(word.form not in asked.forms for word in said.between(*span))]


def _is_under_a_condition(piece: Piece, pieces: Sequence[Piece]) -> bool:
    return any(each.sentence == piece.sentence and each.joint == "if" for each in pieces)


def _restates(piece: Piece, given: Sequence[Word], pieces: Sequence[Piece], asked: Asked) -> bool:
    """Return whether a clause and what depends on it repeat enough of the question around what they give."""
    return len(_around(piece, given, pieces, asked)) >= min(ENOUGH, len(keys_of(asked)))


def _around(piece: Piece, given: Sequence[Word], pieces: Sequence[Piece], asked: Asked) -> set[str]:
    words = [word for word in piece.words if word not in given]
    for each in pieces[pieces.index(piece) + 1 :]:
        if each.sentence != piece.sentence or not each.is_side:
            break
        words += each.words
    return echoed(words, asked)


def _tells_something_else(span: Span, restated: _Restated, asked: Asked, said: Said) -> bool:
    """Return whether the clause of an accepted name tells something else than is asked, and no other name of what is given."""
    piece, given, pieces = restated
    mine = piece_of(pieces, span)
    if mine is None or mine is piece or mine.verb < 0:
        return False
    if _is_another_name(span, mine, restated, said):
        return False
    if span[0] >= given[0].start and is_no_rival(asked, said, given, span[0]):
        return False
    if _BACK.search(said.plain, mine.start, mine.end):
        return False
    rest = [word for word in mine.words if not span[0] <= word.start < span[1]]
    if _ANOTHER.search(said.plain, mine.start, mine.end):
        return True
    if any(does_it(word, asked) for word in rest):
        return False
    return echoed(rest, asked) < _around(piece, given, pieces, asked)


def _is_another_name(span: Span, mine: Piece, restated: _Restated, said: Said) -> bool:
    """Return whether an accepted name is said to be another one of what is given: "Mary Evans, known as Vane"."""
    piece, given, _ = restated
    if span[0] < given[0].start:
        return _OTHER_NAME.search(said.plain, span[1], given[0].start) is not None
    stop = next((begin for begin in said.sentences if begin > piece.start), span[0])
    told = _OTHER_NAME.search(said.plain, given[-1].end, min(stop, span[0]))
    again = _OTHER_NAME.search(said.plain, max(mine.start, given[-1].end), span[0])
    behind = _OTHER_NAME.match(said.plain, span[1] + 1)
    return bool(told or again or behind)
