"""Extractive models: torch scores, ``_extract`` cuts and decodes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import torch
import transformers

from qa_eval.answerers._extract.reader import Reader, Reading
from qa_eval.answerers._extract.windows import Windows
from qa_eval.answerers.hf.weights import loaded

if TYPE_CHECKING:
    from qa_eval.answerers._extract.reader import Ids
    from qa_eval.answerers._extract.spans import Scores
    from qa_eval.answerers.hf.loading import Found


def reader(found: Found, reading: Reading, window: int, overlap: int) -> Reader:
    """Load the weights, and return what answers with them."""
    model = loaded(transformers.AutoModelForQuestionAnswering, found)
    takes_types = "token_type_ids" in found.tokenizer.model_input_names

    def forward(ids: Ids, mask: Ids, types: Ids) -> tuple[Scores, Scores]:
        given = {"input_ids": ids, "attention_mask": mask} | ({"token_type_ids": types} if takes_types else {})
        with torch.inference_mode():
            scores = model(**{name: torch.from_numpy(value).to(model.device) for name, value in given.items()})
            both = torch.stack((scores.start_logits, scores.end_logits)).float().cpu().numpy()
        return both[0], both[1]

    cutting = Windows(found.tokenizer.backend_tokenizer, window, overlap, found.tokenizer.cls_token_id)
    return Reader(cutting, forward, replace(reading, pad_id=found.tokenizer.pad_token_id or 0))
