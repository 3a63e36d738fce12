"""What an answer says to a question of yes or no: its first words, the state that it tells, or the question over again."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import DAYS, SURE_MONTHS
from qa_eval.reading.polarity import contradicts_itself, read_consistent
from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.absent import absent_says
from qa_eval.scorers._polarity.allowing import has_no_obstacle, speaks_of_it
from qa_eval.scorers._polarity.before import before_against_word
from qa_eval.scorers._polarity.concerned import MAY_CONCERN, only_of_its_kind, only_says, only_then, without_remark
from qa_eval.scorers._polarity.counting import counted_says, opposite_says, without_zero
from qa_eval.scorers._polarity.echoed import contradicts_its_word, does_else, says_it_over, without_check
from qa_eval.scorers._polarity.instead import value_instead
from qa_eval.scorers._polarity.permitted import need_says
from qa_eval.scorers._polarity.statements import LONGEST, statement_says
from qa_eval.scorers._polarity.tellers import TELLERS
from qa_eval.scorers._polarity.turning import takes_back, told_behind
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.opposites import swaps_preposition, turns, without_subject
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key, plain

if TYPE_CHECKING:
    from qa_eval.scorers._polarity.states import AskedState

_OPEN = regex(r"\b(?:(?-i:may)|might|could|perhaps|maybe|possibly|unclear|whether|if|or)\b|\?", re.IGNORECASE)
_STATED = regex(
    r"(?:it|they|he|she|there|this|that|these|those)\s+(?:is|are|was|were|has|have|had|can|could|will|would)\s",
    re.IGNORECASE,
)
_TAG = regex(
    r"(?P<told>[^.;!?]{3,}?[^.;!?,\s–—-])\s*[,;–—-]+\s*(?P<said>yes|no)\W*", re.IGNORECASE
)  # "It is part of the rent, yes."
_EMPHATIC = regex(r"\b(?:does|did)\s+(?P<what>[a-z]+)\b")  # "The firm did send them"
_PLAINLY = regex(
    r"\W*(?:yes|yeah|yep|no|nope|true|false|(?:it|they|he|she|we|you|i) (?:is|are|was|were|has|have|had|do|does|did|will|can)(?: ?n['’]?[o']?t)?)\b(?=\W*\Z|\s*[,.;:!–—-])",
    re.IGNORECASE,
)
_UNSURE = regex(
    r"\W*(?:perhaps|maybe|possibly|(?:yes,\s+(?:but\s+)?)?only\s+(?:if|when|where|after|once|as long as|provided|in case)\b)",
    re.IGNORECASE,
)
_LEFT_OPEN = regex(
    r"\b(?P<may>may|might|could) or (?P=may) not\b|\bleaves? (?:it )?open (?:whether|what|if)\b", re.IGNORECASE
)
_NO_MORE = regex(r"\W*(?:not (?:since|until|any ?more|any longer|for (?:the|many|some))|no longer)\b", re.IGNORECASE)
_NONE_WAS = regex(
    r"\W*no\s+[a-z]+\s+(?:was|were|has|have|had)\b", re.IGNORECASE
)  # no refusal: "No injuries were reported"
# "It issued no shares", where it is asked whether shares were issued
_HAS_NO = regex(
    r"\b[a-z]+\s+no\s+(?!longer\b|doubt\b|less\b|more\b|fewer\b|later\b|one\b)(?P<what>(?:[a-z-]+\s+)?[a-z-]+)\b",
    re.IGNORECASE,
)
# "They found none", where it is asked whether they found any
_DOES_NONE = regex(r"\b(?P<verb>[a-z]+)\s+none(?:\s+(?:at all|whatsoever))?\W*\Z", re.IGNORECASE)
_IS_OR_HAS = frozenset(("is", "are", "was", "were", "has", "have", "had"))
_SURE = regex(r"\W*sure(?: thing)?\W*", re.IGNORECASE)
_MAY = regex(r"\W*(?:can|may|could|are (?:we|you|visitors|guests|people) allowed|am i allowed)\b", re.IGNORECASE)
_ALLOWED = regex(r"\b(?:allowed|permitted|welcome|possible)\b", re.IGNORECASE)
_CAN = regex(r"\b(?:can|could)\s+[a-z]+", re.IGNORECASE)
# "Dogs may travel here", where it is asked what is allowed; "may be allowed" leaves it open
_MAY_DO = regex(
    r"(?<=[a-z] )may(?= (?!not\b|also be |be (?:allowed|permitted|welcome|possible|prohibited|forbidden|banned|illegal)\b)[a-z])"
)
# "Dogs must stay off the beach"
_MUST_NOT = regex(
    r"\b(?:must|have to|has to)\s+(?:be\s+)?(?:stay|remain|keep|kept|left|wait)\s+(?:[a-z]+\s+)?(?:off|out|outside|away|at home)\b",
    re.IGNORECASE,
)
_ONLY = regex(r"\b(?:only|except|unless|but)\b", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:no|not|never|without|none|nobody|nothing)\b|n't\b", re.IGNORECASE)
_PLAIN_NO = regex(r"\W*(?:no|nope|not|never|false)\b", re.IGNORECASE)
_ONE_VERB = regex(
    r"\W*(?:it|they|he|she|we)\s+(?P<verb>[a-z]+(?:ed|s)?)(?:\s+(?:it|them|him|her|one|some))?(?:\s+(?:throughout|heavily|hard|non-?stop|all (?:day|night|week|morning|afternoon|evening|the time)(?: long)?))*\W*",
    re.IGNORECASE,
)
_VERB_AND_TIME = regex(
    r"\W*(?:it|they|he|she|we)\s+(?:(?:was|were|is|are|has been|have been|had been)\s+)?(?P<verb>[a-z]+)\s+(?:on|in|at|after|before|by|last|yesterday|today|early|late)\b[^.;!?]*\W*",
    re.IGNORECASE,
)
_IS_SUCH = regex(
    r"\W*(?:it|they|he|she|this|that|the [a-z]+)\s+(?:is|are|was|were)\s+(?:(?:listed|classed|classified|regarded|considered|counted|described|rated)\s+(?:as\s+)?(?:an?\s+)?|an?\s+)?(?:(?:club|new|world|national|track|course|personal|career|season|company|state|all-time)\s+)?(?P<what>[a-z]+)(?:\s+[a-z]+)?\W*",
    re.IGNORECASE,
)
_IT_DOES = regex(
    r"\w+\s+(?:does|did|do)\s+(?:indeed\s+)?(?:have|want|need|offer)\s+(?:one|some|it|them|any)\W*", re.IGNORECASE
)
_TELLS_NOT = regex(
    r"\b(?:stat|mention|informat|sa(?:y|id)|clear|known|specif|whether|if|disclos|reveal|report|confirm|answer)\w*",
    re.IGNORECASE,
)
_SAYS_THAT = regex(r"\b(?:say|state|claim|report|mention|confirm|reveal)s? that\b", re.IGNORECASE)
_OF_THEM = regex(r"\W*(?:they|it|he|she|we)\s+(?!is\b|are\b|was\b|were\b)[a-z]+\s", re.IGNORECASE)
_TWO = 2  # words of the question
_ADDING = stems("both all each indeed also already really too duly can could may will would")
_DAYS = SURE_MONTHS.union(DAYS, ("today", "yesterday"))
_MOST = 4 / 5  # of the question's words, for an answer that says the question over again as a statement


class AskedPolarity:
    """What one question asks to be affirmed or denied."""

    def __init__(self, question: str) -> None:
        self.question = question
        self.asked = stems(question)
        self.negative = _NEGATIVE.search(question) is not None
        self.permits = _MAY.match(question) is not None or _ALLOWED.search(question) is not None
        told = (word for word in reversed(key(question)) if word not in _DAYS)
        self.last = next((stem for word in told for stem in stems(word)), "")

    @cached_property
    def state(self) -> AskedState | None:
        """The state that is asked for, which answers may tell in other words."""
        from qa_eval.scorers._polarity.states import asked_state  # noqa: PLC0415 - it loads a table

        return asked_state(without_check(self.question))

    def told_by_state(self, text: str) -> tuple[bool | None, bool]:
        """Return whether an answer says yes or no by a state, and whether it tells one of something else alone."""
        return self.state.says(plain(text)) if self.state and not _PLAINLY.match(text) else (None, False)

    def is_decided(self, text: str) -> bool:
        """Return whether an answer was judged by the state that it tells, or by another value that it gives instead."""
        if self.told_by_state(text) != (None, False) or without_zero(text) != text:
            return True
        return not self.negative and (value_instead(self.question, text) is True or self._told(text) is not None)

    def contradicts(self, text: str) -> bool:
        """Return whether an answer says both yes and no."""
        return bool(
            contradicts_itself(text)
            or takes_back(text, self.asked, self.last)
            or (
                not self.negative
                and (contradicts_its_word(text, self.asked, self.question) or before_against_word(self.question, text))
            )
        )

    def said(self, text: str) -> bool | None:
        """Return whether an answer says yes or no; None for neither."""
        need = need_says(self.question, text) if self.negative and not _PLAINLY.match(text) else None
        if need is not None:
            return need
        if self.is_unsure(text):
            return None
        if not self.negative and (only := only_then(text, self.question, self.asked)) is not None:
            return only
        told = None if self.negative or _PLAINLY.match(text) else self._told(text)
        return self._said(text) if told is None else told

    def _told(self, text: str) -> bool | None:
        """Return what an answer says by a rule, by how many there were, a count or rank, how well or how long before; None for none of these."""
        found = (tells(self.question, text) for tells in TELLERS)
        return next((each for each in found if each is not None), None)

    def is_unsure(self, text: str) -> bool:
        """Return whether an answer opens with a perhaps, says that it may be so or not, or of what alone it is so."""
        if _UNSURE.match(text) or _LEFT_OPEN.search(text):
            return True
        return only_of_its_kind(text, self.question, self.asked)

    def tells(self, text: str) -> bool:
        """Return whether an answer cannot be a refusal: it tells of a state, or denies what is asked."""
        return (
            self._is_no_refusal(text)
            or self.told_by_state(text)[0] is not None
            or counted_says(self.question, text) is False
            or absent_says(self.question, text) is not None
        )

    def _said(self, text: str) -> bool | None:
        """Return whether an answer says yes or no, in its first words or as a statement; None for neither."""
        if self.permits:
            text = _MAY_DO.sub("can", text)
        tag = None if self.negative or len(text) > LONGEST else _TAG.fullmatch(text)
        if tag:
            yes, before = tag["said"].lower() == "yes", self._said(tag["told"])
            return None if before is not None and before is not yes else yes
        behind = told_behind(text, self.asked)
        if behind is not None:
            return behind
        if self.state is not None and (told := self.told_by_state(text)) != (None, False):
            return told[0]
        if MAY_CONCERN.search(text) and not self.negative and len(text) <= LONGEST:
            only = only_says(text, self.question, self.asked)
            if only is not None:
                return only
            head = without_remark(text, self.asked)
            said = self._said_plainly(head) if head != text else None
            return self._said_plainly(text) if said is None else said
        return self._said_plainly(text)

    def _said_plainly(self, text: str) -> bool | None:
        """Return whether an answer of one clause says yes or no; None for neither."""
        said = False if _NO_MORE.match(text) else read_consistent(text)
        if (self.permits and not self.negative and has_no_obstacle(self.question, text)) or (
            said is False and not _PLAIN_NO.match(text) and turns(self.question, text)
        ):
            return True  # "They did not fall; they rose"
        if said is not None or _SURE.fullmatch(text):
            return said is not False
        instead = None if self.negative else value_instead(self.question, text)
        over = None if self.negative else (False if instead else says_it_over(text, self.asked, self.question))
        if over is not None or self._has_none(text):
            return over is True
        if _MUST_NOT.search(text) and self.permits and not self.negative:
            return False
        stated = statement_says(self.question, text)
        if stated is not None:
            return stated
        if self._swaps(text):
            return False
        against = None if _OPEN.search(text) else opposite_says(self.question, text)
        if against is not True and (self._affirms(text) or self._allows(text)):
            return True
        unsure = against is None or (against is False and instead is False) or does_else(self.question, text)
        return None if unsure else not against

    def _swaps(self, text: str) -> bool:
        """Return whether an answer says the question over with the opposite of its preposition: "after the deadline"."""
        if self.negative or len(text) > LONGEST or _NEGATIVE.search(text) or len(stems(text) & self.asked) < _TWO:
            return False
        return swaps_preposition(self.question, text)

    def _has_none(self, text: str) -> bool:
        """Return whether an answer says that there is none of what is asked about: "It paid no dividend"."""
        if self.negative or len(text) > LONGEST:
            return False
        none = _DOES_NONE.search(text)
        if none and (none["verb"].lower() in _IS_OR_HAS or stems(none["verb"]) & self.asked):
            return True
        return any(self._is_asked(found["what"]) for found in _HAS_NO.finditer(text))

    def _is_asked(self, what: str) -> bool:
        """Return whether words name what is asked about, or the deed that is: "no drying phase" where it is asked whether it dries."""
        if stems(what) & self.asked:
            return True
        return any(possible(word) & possible(asked) for word in key(what) for asked in key(self.question)[-3:])

    def _is_no_refusal(self, text: str) -> bool:
        """Return whether an answer denies what is asked, in its words: "It is not included" tells, where that is asked."""
        if _NONE_WAS.match(text) is not None:
            return True
        telling = _TELLS_NOT.findall(text)
        # "It was not reported"; but "It does not say" declines where it is asked whether it says that so and so is the case
        of_it = (
            len(text.split()) > _TWO and stems(" ".join(telling)) <= self.asked and not _SAYS_THAT.search(self.question)
        )
        return (not telling or of_it or self._has_none(text)) and bool(stems(text) & self.asked)

    def _allows(self, text: str) -> bool:
        """Return whether an answer says that what may be done is allowed: "Dogs are welcome", "Dogs can travel on the lower deck"."""
        if not self.permits or _NEGATIVE.search(text) or _ONLY.search(text) or _OPEN.search(text):
            return False
        if _MAY.match(self.question) and _ALLOWED.search(text):
            return True
        return _CAN.search(text) is not None and speaks_of_it(self.question, text)

    def _does(self, verb: str, said: frozenset[str]) -> bool:
        """Return whether an answer has the verb that is asked about, or one of its meaning of what is asked about: "did cut" for reduce."""
        if stems(verb) & self.asked:
            return True
        alike = {word for word in key(self.question) if possible(verb) & possible(word)}
        return bool(alike) and bool(said & (self.asked - stems(" ".join(alike))))

    def _affirms(self, text: str) -> bool:
        """Return whether the answer repeats the question as a plain statement: "It does allow subletting"."""
        if _OPEN.search(text):
            return False
        said = stems(text)
        verb = _ONE_VERB.fullmatch(text)
        if verb and stems(verb["verb"]) & stems(without_subject(self.question)):
            return True  # "They qualified."
        # "It ended on Friday." where nothing but the end is asked for, "It is an endangered species."
        when, kind = _VERB_AND_TIME.fullmatch(text), _IS_SUCH.fullmatch(text)
        if (when and self.last in stems(when["verb"])) or (kind and self.last in stems(kind["what"])):
            return True
        if any(self._does(match["what"], said) for match in _EMPHATIC.finditer(text)):
            return True
        if re.match(r"(?:it|they|he|she|there)\s+(?:does|did|do)\s", text, re.IGNORECASE):
            return bool(said & self.asked) or _IT_DOES.fullmatch(text) is not None
        if _STATED.match(text) and said <= self.asked and self.last in said:
            return True  # "It is open": nothing else, and what was asked last
        if len(said & self.asked) > 1 and said - self.asked <= _ADDING:
            return True  # "Smoking is allowed": nothing that was not asked
        # "They breathe air like other mammals", whales being asked about
        most = len(self.asked) - (len(said & self.asked) > 1 and _OF_THEM.match(text) is not None)
        return bool(self.asked) and len(said & self.asked) >= _MOST * most
