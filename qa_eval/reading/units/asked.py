"""What a question asks to be measured, where that tells units apart that are written alike."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex

_LENGTH = regex(
    r"\bhow (?:far|wide|high|tall|deep|thick)\b|\b(?:distance|length|width|height|depth|altitude|elevation)\b",
    re.IGNORECASE,
)

_WEIGHT = regex(
    r"\bhow (?:heavy|light)\b|\b(?:weigh(?:s|ed|t|ing)?|mass|heavier|lighter|load|cargo|payload|thrust)\b",
    re.IGNORECASE,
)
_ANGLE = regex(
    r"\b(?:angles?|slopes?|gradients?|tilt\w*|inclin\w+|latitude|longitude|bearing|turn(?:s|ed)?|rotat\w+|steep)\b",
    re.IGNORECASE,
)
# "How far below sea level is it?" asks for a depth
_ELEVATION = regex(
    r"\A(?!.*\b(?<!above or )(?:below|beneath|under)\b).*(?:\b(?:elevation|altitude|height|how high|relative to (?:mean )?sea level)\b|\babove or below\b)",
    re.IGNORECASE | re.DOTALL,
)
_MONEY = regex(
    r"\b(?:cost|pric|pa(?:y|id)|rais(?:e|ed|ing)\b|spen[dt]|earn|worth|fees?\b|fine[ds]?\b|prize|salar|wage|budget|fund|donat|s(?:ell|old)|b(?:uy|ought)"
    r"|money|cash|fares?\b|rent|revenue|profit|turnover|sales|income|debt|loan|grant|charge|invest|deposit|tax|bill|value|bid|compensat|award|pension"
    r"|saving|loss\b|dues|toll|ticket|bonus|estate|insur|subsid|expens|owed?\b)",
    re.IGNORECASE,
)


_ACCOUNT = regex(
    r"\b(?:EPS|earnings|net (?:income|loss|profit|result|interest income|sales|revenues?)|operating (?:income|loss|profit|result|expenses|costs)|gross profit"
    r"|pre-?tax (?:income|loss|profit)|EBITD?A?|revenues?|turnover|cash ?flows?|capex|dividends?|(?:total|current) (?:assets|liabilities|equity)|shareholders[’'] equity|result)\b"
    r"(?! (?:ratio|margin|growth|multiple|yield)s?\b)",
    re.IGNORECASE,
)
_NO_SUM = regex(
    r"%|\b(?:percent\w*|per cent|ratio|margin|times|share of|proportion|how many (?!million|billion|thousand)|growth|rate|inventory turnover|score|multiple|yield)\b",
    re.IGNORECASE,
)


def asks_for_weight(question: str) -> bool:
    """Say whether a question asks for a weight, so that pounds are no money.

    >>> asks_for_weight("How much does the bell weigh?"), asks_for_weight("How much did the bell cost?")
    (True, False)
    """
    return _WEIGHT.search(question) is not None


def asks_for_money(question: str) -> bool:
    """Say whether a question asks for money, so that pounds are no weight.

    >>> asks_for_money("How much did the race raise?"), asks_for_money("How much weight did she lose?")
    (True, False)
    """
    return _MONEY.search(question) is not None and not asks_for_weight(question)


def asks_for_account(question: str) -> bool:
    """Say whether a question asks for a sum that firms report, which tables give without the currency.

    >>> asks_for_account("What was EPS?"), asks_for_account("What was the net income margin?"), asks_for_account("What did it cost?")
    (True, False, False)
    """
    return _ACCOUNT.search(question) is not None and _NO_SUM.search(question) is None


def asks_for_length(question: str) -> bool:
    """Say whether a question asks for a length, so that "300 m" are metres and no minutes.

    >>> asks_for_length("How tall is the tower?"), asks_for_length("How long did it take?")
    (True, False)
    """
    return _LENGTH.search(question) is not None


def asks_for_angle(question: str) -> bool:
    """Say whether a question asks for an angle, so that degrees are no temperature.

    >>> asks_for_angle("At what angle does it lean?"), asks_for_angle("How hot was it?")
    (True, False)
    """
    return _ANGLE.search(question) is not None


@lru_cache(maxsize=512)
def asks_for_elevation(question: str) -> bool:
    """Say whether a question asks how high something lies, so that what lies below sea level is less than nothing.

    >>> asks_for_elevation("What is the town's elevation?"), asks_for_elevation("How far below sea level is the town?")
    (True, False)
    """
    return _ELEVATION.match(question) is not None
