"""Logs of inspect_ai, .eval and .json: what the model said to each sample, by the sample's id."""

from __future__ import annotations

import json
import struct
import zipfile
from typing import TYPE_CHECKING, Any

from qa_eval.model import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIRST_EPOCH = 1
ZSTANDARD = 93  # zip's number for it
LOCAL_HEADER = struct.Struct("<4s5H3L2H")  # what stands before a member: its last two fields are lengths


class Output:
    """inspect_ai's logs; where samples were repeated, the first epoch counts."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell an archive by its suffix, a JSON log by its first keys."""
        if path.suffix.lower() == ".eval":
            return True
        return head.lstrip().startswith(b"{") and b'"eval":' in head and b'"status":' in head and b'"version":' in head

    def answers(self, path: Path) -> Iterator[tuple[str, str | Failure | None, str]]:
        """Yield each sample's completion, or the error that it ended with; None where it has neither."""
        for place, sample in _samples(path):
            if sample.get("epoch", _FIRST_EPOCH) == _FIRST_EPOCH:
                yield str(sample.get("id")), _said(sample), place


def _samples(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if path.suffix.lower() != ".eval":
        whole = json.loads(path.read_bytes())
        for number, sample in enumerate(whole.get("samples") or [], 1):
            yield f"sample {number}", sample
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(
                name for name in archive.namelist() if name.startswith("samples/") and name.endswith(".json")
            )
            for name in names:
                yield name, json.loads(_read(path, archive, name))
    except zipfile.BadZipFile as error:
        raise ValueError(f"the file is no log of inspect_ai: {error}") from error


def _read(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member of the archive; Zstandard, which zipfile learns with Python 3.14, is unpacked by pyarrow."""
    member = archive.getinfo(name)
    if member.compress_type != ZSTANDARD:
        return archive.read(member)
    import pyarrow as pa  # noqa: PLC0415 - heavy, and older logs do without it

    with path.open("rb") as file:
        file.seek(member.header_offset)
        header = file.read(LOCAL_HEADER.size)
        *_, name_length, extra_length = LOCAL_HEADER.unpack(header)
        file.seek(name_length + extra_length, 1)
        packed = file.read(member.compress_size)
    try:
        return bytes(pa.decompress(packed, decompressed_size=member.file_size, codec="zstd"))
    except (OSError, pa.ArrowInvalid) as error:
        raise ValueError(f"{name} is broken: {error}") from error


def _said(sample: dict[str, Any]) -> str | Failure | None:
    output = sample.get("output") or {}
    if error := sample.get("error") or output.get("error"):
        return Failure("exception", str(error.get("message") or error) if isinstance(error, dict) else str(error))
    if not output.get("choices"):
        return None
    completion = output.get("completion")
    if isinstance(completion, str):
        return completion
    content = ((output["choices"][0] or {}).get("message") or {}).get("content")
    if isinstance(content, list):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else None
