"""The span of a sentence that answers: of the kind that is wanted, and near what the question says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.answerers.lexical.wanted import ANY, Kind, Wanted
from qa_eval.answerers.lexical.words import content_stems, stem, words_of
from qa_eval.model import Bound
from qa_eval.reading.dates import read_dates
from qa_eval.reading.names import read_names
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.units import dimension

if TYPE_CHECKING:
    from qa_eval.answerers.lexical.words import Word
    from qa_eval.reading.quantities import Quantity

FAR = 12  # words: what stands farther from a word of the question has nothing to do with it
BESIDE = 60  # characters looked at before and after a span
_RELATIVE = re.compile(r",|[;:.!?()–—]|\s(?:that|which|who|whose|when|where|while)\s")
_BREAK = re.compile(r"[,;:.!?()–—]|\s-\s")
_CAUSE = re.compile(
    r"\b(?:because of|because|due to|owing to|thanks to|as a result of|in order to|so that|attributed to|linked to|caused by|since|in response to)\s+",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(?:in order to|so that|to (?=[a-z]+\b))", re.IGNORECASE)
_MANNER = re.compile(r"\b(?:by|through|using|via|with|by means of)\s+(?=[a-z])", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|to|from|into|across|outside|of|on|around|off|towards?)\s+(?:the\s+)?(?:\w+\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)
_AGENT_BEFORE = re.compile(r"\bby\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ROLE_AFTER = re.compile(r"^,?\s+(?:said|says|led|had|has|was|is|will|expects|told|wrote|showed|who)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:Company|Corporation|Institute|University|College|School|Ministry|Department|Agency|Office|Bank|Board|Council|Committee|Court|Party|"
    r"Union|Association|Society|Foundation|Observatory|Museum|Library|Hospital|Army|Navy|Police)\b"
)
_ADJECTIVE = re.compile(r"^\w+(?:ish|ese|ch|[ntlr]an|ian|ean|i)$")  # Dutch, French, Italian, Swedish
_LISTED = re.compile(
    r"(?:[^,;:.()]+,\s+)+(?:and|or)?\s*[^,;:.()]+?\s+(?:and|or)\s+[^,;:.()]+|[^,;:.()]+\s+(?:and|or)\s+[^,;:.()]+"
)


class Candidate(NamedTuple):
    """A span that could be the answer, and what speaks for it besides its place."""

    start: int
    end: int
    text: str
    bonus: float = 0.0


def span_for(wanted: Wanted, question: str, sentence: str, *, sure: bool = True) -> str:
    """Return the span of ``sentence`` that is of the wanted kind and nearest to the question's words; "" for none.

    Unless the sentence is ``sure`` to be the right one, a count has to be a count of what is asked for.
    """
    asked = frozenset(content_stems(question))
    find = _FINDERS[wanted.kind]
    found = find(wanted, asked, sentence)
    if wanted.kind is Kind.QUANTITY and not sure:
        found = [candidate for candidate in found if candidate.bonus > 0]
    if not found:
        return ""
    anchors = [word for word in words_of(sentence) if word.stem in asked and word.carries_meaning]
    best = max(
        found, key=lambda candidate: (candidate.bonus + _nearness(candidate, anchors, sentence), -candidate.start)
    )
    return best.text


def _nearness(candidate: Candidate, anchors: list[Word], sentence: str) -> float:
    """Return how near the question's words stand to a span: 1 for each beside it, less for those farther away."""
    total = 0.0
    for anchor in anchors:
        if candidate.start <= anchor.start < candidate.end:
            continue
        between = (
            sentence[anchor.end : candidate.start]
            if anchor.end <= candidate.start
            else sentence[candidate.end : anchor.start]
        )
        words = len(between.split()) + 2 * len(_BREAK.findall(between))
        total += max(0.0, 1 - words / FAR)
    return total


def _quantities(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    dates = [(date.start, date.end_offset) for date in read_dates(sentence)]
    found = []
    for quantity in read_quantities(sentence):
        in_date = any(start <= quantity.start < end for start, end in dates) and not quantity.unit
        if in_date or quantity.dated or quantity.ordinal or _said_in(quantity.text, asked):
            continue
        bonus = _fits(wanted, quantity, sentence)
        if bonus is not None:
            bound = f"{quantity.bound} " if quantity.bound is not Bound.NONE else ""
            found.append(Candidate(quantity.start, quantity.end, bound + quantity.text, bonus))
    return found


def _fits(wanted: Wanted, quantity: Quantity, sentence: str) -> float | None:
    """Return what speaks for a quantity, None when it measures something else."""
    measures = dimension(quantity.unit)
    if wanted.unit and quantity.unit == wanted.unit:
        return 3.0
    if wanted.dimensions == ANY:
        return 1.0 if measures or quantity.noun else 0.0
    if wanted.dimensions:
        if measures in wanted.dimensions:
            return 0.0 if quantity.parenthesised else 1.0
        fraction = "ratio" in wanted.dimensions and quantity.value < 1
        foreign = "money" in wanted.dimensions and not measures and quantity.noun  # a currency that is not known
        return 0.5 if fraction or foreign else None
    after = {word.stem for word in words_of(sentence[quantity.end : quantity.end + BESIDE])[:4]} | (
        {stem(quantity.noun)} if quantity.noun else set()
    )
    if wanted.head and wanted.head[0] in after | {stem(word.text) for word in words_of(quantity.text)}:
        return 2.0
    return None if measures and measures != "time" else 0.0


def _dates(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    year = "year" in wanted.head
    found = []
    for date in read_dates(sentence):
        if _said_in(date.text, asked) or (year and date.year is None and not date.relative):
            continue
        text = str(date.year) if year and date.year is not None and date.end is None else date.text
        found.append(Candidate(date.start, date.end_offset, text, 0.2 * len(date.text.split())))
    return found


def _names(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    dates = [(date.start, date.end_offset) for date in read_dates(sentence)]
    found = []
    for name in read_names(sentence):
        if _said_in(name.text, asked) or any(start <= name.start < end for start, end in dates):
            continue
        before, after = sentence[max(0, name.start - BESIDE) : name.start], sentence[name.end : name.end + BESIDE]
        bonus = (0.0 if name.sure else -0.5) + _headed(wanted, name.text, before)
        bonus -= 0.7 if _ADJECTIVE.search(name.text) and re.match(r" [a-z]", after) else 0.0
        placed = bool(_PLACE_BEFORE.search(before))
        if wanted.kind is Kind.PLACE:
            bonus += 1.0 if placed else -0.5
        elif wanted.kind is Kind.PERSON:
            bonus += (
                (0.5 if " " in name.text else 0.0)
                - (0.8 if placed else 0.0)
                - (1.0 if _BODY.search(name.text) else 0.0)
            )
            bonus += 1.0 if _AGENT_BEFORE.search(before) else 0.0
            bonus += 0.5 if _ROLE_AFTER.search(after) else 0.0
        found.append(Candidate(name.start, name.end, name.text, bonus))
    return found


def _headed(wanted: Wanted, name: str, before: str) -> float:
    """Return what speaks for a name that holds what is asked for ("which lake": Lake Mirre), or follows it."""
    if any(word.stem in wanted.head for word in words_of(name)):
        return 1.0
    last = words_of(before)[-1:]
    return 0.5 if last and last[0].stem in wanted.head else 0.0


def _names_or_phrases(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    return _names(wanted, asked, sentence) or _phrases(wanted, asked, sentence)


def _causes(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    return _clauses(_CAUSE, sentence, asked) or _clauses(_PURPOSE, sentence, asked) or _phrases(wanted, asked, sentence)


def _manners(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    return _clauses(_MANNER, sentence, asked) or _phrases(wanted, asked, sentence)


def _clauses(opening: re.Pattern[str], sentence: str, asked: frozenset[str]) -> list[Candidate]:
    """Return what stands from each opening word to the end of its clause."""
    found = []
    for match in opening.finditer(sentence):
        end = (_RELATIVE if opening is _MANNER else _BREAK).search(sentence, match.end())
        stop = end.start() if end else len(sentence)
        text = sentence[match.start() : stop].strip()
        stems = content_stems(sentence[match.end() : stop])
        new = sum(stem not in asked for stem in stems) / len(stems) if stems else 0.0
        found.append(Candidate(match.start(), stop, text, 2 * new))
    return found


def _phrases_or_list(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    """Return the phrases; one that begins a list of three or more stands for the whole list."""
    lists = [match.span() for match in _LISTED.finditer(sentence) if "," in match[0]]
    found = []
    for candidate in _phrases(wanted, asked, sentence):
        after = [end for start, end in lists if start <= candidate.start < end and "," in sentence[candidate.end : end]]
        if after and re.match(r",| (?:of|from) ", sentence[candidate.end :]):
            found.append(candidate._replace(end=after[0], text=sentence[candidate.start : after[0]].strip()))
        else:
            found.append(candidate)
    return found


def _phrases(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:  # noqa: ARG001 - as every finder
    """Return the runs of words between breaks, small words and words of the question."""
    found = []
    words = words_of(sentence)
    run: list[Word] = []
    for word in (*words, None):
        broken = word is None or (run and _BREAK.search(sentence[run[-1].end : word.start]))
        if run and (broken or (word is not None and (word.stem in asked or not word.carries_meaning))):
            start, end = run[0].start, run[-1].end
            verb = len(run) == 1 and run[0].text.endswith("ed")
            found.append(Candidate(start, end, sentence[start:end], 0.1 * min(len(run), 4) - (0.7 if verb else 0.0)))
            run = []
        if word is not None and word.carries_meaning and word.stem not in asked:
            run.append(word)
    return found


def _lists(wanted: Wanted, asked: frozenset[str], sentence: str) -> list[Candidate]:
    """Return what is listed after the last word of the question, else the phrases."""
    anchors = [word for word in words_of(sentence) if word.stem in asked and word.carries_meaning]
    starts = sorted({word.end for word in anchors}, reverse=True)
    for start in [*starts, 0]:
        match = _LISTED.search(sentence, start)
        if match:
            text = re.sub(
                r"^(?:of|from|to|with|such as|including|the following|namely|were|was|are|is)\s+",
                "",
                match[0].strip(" :"),
            )
            text = re.split(r"\s+(?:in|into|on|at|by|for|from|to|with|that|which|who|when|where)\s+", text)[0]
            return [Candidate(match.start(), match.end(), text)]
    return _phrases(wanted, asked, sentence)


def _said_in(text: str, asked: frozenset[str]) -> bool:
    """Whether all that a span says stands in the question already."""
    stems = content_stems(text)
    return bool(stems) and all(stem in asked for stem in stems)


_FINDERS = {
    Kind.QUANTITY: _quantities,
    Kind.DATE: _dates,
    Kind.PERSON: _names_or_phrases,
    Kind.PLACE: _names_or_phrases,
    Kind.NAME: _names_or_phrases,
    Kind.CAUSE: _causes,
    Kind.MANNER: _manners,
    Kind.LIST: _lists,
    Kind.PHRASE: _phrases_or_list,
}
