"""The forms of a tolerance: ``exact``, a mapping, or text: ``abs=5 km rel=1%``, or the mapping as it would be written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import (
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from qa_eval.dataset.forms import Form, wrong
from qa_eval.errors import did_you_mean
from qa_eval.model import Tolerance

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

_NUMBER = re.compile(r"[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?")
_PART = re.compile(r"([a-z]+)=")
_KEY = re.compile(r"""["']?([a-z]+)["']?\s*:""")
_MOST_DIGITS = 30
_FORMS = 'write exact, or as in {rel: "1%"}, {abs: "5 km"}, {sigfig: 2}, {decimals: 1}, {range: [1290, 1310]}; as text, rel=1%'


def _number(text: str, example: str) -> Decimal:
    found = _NUMBER.fullmatch(text.strip())
    if not found or not any(character.isdigit() for character in text):
        raise wrong(f'{{subject}} should be a number, not "{text}"', f"write it as in {example}")
    if len(text) > _MOST_DIGITS:
        raise wrong(f"{{subject}} has more than {_MOST_DIGITS} digits")
    return Decimal(text.strip().replace(",", "").replace("−", "-"))


def _positive(number: Decimal, text: str) -> Decimal:
    if number < 0:
        raise wrong(f"{{subject}} cannot be negative: {text}")
    return number


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("{subject} should be a number")
    return value


def _amount(value: object) -> tuple[Decimal, str]:
    text = _text(value).strip()
    digits = _NUMBER.match(text)
    number = digits.group() if digits else ""
    return _positive(_number(number or text, 'abs: 5, or with its unit abs: "5 km"'), text), text[len(number) :].strip()


def _share(value: object) -> Decimal:
    text = _text(value).strip()
    if text.endswith("%"):
        return _positive(_number(text[:-1], 'rel: 0.01 or rel: "1%"'), text) / 100
    share = _positive(_number(text, 'rel: 0.01 or rel: "1%"'), text)
    if share >= 1:
        raise wrong(f"{{subject}} of {text} would accept {share * 100} % off", f'for {text} per cent write "{text}%"')
    return share


def _whole(least: int) -> PlainValidator:
    def read(value: object) -> int:
        text = _text(value)
        if not text.isascii() or not text.isdigit() or not least <= int(text[:9]) <= _MOST_DIGITS:
            raise wrong(f"{{subject}} should be a whole number from {least} to {_MOST_DIGITS}, not {text}")
        return int(text)

    return PlainValidator(read)


def _ends(value: object) -> tuple[Decimal, Decimal]:
    ends = value if isinstance(value, list) else []
    if len(ends) != 2 or not all(isinstance(end, str) for end in ends):  # noqa: PLR2004 - the two ends of a range
        raise wrong("{subject} should be a list of two numbers", "write it as in range: [1290, 1310]")
    low, high = (_number(str(end), "range: [1290, 1310]") for end in ends)
    if low > high:
        raise wrong(f"{{subject}} runs backwards, from {low} to {high}", f"write range: [{high}, {low}]")
    return low, high


class ToleranceForm(Form):
    """How far a quantity may be off; only ``abs`` and ``rel`` go together."""

    abs: (
        Annotated[
            tuple[Decimal, str],
            PlainValidator(_amount),
            WithJsonSchema(
                {
                    "type": ["string", "number"],
                    "description": 'How much it may be off: 5 or "5 km"; 0.5 of "$63.8 million" is half a million.',
                }
            ),
        ]
        | None
    ) = None
    rel: (
        Annotated[
            Decimal,
            PlainValidator(_share),
            WithJsonSchema({"type": ["string", "number"], "description": 'Share of the answer: 0.01 or "1%".'}),
        ]
        | None
    ) = None
    sigfig: (
        Annotated[
            int,
            _whole(1),
            WithJsonSchema({"type": "integer", "minimum": 1, "description": "Equal when rounded to so many digits."}),
        ]
        | None
    ) = None
    decimals: (
        Annotated[
            int,
            _whole(0),
            WithJsonSchema({"type": "integer", "minimum": 0, "description": "Equal when rounded to so many decimals."}),
        ]
        | None
    ) = None
    range: (
        Annotated[
            tuple[Decimal, Decimal],
            PlainValidator(_ends),
            WithJsonSchema(
                {
                    "type": "array",
                    "items": {"type": "number"},
                    "minItems": 2,
                    "maxItems": 2,
                    "description": "Lowest and highest accepted value, both included.",
                }
            ),
        ]
        | None
    ) = None

    @model_validator(mode="after")
    def _check_combination(self) -> Self:
        given = [key for key in self.key_names() if getattr(self, key) is not None]
        if not given:
            raise wrong("{subject} is empty", f"give one of: {', '.join(self.key_names())}")
        if len(given) > 1 and given != ["abs", "rel"]:
            raise wrong(f"{' and '.join(given)} do not go together", "only abs and rel do; keep one of them")
        return self

    def tolerance(self) -> Tolerance:
        """Return the value that scorers use."""
        absolute, unit = self.abs or (None, "")
        low, high = self.range or (None, None)
        return Tolerance(
            absolute=_plain(absolute),
            absolute_unit=unit,
            relative=_plain(self.rel),
            significant=self.sigfig,
            decimals=self.decimals,
            low=_plain(low),
            high=_plain(high),
        )


def _plain(number: Decimal | None) -> Decimal | None:
    """Return one writing for equal numbers: 0.010 and 1 % are 0.01."""
    if number is None:
        return None
    return Decimal(format(number.normalize(), "f"))


def _read_line(text: str) -> Tolerance:
    line = text.strip()
    if line == "exact":
        return Tolerance(exact=True)
    in_braces = line.startswith("{") and line.endswith("}")
    pieces = _KEY.split(line[1:-1]) if in_braces else _PART.split(line)
    if pieces[0].strip() or len(pieces) == 1:
        raise wrong(f'{{subject}} cannot be read: "{text}"', _FORMS)
    parts: dict[str, object] = {}
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if key not in ToleranceForm.key_names():
            raise wrong(f'{{subject}} has no part "{key}"', did_you_mean(key, ToleranceForm.key_names()))
        bare = value.strip().removesuffix(",").strip("\"' ") if in_braces else value.strip()
        parts[key] = [end.strip() for end in bare.strip("[]").split(",")] if key == "range" else bare
    return ToleranceForm.model_validate(parts).tolerance()


def _read(value: object) -> Tolerance:
    if isinstance(value, dict):
        return ToleranceForm.model_validate(value).tolerance()
    if isinstance(value, str):
        return _read_line(value)
    raise wrong("{subject} cannot be read", _FORMS)


class _ToleranceSchema:
    """Tells pydantic how a tolerance is read, and how its forms look in the JSON Schema."""

    @staticmethod
    def __get_pydantic_core_schema__(_source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read)

    @staticmethod
    def __get_pydantic_json_schema__(_schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, object]:
        line = {"type": "string", "description": '"exact", or in one line as in "abs=5 km rel=1%".'}
        return {"anyOf": [line, ToleranceForm.model_json_schema()]}


ToleranceValue = Annotated[Tolerance, _ToleranceSchema]
