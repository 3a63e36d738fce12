"""Drafts of questions out of a document: what could be asked of each sentence, for a person to finish.

A draft has its answer and its evidence; the question itself is a sentence with a gap, or what an answerer proposed. Drafts
are never asked until a person has removed their mark.
"""

from __future__ import annotations

from qa_eval.drafting.finding import MOST, Draft, Passage, passages
from qa_eval.drafting.wording import worded
from qa_eval.drafting.writing import written

__all__ = ["MOST", "Draft", "Passage", "passages", "worded", "written"]
