"""Materials and produce by where they come from: "Welsh slate", "slate from Wales", "slate quarried in Wales"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# what is named by where it comes from, whoever made it
MATERIALS = frozenset(
    """stone limestone sandstone slate marble granite basalt travertine alabaster soapstone gneiss schist tuff flint quartz clay sand gravel chalk peat loam
    gypsum kaolin lime cement brick bricks tile tiles coal lignite iron steel copper tin lead zinc silver gold ore bronze brass pewter
    amber jade ivory coral pearl pearls glass crystal porcelain china pottery stoneware earthenware ceramics
    wood timber oak ash pine larch spruce fir beech birch maple walnut cherry chestnut cedar cypress yew elm lime poplar willow teak mahogany ebony cork
    bamboo reed straw thatch wool silk linen flax cotton lace tweed cashmere felt leather suede fur cloth canvas hemp jute paper parchment ink
    dye indigo wax rubber oil wine wines cider beer brandy cheese butter milk cream honey salt sugar pepper saffron vanilla tea coffee cocoa tobacco rice wheat
    barley rye oats maize flour hops grapes olives apples pears plums cherries apricots peaches oranges lemons figs dates almonds hazelnuts potatoes
    onions garlic tomatoes asparagus truffles mushrooms lentils beans peas beef lamb mutton pork ham bacon sausage sausages veal goose duck
    salmon trout herring cod oysters mussels prawns caviar""".split()  # noqa: SIM905 - a word list reads best as one text
)
_GOT = (
    "quarried|mined|dug|cut|extracted|excavated|felled|logged|grown|harvested|picked|gathered|reared|raised|bred|caught|farmed|woven|spun|made|produced|manufactured"
    "|distilled|brewed|pressed|blown|fired|cast|forged|smelted|tanned|sourced|obtained|imported|brought|shipped|taken|coming|originating"
)
_WHAT = rf"(?P<what>(?:[a-z]+ )?(?:{'|'.join(sorted(MATERIALS))}))"
_NAMED = r"(?P<place>[A-Z][\w'’-]+(?: (?:of |de |del |la )?[A-Z][\w'’-]+){0,2})"
_SITE = r"(?: (?:quarry|quarries|mines?|pits?|hills|forests?|woods|region|area|valley))?"
_BEFORE = regex(rf"(?:the )?{_NAMED} {_WHAT}")
_FROM = rf"(?:,? (?:that|which) (?:(?:was|were|is|are|had been|has been) )?)?(?: ?\b(?:came|comes|{_GOT}))? (?:from|in|at|near) (?:the )?(?:quarr(?:y|ies) (?:in|at|near|of) )?{_NAMED}{_SITE}\b"
_BEHIND = regex(rf"{_WHAT}{_FROM}")
_COMES = regex(rf"\b(?:from|came|comes|{_GOT})\b")
# adjectives of places that no ending makes of their names
_IRREGULAR = {
    "venetian": "venice", "florentine": "florence", "neapolitan": "naples", "tuscan": "tuscany", "cornish": "cornwall", "flemish": "flanders", "norman": "normandy", "breton": "brittany",
    "burgundian": "burgundy", "castilian": "castile", "catalan": "catalonia", "saxon": "saxony", "manx": "isle of man", "bohemian": "bohemia", "provençal": "provence", "tyrolean": "tyrol",
    "galician": "galicia", "viennese": "vienna", "parisian": "paris", "milanese": "milan", "cuban": "cuba", "hebridean": "hebrides", "alpine": "alps", "andean": "andes", "caucasian": "caucasus",
}  # fmt: skip
_MADE = (
    ("ia", ("ian", "ic")), ("a", ("an", "ian", "ese", "ean")), ("y", ("an", "ian", "ine")), ("e", ("ian", "ean", "an", "ine")), ("o", ("an", "ese", "ian")),
    ("land", ("lander", "landic")), ("", ("ian", "ese", "er", "an", "ine", "ish", "ic", "i")),
)  # fmt: skip


class Origin(NamedTuple):
    """What comes from a place, the place or its adjective as it is written, and where all that stands in the text."""

    what: str
    place: str
    span: tuple[int, int]


def origin_in(text: str) -> Origin | None:
    """Return what a text is and where that comes from, if it is no more: "Carrara marble", "marble quarried at Carrara"; else None.

    >>> origin_in("Carrara marble"), origin_in("marble from Carrara").place, origin_in("the Berlin Wall")
    (Origin(what='marble', place='Carrara', span=(0, 14)), 'Carrara', None)
    """
    bare = text.strip(" .")
    found = _BEFORE.fullmatch(bare) or _BEHIND.fullmatch(bare)
    return Origin(found["what"], found["place"], (0, len(text))) if found else None


def origins_told(text: str, what: str) -> Iterator[Origin]:
    """Yield where a text says that something comes from, wherever that stands.

    >>> [each.place for each in origins_told("They used slate quarried in Wales, and sand.", "slate")]
    ['Wales']
    """
    if what not in text:
        return
    named, told = _told_of(what)
    yield from (Origin(what, found["place"], found.span()) for found in named.finditer(text))
    if _COMES.search(text):
        behind = (found for found in told.finditer(text) if _COMES.search(found[0]))
        yield from (Origin(what, found["place"], found.span()) for found in behind)


@lru_cache(maxsize=1024)
def _told_of(what: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    what = re.escape(what)
    return regex(rf"(?:[Tt]he )?{_NAMED} {what}\b"), regex(rf"\b{what}{_FROM}")


def same_place(one: str, other: str, known: dict[str, str]) -> bool:
    """Return whether two words name one place, either perhaps by its adjective; ``known`` has those of countries.

    >>> same_place("Slavonian", "Slavonia", {}), same_place("Venice", "Venetian", {}), same_place("Welsh", "Slavonia", {})
    (True, True, False)
    """
    first, second = one.lower(), other.lower()
    return first == second or _is_adjective(first, second, known) or _is_adjective(second, first, known)


def _is_adjective(word: str, place: str, known: dict[str, str]) -> bool:
    if word in (known.get(place), known.get(f"{place}s")) or _IRREGULAR.get(word) == place:
        return True
    return any(
        place.endswith(end) and len(place) - len(end) > _STEM and word == f"{place[: len(place) - len(end)]}{made}"
        for end, endings in _MADE
        for made in endings
    )


_STEM = 2  # letters that a place has before its ending at least
