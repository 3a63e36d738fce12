"""What answers and questions call the document: "the article", "this report", "the leaflet"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

# as parts of lower-case expressions
DOCUMENT = (
    r"(?:articles?|texts?|passages?|documents?|contexts?|excerpts?|story|reports?|sources?|authors?|materials?|paragraphs?"
    r"|information|content|snippet|data|piece|question|writer|reading|leaflet|pages?|book|letter|label|manual|brochure|notice|chapter|study|paper|post|contract|recipe|menu|statement|transcript|invoice|form|filings?|prospectus|announcement|press\srelease|release|tables?|website|guide|brief|memo|e?mails?|review|interview|speech|bulletin|flyer|flier"
    r"|newsletter|summary|abstract|programme|program|timetable|schedule|advert(?:isement)?|listing|receipt|obituary|editorial|column|post(?:er|card)?|note|log|record|agreement|lease|policy|charts?|graphs?|appendix|booklet|handbook|section|clause|minutes)"
)
_TELLER = rf"(?:{DOCUMENT}|novel|poem|song|play|film|inscription)"
THE_DOCUMENT = (
    rf"(?:(?:the|this|that|your|any)\s(?:(?:given|provided|above|supplied|news|original|source|short|available|annual|quarterly|interim|full|whole|entire)\s){{0,2}}"
    rf"{DOCUMENT}(?:\s{DOCUMENT})?s?(?:\s(?:itself|provided|given|above|here))?)"
)
# the document by its name alone, at the start of a note: "Passage doesn't mention it"
BARE_DOCUMENT = r"(?:(?:source|given|provided)\s)?(?:article|text|passage|document|doc|context|excerpt|report|source|paragraph|snippet|story|page)s?"
# what stands behind "stated", "mentioned" and the like
AFTER_TOLD = (
    rf"(?=\s*(?:$|[,.;:!?)]|(?:explicitly|here|anywhere|there|directly|exactly|yet|at\sall|specifically|publicly|either|to\s(?:me|us))\b"
    rf"|on\s(?:the|its|their|this)\s(?:\w+\s){{0,2}}(?:{DOCUMENT}|packag\w+|packet|pack|box|tin|wrapper|sign|ticket|map)\b"
    rf"|(?:in|by|from|within|inside|with)\s(?:the\s|this\s|that\s|any\s|your\s|my\s)?(?:\w+\s){{0,2}}{DOCUMENT}\b"
    rf"|(?:how|when|where|who|whom|whose|which|what|why|whether|if|exactly|precisely|for\ssure|for\scertain|with\scertainty)\b))"
)
# "Does the leaflet give a dose?", "Is the price mentioned?", but not "Was the child given antibiotics?"
_ASKS_WHETHER_TOLD = regex(
    rf"\W*(?:(?:do|does|did)(?:n['’]t)? (?:the|this|that) (?:[\w-]+ ){{0,2}}?{_TELLER}(?: itself| here| above| anywhere| ever| actually| also)? (?:say|state|mention|specify|tell|give|name|disclose|reveal|indicate|list|contain any|provide|report|identify|quote|describe|explain)\b(?! that\b)"
    r"|(?:is|are|was|were)(?:n['’]t)? [^?]{1,120} (?:(?:stated|mentioned|specified|disclosed|indicated)\b"
    rf"|(?:given|named|listed|reported|quoted|described|explained)(?:{AFTER_TOLD}|(?= (?:in|by) (?:the|this) {_TELLER}\b))))",
    re.IGNORECASE,
)


def asks_whether_told(question: str) -> bool:
    """Return whether a question asks whether a document says something, so that "It does not say." is a no.

    >>> asks_whether_told("Does the leaflet give a dose for children?"), asks_whether_told("Is the price mentioned in the text?")
    (True, True)
    >>> asks_whether_told("Did the minister say why?"), asks_whether_told("Was the patient given a leaflet?")
    (False, False)
    """
    return _ASKS_WHETHER_TOLD.match(question) is not None
