"""What an answer takes its stand on in its first clause: the liver, in "The liver is the largest. The skin is a tissue"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.words import HELPING, PREPOSITIONS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.another_thing import FEW, is_other, labelled, other_thing, rival_option
from qa_eval.scorers.lenient.echoes import BE, is_echo, is_form, is_strange, until_edge
from qa_eval.scorers.lenient.first_given import GENERIC
from qa_eval.scorers.lenient.words import PARTICLES, SMALL, TITLES, countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.pieces import Piece
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

IT = frozenset(
    "it it's that's this that they he she these those there you one i people we its their here".split()  # noqa: SIM905 - a word list reads best as one text
)
THEM = frozenset(("it", "them", "him", "her", "this", "that", "so"))
_DID = frozenset(("did", "does", "do", "has", "had", "was", "is", "were", "are", "won", "wins"))
DOUBTED = regex(
    r"\b(?:not|never|no|nor|nobody|cannot|think|thinks|thought|believ\w+|guess\w*|assum\w+|suppos\w+|says?|said|claim\w*|calls?|expect\w*|might|may|perhaps|maybe|possibly|could|"
    r"would|used to|once|former\w*|original\w*|initial\w*|until|at first|almost|nearly|second|third|runners?|both|candidates?|either|neither|often|sometimes|also|too|(?<!each )other(?! hand\b)|another|many|some|all|several|various|referring|refers?|comes? after|came after|if)\b|n['’]t\b",
    re.IGNORECASE,
)
_OF_KIND = frozenset(("a", "an", "one", "of"))
_ADVERB = frozenset(
    """already just only then also now again indeed really actually simply long soon ever even today instead
    mostly mainly chiefly away alone back together out up off down over around about officially properly there here""".split()  # noqa: SIM905 - see above
)
_ANSWER_NOUN = regex(r"\A(?:the |its |their |his |her )[a-z-]+(?: [a-z-]+)?\Z", re.IGNORECASE)
_WROTE = regex(r"\b(?:wrote|written|writes?)\b", re.IGNORECASE)
_AGENTS = frozenset(("author", "writer", "novelist"))
_PLACING = frozenset(("in", "on", "at", "from", "near", "to", "into", "over"))
_TAKES = frozenset(("takes", "took", "holds", "held", "has"))
_TITLE = frozenset(("title", "crown", "record", "honour", "honor", "prize", "cup", "lead"))


def stance_of(piece: Piece, asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return another thing that a clause gives in the place that is asked for; none where it gives none.

    ``named``: a name is accepted, and no thing in common words.
    """
    if is_doubted(piece, said):
        return ()
    rival = rival_option(asked, piece)
    if rival:
        return rival if _takes_an_option(piece, asked, said) else ()
    other = labelled(piece, asked)
    if other:
        return other
    if piece.verb < 0:
        return _fragment(piece, asked, said, named=named)
    if is_about(piece.subject, asked, said):
        return _complement(piece, asked, said, named=named)
    return _base(piece, asked, said, named=named) or _subject(piece, asked, said, named=named)


def _base(piece: Piece, asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return what "the" something is, where what something is is asked: "The base is mashed peas"."""
    verb = piece.verb_in(said.plain)
    if named or verb not in BE or not piece.subject or asked_of(asked.text).slot is not Slot.COMPLEMENT:
        return ()
    subject = said.plain[piece.subject[0].start : piece.subject[-1].end]
    return _complement(piece, asked, said, named=False) if _ANSWER_NOUN.match(subject) else ()


def _takes_an_option(piece: Piece, asked: Asked, said: Said) -> bool:
    return len(piece.words) <= FEW and not piece.joint if piece.verb < 0 else is_about(piece.subject, asked, said)


def _fragment(piece: Piece, asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return what is given without a verb: "Brussels", "in Arden", "the liver"."""
    words = piece.words
    if piece.joint or not 0 < len(words) <= FEW:
        return ()
    low = said.plain[words[0].start : words[0].end].lower()
    if low in PREPOSITIONS:
        if low not in _PLACING or not (asked.is_where or asked_of(asked.text).slot is Slot.PLACE):
            return ()
        words = words[1:]
    if not named and any(word.form in PREPOSITIONS and word.form != "of" for word in words):
        return ()  # a clause whose verb looks like none: "The pond takes in nitrogen"
    return other_thing(words, asked, said, named=named)


def _complement(piece: Piece, asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return what a clause says about what is asked: "It is Arden", "It sits in Arden", "It was made by Vane"."""
    behind = piece.predicate
    slot = asked_of(asked.text).slot
    if not behind or slot is Slot.OTHER:
        return ()
    low = [said.lowered(word) for word in behind]
    be = piece.verb_in(said.plain) in BE
    if be and low[0] in _OF_KIND and (" or " not in asked.text or asked.is_where):
        return ()  # "It is a long one"
    if slot is Slot.PLACE or asked.is_where:
        at = _placed(low, asked)
        if at is None and be and behind[0].capital:
            at = 0  # "It was Arden", for in which town
    elif be and is_past(low[0]) and (not low[1:] or low[1] in PREPOSITIONS or low[1].endswith("ly")):
        done = slot is Slot.SUBJECT and is_echo(behind[0], asked)
        at = next((at + 1 for at, each in enumerate(low) if each == "by"), None) if done else None
    else:
        at = 0 if be or (slot is Slot.OBJECT and is_verb_asked(piece.words[piece.verb], asked)) else None
    if at is None or at >= len(behind):
        return ()
    return other_thing(until_edge(behind[at:], said), asked, said, named=named)


def _placed(low: Sequence[str], asked: Asked) -> int | None:
    """Return where the place begins that is told behind a preposition, that of the question if it is a special one."""
    preposition = asked_of(asked.text).preposition
    with_it = frozenset((preposition,)) if preposition not in ("", "in", "on", "at") else _PLACING
    return next((at + 1 for at, each in enumerate(low) if each in with_it), None)


def _subject(piece: Piece, asked: Asked, said: Said, *, named: bool) -> Sequence[Word]:
    """Return the subject of a clause that says of it what is asked: "Vane did", "Vane wrote it", "The liver is the largest"."""
    slot = asked_of(asked.text).slot
    if slot is Slot.PLACE and asked.is_where:
        return _country(piece, asked)
    if slot not in (Slot.SUBJECT, Slot.COMPLEMENT):
        return ()
    if slot is Slot.SUBJECT and _names_the_doer(piece, asked, said):
        return other_thing(until_edge(piece.predicate, said), asked, said, named=named)
    head = other_thing(piece.subject, asked, said, named=named)
    if not head or len(head) < len([word for word in piece.subject if word.form not in SMALL]):
        return ()
    return head if _does_it(piece, asked, said) else ()


def _country(piece: Piece, asked: Asked) -> Sequence[Word]:
    """Return the country that does something with what the question is about: "Spain let them go", for from which country it was bought."""
    own = [word for word in piece.subject if word.form not in SMALL]
    if len(own) != 1 or own[0].form not in countries() or own[0].form in asked.words | asked.forms:
        return ()
    if not all(any(form in countries() for form in each.golden) for each in asked.wanted):
        return ()
    about = [word for word in piece.predicate if word.form in THEM or (is_echo(word, asked) and not word.capital)]
    return own if about else ()


def does_something(piece: Piece, asked: Asked, said: Said) -> Sequence[Word]:
    """Return who did something else than what is asked, where who did something is asked: "Vane drew the plans", for who built it."""
    if piece.verb <= 0 or not asked.is_who or asked_of(asked.text).slot is not Slot.SUBJECT:
        return ()
    if is_doubted(piece, said):
        return ()
    verb = piece.verb_in(said.plain)
    if verb in HELPING or any(word.capital and is_strange(word, asked) for word in piece.predicate):
        return ()
    head = other_thing(piece.subject, asked, said, named=True)
    return head if head and all(word.capital or word.form in PARTICLES for word in head) else ()


def _names_the_doer(piece: Piece, asked: Asked, said: Said) -> bool:
    """Return whether a clause says who "the" one of some calling is: "The architect was Vane"."""
    if not (asked.is_person and piece.subject and piece.predicate and piece.predicate[0].capital):
        return False
    verb = piece.verb_in(said.plain)
    subject = said.plain[piece.subject[0].start : piece.subject[-1].end]
    return verb in BE and _ANSWER_NOUN.match(subject) is not None


def _does_it(piece: Piece, asked: Asked, said: Said) -> bool:
    """Return whether a clause says of its subject what the question asks, and nothing else."""
    verb, low, behind = piece.words[piece.verb], piece.verb_in(said.plain), piece.predicate
    lows = [said.lowered(word) for word in behind]
    if lows[:1] == ["one"]:
        return False
    if low in _DID and all(each in THEM or each in _ADVERB for each in lows):
        return True
    echoed = [word for word in behind if word.form not in SMALL and is_echo(word, asked)]
    new = [word for word, each in zip(behind, lows, strict=True) if _is_told_newly(word, each, asked)]
    if low in BE:
        author = _WROTE.search(asked.text) is not None and lows[-1:] != [] and lows[-1] in _AGENTS
        named = any(word.capital for word in new)
        return author or lows[:1] in (["what"], ["that"]) or (len(new) <= len(echoed) > 0 and not named)
    if is_echo(verb, asked) or is_verb_asked(verb, asked):
        few = not new or lows[0] in PREPOSITIONS or len(new) == 1 <= len(echoed)
        return few and not any(word.capital for word in new)
    if low in _TAKES and any(each in _TITLE for each in lows):
        return True
    return not new and lows[:1] != [] and (lows[0] in THEM or behind[0] in echoed)


def _is_told_newly(word: Word, low: str, asked: Asked) -> bool:
    """Return whether a word of a predicate is neither of the question nor one that tells how or when."""
    light = word.form in SMALL or low in _ADVERB or low.endswith("ly") or word.form[0].isdigit()
    return not light and not is_echo(word, asked)


def is_doubted(piece: Piece, said: Said) -> bool:
    """Return whether a clause denies, supposes or only reports, or is about others."""
    return DOUBTED.search(said.plain, piece.start, piece.end) is not None


def is_verb_asked(verb: Word, asked: Asked) -> bool:
    """Return whether a word is the verb of the question."""
    stem = asked_of(asked.text).verb
    return bool(stem) and is_form(verb, stem)


def is_about(words: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether a subject is what the question is about: "it", or words of the question with no other name."""
    if not words:
        return False
    low = [said.lowered(word) for word in words]
    content = [word for word in words if word.form not in SMALL and word.form not in TITLES]
    if not content or (low[0] in IT and len(content) <= 1):
        return low[0] in IT
    echoed = [word for word in content if is_echo(word, asked) or word.form in GENERIC]
    if any(word.capital and word is not words[0] and is_strange(word, asked) for word in content):
        return False
    if any(word.form.isdigit() and is_other(word, asked) for word in content):
        return False  # "Apollo 8", for Apollo 11
    return len(echoed) * 2 >= len(content)
