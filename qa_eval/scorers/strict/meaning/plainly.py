"""Words without what says little, for texts that a first comparison finds to differ: "there was mould" is mould, "oxygen levels" oxygen."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, zip_longest

from qa_eval.reading.collocations import collocations
from qa_eval.reading.complements import complements
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done, is_told, meant
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers._words.wording import folded

Words = tuple[Marked, ...]
# what is found to be somewhere is there
_FOUND = frozenset(
    meant(folded(word))
    for word in [
        "find",
        "discover",
        "detect",
        "spot",
        "sight",
        "notice",
        "observe",
        "see",
        "identify",
        "report",
        "record",
    ]
)
_PRESENCE = frozenset(meant(folded(word)) for word in "discovery detection presence existence appearance sight".split())  # noqa: SIM905 - see above
_HOLDING = frozenset(meant(folded(word)) for word in "have contain show bear include".split())  # noqa: SIM905 - see above
_SAYS_LITTLE = frozenset(
    meant(folded(word))
    for word in "level phase stage state process amount quantity kind case fact matter area".split()  # noqa: SIM905 - see above
)
_INTENSE = meant("very")
_EACH = meant(folded("all"))
_COUNTED = frozenset((_EACH, meant("only"), meant("most"), meant("half"), meant("some")))
_RETURN, _GIVE_BACK = meant("return"), "giv_back"
_MAYBE = frozenset(("could", "might", "may"))
_QUITE = frozenset("very quite properly really fully too entirely completely at all".split())  # noqa: SIM905 - see above
_PRICE = meant(folded("price"))
PRICED = {
    meant("dearer"): (meant(folded("rise")), "rose"),
    meant(folded("cheaper")): (meant(folded("fall")), "fell"),
}
_TOO_MUCH = "too_much"
_ENOUGH = meant("enough")
_TOO = Marked(meant("too"), Kind.WORD, "too", 0, 0)
_STAYING = frozenset(("stay", "stays", "stayed", "remain", "remains", "remained"))
_LIES = frozenset("lie lies lay lain lying stand stands stood standing sit sits sat sitting".split())  # noqa: SIM905 - see above
_WHERE = frozenset("on in at under beside near across behind outside inside between".split())  # noqa: SIM905 - see above
_LYING = frozenset(map(meant, ("lie", "stand", "sit"))) | {meant("lies"), "be_situat"}
_IN = Marked("in", Kind.OF, "in", 0, 0)
_ASIDE = frozenset((Kind.BE, Kind.HAVE, Kind.EMPTY))
_NOUN_LEADS = frozenset((Kind.ARTICLE, Kind.HIS, Kind.WORD))


def plainly(words: Words) -> Words:
    """Return words without what says little, each in the one way of saying it."""
    if not words:
        return words
    words = _with_being(_with_one_return(_with_one_maybe(words)))
    words = _with_complement(_without_one_of(_without_lying(words)))
    words = _with_one_quality(_with_price(_there(words)))
    words = tuple(word for word in words if word.meaning != _INTENSE and word.word != "still")
    return tuple(word for at, word in enumerate(words) if not _is_little(words, at))


@cache
def _complements() -> dict[str, str]:
    pairs = [(meant(folded(one)), meant(folded(other))) for one, other in complements()]
    return {other: one for one, other in pairs} | dict(pairs)


@cache
def _degrees() -> dict[str, str]:
    pairs = [(meant(folded(one)), meant(folded(other))) for one, other in complements("~")]
    return dict(pairs) | {other: one for one, other in pairs}


def _with_complement(words: Words) -> Words:
    """Return "dirty" for "not clean"."""
    at = next((at for at, word in enumerate(words[:-1]) if word.kind is Kind.NOT), -1)
    enough = next((place for place in range(at + 2, min(at + 5, len(words))) if words[place].meaning == _ENOUGH), 0)
    if at >= 0 and enough and words[enough - 1].meaning in _degrees():
        other = words[enough - 1]._replace(meaning=_degrees()[words[enough - 1].meaning])
        between = tuple(word for word in words[at + 1 : enough - 1] if word.kind is not Kind.BE)
        return (
            *words[:at],
            *between,
            _TOO,
            other,
            *words[enough + 1 :],
        )  # "not wide enough", "not falling fast enough"
    behind = at + 1
    while 0 < behind < len(words) - 1 and words[behind].word in _QUITE:
        behind += 1
    if at < 0 or words[behind].meaning not in _complements() or any(word.kind is Kind.NOT for word in words[behind:]):
        return words
    return (*words[:at], words[behind]._replace(meaning=_complements()[words[behind].meaning]), *words[behind + 1 :])


def _with_being(words: Words) -> Words:
    """Return "the water is cold" for "the water stays cold", "a stone was on the track" for one that lay there."""
    return tuple(
        word._replace(meaning="be", kind=Kind.BE) if behind is not None and _is_being(word, behind) else word
        for word, behind in zip_longest(words, words[1:])
    )


def _is_being(word: Marked, behind: Marked) -> bool:
    if word.word in _STAYING:
        return behind.kind is Kind.WORD and not behind.is_how
    return word.word in _LIES and behind.word in _WHERE


def _without_lying(words: Words) -> Words:
    """Return "a cave above the lake" for "a cave that lies above the lake"."""
    at = next(
        (at for at, (which, lies) in enumerate(pairwise(words)) if which.kind is Kind.WHICH and lies.meaning in _LYING),
        -1,
    )
    return words if at < 0 else (*words[:at], *words[at + 2 :])


def _without_one_of(words: Words) -> Words:
    """Return "the passengers" for "one of the passengers"."""
    at = next((at for at, (one, of) in enumerate(pairwise(words)) if one.word == "one" and of.word == "of"), -1)
    return words if at < 0 else (*words[:at], *words[at + 2 :])


@cache
def _qualities() -> dict[str, dict[str, str]]:
    """Return what qualities stand for, by what they are said of, all as meanings."""
    found: dict[str, dict[str, str]] = {}
    for heads, sets in collocations():
        for first, *others in (tuple(meant(folded(word)) for word in each) for each in sets):
            for head in heads:
                found.setdefault(meant(folded(head)), {}).update(dict.fromkeys(others, first))
    return found


def _with_one_quality(words: Words) -> Words:
    """Return words with "weak" for the "low" of "low demand", "demand was low"; of several things, that of none."""
    known = {word.meaning: _qualities()[word.meaning] for word in words if word.meaning in _qualities()}
    if len(known) != 1:
        return words
    same = next(iter(known.values()))
    return tuple(word._replace(meaning=same.get(word.meaning, word.meaning)) for word in words)


def _with_price(words: Words) -> Words:
    """Return "energy prices rose" for "energy got dearer"."""
    found = [word.meaning for word in words if word.meaning in PRICED]
    if len(found) != 1 or any(word.meaning == _PRICE for word in words):
        return words
    at = next(place for place, word in enumerate(words) if word.meaning == found[0])
    start = at
    while start and words[start - 1].kind in (Kind.BE, Kind.HAVE):
        start -= 1
    price, change = (Marked(meaning, Kind.WORD, word, 0, 0) for meaning, word in ((_PRICE, "prices"), PRICED[found[0]]))
    if start and words[start - 1].kind is Kind.WORD:
        return (*words[:start], price, change, *words[at + 1 :])
    behind = words[at + 1 :]
    return (*words[:at], *behind, price, change) if behind and behind[0].kind is Kind.WORD else words


def without_each(words: Words) -> Words:
    """Return words without "all" and "each", the words of a quantity that "the" leaves unsaid."""
    return tuple(
        word
        for at, word in enumerate(words)
        if word.meaning != _EACH and not (word.word == "of" and at and words[at - 1].meaning == _EACH)
    )


def without_too(words: Words) -> Words:
    """Return words without the "too" of a quality, "too much noise" as "noise"."""
    return tuple(word for word, behind in zip_longest(words, words[1:]) if behind is None or not _is_too(word, behind))


def _is_too(word: Marked, behind: Marked) -> bool:
    much = word.meaning == _TOO_MUCH and is_told(behind.meaning) and not is_done(behind.meaning)
    return much or word.meaning == _TOO.meaning


def counts(words: Words) -> bool:
    """Return whether words say of how many something is told: all of them, half, only some."""
    return any(word.meaning in _COUNTED for word in words)


def _with_one_maybe(words: Words) -> Words:
    """Return words with "may" for "could" and "might", where nothing is denied."""
    if not any(word.word in _MAYBE for word in words) or any(word.kind is Kind.NOT for word in words):
        return words
    return tuple(
        word._replace(meaning="may") if word.kind is Kind.MODAL and word.word in _MAYBE else word for word in words
    )


def _with_one_return(words: Words) -> Words:
    """Return words with "give back" for a "return" that is done to something: "return the keys", "they must be returned"."""
    told = list(words)
    for at, word in enumerate(words):
        if word.meaning != _RETURN:
            continue
        behind = words[at + 1] if at + 1 < len(words) else None
        to_something = behind is not None and (
            behind.kind in _NOUN_LEADS or behind.kind is Kind.IT or behind.meaning == _EACH
        )
        done = is_past(word.word) and at > 0 and words[at - 1].kind is Kind.BE
        if to_something or done:
            told[at] = word._replace(meaning=_GIVE_BACK)
    return tuple(told)


def _there(words: Words) -> Words:
    """Return what is there or was found: "mould in the hall" of "There was mould in the hall", "The hall was found to have mould"."""
    if not words or any(word.kind is Kind.NOT for word in words):
        return words
    found = next((at for at, word in enumerate(words) if word.meaning in _FOUND and word.kind is Kind.WORD), -1)
    if found > 0 and is_past(words[found].word):
        start = found
        while start and words[start - 1].kind in _ASIDE:
            start -= 1
        passive = any(word.kind is Kind.BE for word in words[start:found])
        behind = words[found + 1 :]
        if passive and not any(word.word == "by" for word in behind):
            end = found + 1 + (bool(behind) and behind[0].word == "to")
            if end < len(words) and words[end].kind is Kind.BE:
                return (*words[:start], *words[end:])  # "was found to be faulty"
            return _held((*words[:start], *words[end:]))
        if not passive and start == 1 and words[0].kind is Kind.IT and behind:
            return behind  # "They found mould"
    if words[0].word == "there":
        at = next((at for at, word in enumerate(words) if at and word.kind not in _ASIDE), len(words))
        return words[at:] if at > 1 else words
    lead = words[1:] if words[0].kind is Kind.ARTICLE else words
    if len(lead) > 1 and lead[0].meaning in _PRESENCE and lead[1].word == "of":
        return lead[2:]
    return _held(words)


def _held(words: Words) -> Words:
    """Return "mould in the hall" for "the hall had mould"."""
    held = next((at for at, word in enumerate(words) if word.kind is Kind.HAVE or word.meaning in _HOLDING), -1)
    if held < 1 or not any(word.kind is Kind.WORD for word in words[:held]) or held + 1 == len(words):
        return words
    first = words[held + 1]
    if (
        first.kind not in _NOUN_LEADS
        or first.follows_have
        or any(word.kind is not Kind.WORD and word.kind not in _NOUN_LEADS for word in words[:held])
    ):
        return words
    return (*words[held + 1 :], _IN, *words[:held])


def _is_little(words: Words, at: int) -> bool:
    """Return whether a word names no more than the word beside it: "levels" of "oxygen levels", "phase of"."""
    if words[at].word == "use" and at + 1 < len(words) and words[at + 1].word == "of":
        return True  # "the use of it was banned"
    if words[at].meaning not in _SAYS_LITTLE or words[at].kind is not Kind.WORD:
        return False
    if at + 1 < len(words) and words[at + 1].word == "of":
        return True
    before = words[at - 1] if at else None
    return before is not None and before.kind is Kind.WORD and not before.is_how
