"""What a verb of the question has for its object, where the accepted one is that of another: "Yeast takes in sugar and gives off gas"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import BE, is_strange
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST, MOST = 5, 40  # words of an answer that tells of two objects
# verbs of what goes in and of what comes out, which two clauses set side by side
_IN, _OUT = (
    frozenset(map(verb_stem, verbs.split()))
    for verbs in (
        "absorb inhale breathe consume import bring buy eat drink take ingest swallow collect gather receive attract gain",
        "release emit exhale expel excrete secrete export sell give produce discharge make repel lose return",
    )
)
_PARTICLES = frozenset(("in", "off", "out", "up", "on", "back"))
_SKIPPED = BE | frozenset(
    "the a an some more much only mainly mostly also its their his her our your".split()  # noqa: SIM905 - see above
)
_DONE = regex(r"\s(?:was|were|is|are)\s(?:\w+ly\s)?(?P<done>[a-z]+)\b")
_OBJECT_ASKED = regex(r"\b(?:what|which)\b")


def is_the_other_object(asked: Asked, said: Said) -> Decision | None:
    """Decide where the verb that the question asks about has another object, and the accepted one is only that of another verb."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    verbs = asked.verb_stems & (_IN | _OUT)
    if len(verbs) != 1 or not _OBJECT_ASKED.search(asked.text.lower()):
        return None
    heads = [_verb_behind(end, said) or _verb_before(start, said) for start, end in mentions(asked, said)]
    (verb,) = verbs
    others = _OUT if verb in _IN else _IN
    if not heads or not others.issuperset(heads):
        return None
    other = _object_of(verb, asked, said)
    if not other:
        return None
    return Decision(0.15, Reason.WRONG_WORDS, f'says it of "{other[:60]}", and something else of the accepted one')


def _verb_before(start: int, said: Said) -> str:
    """Return the stem of the word right before a place, particles and articles aside; "" for none."""
    for word in reversed([word for word in said.words if word.start < start]):
        low = said.lowered(word)
        if low in _SKIPPED or low in _PARTICLES:
            continue
        return verb_stem(word.form)
    return ""


def _verb_behind(end: int, said: Said) -> str:
    """Return the stem of the verb that is done to what ends at a place: that of "Slate was imported"; "" for none."""
    done = _DONE.match(said.plain, end)
    return verb_stem(done["done"].lower()) if done else ""


def _object_of(verb: str, asked: Asked, said: Said) -> str:
    """Return the new word right behind a verb, or one of the same way, its particle and articles aside; "" for none."""
    verbs = next(each for each in (_IN, _OUT) if verb in each)
    for place, word in enumerate(said.words):
        if verb_stem(word.form) not in verbs:
            continue
        before = said.words[place - 2] if place > 1 and said.lowered(said.words[place - 1]) in BE else None
        if before is not None and is_strange(before, asked):
            return said.lowered(before)  # "rice was imported"
        for behind in said.words[place + 1 :]:
            low = said.plain[behind.start : behind.end].lower()
            if low in _SKIPPED or low in _PARTICLES:
                continue
            if low not in SMALL and is_strange(behind, asked):
                return low
            break
    return ""
