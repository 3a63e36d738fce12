"""What answers and questions call the document: "the article", "this report", "the leaflet"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_OF_ONESELF = regex(r"\b(?:i|we|me|idk|dunno)\b", re.IGNORECASE)
_STATEMENT = 3  # words, at the least, of a statement
# as parts of lower-case expressions
DOCUMENT = (
    r"(?:articles?|texts?|passages?|documents?|contexts?|excerpts?|story|reports?|sources?|authors?|materials?|paragraphs?"
    r"|information|content|snippet|data|piece|question|writer|reading|leaflet|pages?|book|letter|label|manual|brochure|notice|chapter|study|paper|post|contract|recipe|menu|statement|transcript|invoice|form|filings?|prospectus|announcement|press\srelease|release|tables?|website|guide|brief|memo|e?mails?|review|interview|speech|bulletin"
    r"|newsletter|summary|abstract|programme|program|timetable|schedule|advert(?:isement)?|listing|receipt|obituary|editorial|column|post(?:er|card)?|note|log|record|agreement|lease|policy|charts?|graphs?|appendix|section|clause|minutes)"
)
THE_DOCUMENT = (
    rf"(?:(?:the|this|that|your|any)\s(?:(?:given|provided|above|supplied|news|original|source|short|available)\s){{0,2}}"
    rf"{DOCUMENT}(?:\s{DOCUMENT})?s?(?:\s(?:itself|provided|given|above|here))?)"
)
# "Does the leaflet give a dose?", "Is the price mentioned?"
_ASKS_WHETHER_TOLD = regex(
    rf"\W*(?:(?:do|does|did)(?:n['’]t)? (?:the|this|that) (?:[\w-]+ ){{0,2}}?(?:{DOCUMENT}|novel|poem|story|song|play|film|inscription)(?: itself| here| above| anywhere| ever| actually| also)? (?:say|state|mention|specify|tell|give|name|disclose|reveal|indicate|list|contain any|provide|report|identify|quote|describe|explain)\b(?! that\b)"
    r"|(?:is|are|was|were)(?:n['’]t)? [^?]{1,120} (?:stated|mentioned|specified|given|named|disclosed|indicated|listed|reported|quoted|described|explained)\b)",
    re.IGNORECASE,
)


def asks_whether_told(question: str) -> bool:
    """Return whether a question asks whether a document says something, so that "It does not say." is a no.

    >>> asks_whether_told("Does the leaflet give a dose for children?"), asks_whether_told("Is the price mentioned in the text?")
    (True, True)
    >>> asks_whether_told("Did the minister say why?"), asks_whether_told("What does the leaflet say?")
    (False, False)
    """
    return _ASKS_WHETHER_TOLD.match(question) is not None


def says_untold(text: str) -> bool:
    """Return whether a text states that something is not said: no bare "not stated" of one who declines, and no "I don't know".

    >>> says_untold("It is not stated."), says_untold("Not stated."), says_untold("I don't know.")
    (True, False, False)
    """
    from qa_eval.reading.abstentions import abstains  # noqa: PLC0415 - which reads what documents are called here

    return len(text.split()) >= _STATEMENT and abstains(text) and _OF_ONESELF.search(text) is None
