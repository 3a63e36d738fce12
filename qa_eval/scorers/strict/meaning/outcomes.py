"""What became of things, to what end, on what condition and at what level, each in one turn of phrase: "turned into a mill", "is now a mill"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.usage import NP, bare_form

if TYPE_CHECKING:
    import re

_WHAT = r"(?:it|they|them|(?:(?:the|its|their|his|her|all|old|new) )*[a-z]+(?: [a-z]+)?)"
_PRONOUN = r"(?:it|they|he|she|this|that)"
_CAN = "(?:can|could|may|might|would|will)"
_AT_LEVEL = r"(?= (?:about )?(?:[$€£]\s?)?\d| (?:zero|one|two|three|four|five|six|seven|eight|nine|ten|freezing)\b)"
# what a thing may lose that was on it
_PARTS = "head|arm|leg|nose|hand|finger|roof|wing|tail|wheel|mast|spire|chimney|tower|door|lid|cap|branch(?:es)?|lea(?:f|ves)|bark|hair|fur|feathers|propeller|rotor|blade|engine|hood|bonnet|antenna|panel|horn|antlers|handle|label|mirror|rudder|keel|bumper|hubcap|tyre|tire|heel|sole|tiles|shingles|paint"
_ENDS = r"(?=\W*\Z|[,;.])"
_BACK_TO = {
    "dismissals": "dismissed",
    "sackings": "dismissed",
    "layoffs": "dismissed",
    "redundancies": "dismissed",
    "injuries": "injured",
    "casualties": "hurt",
    "deaths": "killed",
    "fatalities": "killed",
    "arrests": "arrested",
    "evictions": "evicted",
    "expulsions": "expelled",
    "prosecutions": "prosecuted",
    "convictions": "convicted",
    "executions": "executed",
    "promotions": "promoted",
}


def _done(found: re.Match[str]) -> str:
    """Return "to replace the lamps" for "so that the lamps can be replaced", "to let the lamps be replaced"."""
    if not is_past(folded(found["done"])) and found["done"].lower() not in _UNCHANGED:
        return found[0]
    return f"to {bare_form(found['done'].lower())} {found['what']}"


def _nobody(found: re.Match[str]) -> str:
    return f"nobody was {_BACK_TO[found['what'].lower()]}"


def _by_what(found: re.Match[str]) -> str:
    joint = "by" if found["done"].lower() in _BY else "with"
    return f"{found['noun']} {found['done']} {joint} {found['what']}"


_BY = frozenset("damaged weakened borne blocked poisoned".split())  # noqa: SIM905 - a word list reads best as one text
_UNCHANGED = frozenset("put cut set shut hit read".split())  # noqa: SIM905 - a word list reads best as one text


# words of which one at least is in every text that a rule tells in words of its own
REWORDED = frozenset(
    """fire flames blaze late deadline date tank battery batteries foggy misty hazy fog mist haze hurt hurts painful pain sore ached smell scent odour danger risk
    plenty abundance doubt doubted avoid muzzled muzzle helmet mask lost shed half two now became depth height thickness payment against dismissals sackings layoffs
    redundancies injuries casualties deaths fatalities arrests hotter warmer colder cooler exceeds majority wait waits waiting""".split()  # noqa: SIM905 - a word list reads best as one text
)
# as in constructions.py: what a text has that is concerned, at a glance, the pattern, and what it is told as
RULES = (
    # to what end something is done
    (
        "so that|in order that",
        rf"\b(?:so that|in order that) (?P<what>{_WHAT}) {_CAN} be (?P<done>[a-z]+){_ENDS}",
        _done,
    ),
    (
        "allow|enabl|let|permit",
        rf"\bto (?:allow|enable|let|permit) (?P<what>{_WHAT}) (?:to )?be (?P<done>[a-z]+){_ENDS}",
        _done,
    ),
    ("so as to", r"\bso as (?:not )?to\b", lambda found: "not to" if " not " in found[0] else "to"),
    # what something is turned into
    (
        "became|become|now",
        rf"\A\W*(?P<it>{_PRONOUN}|the [a-z]+(?: [a-z]+)?)(?:['’]s now| became| has become| had become| is now| are now| now (?:is|serves as|houses|contains)| now functions as) (?=an? [a-z])",
        r"\g<it> was remade as ",
    ),
    ("now ", r"\A\W*now (?=an? [a-z]+(?: [a-z]+)?\W*\Z)", "it was remade as "),
    ("made into", r"\b(?P<be>be|been|is|was|were|are|being) (?:made|rebuilt|remodelled|changed) into\b", r"\g<be> remade as"),
    ("converted to|transformed to|rebuilt as|reopened as", r"\b(?:converted|transformed) to (?=an? )|\b(?:rebuilt|reopened) as\b", "remade as "),
    ("lost|lose|losing|shed", rf"\b(?:loses|lost|losing|shed) (?P<whose>its|their) (?P<part>{_PARTS}){_ENDS}", r"\g<whose> \g<part> came off"),
    ("on its side|on to its side|onto its side|on their side", r"\b(?P<over>(?:t[io]p(?:p?led|ped)?|f[ae]ll(?:en)?|rolled|keeled|heeled|tipped) over) on(?: ?to)? (?:its|their|his|her) sides?\b", r"\g<over>"),
    (
        "in two|in half|into two|in 2|into 2",
        r"\b(?:split|broke|broken|snapped|came apart|cracked|fell apart|divided|separated)(?: up)? (?:in two|in half|into two(?: (?:pieces|parts|halves|bits|sections|fragments))?|in 2|into 2 (?:pieces|parts))\b",
        "split in half",
    ),
    ("batter", r"\b(?P<what>batter(?:y|ies)) (?:(?:had|has|have|was|were|went|is|are|had gone|had been) )?(?:flat|dead|died|empty|drained|exhausted|run down|discharged|out of (?:charge|power)|used up|low on charge)\b", r"\g<what> ran out"),
    ("batter", r"\b(?:a|its|the|their) (?:flat|dead|empty|drained) (?P<what>batter(?:y|ies))\b", r"its \g<what> ran out"),
    # how much there is of something
    (
        "plenty|abundan|no shortage|lots of|a lot of",
        rf"(?:\bthere (?:was|were|is|are)|\A\W*(?:because |since |as )?(?:{_PRONOUN}|the [a-z]+) (?:found|had|has|have|get|got))? ?\b(?:plenty of|an abundance of|no shortage of|lots of|a lot of) (?P<what>[a-z]+(?: (?!at|in|on|near|by|from|to)[a-z]+)?)(?= (?:at|in|on|near|by)\b|\W*\Z)",
        r" \g<what> was plentiful",
    ),
    (
        "no ",
        rf"(?:\b(?:that )?there (?:was|were|would be|will be|are|be) |\bwithout |\A\W*)(?:any |no )(?P<what>{'|'.join(_BACK_TO)}){_ENDS}",
        _nobody,
    ),
    ("doubt", r"\b(?:there (?:was|were) )?doubts? (?:(?:(?:had|were|was|have) )?(?:been )?(?:arose|arisen|emerged?|raised|existed|expressed|voiced) )?(?:about|over|as to|regarding|concerning)\b", "doubt about"),
    ("whether", rf"\b(?:it (?:was|is) )?(?:doubt about|doubted|doubtful) whether (?P<what>{NP}) (?:was|were|is|are) (?P<how>[a-z]+){_ENDS}", r"doubt about \g<what>'s \g<how>ness"),
    ("alight|on fire|ablaze", r"\bset(?:s|ting)? (?P<what>[a-z]+(?: [a-z]+)?) (?:alight|on fire|ablaze)\b", r"ignite \g<what>"),
    # in what state
    ("position|state|condition", r"\b(?P<be>was|were|is|are|be|been) in an? (?P<how>offside|upright|sitting|standing|kneeling|horizontal|vertical|critical|fragile|precarious|poor|terrible|dreadful|ruinous|dilapidated|usable) (?:position|state|condition)\b", r"\g<be> \g<how>"),
    # what somebody has or feels
    (
        "hurt|pain|ach|sore",
        r"(?P<whose>\b(?:his|her|its|their|the)) (?P<part>[a-z]+) (?:hurt|ached|was (?:very |badly )?(?:painful|sore|hurting|aching)|(?:was )?(?:causing|caused|gave|giving) (?:him|her|it|them) pain)(?=\W*\Z)",
        r"pain in \g<whose> \g<part>",
    ),
    ("smell|scent|odour", r"\b(?:notic(?:e|es|ed)|detect(?:s|ed)?|perceived?|reported) (?:an?|the) (?:strong |faint )?(?:smell|scent|odour) of\b", "smelled"),
    ("tank", r"\b(?:his|her|its|their|the) (?:fuel |petrol |gas )?tank (?:(?:was|had run|ran|had gone) )?(?:empty|dry)\b", "he ran out of fuel"),
    # weather that comes up
    ("fog|mist|haze", r"\b(?:(?:there was|the|a|an|thick|dense|heavy|sudden) )*(?P<what>fog|mist|haze) (?:(?:had|has) )?(?:came up|come up|rolled in|set in|came down|come down|descended|closed in|moved in|drifted in|came in)\b", r"there was \g<what>"),
    ("foggy|misty|hazy", r"\bit (?:(?:had|has) )?(?:got|became|become|turned|was|grew|gotten) (?P<what>fog|mist|haz)g?y\b", lambda found: f"there was {'haze' if found['what'] == 'haz' else found['what']}"),
    # what could happen
    (
        "danger|risk|chance|possibility|threat",
        rf"(?:\bthere (?:was|is) |\A\W*)(?:an? |the )?(?:danger|risk|chance|possibility|threat) (?:of|that) (?P<what>{NP}|[a-z]+) (?:(?:could|would|might|may|can|will) )?(?:be )?(?P<deed>[a-z]+)(?=\W)",
        r"\g<what> could \g<deed>",
    ),
    # what is not to happen
    ("not to|avoid", r"\b(?:so as|in order) not to\b|\bto avoid(?= [a-z]+ing\b)", "to prevent"),
    (
        "not ",
        rf"\b(?:so that|in order that|so) (?P<what>{_WHAT}) (?:are|is|were|was|would|will|could|can|may|might) not (?:be )?(?P<done>[a-z]+ed|[a-z]+en|hurt|lost|cut|heard|seen){_ENDS}",
        r"to prevent \g<done> \g<what>",
    ),
    ("ing", r"(?P<what>[a-z]+) (?:that|which|who) (?:is|are|was|were) (?P<how>[a-z]{3,}ing)(?=\W*\Z)", r"\g<how> \g<what>"),
    ("so ", rf"\bso (?!that\b)(?=(?:the |an? )?(?!it\b|they\b|he\b|she\b|we\b|you\b|much\b|many\b)[a-z]+ {_CAN} (?!not\b))", "so that "),
    ("against", r"\A\W*(?:it is )?(?:for use )?against (?P<what>[a-z]+(?: [a-z]+)?)(?=\W*\Z)", r"to keep away \g<what>"),
    ("go under|went under|pass underneath|pass beneath", r"\b(?:go|goes|went|pass|passes|passed) (?:under|underneath|beneath)(?= (?:it|them|the|a|an)\b|\W*\Z)", "pass under"),
    # how many, how late
    ("hardly any", r"\bhardly any(?P<who>one|body)\b", "almost nobody"),
    ("hardly any", r"\bhardly any\b", "almost no"),
    ("most of|majority", r"\b(?:most|the (?:vast |great )?majority) of (?:the |its |their |his |her )?(?=[a-z])", "most "),
    ("number of", r"\b(?P<in>(?:fall|drop|decline|decrease|rise|increase|growth|reduction) in )the number of (?=[a-z]+s\b)", r"\g<in>"),
    ("deadline|date|due", r"\b(?:after|past|beyond) (?:the|its|their) (?:(?:final|closing|due) )?(?:deadline|closing date|due date)\b", "too late"),
    ("missed the", r"\bmissed (?:the|its|their) (?:deadline|closing date)\b", "came too late"),
    ("late", r"\b(?:came in|(?:(?:was|were) )?(?:handed in|submitted|sent in)|arrived|was|came) (?:too )?late(?=\W*\Z)", "came too late"),
    # what fire does
    ("fire|flames|blaze", r"\b(?:(?:was|were|been|being|be) )?(?:destroyed|lost|consumed|gutted|ravaged) (?:by|in) (?:an? |the )?(?:fire|flames|blaze)\b", "burned down"),
    ("fire|flames|blaze", rf"\b(?:an?|the) (?:fire|flames|blaze) (?:(?:had|has) )?(?:destroyed|consumed|gutted|ravaged) (?P<what>{NP})", r"\g<what> burned down"),
    ("in flames", r"\b(?:went|gone|go) up in flames\b", "burned down"),
    # what is in something that should not be
    ("with", r"\b(?:was|were|is|are|been) (?:contaminated|tainted|laced|polluted) with\b", "contained"),
    # what is paid
    ("payment of|against", r"\A\W*(?:on |upon |against |after )?(?:(?:the )?payment of |against )(?P<what>an? [\w€$£.,-]+(?: [\w€$£.,-]+){0,4})(?=\W*\Z)", r"\g<what> is paid"),
    ("than force", r"\b(?:is|was|gets?|becomes?) (?:stronger|higher|more) than (?=force \d)|\bexceeds (?=force \d)", "above "),
    # at which level
    ("exceed|above|over|beyond|higher|more|greater|tops", rf"\b(?:exceed(?:s|ed|ing)?|(?:ris(?:es|en)|rises?|rose|goes|go|went|gets?|got|climb(?:s|ed)?|is|are|was|were|be|reaches) (?:to )?(?:above|over|beyond|higher than|more than|greater than)|tops|topped){_AT_LEVEL}", "above"),
    ("below|under|lower|less|beneath", rf"\b(?:(?:drop(?:s|ped)?|falls?|fell|fallen|sinks?|sank|goes|go|went|gets?|got|dip(?:s|ped)?|is|are|was|were|be) (?:to )?(?:below|under|beneath|lower than|less than)|falls? short of){_AT_LEVEL}", "below"),
    ("hotter|warmer", rf"\b(?:it|the temperature|temperatures?) (?:is|was|gets?|got|becomes?|became) (?:hotter|warmer) than{_AT_LEVEL}", "the temperature above"),
    ("colder|cooler", rf"\b(?:it|the temperature|temperatures?) (?:is|was|gets?|got|becomes?|became) (?:colder|cooler) than{_AT_LEVEL}", "the temperature below"),
    # how long one waits
    ("wait", r"\bwait(?:ing times?|s) (?:for (?P<who>(?:the )?[a-z]+) )?(?:was|were|is|are) too long\b", lambda found: f"{found['who'] or 'they'} waited too long"),
    ("for longer", r"\bfor longer(?=\W*\Z)", "longer"),
    # what is in, on or by something
    ("-", r"\b(?P<what>(?!self|well|ill|half|non|pre|re|over|under|two|three|short|long|high|low|hand|man|home)[a-z]{3,})-(?P<done>contaminated|infected|infested|polluted|covered|coated|soaked|stained|lined|laden|damaged|weakened|borne|resistant|poisoned|clogged|blocked|encrusted) (?P<noun>[a-z]+)", _by_what),
    ("sun-", r"\bsun-(?:dr(?:ied|ying)|bak(?:ed|ing)) ?(?P<what>(?:them|it|the [a-z]+))?", r"dried \g<what> in the sun"),
    ("air-", r"\bair-dr(?:ied|ying)\b", "dried in the air"),
    ("pedestrian", r"\bpedestrians (?:(?:were|are) )?(?=walking|marching|crossing)", "people "),
    ("muzzle|helmet|mask|jacket|harness|belt|hat|hairnet|glove|vest", r"\b(?:(?:with|in) an?|wearing an?|with their|having an?) (?P<what>muzzle|helmet|mask|life jacket|life vest|harness|seat belt|hard hat|hairnet)s?(?: on)?\b", r"wear a \g<what>"),
    ("muzzled", r"\b(?:(?:is|are|be|being) )muzzled\b|\Amuzzled(?=\W*\Z)", "wear a muzzle"),
    ("gone abroad", r"\b(?:had|has|have) gone abroad\b", "was abroad"),
    ("let|rent", rf"\b(?:let|lets|letting|rent(?:s|ed|ing)?)(?: out)? (?P<what>{NP})(?: out| on)? to (?:others|someone else|somebody else|other people|third parties|strangers|anyone else)\b", r"sublet \g<what>"),
    ("short circuit|short-circuit", r"\b(?:caused|causing|created|creating) a short[ -]circuit in\b", "short-circuited"),
)  # fmt: skip
