"""Words that exclude each other: an answer that says "lost" does not tell by how much something was won."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

from qa_eval.reading.regex import regex

LONGEST = 200  # characters; in a longer answer, the other word may speak of another thing

# what rises does not fall; the forms of each side, as regular expressions of whole words
_SIDES = (
    (
        "ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owth)|gain(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:e|es|ed)|go up|went up|gone up",
        "f[ae]ll|fall(?:s|en|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr(?:ank|ink|unk)|plung(?:e|es|ed)|slump(?:s|ed)?|go down|went down|gone down",
    ),
    ("w[io]n|wins|winners?|winning|victory", "lost|los(?:e|es|ing)|losers?|beaten|defeat(?:ed)?"),
    (
        "profit(?:s|able)?|earn(?:s|ed|ings)?|surplus(?:es)?|gain(?:s|ed)?",
        "loss(?:es|making)?|los(?:t|e|es)|deficits?|shortfalls?",
    ),
    ("beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?", "end(?:s|ed|ing)?|finish(?:es|ed)?|clos(?:e|es|ed|ing)"),
    ("arriv(?:e|es|ed|al|ing)", "depart(?:s|ed|ure|ing)?|leav(?:e|es|ing)|left"),
    ("born|births?", "died|dies?|deaths?"),
    (
        "accept(?:s|ed)?|approv(?:e|es|ed|al)|agree[sd]?|adopt(?:s|ed)?|back(?:s|ed)|support(?:s|ed|ing|ers)?|in favou?r|voted for",
        "reject(?:s|ed|ion)?|refus(?:e|es|ed|al)|oppos(?:e|es|ed|ing)|declined|voted down|turned down|against|vetoed|blocked|disapprov(?:e|es|ed)",
    ),
    ("pass(?:es|ed)?|succe(?:ed|eds|eded|ss|ssful)|qualif(?:y|ies|ied)|reach(?:es|ed)?|advanc(?:e|es|ed)|progress(?:es|ed)|made it", "fail(?:s|ed|ure)?|unsuccessful|knocked out|eliminated"),
    ("imports?|imported", "exports?|exported"),
    ("rais(?:e|es|ed|ing)|hik(?:e|es|ed)", "cut(?:s|ting)?|lower(?:s|ed)?|reduc(?:e|es|ed)"),
    ("hire[sd]?|hiring|recruited", "fired|dismissed|laid off|sacked"),
    ("maxim(?:um|al)|highest|largest|longest|oldest|fastest|tallest|upper", "minim(?:um|al)|lowest|smallest|shortest|youngest|slowest|lower"),
    ("killed|dead|die|died|deaths?|fatalit(?:y|ies)", "injur(?:ed|ies|y)|wounded|hurt|survived|survivors"),
    ("m[ae]n|males?|boys?", "wom[ae]n|females?|girls?"),
    ("people|persons?|residents|inhabitants|villagers", "houses|homes|buildings|households|families"),
    ("adults?", "child(?:ren)?|kids"),
    ("points?", "goals?", "runs?", "wickets?", "assists?"),
    ("seats?", "votes?"),
    ("gold|golds", "silver|silvers", "bronze|bronzes"),
    ("single|one-way", "return|round-trip"),
    ("allowed|allow|permit(?:s|ted)?|legal|lawful", "prohibit(?:s|ed)?|forbidden|bann(?:ed)|illegal|unlawful|outlawed"),
    ("open", "closed|shut"),
    ("alive|living", "dead|died|killed"),
    ("safe", "unsafe|dangerous"),
    ("elected|re-elected", "defeated|voted out"),
    ("free", "paid|chargeable"),
    ("required|require|mandatory|compulsory|obligatory", "optional|voluntary"),
    ("possible", "impossible"),
    ("same|identical|equal", "different|unequal"),
    ("guilty|convicted", "innocent|acquitted|cleared|not guilty"),
    ("true", "false"),
)  # fmt: skip
_PAIRS = tuple(
    (
        regex(rf"(?<![\w-])(?:{one})(?![\w-])", re.IGNORECASE),
        regex(rf"(?<![\w-])(?:{other})(?![\w-])", re.IGNORECASE),
    )
    for sides in _SIDES
    for one, other in permutations(sides, 2)
)
_UNCHANGED = regex(
    r"\b(?:flat|unchanged|stable|steady|constant|the same|did not change|stagnat(?:ed|ing))\b", re.IGNORECASE
)
_NEGATED = r"(?:\bnot|n't|\bnever|\bno|\bneither|\bnor|\bwithout)\s+(?:\w+\s+)?"


def opposite_in(asked: str, text: str) -> str:
    """Return the words of an answer that say the opposite of what is asked, while nothing there says what is; "" for none.

    >>> opposite_in("By how many points did they win?", "They lost by 12 points."), opposite_in("Who won?", "Lost, then won")
    ('lost', '')
    """
    if len(text) > LONGEST:
        return ""
    for own, other in _asked_about(asked):
        found = other.search(text)
        if found and not own.search(text):
            return found[0]
    return ""


def says_no(asked: str, text: str) -> bool | None:
    """Return whether a statement answers a question by yes or no with the word asked for or its opposite; None for neither.

    >>> says_no("Did sales rise?", "They fell."), says_no("Did sales rise?", "They did not fall; they rose.")
    (True, False)
    """
    if len(text) > LONGEST:
        return None
    for own, other in _asked_about(asked):
        said, against = _plainly(own, text), _plainly(other, text)
        if said != against:
            return against
        if own is _RISING[0] and _UNCHANGED.search(text) and not said:
            return True
    return None


_RISING = _PAIRS[0]


@lru_cache(maxsize=4096)
def _asked_about(asked: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((own, other) for own, other in _PAIRS if own.search(asked) and not other.search(asked))


def _plainly(words: re.Pattern[str], text: str) -> bool:
    """Return whether a text says one of the words without denying it."""
    return any(
        not re.search(_NEGATED + r"\Z", text[max(0, found.start() - 20) : found.start()], re.IGNORECASE)
        for found in words.finditer(text)
    )
