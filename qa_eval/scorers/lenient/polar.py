"""Yes and no: said, or told by which way something went or which of two figures is more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason, Verdict, YesNoAnswer
from qa_eval.reading.abstentions import abstains, says_untold
from qa_eval.reading.documents import asks_whether_told
from qa_eval.reading.polarity import read_yes_no
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.roles import asked_by, frames_of, says, shared_verbs
from qa_eval.reading.roles.frames import LONGEST
from qa_eval.scorers._polarity.concerned import without_condition
from qa_eval.scorers._polarity.concluding import concluded
from qa_eval.scorers._polarity.conditions import Conditions
from qa_eval.scorers._polarity.counting import tells_of_some
from qa_eval.scorers._polarity.limited import is_told_otherwise, limits_alike
from qa_eval.scorers._polarity.statements import LEFT_OPEN
from qa_eval.scorers._polarity.truth import AskedTruth
from qa_eval.scorers._words.wording import plain as without_quotes
from qa_eval.scorers.lenient.statements import says_of_statement
from qa_eval.scorers.lenient.values import DOWN, UP
from qa_eval.scorers.lenient.words import plain

if TYPE_CHECKING:
    from qa_eval.model import Question

Decided: TypeAlias = "tuple[Verdict, float, Reason, str, str]"
SHOWN = 200
_MORE_ASKED = regex(r"\b(?:than|because|due|owing|by|as a result|or)\b", re.IGNORECASE)
_YEARS = regex(
    r"\b(?P<how>higher|lower|more|less|greater|smaller|larger|better|worse|fewer)\b[^?]{0,40}?\b(?P<one>(?:19|20)\d\d) than (?:it was |they were )?(?:in |for |during |at the end of )?(?:fiscal )?(?P<other>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FEWER = frozenset(("lower", "less", "smaller", "worse", "fewer"))
_LIMIT_UP = regex(
    r"\b(?:exceed(?:ed|s)?|surpass(?:ed|es)?|topp?(?:ed|s)?|above|over|more than|greater than|higher than|larger than)\s+(?=[$€£]?\d)",
    re.IGNORECASE,
)
_LIMIT_DOWN = regex(
    r"\b(?:below|under|less than|fewer than|lower than|smaller than|short of|miss(?:ed)?)\s+(?=[$€£]?\d)", re.IGNORECASE
)
_ABOVE = regex(
    r"\b(?:above|over|exceed\w*|surpass\w*|topp?ed|beyond|more than|greater than|higher than)\b", re.IGNORECASE
)
_BELOW = regex(r"\b(?:below|under|less than|short of|lower than|miss(?:ed)?)\b", re.IGNORECASE)
_CAME_DOWN = regex(r"\b(?:came|come|comes|coming|went|gone|going) down\b", re.IGNORECASE)
_LAST = regex(
    r"(?:\A|[{,;:>⇒=→]|\b(?:so|thus|hence|therefore|is))\s*(?:(?P<yes>yes|true)|no|false)\W*\Z", re.IGNORECASE
)
_DENIES = regex(r"\b(?:not|no|never|without)\b|n't\b", re.IGNORECASE)
_FEWEST = 3  # words of an accepted text that only says which way
_EITHER_WAY = regex(
    r"\b(?:increas\w+|ris\w+|rose|gr[eo]w\w*|gain\w*|up|improv\w+|higher|more|expand\w*)\b[^?,.;]{0,12}?\bor (?:a |an |go |went )?(?:decreas\w+|fall\w*|fell|declin\w+|drop\w*|shr[iau]nk\w*|down|worse\w*|lower|less|reduc\w+|contract\w*)\b"
    r"|\b(?:decreas\w+|fall\w*|fell|declin\w+|drop\w*|shr[iau]nk\w*|down|lower|less|reduc\w+)\b[^?,.;]{0,12}?\bor (?:a |an |go |went )?(?:increas\w+|ris\w+|rose|gr[eo]w\w*|up|improv\w+|higher|more)\b",
    re.IGNORECASE,
)
_WITH_REASON = regex(
    r"\s*(?P<first>[^.;!?\n]{4,100}[.!;]|[^.;!?\n]{4,100}(?=:\s))\s+(?=(?:[Ii]f|[Ss]ince|[Bb]ecause|[Ll]et|[Ss]uppose|[Tt]ake|[Ff]or|[Ww]rite|[Ss]et|[Nn]ote|[Tt]o see|[Pp]roof|[Bb]oth|[Mm]ultiply\w*|[Aa]s)\b|\d)"
)
_TURNS = regex(r"\b(?:but|however|though|although|unless|except|actually|yes|no|not|never)\b|n't\b", re.IGNORECASE)
_FEW = 8  # words of an answer that only says which way
_DID = regex(r"\bso (?:it|they|yes|that) (?P<did>did|does|do|was|were|is|are)(?P<not> not|n't)?\W*\Z", re.IGNORECASE)


class Polar:
    """What a question of yes or no accepts."""

    def __init__(self, question: Question, *, yes: bool) -> None:
        self.question = question
        self.yes = yes
        self.polarity = AskedTruth(question.text)
        self.conditions = Conditions(question.accepted)
        self.of_telling = asks_whether_told(question.text)

    def judge(self, text: str) -> Decided | None:
        """Decide where the answer says yes or no, or as much as one of them; else its words decide."""
        text = concluded(text, self.question.text)
        bare = without_quotes(text)
        stated = says_of_statement(self.question.text, text)
        if stated is not None:
            return says_yes_or_no(stated, yes=self.yes)
        if self.polarity.contradicts(bare):
            wanted = "yes" if self.yes else "no"
            return (
                Verdict.INCORRECT,
                0.0,
                Reason.CONTRADICTION,
                f"says both yes and no, accepted {wanted}",
                "yes and no",
            )
        told = self.conditions.told and self._by_condition(bare)
        if told:
            return told
        said = self.polarity.said(bare)
        if self.of_telling and says_untold(text):
            return says_yes_or_no(False, yes=self.yes)  # "It does not say."
        if not self.of_telling and abstains(text) and (said is None or not self.polarity.tells(bare)):
            wanted = "yes" if self.yes else "no"
            return Verdict.ABSTAINED, 0.0, Reason.ABSTAINED, f"declines to answer, accepted {wanted}", text[:SHOWN]
        plainly = None if self.polarity.is_unsure(bare) else read_yes_no(text)
        if plainly is None:
            if said and _went_the_other_way(self.question.text, bare):
                said = None
            return (
                says_which_is_more(self.question, text, yes=self.yes)
                or says_who_stands_where(self, text)
                or (says_yes_or_no(said, yes=self.yes) if said is not None else None)
                or says_the_way(self.question, text, yes=self.yes)
                or says_it_last(text, yes=self.yes)
                or self._by_first_sentence(text)
                or says_neither(self, text)
            )
        return says_yes_or_no(plainly if said is None else said, yes=self.yes)

    def _by_first_sentence(self, text: str) -> Decided | None:
        """Decide by the first sentence where the others only show why: "They are equal. If x is …"."""
        first = _WITH_REASON.match(text)
        if first is None or _TURNS.search(text, first.end("first")):
            return None
        decided = self.judge(first["first"])
        return decided if decided and decided[2] in (Reason.AGREES, Reason.WRONG_VALUE) else None

    def _by_condition(self, bare: str) -> Decided | None:
        """Decide where an answer tells what is accepted beside yes or no, or says yes or no and something against it."""
        asked, conditions = self.question.text, self.conditions
        limit = self.yes and conditions.tells_limit(bare, asked)
        said = None if limit else self.polarity.said(without_condition(bare))
        if limit or (said is None and self.yes and conditions.tells_rest(bare, asked)):
            return Verdict.CORRECT, 0.95, Reason.AGREES, "tells what is so if yes, as accepted", bare[:SHOWN]
        against = conditions.against(bare) if said is self.yes else ""
        if not against:
            return None
        message = f'says "{against}", accepted {conditions.told[0]}'
        return Verdict.INCORRECT, 0.05, Reason.CONTRADICTION, message, bare[:SHOWN]


def says_yes_or_no(said: bool, *, yes: bool) -> Decided:
    """Decide where an answer says yes or no, in a state or a statement too: "It is profitable", "The board rejected it"."""
    read = "yes" if said else "no"
    if said == yes:
        return Verdict.CORRECT, 1.0, Reason.AGREES, f"says {read}, as accepted", read
    return Verdict.INCORRECT, 0.0, Reason.WRONG_VALUE, f"says {read}, accepted {'yes' if yes else 'no'}", read


def on_condition(question: Question, text: str, limits: tuple[str, ...]) -> Decided | None:
    """Decide where a condition answers whether something is so, and an answer gives that one or another: "Not unless you have a ticket"."""
    told = without_quotes(text)
    if len(told) > SHOWN:
        return None
    if any(limits_alike(limit, told, question.text) for limit in limits):
        return Verdict.CORRECT, 0.95, Reason.AGREES, "tells on what condition it is so, as accepted", text[:SHOWN]
    if all(is_told_otherwise(limit, told) for limit in limits):
        message = f"does not limit it so, accepted {limits[0]}"
        return Verdict.INCORRECT, 0.05, Reason.CONTRADICTION, message, text[:SHOWN]
    return None


def says_it_last(text: str, *, yes: bool) -> Decided | None:
    """Decide where an answer ends with its yes or no: "10,412 > 10,000, so yes"."""
    last = _LAST.search(text)
    return says_yes_or_no(last["yes"] is not None, yes=yes) if last else None


def says_neither(asked: Polar, text: str) -> Decided | None:
    """Decide where nothing but yes or no is accepted and the answer says neither: the "no" of "no longer in office" is none."""
    if not isinstance(asked.question.answer, YesNoAnswer):
        return None
    wanted = "yes" if asked.yes else "no"
    return Verdict.INCORRECT, 0.1, Reason.UNREADABLE, f"neither yes nor no, accepted {wanted}", text[:SHOWN]


def says_who_stands_where(asked: Polar, text: str) -> Decided | None:
    """Decide where a question asks whether one did something to another, and the answer says who did it: "Brun was hired by Ahl"."""
    if len(text) > LONGEST or LEFT_OPEN.search(text) or asked.polarity.is_decided(text):
        return None
    verbs = shared_verbs(asked.question.text, text)
    matters = () if verbs is None else asked_by(asked.question.text, verbs)
    found = says(matters, frames_of(text, verbs)) if matters and verbs is not None else None
    return None if found is None else says_yes_or_no(found[0], yes=asked.yes)


def says_the_way(question: Question, text: str, *, yes: bool) -> Decided | None:
    """Decide where a question asks whether something rose, or fell, and the answer says which of the two it did."""
    asked, said = _way(question.text), _way(text)
    if asked is None or said is None or _MORE_ASKED.search(question.text):
        return None
    if asked != said and tells_of_some(question.text, text):
        return None
    read = "yes" if asked == said else "no"
    if (asked == said) == yes:
        return Verdict.CORRECT, 0.95, Reason.AGREES, f"says as much as {read}, as accepted", text[:SHOWN]
    return Verdict.INCORRECT, 0.05, Reason.WRONG_VALUE, f"says as much as {read}", text[:SHOWN]


def way_asked(question: Question) -> bool | None:
    """Return True where it is asked whether something rises or falls and it rises, False where it falls; None for any other question."""
    if " or " not in question.text or not _EITHER_WAY.search(question.text):
        return None
    ways = {_way(f"went {text}") if len(text.split()) <= _FEWEST else None for text in question.accepted}
    return ways.pop() if len(ways) == 1 else None


def goes_that_way(question: Question, text: str, *, up: bool) -> Decided | None:
    """Decide where an answer says that something rose, or that it fell, and not both: "It went down, from 5 to 4"."""
    said = _way(text)
    if said is None or len(text) > SHOWN or _DENIES.search(text):
        return None
    if said == up:
        return Verdict.CORRECT, 0.95, Reason.AGREES, "goes the same way, as accepted", text[:SHOWN]
    shown = question.accepted[0]
    return Verdict.INCORRECT, 0.05, Reason.WRONG_VALUE, f"goes the other way, accepted {shown}", text[:SHOWN]


def _went_the_other_way(question: str, text: str) -> bool:
    """Return whether a short answer says that something fell where the question asks whether it rose, or the other way round."""
    asked, said = _way(question), _way(text)
    if asked is None or said is None or asked == said or _MORE_ASKED.search(question):
        return False
    return not _DENIES.search(text) and len(text.split()) <= _FEW


def says_which_is_more(question: Question, text: str, *, yes: bool) -> Decided | None:
    """Decide where a question asks whether one figure is more than another, and the answer gives them, or says which is more."""
    shown = plain(text)
    did = _DID.search(shown)
    said = (did["not"] is None) if did else _between_years(question.text, shown)
    if said is None:
        said = _beyond(question.text, shown)
    if said is None:
        return None
    read = "yes" if said else "no"
    if said == yes:
        return Verdict.CORRECT, 0.95, Reason.AGREES, f"says as much as {read}, as accepted", text[:SHOWN]
    return Verdict.INCORRECT, 0.05, Reason.WRONG_VALUE, f"says as much as {read}", text[:SHOWN]


def _between_years(asked: str, said: str) -> bool | None:
    """Return whether "higher in 2019 than in 2018" is what an answer says that something did; None where it says nothing of that."""
    match = _YEARS.search(asked)
    way = _way(said)
    if way is None and _CAME_DOWN.search(said):
        way = False
    if match is None or way is None:
        return None
    rises = (int(match["one"]) > int(match["other"])) != (match["how"].lower() in _FEWER)
    return way == rises


def _beyond(asked: str, said: str) -> bool | None:
    """Return whether an answer's figure is beyond the one that the question gives, or it says so; None where it does neither."""
    up, down = _LIMIT_UP.search(asked), _LIMIT_DOWN.search(asked)
    limit = up or down
    given = next(iter(read_quantities(asked[limit.end() :])), None) if limit else None
    if limit is None or given is None:
        return None
    others = [
        each
        for each in read_quantities(said)
        if each.unit == given.unit and each.value != given.value and not each.dated
    ]
    above, below = _ABOVE.search(said) is not None, _BELOW.search(said) is not None
    if above != below:
        return above == (up is not None)
    return (others[0].value > given.value) == (up is not None) if len(others) == 1 else None


def _way(text: str) -> bool | None:
    """Return True for what rises, False for what falls; None for both and neither."""
    rises, falls = UP.search(text) is not None, DOWN.search(text) is not None
    return None if rises == falls else rises
