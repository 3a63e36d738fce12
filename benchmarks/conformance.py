"""How far the reading goes: the share of rows of a Recognizers-Text-style file that are read right, by suite.

    python benchmarks/conformance.py FILE.jsonl [--wrong] [--suite NAME]

A row is ``{"suite", "input", "results": [{"text", "start", "resolution": {…}}, …]}``. It is read right when every result is
found at its place with its value and unit, and nothing else of the suite's kind is. Results without a value (a bare
"fahrenheit") are no quantities and are passed over. ``JUDGES`` maps a suite to the function that judges one of its rows.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.model import Bound, Granularity
from qa_eval.reading.dates import read_dates
from qa_eval.reading.numbers.places import read_places
from qa_eval.reading.quantities import Quantity, read_quantities
from qa_eval.reading.units import canonical, convert, dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa_eval.reading.dates import DateValue

CLOSE = Fraction(1, 10**9)  # the files give fifteen digits


@dataclass(frozen=True, slots=True)
class Expected:
    """One result of a row: its place and what it resolves to."""

    start: int
    end: int
    kind: str
    resolution: dict[str, str | None]

    @property
    def value(self) -> Fraction | None:
        """The number, None where there is none."""
        text = (self.resolution.get("value") or "").rstrip("%")
        try:
            return Fraction(text)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file; ``line`` counts from 1."""

    line: int
    suite: str
    text: str
    results: tuple[Expected, ...]
    reference_date: str = ""


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a file."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            results = tuple(
                Expected(one["start"], one["start"] + len(one["text"]), one.get("type", ""), one["resolution"])
                for one in row["results"]
            )
            yield Row(number, row["suite"], row["input"], results, row.get("reference_date", ""))


def equal(read: Fraction | None, wanted: Fraction | None) -> bool:
    """Compare at the files' precision."""
    return read is not None and wanted is not None and abs(read - wanted) <= CLOSE * max(1, abs(wanted))


def overlaps(quantity: Quantity, expected: Expected) -> bool:
    """Say whether the two stand at the same place."""
    return quantity.start < expected.end and expected.start < quantity.end


def matched(
    quantities: list[Quantity], results: list[Expected], same: Callable[[Quantity, Expected], bool]
) -> tuple[bool, list[Quantity]]:
    """Match each result with a quantity at its place; returns whether all are, and the quantities left over."""
    left = list(quantities)
    complete = True
    for expected in results:
        found = next((one for one in left if overlaps(one, expected) and same(one, expected)), None)
        if found is None:
            complete = False
        else:
            left.remove(found)
    return complete, left


def numbers_right(row: Row) -> bool:
    """Numbers and fractions; figures with a unit stuck to them belong to other suites."""
    wanted = [(one.start, one.end, one.value) for one in row.results]
    read = []
    for quantity in read_quantities(row.text):
        if quantity.ordinal:
            continue
        glued = quantity.unit and quantity.text[-1:].isalpha() and " " not in quantity.text.strip()
        here = [one for one in wanted if quantity.start < one[1] and one[0] < quantity.end]
        if glued and not here:
            continue
        read += [value for value in (quantity.value, quantity.high) if value is not None]
    return len(read) == len(wanted) and all(equal(one, other[2]) for one, other in zip(read, wanted, strict=True))


def ordinals_right(row: Row) -> bool:
    """Ordinals ("3rd") and places relative to the end or to here ("last but one", "next")."""
    ordinals = [quantity for quantity in read_quantities(row.text) if quantity.ordinal]
    absolute = [one for one in row.results if one.kind == "ordinal"]
    complete, left = matched(ordinals, absolute, lambda quantity, one: equal(quantity.value, one.value))
    places = [(place.start, place.relative_to, place.offset) for place in read_places(row.text)]
    wanted = sorted(
        (one.start, one.resolution["relativeTo"] or "", int(one.resolution["offset"] or 0))
        for one in row.results
        if one.kind != "ordinal"
    )
    return complete and not left and places == wanted


def of_kind(kinds: set[str], unit_of: Callable[[Expected], set[str]]) -> Callable[[Row], bool]:
    """Judge quantities whose unit measures one of ``kinds`` ("" stands for any kind but the named ones)."""

    def same(quantity: Quantity, one: Expected) -> bool:
        first = quantity.unit.partition(" / ")[0]
        units = {quantity.unit, first, *quantity.other_units}
        value = quantity.value if equal(quantity.value, one.value) else quantity.high
        return equal(value, one.value) and bool(units & unit_of(one))

    def judge(row: Row) -> bool:
        wanted = [one for one in row.results if one.value is not None]
        read = [
            quantity
            for quantity in read_quantities(row.text)
            if quantity.unit and dimension(quantity.unit.partition(" / ")[0]) in kinds
        ]
        complete, left = matched(read, wanted, same)
        return complete and (not left or not kinds - {"time"})

    return judge


def ranges_right(row: Row) -> bool:
    """Ranges and bounds; "(20,35]" is right as one range or as two bounded numbers."""
    wanted: list[str] = []
    for one in row.results:
        low, high = (one.resolution["value"] or ",").strip("[]()").split(",")
        if low and low == high:
            wanted.append(f"={Fraction(low)}")
            continue
        text = one.resolution["value"] or ""
        wanted += [f"{text[0]}{Fraction(low)}"] if low else []
        wanted += [f"{Fraction(high)}{text[-1]}"] if high else []
    read: list[str] = []
    plain: list[str] = []
    for quantity in read_quantities(row.text):
        value = quantity.value
        if quantity.high is not None and not quantity.dated:
            read += [f"[{value}", f"{quantity.high})"]
        elif quantity.bound is Bound.NONE:
            plain.append(f"={value}")
        else:
            read.append(
                {
                    Bound.AT_LEAST: f"[{value}",
                    Bound.MORE_THAN: f"({value}",
                    Bound.UP_TO: f"{value}]",
                    Bound.LESS_THAN: f"{value})",
                }[quantity.bound]
            )
    equalities = [one for one in wanted if one.startswith("=")]
    return sorted(read) == sorted(one for one in wanted if not one.startswith("=")) and all(
        one in plain for one in equalities
    )


def percents_right(row: Row) -> bool:
    """Percentages with a number."""
    wanted = [one for one in row.results if one.value is not None]
    read = [quantity for quantity in read_quantities(row.text) if quantity.unit == "percent"]
    complete, left = matched(read, wanted, lambda quantity, one: equal(quantity.value, one.value))
    return complete and not left


_PHYSICAL = {
    "length", "area", "volume", "mass", "speed", "data", "data rate", "angle", "force", "energy", "power", "pressure", "frequency",
}  # fmt: skip
_MONEY = {
    "Dollar": "USD", "Pound": "GBP", "Franc": "CHF", "Peseta": "ESP", "Finnish markka": "FIM", "Netherlands guilder": "NLG",
    "Cent": "cent", "Pence": "penny", "Penny": "penny", "Rupee": "INR", "Bitcoin": "BTC",
}  # fmt: skip


def money_unit(one: Expected) -> set[str]:
    """Return the units that a currency result may have."""
    name = one.resolution["unit"] or ""
    return {one.resolution.get("isoCurrency") or _MONEY.get(name, name)}


def physical_unit(one: Expected) -> set[str]:
    """Return the canonical unit of a dimension result."""
    name = one.resolution["unit"] or ""
    return {canonical(name.lower()) or name}


def temperature_unit(one: Expected) -> set[str]:
    """Return the unit of a temperature result."""
    return {
        {"C": "degree_Celsius", "F": "degree_Fahrenheit", "K": "kelvin"}.get(one.resolution["unit"] or "", "degree")
    }


def temperatures_right(row: Row) -> bool:
    """Temperatures; degrees that name no scale count only where the suite wants them."""
    wanted = [one for one in row.results if one.value is not None]
    degrees = any("degree" in temperature_unit(one) for one in wanted)
    return of_kind({"temperature", "angle"} if degrees else {"temperature"}, temperature_unit)(row)


_SECONDS = {"year": 365 * 86400, "month": 30 * 86400}  # the files count so; every other unit of time is exact


def durations_right(row: Row) -> bool:
    """Lengths of time, compared in seconds."""

    def seconds(quantity: Quantity) -> Fraction | None:
        factor = _SECONDS.get(quantity.unit)
        return quantity.value * factor if factor else convert(quantity.value, quantity.unit, "second")

    def same(quantity: Quantity, one: Expected) -> bool:
        resolved = one.resolution["FutureResolution"]
        return isinstance(resolved, dict) and equal(seconds(quantity), Fraction(resolved["duration"]))

    read = [quantity for quantity in read_quantities(row.text) if quantity.unit and dimension(quantity.unit) == "time"]
    complete, left = matched(read, list(row.results), same)
    return complete and not left


def dates_right(row: Row) -> bool:
    """Days. One that depends on today ("tomorrow") is right when all its words are kept as a day: nothing is anchored."""
    left = [date for date in read_dates(row.text) if date.granularity is Granularity.DAY]
    for one in row.results:
        found = next((date for date in left if date.start < one.end and one.start < date.end_offset), None)
        words = row.text[one.start : one.end]
        if found is None or not _same_day(found, str(one.resolution["Timex"]), words):
            return False
        left.remove(found)
    return not left


_OPENING = re.compile(r"^(?:on |the )+")


def _same_day(date: DateValue, timex: str, words: str) -> bool:
    if date.relative:
        return _OPENING.sub("", date.text.lower()) == _OPENING.sub("", words.lower())
    return any(reading.edtf() == timex for reading in (date, *date.ambiguous))


JUDGES: dict[str, Callable[[Row], bool]] = {
    "number": numbers_right,
    "ordinal": ordinals_right,
    "percent": percents_right,
    "number-range": ranges_right,
    "age": of_kind(
        {"time"}, lambda one: {"year" if one.resolution["unit"] == "Age" else (one.resolution["unit"] or "").lower()}
    ),
    "currency": of_kind({"money"}, money_unit),
    "dimension": of_kind(_PHYSICAL, physical_unit),
    "temperature": temperatures_right,
    "date": dates_right,
    "duration": durations_right,
}


def main() -> int:
    """Print the share per suite; with --wrong also the rows that are read wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--wrong", action="store_true", help="also print the rows that are read wrong")
    arguments.add_argument("--suite", help="only this suite")
    given = arguments.parse_args()
    right: dict[str, int] = defaultdict(int)
    rows: dict[str, int] = defaultdict(int)
    for row in rows_of(given.file):
        judge = JUDGES.get(row.suite)
        if judge is None or (given.suite and row.suite != given.suite):
            continue
        rows[row.suite] += 1
        if judge(row):
            right[row.suite] += 1
        elif given.wrong:
            wanted = [(row.text[one.start : one.end], one.resolution) for one in row.results]
            print(f"{given.file.name}:{row.line}: {row.suite}: {row.text!r}\n    wanted {wanted}")
    for suite, count in rows.items():
        print(f"{suite:14} {right[suite]:4} of {count:4} = {right[suite] / count:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
