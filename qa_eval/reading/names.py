"""Names of people, places and organisations: are two of them the same, and which are in a text?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from qa_eval.reading.text import normalised, plain_quotes, without_accents


class NameMatch(StrEnum):
    """How an answer's name relates to the accepted one. ``STRICT`` holds those that name the same thing in full."""

    EXACT = "exact"  # the same letters after normalising
    ARTICLE = "article"  # "the Associated Press", "Associated Press"
    ACCENTS = "accents"  # "Sao Paulo", "São Paulo"
    TITLE = "title"  # "President Zelensky", "Zelensky"
    REORDERED = "reordered"  # "Zelensky, Volodymyr"
    SPELLING = "spelling"  # "Zelenskyy", "Zelensky"
    FULLER = "fuller"  # the answer has more: "Volodymyr Zelensky" for "Zelensky"
    INITIALS = "initials"  # "V. Zelensky" for "Volodymyr Zelensky"
    ACRONYM = "acronym"  # "AP" for "Associated Press"
    SURNAME_ONLY = "surname_only"  # "Zelensky" for "Volodymyr Zelensky"
    GIVEN_ONLY = "given_only"  # "Volodymyr" for "Volodymyr Zelensky"
    PART = "part"  # some other words of it: "Joint Chiefs" for "Joint Chiefs of Staff"


STRICT = frozenset(
    (
        NameMatch.EXACT, NameMatch.ARTICLE, NameMatch.ACCENTS, NameMatch.TITLE, NameMatch.REORDERED, NameMatch.SPELLING,
        NameMatch.FULLER, NameMatch.INITIALS,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text. ``sure`` is False where the capital letter may only be the sentence's."""

    text: str
    start: int
    end: int
    sure: bool = True


_TITLES = frozenset(
    """president mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess emperor empress tsar czar pope saint st
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl admiral adm commander cmdr marshal brigadier
    senator sen representative rep congressman congresswoman governor gov mayor minister chancellor premier ambassador secretary
    judge justice rev reverend father fr bishop archbishop cardinal hon honorable honourable chairman chairwoman director chief
    leader sheikh sultan imam ayatollah rabbi comrade vice deputy prime foreign defence defense former acting then-president us u.s
    ukrainian russian american british french german chinese""".split()  # noqa: SIM905 - a word list reads best as one text
)
_POSTNOMINALS = frozenset("jr sr ii iii iv phd md esq obe cbe mbe kbe mp qc kc".split())  # noqa: SIM905 - a word list reads best as one text
_PARTICLES = frozenset("of the de la le du des di da dos von van der den bin ibn al el y e and for on in".split())  # noqa: SIM905 - a word list reads best as one text
_WORD = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*")


def same_name(answer: str, gold: str) -> NameMatch | None:
    """Return how the name ``answer`` relates to the name ``gold``; None when they are different names.

    >>> same_name("Zelenskyy, Volodymyr", "Volodymyr Zelensky")
    <NameMatch.REORDERED: 'reordered'>
    >>> same_name("Budanov", "Kyrylo Budanov")
    <NameMatch.SURNAME_ONLY: 'surname_only'>
    """
    one, other = normalised(answer), normalised(gold)
    if one == other:
        return NameMatch.EXACT
    if one.removeprefix("the ") == other.removeprefix("the "):
        return NameMatch.ARTICLE
    one, other = without_accents(one), without_accents(other)
    if one == other:
        return NameMatch.ACCENTS
    return _of_words(_words(one), _words(other), comma="," in one)


def _words(name: str) -> tuple[str, ...]:
    found = tuple(word.replace(".", "").replace("'", "") for word in _WORD.findall(name))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def _of_words(one: tuple[str, ...], other: tuple[str, ...], *, comma: bool) -> NameMatch | None:
    if not one or not other:
        return None
    if one == other:
        return NameMatch.ACCENTS
    acronym = _acronym(one, other)
    if acronym:
        return acronym
    one_bare, other_bare = _untitled(one), _untitled(other)
    if one_bare == other_bare:
        return NameMatch.TITLE
    if len(one_bare) == len(other_bare):
        same = _same_length(one_bare, other_bare, comma=comma)
        if same:
            return same
    return _of_parts(one_bare, other_bare)


def _untitled(name: tuple[str, ...]) -> tuple[str, ...]:
    start, end = 0, len(name)
    while start < end - 1 and name[start] in _TITLES:
        start += 1
    while end > start + 1 and name[end - 1] in _POSTNOMINALS:
        end -= 1
    return name[start:end]


def _same_length(one: tuple[str, ...], other: tuple[str, ...], *, comma: bool) -> NameMatch | None:
    spelled = [spelling(word) for word in one], [spelling(word) for word in other]
    if spelled[0] == spelled[1]:
        return NameMatch.SPELLING
    if sorted(spelled[0]) == sorted(spelled[1]) and (comma or len(one) > 1):
        return NameMatch.REORDERED
    if spelled[0][-1] == spelled[1][-1] and all(map(_initial, spelled[0][:-1], spelled[1][:-1])):
        return NameMatch.INITIALS
    return None


def _initial(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _of_parts(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch | None:
    mine, theirs = tuple(map(spelling, one)), tuple(map(spelling, other))
    if len(mine) > len(theirs):
        if len(theirs) == 1 and theirs[0] == mine[-1]:
            return NameMatch.FULLER
        within = mine[0] == theirs[0] and mine[-1] == theirs[-1] and set(theirs) <= set(mine)
        return NameMatch.FULLER if within else None
    if mine[0] == theirs[0] and mine[-1] == theirs[-1] and len(mine) > 1:
        return NameMatch.INITIALS if set(mine) <= set(theirs) else None
    if len(mine) == 1 and mine[0] in (theirs[0], theirs[-1]):
        return NameMatch.SURNAME_ONLY if mine[0] == theirs[-1] else NameMatch.GIVEN_ONLY
    return NameMatch.PART if set(mine) <= set(theirs) - _PARTICLES else None


def _acronym(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch | None:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) != 1 or len(long) < 2:  # noqa: PLR2004 - one word abbreviates two or more
        return None
    full = "".join(word[0] for word in long)
    main = "".join(word[0] for word in long if word not in _PARTICLES)
    return NameMatch.ACRONYM if len(short[0]) > 1 and short[0] in (full, main) else None


_VARIANTS = (
    (re.compile(r"(?:iyy|iy|ij|yj|yi|yy|ii|ey|i|y)$"), "y"),
    (re.compile(r"(?<=[a-z])(?:yo|io|jo)"), "yo"),
    (re.compile(r"(?:iy|yy|ij|ii)(?=[a-z])"), "y"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?:shch|sch|tsch|tch|tsh)"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w(?=[aeiou])"), "v"),
    (re.compile(r"(?:ks)"), "x"),
    (re.compile(r"ff$|v$"), "v"),
    (re.compile(r"(?:ye|je)(?=[a-z])"), "e"),
    (re.compile(r"ia|ja"), "ya"),
    (re.compile(r"([bcdfghjklmnpqrstvwxz])\1"), r"\1"),
)


def spelling(word: str) -> str:
    """Return a key that the usual ways of romanising one name share; lower-case letters in, lower-case letters out.

    >>> spelling("zelenskyy") == spelling("zelenskiy") == spelling("zelensky")
    True
    """
    if len(word) < 5:  # noqa: PLR2004 - short names differ by one letter: "Kim", "Kin"
        return word
    for pattern, to in _VARIANTS:
        word = pattern.sub(to, word)
    return word


_SPAN = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w'&-]*|[A-Z]\.)(?:[ \u00a0](?:(?:of|the|de|la|le|du|di|da|von|van|der|den|bin|ibn|al|el|de la)[ ])?(?:(?:[A-ZÀ-ÖØ-Þ][\w'&-]*\.?)|[A-Z]\.|\d{1,4}\b(?=\W|$)))*"
)
_SENTENCE_STARTS = frozenset(
    """the a an it its they their he she his her we our i you your this that these those there here in on at by for from to of with and or but
    if when while after before since although though because as so yes no not both either neither all some many most several each every
    according based answer what which who whom whose where why how about up approximately around roughly nearly almost over under more less
    one two three four five six seven eight nine ten last next early late mid sure okay additionally moreover however therefore thus also
    only even just then now additional military troops forces soldiers""".split()  # noqa: SIM905 - a word list reads best as one text
)


def read_names(text: str) -> tuple[Name, ...]:
    """Return the capitalised names of ``text``, in order; small words at the start of a sentence are left out.

    >>> [name.text for name in read_names("The town of Sudzha, said Kyrylo Budanov of the Joint Chiefs of Staff.")]
    ['Sudzha', 'Kyrylo Budanov', 'Joint Chiefs of Staff']
    """
    plain = plain_quotes(text)
    found = []
    for match in _SPAN.finditer(plain):
        start, end = match.span()
        first = _starts_sentence(plain, start)
        while first and start < end:
            word_end = next((at for at in range(start, end) if plain[at] == " "), end)
            if plain[start:word_end].lower() not in _SENTENCE_STARTS:
                break
            start = min(word_end + 1, end)
        shown = plain[start:end].removesuffix("'s").rstrip(".'-")
        if shown and shown[0].isupper():
            alone = first and " " not in shown and start == match.start() and not shown.isupper()
            found.append(Name(text[start : start + len(shown)], start, start + len(shown), sure=not alone))
    return tuple(found)


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"'(*")
    return not before or before[-1] in ".!?:\n"
