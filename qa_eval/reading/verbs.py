"""Verbs by their forms: the plain form and the stem of a word, and whether it is a verb in the past."""

from __future__ import annotations

from qa_eval.reading.regex import regex

# what helps another verb, or asks a question by itself
AUXILIARIES = (
    "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "shall", "should",
    "may", "might", "must",
)  # fmt: skip
AN_AUXILIARY = "|".join(AUXILIARIES)  # as alternatives of a regular expression
_IRREGULAR = {
    form: verb
    for verb, *forms in (
        line.split()
        for line in (
            "meet met",
            "win won",
            "lose lost",
            "rise rose risen",
            "fall fell fallen",
            "begin began begun",
            "send sent",
            "build built",
            "buy bought",
            "sell sold",
            "find found",
            "make made",
            "give gave given",
            "take took taken",
            "leave left",
            "keep kept",
            "hold held",
            "pay paid",
            "see saw seen",
            "go went gone goes",
            "come came",
            "get got",
            "become became",
            "break broke broken",
            "speak spoke spoken",
            "write wrote written",
            "grow grew grown",
            "know knew known",
            "dig dug",
            "show shown",
            "lead led",
            "tell told",
            "wear wore worn",
            "catch caught",
            "teach taught",
            "fight fought",
            "drive drove driven",
            "fly flew flown",
            "run ran",
            "sing sang sung",
            "sink sank sunk",
            "strike struck",
            "choose chose chosen",
            "beat beaten",
            "steal stole stolen",
            "throw threw thrown",
            "draw drew drawn",
            "shoot shot",
            "spend spent",
            "lend lent",
            "bring brought",
            "think thought",
            "hear heard",
            "feel felt",
            "sleep slept",
            "stand stood",
            "understand understood",
            "withdraw withdrew withdrawn",
            "forgive forgave",
            "bear bore",
            "die died dying",
            "wake woke",
            "ride rode",
            "hide hid hidden",
            "eat ate eaten",
            "drink drank drunk",
            "lie lay lain lied lying",
            "blow blew blown",
            "swim swam swum",
            "ring rang rung",
            "forget forgot forgotten",
            "freeze froze frozen",
            "lay laid",
            "feed fed",
            "shake shook shaken",
            "swear swore sworn",
            "tear tore torn",
            "weave wove woven",
            "burn burnt",
            "hang hung",
            "stick stuck",
            "sweep swept",
            "swell swollen",
            "spill spilt",
            "learn learnt",
            "bend bent",
            "bite bitten",
            "shrink shrank shrunk",
            "spring sprang sprung",
            "forbid forbade forbidden",
            "seek sought",
            "arise arose arisen",
            "overcome overcame",
            "overtake overtook overtaken",
            "undergo underwent undergone",
            "bleed bled",
            "breed bred",
            "sit sat",
            "slide slid",
            "swing swung",
            "uphold upheld",
            "withhold withheld",
            "withstand withstood",
            "flee fled",
            "cling clung",
            "creep crept",
            "deal dealt",
            "spin spun",
            "shine shone",
            "light lit",
            "rebuild rebuilt",
            "rewrite rewrote rewritten",
            "repay repaid",
            "retake retook retaken",
            "foresee foresaw foreseen",
            "mislead misled",
            "undo undid undone",
            "speed sped",
            "spoil spoilt",
            "say said",
            "mean meant",
            "agree agreed",
            "disagree disagreed",
            "guarantee guaranteed",
            "free freed",
            "decree decreed",
            "referee refereed",
            "oversee oversaw overseen",
            "saw sawn",
            "sew sewn",
            "sow sown",
            "mow mown",
            "prove proven",
            "lean leant",
            "leap leapt",
            "dream dreamt",
            "kneel knelt",
            "smell smelt",
            "spit spat",
            "stink stank stunk",
            "sting stung",
            "sling slung",
            "string strung",
            "mistake mistook",  # "mistaken" is wrong
            "overhear overheard",
            "oversleep overslept",
            "overrun overran",
            "overthrow overthrew overthrown",
            "redo redid redone",
            "remake remade",
            "resell resold",
            "wring wrung",
            "weep wept",
            "strive strove",
            "hew hewn",
            "axe axed",
            "owe owed",
            "sue sued",
            "dye dyed",
            "try tried",
            "dry dried",
            "cry cried",
            "fry fried",
            "spy spied",
            "pry pried",
            "ply plied",
            "tie tied",
            "vie vied",
        )
    )
    for form in forms
}
_UNCHANGED = frozenset("beat hit quit read bid cast".split())  # noqa: SIM905 - a word list reads best as one text
_FOLDED = {"ris": "riz", "aris": "ariz"}  # "rise" is folded with a "z", as "realise" is
_LEAST = 4  # letters: "red", "bed", "need" are no verbs in the past
_ENDINGS = regex(r"(?:ied|ies|ing|ed|es|s|e|(?<![aeou])y)$")


def plain_form(word: str) -> str:
    """Return the plain form of an irregular verb, any other word as it is.

    >>> plain_form("paid"), plain_form("sea")
    ('pay', 'sea')
    """
    return _IRREGULAR.get(word, word)


def is_past(word: str) -> bool:
    """Return whether a folded word is a verb in the past by its form.

    >>> is_past("won"), is_past("defeated"), is_past("canal")
    (True, True, False)
    """
    return word in _IRREGULAR or word in _UNCHANGED or (word.endswith("ed") and len(word) > _LEAST)


def stem_of(word: str) -> str:
    """Return the stem of a folded word; "selling" is folded with one "l", and so "sell" has one as well; "pass" ends in one "s".

    >>> stem_of("seling") == stem_of("sell"), stem_of("passed") == stem_of("pass"), stem_of("carried")
    (True, True, 'carr')
    """
    stem = _ENDINGS.sub("", _IRREGULAR.get(word, word))
    stem = stem[:-1] if stem.endswith(("ll", "ss")) else stem
    return _FOLDED.get(stem, stem)
