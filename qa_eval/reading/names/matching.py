"""Do two names mean the same person, place or organisation, and in which way do they differ?"""

from __future__ import annotations

from enum import StrEnum

from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.names.initials import initials
from qa_eval.reading.names.spelling import spelling
from qa_eval.reading.names.titles import FEMALE, MALE, TITLES
from qa_eval.reading.regex import regex
from qa_eval.reading.text import normalised, without_accents


class NameMatch(StrEnum):
    """How an answer's name relates to the accepted one. ``STRICT`` holds those that name the same thing in full."""

    EXACT = "exact"  # the same words after normalising: "Kim Jong-un", "Kim Jong Un"
    ARTICLE = "article"  # "the Associated Press", "Associated Press"
    ACCENTS = "accents"  # "Sao Paulo", "São Paulo"
    TITLE = "title"  # "President Zelensky", "Zelensky"
    REORDERED = "reordered"  # "Zelensky, Volodymyr"
    SPELLING = "spelling"  # "Zelenskyy", "Zelensky"; "Ministry of Defence", "Ministry of Defense"
    FULLER = "fuller"  # the answer has more: "Volodymyr Zelensky" for "Zelensky"
    INITIALS = "initials"  # "V. Zelensky" for "Volodymyr Zelensky", "John Kennedy" for "John F. Kennedy"
    MIDDLE = "middle"  # a middle word is left out: "Lee Oswald" for "Lee Harvey Oswald"
    ACRONYM = "acronym"  # "AP" for "Associated Press", or the other way round
    SURNAME_ONLY = "surname_only"  # "Zelensky" for "Volodymyr Zelensky"
    GIVEN_ONLY = "given_only"  # "Volodymyr" for "Volodymyr Zelensky", "Kursk" for "Kursk Oblast"
    PART = "part"  # some other words of it: "Joint Chiefs" for "Joint Chiefs of Staff"


STRICT = frozenset(
    (
        NameMatch.EXACT, NameMatch.ARTICLE, NameMatch.ACCENTS, NameMatch.TITLE, NameMatch.REORDERED, NameMatch.SPELLING,
        NameMatch.FULLER, NameMatch.INITIALS,
    )
)  # fmt: skip

# part of a title only before a rank: "Ukrainian Prime Minister", but not "Prime Video", "British Museum"
_BEFORE_RANK = frozenset(
    """vice deputy prime foreign defence defense former acting then ukrainian ukraines russian russias american british french german
    chinese korean us military intelligence first lord""".split()  # noqa: SIM905 - a word list reads best as one text
)
_GENERATIONS = frozenset(("jr", "junior", "sr", "senior"))
_POSTNOMINALS = _GENERATIONS | frozenset("phd md esq obe cbe mbe kbe mp qc kc kcb dso".split())  # noqa: SIM905 - a word list reads best as one text
LEGAL_FORMS = frozenset(
    """inc incorporated ltd limited llc plc corp corporation gmbh ag sa nv bv llp pty srl oyj kgaa ab asa aps oy sarl sas kk
    ks""".split()  # noqa: SIM905 - a word list reads best as one text
)
_BEHIND_NAMES = LEGAL_FORMS | {
    "as",
    "se",
    "spa",
    "group",
    "holding",
    "holdings",
}  # which are words of other names as well
_JOINTS = frozenset(("in", "for", "of"))  # "Nobel Prize in Literature", "for Literature"
_PARTICLES = frozenset("of the de la le du des di da dos von van der den bin ibn al el y e and for on in".split())  # noqa: SIM905 - a word list reads best as one text
# "North Korea" is not a fuller name of "Korea"
QUALIFIERS = frozenset(
    """north south east west northern southern eastern western central new old upper lower inner outer middle great greater little
    equatorial lake mount fort port san anti non ex black white blue red yellow green dead""".split()  # noqa: SIM905 - a word list reads best as one text
)
_QUALIFIERS = QUALIFIERS | frozenset("united saint republic papua el la los las half mid not no far".split())  # noqa: SIM905 - see above
_RANK = regex(rf"\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}")
_SLASHED = regex(r"\b([AIKP])/(S)\b")  # a firm's form in Denmark: "A/S"
_MARK = regex(r"(?<=[^\W_])[+#]+(?!\w)")
_WORD = regex(r"[^\W_]+(?:['.&][^\W_]+)*")
_BY_ARTICLE = regex(r"[aA] (?=[a-z])")  # "a family" is no A. Family


def same_name(answer: str, gold: str) -> NameMatch | None:
    """Return how the name ``answer`` relates to the name ``gold``; None when they are different names.

    >>> same_name("Zelenskyy, Volodymyr", "Volodymyr Zelensky")
    <NameMatch.REORDERED: 'reordered'>
    >>> same_name("Budanov", "Kyrylo Budanov")
    <NameMatch.SURNAME_ONLY: 'surname_only'>
    >>> same_name("North Korea", "Korea") is None
    True
    """
    if "/" in answer or "/" in gold:
        answer, gold = _SLASHED.sub(r"\1\2", answer), _SLASHED.sub(r"\1\2", gold)
    if _marks(answer) != _marks(gold):
        return None
    one, other = normalised(answer), normalised(gold)
    if one == other:
        return NameMatch.EXACT if one else None
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return None
    if mine == theirs:
        return NameMatch.EXACT
    if _without_article(mine) == _without_article(theirs):
        return NameMatch.ARTICLE
    if _is_owned(one, theirs) or _is_owned(other, mine):
        return NameMatch.REORDERED
    mine, theirs = tuple(map(without_accents, mine)), tuple(map(without_accents, theirs))
    if mine == theirs:
        return NameMatch.ACCENTS
    if _BY_ARTICLE.match(answer) and not _BY_ARTICLE.match(gold):
        mine = mine[1:]
    return _of_words(_without_article(mine), _without_article(theirs), comma="," in one)


def _is_owned(name: str, words: tuple[str, ...]) -> bool:
    """Return whether a name with an owner before it is that of ``words``: "South Korea's Joint Chiefs", "… of South Korea"."""
    owner, possessive, owned = name.partition("'s ")
    if not possessive:
        return False
    own = [*_words(owned), "of", *_words(owner)]
    return [word for word in own if word != "the"] == [word for word in words if word != "the"]


def _marks(name: str) -> list[str]:
    """Return the marks that make a name another one: "A+", "C++", "C#"."""
    return _MARK.findall(name) if "+" in name or "#" in name else []


def _words(name: str) -> tuple[str, ...]:
    if name.endswith("'s"):
        name = name[:-2]
    elif name.endswith("s'"):
        name = name[:-1]
    return tuple(word.replace(".", "").replace("'", "") for word in _WORD.findall(name.replace("&", " and ")))


def _without_article(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without its article, and without that of "Henry the Eighth"."""
    if len(name) > 2 and name[-2] == "the" and _RANK.fullmatch(name[-1]):  # noqa: PLR2004 - a name, "the" and its number
        name = (*name[:-2], name[-1])
    return name[1:] if len(name) > 1 and name[0] == "the" else name


def _of_words(one: tuple[str, ...], other: tuple[str, ...], *, comma: bool) -> NameMatch | None:
    if _is_acronym(one, other) or _is_acronym(other, one):
        return NameMatch.ACRONYM
    if _titles_clash(one, other):
        return None
    one_bare, other_bare = _without_form(_untitled(one)), _without_form(_untitled(other))
    if one_bare == other_bare:
        return NameMatch.TITLE
    mine, theirs = tuple(map(spelling, one_bare)), tuple(map(spelling, other_bare))
    if mine == theirs or _joined_otherwise(mine, theirs):
        return NameMatch.SPELLING
    if mine[-1] == theirs[-1] and _given_names_agree(one_bare[:-1], other_bare[:-1]):
        return NameMatch.INITIALS  # by letters as they are written: the key of "William" begins with a V
    if len(mine) == len(theirs) > 1 and sorted(mine) == sorted(theirs) and not all(map(str.isdecimal, mine)):
        return NameMatch.REORDERED  # figures keep their order: "120/80" is no "80/120"
    if comma and len(mine) > 1 and (match := _of_parts((*mine[1:], mine[0]), theirs)) in STRICT:
        return match
    return _of_parts(mine, theirs)


def _joined_otherwise(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Return whether two long names are the same but for a small word: "Minister of Defence", "Minister for Defence"."""
    if len(mine) != len(theirs) or len(mine) < 3 or _JOINTS.isdisjoint(mine):  # noqa: PLR2004 - a word on either side
        return False
    return all(one == other or {one, other} <= _JOINTS for one, other in zip(mine, theirs, strict=True))


def _untitled(name: tuple[str, ...]) -> tuple[str, ...]:
    start, end = 0, len(name)
    for place, word in enumerate(name[:-1]):
        if word in TITLES:
            start = place + 1
        elif word not in _BEFORE_RANK:
            break
    while end > start + 1 and name[end - 1] in _POSTNOMINALS:
        end -= 1
    return name[start:end]


def without_titles(name: str) -> str:
    """Return a full name without the titles before it; the name itself where none stands there, or one name alone behind them.

    >>> without_titles("Prime Minister Ann Lee"), without_titles("Queen Margrethe"), without_titles("Ann Lee")
    ('Ann Lee', 'Queen Margrethe', 'Ann Lee')
    """
    parts = name.split()
    bare = parts[len(parts) - len(_untitled(tuple(part.strip(".,").lower() for part in parts))) :]
    return " ".join(bare) if len(bare) > 1 and all(part[0].isupper() for part in bare) else name


def _without_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a company's name without its legal form: "Apple" for "Apple Inc."."""
    end = len(name)
    while end > 1 and name[end - 1] in _BEHIND_NAMES:
        end -= 1
    return name[:end]


def _titles_clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one is a Mr and the other a Mrs, or one a Jr. and the other a Sr."""
    generations = {name[-1][0] for name in (one, other) if name[-1] in _GENERATIONS}
    genders = {name[0] in MALE for name in (one, other) if name[0] in MALE or name[0] in FEMALE}
    return len(generations) > 1 or len(genders) > 1


def _of_parts(mine: tuple[str, ...], theirs: tuple[str, ...]) -> NameMatch | None:
    if mine[-1] == theirs[-1] and _given_names_agree(mine[:-1], theirs[:-1]):
        return NameMatch.INITIALS
    if len(mine) > len(theirs):
        return NameMatch.FULLER if _is_fuller(mine, theirs) else None
    if len(mine) == 1:
        if mine[0] == theirs[-1]:
            return NameMatch.SURNAME_ONLY if theirs[0] not in _QUALIFIERS else None
        return NameMatch.GIVEN_ONLY if mine[0] == theirs[0] else _part(mine, theirs)
    if mine[0] == theirs[0] and mine[-1] == theirs[-1] and set(mine) <= set(theirs):
        return None if _initials_clash(theirs, mine) else NameMatch.MIDDLE
    return _part(mine, theirs)


def _part(mine: tuple[str, ...], theirs: tuple[str, ...]) -> NameMatch | None:
    telling = set(mine) - _PARTICLES - _QUALIFIERS
    return NameMatch.PART if telling and set(mine) <= set(theirs) else None


def _is_fuller(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if len(theirs) == 1:
        return theirs[0] == mine[-1] and mine[0] not in _QUALIFIERS and _PARTICLES.isdisjoint(mine)
    return (
        mine[0] == theirs[0]
        and mine[-1] == theirs[-1]
        and set(theirs) <= set(mine)
        and not _initials_clash(mine, theirs)
    )


def _initials_clash(more: tuple[str, ...], fewer: tuple[str, ...]) -> bool:
    """Return whether both have initials and not the same: "George H. W.", "George W."."""
    letters = [word for word in fewer if len(word) == 1]
    return bool(letters) and letters != [word for word in more if len(word) == 1]


def _given_names_agree(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Return whether given names agree where one side writes initials: "J. R. R.", "JRR", "John Ronald Reuel", "John R."."""
    if not mine or not theirs:
        return False
    if len(mine) == 1 and len(theirs) > 1 and mine[0] == initials(theirs):
        return True
    if len(theirs) == 1 and len(mine) > 1 and theirs[0] == initials(mine):
        return True
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    left_out = long[len(short) :]
    pairs = zip(short, long, strict=False)
    return all(one == other or _is_initial(one, other) for one, other in pairs) and all(
        len(name) == 1 for name in left_out
    )


def _is_initial(one: str, other: str) -> bool:
    """Return whether one name is the initial of the other; a figure is none: "Line 5 north" is not "Line 50 north"."""
    return min(len(one), len(other)) == 1 and one[0] == other[0] and one[0].isalpha()


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether ``short`` is made of the first letters of ``long``, with its small words or without."""
    if len(short) != 1 or len(long) < 2 or len(short[0]) < 2:  # noqa: PLR2004 - two letters for two words at least
        return False
    return short[0] in (initials(long), initials(long, small=_PARTICLES))
