"""Accepted names of species, which an answer may write with a short form of the genus: "Strep. pneumoniae" for Streptococcus pneumoniae."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    import re

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_SPECIES = regex(r"(?P<genus>[A-Z][a-z]{4,}) (?P<epithet>[a-z]{3,})(?: [a-z]{3,})?")
_SHORT = regex(r"\b(?P<genus>[A-Z][a-z]{1,})(?P<dot>\.?) (?P<epithet>[a-z]{3,})\b")
_LEAST = 3  # letters of a genus that is cut off without a dot


class GenusGold:
    """Accepted names of species, the genus of each by its epithet; ``plain`` judges an answer that has the genus in full."""

    def __init__(self, genera: dict[str, str], plain: Gold) -> None:
        self.shown = plain.shown
        self.genera, self.plain = genera, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted species."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        full = _SHORT.sub(self._in_full, text)
        again = self.plain.relate(full, document) if full != text else relation
        return again._replace(read=shown(text)) if again.reason in ACCEPTED else relation

    def _in_full(self, found: re.Match[str]) -> str:
        """Return a species with its genus in full, where what stands there is cut off from that."""
        genus = self.genera.get(found["epithet"], "")
        short = found["genus"]
        cut_off = genus.startswith(short) and len(short) < len(genus) and (found["dot"] or len(short) >= _LEAST)
        return f"{genus} {found['epithet']}" if cut_off else found[0]


def genus_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes a short form of the genus where species are accepted, else ``plain``."""
    found = [_SPECIES.fullmatch(text) for text in question.accepted]
    genera = {each["epithet"]: each["genus"] for each in found if each}
    return GenusGold(genera, plain) if genera else plain
