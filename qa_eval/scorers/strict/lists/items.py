"""Lists: each item once, no other, in any order unless the order is asked for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qa_eval.classic import list_figures, prepare_list
from qa_eval.model import Reason
from qa_eval.reading.asked_for import asks_for_order
from qa_eval.reading.calendar import DAYS
from qa_eval.reading.hedges import HedgeKind
from qa_eval.reading.lists import split_items
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes, strip_frame
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, Wording, key, without_article
from qa_eval.scorers.strict.lists.acts import act_of, asks_for_options, asks_not, bids, unled
from qa_eval.scorers.strict.lists.denied import without_denied
from qa_eval.scorers.strict.lists.ends import ends_of
from qa_eval.scorers.strict.lists.fronted import FRONTED, named_behind
from qa_eval.scorers.strict.lists.item import is_torn, item_of
from qa_eval.scorers.strict.lists.joins import joined, placed_together
from qa_eval.scorers.strict.lists.placings import in_asked_order
from qa_eval.scorers.strict.names.compounds import COLOURS
from qa_eval.scorers.strict.parts.doers import names_in
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, ListAnswer, Question

# the beginning of what is said beside a list and is no item of it
_ASIDE = regex(
    r"(?:as|according|citing|cited|reported|which|who|where|because|since|so|all|both|respectively|in|for|from|to|with|"
    r"at|by|on|near|close to|under|that|this|these|it|they|among|including|thereby|thus|in total|etc)\b",
    re.IGNORECASE,
)
LONGEST_LIST = 100_000  # characters; more is no list
Words: TypeAlias = "tuple[str, ...]"
# where something lies: "Belgium to the west and north"
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western".split()  # noqa: SIM905 - a word list reads best as one text
)
_CHOOSING = frozenset(("or", "vs", "versus", "may", "might", "could", "can"))
_SEVERAL = 2
_SEVERAL_WERE = regex(r"(?:,|\band)\s[^,]+\s(?:is|are|was|were)\s*$", re.IGNORECASE)
_DAYS = frozenset(f"{day}{more}" for day in DAYS for more in ("", "s"))  # fmt: skip
# "It can be a solid, a liquid or a gas" and "Call a doctor for fever, rash or a stiff neck" name all three
_CAN_BE = regex(r"\b(?:can|may|could) be (?:an? )?\w|\A\W*(?:call|see) [^.;]*\b(?:for|if|with) ", re.IGNORECASE)
_SHARED_HEAD = regex(rf"(?:{'|'.join(sorted(COLOURS))}|gold|silver) [a-z]+s", re.IGNORECASE)
_OR = regex(r",?\s+(?:or|nor)\s+", re.IGNORECASE)
_ALL_BUT = regex(
    r"\b(?:all|every|any|each|anything|everything|everyone|everybody)\b[^,.;]{0,30}?\b(?:but|except(?: for)?|apart from)\b",
    re.IGNORECASE,
)
_WIDTH = LONGEST_LIST  # more than a part has characters: orders places within parts
_LONGEST_ITEM = 40  # characters of an item that another word may name
_MOST_ITEMS = 500  # an answer of more is no list that a person would read


class Found(NamedTuple):
    """What of a list was found in an answer: the place of each accepted item, and the other items that it names."""

    places: dict[int, int]
    extra: list[str]
    denied: list[str]


class ItemsGold:
    """The accepted items of one question."""

    def __init__(self, question: Question, answer: ListAnswer) -> None:
        self.shown = answer.text
        self.ordered = answer.ordered or asks_for_order(question.text)
        self.items = tuple(item_of(question, names) for names in answer.items)
        self.own = frozenset(name for item in self.items for name in item.keys)
        self.standard = prepare_list(answer.items)
        self.keep = tuple(name for names in answer.items for name in names if is_torn(name))
        self.texts = frozenset(key(text) for text in question.accepted)
        self.acts = (
            {}
            if any(not name[:1].islower() for names in answer.items for name in names)
            else {act_of(n): i for i, item in enumerate(answer.items) for n in item}
        )
        self.asks_not = asks_not(question.text)
        self.negative = self.asks_not or asks_for_options(question.text)
        self.question = question.text
        self.question_words = frozenset(key(question.text))
        self.ends = ends_of(question.text)
        self.asked_of = names_in(f" {question.text}") - frozenset(word for name in self.own for word in name)
        self.measured = any(word[0].isdecimal() or word in STARTERS for name in self.own for word in name)
        self.are_days = all(word in _DAYS for name in self.own for word in name)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer's items to the accepted ones; the value is the F1 of the items."""
        told, text = text, self._joined(text)
        if not self.negative:
            text = without_denied(text, self.own)
        if self.acts:
            text = unled(text, negative=self.negative)
            text = _OR.sub(", ", text) if self.asks_not and len(text) <= SHORT else text
        bare = strip_frame(text)
        wording = Wording(bare)
        if without_article(wording.words) in self.texts:
            return Relation(Reason.SAME_ITEMS, f"the accepted list, {self.shown}", shown(bare), 1.0, certain=True)
        parts = self._parts(text, bare)
        if not parts:
            return Relation(Reason.UNREADABLE, f"no item in the answer, accepted {self.shown}", "", 0.0)
        if len(parts) > _MOST_ITEMS:
            return Relation(Reason.EXTRA_ITEMS, f"names {len(parts):,} items, accepted {self.shown}", shown(bare), 0.0)
        keys = [key(part) for part in parts]
        if len(keys[-1]) == _SEVERAL and len(parts) > 1 and _SHARED_HEAD.fullmatch(parts[-1]):
            keys[-1] = keys[-1][:1]  # "green, white and red stripes"
        found = self._found(parts, keys, wording, document)
        read = "; ".join(shown(part) for part in parts[:20])
        against = self._against(told, wording, found, read) if found.places else None
        if against is not None:
            return against
        certain = len(wording.words) <= sum(map(len, keys)) + len(keys)
        return self._judged(found, read, certain=certain)

    def _joined(self, text: str) -> str:
        """Return an answer with its items side by side: in the order that it tells, where one is asked for."""
        order = in_asked_order(text, [item.keys for item in self.items], self.question) if self.ordered else []
        if order:
            return ", ".join(self.items[place].names[0] for place in order)
        return joined(placed_together(text, self.question), self.own, len(self.items), self.keep)

    def _against(self, told: str, wording: Wording, found: Found, read: str) -> Relation | None:
        """Return what speaks against an answer, ``told``, that names accepted items; None for nothing."""
        if _ALL_BUT.search(wording.text):
            return Relation(Reason.CONTRADICTION, f"names them as those that are not, accepted {self.shown}", read, 0.0)
        if self.acts and self.asks_not and bids(told):
            return Relation(Reason.CONTRADICTION, f"says that it is done, accepted {self.shown}", read, 0.0)
        whole = len(found.places) == len(self.items) and _CAN_BE.search(told) is not None
        if self.negative or whole or not _leaves_choice(wording):
            return None
        starts = [start for name in self.own for start, _ in wording.find(name)]
        choices = [hedge for hedge in wording.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
        if not any(choice.start <= start < choice.end for choice in choices for start in starts):
            return None
        return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open, accepted {self.shown}", read, self._value(found))

    def _parts(self, text: str, bare: str) -> tuple[str, ...]:
        parts = _split(text, self.keep)
        if len(parts) > 1 and all(key(part) in self.own for part in parts):
            return parts
        return self._fronted(bare) or self._led(text, bare, parts)

    def _led(self, text: str, bare: str, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Return the items of a text; where what leads in names one of them, that is no lead: "Norway won gold, Sweden silver"."""
        lead = bare.partition(parts[0])[0] if parts else ""
        if not lead or not (any(map(Wording(lead).find, self.own)) or _is_done_to(lead, parts[0])):
            return parts
        return split_items(text, self.keep, led=False)

    def _fronted(self, bare: str) -> tuple[str, ...]:
        """Return the items of a sentence that begins with them, and the names behind: "Kane and Rashford were taken off"."""
        said = FRONTED.fullmatch(bare) if len(bare) <= SHORT else None
        if said is None:
            return ()
        parts = _split(said["items"], self.keep)
        if len(parts) < _SEVERAL or not all(key(part) in self.own for part in parts):
            return ()
        known = self.question_words.union(*self.own)
        others = named_behind(said["rest"], self.question)
        return (*parts, *(other for other in others if not known.issuperset(key(other))))

    def classic(self, text: str) -> tuple[bool, float]:
        """Return DROP's exact match and F1 of the answer's items; of an overlong answer, its beginning is looked at."""
        return list_figures(_split(text[:LONGEST_LIST], self.keep) or (text[:LONGEST_LIST],), self.standard)

    def _judged(self, found: Found, read: str, *, certain: bool) -> Relation:
        """Relate what was found; ``certain``: the answer says nothing beside the items that could decline to answer."""
        missing = [item.names[0] for position, item in enumerate(self.items) if position not in found.places]
        value = self._value(found)
        if missing:
            also = f"; names {_listed(found.extra)} instead" if found.extra else ""
            if found.denied and not set(missing) - set(found.denied):
                return Relation(Reason.CONTRADICTION, f"denies {_listed(missing)}{also}", read, value)
            return Relation(Reason.MISSING_ITEMS, f"does not name {_listed(missing)}{also}", read, value)
        if found.extra:
            return Relation(Reason.EXTRA_ITEMS, f"names {_listed(found.extra)} as well", read, value)
        order = [found.places[position] for position in range(len(self.items))]
        if self.ordered and order != sorted(order):
            said = sorted(range(len(self.items)), key=lambda position: found.places[position])
            names = ", ".join(self.items[position].names[0] for position in said)
            return Relation(Reason.WRONG_ORDER, f"the right items in another order: {names}", read, value)
        return Relation(Reason.SAME_ITEMS, "every item of the accepted list, and no other", read, 1.0, certain=certain)

    def _value(self, found: Found) -> float:
        return 2 * len(found.places) / (len(self.items) + len(found.places) + len(found.extra))

    def _found(self, parts: Sequence[str], keys: Sequence[Words], wording: Wording, document: Document | None) -> Found:
        """Match parts and items: equal words first, then what is read as the same, then items inside longer parts."""
        places: dict[int, int] = {}
        left: list[tuple[int, str]] = []
        for place, (part, words) in enumerate(zip(parts, keys, strict=True)):
            equal = [position for position, item in enumerate(self.items) if words in item.keys]
            equal = equal or ([self.acts[act]] if (act := act_of(part)) in self.acts else [])
            position = next((each for each in equal if each not in places), None)
            if position is not None:
                places[position] = place * _WIDTH
            elif not equal:
                left.append((place, part))
        denied: list[str] = []
        extra = [part for place, part in left if not self._take(place, part, places, denied, document)]
        self._take_within(wording, len(parts), places)
        return Found(places, [part for part in extra if self._counts(part, places)], denied)

    def _take(
        self, place: int, part: str, places: dict[int, int], denied: list[str], document: Document | None
    ) -> bool:
        """Match a part with every item that it names; return whether it names any, also one that it denies."""
        inside = Wording(part)
        near = [position for position, item in enumerate(self.items) if item.may_be(inside.words)]
        for position in near:
            if self.items[position].gold.relate(part, document).reason in ACCEPTED:
                places.setdefault(position, place * _WIDTH)
                return True
        taken = False
        for position in near:
            item = self.items[position]
            spans = [] if item.is_figure else [span for name in item.keys for span in inside.find(name)]
            if spans and all(inside.denies(span) for span in spans):
                denied.append(item.names[0])
                taken = True
            elif spans and self._several(inside):
                places.setdefault(position, place * _WIDTH + min(spans)[0] % _WIDTH)
                taken = True
        return taken or self._take_kindred(place, part, places)

    def _take_kindred(self, place: int, part: str, places: dict[int, int]) -> bool:
        """Match a part with an item that it names by another word or a sign."""
        if len(part) > _LONGEST_ITEM or (not self.measured and any(map(str.isdecimal, part))):
            return False
        from qa_eval.scorers.strict.lists.kindred import is_kindred  # noqa: PLC0415 - it loads the table of what is alike

        found = (position for position, item in enumerate(self.items) if position not in places)
        position = next((each for each in found if is_kindred(part, self.items[each].names)), None)
        if position is not None:
            places[position] = place * _WIDTH
        return position is not None

    def _several(self, inside: Wording) -> bool:
        """Return whether a part names more than one item."""
        return sum(any(inside.find(name) for name in item.keys) for item in self.items) > 1

    def _take_within(self, wording: Wording, count: int, places: dict[int, int]) -> None:
        """Find an item that splitting tore apart."""
        for position, item in enumerate(self.items):
            if position in places or not item.torn:
                continue
            spans = [span for name in item.keys for span in wording.find(name) if not wording.denies(span)]
            if spans:
                places[position] = count * _WIDTH + spans[0][0]

    def _counts(self, part: str, places: dict[int, int]) -> bool:
        """Return whether a part that is no accepted item is another item, and not what stands beside the list."""
        words = [word for word in key(part) if word not in SMALL and word not in _COMPASS]
        if tuple(words) in self.ends:
            return True
        known = self.question_words | {
            word for position in places for name in self.items[position].keys for word in name
        }
        if not words or known.issuperset(words):
            return 0 < len(words) == len(key(part)) and self.asked_of.issuperset(words) and part[0].isupper()
        return not _ASIDE.match(part) or (self.are_days and not _DAYS.isdisjoint(words))


@lru_cache(maxsize=64)
def _split(text: str, keep: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items of a text; the verdict and the classic figures both need them."""
    return split_items(text, keep)


def _leaves_choice(wording: Wording) -> bool:
    may = "/" in wording.text or not _CHOOSING.isdisjoint(wording.words)
    return may and any(hedge.kind is HedgeKind.ALTERNATIVE for hedge in wording.hedges)


def _is_done_to(lead: str, behind: str) -> bool:
    """Return whether what stands before the first item tells what was done to several others: "Iron and tin were" "given up for lead"."""
    verb = behind.split(maxsplit=1)[0].lower()
    return _SEVERAL_WERE.search(lead) is not None and (is_past(verb) or verb.endswith(("ed", "en")))


def _listed(names: Sequence[str]) -> str:
    few = [plain_quotes(name)[:60] for name in names[:5]]
    last = few.pop() if len(names) == len(few) else f"{len(names) - len(few)} more"
    return " and ".join(filter(None, (", ".join(few), last)))
