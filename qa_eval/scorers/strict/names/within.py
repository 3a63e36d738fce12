"""Accepted places with the country or region that they lie in, "Halden, Norway": as sentences say both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.names.peoples import peoples
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_PLACE = regex(
    r"(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*), (?:the )?(?P<within>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)"
)
_KIND = r"(?:[a-z]+ )?(?:city|town|village|capital|port|resort|island|municipality|suburb|community|hamlet)"
_LIES = r"(?:which|that)(?: is|['’]s)?(?: (?:lies|located|situated|stands|found))?"


class WithinGold:
    """Accepted places of one question, each with what it lies in; ``plain`` judges an answer written as they are."""

    def __init__(self, places: Sequence[re.Match[str]], plain: Gold) -> None:
        self.shown, self.plain = plain.shown, plain
        self._forms = [(place["place"], f"{place['place']}, {place['within']}", _form(place)) for place in places]

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted places."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        for place, written, form in self._forms:
            if place in text and (said := form.sub(written, text)) != text:
                again = self.plain.relate(said, document)
                if again.reason in ACCEPTED:
                    return again
        return relation


def _form(place: re.Match[str]) -> re.Pattern[str]:
    """Return what matches "Halden, which is in Norway", "Norway's port of Halden", "the Norwegian city of Halden"."""
    what, where = re.escape(place["place"]), re.escape(place["within"])
    whose = rf"(?:{where}['’]s?"
    if people := peoples().get(place["within"].lower()):
        whose += f"|{people.capitalize()}"
    return re.compile(
        rf"\b{what}(?:,? {_LIES})?,? in (?:the )?{where}\b|\b(?:the )?{whose}) {_KIND}(?: of|,)? {what}\b"
        rf"|\bthe {_KIND} of {what},? (?:in )?{where}\b"
    )


def within_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes both parts of a place however a sentence joins them, where such places are accepted; else ``plain``."""
    places = [found for text in question.accepted if (found := _PLACE.fullmatch(text))]
    return WithinGold(places, plain) if places else plain
