"""What an answer only reports or ranks behind another: "It was long thought to be Vane, but the record is Arden's", "it is second to Arden"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import NEAR, nearest
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

MOST = 60  # words of an answer that corrects what is thought
REACH = 3  # words behind a verb, small ones aside, among which it names what is so
THOUGHT = regex(
    r"\b(?:(?:often|commonly|widely|popularly|long|usually|sometimes|mistakenly|wrongly|once|generally|always) (?:thought|believed|assumed|supposed|said|considered|taken|held|credited|attributed|ascribed|blamed|put down)"
    r"|(?:thought|believed|assumed|supposed) to (?:be|have)|(?:takes?|took|mistakes?|mistook|mistaken) (?:it|them|him|her) for|(?:people|many|some|most|you|one|we|they|i)(?:['’]d)?(?: \w+){0,2} (?:think|thought|believe|believed|assume|assumed|say|guess|expect|expected|suppose|blame|bring up|cite|quote|point to|would (?:think|expect|guess|say))"
    r"|it (?:looks?|sounds?|seems?|smells?|feels?|may look|might look) (?:very |a lot |much )?(?:like|to be)"
    r"|(?:people|(?:web)?sites|sources|(?:text)?books|guides|accounts) (?:often |still |usually |wrongly )?(?:give|say|claim|quote|cite|state|put it at|mention))\b",
    re.IGNORECASE,
)
_BUT = regex(
    r"(?:[,;.]|\s[–—-])\s+(?:but|yet|however,?|in fact,?|actually,?|in reality,?|the truth is|what(?= (?:really|actually|in fact|comes?|came|happen\w*)\b))\s",
    re.IGNORECASE,
)
_CONCEDES = regex(r"\b(?:while|although|though|whereas|even if)\s[^.;,]*\Z", re.IGNORECASE)
_COMMA_OR_END = regex(r",\s+(?!\d)|[.!]?\s*\Z")
_UP_TO_BUT = regex(r"(?: (?:here|there|first|again|instead|(?:from|by|in|at|given) [\w' ]+))?")
_THOUGHT_ASKED = regex(r"\b(?:expect|predict|forecast|think|thought|believ|guess|assum|estimat)\w*", re.IGNORECASE)
_AS = regex(r"\bas (?:one|you|we|people|many|most)\b", re.IGNORECASE)  # "as one would expect"
_IN_FACT = frozenset(("fact", "actually", "really", "reality", "truth", "indeed", "instead", "however"))
_IS = regex(
    r"\b(?:is|was|are|were|belongs? to|goes to|went to|held by|holds|did|built|wrote|made|invented|discovered|painted|by)\b"
)
_MINE = regex(r"\b(?:mine|my|ours?|i (?:only )?have|i(?:'ve| have) got|that one|this one|the one)\b", re.IGNORECASE)
_BEHIND = regex(
    r"\b(?:second|runners?[- ]up|next|inferior|close)(?: only)? to (?:the )?(?=[A-Z\"'])|\b(?:(?:is|was|comes?|came|finish(?:es|ed)|ranks?|ranked|sits?|lies) (?:(?:second|third|last),? )?(?:just |only |well |right )?behind|(?:beaten|overtaken|defeated|surpassed|outsold) by) (?:the )?(?=[A-Z\"'])"
)
_FIRST_ASKED = regex(
    r"\b(?:first|most|[a-z]{3,}(?:est|iest)|highest|best|worst|top|won|wins?|winners?|champions?)\b", re.IGNORECASE
)
_SECOND_ASKED = regex(r"\b(?:second|next|runners?|beaten|lost|loser|behind|defeated)\b", re.IGNORECASE)
_PLACED = regex(
    r"[^.;]*?\b(?:is|was|are|were|comes?|came|ranks?|ranked|finish(?:es|ed)) (?:only |just |in )?(?:the )?(?:second|third|next|runners?-up)\b[^.;]*[.;]",
    re.IGNORECASE,
)
_RANKING = regex(
    r"\W*(?:[Tt]he )?(?P<first>[A-Z][\w' -]*?)(?: [a-z]+(?: [a-z]+){0,2} first)?,? (?:and )?then (?:the )?[A-Z][\w', -]*[.!]?\s*"
)
_PLACED_ASKED = regex(r"\b(?:second|third|next|2nd|3rd|runners?|after|behind)\b", re.IGNORECASE)


def is_corrected(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one is only what is thought, and the answer says behind "but" who, what or when it is."""
    if len(said.words) > MOST or asked.is_negated or asked.only_figures or (asked.dates and not asked.only_dates):
        return None
    thought = THOUGHT.search(said.plain)
    but = _turn(said, thought) if thought else None
    if thought is None or but is None:
        return None
    spans = mentions(asked, said)
    if not spans or not all(thought.end() <= start < but.start() for start, _ in spans):
        return None
    if asked.only_dates:
        told = any(not thought.start() <= date.start < but.start() for date in said.dates)
    else:
        told = any(_is_named(word, asked, spans, said) for word in _told(said, thought, but)) or _is_a_thing(
            asked, said, spans, but
        )
    return Decision(0.2, Reason.CONTRADICTION, "the accepted answer is only what is thought") if told else None


def _told(said: Said, thought: re.Match[str], but: re.Match[str]) -> list[Word]:
    """Return the first words of what is so: behind "but", or before "though some say Vane" at the very end."""
    verb = _IS.search(said.plain, but.end())
    behind = [word for word in said.words if word.start >= but.end() and word.form not in SMALL]
    if not behind:
        return list(said.between(max(begin for begin in said.sentences if begin <= thought.start()), thought.start()))
    return [word for word in behind if verb and word.start >= verb.start()][:REACH] + behind[:REACH]


def is_corrected_by_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted figure is only what is thought, and the answer says behind "but" another one: "one would expect 3, but it is 4"."""
    plainly = len(said.words) <= MOST and not asked.is_negated and not _THOUGHT_ASKED.search(asked.text)
    thought = THOUGHT.search(said.plain) if plainly else None
    but = _turn(said, thought) if thought else None
    if thought is None or but is None:
        return None
    golds = [gold for _, gold in asked.figures]
    right = [each for each in said.figures if nearest(each, golds, asked, said) >= NEAR]
    behind = [each for each in said.figures if each.start >= but.end() and not each.dated and each not in right]
    if not right or not all(thought.end() <= each.start < but.start() for each in right):
        return None
    if thought[0].lower().startswith("i ") and _MINE.search(
        said.plain, but.end(), behind[0].start if behind else but.end()
    ):
        return None  # "I think it is 52, but mine has 50"
    if len(behind) != 1 or not all(_measures_alike(behind[0], gold) for gold in golds):
        return None
    return Decision(0.15, Reason.WRONG_VALUE, "the accepted value is only what is thought")


def _turn(said: Said, thought: re.Match[str]) -> re.Match[str] | None:
    """Return where what is thought ends and what is so begins: at "but", or at the comma or end behind "While some say Vane"."""
    start = max(begin for begin in said.sentences if begin <= thought.start())
    concedes = _CONCEDES.search(said.plain, start, thought.start())
    return (_COMMA_OR_END if concedes else _BUT).search(said.plain, thought.end())


def _measures_alike(figure: Quantity, gold: Quantity) -> bool:
    """Return whether two figures are of one unit, or of units of one kind: weeks and months."""
    same = figure.unit == gold.unit
    return same or (bool(figure.unit and gold.unit) and convert(figure.value, figure.unit, gold.unit) is not None)


def _is_named(word: Word, asked: Asked, spans: Sequence[Span], said: Said) -> bool:
    """Return whether a word names another one as the accepted one is named: with a capital."""
    return word.capital and said.plain[spans[0][0]].isupper() and is_strange(word, asked)


def _is_a_thing(asked: Asked, said: Said, spans: Sequence[Span], but: re.Match[str]) -> bool:
    """Return whether "but" stands right behind an accepted thing in common words, and another one behind it: "You might expect a harp, but it was a lute"."""
    if (
        _AS.search(said.plain, 0, but.start())
        or said.plain[spans[0][0]].isupper()
        or not _UP_TO_BUT.fullmatch(said.plain, spans[-1][1], but.start())
    ):
        return False
    behind = [word for word in said.words if word.start >= but.end() and word.form not in SMALL]
    return any(is_strange(word, asked) and word.form not in _IN_FACT for word in behind)


def is_placed_second(asked: Asked, said: Said, end: int, first: int) -> bool:
    """Return whether the name that ends at ``end`` is said to come second, before the accepted one is named: "Vane comes second; the record is Arden's"."""
    placed = _PLACED.match(said.plain, end, first)
    return placed is not None and not _PLACED_ASKED.search(asked.text)


def is_second_itself(asked: Asked, said: Said) -> bool:
    """Return whether the accepted name is said to come second, and another one is named behind: "Arden comes second; the record is Vane's"."""
    spans = mentions(asked, said) if not _PLACED_ASKED.search(asked.text) else []
    placed = _PLACED.match(said.plain, spans[-1][1]) if spans else None
    if placed is None:
        return False
    other = [word.start for word in said.words if word.capital and is_strange(word, asked)]
    return bool(other) and min(other) >= placed.end()


def comes_then(asked: Asked, said: Said) -> bool:
    """Return whether an answer is a ranking of names, and the accepted one is not its first: "Vane, then Arden"."""
    ranking = (
        _RANKING.fullmatch(said.plain) if not _PLACED_ASKED.search(asked.text) and not asked.asks_several else None
    )
    spans = mentions(asked, said) if ranking else []
    if ranking is None or not spans or spans[0][0] < ranking.end("first"):
        return False
    first = [word for word in said.words if ranking.start("first") <= word.start < ranking.end("first")]
    return all(is_strange(word, asked) or word.form in SMALL for word in first)


def is_ranked_behind(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks for the first, and the accepted one is said to be second to another."""
    if len(said.words) > MOST or not (asked.is_won or _FIRST_ASKED.search(asked.text)):
        return None
    if is_second_itself(asked, said) or comes_then(asked, said):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is said to come second")
    mark = _BEHIND.search(said.plain) if not _SECOND_ASKED.search(asked.text) else None
    spans = mentions(asked, said) if mark else []
    if mark is None or not spans or not all(start < mark.start() for start, _ in spans):
        return None
    before = [word for word in said.words if word.capital and word.start < spans[0][0] and is_strange(word, asked)]
    other = next((word for word in said.words if word.start >= mark.end()), None)
    if before or other is None or not is_strange(other, asked):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is said to come second")
