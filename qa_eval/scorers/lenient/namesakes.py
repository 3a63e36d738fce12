"""Others that bear the accepted name, and more of it: "Athens, Ohio", for the Greek city, "Arden Falls", for a lake, "Paul Vane Reed", for Paul Vane."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names.counterparts import men
from qa_eval.reading.names.states import STATES
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.told_apart import is_son
from qa_eval.scorers.lenient.words import SMALL, TITLES, countries, form, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

MOST = 8  # words of an answer that is a name and little else
_SUFFIXES = frozenset(map(form, ("jr", "sr", "junior", "senior", "esq")))
MOST_MORE = 2  # words of another surname
LONGEST = 4  # words of a name that is no place of another kind
# cities that are meant by their name alone, wherever others were named after them
_CITIES = frozenset(
    map(
        form,
        """paris london rome athens berlin moscow vienna madrid lisbon dublin cairo petersburg naples venice milan geneva warsaw prague lima
        melbourne delhi edinburgh glasgow hamburg dresden stockholm copenhagen oslo brussels amsterdam barcelona damascus beirut jerusalem sydney
        havana bogota calcutta bombay""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_IN_STATE = regex(
    rf",? (?:in )?(?P<state>{'|'.join(sorted(STATES.values(), key=len, reverse=True))}|{'|'.join(STATES)})\b"
)
_IN_AMERICA = regex(r"[,(]? ?(?:in )?(?:the )?(?:US|USA|U\.S\.(?:A\.)?|United States(?: of America)?)\b")
_CAPITAL = regex(r",? ?(?:D\.? ?C\b|District of Columbia)")
_KIND = r"lake|river|ocean|sea|desert|planet|country|state|city|town|mountain|island|continent|waterfall|volcano|strait|bay|company"
_KIND_ASKED = regex(rf"\b(?:what|which)(?: is| was)?(?: the)?(?: [a-z-]+){{0,2}}? (?P<kind>{_KIND})\b", re.IGNORECASE)
# kinds of things, those of one line apart from one another only by size
_KINDS = tuple(
    frozenset(line.split())
    for line in (
        "lake reservoir loch lough nyanza",
        "river delta creek",
        "ocean sea",
        "desert",
        "planet",
        "country republic kingdom nation",
        "state province territory",
        "city town county borough",
        "mountain mount peak volcano",
        "island isle islands",
        "continent",
        "waterfall falls",
        "strait bay gulf",
        "company inc corporation",
        "records bank university airlines stadium museum bridge bear canal dam park valley queen king",
    )
)
_KIND_OF = {form(word): place for place, line in enumerate(_KINDS) for word in line}
_CALLINGS = frozenset(
    """american british english director comedian novelist painter composer poet playwright guitarist drummer bassist physicist chemist scientist
    explorer inventor philosopher architect designer golfer boxer jockey footballer cricketer astronaut artist musician rapper star legend
    politician statesman leader chairman comrade brother sister aunt uncle young old big little great""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LEAD = regex(r"\W*(?:(?:it|that|he|she)(?:'s| is| was) )?(?:by |in )?(?:the )?", re.IGNORECASE)


def is_another_bearer(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that an answer names is somebody or something else of the accepted name."""
    if len(said.words) > MOST or asked.is_negated or not asked.wanted:
        return None
    if "-" in said.text and (other := _is_of_another_given_name(asked, said)):
        return other
    if _is_of_a_son(asked, said):
        return Decision(0.15, Reason.WRONG_NAME, "another surname")
    return _is_another_city(asked, said) or _is_of_another_kind(asked, said) or _is_another_person(asked, said)


def _is_of_a_son(asked: Asked, said: Said) -> bool:
    """Return whether a name ends in "son" where the accepted one does not, or the other way round: "Ann Williamson", for Ann Williams."""
    own = {each.content[-1] for each in asked.wanted if len(each.content) > 1 and each.is_name}
    if not own or not own.isdisjoint(said.bag):
        return False
    return any(
        word.capital and any(is_son(word.form, name) or is_son(name, word.form) for name in own) for word in said.words
    )


_JOINED = regex(r"\b(?P<first>[A-Z][^\W\d_]+)-(?P<second>[A-Z][^\W\d_]+)\b(?=\s+[A-Z])")


def _is_of_another_given_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where the given name of two that is accepted has another second one: "Jean-Paul", for Jean-Pierre Roux."""
    own = {(name["first"], name["second"]) for text in asked.listed for name in _JOINED.finditer(text)}
    firsts, seconds = ({pair[place] for pair in own} for place in (0, 1))
    told = re.findall(r"\b([A-Z][^\W\d_]+)-([A-Z][^\W\d_]+)\b", said.text) if own else []
    if not told or not asked.is_who or any(second in said.text for second in seconds):
        return None
    if not any(first in firsts and second not in seconds for first, second in told):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another given name")


def _is_another_city(asked: Asked, said: Said) -> Decision | None:
    """Decide where a city that is meant by its name alone, a state or a country stands with what makes it another one."""
    own = {each.content[-1] for each in asked.wanted}
    last = next((word for word in reversed(said.words) if word.form in own), None)
    if last is None:
        return None
    if own <= _CITIES and (state := _IN_STATE.match(said.plain, last.end)):
        told = {word.form for word in words_of(STATES.get(state["state"], state["state"]))}
        if told <= asked.forms or any(told <= each.golden for each in asked.wanted) or "usa" in asked.forms:
            return None
    elif not (
        (own == {"georgia"} and "country" in asked.forms and _IN_AMERICA.match(said.plain, last.end))
        or ("state" in asked.forms and last.form == "washington" and _CAPITAL.match(said.plain, last.end))
    ):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another place of the accepted name")


def _is_of_another_kind(asked: Asked, said: Said) -> Decision | None:
    """Decide where a name of one word is accepted, and a thing of another kind than is asked for has it: "Arden Falls", for a lake."""
    kind = _KIND_ASKED.search(asked.text)
    if kind is None or len(said.content) > LONGEST or len(said.content) < 2:  # noqa: PLR2004 - a name and a kind
        return None
    own = {each.content[0] for each in asked.wanted if len(each.content) == 1}
    others = [each for each in said.content if each not in own]
    wanted = _KIND_OF[form(kind["kind"].lower())]
    if len(own) != 1 or len(others) != 1 or others[0] in asked.forms or _KIND_OF.get(others[0], wanted) == wanted:
        return None
    if not all(word.capital for word in said.words if word.form in own or word.form == others[0]):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "a thing of another kind than is asked for")


def _is_another_person(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted name of a man stands before another surname: "Paul Vane Reed", for Paul Vane.

    Women are called by their husbands' names too, and those of Spanish names by their mothers'.
    """
    if not asked.is_who or not all(each.is_name for each in asked.wanted):
        return None
    lead = _LEAD.match(said.plain)
    words = [word for word in said.words if lead is None or word.start >= lead.end()]
    words = words[next((at for at, word in enumerate(words) if word.form not in TITLES), 0) :]
    for wanted in asked.wanted:
        name, more = words[: len(wanted.content)], words[len(wanted.content) :]
        if tuple(word.form for word in name) != wanted.content or not 0 < len(more) <= MOST_MORE:
            continue
        if name[-1].form.isdigit() and len(more) == 1:
            continue  # the house of a ruler
        side_by_side = all(word.capital and said.plain[word.start - 1] == " " for word in more)
        apart = said.plain[name[-1].end : more[-1].end].count(",")
        if side_by_side and not apart and wanted.content[0] in _known_men() and _is_surname(more, asked):
            return Decision(0.2, Reason.WRONG_NAME, "another surname behind the accepted name")
    return None


def _is_surname(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether words behind a name are another surname, which may be a title elsewhere: "King Jr."."""
    own = [word for word in words if word.form not in _SUFFIXES]
    return bool(own) and all(is_strange(word, asked) or word.form in TITLES for word in own)


@cache
def _known_men() -> frozenset[str]:
    """Return given names of men, without those that are as common in Spanish."""
    return frozenset(
        form(name)
        for name in men()
        if not name.endswith(("o", "os", "is", "el")) or name in ("daniel", "samuel", "michael")
    )


def is_a_namesake(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question for a person is answered by another of the same surname: Katharine Hepburn is not Audrey Hepburn."""
    if not asked.given_names or not asked.is_person:
        return None
    for place, (before, word) in enumerate(pairwise(said.words)):
        if word.form in asked.surnames:
            return None if _fits_the_initials(said.words[: place + 1], asked) else _of(before, word, asked, said)
    return None


def _fits_the_initials(before: Sequence[Word], asked: Asked) -> bool:
    """Return whether the first of the given names that stand before a surname begins as the accepted one: "Clive Staples" for "C. S."."""
    first = None
    for word in reversed(before):
        if not word.capital or word.form in TITLES or word.form in asked.forms:
            break
        first = word
    return first is not None and first.form[0] in {each.content[0][0] for each in asked.wanted if each.is_name}


def _of(before: Word, word: Word, asked: Asked, said: Said) -> Decision | None:
    initials = {each.content[0][0] for each in asked.wanted if each.is_name}
    if (
        said.bag & asked.words != {word.form}
        or before.form[0] in initials
        or not _is_given_name(before, word, asked, said)
    ):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "another person of the accepted surname")


def _is_given_name(before: Word, word: Word, asked: Asked, said: Said) -> bool:
    """Return whether a word before a surname is a given name, in a bare answer of two words even without a capital."""
    form = before.form
    bare = len(said.words) == TWO
    if (
        not ((before.capital and word.capital) or bare)
        or len(form) == 1
        or word.start - before.end != 1
        or (before.capital and said.plain[before.start : before.end].isupper() and not said.plain.isupper())
    ):
        return False
    return not any(form in known for known in (SMALL, TITLES, _CALLINGS, countries(), asked.forms))
