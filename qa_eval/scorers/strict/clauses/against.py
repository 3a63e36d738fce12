"""What speaks against an answer that has the words of an accepted clause: it is turned round, denied, done by another or at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.chunks import chunks
from qa_eval.scorers.strict.clauses.naming import are_one_pronoun, differ, may_name, named
from qa_eval.scorers.strict.clauses.told import Asked, Told

if TYPE_CHECKING:
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.clause import Clause
    from qa_eval.scorers.strict.clauses.known import Known

    Words = tuple[Marked, ...]

_PAIRS = (("to", "from"), ("into", "from"), ("befor", "after"), ("over", "under"), ("with", "without"), ("onto", "off"))
_OPPOSED = (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
_AGREEING = frozenset(meant(folded(word)) for word in ("agree", "agreed", "promise", "offer", "decide"))
_DONE = frozenset(("had", "has", "have", "was", "were"))
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
    wanted = _time(clause) if clause.is_to_come is not None else (asked.to_come or None)
    if {wanted, _time(own)} == {True, False}:
        return Told.UNTIMELY
    if asked.refused and clause.is_to_come is None and own.is_to_come is False and not own.is_denied:
        return Told.DENIED  # "She sold it", where it is asked what she refused to do
    if clause.doer is None and not clause.passive and own.doer and _is_another(own.doer, known, asked):
        return Told.BY_ANOTHER
    if (
        clause.whom
        and clause.whom.is_pronoun
        and own.whom
        and not clause.passive
        and _is_another(own.whom, known, asked)
        and not may_name(clause.whom, own.whom, known)
    ):
        return Told.OF_ANOTHER
    return None


def _has_denial(clause: Clause) -> bool:
    return any(
        word.kind is Kind.NOT or word.word == "without" for chunk in clause.joined for word in chunk.words
    ) or any(chunk.joint == "without" for chunk in clause.joined)


def _time(clause: Clause) -> bool | None:
    """Return whether helping words tell a clause as still to come, or as done; None where they do neither."""
    helpers = {word.word for word in clause.helpers if word.kind in (Kind.BE, Kind.HAVE)}
    coming = any(word.kind is Kind.MODAL or word.word in ("to", "will", "would") for word in clause.helpers)
    if coming:
        return None if "have" in helpers else True
    return False if helpers & _DONE else None


def _can_be_told_apart(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk names as the question does, so that it names another one: "the soldiers" for "the mayor"."""
    last = chunk.words[-1].word
    common = chunk.words[0].kind is Kind.ARTICLE or known.is_common(last)
    return common is not asked.named or (common and known.are_several(last))


def told_by_another(before: Words, known: Known, asked: Asked) -> bool:
    """Return whether another one says, wants or promises what is accepted: "Ben promised to sell it", Ann being asked about."""
    at = next((at for at, word in enumerate(before) if word.meaning == asked.verb and word.kind is Kind.WORD), 0)
    found = [chunk for chunk in chunks(before[:at]) if not chunk.joint and chunk.meanings] if asked.verb else []
    if not found or not asked.doer:
        return False
    words = found[-1].meanings
    if not _can_be_told_apart(found[-1], known, asked):
        return False
    return known.accepted.isdisjoint(words) and not known.may_be(words, asked.doer) and known.tells_anywhere(words)


def agrees_instead(before: Words, asked: Asked) -> bool:
    """Return whether one agrees to what is refused."""
    return asked.refused and any(word.meaning in _AGREEING for word in before)


def _is_another(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk names somebody or something of whom the document tells, but nothing of this."""
    words = named(chunk)
    if (
        not words
        or not asked.doer
        or not _can_be_told_apart(chunk, known, asked)
        or not known.asked.isdisjoint(words)
        or not known.accepted.isdisjoint(words)
    ):
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
    if own.doer and own.whom and own.whom.is_pronoun and are_one_pronoun(clause.whom, own.doer):
        return not are_one_pronoun(clause.whom, own.whom)  # "She helped them", for helped her
    whom = frozenset(clause.whom.meanings)
    doer = frozenset(clause.doer.meanings) if clause.doer else frozenset()
    to = frozenset(own.whom.meanings) if own.whom else frozenset()
    if by and whom and by >= whom and not by & doer and not (to & whom):
        beside = frozenset(meaning for chunk in clause.joined for meaning in chunk.meanings)
        return bool(to - beside) or bool(doer)
    if doer and (whom or own.doer) and to >= doer and not to & whom and not by & doer:
        return True
    if by and not doer and not clause.passive and any(by == frozenset(chunk.meanings) for chunk in clause.joined):
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
