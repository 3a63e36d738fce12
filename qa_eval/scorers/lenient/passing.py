"""Another name or thing that an answer opens with, the accepted one being said in passing: "It is in Arden, a short walk from Vane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.beside import stand_beside
from qa_eval.scorers.lenient.echoes import is_echo, is_strange, until_edge
from qa_eval.scorers.lenient.openings import openings
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL, TITLES, countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Asked
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 5, 90  # words of an answer that gives one name and mentions another
NEAR = 5  # words before a name of which one may say that it is a place
_EDGE = regex(r"[,;(:]|\b(?:who|which|that|where|when|while|because|but|after|before|as|although|though|similar)\b")
_OTHER_NAME = regex(
    r"\b(?:(?<!best )known|called|named?(?! after\b)|nick\w+|dubbed|titled|aka|formerly|born|alias|short for|refers?|meaning|means|actually|correct\w*|sorry|or)\b|\((?!(?:the )?\w+(?: \w+)? (?:is|was)\b)"
)
_BETWEEN = regex(r"\b(?!and\b|the\b|but\b)[a-z]{2,}\b|[;.]\s")
_LISTS = regex(r":|\n|\balso\b")
_WHEN_OR_WHERE = frozenset("in at on near from during since around across under over within".split())  # noqa: SIM905 - a word list reads best as one text
_PLACED = regex(r"\W*(?:(?:in|on|at|to|from|near) (?:which|what)|where)\b", re.IGNORECASE)
_OTHER_ONE = regex(
    r"\s+(?:is|was|are|were) (?:the other|another|(?:in )?(?:second|third|next))\b|\s+having\b|,? (?:by|in) contrast\b|,? on the other hand\b"
    r"|\s+(?:would|was to|went on to) (?:\w+ ){0,4}(?:later|afterwards|next)\b|\s+(?:took|takes) over\b"
)
_WORK = regex(r"\b(?:which|what) (?:\S+ )?(?:play|film|movie|novel|book|series|show|opera|musical)\b", re.IGNORECASE)
_LOCATED = regex(r"\b(?:located|situated|based|found|lies|lie|held|set) (?:in|on|at|near)\b")
_THE = frozenset(("the", "this"))
_GENERIC = frozenset(
    """song book film movie novel poem play album show series answer band group city country river team player
    one piece work painting picture sonata symphony opera man woman person capital record""".split()  # noqa: SIM905 - see above
)
_SOMEBODY_OF = regex(
    r"(?:some|many|most|one|all|another|others?) of (?:the|his|her|its|their) |(?:his|her|its|their|the other|another) ",
    re.IGNORECASE,
)
_LATELY = regex(
    r"\b(?:(?<!well )as of|current\w*|now|since|replac\w+|succe\w+|former\w*|until|recent\w*|latest|new|today)\b",
    re.IGNORECASE,
)
_PRONOUN = frozenset(("it", "he", "she", "they", "this", "that", "its", "i"))
_KIND_ASKED = regex(
    r"\b(?:(?:kind|type|sort|species|form) of|what (?:is|are|was|were) (?:an?\b|[^ ]+\W*\Z))", re.IGNORECASE
)
_DESCRIBED = regex(r"\b(?:an?|one of)(?: (?!in\b|on\b|of\b|for\b|from\b)[a-z-]+){0,3}\s+\Z")
_KIND_OF = regex(r"\b(?:kind|type|sort|species|form|breed|study) of\b")
_FROM = regex(
    r"\b(?:walk|drive|ride|journey|flight|throw|distance|stop|miles?|minutes?|hours?|train|bus|road|boat) from(?: the)?\s+\Z"
    r"|\b(?:opposite|overlooking|facing|outside|beyond|below|above|beneath|next to|close to|adjacent to|(?:north|south|east|west|border|feud|rivalry|contest|war) (?:of|with)|[Ll]ike)(?: [Tt]he| an?)?(?: [a-z]+)?\s+\Z"
    r"|\b(?:similar|related|compared|comparable)\b[^.;]*\bto(?: the| an?)?\s+\Z"
    r"|\b(?:read|met|admired?|knew|married|taught|influenced|inspired) (?:the )?\s*\Z"
    r"|\b(?:neighbou?rs|borders)\b[^.;]*\Z"
    r"|\b(?:just as|as (?:high|tall|long|large|big|old|heavy|fast|much|many|well|hard|far) as)\b[^.;]*\Z"
    r"|\b(?:food|prey|host|home|enemy|predator|rival|substitute|equivalent|name) (?:of|for|to)(?: the| an?| many an?)?(?: [a-z]+)?\s+\Z"
)
_THOUGHT = regex(
    r"\b(?:although|though|even if|despite|contrary|not)\b[^.;]*\b(?:think|thinks|thought|believe[sd]?|assumed?|suppose[sd]?|say|claim(?:ed)?|mistake[ns]?|mistaken|expect(?:ed)?|attributed)\b[^.;]*\Z",
    re.IGNORECASE,
)
_CLAUSES = regex(
    r"[;:]\s|,\s(?:but|while|whereas|although|though|and)\s|\sbefore\s(?=[A-Z])|\s(?:although|though|whereas)\s"
)
_RELATIVE = regex(r",?\s(?:who|which|whose|where)\b")
_SAME = frozenset(("it", "he", "she", "they", "this", "that"))
_PERSON = frozenset(("he", "she"))
_IS_OR_CALLED = regex(r"\b(?:is|was|called|named|as|by)(?: the)?\s+\Z|\b(?:known|called|named|born|pseudonym|pen)\b")
_IS_IT = regex(r"\b(?:is|was|are|were)(?: the| an?)?\s+[\"']?\Z")  # "The captain of that crew was Vane"
_IT = regex(r"\b(?:it|this|so)\b", re.IGNORECASE)


def names_another_first(asked: Asked, said: Said, spans: Sequence[Span], *, one: bool) -> Decision | None:
    """Decide where the first clause about what is asked gives something else, and every mention of the accepted one is in passing."""
    own = [span for span in spans if not _is_given(asked, said, span)]
    if not own or not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    if not one:
        return None
    first = own[0][0]
    named = said.plain[first].isupper()
    head = _first_name(asked, said, first) if named else ()
    if not head and (not named or first in said.sentences):
        head = _first_thing(asked, said, first)
    head = head or _opening(asked, said, first)
    if not head or not _parts(said, head[-1].end, first):
        return None
    if not all(_is_in_passing(asked, said, span, head) for span in own):
        return None
    return Decision(0.2, Reason.WRONG_NAME, f'gives "{said.plain[head[0].start : head[-1].end][:60]}" instead')


def _opening(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return what opens an answer in the place that is asked for; none where times change."""
    if _LATELY.search(said.plain) or _LATELY.search(asked.text):
        return ()
    found = (head for head in openings(asked, said, end) if head and head[-1].end <= end)
    head = next(found, ())
    own = [word for word in head if word.form not in SMALL]
    return head if own and all(word.capital and is_strange(word, asked) for word in own) else ()


def _parts(said: Said, head: int, first: int) -> bool:
    """Return whether what stands between two names makes them no list and not two names of one."""
    if not _BETWEEN.search(said.plain, head, first) or _LISTS.search(said.plain, head, first):
        return False
    end = next((begin for begin in said.sentences if begin > head), first)
    return _OTHER_NAME.search(said.plain, head, min(end, first)) is None


def _is_given(asked: Asked, said: Said, span: Span) -> bool:
    """Return whether a stretch only repeats a name of the question."""
    return all(word.form in asked.forms for word in said.words if span[0] <= word.start < span[1])


def _first_clause(said: Said, end: int) -> Sequence[Word]:
    edge = _EDGE.search(said.plain, 0, end)
    stop = min(edge.start() if edge else end, said.sentences[1] if said.sentences[1:] else end)
    return [word for word in said.words if word.start < stop]


def _first_name(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return the first name of the first clause, where it stands behind words of the question and before a place; none for another kind."""
    words = _first_clause(said, end)
    at = next((at for at, word in enumerate(words) if at and word.capital and is_strange(word, asked)), 0)
    before = words[:at]
    if not _is_about(before, asked, said):
        return ()
    opens = len(before) > 1 and not before[1].capital  # "Visitors find it in Arden"
    if any(word.capital and word.form not in SMALL and not is_echo(word, asked) for word in before[opens:]):
        return ()
    if words[at].form in countries() and not any(form in countries() for form in asked.words):
        behind = words[at + 1 : at + 2]
        if behind and behind[0].form not in SMALL and not behind[0].capital:
            return ()  # "an English novelist"
    return until_edge(words[at:], said) if _is_of_the_kind(before, asked, said) else ()


def _is_about(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether some words repeat the question, or are "it is" and the like."""
    if not words:
        return False
    low = [said.plain[word.start : word.end].lower() for word in words[:2]]
    opens = low[0] in _PRONOUN or (low[0] in _THE and low[1:] and low[1] in _GENERIC)
    return opens or any(word.form not in SMALL and is_echo(word, asked) for word in words)


def _is_of_the_kind(before: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether a name may be what is asked for by the preposition before it: no place where a person is asked for."""
    low = [said.plain[word.start : word.end].lower() for word in before[-NEAR:] if not word.capital]
    if asked.is_person:
        low = [each for each in low if each in PREPOSITIONS][-1:]
    placed = any(each in _WHEN_OR_WHERE for each in low)
    if _PLACED.match(asked.text):
        return placed
    return not placed or asked.is_where or _WORK.search(asked.text) is not None


def _first_thing(asked: Asked, said: Said, end: int) -> Sequence[Word]:
    """Return the thing in common words that the first clause ends with, or begins with; none where it only describes."""
    words = _first_clause(said, end)
    if not words or words[0].form == "there" or not _is_about(words, asked, said):
        return ()
    last = words[-1]
    if _may_be_a_thing(last, asked) and len(words) > 1:
        described = _DESCRIBED.search(said.plain, 0, last.start)
        echoed = described and any(is_echo(word, asked) for word in words if word.start >= described.start())
        kind = _KIND_ASKED.search(asked.text) or (described and _KIND_OF.search(said.plain, described.start()))
        return [last] if not described or echoed or kind else ()
    if len(words) > NEAR - 2 and is_echo(last, asked) and _may_be_a_thing(words[-2], asked) and not words[-2].capital:
        return [words[-2]]
    first = next((word for word in words if word.form not in SMALL), last)
    opens = first.start < NEAR + 2 and is_strange(first, asked) and is_echo(last, asked)
    return [first] if opens and first is not last else ()


def _may_be_a_thing(word: Word, asked: Asked) -> bool:
    return (
        is_strange(word, asked)
        and not is_past(word.form)
        and not word.form.endswith("ly")
        and not word.form[0].isdigit()
    )


def _is_in_passing(asked: Asked, said: Said, span: Span, given: Sequence[Word]) -> bool:
    """Return whether an accepted name is told of something else, stands before more of a longer name, or only says where."""
    start, head = max(begin for begin in said.sentences if begin <= span[0]), given[-1].end
    if any(mark.search(said.plain, max(start, head), span[0]) for mark in (_FROM, _THOUGHT)):
        return True
    if _OTHER_ONE.match(said.plain, span[1]):
        return True
    told = start > head and any(
        is_echo(word, asked) and not word.capital for word in said.words if start <= word.start < span[0]
    )
    return (
        (stand_beside(asked, said, [span]) and not told)
        or _is_of_another(asked, said, span, given)
        or _is_longer(asked, said, span)
    )


def _is_of_another(asked: Asked, said: Said, span: Span, given: Sequence[Word]) -> bool:
    """Return whether a further clause, about something else than is asked, has the accepted name."""
    head, stop = given[-1].end, next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    starts = [begin for begin in said.sentences if head <= begin <= span[0]]
    starts += [mark.end() for mark in _CLAUSES.finditer(said.plain, head, span[0])]
    relative = _RELATIVE.match(said.plain, head)
    if relative and not starts:
        starts.append(relative.end())
    if not starts:
        return False
    words = [word for word in said.words if max(starts) <= word.start < stop]
    low = said.plain[words[0].start : words[0].end].lower() if words else "it"
    if low in _SAME and not (
        low in _PERSON
        and asked.is_person
        and not given[0].start
        and not _IS_OR_CALLED.search(said.plain, words[0].start, span[0])
    ):
        return False
    if _IT.search(said.plain, words[0].start, stop) or _LOCATED.search(said.plain, words[0].start, span[0]):
        return False
    other = _SOMEBODY_OF.match(said.plain, words[0].start)
    subject = next((word for word in words if other and word.start >= other.end()), None)
    if subject is not None and is_strange(subject, asked) and subject.start < span[0]:
        return True
    if low == "the" and _IS_IT.search(said.plain, words[0].start, span[0]):
        return False
    return not any(is_echo(word, asked) for word in words if word.form not in SMALL and word.form not in asked.words)


def _is_longer(asked: Asked, said: Said, span: Span) -> bool:
    """Return whether the accepted name begins a longer one: "the Vane Line", for Vane."""
    if asked.is_where or not said.plain[: span[0]].endswith("the "):
        return False
    behind = next((word for word in said.words if word.start >= span[1]), None)
    return behind is not None and behind.start - span[1] == 1 and behind.capital and _is_new_name(behind, asked)


def _is_new_name(word: Word, asked: Asked) -> bool:
    return is_strange(word, asked) and word.form not in TITLES
