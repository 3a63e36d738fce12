"""Each rule finds what it is for, at its place in the file, and nothing in a dataset that is in order."""

import time
from dataclasses import replace

import commandline
import pytest

from qa_eval import dataset, plugins
from qa_eval.check import RULES, check, name_of
from qa_eval.check.alike import pairs_alike
from qa_eval.model import Document, EntityAnswer, Evidence, Question, Verdict

ARTICLE = "The bridge opened on 4 May 1911. Gen. Ada Keller led the work.\nIt is 155 metres long.\n"
GOOD = """\
name: bridge
document:
  path: article.txt
  sha256: SHA
questions:
  - id: length
    question: How long is the bridge?
    type: quantity
    answer: "155 metres"
    evidence: ["It is 155 metres long"]
    paraphrases: ["What is the length of the bridge?"]
    accept: ["155 m", "0.155 km", "It is 155 metres long."]
    reject: ["155 feet", "15.5 m", "511 feet"]
  - id: opened
    question: On which day did the bridge open?
    type: date
    answer: "4 May 1911"
    evidence: ["opened on 4 May 1911"]
    accept: ["May 4, 1911", "1911-05-04", "It opened on 4 May 1911."]
    reject: ["1911", "5 May 1911", "4 May 1991"]
  - id: leader
    question: Who led the work?
    type: entity
    answer: "Ada Keller"
    accepted: ["Keller"]
    evidence: ["Gen. Ada Keller led the work"]
    accept: ["Gen. Keller", "Keller", "It was Ada Keller."]
    reject: ["Ada Weber", "Weber", "Ada Keller or Ada Weber"]
  - id: cost
    question: How much did it cost?
    type: unanswerable
    accept: ["It does not say.", "not stated", "I don't know."]
    reject: ["155 francs", "a lot", "two million"]
"""


@pytest.fixture
def strict():
    return plugins.make("scorers", "strict")


@pytest.fixture
def checked(tmp_path, monkeypatch, strict):
    """Check a file from its text; the problems as they are printed, without their hints."""
    monkeypatch.chdir(tmp_path)

    def checker(text, article=ARTICLE):
        (tmp_path / "article.txt").write_bytes(article.encode())
        digest = Document("", article).sha256
        (tmp_path / "q.yaml").write_text(text.replace("SHA", digest), encoding="utf-8")
        return check(dataset.load_with_marks("q.yaml"), strict)

    return checker


def lines(problems):
    return [f"{p.path}:{p.line}:{p.column}: {p.severity}: {p.message}" for p in problems]


def test_a_warning_that_many_questions_share_is_one_line(tmp_path):
    rows = "".join(
        f'  - {{id: day-{n}, question: "On which day did ship {n} sail?", type: date, answer: "{n} May 1911", evidence: ["{n} May 1911"]}}\n'
        for n in range(11, 20)
    )
    text = " ".join(f"Ship {n} sailed on {n} May 1911." for n in range(11, 20))
    (tmp_path / "q.yaml").write_text(
        f'schema: 1\nname: q\nversion: 1.0.0\ndocument: {{title: Ships, text: "{text}"}}\nquestions:\n{rows}'
    )
    said = commandline.run("check", "q.yaml", cwd=tmp_path).stdout
    joined = "9 questions: 0 of at least 3 examples to {} [examples-enough]: day-11, day-12, day-13 and 6 others"
    for kind in ("accept", "reject"):
        assert said.count(joined.format(kind)) == 1
    assert said.count("examples-enough") == 2
    assert len(commandline.data("check", "q.yaml", cwd=tmp_path)["problems"]) >= 18


def test_a_warning_is_one_line_whatever_it_quotes(tmp_path):
    rows = [
        f'{{"id": "q{n}", "question": "How much was paid for lot {n}?", "answers": ["${n}.50"]}}\n'
        for n in range(20, 80)
    ]
    (tmp_path / "q.jsonl").write_text("".join(rows))
    said = commandline.run("check", "q.jsonl", cwd=tmp_path).stdout
    assert said.count("[gold-unambiguous]") == 1
    assert '60 questions: "$20.50", for one, may be in ' in said
    assert "[gold-unambiguous]: q20, q21, q22 and 57 others" in said
    assert "60 warnings" in said


def test_a_dataset_in_order_has_no_problems(checked):
    assert checked(GOOD) == ()


LEAKS = """\
  - {id: true-or-false, question: 'Yes or no, is it long?', type: yes_no, answer: "yes"}
  - {id: order, question: 'Put A, B and C in order.', type: list, answer: {items: [C, A, B], ordered: true}}
  - {id: both, question: 'Are steel and stone in it?', type: list, answer: [stone, steel]}
  - {id: one, question: 'What goes with steel?', type: list, answer: [stone, steel]}
  - id: cost"""

# rule, what is replaced in the good file, by what, the problems of that rule
BROKEN = [
    (
        "document-fresh",
        "  sha256: SHA\n",
        "",
        ["q.yaml:3:3: warning: a change of the document would go unnoticed: its sha256 is not given [document-fresh]"],
    ),
    (
        "evidence-given",
        '    evidence: ["Gen. Ada Keller led the work"]\n',
        "",
        ["q.yaml:21:5: warning: leader: the answer has no evidence [evidence-given]"],
    ),
    (
        "evidence-unambiguous",
        '["opened on 4 May 1911"]',
        '["4 May 1911", "e"]',
        ['q.yaml:18:30: warning: opened: the document says "e" 11 times [evidence-unambiguous]'],
    ),
    ("evidence-unambiguous", '["opened on 4 May 1911"]', '["4 May 1911", {quote: e, occurrence: 1}]', []),
    ("evidence-unambiguous", '["opened on 4 May 1911"]', '["4 May 1911", {quote: e, occurrence: 3}]', []),
    (
        "gold-in-evidence",
        '["It is 155 metres long"]',
        '["4 May 1911"]',
        ['q.yaml:10:15: warning: length: the evidence does not contain "155 metres" [gold-in-evidence]'],
    ),
    ("gold-in-evidence", '["It is 155 metres long"]', '["4 May 1911"]\n    derivation: guessed', []),
    ("gold-in-evidence", '["It is 155 metres long"]', '["4 May 1911"]\n    tags: [derived]', []),
    ("gold-in-evidence", 'answer: "155 metres"', 'answer: "0.155 km"', []),
    (
        "gold-in-evidence",
        '["opened on 4 May 1911"]',
        '["It is 155 metres long"]',
        ['q.yaml:18:15: warning: opened: the evidence does not contain "4 May 1911" [gold-in-evidence]'],
    ),
    ("gold-in-evidence", 'answer: "4 May 1911"', 'answer: "May 1911"', []),
    (
        "gold-in-evidence",
        'answer: "Ada Keller"\n    accepted: ["Keller"]',
        'answer: "Ada Weber"\n    accepted: ["Weber"]',
        ['q.yaml:26:15: warning: leader: the evidence does not contain "Ada Weber" [gold-in-evidence]'],
    ),
    (
        "gold-unambiguous",
        'answer: "4 May 1911"',
        'answer: "4 May 1911"\n    accepted: ["05/04/1911"]',
        ['q.yaml:18:16: warning: opened: "05/04/1911" may be two dates [gold-unambiguous]'],
    ),
    (
        "gold-unambiguous",
        'answer: "155 metres"',
        'answer: "1.300"',
        ['q.yaml:9:13: warning: length: "1.300" may be two numbers [gold-unambiguous]'],
    ),
    (
        "gold-unambiguous",
        'answer: "155 metres"',
        'answer: "155 pounds"',
        ['q.yaml:9:13: warning: length: "155 pounds" may be in pound or GBP [gold-unambiguous]'],
    ),
    ("gold-unambiguous", 'answer: "155 metres"', 'answer: {text: "155 pounds", value: 155, unit: kg}', []),
    ("gold-unambiguous", 'answer: "155 metres"', 'answer: "£72,400"', []),
    (
        "gold-unambiguous",
        'answer: "155 metres"',
        'answer: "E£72,400"',
        ['q.yaml:9:13: warning: length: "E£72,400" may be in GBP or EGP [gold-unambiguous]'],
    ),
    (
        "gold-unambiguous",
        'question: How long is the bridge?\n    type: quantity\n    answer: "155 metres"',
        'question: What did Egypt pay for the bridge?\n    type: quantity\n    answer: "£72,400"',
        ['q.yaml:9:13: warning: length: "£72,400" may be in GBP or EGP [gold-unambiguous]'],
    ),
    (
        "gold-unambiguous",
        'question: How long is the bridge?\n    type: quantity\n    answer: "155 metres"',
        'question: How much did the bridge cost?\n    type: quantity\n    answer: "155 pounds"',
        [],
    ),
    (
        "gold-unambiguous",
        'question: How long is the bridge?\n    type: quantity\n    answer: "155 metres"',
        'question: How much does the gate of the bridge weigh?\n    type: quantity\n    answer: "155 pounds"',
        [],
    ),
    ("gold-unambiguous", 'answer: "155 metres"', 'answer: "SEK 2.415 billion"', []),
    ("gold-unambiguous", 'answer: "155 metres"', 'answer: "2.415 million tonnes"', []),
    (
        "tolerance-holds-answer",
        'answer: "155 metres"',
        'answer: "155 metres"\n    tolerance: {range: [200, 300]}',
        [
            'q.yaml:10:16: warning: length: "155 metres" is outside of the range 200 to 300, which replaces it [tolerance-holds-answer]'
        ],
    ),
    ("tolerance-holds-answer", 'answer: "155 metres"', 'answer: "155 metres"\n    tolerance: {range: [150, 155]}', []),
    (
        "tolerance-holds-answer",
        'answer: "155 metres"',
        'answer: "1.5 million"\n    tolerance: {range: [1400000, 1600000]}',
        [],
    ),
    ("tolerance-holds-answer", 'answer: "155 metres"', 'answer: "1.5 million"\n    tolerance: {abs: 2}', []),
    (
        "date-readable",
        'answer: "4 May 1911"',
        'answer: "34 May 1911"',
        ['q.yaml:17:13: warning: opened: "34 May 1911" is not read as a date, and compared as words [date-readable]'],
    ),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "03:20"', []),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "half past seven in the evening"', []),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "6 pm"', []),
    (
        "date-readable",
        'answer: "4 May 1911"',
        'answer: "4 May 1911"\n    accepted: ["31 April 1911"]',
        ['q.yaml:18:16: warning: opened: "31 April 1911" is no day of the calendar [date-readable]'],
    ),
    (
        "date-readable",
        'answer: "4 May 1911"',
        'answer: "29 February 1911"',
        ['q.yaml:17:13: warning: opened: "29 February 1911" is no day of the calendar [date-readable]'],
    ),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "29 February 1912"', []),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "29 February"', []),
    ("date-readable", 'answer: "4 May 1911"', 'answer: "4 May 1911"\n    accepted: ["the day of the opening"]', []),
    (
        "tolerance-in-unit",
        'answer: "155 metres"',
        'answer: "155 metres"\n    tolerance: {abs: "1 kg"}',
        [
            'q.yaml:10:22: error: length: "1 kg" of the tolerance is no size in metre [tolerance-in-unit]',
        ],
    ),
    (
        "tolerance-in-unit",
        'answer: "155 metres"',
        'answer: "155 metres"\n    tolerance: abs=1 span',
        ['q.yaml:10:16: warning: length: "1 span" of the tolerance is in no unit that is known [tolerance-in-unit]'],
    ),
    (
        "tolerance-in-unit",
        'answer: "155 metres"',
        'answer: "155 euros"\n    tolerance: {abs: "1 dollar"}',
        ['q.yaml:10:22: error: length: "1 dollar" of the tolerance is no size in EUR [tolerance-in-unit]'],
    ),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "155 metres"\n    tolerance: {abs: "20 inches"}', []),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "$155"\n    tolerance: {abs: "50 cents"}', []),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "155 boats"\n    tolerance: {abs: "5 boats"}', []),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "155"\n    tolerance: {abs: "1 kg"}', []),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "15 %"\n    tolerance: {abs: "1 percentage point"}', []),
    (
        "tolerance-in-unit",
        'answer: "155 metres"',
        'answer: "5 percentage points"\n    tolerance: {abs: "1 percentage point"}',
        [],
    ),
    ("tolerance-in-unit", 'answer: "155 metres"', 'answer: "15 °C"\n    tolerance: {abs: "1 °F"}', []),
    (
        "tolerance-in-unit",
        'answer: "155 metres"',
        'answer: {text: "155 pounds", value: 155, unit: kg}\n    tolerance: {abs: "1 lb"}',
        [],
    ),
    (
        "aliases-consistent",
        'answer: "155 metres"',
        'answer: "155 metres"\n    accepted: ["0.155 km", "200 metres"]',
        [
            'q.yaml:10:28: warning: length: beside "155 metres", the accepted "200 metres" would be incorrect (wrong_value): '
        ],
    ),
    ("aliases-consistent", 'accepted: ["Keller"]', 'accepted: ["the engineer"]', []),
    (
        "examples-scored",
        '["155 m", "0.155 km"',
        '["155 m", "155 km"',
        ['q.yaml:12:23: error: length: the scorer calls "155 km" incorrect (scale_error): '],
    ),
    (
        "examples-scored",
        '"15.5 m"',
        '"15,500 cm"',
        ['q.yaml:13:26: error: length: the scorer calls "15,500 cm" correct (converted_unit): '],
    ),
    (
        "examples-enough",
        '["155 feet", "15.5 m", "511 feet"]',
        '["155 feet"]',
        ["q.yaml:13:13: warning: length: 1 of at least 3 examples to reject [examples-enough]"],
    ),
    (
        "examples-enough",
        '    accept: ["155 m", "0.155 km", "It is 155 metres long."]\n',
        "",
        ["q.yaml:6:5: warning: length: 0 of at least 3 examples to accept [examples-enough]"],
    ),
    (
        "examples-distinct",
        '["Ada Weber", "Weber"',
        '["Ada Weber", "keller"',
        ['q.yaml:28:27: error: leader: "keller" is an example to accept, too [examples-distinct]'],
    ),
    (
        "examples-distinct",
        '["155 feet", "15.5 m"',
        '["155 feet", "155 feet"',
        ['q.yaml:13:26: warning: length: "155 feet" is an example twice [examples-distinct]'],
    ),
    (
        "paraphrases-differ",
        '["What is the length of the bridge?"]',
        '["What length?", "how long is  the bridge", "what length"]',
        [
            'q.yaml:11:35: error: length: "how long is the bridge" is asked already [paraphrases-differ]',
            'q.yaml:11:62: error: length: "what length" is asked already [paraphrases-differ]',
        ],
    ),
    (
        "questions-differ",
        "question: How much did it cost?",
        "question: What is the length of the Bridge",
        [
            'q.yaml:30:15: error: cost: this asks the same as "What is the length of the bridge?" of "length" [questions-differ]'
        ],
    ),
    (
        "questions-differ",
        "question: How much did it cost?",
        "question: What did it cost?\n    paraphrases: [Who led the work]",
        ['q.yaml:31:19: error: cost: this asks the same as "Who led the work?" of "leader" [questions-differ]'],
    ),
    (
        "questions-differ",
        "  - id: cost",
        '  - {id: head, question: Who led all the work?, type: entity, answer: "Keller"}\n  - id: cost',
        [
            'q.yaml:29:26: warning: head: this is nearly "Who led the work?" of "leader", and has its answer [questions-differ]'
        ],
    ),
    (
        "questions-differ",
        "  - id: cost",
        '  - {id: head, question: Who left the work?, type: entity, answer: "Weber"}\n  - id: cost',
        [],
    ),
    (
        "answer-not-in-question",
        "question: Who led the work?",
        "question: Who, Ada Keller aside, led the work?",
        [
            'q.yaml:22:15: error: leader: "Who, Ada Keller aside, led the work?" gives away "Ada Keller" [answer-not-in-question]'
        ],
    ),
    (
        "answer-not-in-question",
        "question: Who led the work?",
        "question: Who led the work?\n    paraphrases: [Did Keller or Weber lead it?, Which Keller led it?, Who led it?]",
        [
            'q.yaml:23:19: warning: leader: "Did Keller or Weber lead it?" gives away "Keller" [answer-not-in-question]',
            'q.yaml:23:49: warning: leader: "Which Keller led it?" gives away "Keller" [answer-not-in-question]',
        ],
    ),
    (
        "answer-not-in-question",
        "  - id: cost",
        LEAKS,
        [
            'q.yaml:31:26: error: both: "Are steel and stone in it?" gives away "stone and steel" [answer-not-in-question]'
        ],
    ),
    (
        "date-as-fine-as-asked",
        "  - id: cost",
        """  - {id: begun, question: When was it begun?, type: date, answer: {text: "1907", granularity: day}}
  - {id: closed, question: When was it closed?, type: date, answer: {text: "May 1940", granularity: year}}
  - id: cost""",
        ['begun: "1907" is a year, and an answer has to be as fine as a day [date-as-fine-as-asked]'],
    ),
    (
        "phrase-says-its-words",
        "  - id: cost",
        """  - {id: fault, question: Why did it fail?, type: phrase, answer: {text: a broken bolt, must_say: [[nut, bolt], [rust]]}}
  - {id: cause, question: Why was it shut?, type: phrase, answer: {text: heavy snow, must_not_say: [snow, ice]}}
  - {id: right, question: Why was it lit?, type: phrase, answer: {text: for the feast, must_say: [[feast]], must_not_say: [war]}}
  - id: cost""",
        ['fault: "a broken bolt" does not say "rust" itself', 'cause: "heavy snow" says "snow" itself'],
    ),
    (
        "list-items-distinct",
        "  - id: cost",
        """  - {id: ports, question: Which ports?, type: list, answer: [Rosa, Tamar, rosa]}
  - {id: towns, question: Which towns?, type: list, answer: [Rosa, Tamar]}
  - id: cost""",
        ['ports: "rosa" is an item twice [list-items-distinct]'],
    ),
    (
        "list-declared",
        "  - id: cost",
        """  - {id: rivers, question: Which two rivers meet there?, type: entity, answers: [Rosa, Tamar]}
  - {id: both, question: Which two rivers meet there today?, type: list, answers: [Rosa, Tamar]}
  - {id: names, question: Which two names does the inn have?, answers: [Rosa Inn, the Rosa]}
  - {id: one, question: Which of the two rivers is longer?, answers: [Rosa, the Rosa]}
  - id: cost""",
        ["2 are asked for, and each of 2 answers alone is accepted [list-declared]"],
    ),
    (
        "aliases-agree",
        "  - id: cost",
        '  - {id: head, question: Who led the works?, type: entity, answer: "Ada Keller", reject: [Keller]}\n  - id: cost',
        ['q.yaml:29:91: error: head: "Keller" is accepted by "leader", which asks nearly the same [aliases-agree]'],
    ),
    (
        "aliases-agree",
        "  - id: cost",
        '  - {id: tail, question: Who left the work?, type: entity, answer: "Weber", reject: [Keller]}\n  - id: cost',
        [],
    ),
    (
        "document-covered",
        '["Gen. Ada Keller led the work"]',
        '["4 May 1911"]',
        ['article.txt:1:34: warning: no question is about "Gen. Ada Keller led the work." [document-covered]'],
    ),
    (
        "document-covered",
        '["It is 155 metres long"]',
        '["4 May 1911"]',
        ['article.txt:2:1: warning: no question is about "It is 155 metres long." [document-covered]'],
    ),
    (
        "drafts-finished",
        "    type: entity\n",
        "    draft: true\n    type: entity\n",
        ['q.yaml:21:5: warning: leader: a draft on "Ada Keller" is not asked yet [drafts-finished]'],
    ),
]


@pytest.mark.parametrize(("rule", "before", "after", "problems"), BROKEN)
def test_a_rule_finds_what_it_is_for(checked, rule, before, after, problems):
    assert before in GOOD
    found = [line for line in lines(checked(GOOD.replace(before, after, 1))) if line.endswith(f" [{rule}]")]
    assert len(found) == len(problems), found
    for line, problem in zip(found, problems, strict=True):
        assert problem in line


def test_every_rule_is_tried_here_and_has_a_name_of_its_own():
    tried = {rule for rule, *_ in BROKEN} | {"evidence-found", "accepted-scored"}
    assert tried == {name_of(rule) for rule in RULES}
    assert len(RULES) == len(tried)


def test_a_document_that_begins_with_a_byte_order_mark_is_told(checked):
    found = lines(checked(GOOD, "\ufeff" + ARTICLE))
    assert found == [
        "q.yaml:3:9: warning: the document begins with a byte order mark, as part of its text [document-fresh]"
    ]


def test_the_message_of_the_scorer_and_the_hint_are_passed_on(checked):
    (problem,) = checked(GOOD.replace('"0.155 km"', '"155 cm"'))
    assert problem.message.startswith('length: the scorer calls "155 cm" incorrect (scale_error): ')
    assert problem.source == '    accept: ["155 m", "155 cm", "It is 155 metres long."]'
    assert problem.hint == (
        "if it is right, the scorer is at fault: till that is mended, say it in `accepted`, too; if not, move it to `reject`"
    )
    (problem,) = checked(GOOD.replace('"15.5 m"', '"15,500 cm"'))
    assert problem.hint == "narrow `answer` or `accepted` until it does not, or move it to `accept`"
    (problem,) = checked(GOOD.replace('"15.5 m"', '"155"'))
    assert problem.hint == "with `unit: required` a figure without its unit is not right; or move it to `accept`"
    found = checked(GOOD.replace('"not stated", ', '"12 trams", ').replace('"155 francs"', '"not stated"'))
    assert [problem.hint for problem in found if problem.severity == "error"] == [
        "right is what says that the document does not say: word it so, or move it to `reject`",
        "it says that the document does not say, which is right: move it to `accept`",
    ]
    (problem,) = checked(GOOD.replace("  sha256: SHA\n", ""))
    assert problem.hint == f"add sha256: {Document('', ARTICLE).sha256}"


def test_a_dataset_without_a_file_is_checked_too(strict):
    question = Question(
        id="a",
        text="Who led the work?",
        answer=EntityAnswer("Ada"),
        accepted=("Ada",),
        document_id="d",
        evidence=(Evidence("Ada", 0, 3), Evidence("Ada", 5, 8)),
        accept=("Ada", "It was Ada.", "ada"),
        reject=("Weber", "nobody", "Ada"),
    )
    made = dataset.load("north-korea-russia")
    made = replace(
        made, name="x", path="", questions=(question,), documents={"d": Document("d", "Ada led. It rained.")}
    )
    found = [str(problem) for problem in check(made, strict)]
    assert 'x: error: a: characters 5 to 8 of the document are not the quote "Ada" [evidence-found]' in found
    assert 'x: error: a: "Ada" is an example to accept, too [examples-distinct]' in found
    assert any(line.startswith('x: error: a: the scorer calls "Ada" correct (exact)') for line in found)
    assert any(line.startswith('x: warning: no question is about "It rained." [document-covered]') for line in found)


def test_of_many_sentences_without_a_question_the_first_ones_are_named_and_the_others_counted(strict):
    text = "Ada led. " + " ".join(f"It rained on day {day}." for day in range(1, 41))
    question = Question("a", "Who led?", EntityAnswer("Ada"), ("Ada",), "d", (Evidence("Ada", 0, 3),))
    made = replace(
        dataset.load("north-korea-russia"),
        name="x",
        path="",
        questions=(question,),
        documents={"d": Document("d", text)},
    )
    told = [str(problem).partition("\n")[0] for problem in check(made, strict)]
    found = [line for line in told if "[document-covered]" in line]
    assert len(found) == 21
    assert 'x: warning: no question is about "It rained on day 20." [document-covered]' in found
    assert "x: warning: nor about 20 further sentences from here on [document-covered]" in found
    assert not any("day 21" in line for line in found)


def test_a_scorer_that_breaks_is_a_problem_of_the_example(checked, tmp_path):
    class Broken:
        def score(self, *_given):
            raise ZeroDivisionError

    checked(GOOD)
    problems = check(dataset.load_with_marks(tmp_path / "q.yaml"), Broken())
    assert sum("failed (scorer_failed)" in problem.message for problem in problems) == 4 * 6 + 4


def test_an_accepted_answer_that_the_scorer_refuses_is_told(checked, tmp_path, strict):
    class Picky:
        def score(self, question, text, document=None):
            score = strict.score(question, text, document)
            return replace(score, verdict=Verdict.INCORRECT) if text == "Keller" else score

    checked(GOOD)
    found = lines(check(dataset.load_with_marks(tmp_path / "q.yaml"), Picky()))
    assert len(found) == 2
    assert ':25:16: error: leader: the scorer calls the accepted "Keller" incorrect (alias): ' in found[0]
    assert found[0].endswith(" [accepted-scored]")
    assert ':27:29: error: leader: the scorer calls "Keller" incorrect (alias): ' in found[1]


def test_plain_questions_are_not_asked_for_evidence_or_examples(tmp_path, strict):
    (tmp_path / "q.jsonl").write_text(
        '{"id": "a", "question": "Who came?", "answers": ["Ada", "Byron"], "context": "Ada came. It rained."}\n'
        '{"id": "b", "question": "Who came", "answers": ["Ada"], "context": "Ada came. It rained."}\n'
        '{"id": "c", "question": "Who came?", "answers": ["Bob"], "context": "Bob came."}\n'
        '{"id": "d", "question": "When?", "answers": ["03/04/2023", "3.4.2023"], "type": "date"}\n'
    )
    found = lines(check(dataset.load_with_marks(tmp_path / "q.jsonl"), strict))
    path = tmp_path / "q.jsonl"
    assert f'{path}:2:25: error: b: this asks the same as "Who came?" of "a" [questions-differ]' in found
    assert f'{path}:4:46: warning: d: "03/04/2023" may be two dates [gold-unambiguous]' in found
    assert not any("examples" in line or "evidence" in line or "document" in line for line in found)


def test_what_a_question_asks_for_tells_metres_from_minutes_and_a_plain_one_is_told_of_its_answers(tmp_path, strict):
    path = tmp_path / "q.jsonl"
    path.write_text(
        '{"id": "e", "question": "How tall is it?", "answers": ["8,849 m"], "accept": ["9 km"]}\n'
        '{"id": "f", "question": "What did it come to?", "answers": ["8,849 m"]}\n'
    )
    found = check(dataset.load_with_marks(path), strict)
    assert [str(each.line) for each in found if "may be in metre or minute" in each.message] == ["2"]
    hints = [each.hint for each in found if each.message.startswith("e: the scorer")]
    assert hints == [
        "if it is right, the scorer is at fault: till that is mended, say it in `answers`, too; if not, move it to `reject`"
    ]


@pytest.mark.parametrize("answer", ["of its own", "the same"])
def test_near_duplicates_among_thousands_are_found_in_seconds(answer):
    cities = [
        f"City{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyz'[n // 100 % 6]}{n // 600 * 'y'}"
        for n in range(3000)
    ]
    questions = [
        Question(
            city, f"How many people live in {city} now?", EntityAnswer("x"), ("x",) if answer == "the same" else (city,)
        )
        for city in cities
    ]
    questions.append(
        Question("again", f"How many people now live in {cities[7]}?", EntityAnswer("x"), questions[7].accepted)
    )
    start = time.perf_counter()
    pairs = [pair for pair in pairs_alike(questions) if pair.second.id == "again"]
    assert time.perf_counter() - start < 60
    assert cities[7] in {pair.first.id for pair in pairs}


@pytest.mark.parametrize(
    ("answers", "n"),
    [([["Spirit", "Opportunity"], ["both rovers"]], 0), ([["Spirit", "Opportunity"], ["Spirit"]], 1)],
)
def test_a_name_of_all_items_is_no_alias_of_another_kind(answers, n):
    row = {"id": "r", "question": "Which rovers landed?", "type": "list", "answers": answers}
    made = dataset.of_content({"questions": [row]}, "set")
    told = [one for one in check(made, plugins.make("scorers", "strict")) if "aliases-consistent" in str(one)]
    assert len(told) == n
