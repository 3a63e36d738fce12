"""lexical answers from any document, the better for its words, the same each time, and was written for none in particular."""

import random
import re
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_eval import plugins
from qa_eval.answerers import lexical
from qa_eval.answerers.lexical.sentences import sentences_of
from qa_eval.answerers.lexical.wanted import Kind, wanted_by
from qa_eval.classic import f1
from qa_eval.reading.abstentions import abstains

HERE = Path(__file__).parent
CHOSEN_ON = ("canal", "volcano", "company")
HELD_OUT = ("trial", "opera")
# words of no document of its own that one writes with a capital: it opens a sentence, or is a kind of body
OF_EVERY_DOCUMENT = {"last", "these", "this", "since", "observatory", "navy", "weights", "measures"}
SOURCES = sorted(Path(lexical.__file__).parent.glob("*.py"))


def text(name):
    return yaml.safe_load((HERE / "lexical" / f"{name}.yaml").read_text(encoding="utf-8"))


def figure(said, accepted):
    """F1 of an answer; of an unanswerable question, whether it abstains."""
    return f1(said, [accepted]) if accepted else float(abstains(said))


def mean_f1(name, answer):
    content = text(name)
    figures = [
        figure(answer(question, content["document"]), accepted) for question, accepted in content["questions"].items()
    ]
    return sum(figures) / len(figures)


def random_span(seed):
    """An answerer that says up to eight words from anywhere in the document."""
    chance = random.Random(seed)  # noqa: S311 - a floor to compare with, no secret

    def answer(question, document):
        del question
        words = document.split()
        start = chance.randrange(len(words))
        return " ".join(words[start : start + chance.randint(1, 8)])

    return answer


@pytest.mark.parametrize("name", CHOSEN_ON + HELD_OUT)
def test_it_is_far_above_a_random_span(name):
    floor = max(mean_f1(name, random_span(seed)) for seed in range(20))
    assert mean_f1(name, lexical.Answerer().answer) > 4 * floor


@pytest.mark.parametrize(
    ("name", "least"), [*((name, 0.8) for name in CHOSEN_ON), *((name, 0.65) for name in HELD_OUT)]
)
def test_it_answers_most_plain_questions(name, least):
    assert mean_f1(name, lexical.Answerer().answer) > least


@pytest.mark.parametrize(
    ("question", "kind", "dimensions"),
    [
        ("How many locks does the canal have?", Kind.QUANTITY, set()),
        ("What is the number of locks?", Kind.QUANTITY, set()),
        ("What calibre are the guns?", Kind.QUANTITY, {"length"}),
        ("How large an area burned?", Kind.QUANTITY, {"area", "volume"}),
        ("What was the total area?", Kind.QUANTITY, {"area"}),
        ("How many square miles burned?", Kind.QUANTITY, {"area"}),
        ("How long is it in miles?", Kind.QUANTITY, {"length"}),
        ("What percentage voted?", Kind.QUANTITY, {"ratio"}),
        ("How much does it weigh?", Kind.QUANTITY, {"mass"}),
        ("How much did it cost?", Kind.QUANTITY, {"money"}),
        ("When did it open?", Kind.DATE, set()),
        ("In which year did it open?", Kind.DATE, set()),
        ("On what date did it open?", Kind.DATE, set()),
        ("Who built it?", Kind.PERSON, set()),
        ("By whom was it built?", Kind.PERSON, set()),
        ("Where is it?", Kind.PLACE, set()),
        ("In which old town is it?", Kind.PLACE, set()),
        ("Which company built it?", Kind.NAME, set()),
        ("Why was it built?", Kind.CAUSE, set()),
        ("How was it built?", Kind.MANNER, set()),
        ("Was it built?", Kind.YES_NO, set()),
        ("Didn't it last?", Kind.YES_NO, set()),
        ("Which rivers meet there?", Kind.LIST, set()),
        ("Name the rivers that meet there.", Kind.LIST, set()),
        ("What is it used for?", Kind.PHRASE, set()),
    ],
)
def test_the_wording_says_what_kind_of_answer_is_wanted(question, kind, dimensions):
    wanted = wanted_by(question)
    assert (wanted.kind, wanted.dimensions) == (kind, dimensions)


@pytest.mark.parametrize(
    ("document", "sentences"),
    [
        ("", ()),
        ("\n \n", ()),
        ("One. Two! Three? Four", ("One.", "Two!", "Three?", "Four")),
        ("It is 3.5 km. “Go.” He went.", ("It is 3.5 km.", "“Go.”", "He went.")),
        ("Mr. A. B. Smith of the U.S. Army left.\nHe came.", ("Mr. A. B. Smith of the U.S. Army left.", "He came.")),
    ],
)
def test_a_document_is_cut_into_sentences(document, sentences):
    assert sentences_of(document) == sentences


def test_a_text_without_punctuation_is_cut_between_words():
    parts = sentences_of("word " * 10_000)
    assert max(map(len, parts)) <= 1000
    assert sum(len(part.split()) for part in parts) == 10_000


@pytest.mark.parametrize("document", ["", " ", "the of and", "?!", "x", "\x00\ud800", "Word " * 5])
@pytest.mark.parametrize("question", ["", "?", "Who?", "How many words?", "Is it?", "\ud800 when?"])
def test_there_is_an_answer_or_an_abstention_whatever_the_texts(document, question):
    said = lexical.Answerer().answer(question, document)
    assert abstains(said) or said in {"yes", "no"} or said in document


VOCABULARY = "How many Which Who why when is km 12 1,300 and , . Anna Rome in the canals opened 1911 because by"
WORDS = st.lists(st.sampled_from(VOCABULARY.split()))


@settings(max_examples=150, deadline=None)
@given(question=st.text() | WORDS.map(" ".join), document=st.text() | WORDS.map(" ".join))
def test_whatever_is_asked_of_whatever_text_the_answer_is_of_it(question, document):
    said = lexical.Answerer().answer(question, document)
    assert said


def test_a_question_about_something_else_is_not_answered():
    said = lexical.Answerer().answer("Which airline flies to Reykjavík?", text("canal")["document"])
    assert abstains(said)


def test_answers_are_equal_in_any_process_and_order():
    content = text("opera")
    said = [lexical.Answerer().answer(question, content["document"]) for question in content["questions"]]
    script = (
        "import sys, yaml; sys.path.insert(0, sys.argv[1]); from qa_eval.answerers.lexical import Answerer; "
        "c = yaml.safe_load(open(sys.argv[2], encoding='utf-8')); a = Answerer(); "
        "print('\\n'.join(a.answer(q, c['document']) for q in reversed(c['questions'])))"
    )
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", script, str(HERE.parent), str(HERE / "lexical" / "opera.yaml")],
            capture_output=True,
            encoding="utf-8",
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            check=True,
        )
        assert run.stdout.splitlines()[::-1] == said


def test_threads_share_one_answerer_over_several_documents():
    contents = [text(name) for name in CHOSEN_ON + HELD_OUT]
    pairs = [(question, content["document"]) for content in contents for question in content["questions"]]
    alone, shared = lexical.Answerer(), lexical.Answerer()
    expected = {pair: alone.answer(*pair) for pair in pairs}
    said = [{} for _ in range(8)]

    def work(place):
        for pair in [*pairs[place * 10 :], *pairs[: place * 10]]:
            said[place][pair] = shared.answer(*pair)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answers == expected for answers in said)


def test_a_document_is_fitted_once():
    answerer = lexical.Answerer()
    for question in text("canal")["questions"]:
        answerer.answer(question, text("canal")["document"])
    assert answerer._index.cache_info().misses == 1


def test_the_source_holds_no_name_of_a_bundled_document():
    source = Counter(re.findall(r"[^\W\d_]+", " ".join(path.read_text(encoding="utf-8").lower() for path in SOURCES)))
    for path in sorted((HERE.parent / "seeds").glob("*.txt")):
        document = path.read_text(encoding="utf-8")
        small = set(re.findall(r"\b[a-z]+\b", document))
        names = {word.lower() for word in re.findall(r"\b[A-Z]\w{3,}", document)} - small - OF_EVERY_DOCUMENT
        assert len(names) > 10
        assert not names & source.keys()


def test_it_is_found_by_its_name():
    assert isinstance(plugins.make("answerers", "lexical"), lexical.Answerer)


def test_scikit_learn_is_loaded_when_the_answerer_is_made_and_not_in_the_time_of_the_first_question():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from qa_eval.answerers.lexical import Answerer; "
        "assert not {'sklearn', 'numpy', 'pint'} & set(sys.modules); Answerer(); "
        "assert 'sklearn.feature_extraction.text' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(HERE.parent)], check=True, timeout=300)
