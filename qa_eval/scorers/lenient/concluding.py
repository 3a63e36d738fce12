"""What an answer reasons to in the end, where the accepted one is only a step: "Zinc frees the hydrogen, so the gas is chlorine"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.complements import complements
from qa_eval.reading.regex import regex
from qa_eval.reading.synonyms import LIKE, synonyms
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_echo, is_strange, until_edge
from qa_eval.scorers.lenient.scales import is_percent
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import nearest
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LONGEST = 1_000  # characters of an answer that is read
MOST_BEFORE = 9  # words before "is" in a conclusion
TWO = 2  # words of "the hardest"
MOST = 3  # words of what is concluded, small ones aside
_SO = regex(
    r"(?:\A|[,;.—–:]\s|\band\s|\bbut\s)\s*(?:so|thus|therefore|hence|consequently|accordingly|by elimination|(?:this|that|which) (?:means|shows|implies)(?: that)?|it follows that)\b,?\s*",
    re.IGNORECASE,
)
_THEREFORE = regex(
    r"\b(?:therefore|thus|hence|consequently)\b|(?:\A|[,;.]\s)\s*so\b(?! that\b| far\b| much\b| many\b)", re.IGNORECASE
)
_GIVEN = regex(
    r"\b(?:is|are|was|were|be|equals|gives|makes|leaves|supplies|has|have|get|takes?|needs?)\b|[=≈]", re.IGNORECASE
)
_ASIDE = regex(r"[,(] ?(?:which|who|whose|while|whereas|but|not|and|unlike|with)?\b", re.IGNORECASE)
_MORE = regex(r"\s*[\w°]*\s+(?:\w+er|more|less|fewer)\b", re.IGNORECASE)  # "2 m longer"
_TOTAL = regex(
    r"\b(?:(?:that |which )?(?:you|we) (?:(?:have |had )?ask(?:ed)? (?:for|about)|want(?:ed)?|are (?:asking|looking) for|need)|asked for) (?:is|was|comes to|equals)\s|\b(?:total|answer|result)(?: (?!of\b)[a-z]+){0,3} (?:is|was|comes to|equals|makes)\s|\b(?:total|answer|result) ?[=:]\s",
    re.IGNORECASE,
)
_TOTALS = frozenset(
    map(form, ("total", "answer", "result", "ask", "asked", "want", "wanted", "asking", "looking", "need"))
)
NEAR_TOTAL = 10  # characters behind "the total is" in which its figure begins
REACH = 25  # characters behind a verb in which its figure stands
FAR = 0.4  # up to this closeness a figure is another
_BUT = regex(r"[,;]\s(?:but|yet|whereas|while|however,)\s|;\s(?=the\b)", re.IGNORECASE)
_EDGE = regex(r"[;.!?](?:\s|\Z)|\n|,")
_IS = regex(r"(?:is|was|are|were|(?:must|would|should|could only|can only|has to|have to|will) be)\b", re.IGNORECASE)
_MAIN = regex(
    r"(?:the |its )(?:\w+ )?(?P<which>\w+) (?:one|of (?:them|these|those|all)|share|part|component|constituent) (?:is|was|are|were)\b",
    re.IGNORECASE,
)
_IN_A_CASE = regex(r"(?:in|for|among|at|on|with)\b", re.IGNORECASE)
_CHOSEN = frozenset(("main", "chief", "right", "correct", "major", "principal"))
_FIRST = regex(r"[\s\"')]*[.,;:\n—–]")
_IT = frozenset(("it", "this", "that", "these", "those", "they", "he", "she"))
_GIVES = regex(
    r"(?:\b(?:is|was|are|were|be|called|named|or|i\.e\.|that is|namely|rather|actually)\b|\()(?:,? (?:the|an?))?[\s,\"']*\Z",
    re.IGNORECASE,
)
_IT_IS = regex(rf"(?:{'|'.join(sorted(_IT))})\b", re.IGNORECASE)
# what "it is" that is no name of a thing
_LIKE = regex(r"\w+(?:able|ible|al|ful|ic|ive|less|ous|ent|ant|ed|ish)\Z", re.IGNORECASE)
_QUALITY = regex(
    r"(?:\w+(?:est|ier|ly|ing)|not|never|no|also|more|most|less|why|how|what|where|when|who|easy|hard|clear|safe|hot|cold|big|small|large|long|short|high|low|true|false|right|wrong|sure|due|because|about|like|same|one|part|able|full|empty|open|made|known|called|good|bad|free|rare|heavy|light|dense|fine|coarse|dear|cheap|soft|strong|weak|new|old|here|there|likely|unlikely|enough|up|down|out|in|on|at|of|to|for|from|with|by|as|if|than|so|just|only|still|now|then)\Z",
    re.IGNORECASE,
)


def concludes_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer concludes that what is asked for is something else, and says the accepted one on the way only."""
    if asked.is_negated or asked.only_figures or asked.dates or len(said.plain) > LONGEST:
        return None
    spans = mentions(asked, said)
    for words, end in _concluded(asked, said, _opens(said, spans)):
        if any(start >= end and _given_behind(said, start) for start, _ in spans):
            continue
        given = said.plain[words[0].start : words[-1].end]
        return Decision(0.2, Reason.WRONG_WORDS, f'concludes that it is "{given[:60]}"')
    return None


def concludes_with_another_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer concludes with another figure, and gives the accepted one before: "12/6 = 2 A … so it supplies 2 A"."""
    marks = list(_THEREFORE.finditer(said.plain)) if len(said.plain) <= LONGEST and asked.only_figures else []
    if asked.is_negated or not marks:
        return None
    mark = marks[-1]
    start = max(begin for begin in said.sentences if begin <= mark.start() + 2)
    end = next((begin for begin in said.sentences if begin > mark.end()), len(said.plain))
    verbs = list(_GIVEN.finditer(said.plain, start, end))
    place = max(mark.end(), verbs[-1].end() if verbs else end)
    told = [each for each in said.figures if place <= each.start < min(end, place + REACH)]
    golds = [gold for _, gold in asked.figures]
    if len(told) != 1 or told[0].dated or told[0].negated or told[0].ordinal or told[0].noun:
        return None
    if _ASIDE.search(said.plain, mark.end(), told[0].start) or _MORE.match(said.plain, told[0].end):
        return None
    alike = all(told[0].unit == gold.unit for gold in golds)
    given = any(told[0].value == each.value for each in asked.given)
    if not alike or given or nearest(told[0], golds, asked, said) > FAR:
        return None
    return Decision(0.15, Reason.WRONG_VALUE, "concludes with another value")


def totals_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where the last total of an answer is another figure than the accepted one: "48 + 24 = 72; doubled, the total is 144"."""
    if asked.is_negated or _TOTALS.isdisjoint(said.bag):
        return None
    marks = list(_TOTAL.finditer(said.plain))
    told = [each for each in said.figures if marks and marks[-1].end() <= each.start < marks[-1].end() + NEAR_TOTAL]
    golds = [gold for _, gold in asked.figures]
    if len(told) != 1 or told[0].dated or told[0].negated or told[0].start < max(each.start for each in said.figures):
        return None
    noun = told[0].noun
    alike = all(told[0].unit == gold.unit or (is_percent(told[0]) and not gold.unit) for gold in golds)
    alike = alike and (not noun or form(noun.lower()) in asked.forms)
    if (
        not alike
        or nearest(told[0], golds, asked, said) > FAR
        or any(told[0].value == each.value for each in asked.given)
    ):
        return None
    return Decision(0.15, Reason.WRONG_VALUE, "comes to another total")


def _opens(said: Said, spans: Sequence[Span]) -> bool:
    """Return whether an answer opens with the accepted words, and tells more behind them: "Helium. It is lighter than air"."""
    if not spans:
        return False
    before = [word for word in said.words if word.start < spans[0][0]]
    return all(word.form in SMALL for word in before) and _FIRST.match(said.plain, spans[0][1]) is not None


def _concluded(asked: Asked, said: Said, opened: bool) -> Iterator[tuple[Sequence[Word], int]]:
    """Yield what each conclusion says that it is, where that is new, and where the clause ends; not what "it is" behind an answer."""
    for mark in _SO.finditer(said.plain):
        edge = _EDGE.search(said.plain, mark.end())
        found = _new(mark.end(), edge.start() if edge else len(said.plain), asked, said)
        found = found or _named_as_it(mark.end(), edge.start() if edge else len(said.plain), asked, said)
        if found and not (opened and _IT_IS.match(said.plain, mark.end())):
            yield found, found[-1].end
    for mark in _BUT.finditer(said.plain):
        edge = _EDGE.search(said.plain, mark.end())
        found = _new(mark.end(), edge.start() if edge else len(said.plain), asked, said, least=2)
        if found:
            yield found, found[-1].end
    for main in _MAIN.finditer(said.plain):
        edge = _EDGE.search(said.plain, main.end())
        words = [word for word in said.words if main.end() <= word.start < (edge.start() if edge else len(said.plain))]
        if opened and _IN_A_CASE.match(said.plain, max(each for each in said.sentences if each <= main.start())):
            continue  # "It is a ligase. In yeast the main one is Cdc9"
        which = main["which"].lower()
        if words and (which in _CHOSEN or form(which) in asked.forms) and _is_a_thing(words, asked, said):
            yield words, words[-1].end


def _new(start: int, end: int, asked: Asked, said: Said, least: int = 1) -> Sequence[Word]:
    """Return the words that one clause says "are" what is asked for, where they are no accepted ones; none for another clause."""
    verb = _first_is(said, start, end)
    if verb is None:
        return ()
    before = [word for word in said.words if start <= word.start < verb.start()]
    behind = [word for word in said.words if verb.end() <= word.start < end]
    if not before or not behind or len(before) > MOST_BEFORE or not _is_asked(before, asked, said, least):
        return ()
    given = until_edge(behind, said)
    return given if _is_a_thing(given, asked, said) else ()


def _named_as_it(start: int, end: int, asked: Asked, said: Said) -> Sequence[Word]:
    """Return the words of which one clause says that they are "the" one that is asked for: "so steel is the hardest"; none for another clause."""
    verb = _first_is(said, start, end)
    before = [word for word in said.words if verb and start <= word.start < verb.start()]
    behind = [word for word in said.words if verb and verb.end() <= word.start < end]
    if not before or len(behind) < TWO or behind[0].form != "the" or not _is_a_thing(before, asked, said):
        return ()
    told = [word for word in behind if word.form not in SMALL]
    return before if told and all(is_echo(word, asked) for word in told) else ()


def _first_is(said: Said, start: int, end: int) -> re.Match[str] | None:
    return next(
        (found for word in said.between(start, end) if (found := _IS.match(said.plain, word.start))),
        None,
    )


def _is_asked(words: Sequence[Word], asked: Asked, said: Said, least: int = 1) -> bool:
    """Return whether a subject stands for what is asked: "it", or words of the question and no accepted one."""
    if any(word.form in asked.words for word in words):
        return False
    low = said.plain[words[0].start : words[0].end].lower()
    if low in _IT:
        return len(words) == least == 1
    echoed = sum(word.form not in SMALL and is_echo(word, asked) for word in words)
    whole = low == "the" and echoed == len([word for word in words if word.form not in SMALL])
    return echoed >= least or (whole and echoed > 0)


def _is_a_thing(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether some words name a thing that is neither accepted nor in the question."""
    bare = [word for word in words if word.form not in SMALL]
    if not 0 < len(bare) <= MOST or any(word.form in asked.words for word in words):
        return False
    if words[0].form in ("a", "an", "not") or any(_is_quality(word, said, the=words[0].form == "the") for word in bare):
        return False
    return all(is_strange(word, asked) for word in bare)


def _is_quality(word: Word, said: Said, *, the: bool) -> bool:
    """Return whether a word tells what something is like; behind "the", "jackal" is no such word for its ending."""
    written = said.plain[word.start : word.end]
    if _QUALITY.match(written) or is_past(word.form) or word.form in _qualities():
        return True
    return not the and _LIKE.match(written) is not None


@cache
def _qualities() -> frozenset[str]:
    """Return the words of the lists that tell what things are like."""
    pairs = (*complements(":"), *complements("~"), *synonyms(LIKE))
    return frozenset(form(word) for line in pairs for word in line if word.isalpha())


def _given_behind(said: Said, start: int) -> bool:
    """Return whether what stands at a place behind a conclusion is given after all: "…, that is, helium", "or rather helium"."""
    return _GIVES.search(said.plain[max(0, start - 30) : start]) is not None
