"""What a short text tells of what, as a tree: "resin prices rose", "an increase in the price of resin", "higher resin prices"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.scorers._words.alike import is_done, meant
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.things import DOER, Node, is_joint, thing

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[Marked, ...]
_HELPING = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL, Kind.NOT))
_LEADING = frozenset((Kind.IT, Kind.BE, Kind.OF, Kind.ARTICLE, Kind.BECAUSE, Kind.OWN))
_LEFT_OUT = frozenset((Kind.WHICH, Kind.EMPTY, Kind.STOP))
_BEFORE_A_NOUN = frozenset((Kind.ARTICLE, Kind.HIS, Kind.OWN, Kind.OF, Kind.PLACE))
_LACK = meant(folded("lack"))
_LIGHT = frozenset(map(meant, ("make", "give", "offer", "take", "do")))
_LITTLE = _LIGHT | frozenset(
    meant(folded(word))
    for word in ("issue", "lodge", "file", "launch", "hold", "stage", "mount", "conduct", "undertake", "perform")
)
_LITTLE |= {"carry_out", "put_in"}
_RATHER = "instead_of"
_BOTH_OR_ONE = (frozenset(("both",)), frozenset(("one",)))
_MEN_OR_WOMEN = (frozenset(("he", "him", "his")), frozenset(("she", "her")))
_OWN = Marked("'s", Kind.OWN, "'s", 0, 0)
_OF = Marked("of", Kind.OF, "of", 0, 0)


class _Verb(NamedTuple):
    """Where the words that help a verb begin, where it stands itself, and whether it is done to what stands before it."""

    start: int
    place: int
    passive: bool


def told(words: Words, verbs: frozenset[str]) -> Node | None:
    """Return what marked words tell, as a tree; ``verbs`` are the meanings known as verbs, here or from another text."""
    words = tuple(word for word in words if word.kind not in _LEFT_OUT)
    start = next((place for place, word in enumerate(words) if word.kind not in _LEADING), len(words))
    joint = words[start - 1].meaning if start and words[start - 1].meaning in ("from", "into") else ""
    words = words[start:]
    if words and words[0].kind is Kind.PLACE:
        joint, words = words[0].meaning, words[1:]
    if not any(word.kind is Kind.WORD for word in words):
        return None
    words = _with_subject_first(words)
    verb = _verb_of(words, verbs)
    node = thing(words, verbs) if verb is None else _statement(words, verb, verbs)
    return node._replace(joint=joint) if node else None


def without_light(words: Words, *, near: bool = False) -> Words:
    """Return words without the verbs that say nothing beside the noun that follows: "an apology" of "made an apology".

    ``near``: of more verbs, which say little, "a protest" of "lodged a protest".
    """
    return tuple(word for at, word in enumerate(words) if not _is_light(words, at, _LITTLE if near else _LIGHT))


def _is_light(words: Words, at: int, light: frozenset[str]) -> bool:
    if words[at].meaning not in light:
        return False
    behind = at + 1 + (at + 1 < len(words) and words[at + 1].kind in (Kind.ARTICLE, Kind.HIS))
    return behind < len(words) and is_done(words[behind].meaning) and not words[behind].is_done


def verbs_of(words: Words) -> frozenset[str]:
    """Return the meanings of the words that are verbs by their forms, or by a helping word before them."""
    helped = {after.meaning for word, after in pairwise(words) if word.kind is Kind.MODAL and after.kind is Kind.WORD}
    return frozenset(word.meaning for word in words if word.is_done) | helped


def _with_subject_first(words: Words) -> Words:
    """Return "must the filter be changed" as "the filter must be changed"."""
    if words[0].kind is not Kind.MODAL or len(words) == 1 or words[1].kind not in (Kind.ARTICLE, Kind.HIS):
        return words
    place = next((at for at, word in enumerate(words) if word.kind is Kind.BE or word.word == "to"), 0)
    return (*words[1:place], words[0], *words[place:]) if place else words


def _verb_of(words: Words, verbs: frozenset[str]) -> _Verb | None:
    start = next((at for at, word in enumerate(words) if word.kind in _HELPING and word.meaning != "no"), None)
    if start is None:
        if words[0].kind is Kind.WORD and len(words) > 1 and words[1].kind in (Kind.ARTICLE, Kind.HIS):
            return _Verb(0, 0, passive=False)  # "lift the ban"
        place = next((at for at in range(1, len(words)) if _is_verb(words, at, verbs)), None)
        return None if place is None else _Verb(place, place, passive=False)
    end = start
    while end < len(words) and (words[end].kind in _HELPING or words[end].word == "to"):
        end += 1
    last = max((at for at in range(start, end) if words[at].kind is not Kind.NOT), default=start)
    if (
        end < len(words)
        and words[end].kind is Kind.WORD
        and (words[last].kind is not Kind.HAVE or words[end].follows_have)
    ):
        being = any(words[at].kind is Kind.BE for at in range(start, end))
        return _Verb(start, end, passive=being and not words[end].word.endswith("ing"))  # "had been texting her"
    return _Verb(start, last, passive=False) if words[last].kind in (Kind.BE, Kind.HAVE) else None


def _is_verb(words: Words, at: int, verbs: frozenset[str]) -> bool:
    """Return whether a word among others is a verb there, and not a participle before its noun."""
    word, before = words[at], words[at - 1]
    behind = words[at + 1] if at + 1 < len(words) else None
    before_a_noun = behind is not None and behind.kind is Kind.WORD
    if word.kind is not Kind.WORD or before.kind in _BEFORE_A_NOUN or (before.tells and before_a_noun):
        return False
    if word.is_done and not word.word.endswith("ing"):
        return True
    if word.word.endswith("ing"):
        return word.is_done and not before_a_noun
    return word.meaning in verbs and behind is not None and not is_joint(behind)


def _statement(words: Words, verb: _Verb, verbs: frozenset[str]) -> Node | None:
    """Return a statement as a tree: what it is about, and below that what is told of it."""
    subject, own, behind = words[: verb.start], words[verb.place], words[verb.place + 1 :]
    beside = [Node(word.meaning) for word in words[verb.start : verb.place] if word.kind in (Kind.MODAL, Kind.NOT)]
    if own.kind is Kind.HAVE or (own.meaning == _LACK and not verb.passive):
        lacking = [] if own.kind is Kind.HAVE else [Node(own.meaning)]
        return _below(thing(_of_owner(subject, behind), verbs), [*beside, *lacking])
    cut = next((at for at, word in enumerate(behind) if is_joint(word)), len(behind))
    direct, joined = behind[:cut], behind[cut:]
    node, more = (None, []) if own.kind is Kind.BE else (Node(own.meaning), [])
    if verb.passive or all(word.tells or word.is_how for word in direct):
        more = [Node(word.meaning) for word in direct if word.kind in (Kind.WORD, Kind.NOT)]
        direct = ()
    about, by = thing(subject, verbs), None
    if verb.passive and about is not None:
        by, joined = _agent(joined, verbs)
    what = thing(direct, verbs)
    more += [*beside, *_joined(joined, verbs)]
    if by is not None:
        about, what = by, about
    if node is not None and about is not None and what is not None:
        return what.with_below([node, about._replace(joint=_part_of_doer(subject, behind)), *more])
    return _below(about or what, [*([node] if node else []), *more]) or _below(node, more)


def _part_of_doer(subject: Words, behind: Words) -> str:
    """Return how whoever does something hangs on what it is done to: of "Ann broke her arm", the arm is Ann's."""
    own = any(word.kind is Kind.HIS for word in behind) and not any(word.kind is Kind.HIS for word in subject)
    return "" if own else DOER


def _of_owner(owner: Words, owned: Words) -> Words:
    """Return "Dunne, a cut over his left eye" as "a cut over Dunne's left eye"; without a word for the owner, as "Dunne's cut"."""
    if not any(word.kind is Kind.WORD for word in owner):
        return owned
    for place, word in enumerate(owned):
        if word.kind is Kind.HIS and place:
            return (*owned[:place], *owner, _OWN, *owned[place + 1 :])
        if word.kind is Kind.IT and place and is_joint(owned[place - 1]):
            return (*owned[:place], *owner, *owned[place + 1 :])
    return (*owned, _OF, *owner) if any(map(is_joint, owner)) else (*owner, _OWN, *owned)


def _agent(joined: Words, verbs: frozenset[str]) -> tuple[Node | None, Words]:
    """Return by whom something is done, and the rest."""
    start = next((at for at, word in enumerate(joined) if word.word == "by"), None)
    if start is None:
        return None, joined
    end = next((at for at in range(start + 1, len(joined)) if is_joint(joined[at])), len(joined))
    return thing(joined[start + 1 : end], verbs), (*joined[:start], *joined[end:])


def _joined(words: Words, verbs: frozenset[str]) -> list[Node]:
    """Return what prepositions join to a verb, each with what hangs on it by "of"."""
    starts = [at for at, word in enumerate(words) if is_joint(word) and (word.word != "of" or not at)]
    found = []
    for start, end in pairwise([*starts, len(words)]):
        node = thing(words[start + 1 : end], verbs)
        found += [node._replace(joint=words[start].meaning)] if node else []
    return found


def _below(node: Node | None, more: Iterable[Node]) -> Node | None:
    return node and node.with_below(more)


def rejected(words: Words) -> Counter[str]:
    """Return what stands behind "rather than", which is not so."""
    place = next((at for at, word in enumerate(words) if word.meaning == _RATHER), len(words))
    return Counter(word.meaning for word in words[place:] if word.kind is Kind.WORD)


def tells_of_other(one: Words, other: Words) -> bool:
    """Return whether one text prefers another thing than the other, tells of one where that tells of both, or of a man where it is of a woman."""
    mine, its = (frozenset(word.word for word in words) for words in (one, other))
    apart = any(
        mine & each and its & every and not (mine & every or its & each)
        for each, every in (_BOTH_OR_ONE, _BOTH_OR_ONE[::-1], _MEN_OR_WOMEN, _MEN_OR_WOMEN[::-1])
    )
    return apart or rejected(one) != rejected(other)
