"""Clauses at the end of a list that say of somebody else that it is not so: "Ann and Ben agreed; Carl did not"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Collection

_DENIED = regex(
    r"\s*[;,]\s+(?:(?:but|while|whereas|and|though)\s+)?(?P<who>(?!(?:it|they|he|she|we|this|that|these|those|there|who|which)\b)(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3}?)"
    r"\s+(?:did|does|do|was|were|is|are|has|have|had|would|will|could|can)(?:\s+not|n['’]t)\b[^;,.]{0,40}(?=[.;]|\Z)",
    re.IGNORECASE,
)


def without_denied(text: str, own: Collection[tuple[str, ...]]) -> str:
    """Return an answer without what it says is not so of what is not accepted; ``own`` are the accepted items as folded words.

    >>> without_denied("Ann and Ben agreed; Carl did not.", [("ann",), ("ben",)])
    'Ann and Ben agreed.'
    """
    if "not" not in text and "n't" not in text and "n’t" not in text:
        return text
    words = frozenset(word for name in own for word in name)
    return _DENIED.sub(lambda found: found[0] if not words.isdisjoint(key(found["who"])) else "", text)


def denied_of(text: str, accepted: str) -> str:
    """Return of which of several accepted things a clause at the end of an answer says that it is not so; "" for none.

    >>> denied_of("Ann agreed, Ben did not.", "Ann and Ben"), denied_of("Ann and Ben agreed, Carl did not.", "Ann and Ben")
    ('Ben', '')
    """
    if "not" not in text and "n't" not in text and "n’t" not in text:
        return ""
    own = frozenset(key(accepted))
    told = (found["who"] for found in _DENIED.finditer(text))
    return next((who for who in told if (said := frozenset(key(who)) - _ARTICLES) and said < own), "")


_ARTICLES = frozenset(("the", "a", "an"))
_NEITHER = regex(
    r"\bneither\s+(?P<one>[^,.;:]{1,60}?),?\s+nor\s+(?P<other>[^,.;:]{1,60}?)(?:\s+(?:is|are|was|were|has|have|had|did|do|does|will|can|could|would)\b[^.;:]*)?(?=[.;:]|\Z)",
    re.IGNORECASE,
)


def neither_nor(text: str) -> str:
    """Return an answer that tells of two together that neither is or does so as the two, for a question that asks of whom it is not so.

    >>> neither_nor("Neither Ann nor Ben has agreed."), neither_nor("Either Ann or Ben")
    ('Ann and Ben.', 'Either Ann or Ben')
    """
    return _NEITHER.sub(r"\g<one> and \g<other>", text)
