"""What one is told to do, in plain words: "First of all, pull the plug of the pump" is to unplug the pump."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_FIRST = regex(
    r"\A\W*(?:first of all|first and foremost|first thing|first off|before anything else|to begin with|the first thing (?:to do )?is to),? ",
    re.IGNORECASE,
)
_PLUG = regex(
    r"\b(?:pull|pulls|pulled|take|remove)(?: out)? (?:the|its) (?:mains )?plug(?: out)?(?: (?:of|from) (?:the )?socket)?(?: (?:of|from) (?P<what>(?:the |its |your )?[a-z]+))?(?=\W*\Z)"
    r"|\bdisconnect (?P<thing>(?:the |its |your )?[a-z]+) from the (?:mains|power(?: supply)?|socket|electricity)\b",
    re.IGNORECASE,
)


def as_plain_act(text: str) -> str:
    """Return a text without what only says that it is done first, and with the plug that is pulled as what is unplugged.

    >>> as_plain_act("First of all, pull the plug of the pump"), as_plain_act("First the plug, then the lamp")
    ('unplug the pump', 'First the plug, then the lamp')
    """
    text = _FIRST.sub("", text)
    return (
        _PLUG.sub(lambda found: f"unplug {found['what'] or found['thing'] or 'it'}", text)
        if "plug" in text or "disconnect" in text.lower()
        else text
    )
