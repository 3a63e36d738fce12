"""Who was only thought of for what is asked, where an answer names who it was: "Vane was considered, but Arden played it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_echo, is_strange
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST, MOST = 6, 40  # words of an answer that tells who was thought of and who it was
BEFORE = 16  # characters before a name in which "before" stands
PREFIX = 5  # letters that a word for a doer and one of the question share: "lyricist", of lyrics
_VERB = (
    r"(?:considered(?! (?:an?|the|to|one|as)\b)|discussed|mentioned|suggested|approached|offered|rumou?red|tipped|shortlisted|auditioned|screen-tested|tested for"
    r"|turned (?:[\w']+ ){1,3}down|turned down|declined|passed on|refused|dropped out|withdrew|in the running|(?:the|a|his|her|their) (?:first|original|initial|second|preferred|early) choice|a candidate|attached)"
)
_THOUGHT_OF = regex(
    rf"(?:(?:['’]s)?\s+name)?,?\s+(?:(?:was|were|had|has|is|been|first|once|briefly|originally|also|initially|only|seriously|at|long|[a-z]+ly)\s+){{0,4}}(?P<verb>{_VERB})\b",
    re.IGNORECASE,
)
_JOIN = regex(r"[,;.]\s|\b(?:and|but|though|although|before|while|so|yet|until)\b", re.IGNORECASE)
_VERBS_ASKED = frozenset(
    map(
        verb_stem,
        ("consider", "discuss", "suggest", "offer", "audition", "turn", "decline", "refuse", "withdraw", "choice"),
    )
)
_FIRST_ASKED = regex(
    r"\b(?:original\w*|initial\w*|first (?:cast|choice)|almost|nearly|supposed|meant|intended)\b", re.IGNORECASE
)
_BY = regex(r"\b[a-z]+(?:ed|en|wn|de|ng|nt) by (?P<name>[A-Z])")
_PART = regex(
    r" (?:only |just |merely )?(?:wrote|added|did|made|provided|drew|contributed|supplied) (?:only )?(?:the|a|an|its|their) (?P<part>foreword|preface|introduction|afterword|prologue|epilogue|blurb|illustrations|cover|notes|index)\b"
)
_BEFORE = regex(r"\bbefore (?:the )?(?:[a-z]+ )?\Z")
_COULD = regex(
    r"\s+(?:could|can|was able|is able|had (?:a|the|any) (?:chance|time)|got|gets|managed?|arrive[sd]?|even)\b"
)
_WHO_WAS = regex(r", who (?:is|was) (?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[.!]?\s*\Z")


def is_not_chosen(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one was only thought of, or does something for the one who is named at the end."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    return (
        was_only_thought_of(asked, said)
        or did_only_a_part(asked, said)
        or came_too_late(asked, said)
        or is_named_in_the_end(asked, said)
    )


def came_too_late(asked: Asked, said: Said) -> Decision | None:
    """Decide where something happened before the accepted one could do what is asked: "He died before Vane could reach him"."""
    if "before" not in said.bag or "before" in asked.forms:
        return None
    spans = mentions(asked, said) or [(word.start, word.end) for word in said.words if word.form in asked.surnames]
    late = spans and all(
        _BEFORE.search(said.plain, max(0, start - BEFORE), start) and _COULD.match(said.plain, end)
        for start, end in spans
    )
    return Decision(0.2, Reason.CONTRADICTION, "the accepted one came too late") if late else None


def did_only_a_part(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one did the foreword or another part of a work that is said to be by another: "It is by Vane; Arden wrote the foreword"."""
    by = _BY.search(said.plain) if asked.is_person else None
    part = _PART.search(said.plain) if by else None
    if by is None or part is None or part["part"].lower() in asked.text.lower():
        return None
    spans = mentions(asked, said) or [(word.start, word.end) for word in said.words if word.form in asked.surnames]
    name = next((word for word in said.words if word.start == by.start("name")), None)
    if not spans or name is None or not is_strange(name, asked) or not all(part.start() == end for _, end in spans):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "did only a part of it")


def was_only_thought_of(asked: Asked, said: Said) -> Decision | None:
    """Decide where each mention of the accepted one only tells that it was considered or turned it down, and another one is named behind."""
    if (
        _FIRST_ASKED.search(asked.text)
        or not _VERBS_ASKED.isdisjoint(asked.verb_stems)
        or not _THOUGHT_OF.search(said.plain)
    ):
        return None
    spans = mentions(asked, said)
    told = [_THOUGHT_OF.match(said.plain, end) for _, end in spans]
    if not spans or not all(told) or not said.plain[spans[0][0]].isupper():
        return None
    end = max(each.end() for each in told if each)
    join = _JOIN.search(said.plain, end)
    if join is None or not any(
        word.capital and word.start >= join.end() and is_strange(word, asked) for word in said.words
    ):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "the accepted one was only thought of")


def is_named_in_the_end(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted one does something to whoever is asked for, who is named: "Vane taught its author, who was Arden"."""
    named = _WHO_WAS.search(said.plain) if asked.is_person else None
    if named is None or len(said.sentences) > 1:
        return None
    spans = mentions(asked, said)
    behind = [word for word in said.words if spans and spans[-1][1] <= word.start < named.start()]
    if not behind or spans[-1][0] >= named.start() or any(start < spans[0][0] for start in said.sentences[1:]):
        return None
    verb, *rest = behind
    name = [word for word in said.words if word.start >= named.start("name")]
    if verb.form in SMALL or is_echo(verb, asked) or not any(is_strange(word, asked) for word in name):
        return None
    role = [word for word in rest if word.form not in SMALL]
    if not any(is_echo(word, asked) or _shares(word.form, asked) for word in role):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "names another one in the end")


def _shares(form: str, asked: Asked) -> bool:
    return len(form) > PREFIX and any(each.startswith(form[:PREFIX]) for each in asked.forms)
