"""Accepted texts with what "and" or "or" joins the other way round, where the order says nothing: "repairs and cleaning", "cleaning and repairs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done, meant
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED = regex(r",? (?P<joint>and|or) ")
_ENDS = regex(r"\s*[,;.!]|\Z")
# a word that begins what is joined: both sides begin with one of the same line
_LEADS = tuple(
    frozenset(line.split())
    for line in (
        "is are was were has have had",
        "if when once after before until unless while",
        "in on at by with for from through under over to",
        "who that which",
    )
)
_THING = r"(?:(?:the|an?|its|their|his|her) )?[\w'’-]+"
_SUBJECTS = regex(
    rf"\A(?P<one>{_THING}) and (?P<two>{_THING}) (?P<rest>(?:had|have|has|were|was|are|is|will|would|could|can|did|do|in|on|at|of|from|for|with)\b.*)"
)
_CLAUSE = r"(?:(?:the|an?|its|their|his|her) [\w'’-]+(?: [\w'’-]+)?|it|they|he|she) (?:is|are|was|were|has|have|had|will|can|must)\b[\w'’ -]*?"
_CLAUSES = regex(rf"\A(?P<lead>(?:if|when|because) )?(?P<one>{_CLAUSE}) (?P<joint>or|and) (?P<two>{_CLAUSE})\Z")
_PREPOSITIONS = 2  # the line of them
_BEFORE = frozenset(
    "in on at by with for from of through under over to the a an its their his her is are was were be left been".split()  # noqa: SIM905 - a word list reads best as one text
)
_NAMING = frozenset("the a an its their his her".split())  # noqa: SIM905 - a word list reads best as one text
_ORDERED = regex(r"\b(?:then|first|finally|afterwards|respectively|from)\b|\d(?:st|nd|rd|th)\b")
_MOST = 3  # words of a thing that "and" joins to another one
_ING = 5  # letters: "king" and "bring" are no participles
# deeds of which each undoes the other, so that they are done by turns
_BY_TURNS = frozenset(
    frozenset(f"{verb}ing" for verb in pair.split())
    for pair in (
        "expand contract", "contract relax", "stretch shrink", "swell shrink", "open clos", "open shutt", "ris fall", "push pull", "inhal exhal",
        "heat cool", "warm cool", "tighten loosen", "tens relax", "lift lower", "rais lower", "freez thaw", "melt freez", "fill empty", "load unload",
        "squeez releas", "charg discharg", "wett dry", "com go", "lengthen shorten", "start stopp", "absorb releas", "bend straighten", "buy sell",
        "enlarg shrink", "widen narrow", "dilat constrict", "inflat deflat", "compress expand", "attract repel", "advanc retreat",
    )
)  # fmt: skip
_STATES = frozenset("is are was were be left been kept".split())  # noqa: SIM905 - a word list reads best as one text


def reordered(text: str) -> Iterator[str]:
    """Yield a text, and the same with what one "and" or "or" in it joins the other way round.

    >>> [*reordered("for repairs and cleaning")]
    ['for repairs and cleaning', 'for cleaning and repairs']
    >>> [*reordered("the dog bit Ann and ran off")]
    ['the dog bit Ann and ran off']
    """
    yield text
    if _ORDERED.search(text):
        return
    yield from _adjuncts(text)
    if clauses := _CLAUSES.match(text):
        yield f"{clauses['lead'] or ''}{clauses['two']} {clauses['joint']} {clauses['one']}"
    if subjects := _SUBJECTS.match(text):
        yield f"{subjects['two']} and {subjects['one']} {subjects['rest']}"
    for found in _JOINED.finditer(text):
        end = _ENDS.search(text, found.end())
        last = end.start() if end else len(text)
        before, behind = text[: found.start()].split(" "), text[found.end() : last].split(" ")
        at = _begins(before, behind)
        if at is not None:
            size, cut = at
            kept, moved = before[: len(before) - size], before[len(before) - size :]
            told = [*kept, *behind[:cut], found["joint"], *moved, *behind[cut:]]
            yield " ".join(told) + text[last:]


def _adjuncts(text: str) -> Iterator[str]:
    """Yield "wrapped in wool, in crates" for "in crates, wrapped in wool"."""
    one, comma, other = text.partition(", ")
    first, second = one.partition(" ")[0].lower(), other.partition(" ")[0].lower()
    if (
        comma
        and "," not in other
        and first in _LEADS[_PREPOSITIONS]
        and (second in _LEADS[_PREPOSITIONS] or second.endswith("ed"))
    ):
        yield f"{other}, {one}"


def _begins(before: list[str], behind: list[str]) -> tuple[int, int] | None:
    """Return how many words before "and" are joined to how many behind it; None where that is not sure."""
    one, other = before[-1].lower(), behind[0].lower()
    if _is_doing(one) and _is_doing(other):
        return (1, 1) if frozenset((one, other)) in _BY_TURNS else None
    for line in _LEADS:
        if other in line:
            size = next((size for size in range(2, len(before) + 1) if before[-size].lower() in line), None)
            return (size, len(behind)) if size else None
    state = len(before) > 1 and before[-2].lower() in _STATES and not (is_past(folded(one)) and is_past(folded(other)))
    if state and len(behind) == 1:
        return 1, 1
    if _may_be_verb(behind[0]) or len(behind) > 2 * _MOST or behind[0].istitle() is not before[-1].istitle():
        return None
    size = next(
        (size for size in range(1, _MOST + 1) if len(before) > size and before[-size - 1].lower() in _BEFORE), None
    )
    if size is None:
        return None
    cut = next((at for at, word in enumerate(behind) if word.lower() in _BEFORE and at), len(behind))
    if cut < len(behind) and behind[cut].lower() in _NAMING:
        return None  # "Ann drew the stage and Ben the costumes"
    return (size, cut) if not any(map(_may_be_verb, before[-size:])) else None


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and len(word) > _ING


def _may_be_verb(word: str) -> bool:
    return is_past(folded(word)) or (is_done(meant(folded(word))) and not word.endswith(("ing", "s")))
