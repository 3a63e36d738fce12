"""Words that exclude each other: an answer that says "lost" does not tell by how much something was won."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDGE_OF = regex(r"\bthe (?:end|close|start|beginning) of\b", re.IGNORECASE)  # "until the end of May" closes nothing
LONGEST = 200  # characters; in a longer answer, the other word may speak of another thing

_PART = "(?:half|quarter|round|period|set|leg|day|week|month|year|season|innings|game|match|race)"
# what rises does not fall; the forms of each side, as regular expressions of whole words
_SIDES = (
    (
        "ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owth)|gain(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:e|es|ed)|go up|went up|gone up",
        "fell|fall(?:s|en|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr(?:ank|ink|unk)|plung(?:e|es|ed)|slump(?:s|ed)?|go down|went down|gone down",
    ),
    ("win|won|wins|winners?|winning|victory", "lost|los(?:e|es|ing)|losers?|beaten|defeat(?:ed)?"),
    (
        "profit(?:s|able)?|net income|earn(?:s|ed|ings)?|surplus(?:es)?|gain(?:s|ed)?",
        "loss(?:es|making)?|los(?:t|e|es)|deficits?|shortfalls?",
    ),
    ("began|begun|begins?|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?", "end(?:s|ed|ing)?|finish(?:es|ed)?|clos(?:e|es|ed|ing)|shut(?:s|ting)?|deadline|due"),
    ("arriv(?:e|es|ed|al|ing)|mov(?:e|es|ed) to", "depart(?:s|ed|ure|ing)?|leav(?:e|es|ing)|left"),
    ("born|births?", "died|dies?|deaths?"),
    (
        "accept(?:s|ed)?|approv(?:e|es|ed|al)|agree[sd]?|adopt(?:s|ed)?|back(?:s|ed)|support(?:s|ed|ing|ers)?|in favou?r|voted for",
        "reject(?:s|ed|ion)?|refus(?:e|es|ed|al)|oppos(?:e|es|ed|ing)|declined|vot(?:e|es|ed) (?:it |them |this |that )?down|turn(?:s|ed)? (?:it |them |this |that |him |her )?down|th(?:rew|rown) (?:it |them )?out|against|vetoed|blocked|disapprov(?:e|es|ed)",
    ),
    ("pass(?:es|ed)?|succe(?:ed|eds|eded|ss|ssful)|qualif(?:y|ies|ied)|reach(?:es|ed)?|advanc(?:e|es|ed)|progress(?:es|ed)|made it", "fail(?:s|ed|ure)?|unsuccessful|knocked out|eliminated"),
    ("land(?:s|ed|ing)?|return(?:s|ed)?|c[ao]mes? back", "left|took off|launch(?:ed|es)?|depart(?:s|ed)?"),
    ("lead|leads|led|leading|ahead|in front", "behind|trail(?:s|ed|ing)?"),
    ("thin(?:s|ned|ning)?", "thicken(?:s|ed|ing)?"),
    (
        "win|won|wins|winning|(?:finish(?:ed)?|came(?: in)?|placed) first|took gold",
        "(?:finish(?:ed)?|came(?: in)?|placed|was|ended(?: up)?|took) (?:only )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|(?:the )?runner-up|silver|bronze)",
    ),
    ("narrow(?:s|ed|ing)?", "widen(?:s|ed|ing)?"),
    ("warm(?:s|ed|ing)", "cool(?:s|ed|ing)"),
    ("speed(?:s)? up|sped up|accelerat(?:e|es|ed|ing)", "slow(?:s|ed|ing)?(?: down)?|decelerat(?:e|es|ed|ing)"),
    ("retreat(?:s|ed|ing)?|reced(?:e|es|ed|ing)", "advanc(?:e|es|ed|ing)"),
    ("faster|quicker", "slower"),
    ("higher", "lower"),
    ("larger|bigger|greater", "smaller"),
    ("longer", "shorter"),
    ("older", "younger|newer"),
    ("hotter|warmer", "colder|cooler"),
    ("heavier", "lighter"),
    ("better", "worse"),
    ("stronger", "weaker"),
    ("cheaper", "dearer|more expensive"),
    ("earlier", "later"),
    (rf"first {_PART}", rf"(?:second|third|fourth|last|final) {_PART}"),
    (rf"second {_PART}", rf"(?:first|third|fourth|last|final) {_PART}"),
    ("passed|enacted|adopted|introduced|came into force|took effect", "repealed|abolished|revoked|rescinded"),
    ("signed|passed|adopted|enacted|approved|announced|proposed", "takes? effect|took effect|c[ao]mes? into force|enter(?:s|ed)? into force"),
    (
        "signed", "ratified", "founded|established|set up|created|formed|incorporated|started|began", "published|released|issued|premiered|c[ao]me out",
        "discovered", "invented|patented", "arrested|detained", "convicted|sentenced", "elected", "announced", "opened|inaugurated", "(?:construction|building|work)s? (?:began|started|begun)", "(?:went|go|gone) public|floated", "married|marry|wed", "born", "retired?",
        "built|constructed|erected|completed", "demolished|torn down|destroyed", "recorded|filmed|shot",
    ),
    ("founded|established|set up|created|built", "closed|dissolved|abolished|demolished|disbanded"),
    ("appoint(?:s|ed)?|took office|sworn in", "resign(?:s|ed)?|dismissed|left office|step(?:s|ped)? down|ousted"),
    ("released|published", "recorded|filmed|written"),
    ("arrested", "released|convicted|sentenced"),
    ("marr(?:y|ied|ies)", "divorced?"),
    ("pay|pays|paid|spen[dt]|cost", "receiv(?:e|es|ed)|earned|collected|raised?"),
    ("imports?|imported", "exports?|exported"),
    ("rais(?:e|es|ed|ing)|hik(?:e|es|ed)", "cut(?:s|ting)?|lower(?:s|ed)?|reduc(?:e|es|ed)"),
    ("add(?:s|ed|ing)?|creat(?:e|es|ed|ing)", "los(?:e|es|t|ing)|shed(?:s|ding)?|axed"),
    ("hire[sd]?|hiring|recruited|retained|kept", "fired|dismissed|laid off|sacked"),
    ("maxim(?:um|al)|highest|largest|longest|oldest|fastest|tallest|upper", "minim(?:um|al)|lowest|smallest|shortest|youngest|slowest|lower"),
    ("killed|dead|die|died|deaths?|fatalit(?:y|ies)", "injur(?:ed|ies|y)|wounded|hurt|survived|survivors"),
    (
        "arrested|detained", "injured|wounded|hurt", "killed|died|dead", "evacuated", "rescued", "released|freed", "displaced|homeless", "infected",
        "vaccinated",
    ),
    ("man|men|males?|boys?", "woman|women|females?|girls?"),
    ("people|persons?|residents|inhabitants|villagers", "houses|homes|buildings|households|families"),
    ("adults?", "child(?:ren)?|kids"),
    ("points?|pts", "goals?", "runs?", "wickets?", "assists?", "catch(?:es)?", "rebounds?"),
    ("seats?", "votes?"),
    ("gold|golds", "silver|silvers", "bronze|bronzes"),
    ("net", "gross", "operating (?:profit|income|loss|margin)"),
    ("single|one-way", "return|round-trip"),
    ("allowed|allow|permit(?:s|ted)?|legal|lawful", "prohibit(?:s|ed)?|forb(?:id|ids|ade|idden)|bans?|banned|disallow(?:s|ed)?|rul(?:e|es|ed) out|illegal|unlawful|outlawed"),
    ("(?:re-?)?open(?:s|ed|ing)?", "closed|shut|(?<=n't )close|(?<=not )close"),
    ("(?:stay|remain)(?:s|ed|ing)? open|kept open", "clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: down)?"),
    ("alive|living", "dead|died|killed"),
    ("safe", "unsafe|dangerous"),
    ("elected|re-elected", "defeated|voted out|lost"),
    ("walk|walking|on foot", "drive|driving|by car", "flight|flying", "bus ride|by bus", "train ride|by train", "bike ride|cycling|by bike"),
    ("free|no charge", "paid|chargeable"),
    ("merge(?:d|s)?", "split|separated|demerged"),
    ("turnover|revenues?", "loss of"),
    ("required|require|mandatory|compulsory|obligatory", "optional|voluntary"),
    ("possible", "impossible"),
    ("same|identical|equal", "different|unequal"),
    ("guilty|convicted", "innocent|acquitted|cleared|not guilty"),
    ("meets?|met|exceed(?:s|ed)?|achiev(?:e|es|ed)", "miss(?:es|ed)?|fell short|fall short"),
    ("confirm(?:s|ed)?|admit(?:s|ted)?", "den(?:y|ies|ied)"),
    ("attend(?:s|ed)?|present", "absent"),
    ("includ(?:e|es|ed)", "exclud(?:e|es|ed)"),
    ("join(?:s|ed)?", "left|quit"),
    ("available", "unavailable|sold out"),
    ("on time|punctual", "late|delayed"),
    ("healthy", "ill|sick"),
    ("full", "empty"),
    ("cost|costs|paid|spent|spend|lost", "sav(?:e|es|ed|ings?)"),
    ("injur(?:ed|ies)|hurt|wounded|harmed", "unhurt|uninjured|unharmed|unscathed"),
    ("turn(?:s|ed)? out|vot(?:e|es|ed)", "stay(?:s|ed)? (?:at )?home|abstain(?:s|ed)?"),
    ("fall|fell|fallen|collaps(?:e|es|ed)", "built|erected|constructed"),
    ("boil(?:s|ed|ing)?", "melt(?:s|ed|ing)?", "freez(?:e|es|ing)|froze"),
    ("land", "water|seas?|oceans?"),
    ("summer", "winter"),
    ("mothers?", "fathers?"),
    ("husbands?", "wife|wives"),
    ("brothers?", "sisters?"),
    ("domestic", "foreign"),
    ("urban", "rural"),
    ("employ(?:ed|ment)", "unemploy(?:ed|ment)"),
    ("hottest|warmest", "coldest|coolest"),
    ("deepest", "shallowest"),
    ("sunrise", "sunset"),
    ("check-?in", "check-?out"),
    ("deposit(?:s|ed)?", "withdr(?:aw|ew|awal|awals|awn)"),
    ("true", "false"),
    ("promot(?:ed|ion)|went up", "relegat(?:ed|ion)|demoted|went down"),
    ("bring|brings|brought|take along|pack(?:s|ed)?|carry", "leave (?:[a-z,]+ ){1,14}at home|leave (?:[a-z,]+ ){0,3}behind|left (?:[a-z,]+ ){0,14}at home"),
)  # fmt: skip


class _Side(NamedTuple):
    """One side: what a text that has one of its words has to hold in lower case, and the words."""

    needles: tuple[str, ...]
    words: re.Pattern[str]

    def said_in(self, text: str, lowered: str) -> re.Match[str] | None:
        """Return where a text says one of the words; its lower case spares compiling most patterns."""
        return self.words.search(text) if any(needle in lowered for needle in self.needles) else None


def _side(alternatives: str) -> _Side:
    needles = {re.split(r"[^a-z ]", part)[0].removesuffix("?") for part in _top_level(alternatives)}
    return _Side(tuple(sorted(needles)), regex(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE))


def _top_level(alternatives: str) -> Iterator[str]:
    """Yield the alternatives of a regular expression that stand in no group, each but for a letter that may be missing."""
    depth, start = 0, 0
    for place, letter in enumerate(alternatives + "|"):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            part = alternatives[start:place]
            optional = part.find("?")
            yield part[: optional - 1] if optional > 0 and part[optional - 1].isalpha() else part
            start = place + 1


@cache
def _pairs() -> tuple[tuple[_Side, _Side, int], ...]:
    """Return each side with each of its opposites and their place among the pairs; most runs of right answers need none."""
    known = [tuple(map(_side, sides)) for sides in _SIDES]
    return tuple((one, other, place) for place, sides in enumerate(known) for one, other in permutations(sides, 2))


_RISING, _LASTING = 0, 3  # the pairs of rising and falling, and of beginning and ending
# what is not the one is the other
_COMPLEMENTS = frozenset(
    place
    for place, sides in enumerate(_SIDES)
    if sides[0].startswith(
        ("(?:re-?)?open", "alive", "allowed", "possible", "available", "guilty", "true", "pass(?:es")
    )
)
_ONLY = regex(r"\bonly\b", re.IGNORECASE)  # "for adults only" says no of children, whatever else it says
_UNCHANGED = regex(
    r"\b(?:flat|unchanged|stable|steady|constant|the same|did not change|stagnat(?:ed|ing))\b", re.IGNORECASE
)
_NEGATED = regex(
    r"(?:\bnot|n't|\bnever|\bno|\bneither|\bnor|\bwithout|\b(?:refus|fail|declin)\w* to|\bunable to|\bden(?:y|ied|ies))\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_RANK = regex(
    r"\b(?:(?:the|its|his|her|their|a)|[\w-]+['’]s)\s+(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\s+(?!of\b|in\b|was\b|is\b|time\b)[a-z]+",
    re.IGNORECASE,
)
_REACH = 20  # characters before a word in which it is denied


@lru_cache(maxsize=8192)  # short answers recur
def opposite_in(asked: str, text: str) -> str:
    """Return the words of an answer that say the opposite of what is asked, while nothing there says what is; "" for none.

    >>> opposite_in("By how many points did they win?", "They lost by 12 points."), opposite_in("Who won?", "Lost, then won")
    ('lost', '')
    """
    if len(text) > LONGEST:
        return ""
    text = _EDGE_OF.sub("", text) if " of " in text else text
    lowered = text.lower()
    for own, other, _ in _asked_about(asked):
        found = other.said_in(text, lowered)
        if found and not own.said_in(text, lowered):
            return found[0]
    rank = rank_asked(asked)
    if not rank:
        return ""
    others = [_rank(found) for found in _RANK.finditer(text)]
    return others[0] if others and rank not in others else ""


def _rank(found: re.Match[str]) -> str:
    rank = found["rank"].lower()
    return "last" if rank == "final" else rank


def may_oppose(asked: str, text: str) -> bool:
    """Return whether a text has any word that says the opposite of what is asked, whatever else it says.

    >>> may_oppose("On which days is it closed?", "Closed on Friday, open on Sunday"), may_oppose("Who won?", "Ann")
    (True, False)
    """
    lowered = text.lower()
    return any(other.said_in(text, lowered) for _, other, _ in _asked_about(asked)) or _RANK.search(text) is not None


def may_be_asked(asked: str, text: str) -> bool:
    """Return whether a text has a word for what is asked that has an opposite.

    >>> may_be_asked("When did it begin?", "having begun in March"), may_be_asked("When did it begin?", "It ended in May")
    (True, False)
    """
    lowered = text.lower()
    return any(own.said_in(text, lowered) for own, _, _ in _asked_about(asked))


@lru_cache(maxsize=4096)
def rank_asked(asked: str) -> str:
    """Return the rank that a question asks about: "first" of "When was the first letter sent?"; "" for none or several."""
    found = {_rank(match) for match in _RANK.finditer(asked)}
    return found.pop() if len(found) == 1 else ""


def says_no(asked: str, text: str) -> bool | None:
    """Return whether a statement answers a question by yes or no with the word asked for or its opposite; None for neither.

    >>> says_no("Did sales rise?", "They fell."), says_no("Did sales rise?", "They did not fall; they rose.")
    (True, False)
    """
    if len(text) > LONGEST:
        return None
    only, affirmed = _ONLY.search(text) is not None, False
    for own, other, place in sorted(_asked_about(asked), key=lambda pair: only and not _plainly(pair[1], text)):
        if place == _LASTING:  # "It closes at 5" says that it is open
            continue
        said, against = _plainly(own, text), _plainly(other, text)
        if against and not said:
            return True
        affirmed = affirmed or said is not against
        if not said and own.said_in(text, text.lower()):
            return True  # "It's not higher"
        if place == _RISING and _UNCHANGED.search(text) and not said:
            return True
    return False if affirmed else None


def turns(asked: str, text: str) -> bool:
    """Return whether a text denies the opposite of what is asked and says it itself: "They did not fall; they rose".

    >>> turns("Did sales rise?", "They did not fall; they rose."), turns("Was anyone hurt?", "Nobody was hurt.")
    (True, False)
    """
    lowered = text.lower()
    return any(
        (_plainly(own, text) or (place in _COMPLEMENTS and own.said_in(text, lowered) is None))
        and other.said_in(text, lowered) is not None
        and not _plainly(other, text)
        for own, other, place in _asked_about(asked)
    )


@lru_cache(maxsize=4096)
def _asked_about(asked: str) -> tuple[tuple[_Side, _Side, int], ...]:
    lowered = asked.lower()
    return tuple(
        (own, other, place)
        for own, other, place in _pairs()
        if own.said_in(asked, lowered) and not other.said_in(asked, lowered)
    )


def _plainly(side: _Side, text: str) -> bool:
    """Return whether a text says one of the words without denying it."""
    if side.said_in(text, text.lower()) is None:
        return False
    return any(
        not _NEGATED.search(text[max(0, found.start() - _REACH) : found.start()]) for found in side.words.finditer(text)
    )
