"""Names: the accepted ones with what people add or spell differently, and names that compete with them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason
from qa_eval.reading.given import given_beside
from qa_eval.reading.hedges import HedgeKind
from qa_eval.reading.names import STRICT, NameMatch, same_name, spelling
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.reading.units import canonical
from qa_eval.scorers._words.rewording import bases, turned
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import Wording, key, run_on, without_article
from qa_eval.scorers.strict.names.accepted import accepted_names
from qa_eval.scorers.strict.names.aliases import is_short_for, said_to_be_called
from qa_eval.scorers.strict.names.apportioned import given_to_another
from qa_eval.scorers.strict.names.bystanders import another_did, is_bystander
from qa_eval.scorers.strict.names.compounds import is_common
from qa_eval.scorers.strict.names.deeds import does_another_deed, does_it_otherwise
from qa_eval.scorers.strict.names.forms import (
    initials_of,
    option_chosen,
    without_club,
    without_counts,
    without_form,
    without_number,
)
from qa_eval.scorers.strict.names.joint_names import is_exchanged, joint_names, names_of
from qa_eval.scorers.strict.names.kindred import in_full, with_kind, without_head, without_kind
from qa_eval.scorers.strict.names.leading import item_before
from qa_eval.scorers.strict.names.middle_names import MiddleNames, fits_several
from qa_eval.scorers.strict.names.naming import NameForms
from qa_eval.scorers.strict.names.offices import comes_at_other_end, comes_second
from qa_eval.scorers.strict.names.partly_named import PARTS, partly_named
from qa_eval.scorers.strict.names.peoples import numbered
from qa_eval.scorers.strict.names.places import named_elsewhere, placed_elsewhere, same_place
from qa_eval.scorers.strict.names.realms import rulers_of, with_realm
from qa_eval.scorers.strict.names.rivals import NameRivals
from qa_eval.scorers.strict.names.roles import done_to_another, has_other_part, is_acted_on
from qa_eval.scorers.strict.names.slots import said_of_another
from qa_eval.scorers.strict.names.spellings import at_place, codes_of, without_one
from qa_eval.scorers.strict.names.whereabouts import placed_otherwise
from qa_eval.scorers.strict.names.works import names_work, of_another_work
from qa_eval.scorers.strict.parts.leads import without_lead
from qa_eval.scorers.strict.parts.mentioned import last_place, only_mentioned
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, EntityAnswer, Question

_SAME_TEXT = frozenset((NameMatch.EXACT, NameMatch.ARTICLE, NameMatch.ACCENTS))
_WITHIN = frozenset((NameMatch.TITLE, NameMatch.FULLER))
_ALSO_NAMES = frozenset((Reason.SEVERAL_ANSWERS, Reason.WRONG_NAME))
_JOINING = frozenset(("and", "or", "&"))
_BETWEEN = regex(r"(?<=\w)\s*[-–/]\s*(?=\w)")
_SIGNS = frozenset("±<>≤≥")  # "x = 3" is not "x = ±3"
_ASKS_UNIT = regex(r"\b(?:unit|symbol|currency)\b", re.IGNORECASE)
_CLUB = re.compile(r"\b(?:(?:club|team|side)s?|league|match|cup|promoted|relegated)\b", re.IGNORECASE)
_LEADING = frozenset(("in", "inside", "at", "on", "the"))
_LONGEST_NAME = 12  # words; a longer answer is a sentence
Matches: TypeAlias = "Sequence[NameMatch | None]"
_spelled = lru_cache(maxsize=65536)(spelling)
# letters with which one name may begin in two transcriptions
_BEGINNINGS = str.maketrans("wjiehcqzyp", "vyyykkksyf")


class EntityGold:
    """The accepted names of one question."""

    def __init__(self, question: Question, answer: EntityAnswer) -> None:
        self.shown = answer.text
        own = question.accepted or (answer.text,)
        self.names = accepted_names(own, question.text)
        self.question = question.text
        self.unit = canonical(answer.text.removeprefix("the ")) if _ASKS_UNIT.search(question.text) else None
        self.initials = frozenset[str]().union(*map(initials_of, own))
        self.middle_names = MiddleNames(own, question.text)
        self.rulers = rulers_of(own)
        self.is_club = _CLUB.search(question.text) is not None
        self.signs = frozenset(_SIGNS.intersection(answer.text) if all(map(_SIGNS.intersection, own)) else ())
        self.codes = codes_of(self.names, question.text)
        self.titled = any(map(names_work, own))
        self.keys = numbered(self.names)
        self.run_on = run_on(self.keys)
        self.rivals = NameRivals(question.text, self.names)
        self.forms = NameForms(question.text, self.names, asks_who=self.rivals.asks_who)
        self.without_head = without_head(question.text, self.keys)
        self.plain = frozenset(bases(key(name)) for name in question.accepted)
        self.turned = frozenset(turned(question.accepted))
        self.parts = names_of(answer.text, question.text)
        self.in_full = bool(self.parts) and all(len(words) > 1 for words in self.parts)
        self.by_code, self.without_kind = in_full(own, question.text), without_kind(question.text, self.keys)
        self.words = frozenset(_spelled(word) for words in self.keys for word in words)
        self.beginnings = frozenset(word[0].translate(_BEGINNINGS) for words in self.keys for word in words)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted names."""
        known = document.text if document else ""
        bare = self.middle_names.completed(self._bare(text), known)
        bare = with_realm(bare, self.rulers, known) if self.rulers and known else bare
        wording = Wording(bare)
        position = self._position(without_article(wording.words))
        if position is not None and not self.middle_names.has_another(bare):
            return self._same(position, bare)
        if not wording.words:
            return Relation(Reason.UNREADABLE, f"no word in the answer, accepted {self.shown}", "")
        certain = self._certainly(bare, known)
        if certain:
            return certain
        if len(wording.words) > 1 and not self.knows(wording.words):
            return Relation(Reason.WRONG_NAME, f"another name, accepted {self.shown}", shown(bare))
        other = self._otherwise(wording, bare)
        if other:
            return other
        if self.rivals.is_only_name(wording.words):
            wording.hedges_nothing()
        matches: Matches = ()
        if len(wording.words) <= _LONGEST_NAME:
            matches = [same_name(wording.text, name) for name in self.names]
            if any(matches) and not self._lists(wording) and not wording.hedges:
                whole = self._as_name(bare, matches, known)
                if whole:
                    return whole
        relation = self._within(wording, matches, known)
        called = said_to_be_called(bare, self.question) if relation.reason in _ALSO_NAMES else ""
        again = self.relate(called, document) if called else relation
        return again if again.reason in ACCEPTED else relation

    def _position(self, own: tuple[str, ...]) -> int | None:
        """Return which accepted name folded words are, as they stand or run together; None for none."""
        position = self.keys.get(own, self.without_kind.get(own))
        if position is None and (rest := tuple(word for word in own if word not in _LEADING)) not in self.keys:
            return self.run_on.get("".join(rest))
        return position

    def _bare(self, text: str) -> str:
        """Return an answer without what frames it, its codes and clubs in the accepted spelling."""
        bare = without_one(at_place(strip_frame(text)))
        for code, name in self.codes:
            bare = bare if name in bare else code.sub(name, bare)
        bare = with_kind(bare, self.by_code, self.question)
        if len(self.shown) == 1:
            return option_chosen(bare)
        bare = without_form(bare) if "(" in bare or "," in bare else bare
        return without_club(bare) if self.is_club or self.rivals.asks_who else bare

    def _certainly(self, bare: str, known: str) -> Relation | None:
        """Relate an answer that is the initials of the name, fits another one of the document as well, or puts the place elsewhere."""
        if known and (both := fits_several(bare, known)):
            return Relation(Reason.LESS_PRECISE, f"can be {' or '.join(both)}, accepted {self.shown}", shown(bare))
        if bare.strip(" .").upper() in self.initials or is_short_for(bare, self.names, self.question):
            return Relation(Reason.ALIAS, f"the initials of {self.shown}", shown(bare))
        if (
            self.unit
            and not self.keys.keys() & {key(bare), *((word,) for word in key(bare))}
            and canonical(bare.strip(" .").removeprefix("the ")) == self.unit
        ):
            return Relation(Reason.ALIAS, f"the same unit, {self.shown}", shown(bare))
        if same_place(bare, self.names):
            return Relation(Reason.ALIAS, f"the same place, {self.shown}", shown(bare))
        if self.middle_names.has_another(bare):
            return Relation(Reason.WRONG_NAME, f"another middle name or surname, accepted {self.shown}", shown(bare))
        elsewhere = placed_elsewhere(bare, self.names, self.question) or named_elsewhere(bare, self.names)
        if elsewhere:
            return Relation(Reason.WRONG_NAME, f"places it in {elsewhere}, accepted {self.shown}", shown(bare))
        if self.titled and (kind := of_another_work(bare, self.names)):
            return Relation(Reason.WRONG_NAME, f"names another, {kind}, accepted {self.shown}", shown(bare))
        return None

    def _otherwise(self, wording: Wording, bare: str) -> Relation | None:
        """Relate an answer that leaves out what the question says, or joins the accepted names in another order."""
        if self.without_head and without_number(wording.words) in self.without_head:
            return Relation(Reason.ALIAS, f"what the question asks for, accepted {self.shown}", shown(bare))
        if self.turned and bases(wording.words) in self.turned | self.plain:
            return Relation(Reason.ALIAS, f"the same words turned round, accepted {self.shown}", shown(bare))
        if self.plain and not self.plain.isdisjoint(turned((bare,))):
            return Relation(Reason.ALIAS, f"the same words turned round, accepted {self.shown}", shown(bare))
        if self.parts and self.parts in (
            joint_names(bare),
            joint_names(_BETWEEN.sub(" and ", bare)),
            joint_names(without_counts(bare)),
            joint_names(without_lead(bare, self.question)),
        ):
            return Relation(Reason.ALIAS, f"the same names in another order, accepted {self.shown}", shown(bare))
        return None

    def knows(self, words: tuple[str, ...]) -> bool:
        """Return whether any of some folded words may be one of an accepted name."""
        return any(map(self._is_known, words))

    def _is_known(self, word: str) -> bool:
        """Return whether a word may be one of an accepted name, spelt in one way or another."""
        return word[0].translate(_BEGINNINGS) in self.beginnings and _spelled(word) in self.words

    def _lists(self, wording: Wording) -> bool:
        """Return whether an answer joins several things, as no accepted name does."""
        return any(word in _JOINING and word not in self.rivals.accepted for word in wording.words)

    def _same(self, position: int, bare: str) -> Relation:
        if self.signs and self.signs.isdisjoint(bare):
            return Relation(Reason.WRONG_NAME, f"without the sign of {self.shown}", shown(bare))
        if position == 0 and key(bare) in self.keys:
            return Relation(Reason.EXACT, f"the accepted name, {self.shown}", shown(bare))
        return Relation(Reason.ALIAS, f"an accepted name of {self.shown}", shown(bare))

    def _as_name(self, bare: str, matches: Matches, known: str) -> Relation | None:
        """Relate an answer that may be nothing but a name."""
        for position, (name, match) in enumerate(zip(self.names, matches, strict=True)):
            swapped = match is NameMatch.REORDERED and is_exchanged(bare, name, several=self.in_full)
            if swapped or match is None or match not in STRICT or (is_common(name) and match not in _SAME_TEXT):
                continue  # "howitzers" is no surname, and what stands before it may make it another thing
            if not self.forms.is_same(match, bare, name, known) or self._is_aside(bare, name, known):
                continue
            if match in _SAME_TEXT:
                return self._same(position, bare)
            reason = Reason.CONTAINS_GOLD if match in _WITHIN else Reason.ALIAS
            return Relation(reason, f"another way to write {name}", shown(bare), certain=True)
        return None

    def _is_aside(self, bare: str, name: str, known: str) -> bool:
        """Return whether a name at the end of an answer is told for something else: "near Geneva"."""
        span = last_place(bare, name)
        return span[0] > 0 and (
            is_bystander(bare, span, self.question) or bool(given_beside(bare, self.question, [span], known))
        )

    def _within(self, wording: Wording, matches: Matches, known: str) -> Relation:
        """Relate an answer that may hold an accepted name among other words."""
        found = {name: places for name in self.names if (places := self.forms.places(wording, name, known))}
        aside = [p for places in found.values() for p in places if is_bystander(wording.text, p, self.question)]
        said = {
            name: spans
            for name, places in found.items()
            if (
                spans := [
                    p
                    for p in places
                    if not wording.denies(p)
                    and not self.rivals.on_other_side(wording.text, p)
                    and not has_other_part(wording, p, self.question)
                    and not comes_second(wording.text, p, self.question)
                    and not does_another_deed(wording.text, p, self.question)
                    and not does_it_otherwise(wording.text, p, self.question)
                    and not comes_at_other_end(wording.text, p, self.question)
                    and not is_acted_on(wording, p, self.question)
                    and not any(start <= p[0] and p[1] <= end for start, end in aside)
                    and not placed_otherwise(wording.text, p, name, self.question)
                ]
            )
        }
        read = shown(wording.text)
        if said:
            return self._said(wording, said, known)
        if found:
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", read)
        return self._other(wording, matches, read)

    def _said(self, wording: Wording, said: dict[str, list[tuple[int, int]]], known: str) -> Relation:
        read = shown(wording.text)
        every = [span for spans in said.values() for span in spans]
        first = another_did(wording, every, self.question) if len(wording.names) > 1 else ""
        tells = (done_to_another, said_of_another, given_to_another)
        first = first or next(filter(None, (told(wording, every, self.question) for told in tells)), "")
        if first:
            return Relation(Reason.WRONG_NAME, f"says it of {first}, accepted {self.shown}", read)
        for name, spans in said.items():
            beside = self.rivals.beside(wording, spans, every) or item_before(wording.text, spans, name, self.question)
            if not beside:
                other = only_mentioned(wording, self.question, every, known, self.shown)
                return Relation(
                    Reason.WRONG_NAME if other else Reason.CONTAINS_GOLD,
                    other or f"names {name} and nothing beside it",
                    read,
                )
            first = first or beside
        return Relation(Reason.SEVERAL_ANSWERS, f"also names {first}, accepted {self.shown}", read)

    def _other(self, wording: Wording, matches: Matches, read: str) -> Relation:
        choices = [hedge.text for hedge in wording.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
        if any(same_name(choice, name) for choice in choices[:_LONGEST_NAME] for name in self.names):
            return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: {' or '.join(choices)}", read)
        mine = set(without_article(wording.words)) if any(matches) else set()
        for name, match in zip(self.names, matches, strict=False):
            if match in PARTS and (self.rivals.asks_who or mine <= set(key(name))):
                return Relation(Reason.LESS_PRECISE, f"only a part of the accepted {name}", read)
            if match is NameMatch.ACRONYM:
                return Relation(Reason.WRONG_NAME, f"an abbreviation beside {name}, and not among the accepted", read)
        part = partly_named(wording, self.names, self.rivals.in_question, asks_who=self.rivals.asks_who)
        if part:
            return Relation(Reason.LESS_PRECISE, f"only a part of the accepted {part}", read)
        return Relation(Reason.WRONG_NAME, f"another name, accepted {self.shown}", read)
