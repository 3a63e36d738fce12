"""What an answer gives first, before it says the accepted name: the "Arden" of "It is in Arden, a short walk from Vane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_strange, until_edge
from qa_eval.scorers.lenient.openings import openings
from qa_eval.scorers.lenient.words import SMALL, TITLES, countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

FLY = 4  # letters up to which a word in "ly" is no adverb
NEAR = 5  # words before a name of which one may say that it is a place
_EDGE = regex(r"[,;(:]|\b(?:who|which|that|where|when|while|because|but|after|before|as|although|though|similar)\b")
_DENIES = regex(r"\W*(?:not|never|neither)\b", re.IGNORECASE)
_ONE_OF_TWO = regex(r"\W*there (?:is|was|are|were) [^.,;]*\b(?:also|too|as well)\b", re.IGNORECASE)
_HIS_KIN = regex(
    r"\b(?:his|her) (?:[a-z]+ )?(?:brother|sister|father|mother|son|daughter|wife|husband|cousin|friend|rival)\s+\Z"
)
_WHEN_OR_WHERE = frozenset("in at on near from during since around across under over within".split())  # noqa: SIM905 - a word list reads best as one text
_PASSIVE = regex(r"\W*(?:which|what) \S+ (?:is|are|was|were) [a-z]+(?:ed|en)\b", re.IGNORECASE)
_PLACED = regex(r"\W*(?:(?:in|on|at|to|from|near) (?:which|what)|where)\b", re.IGNORECASE)
_WORK = regex(
    r"\b(?:which|what) (?:\S+ ){0,4}?(?:play|film|movie|novel|book|series|show|opera|musical)s?\b", re.IGNORECASE
)
_PLACE = regex(
    r"\b(?:which|what) (?:\S+ )?(?:country|nation|state|province|region|district|village|river|lake|sea|ocean|street|road|island|city|town|stadium|ground|palace|castle|building|museum|mountain|planet|continent|county|desert|ship|boat|vessel|train|aircraft|plane|spacecraft)\b",
    re.IGNORECASE,
)
_THE = frozenset(("the", "this"))
GENERIC = frozenset(
    """song book film movie novel poem play album show series answer band group city country river team player
    one piece work painting picture sonata symphony opera man woman person capital record""".split()  # noqa: SIM905 - see above
)
_LATELY = regex(
    r"\b(?:(?<!well )as of|current\w*|now|since(?! (?:it|he|she|they|(?-i:[A-Z])))|replac\w+|succe\w+|former\w*|until|recent\w*|latest|new|today)\b",
    re.IGNORECASE,
)
_STANDS = regex(r"\W*[Tt]he [a-z]+ (?:is|was|are|were|stands|stood|lies|lay) (?:located |situated )?(?:in|on|at) ")
_PRONOUN = frozenset(("it's", "that's", "it", "he", "she", "they", "this", "that", "its", "their", "i"))
_KIND_ASKED = regex(
    r"\b(?:(?:kind|type|sort|species|form) of|what (?:is|are|was|were) (?:an?\b|[^ ]+\W*\Z))", re.IGNORECASE
)
_DESCRIBED = regex(
    r"(?<!with )(?<!by )(?<!from )(?<!using )\b(?:an?|one of)(?: (?!in\b|on\b|of\b|for\b|from\b)[a-z-]+){0,3}\s+\Z"
)
_BRANCH = regex(r"\b(?:branch|field|area|part|discipline|subfield|science) of (?:the )?\Z")
_KIND_OF = regex(r"\b(?:kind|type|sort|species|form|breed|study) of\b")


def first_given(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return what an answer gives first, before a place, where it is about what is asked; none where that cannot be told."""
    if _DENIES.match(said.plain) or _ONE_OF_TWO.match(said.plain):
        return ()
    named = said.plain[end].isupper()
    head = (_first_name(asked, said, end) or _bare_name(_first_clause(said, end), asked, said)) if named else ()
    if not head and (not named or end in said.sentences):
        head = _first_thing(asked, said, end)
    return head or _opening(asked, said, end) or _inserted(asked, said, end) or _subject(asked, said, end)


def _first_clause(said: Said, end: int) -> Sequence[Word]:
    edge = _EDGE.search(said.plain, 0, end)
    stop = min(edge.start() if edge else end, said.sentences[1] if said.sentences[1:] else end)
    return [word for word in said.words if word.start < stop]


def _first_name(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return the first name of the first clause, where it stands behind words of the question and before a place; none for another kind."""
    words = _first_clause(said, end)
    at = next((at for at, word in enumerate(words) if at and word.capital and is_strange(word, asked)), 0)
    before = words[:at]
    if not _is_about(before, asked, said):
        return ()
    opens = len(before) > 1 and not before[1].capital  # "Visitors find it in Arden"
    if any(word.capital and word.form not in SMALL | TITLES and not is_echo(word, asked) for word in before[opens:]):
        return ()
    if words[at].form in countries() and not any(form in countries() for form in asked.words):
        behind = words[at + 1 : at + 2]
        if behind and behind[0].form not in SMALL and not behind[0].capital:
            return ()  # "an English novelist"
    name = until_edge(words[at:], said)
    if any(not word.capital and (word.form in BE or is_past(word.form)) for word in name):
        return ()  # "an Incan fort built in Peru", "The Allied Powers left it"
    return name if _is_of_the_kind(before, asked, said) else ()


def _first_thing(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return the thing in common words that the first clause ends with, or begins with; none where it only describes."""
    words = _first_clause(said, end)
    if not words or words[0].form == "there":
        return ()
    last = words[-1]
    if not _is_about(words, asked, said):
        return [last] if _is_bare_thing(words, asked, said) else ()
    if _may_be_a_thing(last, asked) and len(words) > 1:
        if right_before(_BRANCH, said.plain, last.start):
            return ()  # "the branch of biology that deals with mosses"
        described = right_before(_DESCRIBED, said.plain, last.start)
        echoed = described and any(is_echo(word, asked) for word in words if word.start >= described.start())
        kind = _KIND_ASKED.search(asked.text) or (described and _KIND_OF.search(said.plain, described.start()))
        return [last] if not described or echoed or kind else ()
    if len(words) > NEAR - 2 and is_echo(last, asked) and _may_be_a_thing(words[-2], asked) and not words[-2].capital:
        return [words[-2]]
    first = next((word for word in words if word.form not in SMALL), last)
    opens = first.start < NEAR + 2 and is_strange(first, asked) and is_echo(last, asked)
    return [first] if opens and first is not last else ()


def _is_bare_thing(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether an answer opens with one new thing and a comma: "The hammer, next to the stirrup"."""
    if asked.is_person or asked.is_where or len(words) > 2 or not _may_be_a_thing(words[-1], asked):  # noqa: PLR2004 - its article
        return False
    return (len(words) == 1 or words[0].form in _THE) and said.plain[words[-1].end : words[-1].end + 1] == ","


def _bare_name(words: Sequence[Word], asked: Asked, said: Said) -> Sequence[Word]:
    """Return the name that an answer opens with before a comma: "The Matterhorn, next to Mont Blanc"; none for another opening."""
    head = words[1:] if words and words[0].form in _THE else words
    named = 0 < len(head) < NEAR - 1 and all(is_new_name(word, asked) for word in head)
    return head if named and said.plain[head[-1].end : head[-1].end + 1] == "," else ()


def _opening(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return what opens an answer in the place that is asked for; none where times change."""
    if _LATELY.search(said.plain) or _LATELY.search(asked.text):
        return ()
    found = (head for head in openings(asked, said, end) if head and head[-1].end <= end)
    head = next(found, ())
    own = [word for word in head if word.form not in SMALL]
    return head if own and all(word.capital and is_strange(word, asked) for word in own) else ()


def _inserted(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return what commas insert behind the words of the question: the "Arden" of "Its capital, Arden, lies by the sea"."""
    words = _first_clause(said, end)
    if not words or said.plain[words[-1].end : words[-1].end + 2] != ", " or not _is_about(words, asked, said):
        return ()
    if not all(word.form in SMALL or is_echo(word, asked) for word in words):
        return ()
    head = until_edge([word for word in said.words if words[-1].end < word.start < end], said)
    named = head and all(word.capital or word.form in SMALL for word in head) and is_strange(head[0], asked)
    return head if named and said.plain[head[-1].end : head[-1].end + 1] == "," else ()


def _subject(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return the name that an answer begins with, where a verb of the question stands behind it, or that person's kin is told of."""
    if not (asked.is_person or asked.is_won) or _LATELY.search(said.plain):
        return ()
    at = next((at for at, word in enumerate(said.words) if not word.capital and word.form not in SMALL), 0)
    head = said.words[:at]
    if not head or head[-1].end >= end or not all(is_new_name(word, asked) for word in head):
        return ()
    stop = next((begin for begin in said.sentences if begin > end), len(said.plain))
    behind = [word for word in said.words if end < word.start < stop]
    if any(is_echo(word, asked) and word.form not in asked.words and word.form not in SMALL for word in behind):
        return ()
    kin = asked.is_person and _HIS_KIN.search(said.plain, head[-1].end, end)
    return head if kin or is_echo(said.words[at], asked) else ()


def _is_about(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether some words repeat the question, or are "it is" and the like."""
    if not words:
        return False
    low = [said.lowered(word) for word in words[:2]]
    opens = low[0] in _PRONOUN or (low[0] in _THE and low[1:] and low[1] in GENERIC)
    located = asked.is_where and low[0] in _THE and _STANDS.match(said.plain) is not None
    return opens or located or any(word.form not in SMALL and is_echo(word, asked) for word in words)


def _is_of_the_kind(before: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether a name may be what is asked for by the preposition before it: no place where a person is asked for."""
    if (
        before[1:]
        and (before[-2].start in said.sentences or not before[-2].capital)
        and is_echo(before[-2], asked)
        and _PASSIVE.search(asked.text)
    ):
        return True  # "Mutations in HFE", for which gene is mutated
    low = [said.lowered(word) for word in before[-NEAR:] if not word.capital]
    if asked.is_person:
        low = [each for each in low if each in PREPOSITIONS][-1:]
    placed = any(each in _WHEN_OR_WHERE for each in low)
    if _PLACED.match(asked.text):
        return placed
    return not placed or asked.is_where or any(kind.search(asked.text) for kind in (_WORK, _PLACE))


def _may_be_a_thing(word: Word, asked: Asked) -> bool:
    return (
        is_strange(word, asked)
        and not is_past(word.form)
        and not (word.form.endswith("ly") and len(word.form) > FLY)
        and not word.form[0].isdigit()
    )


def is_new_name(word: Word, asked: Asked) -> bool:
    """Return whether a word is of another name, its number included: the VI of "George VI"."""
    return word.capital and word.form not in TITLES and (is_strange(word, asked) or word.form.isdigit())
