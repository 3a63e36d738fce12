"""What an answer takes back, denies or leaves open: "not 170 mm but 152 mm", "170 or 240 mm", "170, no wait, 152"."""

from __future__ import annotations

from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_lower

if TYPE_CHECKING:
    import re


class HedgeKind(StrEnum):
    """In which way a stretch of an answer is not simply asserted."""

    NEGATED = "negated"  # "not 170 mm", "rather than 170 mm", "170 mm is wrong"
    CORRECTED = "corrected"  # said first, then replaced: "170, no wait, 152"
    ALTERNATIVE = "alternative"  # one side of "X or Y"


class Hedge(NamedTuple):
    """One stretch of the text: characters ``start`` to ``end`` (exclusive); ``text`` is what stands there."""

    kind: HedgeKind
    start: int
    end: int
    text: str


_NOT_NEGATING = (
    r"(?! (?:only|just|merely|simply|solely|more than|less than|fewer than|over|under|until|exceeding|to exceed|above|below|later than|earlier than|"
    r"necessarily|correct|right|true|accurate|the answer|least|surprisingly|long|far|wait|sure)\b)"
)
_NEGATOR = (
    r"(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)n't|cannot|can't|won't|ain't|not|never|nor|neither|"
    r"rather than|instead of|as opposed to|in place of|other than|apart from|except(?: for)?|excluding|without|unlike|contrary to|in contrast to|"
    r"and no|but no|far from|anything but|denied|denies|as distinct from|no longer|(?:wrong|false|incorrect|untrue|mistaken) (?:to (?:say|claim|think|believe|assume|suppose)|that))"
)
_NEGATION = regex(
    rf"(?=[a-fhinorsuw])(?<![\w'])(?<!\bor )(?:(?P<not>{_NEGATOR}){_NOT_NEGATING}|(?P<no>^no)(?= (?!one\b|doubt\b|fewer\b|more\b|less\b|later\b|wait\b)\w))(?![\w'-])\s*",
)
# where the reach of a negation ends; a comma inside a number does not
_SCOPE_END = regex(
    r"[;:!?()\n]|\.(?!\d)|,(?!\d{3})|(?<!\s)\s++-++\s|\s(?:but|rather|instead|however|although|though|because|since|while|whereas|as long as|so long as|provided|(?<!\bknown )(?<!\bclear )(?<!\bsure )(?<!\bcertain )(?<!\bsay )(?<!\bsaid )(?<!\bstate )(?<!\bstated )(?<!\btell )(?<!\bknow )if|it was|it is|they were)(?!\w)",
)
# "Some say Marlowe, but it was Shakespeare": what others say, and the answer does not
_OTHERS_SAY = regex(
    r"\b(?:(?:some|many|most|several|a few|other|certain)(?: \w+){0,2}|people|critics|sources|it is (?:often|commonly|widely|sometimes|usually|popularly))"
    r" (?:say|says|said|claim|claimed|believe|believed|think|thought|argue|argued|assume|assumed|suggest|suggested)(?: that| to be)?\s+(?P<what>[^;:!?\n]{1,300}?),? but\b(?! also\b)"
    r"|\b(?:although|though|while|even though|despite)\s+(?P<though>[^,;:!?\n]{0,200}\b(?:often|commonly|widely|sometimes|usually|popularly|frequently|mistakenly|wrongly)\b[^,;:!?\n]{0,200}),",
)
_NOR_END = regex(r"[;:!?()\n]|\.(?!\d)|\s(?:but|however|although|because)(?!\w)")
_REFUTED = regex(
    r"(?=[aiw,\s])(?:(?<=\s)|,?\s(?:which|(?:but|and|though) (?:that|this|it))\s(?=[\w' ]+(?:[.;!\n]|\Z)))(?:(?:is|was|are|were|would be) (?:(?:actually|simply|just|clearly|not) )?(?:wrong|incorrect|false|untrue|inaccurate|not (?:right|correct|true|the answer|it|accurate))|(?:isn't|wasn't) (?:right|correct|true|the answer|it|accurate))(?!\w)",
)
_IT = r"(?:that|this|it|they|he|she)"
_WRONG = r"(?:wrong|incorrect|false|untrue|inaccurate|mistaken|not (?:right|correct|true|it|accurate|so|the (?:case|answer)))"
# "12 km? No.", "Ann Lee? I doubt it. It was Bo Ek": what is asked only to be denied
_ASKED = regex(
    rf"\?[\s-]*(?:no(?! (?:doubt|question|problem|wonder)\b|\.? \d)|nope|nah|never|hardly|scarcely|no (?:way|chance|longer)|far from it|by no means|unlikely|nonsense|rubbish"
    rf"|not (?:at all|really|quite|likely|even close|by a long way|any ?more|any longer)|(?:of course|certainly|definitely|absolutely|surely) not|{_WRONG}|{_IT}(?:'s| is| was| are| were| would be)(?: \w+ly)? {_WRONG}"
    rf"|{_IT} (?:(?:is|was|are|were|does|did)(?:n't| not)|(?:can't|cannot|could not|couldn't) be(?: (?:right|true|correct|so))?)|i (?:do not|don't) (?:think|believe) so|i doubt (?:it|that)|i think not)(?=\s*[.!;:,\n-]|\s*\Z)",
)
# what is granted before it is denied: "although it is sometimes credited to him, it was written by her"
_GRANTED = regex(
    r"\b(?:although|though|while|despite|whereas)\b[^,.;\n]{0,80}\b(?:credited|attributed|believed?|thought|think|claim(?:ed)?|mistaken|assumed?|misattributed)\b"
    r"(?: it| him| her| them| this| that)?(?: to have been| to be| to| for| by| as)?(?P<granted>[^,.;\n]{1,80}),",
)
_CORRECTION = regex(
    r"(?=[,;.!?\s])(?<!\s)(?:[,;.!?]++|\s++-++|(?=\s))\s*+\(?(?:(?:oh|oops|ah|hmm|um|uh|er|erm)[,. ]+)*(?:no,? wait|wait,? no|(?<!\bthe )(?<!\ba )(?<!\bany )(?<!\bthis )(?<!\beach )(?<!\bto )wait(?! (?:in|ex)cluded)|oops|scratch that|correction|i mean(?:t)?(?: to say)?|or rather|make that|"
    r"(?:sorry|my mistake|apologies|pardon)(?=[,:.]| i| it)|no,? (?:actually|sorry|i mean)|actually,? no|let me correct (?:myself|that)|strike that|on second thought|actually(?=,? (?:it|that|they)\b|,|:| \d)|(?<!'s )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )actually(?=,? the\b)|actually(?= the \d))(?!\w)[\s,:;.!-]*",
)
_OR = regex(
    r"(?=[,/\s])(?<!\s)(?!(?<=before)\s++or\s++(?:at|on|by)\b|(?<=\bon|\bat)\s++or\s++before\b)(?:(?:\s++,?+\s*+|,\s++)\(?or,?\s++(?:else\s+|perhaps\s+|maybe\s+|possibly\s+|even\s+|alternatively\s+)?(?!(?:more|less|fewer|so|not|thereabouts|over|under|higher|lower|greater|longer|later|earlier|otherwise|in other words|better|worse|above|below|both|older|younger|other|others|another|any|something|anything|rather|at least|at most|"
    r"up to|equivalently|whatever|two|about half)\b)(?=\S)"
    r"|/(?=[^\W\d_]{3})(?<=[^\W\d_]{3}/)|\s++/\s++|\s++(?:vs\.?|versus)\s++|,?+\s++(?:but\s++)?(?:it\s++)?(?:(?:may|might|could)\s++(?:also\s++|instead\s++)?|can\s++(?:also|instead)\s++)be\s++(?!(?:cited|called|referred|quoted|styled|abbreviated|addressed|used|reached|contacted|obtained|bought|purchased|paid|sent|made|found)\b))",
)
_LEFT_EDGE = regex(
    r"[.;:!?()\n](?!\d)\s*|,(?!\d{3})\s*|(?<![\w'])(?:either|whether|but|it's|(?:is|was|are|were|be|been|had|has|have|sent|supplied)(?!\w)(?:\s+(?:either|probably|about|around|roughly|perhaps|maybe))*|maybe|perhaps|possibly)\s+",
)
_RIGHT_EDGE = regex(
    r"[;:!?()\n]|\.(?!\d)|,(?!\d{3})|\s+-+\s|\s+(?:but|because|since|although|depending|which|who|that)(?!\w)",
)
_SENTENCE_EDGE = regex(r"[;,!?\n]\s|\.\s")
_REACH = 200  # no alternative is longer
_WHETHER = regex(r"\b(?:whether|more|sooner|one way|less)\s*$")
# by first letters, so that most places of a text are passed over at once
_HINT = regex(
    r"hough|w(?:h(?:ile|ereas)|ithout|rong|ait)|d(?:espite|enie|istinct)|n(?:'t|ever|o)|rather|i(?:n(?:stead|accurate)| mean)"
    r"|o(?:ther than|pposed|ops)|p(?:lace of|ardon)|a(?:p(?:art|olog)|nything but|ctually)|exc(?:ep|lud)|un(?:like|true)"
    r"|co(?:ntra(?:ry|st)|rrect)|fa(?:r from|lse)|s(?:cratch|orry|trike|econd thought)| (?:b(?:ut|e )|or)|m(?:ake that|istake)|\(or|/|\?|v(?:s|ersus)"
)
_CORRECTION_HINT = regex(
    r"wait|oops|s(?:cratch|orry|trike|econd thought)|correct|i mean|rather|m(?:ake that|istake)|a(?:polog|ctually)|pardon"
)
_OR_HINT = regex(r"or|/|vs|versus|be\s")
_GRANTING = ("hough", "while", "despite", "whereas")


def read_hedges(text: str) -> tuple[Hedge, ...]:
    """Return every stretch that ``text`` denies, takes back or leaves open, in order of place.

    >>> [(hedge.kind.value, hedge.text) for hedge in read_hedges("It was not 170 mm but 152 mm or 155 mm.")]
    [('negated', '170 mm'), ('alternative', '152 mm'), ('alternative', '155 mm')]
    """
    lowered = plain_lower(text)
    if not _HINT.search(lowered):
        return ()
    corrected = _corrected(lowered) if _CORRECTION_HINT.search(lowered) else ()
    choices = _alternatives(lowered) if _OR_HINT.search(lowered) else ()
    found = [Hedge(HedgeKind.CORRECTED, start, end, text[start:end]) for start, end in corrected]
    found += [Hedge(HedgeKind.NEGATED, start, end, text[start:end]) for start, end in _negated(lowered)]
    found += [Hedge(HedgeKind.ALTERNATIVE, start, end, text[start:end]) for start, end in choices]
    return tuple(sorted(found, key=lambda hedge: (hedge.start, hedge.end, hedge.kind)))


def negated_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return what ``text`` denies or takes back, as (start, end) pairs in order.

    >>> text = "900, not 1,250"
    >>> [text[start:end] for start, end in negated_spans(text)]
    ['1,250']
    """
    return tuple((hedge.start, hedge.end) for hedge in read_hedges(text) if hedge.kind is not HedgeKind.ALTERNATIVE)


def alternatives(text: str) -> tuple[str, ...]:
    """Return the answers between which ``text`` leaves the choice; empty when it makes one.

    >>> alternatives("either 170 mm or 240 mm")
    ('170 mm', '240 mm')
    >>> alternatives("12,000 or more")
    ()
    """
    return tuple(hedge.text for hedge in read_hedges(text) if hedge.kind is HedgeKind.ALTERNATIVE)


def _corrected(text: str) -> list[tuple[int, int]]:
    """Return what stands before a correction, from the start of its sentence."""
    found = []
    begin = 0
    for correction in _CORRECTION.finditer(text):
        start, end = _trimmed(text, begin, correction.start())
        if start < end and correction.end() < len(text):
            found.append((start, end))
        begin = correction.end()
    return found


def _negated(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    covered = 0
    for negation in _NEGATION.finditer(text):
        if negation.start() < covered:
            continue
        neither = negation[0].startswith("neither")
        scope = (_NOR_END if neither else _SCOPE_END).search(text, negation.end())
        start, end = _trimmed(text, negation.end(), scope.start() if scope else len(text))
        if start < end:
            found.append((start, end))
            covered = end
    grants = any(word in text for word in _GRANTING)
    if grants or " but" in text:
        found += [
            _trimmed(text, *others.span("what" if others["what"] else "though"))
            for others in _OTHERS_SAY.finditer(text)
        ]
    found += _refuted(text, _REFUTED)
    if "?" in text:
        found += _refuted(text, _ASKED)
    if grants:
        found += [_trimmed(text, *granted.span("granted")) for granted in _GRANTED.finditer(text)]
    return [span for span in found if span[0] < span[1]]


def _refuted(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return what stands before a denial of it, from the start of its sentence."""
    found = []
    edge = 0
    for refuted in pattern.finditer(text):
        start = max(edge, refuted.start() - _REACH)
        for mark in _SENTENCE_EDGE.finditer(text, start, refuted.start()):
            start = mark.end()
        found.append(_trimmed(text, start, refuted.start()))
        edge = refuted.end()
    return found


def _alternatives(text: str) -> list[tuple[int, int]]:
    choices = [
        choice
        for choice in _OR.finditer(text)
        if not _WHETHER.search(text, max(0, choice.start() - 12), choice.start())
    ]
    found: list[tuple[int, int]] = []
    stop = -1
    for choice, following in zip_longest(choices, choices[1:]):
        if choice.start() != stop:
            left = max(stop, 0, choice.start() - _REACH)
            for edge in _LEFT_EDGE.finditer(text, left, choice.start()):
                left = edge.end()
            found.append(_trimmed(text, left, choice.start()))
        limit = min(following.start() if following else len(text), choice.end() + _REACH)
        right = _RIGHT_EDGE.search(text, choice.end(), limit)
        stop = right.start() if right else limit
        found.append(_trimmed(text, choice.end(), stop))
    return [span for span in found if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n,;:\"'-":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:\"'-.":
        end -= 1
    return start, end
