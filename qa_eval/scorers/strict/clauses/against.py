"""What speaks against an answer that has the words of an accepted clause: it is turned round, denied, done by another or at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.naming import differ, named
from qa_eval.scorers.strict.clauses.told import Asked, Told

if TYPE_CHECKING:
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.clause import Clause
    from qa_eval.scorers.strict.clauses.known import Known

    Words = tuple[Marked, ...]

_PAIRS = (("to", "from"), ("into", "from"), ("befor", "after"), ("over", "under"), ("with", "without"), ("onto", "off"))
_OPPOSED = (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
_PREVENTING = frozenset(meant(folded(word)) for word in "prevent stop keep refrain".split())  # noqa: SIM905 - a word list reads best as one text


def is_prevented(before: Words) -> bool:
    """Return whether what stands before a verb keeps somebody from it: "stopped a player from"."""
    if not before:
        return False
    if before[-1].word == "against":
        return True
    return before[-1].word == "from" and any(word.meaning in _PREVENTING for word in before)


def against(clause: Clause, own: Clause, known: Known, asked: Asked) -> Told | None:
    """Return how the clause of an answer contradicts the accepted one; None where it does not."""
    if _is_turned(clause, own, asked):
        return Told.TURNED
    if own.is_denied and not clause.is_denied and not asked.denied and _has_denial(clause):
        return Told.DENIED  # "not selling it without a licence"
    if clause.is_to_come is not None and {_time(clause), _time(own)} == {True, False}:
        return Told.UNTIMELY
    if clause.doer is None and not clause.passive and own.doer and _is_another(own.doer, known, asked):
        return Told.BY_ANOTHER
    if (
        clause.whom
        and clause.whom.is_pronoun
        and own.whom
        and not clause.passive
        and _is_another(own.whom, known, asked)
    ):
        return Told.OF_ANOTHER
    return None


def _has_denial(clause: Clause) -> bool:
    return any(
        word.kind is Kind.NOT or word.word == "without" for chunk in clause.joined for word in chunk.words
    ) or any(chunk.joint == "without" for chunk in clause.joined)


def _time(clause: Clause) -> bool | None:
    """Return whether helping words tell a clause as still to come, or as done; None where they do neither."""
    words = {word.word for word in clause.helpers}
    if words & {"will", "would"} and "have" not in words:
        return True
    return False if words & {"had", "has", "have"} else None


def _is_another(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk names somebody or something of whom the document tells, but nothing of this."""
    words = named(chunk)
    if not words or not asked.doer or not known.asked.isdisjoint(words) or not known.accepted.isdisjoint(words):
        return False
    return not known.may_be(words, asked.doer) and known.tells_anywhere(words) and not known.tells(chunk)


def _is_turned(clause: Clause, own: Clause, asked: Asked) -> bool:
    """Return whether who does it is what it is done to, or the other way round."""
    by = frozenset(own.doer.meanings) if own.doer else frozenset()
    if clause.doer is None and by and by <= asked.others:
        return True
    if clause.whom is None or own.verb.word.endswith("ing") != clause.verb.word.endswith("ing"):
        return False
    if own.whom and clause.whom.is_pronoun and own.whom.is_pronoun and differ(clause.whom, own.whom):
        return True
    whom = frozenset(clause.whom.meanings)
    doer = frozenset(clause.doer.meanings) if clause.doer else frozenset()
    to = frozenset(own.whom.meanings) if own.whom else frozenset()
    if by and whom and by >= whom and not by & doer and not (to & whom):
        beside = frozenset(meaning for chunk in clause.joined for meaning in chunk.meanings)
        return bool(to - beside) or bool(doer)
    if doer and (whom or own.doer) and to >= doer and not to & whom and not by & doer:
        return True
    if by and not doer and any(by == frozenset(chunk.meanings) for chunk in clause.joined):
        return by not in [frozenset(chunk.meanings) for chunk in own.joined]  # "sell it to Ann", "Ann sells it"
    return _is_exchanged(clause, own) or _goes_other_way(clause, own)


def _goes_other_way(clause: Clause, own: Clause) -> bool:
    """Return whether it is done from where it is done to, or the like."""
    told = {(chunk.joint, chunk.meanings) for chunk in own.joined}
    return any(
        (other, chunk.meanings) in told and (chunk.joint, chunk.meanings) not in told
        for chunk in clause.joined
        for one, other in _OPPOSED
        if chunk.joint == one and chunk.meanings
    )


def _is_exchanged(clause: Clause, own: Clause) -> bool:
    """Return whether what it is done to stands where something else belongs, and that where it does: "the tin for the pen"."""
    if clause.whom is None or own.whom is None or not clause.whom.meanings:
        return False
    return any(
        chunk.joint == each.joint
        and chunk.meanings == own.whom.meanings
        and each.meanings == clause.whom.meanings
        and chunk.meanings != each.meanings
        for chunk in clause.joined
        for each in own.joined
    )
