"""What is only guessed or was so once: "Vane is a common guess, but it was Arden", "it used to be Vane, but today it is Arden"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.corrected import THOUGHT, is_corrected
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import BY_VALUE, NEAR, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST, MOST = 6, 50  # words of an answer that tells a guess and what is so
_OFTEN = (
    r"(?:(?:very |most |quite )?(?:often|commonly|usually|frequently|sometimes|mistakenly|wrongly|widely|popularly) )"
)
_PEOPLE = r"(?:(?:many|most|some|a lot of|lots of) )?(?:people|folks|students|readers|others|many|most)"
# behind a name: "is a common guess", ", which people often guess,"
_GUESS = regex(
    r"[\"')]*,? (?:(?:is|was|would be|may be|are|were) (?:(?:the|an?|perhaps|probably) )*(?:very |most |quite )?(?:common(?:est)?|popular|frequent|usual|obvious|tempting|easy|natural|well-known) (?:wrong )?(?:guess|answer|misconception|mistake|assumption|choice|suggestion|myth)"
    rf"|(?:which|as|whom|who|that) {_PEOPLE} {_OFTEN}?(?:guess|think|believe|assume|say|suggest|suppose|name|give|quote|cite|mention)\b"
    rf"|(?:is|are|was) {_OFTEN}(?:guessed|suggested|given as the answer|mistaken for|(?:mentioned|named|quoted|cited|given|credited|blamed)(?: for (?:it|this))?,? (?:but|though|albeit)?,? ?(?:wrongly|mistakenly|by mistake|in error|incorrectly)))",
    re.IGNORECASE,
)
_EDGE = regex(r"[,;:.]\s")
_RIGHT = regex(
    r"\b(?:and|which|that|it|they|this|indeed|are|is)(?: is| are|'s|'re)? (?:indeed |quite |in fact |actually )?(?:right|correct|true)\b|\brightly\b|\bcorrectly\b",
    re.IGNORECASE,
)
_MISTAKE = regex(
    r"[,;.–—-]+\s+(?:but|yet|however,?)?\s*(?:that|this|it|they|which)(?:'s| is| are|'re| was)\s(?:(?:only|just|simply|really|actually|in fact) )?(?:(?:an?|the) (?:common |popular |widespread )?(?:mistake|myth|misconception|error|legend)|wrong|mistaken|incorrect|false|not (?:true|right|correct|so|the case))\b",
    re.IGNORECASE,
)
_ONCE = regex(r"\b(?:used to|once|formerly|originally|initially|at first|in the past)\b", re.IGNORECASE)
_WAS_A = regex(r"[\"')]* (?:was (?:once |formerly |originally |initially )?|used to be )an?\b")
ONCE_ASKED = regex(
    r"\b(?:used to|once|former\w*|original\w*|initial\w*|first|old|before|until|previous\w*|ancient|past|early|earlier)\b",
    re.IGNORECASE,
)
_NOW = regex(
    r"(?:\b(?:but|yet|however)\b[^.;]*?|[;.,]\s(?=(?:to|now|at|curr)))\b(?:today|now|nowadays|currently|at present|finally|eventually|in the end|ultimately|in fact|actually)\b",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never|no)\b|n't\b", re.IGNORECASE)
_RENAMED = regex(r"\b(?:called|known|named?|renamed|titled|spelt|spelled)\b", re.IGNORECASE)


def is_only_thought(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one is what is thought or guessed, or was so once, and the answer says what is so."""
    return is_corrected(asked, said) or is_only_guessed(asked, said)


def is_only_guessed(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one is only what people guess, or what was so once, and the answer says what is so."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated:
        return None
    spans = told_spans(asked, said)
    if not spans:
        return None
    if is_called_a_guess(asked, said, spans) or is_called_a_mistake(said, spans):
        return Decision(0.2, Reason.CONTRADICTION, "the accepted answer is only what is thought")
    if was_so_once(asked, said, spans):
        return Decision(0.2, Reason.CONTRADICTION, "the accepted answer was so once")
    return None


def told_spans(asked: Asked, said: Said) -> Sequence[Span]:
    """Return where the accepted name, date or figure is told."""
    if asked.only_figures:
        golds = [gold for _, gold in asked.figures]
        return [(each.start, each.end) for each in said.figures if nearest(each, golds, asked, said) >= NEAR]
    return mentions(asked, said)


def is_called_a_guess(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether an answer says of each mention that it is a guess, and not that it is right, and names another."""
    if not all(_GUESS.match(said.plain, end) for _, end in spans) or _RIGHT.search(said.plain, spans[-1][1]):
        return False
    return any(_is_another(word.start, said, spans) and is_strange(word, asked) for word in said.words)


def _is_another(start: int, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether a word stands behind "but", or in another sentence than the guess."""
    begin = max(each for each in said.sentences if each <= spans[0][0])
    if start < begin:
        return True
    guess = _GUESS.match(said.plain, spans[-1][1])
    edge = _EDGE.search(said.plain, guess.end()) if guess else None
    return edge is not None and start >= edge.end()


def is_called_a_mistake(said: Said, spans: Sequence[Span]) -> bool:
    """Return whether an answer says what people say, and that this is a mistake: "People often say Vane, but that is wrong"."""
    thought = THOUGHT.search(said.plain)
    wrong = _MISTAKE.search(said.plain, thought.end()) if thought else None
    if thought is None or wrong is None or _NOT.search(said.plain, thought.start(), wrong.start()):
        return False
    return all(thought.end() <= start < wrong.start() for start, _ in spans)


def was_so_once(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether an answer says that the accepted one was so once, and behind "but" what is so now."""
    now = _NOW.search(said.plain, spans[-1][1]) if not ONCE_ASKED.search(asked.text) else None
    if any(_WAS_A.match(said.plain, end) for _, end in spans):
        return False  # "Vane was once a village"
    if now is None or _RENAMED.search(said.plain) or _NOT.search(said.plain, spans[0][0], now.start()):
        return False
    start = max(begin for begin in said.sentences if begin <= spans[0][0])
    if not _ONCE.search(said.plain, start, now.start()):
        return False
    if asked.only_figures:
        golds = [gold for _, gold in asked.figures]
        behind = [each for each in said.figures if each.start > now.start() and not each.dated]
        return len(behind) == 1 and nearest(behind[0], golds, asked, said) < BY_VALUE
    named = said.plain[spans[0][0]].isupper()
    return named and any(word.capital and word.start > now.end() and is_strange(word, asked) for word in said.words)
