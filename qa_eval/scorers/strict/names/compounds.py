"""A name within that of another thing: "blue-green", "dark blue", "sodium chloride", "iPhone 12 Pro"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.wording import SMALL, folded, key, plain

if TYPE_CHECKING:
    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]
_REACH = 60  # characters before a name in which a hyphen joins it
_VARIANT = regex(r" (?:Plus|Air|SE|XL|XR|(?i:pro|max|mini|ultra|lite))(?!\w)")  # of a product, which is another one
_SUFFIX = regex(r"-\w")  # of a model: the "-400" of "747-400"
_PARTICLES = frozenset("a an the every each de la le du des di da dos von van der den bin ibn al el".split())  # noqa: SIM905 - a word list reads best as one text
COLOURS = frozenset("red blue green yellow orange purple brown black white gray grey pink violet".split())  # noqa: SIM905 - a word list reads best as one text
_SHADES = frozenset("dark light pale deep bright navy sky royal pastel hot off neon lime olive".split())  # noqa: SIM905 - a word list reads best as one text
# what may follow the name of a thing and leave it that thing
_KINDS = frozenset(
    """gas element metal atom ion wood tree plant fruit fabric cloth material color colour meat bird fish animal rock stone language religion
    one kind type variety disease only too itself alone also instead please in on of from by at to for with since because and or is was are were were has had as
    though etc first here there then yes no not""".split()  # noqa: SIM905 - a word list reads best as one text
)
# what before the name of a thing makes it another: table tennis, sweet potatoes, coconut milk, a vice president
_OF_OTHERS = frozenset(
    """table ice field water beach street motor sea mountain guinea coconut soy soya almond oat peanut cocoa olive sunflower palm corn sweet spring
    bell goat vice deputy assistant former ex acting outgoing half semi quarter mock false pseudo artificial synthetic fake vegan plastic toy non""".split()  # noqa: SIM905 - a word list reads best as one text
)
_PARTLY = frozenset(("half", "part", "quasi", "semi"))
_FEW = 2  # words beside the name in an answer that is nothing but a name
_TWO = 2
_SPACE = regex(r"\s+")
_JOINED_AFTER = regex(r"-([^\W\d_]+)")
_JOINED_BEFORE = regex(r"([^\W\d_]+)-\Z")
_HYPHENED = regex(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BEFORE_HYPHEN = frozenset("al el ul ad an as ar".split())  # noqa: SIM905 - a word list reads best as one text
_AFTER_HYPHEN = frozenset("colored coloured based born led owned made class type".split())  # noqa: SIM905 - a word list reads best as one text


def is_of_more(wording: Wording, span: Span, name: str, familiar: frozenset[str]) -> bool:
    """Return whether what is found goes on as another product, model or compound; ``familiar`` words make no other thing."""
    text = wording.text
    if _VARIANT.match(text, span[1]) or (name[-1:].isdigit() and _SUFFIX.match(text, span[1])):
        return True
    if joined_to_more(text, span):
        return True
    if _word_before(wording, span) in _PARTLY:
        return True
    return (is_common(name) or text[span[0] : span[1]].islower()) and _is_in_compound(wording, span, name, familiar)


def is_common(name: str) -> bool:
    """Return whether a name begins as no proper name does: "mayor of Turin", and neither "Turin" nor "von Braun".

    >>> is_common("mayor of Turin"), is_common("von Braun"), is_common("Turin")
    (True, False, False)
    """
    first = name.partition(" ")[0]
    return name.islower() or (first.isalpha() and first.islower() and first not in _PARTICLES)


def _is_in_compound(wording: Wording, span: Span, name: str, familiar: frozenset[str]) -> bool:
    """Return whether the words found are part of another thing's name: "dark blue", "sodium chloride"."""
    tokens = wording.tokens
    before = bisect_right(tokens, span[0], key=lambda token: token.end)
    if name in COLOURS and before and tokens[before - 1].word in _SHADES:
        return True
    word = _word_before(wording, span)
    if word in _OF_OTHERS and folded(word) not in familiar:
        return True
    behind = bisect_left(tokens, span[1], key=lambda token: token.start)
    after = tokens[behind : behind + _FEW]
    if (
        len(after) != 1
        or len(wording.tokens) - len(key(name)) > _FEW
        or not _SPACE.fullmatch(wording.text, span[1], after[0].start)
    ):
        return False
    word = after[0].word
    return (
        word.isalpha()
        and word not in familiar
        and word not in _KINDS | SMALL
        and not is_past(word)
        and not word.endswith("ly")
    )


def _word_before(wording: Wording, span: Span) -> str:
    """Return the word before what stands at ``span``; "" where more than a space lies between them."""
    before = wording.text[max(0, span[0] - _REACH) : span[0]]
    word = before.rstrip(" ").rpartition(" ")[2].lower()
    return word if before.endswith(" ") else ""


def joined_to_more(text: str, span: Span) -> bool:
    """Return whether a hyphen joins what stands at ``span`` to another word: the "blue" of "blue-green".

    >>> joined_to_more("blue-green", (0, 4)), joined_to_more("COVID-19", (0, 5)), joined_to_more("al-Qaeda", (3, 8))
    (True, False, False)
    """
    after = _JOINED_AFTER.match(text, span[1])
    before = _JOINED_BEFORE.search(text, max(0, span[0] - _REACH), span[0])
    return (after is not None and after[1].lower() not in _AFTER_HYPHEN) or (
        before is not None and before[1].lower() not in _BEFORE_HYPHEN
    )


def joins_otherwise(bare: str, name: str) -> bool:
    """Return whether an answer joins by a hyphen what an accepted name does not, or the other way round in its order.

    >>> joins_otherwise("Maria Garcia-Lopez", "Maria Lopez-Garcia"), joins_otherwise("Galician-Portuguese", "Portuguese")
    (True, True)
    """
    own = {part.lower() for part in _HYPHENED.findall(plain(name))}
    for part in _HYPHENED.findall(plain(bare)):
        if part.lower() in own:
            continue
        pieces = part.lower().split("-")
        if any(sorted(pieces) == sorted(known.split("-")) for known in own):
            return True
        if (
            not own
            and len(pieces) == _TWO
            and pieces[0] not in _BEFORE_HYPHEN
            and (pieces[0] in key(name)) != (pieces[1] in key(name))
        ):
            return True
    return False
