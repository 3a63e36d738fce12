"""Lists that are accepted, and short answers that lack an item or have another one instead."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason
from qa_eval.reading.dates.tokens import MEANINGS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.listing import listed_items, one_more
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.lenient.matching import by_initials
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, TITLES, items_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted

_DAYS = frozenset(("month", "weekday"))
PLURAL = 4  # letters that a word and its plural begin with
LONGEST_LIST = 30  # words of an answer; a longer one tells more of others
_NAME = r"(?:the )?[A-Z][\w'’.-]*(?: (?:(?:of|de|da|di|la|von|van|der) ){0,2}[A-Z][\w'’.-]*){0,3}"
_NAMES = regex(rf"{_NAME}(?:, {_NAME})+,? (?:and|&) {_NAME}")  # three or more
_AND = regex(r",? (?:and|&) |, ")
ENDING = 3  # letters that a name and another transcription of it end with
Words: TypeAlias = tuple[str, ...]
PARTS_OF = {"uk": ("england", "scotland", "wales"), "britain": ("england", "scotland", "wales")}


def lacks_an_item(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer lacks an item of a list of three or more: "Kenya and Uganda" for "Kenya, Uganda and Tanzania"."""
    if len(said.words) > SHORT or not asked.wanted or asked.is_where:
        return None
    if all(
        _is_long_list(each)
        and (any(not says(item, said) for item in each.items if item.isdisjoint(TITLES)) or _lacks_a_part(each, said))
        for each in asked.wanted
    ):
        return Decision(0.3, Reason.MISSING_ITEMS, "not every item of the accepted list")
    return None


def _lacks_a_part(wanted: Wanted, said: Said) -> bool:
    """Return whether nothing is said by which items that share a word are told apart: "the left and right ventricles", for two atria too."""
    own = _told_apart(wanted.items)
    if not wanted.text.islower():
        return False  # of persons, the surnames are enough
    if own == list(wanted.items) and not any(one & other for at, one in enumerate(own) for other in own[:at]):
        return False
    parts = frozenset().union(*own)
    if len(own) > TWO and len(parts) < sum(map(len, own)):  # left and right, atrium and ventricle
        parts = frozenset(form for form in parts if sum(form in item for item in own) > 1)
        return any(not _says_some_form(form, said) for form in parts)
    return any(not says(item, said) for item in own)


def _is_long_list(wanted: Wanted) -> bool:
    return len(wanted.items) > TWO and ("and" in wanted.forms or "&" in wanted.text) and "except" not in wanted.forms


def _says_some_form(form: str, said: Said) -> bool:
    """Return whether an answer says a word, in a plural of its own too: "atria"."""
    return says(frozenset((form,)), said) or any(
        each[:PLURAL] == form[:PLURAL] and abs(len(each) - len(form)) <= TWO
        for each in said.content
        if len(form) > PLURAL
    )


def lists_others(asked: Asked, said: Said) -> Decision | None:
    """Decide where three names or more are accepted together, and a sentence lists as many, one of them another: "Vane, Arden and Hale"."""
    if "," not in said.plain or not SHORT < len(said.words) <= LONGEST_LIST or not asked.wanted:
        return None
    if not all(_is_long_list(each) and each.text[-1:].isalnum() for each in asked.wanted):
        return None
    if any(all(says(item, said) for item in each.items) for each in asked.wanted):
        return None
    names = [words_of(name) for found in _NAMES.finditer(said.plain) for name in _AND.split(found[0])]
    ends = {form[-ENDING:] for each in asked.wanted for item in each.items if len(item) == 1 for form in item}
    strange = [name for name in names if all(word.form in SMALL or not is_known(word.form, asked) for word in name)]
    if not any(len(name) > 1 or name[0].form[-ENDING:] not in ends for name in strange):
        return None  # none, or one in another transcription: "Dhuhr", for Zuhr
    return Decision(0.25, Reason.MISSING_ITEMS, "another item instead of an accepted one")


def lacks_one_of_two(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks for two, or for several of them, and a short answer gives one: "France", for England and France.

    Two months or days of the week are what is asked for, however it is asked.
    """
    if len(said.words) > SHORT or not (asked.asks_two or asked.asks_several or all(map(_are_days, asked.wanted))):
        return None
    listed = [each for each in asked.wanted if len(each.items) == TWO]
    if not listed or 2 * len(listed) < len(asked.wanted) or (len(listed) < len(asked.wanted) and not asked.asks_two):
        return None
    if any(all(says(item, said) for item in _told_apart(each.items)) for each in listed):
        return None
    return Decision(0.25, Reason.MISSING_ITEMS, "one of the two that are asked for")


def _told_apart(items: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the items without the words that all of them have, where each has others: blue and white, of two Niles."""
    shared = frozenset.intersection(*items) if items else frozenset()
    own = [item - shared for item in items]
    return own if all(own) else list(items)


def _are_days(wanted: Wanted) -> bool:
    kinds = {MEANINGS.get(form, ("",))[0] for item in wanted.items for form in item}
    return bool(kinds) and kinds <= _DAYS


def has_one_more(asked: Asked, said: Said) -> Decision | None:
    """Decide where a list is accepted and a short answer lists all of it and another one: "red, white and blue", for red and white."""
    if not asked.wanted[0].items or len(said.words) > SHORT:
        return None
    if not all(each.items and not each.head for each in asked.wanted):
        return None
    items = items_of(said.plain)
    if len(items) <= min(len(each.items) for each in asked.wanted) or len(said.content) > len(items) + 1:
        return None
    foreign = [item for item in items if not any(is_known(form, asked) for form in item)]
    if not foreign or any(len(item) > 1 for item in foreign):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "another item besides the accepted ones")


def lists_one_more(asked: Asked, said: Said) -> Decision | None:
    """Decide where a list is accepted and a sentence lists all of it and another one: "Barley, oats and rye were lost", for barley and oats."""
    if "," not in said.plain or len(said.words) > LONGEST_LIST:
        return None
    lists = _lists(tuple(each.text for each in asked.wanted), asked.text)
    if not lists or (asked.is_person and any(len(items) == TWO for items, _ in lists)):
        return None  # people take two founders for all of them, and a third name beside
    if not all(one_more(said.plain, items, asked.text, named=named) for items, named in lists):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "another item besides the accepted ones")


@lru_cache(maxsize=512)
def _lists(texts: tuple[str, ...], question: str) -> tuple[tuple[tuple[tuple[Words], ...], bool], ...]:
    """Return the items of each accepted text, and whether they are names; none where one text is no list."""
    lists = [listed_items(text, question) for text in texts]
    if not all(lists):
        return ()
    return tuple((tuple((key(part),) for part in parts), all(map(_is_name, parts))) for parts in lists)


def _is_name(part: str) -> bool:
    return part.removeprefix("the ")[:1].isupper()


def has_another_item(asked: Asked, said: Said) -> Decision | None:
    """Decide where a list is accepted and a short answer has an item of its own instead of one: "red and green"."""
    if len(said.words) > SHORT or not all(each.items and not each.head for each in asked.wanted):
        return None
    items = items_of(said.plain)
    foreign = (
        any(not any(is_known(form, asked) for form in item) for item in items) if items else is_strange(asked, said)
    )
    if (
        not foreign
        or any(by_initials(each, said) for each in asked.wanted)
        or names_the_whole(asked, said)
        or not all(any(not says(item, said) for item in each.items) for each in asked.wanted)
    ):
        return None
    return Decision(0.2, Reason.PARTIAL, "another item instead of an accepted one")


def says(item: frozenset[str], said: Said) -> bool:
    """Return whether an answer says a word of an item."""
    return any(form in said.bag or any(alike(form, other) for other in said.content) for form in item)


def names_the_whole(asked: Asked, said: Said) -> bool:
    """Return whether an answer names the country that the accepted one is a part of: "Edinburgh, UK" for "Edinburgh, Scotland"."""
    wholes = [whole for whole in PARTS_OF if whole in said.bag]
    return any(part in each.golden for whole in wholes for part in PARTS_OF[whole] for each in asked.wanted)


def names_a_country_of(asked: Asked, said: Said) -> bool:
    """Return whether an answer names a part of the accepted country beside an accepted place: "Kent, England" for "Kent, United Kingdom"."""
    return any(
        whole in each.golden and len(each.golden) > 1 and not said.bag.isdisjoint(parts)
        for whole, parts in PARTS_OF.items()
        for each in asked.wanted
    )


def is_strange(asked: Asked, said: Said, before: int | None = None) -> bool:
    """Return whether an answer has a name, before a word, that neither the question nor an accepted answer has; initials are none."""
    return any(word.capital and len(word.form) > 1 and not is_known(word.form, asked) for word in said.words[:before])


def is_known(form: str, asked: Asked) -> bool:
    """Return whether the question or an accepted answer has a word, in this form or another."""
    return form in SMALL or form in asked.forms or any(form == other or alike(form, other) for other in asked.words)
