"""Who did what to whom: "Foreman beat Ali" does not say that Ali beat Foreman."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, Token, folded, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]
BRIEF = 120  # characters; a longer answer may tell more of what is asked in another sentence
LONGEST = 400  # characters; in a longer answer, much is told of others

# "Which gas do plants absorb?", "Who did Ali beat?"; not "Where did she live?", "Who does the voice of Ash?"
_OF_OBJECT = regex(
    r"\W*(?:(?:which|what)\s+(?:[\w'-]+\s+){1,4}?(?:do|does|did)|what\s+(?:do|does|did)|whom?\s+(?:do|does|did)(?!\s+(?:the|an?)\b)|whom?\s+did(?=\s+the\s+[a-z]+\s+[a-z]+(?:\s+(?:as|in|at|for|to|on)\b|\?)))\s+(?P<told>[^?]+)",
    re.IGNORECASE,
)
_OF_SUBJECT = regex(
    r"\W*(?:who|(?:which|what)\s+(?P<what>(?:[\w'-]+\s+){0,3}?[\w'-]+))\s+(?:(?:will|would|has|had)\s+)?(?P<verb>[a-z]+)\s+(?P<told>[^?]+)",
    re.IGNORECASE,
)
_OF_SUBJECT_AFTER = regex(r"(?P<what>)\s+(?P<verb>[a-z]+)\s+(?P<told>[^?]+)", re.IGNORECASE)
_AUXILIARY = frozenset("is are was were has have had do does did can could will would of in on at".split())  # noqa: SIM905 - see below
_SUBJECT_AND_VERB = 2
_DETERMINER = frozenset("the a an his her its their my our your this that not".split())  # noqa: SIM905 - a word list reads best as one text
# one who does or has something, not one that something is done to: "Who was hired?"
_OF_DOER = regex(
    r"\b(?:who|(?:which|what)\s+(?!(?:is|are|was|were|do|did|does|has|have|had|will|can|must|should)\b)[\w-]+)\s+(?!is\b|are\b|was\b|were\b|do\b|did\b|does\b)[a-z]+\s",
    re.IGNORECASE,
)
_OF_LOSER = regex(r"\b(?:lost|loses?|losers?|second|runner-up|runners-up)\b", re.IGNORECASE)
_ACTS_ON = regex(
    r"\s*(?!(?:It|They|He|She)\s+(?:shows?|displays?|reads?|flashes|prints?|gives?|states?|uses?|carries|holds?|takes?|makes?|returns?|showed|displayed|gave|used|took)\b)"
    r"(?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*)\s+(?:(?:has|had|have)\s+)?(?P<verb>[a-z]+(?:ed|en|s)|beat|paid|took|met|saw|knew|taught|told|sold|bought)\s+(?:the\s+|an?\s+)?"
)
_NO_ACT = frozenset(
    map(
        stem_of,
        """named called means was is has says credits thanks includes features appointed elected chose chosen hired picked selected promoted
        nominated signed recruited""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_PREPOSITION = regex(
    r"\s+(?:in|on|at|for|from|to|with|during|after|before|by|into|as|when|while|until|since|against|over|under|through|last)\b",
    re.IGNORECASE,
)
_BE = frozenset("is are was were been be being get got".split())  # noqa: SIM905 - a word list reads best as one text
# what one does with another, the other does as well
_MUTUAL = frozenset(map(stem_of, "marry meet face play fight divorce date join resemble border merge".split()))  # noqa: SIM905 - see above
_SENTENCE = regex(r"[.;!?\n]+(?!\d)")
_CLAUSE = regex(r"[;!?\n]|\.(?!\d)|,?\s(?:and|but|while|whereas|then)\s|,\s", re.IGNORECASE)
_WILL = regex(r"\W*who\s+(?:will|would)\s+(?!be\b|have\b)[a-z]", re.IGNORECASE)
_ASKED_FOR = regex(r"\b(?:for|about|to|with|of)\W*\Z")  # "What is she known for?"
_DONE_FOR = regex(
    r"(?:\b(?:was|were|is|are|been|being)\s+|\A\W*)(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\s+(?:(?:up|especially|specially|only)\s+)?(?:for|about|to|against|without)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FOR_REACH = 60  # characters before a name in which that is told
_UNDER = regex(r"\s+of\b")  # "under the command of"
_BY_WHOM = regex(r"\s+by\s+(?:the\s+)?[A-Z]")
_BY = regex(r"\bby\s", re.IGNORECASE)
_ON_THEM = regex(r"\s+(?:(?:has|had|have|then|later)\s+)?(?P<verb>[a-z]+)\s+(?:them|him|her|it|us)\b", re.IGNORECASE)
_WHO_ALSO = regex(r",\s+(?:who|whom|which)\s", re.IGNORECASE)
# "Which plant will be closed?", and "shut Ryde"
_PASSIVE = regex(
    r"\b(?:which|what)\s+(?:[a-z]+\s+){1,3}?(?:will be|is to be|are to be|is being|was|were|has been|have been|is|are)\s+(?P<done>[a-z]+)\W*\Z",
    re.IGNORECASE,
)
_ON_NAME = regex(
    r"(?<!been )(?<!was )(?<!were )\b(?P<verb>[a-z]{3,})\s+(?:the\s+|its\s+)?(?P<what>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)"
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you"))


class _Deed(NamedTuple):
    """What a question asks: the stem of its verb, the stems of the party that it names, and whether it asks for the object."""

    verb: str
    party: frozenset[str]
    of_object: bool


@lru_cache(maxsize=512)
def _deed(question: str) -> _Deed | None:
    return _done(question) or _doing(question)


def _done(question: str) -> _Deed | None:
    """Return the deed of which a question asks the object, the verb its last word: "did Ali beat"; None for another one."""
    asked = _OF_OBJECT.match(question)
    if asked is None:
        return None
    told = _PREPOSITION.split(f" {asked['told'].strip()}", maxsplit=1)[0].split()
    if len(told) < _SUBJECT_AND_VERB or not _DETERMINER.isdisjoint(word.lower() for word in told[1:]):
        return None  # "What did he call his rifle?"
    return _Deed(stem_of(folded(told[-1])), stems(" ".join(told[:-1])), of_object=True)


def _doing(question: str) -> _Deed | None:
    """Return the deed of which a question asks who did it: "Who beat Foreman?"; None for another one."""
    asked = _OF_SUBJECT.match(question)
    while asked is not None and not is_past(folded(asked["verb"])) and not _WILL.match(question):
        if asked["what"] is None or folded(asked["verb"]) in _AUXILIARY:
            return None
        asked = _OF_SUBJECT_AFTER.match(question, asked.end("verb"))
    if asked is None:
        return None
    told = _PREPOSITION.split(f" {asked['told'].strip()}", maxsplit=1)[0]
    return _Deed(stem_of(folded(asked["verb"])), stems(told), of_object=False)


def has_other_part(wording: Wording, span: Span, question: str) -> bool:
    """Return whether an answer gives the one at ``span`` the other part in what is asked: it was done to, or did it.

    >>> from qa_eval.scorers._words.wording import Wording
    >>> [has_other_part(Wording(text), (text.index("Ali"), text.index("Ali") + 3), "Who beat Foreman?")
    ...  for text in ("Foreman beat Ali", "Ali beat Foreman", "Foreman was beaten by Ali")]
    [True, False, False]
    """
    deed = _deed(question)
    if deed is not None and deed.of_object and _acts_on_them(wording.text, span, deed.verb):
        return True
    if deed is None or not deed.party or deed.verb in _MUTUAL or len(wording.text) > LONGEST:
        return False
    if _WHO_ALSO.match(wording.text, span[1]) and not any(map(str.isalnum, wording.text[: span[0]])):
        return False  # "Mara Quinn, who was succeeded by Brandt"
    start, end = _around(wording.text, span)
    tokens = wording.tokens_within(start, end)
    return any(
        _turns_round(wording.text, tokens, place, span, deed)
        for place, token in enumerate(tokens)
        if stem_of(token.word) == deed.verb and not _UNDER.match(wording.text, token.end)
    )


def is_done_for(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says that what is asked about was done for the one at ``span``, or about them, where it is asked who did it.

    >>> text = "It was written for Ann."
    >>> is_done_for(text, (19, 22), "Who wrote the song?"), is_done_for(text, (19, 22), "Who was the song written for?")
    (True, False)
    """
    done = _DONE_FOR.search(text, max(0, span[0] - _FOR_REACH), span[0])
    deed = _deed(question)
    if done is None or deed is None or deed.of_object or _ASKED_FOR.search(question):
        return False
    return stem_of(folded(done["verb"])) == deed.verb


def _acts_on_them(text: str, span: Span, verb: str) -> bool:
    """Return whether the one at ``span`` did it to the one that is asked about: "Sparta beat them"."""
    said = _ON_THEM.match(text, span[1])
    return said is not None and verb not in _MUTUAL and stem_of(folded(said["verb"])) == verb


def _turns_round(text: str, tokens: Sequence[Token], place: int, span: Span, deed: _Deed) -> bool:
    verb = tokens[place]
    before = {stem_of(token.word) for token in tokens[:place]} & deed.party
    after = {stem_of(token.word) for token in tokens[place + 1 :]} & deed.party
    first = span[1] <= verb.start
    if first and not before and not after and not deed.of_object:
        return _BY_WHOM.match(text, verb.end) is not None and any(
            t.word in _BE for t in tokens[max(0, place - 2) : place]
        )
    if bool(before) == bool(after) or bool(before) == first:
        return False  # the other party stands on the same side, or on both
    until = next((token.start for token in tokens[place + 1 :] if token.word in _BE), tokens[-1].end)  # of another deed
    by = _BY.search(text, verb.end, until) is not None
    is_to = place > 0 and tokens[place - 1].word == "to"  # "is to succeed"
    passive = by or (not is_to and any(token.word in _BE for token in tokens[max(0, place - 2) : place]))
    if passive and not by:
        return False
    return (first == passive) != deed.of_object


def is_acted_on(wording: Wording, span: Span, question: str) -> bool:
    """Return whether an answer only says what another did to the one at ``span``, where it is asked who did something.

    >>> from qa_eval.scorers._words.wording import Wording
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

    >>> from qa_eval.scorers._words.wording import Wording
    >>> text, question = "He plays the violin; his sister plays the cello.", "Which instrument does he play?"
    >>> done_to_another(Wording(text), [(text.index("cello"), len(text) - 1)], question)
    'He plays the violin'
    """
    if (passive := _PASSIVE.search(question)) and is_past(passive["done"]):
        return _done_to_other(wording.text, spans, passive["done"])
    deed = _deed(question)
    if deed is None or not deed.of_object or len(wording.text) > BRIEF:
        return ""
    clauses = _clauses(wording)
    of_it = [clause for clause in clauses if any(clause[0].start <= span[0] <= clause[-1].start for span in spans)]
    others = [clause for clause in clauses if clause not in of_it and _verb_in(clause, deed) is not None]
    known = stems(question) | SMALL
    for other in others:
        place = _verb_in(other, deed)
        told = _first(other[place + 1 : place + 4], known) if place is not None else ""
        if told and all(_is_of_another(clause, spans, deed, known, other) for clause in of_it):
            return wording.text[other[0].start : other[-1].end]
    return ""


def _done_to_other(text: str, spans: Sequence[Span], done: str) -> str:
    """Return the name to which an answer says that the deed is done, where it does not say so of the accepted one.

    >>> _done_to_other("It will shut Ryde and move the lines to Cove.", [(40, 44)], "closed")
    'Ryde'
    """
    if len(text) > LONGEST:
        return ""
    deeds = possible(done)
    told = [each for each in _ON_NAME.finditer(text) if possible(each["verb"]) & deeds]
    if not told or any(each.start("what") <= start < each.end("what") for each in told for start, _ in spans):
        return ""
    return next((each["what"] for each in told if all(each.end() <= start for start, _ in spans)), "")


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
        [token for token in wording.tokens_within(start, end) if token.end <= end]
        for start, end in itertools.pairwise(edges)
    ]
    return [clause for clause in found if clause]


def _around(text: str, span: Span) -> Span:
    """Return the sentence around what stands at ``span``."""
    edges = _edges(text)
    before = bisect_right(edges, span[0], key=lambda edge: edge[1])
    after = bisect_left(edges, span[1], key=lambda edge: edge[0])
    return edges[before - 1][1] if before else 0, edges[after][0] if after < len(edges) else len(text)


@lru_cache(maxsize=16)  # a name may stand in an answer a thousand times
def _edges(text: str) -> tuple[Span, ...]:
    return tuple(edge.span() for edge in _SENTENCE.finditer(text))
