"""What stands in the place that is asked for and has only a part of the accepted name: "the Peace of Arden", for the Peace of Vane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.openings import complements, openings
from qa_eval.scorers.lenient.scraps import KINDS
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, TITLES, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

# kinds of places in the languages of the countries that have them
_ABROAD = {
    form(abroad): form(kind)
    for kind, names in {
        "falls": "salto saltos cascada catarata cataratas cascata",
        "lake": "lago lac laguna lough loch",
        "river": "rio fleuve fiume",
        "island": "isla ile isola ilha",
        "mountain": "monte mont cerro pico",
        "castle": "castello chateau castillo schloss",
        "palace": "palazzo palais palacio",
        "square": "piazza plaza platz praca",
        "bridge": "ponte puente pont",
        "tower": "torre",
        "cathedral": "duomo catedral",
        "gate": "porta puerta",
    }.items()
    for abroad in names.split()
}
LONGEST = 5  # words of what is given


def gives_partly_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where what is given in the place asked for shares a word with each accepted text and lacks its last one."""
    if asked.is_negated or asked.only_figures or asked.dates or not asked.is_one_thing:
        return None
    texts = [each for each in asked.wanted if "(" not in each.text]
    if not texts or not all(_is_pair(each) for each in texts):
        return None
    if any(_says_the_last(each, said) for each in (*texts, *asked.familiar)):
        return None
    for head in (*openings(asked, said, len(said.plain)), *complements(asked, said, len(said.plain))):
        own = [word for word in head if word.form not in SMALL and word.form not in TITLES]
        if 1 < len(own) <= LONGEST and _is_mixed(own, asked):
            given = said.plain[head[0].start : head[-1].end][:60]
            return Decision(0.3, Reason.WRONG_NAME, f'gives "{given}", which shares a word')
    return None


def _is_pair(wanted: Wanted) -> bool:
    """Return whether a text is of several words of one kind: a name throughout, or common words throughout, not "the Cornett family"."""
    own = [word for word in wanted.text.split() if word.lower() not in SMALL]
    return len(wanted.content) >= TWO and not wanted.items and len({word[0].isupper() for word in own}) == 1


def _says_the_last(wanted: Wanted, said: Said) -> bool:
    last = wanted.content[-1]
    if last in KINDS and any(each == wanted.content[-2] or alike(each, wanted.content[-2]) for each in said.content):
        return True  # "garden peas", for pea plants
    return any(last == form or alike(last, form) or _ABROAD.get(form) == last for form in said.content)


def _is_mixed(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words are of an accepted text and the rest are strange."""
    known = [word.form in asked.words for word in words]
    return (
        any(known)
        and all(mine or is_strange(word, asked) for mine, word in zip(known, words, strict=True))
        and not all(known)
    )
