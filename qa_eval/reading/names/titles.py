"""What stands before a person's name and is no part of it: ranks, offices and forms of address."""

from __future__ import annotations

MALE = frozenset("mr sir lord king prince emperor tsar czar fr father pope sultan sheikh".split())  # noqa: SIM905 - a word list reads best as one text
FEMALE = frozenset("mrs ms miss dame lady queen princess empress madam".split())  # noqa: SIM905 - see above
# by which nobody is named: "Dr Reyes", while a firm may be "General Motors"
ADDRESSES = ("Dr", "Prof", "Professor", "Doctor", "Mr", "Mrs", "Ms", "Miss", "Sir", "Dame", "Rev", "Hon")
SHORT_RANKS = {
    "capt": "captain", "lt": "lieutenant", "gen": "general", "col": "colonel", "sgt": "sergeant", "maj": "major", "adm": "admiral", "cmdr": "commander",
    "cdr": "commander", "brig": "brigadier", "cpl": "corporal", "rev": "reverend", "sen": "senator", "gov": "governor", "prof": "professor", "cllr": "councillor",
}  # fmt: skip
# which end with a point that ends no sentence: "Mrs. Lund"
SHORT_TITLES = frozenset(SHORT_RANKS) | {title.lower() for title in ADDRESSES} | {"mme", "mlle", "msgr", "messrs"}
# which are as often what somebody is as what he is called: "the chief reason", "the leader of the gang"
OFFICES = frozenset("chairman chairwoman director chief leader secretary".split())  # noqa: SIM905 - see above
TITLES = (
    MALE
    | FEMALE
    | frozenset(SHORT_RANKS)
    | frozenset(SHORT_RANKS.values())
    | OFFICES
    | frozenset(
        """president dr doctor representative rep congressman congresswoman councilor alderman mayor marshal minister chancellor
        premier ambassador judge justice bishop archbishop cardinal hon honorable honourable imam ayatollah rabbi comrade""".split()  # noqa: SIM905 - see above
    )
)
# which may be a given name or a part of another title as well: "Duke Ellington", "Prime Video"
DOUBTFUL_TITLES = frozenset(
    """mister actor actress singer author writer duke duchess baron baroness emir inspector detective saint st madame monsieur mme mlle
    mademoiselle herr frau signor signora señor señora viscount viscountess earl marquess marquis archduke archduchess viceroy
    tsarina czarina kaiser shogun caliph pharaoh maharaja maharani sawai raja rani nawab nizam prime hms uss rms""".split()  # noqa: SIM905 - see above
)
