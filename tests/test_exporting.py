"""What is exported reads back as the same; a card tells a hub where it is."""

import csv
import json
from dataclasses import replace

import commandline
import pandas as pd
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import qa_eval
from qa_eval import dataset, model, plugins
from qa_eval.exporting import question_rows
from qa_eval.exporting.rows import is_plain
from qa_eval.importing import imported

FORMS = ("jsonl", "csv", "parquet")


def same(questions):
    """Questions without the id of their document, which is the file's name in one place and its digest in another."""
    return [replace(question, document_id="") for question in questions]


def exported(folder, source, name):
    files = plugins.make("exporters", name).questions(source)
    for file, pieces in files.items():
        (folder / file).write_bytes(b"".join(pieces))
    return folder / next(iter(files))


@pytest.mark.parametrize("name", dataset.bundled())
def test_json_lines_keep_everything_of_a_curated_set(tmp_path, name):
    before = dataset.load(name)
    after = dataset.load(exported(tmp_path, before, "jsonl"))
    assert same(after.questions) == same(before.questions)
    assert [after.document_of(one).text for one in after.questions] == [
        before.document_of(one).text for one in before.questions
    ]


PLAIN = [
    {"id": "q", "question": "How long?", "answers": ["155 m", "509 ft"], "tolerance": "abs=1 m", "unit": "required"},
    {"id": "d", "question": "When?", "answers": ["4 May 1911"], "tags": ["dates", "a | b"], "difficulty": "easy"},
    {"id": "e", "question": "Who, then?", "answers": ["Anna Keller", "Keller"], "accept": ["A. Keller"], "note": "x"},
    {
        "id": "p",
        "question": "Why?",
        "answers": ["to cross the river on a bridge, dry-shod"],
        "context": "It was wet.\nVery.",
    },
    {"id": "l", "question": "Which?", "answers": [["rail, and more", "road"], "rail"], "paraphrases": ["What?"]},
    {"id": "y", "question": "Is it?", "answers": ["yes"], "evidence": ["was wet"], "context": "It was wet."},
    {"id": "u", "question": "Who paid?", "answers": []},
]


@pytest.mark.parametrize("form", FORMS)
def test_what_the_plain_form_says_is_read_back_from_every_table(tmp_path, form):
    before = dataset.of_content({"name": "plain", "questions": PLAIN}, "plain")
    assert {one.answer.type for one in before.questions} == set(model.AnswerType)
    assert all(is_plain(one) for one in before.questions)
    after = dataset.load(exported(tmp_path, before, form))
    assert after.questions == before.questions
    assert after.sha256 == before.sha256


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)
ANSWERS = st.one_of(
    WORDS.map(model.EntityAnswer),
    WORDS.map(model.PhraseAnswer),
    st.builds(model.PhraseAnswer, WORDS, st.lists(NAMES, min_size=1, max_size=2).map(tuple), NAMES),
    st.builds(model.ListAnswer, st.lists(NAMES, min_size=1, max_size=3).map(tuple), st.booleans()),
    st.booleans().map(lambda yes: model.YesNoAnswer(yes=yes)),
    st.just(model.Unanswerable()),
    st.sampled_from(["155 m", "2.4 million francs", "up to 12,000"]).map(model.QuantityAnswer),
    st.builds(
        model.QuantityAnswer,
        st.just("155 m"),
        value=st.none() | st.decimals(1, 1000, places=1),
        unit=st.sampled_from(["", "m"]),
        tolerance=st.sampled_from(
            [
                model.Tolerance(exact=True),
                model.Tolerance(absolute=1, absolute_unit="m"),
                model.Tolerance(significant=2),
                model.Tolerance(low=1, high=2),
            ]
        ),
        unit_policy=st.sampled_from(list(model.UnitPolicy)),
    ),
    st.builds(model.DateAnswer, st.just("4 May 1911"), st.sampled_from([None, *model.Granularity])),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ANSWERS, min_size=1, max_size=4))
def test_any_answer_survives_json_lines(answers):
    questions = [
        model.Question(f"q{number}", "Q?", answer, model.accepted_texts(answer))
        for number, answer in enumerate(answers)
    ]
    source = model.Dataset("set", "", tuple(questions), {"": model.Document("", "")}, "")
    content = json.loads(json.dumps(list(question_rows(source))), parse_int=str, parse_float=str)
    assert list(dataset.of_content({"questions": content}, "set").questions) == questions


def test_a_set_goes_to_squad_and_back(tmp_path):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    commandline.run("export", "bridge.yaml", "--to", "squad", "--output", "squad", cwd=tmp_path)
    article = json.loads((tmp_path / "squad" / "bridge.json").read_text())["data"][0]
    length = article["paragraphs"][0]["qas"][0]
    assert length["answers"][0] == {
        "text": "155 metres",
        "answer_start": article["paragraphs"][0]["context"].index("155 m"),
    }
    told = commandline.data("import", "squad/bridge.json", "--output", "back", cwd=tmp_path)
    assert (told["questions"], told["unanswerable"]) == (4, 1)
    before, after = dataset.load(tmp_path / "bridge.yaml"), dataset.load(tmp_path / "back" / "bridge.jsonl")
    assert [one.accepted for one in after.questions] == [one.accepted for one in before.questions]


LABELS = """\
name: label
language: de
document: {text: "Häufig sind Husten, Schwindel und Juckreiz."}
questions:
  - {id: common, question: "Was ist häufig?", type: list, answer: [Husten, Schwindel, Juckreiz]}
  - {id: rare, question: "Ist Fieber häufig?", type: yes_no, answer: "no"}
  - {id: later, draft: true, question: "TODO", type: entity, answer: Husten}
"""


def test_a_set_in_another_language_goes_to_squad_and_back_in_its_own_words(tmp_path):
    (tmp_path / "label.yaml").write_text(LABELS, encoding="utf-8")
    told = commandline.run("export", "label.yaml", "--to", "squad", "--output", "squad", cwd=tmp_path)
    assert "warning: 1 question of label is a draft and is not exported" in told.stderr
    (paragraph,) = json.loads((tmp_path / "squad" / "label.json").read_text())["data"][0]["paragraphs"]
    texts = [one["answers"][0]["text"] for one in paragraph["qas"]]
    assert texts == ["Husten, Schwindel und Juckreiz", "nein"]
    card = (tmp_path / "squad" / "README.md").read_text()
    assert "`qa-eval import FILE`" in card
    assert "qa-eval run FILE" not in card
    refused = commandline.run("run", "squad/label.json", cwd=tmp_path, code=2).stderr
    assert refused.splitlines() == [
        "squad/label.json:1:1: error: the file is no questions file, but a published set of the shape squad",
        "hint: `qa-eval import squad/label.json` writes a questions file of it",
    ]
    commandline.run("import", "squad/label.json", "--output", "back", cwd=tmp_path)
    for file in ("label.yaml", "back/label.jsonl"):
        asked = dataset.load(tmp_path / file).questions
        assert [(one.accepted, one.language) for one in asked] == [((text,), "de") for text in texts]
        said = qa_eval.run(tmp_path / file, answerers=["oracle", "fixed:nein"])
        assert [one.overall.correct for one in said.summary] == [2, 1]
    assert all(one.score.exact_match for one in said.results[:2])


def test_drafts_alone_are_not_exported(tmp_path):
    drafts = LABELS.replace("{id: common,", "{id: common, draft: true,").replace(
        "{id: rare,", "{id: rare, draft: true,"
    )
    (tmp_path / "label.yaml").write_text(drafts, encoding="utf-8")
    said = commandline.run("export", "label.yaml", "--to", "csv", cwd=tmp_path, code=2).stderr
    assert "3 questions of label are drafts and are not exported" in said
    assert [path.name for path in tmp_path.iterdir()] == ["label.yaml"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_a_set_goes_to_a_table_and_comes_in_as_the_same(tmp_path, form):
    german = {"id": "g", "question": "Ist sie lang?", "answers": ["ja"], "type": "yes_no", "language": "de"}
    before = dataset.of_content({"name": "plain", "questions": [*PLAIN, german]}, "plain")
    rows = list(imported(exported(tmp_path, before, form)).questions)
    assert same(dataset.of_content({"questions": rows}, "plain").questions) == same(before.questions)


@pytest.mark.parametrize("form", [*FORMS, "squad"])
def test_a_name_that_no_file_can_have_is_written_as_one_that_it_can(tmp_path, form):
    content = {"name": "team/bridge", "questions": [{"id": "q", "question": "How long?", "answers": ["155 m"]}]}
    (tmp_path / "d.json").write_text(json.dumps(content))
    commandline.run("export", "d.json", "--to", form, cwd=tmp_path)
    suffix = "json" if form == "squad" else form
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.json", f"team-bridge-{form}"]
    written = sorted(path.name for path in (tmp_path / f"team-bridge-{form}").iterdir())
    assert written == ["README.md", f"team-bridge.{suffix}"]


@pytest.mark.parametrize("form", FORMS)
def test_the_card_lets_the_folder_be_loaded_as_a_data_set_of_the_hub(tmp_path, form):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    commandline.run("export", "bridge.yaml", "--to", form, "--output", "out", cwd=tmp_path)
    front = yaml.safe_load((tmp_path / "out" / "README.md").read_text().split("---")[1])
    assert front["license"] == "cc0-1.0"
    assert front["task_categories"] == ["question-answering"]
    assert front["configs"][0]["data_files"] == [{"split": "test", "path": f"bridge.{form}"}]
    loaded = dataset.load(f"hf:{tmp_path / 'out'}@test")
    before = dataset.load(tmp_path / "bridge.yaml")
    assert [(one.id, one.accepted) for one in loaded.questions] == [(one.id, one.accepted) for one in before.questions]


def test_to_datasets_gives_a_table_of_a_set_and_of_a_run(tmp_path):
    source = dataset.load("north-korea-russia")
    table = qa_eval.to_datasets(source)
    assert table.num_rows == len(source.questions)
    assert table.features["answers"].feature.dtype == "string"
    assert table.filter(lambda row: not row["answers"]).num_rows == sum(not one.accepted for one in source.questions)
    results = qa_eval.to_datasets(qa_eval.run(replace(source, questions=source.questions[:5]), "oracle"))
    assert results["verdict"][:] == ["correct"] * 5
    assert results.features["value"].dtype == "float64"


def test_the_results_of_a_run_are_exported_in_every_form(tmp_path):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    commandline.run("run", "bridge.yaml", "-a", "oracle", "-a", "fixed:155 m", cwd=tmp_path)
    for form in (*FORMS, "squad"):
        commandline.run("export", "latest", "--to", form, "--output", form, cwd=tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "jsonl" / "results.jsonl").read_text().splitlines()]
    assert [row["verdict"] for row in rows if row["answerer"] == "oracle"] == ["correct"] * 4
    with (tmp_path / "csv" / "results.csv").open(newline="") as file:
        assert [row["verdict"] for row in csv.DictReader(file)] == [row["verdict"] for row in rows]
    assert list(pd.read_parquet(tmp_path / "parquet" / "results.parquet")["verdict"]) == [
        row["verdict"] for row in rows
    ]
    asked = dataset.load(tmp_path / "bridge.yaml").questions
    tables = [rows, pd.read_parquet(tmp_path / "parquet" / "results.parquet").to_dict("records")]
    for table in tables:
        assert [[*row["tags"]] for row in table] == 2 * [[*question.tags] for question in asked]
        assert [row["difficulty"] or "" for row in table] == 2 * [question.difficulty for question in asked]
        assert {row["other_policy"] for row in table} == {"lenient"}
        assert {row["other_verdict"] for row in table} == {"correct", "incorrect"}
    predictions = tmp_path / "squad" / "predictions-fixed-155-m.json"
    assert set(json.loads(predictions.read_text()).values()) == {"155 m"}
    told = commandline.data("score", "bridge.yaml", predictions, cwd=tmp_path)
    assert [row["verdict"] for row in told["results"]] == [
        row["verdict"] for row in rows if row["answerer"] != "oracle"
    ]


def test_what_has_no_form_for_a_run_leaves_no_folder(tmp_path):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    (tmp_path / "mine.jsonl").write_text('{"id": "engineer", "answer": "Anna Keller"}\n')
    commandline.run("run", "bridge.yaml", "-a", "replay:mine.jsonl", "--only", "engineer", cwd=tmp_path)
    said = commandline.run("export", "latest", "--to", "lm_eval", "--output", "task", cwd=tmp_path, code=2).stderr
    assert "a run is no task" in said
    assert not (tmp_path / "task").exists()
    commandline.run("export", "latest", "--to", "squad", "--output", "squad", cwd=tmp_path)
    assert [path.name for path in (tmp_path / "squad").iterdir()] == ["predictions-replay-mine.json"]


def test_answerers_whose_names_are_alike_have_files_of_their_own(tmp_path):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    commandline.run("run", "bridge.yaml", "-a", "fixed:155 m", "-a", "fixed:155-m", cwd=tmp_path)
    commandline.run("export", "latest", "--to", "squad", "--output", "squad", cwd=tmp_path)
    names = sorted(path.name for path in (tmp_path / "squad").iterdir())
    assert names == ["predictions-fixed-155-m-2.json", "predictions-fixed-155-m.json"]


def test_every_repeat_has_predictions_of_its_own(tmp_path):
    (tmp_path / "small.jsonl").write_text('{"id": "q", "question": "How long?", "answers": ["155 m"]}\n')
    commandline.run("run", "small.jsonl", "-a", "fixed:1 m", "--repeat", "2", "--report", "md", cwd=tmp_path)
    commandline.run("export", "latest", "--to", "squad", "--output", "squad", cwd=tmp_path)
    names = ("predictions-fixed-1-m.json", "predictions-fixed-1-m-repeat-2.json")
    assert [json.loads((tmp_path / "squad" / name).read_text()) for name in names] == 2 * [{"q": "1 m"}]


def test_a_set_that_says_more_than_texts_is_warned_of(tmp_path):
    told = commandline.run("export", "north-korea-russia", "--to", "csv", cwd=tmp_path).stderr
    assert "questions say more than their accepted texts; --to jsonl keeps it all" in told
    assert "there is no exporter 'xml'" in commandline.run("export", "x", "--to", "xml", cwd=tmp_path, code=2).stderr
    assert "did you mean" in commandline.run("export", "north-korea-rusia", "--to", "csv", cwd=tmp_path, code=2).stderr
