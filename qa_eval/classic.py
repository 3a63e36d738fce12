"""The literature's own figures: exact match and token F1 of SQuAD, and of DROP for lists.

Every figure equals that of the published script on every input; only the way there is shorter. SQuAD's two versions
differ in answers that normalise to nothing ("A", "the", "…"): 1.1 compares them like any other, 2.0 drops them from the
accepted answers and counts two empty ones as F1 1.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Table: TypeAlias = "dict[int, str | None]"

_NO_PUNCTUATION: Table = dict.fromkeys(map(ord, string.punctuation))
_LOWER_NO_PUNCTUATION: Table = {**{ord(letter): letter.lower() for letter in string.ascii_uppercase}, **_NO_PUNCTUATION}
_ARTICLES = frozenset(("a", "an", "the"))
_SHORT = 200  # characters of an item that may well be named again
_MOST_STEPS = 20_000  # in aligning two lists; more are left to a library
_IN_NO_ARTICLE = re.compile("[0-9b-df-gi-mo-su-z]")  # so that the word that has it is a token
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")


def tokens(text: str) -> list[str]:
    """Return SQuAD's tokens of a text: lower case, without ASCII punctuation and English articles.

    >>> tokens("The Joint Chiefs-of-Staff.")
    ['joint', 'chiefsofstaff']
    """
    if text.isascii():
        plain = text.replace(" ", "").isalnum()
        bare = text.lower() if plain else text.translate(_LOWER_NO_PUNCTUATION)
        if plain or bare.isprintable():  # else control characters part words where whitespace does not
            words = bare.split()
            return words if _ARTICLES.isdisjoint(words) else [word for word in words if word not in _ARTICLES]
    else:
        bare = text.lower().translate(_NO_PUNCTUATION)
    found: list[str] = []
    for word in bare.split():
        if word.isalnum():
            if word not in _ARTICLES:
                found.append(word)
        else:
            found.extend(_ARTICLE.sub(" ", word).split())
    return found


def normalise_answer(text: str) -> str:
    """Return the text as SQuAD compares it.

    >>> normalise_answer("  A 170-mm howitzer, the M1978")
    '170mm howitzer m1978'
    """
    return " ".join(tokens(text))


class Accepted(NamedTuple):
    """Accepted answers, normalised once: each one's text, tokens counted and number of tokens."""

    texts: frozenset[str]
    counts: tuple[tuple[dict[str, int], int], ...]
    empty_agrees: bool  # two answers without tokens have F1 1


@lru_cache(maxsize=512)
def prepare(accepted: tuple[str, ...], *, version: int = 2) -> Accepted:
    """Return the accepted answers as version 1 (1.1) or 2 (2.0) of SQuAD reads them; none means unanswerable."""
    golds = [tokens(text) for text in accepted]
    if version != 1:
        golds = [gold for gold in golds if gold]
    golds = golds or [[]]
    return Accepted(
        texts=frozenset(" ".join(gold) for gold in golds),
        counts=tuple((_counted(gold), len(gold)) for gold in golds),
        empty_agrees=version != 1,
    )


def squad_figures(text: str, accepted: Accepted) -> tuple[bool, float]:
    """Return exact match and F1 (0..1) of one answer, each the best over the accepted answers.

    >>> squad_figures("170 mm howitzers", prepare(("170 mm",)))
    (False, 0.8)
    """
    read = tokens(text)
    exact = " ".join(read) in accepted.texts
    if exact and read:
        return True, 1.0
    if not read:
        return exact, float(exact and accepted.empty_agrees)
    best = 0.0
    for count, length in accepted.counts:
        if count.keys().isdisjoint(read):
            continue
        same = _shared(read, count)
        precision, recall = same / len(read), same / length
        best = max(best, (2 * precision * recall) / (precision + recall))
    return exact, best


def is_first_accepted(text: str, accepted: Sequence[str]) -> bool:
    """Return whether a text is the first accepted one as it stands, so that exact match and F1 are full without a look at the others.

    >>> is_first_accepted("170 mm", ("170 mm", "17 cm")), is_first_accepted("The", ("The",))
    (True, False)
    """
    same = bool(accepted) and text == accepted[0] and text.strip() == text
    return same and (_IN_NO_ARTICLE.search(text) is not None or bool(tokens(text)))


def exact_match(text: str, accepted: Iterable[str], *, version: int = 2) -> bool:
    """Return whether the text equals an accepted answer after SQuAD's normalising.

    >>> exact_match("the 170 mm.", ["170 mm"]), exact_match("", [])
    (True, True)
    """
    return squad_figures(text, prepare(tuple(accepted), version=version))[0]


def f1(text: str, accepted: Iterable[str], *, version: int = 2) -> float:
    """Return SQuAD's token F1 (0..1), the best over the accepted answers.

    >>> f1("170 mm howitzers", ["170 mm"])
    0.8
    """
    return squad_figures(text, prepare(tuple(accepted), version=version))[1]


def _counted(words: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def _shared(read: Sequence[str], gold: dict[str, int]) -> int:
    left = gold.copy()
    same = 0
    for word in read:
        if left.get(word):
            left[word] -= 1
            same += 1
    return same


# DROP: lists of spans, numbers read as numbers, spans aligned one to one.


def drop_normalise(span: str) -> str:
    """Return a span as DROP compares it: hyphens part words, numbers become floats.

    >>> drop_normalise("The 3,000 self-propelled guns")
    '3000.0 self propelled guns'
    """
    parts: list[str] = []
    for word in span.lower().replace("-", " ").split(" "):
        if word.isalpha() and word[0] not in "in":  # neither "inf" nor "nan"
            if word not in _ARTICLES:
                parts.append(word)
            continue
        bare = word if _is_number(word) else word.translate(_NO_PUNCTUATION)
        bare = str(float(bare)) if _is_number(bare) else bare
        parts.extend(_ARTICLE.sub(" ", bare).split())
    return " ".join(parts)


def drop_figures(spans: Sequence[str], gold: Sequence[Sequence[str]]) -> tuple[bool, float]:
    """Return DROP's exact match and F1 (0..1, two decimals) of a list of spans.

    ``gold`` holds one tuple of accepted names for each span of the gold list; with one name each the figures are the
    published script's, with more the name that fits best counts.

    >>> drop_figures(["oil", "missile technology"], [["technology"], ["oil"]])
    (False, 0.83)
    """
    return list_figures(spans, prepare_list(tuple(tuple(names) for names in gold)))


def list_figures(spans: Sequence[str], wanted: AcceptedList) -> tuple[bool, float]:
    """Return the same of a gold list that was normalised before.

    >>> list_figures(["oil", "gas"], prepare_list((("oil",), ("gas",))))
    (True, 1.0)
    """
    read = [_span_briefly(span) if len(span) <= _SHORT else _span(span) for span in spans]
    said = [wanted.preferred.get(span, span) for span, _ in read]
    exact = len(said) == len(wanted.bags) and set(said) == wanted.first
    scores = [[_best_f1(bag, names) for _, bag in read] for names in wanted.bags]
    longest = max(len(read), len(wanted.bags))
    return exact, round(_aligned(scores) / longest * 100) / 100 if longest else 0.0


def _span(span: str) -> tuple[str, frozenset[str]]:
    normal = drop_normalise(span)
    return normal, frozenset(normal.split())


_span_briefly = lru_cache(maxsize=4096)(_span)  # lists name the same things again and again


class AcceptedList(NamedTuple):
    """A gold list, normalised once: each name's first form, the first forms, and each name's words and numbers."""

    preferred: dict[str, str]
    first: set[str]
    bags: list[list[tuple[set[str], set[str]]]]


@lru_cache(maxsize=512)
def prepare_list(gold: tuple[tuple[str, ...], ...]) -> AcceptedList:
    """Return a gold list as ``list_figures`` compares it, one tuple of accepted names for each of its spans."""
    spans = [[drop_normalise(name) for name in names] for names in gold]
    bags = [
        [(bag := set(name.split()), {word for word in bag if _is_number(word)}) for name in names] for names in spans
    ]
    preferred = {name: names[0] for names in reversed(spans) for name in names}
    return AcceptedList(preferred, {names[0] for names in spans}, bags)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _best_f1(read: frozenset[str], names: Sequence[tuple[set[str], set[str]]]) -> float:
    return max([0.0 if read and name[0] and read.isdisjoint(name[0]) else _bag_f1(read, *name) for name in names])


def _bag_f1(read: frozenset[str], gold: set[str], numbers: set[str]) -> float:
    if numbers and numbers.isdisjoint(read):
        return 0.0
    same = len(gold & read)
    precision = same / len(read) if read else 1.0
    recall = same / len(gold) if gold else 1.0
    return (2 * precision * recall) / (precision + recall) if precision or recall else 0.0


def _aligned(scores: list[list[float]]) -> float:
    """Return the largest sum of scores that a one-to-one alignment of rows and columns reaches."""
    if not scores or not scores[0]:
        return 0.0
    if len(scores) == 1 or len(scores[0]) == 1:
        return max(max(row) for row in scores)
    if all(max(row) in {0.0, 1.0} for row in scores) and (clear := _clear_alignment(scores)) is not None:
        return clear
    columns = [list(column) for column in zip(*scores, strict=True)]
    wide = len(scores) <= len(columns)
    chosen = _paired(columns if wide else scores)
    pairs = chosen if not wide else [(row, column) for column, row in chosen]
    return sum((scores[row][column] for row, column in sorted(pairs)), 0.0)


def _clear_alignment(scores: list[list[float]]) -> float | None:
    """Return the number of full matches when each takes a column of its own, which no alignment can better; else None."""
    taken = [row.index(1.0) for row in scores if 1.0 in row]
    return float(len(taken)) if len(set(taken)) == len(taken) else None


def _paired(lines: list[list[float]]) -> Sequence[tuple[int, int]]:
    """Return the pairs (line, place) of the best one-to-one alignment; lines are no longer than there are lines."""
    places = len(lines[0])
    if len(lines) * places << places > _MOST_STEPS:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - takes a second to import; long lists are rare

        found = linear_sum_assignment([[-score for score in line] for line in lines])
        return [(int(line), int(place)) for line, place in zip(*found, strict=True)]
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}  # the places taken, as bits
    for number, line in enumerate(lines):
        for taken, (total, pairs) in list(best.items()):
            for place, score in enumerate(line):
                further = taken | 1 << place
                if score and further != taken and best.get(further, (-1.0,))[0] < total + score:
                    best[further] = (total + score, (*pairs, (number, place)))
    return max(best.values())[1]
