"""Deeds counted for a time, which say how often: "two flashes every 20 seconds", where it is asked how often a light blinks."""

from __future__ import annotations

from functools import lru_cache, partial

from qa_eval.reading.frequencies import counted_as_times
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.verbs import stems

# what says that the same happens
_ALIKE = (
    "flash blink pulse wink light", "ring chime toll strike stroke peal", "meet meeting session gathering", "start begin", "appear issue edition publish",
    "check inspect inspection visit test", "water watering", "feed feeding meal",
    "run leave depart sail go come operate departure sailing trip crossing train bus ferry boat tram service shuttle",
)  # fmt: skip
_GROUPS = tuple(map(stems, _ALIKE))
# the pumps of "How often do the pumps start?" are not what happens
_SUBJECT = regex(r"\b(?:the|an?|its|their|his|her|your|our)\s+(?P<noun>[a-z]+)")


def deeds_as_times(text: str, question: str) -> str:
    """Return a text with so many of the deeds that a question asks about told as so many times.

    >>> deeds_as_times("two flashes every 20 s", "How often does the lamp blink?")
    'two times every 20 s'
    >>> deeds_as_times("two lamps every 20 s", "How often does the lamp blink?")
    'two lamps every 20 s'
    """
    return counted_as_times(text, partial(_is_asked, question=question.lower()))


@lru_cache(maxsize=512)
def _is_asked(word: str, question: str) -> bool:
    stem, asked = stem_of(singular(word)), stems(question)
    if any(stem in group and group & asked for group in _GROUPS):
        return True
    return stem in asked and stem not in {stem_of(told["noun"]) for told in _SUBJECT.finditer(question)}
