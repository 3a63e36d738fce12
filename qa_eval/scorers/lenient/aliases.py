"""The texts that a question accepts: those that it lists, the words of a choice, and what else a name is called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.names import familiar_forms
from qa_eval.reading.regex import regex
from qa_eval.reading.text import singular
from qa_eval.scorers.lenient.choices import letters_of, options_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.model import Question

MOST_ACCEPTED = 200
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
        return list(question.accepted[:MOST_ACCEPTED])
    letters = {letter for text in question.accepted for letter in letters_of(text, options)}
    longer = [text for text in question.accepted[:MOST_ACCEPTED] if len(text.strip(" .()[]")) > 1]
    return [*longer, *(option for letter, option in options.items() if letter in letters)]


def other_names(question: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield what else accepted names are called, unless the question tells one name of a thing from another.

    >>> list(other_names("Which city is it?", ["Yangon"])), list(other_names("What is its former name?", ["Rangoon"]))
    (['Rangoon'], [])
    """
    if _ASKS_NAME.search(question):
        return
    for text in texts:
        yield from forms_of(text)


@lru_cache(maxsize=4096)
def forms_of(name: str) -> tuple[str, ...]:
    """Return what else a name is called, or the one of which it is the plural.

    >>> forms_of("platelets"), forms_of("Yangon")
    (('thrombocyte', 'blood platelet'), ('Rangoon',))
    """
    bare = name.strip(" .")
    *before, last = bare.split(" ")
    forms = (*familiar_forms(bare), *familiar_forms(" ".join((*before, singular(last)))))
    return tuple(form for form in dict.fromkeys(forms) if form.lower() != " ".join((*before, singular(last))).lower())
