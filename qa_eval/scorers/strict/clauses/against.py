"""What speaks against an answer that has the words of an accepted clause: it is turned round, denied, done by another or at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.chunks import chunks
from qa_eval.scorers.strict.clauses.naming import are_one_pronoun, differ, may_name, named
from qa_eval.scorers.strict.clauses.told import Asked, Told
from qa_eval.scorers.strict.clauses.voices import is_of_other_end

if TYPE_CHECKING:
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.clause import Clause
    from qa_eval.scorers.strict.clauses.known import Known

    Words = tuple[Marked, ...]

_PAIRS = (("to", "from"), ("into", "from"), ("befor", "after"), ("over", "under"), ("with", "without"), ("onto", "off"))
_OPPOSED = (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
_ANNOUNCING = frozenset(meant(folded(word)) for word in ("announce", "promise", "deny", "plan", "threaten"))
_AGREEING = frozenset(meant(folded(word)) for word in ("agree", "agreed", "promise", "offer", "decide"))
_HALVES = (("in", "out"), ("up", "down"), ("on", "off"), ("away", "back"))
_OPPOSED_HALVES = frozenset((*_HALVES, *(pair[::-1] for pair in _HALVES)))
_DONE = frozenset(("had", "has", "have", "was", "were"))
_WHERE_TO = frozenset(("to", "from", "for"))
_ANY = frozenset(("a", "an", *CARDINALS))
_HAVING = frozenset(("had", "having"))  # "they had to wait", and so they waited
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
    nobody = not clause.passive if clause.doer is None else _is_somebody(clause.doer)
    if nobody and own.doer and _is_another(own.doer, known, asked):
        return Told.BY_ANOTHER
    if clause.doer and clause.doer.is_pronoun and own.doer and _is_announced_of_another(own.doer, known, asked):
        return Told.BY_ANOTHER
    if clause.doer and clause.doer.is_pronoun and own.doer and _is_plainly_another(own.doer, known, asked):
        return Told.BY_ANOTHER
    return Told.OF_ANOTHER if _is_of_another(clause, own, known, asked) else None


def _is_plainly_another(doer: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether one is named as another than a pronoun stands for: "her brother", "a guard", or who reacts to what that one did."""
    words = frozenset(doer.meanings)
    if asked.reacts and words and words <= asked.doer:
        return True
    other = len(doer.words) > 1 and (doer.words[0].kind is Kind.HIS or doer.words[0].word in ("a", "an", "another"))
    return (
        other
        and known.asked.isdisjoint(words)
        and known.accepted.isdisjoint(words)
        and not (known.document or known.is_kind(doer))
    )


def _is_somebody(doer: Chunk) -> bool:
    """Return whether a pronoun stands for people."""
    return doer.is_pronoun and any(word.word in ("he", "she", "they") for word in doer.words)


def _is_announced_of_another(doer: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether what somebody says to do or not to do is told of another one by name."""
    if asked.verb not in _ANNOUNCING or not asked.named or not doer.words or known.is_common(doer.words[-1].word):
        return False
    return doer.words[0].kind is Kind.WORD and _is_named_another(doer, known, asked)


def _is_named_another(doer: Chunk, known: Known, asked: Asked) -> bool:
    words = doer.meanings
    return known.accepted.isdisjoint(words) and known.tells_anywhere(doer) and not known.may_be(words, asked.doer)


def _is_of_another(clause: Clause, own: Clause, known: Known, asked: Asked) -> bool:
    """Return whether it is done to another thing than to the one that the question names."""
    if not (asked.of_thing and clause.whom and clause.whom.is_pronoun and own.whom) or clause.passive:
        return False
    if known.tells(own.whom) or may_name(clause.whom, own.whom, known):
        return False
    return _is_another(own.whom, known, asked)


def _has_denial(clause: Clause) -> bool:
    return any(
        word.kind is Kind.NOT or word.word == "without" for chunk in clause.joined for word in chunk.words
    ) or any(chunk.joint == "without" for chunk in clause.joined)


def _time(clause: Clause) -> bool | None:
    """Return whether helping words tell a clause as still to come, or as done; None where they do neither."""
    helpers = {word.word for word in clause.helpers if word.kind in (Kind.BE, Kind.HAVE)}
    coming = any(
        (word.kind is Kind.MODAL and word.word not in _HAVING) or word.word in ("to", "will", "would")
        for word in clause.helpers
    )
    if coming:
        return None if "have" in helpers else True
    return False if helpers & _DONE else None


def _can_be_told_apart(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk names as the question does, so that it names another one: "the soldiers" for "the mayor"."""
    first, last = chunk.words[0].word, chunk.words[-1].word
    if first in _ANY:
        return True
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
    return known.accepted.isdisjoint(words) and not known.may_be(words, asked.doer) and known.tells_anywhere(found[-1])


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
    return (
        not known.may_be(words, asked.doer) and known.tells_anywhere(chunk) and not known.tells_with(words, asked.doer)
    )


def _is_turned(clause: Clause, own: Clause, asked: Asked) -> bool:
    """Return whether who does it is what it is done to, or the other way round."""
    if _is_of_other_pronoun(clause.doer, own.doer) or _is_done_by_asker(clause, own, asked):
        return True
    if is_of_other_end(clause, own):
        return True
    if (clause.particle, own.particle or _stranded(own)) in _OPPOSED_HALVES:
        return True
    if _has_changed_ends(clause, own):
        return True
    if clause.whom is None or (own.verb.word.endswith("ing") != clause.verb.word.endswith("ing") and not own.passive):
        return False
    if _is_of_other_pronoun(clause.whom, own.whom) or _is_for_doer(clause, own):
        return True
    return _has_changed_places(clause, own) or _is_exchanged(clause, own) or _goes_other_way(clause, own)


def _is_of_other_pronoun(one: Chunk | None, other: Chunk | None) -> bool:
    return one is not None and other is not None and one.is_pronoun and other.is_pronoun and differ(one, other)


def _is_done_by_asker(clause: Clause, own: Clause, asked: Asked) -> bool:
    """Return whether the one who orders something, or accuses another of it, is said to do it."""
    by = frozenset(own.doer.meanings) if own.doer else frozenset()
    return clause.doer is None and bool(by) and by <= asked.others


def _has_changed_ends(clause: Clause, own: Clause) -> bool:
    """Return whether who does it, or has it done, changes places with what is joined: "a power line fell on a tree", "flats were turned into a mill"."""
    if clause.passive is not own.passive or (not clause.passive and (clause.whom or own.whom)):
        return False
    one, other = (clause.whom, own.whom) if clause.passive else (clause.doer, own.doer)
    if one is None or other is None or not other.meanings or set(one.meanings) == set(other.meanings):
        return False
    return any(
        mine.joint == its.joint and mine.meanings == other.meanings and (one.is_pronoun or its.meanings == one.meanings)
        for mine in clause.joined
        for its in own.joined
        if its.meanings and its.meanings != mine.meanings
    )


def _has_changed_places(clause: Clause, own: Clause) -> bool:
    """Return whether what it is done to does it, or has it done to who does."""
    whom, doer, by, to = (
        frozenset(chunk.meanings if chunk else ()) for chunk in (clause.whom, clause.doer, own.doer, own.whom)
    )
    if by and whom and by >= whom and not by & doer and not to & whom:
        beside = frozenset(meaning for chunk in clause.joined for meaning in chunk.meanings)
        gives = clause.passive and not own.passive and any(word.kind is Kind.HAVE for word in own.helpers) and bool(to)
        return gives or bool(to - beside) or bool(doer) or (own.whom is not None and own.whom.is_pronoun)
    if doer and (whom or own.doer) and to >= doer and not to & whom and not by & doer:
        return True
    if own.passive and own.whom and own.whom.is_pronoun and whom:
        return any(whom == frozenset(chunk.meanings) for chunk in own.joined if chunk.joint)
    joined = [frozenset(chunk.meanings) for chunk in clause.joined if chunk.joint in _WHERE_TO or not clause.passive]
    told = [frozenset(chunk.meanings) for chunk in own.joined]
    does = own.doer is not None and any(is_past(word.word) for word in own.doer.words)  # "She fell and broke it"
    return bool(by) and not (doer or does) and by in joined and by not in told  # "sell it to Ann", "Ann sells it"


def _stranded(own: Clause) -> str:
    """Return a preposition behind which nothing stands: "He was led in by two men"."""
    return next((chunk.joint for chunk in own.joined if chunk.joint and not chunk.words), "")


def _is_for_doer(clause: Clause, own: Clause) -> bool:
    """Return whether the one who has it done to does it: "She helped them", for helped her."""
    if own.doer is None or (clause.doer and clause.doer.is_pronoun):
        return False
    suffer = [chunk for chunk in (clause.whom, *clause.joined) if chunk and are_one_pronoun(chunk, own.doer)]
    others = [chunk for chunk in (own.whom, *own.joined) if chunk]
    return bool(suffer and others) and not any(are_one_pronoun(own.doer, each) for each in others)


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
