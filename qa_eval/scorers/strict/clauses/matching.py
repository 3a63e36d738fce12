"""Whether an answer tells the accepted clause, in whatever order and voice, or turns it round."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.accepted import clause_in
from qa_eval.scorers.strict.clauses.against import against, agrees_instead, is_prevented, told_by_another
from qa_eval.scorers.strict.clauses.chunks import CLAUSAL, chunks
from qa_eval.scorers.strict.clauses.clause import Clause, Reading, clause_at
from qa_eval.scorers.strict.clauses.naming import SAYING, TURNING, differ, named, same_in, same_thing
from qa_eval.scorers.strict.clauses.told import ANYBODY, Asked, Told
from qa_eval.scorers.strict.clauses.voices import is_device, told_of_itself
from qa_eval.scorers.strict.meaning.things import fit

if TYPE_CHECKING:
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.known import Known

    Words = tuple[Marked, ...]

_CONDITIONS = {meant("unless"), meant("if")}
_AFTER = frozenset((meant("when"), meant("after")))
_HELP = meant("help")
_TO_DO = Marked("to", Kind.OF, "to", 0, 0)
_NOT = Marked("not", Kind.NOT, "not", 0, 0)
_BELONGING = frozenset(("from", "of", "in", "at", "on", "off", "for", ""))
_TO = frozenset(("to", "for"))
_WHENCE = {"from", "in"}
# where what is taken from them is: "oxygen in the air"
_SURROUNDINGS = frozenset(meant(folded(word)) for word in "air atmosphere water soil sea ground blood".split())  # noqa: SIM905 - a word list reads best as one text
# who has to do what the question's own party asks of them, and goes without saying
_CUSTOMERS = frozenset(
    meant(folded(word))
    for word in "customer client policyholder holder borrower subscriber user payer applicant debtor tenant passenger sender".split()  # noqa: SIM905 - see above
)
_THROUGH = frozenset(("in", "through", "with", "from"))

_DENYING = frozenset(meant(folded(word)) for word in "deny dispute reject refute".split())  # noqa: SIM905 - a word list reads best as one text


def told_in(words: Words, clause: Clause, known: Known, asked: Asked) -> Told | None:
    """Return whether words tell a clause, or turn it round; None where neither is sure."""
    joins = (*((chunk.joint, chunk.meanings) for chunk in clause.joined), *known.joins)
    doer = clause.doer.meanings if clause.doer else ()
    reading = Reading(joins, SAYING | (known.asked - asked.doer), doer)
    words = _with_to(words, clause)
    for at, word in enumerate(words):
        if word.meaning == clause.verb.meaning and word.kind is Kind.WORD and not _is_how_done(words, at, clause.verb):
            if (is_prevented(words[:at]) or agrees_instead(words[:at], asked)) and not clause.is_denied:
                return Told.DENIED
            if told_by_another(words[:at], known, asked):
                return Told.BY_ANOTHER
            own = clause_at(words, at, reading)
            if words[0].word == "so":  # "so that she can rest"
                own = own._replace(helpers=tuple(each for each in own.helpers if each.kind is not Kind.MODAL))
            if words[0].word == "to" and clause.verb.word.endswith("ing"):  # "to look for food" for looking for it
                own = own._replace(helpers=tuple(each for each in own.helpers if each.word != "to"))
            own = told_of_itself(clause, own)
            if turned := against(clause, own, known, asked):
                return turned
            if _is_told(clause, own, known, asked):
                return Told.SAME
    return None


def _is_how_done(words: Words, at: int, verb: Marked) -> bool:
    """Return whether a word that means the accepted verb tells how another is done, "left late" for arrived late, or names what is suffered."""
    if (
        1 < at < len(words) - 1
        and words[at - 2].kind is Kind.ARTICLE
        and not words[at].is_done
        and is_past(words[at + 1].word)
    ):
        return True  # "a knee injury suffered in training"
    return verb.is_done and not words[at].is_done and at > 0 and words[at - 1].is_done


def _with_to(words: Words, clause: Clause) -> Words:
    """Return "helped him to carry it" for "helped him carry it"."""
    to = next((chunk for chunk in clause.joined if chunk.joint == "to" and chunk.meanings), None)
    if clause.verb.meaning != _HELP or to is None:
        return words
    at = next((at for at, word in enumerate(words) if word.meaning == to.meanings[0]), 0)
    return (*words[:at], _TO_DO, *words[at:]) if at and words[at - 1].word != "to" else words


def _is_told(clause: Clause, own: Clause, known: Known, asked: Asked) -> bool:
    """Return whether the clause of an answer has all that the accepted one has, and nothing else that is not known."""
    if own.is_denied != clause.is_denied or not _fits_time(clause, own, asked):
        return False
    if own.particle != clause.particle and not known.tells_together(
        clause.verb.meaning, own.particle or clause.particle
    ):
        return False
    if own.allowing - {"must"} != clause.allowing - {"must"}:
        return False
    rest = list(own.joined)
    if clause.passive and clause.doer is None and own.doer:
        through = next(
            (each for each in clause.joined if each.joint in _THROUGH and same_thing(each, own.doer, known)), None
        )
        if through:  # "Lime blocked it", for blocked with lime
            clause = clause._replace(doer=through, joined=tuple(each for each in clause.joined if each is not through))
    if clause.doer and own.passive and own.doer is None:
        through = next((each for each in rest if each.joint in _THROUGH and same_thing(clause.doer, each, known)), None)
        if through:  # "A tree was blown over in the storm"
            rest.remove(through)
            own = own._replace(doer=through)
    if not _does(clause, own, rest, known, asked) or not _is_done_to(clause, own, rest, known):
        return False
    turned = clause.half and (own.passive or (clause.whom is None and own.whom is not None))
    joined = clause.joined[1:] if turned else clause.joined
    if not _holds_joined(clause.whom, joined, own, rest, known):
        return False
    heads = _heads(clause)
    return all(_is_passed(each, known, asked) or known.tells_of(heads, each) for each in rest)


def _holds_joined(
    before: Chunk | None, joined: tuple[Chunk, ...], own: Clause, rest: list[Chunk], known: Known
) -> bool:
    """Return whether an answer has all that prepositions join, each as it is or before what it belongs to: "art school pupils"."""
    last: Chunk | None = own.whom if before else None
    for at, chunk in enumerate(joined):
        found = next((each for each in rest if _same_joined(chunk, each, known)), None)
        behind = joined[at + 1] if at + 1 < len(joined) else None
        if found is None and behind and behind.joint in _BELONGING:
            more = frozenset(behind.meanings)
            found = next((each for each in rest if _same_joined(chunk, each, known, more)), None)
        if found is not None:
            rest.remove(found)
            last = found
        elif last is None or chunk.joint not in _BELONGING or not frozenset(last.meanings).issuperset(chunk.meanings):
            return False
    return True


def _heads(clause: Clause) -> list[str]:
    return [chunk.meanings[-1] for chunk in (clause.doer, clause.whom, *clause.joined) if chunk and chunk.meanings]


def _same_joined(chunk: Chunk, own: Chunk, known: Known, more: frozenset[str] = frozenset()) -> bool:
    """Return whether two chunks name the same, joined in ways of which one may stand for the other."""
    if chunk.joint not in CLAUSAL:
        found = {chunk.joint, own.joint} == _WHENCE and _SURROUNDINGS.issuperset(chunk.meanings)
        return (found or fit(chunk.joint, own.joint)) and same_thing(chunk, own, known, more)
    if any(word.word == "or" for word in chunk.words):
        return _in_full(chunk) == _in_full(own)  # neither half tells the other
    turned = {chunk.joint, own.joint} == _CONDITIONS
    if not (turned or chunk.joint == own.joint or {chunk.joint, own.joint} <= _AFTER):
        return False
    clause = clause_in(chunk.words)
    if clause is None or own.joint not in CLAUSAL or clause.verb.meaning not in {word.meaning for word in own.words}:
        return not turned and Counter(chunk.meanings) == Counter(own.meanings)
    if turned:
        helpers = tuple(word for word in clause.helpers if word.kind is not Kind.NOT)
        clause = clause._replace(helpers=helpers if clause.is_denied else (*helpers, _NOT))
    return told_in(own.words, clause, known, ANYBODY) is Told.SAME


def _in_full(chunk: Chunk) -> list[str]:
    """Return what joins a chunk, as "if" for "when", and the meanings of its words but for articles."""
    joint = "" if chunk.joint in _AFTER | _CONDITIONS - {meant("unless")} else chunk.joint
    return [joint, *(word.meaning for word in chunk.words if word.kind is not Kind.ARTICLE)]


def told_apart(words: Words, adjuncts: tuple[Chunk, ...], known: Known, asked: Asked) -> Told | None:
    """Return whether words tell all of when and where something is done: "in May, once it is dry"."""
    if any(word.kind is Kind.NOT for word in words) and not any(
        word.kind is Kind.NOT for each in adjuncts for word in each.words
    ):
        return None
    rest = chunks(words, (*((chunk.joint, chunk.meanings) for chunk in adjuncts), *known.joins))
    for chunk in adjuncts:
        found = next((each for each in rest if _same_joined(chunk, each, known)), None)
        if found is None:
            return None
        rest.remove(found)
    return Told.SAME if all(_is_passed(each, known, asked) for each in rest) else None


def _fits_time(clause: Clause, own: Clause, asked: Asked) -> bool:
    wanted = asked.to_come if clause.is_to_come is None else clause.is_to_come
    given = own.is_to_come
    return wanted is None or given is None or wanted is given


def _does(clause: Clause, own: Clause, rest: list[Chunk], known: Known, asked: Asked) -> bool:
    """Return whether the right one does it."""
    doer, told = clause.doer, own.doer
    if told is None:
        return doer is None or doer.is_pronoun or _is_known(doer, known, asked)
    if doer is None and clause.passive and known.tells(told):
        return True  # "It was repaired by the owner"
    if doer is None and clause.passive and len(told.meanings) == 1 and told.meanings[0] in _CUSTOMERS:
        return known.asked.isdisjoint(told.meanings)
    if doer is None or doer.is_pronoun:
        own_doer = told.is_pronoun or not named(told) or known.may_be(named(told), asked.doer)
        return own_doer and not (doer and told.is_pronoun and differ(doer, told))
    if told.is_pronoun:
        return _is_known(doer, known, asked) or known.is_kind_for(doer, told) or known.tells_of_pronoun(told)
    if same_in(doer, told, rest, known) or known.are_one(doer, told):
        return True
    if known.is_kind(doer) and (known.opens_with(told) or known.is_one_asked_name(told)):
        return True
    return known.is_named(doer.meanings, asked.doer) and known.may_be(told.meanings, asked.doer)


def _is_known(doer: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether it goes without saying who does it: the question names them."""
    return known.asked.issuperset(doer.meanings) or known.is_named(doer.meanings, asked.doer)


def _is_done_to(clause: Clause, own: Clause, rest: list[Chunk], known: Known) -> bool:
    """Return whether it is done to the right thing; what tells of that is taken from the rest."""
    whom = clause.whom
    if whom is None:
        return own.whom is None or _is_done_to_joined(clause, own, rest, known)
    first = clause.joined[0] if clause.joined and clause.joined[0].joint in _BELONGING else None
    if own.whom and same_in(whom, own.whom, rest, known, frozenset(first.meanings if first else ())):
        return True
    if own.whom and own.doer is None and not own.passive and is_device(whom, own.whom):
        return True
    beside = next((each for each in rest if not each.joint and each.words and same_thing(whom, each, known)), None)
    if beside is None:
        return False
    rest.remove(beside)
    if own.whom is None:  # "the paint a boy had thrown"
        return not own.passive and bool(beside.meanings)
    to = next((each for each in clause.joined if each.joint in _TO and same_thing(each, own.whom, known)), None)
    if to:  # "sell a museum its ship"
        rest.append(own.whom._replace(joint=to.joint))
        return True
    if known.are_one(beside, own.whom):  # "the Meg, its oldest ship"
        return True
    # "The guests were given their coats"
    return own.passive and bool(own.whom.meanings) and known.said.issuperset(own.whom.meanings)


def _is_done_to_joined(clause: Clause, own: Clause, rest: list[Chunk], known: Known) -> bool:
    """Return whether what a preposition joins to the accepted verb is what has it done: "The wire was gnawed through"."""
    if own.whom is None or not clause.half:
        return False
    half = next((each for each in rest if each.joint == clause.joined[0].joint and not each.words), None)
    if half is not None:
        rest.remove(half)
    return half is not None and same_thing(clause.joined[0], own.whom, known)


def _is_passed(chunk: Chunk, known: Known, asked: Asked) -> bool:
    """Return whether a chunk may stand beside what is accepted."""
    words = frozenset(chunk.meanings)
    if not words or chunk.words[0].word + chunk.words[-1].word == "thistime":
        return not chunk.joint or chunk.is_pronoun
    if not chunk.joint and words <= known.asked and len(words) > 1:
        return True  # "The pump stopped since …", where it is asked why it stopped
    if words & TURNING - (_DENYING if asked.denied else frozenset()):
        return False
    if words <= known.asked | SAYING:
        return True
    if known.may_be([word for word in chunk.meanings if word not in known.asked | SAYING], asked.doer):
        return True
    return known.tells(chunk)
