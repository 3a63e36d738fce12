"""Words before and after a quantity that limit, soften or deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Bound
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.tokens import tokens_of
from qa_eval.values import value

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Draft


@value
class Effect:
    """What a phrase does to the quantity beside it; one that does nothing is passed over."""

    bound: Bound | None = None
    approximate: bool = False
    negated: bool = False


_AT_LEAST, _UP_TO = Effect(Bound.AT_LEAST), Effect(Bound.UP_TO)
_MORE, _LESS = Effect(Bound.MORE_THAN), Effect(Bound.LESS_THAN)
_ABOUT, _NOT, _NOTHING = Effect(approximate=True), Effect(negated=True), Effect()

_MEASURES = (
    "more greater larger bigger higher longer older taller heavier farther further deeper faster wider stronger hotter"
)
_LESSENS = "less fewer smaller lower shorter younger lighter slower narrower weaker colder"
_SIZES = "many much high long far large big tall old great deep fast late"

_BEFORE: dict[Effect, str] = {
    _UP_TO: """
        up to | upto | up to the age of | at most | at the most | at the very most | at maximum | a maximum of | maximum of | a max of | max of | maximum | max
        | max. | not exceeding | not to exceed | not over | not above | no over | limited to | capped at | ≤ | < = | ≦
        | not in excess of | topping out at | a ceiling of | a cap of | a limit of | an upper limit of | peaking at | maximally
    """,
    _AT_LEAST: """
        at least | at the least | at the very least | a minimum of | minimum of | minimum | min | min. | at minimum | not below | not under
        | starting at | starting from | no under | ≥ | > = | ≧ | as few as | as little as | a floor of
        | minimally | not short of
    """,
    _MORE: """
        over | above | exceeding | exceed | exceeds | exceeded | in excess of | beyond | surpassing | surpass | surpasses | surpassed
        | over the age of | above the age of | past the age of | topping | topped | north of | > | past | well over | just over | slightly over | well above | just above | upward of | upwards of
    """,
    _LESS: """
        under | below | short of | < | just under | just below | well under | well below | slightly under | slightly below
        | under the age of | below the age of | south of | not quite | just short of
    """,
    _ABOUT: """
        about | around | approximately | approx | approx. | roughly | nearly | almost | some | circa | ca | ca. | c. | ~ | ≈ | ≃ | close to
        | an estimated | estimated | in the region of | in the order of | on the order of | of the order of | somewhere around
        | in the neighborhood of | in the neighbourhood of | or about | give or take | more or less | virtually | practically | est.
        | estimated at | estimated to be | reportedly about | an approximate | approximate | in the vicinity of | near | nearing | approaching
        | approx: | ± | + / -
    """,
    _NOT: """
        not | isn't | wasn't | aren't | weren't | don't | doesn't | didn't | never | rather than | instead of | neither | nor | as opposed to
        | isnt | wasnt | not in | not at | not with | not by | not of | no longer | other than | contrary to | not for | cannot be | can't be
        | no , not | not even | < > | ≠ | unlike
    """,
    _NOTHING: """
        a | an | the | just | only | exactly | precisely | even | well | still | another | an additional | additional | a further | further
        | handed over | hands over | handing over | hand over | run over | runs over | ran over | held over | fought over | played over
        | goes up to | go up to | went up to | gone up to | going up to | moves up to | moved up to | put up to | puts up to | pushed up to
        | climbs up to | climbed up to | rose up to | rises up to | added up to | adds up to | add up to | adding up to | totted up to | tots up to | comes up to
        | turned over | turns over | turning over | turn over | carried over | carries over | paid over | rolled over | passed over
        | raced over | contested over | spread over | decided over | competed over | staged over | took place over | takes place over | stretched over | a total of | total of | in total | fully | a whopping | a mere | some additional | not only | not just | not merely | not simply
        | extra | an extra | equal to | equals | equals to | equaling | equalling | equaling to | = | : | a record | is | was | are | were
        | be | been | it's | between | from | how about | what about | = > | = <
    """,
}  # fmt: skip
_AFTER: dict[Effect, str] = {
    _UP_TO: """
        or less | or fewer | or lower | or below | or under | or smaller | or shorter | and less | and below | and under | at most | at the most
        | at maximum | maximum | max | max. | tops | or less than | or fewer than | or lower than | or smaller than
    """,
    _AT_LEAST: """
        or more | or above | or higher | or over | or greater | or larger | or longer | or older | or better | or upwards | and more | and above | and over | and up
        | and upwards | and older | + | plus | - plus | at least | at the least | at a minimum | at minimum | minimum | min. | or more than
        | or greater than | or larger than | or higher than
    """,
    _ABOUT: """
        or so | or thereabouts | approximately | approx | approx. | roughly | - odd | odd | ish | - ish | give or take | more or less | plus or minus
        | or about | circa
    """,
    _NOTHING: "- strong | strong",
}  # fmt: skip
_PLUS = frozenset((("plus",), ("+",)))
_NO_EXTRA = frozenset(
    """million billion trillion thousand hundred m bn k in at on for of per a an each every is was are were and or but if when to from by with as
    years year days day hours hour minutes minute months month weeks week kg km""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LONGEST = 6  # phrases that stand before one quantity, one before the other


def _phrases(table: dict[Effect, str]) -> list[_Phrase]:
    found: dict[tuple[str, ...], Effect] = {}
    for effect, text in table.items():
        for phrase in text.split("|"):
            words = phrase.split()
            if not all(word.isascii() and word.isalpha() for word in words):
                tokens = tokens_of(phrase.strip())
                words = tokens.words[: tokens.count]
            found[tuple(words)] = effect
    return list(found.items())


def _comparisons() -> dict[Effect, str]:
    """Spell out the regular phrases: "more than or equal to", "no more than", "as many as"."""
    table = {effect: [text] for effect, text in _BEFORE.items()}
    for words, effect, bound, opposite in (
        (_MEASURES.split(), _MORE, _AT_LEAST, _UP_TO),
        (_LESSENS.split(), _LESS, _UP_TO, _AT_LEAST),
    ):
        for word in words:
            table[effect] += [f"{word} than", f"{word} then"]
            table[bound] += [
                f"{word} than or equal to", f"{word} or equal than", f"{word} or equal to", f"equal to or {word} than",
                f"{word} than or equals",
            ]  # fmt: skip
            table[opposite] += [f"no {word} than", f"not {word} than", f"any {word} than", f"never {word} than"]
    table[_UP_TO] += [f"as {size} as" for size in _SIZES.split()]
    table[_AT_LEAST] += ["at least or equal to", "at least equal to"]
    return {effect: " | ".join(texts) for effect, texts in table.items()}


_Phrase: TypeAlias = tuple[tuple[str, ...], Effect]


def _by_words(phrases: list[_Phrase], place: slice) -> dict[tuple[str, ...], list[_Phrase]]:
    known: dict[tuple[str, ...], list[_Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase[0])):
        known.setdefault(phrase[0][place], []).append(phrase)
    return known


_BEFORE_PHRASES = _phrases(_comparisons())
_LAST_WORDS = {phrase[0][-1] for phrase in _BEFORE_PHRASES}
_LAST_WORD = {phrase[0][0]: phrase for phrase in _BEFORE_PHRASES if len(phrase[0]) == 1}
_LAST_TWO = _by_words([phrase for phrase in _BEFORE_PHRASES if len(phrase[0]) > 1], slice(-2, None))
_FIRST_WORDS = _by_words(_phrases(_AFTER), slice(1))


def read_before(words: list[str], draft: Draft) -> None:
    """Take in the phrases that stand directly before ``draft``: "no more than about", "not a"."""
    end = draft.first
    for _ in range(_LONGEST):
        found = _ending(words, end)
        if found is None:
            return
        phrase, effect = found
        end -= len(phrase)
        if effect is _NOTHING:
            continue
        draft.first = end
        draft.approximate |= effect.approximate
        draft.negated |= effect.negated
        if effect.bound is not None and draft.bound is Bound.NONE:
            draft.bound = effect.bound


def fillers_before(words: list[str], index: int) -> int:
    """Return where the words start that say nothing about the quantity at ``index``: "a total of", "exactly"."""
    while (found := _ending(words, index)) is not None and found[1] is _NOTHING:
        index -= len(found[0])
    return index


def read_after(words: list[str], draft: Draft, index: int) -> bool:
    """Take in a phrase that stands at ``index``, behind ``draft``: "or more", "+", "at most", "or so"."""
    for phrase, effect in _FIRST_WORDS.get((words[index],), ()):
        end = index + len(phrase)
        if tuple(words[index:end]) != phrase or not _may_end(words, phrase, end):
            continue
        adds = bool(draft.unit) and phrase in _PLUS and _names_extra(words[end])  # "£200 plus VAT"
        if effect.bound is not None and draft.bound is Bound.NONE and not adds:
            draft.bound = effect.bound
        draft.approximate |= effect.approximate
        draft.last = end
        return True
    return False


def _names_extra(word: str) -> bool:
    """Return whether a word behind "plus" may name what comes on top of an amount, as a scale or the end of a clause does not."""
    return word.isalpha() and word not in STARTERS and word not in _NO_EXTRA


def _ending(words: list[str], end: int) -> _Phrase | None:
    """Return the longest phrase that ends before ``end``."""
    last = words[end - 1]
    if end <= 0 or last not in _LAST_WORDS:
        return None
    if end > 1:
        for phrase in _LAST_TWO.get((words[end - 2], last), ()):
            start = end - len(phrase[0])
            if start >= 0 and tuple(words[start:end]) == phrase[0]:
                return phrase
    return _LAST_WORD.get(last)


def _may_end(words: list[str], phrase: tuple[str, ...], end: int) -> bool:
    """Keep "5,000 or more than 4,500" apart: there the phrase belongs to what follows."""
    following = words[end]
    if following[:1].isdecimal():
        return False
    if phrase[-1] == "than":
        return following in {"", ".", ",", ";", "?", "!"}
    if phrase == ("+",):
        return True
    return following not in {"than", "or", "a", "an", "the"} and (len(phrase) == 1 or following not in STARTERS)


def read_or_equal(words: list[str], draft: Draft) -> None:
    """Read "more than 5,000 or equal to (it)"."""
    index = draft.last
    if words[index] != "or" or words[index + 1] != "equal":
        return
    end = index + 2
    end += words[end] == "to"
    if words[end][:1].isdecimal() or draft.bound not in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return
    draft.bound = Bound.AT_LEAST if draft.bound is Bound.MORE_THAN else Bound.UP_TO
    draft.last = end
