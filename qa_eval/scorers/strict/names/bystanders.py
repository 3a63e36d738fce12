"""Names that an answer says for something else: who assisted, what lies near, where somebody came from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.names.as_asked import asks_in_other_words
from qa_eval.scorers.strict.names.outnumbered import is_outnumbered
from qa_eval.scorers.strict.names.own_names import is_passed_over
from qa_eval.scorers.strict.names.relatives import RELATED, is_other_relative, tells_of_relative
from qa_eval.scorers.strict.names.roles import is_done_for
from qa_eval.scorers.strict.names.ways import goes_the_other_way
from qa_eval.scorers.strict.names.whereabouts import has_preposition
from qa_eval.scorers.strict.parts.asked_not import denied_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]
_REACH = 60  # characters before a name in which its part is told

# what makes the name after it another's part in the matter; the last word is the one a question would ask with
_PARTS = regex(
    r"(?:\b(?:assisted|set up|supported|helped|succeeded|preceded|replaced|followed|rejected|turned down|dismissed|nominated|commissioned|edited|reviewed|criticized|criticised|praised|funded|requested|approved|inspired|influenced|advised"
    r"|accompanied|watched|applauded|cheered|introduced|coached|managed) by"
    r"|\b(?:pass|cross|corner|assist|free kick|through ball|letter|call|order|loan|transfer|request|instruction)s? (?:from|by)"
    r"|\bon behalf of|\bin (?:the )?(?:absence|place|honou?r|memory) of|\bnamed (?:after|for)|\btranslated (?:in)?to|\btranslated from"
    r"|\b(?:\w{2,}er|more [a-z]+|less [a-z]+) than|\boff|\boff (?:the )?(?:[a-z]+ )?(?:coasts?|shores?) of"
    r"|\b(?:near|nearby|outside|beside|opposite|close to|next to|not far from|(?:north|south|east|west|miles|kilomet(?:re|er)s|km|hours?|minutes?|drive|walk|ride|flight|stops?) (?:of|from|outside))"
    r"|\b(?:day|days|week|weeks|month|months|year|years) (?:after|before|following)"
    rf"|\b(?:{RELATED}|tributary|suburb|outskirt|subsidiary|supplier|imitator|workshop|tribute (?:band|act))s? (?:of|to)"
    r"|,\s+(?:after|before|despite|following)(?:\s+[\w'-]+){1,4}|,\s+(?!including|being|becoming|making|naming|meaning|calling)[a-z]+ing|\b(?:ahead|in front) of"
    r"|\b(?:unlike|succeeding|replacing|following|after|before|against|despite|above|below|beneath|behind|replaced|succeeded|followed|preceded|ousted|acquired|overtook|took over from|outbid|sued|interviewed|fouled|tackled|outpaced))\s+(?:the\s+|an?\s+|his\s+|her\s+)?\Z",
    re.IGNORECASE,
)
_NEAR = regex(r"\b(?:near\w*|close to|next to|beside|not far from)\b", re.IGNORECASE)
# what is said after it of something that was considered and is not the answer
_RULED_OUT = regex(
    r"\s+(?:was|were|is|are|has been|have been|had been)\s+(?:later |soon |quickly |initially |also )?(?:ruled out|excluded|discounted|dismissed|disproved|disproven)\b",
    re.IGNORECASE,
)
_RULING_OUT = regex(r"\b(?:ruled out|ruling out|rules out|excluded|discounted)\s+(?:an?\s+|the\s+)?\Z", re.IGNORECASE)
_OF_ANOTHER = regex(
    r"\b(?:the|his|her|its|their)\s+(?P<who>runner-up|loser|victim|opponent|predecessor|successor|deputy|rival)\s+(?:is|was|were)\s+\Z",
    re.IGNORECASE,
)
_FOLLOWED = regex(r"\b(?:replaced|succeeded|followed) by\s", re.IGNORECASE)
_DONE_TO = regex(
    r"\b(?P<verb>dismissed|fired|rejected|refused|ousted|sacked|sold|lost|left|defeated|beat|survived|divorced)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_WENT = regex(
    r"(?:\A|[.;]\s)\W*(?:it|he|she|they|the [a-z]+)\s+(?P<verb>[a-z]+)\s+(?:in|at|on|to|from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NEW = regex(r"\bnew\b", re.IGNORECASE)
_OLD_ASKED = regex(r"\b(?:old|previous|former)\b", re.IGNORECASE)
_OLD = regex(
    r"\b(?:old|previous|former)\s+(?:one|[a-z]+)\s+(?:is|was|were|are|had been)\s+(?:an?\s+|the\s+)?\Z", re.IGNORECASE
)
_AT_PRESENT = regex(r"\b(?:currently|current|at present|these days)\b|\b(?:now|today)\W*\Z", re.IGNORECASE)
_ONCE = regex(r"\b(?:used to|formerly|previously|no longer|once)\b[^.;!?]*\Z", re.IGNORECASE)
_ONCE_BY = regex(
    r"\b(?:used to be|formerly|previously|no longer|once)\b(?:(?!\bnow\b)[^.;:,!?])*\bby\s+(?:the\s+)?\Z", re.IGNORECASE
)
_IS_NOW = regex(
    r"\b(?:who|which [a-z]+|what)\s+(?:is|are)\b|\bwho\s+(?:coach|run|lead|manag|chair|head|own|teach|edit|present)(?:e?s)\b|\bcurrent(?:ly)?\b",
    re.IGNORECASE,
)
_FORMER = regex(
    r"\b(?:former|previous|outgoing)\s+(?:[\w'-]+\s+){0,3}(?:[\w'-]+,\s+)?\Z|\bex-(?:[\w'-]+,?\s+){0,3}\Z",
    re.IGNORECASE,
)
_WAS_BEFORE = regex(r"\b(?:former|previous|outgoing|ex)\b", re.IGNORECASE)
_AVOIDED = regex(
    r"\s+(?:\w+ly\s+)?(?P<verb>avoided|escaped|missed|survived|refused|declined|(?:was|were|is|are|did|does|do|has|have|had|could|would)(?:\s+not|n't)(?!\s+only\b))"
    r"\s+(?P<what>[^.,;!?\n]+)",
    re.IGNORECASE,
)
_RANKED = regex(
    r"\s+(?:was|were|is|came|finished)\s+(?:the\s+|in\s+)?(?P<rank>second|third|fourth|fifth|last|runner-up)\b(?! to none)",
    re.IGNORECASE,
)
_ASKED_RANK = regex(
    r"\b(?:finished|came|finish|come|was|placed)\s+(?:in\s+)?(?:the\s+)?(?P<rank>second|third|fourth|fifth|sixth|last)\b",
    re.IGNORECASE,
)
_RANK_ALONE = regex(r"\s+(?P<rank>first|second|third|fourth|fifth|sixth|last)(?=\W*\Z|[,;.])", re.IGNORECASE)
_PLACED = regex(
    r"\s+(?:won\b|(?:was|came|finished|placed|is)\s+(?:the\s+|in\s+)?(?:first|second|third|fourth|fifth|sixth|last|winner)\b)",
    re.IGNORECASE,
)
_FIRST = regex(r"\b(?:first|winner|won|wins?)\b", re.IGNORECASE)
_DID = regex(r"\s+(?:(?:has|had|have)\s+)?(?:\w+ly\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_STATE = regex(r"\s+(?:is|are|was|were|lies?|lay|stays?|stayed|remains?|remained)\s+(?P<what>[^,;.!?]+)", re.IGNORECASE)
_WON = regex(r"\b(?:beats?|defeats|defeated)\b", re.IGNORECASE)  # whoever did that to another
_BUT = regex(r"\bbut\b", re.IGNORECASE)
# what they did who did not do it themselves
_HELPED = regex(
    r"\s+(?:(?:had|has|was)\s+)?(?P<verb>assist(?:ed|s)|set up|cross(?:ed|es) for|pass(?:ed|es) to|refereed|look(?:ed|s|ing) on|watch(?:ed|es|ing)(?! over)|stood by|applaud(?:ed|ing)|clapp(?:ed|ing))\b",
    re.IGNORECASE,
)
_ABSENT = regex(r"\s+(?:was|were|is|are|had been)\s+(?:absent|away|ill|on holiday|not there)\b", re.IGNORECASE)
_ABSENT_ASKED = regex(r"\b(?:not|absent|away|miss\w*|fail\w*|ill|holiday|why)\b|n['’]t\b", re.IGNORECASE)
_REPLACED = regex(
    r",?\s+(?:was|has been|had been|is being|was being)\s+(?:\w+ly\s+)?(?:replaced|succeeded|ousted|sacked|dismissed)\b",
    re.IGNORECASE,
)
_WAS_UNTIL = regex(
    r",?\s+(?:was|had been|used to be)(?:\s+(?:it|that|so|(?:the|its|their|an?)\s+[a-z]+(?:\s+[a-z]+)?))?,?\s+(?:until|till|before)\b",
    re.IGNORECASE,
)
_WHICH_NOUN = regex(r"\b(?:which|what)\s+([a-z]+)\b", re.IGNORECASE)
_LEFT = regex(r"\b(?:left|leaving|leaves|leave|quit|departed)\s+(?:the\s+)?\Z|\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)
_GOING = regex(r"\s+(?:for|to|to join)\s+(?:the\s+)?[A-Z]")
_ASKS_ORIGIN = regex(r"\b(?:left|leave|leaving|from|quit|depart\w*|former|previous\w*)\b", re.IGNORECASE)
_SUBJECT = regex(r",?\s+(?:(?:who|was|were|has|had|been|then|later|finally)\s+){0,3}(?P<verb>[a-z]+)")
_WHOSE = regex(r",?\s+whose\b")
_STEM = 5  # letters by which two forms of a verb are one
# "studied in Lund before moving to Ulm"
_BEFORE_IT = regex(
    r"\b(?:before|after)\s+(?:(?:it|he|she|they)\s+)?(?P<verb>[a-z]+(?:ing|ed|t))\s+(?:[a-z]+\s+)?(?:to|in|at|for|with)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# "She was a pupil of Roth", where it is asked under whom she studied
_LEARNER = regex(r"\b(?:student|pupil|disciple|apprentice)s? (?:of|to)\b", re.IGNORECASE)
_LEARNT = regex(r"\b(?:stud(?:y|ied|ies)|learn(?:t|ed)?|train(?:ed)?|taught|teacher|tutor)\b", re.IGNORECASE)
_LEAST = 3  # letters of a verb
_SMALL = frozenset("the a an his her by of to from for".split())  # noqa: SIM905 - a word list reads best as one text
_NO_VERBS = frozenset(
    "was were the and has had who for are did does not his her its which what when where with that from".split()  # noqa: SIM905 - see above
)


def is_bystander(text: str, span: Span, question: str) -> bool:
    """Return whether the name at ``span`` is told to have had another part than the one asked for.

    >>> is_bystander("Di María, assisted by Messi", (22, 27), "Who scored?")
    True
    >>> is_bystander("It was assisted by Messi", (19, 24), "Who assisted?")
    False
    """
    before = text[max(0, span[0] - _REACH) : span[0]]
    if _RULING_OUT.search(before) and is_ruled_out(text, span, question):
        return True
    if (
        tells_of_relative(text, span, question)
        or is_other_relative(text, span, question)
        or is_done_for(text, span, question)
        or goes_the_other_way(text, span, question)
        or is_outnumbered(text, span, question)
        or _says_after(text, span, question)
    ):
        return True
    went = _WENT.search(before)
    if went and opposite_in(question, went["verb"]):
        return True
    done = _DONE_TO.search(before)
    if done and opposite_in(question, done["verb"]) and not opposite_in(question, question):
        return True
    other = _OF_ANOTHER.search(before)
    if other and other["who"].lower() not in question.lower() and not _does_it(other["who"], question):
        return True
    then = _BEFORE_IT.search(before)
    if is_former(text, span, question) or (then and not {stem_of(then["verb"].lower())} & stems(question)):
        return True
    told = None if has_preposition(text, span) else _PARTS.search(before)
    if told and not _stems(_telling(told[0])) & _stems(question) and not _does_it(told[0], question):
        return not (_NEAR.search(told[0]) and _NEAR.search(question))
    return bool(_LEFT.search(before) and _GOING.match(text, span[1]) and not _ASKS_ORIGIN.search(question))


def _does_it(text: str, question: str) -> bool:
    """Return whether a text says by a noun that somebody does what the question asks: "the loser" did lose."""
    doers = (word for word in words(text.lower()) if word.endswith(("er", "or")) and len(word) >= _LEAST)
    verbs = (form for word in doers for form in (word[:-2], word[:-1], word[:-3]))
    if asks_in_other_words(text, question) or (_LEARNER.search(text) and _LEARNT.search(question)):
        return True
    if _FOLLOWED.search(text) and (asks_in_other_words("successor", question) or _AT_PRESENT.search(question)):
        return True  # "Ann is replaced by Ben", where the new one is asked for
    done = stem_of(_telling(text).lower())
    if any(
        word.endswith(("er", "or")) and done in {stem_of(word[:-2]), stem_of(word[:-1])}
        for word in words(question.lower())
    ):
        return True  # "It was edited by Ann", where the editor is asked for
    return not stems(question).isdisjoint(stem_of(verb) for verb in verbs)


def _says_after(text: str, span: Span, question: str) -> bool:
    """Return whether what follows a name says that it is not the one that is asked for."""
    if span[1] >= len(text.rstrip(" .!")) or denied_in(question).words:
        return False  # "The battery is excluded" tells what is not covered
    other = _HELPED.match(text, span[1])
    if other and not stems(other["verb"]) & stems(question):
        return True
    if _ABSENT.match(text, span[1]) and not _ABSENT_ASKED.search(question):
        return True
    return is_ruled_out(text, span, question) or _did_not(text, span, question) or _did_otherwise(text, span, question)


def is_ruled_out(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of what stands at ``span`` that it is not the case, and the question does not ask for that.

    >>> is_ruled_out("An electrical fault was ruled out.", (3, 19), "What caused the fire?")
    True
    """
    if (ruled := _RULING_OUT.search(text, max(0, span[0] - _REACH), span[0])) and not _stems(ruled[0]) & _stems(
        question
    ):
        return True
    said = _RULED_OUT.match(text, span[1])
    return said is not None and not _stems(said[0]) & _stems(question)


def is_former(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of somebody that they were it before, where it is asked who is.

    >>> text = "The former head, Ann Lee, has left."
    >>> is_former(text, (17, 24), "Who is the head?"), is_former(text, (17, 24), "Who was the head?")
    (True, False)
    """
    before = text[max(0, span[0] - _REACH) : span[0]]
    if _NEW.search(question) and _OLD.search(before) and not _OLD_ASKED.search(question):
        return True
    if _AT_PRESENT.search(question) and _ONCE.search(before):
        return True
    if _IS_NOW.search(question) and _ONCE_BY.search(before) and not _WAS_BEFORE.search(question):
        return True
    if _IS_NOW.search(question) is None or _WAS_BEFORE.search(question):
        return False
    return _FORMER.search(before) is not None or any(each.match(text, span[1]) for each in (_REPLACED, _WAS_UNTIL))


def _did_not(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that they did not do what is asked: "Norwich avoided relegation"."""
    said = _AVOIDED.match(text, span[1])
    if said is None or _BUT.search(said["what"]):
        return False
    return bool(_stems(said["what"]) & _stems(question) or stems(said["what"]) & stems(question)) and not stems(
        said["verb"]
    ) & stems(question)


def _did_otherwise(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of the one at ``span`` the opposite of what is asked: "Kerry won" where it is asked who lost."""
    asked_rank = _ASKED_RANK.search(question)
    if asked_rank and (placed := _PLACED.match(text, span[1])) and asked_rank["rank"].lower() not in placed[0].lower():
        return True
    alone = _RANK_ALONE.match(text, span[1]) if asked_rank else None
    if asked_rank and alone and alone["rank"].lower() != asked_rank["rank"].lower():
        return True  # "Berg came third and Lund second"
    ranked = _RANKED.match(text, span[1])
    if ranked and ranked["rank"].lower() not in question.lower() and _FIRST.search(question):
        return True
    state = _STATE.match(text, span[1])
    if state and opposite_in(question, state["what"]):
        return True  # "Ashby and Croft are far from it", where it is asked which lie close
    said = _DID.match(text, span[1])
    return said is not None and bool(opposite_in(question, _WON.sub("won", said[0])))


def another_did(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return another name that does what is asked while the accepted one does something else: "Messi missed; Di María scored"."""
    asked = _stems(question) - _stems(" ".join(_WHICH_NOUN.findall(question)))
    text, taken = wording.text, Spans(spans)
    verbs = {_verb(text, span[1]) for span in spans}
    if not any(verbs) or verbs & asked or any(_WHOSE.match(text, span[1]) for span in spans):
        return ""  # "Ann, whose father Leo wrote the first"
    doing = (name for name in wording.names if _verb(text, name.end) in asked)
    others = (name for name in doing if not taken.touch(name.start, name.end))
    return next((name.text for name in others if not is_passed_over(text, name, spans, question)), "")


def _telling(part: str) -> str:
    """Return the word by which a question would ask for such a part: "assisted" of "assisted by the"."""
    return next((word for word in reversed(words(part)) if word not in _SMALL), "")


def _verb(text: str, end: int) -> str:
    found = _SUBJECT.match(text, end)
    verb = found["verb"] if found else ""
    return verb[:_STEM] if len(verb) >= _LEAST and verb not in _NO_VERBS else ""


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= _LEAST and word not in _NO_VERBS)
