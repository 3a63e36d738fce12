"""Yes, no, neither or both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.polarity import contradicts_itself, read_yes_no

YES = """
Yes
Yes.
yes
YES!
yes, they did
Yes, North Korea sent troops.
Yes - they did
Yes: it was reported by AP.
Yes; see the article.
Yes they did
Yes, but only 3,000.
Yes, although the number is not known.
Yes, no other country did.
Yes. No other country did so.
Yes, it was not only missiles.
Yeah
Yep
yup
Aye
Y
True
True.
true, it did
This is true
That is true.
It is true that North Korea sent troops.
Correct
Correct.
Correct, they did.
That's correct
That is correct.
This is correct
That's right
That’s right.
Right
Right, they did
You're right.
You are right
Affirmative
Indeed
Indeed, it did.
Exactly
Precisely.
Absolutely
Absolutely.
Definitely
Certainly
Of course
Of course they did
Sure, yes
Undoubtedly
Without a doubt
No doubt
No doubt.
No doubt about it
There is no doubt.
I think so
I believe so.
Most likely
Probably
It did
It did.
They did
They did.
He has
It was
There were
They did so.
They did indeed
It did, according to the article.
The article says that it did
The article says yes
According to the article, yes
According to the article, they did.
According to the text, yes, it did.
The answer is yes
The answer is yes.
The answer is: Yes
Answer: yes
Answer: True
A: Yes
Final answer: yes
**Yes**
**Yes**, it did.
"Yes"
(yes)
Well, yes.
So yes
In short, yes.
I would say yes
I think yes
It is the case
That is the case.
That's accurate
It seems so
So it seems
Yes, that is correct.
Yes, it is true that they did.
Yes, indeed.
Yes, yes
Ok, yes
It is correct
It isn't false
That is not false
That's not wrong
""".strip("\n").split("\n")
NO = """
No
No.
no
NO!
no, they did not
No, it was South Korea.
No, it was 170 mm
No - it was Japan
No: the AP did.
No they did not
No, they didn't
No, they sent missiles.
No. Only missiles were sent.
No, although it is true that missiles were sent.
No, not yet
Nope
Nah
Nay
N
False
False.
false, it did not
This is false
That is false.
It is false that they did.
It's false
Incorrect
Incorrect.
That's incorrect
That is not correct.
That is wrong
Wrong
Wrong.
Not true
Not correct
Not right
It is not true
It is not true that North Korea sent troops.
It isn't true that they did
That isn't true.
That's not true
This is not the case
That is not the case.
It is not the case that they did
Negative
Never
Not at all
Not at all.
Not really
Not exactly
Not yet
Not so
By no means
In no way
No way
Absolutely not
Absolutely not.
Definitely not
Certainly not
Of course not
Probably not
Most likely not
I don't think so
I don’t think so.
I do not believe so
On the contrary, they sent missiles.
Quite the opposite
Far from it.
Hardly
Unlikely
They did not
They didn't.
It did not
It didn't
It was not
It wasn't
It isn't
He has not
He hasn't
There were none
There was no such deployment
There were no tanks
They never did
The article says that it did not
The article says no
According to the article, no
According to the article, they did not.
The answer is no
The answer is no.
Answer: no
Answer: False
A: No
**No**
**No**, it did not.
"No"
(no)
Well, no.
I would say no
North Korea did not send tanks.
North Korea didn't send tanks.
North Korea never sent tanks.
No tanks were sent.
No troops were sent
None of them did
Neither did
Nobody did
The troops were not experienced.
They cannot
They have failed to retake it
North Korea refused to send tanks
No, that is not correct.
No, it is not true.
No, no
The text does not support that; no.
""".strip("\n").split("\n")
OPEN = """
170 mm
It was 170 mm
They were 170 mm howitzers
Kyrylo Budanov
Sudzha
North Korea sent troops.
North Korea sent 3,000 troops to Russia.
not only missiles but also howitzers
Not only did they send missiles but also howitzers.
no more than 12,000
No more than 12,000 troops were sent
no fewer than 3,000
Noah
Nora
Norway
Yesterday
Yeshiva
Yemen
Truman
Right-wing parties
Correctional officers
Maybe
Maybe.
Perhaps
Possibly
It depends
It depends.
Sometimes
Partly
Partially true
Yes and no
Yes and no.
Both yes and no
Yes/No
yes or no
True/False
Yes. Actually, no.
Yes... no
Yes, I mean no.
No, wait, yes
No. Yes.
Yes, it did not.
No, it did.
Yes, they didn't
True and false
It is true. It is false.

12,000
in March
Positive results
True North
Wrong turn
Nobel Prize
December
""".strip("\n").split("\n")
CONTRADICTIONS = [
    "Yes and no", "Yes and no.", "yes or no", "Yes/No", "True/False", "Yes. Actually, no.", "Yes... no", "No, wait, yes", "No. Yes.", "Yes, I mean no.",
    "Yes, it did not.", "No, it did.", "Yes, they didn't", "It is true. It is false.", "Yes, but no", "True and false",
]  # fmt: skip
CONSISTENT = [
    "Yes", "No", "No, no other country did.", "Yes, no other country did.", "Yes. No other country did so.", "No, it is not true.", "Yes, that is correct.",
    "No, it was 170 mm", "Yes, it was 170 mm", "No, it was South Korea that did.", "170 mm", "", "No, yesterday", "Yes, Norway did", "No doubt, yes", "Maybe",
]  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_a_yes_is_read_as_true(text):
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", NO)
def test_a_no_is_read_as_false(text):
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", OPEN)
def test_neither_or_both_is_none(text):
    assert read_yes_no(text) is None


@pytest.mark.parametrize("text", CONTRADICTIONS)
def test_saying_both_is_a_contradiction(text):
    assert contradicts_itself(text)
    assert read_yes_no(text) is None


@pytest.mark.parametrize("text", CONSISTENT)
def test_saying_one_thing_is_no_contradiction(text):
    assert not contradicts_itself(text)


def test_there_are_enough_rows():
    assert len(set(YES)) >= 90
    assert len(set(NO)) >= 100
    assert len({*YES, *NO, *OPEN}) == len(set(YES)) + len(set(NO)) + len(set(OPEN))


@pytest.mark.parametrize("text", [*YES, *NO])
def test_case_and_quotes_do_not_matter(text):
    expected = read_yes_no(text)
    assert read_yes_no(text.lower()) is expected
    assert read_yes_no(text.replace("'", "’")) is expected
    assert read_yes_no(f"  {text}\n") is expected


_WORDS = "yes no not true false it did they . , ; and or but the is 170 mm answer article never correct right n't"


@given(st.text() | st.lists(st.sampled_from(_WORDS.split(" ")), max_size=20).map(" ".join))
def test_no_text_breaks_the_reading(text):
    read = read_yes_no(text)
    assert read in (True, False, None)
    if contradicts_itself(text):
        assert read is None


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["yes ", "no, ", "so ", "well, the answer is ", "not ", "1.", "-", "it did ", "and "])
def test_reading_takes_time_in_proportion_to_the_text(unit):
    assert read_yes_no(unit * (1_000_000 // len(unit))) in (True, False, None)


@pytest.mark.parametrize("gap", [" ", "\n", " ,", " -", "\t.", "("])
def test_a_long_gap_is_read_as_fast_as_words(gap):
    text = f"no a, wait, not{gap * 200_000}but b or c is not known"
    assert read_yes_no(text) == read_yes_no(text)
