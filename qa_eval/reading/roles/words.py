"""Words by what they can be in a clause: helping verbs, prepositions, pronouns, conjunctions."""

GAP = "\u25cb"  # stands for what is asked


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


BE = word_set("""is are was were be been being""")
HAVE = frozenset(("has", "have", "had", "having"))
DO = frozenset(("do", "does", "did"))
MODAL = word_set("""will would can could may might must shall should""")
HELPING = BE | HAVE | DO | MODAL
GOT = frozenset(("got", "get", "gets"))
NOT = frozenset(("not", "never", "hardly", "barely"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
# what begins a clause of its own
JOINING = word_set(
    """but while whereas whilst although though because since so when where if unless until once then yet whose what how why"""
)
DETERMINERS = word_set(
    """the a an his her its their my our your this these those some any no each every another both all"""
)
PREPOSITIONS = word_set(
    """of to from by with for in on at into onto out-of against than over under behind ahead before after about during through because-of due thanks down off as until till via atop beneath underneath opposite beyond toward towards across past per between among along around near despite without within instead"""
)
PRONOUNS = word_set("""it he she they him them we us i you one ones this that these those her""")
# no verbs in the past, though they end as such do
NO_PAST = word_set(
    """hundred indeed breed speed seed need feed exceed proceed succeed naked wicked sacred shed united"""
)
UNCHANGED = word_set(
    """shut let put set cut cost sued owed outsold outran outdid overtaken overcome overcame outdone arisen sprung"""
)
ADVERBS = word_set(
    """also then later already once still only just even soon first eventually now since always often ever itself himself herself themselves twice together either indeed thus"""
)
NO_ADVERBS = word_set(
    """family supply assembly reply fly italy july ally belly lily anomaly bully jelly rally tally holy"""
)
