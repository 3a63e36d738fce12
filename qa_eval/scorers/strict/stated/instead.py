"""What is accepted, told of something else than is asked: what was sought and not found, the older one of two, the one whom somebody works for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Against, Applies, Check

_CLAUSE = regex(
    r"[;:.!]\s+|,\s+(?:but|and|while|whereas|then|since then)\s+|\s+(?:but|while|whereas)\s+|,\s+(?=(?:the|her|his|its|their)\s)"
)
_OWN = regex(r"\d|[A-Z][\w'’-]+")  # what may be an answer of its own
_LEADING = regex(r"\A(?:as )?(?:the |an? )?", re.IGNORECASE)
_NAME = 4  # letters of a word that stands for a name
_ARTICLE = r"(?:the |an? |his |her |its |their )?"
# "They were looking for the Ann Lee"
_SOUGHT = regex(
    rf"\b(?:(?:look|search|hunt|hop|fish|aim)(?:ing|ed|s)?(?: (?:again|mainly|all day))? for|(?:had )?(?:expected|hoped|wanted|meant|intended|planned|tried)(?: (?:it )?to (?:be|find|see|buy|meet|catch|reach))?|(?:took|mistook) it for) {_ARTICLE}\Z",
    re.IGNORECASE,
)
_FOUND = regex(
    r"\W*(?:but|and|yet|only to|instead)\b[^;.]*?\b(?:f[io]u?nd|discovered|came (?:up)?on|hit|got|saw|met|caught|turned out|was|were)\b",
    re.IGNORECASE,
)
# "The prosecution asked for six years, but the court acquitted him"
_DEMANDED = regex(
    r"(?P<told>[^.;]*?\b(?:(?:had |have |has )?(?:asked|applied|called|pushed|pressed|pleaded|hoped|bid) for|demanded|sought|requested|claimed|proposed|(?:had )?wanted|urged|recommended)\b[^;]*?)"
    r"(?:[;.]|,?\s+(?:but|yet|only for|although|though)|,\s+(?:and|however))\s+(?P<then>[^;]*)",
    re.IGNORECASE,
)
_DEMAND_ASKED = regex(
    r"\b(?:ask(?:s|ed|ing)?|appl(?:y|ied|ies)|call(?:s|ed|ing)? for|demand\w*|s(?:ee|ough)[kt]\w*|request\w*|claim\w*|propos\w*|want\w*|urge\w*|recommend\w*|plea\w*|hope\w*|bid)\b",
    re.IGNORECASE,
)
_UNGIVEN = regex(
    r"\b(?:acquit\w*|clear(?:s|ed) (?:him|her|them|it|the)|(?:was|were) cleared|dismiss\w*|reject\w*|refus\w*|declin\w*|turn(?:s|ed) (?:[a-z]+ ){0,3}down|thr[eo]wn? (?:[a-z]+ ){0,3}out|let (?:him|her|them|it|the [a-z]+) off"
    r"|g[oe]ts? off|(?:walk|went|was set|were set) (?:\w+ )?free|walked free|not guilty|rul(?:ed|es) against|denied|vetoed|blocked|g[oe]ts? (?:nothing|none)|(?:gave|gives|awarded|granted|paid)(?: him| her| them| it)? (?:nothing|none)|in vain|came away empty-handed|spared)\b"
    r"|\b(?:did|was|were|would|had)(?: not|n['’]t) (?:[a-z]+ )?(?:get|grant|agree|give|given|allow|pay|granted|award|awarded|paid|impose|imposed)\b",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")
_WHICH = r"new|newest|latest|current|present|next|recent|second|third|last|old|oldest|former|previous|first|debut|winning|losing|home|away|main|larger|smaller|younger|older|elder"
_RANKED = regex(rf"\b(?P<which>{_WHICH})\b", re.IGNORECASE)
_RANKED_IS = regex(
    rf"\b(?:the|her|his|its|their)\s+(?P<which>{_WHICH})(?:\s+(?:one|[a-z]+))?\s+(?:is|was|will be)\s+(?:(?:called|entitled|titled|named)\s+)?(?:the\s+)?[\"'“]?(?=[A-Z\d])",
    re.IGNORECASE,
)
_POST = regex(r"\b(?:capacity|position|role|job|post|title|occupation|profession|rank|office)\b", re.IGNORECASE)
_UNDER = regex(
    r"\b(?P<who>(?!(?:that|those|one|this)\b)[a-z]+) (?:of|to|for|under|alongside) (?:the |an? |his |her |its |their )*\Z",
    re.IGNORECASE,
)
_OF_POST = stems(
    "position post role job capacity title rank office function duties duty work appointed promoted elevated raised risen rose advanced moved up elected kind sort appointment"
)
_FIRST = regex(r"\b(?:first|initial(?:ly)?|beginning|start|opening|early|at first)\b", re.IGNORECASE)
_AFTER = regex(
    r"\W*(?:only )?(?:took over|take[sn]? over|came (?:on|in|to the front)|moved (?:ahead|up)|went (?:ahead|to the front)|joined|started|began)(?: only| not)? (?:after|from|at|behind|when|once)\b[^;]*;?[^;]*\bbefore (?:that|then)\b",
    re.IGNORECASE,
)
_SUBJECT = regex(
    r"\b(?:the|a)\s+(?P<who>[a-z]+)\s+(?:was|were|went|left|came|had|got|is|has|did|walked|followed)\b", re.IGNORECASE
)
_NUMBER = regex(
    r"\b(?:phone|telephone|mobile)?\s*number\b|\bwhom? (?:should|do|can)\b[^?]*\b(?:call|ring)\b", re.IGNORECASE
)
_OWNED = regex(
    r"\b(?:the\s+)?(?P<who>[a-z]+)['’]s\s+(?:(?:phone|telephone|mobile|own)\s+)?(?:number|line)\b", re.IGNORECASE
)
_BELONGS = regex(
    r"\s+(?:is|belongs to|reaches|is for|gets you)\s+(?:for\s+)?(?:the\s+)(?P<who>[a-z]+)(?:['’]s)?(?=\s*(?:[;,.]|\Z|but\b|and\b))",
    re.IGNORECASE,
)
_ANYTHING, _THE = regex(r""), regex(r"\bthe\b")
_STATE = regex(
    r"\b(?:closed|shut|abstain(?:ed|s)?|govern(?:s|ing|ed|ment)?|coalition|in (?:power|office)|ruling)\b", re.IGNORECASE
)
_EXCEPT = regex(
    r"\b(?:not|never|no|except|but|apart|other|unless|re-?opens?|again|until|till)\b|n['’]t\b", re.IGNORECASE
)
_ANY_NUMBER = stems("number line hotline contact answer right correct one it that this only")


def _span(text: str, accepted: str) -> tuple[int, int]:
    """Return where what is accepted stands in an answer, or its first word where that is a name; (-1, -1) for nowhere."""
    lowered, name = text.lower(), _LEADING.sub("", accepted)
    first = name.split(maxsplit=1)[0] if name else ""
    for each in (name, first if first[:1].isupper() and len(first) >= _NAME else ""):
        if each and (at := lowered.find(each.lower())) >= 0:
            return at, at + len(each)
    return -1, -1


def _holds(text: str, accepted: str) -> bool:
    return _span(text, accepted)[0] >= 0


def sought(text: str, question: str, accepted: str) -> str:
    """Return "was sought" where an answer says of what is accepted that it was looked for, and something else found; "" else.

    >>> sought("They were looking for the Svea but found the Klara.", "Which ship did they find?", "Svea")
    'was sought'
    """
    at, end = _span(text, accepted)
    before = _SOUGHT.search(text[: max(at, 0)])
    behind = text[end:]
    if before is None or stems(before[0]) & stems(question):
        return ""
    found = _FOUND.match(behind)
    return "was sought" if found and _OWN.search(behind, found.end()) and not _holds(behind, accepted) else ""


def only_demanded(text: str, _question: str, accepted: str) -> str:
    """Return "was asked for" where an answer says of what is accepted that it was, and not given; "" else.

    >>> told = "The prosecution asked for two years, but the court acquitted her."
    >>> only_demanded(told, "What sentence was she given?", "two years")
    'was asked for'
    """
    found = _DEMANDED.fullmatch(text)
    if found is None or not _UNGIVEN.search(found["then"]) or _DIGIT.search(found["then"]):
        return ""
    measured = any(map(str.isdecimal, accepted))  # and may be written otherwise
    return (
        "was asked for" if (measured or _holds(found["told"], accepted)) and not _holds(found["then"], accepted) else ""
    )


def _asks_no_demand(question: str) -> bool:
    return _DEMAND_ASKED.search(question) is None


def of_another_rank(text: str, question: str, accepted: str) -> str:
    """Return what an answer tells of the one that is asked about, where it names what is accepted as another one; "" else.

    >>> of_another_rank("Fen was her debut; the new one is Moor.", "What is her new novel called?", "Fen")
    'the new one is'
    """
    wanted = {found["which"].lower() for found in _RANKED.finditer(question)}
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    if not wanted or len(clauses) < 2:  # noqa: PLR2004 - of two things
        return ""
    for clause in clauses:
        told = _RANKED_IS.search(clause)
        if told and told["which"].lower() in wanted and not _holds(clause, accepted):
            return told[0].strip()
    return ""


def of_another_subject(text: str, question: str, accepted: str) -> str:
    """Return of whom an answer says what is accepted, where it tells of whom the question asks in another clause; "" else.

    >>> asked = "In which minute was the goalkeeper booked?"
    >>> of_another_subject("In the 67th the coach was booked; the keeper was in the 70th.", asked, "67th")
    'coach'
    """
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    own = [clause for clause in clauses if _holds(clause, accepted)]
    others = [clause for clause in clauses if not _holds(clause, accepted) and _OWN.search(clause)]
    if len(own) != 1 or not others:
        return ""
    said = [found["who"].lower() for found in _SUBJECT.finditer(own[0])]
    if not said or any(_is_asked(who, question) for who in said):
        return ""
    told = [found["who"].lower() for clause in others for found in _SUBJECT.finditer(clause)]
    return said[0] if any(_is_asked(who, question) for who in told) else ""


@lru_cache(maxsize=4096)
def _is_asked(who: str, question: str) -> bool:
    """Return whether a question names somebody or something: by the word, one of its meaning or a longer one, "keeper" of a goalkeeper."""
    words = key(question)
    return any(word == who or (len(who) > 3 and word.endswith(who)) or possible(word) & possible(who) for word in words)  # noqa: PLR2004 - "man" ends too many


def under_it(text: str, question: str, accepted: str) -> str:
    """Return for whom an answer says that somebody works, who is asked about by their post; "" for nobody.

    >>> under_it("She reports to the head of sales.", "What is her position?", "head of sales")
    'reports to the'
    """
    at = text.lower().find(
        _LEADING.sub("", accepted).lower()
    )  # the whole of it: "Head of Orva's fleet" for Orva's fleet chief
    found = _UNDER.search(text[: max(at, 0)])
    if found is None or stems(found["who"]) & _OF_POST or stems(found["who"]) & stems(question):
        return ""
    return found[0].strip()


def of_opposite_state(text: str, question: str, accepted: str) -> str:
    """Return the word by which an answer of one clause says the opposite of what is asked: open of closed; "" else.

    >>> of_opposite_state("Both are in opposition.", "Which two parties form the coalition?", "A and B")
    'in opposition'
    >>> of_opposite_state("It is open on Mondays", "When is it closed?", "on Mondays")
    'open'
    """
    if "(" in text or _EXCEPT.search(text) or len(_CLAUSE.split(text)) > 1:
        return ""  # "Ann and Bo (Cy voted against)"
    opposite = opposite_in(question, text)
    return "" if opposite and opposite.lower() in accepted.lower() else opposite  # "because its gate failed to open"


def only_after(text: str, _question: str, accepted: str) -> str:
    """Return "after that" where an answer says of what is accepted that it came later than is asked, and names another before; "" else."""
    at, end = _span(text, accepted)
    return "after that" if at >= 0 and _AFTER.match(text, end) else ""


def of_another_number(text: str, question: str, accepted: str) -> str:
    """Return whose number an answer says it is, where the question asks for that of another; "" else.

    >>> of_another_number("555 0123 is the porter's.", "What is the plumber's number?", "555 0123")
    'porter'
    """
    at, end = _span(text, accepted)
    if at < 0 or not any(map(str.isdecimal, accepted)):
        return ""
    found = _BELONGS.match(text, end) or _OWNED.search(text[:at])
    who = stems(found["who"]) if found else frozenset[str]()
    return found["who"] if found and who and not who & (stems(question) | _ANY_NUMBER) else ""


def _asks(pattern: re.Pattern[str]) -> Applies:
    return lambda question: pattern.search(question) is not None


def _within(check: Against) -> Against:
    """Return a check for short answers."""
    return lambda text, question, accepted: check(text, question, accepted) if len(text) <= SHORT else ""


_BY_WORD: tuple[tuple[re.Pattern[str], Against], ...] = (
    (_ANYTHING, sought),
    (_RANKED, of_another_rank),
    (_THE, of_another_subject),
    (_STATE, of_opposite_state),
    (_POST, under_it),
    (_FIRST, only_after),
    (_NUMBER, of_another_number),
)
INSTEAD: tuple[Check, ...] = (
    (_asks_no_demand, _within(only_demanded)),
    *((_asks(asked), _within(check)) for asked, check in _BY_WORD),
)
