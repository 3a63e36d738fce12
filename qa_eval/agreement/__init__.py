"""How far a scorer agrees with people on answers that they judged."""

from qa_eval.agreement.counts import Agreement, agreement

__all__ = ["Agreement", "agreement"]
