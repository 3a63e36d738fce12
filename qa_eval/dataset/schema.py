"""The layout of a questions file, as a form that checks it and from which its JSON Schema is made.

``python -m qa_eval.dataset.schema > qa_eval/dataset/questions.schema.json`` publishes the schema for editors.
Imports pydantic: see ``forms``.
"""

from __future__ import annotations

import json
import sys
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from qa_eval.dataset.forms import Form, Name, Text, wrong
from qa_eval.dataset.question_forms import QUESTION_FORMS, AnyQuestion, Language, PlainQuestion, UntypedQuestion

VERSION = 1


def _schema_number(value: object) -> int:
    if value != str(VERSION):
        raise wrong(f"{{subject}} is {value}, and this version reads {VERSION}", "update qa-eval, or the file")
    return VERSION


class DocumentForm(Form):
    """The document, as a file beside the questions or written here."""

    path: Annotated[Text, Field(description="Relative to this file.")] | None = None
    sha256: (
        Annotated[Text, Field(description="Hex digest of the file, so that a changed document is noticed.")] | None
    ) = None
    text: Text | None = None
    title: Text = ""


class DatasetForm(Form):
    """A questions file of qa_eval."""

    schema_: Annotated[
        Annotated[int, PlainValidator(_schema_number), WithJsonSchema({"const": VERSION})], Field(alias="schema")
    ] = VERSION
    name: Annotated[Name, Field(description="Short name; the file's own when missing.")] = ""
    version: Name = ""
    title: Text = ""
    description: Text = ""
    licence: Text = ""
    language: Language = ""
    document: DocumentForm | None = None
    questions: Annotated[list[AnyQuestion], Field(min_length=1)]


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of a questions file, for completion and checks in editors."""
    schema = DatasetForm.model_json_schema()
    del schema["$defs"][UntypedQuestion.__name__]
    names = [form.__name__ for form in QUESTION_FORMS.values()] + [PlainQuestion.__name__]
    schema["properties"]["questions"]["items"] = {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in names]}
    _drop_noise(schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Questions file of qa_eval"}
    return head | schema


def _drop_noise(part: object) -> None:
    """Drop titles that only repeat a key, and defaults that say nothing."""
    if isinstance(part, dict):
        if isinstance(part.get("title"), str):
            del part["title"]
        if "default" in part and part["default"] in (None, ""):
            del part["default"]
        if {"type": "null"} in part.get("anyOf", ()):
            part.update(part.pop("anyOf")[0])
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _drop_noise(value)


def main() -> None:
    """Print the JSON Schema."""
    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
