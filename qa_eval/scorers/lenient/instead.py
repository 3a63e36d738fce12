"""What is given in the place of the accepted answer, which is only mentioned: "It was Sobrero. Nobel learned about it later."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given import given_instead
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.as_well import CLAUSE, is_told_as_well
from qa_eval.scorers.lenient.beside import SUCH, is_left_open, mentions, stand_beside, stand_in_a_list
from qa_eval.scorers.lenient.corrected import is_placed_second, is_ranked_behind
from qa_eval.scorers.lenient.echoes import QUOTES, is_strange
from qa_eval.scorers.lenient.expanding import expands_otherwise
from qa_eval.scorers.lenient.guessed import is_only_thought
from qa_eval.scorers.lenient.openings import complements, openings
from qa_eval.scorers.lenient.passing import names_another_first
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.within import is_no_rival
from qa_eval.scorers.lenient.words import SMALL, countries, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST = 5  # words of an answer that gives one thing and mentions another
MOST = 90
BRIEF = 2  # sentences; of more, the first ones often only lead up to what is asked
LONGEST = 240  # characters of an answer that is read clause by clause
FEW = 3  # words of another thing, letters of a word that may stand for any
_OTHER_NAME = regex(
    r"\b(?:(?<!well-)known(?! for\b)|named?(?! (?:after|for|and)\b)|nick\w+|dubbed|titled|aka|formerly|real|born(?! (?:in|on|at|to|near)\b)|alias|called|short for|refers?|remembered)\b|\b(?:ruled|reigned|publish\w*|wr(?:ote|ites|iting)|perform\w*|record\w*) as\b|\((?!\d)",
    re.IGNORECASE,
)
_LATELY = regex(
    r"\b(?:(?<!well )as of|current\w*|now|since|replac\w+|succe\w+|took over|previous\w*|former\w*|predecessor|until|recent\w*|latest|primarily|mainly|mostly|partly|largely)\b",
    re.IGNORECASE,
)
_OPENS_WITH_NAME = regex(
    r"(?:The )?(?!(?:It|He|She|They|This|That|These|His|Her|Its|Their|In|At|On|Today|Now|Also|However|But|The|A|An)\b)[A-Z][\w.]+(?: [A-Z][\w.]+)*"
)
_OF_COUNTRIES = regex(
    r"\b(?:country|nation|team|city|state|capital|town|island|port|place|language|where)\b", re.IGNORECASE
)
_ONE = regex(
    r"\W*(?:who|what|which(?: \S+){1,3}?|what(?: \S+){1,3}?) (?:is|was|'s) (?:the|an?)\b|\W*which [a-z]+ (?!was\b|is\b|has\b|does\b)[a-z]+[^\Ws]s\b",
    re.IGNORECASE,
)
_SEVERAL = frozenset(("all", "several", "many", "various", "both", "some", "most", "every", "each"))
_NEXT = regex(r"\s+(?:came|comes|was|is|went|followed) (?:the )?(?:next|second|third|2nd|3rd)\b|\s+follow(?:s|ed)\b")
_NEXT_ASKED = regex(r"\b(?:second|third|next|2nd|3rd|runners?)\b", re.IGNORECASE)


def by_another(asked: Asked, said: Said) -> Decision | None:
    """Return what decides that an answer gives something else; None where nothing does."""
    if len(said.sentences) > BRIEF:
        return is_only_thought(asked, said) or is_ranked_behind(asked, said) or gives_another_number(asked, said)
    first = next((word.start for word in said.words if word.form in asked.words), 0)
    told = gives_another_thing(asked, said, first) if first else None
    full = mentions(asked, said) if asked.words and not told else []
    spans = full or (_named(asked, said) if asked.words and not told else [])
    if any(_NEXT.match(said.plain, end) for _, end in full) and _NEXT_ASKED.search(asked.text):
        return None
    if is_left_open(asked, said, spans):
        return Decision(0.2, Reason.SEVERAL_ANSWERS, "cannot tell which of several it is")
    first = spans[0][0] if spans else first
    told = (
        told or (gives_another(asked, said, first, spans) if first else None) or gives_another_later(asked, said, spans)
    )
    return (
        told
        or names_another_first(asked, said, full, one=_asks_one(asked))
        or is_only_thought(asked, said)
        or is_ranked_behind(asked, said)
        or gives_another_number(asked, said)
        or expands_otherwise(asked, said)
    )


def _asks_one(asked: Asked) -> bool:
    return asked.is_one_thing or _ONE.match(asked.text) is not None


def _named(asked: Asked, said: Said) -> list[Span]:
    """Return the accepted names that are said in part."""
    if not asked.are_names:
        return []
    return [(word.start, word.end) for word in said.words if word.capital and word.form in asked.words]


def gives_another(asked: Asked, said: Said, first: int, spans: Sequence[Span]) -> Decision | None:
    """Decide where an answer opens with another name in the place that is asked for, and mentions the accepted one later."""
    if not _may_mention(asked, said, first):
        return None
    head = _head(asked, said, first)
    if not head or head[-1].end > first or not _has_a_name(head, asked):
        return None
    if is_no_rival(asked, said, head, first) or is_placed_second(asked, said, head[-1].end, first):
        return None
    one = _asks_one(asked)
    beside = one and stand_beside(asked, said, spans)
    if not beside and (_LATELY.search(said.plain) or not one):
        return None
    marks = [mark.end() for mark in CLAUSE.finditer(said.plain, head[-1].end, first)]
    if not marks or _OTHER_NAME.search(
        said.plain, marks[-1] if beside else _same_thing(said, head[-1].end, first), first
    ):
        return None
    if (beside and not _is_bare(head, asked, said)) or (
        asked.is_where and SUCH.search(said.plain, head[-1].end, first)
    ):
        return None
    if not beside and is_told_as_well(asked, said, first, head[-1].end):
        return None
    return Decision(0.2, Reason.WRONG_NAME, f'gives "{said.plain[head[0].start : head[-1].end][:60]}" instead')


def gives_another_later(asked: Asked, said: Said, spans: Sequence[Span]) -> Decision | None:
    """Decide where a list has the accepted name, and a later sentence gives another one: "Its ports are A, B and C. The largest is B"."""
    if not spans or not LEAST <= len(said.words) <= MOST or said.sentences[-1] < spans[-1][1]:
        return None
    if (
        asked.is_negated
        or asked.only_figures
        or asked.dates
        or not (asked.is_one_thing and stand_in_a_list(said, spans))
    ):
        return None
    for head in openings(asked, said, len(said.plain)):
        if head and head[0].start > spans[-1][1] and _is_a_name(head, asked, said) and _is_bare(head, asked, said):
            return Decision(0.2, Reason.WRONG_NAME, f'gives "{said.plain[head[0].start : head[-1].end][:60]}" instead')
    return None


def gives_another_number(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer gives the accepted name with another number in the place that is asked for: "It was Paul II, the heir of Paul I"."""
    names = {name for name, _ in asked.numbered}
    for head in openings(asked, said, len(said.plain)) if names else ():
        given = {pair for pair in numbered(head, said.plain) if pair[0] in names}
        if given:
            other = not given & asked.numbered
            return Decision(0.15, Reason.WRONG_NAME, "the accepted name with another number") if other else None
    return None


def gives_another_thing(asked: Asked, said: Said, first: int) -> Decision | None:
    """Decide where a sentence says that what is asked for is another thing, and a later clause mentions the accepted one."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    if (
        (said.plain[first].isupper() and first not in said.sentences)
        or not _asks_one(asked)
        or not CLAUSE.search(said.plain, 0, first)
    ):
        return None
    head = next((each for each in complements(asked, said, first) if _is_new_thing(each, asked)), ())
    if not head:
        return None
    start = max(begin for begin in said.sentences if begin <= head[0].start)
    end = head[-1].end
    if (
        _LATELY.search(said.plain, start, end)
        or not CLAUSE.search(said.plain, end, first)
        or _OTHER_NAME.search(said.plain, end, first)
    ):
        return None
    if is_told_as_well(asked, said, first, end):
        return None
    return Decision(0.2, Reason.WRONG_WORDS, f'gives "{said.plain[head[0].start : end][:60]}" instead')


def _is_new_thing(head: Sequence[Word], asked: Asked) -> bool:
    return 0 < len(head) <= FEW and head[0].form not in _SEVERAL and all(_is_new(word, asked) for word in head)


def _is_new(word: Word, asked: Asked) -> bool:
    """Return whether a word of what something is said to be may name a thing: no verb, adverb or name."""
    told = is_past(word.form) or word.form.endswith("ly")
    return word.form in SMALL or not ((word.capital and word.start) or told or not is_strange(word, asked))


def _may_mention(asked: Asked, said: Said, first: int) -> bool:
    """Return whether an answer names another one, and the accepted one in a clause behind it; cheap signs come first."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return False
    if not said.plain[first].isupper() or not CLAUSE.search(said.plain, 0, first):
        return False
    return any(word.capital and word.form not in asked.forms for word in said.words if word.start < first)


def _head(asked: Asked, said: Said, first: int) -> Sequence[Word]:
    """Return the words of what an answer gives in the place that is asked for; none where it cannot be told."""
    head = next((each for each in openings(asked, said, first) if _is_a_name(each, asked, said)), ())
    if head:
        return head
    spans = [(word.start, word.end) for word in said.words if word.form in asked.words]
    if len(said.plain) > LONGEST or not spans:
        return ()
    other = given_instead(said.plain, asked.text[:1].upper() + asked.text[1:], spans)
    place = said.plain.find(other) if other else first
    return [word for word in said.words if place <= word.start < place + len(other)] if place < first else ()


def _is_a_name(head: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether some words name another one: not "all four Gospels", and no title of a work where a person is asked for."""
    if not _has_a_name(head, asked) or said.plain[head[0].start : head[0].end].lower() in _SEVERAL:
        return False
    return not (asked.is_who and head[0].start and said.plain[head[0].start - 1] in "\"'")


def _has_a_name(head: Sequence[Word], asked: Asked) -> bool:
    """Return whether some words hold another name; a country's behind the first word of the accepted one: "Lake Malawi", for Lake Victoria."""
    kinds = {each.content[0] for each in asked.wanted if len(each.content) > 1}
    return any(_names(word, asked) for word in head) or any(
        before.capital and before.form in kinds and word.capital and is_strange(word, asked)
        for before, word in pairwise(head)
    )


def _same_thing(said: Said, start: int, end: int) -> int:
    """Return from where on what is told may be another name of what stands before ``start``: not where a name begins the last sentence."""
    begin = max(begin for begin in said.sentences if begin <= end)
    opening = _OPENS_WITH_NAME.match(said.plain, begin)
    return end if begin > start and opening and begin < end - 1 and opening.end() < end else start


def _is_bare(head: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether no preposition stands before the name: "Simon Vane", not "a pupil of Simon Vane"."""
    if head[0].start and said.plain[head[0].start - 1] in QUOTES:
        return True  # a title
    before = next((at for at, word in enumerate(head) if _names(word, asked)), 0)
    return not any(
        at and word.form in PREPOSITIONS and not head[at - 1].capital for at, word in enumerate(head[:before])
    )


def _names(word: Word, asked: Asked) -> bool:
    of_country = (
        word.form in countries() and asked.words.isdisjoint(countries()) and not _OF_COUNTRIES.search(asked.text)
    )
    return word.capital and not of_country and is_strange(word, asked)
