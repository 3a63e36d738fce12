"""Whether an answer tells the accepted clause, in whatever order and voice, or turns it round."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.clause import Clause, clause_at
from qa_eval.scorers.strict.meaning.flat import is_flat_same
from qa_eval.scorers.strict.meaning.things import fit, is_same, thing

if TYPE_CHECKING:
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.known import Known

    Words = tuple[Marked, ...]

_MALE, _FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
# what is said to begin a sentence, and says nothing of the matter
_SAYING = frozenset(
    meant(folded(word))
    for word in "want plan intend hope say tell think believe state add explain mean begin start go decide promise agree end_up try need offer".split()  # noqa: SIM905 - a word list reads best as one text
)
_TURNING = frozenset(
    meant(folded(word))
    for word in """no not never none without refuse deny prevent stop avoid lack fail forbid hardly barely nearly almost unless
    except but or if instead only""".split()  # noqa: SIM905 - see above
)
_PAIRS = (("to", "from"), ("into", "from"), ("befor", "after"), ("over", "under"), ("with", "without"), ("onto", "off"))
_OPPOSED = (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
_THROUGH = frozenset(("in", "through", "with", "from"))
_PREVENTING = frozenset(meant(folded(word)) for word in "prevent stop keep refrain".split())  # noqa: SIM905 - see above
_DENYING = frozenset(meant(folded(word)) for word in "deny dispute reject refute".split())  # noqa: SIM905 - see above


class Told(Enum):
    """How an answer relates to an accepted clause."""

    SAME = auto()
    TURNED = auto()


class Asked(NamedTuple):
    """What the question tells of who does what is accepted: its words; whether it is asked for what is still to come, or denied."""

    doer: frozenset[str]
    others: frozenset[str]
    to_come: bool | None
    denied: bool


def told_in(words: Words, clause: Clause, known: Known, asked: Asked) -> Told | None:
    """Return whether words tell a clause, or turn it round; None where neither is sure."""
    joins = [(chunk.joint, chunk.meanings) for chunk in clause.joined]
    for at, word in enumerate(words):
        if word.meaning == clause.verb.meaning and word.kind is Kind.WORD:
            if _is_prevented(words[:at]) and not clause.is_denied:
                return Told.TURNED
            own = clause_at(words, at, joins, _SAYING | (known.asked - asked.doer))
            if _is_turned(clause, own, asked):
                return Told.TURNED
            if _is_told(clause, own, known, asked):
                return Told.SAME
    return None


def _is_prevented(before: Words) -> bool:
    """Return whether what stands before a verb keeps somebody from it: "stopped a player from"."""
    return bool(before) and before[-1].word == "from" and any(word.meaning in _PREVENTING for word in before)


def _is_turned(clause: Clause, own: Clause, asked: Asked) -> bool:
    """Return whether who does it is what it is done to, or the other way round."""
    by = frozenset(own.doer.meanings) if own.doer else frozenset()
    if clause.doer is None and by and by <= asked.others:
        return True
    if clause.whom is None or own.verb.word.endswith("ing") != clause.verb.word.endswith("ing"):
        return False
    if own.whom and clause.whom.is_pronoun and own.whom.is_pronoun and _differ(clause.whom, own.whom):
        return True
    whom = frozenset(clause.whom.meanings)
    doer = frozenset(clause.doer.meanings) if clause.doer else frozenset()
    to = frozenset(own.whom.meanings) if own.whom else frozenset()
    if by and whom and by >= whom and not by & doer and not (to & whom):
        beside = frozenset(meaning for chunk in clause.joined for meaning in chunk.meanings)
        return bool(to - beside) or bool(doer)
    if doer and whom and to >= doer and not to & whom and not by & doer:
        return True
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


def _differ(one: Chunk, other: Chunk) -> bool:
    mine, its = (frozenset(word.word for word in chunk.words) for chunk in (one, other))
    return bool((mine & _MALE and its & _FEMALE) or (mine & _FEMALE and its & _MALE))


def _is_told(clause: Clause, own: Clause, known: Known, asked: Asked) -> bool:
    """Return whether the clause of an answer has all that the accepted one has, and nothing else that is not known."""
    if own.is_denied != clause.is_denied or not _fits_time(clause, own, asked):
        return False
    if own.particle != clause.particle and not known.tells_together(
        clause.verb.meaning, own.particle or clause.particle
    ):
        return False
    if own.allowing - {"must"} != clause.allowing - {"must"}:
        return False
    rest = list(own.joined)
    if clause.doer and own.passive and own.doer is None:
        through = next((each for each in rest if each.joint in _THROUGH and _same(clause.doer, each, known)), None)
        if through:  # "A tree was blown over in the storm"
            rest.remove(through)
            own = own._replace(doer=through)
    if not _does(clause.doer, own, known, asked) or not _is_done_to(clause, own, rest, known):
        return False
    joined = clause.joined[1:] if clause.half and own.passive else clause.joined
    for chunk in joined:
        found = next((each for each in rest if fit(chunk.joint, each.joint) and _same(chunk, each, known)), None)
        if found is None:
            return False
        rest.remove(found)
    return all(_is_passed(each, known, asked) for each in rest)


def _fits_time(clause: Clause, own: Clause, asked: Asked) -> bool:
    wanted = asked.to_come if clause.is_to_come is None else clause.is_to_come
    given = own.is_to_come
    return wanted is None or given is None or wanted is given


def _does(doer: Chunk | None, own: Clause, known: Known, asked: Asked) -> bool:
    """Return whether the right one does it."""
    told = own.doer
    if told is None:
        return (
            doer is None
            or doer.is_pronoun
            or known.may_be(doer.meanings, asked.doer)
            or known.asked.issuperset(doer.meanings)
        )
    if doer is None or doer.is_pronoun:
        own_doer = told.is_pronoun or not _named(told) or known.may_be(_named(told), asked.doer)
        return own_doer and not (doer and told.is_pronoun and _differ(doer, told))
    if told.is_pronoun:
        return known.asked.issuperset(doer.meanings) or known.may_be(doer.meanings, asked.doer)
    if _same(doer, told, known) or (doer.meanings and known.is_kind(doer) and known.opens_with(told)):
        return True
    return known.may_be(doer.meanings, asked.doer) and known.may_be(told.meanings, asked.doer)


def _named(told: Chunk) -> tuple[str, ...]:
    """Return the words that name who does it, without "wants" and the like."""
    return tuple(word for word in told.meanings if word not in _SAYING)


def _is_done_to(clause: Clause, own: Clause, rest: list[Chunk], known: Known) -> bool:
    """Return whether it is done to the right thing."""
    whom = clause.whom
    if whom is None:
        if own.whom is None:
            return True
        if not (clause.half and own.passive):
            return False
        half = next((each for each in rest if each.joint == clause.joined[0].joint and not each.words), None)
        if half is None:
            return False
        rest.remove(half)
        return _same(clause.joined[0], own.whom, known)
    if own.whom is None:
        return False
    if _same(whom, own.whom, known):
        return True
    for chunk in rest:  # "sell a museum its ship"
        to = next(
            (each for each in clause.joined if each.joint in ("to", "for") and _same(each, own.whom, known)), None
        )
        if to is not None and not chunk.joint and _same(whom, chunk, known):
            rest.remove(chunk)
            rest.append(own.whom._replace(joint=to.joint))
            return True
    return False


def _same(chunk: Chunk, own: Chunk, known: Known) -> bool:
    """Return whether two chunks name the same."""
    if chunk.is_pronoun:
        return not _differ(chunk, own) if own.is_pronoun else known.asked.issuperset(own.meanings)
    if own.is_pronoun:
        return known.asked.issuperset(chunk.meanings)
    wanted, told = Counter(chunk.meanings), Counter(own.meanings)
    if any(word not in known.asked for word in wanted - told):
        return False
    extra = told - wanted
    if not all(word in known.asked or known.tells_beside(word, wanted) for word in extra):
        return False
    if not extra.keys().isdisjoint(_TURNING):
        return False
    mine = tuple(word for word in chunk.words if word.kind is not Kind.WORD or word.meaning in told)
    its = tuple(word for word in own.words if word.kind is not Kind.WORD or word.meaning in wanted)
    if [word.meaning for word in mine if word.kind is Kind.WORD] == [
        word.meaning for word in its if word.kind is Kind.WORD
    ]:
        return True
    one, other = thing(mine, frozenset()), thing(its, frozenset())
    return bool(one and other and is_same(one, other)) or is_flat_same(mine, its)


def _is_passed(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk may stand beside what is accepted."""
    words = frozenset(chunk.meanings)
    if not words:
        return not chunk.joint or chunk.is_pronoun
    if words & _TURNING - (_DENYING if asked.denied else frozenset()):
        return False
    if words <= known.asked | _SAYING:
        return True
    if known.may_be([word for word in chunk.meanings if word not in known.asked | _SAYING], asked.doer):
        return True
    return known.tells(chunk)
