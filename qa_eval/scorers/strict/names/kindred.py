"""Names with and without the word for their kind: "Thames" and "River Thames", where it is asked which river."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded, key
from qa_eval.scorers.strict.names.forms import LINES, NUMBER_WORDS, figure_of
from qa_eval.scorers.strict.names.peoples import peoples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# a "Black Sea" is not "Black" and a "North Korea" not "North", so countries and seas are not among them
_KINDS = (
    "river|lake|mountain|mount|airport|city|university|oblast|vitamin|type|street|stadium|airline|station"
    "|bridge|province|county|district|hospital|museum|palace|castle|prize|award|model|aircraft|school|college|desert|hotel"
    "|storm|hurricane|typhoon|cyclone|ship|ferry|vessel|boat|volcano|comet|theatre|theater|church|cathedral|park|square|road|avenue|motorway|tunnel|canal|glacier"
    "|restaurant|pub|cafe|tower|festival|cup|trophy|bank|company|project|operation|exercise|mission|probe|satellite|rocket|train|valley|forest|cave|reservoir|dam"
)
_KIND = regex(
    rf"\b(?:which|what)\s+(?:\w+\s+)?(?P<kind>{_KINDS})\b|\bname (?:of|for) (?:the|this|that|its|their) (?:[\w-]+ )?(?P<named>{_KINDS})\b"
    rf"|\b(?:was|is|were|are) the (?:[\w-]+ )?(?P<called>{_KINDS}) (?:called|named)\b"
    rf"|\b(?:the|this|that|its|their|[\w-]+['’]s) (?P<owner>{_KINDS})['’]s (?:code[- ]?)?name\b"
    rf"|\bwhat (?:is|was) (?:the|[\w-]+'s) (?:(?:second|third)[- ])?[\w-]+est (?P<most>{_KINDS})\b",
    re.IGNORECASE,
)
_CODE_NAME = regex(r"\b(?:code[- ]?name[ds]?|(?:by|under) (?:what|which) name)\b", re.IGNORECASE)
_CODE_NAMED = ("operation", "exercise", "project", "mission")  # "Operation Silver Fox", whatever it was
# what has a name of its own, so that the word for what it is goes without saying: "CHEOPS" for "the CHEOPS space telescope"
_ASKS_APPARATUS = regex(
    r"\b(?:which|what) (?:\w+ )?(?:instrument|apparatus|device|equipment|telescope|detector|experiment|survey|satellite|spacecraft|probe|mission|rover|camera|sensor|facility|observatory|software|program|programme|algorithm|system|tool|database|model|trial|study)\b",
    re.IGNORECASE,
)
_APPARATUS = frozenset(
    folded(word)
    for word in """spectrograph spectrometer telescope camera detector interferometer array instrument experiment satellite probe rover survey
    mission observatory software program algorithm database trial study reactor accelerator collider sensor radar lander orbiter spacecraft
    microscope magnetometer photometer radiometer seismometer sonar supercomputer space radio infrared x-ray imaging""".split()  # noqa: SIM905 - a word list reads best as one text
)
_ASKS_OPENING = regex(r"\b(?:which|what) (?:chess )?(?:opening|defen[cs]e)\b", re.IGNORECASE)
_OPENINGS = frozenset(("defence", "defense", "opening", "game"))  # a gambit or an attack is another one than a defence
_NEXT = regex(r"\s+([^\W\d_][\w-]*)")
_HEAD = regex(r"\b(?:which|what)\s+(?P<head>[a-z]+)\b", re.IGNORECASE)  # "Which floor?": "3rd" will do
_NUMBER = regex(r"\b(?:which|what)\b.*\bnumbers?\b|\bwhich\b", re.IGNORECASE)
_PAIR = 2
_OF_KIND = {
    "ship": frozenset(("mv", "ss", "hms", "uss", "rms", "ms", "ferry", "vessel", "boat")),
    "vessel": frozenset(("mv", "ss", "hms", "uss", "rms", "ms", "ferry", "ship", "boat")),
    "ferry": frozenset(("mv", "ms")),
    "mountain": frozenset(("mount", "mt")),
    "storm": frozenset(("hurricane", "typhoon", "cyclone")),
}
_CODE = regex(
    r"(?:(?P<lead>\b(?:from|at|on|in|to|is|was|use|uses|used|given|got|gets|take|takes|took|number|has|had)\s+|['’]s\s+|\A\W*(?=the\s))(?P<from>)(?:the\s+|number\s+|no\.?\s+)*)?\b(?P<code>[a-z]{0,3}\d+[a-z]?)\b(?![.:,]\d)",
    re.IGNORECASE,
)
_OF_IT = regex(r"\W*(?:it|they|he|she|from|in|on|at)\b(?!\s+(?:gate\s+)?(?:number|no)\b)", re.IGNORECASE)
_FROM = stems("from at on in to the number no")
_LEADING_TO = _FROM | stems(
    "it they he she you is are was be goes leaves departs runs starts uses takes takes gets got given has had there here"
)
_ENDED = regex(r"\W*\Z|[.,;:!)]")


def without_kind(question: str, keys: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    """Return the names without the word for their kind that the question gives: "Thames" for "River Thames" in "Which river …"."""
    kinds = _kinds_asked(question)
    like = kinds.union(*(_OF_KIND.get(kind, ()) for kind in kinds))
    found: dict[tuple[str, ...], int] = {}
    for words, position in keys.items():
        if len(words) > 1 and kinds:
            for rest, kind in ((words[1:], words[0]), (words[:-1], words[-1])):
                if kind in like and rest not in keys:
                    found.setdefault(rest, position)
        for kind in kinds.difference(words):
            for more in ((kind, *words), (*words, kind)):
                if more not in keys:
                    found.setdefault(more, position)  # "the Danube River"
    return found


def without_apparatus(names: Iterable[str], question: str) -> Iterator[str]:
    """Yield the names of apparatus, or of an opening in chess, without what it is, where a question asks for such.

    >>> list(without_apparatus(["the CHEOPS space telescope", "a radio telescope"], "With which instrument was it seen?"))
    ['CHEOPS']
    >>> list(without_apparatus(["the Caro-Kann Defence", "the King's Gambit"], "Which opening did Ray play?"))
    ['Caro-Kann']
    """
    opening = _ASKS_OPENING.search(question) is not None
    kinds = _OPENINGS if opening else _APPARATUS
    for name in names if opening or _ASKS_APPARATUS.search(question) else ():
        words = name.removeprefix("the ").split()
        end = len(words)
        while end > 1 and folded(words[end - 1]) in kinds:
            end -= 1
        own = words[0][0].isupper() and (opening or words[0].lower() not in peoples().values())
        if end < len(words) and own:
            yield " ".join(words[:end])


def names_apparatus(behind: str, asked: Iterable[str]) -> bool:
    """Return whether what stands behind a name makes it that of another apparatus: the "orbiter" of "Selene orbiter", where none is asked for."""
    word = _NEXT.match(behind)
    return word is not None and (word[1][0].isupper() or folded(word[1]) in _APPARATUS.difference(asked))


def without_head(question: str, keys: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return the names without the word that a question asks for: "3rd" for "3rd floor" in "Which floor …", "14" for "line 14".

    >>> sorted(without_head("Which floor is it on?", [("3rd", "floor")]))
    [('3',), ('3rd',)]
    """
    names = [words for words in keys if words]  # "🐄" has no words
    heads = {folded(match["head"]) for match in _HEAD.finditer(question)}
    found = {words[:-1] for words in names if len(words) > 1 and words[-1] == names[0][-1] and words[-1] in heads}
    if heads & LINES or _NUMBER.search(question):
        found |= {
            words[1:]
            for words in names
            if len(words) == _PAIR and words[0] in LINES | NUMBER_WORDS and words[1][0].isdigit()
        }
    found |= {(figure_of(words[0]),) for words in found if len(words) == 1}
    numbered = {words[1:] for words in names if len(words) == _PAIR and words[0] in heads}
    return frozenset(found | {words for words in numbered if words[0][0].isdigit() or len(words[0]) == 1})


def in_full(names: Iterable[str], question: str) -> dict[str, str]:
    """Return names by their code, where they are that behind the word for what is asked: "platform 3a" by "3a"."""
    heads = {match["head"].lower() for match in _HEAD.finditer(question)}
    told = ((name.lower().split(), name) for name in names)
    return {words[1]: name for words, name in told if len(words) == _PAIR and words[0] in heads and _is_code(words[1])}


def _is_code(word: str) -> bool:
    return any(map(str.isdigit, word))


def with_kind(text: str, codes: Mapping[str, str], question: str) -> str:
    """Return a sentence that says no more than the question but for the code of a name, with the name in full.

    >>> with_kind("It leaves from 3A.", {"3a": "platform 3a"}, "Which platform does it leave from?")
    'It leaves from platform 3a.'
    >>> with_kind("It arrives at 3a.", {"3a": "platform 3a"}, "Which platform does it leave from?")
    'It arrives at 3a.'
    """
    found = [each for each in _CODE.finditer(text) if _is_code(each["code"])] if " " in text else []
    code = found[0]["code"] if len(found) == 1 else ""
    name = codes.get(code.lower())
    if name is None or not found[0]["lead"] or (code.isdecimal() and not _ENDED.match(text, found[0].end())):
        return text
    before, behind = text[: found[0].start("from")], text[found[0].end() :]
    told, kind = stems(f"{before} {behind}"), stems(name.split()[0])
    tells = told - _FROM or _OF_IT.match(text)
    if not tells or not kind.isdisjoint(told) or not told <= stems(question) | _LEADING_TO:
        return text
    return f"{before}{name}{behind}"


def _kinds_asked(question: str) -> set[str]:
    named = (kind[kind.lastgroup or 0] for kind in _KIND.finditer(question))
    coded = _CODE_NAMED if _CODE_NAME.search(question) else ()
    return {*coded, *(word for kind in named for word in key(kind))}
