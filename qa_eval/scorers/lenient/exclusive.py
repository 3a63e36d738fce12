"""Words of a closed class, of which one excludes another: labour costs are no freight costs, prices no volumes, cholera no tuberculosis."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.stance import DOUBTED
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

# of what a cost is: one line, words of one meaning parted by spaces, the meanings by "|"
_COSTS = (
    "labour labor wage salary payroll staff personnel|freight shipping transport transportation logistics delivery haulage|energy fuel electricity power"
    "|material commodity input steel|marketing advertising promotion|interest financing borrowing|tax|rent lease|insurance|restructuring severance"
    "|depreciation amortization amortisation|legal litigation|pension|maintenance repair|packaging|research development"
)
_OF_COSTS = frozenset(map(form, "cost expense charge bill expenditure spending".split()))  # noqa: SIM905 - a word list reads best as one text
_AGES = "stone|bronze|iron|copper|ice|space|atomic nuclear"
_OF_AGES = frozenset((form("age"),))
_SALES = "volume quantity|price pricing|mix"
_DISEASES = (
    "tuberculosis tuberculous tubercle tb|cholera cholerae|anthrax anthracis|plague pestis|typhoid typhi|typhus|malaria|smallpox|chickenpox|polio poliomyelitis|measles|mumps|rubella|rabies|diphtheria|tetanus"
    "|syphilis|gonorrhoea gonorrhea|leprosy|influenza flu|dengue|ebola|scurvy|beriberi|rickets|pellagra|goitre goiter|hepatitis|pneumonia|meningitis|dysentery|asthma"
    "|diabetes|leukaemia leukemia|epilepsy|parkinson|alzheimer|huntington|jaundice|gout|arthritis"
)


class _Class(NamedTuple):
    """Meanings that exclude one another, each as the forms of its words, the nouns beside which alone they do (none: anywhere), and all words."""

    meanings: tuple[frozenset[str], ...]
    beside: frozenset[str]
    words: frozenset[str]

    def told(self, forms: frozenset[str]) -> frozenset[int]:
        """Return the places of the meanings that some forms have."""
        return frozenset(place for place, words in enumerate(self.meanings) if not words.isdisjoint(forms))


@cache
def _classes() -> tuple[_Class, ...]:
    found = []
    for line, beside in (
        (_COSTS, _OF_COSTS),
        (_AGES, _OF_AGES),
        (_SALES, frozenset[str]()),
        (_DISEASES, frozenset[str]()),
    ):
        meanings = tuple(frozenset(map(form, each.split())) for each in line.split("|"))
        found.append(_Class(meanings, beside, frozenset().union(*meanings)))
    return tuple(found)


def is_of_another_class(asked: Asked, said: Said) -> Decision | None:
    """Decide where each accepted text has a word of a closed class, and an answer, or its sentence that repeats the question, only another one."""
    if asked.is_negated or not asked.wanted:
        return None
    for each in _classes():
        if each.words.isdisjoint(said.bag):
            continue
        golds = [each.told(wanted.golden - asked.forms) for wanted in asked.wanted]
        if not all(golds) or (each.beside and not all(each.beside & wanted.golden for wanted in asked.wanted)):
            continue
        own = frozenset[int]().union(*golds)
        for words in _stretches(asked, said):
            told = each.told(frozenset(word.form for word in words) - asked.forms)
            if told and not told & own and (not each.beside or any(word.form in each.beside for word in words)):
                return Decision(0.2, Reason.WRONG_WORDS, "another one of its class")
    return None


def _stretches(asked: Asked, said: Said) -> Sequence[Sequence[Word]]:
    """Return all words of an answer, and those of its first sentence where that repeats the question."""
    first = list(said.between(0, said.sentences[1])) if len(said.sentences) > 1 else []
    echoes = {word.form for word in first if word.form not in SMALL and is_echo(word, asked)}
    restates = len(echoes) >= TWO and not DOUBTED.search(said.plain, 0, said.sentences[1])
    return (said.words, first) if restates else (said.words,)
