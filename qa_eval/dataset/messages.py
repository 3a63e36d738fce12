"""What pydantic found wrong with a file's content, said in the words of a questions file."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

from qa_eval.dataset.findings import subject
from qa_eval.dataset.forms import EMPTY
from qa_eval.dataset.question_forms import QUESTION_FORMS, PlainQuestion
from qa_eval.dataset.tables import ANSWERS
from qa_eval.errors import did_you_mean
from qa_eval.importing import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from qa_eval.dataset.findings import Findings
    from qa_eval.formats import Content, Where

_WANTED = {
    "string_type": "text",
    "list_type": "a list",
    "model_type": "a mapping",
    "bool_type": "true or false",
}
_INDEX = ("Unnamed: ", "__index_level_")  # begins what pandas calls a column without a name
_TAG = re.compile("<[a-z_]+>")
_NOUNS = {"<text>": "text", "<list>": "a list", "<mapping>": "a mapping"}


def report_all(error: ValidationError, content: Content, findings: Findings) -> dict[Where, set[str]]:
    """Add every error to ``findings``, at its place in the file.

    Return what is wrong by the key of the file, or the question, that it is in: the keys of the question, and those that are
    likely to be meant by unknown ones.
    """
    if isinstance(content, dict) and "questions" not in content and (shape := published(content)):
        hint = f"`qa-eval import {shlex.quote(findings.path)}` writes a questions file of it"
        findings.add((), f"the file is no questions file, but a published set of the shape {shape}", hint)
        return {("questions",): set()}
    wrong: dict[Where, set[str]] = {}
    extra: dict[str, list[Where]] = {}
    for detail in error.errors(include_url=False):
        where = tuple(step for step in detail["loc"] if not _TAG.fullmatch(str(step)))
        owner = where[:2] if where[:1] == ("questions",) else where[:1]
        wrong.setdefault(owner, set()).update(map(str, where[2:3]), _meant(where, detail))
        if detail["type"] == "missing":
            message, hint = _missing(where, content)
            findings.add(where[:-1], message, hint)
        elif (
            detail["type"] == "unknown_key"
            and "<untyped>" in detail["loc"]
            and where[-1] == _called(_part(where[:-1], content))
        ):
            continue  # that the answers are missing says it
        elif detail["type"] == "unknown_key" and "<plain>" in detail["loc"]:
            extra.setdefault(str(where[-1]), []).append(where)
        elif detail["type"] == "unknown_key":
            message, hint = _unknown_key(where, detail, content)
            findings.add(where, message, hint, key=True)
        else:
            message, hint = _wrong_value(where, detail)
            findings.add(where, message, hint)
    for key, places in extra.items():
        _report_extra(key, places, findings)
    return wrong


def _meant(where: Where, detail: ErrorDetails) -> Iterator[str]:
    """Yield the key of the file or of a question that an unknown one is nearest to, if one is near."""
    if detail["type"] == "unknown_key" and len(where) in (1, 3):
        said, _, key = str(detail["ctx"]["hint"]).partition('"')
        if said.startswith("did"):
            yield key.rstrip('"?')


def _report_extra(key: str, places: list[Where], findings: Findings) -> None:
    """Add one problem for a key that rows of the plain form share and nobody knows."""
    times = f" in {len(places)} questions" if len(places) > 1 else ""
    hint = did_you_mean(key, PlainQuestion.key_names())
    if key.startswith(_INDEX):
        hint = "it is the index of a data frame: save the table with index=False"
    findings.add(places[0], f'unknown key "{key}"{times}', hint, key=True)


def _called(question: Content) -> str:
    """Return the key under which a question without ``answers`` holds what may be meant by them, "" where it has none."""
    if not isinstance(question, dict) or "answers" in question:
        return ""
    return next((key for key in ANSWERS if key in question), "")


def _part(where: Where, content: Content) -> Content:
    for step in where:
        if isinstance(content, dict) and isinstance(step, str):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
    return content


def _owner(where: Where, content: Content) -> str:
    part = _part(where, content)
    if len(where) == 2 and isinstance(part, dict) and isinstance(part.get("id"), str):  # noqa: PLR2004 - ("questions", n)
        return f'question "{part["id"]}"'
    return subject(where)


def _missing(where: Where, content: Content) -> tuple[str, str]:
    """Say what has no such key; a question without a type is more often one of the plain form, written otherwise."""
    owner, key, part = _owner(where[:-1], content), where[-1], _part(where[:-1], content)
    if key != "type" or len(where) != 3 or not isinstance(part, dict):  # noqa: PLR2004 - ("questions", n, "type")
        return f'{owner} has no "{key}"', ""
    types = ", ".join(QUESTION_FORMS)
    called = _called(part)
    if not called and "answers" not in part:
        return (
            f'{owner} has no "answers"',
            f'write "answers": ["…"], empty where the document does not say; or a type of {types}',
        )
    if "answers" in part:
        return (
            f'{owner} has no "type"',
            f'leave "answer" out, as "answers" are given; or "answers", and give it a type of {types}',
        )
    said = part[called]
    shown = json.dumps(said, ensure_ascii=False) if isinstance(said, str) and len(said) < 60 else '"…"'  # noqa: PLR2004 - longer would hide the rest
    if called != "answer":
        return f'{owner} has no "answers"', f'write "answers": [{shown}] in the place of "{called}"'
    return (
        f'{owner} has no "type"',
        f'write "answers": [{shown}] in the place of "answer", or give it a type of {types}',
    )


def _unknown_key(where: Where, detail: ErrorDetails, content: Content) -> tuple[str, str]:
    key = str(where[-1])
    owner = _part(where[:-1], content)
    kind = owner.get("type") if isinstance(owner, dict) else None
    owners = [name for name, form in QUESTION_FORMS.items() if key in form.key_names()]
    if kind == "unanswerable" and owners:
        return f'an unanswerable question has no "{key}"', "remove it, or change the type"
    if len(where) == 3 and owners and kind in QUESTION_FORMS:  # noqa: PLR2004 - ("questions", n, key)
        return f'"{key}" is for questions of type {", ".join(owners)}; this one is {kind}', ""
    return f'unknown key "{key}"', str(detail["ctx"]["hint"])


def _wrong_value(where: Where, detail: ErrorDetails) -> tuple[str, str]:
    name, value, context = subject(where), detail["input"], detail.get("ctx", {})
    if value is EMPTY or value is None:
        return f"{name} is empty", "give it a value, or remove it"
    if detail["type"] == "wrong":
        return str(context["message"]).replace("{subject}", name), str(context["hint"])
    if detail["type"] == "too_short":
        return f"{name} has no entries", ""
    if detail["type"] == "union_tag_invalid":
        expected = " or ".join(noun for tag, noun in _NOUNS.items() if tag in context["expected_tags"])
        return f"{name} should be {expected}, not {_kind(value)}", _advice(expected, value)
    wanted = _WANTED.get(detail["type"], "")
    if not wanted:
        return f"{name}: {detail['msg']}", ""
    return f"{name} should be {wanted}, not {_kind(value)}", _advice(wanted, value)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    names = ((str, "text"), (list, "a list"), (dict, "a mapping"))
    return next((name for kind, name in names if isinstance(value, kind)), f"a value of type {type(value).__name__}")


def _advice(wanted: str, value: object) -> str:
    if "text" in wanted and isinstance(value, bool):
        return f'quote it: "{str(value).lower()}"'
    if wanted == "text" and isinstance(value, dict) and len(value) == 1:
        return 'text that contains ": " needs quotes'
    if "a list" in wanted and isinstance(value, str):
        from qa_eval.reading.lists import split_items  # noqa: PLC0415 - only this hint needs it

        items = ", ".join(f'"{item}"' for item in split_items(value) or (value,))
        return f"write it in brackets: [{items}]" if len(value) < 60 else "write it in brackets"  # noqa: PLR2004 - longer would hide the rest
    return ""
