"""The states of the United States and their postal codes, the nations of the United Kingdom, and where else cities have namesakes."""

from __future__ import annotations

_CODES = """AL Alabama AK Alaska AZ Arizona AR Arkansas CA California CO Colorado CT Connecticut DE Delaware FL Florida GA Georgia HI Hawaii
    ID Idaho IL Illinois IN Indiana IA Iowa KS Kansas KY Kentucky LA Louisiana ME Maine MD Maryland MA Massachusetts MI Michigan
    MN Minnesota MS Mississippi MO Missouri MT Montana NE Nebraska NV Nevada NH New_Hampshire NJ New_Jersey NM New_Mexico NY New_York
    NC North_Carolina ND North_Dakota OH Ohio OK Oklahoma OR Oregon PA Pennsylvania RI Rhode_Island SC South_Carolina SD South_Dakota
    TN Tennessee TX Texas UT Utah VT Vermont VA Virginia WA Washington WV West_Virginia WI Wisconsin WY Wyoming""".split()  # noqa: SIM905 - a word list reads best as one text
STATES = {code: name.replace("_", " ") for code, name in zip(_CODES[::2], _CODES[1::2], strict=True)}
# the states and provinces in which cities of other countries have namesakes, their names in one word, and the countries that they belong to
COUNTRY_OF = {
    state: country
    for country, states in {
        "usa": " ".join(name.replace(" ", "").lower() for name in STATES.values()),
        "canada": "novascotia newbrunswick manitoba britishcolumbia saskatchewan alberta newfoundland ontario quebec",
        "australia": "newsouthwales queensland tasmania victoria westernaustralia southaustralia",
    }.items()
    for state in states.split()
}
# countries and lands of two words, which no list of countries and their people holds
OF_TWO_WORDS = frozenset(
    (
        "Burkina Faso", "Cape Verde", "Costa Rica", "Dominican Republic", "East Timor", "El Salvador", "Equatorial Guinea", "Hong Kong", "Ivory Coast",
        "New Zealand", "North Korea", "Northern Ireland", "Puerto Rico", "San Marino", "Saudi Arabia", "Sierra Leone", "Solomon Islands",
        "South Africa", "South Korea", "South Sudan", "Sri Lanka",
    )
)  # fmt: skip
NATIONS = frozenset(("england", "scotland", "wales", "northernireland"))  # of the United Kingdom, in one word
