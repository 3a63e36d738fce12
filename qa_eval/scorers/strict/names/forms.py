"""Further forms of an accepted name that mean the same in any text: "Timothy Cook", "Oxford University", "Arsenal FC"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import DAY_NAMES
from qa_eval.reading.counting import ORDINALS, ordinal
from qa_eval.reading.names.initials import initials
from qa_eval.reading.names.titles import ADDRESSES
from qa_eval.reading.names.variants import COUNTRIES, DAYS, GIVEN, variants_of_kind
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.names.firms import forms_of_firm
from qa_eval.scorers.strict.names.graded import of_blood, of_size
from qa_eval.scorers.strict.names.peoples import by_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BODIES = ("University", "College", "Institute", "Hospital", "Academy", "Museum")
_BODY = "|".join(BODIES)
_BODY_OF = regex(rf"(?:the\s+)?(?P<body>{_BODY}) of (?P<of>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)", re.IGNORECASE)
_OF_BODY = regex(rf"(?:the\s+)?(?P<of>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) (?P<body>{_BODY})")
_EVERY_OTHER = regex(
    rf"\bevery (?P<which>other|second) (?P<day>{'|'.join(DAY_NAMES)}|weekend|morning|evening|month|year)\b"
)
_FELT = regex(r"(?:feeling|being) (?P<how>[a-z]{3,})")
_SECOND = regex(r"(?:the |in )?(?:second|2nd)(?: place)", re.IGNORECASE)
_CLUB = regex(r"\s+(?:A\.?F\.?C|F\.?C|C\.?F|S\.?C|F\.?K|B\.?C|R\.?F\.?C|(?:Association\s+)?Football\s+Club)\.?(?!\w)")
_RANKS = {rank: number for number, rank in enumerate(ORDINALS[:13]) if number}
_RANKED = regex(
    rf"(?:the\s+)?(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_RANKS)})\s+(?P<what>floor|chapter|page|room|level|gate|platform|season|round|half|leg|quarter|set|minute|lap|day|week|over|inning|lane|stage|grade|volume|row)",
    re.IGNORECASE,
)
_PAGE = regex(r"(?P<pages>pages?|pp?\.?)\s?(?P<number>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)", re.IGNORECASE)
_FORM_BESIDE = regex(
    r"(?<=\w),?\s+(?:Inc|Incorporated|Ltd|Limited|LLC|PLC|plc|Corp|Corporation|GmbH|AG|SE|SA|ASA|AS|A/S|AB|Oyj|NV|BV|S\.p\.A|Co)\.?(?=\s*\(|,\s+(?:the|which|who|a|an|its)\s)"
)
_OPTION = regex(
    r"\W*(?:(?i:the\s+)?(?i:correct\s+|right\s+)?(?i:option|answer|choice)\s*(?i:is\b)?\s*:?\s*)?\(?(?P<letter>[A-H])\)?(?:\s*[:.,;–—-]\s*|\s+)(?=(?i:because|since|as|for)\s|[A-H]\s(?:and\s[A-H]\s)?(?:is|are|was|were)\s(?:wrong|false|not|incorrect|too)\b)"
)
_NUMBERED = regex(
    r"(?:the\s+)?(?P<what>floor|chapter|level|season|round|lap|day|week|over|inning|stage|grade|set)\s+(?P<number>\d{1,3})",
    re.IGNORECASE,
)  # "round 7" is the 7th
_CLUB_BEFORE = regex(r"(?:A\.?F\.?C|F\.?C|S\.?C|F\.?K)\.?\s+(?=[A-Z])")
_OF_A_KIND = regex(
    r"(?:the )?(?:Mount|Mt\.?|River) (?P<own>[A-Z][\w-]+)"
)  # a lake, bay or cape may be called after anything
_TITLE = regex(rf"(?:{'|'.join(ADDRESSES)})\.?\s+")
_OF_MONEY = frozenset(("Bank", "Sachs", "Insurance", "Holdings", "Capital", "Motor", "Motors", "Airlines", "Airways"))
_STREETS = {
    "Street": "St",
    "Avenue": "Ave",
    "Road": "Rd",
    "Boulevard": "Blvd",
    "Square": "Sq",
    "Lane": "Ln",
    "Drive": "Dr",
}
_PRICE = regex(r"\b(?:how much|cost|price|fee|charge|fare|admission|pay)\b", re.IGNORECASE)
_FREE = (
    "free", "free of charge", "for free", "no charge", "nothing", "no cost", "at no cost", "without charge", "gratis", "complimentary", "£0", "$0", "€0", "0",
    "zero", "no fee", "it costs nothing", "free entry", "free admission", "entry is free", "admission is free", "no entry fee",
)  # fmt: skip
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|once|twice|both)"
_COUNT_BESIDE = regex(
    rf"\s*\((?:{_NUMBER}|x\s?\d)(?:\s+[a-z]+)?\)|,?\s+with\s+{_NUMBER}(?:\s+(?!and\b)[a-z]+)?(?=\s+and\b|,|\W*\Z)",
    re.IGNORECASE,
)
# "the caretaker, Mr Ode": the name says who it is
_AGED = regex(r"(?P<age>\d{1,3})[- ]years?[- ]old (?P<who>[a-z]+)")
_QUARTER = regex(r"Q(?P<number>[1-4])")
_NUMBER_ALONE = regex(r"(?:the\s+)?(?:number|no\.?|nr\.?)\s+(?P<number>\d{1,4}[a-z]?)", re.IGNORECASE)
_VERSION = regex(r"(?:(?:version|v\.?)\s*(?=\d)|(?=\d+\.\d+\.))(?P<number>[\d.]+)", re.IGNORECASE)
_QUARTERS = ("first", "second", "third", "fourth")
LINES = frozenset(("bus", "line", "tram", "train", "route", "service"))
NUMBER_WORDS = frozenset(("number", "no", "nr"))
_NAMED = regex(r"\b[A-Z][a-z]+\b")
_ASKING = frozenset(
    ("Who", "What", "Which", "Whose", "Whom", "Where", "When", "How", "Why", "In", "At", "On", "From", "To", "By")
)
_LEADING = frozenset(("in", "inside", "at", "on", "the", "a", "an"))
_LETTERS = regex(r"[^\W\d_]+")
_MOST_WORDS = 6  # of a term that goes by its initials
_LEAST_WORDS = 3  # of a name that its initials stand for
_SMALL = frozenset("of the and for de la du des in on".split())  # noqa: SIM905 - a word list reads best as one text


def _put_otherwise(name: str) -> Iterator[str]:
    """Yield "every second Friday" for every other one, the runner-up for the second place, and "feeling dizzy" for dizziness."""
    if "every" in name and (every := _EVERY_OTHER.search(name)):
        yield f"{name[: every.start()]}every {'other' if every['which'] == 'second' else 'second'} {every['day']}{name[every.end() :]}"
    if name.startswith("inside "):
        yield f"in {name[7:].removeprefix('of ')}"
    if _SECOND.fullmatch(name):
        yield "runner-up"
    if name.endswith("ness") and name.isalpha():
        felt = name[:-5] + "y" if name.endswith("iness") else name[:-4]
        yield from (f"{way} {felt}" for way in ("feeling", "being", "getting", "becoming"))
    elif feels := _FELT.fullmatch(name):
        yield (feels["how"][:-1] + "i" if feels["how"].endswith("y") else feels["how"]) + "ness"


def further_forms(name: str) -> Iterator[str]:
    """Yield further forms of a name.

    >>> list(further_forms("Tim Cook")), list(further_forms("University of Oxford")), list(further_forms("Wednesday"))
    (['Timothy Cook', 'Timmy Cook'], ['Oxford University'], ['Wed'])
    """
    titled = _TITLE.match(name)
    if titled and " " in name[titled.end() :]:
        yield name[titled.end() :]
    given, _, rest = name.partition(" ")
    if rest and given.istitle() and rest[0].isupper():
        known = variants_of_kind(GIVEN).get(given.lower(), ())
        yield from (
            f"{other.capitalize()} {rest}" for other in sorted(known, key=len, reverse=True) if other != given.lower()
        )
    elif not rest:
        known = variants_of_kind(DAYS).get(name.lower().removesuffix("s"), ())
        yield from (other.capitalize() for other in sorted(known, key=len) if other != name.lower())
    turned = _BODY_OF.fullmatch(name)
    if turned:
        yield f"{turned['of']} {turned['body']}"
    turned = _OF_BODY.fullmatch(name)
    if turned:
        yield f"{turned['body']} of {turned['of']}"
    yield from _put_otherwise(name)
    if "&" in name:
        yield name.replace(" & ", " and ") if " & " in name else name.replace("&", " & ")
    yield from (form for form in by_country(name) if " of " not in form)
    yield from _spelt_otherwise(name)
    yield from _versions(name)
    page = _PAGE.fullmatch(name)
    if page:
        yield from (f"{before}{page['number']}" for before in ("page ", "pages ", "p. ", "pp. ", "p ", "p", ""))
    street, _, kind = name.rpartition(" ")
    if street and kind in _STREETS:
        yield f"{street} {_STREETS[kind]}"
    yield from _of_club(name)
    yield from forms_of_firm(name)
    yield from _of_age(name)
    yield from of_blood(name)
    yield from of_size(name)
    if plain := _OF_A_KIND.fullmatch(name):
        yield plain["own"]


def option_chosen(text: str) -> str:
    """Return the letter that an answer gives before it says why it is that one; the answer itself where it gives none so.

    >>> option_chosen("Option B: because A is wrong"), option_chosen("B, since C is too small."), option_chosen("B or C")
    ('B', 'B', 'B or C')
    """
    chosen = _OPTION.match(text)
    return chosen["letter"] if chosen else text


def without_form(text: str) -> str:
    """Return an answer without a firm's legal form in front of what is told of the firm.

    >>> without_form("Meridor Ltd (Caspia's owner)"), without_form("Meridor Ltd")
    ("Meridor (Caspia's owner)", 'Meridor Ltd')
    """
    return _FORM_BESIDE.sub("", text)


def _of_club(name: str) -> Iterator[str]:
    """Yield a club's name without, and with behind it, what says that it is one: "Basel" and "Basel FC" for "FC Basel"."""
    if _CLUB.search(name):
        yield _CLUB.sub("", name)
    elif led := _CLUB_BEFORE.match(name):
        yield name[led.end() :]
        yield f"{name[led.end() :]} {led[0].strip()}"


def _of_age(name: str) -> Iterator[str]:
    """Yield "a man aged 34 from Leeds" for "a 34-year-old man from Leeds"."""
    aged = _AGED.search(name)
    if aged:
        before, behind = name[: aged.start()], name[aged.end() :]
        yield from (f"{before}{aged['who']} {way} {aged['age']}{behind}" for way in ("aged", "of"))


def _spelt_otherwise(name: str) -> Iterator[str]:
    """Yield a rank as a number, "floor 3", and a firm with and without "Group"."""
    ranked = _RANKED.fullmatch(name)
    if ranked:
        number = _RANKS.get(ranked["rank"].lower()) or ranked["rank"].rstrip("stndrh")
        yield f"{ranked['what']} {number}"
        yield f"{ordinal(int(number))} {ranked['what']}"
        if ranked["what"].lower() == "minute":  # of a match: "after 71 minutes", "in the 71st"
            yield from (f"after {number} minutes", f"{number} minutes", f"{number} min", ordinal(int(number)))
        if ranked["what"].lower() == "quarter":
            yield f"Q{number}"
    elif numbered := _NUMBERED.fullmatch(name):
        rank = ordinal(int(numbered["number"]))
        yield from (f"{rank} {numbered['what']}", rank)
    elif quarter := _QUARTER.fullmatch(name):
        yield f"{_QUARTERS[int(quarter['number']) - 1]} quarter"
    if name.lower().removeprefix("on ").removeprefix("the ") in ("left", "right"):
        side = name.lower().rpartition(" ")[2]
        yield from (f"{side}-hand side", f"{side} side", side, f"on the {side}", f"{side} hand side")
    if name.endswith(" Group") and name.count(" ") > 1:
        yield name.removesuffix(" Group")
    elif " " in name and name.istitle() and name.rpartition(" ")[2] in _OF_MONEY:
        yield f"{name} Group"


def _versions(name: str) -> Iterator[str]:
    number = _NUMBER_ALONE.fullmatch(name)
    if number:
        yield from (f"{word} {number['number']}" for word in ("number", "no.", "No.", "#"))
    if name.startswith("without "):
        yield f"with no {name[8:]}"
    version = _VERSION.fullmatch(name)
    if version:
        yield from (f"{word}{version['number']}" for word in ("v", "v ", "v. ", "version ", "release "))


def free_of_charge(names: Sequence[str], question: str) -> tuple[str, ...]:
    """Return the other ways to say that something is free, where a price is asked for.

    >>> free_of_charge(("free",), "How much does it cost?")[:2], free_of_charge(("free",), "What was he?")
    (('free', 'free of charge'), ())
    """
    return _FREE if _PRICE.search(question) and any(name.lower().strip(" .") in _FREE for name in names) else ()


def of_whom(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield "Leo's grandmother" for "his grandmother", where the question names one person.

    >>> list(of_whom(("his grandmother",), "Who gave Leo the watch?"))
    ["Leo's grandmother"]
    """
    whose = {word for word in _NAMED.findall(question) if word not in _ASKING}
    for name in names if len(whose) == 1 else ():
        owner, _, what = name.partition(" ")
        if owner in ("his", "her", "their") and what:
            yield f"{next(iter(whose))}'s {what}"


def without_counts(text: str) -> str:
    """Return an answer without how often each of several names did it: "Moore (twice) and Holt (1)"."""
    return _COUNT_BESIDE.sub("", text)


def initials_of(name: str) -> frozenset[str]:
    """Return the initials by which a name or a term of three words or more may go; none of a shorter one.

    >>> sorted(initials_of("Silicon Valley Bank")), sorted(initials_of("Real Madrid"))
    (['SVB'], [])
    >>> sorted(initials_of("standard error of the mean")), sorted(initials_of("first-in, first-out"))
    (['SEM', 'SEOTM'], ['FFO', 'FIFO'])
    """
    words = _LETTERS.findall(name)
    telling = [word for word in words if word.lower() not in _SMALL]
    if len(telling) >= _LEAST_WORDS and all(word[0].isupper() for word in telling):
        return frozenset((initials(telling),))
    if len(words) < _LEAST_WORDS or not name.islower() or len(words) > _MOST_WORDS:
        return frozenset()
    every = {initials(words), initials(telling)}
    return frozenset(each.upper() for each in every if len(each) >= _LEAST_WORDS)


def without_club(text: str) -> str:
    """Return an answer without what stands behind a club's name: "Real Madrid" for "Real Madrid CF"."""
    return _CLUB.sub("", text)


def figure_of(rank: str) -> str:
    """Return a rank as its figure: "63" for "63rd"."""
    return rank[:-2] if rank[:1].isdigit() and rank[-2:] in ("st", "nd", "rd", "th") else rank


def without_number(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without what leads in a place, and tells that they are a number: "on the 3rd", "number 14"."""
    words = words[next((place for place, word in enumerate(words) if word not in _LEADING), 0) :]
    numbered = len(words) > 1 and words[0] in NUMBER_WORDS | LINES and words[1][0].isdigit()
    return words[1:] if numbered else words


def nations_of(name: str) -> tuple[str, ...]:
    """Return a country and its people by their other names: "Kenya" for "Kenyan"."""
    return tuple(word.capitalize() for word in sorted(variants_of_kind(COUNTRIES).get(name.lower(), ())))
