"""Answers that say in free words that the document does not say: "We are told of 2021, but nothing about 2022".

Each part of an answer has to decline, to tell of something else than what is asked, or to tell all that is given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.abstentions import abstains_beside
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes, words
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.dimensions import nouns_of
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import SMALL
from qa_eval.scorers.strict.parts.labels import NAME, YEAR, is_another, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Document

_PART = regex(
    r"(?:[.;:!?–—](?=\s|\Z|\w*[a-z])|[()]|,(?=\s)|\s-\s|\b(?:but|though|although|while|whereas|however)\b|\band\s+(?=(?:no|nothing|none|not|that|it)\b))+",
    re.IGNORECASE,
)
_GUESS = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess(?:ed)?(?! is)|i think|suggests?|implies|imply|possibly|presumably|must|might|could have|so|hence|therefore"
    r"|because|since|due|(?:about|around)(?=\s+(?!(?:1[5-9]|20)\d\d\b)[\d$€£])|roughly|approximately|except|yes)\b(?!\s+(?:far|the\s+[a-z]+\s+(?:of|in|for|at)\b))",
    re.IGNORECASE,
)
_GIVEN = (
    r"(?:given|stated|mentioned|reported|quoted|recorded|disclosed|specified|listed|named|identified|announced|published|provided|told|said|known|revealed"
    r"|set|fixed|decided|chosen|picked|selected|appointed|agreed|confirmed|found|established|determined|settled|explained|released|made\s+public|broken\s+down|split\s+up|itemi[sz]ed|put\s+at)"
)
_WHAT = (
    r"(?:figure|number|date|day|year|time|name|reason|cause|price|cost|amount|sum|total|attendance|word|mention|detail|information|breakdown|explanation|successor"
    r"|replacement|decision|answer|value|rate|share|place|venue|person|winner|title|age|size|data|duration|length|height|width|depth|weight|distance|speed|temperature|population|score|result|estimate|count|fee|charge|address|colou?r|split|indication|statement|motive|purpose|candidate)s?"
)
_DOCUMENT = r"(?:text|article|passage|document|report|source|story|piece|page|notice|letter|statement|excerpt)"
_TELL = r"(?:say|says|said|tell|tells|told|name[sd]?|disclose[sd]?|reveal(?:s|ed)?|specif(?:y|ies|ied)|give\s+(?:out\s+)?(?:an?|any|the|it)|gave\s+(?:out\s+)?(?:an?|any|the|it)|identif(?:y|ies|ied)|comment(?:ed)?|confirm(?:s|ed)?|divulge[sd]?)"
_DECLINES = regex(
    rf"""(?:\b|(?:(?<=\bit)|(?<=\bthat))'s\s+)(?:(?:is|are|was|were|remains?|stays?|left|stands|still)\s+(?:still\s+|yet\s+|left\s+|very\s+much\s+|so\s+far\s+|currently\s+)*
        (?:open(?!\s+(?:to|for|on|in(?!\s+the\s+{_DOCUMENT}\b)|at|from|until|every|daily|all)\b)|undecided|unresolved|unsettled|unclear|unknown|unnamed|unsaid|vacant|pending|undetermined|unstated|(?:an?\s+)?(?:mystery|secret|riddle|confidential|under\s+wraps)
        |to\s+be\s+(?:seen|decided|announced|determined|confirmed|established|settled|named|chosen|fixed|set))\b
      | (?:has|have|is|are)\s+yet\s+to\s+(?:be\s+{_GIVEN}|decide|say|name|choose|pick|appoint|announce|set|fix|agree)\b
      | (?:nobody|no\s?one|none(?:\s+of\s+[a-z ]+)?)\s+(?:has|have|is|was|were)\s+(?:yet\s+)?(?:been\s+)?{_GIVEN}\b
      | (?:has|have|is|are|was|were)(?:\s+not|n't)\s+(?:yet\s+|so\s+far\s+|even\s+)?(?:been\s+|being\s+)?{_GIVEN}\b
      | (?:has|have)(?:\s+not|n't)\s+(?:yet\s+)?(?:set|fixed|named|picked|chosen|selected|appointed|found|announced|decided|agreed|given|settled|published)\b
      | still\s+(?:being\s+|under\s+)(?:looked\s+into|investigat\w+|examin\w+|worked\s+out|negotiat\w+|review\w*|discuss\w+|consider\w*|debate\w*)
      | (?:is|are|was|were)(?:\s+not|n't)\s+(?:among\s+the|part\s+of\s+the|in\s+the\s+(?:figures|numbers|accounts|list)|(?:one\s+)?of\s+the\s+[a-z]+\s+given)
      | (?:goes|go|went|is\s+left|are\s+left|left)\s+(?:entirely\s+|completely\s+)?un(?:mentioned|said|reported|explained|stated|specified|named|answered)
      | (?:there\s+is|there's|there\s+was)\s+no\s+(?:telling|knowing|saying|way\s+of\s+(?:telling|knowing))
      | (?:there\s+is|there's|there\s+are|there\s+was|there\s+were)\s+no\s+[^.;:!?\d]{{1,60}}?\s+in\s+(?:the|this)\s+{_DOCUMENT}
      | (?:gives?|gave|names?|named|states?|stated|quotes?|quoted|provides?|provided|offers?|offered|releas(?:es|ed)|publish(?:es|ed))\s+no\s+(?:exact\s+|precise\s+|such\s+)?(?:number|figure|amount|detail|information|breakdown|indication|total|value|data)s?\b
      | (?:gives?|gave|given|names?|named|states?|stated|sets?|announced?)\s+no\s+(?:exact\s+|precise\s+|such\s+|other\s+)?{_WHAT}\b
      | (?:does|do|did|has|have|had)(?:\s+not|n't)\s+(?:yet\s+)?(?:put|set)\s+an?\s+(?:number|figure|price|sum|value|date|amount|total)\s+(?:on|to|for)\b
      | (?:declin|refus)(?:es?|ed)\s+to\s+(?:say|tell|disclose|reveal|specify|name|identify|comment|give\s+(?:an?|any|the)\s)|(?:wo|would)n't\s+{_TELL}\b|(?:would|will)\s+not\s+{_TELL}\b
      | (?:neither|none|nobody|no\s?one)(?:\s+(?:side|party|of\s+(?:them|the\s+[a-z]+)|[a-z]+|[^.;:!?\d,]{{1,40}}\s+nor\s+[^.;:!?\d,]{{1,30}}))?\s+(?:(?:would|will|wants?\s+to|wanted\s+to|is\s+willing\s+to|was\s+willing\s+to|cared\s+to|chose\s+to|has|have|had)\s+)?{_TELL}\b
      | (?:keeps?|kept|keeping|holds?|held)\s+(?:it|that|this|them|(?:the|its|his|her|their|that|this)\s+(?:{_WHAT}|identit(?:y|ies)|terms|donors?|giver|buyer|seller))\s+(?:to\s+(?:itself|themselves|himself|herself)|secret|quiet|private|confidential|under\s+wraps)\b
      | (?:is|are|was|were|being|been)\s+kept\s+(?:secret|quiet|private|confidential|under\s+wraps)\b|(?:keeps?|kept|keeping|stays?|stayed)\s+(?:quiet|silent|mum)\s+(?:about|on|over)\b
      | {_WHAT}\s+(?:remains?|remained|stays?|stayed|is|are|was|were)\s+private\b
      | (?:wish(?:es|ed)?|want(?:s|ed)?|prefer(?:s|red)?|ask(?:s|ed)?|cho(?:se|oses?)|insist(?:s|ed)?\s+on)\s+(?:to\s+)?(?:remain|stay|be(?:\s+kept)?|remaining|staying)\s+(?:anonymous|unnamed|unidentified|nameless)\b
      | (?:anonymous|unnamed|unidentified|undisclosed|unspecified)\s+[a-z]+\b(?!\s+(?:of|from|in|at|who|near|with)\b)|anonymously\b|(?:stay|remain|is|was|be)(?:s|ed)?\s+anonymous\b
      | (?:is|are|was|were)(?:\s+not|n't)\s+[a-z]+ed\s+(?:anywhere|at\s+all)\s+in\s+(?:the|this)\s+{_DOCUMENT}
      | says?\s+nothing\s+(?:of|about|on)\b
      | (?:is|are|was|were)(?:\s+not|n't)\s+(?:anywhere\s+)?(?:there\s+)?(?:in|on)\s+(?:the|this)\s+(?:{_DOCUMENT}|flyer|leaflet|label|sign|list|menu|map)\b
      | leaves?\s+[^.;:!?\d]{{1,40}}?\s+out\s*\Z
      | leaves?\s+(?:it|this|that|the\s+(?:question|matter))?\s*(?:open|unsaid|out|unanswered)
      | (?:does|do|did)(?:\s+not|n't)\s+(?:break|split)\s+[^.;:!?]{{1,40}}?\s*(?:down|up|by)
      | (?:doesn't|don't|didn't|do\s+not|does\s+not|did\s+not)\s+(?:say|tell|learn|know|hear)\b
      | (?:can|could)(?:not|n't|\s+not)\s+(?:be\s+told|tell|say|be\s+said|know)\b
      | nothing\s+(?:(?:is|was)\s+(?:said|told|given|known|reported|stated)\b|(?:on|about|regarding|concerning|as\s+to)\b)
      | (?:there\s+is|there['’]s|there\s+are|there\s+was)\s+no\s+(?:[a-z]+\s+)?(?:estimate|figure|information|data|record|count|mention|indication|clue|hint|statement|detail)s?\s*\Z
      | no\s+(?:[a-z]+\s+)?(?:estimate|figure|information|data|record|count|number|detail)s?\s+(?:exists?|(?:is|are)\s+available|(?:has|have|was|were)\s+(?:been\s+)?(?:made|taken|attempted|kept))\b
      | nowhere\s+(?:else\s+|in\s+(?:the|this)\s+{_DOCUMENT}\s+)?(?:is\s+it\s+|is\s+(?:this|that)\s+)?{_GIVEN}\b|{_GIVEN}\s+nowhere\b
      | (?:nobody|no\s?one)\s+(?:says?|knows?|(?:has|have)\s+(?:ever\s+|yet\s+)?(?:counted|estimated|measured|recorded|surveyed|asked))\b
      | (?:has|have)(?:\s+not|n't)\s+(?:yet\s+)?(?:been\s+)?(?:counted|estimated|measured|surveyed)\b
      | no\s+(?:[a-z'-]+\s+){{0,2}}?{_WHAT}\s+(?:(?:has|have|is|are|was|were)\s+(?:been\s+)?{_GIVEN}\b|(?:for|about|on|of|in)\b)
      )""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_ASKED = regex(
    rf"\bno\s+(?P<what>(?:[a-z'-]+\s+){{0,2}}?[a-z'-]+)\s+(?:(?:has|have|is|are|was|were)\s+(?:been\s+)?{_GIVEN}\b|\Z)",
    re.IGNORECASE,
)
# "Its fee is left out", where a fee is asked for
_LEFT_OUT = regex(
    r"(?P<what>[a-z'-]+)(?:\s+(?:of|for)\s+[^.;,\d]{1,30}?)?\s+(?:is|are|was|were)\s+(?:simply\s+|also\s+)?(?:missing|omitted|left\s+out|lacking|absent)\b",
    re.IGNORECASE,
)
# what declines only beside something that is told
_NOT_THAT = regex(
    rf"(?:and\s+)?(?:not\s+(?:that|those|the|how|who|whom|whose|when|where|what|why|which|of|for|in|at|on|about|its|his|hers?|theirs?)\b"
    rf"|none\s+(?:for|of|in|at|on|about)\b|(?:it\s+(?:has|gives)\s+|there\s+is\s+|there's\s+|for\s+[^,;]+?\s)?(?:no\s+(?:such\s+)?{_WHAT}\b|nothing\b))",
    re.IGNORECASE,
)
_SAYS = regex(
    r"\b(?:gives?|given|says?|said|states?|stated|mentions?|mentioned|reports?|reported|quotes?|quoted|lists?|listed|names?|named|has|have|had|tells?|told|learn"
    r"|provides?|provided|figures?|covers?|covered|speaks?|talks?|recorded|published|disclosed|specified|is|are)\b",
    re.IGNORECASE,
)
# "The text says when they meet", where it is not asked when
_SAYS_WHEN = regex(
    rf"\W*(?:(?:the|this)\s+{_DOCUMENT}|it)\s+(?:only\s+|just\s+|does\s+)?(?:says?|tells?(?:\s+us)?|mentions?|states?|explains?)\s+(?:only\s+|just\s+)?(?P<wh>when|where|who|why)\s[^\d]+",
    re.IGNORECASE,
)
_IS_SAID = regex(rf"{_SAYS.pattern}|{_DOCUMENT}", re.IGNORECASE)
# what says that something is told: "only the chapel is old" does not
_TELLS = regex(
    rf"\b(?:{_GIVEN}|gives?|says?|states?|mentions?|reports?|quotes?|lists?|names?|tells?|learn|provides?|covers?|speaks?|talks?|dated|counted|covered|priced"
    rf"|(?:{_DOCUMENT}|it|there|we)\s+(?:(?:only|just|merely)\s+)?(?:has|have|is|are)|all\s+[a-z ]+?\bis)\b",
    re.IGNORECASE,
)
_ONLY = regex(
    r"\b(?:only|merely|just|alone|solely|all (?:it|that|we|the [a-z]+) (?:says?|is|gives?|tells?|learn))\b",
    re.IGNORECASE,
)
# a pronoun stands for what is asked: "it was 4 May", "but he thanked them"; "it" may be the document where it says something
_OF_WHAT_IS_ASKED = regex(
    r"(?:(?:he|she|they|these|those)\b|(?:it|that|this)(?:['’]s|\s+(?:is|was|are|were|will|would|did|does))\b)(?!\s+(?:only|just|merely)\b)",
    re.IGNORECASE,
)
_BESIDE = regex(
    rf"(?:according\s+to|as\s+of|in|from|at)\s+(?:the|this|that)\s+{_DOCUMENT}|so\s+far|for\s+now|at\s+present|yet|as\s+yet|officially|unfortunately|sorry"
    r"|(?:as\s+)?(?:for|in|at|on|of)\s+[^\d,]{1,40}(?:\d{4})?|according\s+to\s+it|at\s+least|you(?:['’]d|['’]ll|\s+would|\s+will)?\s+(?:have|need)\s+to\s+ask(?:\s+[a-z ]{1,30})?|not\s+yet|no",
    re.IGNORECASE,
)
_FIGURE = regex(r"[$€£]?\d[\d.,]*(?:\s*(?:%|[a-z]+))?", re.IGNORECASE)
_BRACKETED = regex(r"\s*(?:\([$€£]?\d[\d.,]*\s?(?:%|[a-z]+)?\)|,\s[$€£]?\d[\d.,]*\d?\s?(?:%|[a-z]+)?,)\s+(?=(?:is|are|was|were|and)\b)", re.IGNORECASE)  # fmt: skip
_NUMBER = regex(r"\d[\d.,]*\d|\d")
_MERELY = frozenset(("only", "just", "merely"))
_ABOUT = frozenset(map(stem_of, ("fee", "age", "date", "name", "figure", "number", "price", "reason")))
_ASKING = frozenset("when where what who how why which whether".split())  # noqa: SIM905 - a word list reads best as one text
_AND = regex(r"\A(?:and|or)\s+", re.IGNORECASE)
_MOST_PARTS, _LONGEST_NAME = 5, 4
_JOINT = regex(r"\b(?:for|in|at|of|from|on|to)\s")


class Silence:
    """What a question without an answer asks, to see whether an answer says that there is none."""

    def __init__(self, question: str) -> None:
        self.labels = labels_of(question)
        self.question = question
        self.asked = frozenset(map(stem_of, words(question)))

    def is_told(self, text: str, document: Document | None) -> bool:
        """Return whether an answer says in any words that the document does not say.

        >>> silence = Silence("What was the margin in 2022?")
        >>> silence.is_told("We have none for 2022.", None), silence.is_told("We are told nothing about 2022.", None)
        (False, True)
        """
        text = (
            _BRACKETED.sub(" ", plain_quotes(text))
            if self._is_known(text, document.text if document else "")
            else plain_quotes(text)
        )
        if _GUESS.search(text):
            return False
        parts = _parts(text)
        if not 0 < len(parts) <= _MOST_PARTS:
            return False
        known = document.text if document else ""
        has_declined = has_told = of_another = False
        for part in parts:
            if of_another and self._is_value(part, known):
                continue  # "Only that of 2021 is given, 9 %"
            of_another = labels_of(part).are_others(self.labels) or _ONLY.search(part) is not None
            if self._declines(part) or (has_told and self._is_that_not(part)):
                has_declined = True
            elif self._tells_all(part, known):
                has_declined = has_told = True
            elif self._tells_of_another(part, known):
                has_told = of_another = True
            elif not _BESIDE.fullmatch(part):
                return False
        return has_declined

    def is_of_another(self, text: str, document: Document | None) -> bool:
        """Return whether an answer declines for something else than what is asked alone, or behind a name that it gives.

        >>> silence = Silence("What was the margin in 2022?")
        >>> silence.is_of_another("The margin in 2021 is not given, it was 9 % in 2022.", None)
        True
        """
        parts = _parts(plain_quotes(text))
        if len(parts) <= 1:
            return False
        if document and self._is_name(parts[0], document.text):
            return True
        declining = [labels_of(part) for part in parts if _DECLINES.search(part) or abstains_beside(part)]
        return bool(declining) and all(labels.are_other_labels(self.labels) for labels in declining)

    def gives_it(self, text: str) -> bool:
        """Return whether an answer declines for something else alone, and gives a figure for what is asked.

        >>> Silence("How many came to the rehearsal?").gives_it("The figure for the concert isn't given, but 140 came to the rehearsal.")
        True
        """
        parts = _parts(plain_quotes(text))
        declining = [part for part in parts if _DECLINES.search(part) or abstains_beside(part)]
        if not declining or not all(labels_of(part).are_others(self.labels) for part in declining):
            return False
        others = [part for part in parts if part not in declining and any(map(str.isdecimal, YEAR.sub("", part)))]
        return any(self._shares_labels(part) for part in others)

    def _shares_labels(self, part: str) -> bool:
        said = labels_of(part)
        pairs = zip(said.kinds, self.labels.kinds, strict=True)
        return bool(said.joined & self.labels.joined) or any("-" not in one and one & own for one, own in pairs)

    def _is_value(self, part: str, known: str) -> bool:
        """Return whether a part is a figure or a name of the document, and nothing else."""
        part = _AND.sub("", part)
        if _FIGURE.fullmatch(part):
            return self._is_known(part, known)
        return len(part.split()) <= _LONGEST_NAME and part[0].isupper() and part in known and not has_verb(part)

    def _is_name(self, part: str, known: str) -> bool:
        """Return whether a part is a name that the document has and the question does not."""
        if has_verb(part) or len(part.split()) > _LONGEST_NAME or abstains_beside(part):
            return False
        names = [name for name in NAME.findall(part) if re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", known)]
        return bool(names) and not any(stem_of(name.lower()) in self.asked for name in names) and part[0].isupper()

    def _declines(self, part: str) -> bool:
        if labels_of(part).are_other_labels(self.labels):
            return False
        if _DECLINES.search(part) or abstains_beside(part):
            return not any(map(str.isdecimal, YEAR.sub("", part))) or " the " in f" {part}"
        none = _NO_ASKED.search(part) or _LEFT_OUT.search(part)
        return none is not None and bool((self.asked | _ABOUT) & frozenset(map(stem_of, words(none["what"]))))

    def _is_that_not(self, part: str) -> bool:
        return _NOT_THAT.match(part) is not None and not labels_of(part).are_other_labels(self.labels)

    def _tells_all(self, part: str, known: str) -> bool:
        """Return whether a part says that nothing but something else is told."""
        if not (_ONLY.search(part) and _TELLS.search(part)) or not self._is_known(part, known):
            return False
        if labels_of(part).are_others(self.labels):
            return True
        others = frozenset(words(part)) - SMALL
        if others & nouns_of(frozenset(words(known))) - nouns_of(frozenset(words(self.question))):
            return True  # "only its length", of what is told to be so long
        return any(
            word.isalpha()
            and stem_of(word) not in self.asked
            and word in known.lower()
            and _SAYS.fullmatch(word) is None
            for word in others
        )

    def _tells_of_another(self, part: str, known: str) -> bool:
        """Return whether a part tells what the document does of something else than what is asked."""
        if not self._is_known(part, known) or self._is_of_what_is_asked(part):
            return False
        says = _SAYS_WHEN.fullmatch(part)
        if says and stem_of(says["wh"].lower()) not in self.asked:
            return True
        if labels_of(part).are_others(self.labels):
            return has_verb(part) or _JOINT.search(part) is not None or _SAYS.search(part) is not None
        told = frozenset(
            word for word in words(part) if word not in SMALL | _MERELY | _ASKING and _IS_SAID.fullmatch(word) is None
        )
        if any(map(str.isdecimal, part)) or not told or any(name.lower() in told for name in NAME.findall(part)[1:]):
            return False
        return (has_verb(part) or _SAYS.search(part) is not None) and _stems(told) <= _stems(words(known))

    def _is_of_what_is_asked(self, part: str) -> bool:
        """Return whether a part tells of what a pronoun stands for, and no year or kind says that it is another one."""
        years, _, _, *kinds = labels_of(part).kinds
        own, _, _, *asked = self.labels.kinds
        another = any(is_another(*pair) for pair in zip((years, *kinds), (own, *asked), strict=True))
        return _OF_WHAT_IS_ASKED.match(part) is not None and not another

    @staticmethod
    def _is_known(part: str, known: str) -> bool:
        """Return whether a part has no figure that the document does not have."""
        return all(figure in known for figure in _NUMBER.findall(part))


def _stems(told: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem_of, told))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PART.split(text) if part.strip(" \"'")]
