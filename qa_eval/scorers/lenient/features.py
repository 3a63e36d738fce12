"""What is measured of an answer against one accepted text: few numbers, each with a meaning that a person can check."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers.lenient.matching import by_initials, matched
from qa_eval.scorers.lenient.values import closest_date, closest_figure
from qa_eval.scorers.lenient.wanted import added
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, trigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.matching import Match
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.values import Closest
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

MOST_COMPARED = 2  # accepted texts that are compared in full, those that share the most words with the answer
SHORT = 12  # words of an answer whose letters are compared as well
MOST_COUNTED = 4

# name and meaning, in the order in which they are measured; the sign says that more of it never lowers (+) or raises (-)
FEATURES: tuple[tuple[str, str, str], ...] = (
    ("same_words", "+", "the words are the same, in the same order"),
    ("contains", "+", "the accepted words stand side by side"),
    ("recall", "+", "share of the accepted words that are said"),
    ("soft_recall", "+", "share of the accepted words that are said, inflected or with a slip too"),
    ("missing", "-", "accepted words that are not said and not in the question"),
    ("precision", "", "share of the answer's new words that are accepted ones"),
    ("extra", "", "new words besides the accepted ones"),
    ("last", "+", "the last accepted word is said, a surname or a head"),
    ("first", "+", "the first accepted word is said"),
    ("within", "", "share of the answer's words that are accepted ones"),
    ("squashed", "+", "the same letters, spaces aside"),
    ("initials", "+", "one is the other's initials"),
    ("letters", "", "shared runs of three letters"),
    ("position", "", "new words before the first accepted one"),
    ("sentence", "", "sentences before the first accepted word"),
    ("names_before", "", "other names before the first accepted word"),
    ("denied", "-", "the accepted words are denied or taken back"),
    ("options", "", "alternatives that are left open"),
    ("refuses", "", "the wording of a refusal"),
    ("length", "", "words of the answer"),
    ("accepted_length", "", "words of the accepted answer"),
    ("number_missing", "-", "accepted numbers that are not said"),
    ("number_extra", "", "other numbers"),
    ("date", "", "how near a date comes to the accepted one"),
    ("date_rivals", "", "other dates"),
    ("date_before", "", "other dates before it"),
    ("figure", "", "how near a figure comes to the accepted one"),
    ("figure_rivals", "", "other figures"),
    ("figure_before", "", "other figures before it"),
    ("who", "", "the question asks who"),
    ("when", "", "the question asks when"),
    ("where", "", "the question asks where"),
    ("count", "", "the question asks how many or how much"),
    ("other_name", "-", "an accepted name stands beside another one instead of its own: another surname"),
    ("found", "+", "accepted answers that are said in full"),
    ("given", "", "the accepted words stand in the question"),
    ("echo", "", "share of the answer's words that the question gives"),
    ("value", "+", "how near the nearest value comes"),
    ("odd_kind", "", "a date or figure where the question asks who or where"),
    ("texts", "", "accepted texts, where none is said in full"),
)
NAMES = tuple(name for name, _, _ in FEATURES)


_NOWHERE = (0.0, 0, 0)


def measured(asked: Asked, said: Said, figure: Closest | None = None) -> list[list[float]]:
    """Return the features of an answer against each accepted text that may fit it, at least one row unless none is accepted.

    ``figure`` is the answer's closest figure where that is known already.
    """
    date, figure = closest_date(asked, said), figure or closest_figure(asked, said)
    bag = said.bag
    ranked = []
    found = 0
    texts = (*asked.wanted, *(each for each in asked.familiar if _is_called(each, said)))
    for place, wanted in enumerate(texts):
        shared = added([weight for form, weight in wanted.weights if form in bag])
        found += shared == wanted.total
        value = max(date.by_gold.get(place, _NOWHERE), figure.by_gold.get(place, _NOWHERE))
        ranked.append((max(shared / wanted.total, value[0]), len(wanted.content), -place, value))
    if len(ranked) > MOST_COMPARED:
        ranked = _nearest(texts, said, ranked)
    return [
        _row(asked, texts[-place], said, value, (date, figure), min(found, MOST_COUNTED))
        for _, _, place, value in ranked
    ]


def _is_called(wanted: Wanted, said: Said) -> bool:
    """Return whether an answer has another name of the accepted one, and not as the given name of somebody else: "Michelangelo Antonioni"."""
    if not any(form in said.joined for form in wanted.joined):
        return False
    return len(wanted.forms) > 1 or any(
        form == wanted.forms[0] and not _goes_on(place, said) for place, form in enumerate(said.forms)
    )


def _goes_on(place: int, said: Said) -> bool:
    """Return whether a name goes on behind a word."""
    words = said.words
    behind = next((word for word in words[place + 1 :] if word.capital or word.form not in PARTICLES), None)
    return behind is not None and behind.capital and _touch(words[place], behind, said)


def _nearest(
    texts: Sequence[Wanted], said: Said, ranked: list[tuple[float, int, int, tuple[float, int, int]]]
) -> list[tuple[float, int, int, tuple[float, int, int]]]:
    ranked.sort(reverse=True)
    if ranked[0][0]:
        return ranked[:MOST_COMPARED]
    letters = trigrams(said.squashed)  # nothing in common: the one with the most letters in common
    return [max(ranked, key=lambda each: len(letters & texts[-each[2]].grams) / len(texts[-each[2]].grams))]


def _row(
    asked: Asked,
    wanted: Wanted,
    said: Said,
    value: tuple[float, int, int],
    closest: tuple[Closest, Closest],
    found: int,
) -> list[float]:
    match = matched(asked, wanted, said, value)
    date, figure = closest
    new = [form for form in said.content if form not in asked.forms]
    extra = sum([form not in match.words and form not in TITLES for form in new])
    words = len(said.content) or 1
    precision = 1 - extra / len(new) if new else sum([form in match.words for form in said.content]) / words
    numbers = {form for form in new if form[0].isdigit()}
    return [
        1.0 if said.forms == wanted.forms else 0.0,
        1.0 if wanted.joined[0] in said.joined or wanted.joined[1] in said.joined else 0.0,
        match.exact / wanted.total,
        match.soft / wanted.total,
        match.missing,
        precision,
        log2(1 + extra),
        1.0 if wanted.content[-1] in match.said else 0.0,
        1.0 if wanted.content[0] in match.said else 0.0,
        sum([form in wanted.golden for form in said.content]) / words,
        _squashed(wanted, said),
        by_initials(wanted, said),
        _letters(wanted, said) if len(said.words) <= SHORT else match.soft / wanted.total,
        *_where(asked, said, match),
        min(said.options, MOST_COUNTED),
        said.refuses,
        log2(1 + len(said.words)),
        len(wanted.content),
        0 if match.by_value else len(wanted.numbers - said.bag),
        len(numbers - wanted.numbers - match.words),
        date.near, min(date.rivals, MOST_COUNTED), min(date.before, MOST_COUNTED),
        figure.near, min(figure.rivals, MOST_COUNTED), min(figure.before, MOST_COUNTED),
        asked.is_who, asked.is_when, asked.is_where, asked.is_count,
        _other_name(asked, wanted, said, match),
        found,
        1.0 if asked.forms.issuperset(wanted.content) else 0.0,
        1 - len(new) / words,
        match.value,
        1.0 if (asked.is_where or asked.is_who) and wanted.is_value else 0.0,
        log2(len(asked.wanted)) if match.missing else 0.0,
    ]  # fmt: skip


def _where(asked: Asked, said: Said, match: Match) -> tuple[float, float, float, float]:
    """Return what stands before the first accepted word, and whether all of them are denied."""
    words = said.words
    if len(words) < 2 or not match.words:  # noqa: PLR2004 - nothing can stand before one word
        return (0.0, 0.0, 0.0, 0.0)
    places = [place for place, form in enumerate(said.forms) if form in match.words]
    if not places:
        return (0.0, 0.0, 0.0, 0.0)
    first = places[0]
    start = words[first].start
    before = [word for word in words[:first] if word.form not in SMALL and word.form not in asked.forms]
    names = sum([word.capital and word.start > 0 for word in before])
    sentence = sum([begin <= start for begin in said.sentences]) - 1 if first else 0
    spans = Spans(said.denied)
    denied = bool(said.denied) and all(spans.hold(words[place].start) for place in places)
    return (log2(1 + len(before)), min(sentence, MOST_COUNTED), log2(1 + names), float(denied))


def _other_name(asked: Asked, wanted: Wanted, said: Said, match: Match) -> float:
    """Return 1 where a part of a name stands beside a name that is no part of it: the Winslet of "Kate Winslet", for Kate Walsh."""
    if not wanted.is_name or not match.missing or not match.said:
        return 0.0
    words = [word for word in said.words if word.capital or word.form not in PARTICLES]
    for place, word in enumerate(words):
        if word.form not in match.words or word.form in PARTICLES:
            continue
        for beside in words[max(0, place - 1) : place + 2]:
            foreign = beside.capital and beside.form not in wanted.golden and beside.form not in match.words
            if (
                foreign
                and _touch(word, beside, said)
                and not any(beside.form in known for known in (asked.forms, SMALL, TITLES))
            ):
                return 1.0
    return 0.0


def _touch(one: Word, other: Word, said: Said) -> bool:
    """Return whether two words stand side by side, but for what is small within a name: "Vincent van Gogh"."""
    between = said.plain[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) == 1 or (between.startswith(" ") and PARTICLES.issuperset(between.lower().split()))


def _squashed(wanted: Wanted, said: Said) -> float:
    if wanted.squashed == said.squashed:
        return 1.0
    return 0.7 if len(wanted.squashed) > 3 and wanted.squashed in said.squashed else 0.0  # noqa: PLR2004 - short ones occur in anything


def _letters(wanted: Wanted, said: Said) -> float:
    mine = trigrams(said.squashed)
    return 2 * len(mine & wanted.grams) / (len(mine) + len(wanted.grams))
