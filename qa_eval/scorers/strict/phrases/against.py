"""What something keeps off, told in front of it or behind: "a rabies jab" for a vaccination against rabies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JAB = ("vaccination", "vaccine", "jab", "shot", "inoculation", "immunisation", "immunization")
_JABBED = ("vaccinated", "inoculated", "immunised", "immunized", "protected")
_KEEPS = rf"(?P<head>{'|'.join(_JAB)}|insurance|cover|protection|defences?|barrier|treatment)s?"
_LED = r"(?:(?:an?|the|his|her|their|its) )?"
_BEFORE = regex(rf"{_LED}(?P<what>(?:[A-Za-z]+[- ]){{0,2}}?[A-Za-z]+) {_KEEPS}")
_BEHIND = regex(rf"{_LED}{_KEEPS} (?:against|for) (?P<what>(?:[A-Za-z]+ ){{0,2}}[A-Za-z]+)")
_DONE = regex(
    rf"(?:to be |being |be |get |getting )?(?P<done>{'|'.join(_JABBED)}|insured) against (?P<what>(?:[A-Za-z]+ ){{0,2}}[A-Za-z]+)"
)


def against_alike(texts: Sequence[str]) -> Iterator[str]:
    """Yield other ways to tell what the accepted texts say is kept off.

    >>> list(against_alike(["flood insurance"]))
    ['insurance against flood', 'flood insurance', 'insurance against floods', 'insured against flood', 'insured against floods']
    >>> "polio jab" in list(against_alike(["to be vaccinated against polio"])), list(against_alike(["a fire"]))
    (True, [])
    """
    for text in texts:
        found = _BEFORE.fullmatch(text) or _BEHIND.fullmatch(text) or _DONE.fullmatch(text)
        if not found:
            continue
        what, told = found["what"], found.groupdict()
        head, done = told.get("head"), told.get("done")
        jab = head in _JAB or done == "vaccinated"
        heads = _JAB if jab else (head,) if head else ("insurance",) if done == "insured" else ()
        whats = (what,) if jab or what.endswith("s") else (what, f"{what}s")
        for noun in heads:
            yield from (f"{noun} against {what}", f"{what} {noun}", *(f"{noun} against {each}" for each in whats[1:]))
        deeds = _JABBED[:-1] if jab else ("insured",) if "insur" in (head or done or "") else ()
        yield from (f"{deed} against {each}" for deed in deeds for each in whats)
