"""Another person of the accepted surname, by an initial or the given name: "J. Smith" and "Roberta Smith", for Robert Smith."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names.counterparts import counterparts
from qa_eval.reading.names.initials import initials
from qa_eval.reading.names.variants import GIVEN, variants_of_kind
from qa_eval.scorers._words.surnames import at_shared
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, TITLES, form

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

_PAIR = 2  # initials that many have
_MISTER = frozenset("m")  # as the French shorten it


def by_given_name(asked: Asked, said: Said) -> Decision | None:
    """Return what an initial or a given name before an accepted surname decides; None where nothing does."""
    if not asked.is_person or len(said.words) > SHORT:
        return None
    other = has_other_initials(asked, said)
    if other is not None or said.bag.isdisjoint(asked.surnames):
        return other
    return (
        has_another_surname(asked, said)
        or has_another_initial(asked, said)
        or has_the_counterpart(asked, said)
        or shares_no_surname(asked, said)
    )


def shares_no_surname(asked: Asked, said: Said) -> Decision | None:
    """Decide where one of two persons of one surname is given another: "Ann Berg and Tom Ruud", for Ann and Tom Ruud."""
    if not any(other.search(said.plain) for other in _at_shared(asked.listed)):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another surname at one of them")


@lru_cache(maxsize=1024)
def _at_shared(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(other for name in names for other in at_shared(name))


def has_another_surname(asked: Asked, said: Said) -> Decision | None:
    """Decide where every accepted surname is the given name of somebody else: "Lewis Hale", for J. K. Lewis."""
    if not asked.are_names:
        return None
    known = frozenset(form for each in asked.wanted for form in each.golden) | SMALL | TITLES | asked.forms
    places = [place for place, word in enumerate(said.words) if word.form in asked.surnames]
    if not all(_is_given_name(place, known, said) for place in places):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another surname behind it")


def _is_given_name(place: int, known: frozenset[str], said: Said) -> bool:
    """Return whether a name opens with a word, and goes on with one that is not ``known``."""
    word, behind = said.words[place], said.words[place + 1 : place + 2]
    if not word.capital or not behind or not behind[0].capital or behind[0].start != word.end + 1:
        return False
    before = said.words[place - 1] if place else None
    return behind[0].form not in known and not (before and before.capital and before.end + 1 == word.start)


def has_another_initial(asked: Asked, said: Said) -> Decision | None:
    """Decide where every accepted surname stands behind initials, of which none is the accepted person's: "J. Smith"."""
    places = [place for place, word in enumerate(said.words) if word.form in asked.surnames and word.capital]
    given = [_initials_before(place, said) for place in places]
    if not all(given) or not given:
        return None
    known = {letter for each in asked.wanted for letter in _letters_of(each)}
    alone = {each.content[0] for each in asked.wanted if len(each.content) == 1}
    named = asked.are_names or (asked.is_person and not any(said.words[place].form in alone for place in places))
    if not named or any(letters & known for letters in given):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another initial than the accepted person's")


def _initials_before(place: int, said: Said) -> set[str]:
    """Return the initials with which a name begins, whose surname a word is; none for "Paul M. Carter" and "M. Poirot"."""
    found: set[str] = set()
    for word in reversed(said.words[:place]):
        if not _is_initial(word, said):
            return set() if word.capital and word.form not in SMALL else found
        found.add(word.form)
    return found


def has_other_initials(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted name of initials stands with others, or with a name of another letter: "J. R. Tolin" and "Ann Tolin" for J. K. Tolin."""
    known = {wanted.content[-1]: letters for wanted in asked.wanted if (letters := _letters(wanted))}
    for place, word in enumerate(said.words):
        letters = known.get(word.form, "") if word.capital else ""
        before = said.words[max(0, place - len(letters)) : place]
        if not letters or not before or not before[-1].capital or before[-1].form in TITLES:
            continue
        given = "".join(each.form for each in before if _is_initial(each, said))
        named = not given and before[-1].start not in said.sentences and before[-1].form[0] not in letters
        alone = named or (
            not given and place == 1 and before[-1].form not in SMALL and before[-1].form[0] not in letters
        )
        if alone or (len(given) == len(before) > 1 and given != letters):
            return Decision(0.15, Reason.WRONG_NAME, "other initials than the accepted person's")
    return None


def _letters(wanted: Wanted) -> str:
    """Return the initials that an accepted name is written with; "" where a given name is written out."""
    letters = "".join(wanted.forms[:-1])
    return letters if len(letters) == len(wanted.forms) - 1 else ""


def _is_initial(word: Word, said: Said) -> bool:
    dotted = said.plain[word.end : word.end + 1] == "."
    return word.capital and len(word.form) == 1 and (dotted or word.form != "a") and word.form not in _MISTER


def _letters_of(wanted: Wanted) -> set[str]:
    """Return the initials by which a person may be written: of each name before the last one, and of what it is short for."""
    names = variants_of_kind(GIVEN)
    return {other[0] for each in wanted.content[:-1] for other in (each, *names.get(each, ()))}


def is_called_by_initials(asked: Asked, said: Said) -> Decision | None:
    """Decide where initials that are written as one word stand for the accepted given names: "H.G. Wells", for Herbert George Wells."""
    if not asked.is_person or asked.is_negated:
        return None
    if any(_is_abbreviated(each, said) for each in asked.wanted if each.is_name):
        return Decision(0.7, Reason.ENOUGH_WORDS, "the initials of the whole name")
    for before, word in pairwise(said.words):
        letters = said.lowered(before).replace(".", "")
        if word.form not in asked.surnames or not before.capital or 2 * len(letters) != before.end - before.start:
            continue
        if any(each.is_name and each.content[-1] == word.form and _spells(letters, each) for each in asked.wanted):
            return Decision(0.7, Reason.ENOUGH_WORDS, "the initials and the last name")
    return None


def _is_abbreviated(wanted: Wanted, said: Said) -> bool:
    """Return whether an answer has the initials of three names or more, titles aside: "WJD", for President Walter J. Dunmore."""
    names = [each for each in wanted.content if each not in TITLES]
    return len(names) > _PAIR and initials(names) in said.acronyms


def _spells(letters: str, wanted: Wanted) -> bool:
    """Return whether letters are the initials of given names, in their order, some of which may be left out."""
    names = iter(wanted.content[:-1])
    return all(any(name[0] == letter for name in names) for letter in letters)


def has_the_counterpart(asked: Asked, said: Said) -> Decision | None:
    """Decide where a given name is that of the other sex, made of the accepted one: "Paula Carter", for Paul Carter."""
    known = counterparts()
    for before, word in pairwise(said.words):
        if word.form not in asked.surnames or before.form in asked.words or before.form in SMALL:
            continue
        others = known.get(said.lowered(before), frozenset())
        if others & _given(asked.wanted) and not others & said.bag:
            return Decision(0.15, Reason.WRONG_NAME, "another given name than the accepted person's")
    return None


def _given(wanted: Sequence[Wanted]) -> frozenset[str]:
    return frozenset(form(each) for one in wanted for each in one.content[:-1])
