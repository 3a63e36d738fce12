"""JSON: a questions file in the layout of the YAML one, or a list of questions in the plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.dataset.textfiles import text_of
from qa_eval.formats import Content, Parsed
from qa_eval.formats._faults import problem, repeated_key
from qa_eval.formats._marks import Mark, MarkedText, Source, json_mark, repeated_keys

if TYPE_CHECKING:
    from pathlib import Path

    from qa_eval.errors import Problem


class Format:
    """JSON files (.json)."""

    def read(self, path: Path) -> Parsed:
        """Read the file; a list is taken for the list of questions."""
        problems: list[Problem] = []
        text = text_of(path, problems.append)
        source = Source(text)
        twice: list[str] = []
        content: Content = None
        if text.strip() and not problems:
            try:
                content = json_value(text, twice.append)
            except JsonTextError as fault:
                problems.append(problem(str(path), source, fault.offset, fault.message))
        if twice:
            problems += [repeated_key(str(path), source, *found) for found in repeated_keys(json_mark(text))]
        if isinstance(content, list):
            content = {"questions": content}
            return Parsed(content, MarkedText(source, lambda: _wrapped(json_mark(text))), tuple(problems))
        return Parsed(content, MarkedText(source, lambda: json_mark(text)), tuple(problems))


def _wrapped(questions: Mark) -> Mark:
    return Mark(questions.offset, {"questions": questions}, {"questions": questions.offset})
