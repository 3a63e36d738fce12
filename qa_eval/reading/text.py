"""Text as people mean it: one spelling for quotes, dashes, spaces and letters that look or mean the same."""

from __future__ import annotations

import re
import unicodedata

from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′´`ʹʻʼˈ＇‹›"), "'") | dict.fromkeys(map(ord, "“”„‟″«»＂〝〞"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⸺⸻﹣⁃"), "-")
_SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\u0085",
    ),
    " ",
)
_INVISIBLE = dict.fromkeys(
    [
        0x00AD,
        0x034F,
        0x061C,
        0x180E,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ],
)
_CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)])
_UNIFIED = _QUOTES | _DASHES | _SPACES | _INVISIBLE | _CONTROLS | {0x2044: "/", 0x2215: "/"}
_SAME_LENGTH = {code: to for code, to in (_QUOTES | _DASHES | _SPACES).items() if to}
_LIKE_ASCII = _SAME_LENGTH | {
    0x17F: "s",
    0x130: "i",
    0x131: "i",
}  # what a pattern that ignores case takes for "s" and "i"
# "10²" is not "102" and "1½" is not "11/2", as compatibility normalising alone would have it
_SUPERSCRIPT = regex(r"(?<=\d)(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])")
_FRACTION = regex(r"(?<=\d)(?=[¼½¾⅐-⅞↉])")
_DECIMALS = {"¼": ".25", "½": ".5", "¾": ".75"}
_DECIMAL_FRACTION = regex(r"(?<=\d)[¼½¾]")
_WIDE = 100  # characters of a text that may have wide gaps
_GAP = regex(r"\s{40,}")
_PLAIN_CONTROLS = regex(r"[\x00-\x08\x0e-\x1b\x7f`]")

_WORD = regex(
    r"(?<![\w.])[-+]?\d+(?:[.,]\d+)*"  # numbers with their sign and separators
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"  # U.S.
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[%$€£¥°]"
)
# words that carry no meaning of their own
STOP_WORDS = frozenset(
    """a an the of in on at to for by with from into as and is are was were be been being it its this that these those
    has have had do does did will would he she they them his her their there which who""".split()  # noqa: SIM905 - a word list reads best as one text
)
_MARKS = regex("[\u0300-\u036f]")
_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS", "ı": "i", "ħ": "h", "Ħ": "H",
})  # fmt: skip


def normalised(text: str) -> str:
    """Return ``text`` in one spelling: compatibility forms, case, quotes, dashes and spaces unified, the invisible dropped.

    Normalising twice is normalising once. Accents, articles and punctuation stay.

    >>> normalised("  “Ｓｕｄｚｈａ”\u200b – Kursk ")
    '"sudzha" - kursk'
    >>> normalised("10²")
    '10^2'
    """
    if text.isascii():
        return " ".join(_PLAIN_CONTROLS.sub(_plain_control, text).lower().split())
    before = text
    for _ in range(4):  # one pass is nearly always enough; a few letters need a second
        after = _unified(before)
        if after == before:
            break
        before = after
    return before


def _plain_control(match: re.Match[str]) -> str:
    return "'" if match[0] == "`" else ""


def _unified(text: str) -> str:
    if not text.isascii():
        text = _FRACTION.sub(" ", _SUPERSCRIPT.sub("^", text))
        text = unicodedata.normalize("NFKC", text.translate(_UNIFIED)).translate(_UNIFIED)
        text = unicodedata.normalize("NFKC", text.casefold())
    return " ".join(text.translate(_UNIFIED).lower().split()) if text.isascii() else " ".join(text.split())


def compatible(text: str) -> str:
    """Return ``text`` with compatibility forms unified, figures still told from the fractions and powers behind them.

    >>> compatible("4½"), compatible("10²"), compatible("ﬁve km²")
    ('4.5', '10^2', 'five km2')
    """
    text = _DECIMAL_FRACTION.sub(lambda found: _DECIMALS[found[0]], text)
    return unicodedata.normalize("NFKC", _FRACTION.sub(" ", _SUPERSCRIPT.sub("^", text))).replace("\u2044", "/")


def without_gaps(text: str) -> str:
    """Return ``text`` with each wide gap, which takes long to look through, as one line break or space.

    >>> without_gaps("a" + 120 * " " + "b")
    'a b'
    """
    return _GAP.sub(_narrowed, text) if len(text) > _WIDE else text


def _narrowed(gap: re.Match[str]) -> str:
    return "\n" if "\n" in gap[0] else " "


def plain_quotes(text: str) -> str:
    """Return ``text`` with straight quotes, plain hyphens and plain spaces, character for character.

    >>> plain_quotes("I don’t – know")
    "I don't - know"
    """
    return text if text.isascii() else text.translate(_SAME_LENGTH)


def plain_lower(text: str) -> str:
    """Return ``text`` as ``plain_quotes`` does and in lower case, character for character, for patterns that heed case.

    A pattern that ignores case takes some times as long to say that it is not there.

    >>> plain_lower("I DON’T – know")
    "i don't - know"
    """
    if text.isascii():
        return text.lower()
    plain = text.translate(_LIKE_ASCII)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(each.lower()[:1] for each in plain)


def words(text: str) -> tuple[str, ...]:
    """Return the normalised words and numbers; a number keeps its sign and separators, "U.S." is one word.

    >>> words("The U.S. sent 1,300 short-range missiles.")
    ('the', 'us', 'sent', '1,300', 'short', 'range', 'missiles')
    """
    return tuple(
        word.replace(".", "") if "." in word and not word[-2:].isdigit() and word[0].isalpha() else word
        for word in _WORD.findall(normalised(text))
    )


def content_words(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning, in the singular, without possessives; all words when none would be left.

    >>> content_words("The loss of Ukraine's soldiers")
    ('loss', 'ukraine', 'soldier')
    >>> content_words("The The")
    ('the', 'the')
    """
    every = words(text)
    kept = tuple(singular(word.removesuffix("'s").rstrip("'")) for word in every if word not in STOP_WORDS)
    return kept or every


def without_accents(text: str) -> str:
    """Return ``text`` with Latin letters stripped of their marks.

    >>> without_accents("Łódź, São Tomé, Møller")
    'Lodz, Sao Tome, Moller'
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


_LEAD_IN = regex(
    r"""(?:
      (?:sure|certainly|okay|ok|of[ ]course|absolutely|great[ ]question|thanks|thank[ ]you|hello|hi)[,!.:]+\s+
    | (?:here(?:'s|[ ]is)[ ])?(?:(?:the|my|your|a|so[ ]the)[ ])?(?:(?:short|final|correct|direct|best|exact|answer)[ ]){0,2}
      answer(?:[ ]to[ ](?:the|this|your)[ ]question)?(?:[ ](?:is|was|would[ ]be)(?![\w'-])[ :]*|\s*[:=-]+)\s*
    | (?:a|ans|final|response|output|result)\s*:\s*
    | \#{4}\s*
    | (?:(?:but|so|well|therefore|thus|hence|then|and)[ ,]\s*)?
      (?:according[ ]to|based[ ](?:up)?on|as[ ](?:per|stated[ ]in|mentioned[ ]in|reported[ ](?:in|by)|described[ ]in)|per|from|in)[ ]
      (?:the|this|that|your)[ ](?:(?:given|provided|above|supplied|following)[ ])?
      (?:article|text|passage|document|context|report|information|source|paragraph)(?:[ ](?:provided|given|above))?\s*[,:]\s*
    | (?:the|this)[ ](?:(?:given|provided|above)[ ])?(?:article|text|passage|document|context|report)[ ]
      (?:says|states|mentions|reports|notes|indicates|said|stated|gives|tells[ ]us)(?:[ ]that|[ ]it[ ](?:is|was)|:)?(?!\w)\s*
    | i[ ](?:think|believe|would[ ]say|guess)(?:[ ]that)?(?!\w)[,:]?\s*
    | (?:it|this|that|he|she|there)(?:'s|[ ](?:is|was|were|would[ ]be))(?![\w'])\s*
    | (?:they|these|those|there)(?:'re|[ ](?:are|were))(?![\w'])\s*
    | it[ ]took[ ]place[ ]|it[ ](?:happened|occurred)[ ]
    | (?:(?:it|he|she)[ ](?:goes|went)[ ]by(?:[ ]the[ ]name(?:[ ]of)?)?|(?:it|he|she)[ ](?:bears|bore|carries|has)[ ]the[ ]name(?:[ ]of)?
      |(?:its|his|her|the)[ ]name[ ](?:is|was)|called|named|dubbed|known[ ]as)[ ](?=(?-i:["A-Z]))
    )(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_FENCE = regex(r"\A\s*```[^\n`]*\n?(.*?)\n?```\s*\Z", re.DOTALL)
_BOXED = regex(r"\\(?:boxed|fbox|text|textbf|mathrm|mathbf)\{([^{}]*)\}")
_EMPHASIS = regex(
    r"(?<![\w*])(\*{1,3}|~~|`)(?=\S)([^*`~\n]*[^\s*`~])\1(?![\w*])|(?<!\w)(_{1,2})(?=[^\W_])([^_\n]*[^\W_])\3(?!\w)"
)
_LINE_MARK = regex(r"\A\s*(?:#{1,6}\s+|>\s*|[-*•]\s+)")
_ABBREVIATION = regex(
    r"(?:\b(?:[^\W\d_]\.)+[^\W\d_]|\b(?:jr|sr|inc|ltd|co|corp|st|mt|no|etc|gen|dr|mr|mrs|ms|prof|lt|col|capt|sgt|rev|hon|vs|approx))\.\Z",
    re.IGNORECASE,
)
_QUOTED = regex(r"""\A(?:"([^"]*)"|'([^']*)'|\$([^$]*[^$\s])\$|\(([^()]*)\)|\[([^\[\]]*)\])\Z""", re.DOTALL)
_MARKED = frozenset("*_`#>\\~")
_TRAILING = ".,;:! \t\n"
_ENDINGS = frozenset(".,;:!")
_BULLETS = ("- ", "• ")
_FRAME_STARTS = ("a", "b", "c", "d", "f", "g", "h", "i", "k", "m", "n", "o", "p", "r", "s", "t", "w", "y", "#", "e")


def strip_frame(text: str) -> str:
    r"""Return the answer without what stands around it: lead-ins, Markdown, LaTeX boxes, quotes, the trailing full stop.

    Case, inner punctuation and negations stay; an answer that is nothing but frame stays as it is.

    >>> strip_frame("Sure! According to the article, it was **170 mm**.")
    '170 mm'
    >>> strip_frame("The answer is: $\\boxed{4,000}$")
    '4,000'
    """
    shown = plain_quotes(text).strip()
    if shown[:2] in _BULLETS or not _MARKED.isdisjoint(shown):
        shown = _without_markup(shown) or shown
    for _ in range(8):  # each pass takes one layer; real answers have two or three
        bare = _without_layer(shown)
        if bare == shown or not bare:
            break
        shown = bare
    return shown


def _without_markup(text: str) -> str:
    fenced = _FENCE.match(text)
    text = fenced[1] if fenced else text
    if "\\" in text:
        text = _BOXED.sub(r"\1", _BOXED.sub(r"\1", text))
    text = _LINE_MARK.sub("", text) if "\n" not in text.strip() else text
    return _EMPHASIS.sub(lambda match: match[2] or match[4] or "", text).strip()


def _without_layer(text: str) -> str:
    shown = text
    if text[:1].lower() in _FRAME_STARTS:
        lead = _LEAD_IN.match(text)
        shown = text[lead.end() :] if lead else text
    if shown[-1:] in _ENDINGS:
        bare = shown.rstrip(_TRAILING)
        shown = f"{bare}." if _ABBREVIATION.search(f"{bare[-12:]}.") else bare
    if shown and shown[0] in "\"'$([":
        quoted = _QUOTED.match(shown)
        if quoted and quoted.lastgroup is None and quoted.lastindex:
            shown = quoted[quoted.lastindex].strip() or shown
    return shown
