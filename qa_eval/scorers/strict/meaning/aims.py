"""What an answer tells beside or instead of "to …": that one wants to, what money goes towards, what one uses, and whose name it explains."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import folded, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHO = r"(?P<who>it|they|he|she|we|people|(?:the|its|their|his|her) [a-z]+|[A-Z]\w+)"
_PRONOUNS = frozenset("it they he she we people".split())  # noqa: SIM905 - a word list reads best as one text
_WANTS = r"(?:(?:has|have|had|is|are|was|were) )?(?:want|wish|hope|aim|intend|seek|sought|tri?y|plan|mean)(?:e?s|ed|d|ing|ning)?|tried|meant|hoping"
_WANTING = regex(rf"\A\W*(?:because |since |as )?{_WHO} (?:{_WANTS}) to (?:be able to )?(?=[a-z])")
_DEMANDING = regex(
    rf"\A\W*(?:because |since |as )?{_WHO} (?:(?:is|are|was|were) )?(?:want(?:s|ed)?|demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|after|sought|seeking|seeks?) (?!to\b)(?=[a-z])"
)
_TO = regex(r"\A\W*(?:in order |so as )?to (?:be able to )?(?=[a-z])", re.IGNORECASE)
_WANTED = regex(r"\b(?:want|wish)(?:s|ed|es)? to\b")
_SPENDING = regex(
    r"\A\W*(?:(?:the|this|that|all of the|most of the) )?[a-z]+(?: [a-z]+)? (?:(?:will|would|is to|are to|was to|were to|can|could|is being|are being|has|have|had|shall|should) )*"
    r"(?:(?:be|been|is|are|was|were) )?(?:used|spent|go|goes|went|gone|going|put|invested|help|helps|pay|pays|paid|finance|finances|financed|fund|funds|funded)(?: (?:for|on|to|towards?|into|in))?(?: the)? (?=[a-z])",
    re.IGNORECASE,
)
_ASKS_USE = regex(
    r"\b(?:us(?:e|ed|es|ing)|spen[dt](?:s|ing)?|money|funds|proceeds|donations|invest\w*)\b", re.IGNORECASE
)
_USING = regex(
    rf"\A\W*(?:by )?(?:{_WHO} )?(?:us(?:e|es|ed|ing)|with the (?:help|aid) of|with help from|making use of|made use of|makes? use of) (?=[a-z])",
    re.IGNORECASE,
)
_MEANS = ("by ", "with ", "through ", "from ", "using ", "via ")
_FIRST = regex(r",? (?:first|beforehand|in advance)(?=\W*\Z)", re.IGNORECASE)
_EXPLAINED = regex(r" ?\((?P<name>[A-Z]\w+) (?:is|was|being) (?P<what>the [a-z]+(?: [a-z]+)?)\)")


class Aims:
    """The accepted texts of one question, by what an answer may tell instead of them."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self._texts, self._question = tuple(text.lower().lstrip() for text in texts), question

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(key(self._question))

    @cached_property
    def asks_why(self) -> bool:
        """Whether the question asks for a reason or purpose."""
        question = f" {self._question.lower()} "
        return " why " in question or " for?" in question or " what was the purpose" in question or " aim " in question

    @cached_property
    def _wanted(self) -> bool:
        return any(map(_WANTED.search, self._texts))

    @cached_property
    def _asks_use(self) -> bool:
        return _ASKS_USE.search(self._question) is not None

    @cached_property
    def _by_means(self) -> bool:
        return self._question.lower().startswith("how ") and any(text.startswith(_MEANS) for text in self._texts)

    @cached_property
    def _for(self) -> bool:
        return any(text.startswith("for ") for text in self._texts)

    @cached_property
    def _asks_before(self) -> bool:
        return not {"before", "1st"}.isdisjoint(self._asked)

    def told_by(self, text: str) -> Iterator[str]:
        """Yield what an answer comes to without what only says that it is wanted, used or told of somebody by name."""
        if self._asks_before and (found := _FIRST.search(text)):
            yield text[: found.start()]
        if "(" in text and (found := _EXPLAINED.search(text)):
            plain = text[: found.start()] + text[found.end() :]
            if found["name"] in plain:
                yield plain.replace(found["name"], found["what"])
        if self.asks_why:
            yield from self._wished(text)
        if self._asks_use and (found := _SPENDING.match(text)):
            yield text[found.end() :]
        if self._by_means and (found := _USING.match(text)) and self._is_asked(found["who"]):
            yield f"with {text[found.end() :]}"

    def _wished(self, text: str) -> Iterator[str]:
        if self._wanted:
            found = _TO.match(text)
            if found:
                yield f"they wanted to {text[found.end() :]}"
            return
        wanting = _WANTING.match(text)
        if wanting and self._is_asked(wanting["who"]):
            yield f"to {text[wanting.end() :]}"
        elif self._for and (demanding := _DEMANDING.match(text)) and self._is_asked(demanding["who"]):
            yield f"for {text[demanding.end() :]}"

    def _is_asked(self, who: str | None) -> bool:
        """Return whether it is told of what is asked about."""
        return who is None or who.lower() in _PRONOUNS or folded(who.split()[-1]) in self._asked
