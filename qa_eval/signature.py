"""Everything that could change a number, as text: one entry a field, never a hand-kept list."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.model import Dataset, Scorer

DIGEST_LENGTH = 8


class Difference(NamedTuple):
    """One entry in which two signatures differ; "" where one of them lacks it."""

    key: str
    this: str
    other: str

    def __str__(self) -> str:
        return f"{self.key}: {self.this or '(none)'} here, {self.other or '(none)'} there"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a run's numbers depend on, as ordered key and text."""

    entries: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """One line: ``key=text|key=text``."""
        return "|".join(f"{key}={text}" for key, text in self.entries)

    @property
    def digest(self) -> str:
        """The first hex digits of the SHA-256 of all entries."""
        return _sha256(repr(self.entries).encode("utf-8", "surrogatepass"))[:DIGEST_LENGTH]

    def differences(self, other: Signature, ignoring: Iterable[str] = ()) -> tuple[Difference, ...]:
        """Return the entries in which ``other`` differs, in order, but for the keys in ``ignoring``."""
        mine, theirs, left_out = dict(self.entries), dict(other.entries), frozenset(ignoring)
        return tuple(
            Difference(key, mine.get(key, ""), theirs.get(key, ""))
            for key in {**mine, **theirs}
            if key not in left_out and mine.get(key) != theirs.get(key)
        )


def of(dataset: Dataset, answerers: Mapping[str, str], scorer: str, settings: object) -> Signature:
    """Return the signature of a run.

    ``answerers`` gives each answerer's identity (such as the digest of its file, or "") by name. ``settings`` is a
    dataclass; each of its fields is an entry unless its metadata says ``{"signature": False}``.
    """
    documents = sorted(document.sha256 for document in dataset.documents.values())
    entries = {
        "qa_eval": __version__,
        "python": ".".join(str(part) for part in sys.version_info[:2]),
        "dataset": f"{dataset.name}@{dataset.version}#{dataset.sha256}",
        "documents": documents[0]
        if len(documents) == 1
        else f"{len(documents)}#{_sha256(''.join(documents).encode())}",
        "scorer": scorer,
        **{
            f"answerer.{place}": f"{name}#{identity}" if identity else name
            for place, (name, identity) in enumerate(answerers.items(), start=1)
        },
        **described(settings),
    }
    return Signature(tuple(entries.items()))


def described(settings: object) -> dict[str, str]:
    """Return each field of a dataclass as text by name, but for those whose metadata says ``{"signature": False}``."""
    if not is_dataclass(settings):
        return {}
    return {
        part.name: _text(getattr(settings, part.name))
        for part in fields(settings)
        if part.metadata.get("signature", True)
    }


def of_scorer(scorer: Scorer, spec: str = "") -> str:
    """Return a scorer as text: its spec, or its class with all its fields when it was handed over as an object."""
    kind = type(scorer)
    values = ",".join(f"{key}={text}" for key, text in described(scorer).items())
    return spec or f"{kind.__module__}.{kind.__qualname__}({values})"


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return "" if value is None else str(value)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
