"""Does an answer decline to answer? "I don't know", "The article does not say", "N/A", and their many polite forms.

The text is cut into clauses. An answer abstains when a clause declines and every other one is mere courtesy ("I'm sorry",
"please check a newer source") or says what the document is about instead ("It only mentions howitzers").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

from qa_eval.reading.documents import AFTER_TOLD, BARE_DOCUMENT, DOCUMENT, THE_DOCUMENT
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_lower, plain_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT = r"(?:\s?(?:not|n't)|\s(?:never|nowhere))"
_DOES_NOT = rf"(?:(?:does|do|did|would|can|could|has|have){_NOT}|never|nowhere|fails\sto|doesnt|dont|didnt|cannot)"
_ADVERBS = r"(?:\s(?:[a-z]+ly|ever|even|yet|really|in\sfact|currently|actually|any|anywhere|at\sall)){0,3}"
_SAY = (
    r"(?:says?|said|states?|stated|mention(?:s|ed)?|specif(?:y|ies|ied)|tells?|gives?|given?|provides?|provided|contains?|contained|prints?|printed|prints?|printed|"
    r"includes?|included|indicates?|indicated|discuss(?:es|ed)?|address(?:es|ed)?|reveal(?:s|ed)?|identif(?:y|ies|ied)|names?|named|"
    r"quotes?|lists?|listed|disclose[sd]?|explains?|explained|describes?|described|clarif(?:y|ies|ied)|covers?|covered|offers?|refers?|"
    r"make\s(?:it\s)?clear|note|elaborate|detail|confirm|supply|answer|report|reported|have\s(?:any|enough|the)|suggest|define|quantify|go\sinto|show)"
)
# "the article names no treaty": what a document does to what it does not hold
_SAY_OF = r"(?:gives|names|mentions|states|specifies|bears|contains|includes|provides|quotes|reports|cites|lists|offers|carries|identifies)"
_WITHHELD = r"(?:given|mentioned|named|stated|specified|reported|quoted|provided|disclosed|listed|identified|recorded|cited|announced)"
_PASSIVE = (
    r"(?:stated|mentioned|specified|given|provided|disclosed|known|reported|indicated|described|discussed|addressed|included|"
    r"covered|available|clear|revealed|identified|named|listed|said|explained|found|present|answered|answerable|applicable|"
    r"determinable|determined|detailed|defined|public|clarified|noted|contained|referenced|supplied|confirmed|quantified|recorded|discernible"
    r"|quoted|cited|dated|broken\sdown|itemi[sz]ed)"
)
# "It gives no figure" declines, "It gives no protection" does not
_GIVE = r"(?:gives|gave|offers|offered|provides|provided)"
_TOLD = (
    r"(?:[a-z]+\s){0,2}(?:mention|information|indication|reference|data|detail|answer|statement|figure|explanation|number|date|name|reason|cause"
    r"|price|amount|time|year|clue|hint|idea|evidence|specific|title|place|location|age|size|rate|share|total|estimate|breakdown|temperature|value"
    r"|cost|day|month|score|result|length|height|width|weight|distance|speed|duration|address|author|source|word)s?(?!\w)"
)
_ABSTAINS = regex(
    rf"""(?<![\w'])(?:
      {THE_DOCUMENT}\s{_DOES_NOT}{_ADVERBS}\s(?:{_SAY}|break\s(?:(?:it|this|that|them|these)\s)?(?:out|down))(?!\w)
    | {THE_DOCUMENT}(?:\s[a-z]+ly)?\s(?:(?:is|remains|stays|keeps)\s(?:completely\s|entirely\s)?silent|leaves\s(?:this|it|that|the\squestion)\s(?:open|unanswered|unclear|out)|omits(?=\s(?!nothing\b)[a-z])|{_SAY}\snothing)(?!\w)
    | (?:none|nothing|no\spart)\s(?:of|in)\s{THE_DOCUMENT}\s(?:{_SAY_OF}|says|tells|describes)(?!\w)
    | not\ssomething\s(?:that\s)?{THE_DOCUMENT} | neither\s{THE_DOCUMENT} | it\s(?:says|tells(?:\sus)?|states|mentions)\snothing(?!\w)
    | neither\s(?:[\w'-]+\s){{1,4}}(?:would|will|did|has|have)\s(?:say|said|comment|commented|confirm|confirmed|disclose|disclosed|reveal|revealed)(?=\W*$|,)
    | there(?:'s|\sis|\swas)\snothing\s(?:about|on|in|regarding)\s
    | (?:information|info|data|details?|answers?|figures?|numbers?|dates?|names?|price|cost|amount|reason)\s(?:is\s|are\s|was\s|were\s)?(?:missing|absent|lacking)(?!\w)(?!\sin\saction)
    | (?:is|are|was|were)(?:\snot|n't)\s(?:[a-z]+\s)?(?:in|on|part\sof)\s{THE_DOCUMENT}(?=\W*$|,)
    | (?:is|are|was|were)(?:\snot|n't)\sprinted\s(?:anywhere\s)?(?:here|(?:in|on)\s(?:the|this|that|your|its)\s(?:[a-z]+\s)?{DOCUMENT})(?!\w)
    | {THE_DOCUMENT}\s(?:says?|states?|notes?)\s(?:itself\s)?that\s[^.,;:!?]{{3,80}}?\s(?:is|are|was|were)(?:\snot|n't)\s(?:printed|{_WITHHELD})\sin\sit(?!\w)
    | (?:i|we)(?:'m|'re|\sam|\sare)(?:\snot|n't)\s(?:allowed|permitted|authori[sz]ed|free|at\sliberty|able)\sto\s(?:say|tell|share|disclose|reveal|give|discuss|name|answer|comment|provide)(?!\w)
    | (?:information|info|data|details?|answers?|figures?|numbers?|dates?|names?|price|cost|amount|reason)\snot\s(?:[a-z]+ly\s)?{_PASSIVE}{AFTER_TOLD}
    | (?:{THE_DOCUMENT}|it(?!\s(?:[a-z]+ly\s)?{_GIVE}\s))\s(?:[a-z]+ly\s)?{_SAY_OF}\sno\s(?!(?:longer|more|less|fewer|one|later|earlier)\b)[a-z]
    | it\s(?:[a-z]+ly\s)?{_GIVE}\sno\s{_TOLD}
    | (?:anyone|anybody)'s\sguess | absent\sfrom\s{THE_DOCUMENT}
    | (?:i|we)(?:'m|'re|\sam|\sare|\swas|\sremain)\s(?:really\s|afraid\s|sorry\s)?(?:not\s(?:[\w%]+\s){{0,2}}(?:sure|certain|aware|able|familiar|clear|confident)|unsure|uncertain|unable|unaware|clueless)(?!\w)
    | (?:i|we)(?:\s(?:really|just|simply|honestly|still))?\s(?:do|did|can|ca(?=n't)|could|would|have)(?:\s?not|n't|\sno|not){_ADVERBS}
      \s(?:know|answer|find|determine|tell|say|share|disclose|reveal|discuss|have|see|open|view|locate|provide|recall|remember|access|confirm|verify|give|help|assist|identify|infer|comment|got|get|been\sable)(?!\w)
    | (?:we|you|readers?|the\sreader)\s(?:(?:is|are)(?:\snot|n't)\s(?:told|given|informed)|(?:do|does)(?:\snot|n't)\s(?:learn|find\sout|hear|get\sto\sknow)|never\s(?:learn|find\sout|hear))(?!\w)
    | (?:i|we)\s(?:cannot|dont|cant|couldnt|dunno)(?:\s[a-z]+ly)?(?:\s(?:know|answer|find|determine|tell|say|have|see|provide|access|give|help|assist|locate|identify|infer|confirm|verify))?(?!\w)
    | (?:i|we)\shave\s(?:no|insufficient|little)\s(?:idea|clue|information|knowledge|data|access|way|answer|record|details)
    | (?:i|we)(?:'d|\swould)?\s(?:decline|refuse|rather\snot|prefer\snot)(?!\w)
    | (?:is|are|was|were|be|been|being|has|have|seems?|appears?)\s?(?:not|n't){_ADVERBS}\s(?:been\s|to\sbe\s|made\s)?{_PASSIVE}{AFTER_TOLD}
    | (?:has|have)(?:\snot|n't)\s(?:yet\s)?(?:been\s)?(?:officially\s|publicly\s)?(?:announced|revealed|disclosed|released\san?y?\s)(?!\w)
    | (?:isnt|is\snever|are\snever|was\snever|were\snever|never)\s(?:[a-z]+ly\s)?(?:stated|mentioned|specified|given|named|disclosed|identified){AFTER_TOLD}
    | (?:cannot|can\snot|can't|could\snot|couldn't|can\snever)\sbe\s(?:[a-z]+ly\s)?(?:determined|answered|known|inferred|found|established|ascertained|deduced|verified|identified|derived|concluded|confirmed|said|told|given(?!\sto\s)|provided|calculated|specified)
    | (?<!\bthey\s)(?<!\bhe\s)(?<!\bshe\s)(?:cannot|can\snot|can't|could\snot|couldn't|unable\sto|impossible\sto|hard\sto|difficult\sto|no\sway\sto|not\spossible\sto|not\sable\sto|cant)\s(?:[a-z]+ly\s)?
      (?:determine|answer|find|say|tell|know|provide|infer|identify|establish|ascertain|be\scertain|be\ssure|locate|assist|help)(?!\w)
    | (?:there(?:'s|\s(?:is|was|are|were))|i\s(?:see|find|found)|(?:it|{THE_DOCUMENT})\s(?:contains?|gives?|provides?|has|have|makes?|offers?|includes?))\s
      (?:no|not\s(?:any|enough|sufficient)|insufficient|n't\s(?:any|enough))\s(?:[\w-]+\s){{0,3}}(?:mention|info|information|indication|reference|data|details?|answer|statement|figures?|context|explanation|specification|numbers?|dates?|names?|record|word|announcement|confirmation|byline|breakdown|quote|quotation)s?(?!\w)
    | (?:there|it)\sis(?:n't|\snot)\s(?:any|enough|sufficient|much)\s(?:[\w-]+\s){{0,2}}(?:mention|info|information|indication|data|details?|context|evidence)(?!\w)
    | (?:insufficient|not\senough|inadequate|not\ssufficient|too\slittle|lack\sof|missing)\s(?:[\w-]+\s){{0,2}}(?:info|information|data|context|details?|evidence|knowledge)(?!\w)
    | (?:is|are|was|were|remains?|remained|still|stays|left|be)\s(?:[a-z]+\s)?(?:unknown|unclear|unspecified|undisclosed|unstated|undetermined|unanswered|uncertain|unanswerable|unmentioned|unreported|indeterminable|indeterminate|unavailable|unnamed)(?!\s(?:to|as|for|soldiers?)\b|\w)
    | nothing\s(?:[\w-]+\s){{0,4}}(?:is\s|was\s)?(?:says?|said|mentions?|mentioned|states?|stated|about\sth(?:is|at|e)|given|known|indicates?|suggests?)(?!\w)
    | (?:beyond|outside)\s(?:the\s)?(?:scope|what)(?!\w)
    | (?:more|further|additional)\s(?:information|context|details)\s(?:is|are|would\sbe|was)\s(?:needed|required|necessary)
    )""",
    re.VERBOSE,
)
# at the start of a clause only: "Budanov did not say" is no abstention
_SUBJECTLESS = regex(
    rf"(?:it\s|this\s|that\s)?(?:(?:does|did)(?:\snot|n't|nt)|never){_ADVERBS}\s{_SAY}(?!\w)"
    rf"|{BARE_DOCUMENT}\s(?:{_DOES_NOT}{_ADVERBS}\s{_SAY}|(?:is|are)\ssilent|(?:says?|mentions?|states?|gives?)\snothing)(?!\w)"
)
_SHORT = regex(
    rf"""(?:(?:it|this|that|the\sanswer|answer|this\squestion|the\squestion|this\sinformation|the\sinformation|that\sinformation)(?:'s|\sis|\swas|:)?\s)?(?:currently\s|simply\s|explicitly\s)?(?:
      n\s?[/.]\s?a\.? | na | none | null | idk | i\s?dk | dunno | tbd | tba | pass | skip | no\sidea | no\sclue | no\scomment | who\sknows | beats\sme | nobody\sknows | no\sone\sknows | not\sa\sclue
    | (?:an?\s)?(?:unknown|unclear|unspecified|undisclosed|unstated|undetermined|unanswerable|unanswered|unavailable|unsure|uncertain|undefined|unnamed|indeterminate|indeterminable|undeterminable|inconclusive|unmentioned|unreported)(?:\squestion)?
      (?:\s(?:from|in|to|by|based\son|given|per|according\sto|within|at\sthis\stime|at\spresent|so\sfar|yet)(?:\s.{{0,80}})?)?
    | (?:it\s|that\s|this\s)?(?:does|did)(?:\snot|n't|nt)\s(?:say|state|specify|mention)(?:\s(?:so|it|that|this))?
    | not\s(?:yet\s)?announced(?:\s(?:yet|so\sfar))?
    | not?\s(?:[a-z]+ly\s|yet\s|really\s|sure\s|made\s){{0,2}}{_PASSIVE}{AFTER_TOLD}.{{0,120}}
    | no\s(?!one\b|longer\b|more\b|less\b|fewer\b)(?:[\w'-]+\s){{1,6}}(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:[a-z]+ly\s)?{_WITHHELD}(?!\w)(?:\s[^\d]{{0,120}})?
    | (?:no\s(?!one\b|longer\b|more\b|less\b|fewer\b)(?:[a-z'-]+\s){{1,3}}|(?:[a-z'-]+\s){{1,4}}not\s(?:[a-z]+ly\s)?)(?:given|mentioned|stated|specified|disclosed|provided){AFTER_TOLD}[^\d]{{0,80}}
    | (?:i\s)?(?:do\snot|don't|dont|couldn't|can't)\s(?:know|say|tell)(?:\sfor\ssure)?
    | (?<!was\s)not\sprinted(?:\s(?:here|anywhere|(?:in|on)\s[^\d]{{0,60}}))? | (?:strictly\s)?(?:confidential|classified)(?:\sinformation)? | (?:it|that|this|the\sinformation|that\sinformation)(?:'s|\sis)\s(?:private|secret|a\ssecret)
    | gives\sno\s{_TOLD}.{{0,80}}
    | not\s(?:really\s|entirely\s|quite\s|too\s|completely\s|at\sall\s)?(?:sure|certain|aware)(?!\w).{{0,80}}
    | not\s(?:in|within|from|part\sof)\s(?:(?:the|this|that)\s(?:\w+\s){{0,2}}(?:{DOCUMENT}|doc)|{BARE_DOCUMENT}(?!\w)).{{0,40}}
    | (?:none|nothing|no\sone|nobody)\s(?:(?:is|was|are|were)\s)?{_PASSIVE}{AFTER_TOLD}.{{0,120}}
    | no\s(?:[\w-]+\s){{0,3}}(?:mention|information|info|indication|reference|data|details?|answers?|statement|figures?|context|explanation|specification|response|numbers?|dates?|names?|specifics?|record|evidence)s?
      (?:\s(?:is|was|are|were|has\sbeen|have\sbeen|can\sbe|could\sbe)(?:\s[a-z]+ly)?\s\w+)?
      (?:\s(?:given|provided|available|found|stated|mentioned|specified|possible|exists?|about|on|of|in|regarding|for|that|as\sto|to|here|from|by|how|concerning|was|is|anywhere|at\sall)(?!\w).{{0,160}})?
    )\W*""",
    re.VERBOSE | re.DOTALL,
)
_COURTESY = regex(
    rf"""(?:(?:and|so|but|well|hmm+|oh|hello|hi|also|therefore|thus|hence|then|unfortunately|regrettably|sadly|honestly|as\ssuch)[\s,.…!]*)*
    (?:$|(?:i?(?:'m|\sam)\s)?(?:very\s|so\s|really\s|truly\s)?(?:sorry|afraid)(?!\w)|(?:my\s|i\s)?apolog|as\san\s(?:ai|artificial)|as\sa\s(?:large\s)?language
    |(?:please|kindly|feel\sfree|let\sme\sknow|let(?:'s|\sus)|thank|good\s(?:luck|question)|great\squestion|good\squestion|for\s(?:more|further|accurate|the\slatest|up-to-date)|to\s(?:answer|find\sout|get|know|determine|provide|give)(?=[^,]*$|[^,]*,\s(?:i|you|we|please|more|it\swould)\b))(?!\w)
    |(?:if|once|unless)\s(?:you|there|more|further|i|it|that|this|the)(?!\w)|(?:you|one)\s(?:may|can|could|might|should|would|will|'d)(?!\w)|(?:can|could|would|do|are|did)\syou(?!\w)|you'(?:d|ll)(?!\w)
    |i(?:'d|\swould|\sam|'m|'ll|\swill|\scan)\s(?:recommend|suggest|be\s(?:happy|glad)|need|happy|glad|only|love|like\sto\shelp|advise|encourage)(?!\w)
    |(?:based\son|according\sto|from|in|given|within|per)\s(?:only\s|just\s|solely\s)?(?:{THE_DOCUMENT}|what|my)(?:\s(?:alone|provided|i|only|is|was|given|here|knowledge|you))*\W*$
    |(?:my|the)\s(?:knowledge|training|last\supdate|information|data|answer)(?!\w)|(?:it|this|that)\s(?:would|might|may|could|will)\s(?:depend|be\sbest|require|need|be\sspeculat|be\sa\sguess)
    |(?:ask|contact|consult|call|phone|speak\sto|talk\sto|check\swith)\s(?:an?|the|your|our|its|their)(?!\w)(?=\D*$)|is\sthere\sanything\selse
    |(?:only\s)?(?:your|the|our|an?)\s(?:[a-z]+\s){{1,2}}(?:(?:can|could|will|would|may|might|should)\s(?:be\sable\sto\s)?(?:tell|help|advise|inform|know)|knows)(?!\w)(?=\D*$)
    |any\s(?:answer|guess|number|figure)|it\sis\s(?:best|possible|recommended|advisable|important)|(?:more|further|additional)\s|maybe\syou|that\sis\sall|so\sit(?!\w)
    |(?:only|just|merely)\s(?:that(?!\w)|(?:[\w'-]+\s){{1,5}}(?:is|are|was|were)\s{_PASSIVE}\W*$)|(?:no|(?:final\s)?answer)\W*$|question(?!\w)|answering|without|with\s(?:the|this)\s(?:given|provided|available)|anything\s(?:else|more))""",
    re.VERBOSE,
)
_ABOUT_DOCUMENT = regex(
    rf"""(?:(?:and|so|but|well|instead|rather|also|while|although|though|however)[\s,]+)*(?:(?P<only>(?:it|{THE_DOCUMENT}|they)\s(?:(?:only|just|merely|simply|solely)\s\w+|(?:gives|lists|shows|reports|covers|contains|includes|provides|states|names)\s[^.;:!?]{{1,80}}?\sonly\b))
    |(?:it|{THE_DOCUMENT})\s(?:(?:mainly|primarily|mostly|instead|also|rather|does|generally|briefly)\s)?
     (?:focus\w*|discuss\w*|mention\w*|talk\w*|describe\w*|cover\w*|concern\w*|deal\w*|refer\w*|is\s(?:about|only|mainly)|provides\sinformation|provide\sinformation|speaks)(?!\w))""",
    re.VERBOSE,
)
_CUT = regex(
    r"(?=[\s,;(.:])(?:(?:(?<=\w\w[.!?])|(?<=[)\"'][.!?])|(?<=[.!?][)\"']))\s++|\n++"
    r"|[,;]\s++(?:but|however|though|although|yet|while|whereas)(?=[\s,])|(?<!\s)\s++(?:(?:but|however|though|although|while|whereas)(?=[\s,])|-++\s|[;(])"
    r"|;|\((?=\w)|\.\.\.|:\s|,\s++(?=(?:maybe|probably|possibly|perhaps|presumably|likely|i|we|it|it's|my|about|around|approximately|roughly|as|so"
    r"|and\s(?:i|it|the|therefore|so|this))\b|[~$€£]?(?!\d{4}\b)\d))",
)
# what every cut has one of
_MAY_CUT = regex(
    r"[\n,;(:.!?)\"'\s](?:(?<=[\n,;(:])|(?<=[.!?)\"'])\s|(?<=\.)\.\.|(?<=\s)(?:-|[;(]|but|however|though|although|while|whereas))"
)
_CONTRAST = regex(r"\W*(?:but|however|though|although|yet|that said|nevertheless|still|nonetheless)\b\W*")
_NOT_THIS = regex(
    r"(?:no\s(?!longer\b|more\b|less\b|fewer\b)|not\s(?:any|an?)\s)[a-z][^.,;:!?\d]{0,60}|not\s(?:its|his|her|their|the|how|when|where|who|whom|whose|which|what|why)(?!\w)[^.,;:!?]{0,80}"
)
_SORRY = regex(r"(?:i?(?:'m|\sam)\s)?(?:\w+\s)?(?:sorry|apolog)")
_OF_ONESELF = regex(r"\bi\b|sorry|apolog")
_OPENING_YES_NO = regex(r"\W*(?:yes|no|nope|yeah)\b\s*[,.;:!-]")
_NOT_A_NUMBER = ("nan", "NaN")  # what a table has where nothing was; Nan is a name
# "It names the owner but not the cook"
_BUT_NOT = regex(
    rf"\W*(?:{THE_DOCUMENT}|it)\s(?:only\s)?(?:{_SAY_OF}|says|tells|describes|discusses)\s[^.;:!?]{{1,120}}?,?\sbut\snot\s(?:its|his|her|their|the|how|when|where|who|which|what|why)\s[^.;:!?]{{1,120}}\W*",
)
# "the text gives the length": more has to follow, "but not the depth"
_GIVES = regex(rf"(?:it|{THE_DOCUMENT})\s{_SAY_OF}\s")
# conceded, or in passing: "Although it is not stated, the rate is 3 %", "The rate, which is not given, is 3 %"
_CONCEDED = regex(r"\W*(?:(?:al|even\s)?though|while|whilst)\s[^.,;:!?\n]{1,120}(?P<edge>,\s)(?=\w)")
_IN_PASSING = regex(r",\swhich\s[^.,;:!?\n]{1,80},(?=\s(?:is|was|are|were)\s)")
# "It is 40 km, which is not stated", "Ann Ray, who is not named": claimed all the same
_CLAIMED_UNTOLD = regex(
    rf"(?:\d[^\W\d]{{0,3}}(?:\s[^\s,]{{1,12}})?,\swhich|\A\W*(?:[A-Z][\w'.-]*\s?){{1,4}},\swho)\s(?:is|are|was|were){_NOT}\s(?:printed|{_PASSIVE})(?!\w)"
)
_OF_THE_READER = regex(r"\b(?:i|we|me|idk|dunno)\b", re.IGNORECASE)
_STATEMENT = 3  # words, at the least, of a statement
_MARKS = str.maketrans("*_`", "   ")  # of emphasis and code
_CHARGES = " .$^{}+-−⁺⁻¹²123"  # around the sign of an ion
_A_NAME = "Na"  # sodium; who declines writes "N/A", "NA" or "na"
# by first letters, so that most places of a text are passed over at once
_HINT = regex(
    r"n(?:o|'t|/a|\.a|il|ull|ever|a\b(?<=\bna))|s(?:orry|ilent|kip)|a(?:polog|bsent|dditional)|o(?:pen|mit|utside)|guess|lack(?:ing| of)"
    r"|un(?:[kadcrm]|s[ptu])|i(?:n(?:suff|de|conc|adequate)|dk|mpossible|snt)|pass|be(?:ats me|yond)|d(?:o(?:nt|esnt)|i(?:fficult to|dnt)|ecline)"
    r"|c(?:ant|ouldnt)|m(?:issing|ore)|t(?:b|oo little)|hard to|f(?:ails to|urther)|refuse|c(?:onfidential|lassified)|secret|private"
)


def abstains(text: str) -> bool:
    """Return whether ``text`` declines to answer and gives no answer beside; an empty text does.

    >>> abstains("The article doesn’t say.")
    True
    >>> abstains("It is not known how, but it was 170 mm")
    False
    """
    return abstention_span(text) is not None


def abstains_beside(text: str) -> bool:
    """Return whether ``text`` declines in one of its clauses, whatever the others say.

    >>> abstains_beside("It says that troops were sent but doesn't give the number.")
    True
    """
    lower = _unmarked(plain_lower(text))
    if not _HINT.search(lower):
        return False
    return any(_declines(lower, start, end) is not None for start, end, _, _ in _clauses(lower))


def abstention_span(text: str) -> tuple[int, int] | None:
    """Return where ``text`` declines, as start and end of the first words that do; None when it does not abstain.

    >>> text = "I'm sorry, but the article does not mention it."
    >>> start, end = abstention_span(text)
    >>> text[start:end]
    'the article does not mention'
    """
    plain, lower = plain_quotes(text), _unmarked(plain_lower(text))
    if plain.strip(_CHARGES) == _A_NAME or not _HINT.search(lower):
        return None if _says_something(plain) and plain.strip() not in _NOT_A_NUMBER else (0, len(text))
    if not _says_something(lower) or _BUT_NOT.fullmatch(lower):
        return (0, len(text))
    if (_OPENING_YES_NO.match(lower) and not _OF_ONESELF.search(lower)) or (
        ", wh" in lower and _CLAIMED_UNTOLD.search(plain)
    ):
        return None  # "No, it is not stated that …" answers
    lower = _IN_PASSING.sub(lambda said: " " * len(said[0]), lower) if ", which " in lower else lower
    found = sorry = about = None
    owed = False  # a clause says what the document gives: another has to say what it does not
    for start, end, contrast, aside in _clauses(lower):
        span = _declines(lower, start, end) or (_lacks(lower, start, end) if contrast and about else None)
        gives: re.Match[str] | None = _GIVES.match(lower, start, end) if found and span is None else None
        about = _ABOUT_DOCUMENT.match(lower, start, end) or gives or (aside and about)
        owed = bool(gives) or (owed and span is None)
        if span is None and not gives:
            if not (aside and found) and not _is_courtesy(lower, start, end, contrast=contrast):
                return None
            sorry = sorry or _SORRY.match(lower, start, end)
        elif found is None:
            found = span
    if found is None or owed:
        return (sorry and sorry.span()) if found is None else None
    yes_or_no = _OPENING_YES_NO.match(lower) and not lower[slice(*found)].startswith(("i ", "i'"))
    return None if yes_or_no else found


def _unmarked(text: str) -> str:
    """Return a text with spaces for the marks of emphasis and code."""
    return text.translate(_MARKS) if "*" in text or "_" in text or "`" in text else text


def _says_something(text: str) -> bool:
    """Return whether there is anything but punctuation: a letter, a digit, a symbol such as an emoji."""
    return any(map(str.isalnum, text)) or any(category(letter)[0] in "SN" for letter in text)


def _clauses(text: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield each clause as start, end, whether it is set against what stands before, and whether it stands in brackets."""
    inner = [cut.start() for cut in _CUT.finditer(text)] if _MAY_CUT.search(text) else []
    conceded = _CONCEDED.match(text) if "though" in text or "whil" in text else None
    if conceded and conceded.start("edge") not in inner:
        inner = sorted((*inner, conceded.start("edge")))
    cuts = [0, *inner, len(text)]
    for start, end in pairwise(cuts):
        contrast = _CONTRAST.match(text, start, end)
        begin = contrast.end() if contrast else start
        while begin < end and not text[begin].isalnum():
            begin += 1
        if begin < end:
            yield begin, end, contrast is not None, "(" in text[start:begin]


def _declines(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _SUBJECTLESS.match(text, start, end) or _ABSTAINS.search(text, start, end)
    if match:
        return match.span()
    return (start, end) if _SHORT.fullmatch(text, start, end) else None


def _lacks(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a clause says what a document that was spoken of lacks: "It mentions a dog, but not its name"."""
    said = _NOT_THIS.match(text, start, end)
    return said.span() if said else None


def _is_courtesy(text: str, start: int, end: int, *, contrast: bool) -> bool:
    if _COURTESY.match(text, start, end):
        return True
    about = _ABOUT_DOCUMENT.match(text, start, end)
    return about is not None and (not contrast or about["only"] is not None)


def says_untold(text: str) -> bool:
    """Return whether a text states that something is not said: no bare "not stated" of one who declines, and no "I don't know".

    >>> says_untold("It is not stated."), says_untold("Not stated."), says_untold("I don't know.")
    (True, False, False)
    """
    return len(text.split()) >= _STATEMENT and abstains(text) and _OF_THE_READER.search(text) is None
