"""Words as what they mean: "commence" is "begin", "decomposing" is "rot", "has to" is "must"; see reading/synonyms.txt."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.near_synonyms import near_synonyms, of_things_alone, words_of_many_senses
from qa_eval.reading.regex import regex
from qa_eval.reading.synonyms import DONE, LIKE, SMALL, THINGS, synonyms
from qa_eval.reading.verbs import plain_form
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.wording import SMALL as SMALL_WORDS
from qa_eval.scorers._words.wording import folded, key

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

Words = tuple[str, ...]
_HELPING = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "has": "have", "had": "have", "having": "have",
    "be": "be", "have": "have", "does": "do", "did": "do", "could": "can", "goe": "go", "going": "go", "doing": "do", "using": "us", "used": "us", "an": "a", "might": "may",
}  # fmt: skip
# words that another word is when it loses its "e": a plane is no plan
_WITH_E = frozenset(
    """plane pane cane care bare fare stare ware fire here ore note cute site quite kite spite hate mate rate fate cape tape
    gape scrape wine pine fine dine twine spine shine code node mode robe lobe globe hope cope mope pipe ripe stripe gripe tube
    huge rage wage sage stage prime slime mane vane bane tune dune fuse""".split()  # noqa: SIM905 - a word list reads best as one text
)
_ENDED = regex(r"(?P<stem>[a-z]{3,})ed")
_PLAIN = frozenset("speed breed bleed creed greed dried tried cried fried spied pried plied".split())  # noqa: SIM905 - a word list reads best as one text
_NOUN_OF_ACT = regex(r"(?P<stem>[a-z]{5,}?)(?:ation|ition|ment|ion|al|ure|age|anc|enc|ance|ence|ly)")


_QUALITY = regex(
    r"(?!(?:busi|wit|har|wilder|gover|baro|mar|kind|like|high|light|forgive|fit)ness)(?P<stem>[a-z]{3,}?)(?P<i>i?)ness"
)


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """Return a form that a folded word has in common with its inflections, helping verbs as their plain forms.

    >>> lemma("was"), lemma("added") == lemma("add"), lemma("carried") == lemma("carry")
    ('be', True, True)
    """
    helping = _HELPING.get(word)
    if helping:
        return helping
    if word[-1:] == "d" and word[:-1] in _WITH_E:
        return word[:-1]
    ended = _ENDED.fullmatch(word) if len(word) == _SHORT and word not in _PLAIN else None
    if ended:
        return ended["stem"]
    plain = plain_form(word)
    if plain in _WITH_E:
        return plain
    base = uninflected(word if plain == word else folded(plain))
    if f"{base}e" in _WITH_E and word in (f"{base}ed", f"{base}ing"):
        return f"{base}e"
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
    quality = quality_in(word)
    if quality:
        return meant(f"{quality['stem']}y" if quality["i"] else quality["stem"])
    act = _NOUN_OF_ACT.fullmatch(word)
    stem = act["stem"].removesuffix("i") if act else word
    return known.get(stem, stem)


def quality_in(word: str) -> re.Match[str] | None:
    """Return the quality that a noun names, "dry" of "dryness", as a match; None for another word.

    >>> quality_in("itchiness")["stem"], quality_in("business")
    ('itch', None)
    """
    return _QUALITY.fullmatch(word) if word[-4:] == "ness" else None


def meanings(text: str) -> frozenset[str]:
    """Return what the words of a text that carry meaning have in common with all that means the same.

    >>> meanings("It commenced") == meanings("beginning"), meanings("the drainage") == meanings("drained")
    (True, True)
    """
    return frozenset(meant(word) for word in key(text) if word not in SMALL_WORDS)


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


def expressed(words: Sequence[str], *, near: bool = False) -> Iterator[tuple[int, int, str]]:
    """Yield where each folded word or expression begins and ends among the others, and its meaning.

    ``near``: whether expressions that only mean nearly the same as another are looked for as well.

    >>> [meaning for _, _, meaning in expressed(("it", "has", "to", "be", "close", "to", "her"))]
    ['it', 'must', 'be', 'near', 'her']
    """
    expressions = _nearly()[1] if near else _groups()[1]
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


def near_to(form: str, meaning: str, *, of_person: bool = False) -> frozenset[str]:
    """Return what may stand for a word in a clause whose other words are the same: meanings, and "=" with a form of many senses.

    ``of_person``: whether it is said of a person.

    >>> meant("strike") in near_to("hit", meant("hit")), "=strik" in near_to("hit", meant("hit"))
    (False, True)
    >>> "cancel" in near_to("drop", meant("drop")), "cancel" in near_to("reduc", meant("reduce"))
    (True, False)
    """
    words = [
        near.get(each, _NO_WORDS) for near in _nearly()[0][: _EITHER - of_person] for each in (f"={form}", meaning)
    ]
    return frozenset[str]().union(*words)


@lru_cache(maxsize=16384)
def nearly_possible(word: str) -> frozenset[str]:
    """Return what a folded word may mean nearly, alone or as the first of an expression."""
    form, meaning = lemma(word), meant(word)
    own = {meaning, *near_to(form, meaning)}
    for words, concept in _nearly()[1].get(form, ()):
        own.update(concept, near_to("_".join(words), concept[0]))
    return frozenset(own | {_nearly()[2][each] for each in own if each[0] == "="})


_NO_WORDS = frozenset[str]()
_EITHER = 2  # tables, of words that stand for each other whatever they are said of, and of those that do where that is a thing


@cache
def _nearly() -> tuple[
    tuple[dict[str, frozenset[str]], ...], dict[str, tuple[tuple[Words, Words], ...]], dict[str, str]
]:
    """Return what may stand for each word, the expressions by their first word, those of near synonyms among them, and the meanings of forms."""
    expressions = {first: dict(known) for first, known in _groups()[1].items()}
    alone = frozenset(map(_lemmas, words_of_many_senses()))
    tables: tuple[dict[str, set[str]], ...] = ({}, {})
    meanings: dict[str, str] = {}
    for line in near_synonyms():
        named = set()
        for text in line:
            form, concept = _concept(text, expressions)
            by_itself = form in alone or len(concept) > 1
            named.add(f"={'_'.join(form)}" if by_itself else concept[0])
            meanings[f"={'_'.join(form)}"] = concept[0]
        near = tables[line in of_things_alone()]
        for each in named:
            near.setdefault(each, set()).update(named)
    longest = {
        first: tuple(sorted(known.items(), key=lambda each: -len(each[0]))) for first, known in expressions.items()
    }
    found = tuple({each: frozenset(others - {each}) for each, others in near.items()} for near in tables)
    return found, longest, meanings


def _concept(text: str, expressions: dict[str, dict[Words, Words]]) -> tuple[Words, Words]:
    """Return the lemmas of a word or expression and its meaning; an expression not known yet is known then."""
    form = _lemmas(text)
    if len(form) == 1:
        return form, (meant(folded(text)),)
    return form, expressions.setdefault(form[0], {}).setdefault(form, ("_".join(form),))
