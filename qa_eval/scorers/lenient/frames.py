"""Further sentences that name what is asked for: "It was painted by Vane", "The prize went to Vane", "the album 'Vane'", "lies on the Vane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_form, is_strange, until_edge
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

NEAR = 5  # words between a form of be and "by"
FEW = 4  # words of a name that an answer begins with
CLOSE = 3  # characters between a kind and a name of that kind
ENOUGH = 2  # words of the question by which a sentence is known to tell who won
REACH = 10  # words between what a sentence is about and the place that it names
DENYING = frozenset(("not", "never", "neither"))
_IT = frozenset(("it", "its", "he", "his", "she", "her", "they", "their", "this"))
_DOING = regex(r"\W*(?:who|which \w+|what \w+)\b(?! (?:is|was|are|were|did|does|do|has|had)\b)", re.IGNORECASE)
_DOES = regex(r"\W*who (?:does|did|do) the\b", re.IGNORECASE)
_LEADS = regex(
    r"\W*who (?:is|was) the (?:[\w-]+ )?(?:general|commander|leader|director|manager|coach|head|ruler|governor|captain)\b",
    re.IGNORECASE,
)
_WORK = regex(
    r"\W*(?:for )?(?:which|what) (?:\w+ )?(?:novel|book|film|movie|play|song|album|role|poem|story)\b", re.IGNORECASE
)
_IN_WHICH = regex(r"\W*(?:in|on|at|to|from) (?:which|what)\b", re.IGNORECASE)
_ALONG = regex(r"\W*(?:which|what) (?:river|lake|sea|ocean|street|road|coast|canal)\b", re.IGNORECASE)
_WORK_OF = regex(
    r"\b(?:is|was|are|were) (?:the|an?) (?:[a-z]+ )?(?:work|works|invention|creation|discovery|idea|masterpiece|brainchild|achievement) of (?=[A-Z])"
)
_FOR = regex(r"\bfor\s+(?:(?:her|his|their|the) [a-z]+ )?[\"']?\Z")
_GIVEN = regex(
    r"\b(?:went|goes|was (?:awarded|given|presented)|is (?:awarded|given)) to\s+\Z|\bwon by\s+\Z|\bcame (?:in \d{4} )?(?:with|for)\s+\Z"
)
KIND = regex(
    r"\W*(?:(?:in|on|at|to|from|under|by|for) )?(?:which|what) (?:\S+ ){0,2}?(?P<kind>[^\W\d]{3,})(?= (?:is|was|are|were|has|had|did|does|do|can|[a-z]+(?:s|ed))\b| (?:won|led|wrote|sang|made|gave))",
    re.IGNORECASE,
)
_ASIDE = regex(
    r",\s+(?:at|by|who|whose|which|where|after|before|on|near|a|an|the|ahead|with|while|but|although|though|(?:\w+ )?(?:years|months|days|hours|miles|km))\b|;|[.](?=\s)|,\s+[A-Z][^\W\d]+,\s"
)
_PLACED = frozenset("in into at on near to through off".split())  # noqa: SIM905 - a word list reads best as one text


def framed(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return the words of a sentence that stand in the place that is asked for; none where it has none of these frames."""
    given = _given_to(words, asked, said)
    if given or not _is_about(words, asked):
        return given
    frames = (_done_by, _work_of, _of_kind, _placed, _done_to)
    return next((found for frame in frames if (found := frame(words, asked, said))), ())


def _is_about(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether a sentence is about what the question is about: it repeats half of it, or begins with "it" and repeats some."""
    echoed = {word.form for word in words if is_echo(word, asked)}
    return 2 * len(echoed) + 1 >= len(asked.forms) or (words[0].form in _IT and bool(echoed))


def _done_by(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return who did it: the Vane of "The walls were done by Vane"."""
    does = _DOES.match(asked.text) or _LEADS.match(asked.text)
    if not (_DOING.match(asked.text) or does):
        return ()
    if does and any(word.form in asked.words for word in words):
        return ()  # "The vocals are by Vane, the singer of The Pines"
    low = [said.lowered(word) for word in words]
    be = next((at for at, each in enumerate(low) if each in BE), None)
    if not be or any(word.capital and is_strange(word, asked) for word in words[1:be]):
        return ()
    by = next((at for at, each in enumerate(low[be + 1 : be + 1 + NEAR], be + 1) if each == "by"), None)
    if by is None or any(word.capital for word in words[be + 1 : by]):
        return ()
    return until_edge(words[by + 1 :], said)


def _work_of(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return whose work it is: the Vane of "The walls are the work of Vane"."""
    if not asked.is_person:
        return ()
    work = _WORK_OF.search(said.plain, words[0].start, words[-1].end)
    return until_edge([word for word in words if word.start >= work.end()], said) if work else ()


def _given_to(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return who won it: the Vane of "The prize went to Vane"."""
    if not asked.is_won or sum(is_echo(word, asked) for word in words) < ENOUGH:
        return ()
    work = _WORK.match(asked.text) is not None
    for at, word in enumerate(words[1:], 1):
        if not word.capital:
            continue
        if _GIVEN.search(said.plain, words[0].start, word.start) or (
            work and _FOR.search(said.plain, words[0].start, word.start)
        ):
            return until_edge(words[at:], said)
    return ()


def _of_kind(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return what is called by the kind that is asked for: the Vane of "the album 'Vane'", of "the Vane River"."""
    match = KIND.match(asked.text)
    if match is None:
        return ()
    kind = match["kind"].lower()
    for at, word in enumerate(words):
        if said.lowered(word) != kind:
            continue
        before, behind, end = words[:at], words[at + 1 :], word.end
        if len(behind) > 1 and behind[0].form == "of" and behind[0].start - end == 1:  # "the island of Vane"
            behind, end = behind[1:], behind[0].end
        if word.capital and before and before[-1].capital:
            first = at - 1
            while first and words[first - 1].capital:
                first -= 1
            return words[first : at + 1]
        if behind and behind[0].capital and behind[0].start - end <= CLOSE:
            return until_edge(behind, said)
    return ()


def _done_to(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return whom it was done to: the Vane of "He followed Vane", for whom he followed."""
    slot, verb, *_ = asked_of(asked.text)
    if slot is not Slot.OBJECT or not verb or not asked.is_person:
        return ()
    place = next((at for at, word in enumerate(words) if at and not word.capital and is_form(word, verb)), None)
    if place is None or said.plain[words[place - 1].start : words[place - 1].end].lower() in BE:
        return ()
    behind = words[place + 1 :]
    name = next((at for at, word in enumerate(behind[:NEAR]) if word.capital), None)
    return until_edge(behind[name:], said) if name is not None else ()


def _placed(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return where it is: the Vane of "It flows into the Vane"."""
    if not (asked.is_where or _IN_WHICH.match(asked.text) or _ALONG.match(asked.text)):
        return ()
    for at, word in enumerate(words[1:REACH], 1):
        if word.capital and is_strange(word, asked):
            return ()
        low = said.lowered(word)
        if low in _PLACED and any(is_echo(each, asked) for each in words[:at]):
            behind = words[at + 1 :]
            while behind and behind[0].form in SMALL:
                behind = behind[1:]
            found = until_edge(behind, said) if behind and behind[0].capital else ()
            return () if any(word.form[0].isdigit() for word in found) else found
    return ()


def fragment(asked: Asked, said: Said) -> Sequence[Word]:
    """Return a name that an answer begins with, where it is no sentence and tells more behind: "Vane, who knew Arden"."""
    end = _ASIDE.search(said.plain)
    words = [word for word in said.words if word.start < end.start()] if end else []
    low = [said.lowered(word) for word in words]
    if (
        not 0 < len(words) <= FEW
        or low[0] in PREPOSITIONS
        or low[0] in DENYING  # "Not Vane, who is older, but Arden"
        or not BE.isdisjoint(low)
        or not all(word.capital or word.form in SMALL for word in words)
    ):
        return ()
    return words if any(word.capital and is_strange(word, asked) for word in words) else ()
