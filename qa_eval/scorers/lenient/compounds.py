"""Names of chemistry that differ in their ending or in where a group stands: ethanal is no ethanol, "ethan-1-ol" is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 3  # letters before an ending
PAIR = 2  # words of "dried peat"
LONG = 30  # words of an answer that may tell of something else
# families of endings that tell compounds of one stem apart
_ENDINGS = (
    ("ane", "ene", "yne", "anol", "enol", "anal", "anone", "anoic", "anoate", "yl", "anamine", "anamide"),
    ("ide", "ite", "ate", "ine"),
    ("ous", "ic"),
    ("ose", "ase"),
)
_CHAINS = "meth eth prop but pent hex hept oct non dec".split()  # noqa: SIM905 - a word list reads best as one text
_CHAIN = regex(
    rf"(?:cyclo|iso|neo)?(?:{'|'.join(_CHAINS)})(?P<ending>ane|ene|yne|anol|enol|anal|anone|anoic|anoate|yl|anamine|anamide)s?"
)
_PLACED = regex(
    r"\b(?:(?P<front>\d)-(?P<whole>[a-z]{5,20})|(?P<stem>[a-z]{3,12})-(?P<inner>\d)-(?P<end>ol|al|one|ene|yne|amine|thiol))\b",
    re.IGNORECASE,
)
_ALONE = ("meth", "eth")  # chains on which a group can stand in one place only


def is_treated_alike(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer has the accepted participle before another material or the like: "dried clay", for dried peat."""
    if len(asked.wanted) != 1 or len(asked.wanted[0].content) != PAIR or len(said.words) > LONG:
        return None
    done, head = asked.wanted[0].content
    if not (done.endswith("ed") and asked.wanted[0].text.islower()) or head in asked.forms or done in asked.forms:
        return None
    places = [at for at, word in enumerate(said.words) if word.form == done]
    if not places or any(alike(head, form) or form in head or head in form for form in said.bag if len(form) >= LEAST):
        return None
    behind = [said.words[at + 1] if at + 1 < len(said.words) else None for at in places]
    if not all(word and word.form not in SMALL and not said.lowered(word).endswith("ly") for word in behind):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "something else of which the same is said")


def is_another_compound(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer names a compound of the accepted stem and another ending, and the accepted one nowhere."""
    for wanted in asked.wanted:
        for form in wanted.content:
            endings = _endings_of(form)
            if not endings or form in said.bag:
                continue
            stem = next(form.removesuffix(end) for end in endings if form.endswith(end))
            others = [f"{stem}{end}" for end in endings if f"{stem}{end}" != form]
            if len(stem) >= LEAST and any(other in said.bag for other in others):
                return Decision(0.1, Reason.WRONG_NAME, "another compound of the same stem")
    return None


def _endings_of(form: str) -> Sequence[str]:
    """Return the endings that a word may be told apart from; none for a word of no chemistry."""
    chain = _CHAIN.fullmatch(form)
    if chain:
        return sorted(_ENDINGS[0], key=len, reverse=True)
    for endings in _ENDINGS[1:]:
        if any(form.endswith(end) and len(form) > LEAST + len(end) for end in endings):
            return endings
    return ()


def plainly_placed(text: str, accepted: Sequence[str]) -> str:
    """Return an answer with the names of compounds as the accepted one places their groups: "2-propanol" as "propan-2-ol".

    >>> plainly_placed("ethan-1-ol", ["ethanol"]), plainly_placed("2-propanol", ["propan-2-ol"]), plainly_placed("1-propanol", ["propan-2-ol"])
    ('ethanol', 'propan-2-ol', '1-propanol')
    """
    if "-" not in text or not _PLACED.search(text):
        return text
    wanted = {_placed(each): each for each in accepted if each and " " not in each.strip()}
    return _PLACED.sub(lambda match: wanted.get(_of(match), match[0]), text)


def _placed(name: str) -> tuple[str, str]:
    """Return a name without its figures, and the place that they give; no place where there is one only."""
    match = _PLACED.fullmatch(name.strip(" .").lower())
    return _of(match) if match else (name.strip(" .").lower(), "")


def _of(match: re.Match[str]) -> tuple[str, str]:
    if match["whole"]:
        name, place = match["whole"].lower(), match["front"]
    else:
        name, place = f"{match['stem']}{match['end']}".lower(), match["inner"]
    return name, "" if place == "1" and name.startswith(_ALONE) else place
