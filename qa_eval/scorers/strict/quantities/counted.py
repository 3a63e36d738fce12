"""What a right figure counts: an answer may give it of another thing, short of it, or as often as is not asked."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities.periodical import periods_in
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL, folded
from qa_eval.scorers.strict.quantities.changed import is_change, names_change
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.scorers.strict.quantities.asked import Asked

_SHORT_OF = regex(
    r"\b(?:nearly|almost|not quite|close to|approaching)\s+(?:an?\s+)?(?:[$€£]?(?=\d)|(?=(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s+(?:hundred|thousand|million))))",
    re.IGNORECASE,
)
_FROM = regex(
    r"\W*(?:from|starting at|starting from)\s+[$€£]?\d[\d.,]*(?:\s*(?!(?:to|until|till|through)\b)[\w%€£]+){0,2}\W*",
    re.IGNORECASE,
)
_APPROXIMATE = regex(
    r"\b(?:nearly|almost|close to|about|around|approximately|roughly|some|approaching|not quite|just (?:under|below|short of))\b|~",
    re.IGNORECASE,
)
_ASKED = regex(r"\bhow (?:much|many) (?P<what>[a-z]+)(?: of (?P<of>[a-z]\w*))?\b", re.IGNORECASE)
_OF = regex(
    r"\d[\w./½¼¾⅓⅔]*(?:\s+\d+/\d+)?(?:\s+(?:thousand|million|billion|trillion))?\s+[a-z]+\s+of\s+(?P<what>[a-z]+)\W*\Z",
    re.IGNORECASE,
)  # "2 cups of sugar", at the end
_AGO = regex(r"\bago\W*\Z", re.IGNORECASE)
_FORMED = regex(r"\b(?:dat(?:e|es|ed|ing)|formed|laid down|lived)\b", re.IGNORECASE)  # so long ago is how old it is
_AGE = regex(r"\bhow old\b|\bage\b", re.IGNORECASE)
# what is so long or so old, and not so long ago
_LASTING = regex(
    rf"{_AGE.pattern}|\bhow long (?:did|does|do|will|was|were|is|are)\b(?!.*\b(?:ago|since|last (?:seen|used|held))\b)",
    re.IGNORECASE,
)
_NUMBER = regex(r"\d")
_ON = regex(r"\D{0,20}\d[\d.,]*(?:\s*[^\W\d]{1,12}){0,2}?\s+on\s+(?:the\s+)?(?P<what>[a-z]+)\W*", re.IGNORECASE)
_ON_WHAT = regex(r"\b(?:spen[dt]|cost|pa(?:y|id))\b.*\bon\s+(?:the\s+)?[a-z]+", re.IGNORECASE)
# "The limit was 130 km/h" does not say how fast the car was
_KIND = regex(
    r"\W*(?:the|its|their|his|her|an?)\s+(?:[a-z]+\s+)?(?P<kind>limit|average|median|forecast|estimate|target|budget|quota|norm|deposit|discount|runner-up)\s+(?:is|was|were)\b(?!\s+(?:exceeded|overrun|overspent|overshot|missed|cut|raised|increased|set)\b)",
    re.IGNORECASE,
)
_LIMITS = frozenset(("limit", "quota"))
_LIMIT_ASKED = regex(
    r"\b(?:maximum|minimum|most|at most|least|up to|no more|allowed|permitted|may|can)\b", re.IGNORECASE
)
_PER_HEAD = regex(
    r"\d\S*(?:\s+(?:thousand|million|billion))?\s+(?:(?:dollars|euros|pounds)\s+)?per\s+(?P<what>person|head|adult|child|pupil|guest|[a-z]{4,}(?:er|or|son|ant|ent|head|ity|hold))\b",
    re.IGNORECASE,
)
_EACH = regex(r"\b(?:per|each|every|average)\b", re.IGNORECASE)
_ALL = r"(?:in total|altogether|in all|all told|(?:taken )?together|combined|all in all)"
_FOR_ALL = regex(
    rf"\A[^;,.\d]*\d(?:[^;.,\d]|[.,](?=\d)|\d){{0,30}}?\s{_ALL}\b|\b{_ALL},?\s+(?:they |it |that )?[^;.,\d]{{0,30}}\d|\ba total of\s|\d(?:[^;.,\d]|[.,](?=\d)|\d){{0,30}}?\sfor (?:all|both)(?: of them| the| \d+| [a-z]+)",
    re.IGNORECASE,
)
_OF_EACH = regex(
    r"\b(?:each|every|apiece|per|an?\s+(?:piece|head|person)|average|individual\w*|single)\b", re.IGNORECASE
)
# "Each of the three got 5 kg", where it is asked how much they got; what each costs is what they cost
_OF_SO_MANY = regex(
    r"\W*each of (?:the|its|their|these|those)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_OF_EACH_PART = regex(
    r"\W*(?:each|every one) of (?:the|its|their|his|her)\s+(?:[\w-]+\s+)??(?P<what>[a-z]{3,}s)\s+(?:is|are|was|were|has|have|had|measures?|weighs?)\b",
    re.IGNORECASE,
)
_PRICED = regex(r"\b(?:costs?|price[ds]?|fees?|pay|paid|charge[ds]?|each|per|every|an?)\b", re.IGNORECASE)
_APIECE = regex(r"\d\D{0,30}?\s(?:each|apiece)\b", re.IGNORECASE)
_PART_OF = regex(
    r"\D{0,15}(?:\d[\d.,/]*|[a-z]+-[a-z]+)\s*(?:%|percent|per cent)?\s+of\s+(?:the\s+|all\s+|its\s+)?(?P<what>[a-z]+)\W*",
    re.IGNORECASE,
)
_SHARE_ASKED = regex(
    r"\b(?:fraction|share|percentage|proportion|percent|part|half|how much) of (?P<what>(?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|goes|go|in|on|at|to|by|for|from|as|with)\b)[\w'-]+ ?){1,4})",
    re.IGNORECASE,
)
_IN_YEAR = regex(r"^\D*\d[^;]{0,30}?\bin (?P<year>(?:19|20)\d\d)\W*$")
_YEAR_FIRST = regex(
    r"^\W*in (?P<year>(?:19|20)\d\d)\b(?!\s*(?:and|to|or|[-–])\s*\d)(?!.*\b(?:than|from|to|against|compared|by|since|until|before|after|(?:19|20)\d\d)\b)[^;]*\d[^;]*$",
    re.IGNORECASE,
)
_LABEL = regex(
    r"\W*(?:(?:it|that)(?: is|'s| was)\s+)?(?:the\s+)?(?:lap|page|chapter|floor|room|lane|minute|day|week|round|stage|number|no\.?|level|grade|gate|part|volume|vol\.|book|episode|season|series|act|scene"
    r"|verse|section|article|paragraph|line|platform|track|unit|lesson|question|step|phase|version|route|item|table|figure|appendix)\s+\d+\W*",
    re.IGNORECASE,
)
_HOW_MANY = regex(r"\bhow many\b", re.IGNORECASE)
_EVERY = regex(r"\b(?:per(?! cent\b)|each|every)\s+([a-z]{3,})\b", re.IGNORECASE)
_PER_THING = regex(
    r"\d\S*(?:\s+[a-z]+)?\s+(?:an?|per|each|every|for (?:each|every))\s+(?P<what>(?!time\b)[a-z]{3,})\W*\Z",
    re.IGNORECASE,
)
_HEADS = frozenset("head person capita people inhabitant resident citizen individual".split())  # noqa: SIM905 - a word list reads best as one text
_PER_SO_MANY = regex(r"\bper\s+(?P<base>\d+\s*[a-z]+)\b", re.IGNORECASE)
_SHARE_OF = regex(
    r"\W*\d[\d.,]*\s*(?:%|percent|per cent)\s+(?P<what>(?!(?:fixed|floating|variable|adjustable|flat|gross|annual|yearly|interest|more|less|higher|lower|overall|nominal)\b)[a-z]{4,})\W*",
    re.IGNORECASE,
)
_HOW_STRONG = regex(r"\bhow strong\b|\b(?:strength|ABV|proof)\b", re.IGNORECASE)
_NOTHING = frozenset(
    """it them this that these those the a an each all which course total higher lower more less fewer below above cheaper
    dearer larger smaller""".split()  # noqa: SIM905 - a word list reads best as one text
)


def is_short_of(text: str, told: str) -> Closeness | None:
    """Return that an answer only comes near a count, "nearly 16", unless the accepted one does.

    >>> is_short_of("nearly 16 medals", "How many medals? 16").note
    'says that it is not quite that'
    """
    if _SHORT_OF.search(text) and not _APPROXIMATE.search(told) and len(words(text)) <= _FEW:
        return Closeness(Reason.WRONG_BOUND, "says that it is not quite that")
    return None


def begins_at(text: str, told: str) -> Closeness | None:
    """Return that an answer gives where a figure begins, "from $20", unless the accepted one does.

    >>> begins_at("from $20", "What does it cost? $20").note
    'gives where it begins'
    """
    if _FROM.fullmatch(text) and "from" not in words(told):
        return Closeness(Reason.WRONG_BOUND, "gives where it begins")
    return None


_FEW = 8  # words of an answer that says one thing


def is_another_figure(text: str, asked: Asked) -> Closeness | None:
    """Return that an answer gives a change where a level is asked for, a label where things are counted, or so much per 100 g."""
    return (
        is_change(text, asked)
        or _of_another_period(text, asked)
        or _of_all_or_each(text, asked)
        or (_is_of_others(text, asked) if len(text) <= SHORT else None)
    )


def _of_all_or_each(text: str, asked: Asked) -> Closeness | None:
    """Return that an answer gives what all come to where it is asked of each, or the other way round."""
    if asked.of_each and _FOR_ALL.search(text) and not _OF_EACH.search(text):
        return Closeness(Reason.WRONG_VALUE, "for all together")
    if (
        asked.counts
        and not asked.of_each
        and _OF_SO_MANY.match(text)
        and not _FOR_ALL.search(text)
        and not _PRICED.search(asked.question)
    ):
        return Closeness(Reason.WRONG_VALUE, "for each")
    part = _OF_EACH_PART.match(text) if not asked.of_each else None
    if part and not stems(part["what"]) & stems(asked.told) and not _PRICED.search(asked.question):
        return Closeness(Reason.WRONG_VALUE, f"for each of the {part['what']}")
    if asked.of_all and _APIECE.search(text) and not _FOR_ALL.search(text):
        return Closeness(Reason.WRONG_VALUE, "for each")
    return None


def _of_another_period(text: str, asked: Asked) -> Closeness | None:
    """Return that an answer gives so much a week where so much a day is asked for."""
    wanted = _periods_asked(asked.question)
    said = _periods_of(text) if wanted else wanted
    if said and wanted and said.isdisjoint(wanted):
        return Closeness(Reason.WRONG_UNIT, f"so much per {min(said)}")
    other = _PER_THING.search(text) if not said and (wanted or _PER_THING.search(asked.answer)) else None
    if other and not stems(other["what"]) & stems(asked.told) and not _unit_of(other["what"]):
        heads = other["what"].lower() in _HEADS and not _HEADS.isdisjoint(words(asked.told))
        return None if heads else Closeness(Reason.WRONG_UNIT, f"so much per {other['what']}")
    return None


def _periods_of(text: str) -> frozenset[str]:
    """Return what a text gives so much for: units behind "per", "each" and "every", and periods told by an adverb."""
    return (frozenset(map(_unit_of, _EVERY.findall(text))) - {""}) | periods_in(text)


_periods_asked = lru_cache(maxsize=4096)(_periods_of)


@lru_cache(maxsize=1024)
def _unit_of(word: str) -> str:
    return canonical(word.lower()) or ""


def _of_other_matter(text: str, told: str) -> str:
    """Return of what else an answer gives so much than the accepted one does: the wheat of "20 t of wheat" beside "20 t of rice"."""
    said = _OF.search(text) if _OF.search(told) else None
    what = folded(said["what"]) if said else ""
    return "" if what in _NOTHING or what in set(map(folded, words(told))) else what


def _of_other_part(text: str, told: str) -> bool:
    """Return whether an answer gives a share of what the question names, but does not ask for a share of."""
    said, asked = _PART_OF.fullmatch(text), _SHARE_ASKED.search(told)
    if said is None or asked is None:
        return False
    what = singular(said["what"].lower())
    if what in _NOTHING:
        return False
    known = {singular(word) for word in words(told)} - {"share", "part", "fraction"}
    own = takewhile(lambda word: not is_past(word), words(asked["what"]))  # of "patients took aspirin", the patients
    return what in known and what not in map(singular, own)


def _of_other_kind(text: str, told: str) -> bool:
    """Return whether an answer gives a limit, a forecast or so much per head where that is not asked for."""
    kind, head = _KIND.match(text), _PER_HEAD.search(text)
    if (
        kind
        and kind["kind"].lower() not in told.lower()
        and not (_LIMIT_ASKED.search(told) and kind["kind"] in _LIMITS)
    ):
        return True
    if head is None or _EACH.search(told) is not None:
        return False
    return re.search(rf"\ban?\s+(?:[\w-]+\s+)?{re.escape(head['what'].lower())}\b", told.lower()) is None


def _is_of_others(text: str, asked: Asked) -> Closeness | None:
    told = set(words(asked.told))
    on, share, per = (
        _ON.fullmatch(text),
        _SHARE_OF.fullmatch(text),
        None if asked.is_rate else _PER_SO_MANY.search(text),
    )
    others = asked.share_of_others(text) or _of_other_matter(text, asked.told)
    what = singular(share["what"].lower()) if share else ""
    if on and _ON_WHAT.search(asked.told) and not set(words(on["what"])) & told:
        return Closeness(Reason.WRONG_VALUE, f"on {on['what']}")
    if _of_other_kind(text, asked.told):
        return Closeness(Reason.CONTRADICTION, "is another kind of figure")
    if others or _of_other_part(text, asked.told):
        return Closeness(Reason.CONTRADICTION, f"counts {others or 'a part of something else'}")
    year = (_IN_YEAR.search(text) or _YEAR_FIRST.search(text)) if asked.years else None
    if year and year["year"] not in asked.years:
        return Closeness(Reason.CONTRADICTION, f"says it of {year['year']}")
    if share and ((what == "alcohol" and _HOW_STRONG.search(asked.question)) or names_change(what, asked)):
        share = None
    if share and share["what"].lower() not in _NOTHING and what not in set(map(singular, told)):
        return Closeness(Reason.WRONG_VALUE, f"is the share of {share['what']}")
    if _LABEL.fullmatch(text) and _HOW_MANY.search(asked.told):
        return Closeness(Reason.WRONG_VALUE, "a rank is no count")
    if per and not set(words(per["base"])) <= told:
        return Closeness(Reason.WRONG_UNIT, f"so much per {per['base']}")
    return None


def counts_another(text: str, question: str) -> Closeness | None:
    """Return that an answer measures another thing: "2 cups of sugar" where flour is asked for.

    >>> counts_another("2 cups of sugar", "How much flour is needed?").note
    'measures sugar'
    """
    if _AGO.search(text) and _LASTING.search(question) and not _FORMED.search(text):
        return Closeness(Reason.WRONG_VALUE, "says how long ago")
    asked, said = _ASKED.search(question), _OF.search(text)
    if asked is None or said is None or _NUMBER.search(text, 0, said.start()) or said["what"][0].isupper():
        return None  # "500 mg of Relivo" is of what the tablet is called
    what = folded(said["what"])
    if asked["of"] is None and canonical(asked["what"].lower()):
        return None  # "How many litres does it hold?" names nothing that is measured
    if what in _NOTHING or what in set(map(folded, words(question))):
        return None
    if any(possible(what) & possible(word) for word in words(question) if word not in SMALL):
        return None  # "214 nights of observation", where it is asked on how many it was observed
    return Closeness(Reason.WRONG_VALUE, f"measures {said['what']}")
