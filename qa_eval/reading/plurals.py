"""The singular of an English plural, as far as two words need it to be compared."""

from __future__ import annotations

# plurals that no rule makes, and words that are none
_PLURALS = {
    "aches": "ache", "headaches": "headache", "toothaches": "toothache", "stomachaches": "stomachache", "backaches": "backache", "caches": "cache",
    "avalanches": "avalanche", "moustaches": "moustache", "niches": "niche",
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "lice": "louse", "geese": "goose", "oxen": "ox",
    "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "halves": "half", "wolves": "wolf", "shelves": "shelf", "loaves": "loaf", "thieves": "thief",
    "calves": "calf", "elves": "elf", "hooves": "hoof", "scarves": "scarf", "dwarves": "dwarf", "wharves": "wharf",
    "shoes": "shoe", "canoes": "canoe", "horseshoes": "horseshoe", "tiptoes": "tiptoe", "does": "does", "goes": "goes", "oboes": "oboe",
    "gases": "gas", "buses": "bus", "lenses": "lens", "atlases": "atlas", "canvases": "canvas", "biases": "bias", "aliases": "alias", "irises": "iris", "trellises": "trellis",
    "quizzes": "quiz", "series": "series", "species": "species",
    # from Latin and Greek
    "fungi": "fungus", "cacti": "cactus", "nuclei": "nucleus", "alumni": "alumnus", "stimuli": "stimulus", "radii": "radius", "octopi": "octopus", "hippopotami": "hippopotamus",
    "bacteria": "bacterium", "criteria": "criterion", "phenomena": "phenomenon", "genera": "genus", "strata": "stratum", "curricula": "curriculum", "ova": "ovum", "spectra": "spectrum",
    "symposia": "symposium", "algae": "alga", "larvae": "larva", "vertebrae": "vertebra", "formulae": "formula", "antennae": "antenna", "nebulae": "nebula", "supernovae": "supernova",
    "vertices": "vertex", "matrices": "matrix", "indices": "index", "appendices": "appendix", "hypotheses": "hypothesis", "theses": "thesis", "analyses": "analysis", "crises": "crisis",
    "oases": "oasis", "parentheses": "parenthesis", "synopses": "synopsis",
}  # fmt: skip
# nouns in -ie, whose plurals look like those of nouns in -y
_IN_IE = """movie cookie calorie zombie selfie brownie rookie genie prairie smoothie hoodie birdie bogie pixie sortie talkie veggie foodie
lassie junkie groupie bookie collie budgie hippie magpie necktie menagerie reverie valkyrie walkie""".split()  # noqa: SIM905 - a word list reads best as one text
_PLURALS |= {f"{word}s": word for word in _IN_IE}
_PLURALS |= {one: one for one in _PLURALS.values() if one.endswith("s")}
_SIBILANT = ("ches", "shes", "xes", "sses", "zzes", "oes")
_IN_USE = frozenset("uses excuses fuses muses ruses abuses recluses nooses".split())  # noqa: SIM905 - see above
# "fishermen" is made of "men", "specimen" is not
_NO_MEN = frozenset(
    """abdomen acumen amen bitumen cyclamen examen hymen lumen omen ramen regimen semen specimen stamen
    yemen""".split()  # noqa: SIM905 - see above
)
_TOES = 4  # letters: "toes", "foes", "goes" drop but one


def singular(word: str) -> str:
    """Return the singular of an English plural by rule; enough to compare two words, not to print one.

    >>> [singular(word) for word in ("troops", "cities", "fishermen", "gas", "launches", "lenses", "lens", "calories")]
    ['troop', 'city', 'fisherman', 'gas', 'launch', 'lens', 'lens', 'calorie']
    """
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("men") and word not in _NO_MEN:
        return f"{word[:-2]}an"
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - gas, bus
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - ties, dies
        return f"{word[:-3]}y"
    if word.endswith("uses") and not word.endswith(("auses", "ouses")) and word not in _IN_USE:
        return word[:-2]
    return word[:-2] if word.endswith(_SIBILANT) and len(word) > _TOES else word[:-1]
