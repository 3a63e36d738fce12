"""Which model it is, of what kind, and where it runs: found before any weight is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qa_eval.answerers._files import fingerprint
from qa_eval.answerers._texts import one_line
from qa_eval.errors import MissingExtraError, SpecError, did_you_mean
from qa_eval.values import value

EXTRACTIVE = "ForQuestionAnswering"
GENERATIVE = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
DTYPES = ("float32", "bfloat16", "float16")
FAR = 10**6  # tokens: a tokenizer that has no limit says an absurd number
SHOWN = 300


@value
class Found:
    """A model before its weights: ``limit`` is the most tokens it reads, None where it has none."""

    name: str
    revision: str | None
    config: Any
    tokenizer: Any
    extractive: bool
    limit: int | None
    device: str
    dtype: str
    fingerprint: str


def find(name: str, revision: str, device: str, dtype: str) -> Found:
    """Return the model of a folder or of the hub. Raises MissingExtraError and SpecError."""
    try:
        import torch  # noqa: PLC0415, F401 - an extra, and takes seconds
        import transformers  # noqa: PLC0415 - see above
    except ImportError as error:
        raise MissingExtraError(str(error.name or "transformers"), "hf") from None
    transformers.utils.logging.disable_progress_bar()
    if name.startswith((".", "/", "~")) and not Path(name).expanduser().is_dir():
        raise SpecError(
            f"there is no folder {name!r}", hint="name a folder with a config.json, or owner/name of the hub"
        )
    path = str(Path(name).expanduser()) if Path(name).expanduser().is_dir() else name
    try:
        config = transformers.AutoConfig.from_pretrained(path, revision=revision or None)
        tokenizer = transformers.AutoTokenizer.from_pretrained(path, revision=revision or None)
    except (OSError, ValueError, KeyError) as error:
        hint = "name a folder with config.json, weights and tokenizer, or owner/name of the hub"
        raise SpecError(f"{name!r} cannot be loaded: {one_line(str(error), SHOWN)}", hint=hint) from None
    extractive = _is_extractive(config, name)
    if extractive and not tokenizer.is_fast:
        raise SpecError(f"{name!r} has no tokenizer.json", hint="extractive models need a tokenizer that knows offsets")
    place = _device(device)
    files = fingerprint(Path(path)) if Path(path).is_dir() else str(getattr(config, "_commit_hash", "") or revision)
    return Found(
        path,
        revision or None,
        config,
        tokenizer,
        extractive,
        _limit(config, tokenizer),
        place,
        _dtype(dtype, place),
        files,
    )


def _is_extractive(config: Any, name: str) -> bool:
    kinds = [str(kind) for kind in config.architectures or ()]
    if any(kind.endswith(EXTRACTIVE) for kind in kinds):
        return True
    if any(kind.endswith(GENERATIVE) for kind in kinds):
        return False
    raise SpecError(
        f"{name!r} is a {', '.join(kinds) or config.model_type}, which does not answer questions",
        hint=f"its config.json has to name an architecture …{EXTRACTIVE} or …{', …'.join(GENERATIVE)}",
    )


def _limit(config: Any, tokenizer: Any) -> int | None:
    text = config.get_text_config()
    places = getattr(text, "max_position_embeddings", None)
    stated = tokenizer.model_max_length
    limits = [limit for limit in (places, stated) if isinstance(limit, int) and 0 < limit < FAR]
    return min(limits) if limits else None


def _device(wanted: str) -> str:
    import torch  # noqa: PLC0415 - see above

    if wanted == "auto":
        return "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        torch.empty(1, device=wanted)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        raise SpecError(f"option 'device': {one_line(str(error), SHOWN)}", hint="device=cpu always works") from None
    return wanted


def _dtype(wanted: str, device: str) -> str:
    if wanted == "auto":
        return "float32" if device == "cpu" else "auto"
    if wanted not in DTYPES:
        raise SpecError(f"option 'dtype' cannot be {wanted!r}", hint=did_you_mean(wanted, ("auto", *DTYPES)))
    return wanted
