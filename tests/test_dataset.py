"""A questions file becomes questions as they are written: typed, with their evidence placed, and with a digest."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from decimal import Decimal
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_eval import dataset
from qa_eval.dataset.evidence import find_quote
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.errors import DatasetError, UsageError
from qa_eval.model import (
    AnswerType,
    Bound,
    DateAnswer,
    EntityAnswer,
    Evidence,
    Granularity,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Tolerance,
    Unanswerable,
    UnitPolicy,
    YesNoAnswer,
)

DOCUMENT = "The guns are 170 mm. Ada’s guns are 240 mm. She came on 27 March 2023.\n"


@pytest.fixture
def load(tmp_path):
    """Load a questions file from its text."""

    def loader(text, name="q.yaml"):
        (tmp_path / "article.txt").write_bytes(DOCUMENT.encode())
        (tmp_path / name).write_bytes(text.encode("utf-8"))
        return dataset.load(tmp_path / name)

    return loader


def one(load, body, head="document: {path: article.txt}\n"):
    """The only question of a file; ``body`` is what follows its id and text."""
    return load(f'{head}questions:\n  - {{id: a, question: "What?", {body}}}\n').questions[0]


ANSWERS = [
    ("type: quantity, answer: 170 mm", QuantityAnswer("170 mm")),
    ("type: quantity, answer: 170", QuantityAnswer("170")),
    ("type: quantity, answer: 1.50", QuantityAnswer("1.50")),
    ("type: quantity, answer: -0.0", QuantityAnswer("-0.0")),
    (
        'type: quantity, answer: "1,300 km²", unit: required',
        QuantityAnswer("1,300 km²", unit_policy=UnitPolicy.REQUIRED),
    ),
    (
        "type: quantity, answer: {text: up to 12 000 troops, value: 12000, unit: troops, bound: up to}",
        QuantityAnswer("up to 12 000 troops", Decimal(12000), "troops", Bound.UP_TO),
    ),
    ("type: date, answer: 2023-03-27", DateAnswer("2023-03-27")),
    ("type: date, answer: {text: March 2023, granularity: month}", DateAnswer("March 2023", Granularity.MONTH)),
    ("type: entity, answer: Ada Byron", EntityAnswer("Ada Byron")),
    ("type: phrase, answer: for fuel", PhraseAnswer("for fuel")),
    (
        "type: phrase, answer: {text: for fuel, must_say: [fuel, [oil, petrol]], must_not_say: [money]}",
        PhraseAnswer("for fuel", (("fuel",), ("oil", "petrol")), ("money",)),
    ),
    ("type: list, answer: [guns, [rockets, missiles]]", ListAnswer((("guns",), ("rockets", "missiles")))),
    (
        "type: list, answer: {items: [first, second], ordered: true}",
        ListAnswer((("first",), ("second",)), ordered=True),
    ),
    ('type: yes_no, answer: "no"', YesNoAnswer(yes=False)),
    ("type: unanswerable", Unanswerable()),
]


@pytest.mark.parametrize(("body", "answer"), ANSWERS)
def test_every_type_of_answer_is_read_as_written(load, body, answer):
    assert one(load, body).answer == answer


TOLERANCES = [
    ("exact", Tolerance(exact=True)),
    ("{abs: 5}", Tolerance(absolute=Decimal(5))),
    ('{abs: "1,500.5 km²"}', Tolerance(absolute=Decimal("1500.5"), absolute_unit="km²")),
    ("{abs: 5km}", Tolerance(absolute=Decimal(5), absolute_unit="km")),
    ('{rel: "1%"}', Tolerance(relative=Decimal("0.01"))),
    ("{rel: 0.010}", Tolerance(relative=Decimal("0.01"))),
    ("{abs: 5, rel: 1 %}", Tolerance(absolute=Decimal(5), relative=Decimal("0.01"))),
    ("{sigfig: 2}", Tolerance(significant=2)),
    ("{decimals: 0}", Tolerance(decimals=0)),
    ("{range: [-5, 1310.50]}", Tolerance(low=Decimal(-5), high=Decimal("1310.5"))),
    ('"abs=5 km rel=1%"', Tolerance(absolute=Decimal(5), absolute_unit="km", relative=Decimal("0.01"))),
    ('"range=[1290, 1310]"', Tolerance(low=Decimal(1290), high=Decimal(1310))),
    ("'{rel: \"10%\"}'", Tolerance(relative=Decimal("0.1"))),
    (
        '\'{"rel": 0.1, "abs": "1,500 km"}\'',
        Tolerance(absolute=Decimal(1500), absolute_unit="km", relative=Decimal("0.1")),
    ),
    ('"{range: [1290, 1310]}"', Tolerance(low=Decimal(1290), high=Decimal(1310))),
    ('"{abs: 5 km, rel: 1 %}"', Tolerance(absolute=Decimal(5), absolute_unit="km", relative=Decimal("0.01"))),
]


@pytest.mark.parametrize(("text", "tolerance"), TOLERANCES)
def test_every_form_of_a_tolerance_is_read(load, text, tolerance):
    assert one(load, f"type: quantity, answer: 170 mm, tolerance: {text}").answer.tolerance == tolerance


@pytest.mark.parametrize("tolerance", [tolerance for _, tolerance in TOLERANCES])
def test_a_tolerance_is_read_back_from_its_printed_form(load, tolerance):
    assert one(load, f'type: quantity, answer: 1, tolerance: "{tolerance}"').answer.tolerance == tolerance


def test_all_that_a_question_may_have_is_kept_in_order(load):
    question = one(
        load,
        "type: entity, answer: Ada, accepted: [Byron, 7], evidence: [Ada’s guns, {quote: guns are, occurrence: 2}], "
        'tags: [people, 2023], difficulty: hard, paraphrases: [Which?], derivation: "1 + 1 = 2", note: "see 1:30", '
        "accept: [a, 1.50], reject: [b]",
    )
    assert question == Question(
        id="a",
        text="What?",
        answer=EntityAnswer("Ada"),
        accepted=("Ada", "Byron", "7"),
        document_id="article",
        evidence=(Evidence("Ada’s guns", 21, 31), Evidence("guns are", 27, 35)),
        tags=("people", "2023"),
        difficulty="hard",
        paraphrases=("Which?",),
        accept=("a", "1.50"),
        reject=("b",),
        derivation="1 + 1 = 2",
        note="see 1:30",
    )
    for evidence in question.evidence:
        assert DOCUMENT[evidence.start : evidence.end] == evidence.quote


def test_what_describes_the_dataset_is_kept(load):
    made = load(
        "schema: 1\nname: guns\nversion: 1.0\ntitle: Guns\ndescription: >\n  About\n  guns.\nlicence: CC0-1.0\n"
        "document: {path: article.txt, title: An article}\nquestions:\n  - {id: a, question: Q?, type: unanswerable}\n"
    )
    assert (made.name, made.version, made.description, made.licence) == ("guns", "1.0", "About guns.\n", "CC0-1.0")
    assert made.document_of(made.questions[0]).text == DOCUMENT
    assert made.document_of(made.questions[0]).title == "An article"
    assert made.path.endswith("q.yaml")


def test_a_file_without_a_name_is_called_after_itself(load):
    made = load("questions:\n  - {id: a, question: Q?, type: unanswerable}\n", "rivers.yaml")
    assert (made.name, made.version) == ("rivers", "")
    assert made.document_of(made.questions[0]).text == ""


@pytest.mark.parametrize("text", ["a\r\nb\n", "\ufeffmark", "a\u2028b\x00c", "é😀", "  \n x"])
def test_a_document_is_read_to_the_last_character(tmp_path, text):
    (tmp_path / "d.txt").write_bytes(text.encode())
    (tmp_path / "q.yaml").write_text(
        "document: {path: d.txt}\nquestions:\n  - {id: a, question: Q?, type: unanswerable}\n"
    )
    assert dataset.load(tmp_path / "q.yaml").documents["d"].text == text


def test_a_document_may_lie_in_the_parent_folder_or_within_the_file(tmp_path, load):
    (tmp_path / "sets").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "d.txt").write_text("x")
    made = load(
        "document: {path: ../seeds/d.txt}\nquestions: [{id: a, question: Q?, type: unanswerable}]\n", "sets/q.yaml"
    )
    assert made.documents["d"].text == "x"
    made = load("name: inline\ndocument: {text: x}\nquestions: [{id: a, question: Q?, type: unanswerable}]\n")
    assert made.documents["inline"].text == "x"


def test_the_digest_of_the_document_may_be_given_in_either_case(load):
    digest = "0" * 64
    body = "document: {{path: article.txt, sha256: '{}'}}\nquestions: [{{id: a, question: Q?, type: unanswerable}}]\n"
    with pytest.raises(DatasetError) as caught:
        load(body.format(digest))
    told = caught.value.problems[0].message.split()
    right = next(word.rstrip(",") for word in told if len(word.rstrip(",")) == 64)
    assert load(body.format(right)).questions
    assert load(body.format(right.upper())).questions


SAME = (
    "document: {text: 170 mm guns}\nquestions:\n  - id: a\n    question: Q?\n    type: quantity\n    answer: 170 mm\n"
)


@pytest.mark.parametrize(
    "other",
    [
        "# a comment\n" + SAME,
        SAME.replace("answer: 170 mm", 'answer: "170 mm"  # really'),
        SAME + "    note: checked twice\n    derivation: none\n",
        SAME + "    evidence: [170 mm]\n    accept: [170 mm]\n    reject: [17 mm]\n",
        'document: {text: "170 mm guns"}\nquestions: [{answer: 170 mm, type: quantity, question: Q?, id: a}]\n',
        SAME + "    unit: optional\n",
    ],
)
def test_the_digest_does_not_depend_on_what_no_number_depends_on(load, other):
    assert load(other).sha256 == load(SAME).sha256


@pytest.mark.parametrize(
    "other",
    [
        SAME.replace("170 mm\n", "170  mm\n"),
        SAME.replace("guns", "gun"),
        SAME.replace("Q?", "R?"),
        SAME.replace("id: a", "id: b"),
        SAME.replace("type: quantity", "type: entity"),
        SAME + "    accepted: [17 cm]\n",
        SAME + "    tolerance: exact\n",
        SAME + "    unit: required\n",
        SAME + "    tags: [x]\n",
        SAME + "    difficulty: easy\n",
        SAME + "    paraphrases: [R?]\n",
        SAME + "  - {id: b, question: R?, type: unanswerable}\n",
    ],
)
def test_the_digest_depends_on_all_else(load, other):
    assert load(other).sha256 != load(SAME).sha256


def test_equal_tolerances_have_one_digest(load):
    texts = ['{rel: "1%"}', "{rel: 0.01}", "{rel: 0.0100}", '"rel=1 %"']
    digests = {load(f"{SAME}    tolerance: {text}\n").sha256 for text in texts}
    assert len(digests) == 1


def test_a_question_has_a_digest_of_its_own(load):
    first = load(SAME).questions[0]
    second = load(SAME + "    note: x\n").questions[0]
    third = load(SAME + "    tags: [x]\n").questions[0]
    assert dataset.question_digest(first) == dataset.question_digest(second) != dataset.question_digest(third)
    assert len(dataset.question_digest(first)) == 64


def test_the_bundled_sets_load_by_name():
    assert "north-korea-russia" in dataset.bundled()
    for name in dataset.bundled():
        made = dataset.load(name)
        assert made.name == name
        assert made.questions


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("north-korea-rusia", 'there is no bundled dataset "north-korea-rusia"', 'did you mean "north-korea-russia"?'),
        ("hf:./nowhere@test", "there is no folder ./nowhere", "hf:./folder@split"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(source, message, hint):
    with pytest.raises(UsageError) as caught:
        dataset.load(source)
    assert caught.value.message == message
    assert hint in caught.value.hint


def test_an_unknown_suffix_is_told_with_the_known_ones(tmp_path):
    (tmp_path / "q.pdf").write_text("x")
    with pytest.raises(UsageError, match=r"no format reads this kind of file") as caught:
        dataset.load(tmp_path / "q.pdf")
    assert caught.value.hint == "known are .csv, .json, .jsonl, .parquet, .tsv, .yaml, .yml"


@pytest.mark.parametrize("name", ["light house.txt", "light-house.md"])
def test_of_a_document_it_is_told_how_to_draft_questions(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("x")
    with pytest.raises(UsageError) as caught:
        dataset.load(name)
    draft = f"qa-eval new dataset light-house --from {shlex.quote(name)}"
    assert caught.value.hint.endswith(f"; `{draft}` drafts questions about a document")


def test_parts_of_the_file_are_found_again(tmp_path):
    text = "questions:\n  - id: a\n    question: Q?\n    type: entity\n    answer: Ada\n    accepted: [x, z]\n"
    (tmp_path / "q.yaml").write_text(text)
    located = dataset.load_with_marks(tmp_path / "q.yaml")
    place = located.locate(("questions", 0, "accepted", 1))
    assert (place.line, place.column, place.source) == (6, 19, "    accepted: [x, z]")
    assert located.locate(("questions", 0, "accepted"), key=True).column == 5
    assert located.locate(("questions", 0, "evidence", 3)).line == 2
    assert located.content["questions"][0]["accepted"] == ["x", "z"]


def test_importing_the_package_brings_nothing_heavy():
    code = "import qa_eval.dataset, qa_eval.predictions, sys; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "yaml", "numpy", "pyarrow", "pint", "edtf"} & set(modules)


def test_a_thousand_questions_load_quickly(tmp_path):
    question = (
        '  - id: q{n}\n    question: "What calibre is gun {n}?"\n    type: quantity\n    answer: {n} mm\n'
        '    accepted: ["17 cm", "0.17 m"]\n    evidence: ["170 mm"]\n    tags: [calibre, weapons]\n'
        '    difficulty: easy\n    paraphrases: ["x?", "y?"]\n    accept: [a, b, c]\n    reject: [d, e, f]\n'
    )
    text = "document: {text: 170 mm}\nquestions:\n" + "".join(question.format(n=n) for n in range(1000))
    (tmp_path / "q.yaml").write_text(text)
    dataset.load(tmp_path / "q.yaml")
    start = time.process_time()
    made = dataset.load(tmp_path / "q.yaml")
    assert len(made.questions) == 1000
    assert time.process_time() - start < 20  # 0.25 s where nothing else runs


def test_an_installed_package_brings_its_sets_and_their_documents(tmp_path):
    root = Path(dataset.__file__).parent.parent
    shutil.copytree(root, tmp_path / "site" / "qa_eval", ignore=shutil.ignore_patterns("__pycache__", "bundled"))
    for folder in ("questions", "seeds"):
        shutil.copytree(root.parent / folder, tmp_path / "site" / "qa_eval" / "bundled" / folder)
    code = "from qa_eval import dataset; print(dataset.load('north-korea-russia').path, *dataset.bundled())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
    )
    path, *names = done.stdout.split()
    assert Path(path).is_relative_to(tmp_path / "site")
    assert names == dataset.bundled()


# ── The JSON Schema ───────────────────────────────────────────────────────────────────────────────────────────────

SCHEMA = json.loads((resources.files("qa_eval") / "dataset" / "questions.schema.json").read_text(encoding="utf-8"))


def test_the_published_schema_is_the_one_that_the_forms_make():
    made = subprocess.run([sys.executable, "-m", "qa_eval.dataset.schema"], capture_output=True, text=True, check=True)
    assert json.loads(made.stdout) == SCHEMA, "python -m qa_eval.dataset.schema > qa_eval/dataset/questions.schema.json"


def test_the_published_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("body", [body for body, _ in ANSWERS if "2023-03-27" not in body])
def test_the_schema_takes_what_the_loader_takes(body):
    jsonschema.validate(yaml.safe_load(f'questions:\n  - {{id: a, question: "What?", {body}}}\n'), SCHEMA)


@pytest.mark.parametrize("text", [text for text, _ in TOLERANCES])
def test_the_schema_takes_every_tolerance(text):
    body = f'questions:\n  - {{id: a, question: "What?", type: quantity, answer: 1, tolerance: {text}}}\n'
    jsonschema.validate(yaml.safe_load(body), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "questions: []",
        'nmae: x\nquestions: [{id: a, question: "Q?", type: unanswerable}]',
        'questions: [{id: a, question: "Q?", type: entity}]',
        'questions: [{id: a, question: "Q?", type: entity, answer: x, tolerance: exact}]',
        'questions: [{id: a, question: "Q?", type: unanswerable, answer: x}]',
        'questions: [{id: a, question: "Q?", type: yes_no, answer: no}]',
        'questions: [{id: a, question: "Q?", type: list, answer: []}]',
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(load, text):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), SCHEMA)
    with pytest.raises(DatasetError):
        load(text)


def test_the_bundled_sets_fit_the_schema():
    for name in dataset.bundled():
        text = Path(dataset.load(name).path).read_text(encoding="utf-8")
        jsonschema.validate(yaml.safe_load(text), SCHEMA)


# ── Types out of plain answers ────────────────────────────────────────────────────────────────────────────────────

INFERRED = [
    ([], "", "unanswerable"),
    (["yes"], "", "yes_no"),
    (["No."], "", "yes_no"),
    (["True"], "", "yes_no"),
    (["170 mm"], "", "quantity"),
    (["170 mm", "17 cm"], "", "quantity"),
    (["42"], "", "quantity"),
    (["1953"], "", "quantity"),
    (["1953"], "When did it end?", "date"),
    (["1953"], "In which year did it end?", "date"),
    (["1953"], "How many years did it last?", "quantity"),
    (["27 March 2023", "March 27, 2023"], "", "date"),
    (["Ada Byron"], "", "entity"),
    (["170 mm", "Ada Byron"], "", "entity"),
    (["to offset the losses of the war"], "", "phrase"),
    ([["guns", "rockets"]], "", "list"),
]


@pytest.mark.parametrize(("answers", "question", "kind"), INFERRED)
def test_the_type_is_inferred_from_all_answers(answers, question, kind):
    assert infer_type(answers, question) == kind


THREE = ["Alder Mill", "Birk Mill", "Ash Mill"]


@pytest.mark.parametrize(
    ("question", "answers", "kind"),
    [
        ("Which three mills still run?", THREE, "list"),
        ("Name the three mills that run.", THREE, "list"),
        ("What are the three mills?", THREE, "list"),
        ("Which mill still runs?", THREE, "entity"),  # names of one
        ("What were the 3 main mills?", THREE, "list"),
        ("Who are the two founders?", ["Ann Bell", "Kurt Ray"], "list"),
        ("Which of the two founders left?", ["Ann Bell", "Nancy"], "entity"),
        ("Which two names does the inn have?", ["Rosa Inn", "the Rosa"], "entity"),
        ("Which two mills still run?", THREE, "entity"),
        ("Which two mills still run?", ["Alder Mill and Birk Mill", "Birk Mill and Alder Mill"], "entity"),
        ("Does the mill still run?", ["No, it does not."], "yes_no"),
        ("Does the mill still run?", ["No", "no, it does not"], "yes_no"),
        ("Does the mill still run?", ["No", "yes, at times"], "entity"),
        ("Is it on No. 12 or on No. 14?", ["No. 12"], "entity"),
        ("What did she say?", ["No, thank you."], "entity"),
        ("How many pupils failed?", ["none"], "quantity"),
        ("How many pupils failed?", ["0", "nobody"], "quantity"),
        ("Who failed?", ["nobody"], "entity"),
    ],
)
def test_the_question_tells_items_from_names_and_nothing_from_a_name(question, answers, kind):
    assert infer_type(answers, question) == kind
    assert typed_answer(answers, infer_type(answers, question))


TYPED = [
    (["170 mm", "17 cm", "170 mm"], "quantity", QuantityAnswer("170 mm"), ("170 mm", "17 cm")),
    (["March 2023"], "date", DateAnswer("March 2023"), ("March 2023",)),
    (["Ada", "Byron"], "entity", EntityAnswer("Ada"), ("Ada", "Byron")),
    (["for fuel"], "phrase", PhraseAnswer("for fuel"), ("for fuel",)),
    (["Yes."], "yes_no", YesNoAnswer(yes=True), ("yes", "Yes.")),
    (
        [["guns", "rockets"], ["rockets", "arms"]],
        "list",
        ListAnswer((("guns",), ("rockets",))),
        ("guns and rockets", "rockets and arms"),
    ),
    (
        ["guns, rockets and shells"],
        "list",
        ListAnswer((("guns",), ("rockets",), ("shells",))),
        ("guns, rockets and shells",),
    ),
    (
        ["guns", "shot and shell", "guns"],
        "list",
        ListAnswer((("guns",), ("shot and shell",))),
        ("guns and shot and shell",),
    ),
    (
        ["guns and rockets", "rockets and arms"],
        "list",
        ListAnswer((("guns",), ("rockets",))),
        ("guns and rockets", "rockets and arms"),
    ),
    ([["guns"], ["arms"]], "list", ListAnswer((("guns",),)), ("guns", "arms")),
    ([], "unanswerable", Unanswerable(), ()),
]


@pytest.mark.parametrize(("answers", "kind", "answer", "accepted"), TYPED)
def test_plain_answers_become_typed_ones(answers, kind, answer, accepted):
    assert typed_answer(answers, AnswerType(kind)) == (answer, accepted)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [(["maybe"], "yes_no"), ([["a", "b"]], "entity"), ([], "entity"), (["x"], "unanswerable")],
)
def test_answers_of_another_type_are_refused(answers, kind):
    with pytest.raises(UsageError):
        typed_answer(answers, AnswerType(kind))


# ── Properties ────────────────────────────────────────────────────────────────────────────────────────────────────

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(question=TEXT, answer=TEXT, note=TEXT)
def test_quoted_text_is_read_as_it_was_written(tmp_path_factory, question, answer, note):
    path = tmp_path_factory.mktemp("sets") / "q.yaml"
    row = {"id": "a", "question": question, "type": "entity", "answer": answer, "note": note}
    text = yaml.safe_dump({"questions": [row]}, allow_unicode=True, default_style='"')
    path.write_bytes(text.encode())
    made = dataset.load(path).questions[0]
    assert (made.text, made.answer.text, made.note) == (question, answer, note)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")), st.data())
def test_a_quote_is_found_where_it_stands(text, data):
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    if quote:
        found = find_quote(text, quote, 1)
        assert text[found.start : found.end] == quote
        assert found.start == text.index(quote)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_loaded_or_refused_with_a_problem(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("sets")
    for suffix in ("yaml", "json", "jsonl", "csv", "parquet"):
        path = folder / f"q.{suffix}"
        path.write_bytes(data)
        with pytest.raises(DatasetError) as caught:
            dataset.load(path)
        assert caught.value.problems


PIECES = st.sampled_from(
    [
        *"[]{}:,-?\"'|>&*!#%@` \n\t",
        "\n  ",
        "\n    ",
        ": ",
        "- ",
        "id",
        "a",
        "questions:",
        "answer",
        "170 mm",
        "1,300",
        "é",
        "---\n",
        "...",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_yaml_is_loaded_or_refused_with_a_problem_within_the_file(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("sets") / "q.yaml"
    path.write_bytes(("questions:\n  - {id: a, question: Q?, type: unanswerable}\n" + text).encode())
    try:
        dataset.load(path)
    except DatasetError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= text.count("\n") + 4
            assert problem.column >= 1


@pytest.mark.parametrize(("ending", "written"), [("\r\n", "\n"), ("\n", "\r\n"), ("\r\n", "\r\n"), ("\n", "\n")])
def test_a_quote_over_a_line_break_is_found_however_lines_end(ending, written):
    text = f"The dam is 90 m high.{ending}It was built in 1931.{ending}"
    found = find_quote(text, f"90 m high.{written}It was", 1)
    assert found == Evidence(f"90 m high.{ending}It was", 11, 11 + len(f"90 m high.{ending}It was"))
    assert text[found.start : found.end] == found.quote


def test_what_stands_in_place_of_a_quote_can_be_copied_with_its_line_breaks():
    _, hint = find_quote("The dam is 90 m high.\r\nIt was built in 1931.", "90 m high. It was", 1)
    assert hint == 'the document has "90 m high.\\nIt was"; copy it from there'


def test_what_cannot_be_read_in_another_language_is_told_in_its_own_words():
    row = {"id": "a", "question": "Wie viele?", "type": "quantity", "answers": ["etwa ziemlich oft"], "language": "de"}
    with pytest.raises(DatasetError, match='"etwa ziemlich oft" holds no number'):
        dataset.of_content({"questions": [row]}, "set")
