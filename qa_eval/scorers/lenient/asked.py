"""A question and its accepted answers in every form, read once."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.codes import are_codes
from qa_eval.reading.dates import read_dates
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.periodical import periods_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.angles import ANGLE_ASKED
from qa_eval.scorers.lenient.aliases import accepted_texts, other_names
from qa_eval.scorers.lenient.asking import asks_ratio, asks_several, asks_two, counted, unit_asked
from qa_eval.scorers.lenient.attributed import ROUGHLY
from qa_eval.scorers.lenient.dated_texts import with_eras, with_years
from qa_eval.scorers.lenient.scales import without_short
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.values import DOWN, UP
from qa_eval.scorers.lenient.versions import spells_again, written
from qa_eval.scorers.lenient.wanted import Wanted
from qa_eval.scorers.lenient.words import (
    SMALL,
    TITLES,
    numbered,
    phrased,
    plain,
    without_latex,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Question
    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.quantities import Quantity

_NEGATIVE = regex(r"\b(?:not|never)\b|n['’]t\b|\bnot\b", re.IGNORECASE)
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
_ANGLE = regex(
    rf"{ANGLE_ASKED.pattern}|\b(?:slop(?:es?|ed|ing)|steep\w*|tilt\w*|pitch(?:ed)?|gradient|incline\w*|lean(?:s|ed|ing)?|l(?:at|ong)itude|heading|compass|arc|bank(?:s|ed)?|bends?|banked|obliquity|declination|elevation)\b",
    re.IGNORECASE,
)
MOST_NAMES = 12  # accepted texts of which one may share a word with all
_LACK = frozenset(("lack", "lacking", "deficiency", "deficient", "shortage", "absence"))


class Asked:
    """A question, what it gives already, and its accepted answers in every form."""

    def __init__(self, question: Question) -> None:
        self.text = question.text
        self.listed = question.accepted
        lowered = question.text.lower()
        self.forms = frozenset(word.form for word in words_of(phrased(plain(question.text))) if word.form not in SMALL)
        self.is_when = _WHEN.search(lowered) is not None
        self.is_count = _COUNT.search(lowered) is not None
        found: dict[tuple[str, ...], Wanted] = {}
        for text in with_eras(accepted_texts(question)):
            for variant in written(without_latex(text) if "\\" in text else text):
                wanted = Wanted(variant, self.forms, asks_when=self.is_when, asks_count=self.is_count)
                if wanted.forms:
                    found.setdefault(wanted.forms, wanted)
        self.wanted = tuple(found.values())
        self.dates = with_years([each.date for each in self.wanted])
        coded = are_codes(question.text, question.accepted)
        figures = () if coded else without_short(_figures(self.wanted))
        self.figures = _in_unit(figures, unit_asked(question.text))
        self.is_who = _WHO.search(lowered) is not None
        self.is_where = _WHERE.search(lowered) is not None
        self.only_figures = bool(self.figures) and all(each.only_figures for each in self.wanted) and not self.dates
        self.several_figures = bool(self.wanted) and all(each.are_measured for each in self.wanted)
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
    def is_won(self) -> bool:
        """Whether it is asked who won, or what."""
        return _WON.search(self.text.lower()) is not None

    @cached_property
    def falls(self) -> bool:
        """Whether every accepted text tells of a fall."""
        return bool(self.wanted) and all(DOWN.search(each.text) for each in self.wanted)

    @cached_property
    def rises(self) -> bool:
        """Whether every accepted text tells of a rise."""
        return bool(self.wanted) and all(UP.search(each.text) for each in self.wanted)

    @cached_property
    def asks_fall(self) -> bool:
        """Whether the question asks by how much something fell."""
        return DOWN.search(self.text) is not None

    @cached_property
    def asks_rise(self) -> bool:
        """Whether the question asks by how much something rose."""
        return UP.search(self.text) is not None

    @cached_property
    def asks_change(self) -> bool:
        """Whether the question asks for a change, which may go either way."""
        return not self.asks_fall and _CHANGE.search(self.text.lower()) is not None

    @cached_property
    def tells_not(self) -> bool:
        """Whether an accepted text says that something is not so."""
        return any(_NEGATIVE.search(each.text) for each in self.wanted)

    @cached_property
    def verb_stems(self) -> frozenset[str]:
        """The stems of the question's words as verbs have them: that of "began" is that of "begin"."""
        return frozenset(verb_stem(form) for form in self.forms)

    @cached_property
    def is_person(self) -> bool:
        """Whether the question asks for a person."""
        return _PERSON.search(self.text.lower()) is not None

    @cached_property
    def asks_lack(self) -> bool:
        """Whether the question asks what is lacking, which an answer may say in a denial: "not enough iron"."""
        return not self.forms.isdisjoint(_LACK)

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
        digits = ((name, int(form)) for name, form in beside if form.isdecimal())
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
        """Whether the accepted texts name one thing, and no other: most share a word with the first, all with one, or one is spelt in two ways."""
        first = self.wanted[0].content if self.wanted else ()
        if 3 * self._sharing(first) >= 2 * len(self.wanted) or (self.are_spellings and not self.asks_several):
            return True
        few = self.wanted[:MOST_NAMES]
        return any(self._sharing(each.content) == len(self.wanted) for each in few if len(each.content) > 1)

    def _sharing(self, words: tuple[str, ...]) -> int:
        """Count the accepted texts that share one of some words."""
        return sum(
            any(one == other or alike(one, other) for one in words for other in each.content) for each in self.wanted
        )

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
    def initials(self) -> str:
        """The first letters of the words of the question, without and with small words: what an acronym of them is found in."""
        words = words_of(phrased(plain(self.text)))
        own = "".join(word.form[0] for word in words if word.form not in SMALL)
        return f"{own} {''.join(word.form[0] for word in words)}"

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
    def asks_angle(self) -> bool:
        """Whether the question asks for an angle or a position, whose degrees are not those of a temperature."""
        return _ANGLE.search(self.text) is not None

    @cached_property
    def asks_pairs(self) -> bool:
        """Whether the question asks for pairs, or pairs are accepted."""
        return "pair" in self.forms or any("pair" in each.golden for each in self.wanted)

    @cached_property
    def periods(self) -> frozenset[str]:
        """The periods by which the question asks for something: "the annual rainfall"."""
        return periods_in(self.text)

    @cached_property
    def is_periodical(self) -> bool:
        """Whether so much by a period is asked for or accepted."""
        return bool(self.figures) and (bool(self.periods) or any(" / " in gold.unit for _, gold in self.figures))

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
