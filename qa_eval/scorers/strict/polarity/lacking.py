"""Questions that ask for what is not there, or was not done: "What do the cells lack?", "What did she forget to do?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, folded, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKS = regex(
    r"\bwh(?:at|ich)\b.*\b(?:lack(?:s|ed)?|(?:forgets?|forgot|fail(?:s|ed)?|neglect(?:s|ed)?|omit(?:s|ted)?) to)\b",
    re.IGNORECASE,
)
# "What did she fail to deliver?", and "She failed to deliver the parcel"
_UNDONE = r"(?:forg[eo]t(?:s|ten)?|fail(?:s|ed)?|neglect(?:s|ed)?|omit(?:s|ted)?) to"
_UNDONE_ASKED = regex(rf"\b{_UNDONE} (?P<verb>(?!do\b)[a-z]+)\b", re.IGNORECASE)
_LEFT_UNDONE = regex(rf"\b(?:(?:has|have|had) )?{_UNDONE} (?=[a-z])", re.IGNORECASE)
_WHO = r"\W*(?:(?:he|she|it|they|the [a-z]+) (?:said|says|thought|thinks|found|felt)(?: that)? )?(?:(?:it|they|he|she|[A-Z][\w'-]+(?: [A-Z][\w'-]+)*|the [a-z]+(?: [a-z]+)?) )"
_DENIED = regex(
    rf"{_WHO}?(?:do|does|did|have|has|had|is|are|was|were) not (?:(?:have|contain|include|possess|any) ){{0,2}}(?P<what>.+)",
    re.IGNORECASE,
)
_TOLD = regex(
    rf"{_WHO}(?:(?P<has>have|has|had|contains?|contained|possess(?:es|ed)?) (?!to\b|no\b|not\b|neither\b)|(?P<verb>[a-z]+) )",
    re.IGNORECASE,
)
# "not patient enough", "too little patience", "was impatient"
_TOO_LITTLE = regex(
    rf"{_WHO}?(?:[a-z]+ )??(?:(?:too little|too few|not enough|insufficient|hardly any) (?P<noun>[a-z].*)"
    r"|(?:not |(?:was|were|is|are|had been) not )(?:[a-z]+ )?(?P<adjective>[a-z]+) enough\b(?P<rest>.*)"
    r"|(?:(?:too|so|rather|very) )?(?:un|in|im|ir|dis)(?P<lacks>[a-z]{4,})\b(?P<more>.*))",
    re.IGNORECASE,
)
_BEFORE = regex(r"\W*(?P<where>(?:in|on|at) [a-z ]+?), (?P<rest>.+)", re.IGNORECASE)
_LACK = regex(r"\black(?:s|ed|ing)?\b", re.IGNORECASE)
_OF_A_NOUN = regex(r"(?:ence|ance|ency|ancy|iness|ness|ity|ion|ment|cy|th|y|e)$")
_OF_AN_ADJECTIVE = regex(r"(?:ent|ant|ous|ive|ed|ful|ic|al|able|y|e|ate)$")
_WHEN = regex(r"\bwhen ", re.IGNORECASE)
_LEAST, _APART = 4, 2  # letters that a quality and its adjective share, and that one of them may have more
_NOT = regex(
    r"\b(?:not|no|never|without|neither|nor|unable|un[a-z]+ed|(?:r[ua]n|runs|running|f[ea]ll|falls|c[oa]me|comes|went|goes?) (?:short|low|out) (?:of|on)|(?:ha(?:s|ve|d)|contain(?:s|ed)?) (?:too )?(?:little|few)\b)\b",
    re.IGNORECASE,
)


class LackingGold:
    """Accepted words for what is not there; ``plain`` judges an answer without its "does not have"."""

    def __init__(self, question: Question, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.asked = stems(question.text)
        self.nouns = tuple(dict.fromkeys(word for text in question.accepted for word in key(text)))
        self.lacks = _LACK.search(question.text) is not None
        undone = _UNDONE_ASKED.search(question.text)
        self.undone = stem_of(folded(undone["verb"])) if undone else ""

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words: "They have none" says them, "They have one" denies them."""
        bare = uncontracted(text) if len(text) <= SHORT else text
        quality = self._quality(bare) if self.lacks and len(bare) <= SHORT else ""
        if quality and (relation := self.plain.relate(quality, document)).reason in ACCEPTED:
            return relation._replace(read=shown(text), certain=True)
        left = _LEFT_UNDONE.sub("", bare) if self.undone and len(bare) <= SHORT else bare
        if left != bare:
            return self.plain.relate(left, document)._replace(read=shown(text))
        denied = _DENIED.fullmatch(bare) if len(bare) <= SHORT else None
        if denied:
            relation = self.plain.relate(denied["what"], document)
            return relation._replace(read=shown(text))
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED and self._affirms(bare):
            return Relation(
                Reason.CONTRADICTION, f"says that it has or did {self.shown}, which it is asked to lack", relation.read
            )
        return relation

    def _quality(self, text: str) -> str:
        """Return the accepted quality of which an answer says that there is too little: "patience in debates" of "not patient enough in debates"."""
        before = _BEFORE.fullmatch(text)
        said = _TOO_LITTLE.fullmatch(f"{before['rest'].rstrip(' .!')} {before['where']}" if before else text)
        if said is None:
            return ""
        if said["noun"]:
            return said["noun"]
        adjective = said["adjective"] or said["lacks"]
        noun = next((noun for noun in self.nouns if _is_quality(noun, folded(adjective))), "")
        return f"{noun}{_WHEN.sub('in ', said['rest'] or said['more'] or '')}" if noun else ""

    def _affirms(self, text: str) -> bool:
        told = _TOLD.match(text)
        if told is None or _NOT.search(text):
            return False
        verb = told["verb"]
        if verb is None or not is_past(folded(verb)):
            return verb is None
        stem = stem_of(folded(verb))
        return stem not in self.asked or stem == self.undone


def _is_quality(noun: str, adjective: str) -> bool:
    """Return whether a noun names what an adjective tells: "patience" and "patient"."""
    one, other = _OF_A_NOUN.sub("", noun), _OF_AN_ADJECTIVE.sub("", adjective)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST and longer.startswith(shorter) and len(longer) - len(shorter) <= _APART


def lacking_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for what is asked to be lacking, else ``plain``."""
    return LackingGold(question, plain) if _ASKS.search(question.text) else plain
