"""Kinds of answers that rules decide alone: refusals where nothing is accepted, yes and no, letters of choices, expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason, Unanswerable, Verdict, YesNoAnswer
from qa_eval.reading.abstentions import abstains
from qa_eval.reading.dates import read_date
from qa_eval.reading.polarity import contradicts_itself, read_yes_no
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.choices import letters_of, options_of
from qa_eval.scorers.lenient.expressions import is_expression, same_expression
from qa_eval.scorers.lenient.formulas import read_formula, same_formula
from qa_eval.scorers.lenient.notations import same_configuration, same_molecule, same_ratio, same_score, same_time
from qa_eval.scorers.lenient.substances import formulas_of
from qa_eval.scorers.lenient.values import DOWN, UP
from qa_eval.scorers.lenient.words import SMALL, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qa_eval.model import Question

Comparison: TypeAlias = "Callable[[str, str], bool | None]"
Decided: TypeAlias = "tuple[Verdict, float, Reason, str, str]"
SHOWN = 200
_YES = frozenset(("yes", "true"))
_NO = frozenset(("no", "false"))
_RATIO_ASKED = regex(r"\b(?:ratio|proportion|odds|scale)\b", re.IGNORECASE)
_SCORE_ASKED = regex(r"\b(?:score|result|record)\b", re.IGNORECASE)
_POLAR = regex(r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b", re.IGNORECASE)
_SAID_ASKED = regex(
    r"\b(?:kn(?:ow|ows|ew|own)|mention\w*|sa(?:y|ys|id)|stat(?:e|es|ed)|specif(?:y|ies|ied)|giv(?:e|es|en)|gave|nam(?:e|es|ed)"
    r"|discuss\w*|determin\w+|reveal\w*|identif\w+|disclos\w*|includ\w*|contain\w*|describ\w*|quot\w*|list(?:s|ed)?|clear|available)\b",
    re.IGNORECASE,
)
_MORE_ASKED = regex(r"\b(?:than|because|due|owing|by|as a result|or)\b", re.IGNORECASE)
_FIRST_WORD = regex(r"[,.;:\s]")
_CONCLUDES = regex(r"[\s\S]*(?:\b(?:hence|thus|therefore|so|gives?|giving)\b|⇒|=>)[\s,:]*", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|never|nor|rather|instead|unlike)\b|n't\b", re.IGNORECASE)
_SHARED = 2  # words by which an option is known


def rule_for(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule that applies to a question, or None; a rule returns None for an answer that it cannot read."""
    if isinstance(question.answer, Unanswerable):
        return declined
    yes = _accepted_polarity(question)
    if yes is not None:
        about_saying = _SAID_ASKED.search(question.text) is not None
        return lambda text: (
            says_yes_or_no(text, yes=yes, about_saying=about_saying) or says_the_way(question, text, yes=yes)
        )
    letters = accepted_letters(question)
    if letters:
        return lambda text: chooses(question, text, letters)
    if _SCORE_ASKED.search(question.text) and all(same_score(text, text) for text in question.accepted):
        return lambda text: is_same_expression(text, question.accepted, same_score)
    if question.accepted and all(same_time(text, text) for text in question.accepted):
        return lambda text: is_same_expression(text, question.accepted, same_time)
    formulas = formulas_of(question.accepted)
    if formulas:
        return lambda text: is_same_expression(text, formulas, same_molecule, only=False)
    expressions = tuple(text for text in question.accepted if _is_formal(question, text) and not _is_plain(text))
    if expressions:
        only = len(expressions) == len(question.accepted)
        return lambda text: is_same_expression(text, expressions, only=only)
    return None


def _is_formal(question: Question, text: str) -> bool:
    """Return whether an accepted text is written as mathematics or chemistry."""
    if (
        is_expression(text)
        or read_formula(text) is not None
        or same_molecule(text, text)
        or same_configuration(text, text)
    ):
        return True
    return bool(_RATIO_ASKED.search(question.text)) and same_ratio(text, text) is not None


def declined(text: str) -> Decided:
    """Decide where nothing is accepted: a refusal is right, whatever else is wrong."""
    if abstains(text):
        return Verdict.CORRECT, 1.0, Reason.RIGHTLY_ABSTAINED, "declines to answer, as it should", text[:SHOWN]
    return Verdict.INCORRECT, 0.0, Reason.ANSWERED_UNANSWERABLE, "answers what has no answer", text[:SHOWN]


def says_yes_or_no(text: str, *, yes: bool, about_saying: bool = False) -> Decided | None:
    """Decide where yes or no, true or false is accepted and the answer says one of them; else its words decide.

    "It does not say" declines to answer, unless the question is ``about_saying``, naming or knowing something.
    """
    wanted = "yes" if yes else "no"
    if not about_saying and abstains(text):
        return Verdict.ABSTAINED, 0.0, Reason.ABSTAINED, f"declines to answer, accepted {wanted}", text[:SHOWN]
    if contradicts_itself(text):
        return Verdict.INCORRECT, 0.0, Reason.CONTRADICTION, f"says both yes and no, accepted {wanted}", "yes and no"
    said = read_yes_no(text)
    if said is None:
        return None
    read = "yes" if said else "no"
    if said == yes:
        return Verdict.CORRECT, 1.0, Reason.AGREES, f"says {read}, as accepted", read
    return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"says {read}, accepted {wanted}", read


def says_the_way(question: Question, text: str, *, yes: bool) -> Decided | None:
    """Decide where a question asks whether something rose, or fell, and the answer says which of the two it did."""
    asked, said = _way(question.text), _way(text)
    if asked is None or said is None or _MORE_ASKED.search(question.text):
        return None
    read = "yes" if asked == said else "no"
    if (asked == said) == yes:
        return Verdict.CORRECT, 0.95, Reason.AGREES, f"says as much as {read}, as accepted", text[:SHOWN]
    return Verdict.INCORRECT, 0.05, Reason.WRONG_VALUE, f"says as much as {read}", text[:SHOWN]


def _way(text: str) -> bool | None:
    """Return True for what rises, False for what falls; None for both and neither."""
    rises, falls = UP.search(text) is not None, DOWN.search(text) is not None
    return None if rises == falls else rises


def chooses(question: Question, text: str, accepted: frozenset[str]) -> Decided | None:
    """Decide where a lettered choice is accepted and the answer chooses by letter; else its words decide."""
    options = options_of(question.text)
    chosen, worded = letters_of(text, options), _option_said(text, options)
    if not chosen or (worded and not _names_letters(question)):
        chosen = worded or chosen
    chosen = chosen or _option_meant(text, options)
    if not chosen:
        return None
    read, wanted = ", ".join(sorted(chosen)), ", ".join(sorted(accepted))
    if chosen == accepted:
        return Verdict.CORRECT, 1.0, Reason.EQUAL_VALUE, f"chooses {read}, as accepted", read
    return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"chooses {read}, accepted {wanted}", read


def _option_said(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the letter of the one option whose words the answer says; empty for none or several."""
    said = f" {' '.join(word.form for word in words_of(plain(text)))} "
    found = [
        letter
        for letter, option in options.items()
        if f" {' '.join(word.form for word in words_of(plain(option)))} " in said
        or any(same_molecule(text, formula) for formula in formulas_of((option,)))
    ]
    return frozenset(found) if len(found) == 1 else frozenset()


def _option_meant(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the letter of the one option that shares most words with a short answer: two at least, and all but one of either."""
    if _DENIES.search(text):
        return frozenset()
    said = _stems(text)
    shared = {letter: len(said & _stems(option)) for letter, option in options.items()}
    best = max(shared, key=lambda letter: shared[letter], default="")
    if not best or shared[best] < _SHARED or list(shared.values()).count(shared[best]) > 1:
        return frozenset()
    unlike = max(len(said), len(_stems(options[best]))) - shared[best]
    return frozenset() if unlike > 1 else frozenset(best)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.form) for word in words_of(plain(text)) if word.form not in SMALL)


def _names_letters(question: Question) -> bool:
    """Return whether a letter is accepted by itself or before its text, so that it counts for more than the words."""
    options = options_of(question.text)
    return any(letters_of(text, options) for text in question.accepted)


def is_same_expression(
    text: str, accepted: tuple[str, ...], compare: Comparison | None = None, *, only: bool = True
) -> Decided | None:
    """Decide where an expression is accepted and the answer is one as well; else its words decide.

    An answer is only wrong where nothing but expressions is accepted.
    """
    judged = [(compare or _comparison(each))(text, each) for each in accepted]
    concludes = None if True in judged else _CONCLUDES.match(text)
    if concludes:
        judged += [(compare or _comparison(each))(text[concludes.end() :], each) for each in accepted]
    read = text.strip()[:SHOWN]
    if True in judged:
        return Verdict.CORRECT, 1.0, Reason.EQUAL_VALUE, f"the same as {accepted[0]}", read
    if False in judged and only:
        return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"another than {accepted[0]}", read
    return None


def _comparison(accepted: str) -> Comparison:
    """Return how an accepted text is compared with an answer."""
    for compare in (same_configuration, same_molecule):
        if compare(accepted, accepted):
            return compare
    if read_formula(accepted) is not None:
        return same_formula
    return same_ratio if same_ratio(accepted, accepted) else same_expression


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


def _accepted_polarity(question: Question) -> bool | None:
    """Return whether yes is accepted, or no; None where neither is. "No, it fell" is a no where the question asks for one."""
    if isinstance(question.answer, YesNoAnswer):
        return question.answer.yes
    said = {text.strip().rstrip(".").casefold() for text in question.accepted}
    if _POLAR.match(question.text.strip()):
        said = {_FIRST_WORD.split(text, maxsplit=1)[0] for text in said}
    if said & _YES and not said & _NO:
        return True
    return False if said & _NO and not said & _YES else None


def _is_plain(text: str) -> bool:
    """Return whether a text is a date, or a number with or without a unit, which is compared as that."""
    if read_date(text) is not None:
        return True
    figure = read_quantity(text)
    return figure is not None and (bool(figure.unit) or figure.step is not None)
