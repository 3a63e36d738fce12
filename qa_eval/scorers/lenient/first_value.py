"""A date or figure that the first clause gives, where the accepted one is told of something else: "It fell in 1990. In 1989 it was painted"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import agrees
from qa_eval.reading.given.asked import asked_of
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_strange
from qa_eval.scorers.lenient.mentioned import DENIED, EARLIER, piece_of
from qa_eval.scorers.lenient.only_mentioned import LEAST, MOST, SENTENCES, first_clause, is_only_mentioned
from qa_eval.scorers.lenient.pieces import pieces_of
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.stance import is_about, is_doubted, is_verb_asked
from qa_eval.scorers.lenient.values import DATE_CLOSENESS, MAY_BE, NEAR, nearest
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.given.words import Span
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said

OTHER = 0.3  # values.DATE_CLOSENESS up to which two dates conflict
AGREES = 0.5  # from which on two dates may be the same
FEW = 5  # words of a value by itself
_HAPPENS = frozenset(
    "is was are were has have had happens happened occurred took takes place began begins measures weighs counts contains".split()  # noqa: SIM905 - a word list reads best as one text
)
_NONE = regex(r"\W*(?:none|no|zero|never)\b(?! (?:more|less|fewer|other)\b)", re.IGNORECASE)
_ABOUT = regex(
    r"(?:just|only|exactly|some|about|around|roughly|nearly|almost|under|over|early|late|mid|year)\Z|\w+ly\Z"
)
_SOME_OF = regex(r"(?:\s+[a-z]+)?,?\s+of (?:which|whom|them|these|those)\b")
_IN_A_CASE = regex(
    r"(?:\s+[^\W\d]+)?\s+(?:only|just|merely)\s+(?:in|inside|if|when|at|on|under|for|with|during|after|before)\b"
)
_STILL = regex(r"\b(?:by|had|still|already|no longer|not yet)\b", re.IGNORECASE)


def by_first_clause(asked: Asked, said: Said) -> Decision | None:
    """Return what decides that the first clause gives another name, thing, date or figure; None where nothing does."""
    return is_only_mentioned(asked, said) or is_valued_otherwise(asked, said)


def is_valued_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where the first clause gives another date or figure for what is asked, and the accepted one is told of something else."""
    if not LEAST <= len(said.words) <= MOST or len(said.sentences) > SENTENCES or asked.is_negated:
        return None
    spans = _accepted(asked, said)
    if not spans:
        return None
    whole = [*spans, *((date.start, date.end_offset) for date in said.dates)]
    pieces = pieces_of(said, asked_of(asked.text).verb, whole)
    first = first_clause(pieces, said)
    if first is None or is_doubted(first, said):
        return None
    limited = all(_IN_A_CASE.match(said.plain, end) for _, end in spans)
    others = _others(asked, said, first.start, min(first.end, spans[0][0]))
    none = asked.is_count and first.verb < 0 and _NONE.match(said.plain, first.start)
    if len(others) != 1 and not none:
        return None
    if not limited and (
        spans[0][0] < first.end or not all(_is_told(asked, said, pieces, span, first) for span in spans)
    ):
        return None
    reason = Reason.WRONG_DATE if asked.only_dates else Reason.WRONG_VALUE
    return Decision(0.2, reason, "another value is given for what is asked")


def _accepted(asked: Asked, said: Said) -> list[Span]:
    """Return where the accepted dates or figures stand."""
    if asked.only_dates:
        return [(each.start, each.end_offset) for each in said.dates if _closest(each, asked) >= AGREES]
    golds = [gold for _, gold in asked.figures]
    worked_out = bool(asked.given) or "=" in said.plain  # the first figures are steps then
    if not asked.only_figures or worked_out or any(gold.ordinal or gold.high is not None for gold in golds):
        return []
    return [(each.start, each.end) for each in said.figures if nearest(each, golds, asked, said) >= NEAR]


def _others(asked: Asked, said: Said, start: int, end: int) -> Sequence[DateValue | Quantity]:
    """Return the other values of that kind that a stretch gives."""
    if asked.only_dates:
        given = {date.year for date in asked.given_dates}
        return [
            each
            for each in said.dates
            if start <= each.start < end and each.year and each.year not in given and _closest(each, asked) <= OTHER
        ]
    return [each for each in said.figures if start <= each.start < end and _is_rival(each, asked, said)]


def _closest(date: DateValue, asked: Asked) -> float:
    return max(DATE_CLOSENESS.get(agrees(date, gold), 0.0) for _, gold in asked.dates)


def _is_rival(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is another one of the unit, or of the things, that are asked for."""
    golds = [gold for _, gold in asked.figures]
    if figure.dated or figure.negated or figure.ordinal or any(figure.value == each.value for each in asked.given):
        return False
    noun = form(figure.noun.lower()) if figure.noun else ""
    fits = not noun or noun in asked.forms or any(noun == form(gold.noun.lower()) for gold in golds if gold.noun)
    units = {gold.unit for gold in golds}
    return fits and (figure.unit in units or units == {""}) and nearest(figure, golds, asked, said) <= MAY_BE


def _is_told(asked: Asked, said: Said, pieces: Sequence[Piece], span: Span, first: Piece) -> bool:
    """Return whether an accepted value is told of a part, of another time or of something else."""
    piece = piece_of(pieces, span)
    if piece is None or not (_gives(asked, said, first) or is_about(first.subject, asked, said)):
        return False
    if _SOME_OF.match(said.plain, span[1]):
        return True
    stop = next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    start = max(piece.sentence, first.end)
    if not _gives(asked, said, first):
        return _STILL.search(said.plain, start, stop) is not None
    if any(mark.search(said.plain, start, stop) for mark in (EARLIER, DENIED)):
        return True
    if piece.verb < 0:
        own = [word for word in piece.words if word.start < span[0] and word.form not in SMALL]
        return bool(own) and piece.words[0] is own[0] and all(is_strange(word, asked) for word in own)  # "tin at 78 °C"
    repeated = any(
        word.form not in SMALL and is_echo(word, asked) for word in piece.words if not span[0] <= word.start < span[1]
    )
    return not repeated and not is_about(piece.subject, asked, said)


def _gives(asked: Asked, said: Said, first: Piece) -> bool:
    """Return whether a clause says when or how much it is that is asked for."""
    if first.verb < 0:
        opens = first.words[0]
        return len(first.words) <= FEW and (
            opens.form in SMALL or opens.form[0].isdigit() or _ABOUT.match(opens.form) is not None
        )
    verb = first.words[first.verb]
    if any(word.capital and is_strange(word, asked) for word in first.subject):
        return False  # "Beethoven wrote nine, Brahms four"
    if is_verb_asked(verb, asked) or is_echo(verb, asked):
        return True
    done = first.predicate[0] if first.predicate else verb
    if first.verb_in(said.plain) in BE and is_past(done.form):
        return is_echo(done, asked)
    return first.verb_in(said.plain) in _HAPPENS and is_about(first.subject, asked, said)
