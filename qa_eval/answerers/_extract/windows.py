"""A question and a document as windows of tokens that a model can read, overlapping so that no answer is cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qa_eval.errors import AnswererError
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator


@value
class Window:
    """The tokens of one window, and where the document's are: tokens ``first`` to ``last`` (exclusive).

    ``offsets`` are the characters of the document that each token covers; ``null`` is the token that stands for no answer.
    """

    ids: list[int]
    types: list[int]
    offsets: list[tuple[int, int]]
    first: int
    last: int
    null: int


class Windows:
    """Cuts pairs of a question and a document with a ``tokenizers.Tokenizer``; ``size`` and ``overlap`` in tokens."""

    def __init__(self, tokenizer: Any, size: int, overlap: int, null_id: int | None = None) -> None:
        self._counting = _copy(tokenizer)
        self._cutting = _copy(tokenizer)
        self._cutting.enable_truncation(size, stride=overlap, strategy="only_second")
        self._size, self._overlap, self._null_id = size, overlap, null_id

    def of(self, question: str, document: str) -> Iterator[Window]:
        """Yield the windows, none for a document without tokens. Raises AnswererError for a question that leaves no room."""
        specials = self._counting.num_special_tokens_to_add(True)
        asked = len(self._counting.encode(question, add_special_tokens=False).ids)
        if self._size - specials - asked <= self._overlap:
            said = (
                f"the question has {asked} tokens, too many for windows of {self._size} that overlap by {self._overlap}"
            )
            raise AnswererError("refused", said)
        whole = self._cutting.encode(question, document)
        for part in (whole, *whole.overflowing):
            owners = part.sequence_ids
            if 1 in owners:
                first = owners.index(1)
                last = first + owners.count(1)
                yield Window(part.ids, part.type_ids, part.offsets, first, last, self._null(part.ids))

    def _null(self, ids: list[int]) -> int:
        return ids.index(self._null_id) if self._null_id in ids else 0


def _copy(tokenizer: Any) -> Any:
    copied = type(tokenizer).from_str(tokenizer.to_str())
    copied.no_padding()
    copied.no_truncation()
    return copied
