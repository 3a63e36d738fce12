"""Who did what to whom: "Foreman beat Ali" does not say that Ali beat Foreman."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.verbs import stem_of, stems
from qa_eval.scorers.strict.wording import SMALL, Token, folded, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.strict.wording import Wording

Span = tuple[int, int]
LONGEST = 400  # characters; in a longer answer, much is told of others

_OF_OBJECT = regex(r"\b(?:do|does|did)\s+(?P<told>[^?]+)", re.IGNORECASE)
_OF_SUBJECT = regex(
    r"\b(?:who|(?:which|what)\s+[\w-]+(?:\s+[\w-]+)??)\s+(?P<verb>[a-z]+)\s+(?P<told>[^?]+)", re.IGNORECASE
)
# one who does or has something, not one that something is done to: "Who was hired?"
_OF_DOER = regex(
    r"\b(?:who|(?:which|what)\s+[\w-]+)\s+(?!is\b|are\b|was\b|were\b|do\b|did\b|does\b)[a-z]+\s", re.IGNORECASE
)
_OF_LOSER = regex(r"\b(?:lost|loses?|losers?|second|runner-up|runners-up)\b", re.IGNORECASE)
_ACTS_ON = regex(
    r"\s*(?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*)\s+(?:(?:has|had|have)\s+)?(?P<verb>[a-z]+(?:ed|en|s)|beat|paid|took|met|saw|knew|taught|told|sold|bought)\s+(?:the\s+|an?\s+)?"
)
_NO_ACT = frozenset(
    map(stem_of, ["named", "called", "means", "was", "is", "has", "says", "credits", "thanks", "includes", "features"])
)
_PREPOSITION = regex(
    r"\s+(?:in|on|at|for|from|to|with|during|after|before|by|into|as|when|while|until|since|against|over|under|through|last)\b",
    re.IGNORECASE,
)
_BE = frozenset("is are was were been be being get got".split())  # noqa: SIM905 - a word list reads best as one text
_NO_VERB = frozenset(
    map(
        stem_of,
        [
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "do",
            "did",
            "can",
            "could",
            "will",
            "would",
            "the",
            "a",
            "an",
            "and",
            "or",
            "of",
            "not",
        ],
    )
)
# what one does with another, the other does as well
_MUTUAL = frozenset(map(stem_of, "marry meet face play fight divorce date join resemble border merge".split()))  # noqa: SIM905 - see above
_SENTENCE = regex(r"[.;!?\n]+(?!\d)")
_CLAUSE = regex(r"[;!?\n]|\.(?!\d)|,?\s(?:and|but|while|whereas|then)\s|,\s", re.IGNORECASE)
_BY = regex(r"\bby\s", re.IGNORECASE)
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you"))


class _Deed(NamedTuple):
    """What a question asks: the stem of its verb, the stems of the party that it names, and whether it asks for the object."""

    verb: str
    party: frozenset[str]
    of_object: bool


@lru_cache(maxsize=4096)
def _deed(question: str) -> _Deed | None:
    asked = _OF_OBJECT.search(question)
    if asked:
        told = _PREPOSITION.split(f" {asked['told'].strip()}", maxsplit=1)[0].split()
        return _Deed(stem_of(folded(told[-1])), stems(" ".join(told[:-1])), of_object=True) if len(told) > 1 else None
    asked = _OF_SUBJECT.search(question)
    if asked is None or (verb := stem_of(folded(asked["verb"]))) in _NO_VERB:
        return None
    told = _PREPOSITION.split(f" {asked['told'].strip()}", maxsplit=1)[0]
    return _Deed(verb, stems(told), of_object=False)


def has_other_part(wording: Wording, span: Span, question: str) -> bool:
    """Return whether an answer gives the one at ``span`` the other part in what is asked: it was done to, or did it.

    >>> from qa_eval.scorers.strict.wording import Wording
    >>> [has_other_part(Wording(text), (text.index("Ali"), text.index("Ali") + 3), "Who beat Foreman?")
    ...  for text in ("Foreman beat Ali", "Ali beat Foreman", "Foreman was beaten by Ali")]
    [True, False, False]
    """
    deed = _deed(question)
    if deed is None or not deed.party or deed.verb in _MUTUAL or len(wording.text) > LONGEST:
        return False
    start, end = _around(wording.text, span)
    tokens = [token for token in wording.tokens if start <= token.start < end]
    return any(
        _turns_round(wording.text, tokens, place, span, deed)
        for place, token in enumerate(tokens)
        if stem_of(token.word) == deed.verb
    )


def _turns_round(text: str, tokens: Sequence[Token], place: int, span: Span, deed: _Deed) -> bool:
    verb = tokens[place]
    before = {stem_of(token.word) for token in tokens[:place]} & deed.party
    after = {stem_of(token.word) for token in tokens[place + 1 :]} & deed.party
    first = span[1] <= verb.start
    if bool(before) == bool(after) or bool(before) == first:
        return False  # the other party stands on the same side, or on both
    by = _BY.search(text, verb.end, tokens[-1].end) is not None
    passive = by or any(token.word in _BE for token in tokens[max(0, place - 2) : place])
    if passive and not by:
        return False
    return (first == passive) != deed.of_object


def is_acted_on(wording: Wording, span: Span, question: str) -> bool:
    """Return whether an answer only says what another did to the one at ``span``, where it is asked who did something.

    >>> from qa_eval.scorers.strict.wording import Wording
    >>> text = "China has overtaken India."
    >>> is_acted_on(Wording(text), (text.index("India"), len(text) - 1), "Which country has the largest population?")
    True
    """
    asked = _OF_DOER.search(question)
    if asked is None or _OF_LOSER.search(question):
        return False
    told = _ACTS_ON.fullmatch(wording.text, _around(wording.text, span)[0], span[0])
    if told is None or stem_of(folded(told["verb"])) in stems(question) | _NO_ACT or folded(told["verb"]) in _BE:
        return False
    return not frozenset(key(told["name"])) <= frozenset(key(question))


def done_to_another(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return what an answer says was done to instead of the accepted one, or by whom instead of the one asked about.

    >>> from qa_eval.scorers.strict.wording import Wording
    >>> text, question = "He plays the violin; his sister plays the cello.", "Which instrument does he play?"
    >>> done_to_another(Wording(text), [(text.index("cello"), len(text) - 1)], question)
    'He plays the violin'
    """
    deed = _deed(question)
    if deed is None or not deed.of_object or len(wording.text) > LONGEST:
        return ""
    clauses = _clauses(wording)
    of_it = [clause for clause in clauses if any(clause[0].start <= span[0] <= clause[-1].start for span in spans)]
    others = [clause for clause in clauses if clause not in of_it and _verb_in(clause, deed) is not None]
    known = stems(question) | SMALL
    for other in others:
        place = _verb_in(other, deed)
        told = _first(other[place + 1 :], known) if place is not None else ""
        if told and all(_is_of_another(clause, spans, deed, known, other) for clause in of_it):
            return wording.text[other[0].start : other[-1].end]
    return ""


def _is_of_another(
    clause: Sequence[Token], spans: Sequence[Span], deed: _Deed, known: frozenset[str], other: Sequence[Token]
) -> bool:
    """Return whether a clause with the accepted one tells another deed than that asked for, or one of somebody else."""
    place = _verb_in(clause, deed)
    if place is None:
        first = next(span[0] for span in spans if clause[0].start <= span[0] <= clause[-1].start)
        return bool(_first([token for token in clause if token.end <= first], known))
    verb = _verb_in(other, deed)
    return bool(_first(clause[:place], known)) and verb is not None and not _first(other[:verb], known)


def _first(tokens: Sequence[Token], known: frozenset[str]) -> str:
    """Return the first word that tells something new, no adverb."""
    return next(
        (
            token.word
            for token in tokens
            if token.word.isalpha()
            and token.word not in known
            and token.word not in _PRONOUNS
            and stem_of(token.word) not in known
            and not token.word.endswith("ly")
        ),
        "",
    )


def _verb_in(clause: Sequence[Token], deed: _Deed) -> int | None:
    return next((place for place, token in enumerate(clause) if stem_of(token.word) == deed.verb), None)


def _clauses(wording: Wording) -> list[list[Token]]:
    """Return the words of each clause."""
    edges = [0, *(edge.end() for edge in _CLAUSE.finditer(wording.text)), len(wording.text)]
    found = [
        [token for token in wording.tokens if start <= token.start and token.end <= end]
        for start, end in itertools.pairwise(edges)
    ]
    return [clause for clause in found if clause]


def _around(text: str, span: Span) -> Span:
    """Return the sentence around what stands at ``span``."""
    start, end = 0, len(text)
    for edge in _SENTENCE.finditer(text):
        if edge.end() <= span[0]:
            start = edge.end()
        elif edge.start() >= span[1]:
            end = edge.start()
            break
    return start, end
