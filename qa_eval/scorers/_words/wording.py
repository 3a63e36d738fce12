"""An answer as words with their places, so that an accepted text can be found in it, and be seen to be denied there."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import CARDINALS, ORDINALS
from qa_eval.reading.hedges import HedgeKind, read_hedges
from qa_eval.reading.names import read_names
from qa_eval.reading.names.titles import SHORT_RANKS
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.reading.text import STOP_WORDS, compatible, plain_quotes, without_accents
from qa_eval.scorers._words.spans import Spans, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa_eval.reading.hedges import Hedge
    from qa_eval.reading.names import Name

ARTICLES = frozenset(("a", "an", "the"))
# words that carry no meaning of their own: an accepted text may stand among them
SMALL = STOP_WORDS | {"because", "due", "owing", "thanks"}
SHORT = 200  # characters of an answer that may well be given again, so that what was read of it is kept
_TOKEN = regex(
    r"(?<![\w.,])\d+(?:st|nd|rd|th)(?!\w)"
    r"|(?<![\w.])[-+]?\d+(?:[.,]\d+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.)+[^\W\d_](?!\w)|(?:[^\W\d_]\.){2,}(?!\w)"
    r"|[^\W_][\w-]{0,63}(?:\.[^\W\d_]{2,})+(?!\w)"  # a site's address, of labels as long as they may be
    r"|(?<!\w)[aA]-(?=[^\W\d_])[^\W_]+"  # A-Team: no article
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[%$€£¥°+#&](?=\W|$)"
)
_SENTENCE = regex(r"(?<=[^\W\d_]{3})(?<!\bGen)(?<!\bSen)(?<!\bRev)(?<!\bCol)\.\s")
# between a "film/series" and what is told of it
_APART = regex(r",|\b(?:by|of|from|with|in|is|was|has|had|starring|stars)\b")
_LONG = 8  # letters that two spellings with and without a hyphen have to share
_REACH = 30  # characters between an "or" and what it leaves open
_ADDRESS = regex(r"[^\W_][\w-]*(?:\.[^\W\d_]{2,})+")
# what an answer says did not come about
_FAILED = regex(
    r"\b(?:fail(?:s|ed|ing)?|unable|refus(?:es|ed|ing)|declin(?:es|ed)|ceas(?:es|ed|ing)|(?:stop(?:s|ped)?|cease) being|(?:was|were|is|are) (?:stopped|prevented) from)"
    r"(?: to)?\s+(?!(?:because|due|as|since|on|in|at|when|after|despite|owing|through|by|for|over|amid|following)\b)(?P<what>[^.,;:!?\n]+)",
    re.IGNORECASE,
)
_INVISIBLE = regex("[\u00ad\u034f\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb]")
_CONTROLS = regex(r"[\x00-\x08\x0e-\x1b\x7f]")
_SPELT = {
    "grey": "gray", "tyre": "tire", "aluminium": "aluminum", "kerb": "curb", "plough": "plow", "mould": "mold",
    "moustache": "mustache", "pyjama": "pajama", "sulphur": "sulfur", "sceptic": "skeptic", "sceptical": "skeptical",
    "jewellery": "jewelry", "aeroplane": "plane", "manoeuvre": "maneuver", "programme": "program",
    "haemoglobin": "hemoglobin", "anaemia": "anemia", "leukaemia": "leukemia", "oestrogen": "estrogen",
    "oesophagus": "esophagus", "paediatric": "pediatric", "anaesthetic": "anesthetic", "archaeology": "archeology",
    "encyclopaedia": "encyclopedia", "whisky": "whiskey", "draught": "draft", "cosy": "cozy", "analyse": "analyze",
    "ageing": "aging", "judgement": "judgment", "licence": "license", "practise": "practice", "cheque": "check",
    "yoghurt": "yogurt", "doughnut": "donut", "omelette": "omelet", "artefact": "artifact", "mollusc": "mollusk", "caesium": "cesium",
    "orthopaedic": "orthopedic", "caesarean": "cesarean", "annexe": "annex", "gaol": "jail", "woollen": "woolen", "chilli": "chili",
    "fulfill": "fulfil", "enroll": "enrol", "distill": "distil", "carburettor": "carburetor",
}  # fmt: skip
_AMERICAN = _SPELT | {f"{word}s": f"{spelt}s" for word, spelt in _SPELT.items()} | {
    "via": "through", "beneath": "under", "underneath": "under", "upon": "on", "amongst": "among", "amidst": "amid", "whilst": "while",
    "toward": "towards", "within": "inside", "&": "and", "every": "each", "former": "old", "mt": "mount", "rainfall": "rain", "snowfall": "snow",
    # what one calls this and another that, out of any context
    "movie": "film", "movies": "films", "lorry": "truck", "lorries": "trucks", "petrol": "gasoline", "couch": "sofa", "couches": "sofas", "cab": "taxi",
    "cabs": "taxis", "bike": "bicycle", "bikes": "bicycles", "fridge": "refrigerator", "telephone": "phone", "photograph": "photo", "photographs": "photos",
    "automobile": "car", "automobiles": "cars", "attorney": "lawyer", "attorneys": "lawyers", "goalie": "goalkeeper", "mum": "mother", "mom": "mother",
    "dad": "father", "grandma": "grandmother", "granny": "grandmother", "grandpa": "grandfather", "granddad": "grandfather", "grandad": "grandfather",
    "auntie": "aunt", "aunty": "aunt", "kid": "child", "kids": "child", "children": "child", "elevator": "lift", "elevators": "lifts", "soccer": "football", "medication": "medicine",
    "lack": "shortage", "scarcity": "shortage", "airplane": "plane", "airplanes": "planes",
    "incorporated": "inc", "corporation": "corp", "limited": "ltd",
}  # fmt: skip
# "third" and "3rd", "five" and "5": only what can hardly mean anything else ("one" is often no number, "second" a time)
_GENERATIONS = {"jr": "junior", "sr": "senior"}
_SAME = (
    _AMERICAN
    | SHORT_RANKS
    | _GENERATIONS
    | {word: str(number) for number, word in enumerate(CARDINALS[2:13], 2)}
    | {"first": "1st", "2nd": "second", "third": "3rd"}
    | {word: f"{number}th" for number, word in enumerate(ORDINALS[4:13], 4)}
)


def _shorter(found: re.Match[str]) -> str:
    return {"ph": "f", "s": "z"}.get(found[0], found[0][-1])


_BRITISH: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"is(?=ations?$|ed$|es?$|ing$|ers?$|ational$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}[bdlmnprtv])our(?=(?:ed|ing|able|ful|less|ite)?s?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bdt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}f)ence$"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ll(?=(?:(?:ed|ing|er|or|ment)s?|ful(?:ly|ness)?)$)"), "l"),
    (
        re.compile(
            r"(?<=^sul)ph|(?<=ly)s(?=es?$|ed$|ing$|ers?$)|(?<=^[hp])ae(?=m[ao]|d)|^oe(?=d|s)|(?<=^f)oe(?=t)|(?<=^gyn)ae"
            r"|(?<=^an)ae(?=[ms])|(?<=^leuk)ae|(?<=^medi)ae(?=v)|(?<=^arch)ae(?=o)|(?<=^pal)ae(?=o)|(?<=^f)ae(?=c)|(?<=rh)oe(?=a)|^ae(?=sth)"
        ),
        _shorter,
    ),
)


class Token(NamedTuple):
    """A word in the one form that is compared, and its characters in the text."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return ``text`` with plain quotes and dashes, compatibility forms unified, the invisible and accents dropped."""
    if text.isascii():
        return _CONTROLS.sub("", text) if not text.isprintable() else text
    text = _CONTROLS.sub("", _INVISIBLE.sub("", plain_quotes(text)))
    return without_accents(plain_quotes(compatible(text)))


def _written_words(text: str) -> list[str]:
    """Return the words of a plain text as they stand there; those between which nothing but spaces and commas stands at a glance."""
    if text.isascii():
        words = text.rstrip(".,;:!?").replace(", ", " ").split()
        joined = "".join(words)
        if joined.isalpha():
            return words
        if joined.isalnum() and not [word for word in words if word[0] <= "9" and not word.isdecimal()]:
            return words
    return _TOKEN.findall(text)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return the form in which words are compared: lower case, singular, no possessive, one spelling.

    >>> [folded(word) for word in ("Howitzers", "Organisation", "Ukraine's", "U.S.", "1,300")]
    ['howitzer', 'organization', 'ukraine', 'us', '1,300']
    """
    word = word.casefold().removeprefix("www.")
    if word.isdecimal():
        return word
    if not word[-1:].isdigit() and not _ADDRESS.fullmatch(word):
        word = word.replace(".", "").removesuffix("'s").replace("'", "")
    elif word.startswith("www."):
        word = word[4:]
    word = _SAME.get(word, word)
    for pattern, spelling in _BRITISH:
        word = pattern.sub(spelling, word)
    return singular(word) if word.isalpha() else word


def key(text: str) -> tuple[str, ...]:
    """Return the folded words of a text without leading articles, unless only articles are left.

    >>> key("The Associated Press"), key("A"), key("The The"), key("The A-Team")
    (('associated', 'press'), ('a',), ('the', 'the'), ('a-team',))
    """
    return _key_briefly(text) if len(text) <= SHORT else _key(text)


def _key(text: str) -> tuple[str, ...]:
    return without_article(tuple(map(folded, _written_words(plain(text)))))


_key_briefly = lru_cache(maxsize=4096)(_key)  # the same names, items and parts are asked for again and again


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without leading articles, unless only articles are left."""
    if not words or words[0] not in ARTICLES:
        return words
    first = next((place for place, word in enumerate(words) if word not in ARTICLES), 0)
    return words[first:]


def run_on(keys: Mapping[tuple[str, ...], int]) -> dict[str, int]:
    """Return long keys written as one word: "quarterfinal" for "quarter-final".

    >>> run_on({("quarter", "final"): 0, ("a", "b"): 1})
    {'quarterfinal': 0}
    """
    joined = {"".join(words): position for words, position in keys.items()}
    return {
        word: position
        for word, position in joined.items()
        if len(word) >= _LONG and (word.isalpha() or word.isdecimal())
    }


class Wording:
    """One text: its plain form, its folded words, and the stretches that it denies or leaves open."""

    __slots__ = ("_denied", "_hedges", "_names", "_tokens", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.words = tuple(map(folded, _written_words(self.text)))
        self._tokens: list[Token] | None = None
        self._hedges: tuple[Hedge, ...] | None = None
        self._denied: Spans | None = None
        self._names: tuple[Name, ...] | None = None

    @property
    def tokens(self) -> list[Token]:
        """The folded words and their characters in the text."""
        if self._tokens is None:
            self._tokens = [
                Token(word, match.start(), match.end())
                for word, match in zip(self.words, _TOKEN.finditer(self.text), strict=True)
            ]
        return self._tokens

    @property
    def hedges(self) -> tuple[Hedge, ...]:
        """What the text denies, takes back or leaves open."""
        if self._hedges is None:
            self._hedges = read_hedges(self.text)
        return self._hedges

    def hedges_nothing(self) -> None:
        """Take it as known that the text denies nothing and leaves nothing open, so that it need not be read for it."""
        self._hedges = ()

    @property
    def names(self) -> tuple[Name, ...]:
        """The capitalised names of the text."""
        if self._names is None:
            self._names = tuple(_within_sentence(name) for name in read_names(self.text))
        return self._names

    def tokens_within(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin between two places."""
        first, last = (bisect_left(self.tokens, place, key=lambda token: token.start) for place in (start, end))
        return self.tokens[first:last]

    def without(self, small: frozenset[str]) -> list[Token]:
        """Return the tokens but for some small words."""
        return [token for token in self.tokens if token.word not in small]

    def find(self, phrase: tuple[str, ...], tokens: list[Token] | None = None) -> list[tuple[int, int]]:
        """Return where the folded words of ``phrase`` stand side by side, as spans of characters."""
        if not phrase or phrase[0] not in self.words:
            return []
        return find_words(phrase, self.tokens if tokens is None else tokens)

    def denies(self, span: tuple[int, int]) -> bool:
        """Return whether the text denies or takes back what stands there."""
        if self._denied is None:
            denied = [(h.start, h.end) for h in self.hedges if h.kind is not HedgeKind.ALTERNATIVE]
            denied += [match.span("what") for match in _FAILED.finditer(self.text)]
            self._denied = Spans(denied)
        return self._denied.hold(span[0])

    def left_open(self, spans: Sequence[tuple[int, int]], every: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
        """Yield the alternatives beside one that holds one of ``spans``: the "B" of "A or B".

        An alternative that holds one of ``every`` is as good as the other.
        """
        choices = [hedge for hedge in self.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
        if not choices:
            return
        good = sorted([*(span[0] for span in spans), *(span[0] for span in every)])
        if any(_is_chosen(self.text, choice, span) for choice in choices for span in _among(spans, choice)):
            yield from (choice.text for choice in choices if not holds(good, choice.start, choice.end))


def find_words(phrase: tuple[str, ...], within: Sequence[Token]) -> list[tuple[int, int]]:
    """Return where words stand side by side among tokens, as spans of characters."""
    first, length = phrase[0], len(phrase)
    return [
        (token.start, within[place + length - 1].end)
        for place, token in enumerate(within[: max(0, len(within) - length + 1)])
        if token.word == first and all(within[place + step].word == phrase[step] for step in range(1, length))
    ]


def _within_sentence(name: Name) -> Name:
    """Return a name without what the next sentence begins with: "Harrison Ford. There" is "Harrison Ford"."""
    end = _SENTENCE.search(name.text)
    return name._replace(text=name.text[: end.start()], end=name.start + end.start()) if end else name


def _among(spans: Sequence[tuple[int, int]], choice: Hedge) -> Sequence[tuple[int, int]]:
    first = bisect_left(spans, (choice.start, 0))
    last = bisect_left(spans, (choice.end, 0))
    return (*spans[first : first + 1], *spans[max(first, last - 1) : last])


def _is_chosen(text: str, choice: Hedge, span: tuple[int, int]) -> bool:
    """Return whether an alternative is about what stands at ``span``, and not about something far from it, as in "a CBC/Netflix film with X"."""
    joined = "/" in (text[choice.start - 1 : choice.start], text[choice.end : choice.end + 1])
    if joined and _APART.search(text, choice.start, span[0]):
        return False
    return min(span[0] - choice.start, choice.end - span[1]) <= _REACH
