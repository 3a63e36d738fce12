"""The prompt that the answerers of chat models share: a system message, and the document and the question for the user's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qa_eval.answerers._web import templates
from qa_eval.errors import SpecError

SYSTEM = """\
Answer the question from the document alone, not from what you know.
Say the answer and nothing else, as short as it can be said: a number with its unit, a date, a name, a few words, or yes or no.
If there are several, list them, separated by commas. If the document does not say, answer exactly: not stated"""
USER = "Document:\n{document}\n\nQuestion: {question}"
SEPARATOR = "\n---\n"


class Prompt(NamedTuple):
    """Two templates with {question}, {document} and {id}; ``system`` may be empty."""

    system: str
    user: str


def read(path: str) -> Prompt:
    """Return the prompt of a file, our own for ""; what stands before a line of three dashes is the system message.

    Raises SpecError for a file that cannot be read, or asks nothing.
    """
    if not path:
        return Prompt(SYSTEM, USER)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(f"option 'prompt' cannot be read from {path!r}: {error}") from None
    system, separator, user = f"\n{text}".partition(SEPARATOR)
    if not separator:
        system, user = "", text
    if "{question}" not in user:
        raise SpecError(f"the prompt {path!r} asks nothing", hint="put {question} into it, and {document}")
    return Prompt(system.strip(), user.strip())


def filled(prompt: Prompt, question: str, document: str, id: str = "") -> Prompt:  # noqa: A002 - the template's own word
    """Return the prompt with a question's values in their places."""
    values = {"question": question, "document": document, "id": id}
    return Prompt(templates.fill(prompt.system, values), templates.fill(prompt.user, values))
