"""Number words of a language in digits: "zweiundzwanzigtausend", "quatre-vingt-dix-sept", "двадцять одна тисяча"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.languages.tables import any_of, flat, texts
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GAP = regex(r"[ \u00a0-]")
TEN, HUNDRED, THOUSAND = 10, 100, 1000
_SCORES = (60, 80)
_LONGEST = 200  # letters of a number in one word


class Spelled:
    """The number words of a language, and how they join."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self._values = {form: int(value) for form, value in flat(data["numbers"]).items()}
        self._large = {form: int(value) for form, value in flat(data.get("large")).items()}
        self._joiners = frozenset(each.lower() for each in texts(data.get("joiners", [])))
        self._articles = frozenset(each.lower() for each in texts(data.get("articles", [])))
        self._glued = flat(data.get("glued"))
        self._glue = re.compile(rf"(?<!\w)(?P<number>[^\W_]+?)-?(?P<glued>{any_of(self._glued)})(?!\w)", re.IGNORECASE)
        thousands = any_of(form for form, value in self._values.items() if value == THOUSAND)
        self._thousands = re.compile(rf"(?<![\w.,])(\d{{1,3}}(?:\.\d+)?)[ \u00a0](?:{thousands})(?!\w)", re.IGNORECASE)
        self._longest = max(map(len, self._values), default=0)
        self._parts = lru_cache(maxsize=4096)(self._parts_of)

    def in_digits(self, text: str) -> str:
        """Return the text with every number in words written in digits; an article that may be a one stays an article."""
        text = self._glue.sub(self._unglued, self._thousands.sub(r"\1 thousand", text))
        pieces: list[str] = []
        done = 0
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            end, values = self._run(text, words, place)
            first = words[place][0].casefold()
            if not values or (end == place + 1 and first in self._articles):
                place += 1
                continue
            pieces += [text[done : words[place].start()], str(_total(values))]
            done = words[end - 1].end()
            place = end
        return "".join([*pieces, text[done:]]) if pieces else text

    def _run(self, text: str, words: list[re.Match[str]], place: int) -> tuple[int, list[int]]:
        """Return where the number that begins at a word ends, and the values of its parts."""
        values: list[int] = []
        multiple: list[int] = []  # "million" counts once more of the number follows it; 2 million stays so
        end = place
        waiting = False
        for index in range(place, len(words)):
            if index > place and not _GAP.fullmatch(text[words[index - 1].end() : words[index].start()]):
                break
            word = words[index][0].casefold()
            if word in self._joiners and values:
                waiting = True
                continue
            large = self._large.get(word)
            if large and values and large > max(values):
                multiple.append(large)
                continue
            parts = self._parts(word)
            if not parts or not _goes_on([*values, *multiple], parts, joined=waiting):
                break
            values += [*multiple, *parts]
            multiple = []
            end, waiting = index + 1, False
        return end, values

    def _unglued(self, match: re.Match[str]) -> str:
        """Return a number with what is glued to it set apart: "zweimal" is 2 times, "dreieinhalb" 3.5."""
        number = match["number"].casefold()
        parts = (int(number),) if number.isdecimal() else self._parts(number)
        return self._glued[match["glued"].lower()].replace("…", str(_total(parts))) if parts else match[0]

    def _parts_of(self, word: str) -> tuple[int, ...]:
        """Return the values of the number words that a word is made of; empty when it is no number."""
        if len(word) > _LONGEST:
            return ()
        best: list[tuple[int, ...] | None] = [None] * (len(word) + 1)
        best[0] = ()
        for start in range(len(word)):
            so_far = best[start]
            if so_far is None:
                continue
            for stop in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = word[start:stop]
                if piece in self._values and (best[stop] is None or len(so_far) < len(best[stop] or ())):
                    best[stop] = (*so_far, self._values[piece])
                elif so_far and stop < len(word) and (piece in self._joiners or piece == "-") and best[stop] is None:
                    best[stop] = so_far
        return best[-1] or ()


def _goes_on(values: list[int], parts: tuple[int, ...], *, joined: bool) -> bool:
    """Return whether further parts belong to a number: "five thousand two", but not "two, three" or "five two"."""
    if not values:
        return True
    last, following = values[-1], parts[0]
    if last == TEN and values[-2:-1] and values[-2] in _SCORES:
        return following < TEN  # "quatre-vingt dix sept"
    if following >= HUNDRED:
        return following > last or last >= THOUSAND
    if joined and last < HUNDRED:
        return last >= 20 and following < 20  # noqa: PLR2004 - "veinte y uno", not "two and three"
    return following < last if last >= HUNDRED else last >= 20 and following < 20  # noqa: PLR2004 - tens, then units


def _total(values: Sequence[int]) -> int:
    """Return the number that parts make: a larger one multiplies what stands before it, a smaller one is added."""
    total = group = 0
    for value in values:
        if value >= THOUSAND:
            total += max(group, 1) * value
            group = 0
        elif value == HUNDRED and group:
            group = group // HUNDRED * HUNDRED + (group % HUNDRED or 1) * HUNDRED if group < THOUSAND else group + value
        else:
            group += value
    return total + group
