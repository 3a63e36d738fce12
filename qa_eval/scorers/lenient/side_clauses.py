"""What is told in a side clause of another one that does what is asked: "Vane took it, after Arden had withdrawn", for Arden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_strange
from qa_eval.scorers.lenient.first_given import GENERIC
from qa_eval.scorers.lenient.openings import DOING
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 5, 40  # words of an answer that is read clause by clause
_SIDE = regex(r",? \b(?:after|before|until|once(?![;,.])|when|because|since|although|though|while)\b|, with(?= [A-Z])")
_OTHER_NAME = regex(r"\b(?:known|called|named?|nick\w+|dubbed|titled|renamed|born|alias|aka)\b|\(")
MOST_NAMED = 3  # words of a name
_DOES = regex(
    r", (?P<who>who|which) (?:(?:then|once|later|first|had|[a-z]+ly) )*(?P<verb>[a-z]+)(?: (?:from|with|to|over|against|past))?(?: the| an?)? [\"']?\Z"
)
# what a verb tells of a part or a place in a work, which may be what is asked for
_SHOWING = """play portray voice star feature become represent contain include mean call name have show give sing write direct create make
    depict house hold host""".split()  # noqa: SIM905 - a word list reads best as one text
_SHOWS = frozenset(map(verb_stem, _SHOWING))
_PEOPLE = frozenset(("he", "she", "they", "it", "them"))
_OF = regex(r"\b(?:of|from)(?: the)?(?: [a-z]+)? \Z")


def is_in_a_side_clause(asked: Asked, said: Said) -> Decision | None:
    """Decide where the one sentence has another name for its subject, repeats the question, and has the accepted one in a side clause."""
    if len(said.sentences) > 1 or not LEAST <= len(said.words) <= MOST or not DOING.match(asked.text):
        return None
    if asked.is_negated or asked.only_figures or asked.dates or asked.asks_several:
        return None
    mark = _SIDE.search(said.plain)
    if mark is None or _OTHER_NAME.search(said.plain):
        return None
    own = [word for word in said.words if word.form in asked.words]
    if not own or own[0].start < mark.end() or said.plain[own[0].start].islower():
        return None
    subject = _subject([word for word in said.words if word.start < mark.start()], asked, said)
    side = [word for word in said.words if word.start >= mark.end()]
    echoed = [word for word in side if is_echo(word, asked) and word.form not in SMALL and word not in own]
    same = (
        side[0].form in _PEOPLE and right_before(_OF, said.plain, own[0].start) is not None
    )  # "had read the plays of Arden"
    if not subject or (
        echoed and not (same and all(word.form in asked.forms and not is_past(word.form) for word in echoed))
    ):
        return None
    given = said.plain[subject[0].start : subject[-1].end]
    return Decision(0.2, Reason.WRONG_NAME, f'says it of "{given[:60]}", and something else of the accepted one')


def is_acted_upon(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that an answer gives is another name, which does something to the accepted one: "Vane, who taught Arden"."""
    if len(said.sentences) > 1 or not LEAST - 1 <= len(said.words) <= MOST or asked.is_negated or asked.is_where:
        return None
    own = next((word for word in said.words if word.form in asked.words), None)
    told = right_before(_DOES, said.plain, own.start) if own is not None else None
    if own is None or told is None or asked.only_figures or asked.dates or (told["who"] == "who") != asked.is_person:
        return None
    verb = told["verb"].lower()
    if not (is_past(verb) or verb.endswith("s")) or verb in BE or verb_stem(verb) in _SHOWS | asked.verb_stems:
        return None
    head = [word for word in said.words if word.start < told.start() and word.form not in SMALL]
    if not 0 < len(head) <= MOST_NAMED or not all(_is_new(word, asked) for word in head):
        return None
    if any(
        is_echo(word, asked) and word.form not in asked.words | SMALL
        for word in said.words
        if word.start > told.start()
    ):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is told of another one only")


def _is_new(word: Word, asked: Asked) -> bool:
    return is_strange(word, asked) and word.form not in GENERIC and (word.capital or not asked.is_person)


def _subject(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return another name with which a clause begins that repeats the question; none where it repeats nothing, or has no verb."""
    start = 1 if words and words[0].form == "the" else 0
    end = next((at for at, word in enumerate(words) if at >= start and not word.capital), 0)
    head = words[start:end]
    if not head or not all(is_strange(word, asked) or word.form in TITLES for word in head) or head[0].form in SMALL:
        return ()
    verb = said.plain[words[end].start : words[end].end].lower()
    if not (is_past(verb) or verb in BE or verb.endswith("s")):
        return ()
    behind = [word for word in words[end:] if word.form not in SMALL or word.form in _PEOPLE]
    return head if any(is_echo(word, asked) or word.form in _PEOPLE for word in behind) else ()
