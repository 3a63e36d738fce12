"""The words that set a name aside from the one before it: "followed by", "heavier than", "a cousin of"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

KIN = """cousin brother sister son daughter wife husband widow mother father nephew niece uncle aunt friend rival pupil student teacher
    contemporary colleague assistant""".split()  # noqa: SIM905 - a word list reads best as one text
TELLING = """beat beating defeated defeating edged next behind followed succeeded ahead front replacing replaced succeeding overtaking following overtaken taking made formed derived descended translated adapted copied close similar related akin next near equal opposed resemble look mistakenly wrongly incorrectly
    erroneously confused than while whereas second third fourth runner runners follow sequel successor later next afterwards""".split()  # noqa: SIM905 - a word list reads best as one text
_RELATED = rf"(?:{'|'.join(KIN)})"
# what sets the name behind it aside, and which words of a question ask for just that
ASIDES = (
    (
        regex(
            r"\b(?:followed (?:[\w ]{1,30}? )?by|succeeded by|ahead of|in front of|replacing|succeeding|overtaking|(?:has|having) overtaken|following|taking over from|beating|defeating|(?:who|which) (?:(?:had )?(?:then|later|just|closely|narrowly) )?(?:replaced|succeeded|followed|preceded|beat|defeated|edged|outsold|overtook|surpassed))\b",
            re.IGNORECASE,
        ),
        regex(
            r"\b(?:follow\w*|succe\w+|replac\w+|next|after|before|previous\w*|preced\w+|predecessor|second|beat\w*|defeat\w*|los[et]\w*|opponents?|against)\b",
            re.IGNORECASE,
        ),
    ),
    (
        regex(
            r"\b(?:(?:mistakenly|wrongly|incorrectly|erroneously) (?:\w+ ){0,2}(?=[A-Z])|confused with\b)",
            re.IGNORECASE,
        ),
        regex(r"\b(?:mistake\w*|wrong\w*|incorrect\w*|erroneous\w*|confus\w*)\b", re.IGNORECASE),
    ),
    (
        regex(r"\b(?:[a-z]{3,}er|more [a-z]+) (?:even )?than\b", re.IGNORECASE),
        regex(r"\bthan\b", re.IGNORECASE),
    ),
    (
        regex(
            r"\bwhich (?:(?:is|was|are|were) (?:very |quite |closely |rather )?(?:close|similar|related|akin|next|near|equal|opposed) to|closely resembles?|resembles?|looks like)\b",
            re.IGNORECASE,
        ),
        regex(r"\b(?:clos\w+|similar|relat\w+|akin|next|near\w*|equal|oppos\w+|resembl\w+|like)\b", re.IGNORECASE),
    ),
    (
        regex(
            r"\bwhich (?:is|was|are|were) (?:made|formed|derived|descended|translated|adapted|copied|won) from\b",
            re.IGNORECASE,
        ),
        regex(r"\b(?:made?|make|form\w*|deriv\w+|descend\w*|translat\w+|adapt\w+|from)\b", re.IGNORECASE),
    ),
    (
        regex(rf"\b{_RELATED} (?:of|to)\b", re.IGNORECASE),
        regex(rf"\b(?:{_RELATED}s?|famil\w+|parents?|child\w*|relat\w+|marri\w+|named after)\b", re.IGNORECASE),
    ),
)
