"""What gives another name in the place of the accepted one, which is told beside it: "Mount Kenya, followed by Kilimanjaro"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.namesakes import is_a_namesake
from qa_eval.scorers.lenient.sequels import is_a_sequel
from qa_eval.scorers.lenient.set_aside import ASIDES, KIN, TELLING
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.side_clauses import is_acted_upon, is_in_a_side_clause
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.two_clauses import is_said_of_another
from qa_eval.scorers.lenient.words import SMALL, TITLES, form, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_STAND = frozenset(("it", "by"))
LEAST = 4  # words of an answer that names two
LONG = 40  # words of an answer that tells more than its answer
REACH = 30  # characters between what sets a name aside and the name: "followed by the Tanzanian volcano"
_DEGREE = regex(r",(?: [a-z0-9-]+){1,4} \Z")
_BEST = regex(
    r"\b(?:first|most|[a-z]{3,}(?:est|iest)|highest|best|worst|top)\b",
)
_SECOND = regex(
    r"\b(?:(?:is|was|were|became) (?:the|its|their) (?:follow-up|sequel|successor)\b|(?:is|was|came|comes|followed|appeared|arrived) (?:later|next|afterwards)\b|(?:the|its|their) (?:second|third|fourth|2nd|3rd)(?:[- ](?:\w+est|most \w+|one))?(?=[.,;]|$| in\b| of\b)|(?:is|was|are|were|comes?|came|ranks?|ranked|finish(?:es|ed)) (?:in )?(?:second|third|2nd|3rd)(?=[.,;]|$)|runners?-up)",
    re.IGNORECASE,
)
_SECOND_ASKED = regex(r"\b(?:second|third|fourth|2nd|3rd|next|runners?)\b", re.IGNORECASE)
_FIRST = regex(
    r"\b(?:(?:came|comes|was|is|were|are|ranks?|ranked|finish(?:es|ed)) (?:in )?(?:the )?(?:first|earlier|top|ahead|number one)|(?:holds?|held|has|takes?|took|tops?|topped|leads?|led|heads?) (?:the|that|this) (?:title|record|crown|lead|top spot|first place|list|ranking|table|field|way|distinction|honou?r))\b"
)
_MOST = regex(
    r"\b(?:first|most|best|(?!forest|interest|harvest|request|modest|honest|earnest|tempest|conquest|midwest|priest|northwest|southwest|contest|protest|arrest|invest|suggest|manifest|breast|quest|guest|chest|crest|digest)[a-z]{3,}est)\b"
)
_FOR_A_WHILE = regex(r"\b(?:early on|at first|for (?:a while|most|long|some|many|years)|until|initially|once)\b")
_WITH_SECOND = regex(
    r",? with (?P<who>[^,.;]{1,40}?) (?:(?:coming |finishing |placed |in )?(?:close |a close )?(?:second|third)|next|behind)\b"
)
_OTHER_NAME = regex(
    r"\b(?:known|called|named?|nick\w+|dubbed|titled|aka|formerly|now|or|also|meaning|means|real|born|short|actually|correct\w*|sorry|refers?)\b|\("
)
_CLAUSE = regex(r"(?:;|, (?:while|whereas)\b)(?! (?:he|she|it|they|this|these|his|her|its|their)\b)", re.IGNORECASE)
_JOINED = regex(r";|, (?:and|but|with|while|whereas)\b")


def by_rivals(asked: Asked, said: Said) -> Decision | None:
    """Return what another name decides; None where there is none."""
    return (
        is_another_number(asked, said)
        or is_a_sequel(asked, said)
        or is_a_namesake(asked, said)
        or echoes_the_region(asked, said)
        or is_in_a_side_clause(asked, said)
        or is_acted_upon(asked, said)
        or is_said_of_another(asked, said)
        or _beside(asked, said)
    )


def _beside(asked: Asked, said: Said) -> Decision | None:
    if not LEAST <= len(said.words) <= LONG or asked.is_negated:
        return None
    if ";" not in said.plain and said.bag.isdisjoint(_telling()):
        return None
    first = _first_accepted(asked, said)
    if not first:
        return None
    return (
        is_told_beside(asked, said, first)
        or is_in_the_other_clause(asked, said, first)
        or is_second_best(asked, said, first)
    )


def is_another_number(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted name stands with another number only: Charles II is not Charles I, nor World War I the second."""
    wanted = asked.numbered
    if not wanted:
        return None
    names = {name for name, _ in wanted}
    given = {pair for pair in numbered(said.words, said.plain) if pair[0] in names}
    if not given or given & wanted:
        return None
    return Decision(0.1, Reason.WRONG_NAME, "the accepted name with another number")


def echoes_the_region(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says nothing but the region that the question gives: New York, for Albany, New York."""
    if not any(each.head for each in asked.wanted) or not asked.forms.issuperset(said.content):
        return None
    return Decision(0.2, Reason.WRONG_WORDS, "only what the question gives already")


@cache
def _telling() -> frozenset[str]:
    """Return the forms of the words without which nothing is told beside an answer, or said to come second."""
    return frozenset(map(form, (*KIN, *TELLING)))


def is_told_beside(asked: Asked, said: Said, first: int) -> Decision | None:
    """Decide where another name fills the question and the accepted one is told beside it: "Mary, a cousin of Elizabeth"."""
    for aside, asks in ASIDES:
        mark = next((m for m in aside.finditer(said.plain, 0, first) if first - m.end() <= REACH), None)
        if mark is None or asks.search(asked.text) or any(stop in said.plain[mark.end() : first] for stop in ".;:("):
            continue
        end = _before_degree(said, mark.start())
        best = (asked.is_won or _BEST.search(asked.text.lower())) and not _SECOND_ASKED.search(asked.text)
        if _fills(asked, said, end) or (best and _came_first(asked, said, end)):
            return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is told beside another one")
    return None


def _before_degree(said: Said, end: int) -> int:
    """Return where the words end that stand before what sets a name aside: "just" or "two seconds" behind a comma are none of them."""
    degree = right_before(_DEGREE, said.plain, end)
    return degree.start() if degree else end


def is_in_the_other_clause(asked: Asked, said: Said, first: int) -> Decision | None:
    """Decide where a clause answers the question otherwise, and the accepted name stands in the next: "A wrote it; B wrote Emma"."""
    mark = _CLAUSE.search(said.plain) if not said.plain.startswith("Not ") else None
    if mark is None or first < mark.end() or asked.only_figures or _OTHER_NAME.search(said.plain, mark.end()):
        return None
    if _names_one_only(asked, said, mark.start()) and _is_subject(said, mark.end(), first):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is told beside another one")
    if len(_echoed(asked, said, 0, mark.start())) <= len(_echoed(asked, said, mark.end(), len(said.plain))):
        return None
    if _fills(asked, said, mark.start()):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is told beside another one")
    return None


def _names_one_only(asked: Asked, said: Said, end: int) -> bool:
    """Return whether nothing but another thing's name stands before a place."""
    words = [word for word in said.words if word.start < end and word.form not in SMALL]
    return 0 < len(words) <= TWO and all(_is_strange(word, asked) for word in words)


def _is_subject(said: Said, start: int, first: int) -> bool:
    """Return whether the name that begins at ``first`` begins a clause, and "is" or the like stands behind it."""
    before = list(said.between(start, first))
    behind = [word.form for word in said.words if word.start > first][: TWO + 1]
    return all(word.form in SMALL for word in before) and any(form in ("is", "was", "are", "were") for form in behind)


def is_second_best(asked: Asked, said: Said, first: int) -> Decision | None:
    """Decide where a question asks for the first or largest, and the accepted one is said to be the second."""
    if not (asked.is_won or _BEST.search(asked.text.lower())) or _SECOND_ASKED.search(asked.text):
        return None
    behind = _WITH_SECOND.search(said.plain)
    if (
        behind
        and behind.start("who") <= first < behind.end("who")
        and (_fills(asked, said, behind.start()) or _came_first(asked, said, behind.start()))
    ):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is said to come second")
    mark = _SECOND.search(said.plain)
    if mark is None:
        return None
    starts = (*said.sentences, *(each.end() for each in _JOINED.finditer(said.plain)))
    start = max(begin for begin in starts if begin <= mark.start())
    if _OTHER_NAME.search(said.plain, start):
        return None
    if start and start <= first < mark.start() and (_fills(asked, said, start) or _came_first(asked, said, start)):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is said to come second")
    return None


def _came_first(asked: Asked, said: Said, end: int) -> bool:
    """Return whether an answer begins with another name and says of it that it came first, or is or does something most."""
    mark = _FIRST.search(said.plain, 0, end) or _MOST.search(said.plain, 0, end)
    at = next((at for at, word in enumerate(said.words) if not word.capital and word.form not in SMALL), 0)
    head = [word for word in said.words[:at] if word.form not in SMALL]
    if not mark or not head or head[-1].end > mark.start() or _FOR_A_WHILE.search(said.plain, mark.start(), end):
        return False
    return all(word.capital for word in head) and any(_is_strange(word, asked) for word in head)


def _first_accepted(asked: Asked, said: Said) -> int:
    """Return where the first accepted text that is said in full begins; 0 where there is none or the answer begins with it."""
    found = []
    for wanted in asked.wanted:
        place = max(said.joined.find(wanted.joined[1]), said.joined.find(wanted.joined[0]))
        if place >= 0:
            found.append(said.words[said.joined.count(" ", 0, place + 1) - 1].start)
    return min(found, default=0)


def _fills(asked: Asked, said: Said, end: int) -> bool:
    """Return whether an answer repeats the question up to a place, or says "it" or a name alone, and names one there that is not accepted."""
    words = [word for word in said.words if word.start < end]
    strange = [word for word in words if word.form not in SMALL and _is_strange(word, asked)]
    echoed = _echoed(asked, said, 0, end)
    opens = said.plain.startswith(("It's ", "That's ")) or [word.form for word in words[:2]] in (
        ["it", "is"],
        ["it", "was"],
    )
    names = any(word.capital for word in strange) or len(strange) == 1 or _opens_with_a_thing(words, strange, said)
    bare = all(word.capital or word.form in SMALL for word in words) or [word.form for word in words[:-1]] in (
        [],
        ["the"],
    )
    best = any(_BEST.fullmatch(each) for each in echoed)
    return names and (opens or bare or best or len(echoed) >= min(TWO, len(asked.forms)))


def _opens_with_a_thing(words: Sequence[Word], strange: Sequence[Word], said: Said) -> bool:
    """Return whether an answer begins with another thing, behind which a comma or "is" stands: "The skink, or sand lizard, is"."""
    if len(words) <= TWO or words[0].form != "the" or words[1] not in strange:
        return False
    return said.plain[words[1].end : words[1].end + 1] == "," or words[TWO].form in ("is", "was", "are", "were")


def _echoed(asked: Asked, said: Said, start: int, end: int) -> set[str]:
    """Return the words of the question that a stretch repeats; "it" and "by" stand for one."""
    return {
        word.form
        for word in said.words
        if start <= word.start < end and (word.form in asked.forms or word.form in _STAND)
    }


def _is_strange(word: Word, asked: Asked) -> bool:
    return (
        len(word.form) > 1
        and word.form not in asked.forms
        and word.form not in TITLES
        and not any(word.form == other or alike(word.form, other) for other in (*asked.words, *asked.forms))
    )
