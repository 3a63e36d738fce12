"""The accepted one in another role than is asked for: her sister's harp, the cello that she gave up, what a firm was bought by."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_form, is_strange
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST_SUBJECT = 2  # words: "its export"
LEAST, MOST = 5, 45  # words of an answer that tells of two things
_EDGE = regex(r"[.;:]\s+|,?\s+(?:and|but|while|whereas|although|though)\s+|,\s+")
_KIN = regex(
    r"\b(?:(?i:his|her|their|its)|[A-Z][\w-]+['’]s?) (?:[a-z]+ )?(?:sister|brother|father|mother|wife|husband|son|daughter|teacher|friend|cousin|uncle|aunt|rival|neighbour|neighbor|colleague|twin|pupil|student|predecessor|successor|parents|family)\b",
)
_DONE_BY = regex(r"\s(?:was|were|is|are)\s(?:\w+ly\s)?(?P<done>[a-z]+)(?:\s(?:up|over|out|off))?\sby\s(?:the\s)?")
_SLOTS = (Slot.OBJECT, Slot.COMPLEMENT, Slot.SUBJECT)
_KIN_ASKED = regex(
    r"\b(?:sister|brother|father|mother|wife|husband|son|daughter|teacher|friend|cousin|uncle|aunt|rival|neighbou?r|colleague|twin|pupil|student|predecessor|successor|parent|family)\w*\b",
    re.IGNORECASE,
)
_GAVE_UP = regex(
    r"\b(?:gave up|given up|giving up|abandon(?:ed|ing)|dropped|quit|stopped|leaves?|left|rejected|turned down|declined|refused|disliked|hated|avoided|sold(?: off)?|threw away|replaced|taught)\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?(?:\w+ing\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
_BY = regex(
    r"\b(?:was|were|been|is|are|being|got)\s+(?:\w+ly\s+)?(?P<done>[a-z]+)(?:\s+(?:up|over|out|off))?\s+by\s+(?:the\s+|an?\s+)?\Z"
)
# "What did the mill produce in 1900?": the last word before a preposition is the verb
_DOES = regex(
    r"\b(?:did|does|do)\s(?:[^?]*?\s)?(?P<verb>[a-z]{3,})(?:\s(?:over|up|out|off|down))?(?=\s*\?|\s(?:in|at|on|for|from|to|with|by|as|after|before|during|under|near|when|while|until|since|most|mostly|mainly)\b)"
)
_KIND = regex(r"\b(?:what|which)\s(?:(?:kind|type|sort|form) of\s)?(?P<kind>[a-z]{3,})\b", re.IGNORECASE)
_IT = frozenset(("it", "that", "this", "he", "she", "they", "there", "i"))
_BESIDE_VERB = frozenset(("the", "a", "an", "down", "up", "off", "out", "on", "in"))
_ORDINAL = frozenset(("first", "second", "other", "earlier", "previous", "former", "later", "next", "last"))
_OWN = frozenset(("its", "his", "her", "their", "the"))


def is_in_another_role(asked: Asked, said: Said) -> Decision | None:
    """Decide where each mention of the accepted one is in another role, and another clause does what is asked with another one."""
    if (
        not LEAST <= len(said.words) <= MOST
        or asked.is_negated
        or asked.only_figures
        or asked.dates
        or asked.asks_several
    ):
        return None
    question = asked_of(asked.text)
    spans = mentions(asked, said)
    if not spans or question.slot not in _SLOTS:
        return None
    if question.slot is Slot.SUBJECT:
        return _is_the_object(asked, said, spans)
    verb, _ = _keys(asked.text)
    if verb and all(_is_done_by(said, start, verb) for start, _ in spans):
        return Decision(0.15, Reason.CONTRADICTION, "says by whom it is done, and not what it does")
    clauses = _clauses(said)
    mine = [next((each for each in clauses if each[0] <= start < each[1]), (0, 0)) for start, _ in spans]
    others = [each for each in clauses if each not in mine]
    if not others:
        return None
    told = (
        all(_GAVE_UP.search(said.plain, low, start) for (low, _), (start, _) in zip(mine, spans, strict=True))
        or (all(_KIN.match(said.plain, low) for low, _ in mine) and not _KIN_ASKED.search(asked.text))
    ) and any(_does_it(said.between(*each), asked, said) for each in others)
    common = said.plain[spans[0][0]].islower() or spans[0][0] in said.sentences
    if not told and common and all(_is_statement(said, each, asked) for each in mine):
        told = any(_says_what_it_is(said.between(*each), asked, said) for each in others)
    return Decision(0.15, Reason.CONTRADICTION, "tells another thing of the accepted answer") if told else None


def _clauses(said: Said) -> list[Span]:
    edges = [(0, 0), *(each.span() for each in _EDGE.finditer(said.plain)), (len(said.plain), len(said.plain))]
    return [(before[1], behind[0]) for before, behind in pairwise(edges)]


def _is_the_object(asked: Asked, said: Said, spans: Sequence[Span]) -> Decision | None:
    """Decide where what is asked is done to the accepted one by what the question names: "Vane was bought by Arden", for who bought Arden."""
    verb, _ = _keys(asked.text)
    for _, end in spans:
        done = _DONE_BY.match(said.plain, end)
        by = next((word for word in said.words if done and word.start >= done.end()), None)
        if done is None or by is None or by.form not in asked.forms or verb_stem(done["done"]) != verb:
            return None
    return Decision(0.15, Reason.CONTRADICTION, "says that it is done to the accepted one")


def _is_done_by(said: Said, start: int, verb: str) -> bool:
    done = right_before(_BY, said.plain, start)
    return done is not None and verb_stem(done["done"]) == verb


@lru_cache(maxsize=512)
def _keys(question: str) -> tuple[str, str]:
    """Return the stem of the verb of a question, and the form of the kind that it asks for; "" for none."""
    does, kind = _DOES.search(question), _KIND.search(question)
    verb = verb_stem(form(does["verb"])) if does else asked_of(question).verb
    return verb, form(kind["kind"].lower()) if kind else ""


def verb_asked(question: str) -> str:
    """Return the stem of the verb of a question; "" for none."""
    return _keys(question)[0]


def _does_it(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether a clause has a verb of the question, and right behind it another thing: "played the flute"."""
    verb, _ = _keys(asked.text)
    for at, word in enumerate(words):
        if at + 1 < len(words) and not word.capital and verb and is_form(word, verb):
            behind = [each for each in words[at + 1 :] if said.lowered(each) not in _BESIDE_VERB]
            if not behind or behind[0].form not in BE:
                return bool(behind) and is_strange(behind[0], asked) and not behind[0].form.endswith("ly")
    return _says_what_it_is(words, asked, said)


def _says_what_it_is(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether a clause says outright what is asked for: "what it exported was herring", "her instrument was the flute"."""
    low = [said.lowered(word) for word in words]
    be = next((at for at, each in enumerate(low) if each in BE), 0)
    behind = [each for each in words[be + 1 :] if each.form not in SMALL]
    if be < LEAST_SUBJECT or not behind or not is_strange(behind[0], asked) or not _ORDINAL.isdisjoint(low[:be]):
        return False
    if behind[0].capital or (is_past(behind[0].form) and low[0] != "what"):
        return False
    verb, kind = _keys(asked.text)
    last = next((word for word in reversed(words[:be]) if word.form not in SMALL), words[0])
    own = low[0] in _OWN or low[0] == "what"
    return own and (last.form == kind or (verb != "" and is_form(last, verb)))


def _is_statement(said: Said, clause: Span, asked: Asked) -> bool:
    """Return whether a clause tells something else: it has a verb in the past that is none of the question's, or its own subject before "was"."""
    words = said.between(*clause)
    low = [said.lowered(word) for word in words]
    if len(words) < LEAST - 1 or any(
        not word.capital and word.form not in SMALL and is_echo(word, asked) for word in words
    ):
        return False
    be = next((at for at, each in enumerate(low) if each in BE), 0)
    if be:
        own = bool(asked.words & {word.form for word in words[:be]})
        passive = be + 1 < len(low) and is_past(low[be + 1])  # "Paper is bought in"
        return low[0] not in _IT and low[0] != "what" and (not own or passive)
    return any(is_past(each) for each in low[1:])
