"""What turns a question or an answer round: "Was nobody hurt?", "It is anything but allowed", "She did not deny it"."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.scorers._words.verbs import stems

_LONGEST = 200  # characters; in a longer answer, much is told of others
# "Was nobody hurt?", "Is smoking not allowed?"; "Isn't it allowed?" asks whether it is
_NOBODY = regex(
    rf"\A(?P<verb>\W*(?:{AN_AUXILIARY})\s+)(?P<none>nobody|no one|none of|nothing|no(?=\s+(?!longer\b|more\b|less\b|fewer\b|later\b)[a-z]))\b",
    re.IGNORECASE,
)
_NOT = regex(
    rf"\A(?P<verb>\W*(?:{AN_AUXILIARY})\s+(?:[\w'’-]+\s+){{1,4}}?)not\s+(?!only\b|just\b|yet\b|until\b)", re.IGNORECASE
)
_SOME = {"nobody": "anybody", "no one": "anyone", "none of": "any of", "nothing": "anything", "no": "any"}
_BUT = regex(
    r"\b(?P<verb>is|are|was|were)\s+(?:anything but|far from|by no means|in no way)\s+(?=[a-z])", re.IGNORECASE
)
_NOT_DENIED = regex(
    r"\b(?:not|n['’]t|cannot|never)\s+(?:[a-z]+ly\s+)?(?:den(?:y|ied|ies)|dispute[ds]?|rule[ds]? out|exclude[ds]?)\b(?! that\b)",
    re.IGNORECASE,
)
_DENYING = regex(r"\b(?:den(?:y|ied|ies|ial)|disput|rul(?:e|ed|ing) out|exclud)", re.IGNORECASE)
_MIGHT_NOT = regex(
    r"\W*(?:it|they|he|she|we|you|i|that|there)\s+(?:might|could possibly|may or may)(?:\s+not)?\W*", re.IGNORECASE
)
_DENIES = regex(r"\W*(?:(?:she|he|it|they|the [a-z]+|patient)\s+)?denies\s+(?!that\b|being\b|having\b)", re.IGNORECASE)
_RULED_OUT = regex(r"(?<!\bnot )(?<!n['’]t )\b(?:is|was|are|were|been|be)\s+(?:ruled out|excluded)\W*\Z", re.IGNORECASE)
_ABSENT = regex(
    r"\W*(?:absent|neg|none\s+(?:(?:was|were|has been|have been)\s+)?(?:reported|documented|recorded|found|seen|noted|observed|identified|detected))\W*",
    re.IGNORECASE,
)

# what is told of something else before the answer: "No leaks were found: it was watertight"
_NONE_FIRST = regex(
    r"\W*no (?P<what>[a-z]+(?: [a-z]+)?) (?:was|were|is|are|has been|have been)(?: [a-z]+){1,6}?(?:[.:;]| [–—-]|, (?:and|so|as))\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def positive_of(question: str) -> str:
    """Return a question that asks whether something is not so as one that asks whether it is; "" for any other.

    >>> positive_of("Was nobody hurt?"), positive_of("Is it not allowed to smoke?"), positive_of("Isn't it allowed?")
    ('Was anybody hurt?', 'Is it allowed to smoke?', '')
    """
    if nobody := _NOBODY.match(question):
        return f"{nobody['verb']}{_SOME[nobody['none'].lower()]}{question[nobody.end() :]}"
    turned = _NOT.match(question)
    return f"{turned['verb']}{question[turned.end() :]}" if turned else ""


def without_but(text: str) -> str:
    """Return an answer with what is anything but so as not so.

    >>> without_but("It is anything but allowed.")
    'It is not allowed.'
    """
    return _BUT.sub(r"\g<verb> not ", text) if "but" in text or "far" in text or "no " in text else text


def behind_none(text: str, question: str) -> str:
    """Return what an answer tells behind a sentence that there was none of something that is not asked about; "" for nothing.

    >>> behind_none("No leaks were found: the tank was sound.", "Was the tank sound?")
    'the tank was sound.'
    """
    none = _NONE_FIRST.fullmatch(text) if len(text) <= _LONGEST and text[:3].lower() == "no " else None
    return none["rest"] if none and stems(none["what"]).isdisjoint(stems(question)) else ""


def leaves_open(text: str, question: str) -> bool:
    """Return whether an answer only says that something might not be, or was not denied, where that is not asked.

    >>> leaves_open("She did not deny it.", "Did she pay?"), leaves_open("She did not deny it.", "Did she deny it?")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    return _MIGHT_NOT.fullmatch(text) is not None or (
        _NOT_DENIED.search(text) is not None and _DENYING.search(question) is None
    )


def says_absent(text: str, question: str) -> bool:
    """Return whether an answer says that what is asked about was not there: "None reported", "It was ruled out".

    >>> says_absent("None found.", "Were any stones found?"), says_absent("It was ruled out.", "Was it ruled out?")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    if _ABSENT.fullmatch(text):
        return True
    return (_RULED_OUT.search(text) or _DENIES.match(text)) is not None and _DENYING.search(question) is None
