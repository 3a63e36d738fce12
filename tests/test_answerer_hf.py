"""Models on this machine: spans out of windows, generated text in batches; tiny random models, made in place."""

import commandline
import pytest
import tiny

from qa_eval import plugins
from qa_eval.answerers import _prompts
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction

torch = pytest.importorskip(
    "torch", reason="needs the extra hf: `make test-hf` installs it in an environment of its own"
)
transformers = pytest.importorskip("transformers", reason="needs the extra hf: see `make test-hf`")

DOCUMENT = (
    "The bridge over the Linth opened on 4 May 1911. It is 155 metres long. The engineer Anna Keller led the work. " * 8
)
QUESTIONS = ["How long is the bridge?", "Who led the work?", "When did the bridge open?", "What is it?"]


def made(folder, **options):
    text = "&".join(f"{name}={value}" for name, value in options.items())
    return plugins.make("answerers", f"hf:{folder}" + (f"?{text}" if text else ""))


@pytest.fixture(scope="module")
def reads(tmp_path_factory):
    return tiny.extractive(tmp_path_factory.mktemp("reads"))


@pytest.fixture(scope="module")
def writes(tmp_path_factory):
    return tiny.generative(tmp_path_factory.mktemp("writes"), tiny.CHAT, places=4096)


def exhaustive(folder, question, document, size, overlap, longest):
    """The best span and the lowest no-answer score by transformers' own windows and a loop over all spans."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForQuestionAnswering.from_pretrained(folder).eval()
    cut = tokenizer(
        question, document, truncation="only_second", max_length=size, stride=overlap,
        return_overflowing_tokens=True, return_offsets_mapping=True, padding=True, return_tensors="pt",
    )  # fmt: skip
    best, null = (float("-inf"), ""), float("inf")
    for row in range(len(cut["input_ids"])):
        with torch.inference_mode():
            n = int(cut["attention_mask"][row].sum())
            names = ("input_ids", "attention_mask", "token_type_ids")
            scores = model(**{name: cut[name][row : row + 1, :n] for name in names})
        starts, ends = scores.start_logits[0].tolist(), scores.end_logits[0].tolist()
        null = min(null, starts[0] + ends[0])
        inside = [place for place, owner in enumerate(cut.sequence_ids(row)) if owner == 1]
        for first in inside:
            for last in inside:
                if first <= last < first + longest and starts[first] + ends[last] > best[0] + 1e-5:
                    spot = cut["offset_mapping"][row]
                    best = starts[first] + ends[last], document[int(spot[first][0]) : int(spot[last][1])]
    return best, null


@pytest.mark.parametrize(("size", "overlap", "longest"), [(64, 16, 30), (40, 0, 5), (48, 30, 1)])
def test_the_span_is_the_best_one_of_all_windows(reads, size, overlap, longest):
    answerer = made(reads, window=size, overlap=overlap, max_tokens=longest, threshold="inf")
    for question, said in zip(QUESTIONS, answerer.answer_batch(QUESTIONS, DOCUMENT), strict=True):
        (score, text), null = exhaustive(reads, question, DOCUMENT, size, overlap, longest)
        assert said.details["score"] == pytest.approx(score, abs=2e-3)
        assert said.details["score_of_no_answer"] == pytest.approx(null, abs=2e-3)
        assert said.text == text.strip()


@pytest.mark.parametrize("batch", [1, 3, 64])
def test_the_size_of_a_batch_changes_no_span(reads, batch):
    one = made(reads, window=64, overlap=16, threshold="inf").answer_batch(QUESTIONS, DOCUMENT)
    other = made(reads, window=64, overlap=16, threshold="inf", batch=batch).answer_batch(QUESTIONS, DOCUMENT)
    assert [said.text for said in other] == [said.text for said in one]
    assert all(said.text in DOCUMENT for said in one)


def test_it_declines_when_no_answer_scores_higher_by_the_threshold(reads):
    said = made(reads, window=64, overlap=16, threshold="inf").answer_batch(QUESTIONS, DOCUMENT)
    margins = [each.details["score_of_no_answer"] - each.details["score"] for each in said]
    between = sum(sorted(margins)[1:3]) / 2
    again = made(reads, window=64, overlap=16, threshold=between).answer_batch(QUESTIONS, DOCUMENT)
    assert [each.text == "not stated" for each in again] == [margin > between for margin in margins]
    assert {
        each.text for each in made(reads, window=64, overlap=16, threshold="-inf").answer_batch(QUESTIONS, DOCUMENT)
    } == {"not stated"}


@pytest.mark.parametrize("document", ["", " \n "])
def test_a_document_without_words_gives_no_answer(reads, document):
    assert made(reads, overlap=16).answer_batch(["Who?"], document) == [Prediction("not stated")]


def test_a_question_that_leaves_no_room_fails_alone(reads):
    said = made(reads, overlap=16).answer_batch(["Who led the work?", "what " * 400], DOCUMENT)
    assert isinstance(said[0], Prediction)
    assert isinstance(said[1], AnswererError)
    assert "the question has 400 tokens" in said[1].message


def bare(folder, prompts, longest):
    """The prompts one by one, without any padding, greedily."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    for prompt in prompts:
        ids = tokenizer(prompt, add_special_tokens=False, return_tensors="pt")["input_ids"]
        new = model.generate(ids, max_new_tokens=longest, do_sample=False, pad_token_id=0)[0, ids.shape[1] :]
        yield tokenizer.decode(new, skip_special_tokens=True).strip()


def test_a_batch_padded_on_the_left_says_what_each_prompt_says_alone(writes):
    questions = [*QUESTIONS, "Who?" * 40]
    said = made(writes, max_tokens=12).answer_batch(questions, "It is 155 metres long.")
    prompts = [
        f"<system>{system}\n<user>{user}\n<assistant>"
        for system, user in (_prompts.filled(_prompts.read(""), q, "It is 155 metres long.") for q in questions)
    ]
    assert [each.text for each in said] == list(bare(writes, prompts, 12))
    assert [each.tokens.prompt for each in said] == [len(prompt.encode()) for prompt in prompts]
    assert all(each.tokens.completion <= 12 for each in said)


@pytest.mark.parametrize(
    ("template", "begins"),
    [(tiny.NO_SYSTEM, "<user>Be brief.\n\nWho? in D\n<assistant>"), (None, "Be brief.\n\nWho? in D\n\nAnswer:")],
    ids=["a template without a system message", "no template"],
)
def test_the_prompt_fits_the_model(tmp_path, template, begins):
    (tmp_path / "prompt.txt").write_text("Be brief.\n---\n{question} in {document}", encoding="utf-8")
    folder = tiny.generative(tmp_path / "model", template)
    answerer = made(folder, prompt=tmp_path / "prompt.txt", max_tokens=2)
    assert answerer.answer_batch(["Who?"], "D")[0].tokens.prompt == len(begins)
    assert answerer._ready._text("Who?", "D") == begins


def test_a_model_that_encodes_its_prompt_apart_answers(tmp_path):
    said = made(tiny.generative(tmp_path, encodes=True), max_tokens=5).answer_batch(QUESTIONS, DOCUMENT)
    assert [each.tokens.completion <= 5 for each in said] == [True] * 4


def test_a_prompt_longer_than_the_model_reads_fails_alone(tmp_path):
    folder = tiny.generative(tmp_path, tiny.CHAT, places=600)
    said = made(folder, max_tokens=8).answer_batch(["Who?", "Who? " * 60], "It is long.")
    assert isinstance(said[0], Prediction)
    assert said[1].kind == "refused"
    assert "the model reads 600" in said[1].message


def test_what_is_generated_is_read_up_to_its_end_and_behind_its_thoughts(writes):
    answerer = made(writes, max_tokens=64)
    answerer.answer_batch(["Who?"], "D")  # loads the weights
    encode = answerer._ready._tokenizer.encode
    said = answerer._ready._said(3, [*encode("<think>170?</think>\n155 m"), 1, *encode("more")])
    assert (said.text, said.details) == ("155 m", {})
    assert said.tokens.completion == len("<think>170?</think>\n155 m")
    assert answerer._ready._said(3, encode("x" * 64)).details == {"finish_reason": "length"}


def test_greedy_answers_repeat_and_a_temperature_is_taken(writes):
    first, again = (made(writes, max_tokens=16).answer_batch(QUESTIONS, "D") for _ in range(2))
    assert first == again
    assert made(writes, max_tokens=16, temperature=5).answer_batch(QUESTIONS, "D") != first


@pytest.mark.parametrize("dtype", ["bfloat16", "float32"])
def test_the_precision_is_taken(writes, dtype):
    answerer = made(writes, dtype=dtype, max_tokens=2)
    answerer.answer_batch(["Who?"], "D")
    assert answerer._ready._model.dtype == getattr(torch, dtype)


def test_identity_follows_files_and_settings(tmp_path):
    folder = tiny.extractive(tmp_path)
    before = made(folder, overlap=16).identity
    assert made(folder, overlap=16).identity == before
    assert made(folder, overlap=17).identity != before
    with (tmp_path / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")
    assert made(folder, overlap=16).identity != before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"dtype": "bfloat61"}, 'did you mean "bfloat16"?'),
        ({"device": "gpu7"}, "option 'device'"),
        ({"batch": "0"}, "batch is from 1"),
        ({"overlap": "600", "window": "600"}, "windows of 512 tokens cannot overlap by 600"),
        ({"threshold": "nan"}, "threshold is a number"),
    ],
)
def test_a_wrong_option_says_what_to_write(reads, options, said):
    with pytest.raises(SpecError) as caught:
        made(reads, **{"overlap": "16", **options})
    assert said in str(caught.value)


def test_a_model_that_does_not_answer_questions_is_refused(tmp_path):
    folder = tiny.extractive(tmp_path)
    config = (tmp_path / "config.json").read_text(encoding="utf-8")
    (tmp_path / "config.json").write_text(config.replace("BertForQuestionAnswering", "BertForMaskedLM"))
    with pytest.raises(SpecError, match="is a BertForMaskedLM, which does not answer questions"):
        made(folder)
    with pytest.raises(SpecError, match="there is no folder"):
        made(tmp_path / "nowhere")


def test_missing_weights_are_a_failure_of_the_answers_not_of_the_run(tmp_path):
    folder = tiny.extractive(tmp_path / "model")
    (tmp_path / "model" / "model.safetensors").unlink()
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    done = commandline.run("run", "bridge.yaml", "-a", f"hf:{folder}?overlap=16", cwd=tmp_path, code=3)
    assert "4 failed" in done.stdout


@pytest.mark.parametrize("kind", ["reads", "writes"])
def test_a_run_asks_a_model_through_the_command_line(request, tmp_path, kind):
    folder = request.getfixturevalue(kind)
    options = "overlap=16" if kind == "reads" else "max_tokens=4"
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    run = commandline.data("run", "bridge.yaml", "-a", f"hf:{folder}?{options}", cwd=tmp_path)
    overall = run["runs"][0]["summary"]["answerers"][0]["overall"]
    assert (overall["n"], overall["failed"]) == (4, 0)
