"""Answers that are a sign, with no letter or digit in it: "👍", "==", "←"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES = "\"'`“”‘’«»„()[]"
_ENDS = ".,;:!?"
_VARIANT = "\ufe0f"  # asks for a colourful form of a sign


def are_signs(texts: Sequence[str]) -> bool:
    """Return whether there are texts and none has a letter or a digit.

    >>> are_signs(["👍"]), are_signs(["C#"]), are_signs([])
    (True, False, False)
    """
    return bool(texts) and not any(any(map(str.isalnum, text)) for text in texts)


def says_sign(text: str, accepted: Sequence[str]) -> bool | None:
    """Return whether a text says an accepted sign and no other one; None where it says none at all.

    >>> says_sign("the '==' operator", ["=="]), says_sign("!=", ["=="]), says_sign("the plus sign", ["+"])
    (True, False, None)
    """
    signs = {_plain(sign) for sign in accepted}
    if _plain(text) in signs:
        return True
    told = {_bare(token, signs) for token in text.split() if not any(map(str.isalnum, token))} - {""}
    return told <= signs if told else None


def _plain(text: str) -> str:
    return text.strip().replace(_VARIANT, "")


def _bare(token: str, signs: set[str]) -> str:
    """Return a sign without the quotes around it and the full stop behind it, as far as these are none of its own."""
    for bare in (_plain(token), _plain(token).rstrip(_ENDS), _plain(token).rstrip(_ENDS).strip(_QUOTES)):
        if bare in signs:
            return bare
    return _plain(token).rstrip(_ENDS).strip(_QUOTES)
