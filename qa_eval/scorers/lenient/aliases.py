"""The texts that a question accepts: those that it lists, the words of a choice, and what else a name is called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.names import familiar_forms
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.choices import letters_of, options_of
from qa_eval.scorers.lenient.words import countries, phrased, plain, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.model import Question

MOST_ACCEPTED = 200
_ASKS_WHO = regex(
    r"\W*(?:who|whose|by whom)\b|(?!\W*(?:where|when|why|how|(?:in|on|at) (?:which|what))\b).*\b(?:author|composer|painter|poet|writer|director|actor|singer)\b",
    re.IGNORECASE,
)
LETTERS = 3  # of a city that is known by its initials
_TYPED = regex(r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<number>111?|1[VX]|[VX]+1{1,3})")
_FEDERAL = regex(
    r"(?:the )?federal (?P<what>government|constitution|congress|courts?|law|police|budget)", re.IGNORECASE
)
_PLACED = regex(r"(?P<head>[^,]{3,40}), [A-Z][\w ]{2,30}")  # "The Hague, Netherlands"
_TURNED = regex(
    r"(?P<last>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?P<first>(?:[A-Z]\. ?)+|[A-Z][a-z]+(?: (?:[A-Z]\.|[A-Z][a-z]+))*)(?P<more> \(.+\))?"
)
# "maple instead of oak"; what is done instead of something else is told of by both
_CONTRAST = regex(
    r"(?P<own>[^\W\d]\S*(?: \S+){0,3}?)(?:,? (?:instead of|rather than|as opposed to)|, (?:and |but )?not) (?!\S*ing\b)\S+(?: \S+){0,3}",
    re.IGNORECASE,
)
_AGAINST = ("instead of", "rather than", "opposed to", " not ")
_ENDS = frozenset("1VX")
# what tells one name of a thing from another
_ASKS_NAME = regex(
    r"\b(?:(?:real|birth|maiden|stage|pen|original|former|old|previous|modern|current|present|alternative|first|last|scientific|chemical|iupac|systematic|trivial|latin|common"
    r"|household) name|surname|born|pseudonym|nicknamed?|formerly|alter ego|alias|spell(?:ed|ing)?|stands? for|short for|abbreviat\w*|symbol|formula)\b",
    re.IGNORECASE,
)


def accepted_texts(question: Question) -> list[str]:
    """Return the accepted texts, and the text of a choice whose letter is accepted."""
    options = options_of(question.text)
    if not options:
        texts = question.accepted[:MOST_ACCEPTED]
        texts = tuple(map(_turned, texts)) if _ASKS_WHO.match(question.text) else tuple(map(_without_contrast, texts))
        return [*texts, *(typed for text in texts if (typed := _as_numeral(text)) not in {"", *texts})]
    letters = {letter for text in question.accepted for letter in letters_of(text, options)}
    longer = [text for text in question.accepted[:MOST_ACCEPTED] if len(text.strip(" .()[]")) > 1]
    return [*longer, *(option for letter, option in options.items() if letter in letters)]


def _without_contrast(text: str) -> str:
    """Return a text without what it sets its own words against, which is said to be none.

    >>> _without_contrast("maple instead of oak"), _without_contrast("maple, not oak"), _without_contrast("not oak")
    ('maple', 'maple', 'not oak')
    """
    set_against = _CONTRAST.fullmatch(text) if any(mark in text for mark in _AGAINST) else None
    return set_against["own"] if set_against else text


def _turned(text: str) -> str:
    """Return a name that is written with its surname first as it is said.

    >>> _turned("Tolkien, J. R. R."), _turned("Twain, Mark (Samuel Clemens)"), _turned("Mark Twain")
    ('J. R. R. Tolkien', 'Mark Twain (Samuel Clemens)', 'Mark Twain')
    """
    told = _TURNED.fullmatch(text) if "," in text else None
    if told is None or told["first"].lower() in countries():
        return text
    return f"{told['first'].strip()} {told['last']}{told['more'] or ''}"


def _as_numeral(text: str) -> str:
    """Return a name with the Roman numeral that was typed in digits, "Nicholas 11" for Nicholas II; "" where there is none.

    >>> _as_numeral("Nicholas 11"), _as_numeral("George V1"), _as_numeral("Apollo 11"), _as_numeral("Henry 8")
    ('Nicholas II', 'George VI', 'Apollo II', '')
    """
    typed = _TYPED.fullmatch(text) if text[-1:] in _ENDS else None
    return f"{typed['name']} {typed['number'].replace('1', 'I')}" if typed else ""


def other_names(question: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield what else accepted names are called, unless the question tells one name of a thing from another.

    >>> list(other_names("Which city is it?", ["Yangon"])), list(other_names("What is its former name?", ["Rangoon"]))
    (['Rangoon'], [])
    """
    found: list[str] = []
    for text in texts:
        found += forms_of(text)
        if placed := _PLACED.fullmatch(text):
            found += forms_of(placed["head"])
        if (federal := _FEDERAL.fullmatch(text)) and not _other_land(question):
            found.append(f"the United States {federal['what']}")
    if found and not _ASKS_NAME.search(question):
        yield from found


def _other_land(question: str) -> bool:
    """Return whether a question names a country that is not the United States."""
    return any(word.form in countries() and word.form != "usa" for word in words_of(phrased(plain(question))))


@lru_cache(maxsize=512)
def forms_of(name: str) -> tuple[str, ...]:
    """Return what else a name is called, or the one of which it is the plural, or with its city in letters.

    >>> forms_of("platelets"), forms_of("Yangon"), forms_of("Los Angeles Lakers")
    (('thrombocyte', 'blood platelet'), ('Rangoon',), ('LA Lakers',))
    """
    bare = name.strip(" .")
    *before, last = bare.split(" ")
    forms = (*familiar_forms(bare), *familiar_forms(" ".join((*before, singular(last)))), *_lettered(before, last))
    return tuple(form for form in dict.fromkeys(forms) if form.lower() != " ".join((*before, singular(last))).lower())


def _lettered(city: list[str], last: str) -> Iterator[str]:
    """Yield a name that begins with a city of two words with the letters that it is known by."""
    if len(city) == 2 and last[:1].isupper():  # noqa: PLR2004 - one word has no initials
        for form in familiar_forms(" ".join(city)):
            if form.isupper() and len(form) <= LETTERS:
                yield f"{form} {last}"
