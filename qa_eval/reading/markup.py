"""Text without what is written for machines and for looking up: invisible and misread characters, HTML tags, LaTeX, web addresses, "[1]"."""

from __future__ import annotations

import re
from html import unescape

from qa_eval.reading.regex import regex

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MISREAD = "Â(?=[\u00a0°±²³µ·])"  # what is left of UTF-8 read as Latin-1
_SOURCE = r"(?:\[\^?\d{1,3}\^?\])+(?![\w(\[])"  # where something is said to stand: "12 km [3]"
# behind a letter it may be part of a name, "list[0]", and behind "is" or ":" what is said
_NOT_SAID = r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bbe)(?<!were)(?<!quals)(?<!answer)"
_CITED = rf"(?:(?<=[\d.,;!?)%°\"'’”])|(?<=[\w.,;!?)%°\"'’”]){_NOT_SAID}[ ]){_SOURCE}|\u3010\d[^\u3011]{{0,60}}\u3011"
_SUSPECT = regex(
    rf"\[\^?\d{{1,3}}\^?\]|\u3010|[\\{{{_INVISIBLE}]|Â|</?[A-Za-z]|://|www\.|\$[-−]?\d(?:[^$\s]*|[^$^\n]{{0,20}}\^[^$\n]{{0,20}})\$|\$[A-Za-z][^$]{{0,20}}="
)
_TAGS = "a|abbr|b|big|br|center|cite|code|div|em|font|h[1-6]|i|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|td|th|tr|tt|u|ul|var"
_MARKUP = regex(
    rf"""
      (?P<nothing> {_CITED} | [{_INVISIBLE}] | {_MISREAD} | </?(?:{_TAGS})(?:\s[^<>]{{0,80}})?/?> | </sup> | \\[()\[\]!] | \\(?:boxed|left|right|displaystyle)\b )
    | (?P<space> (?:\b[A-Za-z]{{2,10}}://|\bwww\.)\S+ | \\[,;:>\ ] | \\q?quad\b )
    | (?P<power> <sup> )
    | \\[dt]?frac\s?\{{(?P<above>[^{{}}]{{1,40}})\}}\s?\{{(?P<below>[^{{}}]{{1,40}})\}}
    | \\(?:text|mathrm|mathbf|mathit|textbf|textrm|mbox|operatorname|unit)\s?\{{(?P<words>(?:[^{{}}]|\^\{{[^{{}}\\]{{1,10}}\}}){{0,200}})\}}
    | \{{(?P<comma>,)\}}
    | \^\{{(?P<exponent>[^{{}}\\]{{1,10}})\}}
    | \$(?P<math>[-−]?\d[\d.,]*|[A-Za-z][^$\n\\]{{0,20}}=[^$\n\\]{{1,40}})\$(?!\d)
    | (?P<degree> \^\s?\{{?\\circ\}}? | \\degree\b )
    | \\(?P<command> times|cdot|approx|sim|leq|le|geq|ge|pm|mu|Omega )(?![A-Za-z])
    | \\(?P<escaped> [%$&_\#] )
    """,
    re.VERBOSE,
)
# "$10^{3}$" and "$1{,}000$": no one pays so
_POWER_IN_MATH = regex(r"\$[-−]?\d[\d.,]*(?:\{,\}\d|(?:\s?[x×·*]\s?10)?\^)[^$\n]{0,20}\$(?!\d)")
_WITHIN = regex(r"\\(?P<command>[A-Za-z]+) ?|(?P<unseen>[{}]| (?=\\cdot\b))|(?P<space>\\[,;:> ])|[\s\S]")
_COMMANDS = {
    "times": "×", "cdot": "·", "approx": "≈", "sim": "~", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "pm": "±", "mu": "μ", "Omega": "Ω",
}  # fmt: skip


_SOURCES = regex(_CITED)
_ENTITY = regex(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


def without_sources(text: str) -> str:
    """Return a text without the marks of where it is said to stand.

    >>> without_sources("12,000 troops were sent [1][2]."), without_sources("The interval is [1, 2].")
    ('12,000 troops were sent.', 'The interval is [1, 2].')
    """
    return _SOURCES.sub("", text) if "[" in text or "\u3010" in text else text


def without_entities(text: str) -> str:
    r"""Return a text with the characters that HTML writes by their names or numbers.

    >>> without_entities("Andr&eacute;&nbsp;Roy, &#8364;40"), without_entities("R&D; A&B")
    ('André\xa0Roy, €40', 'R&D; A&B')
    """
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text and ";" in text else text


def plain(text: str) -> tuple[str, list[int] | None]:
    r"""Return the text that a reader sees, and for each of its characters the place in ``text`` it comes from.

    The places are None where nothing had to change. Within LaTeX, which a backslash or a power
    between two "$" gives away, "$" is no dollar and "~" a space.

    >>> plain(r"$170\text{mm}$")[0]
    '170 mm'
    """
    if not _SUSPECT.search(text):
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    latex = "\\" in text or ("$" in text and _POWER_IN_MATH.search(text) is not None)

    def keep(start: int, end: int) -> None:
        for place in range(start, end):
            if not latex or text[place] != "$":
                pieces.append(" " if latex and text[place] == "~" else text[place])
                places.append(place)

    for match in _MARKUP.finditer(text):
        keep(done, match.start())
        shown, at = _shown(match)
        if pieces and pieces[-1] == "μ" and match["words"]:
            shown, at = shown[1:], at[1:]  # "\\mu\\mathrm{m}"
        pieces.extend(shown)
        places.extend(at)
        done = match.end()
    keep(done, len(text))
    return "".join(pieces), places


def _shown(match: re.Match[str]) -> tuple[str, list[int]]:
    """Return what a piece of markup shows, and the places of its characters."""
    start = match.start()
    group = match.lastgroup or "nothing"
    if group == "below":
        above, below = match.span("above"), match.span("below")
        shown = f"{match['above']}/{match['below']}"
        return shown, [*range(*above), below[0] - 1, *range(*below)]
    if group == "words":
        shown, places = " ", [start]
        for piece in _WITHIN.finditer(match["words"], 0):
            if piece["unseen"]:
                continue
            seen = " " if piece["space"] else piece[0]
            text = _COMMANDS.get(piece["command"] or "", seen if piece["command"] is None else "").replace("~", " ")
            shown += text
            places += [match.start("words") + piece.start()] * len(text)
        return shown, places
    if group == "exponent":
        return f"^{match['exponent']}", [start, *range(*match.span("exponent"))]
    if group in {"comma", "math", "escaped"}:
        return match[group], list(range(*match.span(group)))
    shown = {"space": " ", "power": "^", "degree": "°", "command": _COMMANDS.get(match["command"] or "", "")}.get(
        group, ""
    )
    return shown, [start] * len(shown)
