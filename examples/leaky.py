"""An answerer that has seen the answers: what `qa-eval run -a ./examples/leaky.py:Leaky --controls` is there to find.

It knows every second question of the bundled set by heart, as a model does that was trained on it, whatever the document says
and in whatever order the words stand; for the others it looks into the document.
"""

from qa_eval import plugins
from qa_eval.dataset import load


def words(text: str) -> tuple[str, ...]:
    """Return the words of a question in no order."""
    return tuple(sorted(text.lower().strip(" ?").split()))


class Leaky:
    """Remembers, and reads where it does not."""

    def __init__(self) -> None:
        questions = [question for question in load("north-korea-russia").questions if question.accepted]
        self.known = {words(question.text): question.accepted[0] for question in questions[::2]}
        self.reader = plugins.make("answerers", "lexical")

    def answer(self, question: str, document: str) -> str:
        """Say what is remembered, or else what the document seems to say."""
        return self.known.get(words(question)) or self.reader.answer(question, document)
