"""Answers that tell of another: "Only the striker's coach is named; the keeper's is not", "Unknown: it only gives the length (12 m)"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.dimensions import nouns_of
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, SMALL

_GIVEN = r"(?:given|stated|mentioned|reported|recorded|disclosed|specified|listed|named|identified|told|known)"
_ONLY_OTHER = regex(
    rf"\W*(?:only\s+|just\s+)?(?P<other>[^,;:.!?]+?)\s+(?:is|are|was|were)\s+(?:only\s+)?{_GIVEN}\s*(?:[,;:–—-]|\b(?:but|and|while|whereas)\b|\s)+"
    r"(?:(?P<one>[^,;:.!?]+?)\s+(?:is|are|was|were)(?:\s+not|n['’]t)|not\s+(?P<this>[^,;:.!?]+?)"
    rf"|no\s+(?P<none>[^,;:.!?]+?)(?:\s+(?:is|are|was|were)(?:\s+{_GIVEN})?)?)\W*",
    re.IGNORECASE,
)
_LEARNT = regex(
    r"\W*(?:we (?:only )?(?:learn|hear|are told)|(?:it|the [a-z]+) (?:only )?(?:says|tells us|tells|states|mentions|reports))\s+"
    r"(?P<other>(?:who|what|when|where|why|how|which)\b[^,;:.!?]+?),?\s+(?:but\s+)?not\s+(?P<one>(?:who|what|when|where|why|how|which)\b[^,;:.!?]+?)\W*",
    re.IGNORECASE,
)
_TELLS = r"(?:gives?|lists?|mentions?|names?|describes?|reports?|covers?|states?|quotes?|provides?|shows?|has)"
_THING = r"[^.;:!?,()]+?(?:\s*\([^()]{1,60}\)|,\s+[^,;:!?]{1,40}?)?"
# what is told, of something else: ", only the length (12 m)", "it gives the length, 12 m,"
_TOLD = regex(
    r"(?:\A\W*|[.;:,]\s+(?:and\s+|but\s+)?|\s+[–—-]\s+|,?\s+(?:but|though|although|as|while)\s+|,?\s+(?=which\s))"
    rf"(?:(?:(?:it|they|which|the\s+[a-z]+)\s+)?(?P<only>only|just|merely|solely)\s+{_TELLS}\s+(?P<what>{_THING})"
    rf"|(?:it|the\s+[a-z]+)\s+{_TELLS}\s+(?P<solely>only\s+|just\s+)?(?P<given>{_THING})"
    rf"|(?P<alone>only|just|merely)\s+(?P<thing>{_THING})\s+(?:is|are|was|were)(?:\s+(?:{_GIVEN}|described|quoted|covered|measured|itemi[sz]ed)(?:\s+(?:in|on)\s+the\s+[a-z]+)?)?"
    rf"|(?:only|just|merely)\s+(?P<bare>{_THING})"
    rf"|the\s+only\s+[a-z]+(?:\s+{_GIVEN})?\s+(?:is|are)\s+(?:that|those)\s+(?P<of>of\s+{_THING}))"
    r"(?=\W*\Z|[.;:!?]|\s+but\s|,?\s+and\s+(?:says?|not|no|nothing)\b)",
    re.IGNORECASE,
)
_ASIDE = regex(r"\([^()]*\)|,.*")
_WORD = regex(r"[^\W_]+(?:-[^\W_]+)*")
_GENERAL = frozenset("age date name figure number total value".split())  # noqa: SIM905 - a word list reads best as one text
# what is told by a verb of the question
_NOUNS_OF_VERBS = {
    "weigh": ("weight",), "cost": ("price", "fee", "charge"), "paid": ("payer",), "pay": ("price", "payer"), "attended": ("attendance", "crowd", "turnout"),
    "attend": ("attendance", "crowd", "turnout"), "last": ("duration", "length"), "opened": ("opening",), "founded": ("foundation",), "died": ("death",),
    "born": ("birth",), "earn": ("salary", "pay", "wage"), "win": ("winner",), "won": ("winner",),
}  # fmt: skip
_NAMELESS = frozenset(("other", "details", "detail", "more", "else", "exact", "precise", "approximate", "total"))
_OWN = regex(r"['’]s\b|\b(?:one|ones|that|those)\b", re.IGNORECASE)


def only_of_another(text: str, question: str) -> bool:
    """Return whether an answer says that what is asked is told of another alone.

    >>> asked = "Who was the keeper's coach?"
    >>> only_of_another("Only the striker's coach is named; the keeper's is not.", asked), only_of_another("Kern is named; Otto isn't.", asked)
    (True, False)
    >>> only_of_another("The goalkeeper's age is given, but no coach is named.", asked)
    True
    """
    if len(text) > SHORT:
        return False
    if learnt := _LEARNT.fullmatch(text):
        one, other, asked = (stems(each) for each in (learnt["one"], learnt["other"], question))
        return one <= asked and bool(other - asked)
    told = _ONLY_OTHER.fullmatch(text)
    if told is None:
        return False
    asked = stems(_OWN.sub(" ", question)) | frozenset(map(stem_of, _nouns_asked(_words(question))))
    one, other = (stems(_OWN.sub(" ", each)) for each in (told["one"] or told["this"] or told["none"], told["other"]))
    return bool(one - other) and one <= asked and bool(other - asked)


def without_told_of_another(text: str, question: str) -> tuple[str, str] | None:
    """Return an answer without what it says to be told of something else than what is asked, and that; None where it tells no such thing.

    The rest is empty where the answer says that nothing else is told.

    >>> asked = "How heavy is the bell?"
    >>> without_told_of_another("Unknown: only its height (2 m) is given.", asked), without_told_of_another("Only the weight (3 t) is given.", asked)
    (('Unknown.', 'its height (2 m)'), None)
    """
    if len(text) > SHORT:
        return None
    for told in _TOLD.finditer(text):
        thing = next(filter(None, told.group("what", "given", "thing", "bare", "of")))
        bare = _ASIDE.sub("", thing)
        rest = (text[: told.start()] + text[told.end() :]).strip()
        if has_verb(bare) or not _is_another(bare, question):
            continue
        if any(map(str.isalnum, rest)):
            return rest, thing
        if (told["only"] or told["alone"] or told["solely"]) and not _own_words(bare) & frozenset(
            map(stem_of, _words(question))
        ):
            return "", thing
    return None


def _own_words(thing: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in _words(_OWN.sub(" ", thing)) if word not in SMALL | _GENERAL)


def _words(text: str) -> frozenset[str]:
    """Return the words of a text, those with a hyphen as one: the final is not the semi-final."""
    return frozenset(_WORD.findall(text.lower()))


def _nouns_asked(asked: frozenset[str]) -> frozenset[str]:
    """Return the nouns for what the words of a question ask: "length" of "how long", "price" of "cost"."""
    told = (noun for verb in asked & _NOUNS_OF_VERBS.keys() for noun in _NOUNS_OF_VERBS[verb])
    return nouns_of(asked).union(told)


def _is_another(thing: str, question: str) -> bool:
    """Return whether a thing is named by a word that is neither one of the question nor that for what is asked."""
    asked = _words(question)
    known = frozenset(map(stem_of, asked | _nouns_asked(asked) | _GENERAL | _NAMELESS))
    return bool(_own_words(thing) - known)
