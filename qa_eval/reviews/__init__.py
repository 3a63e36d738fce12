"""Verdicts that a reader overturned or confirmed: read, held against the run that they are about, kept beside it, taken as examples."""

from __future__ import annotations

from qa_eval.reported import REVIEWS
from qa_eval.reviews.adopting import Adopted, adopt, takes_examples
from qa_eval.reviews.applying import Applied, apply, carry, stored
from qa_eval.reviews.review import Review

__all__ = ["REVIEWS", "Adopted", "Applied", "Review", "adopt", "apply", "carry", "stored", "takes_examples"]
