"""What one of two clauses says of another name, and the other something else of the accepted one: "Vane played the king; the fool was Arden"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.given.asked import asked_of
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_echo, is_strange
from qa_eval.scorers.lenient.pieces import pieces_of
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, TITLES, form, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 6, 24  # words of an answer of two clauses
LONGEST_NAME = 3  # words of a name that ends a clause
_CUT = regex(r";\s*|\.\s+(?=[A-Z])|,?\s+(?:but|and|while|whereas)\s+")
_ASKS = regex(
    r"\W*(?:who|(?:which|what) (?:\w+ ){1,2}?)\s*(?P<verb>did|does|do|is|was|are|were|has|have|had|\w+(?:ed|s)|[a-z]+)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_OF = regex(r"\b(?:of|for)\b")
_ONCE = regex(r"\b(?:used to|once|formerly|originally|initially)\b", re.IGNORECASE)
_ONLY_A = regex(r"[\"')]* (?:is|was|are|were) (?:only|merely|just) (?:an?|the|used)\b")
_ONLY_PLANNED = regex(
    r"[\"')]* (?:is|was|are|were) (?:only|merely|just) (?:an?|the) (?:planned|proposed|intended|temporary|acting|former|deputy|original|old|second|initial)\b"
)
_CALLED = frozenset(map(form, ("called", "named", "known", "as")))
_ACTS = regex(r"\W*(?:the |an? )?(?P<who>[\w-]+(?: [\w-]+)?) (?P<does>[a-z]+) (?:it|them)\b", re.IGNORECASE)
_THEN = regex(r" (?:then|later|only|merely|just|simply|afterwards) (?P<does>[a-z]+) (?:it|them)\b")
_MAKES = frozenset(map(verb_stem, "make produce create form generate secrete write build".split()))  # noqa: SIM905 - a word list reads best as one text
_LIGHT = frozenset(("did", "does", "do"))
_BE = frozenset(("is", "was", "are", "were"))


class _Question(NamedTuple):
    """The verb of a question, its stem, the first word of what it asks about, and all up to "of" or "for"."""

    verb: str
    stem: str
    key: str
    keys: frozenset[str]


def is_said_of_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where what is asked is said of another name in one of two clauses, and something else of the accepted one in the other."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    cuts = list(_CUT.finditer(said.plain))
    question = _read(asked.text) if len(cuts) == 1 and not (asked.asks_several or asked.asks_two) else None
    spans = mentions(asked, said) if question else []
    if question is None or not spans:
        return None
    sides = [
        [word for word in said.words if word.end <= cuts[0].start()],
        [word for word in said.words if word.start >= cuts[0].end()],
    ]
    inside = [start >= cuts[0].end() for start, _ in spans]
    if len(set(inside)) > 1 or not all(sides):
        return None
    mine, other = sides[inside[0]], sides[not inside[0]]
    if not inside[0] and _is_bare(asked, said, spans):
        return None  # "Vane, aboard the Argo. Arden followed as the second"
    if _ONCE.search(said.plain, other[0].start, other[-1].end):
        return None  # "Arden was the capital once, but today it is Vane"
    if _only_acts_later(said, spans, asked) or _is_no_longer(said, spans, other, asked):
        return Decision(0.2, Reason.WRONG_NAME, "says it of another one in another clause")
    if not _tells_something_else(mine, other, question, asked):
        return None
    return (
        Decision(0.2, Reason.WRONG_NAME, "says it of another one in another clause")
        if _answers(other, mine, question, asked) or _is_belittled(said, spans, other, asked)
        else None
    )


def _is_belittled(said: Said, spans: Sequence[Span], other: Sequence[Word], asked: Asked) -> bool:
    """Return whether the accepted one is told to be "only a" something, and the other clause ends with another: "they used the crown; the mark was only a coin"."""
    return all(_ONLY_A.match(said.plain, end) for _, end in spans) and is_strange(other[-1], asked)


def _is_no_longer(said: Said, spans: Sequence[Span], other: Sequence[Word], asked: Asked) -> bool:
    """Return whether the accepted one is told to be only planned or a former one, and the other clause ends with another."""
    return all(_ONLY_PLANNED.match(said.plain, end) for _, end in spans) and is_strange(other[-1], asked)


def _only_acts_later(said: Said, spans: Sequence[Span], asked: Asked) -> bool:
    """Return whether another thing does something to "it", and the accepted one then something else: "The liver makes it, and the kidney then stores it"."""
    first = _ACTS.match(said.plain)
    if first is None or len(spans) > 1 or not _BE.isdisjoint(asked.forms):
        return False
    then = _THEN.match(said.plain, spans[0][1])
    does, acts = (verb_stem(form(each["does"].lower())) if each else "" for each in (first, then))
    making = _MAKES | asked.verb_stems
    if then is None or does not in making or acts in making:
        return False
    who = [word for word in said.words if first.start("who") <= word.start < first.end("who")]
    return bool(who) and all(word.form in SMALL or is_strange(word, asked) for word in who)


@lru_cache(maxsize=512)
def _read(text: str) -> _Question | None:
    match = _ASKS.match(text)
    told = match["rest"].lower() if match else ""
    rest, keys = (
        [word.form for word in words_of(text) if word.form not in SMALL] for text in (told, _OF.split(told)[0])
    )
    if match is None or not rest:
        return None
    verb = match["verb"].lower()
    return _Question(verb, verb_stem(form(verb)), rest[0], frozenset((rest[0], *keys)))


def _tells_something_else(mine: Sequence[Word], other: Sequence[Word], question: _Question, asked: Asked) -> bool:
    """Return whether the clause of the accepted name has words of its own, and nothing of the question that the other lacks."""
    here, there = ({word.form for word in words if _repeats(word, question, asked)} for words in (mine, other))
    own = [word for word in mine if _is_new(word, asked) and not is_past(word.form)]
    return bool(there - here) and here - there <= question.keys and bool(own)


def _repeats(word: Word, question: _Question, asked: Asked) -> bool:
    """Return whether a word repeats one of the question, other than its verb."""
    return word.form not in SMALL and is_echo(word, asked) and verb_stem(word.form) != question.stem


def _is_new(word: Word, asked: Asked) -> bool:
    return word.form not in SMALL and word.form not in asked.words and not is_echo(word, asked)


def _answers(words: Sequence[Word], mine: Sequence[Word], question: _Question, asked: Asked) -> bool:
    """Return whether a clause says of another name what is asked: by the verb of the question, or as "the fool was Arden"."""
    first = 1 if words[0].form == "the" else 0
    named = [word.capital and is_strange(word, asked) for word in words]
    opens = named[first] if first < len(words) else False
    if _is_told(words, named, first, asked):
        return True
    verb = next(
        (at for at, word in enumerate(words) if verb_stem(word.form) == question.stem or word.form == question.verb), 0
    )
    if verb and question.verb not in _LIGHT | _BE:
        by = next((at for at, word in enumerate(words) if at > verb and word.form == "by"), 0)
        return named[by + 1] if 0 < by < len(words) - 1 else opens
    if _is_called(words, question, asked) and not any(_is_its_verb(word, question) for word in mine):
        return True
    key = next((at for at, word in enumerate(words) if word.form == question.key), -1)
    if key == first and key + 2 < len(words) and words[key + 1].form in _BE:
        return all(named[key + 2 :])
    return opens and ((key > 0 and question.verb in _LIGHT) or _says_it_first(words, first, question, asked))


def _is_told(words: Sequence[Word], named: Sequence[bool], first: int, asked: Asked) -> bool:
    """Return whether a clause says who a name of the question is: "Woody is Tim Allen"."""
    if len(words) < first + 3 or not words[first].capital or words[first + 1].form not in _BE:
        return False
    told = first + 2
    if is_past(words[told].form) and told + 2 < len(words) and words[told + 1].form == "by":
        told += 2  # "Woody is voiced by Tim Allen"
    return is_echo(words[first], asked) and all(named[told:])


def _is_its_verb(word: Word, question: _Question) -> bool:
    return word.form not in SMALL and verb_stem(word.form) == question.stem


def _is_called(words: Sequence[Word], question: _Question, asked: Asked) -> bool:
    """Return whether a clause says what that is called which it repeats of the question: "his horse is called Vane", "sodium's is S"."""
    verb = next((at for at, word in enumerate(words) if word.form in _BE), 0)
    name = [word for word in words[verb + 1 :] if word.form not in _CALLED]
    if not verb:
        return False
    called = verb == 1 or len(name) < len(words) - verb - 1 or _is_the_key(words[:verb], question, asked)
    if not called or not 0 < len(name) <= LONGEST_NAME or not all(word.capital for word in name):
        return False
    own = [word for word in name if word.form not in TITLES]
    known = asked.words | asked.forms
    return any(is_echo(word, asked) for word in words[:verb]) and not any(word.form in known for word in own)


def _is_the_key(words: Sequence[Word], question: _Question, asked: Asked) -> bool:
    """Return whether a subject is just what the question asks for: "the symbol for sodium"."""
    if words[0].form != "the" or question.keys.isdisjoint(word.form for word in words):
        return False
    return all(word.form in SMALL or is_echo(word, asked) for word in words)


def _is_bare(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether the first sentence has no verb, so that it is the answer."""
    pieces = [piece for piece in pieces_of(said, asked_of(asked.text).verb, spans) if piece.sentence == 0]
    return len(said.sentences) > 1 and all(piece.verb < 0 for piece in pieces)


def _says_it_first(words: Sequence[Word], first: int, question: _Question, asked: Asked) -> bool:
    """Return whether a clause says with a verb of its own of another name what is asked about: "Arden rules the seas", for who is god of the sea."""
    if question.verb not in _BE:
        return False
    at = next((at for at, word in enumerate(words) if at >= first and not word.capital and word.form not in SMALL), 0)
    if not first < at < len(words) - 1 or not all(is_strange(word, asked) for word in words[first:at]):
        return False
    verb = words[at]
    acts = verb.form not in _BE and not is_echo(verb, asked)
    return acts and any(_repeats(word, question, asked) for word in words[at + 1 :])
