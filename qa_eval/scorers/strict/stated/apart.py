"""What was asked about, told as coming earlier or later than what is dated: "She sank on 3 May; she had run aground two days before"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.strict.parts.own_part import deed_asked

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_LONGEST = 300  # characters; in a longer answer, much is told of others
_WHEN = regex(
    r"\W*(?:when|(?:on|in|at|by) (?:which|what)|(?:which|what) (?:day|date|month|year|time))\b", re.IGNORECASE
)
_SO_LONG = r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few|many|\d{1,3})\s+(?:(?:full|whole)\s+)?(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?)|(?:the\s+)?(?:day|night|week|month|year)|shortly|soon|long)"
_APART = (
    regex(
        rf"(?P<dated>[^;]*?\d[^;]*?)(?:[;.,]|,?\s+(?:and|but|while|whereas|though))\s+(?P<told>[^;,.\d]*?\s(?:{_SO_LONG}\s+)?(?:earlier|later|before(?:hand)?|afterwards?|after))[.!]?",
        re.IGNORECASE,
    ),
    regex(rf"(?P<dated>[^;]*?\d[^;]*?),?\s+{_SO_LONG}\s+(?:after|before)\s+(?P<told>[^;,.\d]+)[.!]?", re.IGNORECASE),
)
_SAME = 5  # letters that a noun and what was done share: "aground", "the grounding"


def _asks_when(question: str) -> bool:
    return _WHEN.match(question) is not None and deed_asked(question) is not None


def so_long_apart(text: str, question: str, _accepted: str) -> str:
    """Return what tells that the deed that is asked about came earlier or later than what is dated; "" for nothing.

    >>> so_long_apart("Work began on 3 May; it opened a year later.", "When did the bridge open?", "3 May")
    'says of another deed that it was then, and "it opened a year later"'
    >>> so_long_apart("It opened on 3 May; work began a year earlier.", "When did the bridge open?", "3 May")
    ''
    """
    deed = deed_asked(question) if len(text) <= _LONGEST and ("er" in text or "fore" in text) else None
    parts = next(filter(None, (form.fullmatch(text.strip()) for form in _APART)), None) if deed else None
    if deed is None or parts is None:
        return ""
    wanted = frozenset((*stems(deed["verb"]), *(stems(question[deed.end() :]))))
    meant = possible(deed["verb"])

    def tells(part: str) -> bool:
        said = stems(part)
        alike = any(
            min(len(one), len(each)) >= _SAME and (one in each or each in one) for one in wanted for each in said
        )
        return alike or bool(wanted & said) or any(meant & possible(word) for word in key(part))

    if not tells(parts["told"]) or tells(parts["dated"]):
        return ""
    return f'says of another deed that it was then, and "{parts["told"].strip()}"'


APART: tuple[Check, ...] = ((_asks_when, so_long_apart),)
