"""Names beside the accepted one that an answer offers as well: "Budanov or Zelensky", "Budanov and Zelensky"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from qa_eval.reading.names.titles import SHORT_TITLES, TITLES
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done, meant
from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers._words.verbs import has_verb
from qa_eval.scorers._words.wording import SMALL, folded, key
from qa_eval.scorers.strict.names.forms import initials_of
from qa_eval.scorers.strict.names.own_names import is_companion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.names import Name
    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]

_AND = regex(
    r"(?:\s*\([^()]{1,40}\))?(?:\s*,)?\s*(?:and/or|and|or|&|/|\+|plus|as well as|along with|together with|alongside|and also|perhaps|maybe|possibly)\s+"
    r"(?:also\s+|perhaps\s+|maybe\s+|possibly\s+)?(?:the\s+|an?\s+)?(?:[a-z]{2,5}\.\s+|(?:[a-z]+\s+){0,2}?)",
    re.IGNORECASE,
)
_TITLES = TITLES | {"prime", "st"}
_BEARER = regex(r"(?<=[a-z])\.\s+(?P<name>[A-Z][\w'’-]+)")
_LIKEWISE = regex(
    r"\s(?:the|its|their|his|her)\s+[a-z]+\s+(?:from|in|by|at|with|to|on|for)\s+(?:the\s+)?\Z"
)  # "and the motors from"
_TO_DO = regex(r"\b(?:will|would|to|must|should|can|may)\s+[a-z]+\b[^,;.!?]*\Z", re.IGNORECASE)
_WORD_BEHIND = regex(r"\A\s+([a-z]+)\b")
_HAS_DONE = regex(r"(?:['’]s\s+(?:[a-z]+\s+){1,3}?|\s+)(?:has|have|had|is|was|will|would)\s+[a-z]")
_COMMA = regex(r"\s*[,;/|\n]\s*")
_WHO = regex(r"\b(?:who|whom|whose)\b|\b(?:person|people|man|woman)\b", re.IGNORECASE)
_WINNER = regex(r"\b(?:w[io]n(?:s|ner|ners|ning)?|beats?|beaten|defeat(?:s|ed)?|champions?|prevailed)\b", re.IGNORECASE)
_LOSER = regex(
    r"\b(?:lose[rs]?|lost|(?:was|were|been) (?:beaten|defeated)|runners?-up|second|did \S+(?: \S+){0,3} (?:beat|defeat))\b",
    re.IGNORECASE,
)
_BEATEN = regex(
    r"\b(?:beat|beats|beating|defeat|defeats|defeated|defeating|overcame|outplayed|edged|thrashed|ousted|(?:win|won|victory|triumph) (?:over|against))"
    r"\s+(?:out\s+)?(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LOST = regex(
    r"\s+(?:lost\b|was (?:beaten|defeated)|were (?:beaten|defeated)|(?:finished|came|was) (?:second|runner-up))",
    re.IGNORECASE,
)
_ASKS_LOSER = regex(
    r"\b(?:who|(?:which|what) [a-z]+(?: [a-z]+)?) (?:lost|loses|(?:was|were) (?:beaten|defeated))\b", re.IGNORECASE
)
_LOST_TO = regex(
    r"\b(?:lost (?:\d+[-–:]\d+ )?(?:to|against)|(?:beaten|defeated) by|went down to)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WON = regex(r"\s+(?:won\b|beat\b|defeated\b|was the winner)", re.IGNORECASE)
_REACH = 40  # characters before a name in which it is said who was beaten
_THEN = regex(r"(?:\s*,)?\s*(?:and |but )?(?:then|later|afterwards)\s+(?:in |to |by |the ){0,2}", re.IGNORECASE)
_FRAGMENT = regex(r"[^.;!?\n]+")
# "X and three words at most", at an end of the answer: a second answer, not a second clause
_MORE = regex(
    r"(?:\s+[\w'-]+){0,2}?,?\s+(?:and|or|&|plus|as well as)\s+(?P<more>(?:[\w'.-]+\s+){0,2}[\w'.-]+?)[\W]*\Z",
    re.IGNORECASE,
)
_BEFORE = regex(
    r"\W*(?:(?:both|either|the)\s+)?(?P<more>(?:[\w'.-]+\s+){0,2}[\w'.-]+),?\s+(?:and|or|&|plus|as well as)\s+(?:[\w-]+\s+){0,2}?",
    re.IGNORECASE,
)
_ONE_AND = regex(
    r"(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bfrom )\b(?:the|an?)\s+(?P<more>[a-z]{3,}(?:\s+[a-z]{3,})?)\s+(?:and|or|as well as)\s+(?:the|an?)\s+\Z"
)
# "The fund" "and the army paid for it"
_BOTH_DID = tuple(
    regex(
        rf",?\s+(?:and|as well as|together with|along with)\s+(?P<more>(?:the|an?|its|their|his|her)(?:\s+[a-z-]+){{{n}}})\s+(?P<verb>[a-z]+)\b"
    )
    for n in (1, 2)
)
_AT_FRONT = regex(r"\W*(?:(?:both|the|an?)\s+)*", re.IGNORECASE)
_FIRST = regex(r"\W*(?:the |an? )?(?P<what>[a-z]{3,}(?: [a-z]{3,})?)(?:;|\.\s)\s*(?=[a-z])", re.IGNORECASE)
# "Verdi, who …", "Nintendo, a competitor of …", "Verdi admired Wagner": who is told of first
_LED = regex(
    r"\W*(?:[Aa]n? |[Tt]he )?(?P<name>[A-Z][\w'.-]*(?: (?:(?:of|de|van|von|da|di|la|le) )?[A-Z][\w'.-]*)*),\s+(?!(?:it|he|she|they|we|this|that|there|in|on|at|and|or|as(?! [A-Z])|according)\b)[a-z]"
)
_TURNS = regex(r"[;:]|\b(?:but|not|however|although|though|while|whereas|it was|it is)\b|\.\s", re.IGNORECASE)
_FRAME = frozenset(
    """yes no sure correct right well ok okay answer exactly indeed true good great certainly absolutely unclear unsure simple easy question
    hello thank of course here note yep yeah hmm""".split()  # noqa: SIM905 - a word list reads best as one text
)
# "and lends in dollars", "and then beeps twice"
_DOES_MORE = regex(
    r"[a-z]{3,}s\s+(?:in|on|at|to|with|from|for)\s|(?:then\s+)?[a-z]{3,}s\s+(?:twice|once|again|off|down|out|away|[a-z]{3,}ly)\b|then\s+[a-z]{3,}s\b"
)
_CLAUSE = regex(
    r"^(?:releas|produc|emit|giv|tak|mak|us|leav|return|becom|creat|need|keep|los|reject|expel|excret|turn|convert|stor|serv|pay|get|liv|work|sing|speak|hold|board|catch|chang|switch|transfer|rid|walk|continu|go)(?:e?s|e|ed|t)?\s"
    r"|\b(?:is|are|was|were|it|they|he|she|that|which|who|has|have|had|did|does|nothing|nobody|none|no|not|only|so|thus|therefore|others?|more|(?<!-)\b(?!(?:red|bed|shed|seed|weed|reed)\b)\w+ed|\w+ly)\b",
    re.IGNORECASE,
)


_OPENING = regex(r"\W*(?:after|when|once|since|because|before|while|although|though|if|as)\s", re.IGNORECASE)
_BY_SOURCE = regex(r"\W*(?:according to|as per|as stated (?:in|on|by)) ", re.IGNORECASE)
_IN_IT = regex(r"\W*(?:in|on|at|during|for) (?:the|a|an|its|his|her|this|that) ", re.IGNORECASE)
_LED_TO = regex(r"\b(?:by|of|at|in|for|from|with|to|on|the|an?) \Z")
_DOES = regex(r"[A-Z][\w'’-]+ [a-z]{3,}s (?:the|an?|his|her|[A-Z]\w+)\b")
_STOPS = regex(r"[.;:,]\s")


class NameRivals:
    """Finds what an answer names beside the accepted names of one question."""

    def __init__(self, question: str, names: Sequence[str]) -> None:
        self.question, self.in_question = question, frozenset(key(question))
        self.accepted = frozenset(word for name in names for word in key(name))
        self.initials = frozenset[str]().union(*map(initials_of, names))
        self.asks_winner = _WINNER.search(question) is not None and _LOSER.search(question) is None
        self.asks_loser = _ASKS_LOSER.search(question) is not None
        self.asks_who = _WHO.search(question) is not None

    def on_other_side(self, text: str, span: Span) -> bool:
        """Return whether the one at ``span`` lost where the winner is asked for, or won where the loser is."""
        return (self.asks_winner and lost(text, span)) or (self.asks_loser and won(text, span))

    def is_only_name(self, words: Sequence[str]) -> bool:
        """Return whether folded words are those of accepted names and titles alone."""
        return all(word in self.accepted or word in _TITLES for word in words)

    def beside(self, wording: Wording, spans: Sequence[Span], every: Sequence[Span]) -> str:
        """Return a name that competes with the accepted one at ``spans``; "" for none.

        ``every`` holds the places of all accepted names, which do not compete with each other.
        """
        for choice in wording.left_open(spans, every):
            if not self.in_question.issuperset(key(choice)):
                return choice
        accepted = Spans(every)
        others = [name for name in wording.names if self._is_other(name, wording, accepted)]
        alone = {fragment.strip(" ,\"'()*") for fragment in _FRAGMENT.findall(wording.text)} if others else set()
        for other in others:
            if other.text in alone or self._coordinated(wording.text, other, spans):
                return other.text
        first = self._answered_first(wording, spans) or self._led_by(wording, spans)
        if first:
            return first
        if others and all(_is_owner(wording.text, span) for span in spans):
            return others[0].text
        return self._one_more(wording.text, spans)

    def _is_other(self, name: Name, wording: Wording, accepted: Spans) -> bool:
        if (
            accepted.touch(name.start, name.end)
            or wording.denies((name.start, name.end))
            or name.text in self.initials
            or is_companion(name.text, self.question)
        ):
            return False
        words = key(name.text)
        bearer = _BEARER.match(wording.text, name.end) if name.text.lower() in SHORT_TITLES else None
        if bearer and not accepted.touch(*bearer.span("name")):
            return True  # "or Capt. Henry Bell"
        return not any(known.issuperset(words) for known in (self.in_question, self.accepted, _TITLES))

    def _coordinated(self, text: str, other: Name, spans: Sequence[Span]) -> bool:
        """Return whether "and", "or" or their like joins the other name with the accepted one before or after it."""
        place = bisect_left(spans, (other.start, 0))
        if any(_THEN.fullmatch(text, other.end, start) for start, _ in spans[place : place + 1]):
            return True  # "South Africa, then Brazil"
        gaps = [(end, other.start) for _, end in spans[max(0, place - 1) : place]]
        gaps += [(other.end, start) for start, _ in spans[place : place + 1]]
        return any(first <= second and self._joins(text, first, second, other) for first, second in gaps)

    def _joins(self, text: str, first: int, second: int, other: Name) -> bool:
        if _AND.fullmatch(text, first, second):
            gap = text[first:second]
            if right_before(_TO_DO, text, first) and any(
                is_done(meant(word)) for word in key(gap) if word not in SMALL
            ):
                return False  # "It will close Rye and keep Cove"
            return not (
                _begins_clause(text, first, second, other) or any(map(is_past, key(gap))) or _LIKEWISE.search(gap)
            )
        if other.end == first and _ends_opening(text, other):
            return False
        return self.asks_who and _COMMA.fullmatch(text, first, second) is not None and _ends_there(text, other)

    def _answered_first(self, wording: Wording, spans: Sequence[Span]) -> str:
        """Return the word or two that an answer consists of, before a semicolon or stop and more: "platinum; gold is 79"."""
        told = _FIRST.match(wording.text)
        if told is None or any(start < told.end() for start, _ in spans) or wording.denies(told.span("what")):
            return ""
        words = frozenset(key(told["what"]))
        if told["what"].lower() in SHORT_TITLES and wording.text[told.end("what")] == ".":
            return ""  # "Mrs. Ann Lee (engineer)"
        return "" if not words or words & _FRAME or words <= self.in_question | self.accepted else told["what"]

    def _led_by(self, wording: Wording, spans: Sequence[Span]) -> str:
        """Return the name that an answer gives and tells about, the accepted one among what is told: "Verdi, who admired Wagner"."""
        told = _LED.match(wording.text)
        if told is None or told.end("name") > spans[0][0] or _TURNS.search(wording.text):
            return ""
        name = next((name for name in wording.names if name.start == told.start("name")), None)
        if name is None or name.end != told.end("name") or not self._is_other(name, wording, Spans(spans)):
            return ""
        return "" if not name.sure and name.text.endswith("ly") else name.text

    def _one_more(self, text: str, spans: Sequence[Span]) -> str:
        """Return a second thing without a capital letter: the drones of "howitzers and drones"."""
        joined = _ONE_AND.search(text, max(0, spans[0][0] - _REACH), spans[0][0])
        if joined and not (self.in_question | self.accepted).issuperset(key(joined["more"])):
            return joined["more"]
        if _AT_FRONT.fullmatch(text, 0, spans[-1][0]):
            for both in filter(None, (joint.match(text, spans[-1][1]) for joint in _BOTH_DID)):
                if is_past(both["verb"]) and not (self.in_question | self.accepted).issuperset(key(both["more"])):
                    return both["more"]
        known = self.in_question | self.accepted
        for start, end in (*spans[:1], *spans[-1:]):
            for more in (_MORE.match(text, end), _BEFORE.fullmatch(text, 0, start)):
                if more and not (
                    _is_clause(more["more"]) or _does_more(more["more"]) or is_companion(more["more"], self.question)
                ):
                    words = frozenset(key(more["more"])) - SMALL
                    if words and more["more"] not in self.initials and not known.issuperset(words):
                        return more["more"]
        return ""


def _ends_opening(text: str, other: Name) -> bool:
    """Return whether a name is the last word of a clause that only leads to what is said: "After Berg left for Porto, Weiss took over"."""
    if _BY_SOURCE.match(text) and not _STOPS.search(text, 0, other.start):
        return True  # "According to the Times and the Post, Weiss took over"
    if (
        _IN_IT.match(text)
        and right_before(_LED_TO, text, other.start)
        and not _STOPS.search(text, 0, other.start)
        and (has_verb(text[other.end :]) or _DOES.search(text, other.end))
    ):
        return True  # "In the film made by Lund, Weiss plays the uncle"
    return (
        _OPENING.match(text) is not None and not _STOPS.search(text, 0, other.start) and has_verb(text[: other.start])
    )


def lost(text: str, span: Span) -> bool:
    """Return whether an answer says that the one at ``span`` lost: "Nadal beat Djokovic", "Djokovic lost to Nadal"."""
    return _BEATEN.search(text, max(0, span[0] - _REACH), span[0]) is not None or _LOST.match(text, span[1]) is not None


def won(text: str, span: Span) -> bool:
    """Return whether an answer says that the one at ``span`` won: "Djokovic lost to Nadal", "Nadal beat Djokovic"."""
    return _LOST_TO.search(text, max(0, span[0] - _REACH), span[0]) is not None or _WON.match(text, span[1]) is not None


def _is_owner(text: str, span: Span) -> bool:
    """Return whether the name only says whose something is: the Zelensky of "Zelensky's chief of intelligence"."""
    return text[span[1] - 2 : span[1]] == "'s" and text[span[1] : span[1] + 1] == " "


def _begins_clause(text: str, first: int, second: int, other: Name) -> bool:
    """Return whether the other name begins a clause behind one with a verb: "It came from A, and B stood as guarantor"."""
    if other.start == second and "," in text[first:second] and _HAS_DONE.match(text, other.end):
        return has_verb(text[:first])  # "It came from A, and B's group has asked for more"
    return (
        other.start == second
        and "," in text[first:second]
        and any(map(is_past, map(folded, _WORD_BEHIND.findall(text[other.end : other.end + _REACH])[:1])))
        and ("(" in text[first:second] or has_verb(text[:first]))
    )


def _is_clause(more: str) -> bool:
    """Return whether some words tell what is or was done, and name no thing as "self-propelled guns" do."""
    return _CLAUSE.search(more) is not None or any(is_past(word) for word in more.lower().split() if "-" not in word)


def _does_more(more: str) -> bool:
    """Return whether some words tell what else was done, with no thing beside the accepted one: "left the board", "lends in dollars"."""
    words = key(more)
    return _DOES_MORE.match(more) is not None or (len(words) > 1 and is_past(words[0]) and not words[0].endswith("ed"))


def _ends_there(text: str, name: Name) -> bool:
    return re.match(r"\s*(?:$|[.,;/|\n!?)])", text[name.end : name.end + 3]) is not None
