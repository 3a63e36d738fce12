"""Free words: an accepted text, alone or within a sentence, or everything that the question requires to be said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.text import strip_frame, words
from qa_eval.scorers._words.contractions import asks_duty, clause_to, is_duty, is_told_as_done, obliged
from qa_eval.scorers._words.rewording import (
    PREPOSITIONS,
    bases,
    in_active_voice,
    named_act,
    of_subject,
    parts,
    predicated,
    swapped,
    turned,
    turned_within,
    uninflected,
    with_agent_first,
    without_articles,
    without_lead,
    without_subject,
)
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SMALL, Wording, find_words, folded, key, run_on
from qa_eval.scorers.strict.meaning.restatable import Restatable
from qa_eval.scorers.strict.names.bystanders import is_ruled_out
from qa_eval.scorers.strict.names.whereabouts import placed_otherwise
from qa_eval.scorers.strict.parts.mentioned import beside_it, is_not_it
from qa_eval.scorers.strict.phrases.causes import is_lacking, unbarred, without_any
from qa_eval.scorers.strict.phrases.denied_as_asked import denies_as_asked
from qa_eval.scorers.strict.phrases.further import further_texts
from qa_eval.scorers.strict.phrases.often import Often
from qa_eval.scorers.strict.phrases.reordered import is_owner_turned, is_reordered
from qa_eval.scorers.strict.phrases.required import Required
from qa_eval.scorers.strict.phrases.wanted import NEGATIVE, Wanted, goes_that_way, is_part, may_hold, wanted, ways_of
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, PhraseAnswer, Question

_WHY = regex(r"\W*why\b", re.IGNORECASE)
_NEARLY = regex(r"\b(?:nearly|almost|more than|less than|not quite|barely|hardly|virtually)\s+$", re.IGNORECASE)
_ACT = regex(r"(?:to\s+[a-z]|[a-z]{3,}ing\b)", re.IGNORECASE)  # "to cut taxes", which are tax cuts
_SHARED = 4  # letters of a verb and the noun of its act
_LETTERED = regex(r"\b\d+[A-H]\b")
_NOT = regex(
    r"\b(?:not|never)\s+\Z|\b(?:unless|even(?:\s+(?:if|when|with))?|(?:whether\s+or\s+not|regardless\s+of\s+whether))\s+(?:(?:the|an?|its|their|his|her)\s+)?\Z|(?:\bnot|\bnever|n't)\s+(?:\w+\s+){0,3}because\s+(?:of\s+)?(?:an?\s+|the\s+)?(?:(?:it|they|he|she|there)\s+(?:was|were|is|are|had|has|have)\s+)?\Z",
    re.IGNORECASE,
)
_LEAD = 9  # characters of a "from the" before its place
_DONE_BY = regex(r"\b(?:is|are|was|were|be|been|being) [a-z]+ by\b")
_PAIR = 2  # a verb and its object, an owner and what it has
_BEING = frozenset("be being is are was were".split())  # noqa: SIM905 - a word list reads best as one text


class PhraseGold:
    """The accepted texts of one question, and what has to be said and must not be."""

    def __init__(self, question: Question, answer: PhraseAnswer) -> None:
        self.shown, self.question = answer.text, question.text
        own = frozenset(word for text in question.accepted or (answer.text,) for word in key(text))
        self.beside = SMALL | (frozenset(map(folded, words(question.text))) - NEGATIVE - own)
        self.asked = frozenset(uninflected(word) for word in self.beside if len(word) > _PAIR)
        self.written = obliged(question.accepted or (answer.text,))
        self.is_duty = asks_duty(question.text) or any(map(is_duty, question.accepted or (answer.text,)))
        accepted = tuple(without_any(self.written(text)) for text in question.accepted or (answer.text,))
        further = tuple(further_texts(accepted, question.text))
        if _WHY.match(question.text):
            further += tuple(text[5:] for text in accepted if text.startswith("over "))
        self.texts = tuple(map(wanted, (*accepted, *further)))
        self.keys: dict[tuple[str, ...], int] = {}
        for position, text in enumerate(accepted):
            self.keys.setdefault(without_articles(key(text)), position)
        for text in further:
            if " or " in text or text[-3:].istitle():  # where it is accepted, it leaves nothing open; "Tue Sun"
                self.keys.setdefault(without_articles(key(text)), len(self.keys))
        self.run_on = run_on(self.keys)
        self.lettered = frozenset(code for text in accepted for code in _LETTERED.findall(text))
        self.acts = all(_ACT.match(text) for text in accepted)
        self.bases = {bases(words) for words in self.keys if len(words) > 1}
        self.nouns = {words[::-1] for words in self.bases if self.acts and len(words) == _PAIR}
        self.owned = {words for words in self.bases if len(words) == _PAIR}
        self.bases |= set(turned(question.accepted or (answer.text,)))
        self.bases |= {told for told in (bases(key(text)) for text in further) if len(told) > 1}
        self.named = tuple(act for text in accepted if (act := named_act(text)))
        self.bases |= {(*told[1:], told[0]) for text in accepted if (told := in_active_voice(text))}
        self.bases |= {told for text in accepted if (told := predicated(text) or without_lead(text))}
        self.subjectless = {key(rest) for text in accepted if (rest := without_subject(text))}
        self.parts = frozenset(filter(None, map(parts, self.keys)))
        self.restated = Restatable(accepted, question.text)
        self.often = Often(question.accepted or (answer.text,), self.shown, question.text)
        self.required = Required(answer)
        self.banned = tuple(wanted(text) for text in answer.must_not_say)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted texts; the document tells what else an answer may give."""
        known = document.text if document else ""
        whole = self.is_duty and is_told_as_done(text)  # "It was renewed." says no more that it must be
        bare = unbarred(without_any(self.written(text.strip() if whole else strip_frame(text))))
        read = shown(bare)
        wording = Wording(bare)
        own = without_articles(wording.words)
        position = self.keys.get(own, self.run_on.get("".join(own)))
        if position is not None:
            return self._same(position, read)
        if not wording.words:
            return Relation(Reason.UNREADABLE, f"no word in the answer, accepted {self.shown}", "")
        banned = next((phrase for phrase in self.banned if self._places(wording, phrase)[0]), None)
        if banned:
            return Relation(Reason.WRONG_WORDS, f'says "{banned.text}", which it must not', read, 0.0)
        often = self.often.relate(bare, read)
        if often is not None:
            return often
        return (
            self._required(wording, read) or self._in_another_form(wording, read) or self._within(wording, read, known)
        )

    def reworded(self, text: str) -> Relation | None:
        """Relate an answer that says the accepted words in another form or order, or as often; None for another."""
        bare = without_any(self.written(strip_frame(text)))
        if not frozenset(_LETTERED.findall(bare)) <= self.lettered:
            return None  # "bus 14A"
        often = self.often.relate(bare, shown(bare))
        if often is not None and often.reason is not Reason.CONTAINS_GOLD:
            return None
        wording = Wording(bare)
        told = tuple(uninflected(word) for word in wording.words if word not in SMALL)
        same = any(
            told == phrase.inflected and not phrase.negative and not is_owner_turned(wording, phrase)
            for phrase in self.texts
        )
        if same and not with_agent_first(bare) and not wording.hedges:
            return Relation(Reason.CONTAINS_GOLD, f"the accepted words in another form, {self.shown}", shown(bare))
        return often or self._in_another_form(wording, shown(bare)) or self._restated(wording, shown(bare))

    def _restated(self, wording: Wording, read: str, known: str = "") -> Relation | None:
        """Relate an answer that says the accepted words in other words; None for another."""
        place = self.restated.said_in(wording)
        if place is None or (self.is_duty and is_told_as_done(wording.text)):
            return None
        told = Relation(Reason.CONTAINS_GOLD, f"says {self.shown} in other words", read, certain=True)
        return beside_it(wording, self.question, [place], known, self.shown) or told

    def _in_another_form(self, wording: Wording, read: str) -> Relation | None:
        how = "order" if is_reordered(wording, self.texts) else "form" if self._in_other_words(wording) else ""
        if not how or wording.hedges or (self.is_duty and is_told_as_done(wording.text)):
            return None
        return Relation(Reason.CONTAINS_GOLD, f"the accepted words in another {how}, {self.shown}", read)

    def _in_other_words(self, wording: Wording) -> bool:
        """Return whether an answer says the accepted words with another form of the verb, or its parts in another order."""
        own = bases(wording.words)
        if (
            own in self.bases
            or (len(wording.words) == _PAIR and own in self.nouns)
            or (self.parts and parts(without_articles(wording.words)) in self.parts)
        ):
            return True
        if self._is_act(wording.text) or not self.bases.isdisjoint(turned((wording.text,))):
            return True  # "the gravity of the Moon" for "the Moon's gravity"
        if self.owned and not self.owned.isdisjoint(turned_within(wording.text)):
            return True  # "He was out with an injury to the knee."
        told = predicated(wording.text)
        if told and (told in self.bases or (*told[1:], uninflected(told[0])) in self.bases):
            return True  # "The pitch was waterlogged.", "The beams were cracked."
        if self.acts and self._is_named_act(wording.text):
            return True
        if self.subjectless and key(of_subject(wording.text, self.asked)) in self.subjectless:
            return True
        if "," in wording.text and bases(swapped(wording.text)) in self.bases:
            return True  # "hard court, indoors"
        active = not _BEING.isdisjoint(wording.words) and in_active_voice(wording.text) in self.bases
        return active or self._told_over(wording)

    def _told_over(self, wording: Wording) -> bool:
        """Return whether an answer says the accepted words in another form among those of the question."""
        active = with_agent_first(wording.text)
        if active:  # "Ben was lent the car by Ana."
            return any(self._find(Wording(active), phrase) for phrase in self.texts if not phrase.negative)
        rest = tuple(word for word in wording.words if word not in self.beside and uninflected(word) not in self.asked)
        own = frozenset(rest)
        if self.parts and parts(tuple(w for w in wording.words if w in PREPOSITIONS or w in own)) in self.parts:
            return True  # "She was found near Dunley, in a barn."
        if len(rest) < _PAIR or bases(rest) not in self.bases:
            return False  # "The gymnasium's roof was torn off."
        return not any(is_owner_turned(wording, phrase) for phrase in self.texts)

    def _is_named_act(self, text: str) -> bool:
        """Return whether an answer names the accepted act by its noun: "the treatment of pain"."""
        act = named_act(text) if " of " in text else None
        return act is not None and any(
            words[1:] == act[1] and words[0][:_SHARED] == act[0][:_SHARED]
            for words in self.bases
            if len(words[0]) >= _SHARED
        )

    def _is_act(self, text: str) -> bool:
        """Return whether an answer states the act that is accepted by its noun: "Two mines were closed" for "the closure of two mines"."""
        told = in_active_voice(text) if self.named else ()
        return bool(told) and any(told[1:] == rest and told[0][:_SHARED] == act[:_SHARED] for act, rest in self.named)

    def _same(self, position: int, read: str) -> Relation:
        first = (Reason.EXACT, "the accepted words, ") if position == 0 else (Reason.ALIAS, "accepted words for ")
        return Relation(first[0], f"{first[1]}{self.shown}", read)

    def _required(self, wording: Wording, read: str) -> Relation | None:
        """Relate an answer to what has to be said; None when that is not given, or not said but perhaps in other words."""
        if not self.required.groups:
            return None
        told = self.required.relate(wording, read, self._places)
        if told.reason in (Reason.PARTIAL, Reason.WRONG_WORDS):
            within = self._within(wording, read)
            if within.reason in (Reason.CONTAINS_GOLD, Reason.CONTRADICTION, Reason.SEVERAL_ANSWERS):
                return within
        return told

    def _within(self, wording: Wording, read: str, known: str = "") -> Relation:
        denied = False
        for phrase in self.texts:
            said, unsaid = self._places(wording, phrase)
            nearly = said and right_before(_NEARLY, wording.text, said[0][0])
            if nearly and nearly[0].strip().lower() not in phrase.text.lower():
                message = f'"{nearly[0].strip()}" is not the accepted {self.shown}'
                return Relation(Reason.WRONG_WORDS, message, read)
            if said and self.is_duty and is_told_as_done(clause_to(wording.text, said[0][1])):
                denied = True  # "They were handed in", where it is asked what must be
                continue
            if said:
                other = next(wording.left_open(sorted(said)), "")
                if other and " or " not in phrase.text:
                    return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: or {other}, accepted {self.shown}", read)
                told = Relation(Reason.CONTAINS_GOLD, f"says {phrase.text}", read)
                return beside_it(wording, self.question, said, known, self.shown) or told
            denied = denied or bool(unsaid)
        if denied:
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", read)
        restated = self._restated(wording, read, known)
        if restated:
            return restated
        words = tuple(word for word in wording.words if word not in SMALL)
        if any(is_part(words, phrase.words) for phrase in self.texts):
            return Relation(Reason.PARTIAL, f"only a part of the accepted {self.shown}", read, 0.0)
        return Relation(Reason.WRONG_WORDS, f"other words, accepted {self.shown}", read)

    def _places(self, wording: Wording, phrase: Wanted) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where the phrase is said, words of the question among its own, and where it is denied."""
        found = self._find(wording, phrase)
        if phrase.ways:
            told = ((span, (t.word for t in wording.tokens_within(span[0] - _LEAD, span[1]))) for span in found)
            every, found = found, [span for span, words in told if goes_that_way(ways_of(words), phrase)]
            if every and not found and len(phrase.ways) == 1:
                return [], every  # "from the shed", where it was taken to it
        if found and " by " not in phrase.text:  # "Ben sued Ana" is not "Ben was sued by Ana"
            found = [span for span in found if " by " not in wording.text[slice(*span)]]
        if found and _DONE_BY.search(phrase.text) and _BEING.isdisjoint(wording.words) and " by " not in wording.text:
            return [], found  # "if they accompany a guide"
        if found and is_owner_turned(wording, phrase):
            return [], []
        found = [span for span in found if not placed_otherwise(wording.text, span, phrase.text, self.question)]
        if not found or phrase.negative:
            return found, []
        denied = [
            span
            for span in found
            if wording.denies(span)
            or right_before(_NOT, wording.text, span[0])
            or is_lacking(wording.text, span, phrase.text)
            or (phrase.words[0] == "more" and wording.text[: span[0]].lower().endswith("no "))
            or is_ruled_out(wording.text, span, self.question)
            or is_not_it(wording.text, span, self.question)
        ]
        if not denied or denies_as_asked(wording.text, self.question):
            return found, []
        return [span for span in found if span not in denied], denied

    def _find(self, wording: Wording, phrase: Wanted) -> list[tuple[int, int]]:
        if not phrase.words:
            return []
        if phrase.words[0] in wording.words:
            found = wording.find(phrase.words, wording.without(SMALL)) or wording.find(phrase.words)
            if found or len(phrase.words) == 1:
                return found
            if frozenset(wording.words).issuperset(phrase.words):
                return wording.find(phrase.words, wording.without(self.beside))
        if phrase.negative or len(phrase.words) == 1 or not may_hold(wording.words, phrase.inflected):
            return []
        tokens = [token._replace(word=uninflected(token.word)) for token in wording.without(self.beside)]
        return find_words(phrase.inflected, tokens)
