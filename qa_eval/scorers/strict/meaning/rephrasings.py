"""Constructions that say the same, each told in the one of them: "once two years have passed" as "after two years"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.names.known import formula_names
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.wording import plain
from qa_eval.scorers.strict.meaning.retelling import Retelling

if TYPE_CHECKING:
    import re

    from qa_eval.scorers.strict.meaning.retelling import Rule

_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - a word list reads best as one text
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(_SMALL)}|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|an?|half an?)"
_UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?"
_NP = r"(?:(?:the|an?|its|their|his|her|this|these|all|both) )?(?!(?:it|they|he|she|to|and|or|not|that|which|is|are|was|were|has|have|had) )[\w'’-]+(?: [\w'’-]+){0,3}?"
_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been|will be|would be)"
_WHO = r"(?:it|they|he|she|you|one|we|the [a-z]+)"
_PASSED = r"(?:(?:has|have|had) (?:passed|gone by|elapsed|gone past|gone|expired)|(?:is|are|was|were) (?:over|up|past|gone)|pass(?:es)?|elapses?|go(?:es)? by)"
_AGED = rf"(?P<age>{_NUMBER})(?: years?(?: old| of age)?)?(?=\W*\Z|[,;.]| (?:or|and|of|to|when|if|as|at|can|could|may|might|must|will|would|should|is|are|was|were|who)\b)"
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

# what "un-" denies of a thing, as "not" does
_DENIED = (
    "damaged|harmed|injured|scathed|hurt|used|opened|paid|sold|finished|occupied|married|insured|licensed|locked|armed|affected|changed|cooked|covered|marked"
    "|attended|guarded|heated|lit|treated|tested|signed|sealed|washed|broken|read|safe|available|equal|lawful|able|willing"
)
# deeds of which each makes one word with what it is done to: "heat-loving", "nut-bearing"
_DOING = {
    "love": "loving", "bear": "bearing", "eat": "eating", "produce": "producing", "carry": "carrying", "carries": "carrying", "make": "making",
    "grow": "growing", "build": "building", "burn": "burning", "hate": "hating", "secrete": "secreting", "resist": "resisting", "fix": "fixing",
}  # fmt: skip

_WEATHER = {
    "heat": "hot", "cold": "cold", "fog": "foggy", "wind": "windy", "winds": "windy", "humidity": "humid", "noise": "noisy", "darkness": "dark",
    "damp": "damp", "drought": "dry", "dryness": "dry", "danger": "dangerous", "weakness": "weak", "fatigue": "tired", "tiredness": "tired",
}  # fmt: skip


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


def _as_weather(found: re.Match[str]) -> str:
    """Return "because it was extremely hot" for "because of extreme heat"."""
    how = found["how"].lower()
    degree = {"good": "well", "thick": "very", "dense": "very", "strong": "very", "high": "very"}.get(how, f"{how}ly")
    return f"because it was {degree} {_WEATHER[found['what'].lower()]}"


_RULES: tuple[Rule, ...] = (
    # why, by a state or by its noun
    ("because of|due to|owing to", rf"\b(?:because of|due to|owing to) (?:the )?(?P<how>extreme|intense|severe|bitter|excessive|unusual|exceptional|thick|dense|strong|high|terrible) (?P<what>{'|'.join(_WEATHER)})\b", _as_weather),
    # what is driven or flown need not be named
    ("land|park|moor|anchor|dock", r"\b(?P<did>(?:land|park|moor|anchor|dock)(?:s|ed|ing)?) (?:the|his|her|its|their|a) (?:plane|aircraft|aeroplane|airplane|jet|helicopter|glider|balloon|car|van|truck|lorry|bus|bike|bicycle|boat|ship|yacht|ferry|vessel) (?=(?:in|on|at|behind|beside|by|near|outside|next|under|off|along) )", r"\g<did> "),
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
    ("till", r"\btill\b(?= (?!roll|money)[a-z])", "until"),
    ("or more|or longer|or earlier", rf"\b(?P<span>{_NUMBER} {_UNIT}) or (?:more|longer|earlier)(?= (?:before|in advance|ahead|after)\b)", r"at least \g<span>"),
    ("notice", rf"\b(?P<give>give|gives|giving|gave|given) (?P<span>(?:at least |a minimum of )?{_NUMBER} {_UNIT})['’]?s? notice (?=before\b)", r"\g<give> notice \g<span> "),
    ("before|after|until", r"\b(?P<when>before|after|until|upon|on) (?:(?:they|he|she|you|it|we) )?(?P<come>arriv|depart)(?:es?|s|ing|ed|e)?(?=\W*\Z|[,;.])", lambda found: f"{found['when']} {'arrival' if found['come'].lower() == 'arriv' else 'departure'}"),
    ("before|after", r"\b(?P<when>before|after) (?:the|their|his|her|your) (?P<what>arrival|departure)\b", r"\g<when> \g<what>"),
    ("spend|spent|stay|remain", rf"\A\W*(?P<who>{_NP}) (?:spends?|spent|stays?|stayed|remains?|remained|is kept|are kept|is left|are left) (?:for )?(?P<span>{_NUMBER} {_UNIT}) (?=(?:in|at|on|under) )", r"for \g<span> "),
    # conditions
    ("but not|except|but never", r",?;? (?:but (?:not|never)|except|but do not(?: do (?:so|it|this))?|only not) (?:if|when|where)\b", ", unless"),
    ("notice|consent|permission|approval|agreement", r"\b(?P<what>notice|consent|permission|approval|agreement|confirmation|warning) (?:(?P<given>is given|has been given) )?in writing\b", r"written \g<what> \g<given>"),
    ("written notice is given|written notice has been given|notice is given|consent is given", rf",? (?:and )?{_IF} (?P<what>[\w'’ ]+?) (?:is|has been) given ?(?=\W*\Z|[,;.])", r", with \g<what>"),
    ("give|gave", rf",? (?:and )?{_IF} {_WHO} (?:gives?|gave|ha(?:s|ve) given) (?=[\w'’ ]+(?:notice|consent|permission|approval|warning)\b)", ", with "),
    ("no one|no-one|not a soul|not anybody|not anyone", r"\b(?:no one|no-one|not a soul|not (?:anybody|anyone))\b", "nobody"),
    ("not ", rf"\b(?P<what>it|they|these|he|she|the [a-z]+(?: [a-z]+)?) (?:{_BE} not (?:be(?:en)? )?|(?:had|has|have) not been )(?P<done>[a-z]+)(?P<half> on| in| up| to| with| for| at| into| over)? by (?:anyone|anybody|any one)(?: else)?\b", _nobody),
    ("nobody", rf"\A\W*(?:{_IF}|that) (?=nobody\b)", "if "),
    ("nobody", r"\bnobody (?:would|will|should|may|can|was to|is to|were to) (?=[a-z])", "nobody "),
    ("long as|provid|assuming|condition|understanding|proviso|only if|when", rf"(?:\A\W*|(?<= or )|(?<= and )){_IF} (?!you\b|we\b)(?=[a-z])", "if "),
    ("person|someone", r"\b(?:a person|someone)\b", "somebody"),
    ("those", r"\b(?:to|by|for|with|from) those (?:with|who have|having|that have) (?=[a-z])", "has "),
    ("if ", r"\A\W*if (?P<who>[\w'’ ]+?) (?:would|will|should|must|shall|was to|were to|is to|are to) (?P<not>not |never )?be (?=[a-z])", r"if \g<who> was \g<not>"),
    # what is denied, and what is done, in one word or in several
    ("inflammable", r"\binflammable\b", "flammable"),
    ("non", r"\b(?P<be>is|are|was|were|be|being) non-?(?P<what>flammable|toxic|magnetic|metallic|porous|reactive|conductive|refundable|transferable|alcoholic|poisonous|native)\b", r"\g<be> not \g<what>"),
    ("burn|fire|ignite", r"\b(?:does|do|did|will|would|can) not (?:burn|catch fire|ignite)(?=\W*\Z|[,;.])", "is not flammable"),
    ("not ", rf"\b(?P<be>is|are|was|were|be|been|being) not (?P<what>{_DENIED})\b", r"\g<be> un\g<what>"),
    ("-", rf"\b(?P<what>[a-z]{{3,}})-(?P<do>{'|'.join(sorted(set(_DOING.values())))}) (?P<who>[a-z]+)\b", r"\g<who> \g<do> \g<what>"),
    ("that|which|who", rf"(?:(?<=\A)|(?<=\bthe )|(?<=\bof )|(?<=\bby )|(?<=\bwas )|(?<=\bare )|(?<=\bis )|(?<=\bwere ))(?P<who>[a-z]+) (?:that|which|who) (?P<do>{'|'.join(_DOING)})s? (?:the )?(?P<what>[a-z]+)(?=\W*\Z|[,;.])", lambda found: f"{found['who']} {_DOING[found['do'].lower()]} {found['what']}"),
    ("down|resign", r"\b(?P<did>st(?:ep|eps|epped|epping|and|ands|ood|anding) down|resign(?:s|ed|ing)?) from (?:(?:the|his|her|their|its) )?(?:office|post|position|role|job)\b", r"\g<did>"),
    (" back to", r"\b(?:turn|head|sail|travel|walk|go|goe|come|went|came|drove|drive|ran|run|flew|fly)(?:s|ed)? back (?=to\b)", "return "),
    ("using|via", r"(?<=[a-z] )(?:using|via) (?=(?:the|an?|its|their|his|her) )", "by "),
    # what one is not able to do or has not done
    ("way|means|chance|hope|possibility", r"\b(?P<had>had|has|have) (?:no|not any) (?:way|means|chance|hope|possibility|prospect) of (?P<act>[a-z]+ing)\b", _could_not),
    ("way|means|chance|power", r"\b(?P<had>had|has|have) (?:no|not any) (?:way|means|chance|power) to(?P<act>)", lambda found: _could_not(found).strip()),
    ("powerless|helpless|position|unable|not able", r"\b(?P<had>was|were|is|are) (?:powerless|helpless|unable|not able|in no position|not in a position) to(?P<act>)", lambda found: _could_not(found).strip()),
    ("fail|neglect|forgot|omit", r"\b(?P<had>had|has|have) (?:failed|neglected|forgotten|omitted) to (?=[a-z])", r"\g<had> not "),
    ("kept|keep", rf"\bke(?:ep|eps|pt|eping) (?P<what>{_NP}) from (?=[a-z]+ing\b)", r"stop \g<what> from "),
    ("becom|turning into|promot", r"\bfrom (?:becoming|turning into|promoting to|being promoted to|promoting into) (?:an? )?(?P<what>queen)\b", r"from \g<what>ing"),
    ("escap|getting out|get out|leaving", rf"\b(?:stop|stops|stopped|stopping|prevent|prevents|prevented|preventing) (?P<what>{_NP}) (?:from )?(?:escaping|getting out|leaving|being lost)(?=\W*\Z|[,;.])", r"trap \g<what>"),
    ("carried|brought|taken|transported|shipped|conveyed|smuggled|moved|came|arrived|travelled", r"\A\W*(?:it|they|he|she) (?:(?:was|were) (?:carried|brought|taken|transported|shipped|conveyed|smuggled|moved)|came|arrived|travelled)(?: there| in| over| across| ashore)? (?=(?:in|on|by|aboard|inside|through|via) )", ""),
    ("aboard", r"\baboard (?=[a-z])", "on "),
    # what comes of it
    ("which|that|and", rf",? (?:and (?:this|thus|thereby|so)|which|thus|thereby|and)? ?(?:mak(?:es|ing)|lets|letting|allow(?:s|ing)|enabl(?:es|ing)|caus(?:es|ing)) (?P<who>{_NP}) (?:to )?(?P<did>[a-z]+)(?= [a-z]+(?:er|ly)?\W*\Z|\W*\Z)", r" so that \g<who> \g<did>"),
    ("so ", r",? (?:and )?so (?:that )?(?=(?:the|an?|its|their|his|her|it|they) [a-z])", " so that "),
    ("so that", rf"\bso that (?P<who>{_NP}) (?:can|could|will|would|may|might) (?=[a-z])", r"so that \g<who> "),
    ("time for", r"\bit is (?P<how>almost|nearly|about) time for (?P<what>(?:the|an?|your|his|her|its|their) [\w'’ -]+?)(?=\W*\Z|[,;.])", r"\g<what> is \g<how> due"),
    ("as soon as", r"\bas soon as (?:you|one|they|he|she|we|it) (?:can|could|may)\b(?! [a-z])", "as soon as possible"),
    ("out of|from", rf"\b(?P<make>mak(?:e|es|ing)|made|produc(?:e|es|ing|ed)|creat(?:e|es|ing|ed)|form(?:s|ing|ed)?) (?P<what>(?!it\b|them\b){_NP}) (?:out of|from) (?P<of>{_NP})(?=\W*\Z|[,;.])", r"turns \g<of> into \g<what>"),
    ("made of|made from|made out of", r"\b(?P<what>(?!is\b|are\b|was\b|were\b|it\b)[a-z]+) made (?:of|from|out of) (?P<of>[a-z]+)(?=\W*\Z|[,;.])", r"\g<of> \g<what>"),
    # what is in something, or what it is made of
    ("mounted|installed|located|placed|situated|fitted|fixed|positioned", r"\b(?P<what>(?!is\b|are\b|was\b|were\b|been\b|being\b|be\b|it\b|them\b)[a-z]+)(?: (?:that|which) (?:is|are|was|were))? (?:mounted|installed|located|placed|situated|fitted|fixed|positioned) (?=(?:on|in|at|under|above|near|along|beside) )", r"\g<what> "),
    ("mounted|installed", r"\b(?P<where>roof|wall|ceiling|floor|pole|vehicle|helmet)-(?:mounted|installed) (?P<what>[a-z]+)", r"\g<what> on the \g<where>"),
    ("goes|go |is |are ", r"\b(?:that|which) (?:goes|go|is meant|are meant|is intended|are intended|is used|are used|is needed|are needed) (?:to|towards?|for) (?!be\b)", "for "),
    ("unpaid|insured|owed|outstanding|due|remaining|available|cleared|needed|required|unused|stolen|spent", r"\b(?P<the>the|an?|its|their|his|her) (?P<what>(?:[a-z]+ ){0,2}[a-z]+) (?P<how>unpaid|insured|owed|outstanding|remaining|available|cleared|needed|required|unused|stolen|spent)(?=\W*\Z|[,;.]| (?:is|are|was|were|per|for|to|by|at|will|would)\b)", r"\g<the> \g<how> \g<what>"),
    ("full|whole|entire|total", r"\b(?P<the>the|an?|its|their|his|her) (?P<how>[a-z]+ed|unpaid) (?P<full>full|whole|entire|total) (?=[a-z])", r"\g<the> \g<full> \g<how> "),
    ("without", r"\bwithout (?:any )?(?P<harm>damage|harm|injury)\b", lambda found: {"damage": "undamaged", "harm": "unharmed", "injury": "uninjured"}[found["harm"].lower()]),
    ("-filled", rf"\b(?P<what>[a-z]{{3,}})-filled (?P<holder>(?:[a-z]+ )?(?:{_HOLDERS})(?:e?s)?)\b", r"\g<holder> of \g<what>"),
    ("fill|full|contain", rf"\b(?P<holder>(?:{_HOLDERS})(?:e?s)?) (?:(?:that|which) )?(?:(?:is|are|was|were) )?(?:filled with|full of|containing|contain(?:ed|s)?) ", r"\g<holder> of "),
    (" of ", rf"\b(?P<how>(?:[a-z]+ )?)(?P<noun>(?!{_HOLDERS})[a-z]{{3,}}) of (?P<what>{_MADE_OF})\b", r"\g<how>\g<what> \g<noun>"),
    (" of ", r"\bthe (?P<what>(?:[a-z]+ ){0,2}[a-z]+) of (?P<who>(?-i:[A-Z])[a-z]+)(?= [a-z])", r"\g<who>'s \g<what>"),
    ("the two|them", r"\b(?P<act>mixing|using|combining|putting|bringing|joining) (?:the two|both|them)(?: of them)?(?: together)?\b", r"\g<act> them"),
    ("pay", r"\b(?P<pay>pays?|paid|paying) out(?= the\b| an?\b| its\b| to\b|\W*\Z)", r"\g<pay>"),
    ("fully", r"\bfully (?P<done>[a-z]+(?:ed|id))\b", r"\g<done> in full"),
    (" in it| with it| from it| by it| on it| there|in them", r"\A\W*(?P<what>[\w'’ ]+?) (?:is|are|was|were) (?P<done>(?!not\b|never\b|only\b)[a-z]+(?: for| off| up| out)?) (?:(?:in|with|from|by|on) (?:it|them)|there)(?=\W*\Z)", r"\g<done> \g<what>"),
    ("with", rf"\b(?P<do>(?:rub|smear|spread|spray|sprinkle|brush|daub|dust|load|plaster)(?:b?ing|b?ed|s)?|smearing|sprinkling|smeared|sprinkled) (?P<on>{_NP}) with (?P<what>{_NP})(?=\W*\Z|[,;.]| (?:and|until|for|before|after|through|in|at)\b)", r"\g<do> \g<what> on \g<on>"),
    ("onto|on to|upon", r"\b(?:onto|on to|upon) (?=[a-z])", "on "),
    ("cost", r"\b(?P<who>it|they|he|she|the [a-z]+|that) (?:would )?costs? too much\b", r"\g<who> was too expensive"),
    ("until", r"\b(?P<not>not|no|never|nobody)\b(?P<rest>[\w'’ ]*?) until (?=[\w])", r"\g<not>\g<rest> before "),
    # what somebody gets
    (" back", rf"\A\W*(?P<who>{_NP}) (?:gets?|got|receives?|received|will get|will receive|is given|are given|was given|were given) (?P<what>it|them|the [a-z]+(?: [a-z]+)?) back(?=\W*\Z|[,;.])", r"\g<what> is returned to \g<who>"),
    (" back|refund|repaid|repay", r"\b(?:given|handed|sent|passed|paid) back to\b|\b(?:refunded|repaid) to\b|\bgoes back to\b", "returned to"),
    (" to ", rf"\A\W*(?P<what>(?:the|his|her|its|their|all the) [\w'’ ]+?) (?:goes|go|went|passes|pass|passed|will go|will pass) to (?P<who>(?:the|his|her|its|their) {_NP}|(?-i:[A-Z])[\w ]+)(?=\W*\Z)", r"\g<who> receives \g<what>"),
    # what two do with each other
    ("met|meet|married|wed", rf"\A\W*(?!.*\b(?:almost|nearly|not|never|hardly|barely)\b)(?P<one>{_NP}) and (?P<two>{_NP}) (?P<did>met|meet|married|wed)(?: each other| one another)?(?=\W*\Z|[,;.]| (?:in|at|on|for|near) )", r"\g<one> \g<did> \g<two>"),
    ("between|merger|marriage|wedding", rf"\b(?:there (?:was|is) )?(?:a|an|the) (?P<act>{'|'.join(_TURNED_ACTS)}) (?:between|of) (?P<one>{_NP}) (?:and|with) (?P<two>{_NP})(?=\W*\Z)", _of_two),
    ("got married|were married|get married", r"\b(?P<one>[\w'’ ]+?) and (?P<two>[\w'’ ]+?) (?:got|were|get) married(?: to each other)?(?=\W*\Z)", r"\g<one> married \g<two>"),
    ("react|collid|combin|bond|mix|mingl|merg|fus|clash|interact|quarrel|compet|cooperat|collaborat", rf"\b(?!.*\b(?:almost|nearly|not|never|hardly|barely|only|all but)\b)(?P<one>{_NP}) and (?P<two>{_NP}) (?P<did>(?:(?:had|has|have|would|will) )?{_MUTUAL})(?: with each other| with one another| together)?(?! with\b| the\b| an?\b)(?=\W*\Z|[,;.]| [a-z])", r"\g<one> \g<did> with \g<two>"),
    # what nobody wants any more
    ("vanish|disappear|dried up|evaporat|collaps|died away|ceased", rf"\b(?P<what>{_LOST}) (?P<joint>for|in|from) (?P<of>[\w'’ -]+?) (?:had |has |have )?(?:vanished|disappeared|dried up|evaporated|collapsed|died away|ceased)(?=\W*\Z)", r"no \g<what> \g<joint> \g<of>"),
    (" no |hardly|barely|scarcely|little", rf"\A(?:[\w'’ ]+? because )?\W*(?:there (?:was|were|is|are) )(?:(?:almost|practically|virtually|nearly) no|no|(?:hardly|barely|scarcely) any|very little|little)(?: longer any| more)? (?P<what>{_LOST})(?: left)? (?P<joint>for|in|from) (?P<of>[\w'’ -]+?)(?: left| any ?more| any longer)?(?=\W*\Z)", r"no \g<what> \g<joint> \g<of>"),
    ("nobody|hardly|barely|scarcely|almost", rf"\A\W*(?:because )?(?:nobody|(?:hardly|barely|scarcely) any(?:one|body)|(?:almost|practically|virtually) nobody) (?:was |were )?(?:still )?{_WANT} (?P<of>[\w'’ -]+?)(?: any ?more| any longer)?(?=\W*\Z)", r"no demand for \g<of>"),
    ("interested", r"\A\W*(?:because )?(?:nobody|(?:hardly|barely|scarcely) any(?:one|body)|(?:almost|practically|virtually) nobody) (?:was|were) (?:still )?interested in (?P<of>[\w'’ -]+?)(?: any ?more| any longer)?(?=\W*\Z)", r"no interest in \g<of>"),
)  # fmt: skip
_retold = Retelling(_RULES)
_FORMULA = regex(r"\b[A-Z][A-Za-z]*\d\w*\b")
_GAPS = regex(r"\s{2,}| (?=[,.;])")


def rephrased(text: str) -> str:
    """Return a text with each construction that says the same as another one told in the one of them.

    >>> rephrased("Once two years have passed"), rephrased("Cover it, but not if it is wet")
    ('after two years', 'Cover it, unless it is wet')
    """
    named = _FORMULA.sub(lambda found: formula_names().get(found[0], found[0]), uncontracted(plain(text)).strip())
    return _GAPS.sub(lambda found: "" if found[0] == " " else " ", _retold(named)).strip() or text
