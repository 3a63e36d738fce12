"""The pieces of a short answer: its clauses, and what commas set aside between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.given.words import DETERMINERS, HELPING, PARTICIPLES
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import is_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

# an inserted word that parts no clause, taken for a space: "scorpions, however, are"
_INSERTED = regex(
    r",? (?:however|in turn|by contrast|in contrast|on the other hand|of course|in fact|indeed|too|by comparison),(?= )"
)
_CUT = regex(
    r";\s*|\s+[–—-]+\s+|:\s+|\n+|,\s+|\s*[()]\s*|\s+(?=and\s)"
    r"|\s+(?=(?:but|yet|while|whereas|since|because|although|though|even though|even if|after|before|until|when|where|unless|in order to|to stop|(?:in|on|at|of|from|to|with|by) which|who|whose|whom|rather than|instead of|ever since|once)\s)"
    r"|(?<!\bin)(?<!\bon)(?<!\bat)(?<!\bof)(?<!\bfrom)(?<!\bto)(?<!\bwith)(?<!\bby)\s+(?=which\s)"
)
SUBORDINATE = frozenset(
    """since because although though after before until when where unless if as whereas while once even which who whose whom in on at of from to with
    by rather instead ever unlike like having despite than""".split()  # noqa: SIM905 - a word list reads best as one text
)
RELATIVE = frozenset(("which", "who", "whose", "whom", "where"))
_JOINTS = SUBORDINATE | frozenset(("and", "but", "yet", "so", "or", "nor", "then"))
_PREPOSED = frozenset(("in", "on", "at", "of", "from", "to", "with", "by"))
_PRONOUN = frozenset(("it", "he", "she", "they", "this", "that", "there", "you", "i", "we", "who", "which"))
_ADVERBS = frozenset(("only", "also", "just", "never", "still", "then", "later", "even", "always", "often"))
_SHORT = frozenset(("died", "tied", "used"))  # too short to be told by the ending
_NO_VERB = frozenset(("as", "this", "his", "its", "us", "was", "has", "plus", "always", "perhaps", "else", "less"))


class Piece(NamedTuple):
    """A piece of an answer: its words but for what joins it to the one before, ``joint``; its subject, and the place of its verb.

    The subject of a piece that goes on without one is that of the piece before. ``verb`` is -1 for a piece without one.
    """

    start: int
    end: int
    sentence: int
    joint: str
    words: Sequence[Word]
    subject: Sequence[Word]
    verb: int

    @property
    def is_side(self) -> bool:
        """Whether it depends on another piece: "after he had left", "which he knew"."""
        return self.joint.partition(" ")[0] in SUBORDINATE

    def verb_in(self, text: str) -> str:
        """Return the verb as it stands in the text, in lower case; "" for none."""
        return text[self.words[self.verb].start : self.words[self.verb].end].lower() if self.verb >= 0 else ""

    @property
    def predicate(self) -> Sequence[Word]:
        """The words behind the verb; all words where there is none."""
        return self.words[self.verb + 1 :]


def pieces_of(said: Said, verb: str, spans: Sequence[Span] = ()) -> list[Piece]:
    """Return the pieces of an answer; ``verb`` is the stem of a word that may be a verb without looking like one.

    No stretch at ``spans`` is cut: "Trinidad and Tobago" is one name.
    """
    text = _INSERTED.sub(lambda match: " " * len(match[0]), said.plain)
    found: list[Piece] = []
    for start, end, sentence, comma in _stretches(text, said, spans):
        before = found[-1] if found and found[-1].sentence == sentence else None
        piece = _read(start, end, sentence, comma, said, verb, aside=before is not None and len(found) > 1)
        if piece is None:
            continue
        if before is not None and piece.joint in ("and", "or") and not comma and min(piece.verb, before.verb) < 0:
            whole = _read(before.start, end, sentence, before.joint == ",", said, verb, aside=False)
            if whole is not None and (piece.verb < 0 or piece.subject):
                found[-1] = whole
                continue
        found.append(_with_subject(piece, found))
    return found


def _all(start: int, end: int, said: Said) -> list[Word]:
    return list(said.between(start, end))


def _stretches(text: str, said: Said, spans: Sequence[Span]) -> Iterator[tuple[int, int, int, bool]]:
    """Yield each stretch between two cuts, the sentence that it is in, and whether a comma stands before it."""
    ends = (*said.sentences[1:], len(text))
    for sentence, stop in zip(said.sentences, ends, strict=True):
        start, comma = sentence, False
        for cut in _CUT.finditer(text, sentence, stop):
            if cut[0].strip() in ("", ",") and any(low < cut.start() < high for low, high in spans):
                continue
            yield start, cut.start(), sentence, comma
            start, comma = cut.end(), cut[0].startswith(",")
        yield start, stop, sentence, comma


def _read(start: int, end: int, sentence: int, comma: bool, said: Said, verb: str, *, aside: bool) -> Piece | None:
    words = _all(start, end, said)
    low = [said.lowered(word) for word in words]
    joint = 0
    while joint < len(words) - 1 and low[joint] in _JOINTS:
        preposed = low[joint] in _PREPOSED
        if preposed and not (low[joint + 1] in RELATIVE or low[joint] == "to"):
            break
        joint += 1
    if not words[joint:]:
        return None
    joined = " ".join(low[:joint])
    behind = low[joint:]
    first = 0 if joint and low[joint - 1] in RELATIVE | {"and", "but", "yet"} else 1
    place = _verb(words[joint:], behind, first, verb)
    if place < 0 and aside and comma and not joint and _ends_as_verb(behind[0]):
        place = 0  # "Vane, with two wins, comes second"
    return Piece(
        start,
        end,
        sentence,
        joined or ("," if comma else ""),
        words[joint:],
        words[joint : joint + max(place, 0)],
        place,
    )


def _verb(words: Sequence[Word], low: Sequence[str], first: int, verb: str) -> int:
    """Return the place of the first word that is a verb by its form or place; -1 for none."""
    for at, (word, each) in enumerate(zip(words, low, strict=True)):
        if at == 0 and each in HELPING:
            return at
        if at < first or word.capital:
            continue
        before = words[at - 1] if at else None
        if at > 1 and (low[at - 1] in _ADVERBS or low[at - 1].endswith("ly")):
            before = words[at - 2]
        place = words.index(before) if before is not None else 0
        named = before is not None and ((before.capital and low[place] not in DETERMINERS) or low[place] in _PRONOUN)
        ends = _ends_as_verb(each)
        if each in HELPING or is_past(each) or each in _SHORT or (verb and is_form(word, verb)) or (named and ends):
            return at
        if named and each in PARTICIPLES:
            return at
        if named and low[at - 1] in _PRONOUN - {"this", "that"} and not each.endswith("ly"):
            return at
    return -1


def _ends_as_verb(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and low not in _NO_VERB


def _with_subject(piece: Piece, before: Sequence[Piece]) -> Piece:
    """Return a piece that begins with its verb with the subject of the last one in its sentence that has one."""
    if piece.verb != 0:
        return piece
    for each in reversed(before):
        if each.sentence != piece.sentence:
            break
        if each.is_side:
            continue
        subject = each.subject or (each.words if each.verb < 0 else ())
        if subject:
            return piece._replace(subject=subject)
    return piece
