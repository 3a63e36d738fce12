"""An agent-like class: it looks, reads, and decides in steps, keeps a trace, and is closed at the end.

qa-eval run -a ./examples/agent.py:Agent?steps=3
"""

import re

from qa_eval import Prediction


class Agent:
    """Searches the document up to ``steps`` times, with fewer of the question's words each time."""

    def __init__(self, steps: int = 3) -> None:
        self.steps = steps

    async def answer(self, question: str, document: str) -> Prediction:
        """Answer with what the search ends at; the trace goes into the report."""
        wanted = sorted(set(re.findall(r"\w{4,}", question.lower())), key=lambda word: (-len(word), word))
        trace: list[str] = []
        for step in range(self.steps):
            asked = wanted[: max(2, len(wanted) - step)]
            found = self.search(asked, document)
            trace.append(f"search {' '.join(asked)}: {len(found)} found")
            if len(found) == 1:
                return Prediction(found[0], details={"trace": trace})
        return Prediction("not stated", details={"trace": trace})

    def search(self, asked: list[str], document: str) -> list[str]:
        """Return the sentences that hold most of the words: the agent's one tool."""
        sentences = re.split(r"(?<=[.!?])\s+", document)
        return [each for each in sentences if sum(word in each.lower() for word in asked) * 3 >= len(asked) * 2]

    def close(self) -> None:
        """Let go of what a real agent would hold: browsers, connections, sandboxes."""
