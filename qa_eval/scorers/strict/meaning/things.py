"""A thing and what tells something of it, as a tree: its head, what stands before it, its owner and what prepositions join to it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.scorers._words.marked import Marked

    Words = tuple[Marked, ...]

OWNED, DOER = "'s", "doer"  # how an owner hangs on what it has, and whoever does something on what it is done to
# prepositions of which one may stand for another; any other two exclude each other
_ALIKE = (
    frozenset(("in", "at", "on", "insid", "into", "to")),
    frozenset(("of", "in", "at", "on", "with", OWNED)),
    frozenset(("by", "with", "through")),
    frozenset(("by", OWNED)),
    frozenset(("from", OWNED)),
    frozenset(("by", DOER)),
    frozenset(("across", "over")),
    frozenset(("on", "onto")),
    frozenset(("from", "out_of")),
    frozenset(("by", meant("beside"))),
    frozenset(("by", "from", meant("because"))),
)
_SAYS_LITTLE = frozenset(
    ("of", "in", "at", "on", "to", "for", "by", "with", "from", "into", "as", "through", OWNED, DOER, meant("because"))
)
_ABOUT = frozenset(("in", "on", "at"))  # "an increase in prices"
# what is done to nobody else
_DONE_BY = frozenset(map(meant, ("strike", "protest", "complaint", "resignation", "arrival", "departure", "failure")))
_CHANGES = frozenset(map(meant, ("rise", "fall", "slow", "accelerate", "weaken", "strengthen")))  # "a growth slowdown"
_DONE_TO = frozenset(map(meant, ("injury", "damage", "change", "repair", "attack")))  # "damage to the hull"


class Node(NamedTuple):
    """A word's meaning, how it hangs on the word above ("" where nothing tells), and what hangs on it."""

    meaning: str
    joint: str = ""
    below: tuple[Node, ...] = ()

    def with_below(self, more: Iterable[Node]) -> Node:
        """Return the node with more below it."""
        return self._replace(below=(*self.below, *more))


def is_same(one: Node, other: Node) -> bool:
    """Return whether two trees tell the same, the order apart of what tells something of one word.

    >>> is_same(Node("eye", "", (Node("left"), Node("his"))), Node("eye", "in", (Node("his"), Node("left"))))
    True
    """
    if one.meaning != other.meaning or not fit(one.joint, other.joint):
        return False
    if len(one.below) == len(other.below):
        return all(is_same(mine, its) for mine, its in zip(_sorted(one), _sorted(other), strict=True))
    if _is_flat(one) is _is_flat(other):
        return False
    flat, deep = (one, other) if _is_flat(one) else (other, one)
    return sorted(each.meaning for each in flat.below) == sorted(_every(deep)[1:])  # "a stoppage-time goal"


def _is_flat(node: Node) -> bool:
    return not any(each.below for each in node.below)


def _every(node: Node) -> list[str]:
    """Return the meanings of a node and of all below it."""
    return [node.meaning, *(meaning for each in node.below for meaning in _every(each))]


def _sorted(node: Node) -> list[Node]:
    return sorted(node.below, key=lambda each: (each.meaning, len(each.below)))


def fit(one: str, other: str) -> bool:
    """Return whether two prepositions may stand for each other; "" for none."""
    if one == other or any(one in alike and other in alike for alike in _ALIKE):
        return True
    return (not one and other in _SAYS_LITTLE) or (not other and one in _SAYS_LITTLE)


def is_joint(word: Marked) -> bool:
    """Return whether a word joins what follows to what stands before."""
    return word.kind in (Kind.OF, Kind.PLACE, Kind.BECAUSE)


def thing(words: Words, verbs: frozenset[str]) -> Node | None:
    """Return a thing with what tells something of it as a tree; None for no words.

    What is done to it or what it is like hangs on it, wherever it stands: "the failure of a pump" is a pump that failed.
    """
    starts = [0, *(at for at, word in enumerate(words) if is_joint(word))]
    pieces = [words[start:end] for start, end in pairwise([*starts, len(words)])]
    joined = [(piece[0].meaning, piece[1:]) for piece in pieces[1:]]
    groups: list[tuple[str, list[Words]]] = []  # each a joint, and words of which each hangs on those before
    own: list[Words] = [pieces[0]]
    for joint, piece in joined:
        if joint in ("of", "and"):
            (groups[-1][1] if groups else own).append(piece)
        else:
            groups.append((joint, [piece]))
    beside = [(joint, node) for joint, group in groups if (node := _chain(group))]
    return _about(own, beside, verbs)


def _about(own: list[Words], beside: list[tuple[str, Node]], verbs: frozenset[str]) -> Node | None:
    """Return what the first words and what hangs on them are about, and the rest below that."""
    hanging = [node._replace(joint=joint) for joint, node in beside]
    words = tuple(word for word in own[0] if word.kind in (Kind.WORD, Kind.NOT, Kind.OWN, Kind.MODAL))
    place = _head_of(words) if words else 0
    head = words[place] if words else None
    if head is None:
        node = _chain(own[1:])
        return node.with_below(hanging) if node else (hanging[0]._replace(joint="") if hanging else None)
    if not (head.tells or head.meaning in verbs):
        node = _chain(own)
        return node and node.with_below(hanging)
    of = _chain(own[1:])
    if of is not None:
        rest = _named((*words[:place], *words[place + 1 :]))
        return of.with_below([Node(head.meaning), *([rest._replace(joint="")] if rest else []), *hanging])
    before = (*words[: place - (place > 0 and words[place - 1].kind is Kind.OWN)], *words[place + 1 :])
    if any((not word.tells or head.meaning in _CHANGES) and word.kind is Kind.WORD for word in before):
        node = _about([before], [], verbs)
        return node and node.with_below([Node(head.meaning), *hanging])
    more = [Node(head.meaning), *(Node(word.meaning) for word in before if word.kind is not Kind.OWN)]
    if beside and not is_past(head.word) and _is_about(head.meaning, beside[0][0]):
        return beside[0][1].with_below([*more, *hanging[1:]])
    return more[0].with_below([*more[1:], *hanging])


def _is_about(meaning: str, joint: str) -> bool:
    """Return whether what a preposition joins to a noun is what that tells of: "an increase in prices", "strikes by the staff"."""
    return joint in _ABOUT or (joint == "to" and meaning in _DONE_TO) or (joint == "by" and meaning in _DONE_BY)


def _chain(pieces: list[Words]) -> Node | None:
    """Return pieces of which each hangs on the one before: "the price of resin"."""
    below: Node | None = None
    for piece in reversed(pieces):
        node = _named(tuple(word for word in piece if word.kind in (Kind.WORD, Kind.NOT, Kind.OWN, Kind.MODAL)))
        below = node.with_below([below] if below else []) if node else below
    return below


def _named(words: Words) -> Node | None:
    """Return words that name one thing as its head and what stands before, an owner with what names it."""
    owner = max((at for at, word in enumerate(words) if word.kind is Kind.OWN), default=-1)
    own = words[owner + 1 :]
    if not own:
        return _named(words[:owner]) if owner > 0 else None
    head = _head_of(own)
    beside = [Node(word.meaning) for at, word in enumerate(own) if at != head]
    owning = _named(words[:owner]) if owner > 0 else None
    return Node(own[head].meaning, "", (*beside, *([owning._replace(joint=OWNED)] if owning else [])))


def _head_of(words: Words) -> int:
    """Return where the word stands that names the thing: the last that does not tell how."""
    return next(
        (at for at in reversed(range(len(words))) if words[at].kind is Kind.WORD and not words[at].is_how),
        len(words) - 1,
    )
