"""Pairs of words that mean the opposite of one another."""

from __future__ import annotations

_PAIRS = """higher lower|higher reduced|greater smaller|better worse|longer shorter|older younger|faster slower|north south|east west|northern southern|eastern western|first last|first second|upper lower|left right|increase decrease
increased decreased|rise fall|rose fell|gain loss|profit loss|win lose|won lost|before after|male female|man woman|boy girl|mother father
son daughter|brother sister|husband wife|king queen|positive negative|maximum minimum|highest lowest|largest smallest|more less
old new|hot cold|above below|open closed|start end|beginning end|inside outside|import export|buyer seller|acid base
monoxide dioxide|dioxide trioxide|anode cathode|proton electron|mitosis meiosis|convex concave|endothermic exothermic
artery vein|aerobic anaerobic|oxidation reduction|reactant product|solute solvent|series parallel|crest trough
true false|legal illegal|possible impossible|day night|summer winter|clockwise anticlockwise|clockwise counterclockwise|odd even
adult newborn|adult infant|adult baby|adult child|adult kitten|adult puppy|adult calf"""
OPPOSITES: dict[str, frozenset[str]] = {}
for _pair in _PAIRS.replace("\n", "|").split("|"):
    for _one, _other in (_pair.split(), _pair.split()[::-1]):
        OPPOSITES[_one] = OPPOSITES.get(_one, frozenset()) | {_other}
# of which one and the same is measured in both
CASES = frozenset(
    ("adult", "male", "female", "man", "woman", "boy", "girl", "summer", "winter", "day", "night")
) & frozenset(OPPOSITES)
# "and in adults", "and the baby": a pattern
IN_A_CASE = rf"(?:(?:in|for|of|at|by) )?(?:(?:an?|the) )?(?:(?:{'|'.join(sorted(CASES.union(*(OPPOSITES[each] for each in CASES))))})s?|babies|men|women|children|calves)"
