"""The documents that questions are about: read exactly, and only from beside the questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.dataset.sources import nearest_file
from qa_eval.model import Document

if TYPE_CHECKING:
    from qa_eval.dataset.findings import Findings
    from qa_eval.dataset.schema import DocumentForm

LARGEST = 100_000_000  # bytes of a document: each answerer is given all of it
_WHERE = ("document",)


def read_document(form: DocumentForm, name: str, findings: Findings) -> Document | None:
    """Return the document of a dataset, None when it cannot be had; what is wrong with it goes to ``findings``."""
    if form.text is not None:
        if form.path is not None:
            findings.add((*_WHERE, "path"), "a document has a path or a text, not both", key=True)
        return _checked(Document(name, form.text, form.title), form, findings)
    if form.path is None:
        findings.add(_WHERE, "the document has neither a path nor a text", "write path: ../seeds/NAME.txt")
        return None
    path = _inside(form.path, findings)
    text = None if path is None else _text(path, findings)
    return None if text is None else _checked(Document(Path(form.path).stem, text, form.title), form, findings)


def _inside(relative: str, findings: Findings) -> Path | None:
    where = (*_WHERE, "path")
    folder = Path(findings.path).parent.resolve()
    if Path(relative).is_absolute():
        findings.add(where, "the document's path has to be relative to this file")
        return None
    path = (folder / relative).resolve()
    if not path.is_relative_to(folder.parent):
        hint = f"keep the document below {folder.parent}"
        findings.add(where, "the document lies outside of this file's folder and its parent", hint)
        return None
    return path


def _text(path: Path, findings: Findings) -> str | None:
    where = (*_WHERE, "path")
    try:
        if (size := path.stat().st_size) > LARGEST:
            findings.add(where, f"the document has {size:,} bytes, more than {LARGEST:,}", "ask about a part of it")
            return None
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        findings.add(where, f"the document is not UTF-8: byte {error.start + 1} of {path}", "save it as UTF-8")
        return None
    except OSError as error:
        hint = nearest_file(path) if isinstance(error, FileNotFoundError) else ""
        findings.add(where, f"the document cannot be read: {(error.strerror or str(error)).lower()}: {path}", hint)
        return None
    if not text.strip():
        findings.add(where, f"the document is empty: {path}")
        return None
    return text


def _checked(document: Document, form: DocumentForm, findings: Findings) -> Document:
    if form.sha256 is not None and form.sha256.lower() != document.sha256:
        findings.add(
            (*_WHERE, "sha256"),
            f"the document has changed: its sha256 is {document.sha256}, the questions were written for {form.sha256}",
            "if the questions still fit, put the document's sha256 here",
        )
    return document
