"""Posts told behind a person's name, "Ann Ray, Chief Financial Officer", and legal forms behind a firm's, "Hale & Ray LLP": neither names another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer
from qa_eval.reading.names.counterparts import counterparts
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Question

LONGEST = 300  # characters; a longer answer tells more than a name
_BOARD = r"(?: of (?:the )?(?:(?:Supervisory|Management|Executive) )?Board(?: of Directors)?| des (?:Aufsichtsrats|Vorstands))?"
_POST = (
    r"(?:(?:Group|Deputy|Vice|Senior|Executive|Interim|Acting|Global|[Nn]on-[Ee]xecutive|Honorary) )*"
    r"(?:Chief (?:[A-Z][a-z]+ ){1,2}Officer|C[EFOTIMR]O|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Mm]anaging [Dd]irector|(?:[A-Z][a-z]+ )?Director|[Gg]eneral [Cc]ounsel|[Tt]reasurer"
    r"|(?:[Cc]ompany )?[Ss]ecretary|[Gg]eneral [Mm]anager|Finanzvorst(?:and|ändin)|Finanzchef(?:in)?|Vorstandsvorsitzende[rn]?|Vorstandschef(?:in)?|(?:Aufsichtsrats)?[Vv]orsitzende[rn]?"
    r"|Geschäftsführer(?:in)?|[Dd]irecteur (?:général|financier)|[Dd]irectrice (?:générale|financière)|[Pp]résidente?(?:-directeur général)?|PDG)"
)
_POST_BEHIND = regex(
    rf"(?:,\s+(?:the |its |our |der |die |le |la )?(?P<post>{_POST}){_BOARD}|\s+\((?P<bracketed>{_POST}){_BOARD}\))(?=\W*\Z|[.,;])"
)
_ASKS_POST = regex(
    r"\b(?:position|role|title|job|post|capacity|function|office|what (?:is|was) [A-Z]\w+)\b", re.IGNORECASE
)
_OFFICE = regex(
    r"\b(?:CEO|CFO|COO|CTO|CIO|chief|president|chair\w*|director|counsel|treasurer|secretary|manager|Finanz\w+|Vorstand\w*|Geschäftsführer\w*|Vorsitzende\w*|directeur|président\w*)\b",
    re.IGNORECASE,
)
_STACKED = regex(r"\b(?:Prof|Professor)\.?\s+(?=(?:Dr|h\. ?c|Ing)\b\.?)|(?<=\bDr\. )(?:h\. ?c\. |Ing\. )(?=[A-Z])")
_FORMS = r"LLP|L\.L\.P\.|LLC|Inc\.?|Incorporated|Ltd\.?|Limited|PLC|plc|Corp\.?|Corporation|GmbH|AG|Aktiengesellschaft|SE|SA|S\.A\.|N\.?V\.?|SAS|KGaA|S\.p\.A\."
_FORM = regex(
    rf",?\s+(?:(?:&|and|und|et)\s+(?:Co\b\.?|Company\b)(?:\s+(?:KG(?:aA)?|{_FORMS})(?!\w))?|(?:{_FORMS})(?!\w))"
)
_WHO = regex(r"\bwho\b", re.IGNORECASE)
_COMPANY = regex(r"\b(?:Co|Company|Aktiengesellschaft)\b")  # which names of firms are told with, and are no name of one
_LONG_FORMS = regex(r"\bAktiengesellschaft\b")


class Appended:
    """What answers to one question may tell behind the accepted name, and do without."""

    def __init__(self, question: Question) -> None:
        named = isinstance(question.answer, EntityAnswer | PhraseAnswer) and not _ASKS_POST.search(question.text)
        names = [name.strip(" .").replace("’", "'") for name in question.accepted] if named else []
        self._names = [name for name in names if name[:1].isupper() and len(name) <= LONGEST // 4]
        self._in_office = _OFFICE.search(question.text) is not None
        person = _WHO.search(question.text) is not None
        self._is_whole = any(map(_FORM.search, self._names)) or (person and any(map(_is_person, self._names)))
        self._by_letters = {_letters(name): name for name in self._names}

    def without(self, text: str) -> str:
        """Return an answer without the post or the legal form that it tells behind the accepted name.

        >>> from qa_eval.model import Question
        >>> who = Appended(Question("who", "Who signed it?", EntityAnswer("Ann Ray"), ("Ann Ray",)))
        >>> who.without("It was Ann Ray, Chief Financial Officer."), who.without("Ann Ray, Bo Lee")
        ('It was Ann Ray.', 'Ann Ray, Bo Lee')
        >>> firm = Appended(Question("firm", "Which firm?", EntityAnswer("Hale & Ray"), ("Hale & Ray",)))
        >>> firm.without("Hale and Ray & Co"), firm.without("Hale & Ray & Co."), firm.without("Ray & Co.")
        ('Hale & Ray', 'Hale & Ray', 'Ray & Co.')
        >>> firm.without("Hale & Ray LLP"), firm.without_form("Hale & Ray LLP")
        ('Hale & Ray LLP', 'Hale & Ray')
        """
        if not self._names or len(text) > LONGEST:
            return text
        if "Aktiengesellschaft" in text and self._is_whole:
            short = _LONG_FORMS.sub("AG", text)
            text = short if any(name in short for name in self._names) else text
        if "Prof" in text:
            text = _STACKED.sub("", text)
        if "," in text or "(" in text:
            text = _POST_BEHIND.sub(self._bare, text)
        return text if self._is_whole else self._of_firm(text, every=False)

    def _bare(self, found: re.Match[str]) -> str:
        """Return nothing for a post behind the accepted name, but for one told where an office is asked about."""
        led = found.string[: found.start()].replace("’", "'")
        return "" if not self._in_office and any(map(led.endswith, self._names)) else found[0]

    def without_form(self, text: str) -> str:
        """Return an answer without any legal form behind the accepted name: "Hale & Ray LLP"."""
        return text if self._is_whole or not self._names or len(text) > LONGEST else self._of_firm(text, every=True)

    def _of_firm(self, text: str, *, every: bool) -> str:
        form = _FORM.search(text)
        if form is None or not (every or _COMPANY.search(form[0])):
            return text
        named = next((name for name in self._names if text[: form.start()].endswith(name)), "")
        if named:
            return text[: form.start()] + text[form.end() :]
        whole = self._by_letters.get(_letters(text[: form.start()])) if not text[form.end() :].strip(" .") else None
        return whole or text


def _is_person(name: str) -> bool:
    """Return whether a name begins with one that people are given."""
    return name.partition(" ")[0].lower() in counterparts()


def _letters(name: str) -> str:
    """Return a firm's name by its letters, "and" as "&": "J.P. Hale" and "JPHale" are one."""
    return re.sub(r"[\s.,]", "", re.sub(r"\b(?:and|und|et)\b", "&", name)).casefold()
