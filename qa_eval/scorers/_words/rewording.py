"""The accepted words in another form: "breaking down" for "break down", "that the age be raised" for "raising the age"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import plain_form
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import ARTICLES, SHORT, folded, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Words = tuple[str, ...]
# "a shortage of steel", "an injury to his knee", "a piano made by Steinway"
_OF = regex(
    r"(?:(?:an?|the)\s+)?(?P<what>[\w-]+)\s+(?:of|at|in|to|(?:made |built |designed |manufactured |produced )?by)\s+"
    r"(?:(?:the|an?|his|her|its|their)\s+)?(?P<whose>[$€£]?[\w-]+(?:[.,]\d+)*)",
    re.IGNORECASE,
)
_OF_SEVERAL = regex(
    r"(?:(?:an?|the)\s+)?(?P<what>[\w-]+)\s+(?:of|on|for|at|in)\s+(?:the\s+)?(?P<whose>[\w-]+(?:\s+[\w-]+){0,2})",
    re.IGNORECASE,
)
_PREDICATED = regex(
    r"\W*(?:because\s+|since\s+|as\s+)?(?:(?:the|its|their|his|her|an?)\s+)?(?P<whose>[\w-]+(?:\s+[\w-]+){0,4})\s+(?:was|were|is|are|became|got|had been|has been|had|have)\s+(?:too\s+)?(?P<what>[\w-]+)\W*",
    re.IGNORECASE,
)
# "a charger that was faulty", "the rudder, which had failed"
_RELATIVE = regex(
    r"\W*(?:because of\s+)?(?:(?:the|its|their|his|her|an?)\s+)?(?P<whose>[\w-]+(?:\s+[\w-]+)?),?\s+(?:that|which|who)\s+(?:(?:was|were|is|are|had|has|had been|has been)\s+)?(?P<what>[\w-]+)\W*",
    re.IGNORECASE,
)
_ADVERBIAL = regex(
    r"\W*(?:(?:(?:(?:it|they|he|she|the [a-z]+) (?:was|were|had been) )?(?!not\b)[a-z]+(?: [a-z]+)? )?because\s+|since\s+|as\s+)?(?:it|they|he|she)\s+(?:(?:was|were|is|are|had been)\s+)?(?P<verb>[a-z]{3,}?)(?:ed|ing|s)?\s+(?P<how>[a-z]{3,})ly\W*",
    re.IGNORECASE,
)  # "it rained heavily"
_LED_IN = regex(r"\W*(?:(?:because of|due to|owing to|thanks to|in|at)\s+)", re.IGNORECASE)
_BODIES = "company|group|firm|club|team|bank|airline|council|government|factory|plant|school|hospital|band|shop|museum|university|union|charity"
_SUBJECT_OF_ITS_KIND = regex(
    rf"(?:the|its|their)\s+(?:{_BODIES}|driver|pilot|crew|player|ship|train|manager|owner)\s+(?=[a-z])", re.IGNORECASE
)
_SUBJECT = regex(
    r"\W*(?:because\s+|since\s+|as\s+)?(?:[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*){0,3}|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|the\s+(?P<who>[a-z]+))\s+(?=[a-z])"
    r"|\W*(?:Because|Since|As)\s+(?:[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*){0,3}|it|they|he|she|the\s+(?P<whom>[a-z]+))\s+(?=[a-z])"
)
_BODY = frozenset(_BODIES.split("|"))
_LEADING = frozenset(("by", "to", "it", "they", "he", "she"))
PREPOSITIONS = frozenset("near in on at for by with from to under over after before during through into within".split())  # noqa: SIM905 - a word list reads best as one text
# "that the retirement age should be raised to 67"
_PASSIVE = regex(
    r"(?:.*\bthat\s+|\W*)(?P<what>[^.,;:!?\n]+?)\s+(?:(?:should|must|would|will|shall|ought to|to)\s+)?(?:be|being|is|are|was|were)\s+(?P<verb>[a-z]+)\b(?P<rest>[^.,;:!?\n]*)\W*",
    re.IGNORECASE,
)
_BY_AGENT = regex(
    r"(?P<what>[^.,;:!?\n]+?) (?:was|were|is|are|had been|has been|have been) (?!not\b)(?P<verb>[a-z]+)(?P<rest>(?: [^.,;:!?\n]+?)?) by"
    r" (?P<who>(?:(?:the|an?|his|her|its|their) [a-z]+|[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}))(?P<more>(?: [^.,;:!?\n]+)?)[.!]?"
)
_PARTICIPLES = (
    "built made given taken kept held paid sent spent sold told cut put set let found brought bought taught lost won left written".split()  # noqa: SIM905 - see above
)
_PLAIN = {
    "built": "build", "made": "mak", "given": "giv", "taken": "tak", "kept": "keep", "held": "hold", "paid": "pay", "sent": "send",
    "spent": "spend", "sold": "sell", "told": "tell", "found": "find", "brought": "bring", "bought": "buy", "taught": "teach",
    "lost": "los", "won": "win", "left": "leav", "written": "writ",
}  # fmt: skip
_ACT_OF = regex(
    r"\W*(?:for\s+)?(?:the\s+)?(?P<act>[a-z]{3,}(?:ment|tion|sion|al|ing|ure|age))\s+of\s+(?P<what>[^.,;:!?\n]+)\W*",
    re.IGNORECASE,
)
_IN_ED = ("exceed", "proceed", "hundred")  # "exceed" is no past
_SHORT_IED = 4  # letters: "died" and "lied" are of verbs in "ie"
_SHORTEST = 6  # letters: "ring", "king", "bring" are plain forms
_FEW = 2  # parts or words of a text that can be told in another order or voice


def without_articles(words: Words) -> Words:
    """Return words without their articles, unless they are nothing else."""
    return tuple(word for word in words if word not in ARTICLES) or words


def bases(words: Words) -> Words:
    """Return words without articles and what leads them in, a verb's "-ing" as its plain form.

    >>> bases(("breaking", "down")) == bases(("to", "break", "down"))
    True
    """
    told = [word for word in words if word not in ARTICLES]
    return tuple(map(_base, told[1:] if len(told) > 1 and told[0] in _LEADING else told))


def turned(texts: Sequence[str]) -> Iterator[Words]:
    """Yield the words of "a shortage of steel" as "steel shortage"."""
    for whole in texts:
        text = whole.strip(" .")
        text = text[lead.end() :] if (lead := _LED_IN.match(text)) else text
        of = _OF.fullmatch(text) or _OF_SEVERAL.fullmatch(text)
        if of:
            yield bases(key(f"{of['whose']} {of['what']}"))
            if any(map(str.isdecimal, of["whose"])):
                yield bases(key(f"{of['what']} {of['whose']}"))  # "a pH of 7.4"


def predicated(text: str) -> Words:
    """Return the words of "the pitch was waterlogged" as "waterlogged pitch"; () for another text.

    >>> predicated("because the pitch was waterlogged") == bases(("waterlogged", "pitch"))
    True
    """
    if len(text) > SHORT:
        return ()
    said = _RELATIVE.fullmatch(text) or _PREDICATED.fullmatch(text)
    if said:
        return bases(key(f"{said['what']} {said['whose']}"))
    how = _ADVERBIAL.fullmatch(text) if "ly" in text else None
    if how:
        quality = f"{how['how'][:-1]}y" if how["how"].endswith("i") else how["how"]
        return bases(key(f"{quality} {how['verb']}"))
    return ()


def without_lead(text: str) -> Words:
    """Return the words of an accepted text without the preposition or "because of" that leads it in; () where none does."""
    lead = _LED_IN.match(text)
    told = bases(key(text[lead.end() :])) if lead else ()
    return told if len(told) > 1 else ()


def turned_within(text: str) -> Iterator[Words]:
    """Yield the words of each "injury to the knee" of a short text as "knee injury"."""
    if len(text) > SHORT:
        return
    for of in _OF.finditer(text):
        yield bases(key(f"{of['whose']} {of['what']}"))


def without_subject(text: str) -> str:
    """Return what an accepted statement says of its subject, where that is a word for its kind; "" for another.

    >>> without_subject("the company lost its licence"), without_subject("the dog barked")
    ('lost its licence', '')
    """
    subject = _SUBJECT_OF_ITS_KIND.match(text)
    return text[subject.end() :] if subject and has_verb(text[subject.end() :]) else ""


def of_subject(text: str, known: frozenset[str]) -> str:
    """Return what a statement says of its subject, a name, a pronoun, a body or one of what is ``known``: "lost its licence" of "Because Acme lost its licence"."""
    subject = _SUBJECT.match(text) if len(text) <= SHORT else None
    if subject is None:
        return ""
    named = folded(subject["who"] or subject["whom"] or "")
    return text[subject.end() :] if not named or named in _BODY or uninflected(named) in known else ""


def swapped(text: str) -> tuple[str, ...]:
    """Return the words of a text with what stands behind its comma put first."""
    before, _, behind = text.partition(",")
    return key(f"{behind} {before}") if "," not in behind else ()


def parts(words: Words) -> tuple[Words, ...]:
    """Return words as their parts in an order of their own, each from its preposition on; () for fewer than two.

    >>> parts(("in", "caves", "for", "2", "years")) == parts(("for", "2", "years", "in", "caves"))
    True
    """
    starts = [place for place, word in enumerate(words) if word in PREPOSITIONS and place + 1 < len(words)]
    if len(starts) < _FEW:
        return ()
    ends = [*starts[1:], len(words)]
    told = [without_articles(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    return (without_articles(words[: starts[0]]), *sorted(told))


def in_active_voice(text: str) -> Words:
    """Return the words of a passive statement as those that do it: "that the age be raised" as "raising age"; () for no such.

    >>> in_active_voice("that the ban should be lifted at 6") == bases(("lifting", "the", "ban", "at", "6"))
    True
    """
    said = _PASSIVE.fullmatch(text) if len(text) <= SHORT else None
    if said is None:
        return ()
    verb = folded(said["verb"])
    if verb.endswith("ed"):
        verb = _base(f"{verb[:-2]}ing")
    elif verb in _PARTICIPLES:
        verb = _PLAIN.get(verb, verb)
    else:
        return ()
    return (
        verb,
        *(_base(word) for word in without_articles(key(said["what"]))),
        *map(_base, without_articles(key(said["rest"]))),
    )


def with_agent_first(text: str) -> str:
    """Return a passive statement as what was done by whom: "Ana lent Ben the car" for "Ben was lent the car by Ana"; "" for no such.

    >>> with_agent_first("The car was lent by Ana to Ben."), with_agent_first("Ana lent it")
    ('Ana lent The car to Ben', '')
    """
    said = _BY_AGENT.fullmatch(text) if " by " in text and len(text) <= SHORT else None
    if said is None:
        return ""
    return " ".join(filter(None, (said[part].strip() for part in ("who", "verb", "what", "rest", "more"))))


@lru_cache(maxsize=65536)
def named_act(text: str) -> tuple[str, Words] | None:
    """Return the noun of an act and the rest of its words: "the treatment of pain"; None for another text.

    >>> named_act("the treatment of pain")
    ('treatment', ('pain',))
    """
    act = _ACT_OF.fullmatch(text) if len(text) <= SHORT else None
    return (folded(act["act"]), tuple(map(_base, without_articles(key(act["what"]))))) if act else None


@lru_cache(maxsize=4096)
def uninflected(word: str) -> str:
    """Return a form that a folded word has in common with its inflections, whether or not it is a word.

    >>> uninflected("carrying") == uninflected("carried") == uninflected("carry"), uninflected("broke") == uninflected("break")
    (True, True)
    >>> uninflected("seling") == uninflected("sell"), uninflected("caled") == uninflected("call")
    (True, True)
    """
    word = plain_form(word)
    if word.endswith(_IN_ED):
        return word
    if word.endswith("ied") and len(word) > _SHORT_IED:
        return f"{word[:-3]}y"
    if word.endswith("ed") and (len(word) >= _SHORTEST or (word.endswith("led") and len(word) > len("sled"))):
        return _base(f"{word[:-2]}ing")
    return _base(word)


def _base(word: str) -> str:
    if not word.endswith("ing") or len(word) < _SHORTEST:
        return word[:-1] if word.endswith("ll") else word.removesuffix("e") or word  # "called" is folded with one "l"
    stem = word[:-3]
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "flsz" else stem.removesuffix("e")
