"""Answers kept for other runs: an SQLite file that processes share. Opt-in; it holds no keys and no failures.

An entry is found again when everything is the same that an answer may depend on: the answerer's spec and identity (its
configuration, prompt or source), the question with its id and tags, the document, the repetition, and this version.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import __version__
from qa_eval.errors import UsageError
from qa_eval.model import Prediction, Tokens
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import JsonValue, Request

SCHEMA = 1  # 1: first published form
BUSY = 10.0  # seconds to wait for another process that writes
DAY = 86_400.0
_MADE = """
create table if not exists answers (
  key text primary key, answerer text not null, question text not null, repeat integer not null, answer text not null,
  seconds real not null, tokens text, details text, created real not null, used real not null, hits integer not null
) without rowid
"""


@value
class Entry:
    """One kept answer. ``created`` and ``used`` are seconds since 1970."""

    key: str
    answerer: str
    question: str
    repeat: int
    answer: str
    created: float
    used: float
    hits: int


def default_path() -> Path:
    """Return where answers are kept when nobody says: in the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "qa-eval" / "answers.sqlite"


def key_of(answerer: str, identity: str, request: Request, repeat: int) -> str:
    """Return the hex SHA-256 of everything that the answer may depend on."""
    parts = [__version__, answerer, identity, request.question, request.id, *request.tags, str(repeat)]
    document = hashlib.sha256(request.document.encode("utf-8", "surrogatepass")).hexdigest()
    whole = json.dumps([document, request.document_id, *parts])
    return hashlib.sha256(whole.encode("ascii")).hexdigest()


class Cache:
    """An open cache; one process may open it several times, several processes may at once.

    Raises UsageError when the file is none, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._base = sqlite3.connect(path, timeout=BUSY, isolation_level=None, check_same_thread=False)
            found = self._base.execute("pragma user_version").fetchone()[0]
            if found not in {0, SCHEMA}:
                raise UsageError(
                    f"{path} is a cache of schema {found}, this version reads {SCHEMA}", hint="name another"
                )
            self._base.execute("pragma journal_mode = wal")
            self._base.execute("pragma synchronous = normal")
            self._base.execute(_MADE)
            self._base.execute(f"pragma user_version = {SCHEMA}")

    def get(self, key: str) -> Prediction | None:
        """Return what is kept, marked ``{"cached": true}`` in its details and with no attempts; None when nothing is."""
        with self._explained():
            row = self._base.execute(
                "select answer, seconds, tokens, details from answers where key = ?", (key,)
            ).fetchone()
            if row is None:
                return None
            self._base.execute("update answers set hits = hits + 1, used = ? where key = ?", (time.time(), key))
        answer, seconds, tokens, details = row
        return Prediction(
            json.loads(answer),
            seconds,
            Tokens(*json.loads(tokens)) if tokens else None,
            0,
            details={**(json.loads(details) if details else {}), "cached": True},
        )

    def put(self, key: str, answerer: str, question: str, repeat: int, said: Prediction) -> None:
        """Keep an answer, unless it failed. A text is kept as JSON, so that lone surrogates survive."""
        if said.text is None:
            return
        tokens = json.dumps([said.tokens.prompt, said.tokens.completion]) if said.tokens else None
        details = json.dumps(dict(said.details)) if said.details else None
        now = time.time()
        texts = (answerer, json.dumps(question), repeat, json.dumps(said.text))
        with self._explained():
            self._base.execute(
                "insert or ignore into answers values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (key, *texts, said.seconds, tokens, details, now, now),
            )

    def entries(self, words: str = "", limit: int = -1) -> Iterator[Entry]:
        """Yield what is kept, newest first: all of it, or what has ``words`` in its answerer, question, answer or key."""
        sought = f"%{json.dumps(words)[1:-1]}%"
        with self._explained():
            rows = self._base.execute(
                "select key, answerer, question, repeat, answer, created, used, hits from answers"
                " where answerer like ?1 or question like ?1 or answer like ?1 or key like ?1"
                " order by created desc, key limit ?2",
                (sought, limit),
            ).fetchall()
        for key, answerer, question, repeat, answer, *rest in rows:
            yield Entry(key, answerer, json.loads(question), repeat, json.loads(answer), *rest)

    def answerers(self) -> Sequence[tuple[str, int, int, float]]:
        """Return by answerer how many answers are kept, how often they were used, and when last."""
        with self._explained():
            return self._base.execute(
                "select answerer, count(*), sum(hits), max(used) from answers group by answerer order by answerer"
            ).fetchall()

    def prune(self, *, unused_days: float = 0.0, answerer: str = "") -> int:
        """Forget what was not used for so many days, and is of ``answerer`` where one is named; return how many went."""
        with self._explained():
            gone = self._base.execute(
                "delete from answers where used <= ? and (? = '' or answerer = ?)",
                (time.time() - DAY * unused_days, answerer, answerer),
            ).rowcount
            self._base.execute("vacuum")
        return gone

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError) as error:
            raise UsageError(f"{self.path} cannot be used as a cache: {error}", hint="name another file") from error


def opened(path: Path) -> closing[Cache]:
    """Open a cache that exists. Raises UsageError when there is none."""
    if not path.is_file():
        raise UsageError(f"there is no cache at {path}", hint="a run makes one: qa-eval run … --cache")
    return closing(Cache(path))


def to_json(entry: Entry) -> dict[str, JsonValue]:
    """Return an entry as a JSON object."""
    return {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
