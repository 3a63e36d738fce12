"""Weights, on the device and in the precision that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from qa_eval.answerers._texts import one_line
from qa_eval.answerers.hf.loading import SHOWN
from qa_eval.errors import AnswererError

if TYPE_CHECKING:
    from qa_eval.answerers.hf.loading import Found


def loaded(kind: Any, found: Found) -> Any:
    """Return the model, ready to answer. Raises AnswererError when its weights cannot be loaded or do not fit."""
    dtype = found.dtype if found.dtype == "auto" else getattr(torch, found.dtype)
    try:
        model = kind.from_pretrained(found.name, revision=found.revision, dtype=dtype)
        return model.to(found.device).eval()
    except (OSError, ValueError, RuntimeError) as error:
        raise AnswererError("exception", f"the weights cannot be loaded: {one_line(str(error), SHOWN)}") from error
