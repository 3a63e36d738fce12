"""What an answer grants or turns down before it gives another one: "Not because of the damp; the rent had doubled", "Although her portrait shows a harp, she played the lute"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_echo, is_form, is_strange
from qa_eval.scorers.lenient.guessed import told_spans
from qa_eval.scorers.lenient.other_role import verb_asked
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 6, 60  # words of an answer that turns one thing down and gives another
_WHY = regex(
    r"\W*(?:why\b|(?:for|because of) what reason\b|what (?:was|is|were|are) the (?:main )?(?:reason|cause)s?\b|what (?:caused|made|led)\b)",
    re.IGNORECASE,
)
_BECAUSE = (
    r"(?:because(?: of)?|due to|owing to|on account of|for (?:fear|lack|want) of|out of|from(?= (?:lack|want|fear)\b))"
)
_NOT_FOR_IT = regex(
    rf"(?:\b(?:not|never)\b|n['’]t\b)(?P<between>(?: (?!but\b)[\w'’-]+){{0,9}}?) (?P<because>{_BECAUSE}) (?P<what>[^.;:—]*?)(?=[.;:—]|,? but\b|,? (?:it|they|he|she|this|that|the [a-z]+) (?:was|were|is|are|did|left|came|went)\b|\s*\Z)",
    re.IGNORECASE,
)
_NO_REASON = regex(
    r"\b(?:reason|cause)s? (?:was|is|were|are)(?: not|n['’]t) (?P<what>[^.;:]*?)(?=,? but\b|[;:])", re.IGNORECASE
)
_DESPITE = regex(
    r"\b(?:despite|contrary to|regardless of|in spite of|notwithstanding|whatever)\b(?P<what>[^.;,]*)", re.IGNORECASE
)
_REASON = regex(r"\b(?:because|since|as|for)\b", re.IGNORECASE)
_PLANNED = regex(
    r"\b(?:(?:had )?(?:planned|intended|hoped|meant|wanted) (?:to|for|on)|(?:was|were) (?:originally |first |once )?(?:going to|to have|supposed to|expected to|due to|meant to|intended to)|(?:had )?(?:expected|predicted|forecast|budgeted|hoped for))\b",
    re.IGNORECASE,
)
_WAS_PLANNED = regex(
    r"(?: [a-z]+)? (?:had been|was|were) (?:originally |first )?(?:expected|planned|intended|forecast|predicted|hoped for|budgeted)\b",
    re.IGNORECASE,
)
_PLAN_ASKED = regex(
    r"\b(?:plan\w*|inten\w+|hop\w+|want\w*|expect\w*|predict\w*|forecast\w*|budget\w*|suppos\w+|original\w*|due|meant|going to)\b",
    re.IGNORECASE,
)
_INSTEAD = regex(r";\s|[,.]?\s(?:but|however,?|in the end,?|instead,?)\s", re.IGNORECASE)
_LEADING = frozenset(("because", "due", "owing", "reason", "cause", "since", "so"))
_CONCEDES = regex(
    r"(?:\A|[.;]\s|,\s)(?:although|though|while|whereas|even though|even if)\s(?P<what>[^,.;]*),\s", re.IGNORECASE
)


def turns_the_reason_down(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked why, and the accepted reason is said only to be none, or to stand against it, and another is given."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    if not _WHY.match(asked.text):
        return None
    told = [each.span("what") for mark in (_DESPITE, _NO_REASON) for each in mark.finditer(said.plain)]
    told += [
        (each.start("because"), each.end())
        for each in _NOT_FOR_IT.finditer(said.plain)
        if _is_of_it(each.span("between"), asked, said)
    ]
    places = _places(asked, said) if told else []
    if not places or not all(any(low <= word.start < high for low, high in told) for word in places):
        return None
    start, end = next((low, high) for low, high in reversed(told) if any(low <= word.start < high for word in places))
    because = _REASON.search(said.plain, 0, start)
    before = said.between(because.end(), start) if because else []
    if _gives_another(said.between(end, len(said.plain) + 1), asked) or _gives_another(before, asked):
        return Decision(0.1, Reason.CONTRADICTION, "turns the accepted reason down")
    return None


def _is_of_it(between: Span, asked: Asked, said: Said) -> bool:
    """Return whether what is denied is what is asked about: "They did not leave because of it", not "They could not breathe because of it"."""
    content = [word for word in said.between(*between) if word.form not in SMALL]
    return not content or any(is_echo(word, asked) for word in content)


def _places(asked: Asked, said: Said) -> list[Word]:
    """Return the words of an answer that say more of the accepted reason than the question does."""
    own = [form for form in asked.words if form not in SMALL and form not in _LEADING]
    return [
        word
        for word in said.words
        if any(word.form == form or alike(word.form, form) for form in own) and not is_echo(word, asked)
    ]


def _gives_another(words: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words tell something new."""
    return any(word.form.isdigit() or (is_strange(word, asked) and not is_echo(word, asked)) for word in words)


def is_only_granted(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one is only granted or denied, and the main clause does what is asked with another: "Although her portrait shows a harp, she played the lute"."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    granted = [(each.start("what"), each.end()) for each in _CONCEDES.finditer(said.plain)]
    spans = mentions(asked, said) if granted else []
    aside = [*granted, *said.denied]
    if not spans or not all(_within(span, aside) for span in spans):
        return None
    start, end = next(((low, high) for low, high in granted if _within(spans[0], [(low, high)])), (0, 0))
    if not end or any(_does_it(word, asked) for word in said.between(start, end)):
        return None
    stop = min(
        (each for each in (*said.sentences, *(low for low, _ in said.denied)) if each > end), default=len(said.plain)
    )
    main = said.between(end, stop)
    verb = next((at for at, word in enumerate(main) if at and _does_it(word, asked)), None)
    if verb is None or not any(is_strange(word, asked) for word in main[verb + 1 :]):
        return None
    return Decision(0.15, Reason.CONTRADICTION, "grants or denies the accepted answer, and gives another")


def is_only_planned(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one is only what was planned, expected or asked for, and the answer tells what came instead: "It was going to be oak, but ash was used"."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_dates or _PLAN_ASKED.search(asked.text):
        return None
    spans = told_spans(asked, said) if _PLANNED.search(said.plain) or _WAS_PLANNED.search(said.plain) else []
    turn = _INSTEAD.search(said.plain, spans[-1][1]) if spans else None
    if turn is None or not _gives_another(said.between(turn.end(), len(said.plain) + 1), asked):
        return None
    if not _is_planned(said, spans) and not all(_WAS_PLANNED.match(said.plain, end) for _, end in spans):
        return None
    return Decision(0.15, Reason.CONTRADICTION, "the accepted answer is only what was planned or expected")


def _is_planned(said: Said, spans: Sequence[Span]) -> bool:
    """Return whether each of some stretches stands behind what tells of a plan, and before "but"."""
    planned = _PLANNED.search(said.plain, 0, spans[0][0])
    return planned is not None and _INSTEAD.search(said.plain, planned.end(), spans[0][0]) is None


def is_done_instead(asked: Asked, said: Said) -> bool:
    """Return whether the accepted one is told behind what was only planned or expected: "It was going to be ash, but oak was used"."""
    planned = _PLANNED.search(said.plain) if not _PLAN_ASKED.search(asked.text) else None
    spans = told_spans(asked, said) if planned else []
    turn = _INSTEAD.search(said.plain, planned.end()) if planned and spans else None
    return turn is not None and spans[0][0] >= turn.end()


def _within(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in stretches)


def _does_it(word: Word, asked: Asked) -> bool:
    """Return whether a word in small letters is one of the question's, inflected: its verb."""
    verb = verb_asked(asked.text)
    if verb:
        return not word.capital and is_form(word, verb)
    return not word.capital and word.form not in SMALL and is_echo(word, asked)
