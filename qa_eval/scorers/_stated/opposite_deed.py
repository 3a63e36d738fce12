"""What is accepted told of the opposite of the deed that is asked: "It imports coffee", where it is asked what the country exports."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.scorers._stated.check import Check

# what one does is not what the other does, to whomever or whatever it is done
_PAIRS = """export ship-out | import bring-in
absorb take-in inhale soak-up | release emit exhale give-off
prevent stop avert treat cure relieve ease soothe fight combat | cause trigger induce provoke produce
reject refuse deny decline turn-down veto dismiss throw-out vote-down | accept approve grant pass adopt award ratify back endorse uphold allow
ban forbid prohibit outlaw bar | allow permit legalise legalize authorise authorize let tolerate
demolish destroy wreck ruin raze tear-down pull-down knock-down burn-down | build rebuild construct erect restore repair save preserve spare put-up
add insert | remove delete subtract take-out take-away leave-out omit
praise applaud commend admire hail | criticise criticize condemn attack blame denounce scold
like love enjoy adore prefer | dislike hate loathe detest despise
avoid shun evade steer-clear | seek approach prefer choose like
capture conquer seize retake recapture gain win | lose surrender abandon give-up
forget | remember recall
deter repel scare ward-off drive-away keep-away discourage put-off keep-off | attract lure draw invite entice tempt
produce make generate manufacture emit | consume burn use-up
strengthen reinforce harden stiffen firm | weaken soften loosen undermine dissolve
include contain cover | exclude omit
hire appoint recruit employ take-on engage | fire sack dismiss lay-off replace
join enter | leave quit depart
open | close shut
raise increase boost lift put-up step-up | lower cut reduce decrease drop slash
support favour favor back endorse welcome | oppose resist fight object-to
hide conceal cover-up | reveal show expose disclose
lock | unlock
heat warm | cool chill
fill | empty drain
create establish introduce launch | abolish scrap close dissolve shut-down cancel discontinue
protect guard shield defend | attack endanger harm threaten expose
improve enhance boost help | worsen harm damage impair hinder
spend | save earn
start begin | stop end finish quit
beat defeat | lose-to
buy purchase acquire | sell sell-off
lend | borrow
increase widen lengthen expand enlarge | shorten narrow shrink
score | miss concede
sink scuttle | build launch float raise
hold | leak
lose | regain recover
teach | learn
die | born
leave-behind | take-along bring-along
send | receive get
depart | arrive"""
# of these each is what one side does and the other undergoes: who sells to whom, who beats and who loses to whom
_CONVERSE = frozenset(("win", "los", "beat", "defeat", "lose-to", "buy", "purchas", "acquir", "sel", "sell-off", "lend", "borrow", "teach", "learn", "send", "receiv", "get"))  # fmt: skip
_SMALL = r"(?:the|an?|its|their|his|her|some|more|many|much|any|all|most|large|small|great|both|new|old|own|this|that|these|those|only|mainly|mostly|also)"
_BEFORE = regex(
    rf"(?P<verb>[a-z]+)(?:\s+(?P<with>off|out|in|up|down|away|to|on|clear))?\s+(?:(?:it|them|him)\s+)?(?:(?:from|of|for|against|in|at|on|by|with)\s+)?(?:{_SMALL}\s+)*\Z",
    re.IGNORECASE,
)
_BEHIND = regex(
    r"\s+(?:(?:is|are|was|were|has|have|had|been|being|be|will|would|can|may|must)\s+)*(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)(?:\s+(?P<with>off|out|in|up|down|away|to|on)\b)?",
    re.IGNORECASE,
)
_BEHIND_COUNT = regex(  # "3 ships were built"
    r"(?:\s+[a-z]+){1,2}?\s+(?:is|are|was|were|has|have|had|been)\s+(?P<verb>[a-z]+)(?:\s+(?P<with>off|out|in|up|down|away|to|on)\b)?",
    re.IGNORECASE,
)
_BARRED = regex(
    r"\b(?:not|never|no|nor|neither|without|cannot|hardly|but|instead|rather|unlike|than|before|after|when|while|although|though|if|unless|until|because|stop\w*|fail\w*|almost|nearly|would|should|could|might)\b|n['’]t\b|[;:?]|[.!]\s+\S",
    re.IGNORECASE,
)
_NOUN = regex(
    r"\b(?:the|an?|its|their|his|her|of|in|on|for|this|that|first|last|next|more|most|less)\s+\Z", re.IGNORECASE
)
_NO_LIKING = regex(
    r"\b(?:is|are|was|were|be|been|look\w*|feel\w*|felt|sound\w*|taste\w*|smel\w*|something|more|most)\s+\Z",
    re.IGNORECASE,
)
_ASKED = regex(r"\b(?:what|which|who|whom|where|how)\b", re.IGNORECASE)
_OBJECT = regex(r"\b(?:do|does|did|will|would|can|could|has|have|had|is|are|was|were)\b", re.IGNORECASE)
_TO_WHOM = regex(r"\b(?:her|him|them|me|us|you|to|from)\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+", re.IGNORECASE)
_PARTICLE = regex(r"(?:\s+[a-z]+){0,3}?\s+(?P<with>off|out|in|up|down|away|to|on|clear)\b", re.IGNORECASE)
_COUNT = regex(r"\W*how many\b", re.IGNORECASE)
# "Bo came second behind Ann", where it is asked who won
_OTHER_PARTY = regex(r"\b(?:behind|defeat\w*|beaten|loss(?:es)?)\b", re.IGNORECASE)
_JOINED = regex(r"[,(]|\b(?:and|or|who|which|that|to)\b", re.IGNORECASE)
_A_DAY = regex(rf"\b(?:{A_DAY})s?\b", re.IGNORECASE)
_LEFT_FOR = regex(r"\b(?:for|except|by)\b", re.IGNORECASE)  # "He left Ajax for Inter", for which club he joined
MOST = 12  # words of one short sentence
_REACH = 60  # characters before what is accepted


@cache
def _opposites() -> Mapping[str, frozenset[tuple[int, int]]]:
    """Return for the stem of each verb the pairs, and the sides of them, that it stands on."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for place, line in enumerate(_PAIRS.splitlines()):
        for side, verbs in enumerate(line.split(" | ")):
            for verb in verbs.split():
                stem = verb if "-" in verb else stem_of(verb)
                found[stem] = found.get(stem, frozenset()) | {(place, side)}
    return found


def _stem(verb: str, particle: str | None) -> str:
    """Return how a verb stands in the table, with its particle where it does so: "give-off"."""
    stem = stem_of(verb.lower())
    if particle:
        for known in _phrasal():
            head, _, behind = known.partition("-")
            if behind == particle.lower() and stem_of(head) == stem:
                return known
    return stem


@cache
def _phrasal() -> tuple[str, ...]:
    return tuple(stem for stem in _opposites() if "-" in stem)


@lru_cache(maxsize=512)
def deed_asked(question: str) -> tuple[str, bool]:
    """Return the verb that a question asks about, where it has one opposite or more, and whether what it is done to is asked for; ("", False) for none.

    >>> deed_asked("What does the country export?"), deed_asked("Who lends the books?"), deed_asked("How many came?")
    (('export', True), ('lend', False), ('', False))
    """
    if len(question) > SHORT or not _ASKED.search(question):
        return "", False
    known, found = _opposites(), []
    for word in _WORD.finditer(question):
        behind = _PARTICLE.match(question, word.end())
        stem = _stem(word[0], behind["with"] if behind else None)
        if stem in known and not right_before(_NOUN if stem != "lik" else _NO_LIKING, question, word.start()):
            found.append((stem, _OBJECT.search(question, 0, word.start()) is not None))
    return found[0] if len(found) == 1 else ("", False)


def of_opposite_deed(text: str, question: str, accepted: str) -> str:
    """Return the verb by which an answer tells what is accepted of the opposite deed; "" for none.

    >>> asked = "What does the country export?"
    >>> of_opposite_deed("It imports coffee.", asked, "coffee"), of_opposite_deed("It exports coffee.", asked, "coffee")
    ('says "imports" of it', '')
    """
    verb, is_object = deed_asked(question)
    if verb in _CONVERSE and _TO_WHOM.search(question):
        return ""  # "She bought it", where it is asked what they sold her
    if not verb or len(text) > SHORT or _BARRED.search(text) or _BARRED.search(question.rstrip(" ?")):
        return ""
    bare = re.sub(r"\A(?:the|an?|its|their|his|her)\s+", "", accepted.strip(" ."), flags=re.IGNORECASE)
    start = place_of(bare.lower(), text.lower())
    if start < 0 or verb in map(stem_of, _WORD.findall(text.lower())):
        return ""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    behind = (_BEHIND_COUNT if bare.isdecimal() else _BEHIND).match(text, start + len(bare))
    for told, comes_before in ((before, True), (behind, False)):
        if told and _is_opposite(verb, told, same=comes_before == is_object):
            return f'says "{told["verb"]}" of it'
    return ""


def _is_opposite(verb: str, told: re.Match[str], *, same: bool) -> bool:
    """Return whether a verb is the opposite of another; ``same``: what is accepted stands to it as to that, and is not the other party."""
    if right_before(_NOUN, told.string, told.start("verb")) or (
        told["verb"].lower() == "close" and told["with"] == "to"
    ):
        return False  # "the cool lake", "close to the lake"
    stem = _stem(told["verb"], told["with"])
    if stem in _CONVERSE and verb in _CONVERSE and not same:
        return False
    known = _opposites()
    return any((place, 1 - side) in known.get(stem, ()) for place, side in known[verb])


def says_the_opposite(text: str, question: str, accepted: str) -> str:
    """Return the words by which one short sentence says the opposite of what is asked; "" for none.

    >>> asked = "Where was she born?"
    >>> says_the_opposite("She died in Lisbon.", asked, "Lisbon"), says_the_opposite("Born in Lisbon, she died in Rome.", asked, "Lisbon")
    ('says "died"', '')
    """
    if len(text.split()) > MOST or _JOINED.search(text) or _BARRED.search(text):
        return ""
    if opposite_in(question, accepted):
        return ""  # "higher costs", for why profits were lower
    told = opposite_in(question, text, alternatives=_COUNT.match(question) is not None)
    return f'says "{told}"' if told and not _OTHER_PARTY.search(text) else ""


def _of_a_name(text: str, question: str, accepted: str) -> str:
    """Return the same where a name is accepted, and no words that may say it in another way."""
    if (
        not accepted[:1].isupper()
        or any(map(str.isdecimal, accepted))
        or _A_DAY.search(accepted)
        or _LEFT_FOR.search(text)
    ):
        return ""
    return says_the_opposite(text, question, accepted)


OPPOSITE_OF_NAME: tuple[Check, ...] = ((lambda question: len(question) <= SHORT, _of_a_name),)
OPPOSITE_SAID: tuple[Check, ...] = ((lambda question: len(question) <= SHORT, says_the_opposite),)
OPPOSITE_DEED: tuple[Check, ...] = ((lambda question: deed_asked(question)[0] != "", of_opposite_deed),)
