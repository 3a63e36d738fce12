"""Which side of a change a question asks for: what a thing was called before or is called now, who goes or who comes."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex

_LONGEST = 300  # characters of a question; a longer one tells more than it asks
_NAMED = regex(
    r"\b(?:(?:nick|sur|brand|trade)?names?|named|called|nicknamed|known|titled?|designat\w+|label\w*|monikers?|branded|brand|codes?|codenamed?|call ?signs?|number(?:ed|s)?|rename\w*|rebrand\w*|styled|dubbed|term|identif\w+)\b",
    re.IGNORECASE,
)
_WHO = regex(
    r"\bwho(?:m|se)?\b|\b(?:which|what)\s+(?:person|man|woman|player|politician|artist|officer)\b", re.IGNORECASE
)
_FOLLOWS = r"(?:replac|succeed|follow|supersed|supplant|displac|oust)"
_CALLED, _NAME = r"(?:called|known\s+as|named|nicknamed)\s+", r"(?:the\s+)?[\"'“]?(?-i:[A-Z0-9])"
_SUBJECT = r"\W*(?:who|whom|what|which(?:\s+[a-z]+){1,3}?)"
_AUXILIARIES = r"(?:(?:will|has|have|had|would|may|shall|now|then|later|recently|eventually|to)\s+)*"
# "Who succeeds Ann?", "Who is taking over?", "Who was Ann succeeded by?"
_COMES = regex(
    rf"{_SUBJECT}\s+{_AUXILIARIES}(?:(?:is|are)\s+(?:to|due to|going to|set to)\s+)?(?:be\s+)?(?:{_FOLLOWS}(?:s|es|e|ed)?|t(?:ake|akes|ook|aken)\s+over|inherit(?:s|ed)?|c[ao]mes?\s+after|step(?:s|ped)\s+in)\b"
    rf"|{_SUBJECT}\s+(?:is|are|was|were|will be)\s+(?:{_FOLLOWS}ing|taking\s+over|stepping\s+in)\b"
    rf"|\b(?:replaced?|swapped|exchanged?)\b[^?]*\b(?:with|for)\W*\Z|\b(?:formerly|previously|originally|used\s+to\s+be|once)\s+{_CALLED}{_NAME}|\b(?:replaced|succeeded|followed|superseded|supplanted)\s+by\W*\Z|\bby\s+(?:who|whom|what|which)\b[^?]*\b{_FOLLOWS}(?:ed|d)\b",
    re.IGNORECASE,
)
# "Whom did Ann succeed?", "Who was replaced?", "Who handed over?"
_GOES = regex(
    rf"(?<!by )(?!.*\b(?:with|for)\W*\Z){_SUBJECT}\s+(?:did|does|do|will|has|had|is|was)\s+(?!be\b|have\b|been\b|being\b)(?:the\s+|an?\s+)?[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?\s+(?:{_FOLLOWS}(?:e|ed|ing)?|t(?:ake|aken|aking)\s+over\s+from|c[ao]me\s+after)\b(?!\s+by\b)"
    rf"|(?<!by ){_SUBJECT}\s+(?:(?:is|was|are|were|gets|got|has been|had been|have been|will be|is being|was being)\s+)(?:then\s+|later\s+)?(?:replaced|succeeded|followed|superseded|supplanted|displaced|ousted)\b(?!\s+by\W*\Z)"
    rf"|\b(?:now|today|currently|later|nowadays|since)\s+{_CALLED}{_NAME}|\b(?:what|which(?:\s+[a-z]+){{1,3}}?)\s+(?:(?:was|were|is|has been)\s+)?(?:later\s+|then\s+|since\s+)?(?:renamed|rebranded|became|turned into|changed its name to)\s+(?:as\s+|to\s+)?{_NAME}"
    r"|\bpredecessor\b|\bpreced(?:e[sd]?|ing)\b|\bcame\s+before\b",
    re.IGNORECASE,
)
_SET_APART = regex(r"\b(?P<when>before|prior to|until|till|ahead of|after|once|following|since)\b", re.IGNORECASE)
_UP_TO = frozenset(("before", "prior to", "until", "till", "ahead of"))
_NEW = regex(
    r"\b(?:new|(?i:next|now|nowadays|today|current(?:ly)?|present(?:ly)?|latest|becom(?:es|ing)|became|successor|incoming|renamed|rebranded|replacement))\b"
    r"|\AWho\s+(?:will|is\s+(?:to|due to|going to))\b|\AWho\b[^?]*\b(?:succeed|replac|t(?:ake[ns]?|ook|aking)\s+over)",
)
_OLD = regex(
    r"(?<!\bhow )\b(?:old|former(?:ly)?|previous(?:ly)?|original(?:ly)?|earlier|initial(?:ly)?|used to|outgoing|maiden|drop(?:s|ped)?|abandon\w*|no longer|at first)\b",
    re.IGNORECASE,
)
_GONE = regex(
    r"\b(?:hand\w*\s+over|step\w*\s+(?:down|aside|back)|st(?:an|oo)d\w*\s+down|resign\w*|retir\w*|leav(?:es?|ing)|left|g[ai]v(?:es?|ing)\s+(?:up|way)|depart\w*)\b",
    re.IGNORECASE,
)
_PRESENT = regex(
    r"\b(?:is|are|does|do)\b|\A\W*(?:who|what|which(?:\s+[a-z]+){1,2}?)\s+(?!was\b|has\b|does\b)[a-z]+s\s",
    re.IGNORECASE,
)
_PAST = regex(r"\b(?:was|were|did|had|ago|last|history|ever|\d{4})\b", re.IGNORECASE)


class Asked(Enum):
    """Which of two that followed each other is asked for."""

    OLD = "old"
    NEW = "new"


class Side(NamedTuple):
    """What a question asks for: ``asked`` is None where it may be either; ``named``: by what name; ``turns``: it is what comes in its place, or goes."""

    asked: Asked | None
    named: bool = False
    turns: bool = False

    def is_told(self, accepted: str) -> bool:
        """Return whether what answers say came in the place of what can be the accepted one: by a name, or as what turns."""
        return self.named or self.turns or any(map(str.isupper, accepted))


@lru_cache(maxsize=512)
def side_asked(question: str) -> Side:
    """Return which side of a change a question asks for.

    >>> side_asked("Who succeeds Ann Lee?").asked, side_asked("Whom does Ann Lee succeed?").asked, side_asked("Who was Ann Lee?").asked
    (<Asked.NEW: 'new'>, <Asked.OLD: 'old'>, None)
    >>> side_asked("What is its nickname?")
    Side(asked=<Asked.NEW: 'new'>, named=True, turns=False)
    """
    if len(question) > _LONGEST:
        return Side(None)
    who = _WHO.search(question) is not None
    named = not who and _NAMED.search(question) is not None
    comes, goes = _COMES.search(question) is not None, _GOES.search(question) is not None
    if comes or goes:
        return Side(None if comes and goes else Asked.NEW if comes else Asked.OLD, named, turns=True)
    apart = _SET_APART.search(question)
    body = question[: apart.start()] if apart else question
    old = (
        _OLD.search(body) is not None
        or (who and _GONE.search(body) is not None)
        or (apart is not None and apart["when"].lower() in _UP_TO)
    )
    new = _NEW.search(body) is not None or (apart is not None and apart["when"].lower() not in _UP_TO)
    if old or new:
        return Side(None if old and new else Asked.NEW if new else Asked.OLD, named)
    present = _PRESENT.search(question) is not None and _PAST.search(question) is None
    return Side(Asked.NEW if present else None, named)
