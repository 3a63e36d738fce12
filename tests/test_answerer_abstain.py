"""abstain says that the document does not state it, in words that are read as an abstention."""

from qa_eval import plugins
from qa_eval.reading.abstentions import abstains


def test_what_it_says_is_read_as_an_abstention():
    answerer = plugins.make("answerers", "abstain")
    assert abstains(answerer.answer("Who won?", "Nobody knows."))
