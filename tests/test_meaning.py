"""What free words mean, however they are put: other words for the same, another construction, and what differs all the same."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.synonyms import DONE, LIKE, SMALL, THINGS, synonyms
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import marked
from qa_eval.scorers._words.wording import Wording, folded
from qa_eval.scorers.strict.meaning.restated import Restated
from qa_eval.scorers.strict.meaning.telling import told, verbs_of

LINES = tuple(chain.from_iterable(map(synonyms, (SMALL, DONE, LIKE, THINGS))))
WORDS = (
    "the",
    "pump",
    "'s",
    "failed",
    "of",
    "fuel",
    "had",
    "been",
    "not",
    "by",
    "a",
    "replaced",
    "its",
    "which",
    "over",
)

# accepted, said, whether it is the same
ROWS = (
    ("higher copper prices", "Copper prices rose.", True),
    ("higher copper prices", "an increase in the price of copper", True),
    ("higher copper prices", "a fall in the price of copper", False),
    ("higher copper prices", "Copper prices did not rise.", False),
    ("a dent in Iver's front wheel", "Iver had a dent in his front wheel", True),
    ("a dent in Iver's front wheel", "Iver had a dent in his rear wheel", False),
    ("the seal must be replaced", "You have to replace the seal.", True),
    ("the seal must be replaced", "The seal was replaced.", False),
    ("the seal must be replaced", "You do not have to replace the seal.", False),
    ("the storm damaged the roof", "The roof was damaged by the storm.", True),
    ("the storm damaged the roof", "The roof damaged the storm.", False),
    ("curdled milk", "The milk had curdled.", True),
    ("red sails with white stripes", "white sails with red stripes", False),
    ("dogs chase foxes", "foxes chase dogs", False),
    ("two cups and three plates", "three cups and two plates", False),
    ("to lift the ban", "to ban the lift", False),
    ("goat's milk", "milk from goats", True),
    ("goat's milk", "milk for goats", False),
    ("a train from Orlen", "a train to Orlen", False),
    ("the pilot broke her wrist", "The pilot's wrist was broken.", True),
    ("his brother had sold his boat", "He had sold his brother's boat.", False),
    ("the council had more money than the club", "the club had more money than the council", False),
    ("a rise in wages and a fall in prices", "falling prices and rising wages", True),
    ("a rise in wages and a fall in prices", "a fall in wages and a rise in prices", False),
    ("the old paint must be removed", "the old paint was removed", False),
)


@pytest.mark.parametrize(("accepted", "said", "same"), ROWS)
def test_a_text_restates_another_or_does_not(accepted, said, same):
    assert (Restated((accepted,), "What was it?").said_in(Wording(said)) is not None) is same


def test_no_word_stands_in_two_lines():
    forms = list(chain.from_iterable({form.casefold() for form in line} for line in LINES))
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_each_single_word_means_what_its_line_does():
    apart = [
        (first, form)
        for first, *others in LINES
        for form in others
        if " " not in first + form and "-" not in first + form and meant(folded(form)) != meant(folded(first))
    ]
    assert apart == []


TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def restates(accepted, said):
    return Restated((accepted,), "What was it?").said_in(Wording(said)) is not None


@given(TEXTS, TEXTS)
def test_what_restates_another_is_restated_by_it(one, other):
    assert restates(one, other) is restates(other, one)


@given(TEXTS)
def test_a_text_restates_itself_unless_it_tells_of_nothing(text):
    words = marked(text)
    assert restates(text, text) is (told(words, verbs_of(words)) is not None)
