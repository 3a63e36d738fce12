"""What every form of a questions file is made of: text, choices, and mappings that know their keys.

Imports pydantic: only what loads or describes a dataset may import this module, and only when it does so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from qa_eval.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails


def wrong(message: str, hint: str = "") -> PydanticCustomError:
    """Return an error for a value of the right kind that cannot be meant; the message begins with what is wrong."""
    return PydanticCustomError("wrong", "{message}", {"message": message, "hint": hint})


def _spoken(value: str) -> str:
    if not value.strip():
        raise wrong("{subject} is empty")
    return value


def _one_line(value: str) -> str:
    if value != value.strip() or not value.isprintable():
        raise wrong("{subject} has spaces around it or characters that do not print")
    return _spoken(value)


_TEXT_OR_NUMBER = {"type": ["string", "number"]}
Text = Annotated[str, AfterValidator(_spoken), WithJsonSchema(_TEXT_OR_NUMBER)]
Name = Annotated[str, AfterValidator(_one_line), WithJsonSchema(_TEXT_OR_NUMBER)]


def one_of(choices: Sequence[str]) -> BeforeValidator:
    """Return a validator that names the nearest choice when a text is none of them."""

    def check(value: object) -> object:
        if isinstance(value, str) and value not in choices:
            raise wrong(f'{{subject}} cannot be "{value}"', did_you_mean(value, choices))
        return value

    return BeforeValidator(check)


def shape(value: object) -> str:
    """Return the tag of a value's shape, by which a union of forms is told apart; what has none counts as text."""
    return "<list>" if isinstance(value, list) else "<mapping>" if isinstance(value, dict) else "<text>"


class _Empty:
    """Stands for a value that is not there, since None would be taken for a key that is not there."""

    def __str__(self) -> str:
        return "nothing"


EMPTY = _Empty()


class Form(BaseModel):
    """A mapping with known keys."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @model_validator(mode="wrap")
    @classmethod
    def _explain_unknown_keys(cls, data: object, handler: ValidatorFunctionWrapHandler) -> Self:
        try:
            form: Self = handler(cls.with_values(data) if isinstance(data, dict) and None in data.values() else data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not any(_is_unknown_key(detail) for detail in details):
                raise
            raise ValidationError.from_exception_data(cls.__name__, cls._with_known_keys(details)) from None
        return form

    @classmethod
    def with_values(cls, data: dict[str, object]) -> dict[str, object]:
        """Return the mapping with a value for each key; a key that has none is an error, not a missing one."""
        return {key: EMPTY if value is None else value for key, value in data.items()}

    @classmethod
    def key_names(cls) -> list[str]:
        """Return the keys as they stand in a file."""
        return [field.alias or name for name, field in cls.model_fields.items()]

    @classmethod
    def _with_known_keys(cls, details: list[ErrorDetails]) -> list[InitErrorDetails]:
        """Name the key that an unknown one is a misspelling of; that one is then not missing as well."""
        missing = {
            str(detail["loc"][0]) for detail in details if detail["type"] == "missing" and len(detail["loc"]) == 1
        }
        meant = set()
        result = []
        for detail in details:
            if _is_unknown_key(detail):
                key = str(detail["loc"][0])
                hint = did_you_mean(key, missing) if missing else ""
                hint = hint if hint.startswith("did") else did_you_mean(key, cls.key_names())
                meant.add(hint.partition('"')[2].rstrip('"?'))
                result.append(_detail(PydanticCustomError("unknown_key", "{hint}", {"hint": hint}), detail))
            elif detail["type"] in ("wrong", "unknown_key"):
                kind = PydanticCustomError(detail["type"], "{hint}", detail["ctx"])
                result.append(_detail(kind, detail))
            else:
                result.append(_detail(detail["type"], detail))
        return [d for d in result if not (d["type"] == "missing" and len(d["loc"]) == 1 and d["loc"][0] in meant)]


def _is_unknown_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1


def _detail(kind: str | PydanticCustomError, detail: ErrorDetails) -> InitErrorDetails:
    made = InitErrorDetails(type=kind, loc=detail["loc"], input=detail["input"])
    if "ctx" in detail:
        made["ctx"] = detail["ctx"]
    return made
