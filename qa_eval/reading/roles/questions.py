"""What a question asks of a matter: its relation, who is named in which part, and the part that is wanted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.roles.comparisons import comparison_asked, is_degree
from qa_eval.reading.roles.fillers import Filler, stems_in
from qa_eval.reading.roles.frames import framed, frames_by_nouns
from qa_eval.reading.roles.lexicon import lexicon, verb_stem
from qa_eval.reading.roles.tokens import Token, tokens_of
from qa_eval.reading.roles.verbs import fits, is_plural
from qa_eval.reading.roles.words import (
    BE,
    DETERMINERS,
    DO,
    GAP,
    HAVE,
    HELPING,
    JOINING,
    MODAL,
    NOT,
    PREPOSITIONS,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from qa_eval.reading.roles.fillers import Frame
    from qa_eval.reading.roles.lexicon import Relation

_WHICH = frozenset(("who", "whom", "which", "what", "how", "whose"))
_WHEN = frozenset(("when", "where", "why"))
_HOW_MUCH = frozenset(("much", "many"))
LONGEST = 300  # characters


class Asked(NamedTuple):
    """A matter that is asked about: ``part`` is the one that is wanted, "" for none of them (when, how much, whether)."""

    relation: Relation
    opposite: bool
    parts: dict[str, Filler]
    part: str
    negated: bool
    whether: bool
    words: frozenset[str] = frozenset()


@lru_cache(maxsize=512)
def asked_by(question: str, verbs: frozenset[str] = frozenset()) -> tuple[Asked, ...]:
    """Return what a question asks about; ``verbs``: stems of further verbs.

    >>> [(asked.relation.name, asked.part) for asked in asked_by("From whom did Ann borrow the ladder?")]
    [('loan', 'giver')]
    """
    if len(question) > LONGEST:
        return ()
    tokens = [token for token in tokens_of(question) if token.word != "?"]
    if len(tokens) < len(("who", "won")):
        return ()
    told = _as_statement(tokens, lexicon().verbs.keys() | verbs)
    found: list[Asked] = []
    if told is not None:
        statement, slot = told
        frames = [*framed(question, statement, verbs, gap=slot), *frames_by_nouns(question, statement)]
        found = [_asked(frame, whether=slot is None) for frame in frames if not frame.aside]
    compared = comparison_asked(question, tokens)
    if compared is not None:
        whether = tokens[0].word in HELPING
        found = found if whether else []  # "Who pays more?" does not ask who pays
        found.append(_asked(compared, whether=whether))
    if tokens[0].word == "why":
        found.append(_why(question, tokens))
    words = frozenset(stems_in(tokens))
    return tuple(asked._replace(words=words) for asked in found)


def _asked(frame: Frame, *, whether: bool) -> Asked:
    part = next((part for part, filler in frame.parts.items() if filler.gap), "")
    return Asked(frame.relation, frame.opposite, dict(frame.parts), part, frame.negated, whether)


def _why(question: str, tokens: Sequence[Token]) -> Asked:
    """Return the cause that "why" asks for."""
    cause = next(entry.relation for entry in lexicon().verbs[verb_stem("cause")])
    rest = [token for token in tokens[1:] if token.word not in HELPING]
    told = frozenset(stems_in(rest))
    effect = Filler((question[tokens[1].start : tokens[-1].end],), told, whole=told)
    parts = {"effect": effect, "cause": Filler((), frozenset(), gap=True)}
    return Asked(cause, opposite=False, parts=parts, part="cause", negated=False, whether=False)


def _as_statement(tokens: Sequence[Token], known: AbstractSet[str]) -> tuple[list[Token], str | None] | None:
    """Return a question in the order of a statement and the slot of what it asks, "" where a token stands for that.

    The slot is None where it is asked whether something is so. None where the question isn't understood.
    """
    lead = 1 if tokens[0].word in PREPOSITIONS and len(tokens) > 1 else 0
    if tokens[0].word in HELPING:
        return _inverted(tokens, 0, known, None)
    word = tokens[lead].word
    if word not in _WHICH | _WHEN:
        return None
    verb = _first_verb(tokens, lead + 1, known)
    if verb is None:
        return None
    gap = _gap(tokens[lead])
    helping = tokens[verb].word in HELPING
    follows = next(
        (
            place
            for place in range(verb + 1, len(tokens))
            if not tokens[place].is_adverb and tokens[place].word not in NOT
        ),
        None,
    )
    if not helping or (
        follows is not None
        and (
            fits(tokens[follows], tokens[verb])
            and verb_stem(tokens[follows].word) in known | {verb_stem("be"), verb_stem("have")}
        )
        and not tokens[follows].capital
    ):
        return None if lead or word in _WHEN else ([gap, *tokens[verb:]], "")
    if word in _WHEN or (word == "how" and tokens[1].word not in _HOW_MUCH):
        return _inverted(tokens, verb, known, "@")
    if tokens[verb].word in BE and word == "who" and tokens[-1].word not in PREPOSITIONS:
        return [gap, *tokens[verb:]], ""  # "Who was the first man sent into space?", not "Who was it sold to?"
    if (
        tokens[verb].word in BE
        and word in {"who", "what"}
        and not any(verb_stem(token.word) in known and token.past for token in tokens[verb + 1 :])
    ):
        return [gap, *tokens[verb:]], ""
    return _inverted(tokens, verb, known, tokens[0].word if lead else "O")


def _gap(token: Token) -> Token:
    return Token(GAP, token.start, token.end, name=True, capital=True)


def _first_verb(tokens: Sequence[Token], begin: int, known: AbstractSet[str]) -> int | None:
    """Return where the first verb of a question stands, one that helps included."""
    for place in range(begin, len(tokens)):
        token = tokens[place]
        if token.word in HELPING:
            return place
        if token.name or token.word in DETERMINERS or token.word in PREPOSITIONS or token.word in JOINING:
            continue
        if place + 1 < len(tokens) and tokens[place + 1].word in HELPING:
            continue
        if (
            verb_stem(token.word) in known
            and (token.past or token.word.endswith("s") or (place > begin and is_plural(tokens[place - 1])))
            and (place > begin or tokens[begin - 1].word in {"who", "what"})
        ):
            return place
    return None


def _inverted(
    tokens: Sequence[Token], helping: int, known: AbstractSet[str], slot: str | None
) -> tuple[list[Token], str | None] | None:
    """Return a question whose helping verb stands before the subject in the order of a statement."""
    if tokens[helping].word not in BE | HAVE | DO | MODAL:
        return None
    for place in range(helping + 2, len(tokens)):
        token = tokens[place]
        before = tokens[place - 1]
        if token.name or before.word in DETERMINERS or before.word in PREPOSITIONS or token.word in PREPOSITIONS:
            continue
        if token.word in BE | HAVE and tokens[helping].word in MODAL | HAVE:
            return _turned(tokens, helping, place), slot
        if (
            verb_stem(token.word) in known
            and fits(token, tokens[helping])
            and (token.past or tokens[helping].word in DO | MODAL or token.word.endswith("ing"))
        ):
            return _turned(tokens, helping, place), slot
    return None


def _turned(tokens: Sequence[Token], helping: int, verb: int) -> list[Token]:
    return [*tokens[helping + 1 : verb], tokens[helping], *tokens[verb:]]


def shared_verbs(question: str, text: str) -> frozenset[str] | None:
    """Return the stems of the words of an answer that can be the question's verb said over again.

    None where no word of it can tell who stands in which part.

    >>> shared_verbs("Which enzyme inhibits talosin?", "It inhibits merolase."), shared_verbs("Who won?", "Ann Ray of Oslo")
    (frozenset({'inhibit'}), None)
    """
    asked = verb_stems(question)
    shared: set[str] = set()
    tells = False
    for word in text.split():
        stem, told = _told_by(word)
        tells = tells or told
        if stem in asked:
            shared.add(stem)
    return frozenset(shared) if tells or shared else None


@lru_cache(maxsize=16384)
def _told_by(word: str) -> tuple[str, bool]:
    """Return the stem of a word of an answer and whether it can tell who stands in which part; of a helping verb, that is left open."""
    folded = word.strip(".,;:!?\"'()").lower()
    if folded in HELPING:
        return "", False
    stem = verb_stem(folded)
    known = lexicon()
    return stem, stem in known.verbs or folded in _TELLING or folded.removesuffix("s") in known.nouns or is_degree(
        folded
    )


# with "is", these tell
_TELLING = word_set("ahead behind before after prior due because above below thanks under so nothing part role")


@lru_cache(maxsize=512)
def verb_stems(question: str) -> frozenset[str]:
    """Return the stems of the words of a question that can be its verb, what has entries left out."""
    known = lexicon()
    found = set()
    tokens = tokens_of(question)
    plain = not (DO | MODAL).isdisjoint(
        token.word for token in tokens
    )  # "did … replace the pipes": no verb ends in s there
    for place, token in enumerate(tokens):
        if not place or token.name or not token.is_word or token.word in HELPING or token.word in _NO_VERB:
            continue
        before = tokens[place - 1]
        stem = verb_stem(token.word)
        if plain and token.word.endswith("s") and not token.word.endswith("ss"):
            continue
        if before.word in DETERMINERS or before.word in PREPOSITIONS or stem in known.verbs or stem in _MUTUAL:
            continue
        found.add(stem)
    return frozenset(found)


_NO_VERB = DETERMINERS | PREPOSITIONS | JOINING | NOT | _WHICH | {"and", "or", "whose", "much", "many", "there"}
# what one does with another, the other does as well
_MUTUAL = frozenset(
    map(
        verb_stem,
        [
            "marry",
            "meet",
            "face",
            "play",
            "fight",
            "divorce",
            "date",
            "join",
            "resemble",
            "border",
            "merge",
            "fuse",
            "cooperate",
            "share",
            "speak",
            "talk",
        ],
    )
)
