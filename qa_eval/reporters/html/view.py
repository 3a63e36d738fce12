"""What the page shows, as values that are complete before any markup."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from qa_eval.values import value

if TYPE_CHECKING:
    from qa_eval.analysis import Section
    from qa_eval.model import Dataset

# what a reader cannot see or what turns text around; a lone surrogate cannot be written at all
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


class Share(NamedTuple):
    """A proportion with its interval, as text and as positions on a bar from 0 to 100. ``few``: too few answers."""

    percent: str
    interval: str
    n: int
    middle: float
    low: float
    high: float
    few: bool


@value
class Part:
    """One verdict's part of a stacked bar, from ``start`` over ``width`` percent."""

    verdict: str
    icon: str
    count: int
    start: float
    width: float


class Headline(NamedTuple):
    """An answerer's figures at the top. ``figures`` are pairs of a name and a text, ``times`` likewise but of time.

    ``accuracy`` is as scored, ``reviewed`` as reviewed, None without reviews.
    """

    answerer: str
    accuracy: Share | None
    parts: tuple[Part, ...]
    figures: tuple[tuple[str, str], ...]
    times: tuple[tuple[str, str], ...]
    missing: int
    reviewed: Share | None


class Slice(NamedTuple):
    """A row of the slice table: one share per answerer, None where it has no answer there."""

    kind: str
    name: str
    n: int
    shares: tuple[Share | None, ...]


class AnswerView(NamedTuple):
    """One answer with its verdict."""

    answerer: str
    repeat: int
    verdict: str
    icon: str
    text: str
    length: int
    folded: bool
    read: str
    gold: str
    reason: str
    message: str
    figures: str
    seconds: str
    failure: str


class Quote(NamedTuple):
    """A piece of evidence with the words around it, and where it stands in the article on the page ("" = nowhere)."""

    before: str
    quote: str
    after: str
    anchor: str


class QuestionView(NamedTuple):
    """A question with everything that was said to it."""

    anchor: str
    id: str
    text: str
    type: str
    expected: str
    accepted: tuple[str, ...]
    tolerance: str
    tags: tuple[str, ...]
    difficulty: str
    derivation: str
    evidence: tuple[Quote, ...]
    answers: tuple[AnswerView, ...]


class Segment(NamedTuple):
    """A stretch of the article; ``questions`` are the anchors and ids of those whose evidence it is."""

    text: str
    anchor: str
    questions: tuple[tuple[str, str], ...]


class Article(NamedTuple):
    """A document, cut where evidence starts and ends."""

    title: str
    sha256: str
    segments: tuple[Segment, ...]


@value
class Page:
    """Everything the template needs; ``alone``: the page has no script, since there are too many rows for it."""

    title: str
    dataset: Dataset
    state: str
    headlines: tuple[Headline, ...]
    slices: tuple[tuple[str, tuple[Slice, ...]], ...]
    sections: tuple[Section, ...]
    index: tuple[QuestionView, ...]
    total: int
    alone: bool
    articles: tuple[Article, ...]
    signature: tuple[tuple[str, str], ...]
    signature_text: str


def shown(text: str) -> Markup:
    """Escape text from outside, isolate its direction, and show as a badge what would be invisible or turn it around."""
    if text.isascii() and text.isprintable():  # nearly always, and told at once
        return Markup(f'<bdi dir="auto">{escape(text)}</bdi>')  # noqa: S704 - it is escaped
    pieces: list[str] = []
    at = 0
    for match in _HIDDEN.finditer(text):
        name = escape(unicodedata.name(match[0], "control character").capitalize())
        pieces += [
            escape(text[at : match.start()]),
            f'<span class="hidden" title="{name}">U+{ord(match[0]):04X}</span>',
        ]
        at = match.end()
    pieces.append(escape(text[at:]))
    return Markup(f'<bdi dir="auto">{"".join(pieces)}</bdi>')  # noqa: S704 - every piece is escaped; to format takes ten times as long
