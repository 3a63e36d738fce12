"""Words by which the accepted text is told from others of its kind, and short answers that have another one in their place, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given.words import PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_strange
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, countries, form, phrased, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

# what leads up to a reason, and what many bodies are called besides their name
LEADING = frozenset(map(form, "because due owing thanks reason cause since result account order".split()))  # noqa: SIM905 - a word list reads best as one text
_OF_BODIES = frozenset(
    map(
        form,
        """company corporation ltd limited llp llc plc inc co group holdings bank trust fund insurance assurance management asset capital investment partners services
        port harbour museum gallery university college school institute hospital society association club council office department agency ministry committee
        foundation library theatre station airport hotel marine national""".split(),  # noqa: SIM905 - see above
    )
)
_GENERIC = LEADING | _OF_BODIES
_A_WATER = regex(r"\b[Tt]he (?:[A-Z][\w'-]+ )+(?:Sea|Ocean|Gulf|Bay|Valley|Desert|Mountains|Peninsula)\b")
_LEAST = 4  # letters of a word within a longer one: the wreck of "shipwreck"
FEW = 10  # words of an accepted clause, and of an answer that may be one


def lacks_what_tells_it(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where nothing of the accepted text is said but words of the question and of any such body: "a port", for the Port of Arden."""
    if asked.dates or asked.only_figures or row["initials"] or row["squashed"] or asked.is_negated:
        return None
    texts = (*asked.wanted, *asked.familiar)
    own = [_own(each, asked) for each in texts]
    if not all(own) or any(_says(one, said) for words in own for one in words):
        return None
    named = any(each.is_name for each in texts)  # a word of the question is none of a name's own
    told = {one for each in texts for one in _content(each.content) if not (named and one in asked.forms)}
    if len(said.words) > SHORT and any(_says(one, said) for one in told):
        return None  # a long answer may say it in words of its own
    return Decision(0.3, Reason.PARTIAL, "none of the words that tell the accepted answer from others")


def _own(wanted: Wanted, asked: Asked) -> list[str]:
    """Return the words of an accepted text that say more than the question and than a kind."""
    words = {word.form: word for word in words_of(phrased(plain(wanted.text)))}
    named = any(word.capital and word.form not in SMALL for word in words.values())
    generic = _GENERIC if named else LEADING  # "a library" is what a clause tells, and only a kind in a name
    own = [
        each
        for each in wanted.content
        if each not in SMALL and each not in generic and not (each in words and is_echo(words[each], asked))
    ]
    return (
        [] if own == [wanted.forms[0]] and own[0].endswith("ing") else own
    )  # "aiding the fleet" is "the fleet" as well


def _says(one: str, said: Said) -> bool:
    """Return whether an answer says a word in any form, by another of its meaning or within a longer one."""
    known = meaning(one)
    return (
        one in said.bag
        or stem(one) in said.stems
        or (known is not None and known in said.meanings)
        or one in said.squashed
        or one in said.damaged
        or any(alike(one, other) or (one[0] == other[0] and 1 in (len(one), len(other))) for other in said.content)
    )


def is_at_another_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where a text in common words ends with a name, and a short answer has another one: "in a cave near Arden", for one near Vane."""
    if len(said.words) > SHORT or asked.dates or asked.only_figures or not asked.wanted or asked.is_negated:
        return None
    golds = [_names_within(words_of(phrased(plain(each.text)))) for each in asked.wanted]
    if not all(golds):
        return None
    names = _names_within(said.words)
    if any(one == other or alike(one, other) for gold in golds for one in gold for other in said.bag):
        return None
    other = [each for each in names if is_strange(next(w for w in said.words if w.form == each), asked)]
    if not other or _A_WATER.search(said.plain):
        return None
    return Decision(0.3, Reason.WRONG_NAME, "another name in the place of the accepted one")


def _names_within(words: Sequence[Word]) -> list[str]:
    """Return the names that stand behind a word in small letters, but for those of countries and their people."""
    joining = PARTICLES | {"and"}  # "the National Park and Preserve"
    first = next((at for at, word in enumerate(words) if not word.capital and word.form not in joining), len(words))
    return [
        word.form
        for word in words[first:]
        if word.capital and word.form not in countries() and word.form not in SMALL and word.form not in TITLES
    ]


def has_another_middle(asked: Asked, said: Said) -> Decision | None:
    """Decide where a name has another word between its first and its last: "Old Bridge Lane", for Old Mill Lane."""
    if asked.is_person or not asked.are_names or not all(len(each.content) > TWO for each in asked.wanted):
        return None
    if not all(_has_another_middle(each, asked, said) for each in asked.wanted):
        return None
    return Decision(0.3, Reason.WRONG_NAME, "another name that shares words")


def _has_another_middle(wanted: Wanted, asked: Asked, said: Said) -> bool:
    if len(said.content) != len(wanted.content):
        return False
    other = [
        (at, *pair) for at, pair in enumerate(zip(said.content, wanted.content, strict=True)) if pair[0] != pair[1]
    ]
    if len(other) != 1 or not 0 < other[0][0] < len(wanted.content) - 1:
        return False
    _, mine, its = other[0]
    word = next(word for word in said.words if word.form == mine)
    return word.capital and min(len(mine), len(its)) > TWO and is_strange(word, asked) and not alike(mine, its)


def is_placed_alike(asked: Asked, said: Said) -> Decision | None:
    """Decide where a place is accepted in common words and by a name, and a short answer has its first word and the name, and nothing else."""
    if len(said.words) > SHORT or asked.dates or asked.only_figures or said.denied or said.options:
        return None
    if any(_has_the_place(each, asked, said) for each in asked.wanted):
        return Decision(0.6, Reason.ENOUGH_WORDS, "the place and the name that it is near")
    return None


def _has_the_place(wanted: Wanted, asked: Asked, said: Said) -> bool:
    names = _names_within(words_of(phrased(plain(wanted.text)))) if wanted.forms[0] in PREPOSITIONS else []
    what = wanted.content[0]
    if not names or what in names or names[-1] not in said.bag:
        return False
    own = [each for each in said.content if each not in PREPOSITIONS]
    places = [
        each for each in own if each == what or (len(each) >= _LEAST and what.endswith(each)) or alike(each, what)
    ]
    known = wanted.golden | asked.forms | countries() | frozenset(places)
    return bool(places) and known.issuperset(own)


def says_something_else_of_it(asked: Asked, said: Said) -> Decision | None:
    """Decide where a clause is accepted and an answer says another thing of the same subject: "the mouth froze", for "the mouth silted up"."""
    if len(said.words) > FEW or asked.dates or asked.only_figures or not asked.wanted:
        return None
    if all(_is_of_it(each, asked, said) for each in asked.wanted):
        return Decision(0.3, Reason.WRONG_WORDS, "something else of the same thing")
    return None


def _is_of_it(wanted: Wanted, asked: Asked, said: Said) -> bool:
    words = words_of(phrased(plain(wanted.text)))
    subject, told = _clause(words)
    if not subject or len(words) > FEW:
        return False
    own = [each for each in told if each not in SMALL]
    mine, said_of = _clause(said.words)
    if not mine or not said_of or not own or any(_says(each, said) for each in own):
        return False
    return frozenset(mine) == frozenset(subject) and any(
        each not in SMALL and each not in asked.forms for each in said_of
    )


def _clause(words: Sequence[Word]) -> tuple[list[str], list[str]]:
    """Return the words of a clause's subject, and those from its verb on; none where it is no plain clause."""
    verb = next((at for at, word in enumerate(words) if is_past(word.form) or word.form in BE), 0)
    subject = [word.form for word in words[:verb]]
    if not subject or any(each in PREPOSITIONS and each != "of" for each in subject):
        return [], []
    return _content(subject), [word.form for word in words[verb:]]


def _content(forms: Iterable[str]) -> list[str]:
    return [each for each in forms if each not in SMALL and each not in LEADING]
