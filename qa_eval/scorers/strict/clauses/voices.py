"""Verbs that tell of a thing what is done to it, "the water does not drain", and verbs that never do so: "the horse could not see"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._words.alike import lemma, meant
from qa_eval.scorers._words.marked import Kind
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from qa_eval.scorers.strict.clauses.chunks import Chunk
    from qa_eval.scorers.strict.clauses.clause import Clause

_OF_THING = frozenset(
    lemma(folded(word))
    for word in """open close shut drain charge move start stop turn break burn melt freeze dry cool warm heat boil bake ring run load lock
    unlock print sink spin rotate tilt expand shrink stick jam roll slide swing spread sound crack split snap tear burst explode fill empty
    flood ignite dissolve separate switch connect disconnect update install restart reset inflate deflate drive rot decay rust corrode weather fade lower lift raise deploy retract thaw harden soften widen narrow""".split()  # noqa: SIM905 - a word list reads best as one text
)
_OF_DOER = frozenset(
    lemma(folded(word))
    for word in """see hear eat drink bite attack hunt climb read write teach follow chase kill visit pay buy call watch serve remember
    forget recognise smell touch swim walk""".split()  # noqa: SIM905 - see above
)
_LEADING = (Kind.ARTICLE, Kind.HIS)
_DEVICES = frozenset(
    meant(folded(word))
    for word in "machine device appliance system unit pump motor engine charger printer computer phone car".split()  # noqa: SIM905 - see above
)


def is_device(chunk: Chunk, pronoun: Chunk) -> bool:
    """Return whether a chunk names a machine by its kind alone, for which an "it" stands without more: "Unplug it"."""
    return len(chunk.meanings) == 1 and chunk.meanings[0] in _DEVICES and pronoun.words[0].word == "it"


def told_of_itself(clause: Clause, own: Clause) -> Clause:
    """Return the clause of an answer with the thing as what does it, "the water cannot drain", where a machine or nobody by name does it to that.

    What is done to a thing in the accepted clause is done to it where it does so of itself: "The beam had rotted from damp".
    """
    if clause.verb.form not in _OF_THING:
        return own
    if clause.whom is not None and clause.whom.meanings and _is_alone(own) and own.doer is not None:
        thing, said = clause.whom.meanings, own.doer.meanings
        same = thing[-1] == said[-1] and frozenset(said).issuperset(thing)
        return own._replace(doer=None, whom=own.doer) if same else own
    if not _is_alone(clause) or own.whom is None or own.passive:
        return own
    by = own.doer.meanings if own.doer else ()
    same = clause.doer is not None and own.whom.meanings == clause.doer.meanings
    return own._replace(doer=own.whom, whom=None) if same and _DEVICES.issuperset(by) else own


def is_of_other_end(clause: Clause, own: Clause) -> bool:
    """Return whether what does it has it done to it in an answer, or does it to something else: "they could not see the horse"."""
    if not _is_alone(clause) or clause.doer is None or own.whom is None:
        return False
    if clause.verb.form in _OF_DOER:
        return own.whom.meanings == clause.doer.meanings
    first = own.whom.words[0]
    behind = first.kind in _LEADING and first.start > own.verb.start
    does = behind and own.doer is not None and own.doer.meanings == clause.doer.meanings
    return does and not own.passive and clause.verb.form in _OF_THING


def _is_alone(clause: Clause) -> bool:
    """Return whether something does what is done to nothing else, as far as is told."""
    return clause.doer is not None and bool(clause.doer.meanings) and clause.whom is None and not clause.passive
