"""Texts in the one way of saying what may be said in two: "once it is dry" is after that, and what one forgets is not done."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.wording import folded, plain
from qa_eval.scorers.strict.meaning.constructions import in_one_construction
from qa_eval.scorers.strict.meaning.retelling import Retelling

_WHOSE = r"(?:the|an?|his|her|its|their|this|that|these|those|it|they|he|she|him|them|all|both|each)"
_NP = r"them|him|her|it|us|(?:the|an?|his|her|its|their) (?:[a-z]+ )?[a-z]+"
_ONCE = regex(
    rf"\bwhen (?={_WHOSE} (?:\w+ ){{0,4}}(?:has|have|had)\b)|\b(?:once|as soon as) (?={_WHOSE} )", re.IGNORECASE
)
_SO_THAT = regex(
    r"\bso (?:that )?(?:they|it|he|she|we|you) (?:can|could|may|might|will|would) (?=[a-z])", re.IGNORECASE
)
_TO_DO = r"\b(?P<begin>(?:beg[aiu]n|start|commence|continue)(?:s|ed|d|ning|ing)?) to (?=[a-z])"
_FORGOT = regex(
    r"\b(?:(?:has|have|had) )?(?:forg[eo]t(?:s|ten|ting)?|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|fail(?:s|ed)?) to (?=[a-z])",
    re.IGNORECASE,
)
_ENDS = r"(?=\W*\Z|[,;.]| (?:all|overnight|by|for|when|while|and|at (?:home|night)|before|after|as|because|since|during|again)\b)"
_LEFT = regex(
    rf"\b(?:(?:has|have|had) )?(?:leave|leaves|left|leaving) (?P<what>(?:the|an?|his|her|its|their) (?:[a-z]+ ){{0,2}}?[a-z]+|it|them) (?P<state>on|running|burning|open|unlocked){_ENDS}",
    re.IGNORECASE,
)
_WAS_LEFT = regex(
    rf"\b(?P<was>was|were|been|be|being) left (?P<state>on|running|burning|open|unlocked){_ENDS}", re.IGNORECASE
)
_NOBODY = rf"\b(?:nobody|no one|no-one) (?:(?:has|have|had) )?(?P<verb>[a-z]+) (?P<what>{_NP})(?= (?:in|on|at|for|since|before|after|to|from|with|of|about)\b|\W*\Z)"
_SOMEBODY = rf"\b(?:somebody|someone|people|they|one) (?P<helping>would|will|could|might|may|can|had|has|have) (?P<verb>[a-z]+) (?P<what>{_NP})(?= (?:in|on|at|for|since|before|after|to|from|with|of|about)\b|\W*\Z)"
_ON_LOAN = regex(
    rf"\b(?:send|sends|sent|sending|let|lets|letting) (?P<what>{_NP}|[A-Z]\w+(?: [A-Z]\w+)?) (?:go |out )?on loan\b"
)
_END_UP = r"\b(?:end|ends|ended|ending) up (?=[a-z]+ing\b)"
_MANY_PEOPLE = r"\b(?P<many>(?:too |so |very )?(?:many|few)|more|fewer|most) people\b"
_LESS_MONEY = r"\b(?P<spend>spen[dt](?:s|ing)? (?:less|more|too much|too little)) money\b"
_ASKED_THAT = regex(
    r"\b(?P<ask>(?:ask|request|demand|urg|recommend|suggest|propos)(?:e?s|ed|ing)?) that (?P<who>(?:the|an?|his|her|its|their) [a-z]+|it|they|he|she|[A-Z]\w+) (?:should )?(?=(?!was\b|were\b|is\b|are\b|had\b|has\b|be\b)[a-z])"
)
_GETTING = r"\b(?:get|gets|getting|got|grow|grows|grew|growing) (?=(?:[a-z]{3,}er|more|less|worse|scarce|rare|wet|dry|cold|hot|warm|dark|ill|sick|old|tired|thin|thick|weak|strong|loud|cheap|dear|full|empty|hungry|angry|lost|stuck|blocked|rusty|muddy|icy|slippery|dirty|rotten) *(?:\W|\Z|in\b|and\b))"
_CHARGED = rf"\bcharg(?P<ending>e|es|ed|ing) (?P<what>{_NP}|[a-z]+) too much\b"
_CAUSED_BY = r"\b(?P<was>was|were|is|are|been|being) caused by\b"
_MADE_PUBLIC = rf"\b(?:make|makes|made|making) (?P<what>{_NP}) public\b"
_MONEY_BACK = rf"\b(?:give|gives|gave|given|giving|pay|pays|paid|paying) (?P<what>{_NP}|[a-z]+) (?:(?:the|their|his|her) money )?back\b"
_ACTS = r"\b(?P<verb>[a-z]{3,})-(?P<half>up|out|off|down|over)s\b"  # "too many sign-ups"
# the half of a verb behind what it is done to, where that has no article: "kept visitors away"
_APART = (
    r"\b(?P<verb>keep|keeps|kept|put|puts|putting|driv(?:e|es|en|ing)|drove|giv(?:e|es|en|ing)|gave|tak(?:e|es|en|ing)|took|send|sends|sent|throw|threw|thrown|turn(?:s|ed)?|leav(?:e|es|ing)|left"
    r"|hold|held|push(?:ed)?|chas(?:e|es|ed|ing)|scar(?:e|es|ed|ing)|frighten(?:s|ed|ing)?|call(?:s|ed)?|pay|paid|hand(?:s|ed)?|pass(?:ed)?|lock(?:s|ed)?|shut|carry|carried|wash(?:ed)?|sweep|swept|let) "
    r"(?!(?:to|from|in|on|at|by|for|with|of|and|it|them|him|her|up|down|off|out|away|back|no|not) )(?P<what>(?:an? |(?:the|his|her|its|their) )?[a-z]+) (?P<half>away|off|out|back|behind|down|up)"
    r"(?=\W*\Z| (?:from|at|on|in|for|to|with|because|and|by|after|before|until)\b)"
)
_RAN_OUT = (
    r"\A\W*(?:because |since |as )?(?:(?:the|its|their|all) )?(?P<what>[a-z]+(?: [a-z]+)?) (?:(?:has|have|had) )?(?:ran out|run out|all gone|(?:were|was) (?:all gone|gone)|been used up|(?:was|were) used up|been sold out|sold out|(?:was|were) sold out|(?:was|were) running out)\W*\Z"
    r"|\A\W*(?:because |since |as )?(?:there (?:was|were|is|are)|(?:it|they|he|she|the [a-z]+) (?:had|has|have)) (?:no more (?P<more>[a-z]+(?: [a-z]+)?)|no (?P<rest>[a-z]+(?: [a-z]+)?) left)\W*\Z"
    r"|\A\W*(?:(?:it|they|he|she|the [a-z]+) (?:was|were|is|are) )?out of (?P<out>(?!date|order|place|service|control|reach|work|sight|use|fashion|bounds|action|season|tune|the|print|breath|danger)[a-z]+)\W*\Z"
    r"|\A\W*(?:no more (?P<none>[a-z]+)|no (?P<no>[a-z]+(?: [a-z]+)?) left)\W*\Z"
)
_GIVEN = rf"\b(?:give|gives|gave|given|giving) (?P<what>{_NP}|[a-z]+) (?:an? )?(?P<act>call|ring|hug|kiss|warning|push|wash|polish|treatment|permission|advice|support|help|assistance|training)\b"
_LOAN = r"\b(?:(?:take|takes|took|taken|taking) out|get|gets|got|getting) a (?P<who>bank )?loan\b|\b(?P<borrow>borrow(?:s|ed|ing)?) money\b"
# what is made of two by putting one into the other
_STIR = "(?:mix|stir|add|whisk|blend|beat|fold|put|pour|combine)"
_STIRRED = "(?:stirred|mixed|added|whisked|blended|beaten|folded|put|poured|combined)"
_MAKING = regex(
    r"\b(?:mix|stirr?|add|whisk|blend|beat|fold|put|pour|combin|sour|flavou?r|thin|thicken|sweeten|enrich)(?:ed|en|e|ing|s|ture|ation)?\b",
    re.IGNORECASE,
)
_PART = r"(?:(?:the|an?|some) )?[a-z-]+(?: (?!and\b|or\b|with\b|not\b)[a-z-]+){0,3}?"
_USED = r"(?:,? (?:and|then|and then) use (?:that|it|this)(?: instead)?)?\W*"
_PUT_INTO = regex(
    rf"\W*(?:(?:you|they|we) )?(?:(?:can|could|should|may) )?(?:{_STIR} (?P<what>{_PART}) (?:in)?to (?P<into>{_PART})|(?P<part>{_PART})(?: (?:is|are))? {_STIRRED} (?:in)?to (?P<whole>{_PART})){_USED}",
    re.IGNORECASE,
)
_MIXTURE = regex(
    rf"\b(?:(?:an?|the) )?(?:mixture|mix|blend|combination) of (?P<one>{_PART}) (?:and|with) (?={_PART}\W*\Z)",
    re.IGNORECASE,
)
_MIXED = regex(
    r"\b(?P<before>(?!(?:is|are|was|were|been|be|being|got|it|they|them|he|she|has|have|had|not)\b)[a-z-]+) (?:mixed|combined|blended|soured|flavou?red|thinned|thickened|sweetened|enriched) with\b",
    re.IGNORECASE,
)
_STIRRED_IN = regex(rf"(?<=[a-z]) {_STIRRED} in(?: to it)?(?=\W*\Z)", re.IGNORECASE)
_SOME = regex(
    r"\b(?P<before>with|into|of|and|mix|stir|add) (?:a (?:little|bit of|touch of|little bit of|small amount of)|some) (?=[a-z])",
    re.IGNORECASE,
)
_ORDINARY = regex(
    r"\b(?:ordinary|normal|regular|usual) (?=(?!(?:time|hour|place|day|way|route|dose|price|speed|size)s?\b)[a-z])",
    re.IGNORECASE,
)
_RIGHT_BEFORE = regex(r"\bright (?=(?:before|after)\b)", re.IGNORECASE)
_SUBJECTS = {"them": "they", "him": "he", "her": "she", "us": "we"}
# what is new is put in where another one was
_NEW_ONE = regex(
    r"\b(?:(?:put|puts|putting)(?: (?:in|on))?|(?:fit|install|insert|us)(?:t?(?:e?s|e?d|ing)|e)?|get|gets|got) (?:an? )?(?:brand[- ])?new (?=(?!ones?\b)[a-z])",
    re.IGNORECASE,
)
_FOR_NEW = regex(
    rf"\b(?:replac|swap|exchang|chang|switch)(?:p?(?:e?s|e?d|ing)|e)? (?:out )?(?P<what>{_NP}) (?:for|with|by) (?:an? )?(?:brand[- ])?(?:new (?:one|ones)|new \w+)\b"
    rf"|\b(?P<be>be|is|are|was|were|been) (?:replaced|swapped|exchanged|changed) (?:for|with|by) (?:an? )?(?:brand[- ])?new ones?\b",
    re.IGNORECASE,
)
_BACK = r"\b(?:is|are|was|were) back\b(?= (?:from|in|at|on)\b|\W*\Z)"
_HAD_NOT = regex(r"\b(?:has|have|had) not (?P<verb>[a-z]+)\b", re.IGNORECASE)  # "he had not locked it" lacks nothing
_TURNED_OFF = regex(
    r"\b(?P<verb>turn|switch|shut)(?P<ending>ed|ing|ting|es|s)? off (?=(?:(?:the|your|its|a) )?(?:[a-z]+ )?(?:tap|valve|stopcock|faucet)s?\b)",
    re.IGNORECASE,
)
_NOT_DONE = {"on": "switch off", "running": "switch off", "burning": "switch off", "open": "close", "unlocked": "lock"}
_DONE = {
    "on": "switched off",
    "running": "switched off",
    "burning": "switched off",
    "open": "closed",
    "unlocked": "locked",
}


@lru_cache(maxsize=64)
def recast(text: str) -> str:
    """Return a text in the one way of saying some things.

    >>> recast("once the paint has dried"), recast("She forgot to turn off the oven"), recast("He had left the gate open.")
    ('after the paint has dried', 'She did not turn off the oven', 'He did not close the gate.')
    """
    text = in_one_construction(_ONCE.sub("after ", uncontracted(plain(text))))
    text = _RIGHT_BEFORE.sub("just ", _SO_THAT.sub("to ", text))
    if " with " in text or _MAKING.search(text):
        text = _put_together(text)
    text = _begun(text)
    if " left " in f" {text}" or "leav" in text:
        text = _LEFT.sub(lambda found: f"did not {_NOT_DONE[found['state'].lower()]} {found['what']}", text)
        text = _WAS_LEFT.sub(lambda found: f"{found['was']} not {_DONE[found['state'].lower()]}", text)
    if "new" in text:
        text = _FOR_NEW.sub(
            lambda found: f"replace {found['what']}" if found["what"] else f"{found['be']} replaced", text
        )
        text = _NEW_ONE.sub("replace the ", text)
    text = _retold(text)
    if " that " in text:
        text = _ASKED_THAT.sub(r"\g<ask> \g<who> to ", text)
    if " loan" in text:
        text = _ON_LOAN.sub(r"lend \g<what>", text)
    text = _by_whom(text)
    if " off " in text:
        text = _TURNED_OFF.sub(_closed, text)
    if " to " in text:
        text = _FORGOT.sub("did not ", text)
    return _HAD_NOT.sub(_not_done, text) if "not" in text else text


def _put_together(text: str) -> str:
    """Return "milk with lemon juice" for milk mixed with it, and for lemon juice stirred into milk."""
    text = _ORDINARY.sub("", _SOME.sub(r"\g<before> ", text))
    into = _PUT_INTO.fullmatch(text)
    if into:
        return f"{into['into'] or into['whole']} with {into['what'] or into['part']}"
    text = _MIXED.sub(r"\g<before> with", _MIXTURE.sub(r"\g<one> with ", text))
    return _STIRRED_IN.sub("", text) if " with " in text else text


def _closed(found: re.Match[str]) -> str:
    """Return "closed" for the "turned off" of a tap."""
    ending = (found["ending"] or "").lower()
    return {"ed": "closed ", "ing": "closing ", "ting": "closing ", "es": "closes ", "s": "closes "}.get(
        ending, "close "
    )


def _passive(found: re.Match[str]) -> str:
    what = found["what"]
    return (
        f"{_SUBJECTS.get(what.lower(), what)} was not {found['verb']}" if is_past(folded(found["verb"])) else found[0]
    )


def _done_by_somebody(found: re.Match[str]) -> str:
    what, verb = _SUBJECTS.get(found["what"].lower(), found["what"]), found["verb"]
    if found["helping"].lower() in ("had", "has", "have"):
        return f"{what} {found['helping']} been {verb}" if is_past(folded(verb)) else found[0]
    return f"{what} {found['helping']} be {verb}"


def _not_done(found: re.Match[str]) -> str:
    verb = found["verb"]
    if verb.lower() == "been":
        return "was not"
    return f"did not {verb}" if is_past(folded(verb)) else found[0]


def _on_loan(found: re.Match[str]) -> str:
    return found["borrow"] or ("borrow from a bank" if found["who"] else "borrow")


def _run_out(found: re.Match[str]) -> str:
    return f"ran out of {next(filter(None, found.groups()))}"


_begun = Retelling(((" to ", _TO_DO, r"\g<begin> "),))
_retold = Retelling(
    (
        (" people", _MANY_PEOPLE, r"\g<many>"),
        (" money", _LESS_MONEY, r"\g<spend>"),
        (" loan|borrow", _LOAN, _on_loan),
        ("out|gone|used up|no more|left", _RAN_OUT, _run_out),
        (" away| off| out| back| behind| down| up", _APART, r"\g<verb> \g<half> \g<what>"),
        ("giv|gave", _GIVEN, r"\g<act> \g<what>"),
        ("-", _ACTS, r"\g<verb> \g<half>"),
        ("get|got|grow|grew", _GETTING, "become "),
        (" too much", _CHARGED, r"overcharg\g<ending> \g<what>"),
        (" caused by", _CAUSED_BY, r"\g<was> brought about by"),
        (" public", _MADE_PUBLIC, r"publish \g<what>"),
        (" back", _MONEY_BACK, r"give back \g<what>"),
        (" up ", _END_UP, ""),
    )
)
_by_whom = Retelling(
    (
        ("somebody|someone|people|they|one", _SOMEBODY, _done_by_somebody),
        ("nobody|no one|no-one", _NOBODY, _passive),
        (" back", _BACK, "returned"),
    )
)
