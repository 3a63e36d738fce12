"""The recipes for servers are followed to the letter: the app that the page shows, and transformers' own server."""

import commandline
import documented
import pytest

PAGE = commandline.ROOT / "docs" / "servers.md"
MODEL = """
import sys

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

torch.manual_seed(0)
letters = ["<s>", "</s>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
tokenizer = Tokenizer(models.BPE(vocab={letter: n for n, letter in enumerate(letters)}, merges=[]))
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
tokenizer.decoder = decoders.ByteLevel()
fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", pad_token="</s>")
fast.chat_template = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\\n{% endfor %}assistant:"
fast.save_pretrained("tiny")
LlamaForCausalLM(LlamaConfig(
    vocab_size=len(letters), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
    num_key_value_heads=2, max_position_embeddings=2048, bos_token_id=0, eos_token_id=1,
)).save_pretrained("tiny")
print("{}")
"""


def test_the_app_that_the_page_shows_answers(place):
    (app,) = [block for block in documented.blocks(PAGE) if block.file == "app.py"]
    documented.do(app, place.folder)
    with place.server("uvicorn", "app:app", ready="/docs") as port:
        told = commandline.data("run", "bridge.yaml", "-a", f"http://127.0.0.1:{port}/answer", cwd=place.folder)
    assert told["runs"][0]["summary"]["answerers"][0]["overall"]["correct"] == 2


def test_transformers_own_server_answers_with_a_tiny_model_made_here(place):
    if not (place.bin / "transformers").exists():
        pytest.skip("transformers is not installed: scripts/adapters.sh models")
    place.python(MODEL)
    model = place.folder / "tiny"
    with place.server("transformers", "serve", str(model), "--device", "cpu", ready="/health") as port:
        spec = f"openai:{model}?base_url=http://127.0.0.1:{port}/v1&max_tokens=16"
        told = commandline.data("run", "bridge.yaml", "-a", spec, "--concurrency", "1", cwd=place.folder)
    found = told["runs"][0]["summary"]["answerers"][0]
    assert (found["overall"]["n"], found["overall"]["failed"]) == (3, 0)
    assert 0 < found["completion_tokens"] <= 3 * 16
