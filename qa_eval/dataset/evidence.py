"""Where the quotes of a question stand in its document."""

from __future__ import annotations

from qa_eval.model import Evidence


def find_quote(text: str, quote: str, occurrence: int) -> Evidence | tuple[str, str]:
    """Return where the quote stands, or a message and a hint when it does not.

    >>> find_quote("to be or not to be", "to be", 2)
    Evidence(quote='to be', start=13, end=18)
    """
    start = -1
    for number in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            if number:
                return f"the quote occurs {number} times in the document, not {occurrence}", ""
            return "the document does not say this", ""
    return Evidence(quote, start, start + len(quote))
