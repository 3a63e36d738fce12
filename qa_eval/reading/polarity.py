"""Yes or no? The polarity of an answer, whatever words carry it."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes
from qa_eval.reading.verbs import AN_AUXILIARY, AUXILIARIES

# in what respect it is so: "botanically speaking, it is"; "in theory" leaves it open
_RESPECT = (
    r"(?!(?:theoretical|hypothetical|occasional|conditional|partial|potential|especial|usual|normal)ly\b)"
    r"(?:[a-z]{3,}ly,? speaking|(?:strictly|legally|formally|officially|[a-z]{3,}(?:ic|gic|mic|nic|tic|ent|ion|min|tor)ally)(?=,)"
    r"|in (?!(?:other|some|certain|vague|general)\b)[a-z]+ (?:terms|usage|parlance)|(?:in (?:an?|the)|from (?:an?|the)) (?!(?:certain|way|some)\b)[a-z]+ (?:sense|point of view|perspective|standpoint|viewpoint))"
)
_FILLER = (
    r"(?:[\W_]*(?:(?:well|so(?! it\b)|oh|ok|okay|sure|thus|therefore|then|hence|in fact|actually|in short|a|answer|ans|final answer|"
    r"i (?:would |'d )?(?:think|believe|say)(?! so\b)(?: that)?|i'd say(?: that)?|(?:so )?(?:the|my) (?:(?:short|final|correct) )?answer(?: to (?:the|this|your) question)?(?: is| would be)?(?: that)?|"
    r"(?:according to|based on|as per|from|in) (?:the|this) (?:\w+ )?(?:article|text|passage|document|context|report|information)(?: provided| given| above)?|"
    r"(?:the|this) (?:article|text|passage|document|context|report) (?:says|states|indicates|reports|confirms|mentions|suggests|said|stated|reported|confirmed|makes (?:it )?clear)(?: that)?|"
    r"(?:he|she|they|it) (?:says|said|say)(?: that)?|"
    rf"{_RESPECT}|"
    r"it (?:says|states|is stated|is reported|is (?:quite )?clear)(?: that)?)\b(?!')))*[\W_]*"
)
_YES = (
    r"yes(?:sir)?|yeah|yep|yup|yea|aye|true|correct|right|affirmative|indeed|exactly|precisely|absolutely|definitely|certainly|surely|positive|y|"
    r"of course|undoubtedly|without (?:a |any )?doubt|no doubt|no question|indubitably|undeniably|by all means|"
    r"(?:that|this|it)(?: is|'s| was) (?:(?:quite|absolutely|indeed|entirely|completely|definitely|also) )?(?:true|correct|right|accurate|so|the case)|"
    r"i (?:think|believe|suppose|guess) so|(?:most )?likely|probably|it (?:seems|appears) so|so it (?:is|was|did|does|seems)|you(?:'re| are) right|"
    r"there(?:'s| is) no (?:doubt|question)|(?:(?:un)?fortunately|sadly|apparently|evidently|alas|regrettably|presumably|thankfully|luckily|happily|hopefully),? (?:so|yes)"
)
_NO = (
    r"no(?! (?:more|less|fewer|later|earlier) than\b| (?:(?:problem|kidding|wonder|surprise|matter|idea|clue|comment)\b|(?:worr(?:y|ies)|trouble|sweat)\b(?!\s+[a-z])))|nope|nah|nay|false|incorrect|wrong|negative|never|untrue|hardly|n|not at all|not really|not (?:true|correct|right|exactly|quite|so|yet|likely|necessarily|the case|accurate)|"
    r"(?:absolutely|definitely|certainly|of course|probably|most likely|likely|surely|obviously|clearly|perhaps|maybe|positively|(?:un)?fortunately|thankfully|luckily|mercifully|happily|sadly|apparently|evidently|i'm afraid|i am afraid|alas|regrettably|presumably|decidedly|hopefully|it seems|it appears|better|best|rather|preferably) not|(?:(?:un)?fortunately|sadly|alas|regrettably|thankfully|luckily|happily) no|not in the (?:slightest|least)|not a bit|not one bit|not remotely|by no means|no way|in no way|under no circumstances|unlikely|"
    r"(?:that|this|it)(?: is|'s| was|) ?(?:not|n't)(?: \w+ly)? (?:true|correct|right|accurate|so|the case)|(?:that|this|it)(?:'s| is| was) (?:\w+ly )?(?:false|wrong|incorrect|untrue|inaccurate)|"
    r"i (?:do not|don't) (?:think|believe) so|not according to|on the contrary|far from it|none(?: of them)?|neither|quite the (?:opposite|contrary)"
)
_SUBJECT = r"(?:it|they|he|she|we|i|you|that|this|these|those|there|both|all(?: of them)?|some|one)"
_AUXILIARY = rf"(?:{AN_AUXILIARY})"
_NEGATED_AUXILIARY = rf"(?:{_AUXILIARY} not|{_AUXILIARY}n't|cannot|can't|won't|shan't|ain't|didnt|doesnt|dont|isnt|wasnt|arent|werent|hasnt|havent|hadnt|cant|wont|couldnt|wouldnt)"
_END = r"(?=\s*(?:$|[.,;:!?)\-]|\b(?:so|indeed|too|as well|also|because|since|according|in fact|and|but)\b))"
_LEAD = regex(_FILLER, re.IGNORECASE)
_OPENING = regex(
    rf"(?:(?P<surely>no doubt|no question)|(?P<no>{_NO})|(?P<yes>{_YES})"
    rf"|(?P<did_not>{_SUBJECT} (?:\w+ly )?(?:{_NEGATED_AUXILIARY}){_END})|(?P<did>{_SUBJECT} (?:\w+ly |indeed |also |all |both |already )?{_AUXILIARY}(?: indeed)?{_END}))"
    r"(?![\w'/])",
    re.IGNORECASE,
)
_TRUTH = regex(
    r"(?:it|that|this|(?:the|this|that) (?:statement|claim|assertion|sentence|proposition))(?:'s| is| was)(?P<negation> not|n't)?(?: \w+ly)? (?P<word>true|correct|right|accurate|the case|false|untrue|incorrect|wrong|a myth|a lie)\b(?: that\b)?"
    r"|there(?:'s| is| was| are| were)(?: \w+)? (?:no|none)\b(?! doubt| question)",
    re.IGNORECASE,
)
_NEGATED_SENTENCE = regex(
    rf"(?:\b{_NEGATED_AUXILIARY}(?! only\b| just\b| merely\b| until\b| more than\b| less than\b)(?!\w)"
    r"|\b(?:never|neither|nobody|no one|none of|nor|failed to|denied|refused to|(?:stop(?:s|ped)?|f[ae]ll(?:s)?) short of|without|unable to|incapable of)\b(?! more| less)|^\W*no (?!idea\b|clue\b|comment\b)\w+|(?<=[a-z])'(?:s|re) not\b(?! only\b| just\b| merely\b| until\b| more than\b| less than\b))",
    re.IGNORECASE,
)
_DISMISSED = regex(
    r"\b(?:no doubt|no question|without (?:a |any )?doubt|not only|no more than|no (?:fewer|less) than|not just|no (?:problem|worr(?:y|ies)(?!\s+[a-z])|trouble(?!\s+[a-z])|sweat|kidding|wonder|surprise|matter))\b",
    re.IGNORECASE,
)
# "right-wing", "negative results": no answer when a noun follows
_ALSO_ADJECTIVES = frozenset(
    (
        "right",
        "positive",
        "negative",
        "y",
        "n",
        "wrong",
        "likely",
        "never",
        "none",
        "neither",
        "hardly",
        "correct",
        "true",
        "false",
    )
)
# "None will be", where it is asked whether some will
_AFTER_NONE = frozenset(AUXILIARIES)
_AFTER_A_YES = frozenset(("that", "as", "because", "it", "they", "he", "she", "the", "since", "according"))
_FALSE_WORDS = frozenset(("false", "untrue", "incorrect", "wrong", "a myth", "a lie"))
_SENTENCE_END = regex(r"[.!?](?=\s|$)|\n")
_LONGEST = 600  # characters of a first sentence
_FLAT = regex(
    r"(?:^|[.!?;:,\-–—]\s*+|(?<![\"'(])(?=[\"'(])|\b(?:and|but|or|also|i mean|actually|wait|well|sorry|rather|then|both|(?:it|that|this) is)[\s,]++)"
    r"[\"'(]*+(?P<word>yes|yeah|yep|no|nope|true|false|correct|incorrect)(?=\W*+$|\s*+[.!?;:,)/\-]|\s++(?:and|or|but)\b)",
    re.IGNORECASE,
)
_SLASHED = regex(
    r"\b(?:yes\s*/\s*no|no\s*/\s*yes|true\s*/\s*false|yes (?:and|or) no|no (?:and|or) yes|yes[ ,]+but (?:also )?no(?! (?!one\b|not\b|longer\b)[a-z])|partly yes)\b",
    re.IGNORECASE,
)
_UNDECIDED = regex(
    r"\W*(?:it depends|depends|maybe|perhaps|possibly|partly|partially|sometimes|sort of|kind of|in part|yes and no|both)\b(?! not\b)",
    re.IGNORECASE,
)
_POLAR = regex(r"(?=[cfinty])\b(?:yes|yeah|yep|no|nope|true|false|correct|incorrect)\b", re.IGNORECASE)
_SHORT_SENTENCE = regex(
    rf"\W*(?:yes|yeah|yep|(?P<no>no|nope))(?! one\b)[\s,.:;-]+{_SUBJECT} (?:(?P<negated>{_NEGATED_AUXILIARY})|{_AUXILIARY})(?=\s*(?:$|[.!?;]))",
    re.IGNORECASE,
)
_NO_WORDS = frozenset(("no", "nope", "false", "incorrect"))


def read_yes_no(text: str) -> bool | None:
    """Return True for yes, False for no; None when the answer says neither, both, or leaves it open.

    The opening word counts ("Yes, …", "That is correct", "They did"); without one, a negated sentence is a no. A plain
    statement has no polarity of its own.

    >>> [read_yes_no(text) for text in ("Yes, they did.", "It did not", "No doubt.", "170 mm", "Yes and no")]
    [True, False, True, None, None]
    """
    return None if contradicts_itself(plain_quotes(text)) else read_consistent(text)


def read_consistent(text: str) -> bool | None:
    """Return what ``read_yes_no`` does, for an answer that is known not to contradict itself."""
    plain = plain_quotes(text)
    if _UNDECIDED.match(plain):
        return None
    lead = _LEAD.match(plain)
    start = lead.end() if lead else 0
    truth = _TRUTH.match(plain, start)
    if truth:
        return bool(truth["negation"]) == (truth["word"].lower() in _FALSE_WORDS) if truth["word"] else False
    opening = _OPENING.match(plain, start)
    if opening and not _belongs_to_more(plain, opening):
        return opening.lastgroup in ("surely", "yes", "did")
    return _of_sentence(plain, start)


def contradicts_itself(text: str) -> bool:
    """Return whether the answer says both yes and no.

    >>> [contradicts_itself(text) for text in ("Yes and no.", "Yes. Actually, no.", "No, no other country did.")]
    [True, True, False]
    """
    polar = _POLAR.findall(text)
    if not polar:
        return False
    if _SLASHED.search(text) or _takes_back(plain_quotes(text)):
        return True
    if len(polar) == 1:
        return False
    said = {match["word"].lower() in _NO_WORDS for match in _FLAT.finditer(text)}
    return len(said) > 1


def _takes_back(text: str) -> bool:
    """Return whether the answer opens with a yes and a short sentence that denies it, or the other way round."""
    short = _SHORT_SENTENCE.match(text)
    return short is not None and bool(short["no"]) != bool(short["negated"])


def _belongs_to_more(text: str, opening: re.Match[str]) -> bool:
    """Return whether the opening words only look like a yes or no: "No troops", "Right-wing", "Correct answers"."""
    rest = text[opening.end() : opening.end() + 40]
    if opening.lastgroup in ("did", "did_not") or not rest.strip() or not rest[0].isspace():
        return rest.startswith("-") and rest[1:2].isalpha()
    follows = rest.split()[0].lower()
    if opening[0].lower() == "none" and follows in _AFTER_NONE:
        return False
    return opening[0].lower() in _ALSO_ADJECTIVES and follows.isalpha() and follows not in _AFTER_A_YES


def _of_sentence(text: str, start: int) -> bool | None:
    end = _SENTENCE_END.search(text, start, start + _LONGEST)
    sentence = text[start : end.start() if end else start + _LONGEST]
    return False if _NEGATED_SENTENCE.search(_DISMISSED.sub("", sentence)) else None
