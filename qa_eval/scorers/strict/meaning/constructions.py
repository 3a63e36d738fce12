"""Constructions of which one stands for the other, in the one of them: "both could not" for "neither could", "A rose faster than B" for "B rose more slowly than A"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.meaning.acts import as_plain_act
from qa_eval.scorers.strict.meaning.outcomes import RULES as OUTCOMES
from qa_eval.scorers.strict.meaning.retelling import Retelling
from qa_eval.scorers.strict.meaning.usage import RULES as USAGE

_HELPS = "(?:is|are|was|were|can|could|has|have|had|would|will|may|might|must|should|did|does|do)"
_THING = r"(?:(?:the|an?|its|their|his|her|this|these|our|all|both) )?[a-z]+(?:'s)?(?: (?:of (?:the )?)?(?!than\b|is\b|are\b|was\b|were\b|has\b|had\b|have\b|and\b|but\b|that\b)[a-z]+(?:'s)?){0,2}?"
_OTHERWISE = {
    "slower": "faster",
    "fewer": "more",
    "less": "more",
    "lower": "higher",
    "smaller": "bigger",
    "shorter": "longer",
    "younger": "older",
    "lighter": "heavier",
    "later": "earlier",
    "cheaper": "dearer",
    "worse": "better",
    "weaker": "stronger",
    "poorer": "richer",
    "colder": "warmer",
    "cooler": "warmer",
    "narrower": "wider",
}
_TURNED = regex(
    rf"\b(?P<lead>because |since |as |that )?(?P<one>{_THING}) (?P<verb>(?:(?:is|are|was|were|has|have|had|been|will|be) )*(?:(?!not\b)[a-z]+ )??)(?P<how>{'|'.join(_OTHERWISE)})(?P<what> (?!than\b)[a-z]+)? than (?P<other>{_THING})(?: (?:is|are|was|were|does|did|do|has|had))?(?=\W*\Z)",
    re.IGNORECASE,
)
_PLANT = "heating|cooling|lighting|ventilation|air[- ]conditioning|alarm|sprinkler|irrigation|drainage|signalling|braking|steering|sewage|loudspeaker"
_ROLE = (
    "spokes(?:man|woman|person)|negotiator|lawyer|attorney|candidate|minister|editor|correspondent|coach|manager|director|agent|scout"
    "|striker|goalkeeper|advis[eo]r|envoy|ambassador|representative|secretary|commissioner|captain|leader|analyst|treasurer|chair"
)
_TENS = {
    word: str(number)
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905 - a word list reads best as one text
}
_UNITS = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine".split(), 1)  # noqa: SIM905 - see above
}
_NUMBER = regex(rf"\b(?P<ten>{'|'.join(_TENS)})(?:[ -](?P<one>{'|'.join(_UNITS)}))?\b", re.IGNORECASE)
_ACCIDENTS = {"crashed": "crash", "fell": "fall", "collided": "collision", "tripped": "fall", "stumbled": "fall"}


def _turned(found: re.Match[str]) -> str:
    """Return "B is longer than A" for "A is shorter than B"."""
    how, what = _OTHERWISE[found["how"].lower()], found["what"] or ""
    return f"{found['lead'] or ''}{found['other']} {found['verb']}{how}{what} than {found['one']}"


def _number(found: re.Match[str]) -> str:
    return _TENS[found["ten"].lower()] + (_UNITS[found["one"].lower()] if found["one"] else "0")


def _by_way_of_speech(found: re.Match[str]) -> str:
    return f"{found['what']} {'in writing' if found['written'] else 'by word of mouth'}"


# in this order, since the next ones read what one makes: what a text has that is concerned, at a glance, the pattern, and what it is told as
_RULES = (
    # one after the other
    ("incl", r"\bincl(?:\.|\b)", "including"),
    ("then", r"(?:[,;.]| and|, and) then (?=[a-z])", " and then "),
    ("included", r",? (?P<what>(?:the )?[a-z]+(?: [a-z]+)?) included(?=\W*\Z)", r" including \g<what>"),
    # how much, how fast
    (
        "quick|rapid|swift|faster|higher",
        r"\b(?:more (?:quickly|rapidly|swiftly)|quicker|at a (?:faster|quicker|higher) (?:rate|pace|speed))\b",
        "faster",
    ),
    ("slow|less", r"\b(?:more slowly|less (?:quickly|rapidly|fast)|at a slower (?:rate|pace|speed))\b", "slower"),
    ("not", r"\bnot (?P<verb>[a-z]+ )?(?:as|so) (?:fast|quickly|rapidly) as\b", r"\g<verb>slower than"),
    (
        " than ",
        r"\b(?P<verb>[a-z]+) (?P<what>[a-z' ]+?) (?P<much>more|less|rather) than (?:it|they|he|she) (?:(?:was|were|did|had) )?(?P=verb)\b",
        r"\g<verb> \g<what> \g<much> than",
    ),
    ("most|more|maximum", r"\b(?:no more than|at most|a maximum of|not more than) (?=\d|[a-z])", "up to "),
    ("bc |b/c|coz|cuz", r"(?<!\d )\b(?:bc|b/c|coz|cuz) (?=[a-z])", "because "),
    ("jurors|of the jury", r"\b(?:(?:the )?jurors|(?:the )?members of the jury)\b", "the jury"),
    # what is expected or damaged, before its noun
    (
        "ed|stolen|broken|lost|sold|made|known|given|found",
        r"\A(?P<lead>\W*(?:in order )?to [a-z]+ )(?:the )?(?P<noun>(?!the\b|its\b|their\b|all\b)[a-z]{3,}) (?P<done>[a-z]{3,}ed|stolen|broken|lost|sold|made|known|given|found) (?=(?:on|from|in|for|by|at) [a-z])",
        r"\g<lead>\g<done> \g<noun> ",
    ),
    # with none of it
    (
        "there",
        r"\b(?:when|where|if|while) there (?:is|are|was|were) (?:no|not any) (?P<what>[a-z]+(?: [a-z]+)?)(?=\W*\Z|[,;])",
        r"without \g<what>",
    ),
    ("absence", r"\bin the absence of ", "without "),
    # no longer, neither, either
    (
        "any longer|any more|anymore",
        r"\b(?:do|does|did) not (?P<act>[a-z]+(?: [a-z' ]+?)??) (?:any longer|any more|anymore)(?=\W|\Z)",
        r"stop \g<act>",
    ),
    (
        "no longer",
        r"\b(?P<who>it|they|he|she|we|(?:the|its|their|his|her) [a-z]+) no longer (?=(?!than\b)[a-z])",
        r"\g<who> stop ",
    ),
    ("able to", r"\b(?:is|are|was|were) able to\b", "can"),
    ("no longer", r"\bno longer\b", "no"),
    (
        "any longer|any more|anymore",
        r"\bnot (?P<what>[a-z][a-z' ]*?) (?:any longer|any more|anymore)(?=\W|\Z)",
        r"no \g<what>",
    ),
    (
        "neither",
        rf"\bneither (?:of (?:the|its|their|them) ?)?(?:two )?(?P<who>[a-z]+) (?P<helps>{_HELPS})(?P<rest> [a-z][a-z' ]*?) (?:any longer|any more|anymore)(?=\W|\Z)",
        r"both \g<who> \g<helps> no\g<rest>",
    ),
    (
        "neither",
        rf"\bneither (?:of (?:the|its|their|them) ?)?(?:two )?(?P<who>[a-z]+) (?P<helps>{_HELPS})(?= )",
        r"both \g<who> \g<helps> not",
    ),
    ("either", r"\bby either (?:of the (?:two )?)?", "by both "),
    # what one may do
    ("allowed|permitted|entitled", r"\A\W*(?:allowed|permitted|entitled) to ", "may "),
    (
        "allowed|permitted|entitled|authorised|free to",
        r"\b(?:is|are|was|were) not (?:allowed|permitted|entitled|authorised|free) to\b",
        "may not",
    ),
    (
        "forbidden|banned|prohibited|barred",
        r"\b(?:is|are|was|were) (?:strictly )?(?:forbidden|banned|prohibited|barred) (?:to|from)\b",
        "may not",
    ),
    ("nobody|no one", r"\A\W*(?:nobody|no one) (?:may|can|must|is allowed to) ", "may not "),
    (
        "ing",
        r"\A\W*(?P<act>[a-z]{3,}ing\b(?: [a-z]+){0,6}?) (?:is|was) (?:strictly )?(?:forbidden|banned|prohibited|not allowed|not permitted)(?P<rest>(?: [a-z]+){0,4})(?=\W*\Z)",
        r"may not \g<act>\g<rest>",
    ),
    (
        "ing",
        r"\A\W*(?P<act>[a-z]{3,}ing\b(?: [a-z]+){0,6}?) (?:is|was) (?:allowed|permitted)(?P<rest>(?: [a-z]+){0,4})(?=\W*\Z)",
        r"may \g<act>\g<rest>",
    ),
    # in which way one speaks
    (
        "written|verbal|oral|spoken",
        r"\b(?:gives?|given|gave|giving|grants?|granted) (?:(?:his|her|its|their|an?|the) )?(?:(?P<written>written)|verbal|oral|spoken) (?P<what>consent|permission|approval|agreement|notice|warning|assurance|promise)\b",
        _by_way_of_speech,
    ),
    # one rather than the other
    (
        "not",
        r"(?:,? but|,? and|;) (?:(?:they|he|she|you|one) )?(?:may not|can ?not|must not) (?:be allowed to )?(?=[a-z])",
        " rather than ",
    ),
    (
        "not",
        r"(?:, (?:and |but )?| and | but |; |; it )(?:was |is )?not (?:by |to |because of |due to |from )?(?=[a-z])",
        " rather than ",
    ),
    ("rather than", r"\brather than (?:by|to|because of|due to|from) ", "rather than "),
    (
        "due to|down to|owing to",
        r"\b(?P<was>was|were|is|are|been) (?:due|down|owing) to\b",
        r"\g<was> brought about by",
    ),
    # fear
    (
        "afraid|scared|frightened|worried|concerned|anxious",
        r"\b(?:(?:is|are|was|were|be|been) )?(?:afraid|scared|frightened|worried|concerned|anxious) (?:of|about|over|that) ",
        "feared ",
    ),
    (
        "afraid|scared|frightened|worried|concerned|anxious",
        r"\b(?:is|are|was|were|be|been) (?:afraid|scared|frightened|worried|concerned|anxious)(?= (?:the|it|they|he|she|his|her|their|its) )",
        "feared",
    ),
    ("concern", r"\bconcern (?:about|over|that)\b", "worry about"),
    # what came of it
    (
        "lead|led",
        r"\b(?:lead|leads|led|leading) to (?:an? )?(?=(?:improv|increas|reduc|decreas|rais|lower|fast|slow|bett|high)[a-z]*(?:ed|er) )",
        "",
    ),
    ("solely|exclusively", r"\b(?:solely|exclusively)\b", "only"),
    ("only among", r"\bonly among\b", "only in"),
    (
        "broken in|cut in",
        r"\b(?P<broken>broken|cut) in (?=an? |the |training\b)",
        r"\g<broken> at ",
    ),  # nobody breaks in
    ("during", r"\bduring\b", "in"),
    (
        "among",
        r"\bamong (?=(?:the )?(?:[a-z]+ )?(?:people|adults|children|women|men|patients|participants|pupils|students|workers|voters|players|smokers|teenagers|drivers)\b)",
        "in ",
    ),
    (
        "only",
        r"\A\W*(?:that )?only (?P<when>(?:in|for|with|on|at|after|during|by|under|when) [a-z][a-z ]*?) (?P<helps>did|does|do|was|were|is|are|has|have|had|can|could|will|would|may) (?P<rest>[a-z][a-z ]*)(?=\W*\Z)",
        r"\g<rest> only \g<when>",
    ),
    ("received", r"\b(?:had|has|have) received (?:a )?payment\b", "had been paid"),
    (
        "suffered|sustained|incurred|received|picked up",
        r",? (?:suffered|sustained|incurred|received|picked up) (?=(?:in|during) )",
        " ",
    ),
    # things
    (
        "down|out|off|back|over|up",
        r"\b(?P<verb>write|mark|shut|lock|pay|buy|lay|roll|cut|hand|take|turn|spin|lease|stand|break|pull|call|clean|melt|burn|slow|sell|build|clamp|crack|stop)(?P<half>down|out|off|back|over|up)s?\b",
        r"\g<verb> \g<half>",
    ),
    (
        "fridge|refrigerator",
        r"\b(?:put|keep|store|place) (?P<what>it|them|the [a-z]+) in the (?:fridge|refrigerator)\b",
        r"refrigerate \g<what>",
    ),
    ("refrigeration", r"\brefrigeration\b", "cooling"),
    (
        "system|plant|installation|equipment",
        rf"\b(?P<kind>{_PLANT}) (?:system|plant|installation|equipment)s?\b",
        r"\g<kind>system",
    ),
    (
        "ing|ion|alarm|sprinkler|drain|sewage",
        rf"(?P<the>\b(?:the|its|their) |'s |\bof )(?P<kind>{_PLANT})s?(?= (?:has|had|was|is|failed|broke|stopped|went|in|at|did|does)\b|\W*\Z)",
        r"\g<the>\g<kind>system",
    ),
    ("for|to", rf"\b(?P<role>{_ROLE}) (?:for|to) (?=the |its |their |[a-z])", r"\g<role> of "),
    (
        "department",
        r"\b(?P<head>(?:head|chief|director|chair|leader) of (?:the )?[a-z]+(?: [a-z]+)?) department\b",
        r"\g<head>",
    ),
    # where and when
    (
        "right|just|directly|immediately",
        r"(?:,? (?:that|which) (?:is|are|was|lies|stands) )?\b(?:right|just|directly|immediately) (?:by|next to|beside) (?=the |an? |its )",
        " next to ",
    ),
    (
        "a.m|am",
        r"\b(?P<hour>\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?a\.?m\b\.?",
        r"\g<hour> in the morning",
    ),
    (
        "p.m|pm",
        r"\b(?P<hour>\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven) ?p\.?m\b\.?",
        r"\g<hour> in the evening",
    ),
    (
        "afternoon",
        r"\b(?P<hour>\d{1,2}(?::\d\d)?|one|two|three|four|five|six) in the afternoon\b",
        r"\g<hour> in the evening",
    ),
)
_retold = Retelling((*OUTCOMES, *USAGE, *_RULES))
_FELL_AND = regex(
    rf"\b(?P<did>{'|'.join(_ACCIDENTS)})(?: (?:badly|heavily))? and (?P<rest>[a-z][a-z ]*?)(?=\W*\Z)", re.IGNORECASE
)


def in_one_construction(text: str) -> str:
    """Return a text with each construction that may be told in two ways told in one of them.

    >>> in_one_construction("Neither side was able to pay"), in_one_construction("Wages rise more slowly than rents")
    ('both side can not pay', 'rents rise faster than Wages')
    """
    text = _retold(as_plain_act(text))
    if "ty" in text:
        text = _NUMBER.sub(_number, text)
    if " and " in text:
        text = _FELL_AND.sub(lambda found: f"{found['rest']} in a {_ACCIDENTS[found['did'].lower()]}", text)
    return _TURNED.sub(_turned, text) if " than " in text else text
