"""Text as words in the one form that is compared: case, accents, plurals, spelling, short names and number words unified."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.markup import plain as seen
from qa_eval.reading.names import titles
from qa_eval.reading.names.variants import DAYS, variants_of_kind, variants_text
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.reading.text import STOP_WORDS, plain_quotes, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SMALL = STOP_WORDS | frozenset(
    """him what when where whom whose how s t im ive youre hes shes theyre thats theres or also about during after before between i you we my your our but so than then if not no very
    can could may might such other called known named name""".split()  # noqa: SIM905 - a word list reads best as one text
)
# what a person is besides a name: it may be left out, and added
TITLES = (titles.TITLES - titles.OFFICES) | titles.DOUBTFUL_TITLES
# small words within names
PARTICLES = frozenset("van von de del della di da la le der den ter bin ibn al dos du".split())  # noqa: SIM905 - see above
MINOR = TITLES | PARTICLES
_TOKEN = regex(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|[%$€£¥+]")
_CITATION = regex(
    r"(?<=[^\W\d_]{4})(?:[¹²³⁰⁴-⁹]+|\[\^?\d+\^?\])|(?<=[^\W\d_]{4})\d{1,2}(?=[.,]?(?:\s|$))|(?<=[.!?\")])[¹²³⁰⁴-⁹]{1,3}(?=\s|$)"
)
_PHRASES = (
    ("united states", regex(r"\bunited states(?: of america)?\b", re.IGNORECASE), "USA"),
    ("united kingdom", regex(r"\bunited kingdom\b", re.IGNORECASE), "UK"),
    ("great britain", regex(r"\bgreat britain\b", re.IGNORECASE), "UK"),
    ("soviet union", regex(r"\bsoviet union\b", re.IGNORECASE), "USSR"),
    ("new york city", regex(r"\bnew york city\b", re.IGNORECASE), "New York"),
    ("republic of korea", regex(r"\bdemocratic people's republic of korea\b", re.IGNORECASE), "North Korea"),
    ("republic of korea", regex(r"\brepublic of korea\b", re.IGNORECASE), "South Korea"),
    ("republic of china", regex(r"\bpeople's republic of china\b", re.IGNORECASE), "China"),
    ("russian federation", regex(r"\brussian federation\b", re.IGNORECASE), "Russia"),
    ("due to", regex(r"\bdue to\b", re.IGNORECASE), "because of"),
    ("owing to", regex(r"\bowing to\b", re.IGNORECASE), "because of"),
    ("on account of", regex(r"\bon account of\b", re.IGNORECASE), "because of"),
    ("as a result of", regex(r"\bas a result of\b", re.IGNORECASE), "because of"),
    ("per cent", regex(r"\bper cent\b", re.IGNORECASE), "percent"),
    ("%", regex(r"%"), " percent "),
    ("&", regex(r"&(?!\w+;)"), " and "),
)
_COMPATIBLE = regex("[^\x00-\x7f¹²³⁰⁴-⁹⁻₀-₉¼½¾⅐-⅞]+")  # "km²" is not "km2", nor "1½" "11/2"
# a footnote's number glued to the year at the end of a sentence: "It was adopted in 19781."
_FOOTNOTED = regex(r"((?:\b(?:in|since|until|by)|[a-z]{3}|\d,) (?:1[5-9]|20)\d\d)\d{1,2}(?=\.(?:\s|$)|$)")
_ANGSTROM = regex(r"(?<=\d)\s?[ÅÅ]\b")
_YEAR_STARTS = (" 1", " 20")
_ESCAPED = regex(r"\\+u([0-9a-fA-F]{4})")
_SUFFIXES = (
    "ization", "isation", "ational", "ations", "ation", "ings", "ing", "ition", "ments", "ment", "ness", "ists", "ist", "ers",
    "ors", "istry", "ian", "ity", "ive", "ial", "ical", "ies", "ied", "er", "or", "ed", "ly", "al", "ic", "es", "us", "um", "y", "e", "s",
)  # fmt: skip
_DOUBLING = frozenset(("ing", "ings", "ed"))
_SHADES = "reddish bluish greenish yellowish brownish pinkish purplish whitish blackish greyish grayish orangish"
_COLOURS = "red blue green yellow brown pink purple white black grey grey orange"
LEAST_STEM = 4
LAST_NUMBER = 60  # of a monarch, a war, a film or a final


class Word(NamedTuple):
    """A word in the form that is compared, as it stands in the text, and where."""

    form: str
    start: int
    end: int
    capital: bool


def plain(text: str) -> str:
    """Return ``text`` with plain quotes, compatibility forms unified and accents dropped."""
    if "\\" in text:
        text = without_latex(text)
    if any(mark in text for mark in _YEAR_STARTS):
        text = _FOOTNOTED.sub(r"\1", text)
    if text.isascii():
        return text
    text = _ANGSTROM.sub(" angstrom", text)
    return without_accents(_COMPATIBLE.sub(_unified, plain_quotes(_CITATION.sub("", text))))


def without_latex(text: str) -> str:
    r"""Return a text as a reader sees it: without LaTeX, and without what was escaped once too often.

    >>> without_latex(r"$170\,\text{mm}$").split(), without_latex(r"Zo\u00eb")
    (['170', 'mm'], 'Zoë')
    """
    if "\\u" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return seen(text)[0]


def _unified(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def words_of(text: str) -> list[Word]:
    """Return the words of a plain text, punctuation left out.

    >>> [word.form for word in words_of("The U.S. sent twelve of Bill's howitzers")]
    ['the', 'america', 'sent', '12', 'of', 'william', 'howitzer']
    """
    return [
        Word(form((written := match[0]).lower()), *match.span(), written[0].isupper())
        for match in _TOKEN.finditer(text)
    ]


@lru_cache(maxsize=65536)
def form(word: str) -> str:
    """Return the form in which a lower-case word is compared.

    >>> form("french"), form("cities"), form("1,300.0"), form("3rd"), form("robbie")
    ('france', 'city', '1300', '3', 'robert')
    """
    known = variants()
    if word in known:
        return known[word]
    if word[0].isdigit():
        bare = word.replace(",", "").rstrip("strndh")
        return (bare.rstrip("0").rstrip(".") if "." in bare else bare.lstrip("0")) or "0"
    bare = word.replace(".", "").removesuffix("'s").replace("'", "") or word
    one = singular(bare)
    return known.get(bare) or known.get(one) or one or word


@cache
def variants() -> Mapping[str, str]:
    """Return each word that has another form, and the form that all of its kind are compared in."""
    found: dict[str, str] = {}
    months = variants_of_kind(DAYS)
    for line in variants_text().splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split()
            for word in (first, *others):
                if word in months and first not in months:
                    continue  # "Jan" is a month more often than a given name
                found.setdefault(word, found.get(first, first))
    for shade, colour in zip(_SHADES.split(), _COLOURS.split(), strict=True):
        found.setdefault(shade, found.get(colour, colour))
    return found


@cache
def countries() -> frozenset[str]:
    """Return the forms of countries and their people: "denmark", which stands for "Danish" too."""
    section = variants_text().partition("# countries")[2].partition("\n#")[0]
    return frozenset(form(line.split()[0]) for line in section.splitlines()[1:] if line)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its endings, to see that two are of one family: "maximize", "maximization".

    >>> stem("maximization"), stem("maximize"), stem("lenses")
    ('maxim', 'maxim', 'lens')
    """
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= LEAST_STEM:
                word = word.removesuffix(suffix)
                if suffix in _DOUBLING and word[-1] == word[-2] and word[-1] not in "lsz":
                    word = word[:-1]  # "cutting"
                break
    return word.removesuffix("iz") if len(word) > LEAST_STEM + 1 else word


def phrased(text: str) -> str:
    """Return a text with names of several words in their one-word form: "united states", "per cent"."""
    lowered = text.lower()
    for trigger, pattern, name in _PHRASES:
        if trigger in lowered:
            text = pattern.sub(name, text)
    return text


def numbered(words: Iterable[Word], text: str) -> frozenset[tuple[str, int]]:
    """Return each name with a number that is no figure, and the number: ("charles", 1); James VI and I has both.

    >>> sorted(numbered(words_of("James VI and I"), "James VI and I"))
    [('james', 1), ('james', 6)]
    >>> sorted(numbered(words_of("the Second World War"), "the Second World War"))
    [('war', 2)]
    """
    found = set()
    name = ""
    before = 0  # the number before a name, as wars have it
    for word in words:
        number = _number(word, text)
        if number and name:
            found.add((name, number))
        elif not number and word.form not in ("the", "and"):
            name = word.form if word.form not in SMALL else ""
            if name == "war" and before:
                found.add((name, before))
        before = number or (before if name else 0)
    return frozenset(found)


def _number(word: Word, text: str) -> int:
    """Return the number that a word without digits stands for; 0 for another word."""
    if text[word.start].isdigit():
        return 0
    if word.form == "i":
        return 1 if word.capital or text.islower() else 0
    return int(word.form) if word.form.isdecimal() and int(word.form) <= LAST_NUMBER else 0


def are_of_a_name(words: Iterable[Word]) -> bool:
    """Return whether every word has a capital, is a title, or may be small within a name."""
    return all(word.capital or any(word.form in known for known in (SMALL, TITLES, PARTICLES)) for word in words)


def trigrams(text: str) -> frozenset[str]:
    """Return the stretches of three characters of a text; a shorter text is its own."""
    return frozenset(text[place : place + 3] for place in range(max(1, len(text) - 2)))


MOST_ITEMS, MOST_OF_ITEM = 8, 3  # items of a list, and words of one
_ITEMS = regex(r"\s*(?:,\s*(?:and\b|&)?|\band\b|&|;)\s*(?!\d{3})")


def items_of(text: str) -> tuple[frozenset[str], ...]:
    """Return the words of each item of a list: "red and white", "fuel, food and water"; empty for anything else."""
    items = [
        frozenset(word.form for word in words_of(phrased(plain(part))) if word.form not in SMALL)
        for part in _ITEMS.split(text)
    ]
    short = all(0 < len(item) <= MOST_OF_ITEM for item in items)
    return tuple(items) if 1 < len(items) <= MOST_ITEMS and short else ()
