"""Offices that people hold, by what they are called and by their letters: the CFO is the chief financial officer, and no chief executive."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex, right_before

# each office with the other ways to call it; capital letters are read as they stand
_OFFICES = (
    "chief executive|chief executive officer|CEO", "chief financial officer|chief finance officer|finance chief|finance director|CFO", "chief operating officer|operations chief|COO",
    "chief technology officer|chief technical officer|technology chief|CTO", "chief marketing officer|marketing chief|marketing director|CMO", "chief information officer|CIO",
    "chief medical officer", "chief scientific officer|chief science officer|chief scientist|CSO", "chief legal officer|general counsel", "chief commercial officer|commercial director", "chief creative officer|creative director",
    "managing director|MD", "general manager|GM", "prime minister|PM|premier", "chair|chairman|chairwoman|chairperson", "president", "treasurer", "secretary", "secretary-general", "mayor|mayoress", "governor", "captain|skipper",
    "head", "coach|head coach", "goalkeeping coach", "manager", "director", "artistic director", "music director", "sporting director|director of football", "technical director", "principal|head teacher|headteacher|headmaster|headmistress",
    "editor|editor-in-chief|editor in chief", "ambassador", "speaker", "chancellor", "vice-chancellor|vice chancellor", "dean", "provost", "rector", "bishop", "archbishop", "abbot", "abbess", "conductor", "curator", "librarian", "auditor",
    "foreign minister|minister of foreign affairs|foreign secretary", "finance minister|minister of finance", "interior minister|home secretary|minister of the interior", "defence minister|defense minister|minister of defence|defence secretary",
    "health minister|minister of health|health secretary", "education minister|minister of education|education secretary", "justice minister|minister of justice", "environment minister", "transport minister|minister of transport",
)  # fmt: skip
# offices that are one in many houses
_ALIKE = (
    frozenset(("coach", "manager")),
    frozenset(("chief executive", "managing director", "general manager")),
    frozenset(("conductor", "music director")),
    frozenset(("chair", "president")),
)
_CALLED = {name.lower(): forms.partition("|")[0] for forms in _OFFICES for name in forms.split("|")}
_LETTERS = "|".join(name for forms in _OFFICES for name in forms.split("|") if name.isupper())
_WORDS = "|".join(sorted((re.escape(name) for name in _CALLED), key=len, reverse=True))
_OFFICE = rf"(?<!takes\sthe\s)(?<!take\sthe\s)(?<!took\sthe\s)(?P<under>(?:deputy|vice|assistant|associate|junior|under|co)[\s-]+)?(?P<past>(?:former|previous|outgoing|ex|past|old)[\s-]+)?(?:(?-i:(?<!\d\s)(?<!\d)(?P<letters>{_LETTERS}))|(?P<words>{_WORDS}))(?![\w'’-])"
_TOLD = regex(rf"(?<![\w-]){_OFFICE}", re.IGNORECASE)
_NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){0,3})"
_THE = r"(?:(?:as|the|its|their|our|his|her|an?|new|next|role|post|job|position|office|of)\s+)*"
# "Ann Lee will become the new", "Ann Lee gets the", "Ann Lee, the"
_VERB = (
    r"(?:(?:will|has|have|had|is|was|are|were|to|then|now|later|would|also|been|be|being|due)\s+)*(?:(?<=is\s)|(?<=was\s)|(?<=be\s)|(?<=been\s)|becom\w+\s+|became\s+|(?:serv|act)\w*\s+as\s+|gets?\s+|got\s+|t(?:akes?|aking|aken|ook)\s+(?:(?:over|on|up)\s+)?|assum\w+\s+"
    r"|(?:named|appointed|elected|made|promoted|chosen|mov(?:es|ed|ing)|goes|went|hired|sworn\s+in)\s+(?:(?:up|to|as|into)\s+)*)"
)
_HELD = regex(rf"{_NAME}(?:(?P<who>,?\s+who)?\s+{_VERB}{_THE}|,\s+(?:the|its|their|our|(?P<a>an?))\s+)\Z")
_GOES_ON = regex(rf"[,\s]\s*(?:and|then|but)\s+{_VERB}{_THE}\Z")
_BEFORE = regex(r"\s+(?:before|until|previously|earlier|once|at\s+first)\b", re.IGNORECASE)
_GAPPED = regex(rf"(?:[,;]\s+(?:and\s+|with\s+)?|\s+(?:and|with|while)\s+){_NAME},?\s+{_THE}\Z")
_AND = regex(r"\s*(?:,|and|&|/|as well as|,\s+and)\s+(?:(?:the|its|also)\s+)*")
_BY = regex(rf"(?:\s+(?:job|post|role|position))?(?:\s+(?:will\s+be|is|was|becomes|goes\s+to|went\s+to)|:)\s+{_NAME}")
_ELSEWHERE = regex(r"\s+(?:of|at|for)\s+(?:the\s+)?(?P<where>[A-Z][\w'’-]*)")
_THE_POST = regex(r"(?P<what>job|post|role|position)(?=\W*\Z|[,.;]|\s+(?:and|while|but|when|after|as)\b)")
_ASKS_WHO = regex(
    r"\b(?:who|whom)\b|\b(?:which|what)\s+(?:person|man|woman|executive|politician|player|member)\b", re.IGNORECASE
)
_OWNED = regex(r"['’]s\b|s['’]")
_HINT = regex(
    r"(?:chief|officer|director|premier|chair|president|treasurer|secretary|mayor|governor|captain|skipper|head|coach|manager|principal|editor|ambassador|speaker|chancellor|dean|provost|rector|bishop|abb[eo]|conductor|curator|librarian|auditor|counsel|minister|job|post|role|position|[A-Z]{2,3}\b)"
)  # without one of these no office is told
_FEWEST = 2  # spaces in a text that tells of somebody and an office
_LONGEST = 200  # characters of an answer; a longer one tells more


class Office(NamedTuple):
    """An office by its usual name and where a text tells it; ``past``: it was held before."""

    name: str
    start: int
    end: int
    past: bool = False


class Holders(NamedTuple):
    """Who holds another office than is asked for, as a text says, and who holds that one."""

    others: str
    own: str


def offices_in(text: str) -> tuple[Office, ...]:
    """Return the offices that a text tells.

    >>> [office.name for office in offices_in("The deputy CFO is to be chief executive officer.")]
    ['deputy chief financial officer', 'chief executive']
    """
    return tuple(map(_office, _TOLD.finditer(text)))


def _office(found: re.Match[str]) -> Office:
    name = _CALLED[(found["letters"] or found["words"]).lower()]
    return Office(f"deputy {name}" if found["under"] else name, found.start(), found.end(), found["past"] is not None)


@lru_cache(maxsize=512)
def office_asked(question: str) -> str:
    """Return the one office whose holder is asked for; "" for none.

    >>> office_asked("Who becomes CFO?"), office_asked("Who paid the CFO's bonus?"), office_asked("Which ship sank?")
    ('chief financial officer', '', '')
    """
    told = offices_in(question) if _ASKS_WHO.search(question) else ()
    names = {office.name for office in told if not office.past}
    return names.pop() if len(names) == 1 and not _OWNED.match(question, told[0].end) else ""


def holders(text: str, question: str) -> Holders | None:
    """Return who holds the office that is asked for, and who another one, as a text says; None where it tells of none.

    >>> asked = "Who becomes CFO?"
    >>> holders("Ann Lee becomes chief executive, and Bo Ek gets the CFO job.", asked), holders("Ann Lee", asked)
    (Holders(others='Ann Lee', own='Bo Ek'), None)
    """
    asked = office_asked(question)
    if not asked or len(text) > _LONGEST or text.count(" ") < _FEWEST or not _HINT.search(text):
        return None
    told = sorted(
        (*offices_in(text), *(Office(asked, *found.span()) for found in _THE_POST.finditer(text))),
        key=lambda each: each.start,
    )
    held: list[tuple[str, Office]] = []
    for office in told:
        name, past = _holder(text, office, held)
        if name:
            held.append((name, office._replace(past=past or office.past)))
    own = [name for name, office in held if office.name == asked and not office.past]
    others = [name for name, office in held if name not in own and _is_another(text, office, asked, question)]
    return Holders(" and ".join(others), " and ".join(dict.fromkeys(own))) if own or others else None


def _holder(text: str, office: Office, held: list[tuple[str, Office]]) -> tuple[str, bool]:
    """Return who holds an office, and whether they did so before; "" for nobody by name."""
    past = _BEFORE.match(text, office.end) is not None
    found = right_before(_HELD, text, office.start)
    if found and not (found["a"] and not office.past):
        return found["name"], past or found["who"] is not None
    goes_on = right_before(_GOES_ON, text, office.start) or _AND.fullmatch(
        text, held[-1][1].end if held else 0, office.start
    )
    if held and goes_on:
        return held[-1][0], past  # "Ann Lee becomes CEO and CFO"
    found = (right_before(_GAPPED, text, office.start) if held else None) or _BY.match(text, office.end)
    return (found["name"], past) if found else ("", past)


def _is_another(text: str, office: Office, asked: str, question: str) -> bool:
    """Return whether an office is another one than is asked for, or that one as it was held before."""
    if office.past or office.name == asked:
        return office.past and office.name == asked
    where = _ELSEWHERE.match(text, office.end)
    if where and where["where"] not in question:
        return False  # "She was chief executive of Bolt"
    if office.name.startswith("deputy ") or asked.startswith("deputy "):
        return True
    alike = any({asked, office.name} <= each for each in _ALIKE) or "head" in (asked, office.name)
    return not (alike or office.name.endswith(f" {asked}") or asked.endswith(f" {office.name}"))
