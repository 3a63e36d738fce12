"""Who is called by a part of the accepted name, as "Lindqvist", and what shares only its kind: the Gulf of Riga, for that of Gdańsk."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names.variants import GIVEN, variants_of_kind
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers.lenient.beside import stand_among_others
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.given_names import is_called_by_initials
from qa_eval.scorers.lenient.several import TWO, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, countries, form, plain, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

UNLIKE = 0.5  # share of letter runs up to which nothing of a name is said
_KINDS = frozenset(
    map(
        form,
        """river lake sea gulf bay ocean strait mount mountain island isle cape fort desert forest law theorem rule effect hms uss rms ss act treaty
        falls waterfall canyon gorge glacier volcano canal dam reef beach plateau peninsula channel cave crater
        library abbey temple hall hotel zoo
        battle siege university college school street road avenue square park tower bridge palace castle cathedral church airport station
        museum theatre stadium club county city town prize cup award trophy""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_KNOWN_AS = regex(r"[,\s(]*(?:better |also |usually )?(?:known|called) (?:simply )?(?:as\s)?|\W*(?:aka|alias)\b")
_NAMED = regex(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){1,2}")
_DESCRIBED = regex(r"(?:[a-z][\w-]* |[A-Z][\w-]* (?=[a-z])){1,6}(?=[A-Z])")
_SUFFIXES = frozenset(("junior", "senior"))
_TEAM = regex(r"\b(?:team|club|franchise)\b(?!['’]s)", re.IGNORECASE)
_PASSED = regex(
    r"\b(?:weeks?|months?|days?|hours?|years?|decades?|centuries|long|well|just|ahead|shortly|soon) (?:before|after|of)\s+\Z"
)
_JOINED = regex(r"(?:,? and | ?& ?|[-/–])(?=[A-Z])")
_NEAR = 24  # characters behind a name that may tell what its bearer is called
MANY = 4  # spellings from which on what most of them share is told
CORE = 2  # share of them, the inverse
LEAST = 3  # letters of a name by which somebody is known


def is_called_by_a_part(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer calls the accepted person by the first or last name alone, and names nobody before."""
    if not asked.is_person or asked.is_negated:
        return None
    for wanted in asked.wanted:
        if len(wanted.content) > 1 and _is_name(wanted) and _calls(wanted, asked, said):
            return Decision(0.7, Reason.ENOUGH_WORDS, "a part of the accepted name, and no other")
    return None


def is_called_by_surname(asked: Asked, said: Said) -> Decision | None:
    """Decide where a sentence names the accepted one by the last name, or a place without its kind, whoever else is named."""
    if asked.is_negated or asked.words.isdisjoint(said.bag):
        return None
    by_surname = asked.is_person or _asks_team(asked.text)
    for wanted in asked.wanted:
        own = _surname(wanted) if by_surname else _proper(wanted)
        if not own or own not in said.bag or own not in wanted.new or len(own) < LEAST:
            continue
        spans = [
            (run[0].start, run[-1].end)
            for run in _names(said)
            if any(word.form == own for word in run) and all(_belongs(word, wanted, said) for word in run)
        ]
        if (
            spans
            and not is_negative([own], said)
            and not stand_among_others(said, spans)
            and not all(right_before(_PASSED, said.plain, start) for start, _ in spans)
        ):
            return Decision(0.7, Reason.ENOUGH_WORDS, "the last name, and no other given name")
    return None


@lru_cache(maxsize=512)
def _asks_team(question: str) -> bool:
    return _TEAM.search(question) is not None


def _surname(wanted: Wanted) -> str:
    """Return the last name of an accepted name of several words; "" for another text."""
    if len(wanted.content) < TWO or wanted.head or not _is_name(wanted):
        return ""
    return next((form for form in reversed(wanted.content) if form not in _SUFFIXES and not form.isdigit()), "")


def _proper(wanted: Wanted) -> str:
    """Return the one word that a place is told from others of its kind by: the Logan of "Mount Logan"; "" for another text."""
    own = [form for form in wanted.content if form not in _KINDS]
    return own[0] if len(own) == 1 and len(own) < len(wanted.content) and wanted.is_name else ""


def _belongs(word: Word, wanted: Wanted, said: Said) -> bool:
    """Return whether a word is of a name, a title, or only begins the sentence."""
    of_country = word.form in countries() and said.plain[: word.start].lower().endswith(
        "the "
    )  # "the Norwegian Solberg"
    if word.form in wanted.golden or word.form in TITLES or of_country:
        return True
    other_forms = variants_of_kind(GIVEN).get(said.lowered(word), frozenset())  # "Jan", for Johannes
    return not other_forms.isdisjoint(wanted.content) or (word.form in SMALL and word.start in said.sentences)


def _is_name(wanted: Wanted) -> bool:
    return wanted.is_name or all(word[0].isupper() or word == "of" or word in PARTICLES for word in wanted.text.split())


def lacks_the_name(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where nothing of the accepted name is said, or only its kind: the "Gulf" of the Gulf of Riga."""
    if not asked.wanted or not asked.are_names:
        return None
    unlike = asked.is_person and not row["recall"] and row["letters"] < UNLIKE and not row["initials"]
    if unlike and is_called_by_initials(asked, said) is None:
        return Decision(0.2, Reason.WRONG_NAME, "nothing of an accepted name")
    own = frozenset(form for wanted in asked.wanted for form in wanted.content if form not in _KINDS) & asked.words
    echoes = any(form in asked.forms for wanted in asked.wanted for form in wanted.content)
    if own == asked.words or not own or echoes or row["initials"]:
        return None
    if any(one == other or alike(one, other) for one in said.content for other in own):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "only the kind of the accepted name")


def shares_only_letters(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where names are accepted, and all that an answer shares with one are initials: "J. R. Hale", for J. K. Vane."""
    if not asked.are_names or row["initials"] or all(len(form) == 1 for form in asked.words):
        return None
    shared = [one for one in said.content if any(one == other or alike(one, other) for other in asked.words)]
    letters = bool(shared) and all(len(form) == 1 for form in shared)
    if not letters or not any(word.capital and is_strange(word, asked) for word in said.words):
        return None
    return Decision(0.2, Reason.WRONG_NAME, "nothing but initials of an accepted name")


def lacks_the_core(asked: Asked, said: Said) -> Decision | None:
    """Decide where many spellings of one name are accepted, and none of the words that most of them share is said."""
    if len(asked.wanted) < MANY or not asked.are_spellings or not asked.are_names:
        return None
    counts = Counter(form for wanted in asked.wanted for form in wanted.new)
    names = [each for each in asked.wanted if each.is_name and "of" not in each.golden]
    if asked.is_person and any(each.content[-1] in said.bag for each in names):
        return None  # one of several names of somebody
    core = [form for form, count in counts.items() if CORE * count >= len(asked.wanted) and form not in asked.forms]
    if not core or any(one == other or alike(one, other) for one in core for other in said.content):
        return None
    return Decision(0.3, Reason.WRONG_NAME, "none of the words that the accepted names share")


def _calls(wanted: Wanted, asked: Asked, said: Said) -> bool:
    parts = [form for form in (wanted.content[-1], wanted.content[0]) if form in wanted.new and form not in TITLES]
    for run in _names(said):
        forms = [word.form for word in run if word.form not in TITLES]
        if any(len(form) >= LEAST and form in forms for form in parts):
            return all(form in wanted.golden or form in SMALL for form in forms) and not _joins(run[-1], asked, said)
        if any(is_strange(word, asked) and word.form not in countries() for word in run) and not _KNOWN_AS.search(
            said.plain, run[-1].end, run[-1].end + _NEAR
        ):
            return False
    return False


def _joins(last: Word, asked: Asked, said: Said) -> bool:
    """Return whether another name is joined to one: "Lennon and Harrison"."""
    joined = _JOINED.match(said.plain, last.end)
    behind = next((word for word in said.words if word.start == joined.end()), None) if joined else None
    return behind is not None and behind.capital and is_strange(behind, asked)


def says_the_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where a text that describes somebody is accepted and the answer says the name: "Ann Reed", for "the nurse Ann Reed and her aunt"."""
    if not asked.is_person or asked.is_negated:
        return None
    for wanted in asked.wanted:
        name = _NAMED.search(wanted.text)
        if name is None or wanted.is_name or not _DESCRIBED.match(wanted.text):
            continue
        forms = [word.form for word in words_of(plain(name[0]))]
        if f" {' '.join(forms)} " in said.joined and not is_negative(forms, said):
            return Decision(0.7, Reason.ENOUGH_WORDS, "the name within the accepted text")
    return None


def is_negative(forms: Sequence[str], said: Said) -> bool:
    """Return whether a name is said only in what is denied."""
    places = [word.start for word in said.words if word.form == forms[0]]
    spans = Spans(said.denied)
    return bool(places) and all(map(spans.hold, places))


def _goes_on(run: Sequence[Word], other: Word, said: Said) -> bool:
    """Return whether a word stands right behind others, or behind a middle initial and its point: "Robert F. Kennedy"."""
    last = run[-1]
    between = said.plain[last.end : other.start]
    return len(between) == 1 or (between == ". " and len(run) > 1 and last.end - last.start == 1)


def _names(said: Said) -> Iterator[Sequence[Word]]:
    """Yield the capitalised words that stand side by side."""
    run: list[Word] = []
    for word in said.words:
        if run and not (word.capital and _goes_on(run, word, said)):
            yield run
            run = []
        if word.capital:
            run.append(word)
    if run:
        yield run
