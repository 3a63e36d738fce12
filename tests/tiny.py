"""Tiny models with random weights, made in place: nothing is downloaded, and what they answer means nothing."""

import json

WORDS = "the bridge opened on 4 may 1911 it is 155 metres long who what how when led work anna keller document question answer".split()  # noqa: SIM905 - reads best as one text


def word_tokenizer(specials):
    """A tokenizer of whole words and single characters, with a pair template as BERT's."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415 - an extra

    characters = [chr(code) for code in range(33, 127)] + [f"##{chr(code)}" for code in range(33, 127)]
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys([*specials, *WORDS, *characters]))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - a token, no secret
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    ids = [(name, vocabulary[name]) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=ids
    )
    return tokenizer


SIZE = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}


def extractive(folder, places=512, **size):
    """Write a BERT for question answering that reads ``places`` tokens."""
    import torch  # noqa: PLC0415 - an extra
    import transformers  # noqa: PLC0415 - an extra

    torch.manual_seed(7)
    specials = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    names = ["input_ids", "token_type_ids", "attention_mask"]
    words = word_tokenizer([*specials.values()])
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=words, model_input_names=names, **specials)
    config = transformers.BertConfig(
        vocab_size=len(tokenizer), max_position_embeddings=places, initializer_range=0.5, **(size or SIZE)
    )
    return _written(transformers.BertForQuestionAnswering(config), tokenizer, folder)


CHAT = "{% for m in messages %}<{{ m.role }}>{{ m.content }}\n{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}"
NO_SYSTEM = "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}" + CHAT


def generative(folder, template=None, places=512, *, encodes=False, **size):
    """Write a Llama (a T5 when it ``encodes`` the prompt apart) over single bytes, with or without a chat template."""
    import torch  # noqa: PLC0415 - an extra
    import transformers  # noqa: PLC0415 - an extra

    torch.manual_seed(7)
    tokenizer = _bytes()
    small = {"vocab_size": len(tokenizer), "pad_token_id": 0, "eos_token_id": 1}
    if encodes:
        config = transformers.T5Config(
            d_model=32, d_kv=16, d_ff=64, num_layers=1, num_heads=2, decoder_start_token_id=0, **small
        )
        model = transformers.T5ForConditionalGeneration(config)
    else:
        config = transformers.LlamaConfig(
            max_position_embeddings=places, initializer_range=0.5, bos_token_id=1, **(size or SIZE), **small
        )
        model = transformers.LlamaForCausalLM(config)
    tokenizer.chat_template = template
    return _written(model, tokenizer, folder)


ENDS = {"pad_token": "<pad>", "eos_token": "</s>"}


def _bytes():
    import transformers  # noqa: PLC0415 - an extra
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers  # noqa: PLC0415 - an extra

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: number for number, letter in enumerate(["<pad>", "</s>", *letters])}
    tokenizer = Tokenizer(models.BPE(vocabulary, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **ENDS)


def _written(model, tokenizer, folder):
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    assert json.loads((folder / "config.json").read_text(encoding="utf-8"))["architectures"]
    return str(folder)
