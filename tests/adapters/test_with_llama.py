"""llama-cpp-python's server is asked as the page says, with a tiny random model in GGUF that is made here."""

import commandline

MODEL = """
import sys

import gguf
import numpy

LENGTH, WIDTH, BLOCKS, HEADS = 32, 64, 2, 2
kinds = gguf.TokenType
tokens = {"<unk>": kinds.UNKNOWN, "<s>": kinds.CONTROL, "</s>": kinds.CONTROL}
tokens |= {f"<0x{byte:02X}>": kinds.BYTE for byte in range(256)}
tokens |= {letter: kinds.NORMAL for letter in ["\\u2581", *map(chr, range(33, 127))]}

writer = gguf.GGUFWriter("model.gguf", "llama")
writer.add_context_length(4096)
writer.add_embedding_length(LENGTH)
writer.add_feed_forward_length(WIDTH)
writer.add_block_count(BLOCKS)
writer.add_head_count(HEADS)
writer.add_rope_dimension_count(LENGTH // HEADS)
writer.add_layer_norm_rms_eps(1e-5)
writer.add_tokenizer_model("llama")
writer.add_token_list([*tokens])
writer.add_token_types([*tokens.values()])
writer.add_token_scores([-float(rank) for rank in range(len(tokens))])
writer.add_bos_token_id(1)
writer.add_eos_token_id(2)
writer.add_chat_template("{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\\n{% endfor %}assistant:")

drawn = numpy.random.default_rng(0)


def weight(name, *shape):
    writer.add_tensor(f"{name}.weight", drawn.normal(0, 0.5, shape).astype(numpy.float32))


def norm(name):
    writer.add_tensor(f"{name}.weight", numpy.ones(LENGTH, numpy.float32))


weight("token_embd", len(tokens), LENGTH)
weight("output", len(tokens), LENGTH)
norm("output_norm")
for block in range(BLOCKS):
    for name in ("attn_norm", "ffn_norm"):
        norm(f"blk.{block}.{name}")
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        weight(f"blk.{block}.{name}", LENGTH, LENGTH)
    for name in ("ffn_gate", "ffn_up"):
        weight(f"blk.{block}.{name}", WIDTH, LENGTH)
    weight(f"blk.{block}.ffn_down", LENGTH, WIDTH)
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
print("{}")
"""


def test_llama_cpp_pythons_server_answers_and_its_tokens_are_counted(place):
    place.python(MODEL)
    options = ["--model", "model.gguf", "--n_ctx", "4096"]
    with place.server("python", "-m", "llama_cpp.server", *options, ready="/v1/models") as port:
        spec = f"openai:model?base_url=http://localhost:{port}/v1&max_tokens=16"
        told = commandline.data("run", "bridge.yaml", "-a", spec, "--concurrency", "1", cwd=place.folder)
    found = told["runs"][0]["summary"]["answerers"][0]
    assert (found["overall"]["n"], found["overall"]["failed"]) == (3, 0)
    assert found["prompt_tokens"] > 3 * len("The bridge is 155 metres long. Anna Keller led the work.") / 2
    assert 0 < found["completion_tokens"] <= 3 * 16
