"""The table of stages of a matter: what is told of one of them is not told of another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.said import Table, Words, whole_words, words_of
from qa_eval.scorers._words.verbs import without_maker

# the forms of each stage, as regular expressions of whole words; unlike opposites, two stages may be told in one answer, each with its own
STAGES = (
    (
        "beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|broke out|set in|kick(?:s|ed)? off|commence[sd]?|went down|fail(?:s|ed)?|(?:went|gone|go) (?:out|off)|cut out|erupt(?:s|ed)?",
        "end(?:s|ed)?|finish(?:es|ed)?|over|resolved|fixed|restored|back (?:up|online|to normal)|repaired|settled|solved|lifted|stop(?:s|ped)?|concluded?|complet(?:e|ed)|g[ai]ves? up|quits?|cleared up|put out|extinguished|under control|up and running|c[ao]mes? back(?: on)?",
    ),
    (
        "opens|opened|opening|inaugurated|open(?! again)", "close[sd]?|closing|shuts?|shut down|closure|deadline", "re-?open(?:s|ed|ing)?|open(?:s|ed)? again",
        "demolished|torn down|burn(?:ed|t) down",
    ),
    ("check(?:s|ed|ing)?[ -]?in", "check(?:s|ed|ing)?[ -]?out|vacat(?:e|es|ed)|leav(?:e|es|ing)"),
    ("arriv(?:e|es|ed|al|ing)|g[eo]ts? (?:in|there)|reach(?:es|ed)?|pull(?:s|ed) in|docks?|docked|land(?:s|ed|ing)?", "depart(?:s|ed|ure|ing)?|leav(?:e|es|ing)|left|set(?:s)? (?:off|out)|sail(?:s|ed)|t[ao]kes? off|took off"),
    (
        "convict(?:ed|ion)|found guilty|guilty|sentenced|fined|jailed",
        "acquitted|cleared|not guilty|innocent|dropped|dismissed",
        "charged|charge against|accused|tried|indicted|suspected|arrested",
    ),
    ("injur(?:ed|y)|hurt|limped|(?:went|taken|carried|helped|sent) off|substituted", "c[ao]mes? on|replace[sd]?|took over|stood in|st[eo]p(?:s|ped) in|substitute|sub"),
    (
        "le(?:a)?ds?|leading|ahead|in front|half-?time|the (?:break|interval)|after (?:an hour|\\d+ minutes|one (?:set|half|game|period))|at one point",
        "final score|result|finish(?:es|ed)?|end(?:s|ed)?(?: up)?|final whistle|full[- ]time|in the end",
    ),
    ("debut|début|first|maiden", "second|follow-up|sophomore", "third", "fourth", "fifth", "latest|last|newest|final"),
    (
        "unopened|before (?:first )?opening|before it is opened|(?:still )?sealed|unbroken|as long as it is (?:closed|sealed)",
        "after (?:first )?opening|once (?:it(?: is|'s) |first )?open(?:ed)?|when open(?:ed)?|(?<!un)opened|open",
    ),
    (
        "serv(?:e|es|ed|ing)|sails?|sailing|runs?|running|operat(?:e|es|ing)|link(?:s|ing)?|now|took over|replac(?:ed|es)|us(?:e|es|ed|ing)",
        "scrapped|retired|withdrawn|decommissioned|sank|sunk|wrecked|laid up|out of service|broken up|mothballed|sold(?: off)?|discontinued|no longer",
    ),
    ("nominat(?:ed|ion)|shortlisted|candidates?|runner-up|contender|favourite|tipped|in the running", "w[io]n(?:s|ning)?|winner|award(?:ed)?|elected|chosen|appointed|picked|went to|got (?:it|the job|the prize)"),
    ("appl(?:y|ied|ication)|applications|bid(?:s|ding)?", "accepted|admitted|hired|taken on|enrolled|granted|selected|successful"),
    ("bid(?:s|ding)?(?: for)?|appl(?:y|ied)", "host(?:s|ed)?|awarded|chosen|held"),
    ("submit(?:s|ted)?|filed|lodged|tabled", "approv(?:ed|al)|granted|passed|accepted"),
    ("invited|registered|booked|signed up|entered", "came|attend(?:ed)?|turned up|showed up|took part|started|actually"),
    ("ordered|placed", "deliver(?:ed|y)|arriv(?:ed|es)|received"),
    ("planted|sown|sowed|sow|plant", "harvest(?:ed)?|picked|reaped|gathered|dug up"),
    ("admitted|taken to hospital|hospitalised|hospitalized", "discharged|released|sent home|(?:go|went|gone) home"),
    ("record(?:ed|ing)|written|wrote|shot|filmed", "releas(?:ed|e)|publish(?:ed)?|c[ao]mes? out|premiered?"),
    ("laid down|keel", "launch(?:ed)?", "commissioned|entered service", "sank|sunk|scrapped"),
    ("hired|appointed|joined|took (?:over|office)", "fired|sacked|dismissed|resigned|left|stepped down|retired"),
    ("arrested|caught|captured|jailed", "released|freed|escaped"),
    ("borrow(?:ed)?|lent|took out", "repa(?:y|id)|paid back|returned|brought back"),
    ("lost|missing|stolen|vanished|disappeared", "found|recovered|turned up|discovered"),
    ("engaged|proposed", "married|wed|wedding", "divorced|separated|split up"),
    ("qualif(?:y|ied|ying)|heats?|semi-?finals?|quarter-?finals?|group stage", "final"),
    ("outward|outbound|there", "back|return|inbound|homeward"),
    ("design(?:ed|er)?|drew", "built|builders?|constructed|erected|put up", "paid for|funded|financed", "inaugurated|unveiled"),
    ("born|birthplace", "died|buried", "lived|grew up|raised|settled|moved|worked|studied|educated"),
    ("lyrics|words|libretto", "music|melody|tune"),
    ("sent out|issued|handed out|posted", "returned|sent back|handed in"),
    ("relegated|demoted|(?:went|gone|go) down", "stayed up|survived|safe|escaped|promoted|(?:went|gone|go) up"),
    ("original(?:ly)?|initial(?:ly)?|at first|formerly|used to be", "now|today|renamed|currently|nowadays"),
    ("unhurt|uninjured|unharmed|unscathed", "hurt|injured|wounded|killed"),
    ("loaded|laden", "empty|unloaded|unladen"),
    ("rescued|saved|surviv(?:ed|ors?)|brought ashore", "died|drowned|killed|perished|dead|missing"),
    ("gold", "silver", "bronze"),
    ("upper|top", "lower|bottom"),
    ("front", "back|rear"),
    ("inner", "outer"),
    ("northern|north", "southern|south"),
    ("eastern|east", "western|west"),
    ("men|men's", "women|women's"),
    ("morning|dawn", "noon|midday", "afternoon", "evening", "night"),
    ("breakfast", "lunch|midday meal", "dinner|supper|evening meal"),
    (
        "ask(?:ed|s|ing)?(?: price| for)?|listed|advertised|valued|guide price|offer(?:s|ed|ing)?|bid(?:s|ding)?|turned down|demand(?:ed)?",
        "sold|fetched|pa(?:y|ys|id|ying)|went for|hammer|fee|closed|settled|agreed|changed hands",
    ),
    ("averag(?:e|es|ed|ing)|mean", "(?:top|maximum|peak) [a-z]+|maximum|fastest|highest|at (?:its|his|her|their) (?:fastest|highest|peak)", "minimum|lowest|slowest"),
    ("w[io]n(?:s|ning)?|winners?(?:['’]s)?|victory|first place", "(?:second|third|fourth|fifth) place|runner-up(?:['’]s)?|equali[sz]ed?|level(?:led)?"),
    ("matur(?:e|es|ed|ing|ity)|falls? due|expir(?:e|es|ed|y)|repa(?:y|id)|redeem(?:ed)?", "issued?|sold|launched|placed|priced"),
    ("bought|purchased|acquired", "sold|resold"),
    ("diagnosed", "treated", "cured|recovered"),
    ("evacuated|fled|left", "returned|came back|went (?:back|home)|allowed back"),
)  # fmt: skip
# what was only to be
_PLANNED = (
    "agree[ds]?|planned|planning|plans? (?:to|for|was|were|had)|quoted?|schedul(?:e|ed)|meant|mean|suppos(?:e|ed)|intend(?:s|ed)?|budget(?:ed)?|earmark(?:ed)?|allot(?:ted)?|forecast|predict(?:s|ed)?"
    "|expect(?:s|ed)?|estimate[ds]?|hop(?:e|ed|ing)|aim(?:s|ed|ing)?|target(?:ed)?|call(?:ed|s)? for|calling for|due to|announce[ds]?|promise[ds]?|pledge[ds]?|need(?:s|ed)?|requir(?:e|ed)|would have"
    "|ask(?:ed)? for|demand(?:ed)?|want(?:s|ed)?|seek|sought|(?:was|were) to|fear(?:ed)?|suspect(?:ed)?|blame[ds]?|assume[ds]?|rumou?red|in theory|on paper"
)
# what came about instead, where it is asked what was to be
_DONE = "built|bought|got|paid|c[ao]me (?:to|in)|cost|ended(?: up)?|in the end|finished|sold|received|opened|became|made|chose|delivered|took up|went|spent|turned out|actually|instead|in fact"
_PAST = regex(r"\b(?:did|was|were|had|has|have)\b|\b(?:who|what|which\s+[a-z]+|how (?:many|much)(?:\s+[a-z]+)?)\s+(?:[a-z]+ed|came|won|took|went|got|made|fell|ran|sold)\b", re.IGNORECASE)  # fmt: skip
_TAKES = regex(r"\bhow (?:long|many|much)\b.*\btake\b", re.IGNORECASE)
_DETERMINED = regex(
    r"\b(?:the|an?|its|his|her|their|these|those)\s+\Z", re.IGNORECASE
)  # "who replaced the injured goalkeeper"
_LONGEST = 300  # characters of a question; a longer one tells of more


class Stages(NamedTuple):
    """What a question asks of a matter with several stages: the words for that stage, None for what came about, and those for others."""

    own: re.Pattern[str] | None
    others: re.Pattern[str]


@cache
def _table() -> Table:
    return Table(STAGES)


@cache
def _others(place: int, own: int) -> re.Pattern[str]:
    return whole_words("|".join(other for at, other in enumerate(STAGES[place]) if at != own))


@cache
def _planned() -> tuple[Words, Words]:
    return words_of(_PLANNED), words_of(_DONE)


@lru_cache(maxsize=512)
def stages_asked(question: str) -> tuple[Stages, ...]:
    """Return the stages that a question asks about, each with the words for the others of its matter.

    >>> asked = stages_asked("When did the strike end?")
    >>> any(each.own and each.own.search("It was over in May.") for each in asked), any(each.others.search("It began in May.") for each in asked)
    (True, True)
    """
    if len(question) > _LONGEST:
        return ()
    question = without_maker(question)
    found: list[Stages] = []
    table = _table()
    for place, said in table.said_in(question).items():
        places = [
            (right_before(_DETERMINED, question, match.start()) is not None, match.start(), at)
            for at, match in said.items()
        ]
        own = min(places)[-1]
        found.append(Stages(table.rows[place][own].pattern, _others(place, own)))
    planned, done = _planned()
    if planned.said_in(question):
        found.append(Stages(planned.pattern, done.pattern))
    elif _PAST.search(question) and not _TAKES.search(question):
        found.append(Stages(None, planned.pattern))
    return tuple(found)
