"""Words as what they mean: "commence" is "begin", "decomposing" is "rot", "has to" is "must"; see reading/synonyms.txt."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.synonyms import DONE, LIKE, SMALL, THINGS, synonyms
from qa_eval.reading.verbs import plain_form
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Words = tuple[str, ...]
_HELPING = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "has": "have", "had": "have", "having": "have",
    "be": "be", "have": "have", "does": "do", "did": "do", "could": "can", "goe": "go", "going": "go", "doing": "do", "using": "us", "used": "us", "an": "a", "might": "may",
}  # fmt: skip
_ENDED = regex(r"(?P<stem>[a-z]{3,})ed")
_PLAIN = frozenset(("speed", "breed", "bleed", "creed", "greed"))
_NOUN_OF_ACT = regex(r"(?P<stem>[a-z]{5,}?)(?:ation|ition|ment|ion|al|ure|age|ance|ence|ness|ly)")


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """Return a form that a folded word has in common with its inflections, helping verbs as their plain forms.

    >>> lemma("was"), lemma("added") == lemma("add"), lemma("carried") == lemma("carry")
    ('be', True, True)
    """
    helping = _HELPING.get(word)
    if helping:
        return helping
    ended = _ENDED.fullmatch(word) if len(word) == _SHORT and word not in _PLAIN else None
    if ended:
        return ended["stem"]
    plain = plain_form(word)
    base = uninflected(word if plain == word else folded(plain))
    return base[:-1] if base.endswith("ll") else base  # "faling", as one spells it here


_TOLD = frozenset((DONE, LIKE))
_SHORT = 5  # letters of "added", which is as short as words are whose ending may be no ending


@cache
def _groups() -> tuple[dict[str, str], dict[str, tuple[tuple[Words, Words], ...]], dict[str, str]]:
    """Return what each word stands for, the expressions by their first word, and the heading of each meaning."""
    words: dict[str, str] = {}
    expressions: dict[str, list[tuple[Words, Words]]] = {}
    headings: dict[str, str] = {}
    for heading in (SMALL, DONE, LIKE, THINGS):
        for first, *others in synonyms(heading):
            own = _lemmas(first)
            concept = own if "not" in own else ("_".join(own),)
            headings[concept[0]] = heading
            for form in (own, *map(_lemmas, others)):
                if len(form) == 1:
                    words[form[0]] = concept[0]
                else:
                    expressions.setdefault(form[0], []).append((form, concept))
    longest = {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in expressions.items()}
    return words, longest, headings


def _lemmas(form: str) -> Words:
    return tuple(lemma(folded(word)) for word in form.replace("-", " ").split())


@lru_cache(maxsize=16384)
def alike(word: str) -> str:
    """Return what a folded word has in common with all that means the same.

    >>> alike("commenced") == alike("begin"), alike("rose") == alike("fell")
    (True, False)
    """
    word = lemma(word)
    return _groups()[0].get(word, word)


@lru_cache(maxsize=16384)
def meant(word: str) -> str:
    """Return what a folded word has in common with all that means the same, the noun of an act with its verb.

    >>> meant("drainage") == meant("drained"), meant("abruptly") == meant("sudden")
    (True, True)
    """
    word = lemma(word)
    known = _groups()[0]
    if word in known:
        return known[word]
    act = _NOUN_OF_ACT.fullmatch(word)
    stem = act["stem"].removesuffix("i") if act else word
    return known.get(stem, stem)


@lru_cache(maxsize=16384)
def possible(word: str) -> frozenset[str]:
    """Return what a folded word may mean, alone or as the first of an expression."""
    return frozenset((meant(word), *(concept for _, each in _groups()[1].get(lemma(word), ()) for concept in each)))


def is_told(concept: str) -> bool:
    """Return whether a word is known for what is done or for what things are like, so that it tells something of another."""
    return _groups()[2].get(concept) in _TOLD


def is_small(concept: str) -> bool:
    """Return whether a word is known among the small ones, which tell how, when or how much."""
    return _groups()[2].get(concept) == SMALL


def is_done(concept: str) -> bool:
    """Return whether a word is known for what is done."""
    return _groups()[2].get(concept) == DONE


def expressed(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each folded word or expression begins and ends among the others, and its meaning.

    >>> [meaning for _, _, meaning in expressed(("it", "has", "to", "be", "close", "to", "her"))]
    ['it', 'must', 'be', 'near', 'her']
    """
    expressions = _groups()[1]
    lemmas = tuple(map(lemma, words))
    place = 0
    while place < len(words):
        found = next(
            (
                known
                for known in expressions.get(lemmas[place], ())
                if lemmas[place : place + len(known[0])] == known[0]
            ),
            None,
        )
        end = place + (len(found[0]) if found else 1)
        for meaning in found[1] if found else (meant(words[place]),):
            yield place, end, meaning
        place = end
