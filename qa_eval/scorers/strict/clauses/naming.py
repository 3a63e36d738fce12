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


def same_thing(chunk: Chunk, own: Chunk, known: Known) -> bool:
    """Return whether two chunks name the same."""
    if chunk.is_pronoun:
        return not differ(chunk, own) if own.is_pronoun else known.is_asked(own)
    if own.is_pronoun:
        return (known.asked | known.said).issuperset(chunk.meanings)
    wanted, told = Counter(chunk.meanings), Counter(own.meanings)
    if any(word not in known.asked for word in wanted - told):
        return False
    extra = told - wanted
    owner = _owner_for_his(chunk, own)
    if not all(word in known.asked or word in owner or known.tells_beside(word, wanted) for word in extra):
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


def _owner_for_his(chunk: Chunk, own: Chunk) -> frozenset[str]:
    """Return the owner whom an answer names where a pronoun is accepted: "the cat's paw", for its paw."""
    if not any(word.kind is Kind.HIS for word in chunk.words) or any(word.kind is Kind.HIS for word in own.words):
        return frozenset()
    words = own.words
    at = next((at for at, word in enumerate(words) if word.kind is Kind.OWN), None)
    if at is not None:
        return frozenset(word.meaning for word in words[:at])
    at = next((at for at, word in enumerate(words) if word.word == "of"), len(words))
    return frozenset(word.meaning for word in words[at + 1 :])


def differ(one: Chunk, other: Chunk) -> bool:
    """Return whether two pronouns cannot stand for the same."""
    mine, its = (frozenset(word.word for word in chunk.words) for chunk in (one, other))
    return bool((mine & _MALE and its & _FEMALE) or (mine & _FEMALE and its & _MALE))


def named(told: Chunk) -> tuple[str, ...]:
    """Return the words that name who does it, without "wants" and the like."""
    return tuple(word for word in told.meanings if word not in SAYING)
