"""What an answer puts forward only to overturn it: "A story says that it was a fire, but that is wrong", "They tried to burn it down, but it stood"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.distinguishing import LEADING
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, phrased, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.scorers.lenient.words import Word

LONGEST = 400  # characters of an answer; a longer one tells more than its own corrections
LEAST = 5  # letters of a word that may be inflected otherwise
_OFTEN = r"(?:often|commonly|widely|popularly|long|usually|sometimes|mistakenly|wrongly|falsely|generally|frequently|traditionally)"
_HELD = r"(?:placed|located|dated|listed|identified|explained|attributed|credited|ascribed)"
_STORY = r"(?:stor(?:y|ies)|legends?|myths?|rumou?rs?|beliefs?|theor(?:y|ies)|explanations?|versions?|claims?|traditions?|tales?|anecdotes?|reports?)"
_TURN = r"(?:[,;.]\s+|\s[–—-]+\s|\s)(?:but|yet|however|in fact|in reality|actually|the truth is)\b"
_WRONG = r"(?:wrong|false|untrue|incorrect|mistaken|a myth|a legend|nonsense|not (?:true|so|correct|right|the case)|unfounded|invented|an invention|a mistake|an error)"
# "It is often placed in Vane, but …", "A popular story says that it was Vane, but …"
_TOLD = regex(
    rf"\b(?:{_OFTEN} (?:been )?{_HELD}|(?:an?|the|one|some|many|most) (?:[\w-]+ ){{0,2}}{_STORY} (?:[a-z]+ )?(?:says?|said|holds?|held|has it|have it|claims?|goes|is|was|tells?|runs?))\b(?P<what>[^;]*?)(?={_TURN})",
    re.IGNORECASE,
)
# what is said of the clause before it to be wrong
_FALSE = regex(
    rf"(?:[,;.:]|\s[–—-])\s+(?:but |yet |however, )?(?:that|this|it|they|the (?:[a-z]+ )?{_STORY})(?: [a-z]+ly)? (?:is|was|are|were|has been|proved|turned out)(?: to be)?(?: [a-z]+ly| simply| now known to be| all| just)? {_WRONG}\b",
    re.IGNORECASE,
)
# "…, although others claimed that it was Vane"
_CLAIMED = r"(?:claim|say|said|argu|believ|think|thought|suggest|maintain|insist|alleg|blam|assum|suspect|attribut|credit|report)\w*"
_GRANTED = regex(
    rf"(?P<mark>\b(?:although|though|even though|while (?=some|many|others|most|people|it is (?:often|commonly|widely))))\b[^.;,]*?\b{_CLAIMED}\b(?P<what>[^.;]*)",
    re.IGNORECASE,
)
_REJECTED = regex(
    r"(?:[;.]|,? but|,? yet)\s+(?:the |an? |her |his |its |their )?[\w ]{0,30}?\b(?:rejects?|rejected|dismiss(?:es|ed)?|den(?:y|ies|ied)|disprov(?:es?|ed)|refut(?:es?|ed)|contradicts?|rules? out) (?:this|that|the|such an?|any such|these|those|it|both)\b",
    re.IGNORECASE,
)
_BELIEF_ASKED = regex(
    rf"\b(?:{_CLAIMED}|{_STORY}|{_OFTEN}|wrong|mistaken|mistakenly|myth|false|incorrect|originally|first)\b",
    re.IGNORECASE,
)
# "The crowd tried to pull it down, but it stood"
_TRIED = regex(
    r"\b(?:(?:tr(?:y|ied|ies)|attempt(?:ed|s)?|sought|want(?:ed|s)?|plan(?:ned|s)?|intend(?:ed|s)?|hop(?:ed|es?)|meant|threaten(?:ed|s)?|(?:was|were) (?:going|about)|wish(?:ed|es)?|fail(?:ed|s)?|refus(?:ed|es)?) to|nearly|almost|narrowly escaped) (?P<what>[^.;]*?)(?=,? (?:but|yet|however|until)\b|[;.] (?=[A-Z]?\w))",
    re.IGNORECASE,
)
_DEED_ASKED = regex(
    r"\W*(?:what (?:happen\w*|became|did|do|does|has|have|had|was|were|will)\b|how\b|in what way\b)", re.IGNORECASE
)
_TRIAL_ASKED = regex(
    r"\b(?:tr(?:y|ied|ies)|attempt\w*|seek|sought|want\w*|plan\w*|intend\w*|hop\w+|mean|meant|threat\w*|going to|wish\w*|fail\w*|refus\w*|nearly|almost|try\w*|order\w*|expect\w*)\b",
    re.IGNORECASE,
)
# "They asked for $3 million, but in the end were paid only $1 million"
_BID = regex(
    r"\b(?:ask(?:ed|s)?(?: for)?|demand(?:ed|s)?|offer(?:ed|s)?|bid|request(?:ed|s)?|propos(?:ed|es)|sought|call(?:ed|s) for|started at|opened at) (?P<what>(?:[^.;]|\.(?=\d))*?)(?=(?:,|;|\.)? (?:but|however|in the end|eventually|yet)\b[^.;]*?\b(?:paid|pay|pays|got|received|settled|accepted|agreed|gave|given|sold|went for|ended|spent|cost)\b)",
    re.IGNORECASE,
)
_BID_ASKED = regex(
    r"\b(?:ask\w*|demand\w*|offer\w*|bid\w*|request\w*|propos\w+|seek|sought|call\w* for|start\w*|want\w*)\b",
    re.IGNORECASE,
)


def overturned(text: str, question: str, accepted: Sequence[str]) -> str:
    """Return what is said of an answer that says what is accepted only where it overturns it; "" for any other.

    >>> asked = "In which city is the mint?"
    >>> overturned("It is often placed in Vane, but it is actually in Arden.", asked, ["Vane"])
    'says it only to overturn it'
    >>> overturned("It is often placed in Vane, but it is actually in Arden.", asked, ["Arden"])
    ''
    """
    if len(text) > LONGEST:
        return ""
    bare = phrased(plain(text))
    stretches = list(_stretches(bare, question))
    if not stretches:
        return ""
    given = frozenset(word.form for word in words_of(phrased(plain(question))))
    words = words_of(bare)
    inside = [any(low <= word.start < high for low, high in stretches) for word in words]
    told = [_places(words, each, given) for each in accepted]
    found = [places for places in told if places]
    if not found or not all(inside[at] for places in found for at in places):
        return ""
    new = any(
        not within and word.form not in SMALL and word.form not in given
        for word, within in zip(words, inside, strict=True)
    )
    return "says it only to overturn it" if new else ""


def _places(words: Sequence[Word], accepted: str, given: frozenset[str]) -> list[int]:
    """Return where the words stand that an accepted text has besides those of the question: its figures, where it has some."""
    known = SMALL | LEADING | given
    forms = [word.form for word in words_of(phrased(plain(accepted))) if word.form not in known]
    own = [form for form in forms if form[0].isdigit()] or forms
    return [at for at, word in enumerate(words) if any(_is(word, form) for form in own)]


def _is(word: Word, other: str) -> bool:
    one = word.form
    if one == other or (min(len(one), len(other)) >= LEAST and stem(one) == stem(other)):
        return True
    return (word.capital and alike(one, other)) or (one.isalpha() and verb_stem(one) == verb_stem(other))


def _stretches(text: str, question: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of an answer that it takes back, or tells only as what was tried or asked for."""
    if not _BELIEF_ASKED.search(question):
        yield from (each.span("what") for each in _TOLD.finditer(text))
        yield from ((_sentence(text, each.start()), each.start()) for each in _FALSE.finditer(text))
        yield from (_granted(text, each) for each in _GRANTED.finditer(text))
        yield from ((_claim(text, each.start()), each.start()) for each in _REJECTED.finditer(text))
    if _DEED_ASKED.match(question) and not _TRIAL_ASKED.search(question):
        yield from ((_clause(text, each.start()), each.end()) for each in _TRIED.finditer(text))
    if not _BID_ASKED.search(question):
        yield from (each.span("what") for each in _BID.finditer(text))


def _sentence(text: str, end: int) -> int:
    """Return where the sentence begins that ends at a place."""
    return max(text.rfind(mark, 0, end) for mark in (". ", "! ", "? ", "; ")) + 1


def _clause(text: str, end: int) -> int:
    """Return where the clause begins of which a verb stands at a place: its subject is a part of it."""
    marks = (", ", "; ", ". ", " and ", " but ", " then ")
    return max((at + len(mark) for mark in marks if (at := text.rfind(mark, 0, end)) >= 0), default=0)


def _claim(text: str, end: int) -> int:
    """Return where the claim begins in the sentence that ends at a place; the place itself where there is none."""
    start = _sentence(text, end)
    found = regex(rf"\b{_CLAIMED}\b", re.IGNORECASE).search(text, start, end)
    return found.end() if found else end


def _granted(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return what is granted: up to the comma where the main clause stands behind it, else to the end."""
    start, end = found.span("what")
    opens = not text[_sentence(text, found.start()) : found.start()].strip()
    comma = text.find(", ", start, end) if opens else -1
    return (start, comma if comma >= 0 else end)
