"""What a chunk of an answer names: the same as one of an accepted clause, or another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.flat import is_flat_same
from qa_eval.scorers.strict.meaning.things import is_same, thing

if TYPE_CHECKING:
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.known import Known

_MALE, _FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
# what is said to begin a sentence, and says nothing of the matter
SAYING = frozenset(
    meant(folded(word))
    for word in "want plan intend hope say tell think believe state add explain mean begin start go decide promise agree end_up try need offer".split()  # noqa: SIM905 - a word list reads best as one text
)
TURNING = frozenset(
    meant(folded(word))
    for word in """no not never none without refuse deny prevent stop avoid lack fail forbid hardly barely nearly almost unless
    except but or if instead only""".split()  # noqa: SIM905 - see above
)
_BELONGING = frozenset(("from", "of", "in", "at", "on", "for"))
_LITTLE = frozenset(meant(folded(word)) for word in ("together", "such", "whole", "very", "own"))


def same_thing(chunk: Chunk, own: Chunk, known: Known, more: frozenset[str] = frozenset()) -> bool:
    """Return whether two chunks name the same; ``more``: what the second one may say besides."""
    if chunk.is_pronoun:
        return not differ(chunk, own) if own.is_pronoun else known.is_asked(own) or may_name(chunk, own, known)
    if own.is_pronoun:
        return (known.asked | known.said).issuperset(chunk.meanings) or known.is_kind_for(chunk, own)
    wanted, told = Counter(chunk.meanings), Counter(own.meanings)
    if known.are_two_names(chunk, own) or any(word not in known.asked for word in wanted - told):
        return False
    extra = told - wanted
    passed = known.asked | more | _LITTLE | _owner_for_his(chunk, own, known) | _owner_nearby(chunk, own, known)
    if not all(word in passed or known.tells_beside(word, wanted) for word in extra):
        return False
    if not extra.keys().isdisjoint(TURNING):
        return False
    mine = tuple(word for word in chunk.words if word.kind is not Kind.WORD or word.meaning in told)
    its = tuple(word for word in own.words if word.kind is not Kind.WORD or word.meaning in wanted)
    if [word.meaning for word in mine if word.kind is Kind.WORD] == [
        word.meaning for word in its if word.kind is Kind.WORD
    ]:
        return True
    one, other = thing(mine, frozenset()), thing(its, frozenset())
    return bool(one and other and is_same(one, other)) or is_flat_same(mine, its)


def same_in(chunk: Chunk, own: Chunk, rest: list[Chunk], known: Known, more: frozenset[str] = frozenset()) -> bool:
    """Return whether two chunks name the same, the second with what belongs to it: "the mill in York", the York mill.

    What belongs to it is taken from the rest.
    """
    if same_thing(chunk, own, known, more):
        return True
    for beside in rest:
        if beside.joint in _BELONGING and beside.meanings and frozenset(beside.meanings) <= frozenset(chunk.meanings):
            own = own._replace(words=(*beside.words, *(word for word in own.words if word.kind is Kind.WORD)))
            if same_thing(chunk, own, known, more):
                rest.remove(beside)
                return True
            return False
    return False


def may_name(chunk: Chunk, own: Chunk, known: Known) -> bool:
    """Return whether a chunk names the man or woman with whom the document begins, for whom a pronoun is accepted."""
    if not any(word.word in _MALE | _FEMALE for word in chunk.words):
        return False
    return all(word.kind is Kind.WORD for word in own.words) and known.opens_with(own)


def _owner_nearby(chunk: Chunk, own: Chunk, known: Known) -> frozenset[str]:
    """Return the owner that a chunk names, if the document has it near what is wanted: "Ann Ray's shop"."""
    if any(word.kind is Kind.HIS for word in chunk.words):
        return frozenset()
    at = next((at for at, word in enumerate(own.words) if word.kind is Kind.OWN), 0)
    owner = [word.meaning for word in own.words[:at] if word.kind is Kind.WORD]
    told = bool(owner) and (
        known.tells_beside(owner[-1], chunk.meanings) or known.opens_with(own._replace(words=own.words[:at]))
    )
    return frozenset(owner if told else ())


def _owner_for_his(chunk: Chunk, own: Chunk, known: Known) -> frozenset[str]:
    """Return the owner whom an answer names where a pronoun is accepted: "the cat's paw", for its paw."""
    if not any(word.kind is Kind.HIS for word in chunk.words) or any(word.kind is Kind.HIS for word in own.words):
        return frozenset()
    words = own.words
    at = next((at for at, word in enumerate(words) if word.kind is Kind.OWN), None)
    of = next((at for at, word in enumerate(words) if word.word == "of"), len(words))
    owner = frozenset(word.meaning for word in (words[:at] if at is not None else words[of + 1 :]))
    return owner if not known.document or known.tells_just_before(owner) else frozenset()


def differ(one: Chunk, other: Chunk) -> bool:
    """Return whether two pronouns cannot stand for the same."""
    mine, its = (frozenset(word.word for word in chunk.words) for chunk in (one, other))
    return bool((mine & _MALE and its & _FEMALE) or (mine & _FEMALE and its & _MALE))


def are_one_pronoun(one: Chunk, other: Chunk) -> bool:
    """Return whether two pronouns stand for the same man or woman."""
    mine, its = (frozenset(word.word for word in chunk.words) for chunk in (one, other))
    return one.is_pronoun and other.is_pronoun and any(mine & each and its & each for each in (_MALE, _FEMALE))


def named(told: Chunk) -> tuple[str, ...]:
    """Return the words that name who does it, without "wants" and the like."""
    return tuple(word for word in told.meanings if word not in SAYING)
