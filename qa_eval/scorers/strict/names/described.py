"""Names that the accepted text tells with what they are: "the architect Lena Brandt", "the drama 'Nightfall'", "Ines Holm of the University of Porto"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names import without_titles
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.names.works import A_WORK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"(?P<name>[A-Z][\w.'’-]*(?:\s+(?:(?:van|von|de|der|den|da|di|du|del|al|bin|of|the|&)\s+)*[A-Z][\w.'’-]*)*)"
# what somebody does; "the former president Ann Lee" is still Ann Lee, "the upper Rhine" not the Rhine, nor "after Easter" Easter
_DOER = r"(?!(?:under|over|after|for|nor|never|ever|however|rather|either|neither|whether|unless|went|want|upper|lower|inner|outer|greater|former|other|later|earlier|younger|elder|winter|summer|west|east|north|south|river|harbour|harbor|tower|theater|water|border|quarter|centre|center)\b)[a-z]+(?:er|or|ist|ian|ant|ent|eer|ess|man|woman|person|mate|ete)"
_DOING = "architect|chef|cook|nurse|coach|captain|mayor|boss|chief|head|judge|priest|nun|monk|pilot|poet|athlete|scout|guard|star|midwife|analyst|goalkeeper|substitute|umpire|referee|spokesman|spokeswoman|guide|widow|husband|wife|son|daughter|mother|father|brother|sister|uncle|aunt|cousin|friend|neighbour|neighbor|colleague|deputy|aide|geologist|detective|sculptor"
_MAKER = "firm|company|group|maker|carmaker|brewery|airline|bank|club|team|startup|start-up|operator|retailer|insurer|charity|union|party|band|orchestra|newspaper|magazine|daily|weekly|agency|broadcaster|website|supermarket|chain"

_THING = "ship|ferry|tanker|freighter|trawler|yacht|boat|vessel|submarine|cruiser|frigate|liner|locomotive|tram|telescope|satellite|probe|spacecraft|rocket|rover|asteroid|comet|planet|moon|star|galaxy|storm|hurricane|horse|dog|cat|robot|software|drug|vaccine|variety"
_LED = r"(?:(?:the|an?|its|their|his|her|our)\s+)?(?:[A-Za-z][\w'’-]*\s+){0,3}?"
_DESCRIBED = regex(rf"{_LED}(?:{_DOER}|{_DOING}|{_MAKER}|{A_WORK}|{_THING})(?:,)?\s+{_NAME}")
_APART = regex(
    r"(?:the|his|her|its|their|an?)\s+[a-z][a-z -]+,\s+(?P<name>[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*)*)|(?P<first>[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*)*),\s+(?:the|his|her|its|their|an?)\s+[a-z][a-z -]+"
)
_OF_THINGS = regex(
    r"(?P<name>[a-z][a-z-]{2,}(?: [a-z-]+)?),\s+(?:the|an?|its|one of the)\s+[a-z][a-z -]+"
)  # "glycine, the simplest amino acid"
_QUOTED = regex(rf"{_LED}(?:{A_WORK}|{_THING})\s+[\"“‘'](?P<name>[^\"“”‘’']+)[\"”’']")
# "Professor Ines Holm of the University of Porto"; "the Duke of York" is no one else's name
_OF = regex(
    r"(?P<name>(?:[A-Z][\w'’-]*\.?\s+){1,3}[A-Z][\w'’-]+)(?:,\s+|\s+)(?:of|from|at)\s+(?:the\s+)?[A-Z][\w'’&-]*(?:\s+(?:of|the|for|and|[A-Z][\w'’&-]*))*"
)
_OFFICE = regex(r"(?:king|queen|prince|princess|duke|duchess|earl|count|lord|lady|bank|university|house|school|bishop|archbishop|museum|church|college|academy|institute|ministry|department|chamber|court|bay|gulf|cape|isle|city|republic|kingdom|united|people|joan|leonardo|catherine|francis|house|board|court|state|battle|treaty|tower|book|sea|city)\b", re.IGNORECASE)  # fmt: skip
_AFFILIATED = regex(
    r"(?:the )?(?P<who>(?:a team of |a group of )?(?:[a-z]+ ){0,2}(?:researchers|scientists|astronomers|biologists|engineers|doctors|students|historians|physicists|chemists|archaeologists|geologists|economists|experts|[a-z]+ists)) (?:from|at|of) (?:the )?(?P<at>[A-Z][\w'’&-]*(?:\s+(?:of|the|[A-Z][\w'’&-]*))*)"
)
_ASKS_WHO = regex(
    r"\b(?:who|whom|whose|(?:which|what) (?:person|man|woman|scientist|professor|doctor|expert|researcher))\b",
    re.IGNORECASE,
)


def _affiliated(name: str) -> Iterator[str]:
    """Yield "researchers at Lund University" and "Lund University researchers" for "researchers from Lund University"."""
    placed = _AFFILIATED.fullmatch(name)
    if placed:
        yield from (f"{placed['who']} {at} {placed['at']}" for at in ("from", "at", "of"))
        yield f"{placed['at']} {placed['who']}"


def described(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield the names that some accepted texts tell with what they are, or where they are from.

    >>> list(described(["the architect Lena Brandt", "the Danish firm Vestas", "Duke of York"], "Who built it?"))
    ['Lena Brandt', 'Vestas']
    >>> list(described(["Professor Ines Holm of the University of Porto"], "Who leads it?")), list(described(["upper Rhine"], "Where?"))
    (['Professor Ines Holm'], [])
    """
    for name in names:
        yield from _affiliated(name)
        apart = _APART.fullmatch(name)
        if apart:
            yield apart["name"] or apart["first"]
        if (bare := without_titles(name)) != name:
            yield bare
        told = _DESCRIBED.fullmatch(name) or _QUOTED.fullmatch(name) or _OF_THINGS.fullmatch(name)
        if told is None and _ASKS_WHO.search(question):
            placed = _OF.fullmatch(name)
            told = placed if placed and not any(map(_OFFICE.fullmatch, placed["name"].split())) else None
        if told:
            yield told["name"]
