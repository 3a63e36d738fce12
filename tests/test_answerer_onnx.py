"""An extractive model in the ONNX format answers with the best span of all windows; the model is made in place."""

import numpy as np
import pytest
import tiny

from qa_eval import plugins
from qa_eval.errors import SpecError

pytest.importorskip("onnxruntime", reason="needs the extra onnx: `make test-hf` installs it")
onnx = pytest.importorskip("onnx", reason="the test makes its model with the package onnx: see `make test-hf`")

DOCUMENT = "The bridge opened on 4 May 1911. It is 155 metres long. " * 30
SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


@pytest.fixture
def folder(tmp_path):
    """A model that scores each token by a table: "155" starts an answer best, "long" ends one."""
    tokenizer = tiny.word_tokenizer(SPECIALS)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    table = np.zeros((tokenizer.get_vocab_size(), 2), np.float32)
    table[tokenizer.token_to_id("155"), 0] = 4
    table[tokenizer.token_to_id("long"), 1] = 3
    table[tokenizer.token_to_id("[CLS]")] = 2.5
    make = onnx.helper
    nodes = [
        make.make_node("Gather", ["table", "input_ids"], ["scores"], axis=0),
        make.make_node("Split", ["scores"], ["starts", "ends"], axis=2, num_outputs=2),
        make.make_node("Squeeze", ["starts", "axis"], ["start_logits"]),
        make.make_node("Squeeze", ["ends", "axis"], ["end_logits"]),
    ]
    shape = ["rows", "tokens"]
    graph = make.make_graph(
        nodes,
        "tiny",
        [make.make_tensor_value_info("input_ids", onnx.TensorProto.INT64, shape)],
        [make.make_tensor_value_info(n, onnx.TensorProto.FLOAT, shape) for n in ("start_logits", "end_logits")],
        [onnx.numpy_helper.from_array(table, "table"), onnx.numpy_helper.from_array(np.array([2]), "axis")],
    )
    onnx.save(make.make_model(graph, opset_imports=[make.make_opsetid("", 18)], ir_version=8), tmp_path / "model.onnx")
    return tmp_path


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        ("", "155 metres long"),
        ("?window=40&overlap=8&batch=2", "155 metres long"),
        ("?threshold=-2", "155 metres long"),
        ("?threshold=-2.5", "not stated"),
    ],
)
def test_it_answers_with_the_best_span_or_declines(folder, options, answer):
    answerer = plugins.make("answerers", f"onnx:{folder}{options}")
    (said,) = answerer.answer_batch(["How long is the bridge?"], DOCUMENT)
    assert said.text == answer
    assert said.details == {"score": 7.0, "score_of_no_answer": 5.0}


def test_a_folder_without_a_model_says_what_is_missing(folder):
    (folder / "model.onnx").write_bytes(b"nonsense")
    with pytest.raises(SpecError, match="cannot be loaded"):
        plugins.make("answerers", f"onnx:{folder}")
    (folder / "model.onnx").unlink()
    with pytest.raises(SpecError, match=r"there is no model\.onnx"):
        plugins.make("answerers", f"onnx:{folder}")
