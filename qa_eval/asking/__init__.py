"""Every accepted shape of answerer, asked in one way: with a time limit, retries and a rate; its failures become data.

An answerer is a function ``answer(question, document) -> str``, or an object with such a method ``answer`` or with
``answer_batch(questions, document) -> list[str]``, each sync or async. What an object may also have: ``close()``,
``prepare()`` (imports what the first call needs; called once, in a thread, outside of the time of the answers),
``batch_size`` (questions in one call), ``concurrency`` (calls at once that it can stand; one where ``answer_batch`` is not
async), ``identity`` (text that changes when its answers may), ``instant`` (True: it looks up and returns, so that no thread and
no time limit is spent on it) and ``stored`` (True: its answers were given before, so that it cannot be asked under a condition).
"""

from __future__ import annotations

from qa_eval.asking.asker import Asker
from qa_eval.asking.beside import beside
from qa_eval.asking.making import make_answerer
from qa_eval.asking.patience import Patience, Stopped
from qa_eval.asking.threads import LooseThreads

__all__ = ["Asker", "LooseThreads", "Patience", "Stopped", "beside", "make_answerer"]
