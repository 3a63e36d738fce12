"""Which words of an answer repeat the question, which are new, and where what they name ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.given.words import agent
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST = 3  # letters of the verb that a word for a doer is made of: "founder"
TWO = 2  # letters that two forms of a verb may differ by
BE = frozenset(("is", "was", "are", "were"))
BREAK = regex(r"[^\w\s'.-]|(?<!\b[A-Z])\.\s|\n|\s-\s")
QUOTES = ('"', "'")
_ENDS = frozenset(
    """who which that whose in on at for with because after before when while as since and but from during to
    under until where although though just whereas rather""".split()  # noqa: SIM905 - a word list reads best as one text
)


def is_echo(word: Word, asked: Asked) -> bool:
    """Return whether a word is one of the question, inflected or by its first letter too: "director", for who directed it, "trainees", for how many it trains."""
    if word.form in asked.forms or verb_stem(word.form) in asked.verb_stems or agent(word.form) in asked.verb_stems:
        return True
    if word.capital and len(word.form) >= LEAST and word.form in asked.initials:
        return True  # "the NHL"
    if word.form.endswith("ion") and word.form[:-3] in asked.verb_stems:
        return True  # "creation", for who created it
    doer = word.form[:-2] if word.form.endswith(("er", "or", "ee")) else ""
    return len(doer) > LEAST and any(form.startswith(doer) for form in asked.forms)


def is_form(word: Word, verb: str) -> bool:
    """Return whether a word is a form of a verb by its stem: "succeeded", of "succe"."""
    short, long = sorted((verb_stem(word.form), verb), key=len)
    return len(short) > TWO and long.startswith(short) and len(long) - len(short) <= TWO


def until_edge(words: Sequence[Word], said: Said) -> Sequence[Word]:
    """Return the words up to a comma, a preposition or the like."""
    found: list[Word] = []
    opened = said.plain[words[0].start - 1] if words and words[0].start else ""
    if opened in QUOTES and (closed := said.plain.find(opened, words[0].end)) > 0:  # a title, whatever its words
        return [word for word in words if word.start < closed]
    for word in words:
        low = said.lowered(word)
        if found and (low in _ENDS or BREAK.search(said.plain, found[-1].end, word.start)):
            break
        found.append(word)
    return found


def is_strange(word: Word, asked: Asked) -> bool:
    """Return whether a word is neither of the question nor of an accepted answer, and no small one."""
    everywhere = word.form == "earth" and "planet" not in asked.forms  # "the largest on Earth"
    known = everywhere or word.form in SMALL or word.form in TITLES or word.form in asked.forms or len(word.form) == 1
    if not known and word.capital and len(word.form) >= LEAST and word.form in asked.initials:
        return False
    return not known and not any(
        word.form == other or alike(word.form, other) for other in (*asked.words, *asked.forms)
    )
