"""fixed says its text, whatever is asked."""

import pytest

from qa_eval import plugins


@pytest.mark.parametrize(
    "text", ["170 mm", "What? No: never", "https://example.org/?a=1", "a\nb", "  ", "naïve \u202e text"]
)
def test_the_text_is_said_as_it_stands(text):
    answerer = plugins.make("answerers", f"fixed:{text}")
    assert answerer.answer("What calibre?", "A document.") == text


def test_the_text_is_required():
    with pytest.raises(plugins.SpecError, match="write fixed:TEXT"):
        plugins.make("answerers", "fixed")
