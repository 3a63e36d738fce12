"""What is asked for in factors: "2^2 × 3 × 7" is "7 · 3 · 2 · 2", and neither "4 × 21" nor "x(x^2 - 4)" has all of them."""

from __future__ import annotations

import re
from collections import Counter

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import candidates, written

FACTORS_ASKED = regex(r"\bfactor(?:i[sz]e|ed|s)?\b", re.IGNORECASE)
PRIMES_ASKED = regex(r"\bprimes?\b", re.IGNORECASE)
LARGEST = 10**6  # of a prime that is told
MOST = 60  # how often one is a factor
_FACTOR = regex(r"\(?(\d{1,7})(?:\s*\^\s*\(?\s*(\d{1,2})\s*\)?)?\)?")
_SIGN = regex(r"\s*(?:\*|\bx\b)\s*")
_BEHIND = regex(r"\A[^=]*=\s*|\s*=\s*\d+\s*\Z")


def same_primes(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted product of primes; None where none is accepted, or no product is said.

    >>> [same_primes(text, "2^2 × 3 × 7") for text in ("84 = 7 · 3 · 2²", "4 × 21", "2 × 3 × 7", "a product")]
    [True, False, False, None]
    """
    wanted = _factors(accepted)
    if not wanted or not all(map(_is_prime, wanted)):
        return None
    said = [found for text in candidates(answer) if (found := _factors(text))]
    return wanted in said if said else None


def _factors(text: str) -> Counter[int]:
    """Return the factors of a product, and how often each is one; none for what is no product."""
    found: Counter[int] = Counter()
    for part in _SIGN.split(_BEHIND.sub("", written(text), count=1).strip(" .")):
        match = _FACTOR.fullmatch(part)
        if match is None:
            return Counter()
        found[int(match[1])] += min(int(match[2] or 1), MOST)
    return found


def _is_prime(number: int) -> bool:
    return 1 < number <= LARGEST and all(number % each for each in range(2, int(number**0.5) + 1))


def has_fewer_factors(answer: str, accepted: str) -> bool:
    """Return whether an answer has fewer factors in brackets than is accepted.

    >>> has_fewer_factors("x(x^2 - 4)", "x(x - 2)(x + 2)"), has_fewer_factors("(x + 2)(x - 2)x", "x(x - 2)(x + 2)")
    (True, False)
    """
    return answer.count("(") < accepted.count("(")
