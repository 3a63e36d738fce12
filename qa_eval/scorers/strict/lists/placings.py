"""Lists in order, told by who came where or before whom: "Silver: B; gold: A", "A won ahead of B, with C third", "After A comes B"."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import ORDINALS, ordinal
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers._formal.in_order import tells_turned
from qa_eval.scorers._words.wording import SMALL, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TWO = 2  # items that are compared
_MOST, _MOST_LOOSE, _LONGEST = 8, 5, 300  # items, those of them without a rank; characters of an answer
_RANK_OF = (
    {word: rank for rank, word in enumerate(ORDINALS[1 : _MOST + 1], 1)}
    | {ordinal(rank): rank for rank in range(1, _MOST + 1)}
    | {"gold": 1, "silver": 2, "bronze": 3, "runner-up": 2, "runners-up": 2, "firstly": 1, "secondly": 2, "thirdly": 3}
)
_WON = "won|wins|winner|winning|victory|victorious|champion|champions|initially"
_LAST = "last|lastly|finally"
_AHEAD = r"ahead of|in front of|before|beats?|beating|defeat(?:s|ed|ing)|won from|preced(?:es|ed|ing)|edg(?:es|ed|ing) out|above|(?:is|was|were|are)?\s*followed by|leads to"
_BEHIND = r"(?:second|runners?-up) to|behind|after|below|beaten by|losing to|lost to|(?<!be )(?:follows|followed|following)(?! by)|(?:is |was )?preceded by"
_TOKEN = regex(
    rf"\b(?P<ahead>{_AHEAD})\b|\b(?P<behind>{_BEHIND})\b"
    rf"|\b(?P<rank>{'|'.join(sorted(_RANK_OF, key=len, reverse=True))})\b|(?<![\w.])\(?(?P<number>[1-8])[.):]\s|\b(?P<won>{_WON})\b|\b(?P<last>{_LAST})\b"
    r"|(?P<edge>[,;.!?\n<>]|\band\b|\bwith\b|\bthen\b|\bwhile\b|\bwhich\b)",
    re.IGNORECASE,
)
_TELLING = frozenset(
    """medal medals place places position positions came comes come finished finishes took takes take got gets went goes going claimed earned collected received
    secured picked grabbed ended ranked placed crossed line home arrived arriving came coming starts begins race title order overall respectively next then followed
    finally first lastly s prize""".split()  # noqa: SIM905 - a word list reads best as one text
)


# "first at A and after that at B"
_AFTER_THAT = regex(
    r"\b(?:after|following) (?:that|this|them|it|which)\b|\b(?:afterwards|thereafter|subsequently)\b", re.IGNORECASE
)
_FROM, _TO = regex(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE), regex(r"\s+(?:on\s+)?to\s+(?:the\s+)?", re.IGNORECASE)


class Token(NamedTuple):
    """A thing that an answer says of an order: an item by its place in the list, a rank, a relation or an edge between statements."""

    start: int
    kind: str
    value: int = 0


def ranks_in(text: str) -> list[int]:
    """Return the ranks that a text names, in its order.

    >>> ranks_in("Who won silver and gold?"), ranks_in("Who came first, second and third?")
    ([2, 1], [1, 2, 3])
    """
    return [_RANK_OF[found["rank"].lower()] for found in _TOKEN.finditer(text) if found["rank"]]


def in_asked_order(text: str, items: Sequence[frozenset[tuple[str, ...]]], question: str) -> list[int]:
    """Return the items in the order asked for, by where an answer says that each of them came; [] where it says it of none, or not surely.

    ``items``: the names of each accepted item, as words.

    >>> items = [frozenset({("ann",)}), frozenset({("bo",)}), frozenset({("cleo",)})]
    >>> in_asked_order("Silver: Bo; gold: Ann; bronze: Cleo", items, "Who won medals?"), in_asked_order("Bo, Ann, Cleo", items, "Who won medals?")
    ([0, 1, 2], [])
    >>> in_asked_order("Bo won ahead of Ann, with Cleo third", items, "Who won medals?")
    [1, 0, 2]
    """
    if not 1 < len(items) <= _MOST or len(text) > _LONGEST:
        return []
    text, put_so = _AFTER_THAT.subn("then", text)
    wording = Wording(text)
    if wording.hedges:
        return []
    told: list[tuple[int, int, int]] = []
    for place, names in enumerate(items):
        spans = {span for name in names for span in wording.find(name)}
        start, end = min(spans, default=(0, 0))
        if not spans or any(other[0] >= end for other in spans):
            return []  # it isn't told, or twice
        told.append((start, max(other[1] for other in spans), place))
    if _tells_more(wording.text, told, question):
        return []
    if way := _on_the_way(wording.text, told):
        return way
    order = _Order(len(items))
    for statement in _statements(wording.text, told):
        if not order.take(statement):
            return []
    turned = tells_turned(question, text)
    if not (order.is_told or put_so or turned or "<" in text or ">" in text):
        return []
    wanted = order.asked(ranks_in(question))
    return wanted[::-1] if turned else wanted


def _tells_more(text: str, told: Sequence[tuple[int, int, int]], question: str) -> bool:
    """Return whether an answer has words that are no part of an order: of somebody else, or of another matter."""
    bare = list(text)
    for start, end, _ in told:
        bare[start:end] = " " * (end - start)
    rest = _TOKEN.sub(" ", "".join(bare))
    return not set(words(rest)) <= SMALL | _TELLING | frozenset(words(question))


def _on_the_way(text: str, told: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return the two places of a way from the one to the other; [] where none is told."""
    if len(told) != _TWO or "from" not in text.lower():
        return []
    one, other = sorted(told)
    leads = _FROM.search(text, 0, one[0]) and _TO.fullmatch(text, one[1], other[0])
    return [one[2], other[2]] if leads else []


def _statements(text: str, told: Sequence[tuple[int, int, int]]) -> list[list[Token]]:
    """Return the statements of an answer, each with its items, ranks and relations."""
    tokens = [Token(start, "item", place) for start, _, place in told]
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if any(start <= found.start() < end for start, end, _ in told):
            continue
        rank = _RANK_OF[found[0].lower()] if kind == "rank" else int(found["number"] or 1)
        tokens.append(Token(found.start(), "rank" if kind in ("rank", "number", "won") else kind, rank))
    statements: list[list[Token]] = [[]]
    for token in sorted(tokens):
        if token.kind == "edge":
            statements.append([])
        else:
            statements[-1].append(token)
    return [statement for statement in statements if statement]


class _Order:
    """What an answer says of the order of so many items."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.ranks: dict[int, int] = {}
        self.pairs: set[tuple[int, int]] = set()
        self.last: int | None = None
        self.is_told = False

    def take(self, statement: Sequence[Token]) -> bool:
        """Take in one statement; return whether it tells of an order, and of one alone."""
        items = [token.value for token in statement if token.kind == "item"]
        ranks = [
            self.count if token.kind == "last" else token.value for token in statement if token.kind in ("rank", "last")
        ]
        relations = [token for token in statement if token.kind in ("ahead", "behind")]
        if len(items) != 1 and not (len(items) == _TWO and relations):
            return False
        if len(set(ranks)) > 1 or len(relations) > 1:
            return False
        if not self._relate(statement, items, relations):
            return False
        if ranks and self.ranks.setdefault(items[0], ranks[0]) != ranks[0]:
            return False
        if not ranks and not relations and self.last is not None:
            self.pairs.add((self.last, items[0]))  # "A, then B"
        self.is_told = self.is_told or bool(ranks or relations)
        self.last = items[-1]
        return True

    def _relate(self, statement: Sequence[Token], items: Sequence[int], relations: Sequence[Token]) -> bool:
        if not relations:
            return True
        one = items[0] if len(items) > 1 else self.last
        leads = statement[0].kind in ("ahead", "behind") and len(items) > 1  # "After A comes B"
        if one is None:
            return False
        other = items[-1]
        ahead = (relations[0].kind == "ahead") is not leads
        self.pairs.add((one, other) if ahead else (other, one))
        return True

    def asked(self, asked: Sequence[int]) -> list[int]:
        """Return the items in the order of the ranks ``asked`` about, the first to come where they name no order; [] where they have none."""
        names = sorted(asked) if len(set(asked)) == self.count else list(range(1, self.count + 1))
        if len(set(self.ranks.values())) < len(self.ranks) or not set(self.ranks.values()) <= set(names):
            return []
        at = {names.index(rank): item for item, rank in self.ranks.items()}
        loose = [item for item in range(self.count) if item not in self.ranks]
        if len(loose) > _MOST_LOOSE:
            return []
        orders = [self._filled(at, more) for more in permutations(loose)]
        sure = [each for each in orders if all(each.index(one) < each.index(other) for one, other in self.pairs)]
        if len(sure) != 1:
            return []
        order = sure[0]
        if len(set(asked)) == self.count:
            return [order[names.index(rank)] for rank in asked]
        return order[::-1] if len(asked) > 1 and asked[0] > asked[-1] else order

    def _filled(self, at: Mapping[int, int], more: Sequence[int]) -> list[int]:
        rest = iter(more)
        return [at[place] if place in at else next(rest) for place in range(self.count)]
