"""Which choices an answer takes: by their letters, by their words, by what it says of each, or by what it concludes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import PhraseAnswer, Reason, Verdict
from qa_eval.reading.names.known import formulas_of
from qa_eval.reading.polarity import read_yes_no
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.labelled import parts_of
from qa_eval.scorers._formal.letters import leaves_letters_open
from qa_eval.scorers.lenient.above import named_in, speaks_of_all
from qa_eval.scorers.lenient.aliases import forms_of
from qa_eval.scorers.lenient.choices import (
    asked_in_parts,
    concluding,
    counted_out,
    declared,
    labelled_in,
    letters_of,
    mislabelled,
    options_of,
    run_of_labels,
    without_aside,
)
from qa_eval.scorers.lenient.notations import same_molecule
from qa_eval.scorers.lenient.statements import says_of_statement
from qa_eval.scorers.lenient.words import SMALL, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.model import Question

Decided: TypeAlias = "tuple[Verdict, float, Reason, str, str]"
SEVERAL = 2  # letters that are accepted together: "(a) and (c)" are no parts of an answer
LONGEST = 1_000  # characters of an answer that is read clause by clause
_DENIES = regex(r"\b(?:not|never|nor|rather|instead|unlike)\b|n't\b", re.IGNORECASE)
_ROMAN = regex(r"(?<=[a-z]\s)(?:III|II|IV|I)\b(?=\s[a-z]|\W*\Z)")  # "Type II error", no pronoun
_FIGURES = ("I", "II", "III", "IV")
_FEW = 8  # words of an answer that only leaves open which
_OR = regex(r"\bor\b")
_EITHER = regex(r"\W*([a-j])\W* or \W*([a-j])\W*")
_LEFT_WITH_TWO = regex(
    r"\b(?:leav(?:es|ing)(?: us with)?|left with) \(?[A-Ja-j]\)? (?:and|or) (?:\(?[A-J]\b|\([a-j]\))"
)
_ROOT, _ENDING = 6, 4  # letters that words of one root share, and that their endings have
_SHARED = 2  # words by which an option is known
_CLAUSE = regex(r"[.;!?]\s|,?\s(?:while|whereas|but|although|though)\s")
_FIRST_SENTENCE = regex(r"[^.;!?]+[.;]\s(?=\S)")
_OF_WHAT = regex(r"(?:,? (?:of|from|in) [^,]{1,40})?[.;]\s")
_GOES_ON = regex(
    r"\b(?:no|wait|sorry|actually|correct\w*|right|answer|choose|pick|so|thus|therefore|hence|rather)\b", re.IGNORECASE
)
_FIRST_OPTION = regex(r"\s\(?[A-Ja-j1-9][).]\s")


def accepted_letters(question: Question) -> frozenset[str]:
    """Return the letters that are accepted, by themselves or because their choice is; empty where letters mean nothing."""
    options = options_of(question.text)
    for text in question.accepted:
        bare = text.strip(" .()[]")
        if options or len(bare) == 1:
            letters = letters_of(text, options)
            if letters and (not options or options.keys() >= letters):
                return letters
        same = [letter for letter, option in options.items() if option.lower() == text.strip().lower()]
        if same:
            return frozenset(same)
    return frozenset()


def chooses(question: Question, text: str, accepted: frozenset[str]) -> Decided | None:
    """Decide where a lettered choice is accepted and the answer chooses by letter; else its words decide."""
    options = options_of(question.text)
    if mislabelled(text, options):
        return Verdict.INCORRECT, 0.1, Reason.CONTRADICTION, "the letter of one choice with the text of another", text
    if leaves_letters_open(text) and not any(map(leaves_letters_open, question.accepted)):
        return Verdict.INCORRECT, 0.1, Reason.SEVERAL_ANSWERS, "leaves several choices open", text
    text = without_aside(text)
    several = len(accepted) > 1
    final = frozenset() if several else _opened(text, options) or _final(question, text, options)
    chosen = (_several_chosen(text, options) if several else final) or letters_of(text, options)
    worded = final or _option_said(text, options, several=several and not chosen and not _DENIES.search(text))
    if not chosen or (worded and not _names_letters(question)):
        chosen = worded or chosen
    if not chosen and _leaves_open(text, options):
        return Verdict.INCORRECT, 0.1, Reason.SEVERAL_ANSWERS, "leaves several choices open", text
    chosen = chosen or _option_meant(text, options) or _option_inflected(text, options)
    if not chosen:
        return None
    read, wanted = ", ".join(sorted(chosen)), ", ".join(sorted(accepted))
    if chosen == accepted or (not several and chosen == named_in(options.get(wanted, ""))):
        return Verdict.CORRECT, 1.0, Reason.EQUAL_VALUE, f"chooses {read}, as accepted", read
    return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"chooses {read}, accepted {wanted}", read


def _final(question: Question, text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one choice that an answer settles on, whatever others it names; empty for none."""
    named = _option_said(text, options, several=True) if options and not _DENIES.search(text) else frozenset()
    return (
        speaks_of_all(text, options, named) or _judges(question.text, text, options) or _picked(question, text, options)
    )


def _several_chosen(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the several choices that an answer names with their texts, or by their labels side by side; empty for none."""
    return labelled_in(text, options) or (frozenset() if _DENIES.search(text) else run_of_labels(text, options))


def _opened(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one choice whose words an answer opens with as a sentence of its own; empty where it goes on to conclude or correct itself."""
    first = _FIRST_SENTENCE.match(text)
    if first is None or _GOES_ON.search(text, first.end()):
        return frozenset()
    found = [letter for letter, option in options.items() if first[0].casefold().startswith(option.casefold())]
    rest = first[0][len(options[found[0]]) :] if len(found) == 1 else "-"
    return frozenset(found) if _OF_WHAT.fullmatch(rest) else frozenset()


def _judges(asked: str, text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one of the choices true and false that an answer says of the statement: "No, it isn't true"; empty for other choices."""
    letters = {option.casefold(): letter for letter, option in options.items()}
    if letters.keys() != {"true", "false"} or letters_of(text, options):
        return frozenset()
    stated = says_of_statement(asked, text)
    stated = read_yes_no(text) if stated is None else stated
    return frozenset() if stated is None else frozenset([letters["true" if stated else "false"]])


def _leaves_open(text: str, options: Mapping[str, str]) -> bool:
    """Return whether a short answer says two choices, or their letters, with "or" between them: "nitrogen or oxygen"."""
    if _LEFT_WITH_TWO.search(text):
        return True  # "which leaves (a) or (c)"
    either = _EITHER.fullmatch(text)
    if either and options.keys() >= {either[1].upper(), either[2].upper()}:
        return True  # "a or c"
    if len(text.split()) > _FEW or not _OR.search(text) or any(_OR.search(option) for option in options.values()):
        return False
    return len(_option_said(text, options, several=True)) > 1


def _option_said(text: str, options: Mapping[str, str], *, several: bool = False) -> frozenset[str]:
    """Return the letter of the one option whose words the answer says, or of ``several``; empty for none or more."""
    said = _spaced(text)
    found = [
        letter
        for letter, option in options.items()
        if any(_spaced(each) in said for each in (option, *forms_of(option)))
        or any(same_molecule(text, formula) for formula in formulas_of(option))
    ]
    return frozenset(found) if several or len(found) == 1 else frozenset()


@lru_cache(maxsize=512)
def _spaced(text: str) -> str:
    return f" {' '.join(word.form for word in words_of(plain(_ROMAN.sub(_figure, text))))} "


def _figure(match: re.Match[str]) -> str:
    return str(_FIGURES.index(match[0]) + 1)


def _option_meant(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the letter of the one option that shares most words with a short answer: two at least, and all but one of either."""
    if _DENIES.search(text):
        return frozenset()
    said = _stems(text)
    shared = {letter: len(said & _stems(option)) for letter, option in options.items()}
    best = max(shared, key=lambda letter: shared[letter], default="")
    if not best or shared[best] < _SHARED or list(shared.values()).count(shared[best]) > 1:
        return frozenset()
    more, less = len(said) - shared[best], len(_stems(options[best])) - shared[best]
    return frozenset(best) if more + less <= 1 else frozenset()  # "white blood cells" are no red ones


def _option_inflected(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the letter of the one choice of one word that a short answer has in another form: "the water evaporates", for evaporation."""
    if _DENIES.search(text) or len(text.split()) > _FEW:
        return frozenset()
    said = [word.form for word in words_of(plain(text)) if len(word.form) >= _ROOT]
    found = [
        letter
        for letter, option in options.items()
        if len(option.split()) == 1 and any(_is_of_a_root(option.lower(), form) for form in said)
    ]
    return frozenset(found) if len(found) == 1 else frozenset()


def _is_of_a_root(one: str, other: str) -> bool:
    """Return whether two words begin alike, but for their endings."""
    shared = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    return shared >= max(_ROOT, len(one) - _ENDING)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.form) for word in words_of(plain(text)) if word.form not in SMALL)


def _picked(question: Question, text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one choice that an answer concludes with, calls right, counts out, or says what is asked of; empty for none."""
    last = concluding(text)
    final = frozenset() if _DENIES.search(last) else _option_said(last, options)
    return final or declared(text, options) or counted_out(text, options) or _told_of(question.text, text, options)


def _told_of(asked: str, text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one of several choices in a text of which a clause says most of what is asked: "Saturn is the gas giant; Mars is rocky"."""
    if len(text) > LONGEST or len(_option_said(text, options, several=True)) < _SHARED:
        return frozenset()
    first = _FIRST_OPTION.search(asked)
    wanted = _stems(asked[: first.start()] if first else asked)
    told: dict[str, int] = {}
    for clause in _CLAUSE.split(text):
        one = _option_said(clause, options)
        if one and not _DENIES.search(clause):
            (label,) = one
            told[label] = max(told.get(label, 0), len(wanted & (_stems(clause) - _stems(options[label]))))
    most = max(told.values(), default=0)
    best = [label for label, share in told.items() if share == most]
    return frozenset(best) if len(best) == 1 and most * 2 >= len(wanted) else frozenset()


def _names_letters(question: Question) -> bool:
    """Return whether a letter is accepted by itself or before its text, so that it counts for more than the words."""
    options = options_of(question.text)
    return any(letters_of(text, options) for text in question.accepted)


def questions_of_parts(question: Question) -> tuple[Question, ...]:
    """Return a question for each lettered part of the accepted answer."""
    parts = parts_of(question.accepted[0]) if question.accepted else {}
    if parts and len(accepted_letters(question)) >= SEVERAL:
        return ()
    asked = asked_in_parts(question.text) if parts else {}
    return tuple(
        replace(question, id=letter, text=asked.get(letter, question.text), answer=PhraseAnswer(part), accepted=(part,))
        for letter, part in parts.items()
        if part
    )
