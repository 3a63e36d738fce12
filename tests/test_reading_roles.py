"""Statements are read as frames: a relation, and who stands in which part of it, whatever verb, voice or noun tells it."""

import pytest

from qa_eval.reading.roles import Placing, asked_by, frames_of, placed, says, shared_verbs
from qa_eval.reading.roles.fillers import stems_in
from qa_eval.reading.roles.lexicon import lexicon
from qa_eval.reading.roles.tokens import tokens_of


def told(text, relation, verbs=frozenset()):
    """The parts of the first frame of a relation, each as one text, "not" with them where it is denied."""
    frame = next(frame for frame in frames_of(text, verbs) if frame.relation.name == relation)
    parts = {part: " / ".join(each.strip() for each in filler.texts) for part, filler in frame.parts.items()}
    return parts | ({"not": True} if frame.negated else {})


@pytest.mark.parametrize(
    ("text", "relation", "parts"),
    [
        ("Ann sold Ben the ring.", "sale", {"giver": "Ann", "receiver": "Ben", "thing": "the ring"}),
        ("Ben was sold the ring by Ann.", "sale", {"giver": "Ann", "receiver": "Ben", "thing": "the ring"}),
        ("The ring was bought from Ann by Ben.", "sale", {"giver": "Ann", "receiver": "Ben", "thing": "The ring"}),
        ("It was Ann who lent it to Ben.", "loan", {"giver": "Ann", "receiver": "Ben", "thing": "it"}),
        ("The one who borrowed it was Ben.", "loan", {"receiver": "The one / Ben", "thing": "it"}),
        (
            "The $45 million that Ben was lent by Ann",
            "loan",
            {"giver": "Ann", "receiver": "Ben", "thing": "The $45 million"},
        ),
        ("Ann was the buyer of the mill.", "sale", {"receiver": "Ann", "thing": "the mill"}),
        ("Ann isn't the seller.", "sale", {"giver": "Ann", "not": True}),
        ("Castell lost to Rovigno by nine.", "contest", {"winner": "Rovigno", "loser": "Castell"}),
        ("Haldane came in 14 seconds behind Moreau.", "contest", {"winner": "Moreau", "loser": "Haldane"}),
        (
            "Arkley, the inspector, was beaten by Moss.",
            "contest",
            {"winner": "Moss", "loser": "Arkley / the inspector"},
        ),
        ("The flood resulted from a burst pipe.", "cause", {"cause": "a burst pipe", "effect": "The flood"}),
        ("Because it rained, the match was off.", "cause", {"cause": "it rained", "effect": "the match was off"}),
        ("Heavy snow had no part in it.", "cause", {"cause": "Heavy snow", "role": "no part", "not": True}),
        (
            "They made a library out of the barn.",
            "conversion",
            {"agent": "They", "product": "a library", "origin": "the barn"},
        ),
        ("Ann took the place of Ben.", "replacement", {"new": "Ann", "old": "Ben", "spot": "the place"}),
        ("The pine is the lighter of the two.", "comparison of heavier", {"less": "The pine"}),
        ("The bus costs less than the train.", "comparison of dearer", {"less": "The bus", "more": "the train"}),
    ],
)
def test_a_statement_tells_who_stands_in_which_part(text, relation, parts):
    assert told(text, relation) == parts


@pytest.mark.parametrize(
    "text",
    [
        "the cancelled sale",
        "He wants to sell Ann the house.",
        "There are 6 eggs left.",
        "5 km",
        "",
        "a loan of $5",
        "x" * 5000,
    ],
)
def test_what_is_not_surely_read_is_no_frame(text):
    assert frames_of(text) == ()


@pytest.mark.parametrize(
    ("question", "relation", "part"),
    [
        ("Who bought the mill?", "sale", "receiver"),
        ("From whom did Ann borrow the ladder?", "loan", "giver"),
        ("What did they turn the barn into?", "conversion", "product"),
        ("How much did Ann lend Ben?", "loan", "thing"),
        ("By how many points did Ann beat Ben?", "contest", ""),
        ("Why was the race off?", "cause", "cause"),
        ("Which planet is hotter, Orun or Kell?", "comparison of hotter", "more"),
        ("Who was the winner?", "contest", "winner"),
    ],
)
def test_a_question_asks_for_a_part_of_a_matter(question, relation, part):
    assert [(asked.relation.name, asked.part) for asked in asked_by(question)] == [(relation, part)]


def holder(name):
    """What tells whether a name stands in a part."""
    stems = stems_in(tokens_of(name))
    return lambda filler: stems <= filler.stems


@pytest.mark.parametrize(
    ("answer", "placing"),
    [
        ("Ann Ray bought it.", Placing.RIGHT),
        ("The mill was sold to Ann Ray.", Placing.RIGHT),
        ("Ann Ray sold it to Ben.", Placing.TURNED),
        ("Ann Ray didn't buy it.", Placing.DENIED),
        ("Ann Ray, who later sold it to Ben.", None),
        ("Ann Ray sold a boat to Ben.", None),
        ("Ann Ray", None),
    ],
)
def test_an_answer_puts_the_accepted_one_into_a_part(answer, placing):
    found = placed(asked_by("Who bought the mill?"), frames_of(answer), holder("Ann Ray"))
    assert (found and found[0]) is placing


@pytest.mark.parametrize(
    ("answer", "yes"),
    [
        ("Moreau beat Haldane.", False),
        ("Haldane finished ahead of Moreau.", True),
        ("Moreau was beaten by Haldane.", True),
        ("Haldane beat Pietsch.", None),
        ("Moreau did not beat Haldane.", None),
    ],
)
def test_an_answer_says_yes_or_no_by_who_stands_where(answer, yes):
    found = says(asked_by("Did Haldane finish ahead of Moreau?"), frames_of(answer))
    assert (found and found[0]) is yes


def test_a_verb_without_entries_is_read_where_the_answer_says_it_over_again():
    verbs = shared_verbs("Which enzyme inhibits talosin?", "Talosin inhibits merolase.")
    assert told("Talosin inhibits merolase.", "to inhibit", verbs) == {"agent": "Talosin", "patient": "merolase"}


def test_every_entry_of_the_relations_puts_somebody_into_a_part():
    known = lexicon()
    entries = [entry for named in (known.verbs, known.nouns) for each in named.values() for entry in each]
    assert len(entries) > 300
    assert all(entry.parts and entry.needed <= entry.parts.keys() for entry in entries)
    assert {entry.relation.wider for entry in entries} <= {entry.relation.name for entry in entries} | {""}
