"""The table of units is closed, agrees with pint, and converts exactly."""

import subprocess
import sys
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.units import canonical, convert, dimension
from qa_eval.reading.units.conversion import _pint_factor, _reduced
from qa_eval.reading.units.currencies import MINOR
from qa_eval.reading.units.expressions import CODES, DIMENSIONS, expression_of, factors_of
from qa_eval.reading.units.measures import DEFINED, VECTORS

SPELLINGS = [
    # length
    ("km", "kilometre"), ("KM", "kilometre"), ("kilometers", "kilometre"), ("kilometres", "kilometre"), ("m", "metre"),
    ("meter", "metre"), ("mm", "millimetre"), ("millimetre", "millimetre"), ("cm", "centimetre"), ("in", "inch"),
    ("inches", "inch"), ("ft", "foot"), ("feet", "foot"), ("yd", "yard"), ("mi", "mile"), ("miles", "mile"),
    ("nmi", "nautical_mile"), ("nautical miles", "nautical_mile"), ("light-years", "light_year"), ("light years", "light_year"),
    ("AU", "astronomical_unit"), ("nm", "nanometre"), ("NM", "nautical_mile"), ("µm", "micrometre"), ("μm", "micrometre"),
    ("micrometers", "micrometre"), ("parsecs", "parsec"), ("Å", "angstrom"),
    # area and volume
    ("km²", "kilometre ** 2"), ("km2", "kilometre ** 2"), ("km^2", "kilometre ** 2"), ("sq km", "kilometre ** 2"),
    ("sq. km", "kilometre ** 2"), ("sqkm", "kilometre ** 2"), ("square kilometers", "kilometre ** 2"),
    ("square kilometres", "kilometre ** 2"), ("square-kilometre", "kilometre ** 2"), ("Square Miles", "mile ** 2"),
    ("sq mi", "mile ** 2"), ("m²", "metre ** 2"), ("sq ft", "foot ** 2"), ("sqm", "metre ** 2"), ("ha", "hectare"),
    ("acres", "acre"), ("m³", "metre ** 3"), ("cubic metres", "metre ** 3"), ("cu ft", "foot ** 3"), ("cc", "centimetre ** 3"),
    ("L", "litre"), ("l", "litre"), ("liters", "litre"), ("ml", "millilitre"), ("mL", "millilitre"), ("gallons", "gallon"),
    ("imperial pints", "imperial_pint"), ("barrels", "oil_barrel"), ("bbl", "oil_barrel"), ("fl oz", "fluid_ounce"),
    # mass
    ("kg", "kilogram"), ("kilos", "kilogram"), ("g", "gram"), ("mg", "milligram"), ("µg", "microgram"), ("mcg", "microgram"),
    ("t", "tonne"), ("tonnes", "tonne"), ("metric tons", "tonne"), ("tons", "ton"), ("kt", "kilotonne"), ("lbs", "pound"),
    ("pounds", "pound"), ("oz", "ounce"), ("stone", "stone"), ("carats", "carat"),
    # time
    ("s", "second"), ("secs", "second"), ("min", "minute"), ("hrs", "hour"), ("h", "hour"), ("days", "day"), ("wk", "week"),
    ("months", "month"), ("yrs", "year"), ("years", "year"), ("decades", "decade"), ("centuries", "century"), ("ms", "millisecond"),
    # temperature
    ("°C", "degree_Celsius"), ("C", "degree_Celsius"), ("degrees Celsius", "degree_Celsius"), ("deg C", "degree_Celsius"),
    ("degrees F", "degree_Fahrenheit"), ("°F", "degree_Fahrenheit"), ("℃", "degree_Celsius"), ("K", "kelvin"),
    ("kelvins", "kelvin"),
    # derived
    ("km/h", "kilometre / hour"), ("km / h", "kilometre / hour"), ("kph", "kilometre / hour"), ("kmh", "kilometre / hour"),
    ("miles per hour", "mile / hour"), ("mph", "mile / hour"), ("miles an hour", "mile / hour"), ("knots", "knot"),
    ("m/s", "metre / second"), ("m/s²", "metre / second ** 2"), ("m/s/s", "metre / second ** 2"), ("m s⁻²", "metre / second ** 2"),
    ("metres per second squared", "metre / second ** 2"), ("kg/m³", "kilogram / metre ** 3"), ("mg/dL", "milligram / decilitre"),
    ("people per km²", "1 / kilometre ** 2"), ("inhabitants per square kilometre", "1 / kilometre ** 2"), ("N·m", "newton * metre"),
    ("kWh", "kilowatt_hour"), ("kilowatt-hours", "kilowatt_hour"), ("GWh", "gigawatt_hour"), ("MW", "megawatt"), ("mW", "milliwatt"),
    ("W/m²", "watt / metre ** 2"), ("hp", "horsepower"), ("psi", "psi"), ("hPa", "hectopascal"), ("mbar", "millibar"),
    ("mmHg", "millimeter_Hg"), ("Hz", "hertz"), ("GHz", "gigahertz"), ("rpm", "revolution / minute"), ("kV", "kilovolt"),
    ("mAh", "milliampere_hour"), ("Ω", "ohm"), ("kcal", "kilocalorie"), ("MeV", "megaelectronvolt"), ("dB", "decibel"),
    ("MB", "megabyte"), ("mb", "megabyte"), ("Mb", "megabit"), ("GiB", "gibibyte"), ("Mbps", "megabit / second"),
    ("Mbit/s", "megabit / second"), ("mSv", "millisievert"), ("°", "degree"), ("arcsec", "arcsecond"),
    # shares
    ("%", "percent"), ("per cent", "percent"), ("percent", "percent"), ("pct", "percent"), ("‰", "permille"), ("ppm", "ppm"),
    ("percentage points", "percentage_point"), ("pp", "percentage_point"), ("basis points", "basis_point"),
    # money
    ("$", "USD"), ("US$", "USD"), ("US dollars", "USD"), ("dollar", "USD"), ("USD", "USD"), ("€", "EUR"), ("euros", "EUR"),
    ("£", "GBP"), ("pounds sterling", "GBP"), ("¥", "JPY"), ("yuan", "CNY"), ("₹", "INR"), ("Swiss francs", "CHF"), ("₽", "RUB"),
    ("cents", "cent"), ("pence", "penny"), ("dollars per barrel", "USD / oil_barrel"), ("TRY", "TRY"), ("won", None),
    # a canonical name is its own
    ("kilometre ** 2", "kilometre ** 2"), ("1 / day", "1 / day"), ("degree_Celsius", "degree_Celsius"), ("", None),
    # words that pint would read as units, or that are other words
    ("exact", None), ("unit", None), ("app", None), ("pm", None), ("a", None), ("are", None), ("hands", None), ("c", None),
    ("k", None), ("troops", None), ("square", None), ("per", None), ("try", None), ("all", None), ("US", None), ("km troops", None),
]  # fmt: skip


@pytest.mark.parametrize(("spelling", "expected"), SPELLINGS)
def test_a_spelling_has_one_canonical_unit(spelling, expected):
    assert canonical(spelling) == expected


@pytest.mark.parametrize("unit", sorted(DIMENSIONS))
def test_a_canonical_name_is_read_as_itself(unit):
    assert canonical(unit) == unit


DIMENSIONS_OF = [
    ("", ""), ("kilometre", "length"), ("mile ** 2", "area"), ("hectare", "area"), ("litre", "volume"), ("metre ** 3", "volume"),
    ("mile / hour", "speed"), ("knot", "speed"), ("kilowatt_hour", "energy"), ("newton * metre", "energy"), ("joule", "energy"),
    ("percent", "ratio"), ("USD", "money"), ("cent", "money"), ("USD / oil_barrel", "money / volume"), ("EUR / litre", "money / volume"),
    ("1 / kilometre ** 2", "1 / area"), ("1 / second", "frequency"), ("hertz", "frequency"), ("degree", "angle"),
    ("gram / centimetre ** 3", "density"), ("kilometre / litre", "1 / area"), ("percentage_point", "percentage points"),
    ("megabit / second", "data rate"), ("year", "time"), ("kilogram / year", "mass / time"), ("no such unit", "no such unit"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "expected"), DIMENSIONS_OF)
def test_a_dimension_has_a_name(unit, expected):
    assert dimension(unit) == expected


CONVERSIONS = [
    ("155", "millimetre", "centimetre", "15.5"), ("1", "mile", "kilometre", "1.609344"), ("1", "inch", "millimetre", "25.4"),
    ("6", "foot", "inch", "72"), ("1", "mile ** 2", "kilometre ** 2", "2.589988110336"), ("1", "hectare", "metre ** 2", "10000"),
    ("1", "acre", "metre ** 2", "4046.8564224"), ("1", "pound", "kilogram", "0.45359237"), ("16", "ounce", "pound", "1"),
    ("1", "tonne", "kilogram", "1000"), ("1", "litre", "centimetre ** 3", "1000"), ("1", "gallon", "litre", "3.785411784"),
    ("36", "kilometre / hour", "metre / second", "10"), ("1", "knot", "kilometre / hour", "1.852"), ("2", "hour", "minute", "120"),
    ("1", "week", "day", "7"), ("1", "year", "month", "12"), ("1", "decade", "year", "10"), ("1", "kilowatt_hour", "megajoule", "3.6"),
    ("1", "kilocalorie", "joule", "4184"), ("1", "byte", "bit", "8"), ("1", "gram / centimetre ** 3", "kilogram / metre ** 3", "1000"),
    ("67", "percent", "", "0.67"), ("0.67", "", "percent", "67"), ("5", "permille", "percent", "0.5"), ("50", "cent", "USD", "0.5"),
    ("50", "cent", "EUR", "0.5"), ("1", "GBP", "penny", "100"), ("1", "USD / litre", "cent / millilitre", "0.1"),
    ("1", "bar", "pascal", "100000"), ("1", "standard_atmosphere", "hectopascal", "1013.25"), ("60", "arcminute", "degree", "1"),
    # temperatures are points on a scale
    ("0", "degree_Celsius", "degree_Fahrenheit", "32"), ("-40", "degree_Fahrenheit", "degree_Celsius", "-40"),
    ("100", "degree_Celsius", "kelvin", "373.15"), ("98.6", "degree_Fahrenheit", "degree_Celsius", "37"), ("0", "kelvin", "degree_Celsius", "-273.15"),
    # nothing in common
    ("1", "kilometre", "kilogram", None), ("1", "kilometre", "kilometre ** 2", None), ("1", "USD", "EUR", None),
    ("1", "penny", "USD", None), ("1", "percent", "percentage_point", None), ("1", "kilometre", "", None), ("1", "bit", "hertz", None),
    ("1", "sievert", "gray", None), ("1", "no such unit", "metre", None), ("1", "degree", "degree_Celsius", None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "to", "expected"), CONVERSIONS)
def test_conversion_is_exact(value, unit, to, expected):
    assert convert(Fraction(value), unit, to) == (None if expected is None else Fraction(expected))


CONVERTIBLE = sorted(unit for unit, kind in DIMENSIONS.items() if kind != "money")


@given(st.sampled_from(CONVERTIBLE), st.data(), st.fractions())
def test_converting_there_and_back_changes_nothing(unit, data, value):
    alike = [other for other in CONVERTIBLE if DIMENSIONS[other] == DIMENSIONS[unit]]
    other = data.draw(st.sampled_from(alike))
    there = convert(value, unit, other)
    assert there is not None
    assert convert(there, other, unit) == value


@given(st.sampled_from([*sorted(CODES), *MINOR]), st.sampled_from(sorted(CODES)))
def test_currencies_convert_into_nothing_but_themselves(unit, other):
    assert convert(Fraction(1), unit, other) == {unit: Fraction(1)}.get(
        other, Fraction(1, 100) if other in MINOR.get(unit, ("", ()))[1] else None
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(["metre", "second", "gram", "USD"]), st.sampled_from([-2, -1, 1, 2])), max_size=4
    )
)
def test_an_expression_taken_apart_and_put_together_is_the_same(factors):
    expression = expression_of(tuple(factors))
    assert expression_of(factors_of(expression)) == expression


REGISTRY = pint.UnitRegistry(non_int_type=Fraction)
# units that pint does not have, or has under another name
NEITHER = {
    "gauss",
    "US_liquid_barrel",
    "decade",
    "percent",
    "permille",
    "ppm",
    "ppb",
    "basis_point",
    "per_ten_thousand",
    "per_hundred_thousand",
    "light_second",
    "light_minute",
    "light_hour",
    "light_day",
}
OWN = {*NEITHER, "acre", "fathom", "furlong", "league"}
NOT_IN_PINT = {*NEITHER, *CODES, *MINOR, "percentage_point", "decibel", "decibel_C"}
BASES = {
    "L": "metre",
    "M": "gram",
    "T": "second",
    "K": "kelvin",
    "I": "ampere",
    "N": "mole",
    "D": "bit",
    "J": "candela",
}
# Kept apart on purpose where pint makes them one: sievert and gray, degree and plain number.
OWN_BASES = {
    "radioactivity",
    "absorbed dose",
    "dose equivalent",
    "luminous flux",
    "sound level",
    "image size",
    "working time",
    "A",
}


@pytest.mark.parametrize("unit", sorted(set(DEFINED) - OWN))
def test_our_exact_definitions_are_pints(unit):
    factor, bases = _reduced(unit)
    for base, power in bases.items():
        factor *= _pint_factor(base) ** power
    expected = REGISTRY.Quantity(Fraction(1), unit).to_base_units().magnitude
    assert factor == expected


SHARED_WITH_PINT = sorted(
    unit for unit, kind in DIMENSIONS.items() if unit not in NOT_IN_PINT and not OWN_BASES & VECTORS[kind].keys()
)


@pytest.mark.parametrize("unit", SHARED_WITH_PINT)
def test_our_dimensions_are_pints(unit):
    vector = VECTORS[DIMENSIONS[unit]]
    expected = REGISTRY.Unit("")
    for base, power in vector.items():
        expected = expected * REGISTRY.Unit(BASES[base]) ** power
    assert REGISTRY.Unit(unit).dimensionality == expected.dimensionality


@pytest.mark.parametrize("unit", ["degree_Celsius", "degree_Fahrenheit", "degree_Rankine", "kelvin"])
@pytest.mark.parametrize("value", [-273, 0, 37, 451])
def test_temperatures_agree_with_pint(unit, value):
    expected = REGISTRY.Quantity(Fraction(value), unit).to("kelvin").magnitude
    assert convert(Fraction(value), unit, "kelvin") == expected


def test_everyday_conversions_do_not_load_pint():
    code = (
        "import sys; from fractions import Fraction; from qa_eval.reading.units import convert, dimension\n"
        "assert convert(Fraction(500), 'mile ** 2', 'kilometre ** 2') and dimension('calorie') == 'energy'\n"
        "print('pint' in sys.modules); convert(Fraction(1), 'calorie', 'joule'); print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
