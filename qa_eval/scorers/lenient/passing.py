"""What an answer says in passing: the accepted "Vane" of "It is in Arden, a short walk from Vane"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import stand_beside
from qa_eval.scorers.lenient.corrected import is_placed_second
from qa_eval.scorers.lenient.echoes import is_echo, is_strange
from qa_eval.scorers.lenient.first_given import first_given, is_new_name
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.within import is_no_rival
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 4, 90  # words of an answer that gives one name and mentions another
_OTHER_NAME = regex(
    r"\b(?:(?<!best )known|called|named?(?! after\b)|nick\w+|dubbed|titled|aka|formerly|born|alias|short for|refers?|meaning|means|actually|correct\w*|sorry|or)\b|\((?!(?:the )?\w+(?: \w+)? (?:is|was)\b)"
)
_CALLED = frozenset(("known", "called", "dubbed", "named", "nicknamed", "formerly"))
_CALLED_ASKED = regex(r"\b(?:known|called|nick\w+|dubbed)\b")
_BETWEEN = regex(r"\b(?!and\b|the\b|but\b)[a-z]{2,}\b|[;.]\s")
_LISTS = regex(r":|\n|\balso\b")
_OTHER_ONE = regex(
    r"\s+(?:is|was|are|were) (?:the other|another|(?:in )?(?:second|third|next))\b|\s+having\b"
    r"|\s+(?:would|was to|went on to) (?:\w+ ){0,4}(?:later|afterwards|next)\b|\s+(?:took|takes) over\b"
)
_CONTRASTED = regex(r"(?: [a-z]+){0,2},? (?:(?:by|in) contrast|on the other hand)\b")
_OTHERS = regex(r"(?:Others?|Another)\b[^.;]*\b(?:is|are|was|were|includes?|included)\b")
_OTHERS_ASKED = regex(r"\b(?:others?|another)\b", re.IGNORECASE)
_MAIN_VERB = regex(r",\s(?=(?:is|was|are|were|has|had|[a-z]{3,}(?:ed|s))\b)")
_LOCATED = regex(r"\b(?:located|situated|based|found|lies|lie|held|set) (?:in|on|at|near)\b")
_SOMEBODY_OF = regex(
    r"(?:some|many|most|one|all|another|others?) of (?:the|his|her|its|their) |(?:his|her|its|their|the other|another) ",
    re.IGNORECASE,
)
_FROM = regex(
    r"\bwithin (?:sight|reach|view|earshot|walking distance) of(?: the)?\s+\Z|\b(?:walk|drive|ride|journey|flight|throw|distance|stop|miles?|minutes?|hours?|train|bus|road|boat|border) from(?: the)?\s+\Z"
    r"|\b(?:opposite|overlooking|facing|outside|beyond|below|above|beneath|next (?:door )?to|close to|adjacent to|(?:north|south|east|west|border|feud|rivalry|contest|war) (?:of|with)|[Ll]ike)(?: [Tt]he| an?)?(?: [a-z]+)?\s+\Z"
    r"|\b(?:similar|related|compared|comparable)\b[^.;]*\bto(?: the| an?)?\s+\Z"
    r"|\b(?:relative|ancestor|descendant|cousin|neighbou?r) of(?: the| an?)?\s+\Z|\b(?:mistaken|confused|taken) (?:for|with)(?: the| an?)?\s+\Z|\b(?:read|met|admired?|knew|married|taught|influenced|inspired) (?:the )?\s*\Z"
    r"|\b(?:years?|months?|weeks?|days?|decades?) (?:before|after)(?: [Tt]he)?\s+\Z"
    r"|\b(?:written|made|released|published|built|founded|staged|composed|recorded|opened|formed|wrote|made) (?:\w+ )?(?:before|after)(?: [Tt]he)?\s+\Z|\bbetween(?: [Tt]he)?\s+\Z"
    r"|\b(?:influence|impact|tribute|homage|inspiration) (?:on|to|for)(?: [Tt]he)?\s+\Z"
    r"|\b(?:help|aid|support) (?:of|from)(?: the)?\s+\Z|\b(?:just|well|far|close|right) behind(?: [Tt]he)?\s+\Z"
    r"|\b(?:had (?:earlier|previously|once|already)|opposite [a-z]+ to)\b[^.;]*\Z"
    r"|\b(?:neighbou?rs|borders|unlike|same way as)\b[^.;]*\Z"
    r"|\b(?:(?:request|behest|orders?|suggestion|invitation) of|(?:leave|left|leaving) for|beside)(?: [Tt]he| an?)?\s+\Z"
    r"|\b(?:just as|as (?:high|tall|long|large|big|old|heavy|fast|much|many|well|hard|far) as)\b[^.;]*\Z"
    r"|\b(?:food|prey|host|home|enemy|predator|rival|substitute|equivalent|name) (?:of|for|to)(?: the| an?| many an?)?(?: [a-z]+)?\s+\Z"
)
_FAMILY = regex(
    r"\b(?:parents?|grandparents|fathers?|mothers?|family|families|ancest\w+|origins?|descent|desce\w+)\b",
    re.IGNORECASE,
)
_PARENTS = regex(
    r"\b(?:to|of|by) (?:(?:his|her|their|a|an) )?(?:[a-z]+ )?(?:parents|grandparents|family|father|mother|couple)\b[^.;]*\b(?:from|of|in|left)(?: the)?\s+\Z"
)
_MOVED = regex(
    r"\b(?:moved?|moving|came|come|transferred|relocated?|migrated|emigrated|shifted|brought|fled)(?: (?:there|here|over|away))? from(?: [Tt]he)?\s+\Z|\b(?:leaving|fleeing|quitting|departing)(?: from)?(?: [Tt]he)?\s+\Z"
)
_MOVED_ASKED = regex(r"\b(?:from|move[sd]?|origin\w*|before|formerly|first)\b", re.IGNORECASE)
_THOUGHT = regex(
    r"\b(?:although|though|even if|despite|contrary|not)\b[^.;]*\b(?:think|thinks|thought|believe[sd]?|assumed?|suppose[sd]?|say|claim(?:ed)?|quote|cite|mention|blame|credit|mistake[ns]?|mistaken|expect(?:ed)?|attributed)\b[^.;]*\Z",
    re.IGNORECASE,
)
_CLAUSES = regex(
    r"[;:]\s|,\s(?:but|while|whereas|although|though|and)\s|\sbefore\s(?=[A-Z])|,\s(?:since|because|as)\s(?=(?:the )?[A-Z])|\s(?:although|though|whereas)\s"
)
_RELATIVE = regex(r",?\s(?:(?:from|in|to|by|with|of|on) )?(?:who|whom|which|whose|where)\b")
_SAME = frozenset(("it", "he", "she", "they", "this", "that"))
_PERSON = frozenset(("he", "she"))
_IS_OR_CALLED = regex(
    r"\b(?:is|was|called|named|as|by)(?: the)?\s+\Z|\b(?:known|called|named|born|pseudonym|pen)\b(?! (?:that|so)\b)"
)
_IS_IT = regex(r"\b(?:is|was|are|were)(?: the| an?)?\s+[\"']?\Z")  # "The captain of that crew was Vane"
_IT = regex(r"(?<!\bin )(?<!\bof )(?<!\bto )(?<!\bon )(?<!\bwith )(?<!\bfor )\b(?:it|this|so)\b", re.IGNORECASE)


def names_another_first(asked: Asked, said: Said, spans: Sequence[Span], *, one: bool) -> Decision | None:
    """Decide where the first clause about what is asked gives something else, and every mention of the accepted one is in passing."""
    own = [span for span in spans if not _is_given(asked, said, span)]
    if not own or not LEAST <= len(said.words) <= MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    if not one:
        return None
    first = own[0][0]
    head = first_given(asked, said, first)
    if not head or not _parts(asked, said, head[-1].end, first) or is_no_rival(asked, said, head, first):
        return None
    if is_placed_second(asked, said, head[-1].end, first):
        return None
    if not all(_is_in_passing(asked, said, span, head) for span in own):
        return None
    return Decision(0.2, Reason.WRONG_NAME, f'gives "{said.plain[head[0].start : head[-1].end][:60]}" instead')


def is_said_near(text: str, start: int, end: int) -> bool:
    """Return whether what stands at a place is only what something else is near to, or far from.

    >>> is_said_near("in Arden, two hours from Vane", 8, 25), is_said_near("in Arden or Vane", 8, 12)
    (True, False)
    """
    return _FROM.search(text, start, end) is not None


def _parts(asked: Asked, said: Said, head: int, first: int) -> bool:
    """Return whether what stands between two names makes them no list and not two names of one."""
    if not _BETWEEN.search(said.plain, head, first) or _LISTS.search(said.plain, head, first):
        return False
    end = next((begin for begin in said.sentences if begin > head), first)
    other = _OTHER_NAME.search(said.plain, head, min(end, first))
    return other is None or (other[0] in _CALLED and _CALLED_ASKED.search(asked.text) is not None)


def _is_given(asked: Asked, said: Said, span: Span) -> bool:
    """Return whether a stretch only repeats a name of the question."""
    first, behind = (bisect_left(said.words, place, key=lambda word: word.start) for place in span)
    return all(word.form in asked.forms for word in said.words[first:behind])


def _is_in_passing(asked: Asked, said: Said, span: Span, given: Sequence[Word]) -> bool:
    """Return whether an accepted name is told of something else, stands before more of a longer name, or only says where."""
    start, head = max(begin for begin in said.sentences if begin <= span[0]), given[-1].end
    if any(mark.search(said.plain, max(start, head), span[0]) for mark in (_FROM, _THOUGHT)):
        return True
    if _PARENTS.search(said.plain, max(start, head), span[0]) and not _FAMILY.search(asked.text):
        return True
    if _MOVED.search(said.plain, max(start, head), span[0]) and not _MOVED_ASKED.search(asked.text):
        return True
    if _OTHER_ONE.match(said.plain, span[1]):
        return True
    if _CONTRASTED.match(said.plain, span[1]):
        return not _is_answered_there(asked, said, start, given)
    if start > head and _OTHERS.match(said.plain, start) and not _OTHERS_ASKED.search(asked.text):
        return True
    told = start > head and any(is_echo(word, asked) and not word.capital for word in said.between(start, span[0]))
    return (
        (stand_beside(asked, said, [span]) and not told)
        or _is_of_another(asked, said, span, given)
        or _is_longer(asked, said, span)
    )


def _is_answered_there(asked: Asked, said: Said, start: int, given: Sequence[Word]) -> bool:
    """Return whether a sentence repeats more of the question than that of what stands first does: "Tin's symbol is Sn. Gold, in contrast, has the symbol Au"."""
    begin = max(each for each in said.sentences if each <= given[0].start)
    here, before = (
        {
            word.form
            for word in said.between(low, next((each for each in said.sentences if each > low), len(said.plain)))
        }
        & asked.forms - asked.words
        for low in (start, begin)
    )
    return begin < start and len(here) > len(before)


def _is_of_another(asked: Asked, said: Said, span: Span, given: Sequence[Word]) -> bool:
    """Return whether a further clause, about something else than is asked, has the accepted name."""
    head, stop = given[-1].end, next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    starts = [begin for begin in said.sentences if head <= begin <= span[0]]
    starts += [mark.end() for mark in _CLAUSES.finditer(said.plain, head, span[0] + 1)]
    relative = _RELATIVE.match(said.plain, head)
    if relative and not starts:
        starts.append(relative.end())
    if not starts:
        return False
    main = _MAIN_VERB.search(said.plain, span[1], stop) if relative and max(starts) == relative.end() else None
    stop = main.start() if main else stop
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
    if _does_it_to_others(asked, words, span):
        return True
    if low == "the" and _IS_IT.search(said.plain, words[0].start, span[0]):
        return False
    return not any(is_echo(word, asked) for word in words if word.form not in SMALL and word.form not in asked.words)


def _does_it_to_others(asked: Asked, words: Sequence[Word], span: Span) -> bool:
    """Return whether a clause says of the accepted name what is asked, but of others than the question names: "Vane Strait parts Borland from Drum"."""
    names = asked.names - asked.words
    behind = [word for word in words if word.start >= span[1]]
    if not names or any(word.form in names for word in words) or not behind or words[0].start < span[0] - len("the "):
        return False
    verb = not behind[0].capital and is_echo(behind[0], asked)
    return verb and any(word.capital and is_strange(word, asked) for word in behind)


def _is_longer(asked: Asked, said: Said, span: Span) -> bool:
    """Return whether the accepted name begins a longer one: "the Vane Line", for Vane."""
    if asked.is_where or not said.plain[: span[0]].endswith("the "):
        return False
    behind = next((word for word in said.words if word.start >= span[1]), None)
    return behind is not None and behind.start - span[1] == 1 and behind.capital and is_new_name(behind, asked)
