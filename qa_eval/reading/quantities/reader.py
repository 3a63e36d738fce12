"""The reader: every number of a text with its unit, its range, the words that limit it and the noun that it counts."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.quantities.dating import is_dated, is_identifier, is_numeric_date, joined_groups_end
from qa_eval.reading.quantities.drafting import dated_number, one_time, quantity_at
from qa_eval.reading.quantities.nouns import TIMES, noun_at
from qa_eval.reading.quantities.per_many import read_per_many
from qa_eval.reading.quantities.prefixes import prefix_at
from qa_eval.reading.quantities.qualifiers import fillers_before, read_after, read_before, read_or_equal
from qa_eval.reading.quantities.quantity import Draft, Quantity
from qa_eval.reading.quantities.ranges import share_unit
from qa_eval.reading.tokens import tokens_of
from qa_eval.reading.units.spellings import rate_at, unit_at

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_DIGITS = frozenset("0123456789")
_CANDIDATES = STARTERS | TIMES
_OPENING = {"(": 1, "[": 1, ")": -1, "]": -1}
MOST = 20_000  # quantities; a text with more of them is no answer, and no more of it is read
_JOINTS = {"-", "/"}
_SHORT, _SHORT_UNITS = 2, frozenset(("km", "cm", "mm", "kg", "mg", "ml", "ft", "mi", "lb"))
_PER, _ARTICLES = {"per", "/"}, {"a", "an"}
_WITHIN, _EACH = {"in", "for"}, {"each", "every"}
_TAKEN_BY = {"per", "a", "an", "each"}
_APIECE, _HUNDREDTHS = {"each", "apiece"}, {"cent", "penny"}
_AGES = {"year", "month", "week", "day"}
_PUNCTUATION = {".", ",", ";", "!", "?", '"', "'", "*", "_", "`", "(", ")", "[", "]"}


def read(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of ``text``, in order."""
    tokens = tokens_of(text)
    drafts = drafts_of(tokens)
    if not drafts:
        return ()
    if "(" not in tokens.words and "[" not in tokens.words:
        return tuple(quantity_of(tokens, draft, parenthesised=False) for draft in drafts)
    depths = list(
        accumulate((_OPENING.get(word, 0) for word in tokens.words), lambda depth, step: max(0, depth + step))
    )
    return tuple(quantity_of(tokens, draft, parenthesised=depths[draft.start] > 0) for draft in drafts)


def read_whole(text: str) -> Quantity | None:
    """Return the quantity that is all of ``text``, but for punctuation, "a total of" and the like; None otherwise."""
    tokens = tokens_of(text)
    drafts = drafts_of(tokens)
    if len(drafts) != 1:
        return None
    draft = drafts[0]
    if draft.unit:
        draft.last = noun_at(tokens, draft.last, measured=True)[1]  # "1,300 km² of territory", "170-mm howitzers"
    elif draft.noun:
        draft.last = _behind_noun(tokens, draft.last)
    draft.last = _behind_rate(tokens, draft.last, draft.unit)
    first = fillers_before(tokens.words, draft.first)
    outside = tokens.words[:first] + tokens.words[draft.last : tokens.count]
    return quantity_of(tokens, draft, parenthesised=False) if all(word in _PUNCTUATION for word in outside) else None


def _behind_noun(tokens: Tokens, index: int) -> int:
    """Return the index behind what the counted things are of: "half a stick of butter"; not "Three Kings of Orient"."""
    what = tokens.written(index + 1)
    return index + 2 if tokens.words[index] == "of" and what.isalpha() and what.islower() else index


def _behind_rate(tokens: Tokens, index: int, unit: str) -> int:
    """Return the index behind what a quantity is taken by: "€2.40 per share", "$12 a head"; what it is by is not read."""
    what = tokens.written(index + 1)
    if tokens.words[index] in _APIECE and index + 1 == tokens.count and (unit.isupper() or unit in _HUNDREDTHS):
        return index + 1  # "87 cents each"
    if tokens.words[index] not in _TAKEN_BY or not what.isalpha() or not what.islower():
        return index
    return index + 2


def drafts_of(tokens: Tokens) -> list[Draft]:
    """Read every quantity, in order, MOST of them at most; one spans "6 ft 1 in" and "10 to 15 km"."""
    words = tokens.words
    found: list[Draft] = []
    free = 0  # the first token that belongs to no quantity yet
    starts = enumerate(words[: tokens.count])
    for index in [
        place for place, word in starts if word in _CANDIDATES or word[0] in _DIGITS or word[0] == "." != word
    ]:
        if index < free:
            continue
        draft, free = _next_draft(tokens, index, found)
        if draft is None:
            continue
        _read_around(tokens, draft, found)
        free = max(free, draft.end)
        found.append(draft)
        if len(found) > 1 and (draft.unit or draft.scale > 1):
            share_unit(tokens, found)
        if len(found) >= MOST:
            break
    return found


def _next_draft(tokens: Tokens, index: int, found: list[Draft]) -> tuple[Draft | None, int]:
    """Read the quantity that begins with the token at ``index``, if one does; also says where to go on."""
    word = tokens.words[index]
    if word in TIMES:
        draft = one_time(tokens, index)
    else:
        if word[0] in _DIGITS:
            skipped = _not_counting(tokens, index, found)
            if skipped > index:
                return None, skipped
        draft = quantity_at(tokens, index, found[-1].end if found else 0)
    if draft is None:
        return None, index + 1
    return None if draft.identifier else draft, max(draft.end, index + 1)


def _not_counting(tokens: Tokens, index: int, found: list[Draft]) -> int:
    """Return the index behind a token that belongs to a name, an address or a date in digits; ``index`` if it counts."""
    if (
        tokens.glued(index)
        and is_identifier(tokens, index)
        and prefix_at(tokens, index, found[-1].end if found else 0) is None
    ):
        return index + 1
    if tokens.words[index + 1] not in _JOINTS:
        return index
    end = is_numeric_date(tokens, index)
    if end > index:
        found += [dated_number(tokens, place) for place in range(index, end, 2)]
        return end
    return joined_groups_end(tokens, index)


def _read_around(tokens: Tokens, draft: Draft, found: list[Draft]) -> None:
    """Read the words around: the noun, what limits the quantity, and whether it is part of a date."""
    words = tokens.words
    if draft.unit in _AGES:
        _read_age(words, draft)
    elif words[draft.start - 1] in {"age", "aged"} and not draft.unit and draft.digits and not draft.ordinal:
        draft.unit = "year"
        draft.first -= 1
    if words[draft.last]:
        _read_behind(tokens, draft)
    before = found[-1] if found else None
    if not draft.unit and not draft.fraction:
        after_date = before is not None and before.dated and before.end >= draft.start - 1
        if draft.dated or is_dated(tokens, draft, after_date=after_date):
            draft.dated, draft.noun, draft.last = True, "", draft.end
    if draft.first:
        read_before(words, draft)
        read_or_equal(words, draft)
        if before is not None and draft.first < before.end:
            draft.first = draft.start


def _read_behind(tokens: Tokens, draft: Draft) -> None:
    """Read the noun that is counted, and the limits before and behind it: "12,000 or more troops", "12,000 troops a day"."""
    words = tokens.words
    if read_after(words, draft, draft.last) and not draft.unit and not draft.ordinal:
        _read_unit_behind_limit(tokens, draft)
    if not draft.unit and not draft.ordinal and not draft.dated:
        halved = (
            draft.fraction
            and not draft.digits
            and words[draft.last] in {"a", "an"}
            and tokens.written(draft.last + 1).islower()
        )
        draft.noun, end = noun_at(tokens, draft.last + halved)  # "half an onion"
        if not draft.noun and words[draft.last] in _WITHIN and words[draft.last + 1] in _EACH:
            rate = rate_at(tokens, draft.last + 1)
            if rate is not None:  # "3,500 in each litre"
                draft.unit, draft.end, draft.last = rate.name, rate.end, rate.end
        elif not draft.noun and (words[draft.last] in _PER or words[draft.last] in _ARTICLES):
            rate = rate_at(tokens, draft.last)
            if rate is not None and (
                words[draft.last] in _PER or words[rate.end] in _PUNCTUATION or not words[rate.end]
            ):
                draft.unit, draft.end, draft.last = (
                    rate.name,
                    rate.end,
                    rate.end,
                )  # "1,062 per square mile", "40 an hour"
        elif draft.noun:
            draft.last = end
            rate = rate_at(tokens, end)
            if rate is not None:
                draft.unit, draft.end, draft.last = rate.name, rate.end, rate.end
    _read_of_how_many(tokens, draft)
    if draft.last > draft.end:
        read_after(words, draft, draft.last)


def _read_of_how_many(tokens: Tokens, draft: Draft) -> None:
    """Take in of how many of what a number is told: "3.4 deaths per 100,000 people"."""
    if not draft.unit and not draft.ordinal and read_per_many(tokens, draft, draft.last):
        draft.last = noun_at(tokens, draft.last)[1]


def _read_unit_behind_limit(tokens: Tokens, draft: Draft) -> None:
    """Take in the unit behind "or more" and the like: "5 or more years", "100+ kg"; "5 or more in all" has none."""
    word = tokens.words[draft.last]
    unit = unit_at(tokens, draft.last) if len(word) > _SHORT or word in _SHORT_UNITS else None
    if unit is not None:
        draft.unit, draft.other_units = unit.name, unit.others
        draft.end = draft.last = unit.end


def _read_age(words: list[str], draft: Draft) -> None:
    """Take in "old", "-old", "of age" behind a time."""
    index = draft.last + (words[draft.last] == "-")
    if words[index] in {"old", "olds"}:
        draft.last = index + 1
    elif words[index : index + 2] == ["of", "age"]:
        draft.last = index + 2


def quantity_of(tokens: Tokens, draft: Draft, *, parenthesised: bool) -> Quantity:
    """Freeze a draft."""
    start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
    return Quantity(
        draft.value,
        draft.high,
        draft.unit,
        draft.noun,
        draft.step,
        draft.bound,
        draft.approximate,
        draft.ordinal,
        draft.negated,
        parenthesised,
        start,
        end,
        tokens.text[start:end],
        draft.alternatives,
        draft.other_units,
        draft.dated,
    )
