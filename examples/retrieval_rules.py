"""Retrieval and rules: the sentence that shares most words with the question, then the piece of it that the question wants.

qa-eval run -a ./examples/retrieval_rules.py:answer
"""

import re

NUMBER = r"\d[\d,.]*\d|\d"
RULES = (
    (r"^how many|^what number", NUMBER),
    (r"^(?:on|in|when|since).*(?:date|day|month|year)|^when", r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}"),
    (r"^how (?:far|long|much|large|fast)|calibre|speed|area", rf"(?:{NUMBER}) [a-z]+(?: per [a-z]+)?"),
    (r"^who|^whose|^which", r"[A-Z]\w+(?: (?:[A-Z]\w+|of|the))* [A-Z]\w+|[A-Z]\w+"),
)


def words(text: str) -> set[str]:
    """Return a text's words of more than three letters."""
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def answer(question: str, document: str) -> str:
    """Return the piece of the nearest sentence that a rule finds, or the whole sentence."""
    asked = words(question)
    sentence = max(re.split(r"(?<=[.!?])\s+", document), key=lambda each: len(asked & words(each)))
    for wants, pattern in RULES:
        if re.search(wants, question, re.IGNORECASE):
            found = [piece for piece in re.findall(pattern, sentence) if not words(piece) & asked]
            return found[0] if found else "not stated"
    return sentence.strip()
