"""A short text as marked words: what each means, and whether it is a verb by its form, a preposition, or a helping word."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import expressed, is_small, is_told, lemma, meant, quality_in
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.wording import folded, plain


class Kind(Enum):
    """What a word does in a sentence, as far as that can be told from the word alone."""

    WORD = auto()
    PLACE = auto()  # a preposition that says how what follows lies to what stands before, or "and"
    OF = auto()  # one that says little: in another construction there is none
    BE = auto()
    HAVE = auto()
    MODAL = auto()
    NOT = auto()
    BECAUSE = auto()
    WHICH = auto()
    OWN = auto()  # the 's of an owner
    ARTICLE = auto()
    HIS = auto()
    IT = auto()
    STOP = auto()  # a mark of punctuation
    EMPTY = auto()  # says nothing of its own


class Marked(NamedTuple):
    """A word: its meaning, what it does, the folded word itself, its characters in the plain text, and the lemmas it is known by."""

    meaning: str
    kind: Kind
    word: str
    start: int
    end: int
    form: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is a verb by its form: a participle or one in the past."""
        return self.kind is Kind.WORD and (is_past(self.word) or (self.word.endswith("ing") and len(self.word) > _ING))

    @property
    def follows_have(self) -> bool:
        """Whether "have" before it makes a verb in the past of it."""
        return self.kind is Kind.WORD and (is_past(self.word) or self.word in _UNCHANGED)

    @property
    def is_how(self) -> bool:
        """Whether it tells how or when something is done, and so names nothing."""
        return self.word.endswith("ly") or is_small(self.meaning)

    @property
    def tells(self) -> bool:
        """Whether it may tell something of another word: what was done to it, or what it is like."""
        return self.is_done or is_told(self.meaning) or self.word.endswith("ly") or quality_in(self.word) is not None


_UNCHANGED = frozenset(
    """come become run cut put set shut hit burst spread hurt split shed quit upset undercut outbid overcome thrust
    cast""".split()  # noqa: SIM905 - a word list reads best as one text
)
_ING = 5  # letters: "king" and "bring" are no participles
_BY_WORD = {
    word: kind
    for kind, every in {
        Kind.OF: "of in at on to for by with from into as through via out",
        Kind.BE: "is are was were be been being am become became got",
        Kind.NOT: "not never no none neither nor",
        Kind.WHICH: "that which who whom",
        Kind.OWN: "'s '",
        Kind.ARTICLE: "a an the this these those some any",
        Kind.HIS: "his her its their my your our",
        Kind.IT: "he she they it i you we one them him us people themselves itself himself herself someone somebody",
        Kind.STOP: ', ; : . ! ? ( ) "',
        Kind.EMPTY: "there will would shall do does did also just now then already please so indeed actually simply both here",
    }.items()
    for word in every.split()
}
_MEANINGS = {
    Kind.PLACE: "over under near beside before after during about behind in_front_of against between among within despite instead_of"
    " without out_of across along around past beyond outside per than and onto off until towards",
    Kind.OF: "of to through",
    Kind.HAVE: "have contain",
    Kind.MODAL: "must can may",
    Kind.BECAUSE: "because",
    Kind.NOT: "not",
}
_TOKEN = regex(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*|'s\b|(?<=s)'(?=\s)|[,;:.!?()\"]")
_SHORTENED = regex(r"(?<=[a-z])'(?P<what>ve|re|ll|d|m)\b|\b(?P<who>it|that|there|he|she|what|who)'s\b", re.IGNORECASE)
_LONG_FORMS = {"ve": " have", "re": " are", "ll": " will", "d": " would", "m": " am"}
_NEXT = regex(r" (?:(?:already|never|not|just|only) )?(?P<word>[a-z]+)", re.IGNORECASE)
# "hang it up", "switch the light off": the verb's other half stands behind what it is done to
_APART = regex(
    r"(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bby )(?<!\bof )\b(?P<verb>(?!(?:when|once|after|before|until|while|since|because|that|and|for|with|from|into)\b)[a-z]{3,}) (?P<what>(?:it|them|him|her|this)|(?:the|its|his|her|their|your) (?:[a-z]+ )?[a-z]+)(?<! right)(?<! straight) (?P<half>up|down|off|away|back|out(?! of\b)|(?:over|on)(?= to\b))\b",
    re.IGNORECASE,
)
# "set them free", "let the bird go"
_FREED = regex(
    r"\b(?P<verb>sets?|setting|lets?|letting) (?P<what>it|them|him|her|(?:the|its|his|her|their) [a-z]+) (?P<half>free|go|loose)\b",
    re.IGNORECASE,
)
# "make the lane wider"
_MADE = regex(
    r"\b(?P<make>make|makes|made|making) (?P<what>it|them|(?:the|an?|his|her|its|their) (?:[a-z]+ )?[a-z]+) (?P<how>(?:wid|long|short|strong|weak|soft|light|thick|thinn|dark|bright|hard|sweet|flatt|smooth|stiff|deep|tight|loos)er|better|worse|smaller)\b",
    re.IGNORECASE,
)
_MOVED = regex(
    r"\b(?P<verb>br(?:ing|ings|ought|inging)|push(?:es|ed)?|dr(?:ive|ives|ove|iven)|knock(?:s|ed)?|t(?:ear|ears|ore|orn)|pull(?:s|ed)?) (?P<what>(?!up|down|back|out\b)[a-z]+(?: (?!to|in|on|at|from|up|down|back|out\b)[a-z]+)?) (?P<half>up|down|back)\b",
    re.IGNORECASE,
)


@cache
def _by_meaning() -> dict[str, Kind]:
    return {
        "_".join(map(lemma, word.split("_"))) if "_" in word else meant(folded(word)): kind
        for kind, every in _MEANINGS.items()
        for word in every.split()
    }


@lru_cache(maxsize=512)
def marked(text: str, *, near: bool = False) -> tuple[Marked, ...]:
    """Return the words of a short text, marked; ``near``: with the expressions that only mean nearly the same as another.

    >>> [(word.meaning, word.kind.name) for word in marked("It can't be repaired.")]
    [('it', 'IT'), ('can', 'MODAL'), ('not', 'NOT'), ('be', 'BE'), ('repair', 'WORD'), ('.', 'STOP')]
    """
    text = written_out(text)
    found = list(_TOKEN.finditer(text))
    words = tuple(folded(match[0]) if match[0][0].isalnum() else match[0] for match in found)
    told = []
    for place, end, meaning in expressed(words, near=near):
        word = words[place]
        kind = (_BY_WORD.get(word) if end == place + 1 else None) or _by_meaning().get(meaning, Kind.WORD)
        if (
            word == "one"
            and end == place + 1
            and end < len(words)
            and words[end][0].isalnum()
            and words[end] not in _BY_WORD
        ):
            kind = Kind.ARTICLE  # "one hour" is an hour
        form = lemma(word) if end == place + 1 else "_".join(map(lemma, words[place:end]))
        told.append(Marked(meaning, kind, word, found[place].start(), found[end - 1].end(), form))
    return tuple(told)


def written_out(text: str) -> str:
    """Return a text in its long form, the halves of a verb side by side: "hang up it" for "hang it up"."""
    text = uncontracted(plain(text))
    if "'" in text:
        text = _SHORTENED.sub(lambda found: f"{found['who']} is" if found["who"] else _long_form(found, text), text)
    text = _FREED.sub(r"\g<verb> \g<half> \g<what>", _APART.sub(r"\g<verb> \g<half> \g<what>", text))
    text = _MADE.sub(r"\g<make> \g<how> \g<what>", text)
    return _MOVED.sub(r"\g<verb> \g<half> \g<what>", text)


def _long_form(found: re.Match[str], text: str) -> str:
    """Return what stands behind an apostrophe in its long form: "he'd left" is he had, "he'd leave" he would."""
    behind = _NEXT.match(text, found.end()) if found["what"].lower() == "d" else None
    past = behind is not None and (is_past(folded(behind["word"])) or behind["word"].lower() in _UNCHANGED | {"been"})
    return " had" if past else _LONG_FORMS[found["what"].lower()]
