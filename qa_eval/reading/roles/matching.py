"""How the frames of an answer stand to what a question asks: the same matter, with everybody in the asked part or turned round."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from qa_eval.reading.roles.comparisons import COMPARISON
from qa_eval.reading.roles.fillers import Filler, read_filler
from qa_eval.reading.roles.lexicon import is_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qa_eval.reading.roles.fillers import Frame
    from qa_eval.reading.roles.questions import Asked

_KIN = 6  # letters that two words of one kin share at least
_CAUSE, _PAYMENT = "cause", "payment"


class Placing(Enum):
    """Where an answer puts what is accepted."""

    RIGHT = "in the part that is asked for"
    TURNED = "in another part"
    SWAPPED = "with the others turned round"
    DENIED = "denied"
    OPPOSITE = "of the opposite"
    DENIED_OF = "denied of what is asked"
    OTHER = "of something else"


def placed(
    asked: Iterable[Asked], frames: Iterable[Frame], holds: Callable[[Filler], bool]
) -> tuple[Placing, Frame] | None:
    """Return where an answer puts the accepted one, and in which frame; None where that is not surely read.

    ``holds`` tells whether the accepted one stands in a part.
    """
    frames = tuple(frames)
    found: tuple[Placing, Frame] | None = None
    for each in asked:
        if each.whether or each.negated:
            continue
        for frame in frames:
            placing = _placing(each, frame, holds)
            if placing is Placing.RIGHT:
                return placing, frame
            if placing is not None and not frame.aside:
                found = found or (placing, frame)
    return found


def says(asked: Iterable[Asked], frames: Iterable[Frame]) -> tuple[bool, Frame] | None:
    """Return whether an answer's frames say yes or no to what is asked; None where that is not surely read."""
    frames = tuple(frames)
    said: dict[bool, Frame] = {}
    for each in asked:
        if not each.whether or each.negated:
            continue
        for frame in frames:
            told = None if frame.aside else _says(each, frame)
            if told is not None:
                said.setdefault(told, frame)
    return next(iter(said.items())) if len(said) == 1 else None


def is_of_any(frame: Frame, asked: Iterable[Asked]) -> bool:
    """Return whether a frame is of one of the matters asked about, and not of the opposite."""
    return any(is_of(each.relation, frame.relation) and each.opposite == frame.opposite for each in asked)


def _says(asked: Asked, frame: Frame) -> bool | None:
    if not _of_one_matter(asked, frame) or _is_another(asked, frame):
        return None
    if any(_swapped(asked, frame)):
        return None if frame.negated or asked.opposite != frame.opposite else False
    own = [part for part in asked.parts if part in frame.parts]
    same = [part for part in own if _names(asked, part, frame.parts[part])]
    known = [part for part in asked.parts if asked.parts[part].known and part in asked.relation.parts]
    if asked.relation.name.startswith(COMPARISON) and len(frame.parts) == 1 and same:
        known = same
    missing = [part for part in known if part not in same]
    if same and len(missing) == 1 and missing[0] not in frame.parts and not asked.relation.is_deed:
        known = same  # "The fleet was sold to a rival"
    if not same or (len(same) < min(2, len(known)) and not _others_stand_for(asked, frame, same)):
        return None
    return not (frame.negated ^ (asked.opposite != frame.opposite))


def _others_stand_for(asked: Asked, frame: Frame, same: list[str]) -> bool:
    """Return whether the parts that are not named the same are pronouns."""
    return all(
        part in frame.parts and not frame.parts[part].known
        for part in asked.parts
        if part not in same and part in asked.relation.parts
    )


def _placing(asked: Asked, frame: Frame, holds: Callable[[Filler], bool]) -> Placing | None:
    if not _of_one_matter(asked, frame):
        return Placing.TURNED if _follows(asked, frame, holds) else None
    if asked.part in frame.parts and holds(frame.parts[asked.part]) and _of_another_name(asked, frame):
        return None if frame.negated else Placing.OTHER
    own = [part for part, filler in frame.parts.items() if part in asked.relation.parts and holds(filler)]
    opposite = asked.opposite != frame.opposite
    if asked.part in own:
        swapped = any(_swapped(asked, frame, asked.part))
        if frame.negated or swapped or opposite:
            return Placing.DENIED if frame.negated else Placing.SWAPPED if swapped else Placing.OPPOSITE
        return Placing.RIGHT
    if frame.negated or _is_another(asked, frame, own):
        return None
    if any(_swapped(asked, frame)):
        return Placing.SWAPPED
    if own and not opposite and _is_turned(asked, frame):
        return Placing.TURNED
    of_it = opposite and not asked.part and _meets_one(asked, frame)
    return Placing.OPPOSITE if of_it and holds(read_filler(frame.clause)) else None


def _of_another_name(asked: Asked, frame: Frame) -> bool:
    """Return whether a part that the question gives to one by name is another's by name: "Ben Lund opened it", where Ann Ray did.

    Both in full: a country may be told by its capital, and a firm by its head.
    """
    return any(
        (own := asked.parts.get(part)) is not None
        and part != asked.part
        and _is_full_name(own)
        and _is_full_name(filler)
        and not own.stems & filler.stems
        and not filler.stems & asked.words
        for part, filler in frame.parts.items()
    )


def _is_full_name(filler: Filler) -> bool:
    words = filler.texts[0].split() if len(filler.texts) == 1 else []
    return len(words) > 1 and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _follows(asked: Asked, frame: Frame, holds: Callable[[Filler], bool]) -> bool:
    """Return whether what is accepted as a cause is said to have come after what it is asked for as the cause of."""
    if (
        asked.relation.name != _CAUSE
        or asked.part != _CAUSE
        or "order" not in (frame.relation.name, frame.relation.wider)
    ):
        return False
    earlier, later = frame.parts.get("earlier"), frame.parts.get("later")
    if frame.negated or earlier is None or later is None:
        return False
    return holds(later) and not holds(earlier) and bool(asked.words & earlier.whole)


def _is_turned(asked: Asked, frame: Frame) -> bool:
    """Return whether another part than the one asked for tells against it: that of a relation of which enough is known."""
    if asked.relation.is_deed or asked.relation.name != frame.relation.name or asked.part not in asked.relation.parts:
        return False
    return asked.relation.name != _CAUSE or _meets(asked, frame)


def has_sides(asked: Iterable[Asked]) -> bool:
    """Return whether it is asked how two that are named stand to each other, so that they can be turned round."""
    return any(
        each.whether
        and len([part for part, filler in each.parts.items() if filler.known and part in each.relation.parts]) > 1
        for each in asked
    )


def compared_same(asked: Iterable[Asked], frames: Iterable[Frame]) -> Frame | None:
    """Return the comparison of an answer that says what the question says, by the same or the opposite word; None for none."""
    for each in asked:
        for frame in frames:
            if not each.relation.name.startswith(COMPARISON) or not is_of(each.relation, frame.relation):
                continue
            if frame.negated or any(_swapped(each, frame)) or not _meets_one(each, frame):
                continue
            alone = len(frame.parts) == 1 < len(each.parts) and not any(told.known for told in frame.parts.values())
            if not alone or next(iter(each.parts)) in frame.parts:
                return frame  # "They are ahead" is of the other end where it is asked how far they are behind
    return None


def confirmed(asked: Iterable[Asked], frames: Iterable[Frame]) -> Iterator[Filler]:
    """Yield what an answer puts into the part that is asked for, where it names another part as the question does."""
    frames = [frame for frame in frames if not frame.aside]
    for each in asked:
        if each.whether or each.negated or not each.part:
            continue
        own = [
            frame
            for frame in frames
            if _of_one_matter(each, frame) and not _is_another(each, frame) and each.part in frame.parts
        ]
        told = [frame.parts[each.part] for frame in own]
        if len({filler.stems for filler in told if filler.known}) != 1 or any(frame.negated for frame in own):
            continue
        if all(
            _meets_one(each, frame) and not any(_swapped(each, frame)) and frame.opposite == each.opposite
            for frame in own
        ):
            yield from told


def _meets_one(asked: Asked, frame: Frame) -> bool:
    """Return whether a frame names one part as the question does, or has pronouns for all that the question names."""
    if _names_any(asked, frame):
        return True
    if asked.relation.name.startswith(COMPARISON) and all(
        filler.stems <= asked.words for filler in frame.parts.values()
    ):
        return True  # both are named as those between which to choose
    others = [filler for part, filler in frame.parts.items() if part in asked.parts and part != asked.part]
    return bool(others) and not any(filler.known for filler in others)


def _names_any(asked: Asked, frame: Frame) -> bool:
    """Return whether a frame names one part as the question does."""
    return any(_names(asked, part, filler) for part, filler in frame.parts.items() if part in asked.parts)


def _of_one_matter(asked: Asked, frame: Frame) -> bool:
    """Return whether a frame can be of what is asked about; what is received in the place of a payment has to be a sum."""
    if not is_of(asked.relation, frame.relation):
        return False
    if asked.relation.name == frame.relation.name or _PAYMENT not in (asked.relation.name, frame.relation.name):
        return True
    thing = (frame if asked.relation.name == _PAYMENT else asked).parts.get("thing")
    return thing is not None and (thing.figure or thing.gap)


def _meets(asked: Asked, frame: Frame) -> bool:
    """Return whether a frame speaks of the effect that is asked about, though as another part."""
    told = frozenset().union(*(filler.whole for filler in frame.parts.values()))
    if asked.words & told:
        return True
    others = [filler for part, filler in frame.parts.items() if part == _CAUSE]
    return not frame.clause and bool(others) and not any(filler.known for filler in others)  # "was its consequence"


def _is_another(asked: Asked, frame: Frame, accepted: Sequence[str] = ()) -> bool:
    """Return whether a frame is of another matter: what is named in a part is neither that one nor of another part.

    ``accepted``: parts with the accepted one.
    """
    return any(
        filler.known
        and part not in accepted
        and (own := asked.parts.get(part)) is not None
        and own.known
        and not filler.stems & (named := frozenset().union(*(other.whole for other in asked.parts.values())))
        and not any(_is_kin(stem, named) for stem in filler.stems)
        for part, filler in frame.parts.items()
    )


def _swapped(asked: Asked, frame: Frame, accepted: str = "") -> Iterator[str]:
    """Yield the parts of a question whose own one stands in another part of a frame than that with the accepted one."""
    for part, filler in frame.parts.items():
        if part not in asked.relation.parts or part == accepted:
            continue
        for other in asked.parts:
            if other == part or other not in asked.relation.parts or not _names(asked, other, filler):
                continue
            named = asked.parts[other].stems
            if not (filler.stems <= named or named <= filler.stems) and not any(
                _is_kin(stem, named) for stem in filler.stems - named
            ):
                continue  # King George is not the George Cross
            if part in asked.parts and _names(asked, part, filler):
                continue
            if other not in frame.parts or _shared(asked, other, frame.parts[other]) < _shared(asked, other, filler):
                yield other


def _names(asked: Asked, part: str, filler: Filler) -> bool:
    """Return whether what stands in a part is what the question names in one, by words of that one alone."""
    return _shared(asked, part, filler) > 0


def _shared(asked: Asked, part: str, filler: Filler) -> int:
    """Return how many words of what the question names in one part alone name what stands in another."""
    own = asked.parts[part]
    if not own.known or not filler.known:
        return 0
    others = frozenset().union(*(other.stems for name, other in asked.parts.items() if name != part))
    alone = own.stems - others
    return len(alone & filler.stems) or len([stem for stem in alone if _is_kin(stem, filler.stems)])


def _is_kin(stem: str, others: Iterable[str]) -> bool:
    """Return whether a stem begins another one, or another one it: the council and its councillors."""
    return any(
        min(len(stem), len(other)) >= _KIN and (stem.startswith(other) or other.startswith(stem)) for other in others
    )
