"""Figures as accounts and recipes write them, rewritten so that they are read as what they say."""

from __future__ import annotations

import re

from qa_eval.reading.arguments import AT
from qa_eval.reading.counting import NUMBER_OF, TENS
from qa_eval.reading.quantities.bare import from_sea_level, with_powers
from qa_eval.reading.quantities.below_zero import BRACKETED_FIGURE, out_of_brackets
from qa_eval.reading.quantities.periodical import PERIODS, with_periods
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.units.asked import asks_for_elevation
from qa_eval.scorers.strict.quantities.changed import asks_where_to
from qa_eval.scorers.strict.quantities.rates import with_rate
from qa_eval.scorers.strict.quantities.wholes import MAY_BE_PART, all_but, base_asked, part_of

# "(3.2)%", "$(5) million", "($5 million)": a loss in brackets; read so only where a negative figure or a loss is accepted
_BRACKETED = regex(BRACKETED_FIGURE, re.IGNORECASE)
_PER_DAY = regex(r"\bper 24 h(?:ours|rs|r)?\b", re.IGNORECASE)
_MIXED = regex(r"(?<![\d.,/])(?P<whole>\d+)\s+and\s+(?P<part>\d{1,2}/\d{1,2})(?![\d/])")  # "2 and 1/2 cups"
_GROUPED_BELOW = regex(r"(?<=\d)\s*/\s*(?P<below>\d{1,3}(?:,\d{3})+)(?![\d.,]*\d)")  # "1/1,000,000 s"


_OF_EVERY = regex(
    r"(?=\s)(?<=\w)\s+(?:in|out of)\s+(?:every|each)\s+(?=\d|two|three|four|five|six|seven|eight|nine|ten|hundred)",
    re.IGNORECASE,
)
_PLUS_OR_MINUS = regex(r"\bplus(?:[\s-]or[\s-]|\s?/\s?|\s)minus\s+", re.IGNORECASE)
_IN_A_ROW = regex(r"\b(?P<row>consecutive|successive|straight)\s+one\b", re.IGNORECASE)
_OF_ALL = regex(r"(?<=[\da-z])\s+\((?:out )?of (?:the |all )?(?P<all>\d[\d,]*|[a-z]+)\)", re.IGNORECASE)  # "7 (of 11)"
_FEATS = regex(r"\b(?:an?\s+)?(?P<feat>hat-?\s?trick|brace)(?:\s+of\s+goals)?\b", re.IGNORECASE)
_DEGREES = regex(r"(?<![\w.])(?P<number>\d{3,4})(?P<scale>[CF])\b")
_KELVIN = regex(r"(?<=\d)K\b")


# "by a single point", "by a goal"
_ONE = regex(
    r"(?=[ao])(?:(?<!not )\b(?:an?|one)\s+(?:single|lone|sole)\s+(?=[a-z]{3,}\b)"
    r"|(?<=\bby )an?\s+(?=(?:point|goal|run|wicket|shot|stroke|second|minute|length|mile|metre|meter|vote|seat|day|week|try)\b))",
    re.IGNORECASE,
)
_DENIED = regex(r"(?:\b(?:not|never)|n['’]t)(?:\s+[a-z]+){0,2}\s+\Z", re.IGNORECASE)  # "did not miss a single one"
_PERIOD_BEFORE = regex(
    r"\b(?P<period>hourly|daily|nightly|weekly|monthly|annual|yearly)\s+(?P<rest>[a-z][a-z ]{1,40}?(?:is|was|are|were|of|at|costs?|:)\s*(?:about\s+|only\s+|now\s+)?"
    r"[$€£]?\d(?:[\d.,]*\d)?(?:\s?(?:[€$£%]|thousand|million|billion|bn|[mk]\b|euros?|dollars?|pounds?|francs?|hours?|km|litres?|kg|tonnes?))*)(?=\W*\Z|[,;]|\.\s)",
    re.IGNORECASE,
)


_TIMES = frozenset(("second", "minute", "hour"))
_MINUTES = regex(  # "28m41s", "28'41\""
    r"(?<![\w.'’])(?P<minutes>\d{1,3})\s?(?:m|['’′])\s?(?P<seconds>\d{1,2}(?:\.\d+)?)\s?(?:s\b|\"|”|″)", re.IGNORECASE
)
_ISO = regex(r"\bPT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?(?!\w)")  # "PT2H20M"
_FEET = regex(r"(?<![\w.])(?P<feet>\d+)\s?['’′]\s?(?P<inches>\d+(?:\.\d+)?)\s?(?:\"|”|″|'')")
_UP_TO = regex(  # "from 5.5 up to 8", "from 40 m to as high as 85 m"
    r"(?<=\d)\s+(?:up|down) to\s+(?=\d)|(?<=\bfrom )(?P<low>\d[\d.,]*\s?\w{0,12})\s+(?:(?:up|down) to|to as (?:high|much|many|long|far|low|few|little) as)\s+(?=\d)",
    re.IGNORECASE,
)
_BARE_PH = regex(r"\bpH\s+(?=\d)")
_POUNDS = regex(
    r"(?P<number>\d[\d.,]*(?:\s?(?:thousand|million|billion|bn|[mk]))?)\s+pounds?\b(?!\s+(?:of\b|(?:and\s+)?\d))",
    re.IGNORECASE,
)
_IN_WORDS = regex(
    rf"\b(?P<number>(?:{'|'.join((*NUMBER_OF, *TENS, 'hundred', 'thousand', 'million', 'half'))}))\s+pounds?\b(?!\s+(?:of\b|(?:and\s+)?\d))",
    re.IGNORECASE,
)
_MILLIONS_OF = regex(
    r"(?<=\d)\s?m(?=\s+(?:years|people|tonnes|tons|barrels|dollars|euros|pounds|miles|kilometres|litres)\b)"
)  # "5.4m years"
_MILLIONS = regex(r"(?<=\d)\s?m\b(?!\s+(?:long|wide|high|deep|tall|away)\b|/)")  # "48.2m", where money is accepted
# what something covers is no bound: "It extends over 40 hectares"
_EXTENDS = regex(r"\b(?P<verb>(?:extend|stretch|sprawl|spread|rang)(?:e?s|e?d|ing)?)\s+over\s+(?=\d)", re.IGNORECASE)
_FROM_TO = regex(r"\W*from\s+[$€£]?\d(?:[\d.,]*\d)?[^.;,!?\d]{0,20}?\s+to\s+(?=[$€£]?\d)", re.IGNORECASE)
_INTERVAL = regex(r"[\[(]\s*(?P<low>-?\d[\d.]*)\s*[,;]\s*(?P<high>-?\d[\d.]*)\s*[\])]")


# of genomes, "4.6 Mb" is 4.6 million base pairs
_BITS = {"": "bits", "k": "kb", "kilo": "kb", "thousand": "kb", "m": "Mb", "mega": "Mb", "million": "Mb", "g": "Gb", "giga": "Gb", "billion": "Gb"}  # fmt: skip
_BASES = regex(
    r"(?P<number>\d(?:[\d.,]*\d)?)[\s-]*(?:(?P<scale>thousand|million|billion)\s+)?(?:(?P<prefix>kilo|mega|giga)[\s-]?(?:bases?(?:[\s-]?pairs?)?\b)|(?:DNA\s+)?base[\s-]?pairs?\b|(?:DNA\s+)?bases\b|(?P<symbol>[kMG]?)bp\b)",
    re.IGNORECASE,
)


_MOLAR = regex(r"(?<=[\d⁰¹²³⁴-⁹}])[\s-]?(?:M|molar)\b(?! ?[$€£])")
_AT_POINT = regex(  # where a function has its least value
    rf"(?<=[\d)])(?:\s*,)?\s*\(?{AT}[-−–]?\d[\d./]*\)?", re.IGNORECASE
)
_OF_FRANCS = frozenset(("CHF", "FRF", "BEF"))
_FRANCS = regex(r"(?<![\d.] )\bfr(?:s?\.|s)\s?(?=\d)", re.IGNORECASE)
_GRAND = regex(r"(?<=[\w.])\s+grand\b", re.IGNORECASE)
_LETTERS = regex(r"(?<![\w(])[a-z](?![\w)])")
_ASKS_RATE = regex(r"\b(?:rate|interest|yield|return|coupon|pays?|paid|growth|inflation)\b", re.IGNORECASE)
_A_YEAR = regex(r"(?<=%|t)\s+(?:a|per|each|every)\s+year\b", re.IGNORECASE)  # as rates are given
_CENTS = regex(r"(?<=\d)\s?ct?s?(?![\w.°])")
# "a metre", "It is only an hour away"
_A_UNIT = regex(
    r"(?P<led>\A\W*|\b(?:is|was|are|were|about|only|just|takes?|took|lasts?|lasted|lies|lay|weighs?|weighed|costs?)\s+)an?\s+(?=(?:metre|meter|mile|kilometre|kilometer|foot|yard|inch|hour|minute|second|day|week|month|year|litre|liter|kilo|kilogram|gram|tonne|ton|pound|euro|dollar|pint)(?:\W*\Z|\s+(?:away|long|wide|high|deep|from|per)\b))",
    re.IGNORECASE,
)
_FIGURE = regex(rf"\d|\b(?:half|quarter|{'|'.join(NUMBER_OF)})\b", re.IGNORECASE)
_HALVED = regex(r"\bhalved\b(?=[^\d]*\Z)", re.IGNORECASE)
_CUPS = regex(r"(?<=[\d¼½¾⅓⅔])\s?c\b\.?")
TEMPERATURES = frozenset(("degree_Celsius", "degree_Fahrenheit", "kelvin"))


def in_moles(text: str) -> str:
    """Return concentrations as moles in a litre.

    >>> in_moles("0.25 M NaCl"), in_moles("2 molar"), in_moles("5 mM")
    ('0.25 mol/L NaCl', '2 mol/L', '5 mM')
    """
    return _MOLAR.sub(" mol/L", text)


_OR_NEXT = regex(
    rf"\b(?P<low>\d{{1,3}}|{'|'.join(NUMBER_OF)})\s+or\s+(?P<high>\d{{1,3}}|{'|'.join(NUMBER_OF)})\b(?![.,]\d)",
    re.IGNORECASE,
)
# "one patient in twenty", "one in every twenty"
_ONE_IN = regex(
    rf"\b(?P<part>\d{{1,3}}|an?|{'|'.join(NUMBER_OF)})\s+(?:[a-z]+\s+)?in\s+(?:every\s+)?(?=\d|(?:{'|'.join(NUMBER_OF)}|thirty|forty|fifty|hundred)\b)",
    re.IGNORECASE,
)
_SHARE_ASKED = regex(
    r"\b(?:share|fraction|proportion|percentage|percent|rate|odds|probability|chances?|risk)\b", re.IGNORECASE
)
_SIBLINGS = regex(r"\b(?:brothers and sisters|sisters and brothers|brothers or sisters)\b", re.IGNORECASE)
_BY_THEN_TO = regex(
    r"\bby (?P<much>(?:(?:an?|one|two|three|four) )?(?:half|thirds?|quarters?|fifths?|tenths?)|\d[\d.,]*\s?(?:%|per ?cent)) to (?=[$€£]?\d)",
    re.IGNORECASE,
)
_ARROW = regex(r"(?<=[\d%])\s*(?:→|⇒|-+>)\s*(?=[$€£]?\d)")


def tidied(text: str, *, negative: bool, rate: bool = False, spans: bool = False) -> str:
    """Return an answer with such figures written plainly; ``negative``: a bracketed figure is one below zero; ``rate``: so much
    a period is asked for, so that "annually" is "per year"; ``spans``: from one figure to another is accepted, "(0.65, 0.85)".

    >>> tidied("(3.2)%", negative=True), tidied("2 and 1/2 cups", negative=False), tidied("1/1,000 s", negative=False)
    ('-3.2%', '2 1/2 cups', '1/1000 s')
    """
    text = text.replace("+/-", "±")
    if "24 h" in text:
        text = _PER_DAY.sub("per day", text)
    if "minus" in text:
        text = _PLUS_OR_MINUS.sub("± ", text)
    if negative and "(" in text:
        text = _BRACKETED.sub(out_of_brackets, text)
    if rate:
        text = _PERIOD_BEFORE.sub(lambda found: f"{found['rest']} per {PERIODS[found['period'].lower()]}", text)
        text = with_periods(text)
    if "by " in text:
        text = _BY_THEN_TO.sub(r"by \g<much>, to ", text)
    if spans:
        text = _ARROW.sub(" to ", text)
        text = _UP_TO.sub(lambda found: f"{found['low'] or ''} to ", _BARE_PH.sub("", text))
        text = _OR_NEXT.sub(_as_range, text) if " or " in text else text
    text = _INTERVAL.sub(r"\g<low> to \g<high>", text) if spans and text.strip()[:1] in ("(", "[") else text
    text = _OF_EVERY.sub(" out of ", text)
    if "of " in text and "(" in text:
        text = _OF_ALL.sub(r" out of \g<all>", text)
    if "/" in text:
        text = _MIXED.sub(r"\g<whole> \g<part>", text)
        text = _GROUPED_BELOW.sub(lambda found: "/" + found["below"].replace(",", ""), text)
    return text


def _as_range(found: re.Match[str]) -> str:
    """Return "two or three" as a range: between neighbours there is nothing else."""
    low, high = (NUMBER_OF.get(found[end].lower()) or int(found[end]) for end in ("low", "high"))
    return f"{found['low']} to {found['high']}" if high == low + 1 else found[0]


_ONE_AND_A_HALF = regex(r"\ban? (?P<what>[a-z]+) and a half\b")  # "a length and a half"
_PLACE_ASKED = regex(
    r"\b(?:position|place[ds]?|rank(?:ed|ing)?|finish(?:ed)?|grid|start(?:ed)?|qualif(?:y|ied))\b", re.IGNORECASE
)
_PLACE = regex(r"\bP(?=\d{1,2}\b)")  # "P4", as racing drivers count
_MAGNITUDE = regex(r"\bM[wLsb]?\s?(?=\d\.\d)")  # "M6.8"


def told_otherwise(text: str, question: str, unit: str) -> str:
    """Return an answer with what only its question tells how to read: a hat-trick as goals, "180C" as a temperature.

    >>> told_otherwise("a hat-trick", "How many goals did she score?", ""), told_otherwise("180C", "How hot?", "degree_Celsius")
    ('3', '180 °C')
    """
    text = all_but(text, base_asked(question)) if " but " in text or "xcept" in text or " bar " in text else text
    text = part_of(text, question) if not unit and base_asked(question) and MAY_BE_PART.search(text) else text
    text = (
        _AT_POINT.sub(lambda found: found[0] if found["of"] in _LETTERS.findall(question) else "", text)
        if "=" in text
        else text
    )
    if " and a half" in text:
        text = _ONE_AND_A_HALF.sub(r"1.5 \g<what>s", text)
    if "M" in text and "magnitude" in question:
        text = _MAGNITUDE.sub("", text)
    if "P" in text and _PLACE_ASKED.search(question):
        text = _PLACE.sub("place ", text)
    if asks_for_elevation(question):
        text = from_sea_level(text)
    if "sibling" in question:
        text = _SIBLINGS.sub("siblings", text)
    if " in " in text and _SHARE_ASKED.search(question):
        text = _ONE_IN.sub(r"\g<part> in ", text)
    led = _FROM_TO.match(text) if " to " in text else None
    if led and asks_where_to(question):
        text = text[led.end() :]
    if unit and "m" in text and not unit.startswith("metre"):
        text = _MILLIONS_OF.sub(" million", text)
    text = _in_plain_words(with_powers(with_rate(text, unit)) if " / " in unit else text)
    if not unit:
        feat = _FEATS.search(text) if "goals" in question else None
        return (
            text
            if feat is None
            else f"{text[: feat.start()]}{2 if feat['feat'].lower() == 'brace' else 3}{text[feat.end() :]}"
        )
    return _as_in_unit(text, question, unit)


def _as_in_unit(text: str, question: str, unit: str) -> str:
    """Return an answer with what the accepted unit tells how to read."""
    text = _as_money(text, unit) if unit[:3].isupper() else text
    if unit.endswith("bit") and ("base" in text or "bp" in text):
        text = _BASES.sub(_as_symbol, text)
    if unit == "percent" and _ASKS_RATE.search(question):
        text = _A_YEAR.sub("", text)
    text = _in_small_words(text, unit)
    if unit == "cup":
        text = _CUPS.sub(" cups", text)
    if "mole / " in unit:
        text = in_moles(text)
    if unit in _TIMES:
        text = _MINUTES.sub(r"\g<minutes> min \g<seconds> s", text)
        text = _ISO.sub(_as_parts, text) if "PT" in text else text
    if unit == "foot":
        text = _FEET.sub(r"\g<feet> ft \g<inches> in", text)
    return as_temperature(text) if unit in TEMPERATURES else text


def _as_money(text: str, unit: str) -> str:
    """Return an answer with what an accepted currency tells how to read: "5 grand", "Fr. 12.50"."""
    if unit.isupper() and "grand" in text:
        text = _GRAND.sub(" thousand", text)
    if unit.startswith("GBP") and "pound" in text:
        text = _IN_WORDS.sub(r"\g<number> GBP", _POUNDS.sub(r"£\g<number>", text))
    if unit[:3] in _OF_FRANCS and ("Fr" in text or "fr" in text):
        text = _FRANCS.sub(f"{unit[:3]} ", text)  # as they are written in Switzerland: "Fr. 12.50"
    if unit.isupper() and "m" in text:
        text = _MILLIONS.sub(" million", text)
    return text


def _as_parts(found: re.Match[str]) -> str:
    return " ".join(
        f"{number} {unit}" for number, unit in zip(found.groups(), ("h", "min", "s"), strict=True) if number
    )


def _in_small_words(text: str, unit: str) -> str:
    """Return an answer with "35c" as 35 cents, where cents are accepted, and "a metre" as one."""
    if unit.startswith("cent") and "c" in text:
        text = _CENTS.sub(" cents", text)
    return text if " " not in text or _FIGURE.search(text) else _A_UNIT.sub(r"\g<led>1 ", text)


def as_temperature(text: str) -> str:
    """Return a text with "200C" and "92K" as the temperatures that they are."""
    return _KELVIN.sub(" K", _DEGREES.sub(r"\g<number> °\g<scale>", text))


def _in_plain_words(text: str) -> str:
    if "halv" in text:
        text = _HALVED.sub("cut by half", text)
    if " over " in text:
        text = _EXTENDS.sub(r"\g<verb> across ", text)
    if "y a" in text or "sing" in text or "lone" in text or "sole" in text:  # what one of them has
        text = _ONE.sub(lambda one: one[0] if right_before(_DENIED, text, one.start()) else "1 ", text)
    return _IN_A_ROW.sub(r"\g<row>", text) if " one" in text else text


def _as_symbol(found: re.Match[str]) -> str:
    """Return what is counted in base pairs with the symbol that is read: "4.6 megabases" as "4.6 Mb"."""
    scale = (found["scale"] or found["prefix"] or found["symbol"] or "").lower()
    return f"{found['number']} {_BITS[scale]}"
