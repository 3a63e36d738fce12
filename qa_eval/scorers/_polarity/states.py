"""States that say yes or no to an event: "It is still under construction" to "Has the tunnel been finished?".

Each clause is read for itself, and counts where it speaks of what is asked about: "though the dividend was raised" says
nothing of the outlook, nor "her sister will miss it" anything of her.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.calendar import DAYS, SURE_MONTHS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, is_past
from qa_eval.scorers._polarity.forms import NEGATIVE, SKIPPED, Form, Place, Word, Words, may_be_asked, words_of
from qa_eval.scorers._polarity.spoken_of import About, subject_of
from qa_eval.scorers._words.alike import lemma, meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers._polarity.forms import Block


def _lemmas(*forms: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(lemma, form.split())) for form in forms)


LONGEST = 200  # characters; a longer answer says more than that
_CUT = regex(
    r"[.;:!?()–—]|,|\s-\s|\b(?:but|though|although|while|whereas|whilst|and|yet(?!\sto\b)|however|despite)\b",
    re.IGNORECASE,
)
_CONTRASTS = regex(
    r"\b(?:only|not|no|never|yes|just)\b|n['’]t\b", re.IGNORECASE
)  # what may speak of what is asked as well
_ALL_ALONG = regex(
    r"\s(?:throughout(?=\W*\Z)|all (?:day|night|week|morning|afternoon|evening)(?: long)?)\b", re.IGNORECASE
)
# "once he had seen the pictures"
_ONCE = regex(r",?\s+(?:once|as soon as|when)\s+(?:he|she|they|it|the\s+[a-z]+)\s+had\s+[^.;!?]*", re.IGNORECASE)
_HOUR = regex(
    r"\bat (?:\d+(?![\d.,]*\s?(?:%|per\s?cent|degrees|euros|points))|noon|midnight|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
_OPENED = regex(rf"\W*(?:{AN_AUXILIARY})\b", re.IGNORECASE)
_LOOKING_BACK = frozenset(("is", "are", "was", "were", "has", "have", "did", "had"))
# what makes a clause say nothing surely, and what asks for more than whether something is so
_UNSURE = frozenset(
    """may might could would should if unless whether perhaps maybe possibly only nearly almost expected expect hope hoped hopes claim claims claimed
    or doubt rumour rumor supposed meant likely probably partly partially some anything than when wanted want wants threatened tried
    until""".split()  # noqa: SIM905 - a word list reads best as one text
)
_MORE_ASKED = frozenset(
    "before after more less than every both each most half only again since until or not no never instead fewer same still because all".split()  # noqa: SIM905 - see above
)
_REFUSES = frozenset(map(lemma, ("refuse", "fail", "decline", "omit", "neglect", "forget")))
_DECIDES = frozenset(map(lemma, ("vote", "decide", "agree", "plan", "choose", "opt", "intend", "want", "promise")))
_FEW = 6  # words between a state and what is said of it
_HELPING = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can"))
_HAD = frozenset(
    "required needed necessary given granted wanted sought obtained asked called forthcoming be been".split()  # noqa: SIM905 - see above
)
_WAITS = _lemmas("yet to", "remain to", "still to", "wait to", "far from")
_TO_COME = _lemmas("will", "be to", "be due", "be plan", "be schedul", "be about to", "be set to")
_NAMING = frozenset("the a an its his her their our my your of this that these those no".split())  # noqa: SIM905 - see above
_TIMES = (frozenset(DAYS), SURE_MONTHS)
_BESIDE = frozenset(("before", "after"))
_LATER = frozenset(("next", "tomorrow"))
_JOINING = frozenset("and or to that which who when while".split())  # noqa: SIM905 - see above
_RANKS = frozenset("first second third fourth fifth sixth last".split())  # noqa: SIM905 - see above
_BEFORE_A_MONTH = frozenset("in of by since during early late mid last next until".split())  # noqa: SIM905 - see above
_BY, _NOTHING = words_of("by")[0], Word("", "")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")


class _Said(NamedTuple):
    """A form found in a clause: where it stands, what it says, how often it denies of itself, and all words of such forms."""

    place: Place
    yes: bool
    plain: bool  # what is asked itself, and no state
    denials: int
    words: frozenset[int]


class AskedState:
    """What one question asks: the forms that say yes or no to it, and what it is about."""

    def __init__(self, words: Words, end: int, forms: tuple[tuple[Form, bool, bool], ...]) -> None:
        self.forms: dict[str, list[tuple[Form, bool, bool]]] = {}  # by a word that has to be there
        for each in forms:
            for word in each[0].telling:
                self.forms.setdefault(word, []).append(each)
        done = words[0].lemma == "be" or any(word.raw in ("been", "be") for word in words[:end])
        self.passive = done and is_past(words[end - 1].raw) and words[end : end + 1] != (_BY,)
        self.raw = frozenset(word.raw for word in words)
        self.about = About(words, end)
        self.looks_back = words[0].raw in _LOOKING_BACK and self.raw.isdisjoint(("to", "going", "due", "planned"))

    def says(self, text: str) -> tuple[bool | None, bool]:
        """Return whether an answer says yes or no by a state, and whether it tells one of something else alone.

        The first is None where it tells of no such state, of both, or of something else.
        """
        if len(text) > LONGEST:
            return None, False
        said: set[bool] = set()
        own = others = silent = 0
        subject: Words = ()
        alone = False  # a subject, set apart from its verb
        for piece in _CUT.split(_ONCE.sub("", _ALL_ALONG.sub("", text))):
            words = words_of(piece)
            found = self._found(words)
            if not (alone and words and is_past(words[0].raw)):  # "The shading, kept up for weeks, left it unchanged"
                subject = subject_of(words[: found.place.start] if found else words) or subject
                alone = bool(words) and subject == words
            silent += found is None and bool(words)
            if found is None or _HOUR.search(piece):  # "It closes at 5" says that it is open
                continue
            if not self._is_of_it(subject, words, found.place, piece):
                others += 1
                continue
            own += 1
            told = self._clause_says(words, found)
            said |= {told} if told is not None else set()
        elsewhere = others > 0 and not own and not silent and _CONTRASTS.search(text) is None
        return (said.pop() if len(said) == 1 else None), elsewhere

    def _is_of_it(self, subject: Words, words: Words, place: Place, clause: str) -> bool:
        """Return whether a clause is of what is asked about; who did it to that does not matter where it is not asked."""
        others = (*words[len(subject) : place.start], *words[place.end :])
        named = self.about.names_subject(subject) or (self.passive and self.about.is_done_to_it(others))
        return named and not self.about.names_another(clause)

    def _clause_says(self, words: Words, found: _Said) -> bool | None:
        end = found.place.end
        if not self._is_sure(words, found) or not self._of_that_time(words):
            return None
        behind = tuple(word for at, word in enumerate(words) if at >= end and at not in found.words)
        if not self.about.is_of_it(behind, found.place.gap):
            return None
        before = words[:end]
        denied = (
            sum(word.raw in NEGATIVE for word in before)
            - found.denials
            + _holds_any(words[: found.place.start], _WAITS)
        )
        denied += _refuses(words[: found.place.start]) + _is_denied_behind(words[end:])
        to_come = self.looks_back and found.yes and not denied and _is_to_come(words[: found.place.start + 1], words)
        if found.plain and not to_come and not denied:
            return None  # plainly said: others judge it
        return found.yes ^ bool(denied % 2) ^ to_come

    def _is_sure(self, words: Words, found: _Said) -> bool:
        unsure = _UNSURE - {"only"} if not found.yes else _UNSURE
        own = range(found.place.start, found.place.end)  # "doubt" is what is asked
        return not any(
            word.raw in unsure and at not in own and not (word.raw == "may" and before.raw in _BEFORE_A_MONTH)
            for at, (before, word) in enumerate(pairwise((_NOTHING, *words)))
        )

    def _found(self, words: Words) -> _Said | None:
        """Return the form that a clause holds, the longest of several; None where it holds none, or such as say yes and no."""
        lemmas = frozenset(word.lemma for word in words)
        found = [
            (place.start - place.end + plain * len(words), place, yes, plain, form)
            for lemma_of in lemmas.intersection(self.forms)
            for form, yes, plain in self.forms[lemma_of]
            if form.may_stand(lemmas)
            for place in form.places(words)
        ]
        if not found:
            return None
        _, best, said, told, form = min(found, key=lambda each: each[0])
        apart = [(place, yes) for _, place, yes, _, _ in found if place.end <= best.start or best.end <= place.start]
        if any(yes is not said for _, yes in apart):
            return None
        own = frozenset(at for place, _ in apart for at in range(place.start, place.end))
        return _Said(best, said, told, form.denials, own)

    def _of_that_time(self, words: Words) -> bool:
        """Return whether a clause names no other day, month, rank or year where the question names one, nor what was before or after that."""
        raw = frozenset(word.raw for word in words)
        if any(
            one in _BESIDE and other in self.raw
            for one, other in pairwise(w.raw for w in words if w.raw not in _NAMING)
        ):
            return False  # "before the race", where it is asked what was during it
        if not raw & _RANKS <= self.raw:
            return False
        if any(self.raw & times and not raw & times <= self.raw for times in _TIMES):
            return False
        years, asked = ({word for word in each if _YEAR.fullmatch(word)} for each in (raw, self.raw))
        return not asked or years <= asked


def asked_state(question: str) -> AskedState | None:
    """Return the state that a question asks for; None where the table holds none, or more is asked.

    >>> asked = asked_state("Has the tunnel been finished?")
    >>> [asked.says(text)[0] for text in ("It is still being built.", "The road was left unfinished.", "It will be finished in May.")]
    [False, None, False]
    """
    if not _OPENED.match(question):
        return None
    words = words_of(question)
    if not _MORE_ASKED.isdisjoint(word.raw for word in words):
        return None
    found = [
        (place.start, place.start - place.end, block, form)
        for block, form in may_be_asked(words)
        for place in form.places(words)
        if place.start and _is_predicate(words, place.start)
    ]
    if not found:
        return None
    starts = {each[0] for each in found}
    start = min(starts)
    alone = all(each[1] == -1 for each in found if each[0] == start)  # "leave open" is one form
    start += alone and start + 1 in starts  # "Did the catch meet the target?"
    if start == 1 and words[0].lemma == "be" and len(starts) > 1:
        start = min(starts - {1})  # "Is damage from frost covered?"
    start = _last_done(words, starts, start)
    longest = min(each[1] for each in found if each[0] == start)
    told = [each for each in found if each[:2] == (start, longest)]
    return AskedState(words, start - longest, tuple(_forms_of(told)))


def _last_done(words: Words, starts: set[int], start: int) -> int:
    """Return where the predicate of a passive question stands behind what only says which one: "Is the coin used here given back?"."""
    done = sorted(
        each for each in starts if each >= start and (is_past(words[each].raw) or words[each].raw.endswith("ed"))
    )
    if words[0].lemma != "be" or len(done) < 2 or done[0] != start:  # noqa: PLR2004 - which one, and what is asked
        return start
    between = {word.raw for word in words[start : done[-1]]}
    return start if between & _JOINING else done[-1]


def _forms_of(found: list[tuple[int, int, Block, Form]]) -> Iterator[tuple[Form, bool, bool]]:
    for _, _, block, asked in found:
        same = {meaning for own, _ in asked.words for meaning in map(meant, own)}
        yield from (
            (form, True, True)
            for form in block.asked
            if {meaning for own, _ in form.words for meaning in map(meant, own)} == same
        )
        yield from ((form, True, False) for form in block.so)
        yield from ((form, False, False) for form in block.against)


def _is_predicate(words: Words, at: int) -> bool:
    """Return whether a word of a question is what it asks: no name of something, nor what somebody is asked to have begun."""
    before = words[at - 1]
    if before.raw == "to":
        return at > 1 and words[at - 2].lemma in _DECIDES
    return before.raw not in _NAMING


def _is_denied_behind(words: Words) -> bool:
    """Return whether a clause says behind a state that it is not needed, given or had: "Their consent is not required"."""
    helped = next((at for at, word in enumerate(words[:_FEW]) if word.raw in _HELPING), _FEW)
    return any(
        negative.raw in NEGATIVE and told.raw in _HAD for negative, told in pairwise(words[helped + 1 : helped + _FEW])
    )


def _refuses(words: Words) -> int:
    return sum(word.lemma in _REFUSES and after.raw == "to" for word, after in pairwise(words))


def _is_to_come(before: Words, words: Words) -> bool:
    """Return whether a clause tells of what will be: "will be finished", "takes effect next year"."""
    if any(word.raw in ("was", "were") for word in before):
        return False
    return _holds_any(before, _TO_COME) or any(word.raw in _LATER for word in words)


def _holds_any(words: Words, forms: tuple[tuple[str, ...], ...]) -> bool:
    lemmas = [word.lemma for word in words if word.raw not in SKIPPED or word.raw == "still"]
    return any(
        tuple(lemmas[at : at + len(form)]) == form for form in forms for at in range(len(lemmas) - len(form) + 1)
    )
