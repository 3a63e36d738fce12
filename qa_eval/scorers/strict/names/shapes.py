"""Shapes, told by what something is like or by what has that shape: "circular" and "a circle" for "round"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ASKS = regex(r"\bshaped?\b|\blooks?\b", re.IGNORECASE)
# what is round may be so in a plane or in space; a circle is no ball
_ALIKE = (
    ("round", "circular", "circle", "disc-shaped"),
    ("round", "spherical", "sphere", "ball"),
    ("square", "square-shaped"),
    ("oval", "elliptical", "ellipse", "egg-shaped", "egg"),
    ("triangular", "triangle", "three-sided"),
    ("rectangular", "rectangle", "oblong"),
    ("cylindrical", "cylinder", "tubular", "tube"),
    ("conical", "cone"),
    ("pentagonal", "pentagon", "five-sided"),
    ("hexagonal", "hexagon", "six-sided"),
    ("octagonal", "octagon", "eight-sided"),
)
_LIKE = regex(
    r"(?:(?P<of>\w+)[- ]shaped|(?:like|(?:in |has |have )?the shape of|shaped like) (?:an? |the )?(?P<like>\w+)|an? (?P<what>\w+))"
)


def shaped_alike(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield other ways to tell the accepted shapes, where a question asks for a shape.

    >>> list(shaped_alike(["circular"], "What shape is the pond?")), list(shaped_alike(["round"], "Which ticket is it?"))
    (['round', 'circle', 'disc-shaped'], [])
    >>> list(shaped_alike(["heart-shaped"], "What shape is the leaf?"))
    ['heart-shaped', 'like a heart', 'shape of a heart']
    """
    if not _ASKS.search(question):
        return
    for name in names:
        told = name.strip(" .").removesuffix(" in shape").removesuffix(" shape")
        like = _LIKE.fullmatch(told)
        what = (like["of"] or like["like"] or like["what"]) if like else told
        for alike in _ALIKE:
            if what.lower() in alike:
                yield from (form for form in alike if form != what)
        if like:
            article = "an" if what[0] in "aeioAEFHILMNORSX" and (len(what) == 1 or what[0].islower()) else "a"
            yield from (f"{what}-shaped", f"like {article} {what}", f"shape of {article} {what}")
