"""What names another thing of the kind that is accepted: another name, another thing in common words, the other of two options."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTHS_AND_DAYS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import is_echo, is_strange
from qa_eval.scorers.lenient.frames import KIND
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, countries, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

FEW = 5  # words of what an answer gives
MOST_OF_THING = 3  # words of a thing in common words
FLY = 4  # letters up to which a word in "ly" is no adverb
LABELLED = 2  # words of "vitamin E"
_OPTIONS = regex(
    r"(?:\b(?:is|are|was|were|do|does|did|can|has|have|will)\b|,|:)[^?]*?\b(?P<one>[^\W\d]+),? or (?:an? |the |of |in |on |to )?(?P<other>[^\W\d]+)(?: (?:when|if|in|on|at|with|for|during|as)\b[^?]*)?\W*\Z",
    re.IGNORECASE,
)
_ONE_OF_A_KIND = regex(r"(?:\A|\s)an?\s\Z", re.IGNORECASE)


def other_thing(words: Sequence[Word], asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return some words as another thing of the kind that is accepted; none where they are of another kind, or no others.

    ``named``: a name is accepted, and no thing in common words.
    """
    while words and _is_light(words[0], said):
        words = words[1:]
    own = [word for word in words if word.form not in SMALL and word.form not in TITLES]
    if not own or len(words) > FEW:
        return ()
    if any(word.form in asked.words and word.form not in PARTICLES for word in words):
        return words if named and _is_namesake(own, asked) else ()
    fits = _is_a_name(own, asked) if named else _is_a_thing(words, own, asked, said)
    return words if fits else ()


def _is_light(word: Word, said: Said) -> bool:
    """Return whether a word is a small one, and no part of a name: not the "The" of "in The Hague"."""
    named = word.capital and word.start not in said.sentences and len(word.form) > 1
    return word.form in SMALL and not named


def _is_a_name(own: Sequence[Word], asked: Asked) -> bool:
    first = next((word for word in own if word.capital), None)
    if first is None or not any(is_other(word, asked) for word in own):
        return False
    if not all(
        word.capital or word.form[0].isdigit() or word.form in PARTICLES or is_echo(word, asked) for word in own
    ):
        return False
    if first.form in MONTHS_AND_DAYS:
        return False
    of_country = first.form in countries() and asked.words.isdisjoint(countries()) and not asked.is_where
    return not of_country  # "an English novelist"


def _is_a_thing(words: Sequence[Word], own: Sequence[Word], asked: Asked, said: Said) -> bool:
    if _ONE_OF_A_KIND.search(said.plain[max(0, words[0].start - 3) : words[0].start]):
        return False  # "a long one"
    if len(own) > MOST_OF_THING or any(word.capital and word.start not in said.sentences for word in own):
        return False
    last = own[-1]
    written = said.plain[last.start : last.end].lower()
    told = is_past(written) or (written.endswith("ly") and len(written) > FLY) or last.form[0].isdigit()
    return is_strange(last, asked) and not told


def is_other(word: Word, asked: Asked) -> bool:
    """Return whether a word is of another name: the D of "vitamin D" and the 8 of "Apollo 8" too."""
    told_apart = word.form.isdigit() or len(word.form) == 1
    return is_strange(word, asked) or (told_apart and word.form not in asked.words | asked.forms)


def _is_namesake(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words are another of the accepted name: "Percy Shelley", for Mary Shelley, "Apollo 8", for Apollo 11."""
    golds = [each for each in asked.wanted if len(each.content) > 1]
    if not golds or len(words) == 1 or not all(word.capital or word.form[0].isdigit() for word in words):
        return False
    if words[0].form in asked.words and is_other(words[-1], asked):
        told_apart = words[-1].form.isdigit() or len(words[-1].form) == 1
        return told_apart and all(words[0].form in each.golden for each in golds)
    surname = words[-1].form in asked.surnames and is_strange(words[0], asked)
    return surname and asked.is_person and words[0].form[0] not in {each.content[0][0] for each in golds}


def kind_asked(asked: Asked) -> str:
    """Return the kind that a question asks for, where the accepted names have it: "vitamin"; "" for none."""
    match = KIND.match(asked.text)
    kind = form(match["kind"].lower()) if match else ""
    return kind if any(kind in each.golden for each in asked.wanted) else ""


def labelled(piece: Piece, asked: Asked) -> Sequence[Word]:
    """Return another one in a clause that is called by the kind that is asked for: "vitamin E", "the Pacific Ocean"."""
    kind = kind_asked(asked)
    for pair in pairwise(piece.words if kind else ()):
        other = next((word for word in pair if word.form != kind), None)
        if other is None or all(word.form != kind for word in pair) or pair[1].start - pair[0].end != 1:
            continue
        if (other.capital or other.form.isdigit()) and is_other(other, asked):
            return pair
    return ()


def is_labelled(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words are two, one of which is the kind that is asked for, or a number: "vitamin E", "Apollo 8"."""
    return len(words) == LABELLED and (words[-1].form.isdigit() or kind_asked(asked) in (word.form for word in words))


def options_asked(asked: Asked) -> frozenset[str]:
    """Return the two things between which a question lets choose, one of them accepted: "Is it a fruit or a vegetable?"."""
    match = _OPTIONS.search(asked.text) if " or " in asked.text else None
    found = frozenset(form(match[each].lower()) for each in ("one", "other")) if match else frozenset[str]()
    golden = frozenset[str]().union(*(each.golden for each in asked.wanted))
    return found if len(found & golden) == 1 else frozenset()


def rival_option(asked: Asked, piece: Piece) -> Sequence[Word]:
    """Return the other option of a question where a clause has it, and not the accepted one."""
    options = options_asked(asked)
    golden = frozenset[str]().union(*(each.golden for each in asked.wanted)) if options else frozenset[str]()
    here = [word for word in piece.words if word.form in options]
    return here[:1] if here and all(word.form not in golden for word in here) else ()


def are_numbered_names(asked: Asked) -> bool:
    """Return whether names with a number behind are accepted: "Apollo 11"."""
    return all(each.text[:1].isupper() and each.figure is not None and each.figure.start for each in asked.wanted)
