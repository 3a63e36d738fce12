"""Questions with lettered choices, and answers in lettered parts: "(B) Paris", "(a) 3 m (b) 5 s"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.labelled import PART, parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPTION = regex(r"(?:^|(?<=[\s,;?:.]))(?:[(\[]?([A-J])[).\]:]|[(\[]?([a-j])[)\]]|\(?([1-9])\))\s*(?=\S)")
_DOTTED = regex(r"(?:^|(?<=[\s,;?:]))(?:([A-J])|([a-j]))\.\s+(?=\S)")
_NUMBERED = regex(r"(?:(?<=\?\s)|(?<=:\s)|(?<=\n)|(?<=[^\W\d]\s))([1-9])\.\s+(?=[^\W\d])")
# "A Rome B Paris C Vienna", without any marks, behind what is asked
_UNMARKED = regex(
    r"[?:.\n]\s*(?=A\s[^\n?]{1,80}\sB\s[^\n?]{1,80}\sC\s\S)|\n(?=A\s[^\n?]{1,80}\nB\s[^\n?]{1,80}\nC\s\S)"
)
_LETTERED = regex(r"(?:^|(?<=\s))([A-J])\s+(?=\S)")
_SEPARATE = r"\s*(?:,|\band\b|&|;|\s)\s*"
_LETTERS = regex(rf"[(\[{{]?\s*([A-J1-9](?:{_SEPARATE}[A-J1-9]\b){{0,7}})\s*[)\]}}]?[.:]?")
_SEVERAL = regex(rf"[(\[][A-Ja-j1-9][)\]](?:{_SEPARATE}[(\[][A-Ja-j1-9][)\]]){{1,7}}\.?")
_SMALL_LETTERS = regex(
    rf"(?:(?:both|only|just|options?|choices?|letters?|answers?(?:\s+(?:is|are))?)\s+)*([a-j](?:{_SEPARATE}[a-j]\b){{1,7}})\.?",
    re.IGNORECASE,
)
_RUN_OF_LABELS = regex(
    r"(?<![\w.])[(\[]?[A-Ja-j1-9][)\]](?:(?:\s*[,;&]|\s+and\b)*\s*[(\[]?[A-Ja-j1-9][)\]])+(?!\s*[^\W\d])"
)
_LABEL = regex(r"[A-Ja-j1-9](?=[)\]])")
_NO_LABEL = regex(r"[^A-J1-9]")
_RUN = regex(r"[A-J]{2,6}")
_LEADING = regex(
    r"\W*(?:(?:option|choice|answer)\s*)?(?:[(\[]([A-Ja-j1-9])[)\]]|([A-J])(?:[)\]:]|\.(?!\w)|\s+[-–—]\s)|([a-j1-9])\))",
    re.IGNORECASE,
)
_POINTED = regex(
    rf"\b(?:[Oo]ption|[Cc]hoice|[Aa]nswer(?:\s+is)?|[Ss]elect|[Cc]hoose)\s*:?\s*(?:[(\[]([A-Ja-j1-9])[)\]]|[(\[]?([A-J1-9]\b(?![\w'.]\d)(?:{_SEPARATE}[A-J1-9]\b)*)(?![\w']))"
)
# "hence B", "→ (b)" and "is negative: D", at the very end
_CONCLUDED = regex(
    rf"(?:→|⇒|[-=]+>|:|\b(?:hence|thus|therefore|so|ergo)\b,?:?)\s*(?:(?:it is|it's|the answer is|option|choice)\s+)?[(\[]?([A-J](?:{_SEPARATE}[A-J]\b)*|(?<=[(\[])[a-j])[)\]]?[\s.]*\Z",
)
# "the right choice is b", "I'd go with (C)", "not A but B", at the very end
_CHOSEN = regex(
    r"\b(?:(?:choice|option|answer|alternative)(?:\s+(?:is|must be|would be))?|(?:go|going|went) with|pick|choose|chose|select|not [(\[]?[A-Ja-j][)\]]?,? but(?: rather)?)\s*:?\s*[(\[]?([A-Ja-j])[)\]]?[\s.]*\Z",
    re.IGNORECASE,
)
# "I'd pick (b). (a) came later", at the very beginning
_PICKED = regex(
    r"\W*(?:I(?:'d| would|'ll| will|'m)? (?:say|pick|choose|select|take|vote for|go(?:ing)? (?:with|for))|(?:it|that)(?:'s| is| must be)|my (?:pick|choice|answer) is):? (?:[(\[]([A-Ja-j])[)\]]|([A-J])(?=[.,;:]| for\b| because\b| since\b|\s*\Z))",
    re.IGNORECASE,
)
_DECLARED = regex(
    r"\(?\b([A-J])\b\)? (?:is|must be|has to be) (?:therefore |thus |indeed |clearly )?(?:the )?(?:right|correct|true)\b"
    r"|\b(?:leav(?:es|ing)(?: us with)?|left with)(?: only| just)? (?:\(?([A-J])\b\)?|\(([a-j])\))(?! (?:and|or)\b|, |/)",
)
_PLACES = {
    word: place
    for place, pair in enumerate(("first one", "second two", "third three", "fourth four", "fifth five"))
    for word in pair.split()
}
_PLACE = regex(
    r"(?:it is |it's |that is |the answer is )?(?:the (?P<place>first|second|third|fourth|fifth|last)(?: (?:option|choice|answer|one|statement|of them))?|(?:option|choice|answer|number|no\.?|#) ?(?P<number>one|two|three|four|five|[1-9]))[.!]?",
    re.IGNORECASE,
)
_THEREFORE = regex(
    r"(?:\A|(?<=[,;.!?—–]\s)|(?<=\]\s)|\band\s)(?:so|thus|therefore|hence|consequently)\b,?\s+(?!that\b|far\b|much\b|many\b)",
    re.IGNORECASE,
)
_ONE_LETTER = regex(r"\b[A-Ja-j]\b")
_BRACKETED = regex(r"\(([A-Ja-j1-9])\)")
_SET = regex(r"\\(?:text|textbf|mathrm|mathbf|rm)\s*\{([^{}]*)\}")
_SENTENCE_END = regex(r"[.!?]\s+(?=\S)")
_LISTED = regex(r"[(\[]([A-Ja-j1-9])[)\]]:?\s*|([A-Ja-j1-9])(?:[).:]|\s[-–—])\s*")
_BETWEEN = regex(r"\s*(?:[,;]\s*(?:and\s+)?|\band\s+|&\s*|\n)\s*|\s+(?=[(\[])")
LONGEST_LIST = 500  # characters of a text that only lists choices
_TAIL = 80  # characters in which an answer concludes
_FIRSTS = frozenset(("A", "a", "1"))


@lru_cache(maxsize=512)
def options_of(question: str) -> Mapping[str, str]:
    """Return the lettered or numbered choices of a question, by capital letter or digit; empty when it has none.

    >>> dict(options_of("Which city? (A) Rome (B) Paris")), dict(options_of("Which city? 1) Rome 2) Paris"))
    ({'A': 'Rome', 'B': 'Paris'}, {'1': 'Rome', '2': 'Paris'})
    """
    marked = _listed(_OPTION, question) or _listed(_DOTTED, question) or _listed(_NUMBERED, question)
    unmarked = None if marked else _UNMARKED.search(question)
    return _listed(_LETTERED, question[unmarked.end() :]) if unmarked else marked


def _listed(mark: re.Pattern[str], question: str) -> dict[str, str]:
    marks = [(match.start(), match.end(), next(filter(None, match.groups()))) for match in mark.finditer(question)]
    first = next((label for _, _, label in marks if label in _FIRSTS), "")
    listed: list[tuple[int, int, str]] = []
    for start, end, label in marks:
        if first and label == chr(ord(first) + len(listed)):
            listed.append((start, end, label))
    ends = [*(start for start, _, _ in listed[1:]), len(question)]
    found = {
        label.upper(): question[start:end].strip(" ,;\n.")
        for (_, start, label), end in zip(listed, ends if listed else (), strict=True)
    }
    return found if len(found) > 1 else {}


def letters_of(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the labels of the choices that an answer names; empty when it names none.

    >>> options = {"A": "Rome", "B": "Paris"}
    >>> [sorted(letters_of(text, options)) for text in ("B", "(b) Paris", "Option A is right", "A city in France")]
    [['B'], ['B'], ['A'], []]
    """
    bare = _SET.sub(r"\1", text).replace("*", "").strip().strip("$ \n")
    concluded = (_CONCLUDED.search(bare[-_TAIL:]) or _CHOSEN.search(bare[-_TAIL:])) if options else None
    if concluded:
        return _known("".join(_ONE_LETTER.findall(concluded[1])).upper(), options)
    whole = _LETTERS.fullmatch(bare.upper() if options and len(bare) <= 3 else bare)  # noqa: PLR2004 - "b", "(b)"
    if whole:
        return _known(whole[1], options)
    if options and _RUN.fullmatch(bare) and options.keys() >= set(bare):
        return frozenset(bare)
    several = (_SEVERAL.fullmatch(bare) or _SMALL_LETTERS.fullmatch(bare)) if options else None
    if several:
        return _known(_NO_LABEL.sub("", several[several.re.groups].upper().replace("AND", "")), options)
    leading = _LEADING.match(bare) or (_PICKED.match(bare) if options else None)
    label = next(filter(None, leading.groups()), "") if leading else ""
    if label and (options or label.isupper()):
        return _known(label.upper(), options)
    pointed = [one.upper() or several for one, several in _POINTED.findall(bare)]
    return (_known(pointed[-1], options) if pointed else frozenset()) or _bracketed(bare, options)


def _known(labels: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the labels that are choices of the question; all letters where it lists none."""
    return frozenset(label for label in labels if (label in options if options else "A" <= label <= "J"))


def _bracketed(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one label in brackets, of the whole text or of its last sentence."""
    shown = text.strip()
    ends = [mark.end() for mark in _SENTENCE_END.finditer(shown)] if options else []
    for part in (text, shown[ends[-1] if ends else 0 :]) if options else ():
        found = {label.upper() for label in _BRACKETED.findall(part)} & options.keys()
        if len(found) == 1:
            return frozenset(found)
    return frozenset()


def labelled_in(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the choices that an answer names one by one with their texts; empty for less than two.

    >>> options = {"A": "21", "B": "25", "C": "27"}
    >>> sorted(labelled_in("This is true of A (21) and C (27), not of 25.", options))
    ['A', 'C']
    """
    found = {
        letter for letter, option in options.items() if f"{letter} ({option})" in text or f"{option} ({letter})" in text
    }
    return frozenset(found) if len(found) > 1 else listed_choices(text, options)


def run_of_labels(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the choices whose bracketed labels a text names side by side, once; empty where it names no two so.

    >>> sorted(run_of_labels("These are (a), and (c), as their shells are full.", {"A": "neon", "B": "iron", "C": "argon"}))
    ['A', 'C']
    """
    runs = list(_RUN_OF_LABELS.finditer(text))
    return _known("".join(_LABEL.findall(runs[0][0])).upper(), options) if len(runs) == 1 else frozenset()


def listed_choices(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the choices that a text lists behind their labels and that is all of it; empty for less than two, or a label with another text.

    >>> options = {"A": "21", "B": "25", "C": "27"}
    >>> sorted(listed_choices("(C) 27 and (A) 21", options)), sorted(listed_choices("(C) 21 and (A) 27", options))
    (['A', 'C'], [])
    """
    if text.count("\n") > len(options) or len(text) > LONGEST_LIST:
        return frozenset()
    found = set()
    place = 0
    bare = text.strip().rstrip(".")
    while place < len(bare):
        mark = _LISTED.match(bare, place)
        label = next(filter(None, mark.groups()), "").upper() if mark else ""
        option = options.get(label, "")
        if mark is None or not option or not bare.startswith(option, mark.end()):
            return frozenset()
        found.add(label)
        place = mark.end() + len(option)
        if place < len(bare):
            between = _BETWEEN.match(bare, place)
            if between is None:
                return frozenset()
            place = between.end()
    return frozenset(found) if len(found) > 1 else frozenset()


def declared(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the one label that an answer calls right: "A is wrong, since mass has none; C is right"; empty for none or several.

    >>> options = {"A": "mass", "C": "velocity"}
    >>> [sorted(declared(text, options)) for text in ("A is wrong; C is right.", "A is not correct.", "That leaves C.")]
    [['C'], [], ['C']]
    """
    found = {next(filter(None, each.groups())).upper() for each in _DECLARED.finditer(text)} & options.keys()
    return frozenset(found) if len(found) == 1 else frozenset()


def counted_out(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the label of a choice that an answer gives by its place: "the third option"; empty for none.

    >>> options = {"A": "mass", "B": "speed", "C": "velocity"}
    >>> sorted(counted_out("the third option", options)), sorted(counted_out("option two", options)), sorted(counted_out("the third law", options))
    (['C'], ['B'], [])
    """
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        return frozenset()
    word = (match["place"] or match["number"]).lower()
    place = len(options) - 1 if word == "last" else int(word) - 1 if word.isdigit() else _PLACES[word]
    return frozenset([list(options)[place]]) if place < len(options) else frozenset()


def concluding(text: str) -> str:
    """Return what stands behind the last "therefore" or the like of an answer; "" for none.

    >>> concluding("Corundum (C) is an abrasive. Therefore the hardest is B. topaz."), concluding("It is B.")
    ('the hardest is B. topaz.', '')
    """
    found = list(_THEREFORE.finditer(text))
    return text[found[-1].end() :] if found else ""


def mislabelled(text: str, options: Mapping[str, str]) -> bool:
    """Return whether an answer begins with a label and the text of another choice: "C) Brahe", where that is B.

    >>> options = {"B": "Brahe", "C": "Copernicus"}
    >>> mislabelled("C) Brahe", options), mislabelled("C) Copernicus", options), mislabelled("B or Copernicus", options)
    (True, False, False)
    """
    leading = _LEADING.match(text)
    label = next(filter(None, leading.groups()), "").upper() if leading else ""
    if leading is None or label not in options:
        return False
    rest = text[leading.end() :].strip(" .:-–—").casefold()
    return rest != options[label].casefold() and any(rest == option.casefold() for option in options.values())


def without_aside(text: str) -> str:
    """Return an answer without what it only sets its choice against.

    >>> without_aside("Unlike an ionic bond (B), where it is given, this is a covalent one.")
    'this is a covalent one.'
    """
    return _ASIDE.sub("", text) if _AGAINST.search(text) else text


_AGAINST = regex(r"\b(?:unlike|as opposed to|in contrast (?:to|with)|rather than|instead of)\b", re.IGNORECASE)
_ASIDE = regex(
    r"(?:\A|(?<=[.!?]\s))(?:unlike|as opposed to|in contrast (?:to|with))\b[^,.]*,(?:\s*(?:where|which|who|in which)\b[^,.]*,)?\s*|,?\s*\b(?:unlike|as opposed to|in contrast (?:to|with)|rather than|instead of)\b[^,.;]*",
    re.IGNORECASE,
)


def asked_in_parts(question: str) -> Mapping[str, str]:
    """Return what each lettered part of a question asks, with what stands before all of them; none where it has no parts.

    >>> dict(asked_in_parts("For the line y = 2x, give (a) the slope and (b) the zero."))
    {'a': 'For the line y = 2x, give the slope and', 'b': 'For the line y = 2x, give the zero.'}
    """
    parts = parts_of(question)
    first = PART.search(question) if parts else None
    head = question[: first.start()] if first else ""
    return {label: f"{head}{part}" for label, part in parts.items()}
