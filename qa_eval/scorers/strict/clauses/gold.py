"""Accepted clauses and deeds, which an answer may tell in another order or voice, with what the document says of them besides."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.rewording import without_articles
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.clauses.accepted import clauses_of
from qa_eval.scorers.strict.clauses.chunks import CLAUSAL, Chunk, chunks, words_of
from qa_eval.scorers.strict.clauses.converse import as_one_deed, converses, with_deed
from qa_eval.scorers.strict.clauses.known import Known
from qa_eval.scorers.strict.clauses.matching import told_apart, told_in
from qa_eval.scorers.strict.clauses.told import Asked, Told
from qa_eval.scorers.strict.meaning.nearly import fitted
from qa_eval.scorers.strict.meaning.reasons import without_beside
from qa_eval.scorers.strict.meaning.restated import Wanted
from qa_eval.scorers.strict.meaning.telling import rejected
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.clauses.clause import Clause
    from qa_eval.scorers.strict.relation import Gold

    Words = tuple[Marked, ...]

_LONGEST = 120  # characters of an accepted text
_LONGEST_QUESTION = 500  # characters; a longer one tells more than it asks
_FEWEST = 3  # words
_TRIED = frozenset((Reason.WRONG_WORDS, Reason.WRONG_NAME, Reason.PARTIAL, Reason.LESS_PRECISE, Reason.CONTRADICTION))
_LED_TO = regex(
    r"[,;]\s+(?:and (?:so|that|this|thus|therefore)|so|which|thus|therefore|hence|making|leaving|causing|meaning)\b[^.;]*\W*\Z",
    re.IGNORECASE,
)
_FIGURE = regex(r"\A[A-Z].*\d.*\.\Z")  # a sentence told for its figure
_NAMED = r"(?P<{0}>[\w'’.&-]+(?:\s+[\w'’.&-]+){{0,7}}?)"
_WHOM = regex(
    rf"\b(?:did|does|do|has|have|had|will|would)\s+{_NAMED.format('one')}\s+(?:(?:accus|criti|blam|suspect|reproach)\w*\s+{_NAMED.format('whom')}\s+(?:of|for)\s*\?|(?:order\w*|tell|told|ask\w*|urge\w*|force\w*|require\w*|advise\w*|allow\w*|instruct\w*|want|persuade\w*|get|expect)\s+{_NAMED.format('who')}\s+to\s+do\b)",
    re.IGNORECASE,
)
# "Who gave it, and to whom?"
_ASKS_BOTH = regex(
    r"\b(?:who|which)\b.*\b(?:to|from|by|with|against|for) (?:whom|who|which|what)\b|\bwho\b.*\b(?:to|from|by|with|against|for) whom\b",
    re.IGNORECASE,
)
_DOES = regex(
    rf"\b(?:did|does|do|has|have|had|will|would|should|must|can|could|is|are|was|were)\s+{_NAMED.format('who')}\s+(?:do|done|going|supposed|(?:want|plan|intend|hop|promis|offer|agre|decid|threaten|den|warn|complain|fear|sa|announc|claim|argu|suggest|propos|demand|critici|accus|blam|refus|ask|order|repl|explain)\w*|told|tell)\b",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\b(?:will|would|want\w*|plan\w*|intend\w*|going to|to do|tell|told|advis\w+|urg\w+|ask\w*|should|must|order\w*|hope\w*|promis\w+|next)\b",
    re.IGNORECASE,
)
_DID = regex(r"\b(?:did|had|has|have|was|were)\b", re.IGNORECASE)
_DENY = regex(r"\b(?:den(?:y|ies|ied)|disput\w+|reject\w*|refut\w+)\b", re.IGNORECASE)


_WHY_OR_HOW = regex(
    r"\W*(?:[Ww]hy|[Hh]ow)\s+(?:did|does|do|will|would|had|has|have)\s+(?P<who>[A-Z][\w'’.&-]*(?:\s+[A-Z&][\w'’.&-]*){0,4}|(?:the|its|their|his|her)\s+[\w'’-]+)(?=\s+[a-z])"
)
# "Why did the king dismiss his minister?", who did what is accepted
_REACTS = regex(
    r"\W*why (?:did|does|do|will|would|has|have|had) [^?]{2,60}? (?:dismiss|sack|fire|sue|punish|fine|arrest|ban|suspend|expel|criticise|blame|thank|praise|reward|pardon|divorce|evict|scold|disown|forgive) (?:the|his|her|its|their|an?|[A-Z])",
    re.IGNORECASE,
)
_OF_THING = regex(r"\b(?:do|done|happen\w*)\s+(?:with|to|about)\b", re.IGNORECASE)
_CAPITAL = regex(r"[A-Z]")
_REFUSE = regex(r"\b(?:refus(?:e|es|ed)|declin(?:e|es|ed))\b", re.IGNORECASE)


_WHY = regex(r"\W*why\b", re.IGNORECASE)
# "It was quashed because the jury had been misled"
_BECAUSE = regex(r"\W*(?P<before>\w[^.;:?!]*?),?\s+because\s+(?P<reason>[^;:?!]+)", re.IGNORECASE)
# "The jury had been misled, so it was quashed"
_SO = regex(
    r"\W*(?P<reason>\w[^.;:?!]*?),\s+(?:and )?so\s+(?!that\b|far\b|long\b|as\b|too\b)(?P<before>[^;:?!]+)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never|no|neither|nor|only|partly|less|more|rather)\b|n['’]t\b", re.IGNORECASE)


class ApartGold:
    """Accepted words that say when and where, in two parts; ``plain`` judges, and takes them in another order or form."""

    def __init__(self, question: Question, adjuncts: tuple[Chunk, ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.question, self.adjuncts, self.plain = question.text, adjuncts, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.plain.relate(text, document)
        if relation.reason not in _TRIED or len(text) > SHORT:
            return relation
        meanings = [meaning for chunk in self.adjuncts for meaning in chunk.meanings]
        known = Known(self.question, meanings, document.text if document else "")
        if told_apart(words_of(text), self.adjuncts, known, _asked(self.question)) is Told.SAME:
            return Relation(
                Reason.CONTAINS_GOLD, f"tells the accepted {self.shown} in another order", shown(text), certain=True
            )
        return relation


class ClauseGold:
    """Accepted clauses; ``plain`` judges, and takes none that is turned round."""

    def __init__(
        self, question: Question, texts: Sequence[str], clauses: Sequence[tuple[Clause, ...]], plain: Gold
    ) -> None:
        self.shown = plain.shown
        self.question, self.texts, self.clauses, self.plain = question.text, texts, clauses, plain
        self.asks_both = _ASKS_BOTH.search(question.text) is not None
        self._known: Known | None = None

    @cached_property
    def asked(self) -> Asked:
        """What the question tells of who does it, and when."""
        return _asked(self.question)

    @cached_property
    def nearly(self) -> tuple[tuple[bool, tuple[Clause, ...], Wanted], ...]:
        """The texts that are clauses, read without and with the expressions that mean nearly the same as another, and their words."""
        read = (
            (near, clauses_of(text, self.question, near=near), words_of(text, near=near))
            for near in (False, True)
            for text in self.texts
        )
        return tuple((near, clauses, Wanted.of(words)) for near, clauses, words in read if clauses)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted clauses."""
        relation = self.plain.relate(text, document)
        accepted = relation.reason in ACCEPTED
        if len(text) > SHORT or text.count(" ") < 1 or not (accepted or relation.reason in _TRIED):
            return relation
        told = self._told((with_deed(text, self.texts[-1]) if self.asks_both else "") or text, document)
        unsure = told is Told.TURNED if accepted else told is None  # "It sank because …" may be read as what sank
        reason = _reason(text) if unsure and _WHY.match(self.question) else ""
        if reason:
            told = self._told(reason, document)
        if accepted and told not in (None, Told.SAME):
            return Relation(Reason.CONTRADICTION, f"{told.value}, accepted {self.shown}", shown(text))
        if not accepted and told is Told.SAME:
            return Relation(
                Reason.CONTAINS_GOLD, f"tells the accepted {self.shown} in another order", shown(text), certain=True
            )
        return relation

    @cached_property
    def rejected(self) -> tuple[Counter[str], ...]:
        """What stands behind "rather than" in each text that has it."""
        return tuple(filter(None, (rejected(words_of(text)) for text in self.texts)))

    def _told(self, text: str, document: Document | None) -> Told | None:
        words = words_of(text)
        if self.rejected and (other := rejected(words)) and other not in self.rejected:
            return Told.TURNED
        known = self._known_of(document)
        found = [self._of(words, each, known) for each in self.clauses]
        if Told.SAME in found:
            return Told.SAME
        return next(filter(None, found), None) or self._told_nearly(text, known)

    def _told_nearly(self, text: str, known: Known) -> Told | None:
        """Return whether an answer tells an accepted clause by near synonyms, or with what that leads to: "too wet to use"."""
        bare = _LED_TO.sub("", text)
        every = {near: words_of(bare, near=near) for near in (False, True)}
        found = None
        for near, clauses, wanted in self.nearly:
            words = fitted(without_beside(every[near], frozenset(wanted.telling)), wanted)
            found = found or self._of(words, clauses, known)
            if found is Told.SAME:
                return found
        turned = found is Told.TURNED and all(word.meaning != "and" for word in every[False])
        return Told.TURNED if turned else None

    def _of(self, words: Words, clauses: tuple[Clause, ...], known: Known) -> Told | None:
        if len(clauses) == 1:
            told = told_in(words, clauses[0], known, self.asked)
            other = any(told_in(words, each, known, self.asked) is Told.SAME for each in converses(clauses[0]))
            return Told.SAME if other else told
        for parts in _halves(words):
            against = next(
                (
                    told
                    for part in parts
                    for clause in clauses
                    if (told := told_in(part, clause, known, self.asked)) not in (None, Told.SAME)
                ),
                None,
            )
            if against:
                return against
            for each in (clauses, clauses[::-1]):
                if all(
                    told_in(part, clause, known.beside(other), self.asked) is Told.SAME
                    for part, other, clause in zip(parts, parts[::-1], each, strict=True)
                ):
                    return Told.SAME
        return None

    def _known_of(self, document: Document | None) -> Known:
        text = document.text if document else ""
        if self._known is None or self._known.document != text:
            accepted = [
                meaning
                for clause in self.clauses[0]
                for chunk in (clause.doer, clause.whom, *clause.joined)
                if chunk
                for meaning in chunk.meanings
            ]
            verbs = [clause.verb.meaning for clause in self.clauses[0]]
            self._known = Known(self.question, accepted, text, verbs)
        return self._known


def _joins(word: Marked) -> bool:
    return word.meaning == "and" or word.kind is Kind.STOP


def _halves(words: Words) -> Iterator[tuple[Words, Words]]:
    for at, word in enumerate(words):
        if _joins(word) and 0 < at < len(words) - 1:
            behind = at + 1 + _joins(words[at + 1])  # ", and"
            yield words[:at], words[behind:]


def _asked(question: str) -> Asked:
    whom = _WHOM.search(question)
    does = None if whom else _DOES.search(question)
    found = whom or does or _WHY_OR_HOW.match(question)
    told = found.groupdict() if found else {}
    verb = _meanings(does[0].rsplit(" ", 1)[-1]) if does else ()
    doer = _meanings(told.get("who") or told.get("whom") or "")
    others = _meanings(told.get("one") or "") - doer
    to_come = True if _TO_COME.search(question) else (False if _DID.search(question) else None)
    denied, refused = (asked.search(question) is not None for asked in (_DENY, _REFUSE))
    named, of_thing = _CAPITAL.search(told.get("who") or "") is not None, _OF_THING.search(question) is not None
    reacts = _REACTS.match(question) is not None
    return Asked(doer, others, to_come, denied, next(iter(verb), ""), refused, named, of_thing, reacts)


def _meanings(text: str) -> frozenset[str]:
    return frozenset(word.meaning for word in marked(text) if word.kind is Kind.WORD)


def clause_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes accepted clauses in another order or voice, where such are accepted; else ``plain``."""
    texts = question.accepted or (question.answer.text,)
    if len(question.text) > _LONGEST_QUESTION or not any(
        text.count(" ") >= _FEWEST - 1 and len(text) <= _LONGEST for text in texts
    ):
        return plain
    told = [
        text for text in texts if len(text) <= _LONGEST and not _FIGURE.search(text) and not _is_outcome_of(text, texts)
    ]
    told += filter(None, map(as_one_deed, told))
    clauses = tuple(filter(None, (clauses_of(text, question.text) for text in told)))
    if clauses:
        return ClauseGold(question, told, clauses, plain)
    apart = tuple(chunks(words_of(texts[0])))
    if (
        apart
        and all(chunk.joint and chunk.meanings for chunk in apart)
        and any(chunk.joint in CLAUSAL for chunk in apart)
    ):
        return ApartGold(question, apart, plain)
    return plain


def _is_outcome_of(text: str, texts: Sequence[str]) -> bool:
    """Return whether a text names as a thing what another one tells as a deed: "failed update" for "the update failed"."""
    words = without_articles(key(text))
    if not words or not is_past(words[0]):
        return False
    others = (without_articles(key(other)) for other in texts if other != text)
    return any(other[:1] != words[:1] and sorted(other) == sorted(words) for other in others)


def _reason(text: str) -> str:
    """Return the reason that an answer gives for what it repeats of the question; "" for none."""
    found = (_BECAUSE.fullmatch(text) if "because " in text else None) or (
        _SO.fullmatch(text) if " so " in text else None
    )
    return found["reason"] if found and not _NOT.search(found["before"]) else ""
