"""Data sets of the Hugging Face hub, or of a folder laid out like one: ``hf:owner/name[:config]@split[?key=value&…]``.

The revision is pinned before anything is read. No code of a data set is ever run: ``datasets`` reads data files only, and it
is never told to trust any.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from qa_eval.dataset.sources import HUB as PREFIX
from qa_eval.errors import SpecError, UsageError, did_you_mean
from qa_eval.files import plain_name
from qa_eval.importing.origins import VERSION_LENGTH, Origin, content_of, digest_of, row_of
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 400  # characters of what the library says
OPTIONS = ("revision", "shape", "mapping", "streaming", "limit", "language")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHAPE = "hf:owner/name[:config]@split, or hf:./folder@split"
_TABLES = ("csv", "parquet")  # of which a text cell may hold several values
_TRUE = {"true", "yes", "1", "on"}


@value
class Asked:
    """What a spec asks for; ``limit`` None means all, ``streaming`` None means: a folder streams, a hub's set is cached."""

    path: str
    config: str = ""
    split: str = ""
    revision: str = ""
    shape: str = ""
    mapping: str = ""
    streaming: bool | None = None
    limit: int | None = None
    language: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether the data set is a folder of this machine."""
        return Path(self.path).is_dir()


def read_spec(spec: str) -> Asked:
    """Read a spec. Raises SpecError for one that cannot be meant.

    >>> read_spec("hf:rajpurkar/squad:plain_text@validation?revision=main")
    Asked(path='rajpurkar/squad', config='plain_text', split='validation', revision='main', shape='', mapping='', streaming=None, limit=None, language='')
    """
    whole, _, query = spec.removeprefix(PREFIX).partition("?")
    options = dict(parse_qsl(query, keep_blank_values=True))
    for key in options:
        if key not in OPTIONS:
            raise SpecError(f"{PREFIX} has no option {key!r}", hint=did_you_mean(key, OPTIONS))
    where, _, split = whole.partition("@")
    path, _, config = where.partition(":")
    if not path:
        raise SpecError(f"{spec} names no data set", hint=f"as in {_SHAPE}")
    limit = options.get("limit")
    if limit is not None and not limit.isdecimal():
        raise SpecError(f"option 'limit' of {PREFIX} takes a whole number, got {limit!r}")
    streaming = options.get("streaming")
    return Asked(
        path,
        config,
        split,
        options.get("revision", ""),
        options.get("shape", ""),
        options.get("mapping", ""),
        None if streaming is None else streaming.lower() in _TRUE,
        None if limit is None else int(limit),
        options.get("language", ""),
    )


def origin(asked: Asked) -> Origin:
    """Return the records of a data set, pinned to a revision.

    Raises UsageError when the hub cannot be reached, when there is no such data set, configuration or split, or when it
    would have to run code of its own.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # read when the library is imported
    import datasets  # noqa: PLC0415 - takes two seconds

    datasets.disable_progress_bars()
    if not asked.is_folder and (asked.path.startswith((".", "/")) or asked.path.count("/") > 1):
        raise UsageError(f"there is no folder {asked.path}", hint=f"as in {_SHAPE}")
    revision = _of_folder(asked) if asked.is_folder else _commit(asked)
    streaming = asked.streaming if asked.streaming is not None else asked.is_folder
    commit = None if asked.is_folder else revision or None
    try:
        with _from_cache_alone(not revision):
            split = asked.split or _only_split(asked, commit)
            rows = datasets.load_dataset(
                asked.path, asked.config or None, split=split, streaming=streaming, revision=commit
            )
    except UsageError:
        raise
    except Exception as error:
        raise _explained(asked, error) from error
    revision = revision or _cached(rows)
    return Origin(_pinned(asked, split, revision), _name(asked, split), _short(revision), _records(asked, rows))


def _records(asked: Asked, rows: Any) -> Iterator[Any]:
    as_content = row_of if rows.info.builder_name in _TABLES else content_of
    try:
        for row in rows:
            yield as_content(row)
    except (OSError, ValueError) as error:
        raise _explained(asked, error) from error


def _of_folder(asked: Asked) -> str:
    """Return the revision of a folder: the digest of its files. Raises UsageError when another one is asked for."""
    files = [path for path in sorted(Path(asked.path).rglob("*")) if path.is_file() and ".git" not in path.parts]
    revision = f"sha256-{digest_of(*files)}"
    if asked.revision and asked.revision != revision:
        raise UsageError(
            f"the files of {asked.path} have changed: their revision is {revision}", hint=f"not {asked.revision}"
        )
    return revision


def _commit(asked: Asked) -> str:
    """Return the commit that a revision names; "" when the hub is out of reach and none is given: the cache then says it."""
    if _COMMIT.fullmatch(asked.revision):
        return asked.revision
    from huggingface_hub import HfApi  # noqa: PLC0415 - see above
    from huggingface_hub.errors import RepositoryNotFoundError, RevisionNotFoundError  # noqa: PLC0415 - see above

    try:
        return str(HfApi().dataset_info(asked.path, revision=asked.revision or None).sha)
    except (RepositoryNotFoundError, RevisionNotFoundError) as error:
        raise _explained(asked, error) from error
    except Exception as error:  # its clients raise what they like where there is no hub
        if asked.revision:
            raise UsageError(
                f"the hub cannot be reached to look {asked.revision!r} up: {_one_line(error)}",
                hint="give the whole commit: ?revision= and its 40 digits",
            ) from error
        return ""


@contextmanager
def _from_cache_alone(needed: bool) -> Iterator[None]:
    """Keep the libraries from asking, again and again, a hub that is out of reach."""
    if not needed:
        yield
        return
    from unittest.mock import patch  # noqa: PLC0415 - puts settings back as they were, whatever happens

    with (
        patch("datasets.config.HF_HUB_OFFLINE", new=True),
        patch("huggingface_hub.constants.HF_HUB_OFFLINE", new=True),
    ):
        yield


def _cached(rows: Any) -> str:
    """Return the commit that a data set in the cache was taken from: a folder of the cache bears its name."""
    files = [str(file.get("filename")) for file in getattr(rows, "cache_files", ())]
    found = next((part for file in files for part in Path(file).parts if _COMMIT.fullmatch(part)), "")
    if not found:
        raise UsageError("the hub cannot be reached, and the cache does not say the revision", hint="add ?revision=")
    return found


def _only_split(asked: Asked, commit: str | None) -> str:
    import datasets  # noqa: PLC0415 - see above

    names = datasets.get_dataset_split_names(asked.path, asked.config or None, revision=commit)
    if len(names) == 1:
        return str(names[0])
    raise UsageError(f"{asked.path} has several splits", hint=f"add one of them: {', '.join(f'@{n}' for n in names)}")


def _explained(asked: Asked, error: Exception) -> UsageError:
    said = _one_line(error)
    if "script" in said.lower():
        return UsageError(
            f"{asked.path} would have to run code of its own, which is never done: {said}",
            hint="look for a version of it in Parquet, as in ?revision=refs/convert/parquet",
        )
    if type(error).__name__ in ("RepositoryNotFoundError", "RevisionNotFoundError", "DatasetNotFoundError"):
        at = f" at {asked.revision}" if asked.revision else ""
        return UsageError(f"the hub has no data set {asked.path}{at}", hint="a private one needs HF_TOKEN")
    if isinstance(error, ConnectionError):
        return UsageError(
            f"the hub cannot be reached for {asked.path}: {said}",
            hint="a folder with the same files is read as hf:./folder@split",
        )
    return UsageError(f"{asked.path} cannot be loaded: {said}", hint=f"as in {_SHAPE}")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:LONGEST] or type(error).__name__


def _pinned(asked: Asked, split: str, revision: str) -> str:
    given = {"shape": asked.shape, "mapping": asked.mapping, "limit": asked.limit, "language": asked.language}
    options = {"revision": revision, **{key: value for key, value in given.items() if value not in ("", None)}}
    config = f":{asked.config}" if asked.config else ""
    return f"{PREFIX}{asked.path}{config}@{split}?{urlencode(options, safe='/.')}"


def _name(asked: Asked, split: str) -> str:
    parts = [Path(asked.path).resolve().name if asked.is_folder else asked.path.rpartition("/")[2], asked.config, split]
    return plain_name("-".join(part for part in parts if part), "dataset")


def _short(revision: str) -> str:
    return revision.removeprefix("sha256-")[:VERSION_LENGTH]
