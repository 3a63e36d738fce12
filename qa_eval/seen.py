"""What one look at each result of a report shows, in a few bytes a result: a second look is seldom needed."""

from __future__ import annotations

from array import array
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from qa_eval import journal
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.model import Result

DIGEST_LENGTH = 16
TOGETHER = 512  # results that are digested at once


class Seen:
    """Results by their places, from 0 in their order.

    ``numbers`` holds the place of each one's question in the dataset, -1 where it is not in there, and ``columns_of`` its
    place in ``columns``, the pairs of answerer and repetition in the order in which they first come. ``wrong`` are the places of
    what is not correct, in order. ``digest`` is the hex digest of ``head`` and of each one's question, answerer, repetition,
    answer and verdict.
    """

    def __init__(self, results: Sequence[Result], places: Mapping[str, int], head: str) -> None:
        self.numbers, self.columns_of, self.wrong = array("i"), array("H"), array("i")
        columns: dict[tuple[str, int], int] = {}
        whole = sha256(_bytes(head))
        glances, place = journal.glances(results), 0
        while part := [*islice(glances, TOGETHER)]:
            for name, answerer, repeat, _, verdict in part:
                self.numbers.append(places.get(name, -1))
                self.columns_of.append(columns.setdefault((answerer, repeat), len(columns)))
                if verdict is not Verdict.CORRECT:
                    self.wrong.append(place)
                place += 1
            whole.update(_bytes("".join([repr((*one[:4], str(one.verdict))) for one in part])))
        self.columns = tuple(columns)
        self.digest = whole.hexdigest()[:DIGEST_LENGTH]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
