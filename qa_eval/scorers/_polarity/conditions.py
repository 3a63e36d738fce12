"""What an accepted yes or no is said with, "Yes, unless it rains": an answer that says it with the opposite is another one."""

from __future__ import annotations

import re

from qa_eval.model import Reason
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_dimension, same_figure
from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.limited import EVEN_IF, LEAD, ONLY, UNLESS, limits_alike, limits_otherwise
from qa_eval.scorers._polarity.otherwise import ends_alike, told_otherwise
from qa_eval.scorers._polarity.shares import shares_otherwise
from qa_eval.scorers._words.alike import nearly_possible
from qa_eval.scorers._words.opposites import opposite_in, swaps_preposition
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL, folded, key

_UNLESS_SO = regex(r"\b(?:unless|except|without|even|off)\b", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
# "Was it sold, and if so, for how much?"
_ASKS_MORE = regex(
    r"[a-z],? (?:and|but)(?: if so)?,? (?:(?:by|in|on|at|for|from|to|with|of|since|until) )?(?:how|what|when|where|whom?|whose|which|why)\b",
    re.IGNORECASE,
)
_WHOLE = regex(
    r"\b(?:whole|full|entire(?:ty|ly)?|all|throughout|every|each|always|complete(?:ly)?|fully|both|(?:un)?till? the (?:very )?end)\b",
    re.IGNORECASE,
)
_SHORT_OF_IT = regex(
    r"\A\W*(?:yes|yeah|yep)\b[\s,;:.!–—-]*(?:but\s+)?(?P<limit>(?:only|just|until|till|up to|except|apart from|all but|not (?:on|in|for|at|the))\b[^.;!?]*)",
    re.IGNORECASE,
)
_EXCEPTING = ("except", "apart", "all but", "not ")
_FEW = 4  # words of what is said with a yes or no: "on a lead"
_HAS = regex(r"\b(?:has|have)\s+(?:now\s+|also\s+|just\s+)?[a-z]{3,}ed\b", re.IGNORECASE)
# "on a lead", and not in a carrier
_HOW = regex(
    r"\W*(?:but\s+)?(?:only\s+)?(?:if\s+(?:they|it|he|she|you)(?:\s+are|\s+is|['’]re|['’]s)\s+)?(?:on|in|with|by)\s+an?\s+(?P<what>[a-z-]+)\W*",
    re.IGNORECASE,
)
_ALLOWED_IF = regex(
    r"[^.;!?]*?\b(?:allowed|permitted|welcome|can|may)\b[^.;!?]*?\b(?:if|when|as\s+long\s+as|provided|only|but)\b(?P<how>[^.;!?]+)\W*",
    re.IGNORECASE,
)
_OPENS_LIMIT = regex(r"\W*(?:only|not|never)\b", re.IGNORECASE)
# "on condition that", which limits as "only if" does
_ON_CONDITION = regex(
    r"\A\W*(?:on (?:the )?(?:condition|understanding)(?: that)?|(?:provided|providing)(?: that)?|(?:as|so) long as)\s",
    re.IGNORECASE,
)
# "It did allow it, but only if …"
_AFFIRMED = regex(
    r"\W*(?:it|they|he|she|we|the [a-z]+)\s+(?:(?:did|does|do|has|have|was|were|is|are)\s+)?(?P<verb>[a-z]+)(?:\s+(?:it|that|this|them|the [a-z]+))?,?\s+(?:but\s+)?(?=only\b)",
    re.IGNORECASE,
)
# what is done to a thing, and what is done instead
_DEEDS = tuple(
    tuple(regex(rf"\b(?:{side})\b", re.IGNORECASE) for side in pair)
    for pair in (
        ("sold|divested|disposed of", "kept|retained|bought|acquired"),
        ("increased|raised|expanded", "cut|reduced|lowered|shrunk"),
        (
            "removed|taken (?:away|out|down|off)",
            "kept|retained|installed|added|put (?:in|up|on)|left (?:in place|on|in)",
        ),
        ("repaired|restored|rebuilt", "demolished|pulled down|torn down|scrapped"),
    )
)
_SAYS_LITTLE = stems("yes no so it they he she one some")
_LEADS_IN = stems(
    "only if when provided providing as so long on the condition understanding that is are was were be been"
)


class Conditions:
    """What the accepted texts of one question say beside their yes or no."""

    def __init__(self, accepted: tuple[str, ...]) -> None:
        self.told = tuple(rest for text in accepted if len(text) <= SHORT and (rest := LEAD.sub("", text)))
        self.matters = tuple(_ON_CONDITION.sub("only if ", told) for told in self.told)
        self.limits = tuple(told for told in self.matters if ONLY.search(told))

    def lacking(self, text: str, question: str) -> Reason | None:
        """Return what an answer is that does not tell what the question asks for beside yes or no as it is accepted; None for one that does.

        >>> asked = "Was it sold, and if so, for how much?"
        >>> Conditions(("Yes, for 80 euros",)).lacking("Yes", asked), Conditions(("Yes, for 80 euros",)).lacking("Yes, for 90 euros", asked)
        (<Reason.PARTIAL: 'partial'>, <Reason.WRONG_VALUE: 'wrong_value'>)
        """
        if not self.told or len(text) > SHORT or not _ASKS_MORE.search(question):
            return None
        rest = LEAD.sub("", text)
        found = [_lacking(told, rest, stems(question) | _SAYS_LITTLE) for told in self.told]
        return None if None in found else found[0]

    def tells_rest(self, text: str, question: str) -> bool:
        """Return whether an answer without a yes gives what is said with it, "Only on a lead", or the figures that are asked for beside it, and no others."""
        if not self.told or len(text) > SHORT:
            return False
        words = key(ONLY.sub("", text))
        if any(words == key(ONLY.sub("", told)) for told in self.told if told.count(" ") < _FEW):
            return True
        allowed = None if _DENIES.search(text) or _UNLESS_SO.search(text) else _ALLOWED_IF.fullmatch(text)
        if allowed and stems(text) & stems(question) and any(_is_met(told, allowed["how"]) for told in self.told):
            return True
        done = _HAS.search(text) and not _DENIES.search(text) and stems(text) & stems(question) - _SAYS_LITTLE
        if done and any(ends_alike(told, text) for told in self.told):
            return True  # "They have renewed the lease, which now runs until 2031"
        if not _ASKS_MORE.search(question):
            return False
        figures, said = read_quantities(self.told[0]), read_quantities(text)
        return bool(said) and len(said) == len(figures) and all(map(same_figure, figures, said))

    def tells_limit(self, text: str, question: str) -> bool:
        """Return whether an answer without a yes gives the one condition on which it is accepted to be so: "Not unless by hand", "Only if …".

        >>> Conditions(("Yes, but only by hand",)).tells_limit("Only if you pick them by hand", "May one pick mushrooms?")
        True
        """
        if not self.limits or len(text) > SHORT:
            return False
        led = _AFFIRMED.match(text) if "only" in text else None
        if led and stems(led["verb"]) & stems(question):
            text = text[led.end() :]
        if not _OPENS_LIMIT.match(text):
            return False
        return any(limits_alike(told, text, question) for told in self.limits)

    @staticmethod
    def falls_short(text: str, question: str) -> str:
        """Return by what a yes falls short of the whole that is asked about; "" for nothing.

        >>> Conditions.falls_short("Yes, until half-time", "Did he play the whole match?")
        'until half-time'
        >>> Conditions.falls_short("Yes, until the end of it", "Did he stay until the end?")
        ''
        """
        if len(text) > SHORT or not _WHOLE.search(question):
            return ""
        found = _SHORT_OF_IT.match(text)
        if found is None:
            return ""
        excepts = found["limit"].lower().startswith(_EXCEPTING)
        same = not excepts and stems(found["limit"]) & stems(question) - _SAYS_LITTLE
        return "" if same else shown(found["limit"])

    def against(self, text: str) -> str:
        """Return what an answer says against each of them; "" where one of them stands, or it says nothing beside yes or no.

        >>> Conditions(("Yes, unless it rains",)).against("Yes, even if it rains")
        'even if it rains'
        >>> Conditions(("Yes, unless it rains",)).against("Yes"), Conditions(("Yes, for 30 days",)).against("Yes, on weekdays")
        ('', '')
        """
        if not self.told or len(text) > SHORT:
            return ""
        rest = LEAD.sub("", text)
        return shown(rest) if rest and all(_contradicts(told, rest) for told in self.matters) else ""


def _lacking(told: str, rest: str, asked: frozenset[str]) -> Reason | None:
    """Return what the rest of an answer is beside that of the accepted one: a part of it, or another; None for the same, or other words."""
    wanted = stems(told) - asked
    if not stems(rest) - asked:
        return Reason.PARTIAL if wanted else None
    figures = read_quantities(told)
    if figures:
        said = read_quantities(rest)
        if any(same_figure(one, other) for one in figures for other in said):
            return None
        return Reason.WRONG_VALUE if said else Reason.PARTIAL
    times = notations_in(told, (Kind.TIME,))
    said_times = notations_in(rest, (Kind.TIME,))
    if times and said_times:
        return None if any(one.values & other.values for one in times for other in said_times) else Reason.WRONG_VALUE
    return None


def _contradicts(told: str, said: str) -> bool:
    """Return whether what an answer adds says the opposite of what the accepted one does, of the same things."""
    if ONLY.search(told):
        if limits_otherwise(told, said) or _does_otherwise(told, said):
            return True
        if ONLY.search(said) or UNLESS.search(said):
            return False
    if told_otherwise(told, said) or shares_otherwise(told, said) or _is_another_way(told, said):
        return True
    if not stems(told) & stems(said) and told.count(" ") >= _FEW:
        return False
    if any(EVEN_IF.search(one) and UNLESS.search(other) for one, other in ((told, said), (said, told))):
        return True
    opposite = swaps_preposition(told, said) or opposite_in(told, said)
    denied_alike = bool(_DENIES.search(told)) is bool(_DENIES.search(said))
    if opposite and denied_alike:
        return True
    if not opposite and not denied_alike and _without_denial(told) == _without_denial(said):
        return True  # "with no extra charge", "with an extra charge"
    wanted, figures = read_quantities(told), read_quantities(said)
    return bool(wanted) and any(
        all(same_dimension(each, figure) and not same_figure(each, figure) for each in wanted) for figure in figures
    )


def _does_otherwise(told: str, said: str) -> bool:
    """Return whether an answer has another thing done on condition of which something is so: "if it is kept" for "only if it is sold"."""
    if not stems(told) & stems(said):
        return False
    denied = [bool(_DENIES.search(each)) for each in (told, said)]
    if any(denied):
        same = _without_denial(told) - _LEADS_IN == _without_denial(said) - _LEADS_IN
        return denied[0] is not denied[1] and same and not (_UNLESS_SO.search(told) or _UNLESS_SO.search(said))
    return any(
        own.search(told) and other.search(said) and not own.search(said)
        for pair in _DEEDS
        for own, other in (pair, pair[::-1])
    )


def _is_met(told: str, how: str) -> bool:
    """Return whether a condition names how it is accepted to be so: "if they're kept on a leash" for "on a lead"."""
    wanted = _HOW.fullmatch(told)
    return wanted is not None and any(
        nearly_possible(word) & nearly_possible(folded(wanted["what"])) for word in key(how) if word not in SMALL
    )


def _is_another_way(told: str, said: str) -> bool:
    """Return whether an answer says how it may be done in another way than is accepted: "in a carrier" for "on a lead"."""
    wanted, how = _HOW.fullmatch(told), _HOW.fullmatch(said)
    if wanted is None or how is None:
        return False
    one, other = (folded(each["what"].partition("-")[0]) for each in (wanted, how))  # "grown" of "grown-up"
    return not nearly_possible(one) & nearly_possible(other)


def _without_denial(text: str) -> frozenset[str]:
    return stems(_DENIES.sub(" ", text))
