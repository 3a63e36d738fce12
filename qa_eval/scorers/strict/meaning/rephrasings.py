"""Constructions that say the same, each told in the one of them: "once two years have passed" as "after two years"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names.known import formula_names
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - a word list reads best as one text
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(_SMALL)}|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|an?|half an?)"
_UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?"
_NP = r"(?:(?:the|an?|its|their|his|her|this|these|all|both) )?(?!(?:it|they|he|she|to|and|or|not|that|which|is|are|was|were|has|have|had) )[\w'’-]+(?: [\w'’-]+){0,3}?"
_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been|will be|would be)"
_WHO = r"(?:it|they|he|she|you|one|we|the [a-z]+)"
_PASSED = r"(?:(?:has|have|had) (?:passed|gone by|elapsed|gone past|gone|expired)|(?:is|are|was|were) (?:over|up|past|gone)|pass(?:es)?|elapses?|go(?:es)? by)"
_AGED = rf"(?P<age>{_NUMBER})(?: years?(?: old| of age)?)?(?=\W*\Z|[,;.]| (?:or|and|of|to|when|if|as|at)\b)"
_IF = r"(?:(?:only )?(?:as long as|so long as|provided|providing|assuming|on (?:the )?condition|on the understanding|on the proviso|under the condition|if and only if|only if|if|when)(?: that)?)"
_HOLDERS = "bag|sack|jar|bottle|box|crate|bucket|barrel|tank|glass|cup|tube|pan|pot|sachet|tub|basin|bath|bowl|can|carton|flask|pouch|vat|canister|cask|drum|tray|balloon"
_MADE_OF = (
    "glass|wood|steel|iron|stone|brick|copper|gold|silver|paper|plastic|rubber|leather|cotton|wool|silk|concrete|clay|sand|ice|snow|rock|marble|bronze"
    "|brass|lead|tin|wax|bone|straw|bamboo|cloth|canvas|cork|felt|foam|granite|slate|water|dust|carbon dioxide|carbon monoxide|nitrogen|oxygen|hydrogen"
    "|helium|methane|ammonia|chlorine|sulphur|steam|fat|mud|moss|lava|ash|pigment"
)
_TURNED_ACTS = {
    "collision": "collided",
    "merger": "merged",
    "clash": "clashed",
    "quarrel": "quarrelled",
    "reaction": "reacted",
    "marriage": "married",
    "wedding": "married",
}
_MUTUAL = (
    r"(?:react|collid|combin|bond|mix|mingl|merg|fus|clash|interact|quarrel|compet|cooperat|collaborat)(?:l?ed|es?|s)?"
)
_LOST = "demand|interest|trade|custom|business|support|enthusiasm|appetite|market|need|hope|confidence|trust"
_WANT = r"(?:ordering|ordered|buying|bought|wanting|wanted|asking for|asked for|requesting|requested|in need of|after)"


def _nobody(found: re.Match[str]) -> str:
    """Return "nobody built on it" for "it was not built on by anyone"."""
    what = {"they": "them", "he": "him", "she": "her", "these": "these"}.get(found["what"].lower(), found["what"])
    return f"nobody {found['done']}{found['half'] or ''} {what}"


def _years(found: re.Match[str]) -> str:
    """Return "20 years" for "two decades"."""
    word = found["number"].lower()
    number = 1 if word in ("a", "one") else int(word) if word.isdecimal() else _SMALL.index(word) + 1
    return f"{number * (100 if found['unit'].lower().startswith('centur') else 10)} years"


def _could_not(found: re.Match[str]) -> str:
    helping = "could not" if found["had"].lower() in ("had", "was", "were") else "can not"
    return f"{helping} {found['act'] or ''}"


def _of_two(found: re.Match[str]) -> str:
    """Return "A collided with B" for "a collision between A and B"."""
    act = found["act"].lower()
    joint = " " if act in ("marriage", "wedding") else " with "
    return f"{found['one']} {_TURNED_ACTS[act]}{joint}{found['two']}"


# in this order: what a text has that is concerned, at a glance, the pattern, and what it is told as
_RULES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    # what only leads in to a reason
    ("ccording to", r"\A\W*according to (?:the |its |this )?[\w'’-]+(?: [\w'’-]+)?, ", ""),
    ("in that case|in this case|then", r"\A\W*(?:in (?:that|this|such a) case|then),? ", ""),
    # spans of time, ages and rates
    ("century|quarter of", r"\b(?:half a|a half[- ])\s?century\b", "50 years"),
    ("century", r"\ba quarter (?:of a )?century\b", "25 years"),
    ("decade|centur", rf"\b(?P<number>\d+|a|{'|'.join(_SMALL)}) (?P<unit>decades?|century|centuries)\b", _years),
    ("half a year", r"\bhalf a year\b", "6 months"),
    ("fortnight", r"\b(?:a|one) fortnight\b", "2 weeks"),
    ("half an hour", r"\bhalf an hour\b", "30 minutes"),
    ("pass|gone|go|elapse|over|up|past|expired", rf"\b(?:once|when|after|as soon as|if) (?:at least )?(?P<time>{_NUMBER} {_UNIT}) {_PASSED}\b", r"after \g<time>"),
    ("younger|less|below|under", rf"\b(?:(?:aged )?younger than|(?<= )less than|(?:aged )?below|(?:aged )?under)(?: the age of)? {_AGED}", r"under \g<age>"),
    ("older|more|above|over", rf"\b(?:(?:aged )?older than|(?:aged )?above|(?:aged )?over)(?: the age of)? {_AGED}", r"over \g<age>"),
    ("per|each|every|a ", rf"\b(?:(?:for )?(?:each|every)|per) (?=(?:{_UNIT}|person|head|child|adult|metre|mile|kilometre|litre|kilo|gram|tonne|square|page|item|piece|unit)\b)", "per "),
    ("once|twice|times|time", rf"\b(?P<often>once|twice|times|time) an? (?={_UNIT}\b)", r"\g<often> per "),
    ("annual|yearly", r"\b(?:annually|yearly)\b(?=\W*\Z|[,;.]| by\b)", "once per year"),
    ("monthly", r"\bmonthly\b(?=\W*\Z|[,;.]| by\b)", "once per month"),
    ("weekly", r"\bweekly\b(?=\W*\Z|[,;.]| by\b)", "once per week"),
    ("daily", r"\bdaily\b(?=\W*\Z|[,;.]| by\b)", "once per day"),
    ("once per", rf"\bonce per (?={_UNIT}\b)", "per "),
    # conditions
    ("but not|except|but never", r",?;? (?:but (?:not|never)|except|but do not(?: do (?:so|it|this))?|only not) (?:if|when|where)\b", ", unless"),
    ("notice|consent|permission|approval|agreement", r"\b(?P<what>notice|consent|permission|approval|agreement|confirmation|warning) (?:(?P<given>is given|has been given) )?in writing\b", r"written \g<what> \g<given>"),
    ("written notice is given|written notice has been given|notice is given|consent is given", rf",? (?:and )?{_IF} (?P<what>[\w'’ ]+?) (?:is|has been) given ?(?=\W*\Z|[,;.])", r", with \g<what>"),
    ("give|gave", rf",? (?:and )?{_IF} {_WHO} (?:gives?|gave|ha(?:s|ve) given) (?=[\w'’ ]+(?:notice|consent|permission|approval|warning)\b)", ", with "),
    ("no one|no-one|not a soul|not anybody|not anyone", r"\b(?:no one|no-one|not a soul|not (?:anybody|anyone))\b", "nobody"),
    ("not ", rf"\b(?P<what>it|they|these|he|she|the [a-z]+(?: [a-z]+)?) {_BE} not (?:be(?:en)? )?(?P<done>[a-z]+)(?P<half> on| in| up| to| with| for| at| into| over)? by (?:anyone|anybody|any one)(?: else)?\b", _nobody),
    ("nobody", rf"\A\W*(?:{_IF}|that) (?=nobody\b)", "if "),
    ("nobody", r"\bnobody (?:would|will|should|may|can|was to|is to|were to) (?=[a-z])", "nobody "),
    ("long as|provid|assuming|condition|understanding|proviso|only if|when", rf"\A\W*{_IF} (?!you\b|we\b)(?=[a-z])", "if "),
    ("those", r"\b(?:to|by|for|with|from) those (?:with|who have|having|that have) (?=[a-z])", "has "),
    # what one is not able to do or has not done
    ("way|means|chance|hope|possibility", r"\b(?P<had>had|has|have) (?:no|not any) (?:way|means|chance|hope|possibility|prospect) of (?P<act>[a-z]+ing)\b", _could_not),
    ("way|means|chance|power", r"\b(?P<had>had|has|have) (?:no|not any) (?:way|means|chance|power) to(?P<act>)", lambda found: _could_not(found).strip()),
    ("powerless|helpless|position|unable|not able", r"\b(?P<had>was|were|is|are) (?:powerless|helpless|unable|not able|in no position|not in a position) to(?P<act>)", lambda found: _could_not(found).strip()),
    ("fail|neglect|forgot|omit", r"\b(?P<had>had|has|have) (?:failed|neglected|forgotten|omitted) to (?=[a-z])", r"\g<had> not "),
    ("kept|keep", rf"\bke(?:ep|eps|pt|eping) (?P<what>{_NP}) from (?=[a-z]+ing\b)", r"stop \g<what> from "),
    ("becom|turning into|promot", r"\bfrom (?:becoming|turning into|promoting to|being promoted to|promoting into) (?:an? )?(?P<what>queen)\b", r"from \g<what>ing"),
    # what comes of it
    ("which|that|and", rf",? (?:and (?:this|thus|thereby|so)|which|thus|thereby|and)? ?(?:mak(?:es|ing)|lets|letting|allow(?:s|ing)|enabl(?:es|ing)|caus(?:es|ing)) (?P<who>{_NP}) (?:to )?(?P<did>[a-z]+)(?= [a-z]+(?:er|ly)?\W*\Z|\W*\Z)", r" so that \g<who> \g<did>"),
    ("so ", r",? (?:and )?so (?:that )?(?=(?:the|an?|its|their|his|her|it|they) [a-z])", " so that "),
    ("so that", rf"\bso that (?P<who>{_NP}) (?:can|could|will|would|may|might) (?=[a-z])", r"so that \g<who> "),
    # what is in something, or what it is made of
    ("-filled", rf"\b(?P<what>[a-z]{{3,}})-filled (?P<holder>(?:[a-z]+ )?(?:{_HOLDERS})(?:e?s)?)\b", r"\g<holder> of \g<what>"),
    ("fill|full|contain", rf"\b(?P<holder>(?:{_HOLDERS})(?:e?s)?) (?:(?:that|which) )?(?:(?:is|are|was|were) )?(?:filled with|full of|containing|contain(?:ed|s)?) ", r"\g<holder> of "),
    (" of ", rf"\b(?P<how>(?:[a-z]+ )?)(?P<noun>(?!{_HOLDERS})[a-z]{{3,}}) of (?P<what>{_MADE_OF})\b", r"\g<how>\g<what> \g<noun>"),
    (" of ", r"\bthe (?P<what>(?:[a-z]+ ){0,2}[a-z]+) of (?P<who>(?-i:[A-Z])[a-z]+)(?= [a-z])", r"\g<who>'s \g<what>"),
    ("the two|them", r"\b(?P<act>mixing|using|combining|putting|bringing|joining) (?:the two|both|them)(?: of them)?(?: together)?\b", r"\g<act> them"),
    ("pay", r"\b(?P<pay>pays?|paid|paying) out(?= the\b| an?\b| its\b| to\b|\W*\Z)", r"\g<pay>"),
    # what two do with each other
    ("between|merger|marriage|wedding", rf"\b(?:there (?:was|is) )?(?:a|an|the) (?P<act>{'|'.join(_TURNED_ACTS)}) (?:between|of) (?P<one>{_NP}) (?:and|with) (?P<two>{_NP})(?=\W*\Z)", _of_two),
    ("got married|were married|get married", r"\b(?P<one>[\w'’ ]+?) and (?P<two>[\w'’ ]+?) (?:got|were|get) married(?: to each other)?(?=\W*\Z)", r"\g<one> married \g<two>"),
    ("react|collid|combin|bond|mix|mingl|merg|fus|clash|interact|quarrel|compet|cooperat|collaborat", rf"\b(?!.*\b(?:almost|nearly|not|never|hardly|barely|only|all but)\b)(?P<one>{_NP}) and (?P<two>{_NP}) (?P<did>(?:(?:had|has|have|would|will) )?{_MUTUAL})(?: with each other| with one another| together)?(?! with\b| the\b| an?\b)(?=\W*\Z|[,;.]| [a-z])", r"\g<one> \g<did> with \g<two>"),
    # what nobody wants any more
    ("vanish|disappear|dried up|evaporat|collaps|died away|ceased", rf"\b(?P<what>{_LOST}) (?P<joint>for|in|from) (?P<of>[\w'’ -]+?) (?:had |has |have )?(?:vanished|disappeared|dried up|evaporated|collapsed|died away|ceased)(?=\W*\Z)", r"no \g<what> \g<joint> \g<of>"),
    (" no |hardly|barely|scarcely|little", rf"\A(?:[\w'’ ]+? because )?\W*(?:there (?:was|were|is|are) )(?:(?:almost|practically|virtually|nearly) no|no|(?:hardly|barely|scarcely) any|very little|little)(?: longer any| more)? (?P<what>{_LOST})(?: left)? (?P<joint>for|in|from) (?P<of>[\w'’ -]+?)(?: left| any ?more| any longer)?(?=\W*\Z)", r"no \g<what> \g<joint> \g<of>"),
    ("nobody|hardly|barely|scarcely|almost", rf"\A\W*(?:because )?(?:nobody|(?:hardly|barely|scarcely) any(?:one|body)|(?:almost|practically|virtually) nobody) (?:was |were )?(?:still )?{_WANT} (?P<of>[\w'’ -]+?)(?: any ?more| any longer)?(?=\W*\Z)", r"no demand for \g<of>"),
    ("interested", r"\A\W*(?:because )?(?:nobody|(?:hardly|barely|scarcely) any(?:one|body)|(?:almost|practically|virtually) nobody) (?:was|were) (?:still )?interested in (?P<of>[\w'’ -]+?)(?: any ?more| any longer)?(?=\W*\Z)", r"no interest in \g<of>"),
)  # fmt: skip
_COMPILED = tuple((signs.split("|"), regex(pattern, re.IGNORECASE), told) for signs, pattern, told in _RULES)
_FORMULA = regex(r"\b[A-Z][A-Za-z]*\d\w*\b")
_GAPS = regex(r"\s{2,}| (?=[,.;])")


def rephrased(text: str) -> str:
    """Return a text with each construction that says the same as another one told in the one of them.

    >>> rephrased("Once two years have passed"), rephrased("Cover it, but not if it is wet")
    ('after two years', 'Cover it, unless it is wet')
    """
    text = _FORMULA.sub(lambda found: formula_names().get(found[0], found[0]), uncontracted(plain(text)).strip())
    lowered = text.lower()
    for signs, pattern, told in _COMPILED:
        if any(sign in lowered for sign in signs):
            text = pattern.sub(told, text)
            lowered = text.lower()
    return _GAPS.sub(lambda found: "" if found[0] == " " else " ", text).strip()
