"""Extractive models in the ONNX format, by onnxruntime alone: no torch, and a start in a tenth of the time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from qa_eval.answerers._files import fingerprint
from qa_eval.answerers._texts import digest, one_line
from qa_eval.errors import MissingExtraError, SpecError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.answerers._extract.reader import Ids, Reader
    from qa_eval.answerers._extract.spans import Scores
    from qa_eval.errors import AnswererError
    from qa_eval.model import Prediction

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
NO_ANSWER = ("[CLS]", "<s>")
PADDING = ("[PAD]", "<pad>")
SHOWN = 300


class Answerer:
    """Runs an extractive ONNX model by onnxruntime: onnx:FOLDER, which holds model.onnx and tokenizer.json

    Raises MissingExtraError without onnxruntime and tokenizers, and SpecError for a folder that holds no such model.
    ``identity`` covers the folder's files.
    """

    def __init__(
        self,
        folder: str,
        *,
        batch: Annotated[int, "windows in one pass"] = 16,
        max_tokens: Annotated[int, "longest answer"] = 30,
        window: Annotated[int, "tokens that the model reads at once, the question included"] = 384,
        overlap: Annotated[int, "tokens that neighbouring windows share"] = 128,
        threshold: Annotated[float, "decline when no answer scores so much more than the best span; inf: never"] = 0.0,
    ) -> None:
        self.batch_size = batch
        self._lock = threading.Lock()
        for name in (MODEL, TOKENIZER):
            if not (Path(folder) / name).is_file():
                raise SpecError(f"there is no {name} in {folder!r}", hint="export one with `optimum-cli export onnx`")
        self._reader = _reader(Path(folder), (window, overlap), (max_tokens, batch, threshold))
        self.identity = digest([fingerprint(Path(folder)), batch, max_tokens, window, overlap, str(threshold)])

    def answer_batch(self, questions: Sequence[str], document: str) -> list[Prediction | AnswererError]:
        """Return one prediction a question; what the model cannot take is that question's own failure."""
        with self._lock:
            return self._reader.answers(questions, document)


def _reader(folder: Path, cut: tuple[int, int], settings: tuple[int, int, float]) -> Reader:
    try:
        import onnxruntime  # noqa: PLC0415 - an extra
        import tokenizers  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(str(error.name), "onnx") from None
    from qa_eval.answerers._extract.reader import Reader, Reading  # noqa: PLC0415 - numpy
    from qa_eval.answerers._extract.windows import Windows  # noqa: PLC0415 - see above

    size, overlap = cut
    if not 0 <= overlap < size:
        raise SpecError(f"windows of {size} tokens cannot overlap by {overlap}", hint="overlap=64, for one")
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
        session = onnxruntime.InferenceSession(folder / MODEL, providers=onnxruntime.get_available_providers())
    except Exception as error:  # both raise classes of their own, or Exception itself
        raise SpecError(f"{str(folder)!r} cannot be loaded: {one_line(str(error), SHOWN)}") from error
    reading = Reading(*settings, pad_id=_first(tokenizer, PADDING) or 0)
    return Reader(Windows(tokenizer, size, overlap, _first(tokenizer, NO_ANSWER)), _forward(session), reading)


def _forward(session: Any) -> Any:
    takes = {given.name for given in session.get_inputs()}
    gives = [made.name for made in session.get_outputs()]
    wanted = ["start_logits", "end_logits"] if {"start_logits", "end_logits"} <= {*gives} else gives[:2]
    if "input_ids" not in takes or len(wanted) < 2:  # noqa: PLR2004 - starts and ends
        raise SpecError(
            f"the model takes {', '.join(sorted(takes))} and gives {', '.join(gives)}",
            hint="an extractive model takes input_ids and gives start_logits and end_logits",
        )

    def forward(ids: Ids, mask: Ids, types: Ids) -> tuple[Scores, Scores]:
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        starts, ends = session.run(wanted, {name: value for name, value in given.items() if name in takes})
        return starts, ends

    return forward


def _first(tokenizer: Any, names: Sequence[str]) -> int | None:
    found = (tokenizer.token_to_id(name) for name in names)
    return next((number for number in found if number is not None), None)
