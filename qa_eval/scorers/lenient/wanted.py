"""The accepted answers of a question, read once, in every form that people write them."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.codes import are_codes
from qa_eval.reading.dates import read_dates
from qa_eval.reading.dates.numeric import may_be_fraction
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.abbreviations import initials_of
from qa_eval.scorers.lenient.aliases import accepted_texts, other_names
from qa_eval.scorers.lenient.alone import are_figures, is_a_figure, is_a_title
from qa_eval.scorers.lenient.asking import asks_ratio, asks_several, asks_two, counted, unit_asked
from qa_eval.scorers.lenient.attributed import ROUGHLY
from qa_eval.scorers.lenient.dated_texts import with_eras, with_years
from qa_eval.scorers.lenient.scales import without_short
from qa_eval.scorers.lenient.values import DOWN, NEGATIVE, UP
from qa_eval.scorers.lenient.versions import date_of, spells_again, written
from qa_eval.scorers.lenient.words import (
    MINOR,
    SMALL,
    TITLES,
    alike,
    are_of_a_name,
    items_of,
    numbered,
    phrased,
    plain,
    stem,
    trigrams,
    without_latex,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa_eval.model import Question
    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.quantities import Quantity

PLACING = 0.4  # how much a word counts that only says where the named place lies: the Texas of "Houston, Texas"
IN_QUESTION = 0.25  # how much a word counts that the question gives already
_PLACE = regex(r"[A-Z][^\W\d]+(?: [^\W\d]+){0,3}, (?P<where>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_NEGATED = regex(r"\b(?:not|never|no)\b|n't\b|\bcannot\b")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_WHO = regex(r"\b(?:who|whom|whose)\b")
_PERSON = regex(
    r"\b(?:who|whom|whose|act(?:or|ress)|author\w*|writer|novelist|poet|singer|comedian|composer|painter|artist|president|prime minister|politician|player"
    r"|footballer|scientist|inventor|explorer|director|man|woman|king|queen|leader|general|philosopher|playwright|designer|architect|guitarist|drummer|boxer|detective|captain|officer|champion|astronaut|emperor|pope)\b"
)
_WON = regex(r"\b(?:won|wins?|winners?|winning|champions?|took the (?:[a-z]+ )?(?:title|prize|cup|crown))\b")
_WHEN = regex(r"\b(?:when|what (?:year|date|day|month|time)|which year|date)\b")
_WHERE = regex(r"\b(?:where|which (?:country|city|state)|what (?:country|city|state))\b")
_CHANGE = regex(r"\bchanges?\b")
_COUNT = regex(r"\bhow (?:many|much|long|old|far|tall|big|high|deep|often|fast|large)\b")


class Wanted:
    """One accepted text: its words, and how much each counts, and the date or figure that it is."""

    __slots__ = (
        "acronym", "are_measured", "content", "date", "figure", "figures", "forms", "golden", "grams", "head", "initials", "is_name", "is_value", "items", "joined", "new", "numbers", "only_figures", "pairs", "squashed",
        "stems", "text", "total", "weights",
    )  # fmt: skip

    def __init__(self, text: str, given: frozenset[str], *, asks_when: bool = False) -> None:
        self.text = text
        written = phrased(plain(text))
        words = words_of(written)
        self.forms = tuple(word.form for word in words)
        label = len(words) > 1 and text.endswith(" A")  # "Company A": no article
        self.date = date_of(text, feasts=asks_when) if asks_when or not may_be_fraction(text) else None
        kept = {"a"} if label else {"may"} if self.date is not None and "May" in text else frozenset[str]()
        self.content = tuple(form for form in self.forms if form not in SMALL or form in kept) or self.forms
        self.new = frozenset(form for form in self.content if form not in given) or frozenset(self.content)
        placing = _placing(text)
        self.weights = tuple(
            (form, IN_QUESTION if form not in self.new or form in MINOR else PLACING if form in placing else 1.0)
            for form in dict.fromkeys(self.content)
        )
        self.total = added([weight for _, weight in self.weights])
        self.golden = frozenset(self.forms)
        self.joined = (f" {' '.join(self.forms)} ", f" {' '.join(self.content)} ")
        self.numbers = frozenset(form for form in self.content if form[0].isdigit())
        self.squashed = "".join(self.forms)
        self.grams = trigrams(self.squashed)
        self.pairs: dict[str, tuple[str, ...]] = {}
        for one, other in pairwise(self.forms):
            self.pairs[one] = (*self.pairs.get(one, ()), one + other)
            self.pairs[other] = (*self.pairs.get(other, ()), one + other)
        self.stems = {form: stem(form) for form in self.content}
        bare = NEGATIVE.fullmatch(text.strip())
        self.figures = figures = read_quantities("".join(bare.groups("")) if bare else text)
        whole = len(figures) == 1 and (bare or is_a_figure(figures[0], text))
        self.figure = (_negative(figures[0], text) if bare else figures[0]) if whole else None
        titled = bool(figures) and not any(each.unit for each in figures) and is_a_title(text)
        self.figure = None if titled else self.figure
        self.only_figures = bool(figures) and not titled and (self.figure is not None or are_figures(figures, text))
        self.is_value = self.date is not None or (self.figure is not None and not any(map(str.isalpha, self.content)))
        self.items = () if figures or self.date else items_of(text)
        self.are_measured = (
            self.only_figures and len(figures) > 1 and all(each.unit and not each.dated for each in figures)
        )
        self.head = tuple(form for form in self.content if form not in placing and form not in given) if placing else ()
        self.is_name = len(self.content) > 1 and are_of_a_name(words)
        self.initials = initials_of(words, written)
        self.acronym = len(words) == 1 and words[0].capital and text.isupper()


class Asked:
    """A question, what it gives already, and its accepted answers in every form."""

    def __init__(self, question: Question) -> None:
        self.text = question.text
        self.listed = question.accepted
        lowered = question.text.lower()
        self.forms = frozenset(word.form for word in words_of(phrased(plain(question.text))) if word.form not in SMALL)
        self.is_when = _WHEN.search(lowered) is not None
        found: dict[tuple[str, ...], Wanted] = {}
        for text in with_eras(accepted_texts(question)):
            for variant in written(without_latex(text) if "\\" in text else text):
                wanted = Wanted(variant, self.forms, asks_when=self.is_when)
                if wanted.forms:
                    found.setdefault(wanted.forms, wanted)
        self.wanted = tuple(found.values())
        self.dates = with_years([each.date for each in self.wanted])
        coded = are_codes(question.text, question.accepted)
        figures = () if coded else without_short(_figures(self.wanted))
        self.figures = _in_unit(figures, unit_asked(question.text))
        self.is_who = _WHO.search(lowered) is not None
        self.is_won = _WON.search(lowered) is not None
        self.is_where = _WHERE.search(lowered) is not None
        self.is_count = _COUNT.search(lowered) is not None
        self.only_figures = bool(self.figures) and all(each.only_figures for each in self.wanted) and not self.dates
        self.several_figures = bool(self.wanted) and all(each.are_measured for each in self.wanted)
        self.falls, self.rises = (
            all(way.search(each.text) for each in self.wanted) and bool(self.wanted) for way in (DOWN, UP)
        )
        self.asks_fall, self.asks_rise = (way.search(question.text) is not None for way in (DOWN, UP))
        self.asks_change = not self.asks_fall and _CHANGE.search(lowered) is not None
        self.is_positive = all(gold.value > 0 for _, gold in self.figures)
        self.years = frozenset(int(year) for year in _YEAR.findall(question.text))
        self.only_dates = bool(self.dates) and len(self.dates) == len(self.wanted)
        self.is_negated = _NEGATED.search(lowered) is not None
        self.familiar = tuple(self._familiar())
        self.words = frozenset(form for each in (*self.wanted, *self.familiar) for form in each.content) - self.forms

    def _familiar(self) -> Iterator[Wanted]:
        """Yield other names of the accepted ones, but for those that the question gives."""
        own = {each.forms for each in self.wanted}
        for name in other_names(self.text, (each.text for each in self.wanted)):
            if name.endswith(("-", "−")):
                continue  # without its sign, "O-" is any "O"
            wanted = Wanted(name, self.forms)
            if wanted.forms not in own and not self.forms.issuperset(wanted.content):
                own.add(wanted.forms)
                yield wanted

    @cached_property
    def verb_stems(self) -> frozenset[str]:
        """The stems of the question's words as verbs have them: that of "began" is that of "begin"."""
        return frozenset(verb_stem(form) for form in self.forms)

    @cached_property
    def is_person(self) -> bool:
        """Whether the question asks for a person."""
        return _PERSON.search(self.text.lower()) is not None

    @cached_property
    def asks_two(self) -> bool:
        """Whether the question asks for two."""
        return asks_two(self.text.lower())

    @cached_property
    def asks_several(self) -> bool:
        """Whether the question asks for several: "which languages are", "what are the moons"."""
        return asks_several(self.text.lower())

    @cached_property
    def numbered(self) -> frozenset[tuple[str, int]]:
        """Each accepted name with a number, and the number: ("charles", 1)."""
        texts = [phrased(plain(each.text)) for each in (*self.wanted, *self.familiar)]
        found = frozenset(pair for text in texts for pair in numbered(words_of(text), text))
        names = {name for name, _ in found}.difference(*(each.forms for each in self.wanted if len(each.forms) == 1))
        beside = {pair for each in self.wanted for pair in pairwise(each.forms)} if names else ()  # "Apollo 11"
        digits = ((name, int(form)) for name, form in beside if form.isdigit())
        return frozenset(pair for pair in (*found, *digits) if pair[0] in names)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of accepted names of several words."""
        return frozenset(each.content[-1] for each in self.wanted if each.is_name)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """What stands before the surnames, titles and initials aside."""
        forms = frozenset(form for each in self.wanted if each.is_name for form in each.content[:-1])
        return frozenset(form for form in forms - self.surnames - TITLES if len(form) > 1)

    @cached_property
    def is_one_thing(self) -> bool:
        """Whether the accepted texts name one thing, and no other: most share a word with the first, or one is spelt in two ways."""
        first = self.wanted[0].content if self.wanted else ()
        shared = [
            each
            for each in self.wanted
            if any(one == other or alike(one, other) for one in first for other in each.content)
        ]
        return 3 * len(shared) >= 2 * len(self.wanted) or (self.are_spellings and not self.asks_several)

    @cached_property
    def are_spellings(self) -> bool:
        """Whether a text is accepted in several spellings, as lists of all names of one thing have it: "Anteater", "Ant eater" and "Anteater (animal)"."""
        return spells_again(self.listed)

    @cached_property
    def are_names(self) -> bool:
        """Whether the accepted texts are names of several words; of those in several spellings, most."""
        names = sum(each.is_name for each in self.wanted)
        return names == len(self.wanted) or (self.are_spellings and 2 * names >= len(self.wanted))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the question that are names, by their capitals."""
        words = words_of(phrased(plain(self.text)))
        return frozenset(word.form for word in words[1:] if word.capital and word.form in self.forms)

    @cached_property
    def has_digits(self) -> bool:
        """Whether the question asks when, or an accepted answer holds a number."""
        return self.is_when or any(each.numbers for each in self.wanted)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The forms of what the question counts, where bare numbers are accepted: "how many bones"."""
        found = counted(self.text)
        bare = all(
            form[0].isdigit() or form in found or form in ROUGHLY for each in self.wanted for form in each.content
        )
        return found if bare else frozenset()

    @cached_property
    def asks_ratio(self) -> bool:
        """Whether the question asks for a ratio."""
        return asks_ratio(self.text)

    @cached_property
    def asks_pairs(self) -> bool:
        """Whether the question asks for pairs, or pairs are accepted."""
        return "pair" in self.forms or any("pair" in each.golden for each in self.wanted)

    @cached_property
    def given(self) -> tuple[Quantity, ...]:
        """The quantities that the question gives itself."""
        return read_quantities(self.text)

    @cached_property
    def given_dates(self) -> tuple[DateValue, ...]:
        """The dates that the question gives itself."""
        return read_dates(self.text)


def _figures(wanted: Sequence[Wanted]) -> tuple[tuple[int, Quantity], ...]:
    """Return the figure of each accepted text that has one, and its place; the 4 of "Fab 4" is none where most are names."""
    found = [(place, each.figure) for place, each in enumerate(wanted) if each.figure is not None]
    if 2 * len(found) >= len(wanted):
        return tuple(found)
    return tuple((place, figure) for place, figure in found if wanted[place].is_value or figure.unit)


def _in_unit(figures: tuple[tuple[int, Quantity], ...], unit: str) -> tuple[tuple[int, Quantity], ...]:
    """Return accepted figures with the unit that the question asks for, where they are written without one."""
    if not unit or any(figure.unit or figure.ordinal for _, figure in figures):
        return figures
    return tuple((place, figure._replace(unit=unit)) for place, figure in figures)


def _placing(text: str) -> frozenset[str]:
    """Return the words after the comma of a place's name: "Houston, Texas"; none where the comma parts a list."""
    match = _PLACE.fullmatch(text)
    return frozenset(word.form for word in words_of(phrased(plain(match["where"])))) if match else frozenset()


def added(weights: Iterable[float]) -> float:
    """Add from left to right, as whoever adds one by one does: ``sum`` rounds otherwise since Python 3.12.

    >>> added([0.4, 0.4, 0.4]) == 0.4 + 0.4 + 0.4
    True
    """
    total = 0.0
    for weight in weights:
        total += weight
    return total


def _negative(figure: Quantity, text: str) -> Quantity:
    """Return a figure in brackets by itself, "(45)", as accounts write a negative one."""
    return figure._replace(value=-abs(figure.value), text=text.strip())
