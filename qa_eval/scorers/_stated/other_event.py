"""What is accepted told of another event or side of the same kind than is asked: "She was 71 when she married", for how old she was when she died."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.said import Table
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.scorers._stated.check import Check
    from qa_eval.scorers._words.said import Words

# each line: events, roles or sides of one kind, of which an answer that tells the one does not tell the other
_FIELDS = (
    ("born|birth", "died?|death|killed|passed away", "marr(?:y|ied|iage)|wed|wedding", "retired?|retirement", "baptised|baptized|christened"),
    ("granted?|awarded|issued?", "filed?|applied for|submitted", "expired?|lapsed?"),
    ("beg(?:i|a|u)n|started?|broke out", "lifted(?! off)|raised the siege|was over|surrendered|stopped|ceased|ended"),
    ("abolish(?:ed|es)?|scrap(?:ped|s)?|repeal(?:ed|s)?", "introduc(?:e|ed|es)|reinstat(?:e|ed|es)|reintroduc(?:e|ed|es)|restor(?:e|ed|es)"),
    ("hir(?:e|ed|es|ing)|recruit(?:ed|s)?|took on|take on", "left|quit|resigned", "laid off|lay off|dismiss(?:ed)?|sacked|fired"),
    ("treatment group|treated group|treatment arm", "control group|placebo group|placebo arm|control arm|controls"),
    ("in the (?:treatment|control|placebo|study|test) group", "dropped out|withdrew|were excluded|left the (?:study|group|trial)"),
    ("summit|mountain ?top|top of the (?:mountain|hill|tower)", "base|foot of the (?:mountain|hill|tower)|at the foot"),
    ("withdrawn|withdrew|recalled|discontinued|withdraw|recall", "launched|released|introduced|approved"),
    ("expelled|thrown out|expel|excluded", "admitted|joined|elected|accepted|welcomed"),
    ("w(?:i|o)n|winners?|champions?", "(?:finished|came|were|was|placed) (?:as )?(?:the )?runners?-up|(?:came|finished|was|were|placed) (?:third|last)"),
    ("mother", "father", "daughter", "son", "sister", "brother", "(?:his|her|their) (?:wife|husband|spouse)"),
    ("gestation|pregnancy|pregnant", "weaned|weaning", "hatch(?:es|ed|ing)?"),
    ("wrote|written|writer|author(?:ed)?|writes?", "dedicated to|translated|translator|published by|publisher|illustrated|illustrator|edited by|editor|reviewed"),
    ("paint(?:ed|er|s)?", "portrays?|depicts?|shows|bought|sold|owns|owned"),
    ("population|inhabitants|people (?:lived?|living)", "households|houses|homes|families|dwellings"),
    ("debts?|liabilities|borrowings", "cash|revenues?|sales|profits?|assets|savings"),
    ("how far|distance", "(?:miles?|km|kilomet(?:er|re)s?|m|met(?:er|re)s?|feet|ft|yards) (?:long|wide|deep|high|tall|across|thick)"),
    ("how (?:tall|high)|height", "(?:miles?|km|kilomet(?:er|re)s?|m|met(?:er|re)s?|feet|ft|yards) (?:long|wide|deep|across|thick|from|away|apart|below)"),
    ("how (?:deep)|depth", "(?:miles?|km|kilomet(?:er|re)s?|m|met(?:er|re)s?|feet|ft|yards) (?:long|wide|high|tall|across|thick|from|away|apart|above)"),
    ("how wide|width", "(?:miles?|km|kilomet(?:er|re)s?|m|met(?:er|re)s?|feet|ft|yards) (?:long|deep|high|tall|thick|from|away|apart)"),
    ("(?:did|does|will|do) .*\\blast|lasted|lasts|how long did .*\\btake", "(?:years?|months?|weeks?|days?|hours?|minutes?) ago|began (?:\\w+ ){1,3}after|started (?:\\w+ ){1,3}after"),
    ("(?:flow|run|empt|drain|pour|discharg)\\w* into", "(?:flow|run|empt|drain|pour|discharg)\\w* out of|ris(?:e|es) in"),
    ("teach(?:es)?|taught|teachers?", "(?:student|pupil|disciple)s?"),
    ("passed|passes", "failed|fails"),
    ("import(?:s|ed)?", "export(?:s|ed)?"),
    ("visited|visitors", "emigrated|emigrants"),
    ("departures?|departs?|departed|leaves?", "arrivals?|arrives?|arrived"),
    ("deepest", "shallowest"),
    ("most", "least|fewest"),
    ("oldest|eldest", "youngest|younger than"),
    ("youngest", "oldest|eldest|older than"),
    ("longest", "shortest|shorter than"),
    ("shortest", "longest|longer than|tallest"),
    ("largest|biggest", "smallest|smaller than"),
    ("smallest", "largest|biggest|larger than|bigger than"),
    ("highest|tallest|peak", "lowest|lower than"),
    ("lowest", "highest|higher than"),
    ("fastest", "slowest|slower than"),
    ("slowest", "fastest|faster than"),
    ("heaviest", "lightest|lighter than"),
    ("lightest", "heaviest|heavier than"),
    ("male|males|men|boys|cocks?", "female|females|women|girls|hens?"),
    ("female|females|women|girls|hens?", "male|males|men|boys|cocks?"),
    ("(?:for|backed|supported) (?:the|it)", "against (?:the|it)"),
)  # fmt: skip
_WITHOUT = regex(r"\bwithout\s+(?:(?:ever|even|actually)\s+)?(?P<deed>[a-z]+ing)\b", re.IGNORECASE)
MOST = 14  # words of one short sentence
_BARRED = regex(
    r"[;:?(]|,\s|[.!]\s+\S|n['’]t\b|\b(?:not|never|no|nor|neither|without|cannot|but|instead|rather|unlike|although|though|if|unless|because|and|or|who|which|that|whose|where|only|except|all but|second|until)\b",
    re.IGNORECASE,
)


@cache
def _table() -> Table:
    return Table(_FIELDS)


@lru_cache(maxsize=512)
def _asked(question: str) -> tuple[tuple[Words, tuple[Words, ...]], ...]:
    """Return each side of a field that a question asks about, and the others, where it asks about one of the field alone."""
    table = _table()
    found: Mapping[int, Mapping[int, re.Match[str]]] = table.said_in(question) if len(question) <= SHORT else {}
    return tuple(
        (table.rows[place][next(iter(said))], tuple(w for at, w in enumerate(table.rows[place]) if at not in said))
        for place, said in found.items()
        if len(said) == 1
    )


def of_another_event(text: str, question: str, accepted: str) -> str:
    """Return the words by which one short sentence tells what is accepted of another event of the kind than is asked; "" for none.

    >>> asked = "How old was she when she died?"
    >>> of_another_event("She was 71 when she married.", asked, "71"), of_another_event("She died at 71.", asked, "71")
    ('says "married"', '')
    """
    if len(text) > SHORT or len(text.split()) > MOST or _BARRED.search(text.rstrip(" .!?")):
        return ""
    if len(text.split()) <= len(accepted.split()) + 1:
        return ""
    for own, others in _asked(question):
        if own.said_in(text) or own.said_in(accepted) or any(other.said_in(accepted) for other in others):
            continue
        told = next(filter(None, (other.said_in(text) for other in others)), None)
        if told and not _of_accepted(text, told, accepted):
            return f'says "{told[0]}"'
    return ""


def _of_accepted(text: str, told: re.Match[str], accepted: str) -> bool:
    """Return whether what is told is what something else is of the accepted: "He is the son of Edith", or "Edith's son", for who his mother is, or is called so: "Plato's student Aristotle"."""
    bare = re.escape(accepted.lower().strip(" ."))
    behind, before = text[told.end() :].lower(), text[: told.start()].lower()
    if re.match(rf"\s+of\s+(?:the\s+)?{bare}", behind) or re.search(rf"\b{bare}['’]s?\s+\Z", before):
        return True
    return bool(re.search(r"['’]s?\s+\Z", before) and re.match(rf"\s+{bare}", behind))


def not_done(text: str, question: str, _accepted: str) -> str:
    """Return the words by which an answer says that what is asked was not done: "without reaching it"; "" for none.

    >>> asked = "When did the party reach the summit?"
    >>> not_done("It turned back on 9 May without reaching it.", asked, "9 May"), not_done("It did so on 9 May without a guide.", asked, "9 May")
    ('says "without reaching"', '')
    """
    left_out = _WITHOUT.search(text) if len(text) <= SHORT else None
    if left_out is None or _WITHOUT.search(question):
        return ""
    asked, undone = stems(question), stem_of(left_out["deed"].lower())
    if undone not in asked or undone in stems(text[: left_out.start()] + text[left_out.end() :]):
        return ""
    return f'says "{left_out[0]}"'


OTHER_EVENT: tuple[Check, ...] = (
    (lambda question: bool(_asked(question)), of_another_event),
    (lambda question: len(question) <= SHORT, not_done),
)
