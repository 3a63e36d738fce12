"""Everyday constructions of which one stands for the other: what one cannot get done, what guides one, what is left to happen, how long it lasts."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, plain_form
from qa_eval.scorers._words.alike import lemma
from qa_eval.scorers._words.wording import folded

NP = r"(?:it|them|him|her|(?:(?:the|an?|his|her|its|their|any|your) )(?:[a-z]+(?:'s)? ){0,2}?[a-z]+)"
_END = r"(?=\W*\Z|[,;.]| (?:in|on|at|for|after|before|because|when|any|again|properly|fully|completely)\b)"
# what things do of themselves, and what is done to them, by the one verb
_OF_ITSELF = "close|open|shut|start|move|lower|lift|turn|stop|unlock|lock|light|deploy|retract|release|ignite|inflate|drain|detach|extend|unfold|budge"
_DONE = "closed|opened|shut|started|moved|lowered|lifted|turned|stopped|unlocked|locked|lit|lighted|deployed|retracted|released|ignited|inflated|drained|detached|extended|unfolded|budged"
_PLAIN = dict(zip(_DONE.replace("|lighted", "").split("|"), _OF_ITSELF.split("|"), strict=True)) | {"lighted": "light"}
_LEFT = "soak|cool|rest|stand|rise|simmer|boil|marinate|steep|infuse|prove|set|dry|drain|thaw|defrost|ferment|chill|settle|ripen|mature|bake|cook"
_LESS = {
    "high": "lower", "good": "worse", "fast": "slower", "strong": "weaker", "old": "younger", "big": "smaller", "large": "smaller", "long": "shorter",
    "warm": "colder", "expensive": "cheaper", "hot": "cooler", "cold": "warmer", "wide": "narrower", "heavy": "lighter", "bad": "better",
}  # fmt: skip
_PAPER = (
    "permit|licence|license|permission|pass|visa|certificate|authorisation|grant|loan|voucher|ticket|letter|subsidy"
)


def _got_done(found: re.Match[str]) -> str:
    """Return "not close the door" for "not get the door closed", "closed the door" for "got the door closed"."""
    done = found["done"].lower()
    if not (is_past(folded(done)) or done in ("shut", "open")) or folded(done) in ("lost", "stuck", "caught"):
        return found[0]
    if found["get"].lower() == "got":
        return f"{found['lead']}{'opened' if done == 'open' else done} {found['what']}"
    return f"{found['lead']}{bare_form(done)} {found['what']}"


def bare_form(done: str) -> str:
    """Return the plain form of a participle: "close" of "closed"."""
    word = _PLAIN.get(done) or plain_form(done)
    if word != done or not done.endswith("ed"):
        return word
    return next(
        (done[:end] for end in (-1, -2, -3) if lemma(folded(done[:end])) == lemma(folded(done))), f"{done[:-3]}y"
    )


_WRITTEN = regex(
    r"\b(?:(?P<written>written)|verbal|oral) (?P<what>consent|permission|approval|authori[sz]ation|confirmation)\b",
    re.IGNORECASE,
)


def in_writing(text: str) -> str:
    """Return a text with "consent in writing" for "written consent"."""
    if "written" not in text and "oral" not in text and "verbal" not in text:
        return text
    return _WRITTEN.sub(
        lambda found: f"{found['what']} {'in writing' if found['written'] else 'by word of mouth'}", text
    )


def _not_of_itself(found: re.Match[str]) -> str:
    return f"would not {_PLAIN[found['done'].lower()]}"


def _not_done(found: re.Match[str]) -> str:
    return f"{found['what']} {found['be']} not {found['done']}" if is_past(folded(found["done"])) else found[0]


def _texted(found: re.Match[str]) -> str:
    verb = "emailed" if "mail" in found["kind"].lower() else "texted"
    return f"{verb} {found['whom']}" if found["whom"] else f"{verb} "


_GOT_DONE = regex(
    rf"(?P<lead>\b(?:(?:can|could|may|might|will|would|must|to)(?: not)? |not )?)\b(?P<get>get|got) (?P<what>{NP}) (?P<done>[a-z]+ed|shut|open|done|sold|built|made|paid|held|sent|put|lit|dug|drawn|built|caught|cut|taken|written|hung|hidden|flown|shown|broken|freed|undone){_END}",
    re.IGNORECASE,
)


def as_got_done(text: str) -> str:
    """Return a text with what one gets done as what one does: "could not close the lid" for "could not get the lid closed".

    >>> as_got_done("They got the lid closed"), as_got_done("They got the lid")
    ('They closed the lid', 'They got the lid')
    """
    return _GOT_DONE.sub(_got_done, text) if " get " in text or "got " in text else text


# as in constructions.py: what a text has that is concerned, at a glance, the pattern, and what it is told as
RULES = (
    # what cannot be done, and what does not happen
    ("impossible", r"\bit (?:was|is|proved|turned out|has been|had been)(?: to be)? impossible (?:for \w+ )?to (?=[a-z])", "they could not "),
    ("not possible", r"\bit (?:was|is|has been|had been) not possible (?:for \w+ )?to (?=[a-z])", "they could not "),
    (
        "impossible",
        r"\A\W*impossible to (?=[a-z])",
        "they could not ",
    ),
    (
        "impossible",
        rf"\b(?P<what>{NP}) (?:was|were|is|are|proved)(?: to be)? impossible to (?P<verb>{_OF_ITSELF}){_END}",
        r"they could not \g<verb> \g<what>",
    ),
    ("could not be|cannot be|can not be", rf"\b(?:could|can) ?not be (?P<done>{_DONE}){_END}", _not_of_itself),
    (
        "could not|can not|cannot",
        rf"\b(?:they|he|she|it|we|one|nobody|people) (?:could|can) ?not (?P<verb>{_OF_ITSELF}) (?P<what>{NP}){_END}",
        r"\g<what> would not \g<verb>",
    ),
    (
        "nobody|no one",
        rf"\b(?:nobody|no one) (?:could|was able to|managed to) (?P<verb>{_OF_ITSELF}) (?P<what>{NP}){_END}",
        r"\g<what> would not \g<verb>",
    ),
    ("refusal to", r"(?<=\w)['’]s? refusal to (?=[a-z])", " refused to "),
    ("would not", r"\bwould ?not (?=(?:release|free|let|allow|permit|grant|hand|give|pay|sign|accept|admit|recogni[sz]e|share|sell|lend)\b)", "refused to "),
    ("let", r"\b(?P<to>to|not) let (?P<what>(?:[\w'’-]+ ){1,5}?)go(?=\W*\Z|[,.;]|\s+(?:free|until|when|after|in|as|before)\b)(?: free\b)?", r"\g<to> release \g<what>"),
    ("refused to", rf"\brefused to (?P<verb>{_OF_ITSELF}){_END}", r"would not \g<verb>"),
    (
        "no ",
        r"\bno (?P<what>(?!longer|more|one|doubt)[a-z]+(?: (?!was\b|were\b|is\b|are\b|will\b|would\b|has\b|have\b|had\b|can\b|could\b|may\b|must\b)[a-z]+)?) (?P<be>(?:was|were|is|are|(?:will|would|can|could|may|must|should)(?= be)|(?:has|have|had)(?= been)))(?: be| been)? (?P<done>[a-z]+)\b",
        _not_done,
    ),
    ("that", r"\A\W*it (?:came out|(?:had )?emerged|turned out|transpired|became known|was (?:found|discovered|revealed|shown)(?: out)?) that ", ""),
    # what one follows
    ("guided by|led by|oriented by", r"\b(?:(?:is|are|was|were|be|being|been|gets?) )?guided by\b", "follow"),
    ("following", r"\b(?P<by>by|through|of) following (?=(?:the|an?|its|his|her|their)\b)", r"\g<by> follow "),
    (
        "navigat|steer|orient",
        r"\b(?:navigat(?:es?|ed|ing)|steer(?:s|ed|ing)?|orient(?:at)?(?:s|es|ed|e|ing)? (?:itself|themselves|himself|herself)) (?:by|with|using) (?=(?:the|an?|its|his|her|their)\b)",
        "follow ",
    ),
    (
        "guid",
        rf"\b(?P<what>{NP}(?: of {NP})?) (?:guides?|guided) (?:it|them|him|her)(?=\W*\Z)",
        r"it follow \g<what>",
    ),
    ("as a guide", rf"\b(?:us(?:es?|ed|ing)) (?P<what>{NP}(?: of {NP})?) as (?:a|its|their) guides?\b", r"follow \g<what>"),
    ("one of the jurors|member of the jury|members of the jury", r"\b(?:one of the jurors|(?:a|one) member of the jury|one of the members of the jury)\b", "a juror"),
    # messages
    (
        "text message|texts|a text|e-mail|email",
        rf"\b(?:send|sends|sent|sending) (?:(?P<whom>{NP}|[A-Z]\w+) )?(?:(?:an?|some|several|many|two|three) )?(?P<kind>text messages?|texts?|e-?mails?)(?: to\b)? ?",
        _texted,
    ),
    # of papers
    (" by", rf"\b(?P<what>{_PAPER}) (?:(?:that|which) (?:is|was|are|were) )?(?:issued|granted|given|provided|supplied|offered) by\b", r"\g<what> from"),
    # how long
    ("fortnight", r"\ba fortnight\b", "two weeks"),
    ("half an hour", r"\b(?:for )?(?P<x>half an hour)\b", "30 minutes"),
    ("60|sixty", r"\b(?:60|sixty) min(?:ute)?s?\b", "an hour"),
    ("hour and a half", r"\ban hour and a half\b", "90 minutes"),
    ("year and a half", r"\ba year and a half\b", "18 months"),
    ("half a year", r"\bhalf a year\b", "6 months"),
    ("12 |twelve", r"\b(?:12|twelve) months\b", "a year"),
    ("decade", r"\ba decade\b", "10 years"),
    # what is left to happen
    ("leave|left", rf"\b(?:leave|leaves|left) (?P<what>{NP}) to (?P<verb>{_LEFT})\b", r"\g<verb> \g<what>"),
    (
        "left to|allowed to",
        rf"\b(?P<what>{NP}) (?P<be>(?:(?:should|must|has to|have to|needs to) be|is|are|was|were)) (?:left|allowed) to (?P<verb>{_LEFT})\b",
        r"\g<verb> \g<what>",
    ),
    ("left to", rf"\A\W*left to (?P<verb>{_LEFT})\b", r"\g<verb>"),
    # what is done to things
    ("alight|on fire|ablaze", rf"\bset(?:s|ting)? (?P<what>{NP}) (?:alight|on fire|ablaze)\b", r"ignite \g<what>"),
    (" off the| off its| off a", rf"\b(?:tak(?:e|es|ing|en)|took) (?P<what>{NP}|[a-z]+) off (?=(?:the|its|an?|their) )", r"remove \g<what> from "),
    ("gone un", r"\b(?P<had>had|has|have) gone un(?P<done>[a-z]+ed|paid|told|seen|heard)\b", r"\g<had> not been \g<done>"),
    ("went un|goes un|go un", r"\b(?:went|goes|go) un(?P<done>[a-z]+ed|paid|told|seen|heard)\b", r"was not \g<done>"),
    ("one another", r"\bone another\b", "each other"),
    ("neither", r"\bneither (?P<one>[a-z]+) nor (?P<two>[a-z]+)(?=\W*\Z)", r"not \g<one> or \g<two>"),
    (" nothing", r"\b(?P<one>[a-z]+) (?:and|or) (?P<two>[a-z]+) nothing(?=\W*\Z)", r"not \g<one> or \g<two>"),
    (" anything", r"\bnot (?P<what>[a-z]+ or [a-z]+) anything(?=\W*\Z)", r"not \g<what>"),
    (
        " against",
        r"\b(?P<lead>(?:protect|shield|shelter|insulat|safeguard)[a-z]* (?:(?!against\b|from\b)[a-z]+ ){0,4}?)against\b",
        r"\g<lead>from",
    ),
    (
        " to ",
        r"\b(?:giv(?:e|es|en|ing)|gave|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?) (?P<act>shelter|help|support|advice|training|treatment|assistance|protection) to (?=[a-z])",
        r"\g<act> ",
    ),
    # what is kept from happening
    (
        "so that no",
        r"\bso that (?:no one|nobody) (?:can |could |will |would )?(?P<deed>[a-z]+)\b",
        r"to prevent \g<deed>",
    ),
    (
        "so that",
        r"\bso that (?:people|they|it|he|she) (?:do|does|did|can|could|will|would|may|might) ?not (?P<deed>(?!be\b|have\b)[a-z]+)\b",
        r"to prevent \g<deed>",
    ),
    (
        "keep|stop|prevent",
        r"\b(?:keep|stop|prevent)(?:s|p?ing|p?ed)? (?:people|anyone|anybody|them|it|him|her|others) (?:from )?(?P<deed>[a-z]+ing)\b",
        r"prevent \g<deed>",
    ),
    # states
    ("filled with", r"\bfilled with\b", "full of"),
    ("-filled", r"\b(?P<what>[a-z]+)-filled (?P<noun>[a-z]+)\b", r"\g<noun> full of \g<what>"),
    (
        "power|electricity",
        r"\b(?:the )?(?:power|electricity)(?: supply)? (?:(?:has|had|was|were|is) )?(?:been )?(?:fail(?:s|ed)?|(?:went|gone) (?:off|out|down)|cut(?: off)?|knocked out|lost)(?=\W*\Z|[,;.]| (?:in|for|at|during|across)\b)",
        "power failure",
    ),
    ("into", rf"\b(?:turn(?:s|ed|ing)?|convert(?:s|ed|ing)?|transform(?:s|ed|ing)?) (?P<what>{NP}) into\b", r"remade \g<what> as"),
    ("into", r"\b(?P<be>be|been|is|was|were|are|being) (?:turned|converted|transformed) into\b", r"\g<be> remade as"),
    (" made | makes ", r"\A\W*(?:because |since |as )?(?P<cause>(?!it\b|they\b|he\b|she\b|this\b|that\b)(?:[a-z']+ ){1,4}?)(?:(?:has|had) )?(?:made|makes) (?P<what>(?:the|its|their|his|her) (?:[a-z]+ )?[a-z]+) (?:too )?(?P<how>damp|wet|dry|slippery|soft|hard|brittle|unstable|unsafe|dangerous|weak|sick|ill|sour|salty|hot|cold|muddy|icy|impassable|cloudy|rusty|blind|deaf|sterile|infertile|toxic|acidic)(?=\W*\Z)", r"\g<what> became \g<how> from \g<cause>"),
    (
        "so that|in order that",
        r"\b(?:so that|in order that) (?P<who>(?!it\b|they\b|he\b|she\b|we\b|you\b|the (?:team|firm)\b)(?:(?:the|an?|its|their|his|her|more|all) )?[a-z]+(?: [a-z]+)?) (?:can|could|may|might) (?!not\b)(?=[a-z])",
        r"to let \g<who> ",
    ),
    ("allow|enabl|permit", r"\b(?:allow|enabl|permit)(?:t?(?:e?d|ing)|e?s|e)? (?P<who>(?:(?:the|its|their|his|her|more) )?[a-z]+(?: [a-z]+)?) to (?=(?!the\b|an?\b|its\b|their\b|his\b|her\b|this\b|that\b|all\b|be\b)[a-z])", r"let \g<who> "),
    # reasons
    (" reasons| grounds", r"\b(?:for|on) (?P<what>(?!good|many|other|several|various|some|two|three|different|these|those|unknown|family|personal|the|no|any|all|what|its|his|her|their|similar)[a-z]+) (?:reasons|grounds)(?=\W*\Z|[,;.])", r"because of \g<what>"),
    (" concerns| considerations", r"\b(?:because of|due to|owing to|over|on account of) (?P<what>security|safety|health|cost|privacy|hygiene) (?:concerns|considerations|worries|fears|reasons)\b", r"because of \g<what>"),
    ("too much", r"\b(?:(?:would|will) (?:have )?)?costs? too much(?=\W*\Z|[,;.])", "was too expensive"),
    ("defeat", r"\b(?P<lead>(?:two|three|four|five|six|seven|eight|nine|ten|\d+|many|several|straight|successive|consecutive|a|heavy) )defeats?(?! (?:of|by|the|in court)\b)", r"\g<lead>losses"),
    ("each other", r"\bcompar(?P<ing>e[sd]?|ing) (?P<what>[a-z0-9 ]+?) (?:with|to|against) (?:each other|one another)\b", r"compar\g<ing> \g<what>"),
    ("retirement", r"\b(?:went|gone|go|goes|going|entered) into retirement\b", "retired"),
    ("rub", r"\brub(?:s|bed|bing)? (?:together|on each other|against one another)\b", "rub against each other"),
    (
        "consider|deem|judg|thought|think|thinks",
        r"\b(?:(?:consider|deem|judg)(?:s|ed|ing|es)?|thought|thinks?) (?P<what>it|them|him|her|the [a-z]+)(?: to be)? (?P<how>(?:too )?(?![a-z]+ly\b)[a-z]+)(?=\W*\Z)",
        r"found \g<what> \g<how>",
    ),
    (
        "shower|nap|rest|walk|swim|look",
        r"\b(?:take|takes|took|taking|have|having) an? (?P<act>shower|nap|rest|walk|swim|look)(?=\W*\Z|[,;.]| (?:first|before|at|in|for|after)\b)",
        r"\g<act>",
    ),
    ("see|learn|discover|understand", r"\b(?:see|learn|discover|understand)(?= (?:how|why|where|whether|when)\b)", "find out"),
    (
        "not as |not so ",
        rf"\bnot (?:as|so) (?P<how>{'|'.join(_LESS)})(?= (?:there|here)\b|\W*\Z)",
        lambda found: _LESS[found["how"].lower()],
    ),
    # at what price, by what, and how long
    ("paying|payment|charge| cost", r"\b(?:without (?:having to pay|paying)(?: (?:again|anything|extra|(?:any(?:thing)? )?more))|(?:at|for) no (?:extra|additional|further|added) (?:cost|charge)|without (?:any )?(?:extra|additional|further) (?:cost|charge|payment))(?=\W*\Z|[,;.])", "without paying"),
    ("train|bus|ferry|tram|coach", r"\b(?:use|get on|board|catch) (?P<what>(?:an? |the |any )?(?:next |later |earlier |other |following )(?:train|bus|ferry|tram|coach)(?:e?s)?)\b", r"take \g<what>"),
    ("or more ", r"\bor more (?P<time>hours|days|nights|weeks|months|years)\b", r"\g<time> or more"),
    ("anyone|everyone", r"\A\W*(?:only )?(?:any|every)one (?:who(?:'s| is) )?(?=[a-z]+ing\b)", "those "),
    ("or longer", r"\b(?P<time>hours?|days?|nights?|weeks?|months?|years?) or longer\b", r"\g<time> or more"),
    # what is left to happen
    ("let ", rf"\blet (?P<what>{NP}) (?P<verb>{_LEFT})\b", r"\g<verb> \g<what>"),
)  # fmt: skip
