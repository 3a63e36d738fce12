"""What a number counts when it measures nothing: "troops" in "3,000 additional troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

# What an article counts as one: "an hour". ("A second" is more often another one, "a minute" a moment.)
TIMES = frozenset({
    "hour", "day", "week", "month", "year", "decade", "century", "fortnight", "mile", "kilometre", "kilometer",
    "business",
})  # fmt: skip

_LONGEST = 5  # words from the number to its noun
_STOPS = frozenset(
    ["a", "about", "above", "across", "after", "again", "against", "ago", "all", "almost", "along", "already", "also", "although", "am", "among", "an", "and", "another", "any", "apart", "approximately", "are", "around", "as", "at", "away", "back", "be", "because", "been", "before", "behind", "being", "below", "beneath", "beside", "besides", "between", "beyond", "both", "but", "by", "can", "cannot", "compared", "could", "despite", "did", "do", "does", "down", "due", "during", "each", "either", "else", "especially", "even", "ever", "every", "except", "far", "few", "followed", "for", "from", "further", "get", "gets", "go", "goes", "got", "had", "has", "have", "having", "he", "hence", "her", "here", "hers", "him", "his", "how", "however", "i", "if", "in", "including", "inside", "instead", "into", "is", "it", "its", "itself", "just", "later", "least", "less", "like", "many", "may", "me", "might", "more", "most", "much", "must", "my", "near", "nearly", "neither", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "outside", "over", "own", "past", "per", "plus", "quite", "rather", "really", "roughly", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "themselves", "then", "there", "these", "they", "this", "those", "though", "through", "throughout", "thus", "to", "together", "too", "toward", "towards", "under", "unless", "unlike", "until", "up", "upon", "us", "versus", "very", "via", "vs", "was", "we", "well", "were", "what", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "worth", "would", "yes", "yet", "you", "your", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "x", "e"]
)  # fmt: skip
_IRREGULAR = frozenset(
    ["people", "men", "women", "children", "personnel", "police", "troops", "aircraft", "staff", "crew", "infantry", "cavalry", "sheep", "fish", "deer", "cattle", "feet", "teeth", "mice", "geese", "oxen", "dice", "data", "media", "species", "series", "offspring", "livestock", "poultry", "clergy", "youth", "artillery", "ammunition", "spacecraft", "helicopter", "soldiery", "folk", "genera", "phyla", "taxa", "bacteria", "fungi", "larvae", "strata", "alumni", "brethren", "hovercraft"]
)  # fmt: skip
_VERBS_IN_S = frozenset({
    "has", "is", "was", "does", "says", "goes", "makes", "takes", "gives", "means", "seems", "remains", "includes",
    "contains", "shows", "becomes",
})  # fmt: skip
_COUNTED_ONE_BY_ONE = 4  # letters of the shortest plural that is trusted


def noun_at(tokens: Tokens, index: int, *, measured: bool = False) -> tuple[str, int]:
    """Return the counted noun behind a number that ends at ``index``, as written, and the index behind it; "" for none.

    A ``measured`` quantity may be one of something that is not counted: "1,300 km² of territory".
    """
    words = tokens.words
    best = -1
    place = index
    if words[place] == "-" and tokens.glued(place) and tokens.glued(place + 1):
        place += 1
    elif words[place] == "of":
        place += 1 + (words[place + 1] in {"the", "its", "his", "her", "their", "our", "these", "those", "all"})
    for end in range(place, place + _LONGEST):
        word = words[end]
        if not word.isalpha() or word in _STOPS or word in _VERBS_IN_S:
            if word in {"'", "-"} and tokens.glued(end) and tokens.glued(end + 1) and best >= 0:
                continue
            break
        if words[end + 1][:1].isdecimal() and tokens.glued(end + 1):
            break
        if word == "s" and words[end - 1] == "'":
            best = -1  # "5 of the city's hospitals"
            continue
        best = end
        if is_plural(word):
            break
    if best < 0 or (place == index + 1 and words[index] == "of" and not measured and not is_plural(words[best])):
        return "", index  # "episode 5 of a series"
    return tokens.written(best), best + 1


def is_plural(word: str) -> bool:
    """Say whether a word looks like a plural."""
    if word in _IRREGULAR:
        return True
    return (
        len(word) >= _COUNTED_ONE_BY_ONE
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in _VERBS_IN_S
    )
