"""Where an answer puts a place: Paris, Texas, is not the Paris in France."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.names.states import COUNTRY_OF, NATIONS, OF_TWO_WORDS, STATES
from qa_eval.reading.names.variants import COUNTRIES, variants_of_kind
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_QUALIFIED = regex(
    r"(?P<place>[^\W\d_](?:[\w .'-]*?[\w.'-])?)\s*(?:,\s*|\s\()(?:the\s+)?(?P<within>[A-Z](?:[\w .'-]*?\w)?)\W*"
)
_OWNED = regex(r"(?P<within>[A-Z][\w .-]*?)'s\s+(?P<place>[A-Z](?:[\w .'-]*?\w)?)\W*")
_WITHIN = regex(
    r"(?:in\s+|at\s+|from\s+)?(?:the\s+)?(?P<place>[A-Z](?:[\w .'-]*?[\w.'-])?),?\s+in\s+(?:the\s+)?(?P<within>[A-Z](?:[\w .'-]*?\w)?)\W*"
)
_PLACED = (",", "(", "in", "'s")  # what each of these has one of
_OF_PLACE = regex(
    r"\b(?:of|in|from)\s+(?:the\s+)?(?P<place>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)|\b(?P<whose>[A-Z]\w+)\s+(?:city|town|village|port|resort|place)\b"
)
_IN_A_LAND = frozenset("".join(name.split()).lower() for name in OF_TWO_WORDS)
_BRITISH = frozenset("uk unitedkingdom greatbritain britain".split())  # noqa: SIM905 - a word list reads best as one text
# cities that are meant where nothing is said, though others are called after them
_HOME_OF = {
    city: country
    for country, cities in {
        "France": "paris lyon versailles orleans", "Austria": "vienna", "Italy": "rome florence venice milan naples", "Germany": "berlin dresden hanover hamburg",
        "United Kingdom": "london birmingham manchester oxford cambridge bristol bath edinburgh glasgow aberdeen", "Greece": "athens sparta corinth",
        "Russia": "moscow stpetersburg saintpetersburg", "Egypt": "cairo alexandria", "Ireland": "dublin", "Portugal": "lisbon", "Spain": "madrid toledo",
        "Switzerland": "geneva lucerne zurich", "Poland": "warsaw", "India": "delhi", "Peru": "lima", "Australia": "brisbane adelaide melbourne sydney perth", "Lebanon": "beirut lebanon",
        "Israel": "jerusalem", "Syria": "damascus", "Colombia": "bogota", "Chile": "santiago", "Denmark": "copenhagen", "Sweden": "stockholm", "Norway": "oslo",
    }.items()
    for city in cities.split()
}  # fmt: skip


def named_elsewhere(text: str, names: Iterable[str]) -> str:
    """Return where an answer puts what an accepted name puts in another place: Bern, of "the Arena in Bern", for "the Arena in Basel".

    >>> named_elsewhere("the Arena in Bern", ["the Arena in Basel"]), named_elsewhere("the Arena", ["the Arena in Basel"])
    ('Bern', '')
    """
    for name in names if " in " in text else ():
        what, _, where = name.removeprefix("the ").partition(" in ")
        if what and where[:1].isupper() and f"{what} in " in text:
            other = text.partition(f"{what} in ")[2].removeprefix("the ").split(maxsplit=1)[:1]
            if other and other[0][:1].isupper() and other[0].strip(".,;:!?") not in where:
                return other[0].strip(".,;:!?")
    return ""


def placed_elsewhere(text: str, names: Sequence[str], question: str) -> str:
    """Return where an answer puts the accepted place that the accepted names or the question rule out; "" for nowhere.

    >>> placed_elsewhere("Paris, Texas", ("Paris",), "What is the capital of France?")
    'Texas'
    >>> placed_elsewhere("Geneva, New York", ("Geneva, Switzerland", "Geneva"), "Where was it?")
    'New York'
    """
    bare = text.strip()
    found = (
        _QUALIFIED.fullmatch(bare)
        if "," in text or "(" in text
        else _WITHIN.fullmatch(bare)
        if " in " in text
        else None
    )
    if found is None or not _is_country_or_state(found["within"]):
        return ""
    within = key(found["within"])
    if set(within) <= set(key(question)) or any(set(within) <= set(key(name)) for name in names):
        return ""
    qualified = [match["within"] for name in names if (match := _QUALIFIED.fullmatch(name))]
    of_question = [match["place"] or match["whose"] for match in _OF_PLACE.finditer(question)]
    home = [_HOME_OF[place] for name in names if (place := _joined(name)) in _HOME_OF]
    others = [place for place in (*qualified, *of_question) if _is_country_or_state(place)] or home
    if any(_same_country(place, found["within"]) for place in others):
        return ""
    return found["within"] if others else ""


def same_place(text: str, names: Sequence[str]) -> bool:
    """Return whether an answer puts an accepted place into the country that it lies in: "Leeds, UK" for "Leeds, England".

    >>> same_place("Leeds, UK", ("Leeds, England",)), same_place("Leeds, Alabama", ("Leeds, England",))
    (True, False)
    """
    if not any(mark in text for mark in _PLACED):
        return False
    bare = text.strip()
    said = _QUALIFIED.fullmatch(bare) or _WITHIN.fullmatch(bare) or _OWNED.fullmatch(bare)
    if said is None:
        return False
    own = (match for name in names if (match := _QUALIFIED.fullmatch(name) or _WITHIN.fullmatch(name)))
    return any(
        key(each["place"]) == key(said["place"])
        and (key(each["within"]) == key(said["within"]) or _same_country(each["within"], said["within"]))
        for each in own
    )


def _is_country_or_state(place: str) -> bool:
    joined = _joined(place)
    return joined in COUNTRY_OF or joined in variants_of_kind(COUNTRIES) or joined in _IN_A_LAND


def _same_country(one: str, other: str) -> bool:
    pair = {_joined(one), _joined(other)}
    if pair <= _BRITISH | NATIONS and not pair <= NATIONS:
        return True  # England is in the UK
    if pair <= COUNTRY_OF.keys():
        return len(pair) == 1  # Springfield in Illinois is not the one in Ohio
    if pair & COUNTRY_OF.keys():
        one, other = (COUNTRY_OF.get(_joined(place), place) for place in (one, other))
    return _joined(other) in variants_of_kind(COUNTRIES).get(_joined(one), frozenset((_joined(one),)))


def _joined(place: str) -> str:
    joined = "".join(words(STATES.get(place, place))).replace(".", "")
    return next(iter(variants_of_kind(COUNTRIES).get(joined, frozenset()) & NATIONS), joined)
