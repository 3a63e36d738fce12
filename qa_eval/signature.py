"""Everything that could change a number, as text: one entry a field, never a hand-kept list."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.model import Dataset

DIGEST_LENGTH = 8
JUDGE = "judge"  # the entry that a run has whose phrases an answerer judged
LONGEST_TEXT = 60  # characters of one entry in the short form

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


class Difference(NamedTuple):
    """One entry in which two signatures differ; "" where one of them lacks it."""

    key: str
    this: str
    other: str

    def __str__(self) -> str:
        return f"{self.key}: {self.other or '(none)'} then, {self.this or '(none)'} now"


class Signature(NamedTuple):
    """What a run's numbers depend on, as ordered key and text."""

    entries: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """One line to put beside a number: ``key=text|key=text``, long digests and texts cut, empty ones left out.

        >>> Signature((("dataset", "town@1.0#" + 64 * "a"), ("only", ""))).text
        'dataset=town@1.0#aaaaaaaa'
        """
        return "|".join(f"{key}={_short(text)}" for key, text in self.entries if text)

    @property
    def digest(self) -> str:
        """The first eight hex digits of the SHA-256 of all entries."""
        return _sha256(repr(self.entries))[:DIGEST_LENGTH]

    def differences(self, other: Signature, ignoring: Iterable[str] = ()) -> tuple[Difference, ...]:
        """Return the entries in which ``other`` differs, in order, but for the keys in ``ignoring``."""
        mine, theirs, left_out = dict(self.entries), dict(other.entries), frozenset(ignoring)
        return tuple(
            Difference(key, mine.get(key, ""), theirs.get(key, ""))
            for key in {**mine, **theirs}
            if key not in left_out and mine.get(key, "") != theirs.get(key, "")
        )

    def rescored(self, scorer: str, dataset: Dataset) -> Signature:
        """Return the signature of the same answers, scored by ``scorer`` here and now by what ``dataset`` accepts."""
        kept = {key: text for key, text in self.entries if key != JUDGE}
        return Signature(tuple({**kept, **_here(), "scorer": scorer, **_asked(dataset)}.items()))

    def judged(self, judge: str, identity: str, wording: str) -> Signature:
        """Return the signature of a run whose phrases an answerer judges; ``wording`` is the digest of what it is asked."""
        text = f"{judge}#{identity}" if identity else judge
        return Signature((*self.entries, (JUDGE, f"{text} {wording}")))


def of(dataset: Dataset, answerers: Mapping[str, str], scorer: str, settings: object) -> Signature:
    """Return the signature of a run.

    ``answerers`` gives each answerer's identity (such as the digest of its file, or "") by name. ``settings`` is a
    dataclass; each of its fields is an entry, unless its metadata says ``{"signature": False}``.
    """
    entries = {
        **_here(),
        "scorer": scorer,
        **_asked(dataset),
        **{
            f"answerer.{place}": f"{name}#{identity}" if identity else name
            for place, (name, identity) in enumerate(answerers.items(), start=1)
        },
        **_fields(settings),
    }
    return Signature(tuple(entries.items()))


def _asked(dataset: Dataset) -> dict[str, str]:
    documents = [document.sha256 for document in dataset.documents.values()]
    return {
        "dataset": f"{dataset.name}@{dataset.version}#{dataset.sha256}",
        "documents": documents[0] if len(documents) == 1 else f"{len(documents)}#{_sha256(''.join(documents))}",
    }


def described(thing: object) -> str:
    """Return an object that has no spec as text: its class, with every field when it is a dataclass.

    >>> from qa_eval.model import Tokens
    >>> described(Tokens(1, 2))
    'qa_eval.model.scores.Tokens(prompt=1,completion=2)'
    """
    kind = type(thing)
    return f"{kind.__module__}.{kind.__qualname__}({','.join(f'{key}={text}' for key, text in _fields(thing).items())})"


def _here() -> dict[str, str]:
    return {"qa_eval": __version__, "python": f"{sys.version_info.major}.{sys.version_info.minor}"}


def _fields(thing: object) -> dict[str, str]:
    if not is_dataclass(thing):
        return {}
    return {
        part.name: _text(getattr(thing, part.name)) for part in fields(thing) if part.metadata.get("signature", True)
    }


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return "" if value is None else str(value)


def with_short_digests(text: str) -> str:
    """Return an entry's text with the first digits of each digest alone."""
    return _DIGEST.sub(lambda found: found[0][:DIGEST_LENGTH], text)


def _short(text: str) -> str:
    text = with_short_digests(text)
    return (
        text
        if len(text) <= LONGEST_TEXT
        else f"{text[: LONGEST_TEXT - DIGEST_LENGTH - 2]}…#{_sha256(text)[:DIGEST_LENGTH]}"
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
