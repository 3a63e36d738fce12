"""On what condition alone something is so: "only by hand", which "as long as you do it by hand" says again and "by hand or with a rake" does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import DAYS
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_figure
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, stem_of
from qa_eval.scorers._words.alike import nearly_possible
from qa_eval.scorers._words.opposites import opposite_in, swaps_preposition
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SMALL, folded, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Question
    from qa_eval.reading.quantities import Quantity

LEAD = regex(
    r"\A\W*(?:yes|no|true|false)\b[\s,;:.!–—-]*(?:(?:but|and|though|although|however)\b[\s,]*)?", re.IGNORECASE
)
_LIMIT = regex(r"\W*only\s(?!(?:one|two|three|a few|some|the|[A-Z\d])\b)(?=[^.;!?]+\W*\Z)", re.IGNORECASE)
_ASKS_WHETHER = regex(rf"\W*(?:{AN_AUXILIARY})\b(?![^?]*\bor\b)", re.IGNORECASE)
ONLY = regex(r"\bonly\b", re.IGNORECASE)
_WHEN = r"(?:if|when|where|within|in|on|at|for|after|before|during|with)"
UNLESS = regex(rf"\b(?:unless|except(?: {_WHEN})?|(?:but )?not {_WHEN})\b", re.IGNORECASE)
EVEN_IF = regex(
    rf"\b(?:even (?:{_WHEN}|off|though|without)|also {_WHEN}|whether or not|regardless|including {_WHEN}|with or without|without or with|on or off|in or out|(?:as well|too)(?=\W*\Z))\b",
    re.IGNORECASE,
)
_ANY = regex(
    r"\b(?:any ?time|anywhere|everywhere|always|at all times|unconditionally|with(?:out| no) (?:any )?(?:restriction|condition|limit|string)s?|no (?:conditions|strings) attached|any number)\b",
    re.IGNORECASE,
)
# "at any time, provided that …"
_PROVIDED = regex(r"\b(?:if|provided|providing|as long as|so long as|on (?:the )?condition that)\b", re.IGNORECASE)
_NOT_EVEN = regex(r"\bnot even\b", re.IGNORECASE)
# "Not unless you have a ticket" is "only if you have one"
_NOT_WITHOUT = regex(
    r"\W*(?:no[,;]?\s+)?(?:not|never)\s+(?P<how>unless|without|before|until|outside|after)\b", re.IGNORECASE
)
_INSTEAD = {"unless": "only if", "without": "only with", "before": "only after", "until": "only after", "outside": "only in", "after": "only within"}  # fmt: skip
_NEGATIVE = regex(r"\b(?:not|no|never|without|off|none|neither)\b|n['’]t\b", re.IGNORECASE)
_JOINT = regex(r"(?P<joint>,?\s+(?:and/or|or(?:\s+also)?|and(?:\s+also)?|as\s+well\s+as)\s+|\s*/\s*)", re.IGNORECASE)
_PREPOSITION = regex(
    r"\W*(?:but\s+)?(?P<way>on|over|in|at|near|during|by|with|without|using|for|to|of|from|under)\s", re.IGNORECASE
)
_KINDS = {
    **dict.fromkeys(("on", "over", "in", "at", "near", "during", "under"), "place"),
    **dict.fromkeys(("by", "with", "using"), "means"),
}
_WITHIN = regex(r"\b(?:in|inside|at|during|within)\b", re.IGNORECASE)
_OUTSIDE = regex(r"\boutside\b", re.IGNORECASE)
_ALSO = regex(r"\b(?:also|as well|too)\b", re.IGNORECASE)
# by which an answer tells a condition
_CONDITION = regex(
    r"\b(?:only|if|when|once|provided|providing|as long as|so long as|on (?:the )?condition|must|needs?|requires?|required|ha(?:s|ve) to)\b|\A\W*(?:but\s+)?(?:with|by|on|in|at|after|within|until|outside|without|for|during|before)\b",
    re.IGNORECASE,
)
_SAYS_LITTLE = stems(
    "yes no so it they he she one some you we if provided provide long condition must have has need needs be is only under over less more than least most up below above within"
)
_ROOT = 5  # letters that words of one root share: "refer" of "referral"
_TIMES = frozenset((*DAYS, "morning", "afternoon", "evening", "night", "noon", "weekday", "weekend"))
_NAME = regex(r"[a-z] [A-Z]")
_FEW = 4  # words of another way to do it
_MORE = 2  # words of an answer that neither the question nor the accepted condition has


def limits_alike(told: str, text: str, question: str) -> bool:
    """Return whether an answer tells the one condition on which it is accepted to be so, and nothing against it.

    >>> told, asked = "only by hand", "Is picking mushrooms allowed?"
    >>> [limits_alike(told, text, asked) for text in ("as long as you pick them by hand", "not unless by hand", "by hand or with a rake")]
    [True, True, False]
    """
    said = LEAD.sub("", in_the_affirmative(text))
    if not _CONDITION.search(said):
        return False
    matter = ONLY.sub("", told)
    if len(_NEGATIVE.findall(matter)) % 2 != len(_NEGATIVE.findall(said)) % 2 or limits_otherwise(told, said):
        return False
    figures, given = read_quantities(matter), read_quantities(said)
    if len(figures) != len(given) or not all(
        same_figure(one, other) and one.bound is other.bound for one, other in zip(figures, given, strict=True)
    ):
        return False
    wanted, words = list(_words(_without(matter, figures))), list(_words(_without(said, given)))
    if not (wanted or figures) or not all(any(_alike(word, other) for other in words) for word in wanted):
        return False
    known = [*wanted, *key(question)]
    left = [word for word in words if not any(_alike(word, other) for other in known)]
    return len(left) <= _MORE and not opposite_in(matter, said)


def limits_in(question: Question) -> tuple[str, ...]:
    """Return the accepted conditions of a question of yes or no that they answer: "Only with a ticket"; none where one of them is no such condition."""
    if not question.accepted or not all(_LIMIT.match(text) for text in question.accepted):
        return ()
    return question.accepted if _ASKS_WHETHER.match(question.text) else ()


def is_told_otherwise(told: str, text: str) -> bool:
    """Return whether an answer, with its yes or no or without, limits it otherwise than is accepted."""
    return limits_otherwise(told, LEAD.sub("", in_the_affirmative(text)))


def in_the_affirmative(text: str) -> str:
    """Return an answer with "only if" for its "not unless".

    >>> in_the_affirmative("No, not without a ticket")
    'only with a ticket'
    """
    found = _NOT_WITHOUT.match(text) if "n" in text[:2].lower() or "not" in text else None
    return f"{_INSTEAD[found['how'].lower()]}{text[found.end() :]}" if found else text


def limits_otherwise(told: str, said: str) -> bool:
    """Return whether an answer limits it to something else than "only …" does, to all but that, or not to that alone.

    >>> [limits_otherwise("only in the courtyard", said) for said in ("only in the canteen", "in the courtyard or the canteen", "in the courtyard")]
    [True, True, False]
    """
    matter = ONLY.sub("", told)
    wanted, other = stems(matter), stems(said)
    shared = bool(wanted & other)
    if _NOT_EVEN.search(said):
        return shared
    only = ONLY.search(said) is not None
    if not only and _ANY.search(said) and not _PROVIDED.search(said):
        return True
    if not only and EVEN_IF.search(said):
        return shared or bool(_ALSO.search(said) and _way(said) == _way(matter) != "")
    if not only and UNLESS.search(said):
        return shared
    if shared and (swaps_preposition(matter, said) or _is_within(matter, said)):
        return True
    if _has_alternative(matter, said, wanted):
        return True
    if not only:
        return False
    other = stems(ONLY.sub("", said))
    near = shared or any(_alike(one, word) for one in _words(matter) for word in _words(said))
    return not near or (bool(wanted - other) and _last(told) == _last(said) and bool(other - wanted))


def _without(text: str, figures: Sequence[Quantity]) -> str:
    """Return a text without its figures."""
    for figure in reversed(figures):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def _words(text: str) -> Iterator[str]:
    return (word for word in key(text) if word not in SMALL and stem_of(word) not in _SAYS_LITTLE)


def _alike(one: str, other: str) -> bool:
    """Return whether two words are of one root or mean the same."""
    return (
        one[:_ROOT] == other[:_ROOT]
        or stem_of(one) == stem_of(other)
        or bool(nearly_possible(one) & nearly_possible(other))
    )


def _way(text: str) -> str:
    found = _PREPOSITION.match(text)
    return _KINDS.get(found["way"].lower(), "") if found else ""


def _is_within(matter: str, said: str) -> bool:
    """Return whether an answer tells the inside of what is accepted from outside alone: "at peak hours" for "outside peak hours"."""
    return (
        _OUTSIDE.search(matter) is not None
        and _OUTSIDE.search(said) is None
        and _WITHIN.search(said) is not None
        and _NEGATIVE.search(said) is None
        and stems(_OUTSIDE.sub("", matter)) <= stems(said)
    )


def _has_alternative(matter: str, said: str, wanted: frozenset[str]) -> bool:
    """Return whether an answer leaves a choice between what is accepted and something else: "by hand or with a rake"."""
    if _JOINT.search(matter):
        return False
    pieces = _JOINT.split(said)
    here = [place for place in range(0, len(pieces), 2) if wanted & stems(pieces[place])]
    for place in range(0, len(pieces), 2) if here else ():
        piece = pieces[place]
        if (
            place in here
            or not stems(piece) - _SAYS_LITTLE
            or _NEGATIVE.search(piece)
            or (" " in piece.strip() and has_verb(piece))
        ):
            continue
        joint = pieces[place - 1] if place > here[0] else pieces[place + 1]
        led = place > here[0] or " " not in piece.strip() or _PREPOSITION.match(pieces[here[0]]) is not None
        if led and len(piece.split()) <= _FEW + 1 and _offers(joint, piece, matter):
            return True
    return False


def _offers(joint: str, piece: str, matter: str) -> bool:
    """Return whether a piece behind "or", or one of the same kind behind "and", is another way: "and on Sundays"."""
    if "and" not in joint.lower() or "/" in joint:
        return True
    last = piece.rsplit(maxsplit=1)[-1].strip(".!,;")
    if folded(last).rstrip("s") in _TIMES or (last[:1].isupper() and _NAME.search(matter)):
        return True
    return _way(piece) == _way(matter) == "place"


def _last(text: str) -> frozenset[str]:
    """Return the last word of a text as its stem: the gate of "only at the main gate"."""
    return stems(text.rstrip(" .!").rpartition(" ")[2])
