"""The same deed told from the other side: what reacts with another has that react with it, and what one sells another buys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.clause import Clause

# what two do with each other, whichever is named first
_MUTUAL = frozenset(
    meant(folded(word))
    for word in """react combine bond mix mingle merge fuse unite blend collide clash cooperate collaborate interact compete
    overlap coincide quarrel negotiate correspond""".split()  # noqa: SIM905 - a word list reads best as one text
)
# what one does to another that has it done to itself as much
_EITHER_WAY = frozenset(
    meant(folded(word)) for word in ("marry", "wed", "meet", "border", "adjoin", "resemble", "equal")
)
_MIXED = frozenset(meant(folded(word)) for word in ("mix", "mingle", "blend", "combine", "merge", "fuse"))
# one gives it to another, who takes it from them
_GIVEN = (
    ("lose", "take"), ("lose", "win"), ("lose", "gain"), ("sell", "buy"), ("give", "get"), ("give", "receive"), ("give", "take"), ("give up", "take"),
    ("lend", "borrow"), ("teach", "learn"), ("send", "receive"), ("pass", "receive"), ("hand", "receive"), ("pay", "receive"), ("supply", "buy"), ("present", "receive"), ("present", "get"),
    ("award", "receive"), ("award", "get"), ("hand", "get"), ("grant", "receive"), ("grant", "get"), ("donate", "receive"), ("deliver", "receive"),
    ("send", "get"), ("sell", "acquire"),
)  # fmt: skip
# what is done to a thing with somebody who gets it
_GIVING = frozenset(
    meant(folded(word))
    for word in "give show send offer lend pay hand teach tell promise award grant sell pass bring issue serve deny allocate assign".split()  # noqa: SIM905 - see above
)
# what comes to be in somebody or something, which is said to get it
_COME_TO_BE = frozenset(meant(folded(word)) for word in ("develop", "form", "grow"))
_RECEIVING = frozenset(meant(folded(word)) for word in ("receive", "get"))
_GIVEN_ALIKE = tuple(
    dict.fromkeys(meant(folded(word)) for word in ("give", "pay", "award", "grant", "hand", "present", "send"))
)
_TO_FROM = {"to": "from", "from": "to"}


def _meaning(verb: str) -> str:
    return meant(folded(verb)) if " " not in verb else verb.replace(" ", "_")


_CONVERSE = tuple((_meaning(one), _meaning(other)) for one, other in _GIVEN)


_NAME = r"(?:[Tt]he )?[A-Z][\w'’.&-]*(?: (?:(?:of|de|van|von|the) )?[A-Z][\w'’.&-]*)*"
_WHAT = r"(?P<what>it|him|her|them|the [a-z]+)"
_SOLD, _BOUGHT = (
    r"(?P<gave>sold|lent|sent|gave|handed|paid|awarded|presented)",
    r"(?P<took>bought|acquired|borrowed|received|got|took)",
)
_BOTH_SIDES = (
    regex(rf"(?P<one>{_NAME}) {_SOLD} {_WHAT},? and (?P<other>{_NAME}) {_BOUGHT} (?:(?P=what)|it|him|her|them)\.?"),
    regex(rf"(?P<other>{_NAME}) {_BOUGHT} {_WHAT},? and (?P<one>{_NAME}) {_SOLD} (?:(?P=what)|it|him|her|them)\.?"),
)
_TAKEN = {"sold": ("bought", "acquired", "got"), "lent": ("borrowed", "got")}
_JOINT = r"(?P<joint>to|from|by|with|against|for)"
_DEED = regex(rf"{_NAME} (?P<deed>[a-z]+(?: (?:it|him|her|them|the [a-z]+))?) {_JOINT} {_NAME}\.?")
_GAPPED = regex(rf"(?P<who>{_NAME})[,:;]? (?:and )?{_JOINT} (?P<whom>{_NAME})\.?")


def as_one_deed(text: str) -> str:
    """Return what one gave and another took as one deed: "Ann sold it to Ben" for "Ann sold it and Ben bought it"; "" for another text.

    >>> as_one_deed("Ben bought it and Ann sold it"), as_one_deed("Ann lent it and Ben bought it")
    ('Ann sold it to Ben', '')
    """
    told = next(filter(None, (both.fullmatch(text) for both in _BOTH_SIDES)), None)
    if told is None or told["took"] not in _TAKEN.get(told["gave"], ("received", "got", "took")):
        return ""
    return f"{told['one']} {told['gave']} {told['what']} to {told['other']}"


def with_deed(text: str, accepted: str) -> str:
    """Return an answer that names the two who have a part in an accepted deed, with that deed; "" for another answer.

    >>> with_deed("Eva Lind, to Jan Roos", "Jan Roos gave it to Eva Lind"), with_deed("Eva Lind", "Jan Roos gave it to Eva Lind")
    ('Eva Lind gave it to Jan Roos', '')
    """
    told, deed = _GAPPED.fullmatch(text), _DEED.fullmatch(accepted)
    if told is None or deed is None or told["joint"] != deed["joint"]:
        return ""
    return f"{told['who']} {deed['deed']} {told['joint']} {told['whom']}"


def is_mutual(verb: str) -> bool:
    """Return whether two do it with each other, whichever is named first.

    >>> is_mutual("collided"), is_mutual("agreed")
    (True, False)
    """
    return meant(folded(verb)) in _MUTUAL


def converses(clause: Clause) -> Iterator[Clause]:
    """Yield a clause told from the side of the other one who has a part in it; nothing for a deed that has no other side."""
    if clause.passive and clause.doer is None and clause.whom and clause.verb.meaning in _GIVING:
        yield from _of_receiver(clause, clause.whom)
    elif clause.doer and clause.whom and not clause.passive and clause.verb.meaning in _EITHER_WAY:
        yield clause._replace(doer=clause.whom, whom=clause.doer)
    elif clause.doer and not clause.passive and not clause.is_denied:
        yield from _of_other_side(clause, clause.doer)


def _of_other_side(clause: Clause, doer: Chunk) -> Iterator[Clause]:
    """Yield what one does to or with another as what that one does."""
    meaning = clause.verb.meaning
    if meaning in _MUTUAL and clause.whom is None:
        for at, each in enumerate(clause.joined):
            if each.joint == "with":
                yield _turned(clause, at, "with")
                yield from _mixed(clause, at)
    if clause.whom is None or any(word.kind is Kind.HIS for word in clause.whom.words):
        return
    if meaning in _RECEIVING and not any(each.joint == "from" for each in clause.joined):
        yield from _given(clause, clause.whom, doer)
    if meaning in _COME_TO_BE and not clause.joined:
        inside = doer._replace(joint="in")
        yield clause._replace(doer=clause.whom, whom=None, joined=(inside,), half=False)
    for at, each in enumerate(clause.joined):
        joint = _TO_FROM.get(each.joint)
        for given, taken in _CONVERSE if joint else ():
            here, there = (given, taken) if each.joint == "to" else (taken, given)
            if meaning == here:
                turned = _turned(clause, at, joint or "")
                yield turned._replace(verb=clause.verb._replace(meaning=there))


def _of_receiver(clause: Clause, whom: Chunk) -> Iterator[Clause]:
    """Yield what was given to somebody as what they were given, and the other way round: "the jury was shown a film", "a film was shown to the jury"."""
    for at, each in enumerate(clause.joined):
        others = (*clause.joined[:at], *clause.joined[at + 1 :])
        if not each.joint and each.meanings:
            yield clause._replace(whom=each, joined=(whom._replace(joint="to"), *others), half=False)
        elif each.joint == "to" and each.meanings:
            yield clause._replace(whom=each._replace(joint=""), joined=(whom, *others), half=False)


def _given(clause: Clause, what: Chunk, whom: Chunk) -> Iterator[Clause]:
    """Yield what somebody receives as what is given to them, or what they are given: "a prize is awarded to her", "she is given a prize"."""
    to = whom._replace(joint="to")
    for verb in _GIVEN_ALIKE:
        told = clause._replace(verb=clause.verb._replace(meaning=verb), passive=True, doer=None, half=False)
        yield told._replace(whom=what, joined=(to, *clause.joined))
        yield told._replace(whom=whom, joined=(what, *clause.joined))


def _mixed(clause: Clause, at: int) -> Iterator[Clause]:
    """Yield a clause as told of something done to either: "dust was mixed with it", for what it mixed with."""
    if clause.verb.meaning in _MIXED:
        for each in (clause, _turned(clause, at, "with")):
            yield each._replace(doer=None, whom=each.doer, half=False)


def _turned(clause: Clause, at: int, joint: str) -> Clause:
    """Return a clause whose doer changes places with what is joined at ``at``."""
    doer: Chunk | None = clause.doer
    beside = clause.joined[at]
    other = doer._replace(joint=joint) if doer else beside
    joined = (*clause.joined[:at], other, *clause.joined[at + 1 :])
    return clause._replace(doer=beside._replace(joint=""), joined=joined, half=False)
