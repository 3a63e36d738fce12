"""Times of day and elapsed times, as a clock shows them or as people say them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from qa_eval.reading.notations.notation import Found

_HALF_DAY = 12 * 60
_DAY = 2 * _HALF_DAY
_HOURS = {word: hour for hour, word in enumerate(CARDINALS[1:13], 1)}
_MINUTES = {"quarter": 15, "a quarter": 15, "half": 30} | {word: minute for minute, word in enumerate(CARDINALS[2:], 2)}
for _tens, _word in enumerate(TENS[:4], 2):
    _MINUTES |= {_word: 10 * _tens}
    _MINUTES |= {f"{_word}{mark}{CARDINALS[one]}": 10 * _tens + one for one in range(1, 10) for mark in "- "}
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_MINUTE = "|".join(sorted(_MINUTES, key=len, reverse=True))
_HALF = (
    r"(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|(?:in the|this|that) (?:early |late )?(?:morning|afternoon|evening)"
    r"|at night|(?:the )?next morning)"
)
_NAMED = "noon|midday|midnight"
_BEGIN = r"(?:(?<![\w:.,/])|(?<=\d\dt)(?=\d\d:))"  # "2024-05-02T14:30"
_UNTIL = regex(r"\s*(?:to|-|until|till|and|through)\s*")
_PATTERNS = tuple(
    regex(_BEGIN + pattern)
    for pattern in (
        rf"(?P<minute>{_MINUTE}|\d{{1,2}}(?= min| past\b))(?: min(?:ute)?s?)? (?P<way>past|after|to|before) (?:{_HOUR}(?: o'clock)?\b(?:,? {_HALF})?|(?P<twelve>{_NAMED})\b)",
        rf"(?:12 |twelve )?(?P<named>{_NAMED})\b",
        rf"{_HOUR}[:.h](?P<minute>[0-5]\d)(?P<seconds>:[0-5]\d)?(?![:.,]?\d)\s?{_HALF}",
        rf"{_HOUR}[:h](?P<minute>[0-5]\d)(?P<seconds>:[0-5]\d)?(?![:.,]?\d)(?:\s?(?:h|hrs|hours)\b)?(?!\s?[ap]\.?m\b)",
        r"(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d) ?(?:h|hrs|hours)\b",
        rf"half (?P<half_past>{'|'.join(_HOURS)})\b(?:,? {_HALF})?",
        rf"{_HOUR}(?:[ -](?P<minute>{_MINUTE}))? ?{_HALF}",
        rf"{_HOUR} o'clock\b(?:,? {_HALF})?",
        r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:h|hrs|hours)\b",
        rf"(?<=\bat ){_HOUR}(?=\s*(?:[.,;!?)](?!\d)|$|(?:on|every|daily|each|local|sharp|tonight|today|tomorrow)\b))",
    )
)
_ELAPSED = regex(
    r"(?<![\w:.,/-])(?P<first>\d{1,3})(?P<mark>[:'h])(?P<second>[0-5]\d)(?:(?:[:'m])(?P<third>[0-5]\d))?"
    r"(?:(?:''|\")(?P<behind>\d{1,3})|(?P<part>\.\d{1,4})?(?:''|\"|s)?)(?![:\w])"
)


# "2h 31m 8s", "4h 12' 37\"", "14m52.3s"
_SPELT = regex(
    r"(?<![\w.])(?:(?P<hours>\d{1,3})\s?h(?:rs?|ours?)?(?:,?\s+and\s+|,?\s*)(?P<minutes>[0-5]?\d)\s?(?:m(?:ins?|inutes?)?\b|m(?=\d)|'(?!'))(?:(?:,?\s+and\s+|,?\s*)(?P<seconds>[0-5]?\d(?:\.\d{1,4})?)\s?(?:s(?:ecs?|econds?)?\b|\"|''))?"
    r"|(?P<only_minutes>\d{1,3})\s?m(?:ins?|inutes?)?\s*(?P<with_seconds>[0-5]?\d(?:\.\d{1,4})?)\s?s(?:ecs?|econds?)?\b)"
)


_SHARED = regex(
    _BEGIN
    + r"(?:between |from )?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?:-|to|and|until|till)\s*(?P<until>\d{1,2})(?:[:.](?P<until_minute>[0-5]\d))?\s?"
    + _HALF
)
# "ten to four in the afternoon" is ten minutes before, "from ten to four" is none
_WORD_HOUR = "|".join(_HOURS)
_SHARED_IN_WORDS = regex(
    _BEGIN
    + rf"(?:between (?P<hour>{_WORD_HOUR}) and|from (?P<start>{_WORD_HOUR}) (?:to|until|till)|(?P<open>{_WORD_HOUR}) (?:until|till)) (?P<until>{_WORD_HOUR})(?: o'clock)? {_HALF}"
)


def times_of_day(text: str) -> Iterator[Found]:
    """Yield the times of day in a lower-case text; from one to another is one of two values."""
    spans = list(_shared_halves(text))
    yield from spans
    found = [
        each for each in _single_times(text) if not any(start < each[2] and each[1] < end for _, start, end in spans)
    ]
    found.sort(key=lambda each: each[1])
    place = 0
    while place < len(found):
        values, start, end = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        if after is not None and _UNTIL.fullmatch(text, end, after[1]):
            both = [(*one, *other) for one in values for other in after[0]]
            yield (
                frozenset(_forward(both) if len(after[0]) == 1 else both),
                start,
                after[2],
            )
            place += 2
        else:
            yield values, start, end
            place += 1


def _shared_halves(text: str) -> Iterator[Found]:
    """Yield the spans whose morning or evening is told once: "between 2 and 4 pm", "from 2 to 4 in the afternoon"."""
    for match in _SHARED.finditer(text):
        late = int(match["until"]) * 60 + int(match["until_minute"] or 0)
        early = int(match["hour"]) * 60 + int(match["minute"] or 0)
        if early // 60 <= 12 and late // 60 <= 12:  # noqa: PLR2004 - hours of a half day
            yield frozenset([_in_one_half(early, late, match["half"])]), *match.span()
    for match in _SHARED_IN_WORDS.finditer(text):
        early, late = _HOURS[match["hour"] or match["start"] or match["open"]], _HOURS[match["until"]]
        yield frozenset([_in_one_half(early * 60, late * 60, match["half"])]), *match.span()


def _in_one_half(early: int, late: int, half: str) -> tuple[Fraction, Fraction]:
    """Return a span whose end is in the half of the day that is told, and whose beginning is the last such time before."""
    end, begin = _in_half(Fraction(late), half), _in_half(Fraction(early), half)
    return begin if begin < end else (begin + _HALF_DAY) % _DAY, end


def _forward(pairs: list[tuple[Fraction, ...]]) -> list[tuple[Fraction, ...]]:
    """Return the spans that end later on the same day, else those that end on the next."""
    return [pair for pair in pairs if pair[0] < pair[1]] or pairs


def _single_times(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            times = _minutes(match.groupdict())
            if times:
                taken.append(match.span())
                yield frozenset((time,) for time in times), *match.span()


def _minutes(said: dict[str, str | None]) -> tuple[Fraction, ...]:
    """Return the minutes since midnight that are meant: two where morning or evening is left open, none for no time."""
    if named := said.get("named"):
        return (Fraction(0 if named == "midnight" else _HALF_DAY),)
    if past := said.get("half_past"):  # "half six", as the British say it
        said = {**said, "hour": past, "minute": "half"}
    minute = _MINUTES.get(said.get("minute") or "") or int(said.get("minute") or 0)
    minute = -minute if said.get("way") in ("to", "before") else minute
    if twelve := said.get("twelve"):
        return (Fraction((minute if twelve == "midnight" else _HALF_DAY + minute) % _DAY),)
    written = said["hour"] or ""
    hour = _HOURS.get(written) or int(written)
    seconds = int((said.get("seconds") or ":0")[1:])
    time = hour * 60 + minute + Fraction(seconds, 60)
    half = said.get("half") or ""
    if hour > 24 or not 0 <= time <= _DAY or (half and hour > 12 and not half.startswith("p")):  # noqa: PLR2004 - hours of a clock
        return ()
    if half:
        return (_in_half(time, half),)
    open_half = 1 <= hour < 12 and not written.startswith("0")  # noqa: PLR2004 - see above
    return (time % _DAY, (time + _HALF_DAY) % _DAY) if open_half else (time % _DAY,)


def _in_half(time: Fraction, half: str) -> Fraction:
    late = half.startswith("p") or "afternoon" in half or "evening" in half
    if half == "at night":
        late = time % _HALF_DAY >= 6 * 60
    return time % _HALF_DAY + (_HALF_DAY if late else 0)


def elapsed_times(text: str) -> Iterator[Found]:
    """Yield the elapsed times in a lower-case text, in seconds: "2:01:09", "1:43.5", and durations in words and units."""
    taken = []
    spelt = {match.start(): match for match in _SPELT.finditer(text)}
    for match in spelt.values():
        taken.append(match.span())
        minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or match["only_minutes"])
        rest = Fraction(match["seconds"] or match["with_seconds"] or 0)
        yield frozenset([(minutes * 60 + rest,)]), *match.span()
    for match in _ELAPSED.finditer(text):
        if match.start() not in spelt:
            taken.append(match.span())
            yield frozenset((seconds,) for seconds in _seconds(match)), *match.span()
    for figure in read_quantities(text):
        seconds = convert(figure.value, figure.unit, "second") if figure.unit and figure.high is None else None
        if seconds is None or any(figure.start < end and start < figure.end for start, end in taken):
            continue
        yield frozenset(((seconds,),)), figure.start, figure.end


def _seconds(match: re.Match[str]) -> tuple[Fraction, ...]:
    first, second = int(match["first"]), int(match["second"])
    part = Fraction(match["part"] or f".{match['behind'] or 0}")
    if match["third"]:
        return (first * 3600 + second * 60 + int(match["third"]) + part,)
    hours, minutes = Fraction(first * 3600 + second * 60), first * 60 + second + part
    if match["mark"] == "h":
        return (hours,)
    return (minutes,) if part or match["mark"] == "'" else (minutes, hours)
