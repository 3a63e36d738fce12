"""Other languages: a text in one of them, put into the English that is read. One TOML file a language, and no other edit."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.model import (
    Answer,
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Unanswerable,
    YesNoAnswer,
)
from qa_eval.reading.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from qa_eval.reading.languages.language import Language

__all__ = [
    "DEFAULT",
    "answer_in_english",
    "dates_in",
    "in_english",
    "known",
    "ordinal_words",
    "question_in_english",
    "worded",
]

DEFAULT = "en"
_FOLDER = Path(__file__).parent


@cache
def known() -> tuple[str, ...]:
    """Return the codes of the languages that are read, English first.

    >>> known()[:2]
    ('en', 'de')
    """
    found = sorted(file.stem for file in _FOLDER.glob("*.toml"))
    return (DEFAULT, *found)


def in_english(text: str, language: str) -> str:
    """Return ``text`` with its numbers, dates, units and small words in English; the rest stays. Raises KeyError for an unknown code.

    >>> in_english("rund 1.300,5 Quadratkilometer, am 27. März 2023", "de")
    'about 1300.5 square kilometres, on 27 March 2023'
    >>> in_english("quatre-vingt-dix-sept mille habitants", "fr")
    '97000 inhabitants'
    """
    return text if language in {"", DEFAULT} else _language(language).in_english(text)


def question_in_english(question: Question) -> Question:
    """Return a question with all that is read of it in English; the question itself when it is English."""
    code = question.language
    if code in {"", DEFAULT}:
        return question
    accepted = tuple(in_english(text, code) for text in question.accepted)
    answer = answer_in_english(question.answer, code)
    return replace(question, text=in_english(question.text, code), answer=answer, accepted=accepted, language="")


def answer_in_english(answer: Answer, language: str) -> Answer:
    """Return an answer with all that is read of it in English."""
    if language in {"", DEFAULT}:
        return answer

    def groups(texts: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(in_english(text, language) for text in group) for group in texts)

    match answer:
        case YesNoAnswer() | Unanswerable():
            return answer
        case ListAnswer():
            return replace(answer, items=groups(answer.items))
        case QuantityAnswer():
            return replace(answer, text=in_english(answer.text, language), unit=in_english(answer.unit, language))
        case PhraseAnswer():
            must_not = tuple(in_english(word, language) for word in answer.must_not_say)
            return PhraseAnswer(in_english(answer.text, language), groups(answer.must_say), must_not)
        case DateAnswer() | EntityAnswer():
            return replace(answer, text=in_english(answer.text, language))


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Return where days of a month stand as another language than English writes them, and the first that does.

    >>> dates_in("am 12. Oktober 2024, le 3 mai"), dates_in("on 12 October 2024")
    ([(3, 19, 'de'), (24, 29, 'fr')], [])
    """
    found: dict[int, tuple[int, int, str]] = {}
    for code in known()[1:]:
        for start, end in _language(code).dates(text):
            found.setdefault(start, (start, end, code))
    return sorted(found.values())


def worded(answer: Answer, language: str) -> str:
    """Return an answer's own text as it is said in a language.

    >>> worded(ListAnswer((("Milch",), ("Soja",), ("Senf",))), "de"), worded(YesNoAnswer(yes=False), "fr")
    ('Milch, Soja und Senf', 'non')
    """
    if language in {"", DEFAULT}:
        return answer.text
    match answer:
        case YesNoAnswer():
            return _language(language).said(answer.text)
        case ListAnswer() if len(answer.items) > 1:
            *names, last = (names[0] for names in answer.items)
            return f"{', '.join(names)} {_language(language).said('and')} {last}"
        case _:
            return answer.text


@cache
def ordinal_words() -> dict[str, frozenset[str]]:
    """Return the words around an ordinal that is written with a full stop, in lower case: ``before`` it, ``behind`` it, and those that ``begins`` has, of a new sentence.

    >>> "minute" in ordinal_words()["behind"], "der" in ordinal_words()["before"], "er" in ordinal_words()["begins"]
    (True, True, True)
    """
    found: dict[str, set[str]] = {"before": set(), "behind": set(), "begins": set()}
    for code in known()[1:]:
        data = tomllib.loads(_text(code))
        if "ordinal_words" in data:
            for place, words in data["ordinal_words"].items():
                found[place].update(word.lower() for word in words)
            found["behind"].update(
                word.lower() for forms in data["months"] for word in forms if word not in MONTH_NAMES
            )
    return {place: frozenset(words) for place, words in found.items()}


def _text(code: str) -> str:
    return (_FOLDER / f"{code}.toml").read_text(encoding="utf-8")


@cache
def _language(code: str) -> Language:
    if code not in known():
        raise KeyError(code)
    from qa_eval.reading.languages.language import Language  # noqa: PLC0415 - English does without it

    return Language.of_toml(_text(code))
