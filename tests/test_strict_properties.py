"""What holds of strict scoring for every input."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from asked import asked
from growth import assert_linear
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from qa_eval.model import (
    DateAnswer,
    Document,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Reason,
    Tolerance,
    Unanswerable,
    Verdict,
    YesNoAnswer,
    accepted_texts,
)
from qa_eval.reading.units import convert
from qa_eval.scorers._words import wording
from qa_eval.scorers._words.wording import folded, key
from qa_eval.scorers.strict import Scorer
from qa_eval.scorers.strict.golds import gold_of
from qa_eval.scorers.strict.quantities.rounding import agrees_to_decimals, agrees_to_significant, rounded
from qa_eval.scorers.strict.relation import ACCEPTED

UNITS = {
    "mm": "millimetre", "cm": "centimetre", "m": "metre", "km": "kilometre", "inches": "inch", "miles": "mile",
    "g": "gram", "kg": "kilogram", "tonnes": "tonne", "s": "second", "minutes": "minute", "hours": "hour", "days": "day",
}  # fmt: skip
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SCORER = Scorer()


def question_of(answer, *aliases, text="What is it?"):
    return Question("question", text, answer, accepted_texts(answer, aliases))


def is_right(question, text):
    return SCORER.score(question, text).verdict is Verdict.CORRECT


numbers = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(-(10**6), 10**6, places=2).map(str),
    st.integers(1, 999).map("{} million".format),
)
quantities = st.builds(
    lambda number, unit: f"{number} {unit}".strip(), numbers, st.sampled_from(["", *UNITS, "troops", "%"])
)
dates = st.builds(
    lambda day, month, year, form: form.format(day=day, month=MONTHS[month - 1], number=month, year=year),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1000, 2100),
    st.sampled_from(
        [
            "{day} {month} {year}",
            "{month} {day}, {year}",
            "{year:04d}-{number:02d}-{day:02d}",
            "{month} {year}",
            "{year}",
            "{day} {month}",
        ]
    ),
)
words = st.text(alphabet="abcdefghijklmnoprstuvwyzéöł", min_size=3, max_size=9)
nonsense = st.text(alphabet="bdfgklmprz", min_size=4, max_size=9)  # no "then", no "nil"
names = st.lists(words.map(str.capitalize), min_size=1, max_size=3).map(" ".join)
phrases = st.lists(words, min_size=1, max_size=6).map(" ".join)
ANSWERS = st.one_of(
    quantities.map(QuantityAnswer),
    dates.map(DateAnswer),
    names.map(EntityAnswer),
    phrases.map(PhraseAnswer),
    st.lists(nonsense, min_size=1, max_size=5, unique_by=key).map(
        lambda items: ListAnswer(tuple((item,) for item in items))
    ),
    st.booleans().map(YesNoAnswer),
)
anything = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["1,300", "km²", "not", "or", "170 mm", "(", ")", "%", "-", "–", "27 March", "2023", "Budanov", "and", "=", "×", "½",
             "up to", "\x00", "\u202e", "\ud800", "10^99", "1e999", "1/0", "0/0", "∞", "NaN", "five", "hundred", ".", ",", "'", '"', "$",
             "\\frac{1}{0}", "I don't know", "yes", "no", "e", "m", "\n", "- ", "1."],
        ),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip
QUESTIONS = [
    asked("How large is it?", "quantity", "1,300 km²"),
    asked("What share?", "quantity", "two-thirds", tolerance={"rel": "1%"}),
    asked("What calibre?", "quantity", "170 mm", tolerance={"sigfig": 2}),
    asked("When?", "date", "27 March 2023"),
    asked("When?", "date", "1950–53"),
    asked("Who?", "entity", "Kyrylo Budanov"),
    asked("Which vitamin?", "entity", "A"),
    asked("Why?", "phrase", {"text": "lack of experience", "must_say": [["lack of experience", "inexperience"]], "must_not_say": ["drones"]}),
    asked("Which?", "list", ["fuel", ["missile technology", "technology"], "170 mm", "3 May 2020"]),
    asked("Which, in order?", "list", {"items": ["one", "two"], "ordered": True}),
    asked("Is it?", "yes_no", "yes"),
    asked("How many were there?", "unanswerable"),
]  # fmt: skip


@settings(max_examples=400)
@given(ANSWERS)
def test_an_accepted_answer_is_right_when_it_is_read_and_not_only_compared(answer):
    question = question_of(answer)
    relation = gold_of(question).relate(answer.text, None)
    assert relation.reason in ACCEPTED, relation
    assert is_right(question, answer.text)


@given(st.one_of(quantities.map(QuantityAnswer), dates.map(DateAnswer), names.map(EntityAnswer)))
def test_an_accepted_answer_is_right_in_a_sentence(answer):
    assert is_right(question_of(answer), f"The answer is {answer.text}.")


@settings(max_examples=1000)
@given(anything, st.sampled_from(QUESTIONS))
@example("1/0", QUESTIONS[0])
@example("9" * 5000, QUESTIONS[0])
@example("1e999999999", QUESTIONS[0])
def test_no_text_whatsoever_raises(text, question):
    score = SCORER.score(question, text, Document("document", "On 27 March 2023, 1,300 km² were taken."))
    assert score.verdict in set(Verdict) - {Verdict.FAILED}
    assert 0 <= score.value <= 1
    assert score.message
    assert (score.verdict is Verdict.CORRECT) <= (score.value == 1)


@settings(max_examples=400)
@given(ANSWERS, ANSWERS)
@example(EntityAnswer("the the the Bank of the North"), EntityAnswer("Bank of"))
def test_no_answer_of_another_kind_raises(answer, said):
    score = SCORER.score(question_of(answer), f"{said.text}, {answer.text[: len(answer.text) // 2]}")
    assert score.verdict in set(Verdict) - {Verdict.FAILED}


@settings(max_examples=600)
@given(anything, anything)
@example("–", "no")
@example("the", "a")
def test_no_accepted_text_whatsoever_raises(accepted, said):
    assume(accepted.strip())
    list_answer = ListAnswer(((accepted, "fuel"), ("technology",)))
    for answer in (*(kind(accepted) for kind in (QuantityAnswer, DateAnswer, EntityAnswer, PhraseAnswer)), list_answer):
        assert SCORER.score(question_of(answer, "fuel"), said).verdict in set(Verdict) - {Verdict.FAILED}


@given(anything)
def test_any_text_is_right_as_its_own_accepted_answer(text):
    assume(text)
    for answer in (QuantityAnswer(text), DateAnswer(text), EntityAnswer(text), PhraseAnswer(text)):
        assert is_right(question_of(answer), text)


@given(st.text(max_size=40))
def test_normalising_twice_is_once(text):
    assert key(" ".join(key(text))) == key(text)
    assert all(folded(folded(word)) == folded(word) for word in key(text))


sizes = st.decimals(0, 1000, places=3)


@st.composite
def widened(draw):
    """A tolerance and a wider one of the same form."""
    form = draw(st.sampled_from(["absolute", "relative", "both", "significant", "decimals", "range"]))
    low, high = sorted((draw(sizes), draw(sizes)))
    few, many = sorted((draw(st.integers(1, 9)), draw(st.integers(1, 9))))
    center = draw(st.decimals(-1000, 1000, places=2))
    return {
        "absolute": (Tolerance(absolute=low), Tolerance(absolute=high)),
        "relative": (Tolerance(relative=low / 1000), Tolerance(relative=high / 1000)),
        "both": (Tolerance(absolute=low, relative=low / 1000), Tolerance(absolute=high, relative=low / 1000)),
        "significant": (Tolerance(significant=many), Tolerance(significant=few)),
        "decimals": (Tolerance(decimals=many), Tolerance(decimals=few)),
        "range": (Tolerance(low=center - low, high=center + low), Tolerance(low=center - high, high=center + high)),
    }[form]


near = st.tuples(st.decimals(-2000, 2000, places=3), st.decimals(-3, 3, places=4)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@settings(max_examples=500)
@given(near, widened())
@example((Decimal("1.449"), Decimal("1.45")), (Tolerance(significant=3), Tolerance(significant=2)))
@example((Decimal(0), Decimal(0)), (Tolerance(relative=Decimal(0)), Tolerance(relative=Decimal("0.1"))))
def test_a_wider_tolerance_never_turns_right_into_wrong(pair, tolerances):
    gold, said = pair
    narrow, wide = (question_of(QuantityAnswer(f"{gold} mm", tolerance=tolerance)) for tolerance in tolerances)
    none = question_of(QuantityAnswer(f"{gold} mm"))
    exact = question_of(QuantityAnswer(f"{gold} mm", tolerance=Tolerance(exact=True)))
    verdicts = [is_right(question, f"{said} mm") for question in (exact, none, narrow, wide)]
    assert verdicts == sorted(verdicts), (gold, said, tolerances)


@given(st.fractions(-1000, 1000), st.fractions(-1000, 1000), st.integers(1, 12))
def test_agreeing_to_fewer_digits_is_easier(one, other, digits):
    assert agrees_to_significant(one, other, digits + 1) <= agrees_to_significant(one, other, digits)
    assert agrees_to_decimals(one, other, digits + 1) <= agrees_to_decimals(one, other, digits)


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_rounding_is_to_the_nearest_multiple(value, decimals):
    step = Fraction(1, 10**decimals)
    near = rounded(value, step)
    assert near % step == 0
    assert abs(near - value) <= step / 2
    assert rounded(near, step) == near


@settings(max_examples=400)
@given(ANSWERS.filter(lambda answer: not isinstance(answer, YesNoAnswer | ListAnswer)), st.data())
def test_another_alias_never_turns_right_into_wrong(answer, data):
    alias = data.draw(st.one_of(quantities, dates, names, phrases, anything).filter(bool))
    said = data.draw(
        st.one_of(
            st.just(answer.text),
            st.just(f"It was {answer.text}."),
            st.just(alias),
            st.just(f"{answer.text} ({alias})"),
            anything,
        )
    )
    question = question_of(answer)
    wider = replace(question, accepted=accepted_texts(answer, (alias,)))
    assert is_right(question, said) <= is_right(wider, said), (said, alias)


@given(st.sampled_from(list(UNITS)), st.sampled_from(list(UNITS)), st.decimals("0.01", 9999, places=2))
def test_a_value_converted_exactly_stays_right(unit, other, number):
    there = convert(Fraction(number), UNITS[unit], UNITS[other])
    assume(there is not None)
    assume((10**12 * there).denominator == 1)  # a decimal that ends
    said = f"{Decimal(there.numerator) / Decimal(there.denominator):f} {other}"
    score = SCORER.score(question_of(QuantityAnswer(f"{number} {unit}")), said)
    assert score.verdict is Verdict.CORRECT, (unit, number, said, score)


@given(st.lists(nonsense, min_size=1, max_size=6, unique_by=key), st.data())
def test_the_parts_of_a_list_sum_to_the_whole(items, data):
    assume(len({folded(item) for item in items}) == len(items))
    question = question_of(ListAnswer(tuple((item,) for item in items)), text="Which?")
    said = data.draw(st.lists(st.sampled_from(items), min_size=1, unique=True))
    score = SCORER.score(question, "; ".join(said))
    assert score.value == pytest.approx(2 * len(said) / (len(items) + len(said)))
    assert (score.verdict is Verdict.CORRECT) == (len(said) == len(items))


PIECES = [
    "170 mm or ",
    "1,",
    "((",
    "not ",
    "Budanov and ",
    "9",
    "27 March 2023, ",
    "\n- ",
    "the ",
    "\u202e",
    "一",
    "yes. no. ",
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.answer.type}-{question.accepted[:1]}")
def test_time_grows_linearly_with_the_answer(question):
    for piece in PIECES:
        assert_linear(lambda text: SCORER.score(question, text), piece, 20_000)


@pytest.mark.parametrize(
    ("text", "answer", "kind", "piece"),
    [
        ("Who wrote it?", "Ann Lee", "entity", "Ann Lee, "),
        ("Who succeeded Emil Vries?", "Ann Lee", "entity", "Ann Lee, "),
        ("Who wrote it?", "Ann Lee Jr.", "entity", "Ann Lee Jr., "),
        ("What metal is it?", "copper", "entity", "gold copper "),
        ("What is the symbol of gold?", "Au", "entity", "other Au "),
        ("What is her role?", "deputy head of the choir", "phrase", "deputy head of the choir. "),
        ("What happened to sales?", "they fell to 2 million", "phrase", "they fell to 2 million. "),
        ("What did the crew do?", "freed a cow from a ditch", "phrase", "freed a cow from a ditch, "),
        ("Why was he fined?", "he rode while drunk", "phrase", "he rode while drunk. "),
    ],
)
def test_time_grows_linearly_with_how_often_the_answer_is_said(text, answer, kind, piece):
    question = asked(question=text, answer=answer, type=kind)
    assert_linear(lambda said: SCORER.score(question, said), piece, 40_000)


def test_time_grows_linearly_with_a_word_beside_a_document():
    asked = Question("q", "When did it open?", DateAnswer("27 March 2023"), ("27 March 2023",))
    document = Document("d", "It opened on 27 March 2023 and closed on 4 May 2024.")
    assert_linear(lambda said: SCORER.score(asked, f"27 March 2023 {said}", document), "her", 20_000)


def test_ten_megabytes_are_no_answer():
    asked = QUESTIONS[0]
    score = SCORER.score(asked, "170 mm or " * 1_000_000)
    assert (score.verdict, score.reason) == (Verdict.INCORRECT, Reason.UNREADABLE)
    assert_linear(lambda text: SCORER.score(asked, text), "170 mm or ", 10_000_000)


def test_only_so_many_questions_are_kept():
    scorer = Scorer()
    for number in range(20_000):
        scorer.score(Question(str(number), "Is it?", YesNoAnswer(yes=True), ("yes",)), "Yes")
    assert len(scorer._judge._prepared) <= 16_384


def test_a_question_that_takes_the_place_of_another_is_read_anew():
    scorer = Scorer()
    for number in range(2000):
        answer = QuantityAnswer(f"{number} mm")
        assert scorer.score(question_of(answer), f"It is {number} mm.").verdict is Verdict.CORRECT
    assert scorer.score(Question("q", "How many?", Unanswerable()), "12").verdict is Verdict.INCORRECT


ASKED = Question("calibre", "What calibre?", QuantityAnswer("155 mm"), ("155 mm",))
DOCUMENT = Document("d", "The guns are of 155 mm, the mortars of 120 mm.")


@given(
    st.lists(
        st.sampled_from(["15.5 cm", "120 mm", "about 155 mm", "not stated", "six inches", *"abcdefgh"]), max_size=30
    )
)
def test_an_answer_is_scored_as_if_no_other_had_come_before(answers):
    scorer = Scorer()
    assert [scorer.score(ASKED, answer) for answer in answers] == [Scorer().score(ASKED, answer) for answer in answers]


def test_an_answer_is_scored_anew_with_another_document():
    scorer = Scorer()
    reasons = [scorer.score(ASKED, "120 mm", document).reason for document in (None, DOCUMENT, None, DOCUMENT)]
    assert reasons == ["wrong_value", "other_figure_of_the_document"] * 2


@given(st.text("aAB95 .,-'_;:!?\t\x1f$%é", max_size=12))
def test_words_told_at_a_glance_are_those_that_the_pattern_finds(text):
    written = wording.plain(text)
    assert wording._written_words(written) == wording._TOKEN.findall(written)
