"""The documents that questions are about: read exactly, and only from beside the questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.model import Document

if TYPE_CHECKING:
    from qa_eval.dataset.report import Report
    from qa_eval.dataset.schema import DocumentForm

_WHERE = ("document",)


def read_document(form: DocumentForm, name: str, report: Report) -> Document:
    """Return the document of a dataset; what is wrong with it goes to ``report``."""
    if form.text is not None:
        if form.path is not None:
            report.add((*_WHERE, "path"), "a document has a path or a text, not both", key=True)
        return _checked(Document(name, form.text, form.title), form, report)
    if form.path is None:
        report.add(_WHERE, "the document has neither a path nor a text", "write path: ../seeds/NAME.txt")
        return Document(name, "", form.title)
    path = _inside(form.path, report)
    text = _text(path, report) if path else ""
    document = Document(Path(form.path).stem, text, form.title)
    return _checked(document, form, report) if text else document


def _inside(relative: str, report: Report) -> Path | None:
    where = (*_WHERE, "path")
    folder = Path(report.path).parent.resolve()
    if Path(relative).is_absolute():
        report.add(where, "the document's path has to be relative to this file")
        return None
    path = (folder / relative).resolve()
    if not path.is_relative_to(folder.parent):
        hint = f"keep the document below {folder.parent}"
        report.add(where, "the document lies outside of this file's folder and its parent", hint)
        return None
    return path


def _text(path: Path, report: Report) -> str:
    where = (*_WHERE, "path")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        report.add(where, f"the document is not UTF-8: byte {error.start + 1} of {path}", "save it as UTF-8")
    except OSError as error:
        report.add(where, f"the document cannot be read: {path}: {(error.strerror or str(error)).lower()}")
    return ""


def _checked(document: Document, form: DocumentForm, report: Report) -> Document:
    if form.sha256 is not None and form.sha256.lower() != document.sha256:
        report.add(
            (*_WHERE, "sha256"),
            f"the document has changed: its sha256 is {document.sha256}, the questions were written for {form.sha256}",
            "if the questions still fit, replace the value of sha256 by the document's",
        )
    return document
