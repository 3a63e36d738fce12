"""Answerers of a run against each other, question by question: which is better, and is that more than noise."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.pairing import Lift, adjusted, lift_of, over, pairs
from qa_eval.analysis.section import Section
from qa_eval.pairs import share_right
from qa_eval.significance import p_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue
    from qa_eval.pairs import Pairs

FEW = 6  # answerers; of more, the most accurate one is shown beside each other one
COLUMNS = (
    "answerer",
    "against",
    "difference in points",
    "p",
    "outcome",
    "only it right",
    "only the other right",
    "questions",
)


class Match(NamedTuple):
    """Two answerers, the more accurate one first. ``ahead`` and ``behind`` are the questions that only one does better on."""

    name: str
    other: str
    lift: Lift
    ahead: int
    behind: int

    def row(self) -> tuple[str, ...]:
        """Return the row of a table."""
        found = self.lift
        outcome = "better" if found.certain else "NOT distinguishable"
        return (
            *(self.name, self.other, str(found), p_text(found.p), outcome),
            *(str(self.ahead), str(self.behind), str(found.n)),
        )

    def to_json(self) -> JsonValue:
        """Return it as a JSON object."""
        return {
            "answerer": self.name,
            "against": self.other,
            **self.lift.to_json(),
            "only_right": self.ahead,
            "only_other_right": self.behind,
        }


def head_to_head(answers: Answers) -> Iterator[Section]:
    """Yield what every two answerers differ by, where there are several."""
    found = _matches(answers.plain)
    if not found:
        return
    shown, left_out = found, ""
    if len(answers.plain) > FEW:
        best = max(answers.plain, key=_accuracy).name
        shown = [match for match in found if best in (match.name, match.other)]
        left_out = f" Of {len(found)} pairs those of {best} are shown; all stand in the JSON report."
    note = (
        "Brackets hold the 95 % interval of each paired difference alone, over the questions that both were asked; p is exact,"
        f" adjusted by Holm for {len(found)} pair{'' if len(found) == 1 else 's'}, and decides."
        f"{over(match.lift for match in found)}{left_out}"
    )
    yield Section(
        key="head_to_head",
        title="Answerers head to head",
        columns=COLUMNS,
        rows=tuple(match.row() for match in shown),
        notes=(note,),
        data={"rows": [match.to_json() for match in found]},
    )


def _matches(answerers: Sequence[Answered]) -> list[Match]:
    counted: dict[tuple[str, str], Pairs] = {}
    for one, other in combinations(answerers, 2):
        counts = pairs(one, other)
        ahead = sum(questions * (share_right(mine) - share_right(its)) for (_, mine, its), questions in counts.items())
        if ahead < 0:
            counted[other.name, one.name] = Counter(
                {(document, its, mine): k for (document, mine, its), k in counts.items()}
            )
        elif counts:
            counted[one.name, other.name] = counts
    lifts = adjusted({names: lift_of(counts) for names, counts in counted.items()})
    return [Match(*names, lifts[names], *_better(counts)) for names, counts in counted.items()]


def _better(counts: Pairs) -> tuple[int, int]:
    """Return on how many questions the first does better than the other, and worse."""
    ahead = sum(questions for (_, mine, its), questions in counts.items() if share_right(mine) > share_right(its))
    behind = sum(questions for (_, mine, its), questions in counts.items() if share_right(mine) < share_right(its))
    return ahead, behind


def _accuracy(one: Answered) -> float:
    right, n = one.total
    return right / n if n else 0.0
