"""Quantities are read exactly, with their unit, bound and noun, or not at all."""

from fractions import Fraction

import pytest
from growth import assert_linear
from hypothesis import example, given
from hypothesis import strategies as st

from qa_eval.model import Bound
from qa_eval.reading.quantities import read_quantities, read_quantity, written

UNSET = object()


def one(text, value, unit="", noun="", **fields):
    """A row: a text with exactly one quantity; fields that are not given have their plain value."""
    return pytest.param(text, {"value": Fraction(value), "unit": unit, "noun": noun, **fields}, id=text)


PLAIN = {
    "high": None, "bound": Bound.NONE, "approximate": False, "ordinal": False, "negated": False, "parenthesised": False,
    "dated": False,
}  # fmt: skip
KM2, MPH, KMH = "kilometre ** 2", "mile / hour", "kilometre / hour"
THIRD = Fraction(1, 3)

FIGURES = [
    one("711", 711, step=1), one("1,300", 1300, step=1), one("1 300", 1300), one("1\u00a0300", 1300), one("1\u202f300", 1300),
    one("1\u2009300", 1300),
    one("1'300", 1300), one("1’300", 1300), one("1_300", 1300), one("12,345,678", 12345678), one("12 345 678", 12345678), one("12.345.678", 12345678),
    one("12,00,000", 1200000), one("1,23,45,678", 12345678), one("1,300.50", "1300.5", step=Fraction(1, 100)), one("1.300,50", "1300.5"),
    one("1 300,5", "1300.5"), one("1'300.5", "1300.5"), one("3,5", "3.5"), one("0,75", "0.75"), one("0.300", "0.3", alternatives=()),
    one("1.300", "1.3", alternatives=(Fraction(1300),)), one("12.750", "12.75", alternatives=(Fraction(12750),)),
    one("1.30", "1.3", step=Fraction(1, 100), alternatives=()),
    one("１２，０００", 12000), one("٣٬٠٠٠", 3000), one("१२०००", 12000), one("๕๐", 50), one("𝟏𝟕𝟎", 170),
    one("-5", -5), one("−5", -5), one("－５", -5), one("minus 5", -5), one("negative five", -5), one("+5", 5), one("-0.5", "-0.5"), one("-.5", "-0.5"),
    one(".5", "0.5"),
    one("1.3e3", 1300, step=100), one("1.3E+3", 1300), one("5e-3", "0.005"), one("1.3 × 10^3", 1300), one("1.3x10^3", 1300), one("1.3 x 10³", 1300),
    one("1.3·10⁻³", "0.0013"),
    one("6.022 × 10²³", 6022 * 10**20), one("10^6", 10**6), one("10³", 1000), one("10¹²", 10**12), one("10^(-2)", "0.01"), one("4²", 16), one("10⁻⁶", "0.000001"), one("2**10", 1024), one("1.67e-27", Fraction(167, 10**29)),
    one("(3.14)", "3.14", parenthesised=True), one("[42]", 42, parenthesised=True), one("42.", 42), one("42,", 42), one("42;", 42), one('"42"', 42),
    one("**42**", 42), one("`42`", 42), one("42!", 42),
    one("007", 7), one("500, 000", 500000), one("4Â\xa0km", 4, "kilometre"), one("-17.0Â°F", -17, "degree_Fahrenheit"), one("a total of10 men", 10, "", "men"), one("170 170 170", 170), one("1\u200b70", 170), one("9999999999999999999999", 9999999999999999999999),
    one("12k", 12000, step=1000), one("12K", 12000), one("3.5 million", 3500000, step=100000), one("3.5M", 3500000), one("2 mn", 2000000),
    one("1.2bn", 1200000000), one("1.2 billion", 1200000000),
    one("5 trillion", 5 * 10**12), one("3 lakh", 300000), one("1.5 crore", 15000000), one("2 lakh crore", 2 * 10**12), one("12 hundred", 1200),
    one("3 dozen", 36), one("12 thousand", 12000, step=1000),
    one("4 thousand 3 hundred and 21", 4321), one("21 million 345 thousand 678", 21345678),
]  # fmt: skip

WORDS = [
    one("zero", 0), one("seven", 7), one("nineteen", 19), one("forty", 40), one("forty-two", 42), one("forty two", 42),
    one("one hundred and fifty-five", 155),
    one("one hundred fifty-five", 155), one("a hundred", 100), one("a hundred and one", 101), one("twelve hundred", 1200), one("two thousand", 2000),
    one("two thousand and five", 2005),
    one("three thousand five hundred", 3500), one("three thousand and five hundred", 3500), one("one thousand, two hundred", 1200),
    one("two hundred and two thousand", 202000),
    one("one million two hundred thousand and three", 1200003), one("six hundred thousand", 600000), one("twenty-one billion", 21 * 10**9),
    one("ninety-nine thousand nine hundred and ninety-nine", 99999),
    one("a million", 10**6), one("half a million", 500000), one("a quarter of a million", 250000),
    one("two thirds of a million", Fraction(2 * 10**6, 3)), one("one and a half million", 1500000),
    one("a million and a half", 1500000), one("three and a half", "3.5"), one("two and three quarters", "2.75"),
    one("twenty and a third", 20 + THIRD), one("one hundred and three quarters", "100.75"),
    one("five point two", "5.2"), one("zero point zero five", "0.05"), one("three point one four one five nine", "3.14159"),
    one("one point five million", 1500000),
    one("a dozen", 12), one("two dozen", 24), one("half a dozen", 6), one("a baker's dozen", 13), one("three score", 60),
    one("four score and seven", 87), one("a couple", 2), one("a couple of", 2), one("a pair of", 2),
    one("One Thousand", 1000), one("TWELVE", 12), one("one-hundred-and-five", 105), one("twenty\ntwo", 22), one("nought", 0),
]  # fmt: skip

FRACTIONS = [
    one("⅔", Fraction(2, 3), step=None), one("½", "0.5"), one("2½", "2.5"), one("2 ½", "2.5"), one("2/3", Fraction(2, 3)), one("2 1/2", "2.5"),
    one("2-1/2", "2.5"), one("22/7", Fraction(22, 7)), one("3⁄4", "0.75"),
    one("-4/5", "-0.8"), one("two-thirds", Fraction(2, 3)), one("two thirds", Fraction(2, 3)), one("one third", THIRD), one("a third", THIRD),
    one("a half", "0.5"), one("half", "0.5"), one("one-half", "0.5"),
    one("three quarters", "0.75"), one("three-fourths", "0.75"), one("seven eighths", Fraction(7, 8)), one("a twentieth", "0.05"),
    one("one twenty-fifth", "0.04"), one("three hundredths", "0.03"), one("a thousandth", "0.001"),
    one("five millionths", "0.000005"), one("two out of three", Fraction(2, 3)), one("2 out of 3", Fraction(2, 3)), one("one in four", "0.25"),
    one("1 in 5", "0.2"), one("9 in 10", "0.9"), one("one over three", THIRD),
    one("3 quarters", "0.75"), one("1 third", THIRD), one(r"\frac{2}{3}", Fraction(2, 3)), one(r"$\frac{2}{3}$", Fraction(2, 3)),
]  # fmt: skip

ORDINALS = [
    one("3rd", 3, ordinal=True), one("21st", 21, ordinal=True), one("1,000th", 1000, ordinal=True), one("third", 3, ordinal=True),
    one("the twenty-first", 21, ordinal=True), one("one hundred and fifth", 105, ordinal=True),
    one("two hundredth", 200, ordinal=True), one("ninth", 9, ordinal=True), one("a third time", 3, ordinal=True),
    one("She finished second!", 2, ordinal=True), one("12th", 12, ordinal=True),
]  # fmt: skip

UNITS = [
    one("170mm", 170, "millimetre", step=1), one("170 mm", 170, "millimetre"), one("170-mm", 170, "millimetre"),
    one("170-millimetre", 170, "millimetre"), one("170 millimeters", 170, "millimetre"), one("15.5 cm", "15.5", "centimetre", step=Fraction(1, 10)),
    one("1,300 km²", 1300, KM2), one("1,300 km2", 1300, KM2), one("1,300 km^2", 1300, KM2), one("1,300 sq. km", 1300, KM2),
    one("1,300 square kilometers", 1300, KM2), one("1.300 km²", "1.3", KM2, alternatives=(Fraction(1300),)),
    one("1,300 km<sup>2</sup>", 1300, KM2), one("500 square miles", 500, "mile ** 2"), one("3 ha", 3, "hectare"), one("five acres", 5, "acre"),
    one("2 m³", 2, "metre ** 3"), one("75cl", 75, "centilitre"),
    one("100 km/h", 100, KMH), one("100 kph", 100, KMH), one("100 kilometres per hour", 100, KMH), one("60 mph", 60, MPH),
    one("60 miles an hour", 60, MPH), one("9.81 m/s²", "9.81", "metre / second ** 2"), one("343 m/s", 343, "metre / second"),
    one("50 people per km²", 50, "1 / kilometre ** 2", "people"), one("500,000 barrels a day", 500000, "oil_barrel / day"),
    one("3 times a day", 3, "1 / day", "times"), one("1,000 kg/m³", 1000, "kilogram / metre ** 3"),
    one("6.5 litres per 100 km", "0.065", "litre / kilometre"), one("42 kcal/100 ml", "0.42", "kilocalorie / millilitre"),
    one("€3.20 per 100 g", "0.032", "EUR / gram"), one("$8 for every thousand views", "0.008", "USD"), one("4 g per 24 hours", Fraction(1, 6), "gram / hour"),
    one("3.4 deaths per 100,000 people", "3.4", "per_hundred_thousand", "deaths"), one("5 per thousand", 5, "permille"), one("3 per 100", 3, "percent"),
    one("72 bpm", 72, "1 / minute"), one("8 light-minutes", 8, "light_minute"), one("one metre eighty-five", "1.85", "metre"), one("12 kg", 12, "kilogram"), one("200lbs", 200, "pound"),
    one("3 tonnes", 3, "tonne"), one("3 metric tons", 3, "tonne"), one("150 µg", 150, "microgram"), one("0.5 g", "0.5", "gram"),
    one("1,200 MW", 1200, "megawatt"), one("3 mW", 3, "milliwatt"), one("500 kWh", 500, "kilowatt_hour"), one("2,000 calories", 2000, "calorie"),
    one("15 psi", 15, "psi"), one("1,013 hPa", 1013, "hectopascal"), one("50 Hz", 50, "hertz"), one("230 V", 230, "volt"),
    one("16 GB", 16, "gigabyte"), one("100 Mbps", 100, "megabit / second"), one("45 degrees", 45, "degree"), one("90°", 90, "degree"),
    one("7 light-years", 7, "light_year"), one("15 knots", 15, "knot"), one("20 carats", 20, "carat"),
    one("20 °C", 20, "degree_Celsius"), one("20°C", 20, "degree_Celsius"), one("20 degrees Celsius", 20, "degree_Celsius"),
    one("20 C", 20, "degree_Celsius"), one("20° Celsius", 20, "degree_Celsius"), one("−40 °F", -40, "degree_Fahrenheit"),
    one("40 degrees below zero", -40, "degree"),
    one("98.6 degrees Fahrenheit", "98.6", "degree_Fahrenheit"), one("300 K", 300, "kelvin"), one("20 (kg)", 20, "kilogram"),
    one("half a mile", "0.5", "mile"), one("half an hour", "0.5", "hour"), one("two-thirds of a mile", Fraction(2, 3), "mile"),
    one("a five-mile walk", 5, "mile"), one("12 in", 12, "inch"), one('12"', 12, "inch"), one("12″", 12, "inch"), one("1/4 mile", "0.25", "mile"),
    one('5/8"', Fraction(5, 8), "inch"), one("10 inches", 10, "inch"), one(r"$170\,\text{mm}$", 170, "millimetre"),
    one("<b>170 mm</b>", 170, "millimetre"), one("5 mm.", 5, "millimetre"), one("one mile", 1, "mile"), one("three weeks", 3, "week"),
    one("18 months", 18, "month"), one("a year", 1, "year"), one("an hour", 1, "hour"), one("all day", 1, "day"), one("an all-day meeting", 1, "day"), one("another week", 1, "week"),
    one("a fortnight", 1, "fortnight"), one("two decades", 2, "decade"), one("a couple of days", 2, "day"), one("25 years old", 25, "year"),
    one("25-year-old", 25, "year"), one("a 25-year-old man", 25, "year"), one("aged 25", 25, "year"), one("25 yo", 25, "year"),
    one("30 seconds", 30, "second"), one("20s", 20, "second"), one("thirty-second", 32, "", ordinal=True), one("5 ms", 5, "millisecond"),
    one("8 US fluid ounces", 8, "fluid_ounce"), one("5m people", 5000000, "", "people"), one("5m", 5, "metre"),
    one("170 ± 5 mm", 170, "millimetre", approximate=True), one("10 tons of TNT", 10, "ton_TNT"), one("12 pounds", 12, "pound", other_units=("GBP",)),
    one("3 tons", 3, "ton", other_units=("tonne", "long_ton")),
]  # fmt: skip

COMPOUNDS = [
    one("6 ft 1 in", Fraction(73, 12), "foot", step=Fraction(1, 12)), one("9 ft 3 in more or less", Fraction(37, 4), "foot", step=Fraction(1, 12), approximate=True), one("6'1\"", Fraction(73, 12), "foot"), one("6’1”", Fraction(73, 12), "foot"),
    one("6′1″", Fraction(73, 12), "foot"), one("6'1", Fraction(73, 12), "foot"), one("six feet one inch", Fraction(73, 12), "foot"),
    one("six foot one", Fraction(73, 12), "foot"),
    one("2 h 30 min", "2.5", "hour", step=Fraction(1, 60)), one("2h30", "2.5", "hour"), one("2h30m", "2.5", "hour"), one("2:30 h", "2.5", "hour"),
    one("2 hours and 30 minutes", "2.5", "hour"), one("two hours, thirty minutes", "2.5", "hour"), one("1:59:40 hours", Fraction(7180, 3600), "hour"),
    one("5:30 min", "5.5", "minute"),
    one("an hour and a half", "1.5", "hour"), one("two and a half hours", "2.5", "hour"), one("2 years 6 months", "2.5", "year"),
    one("1 year, 1 month and 3 weeks", 1 + Fraction(1, 12) + 3 * 7 / Fraction("365.25"), "year"), one("3 lb 4 oz", "3.25", "pound"),
    one("11 st 7 lb", "11.5", "stone"), one("1 km 500 m", "1.5", "kilometre"),
    one("1 m 80 cm", "1.8", "metre"), one("45°30'", "45.5", "degree"), one("3 dollars 50 cents", "3.5", "USD"),
    one("thirteen dollars and forty-five cents", "13.45", "USD"), one("15 dollars 50", "15.5", "USD"), one("-6 ft 6 in", "-6.5", "foot"),
]  # fmt: skip

MONEY = [
    one("$5", 5, "USD"), one("$ 5", 5, "USD"), one("5$", 5, "USD"), one("US$5", 5, "USD"), one("U.S. $5", 5, "USD"),
    one("$1.2bn", 1200000000, "USD", step=100000000), one("$1.2 billion", 1200000000, "USD"), one("$5m", 5000000, "USD"), one("$5M", 5000000, "USD"),
    one("$5MM", 5000000, "USD"), one("$5k", 5000, "USD"),
    one("$5tn", 5 * 10**12, "USD"), one("-$5", -5, "USD"), one("$-5", -5, "USD"), one("minus £5", -5, "GBP"), one("€12 million", 12000000, "EUR"),
    one("12 million euros", 12000000, "EUR"), one("12m euros", 12000000, "EUR"), one("12,50 €", "12.5", "EUR"), one("€12.50", "12.5", "EUR"),
    one("EUR 125", 125, "EUR"), one("125 EUR", 125, "EUR"),
    one("USD115.5", "115.5", "USD"), one("115USD", 115, "USD"), one("75 USD million", 75000000, "USD"), one("30 MUSD", 30000000, "USD"),
    one("£24bn", 24 * 10**9, "GBP"), one("£2.50", "2.5", "GBP"), one("five pounds sterling", 5, "GBP"),
    one("361 million pounds", 361000000, "GBP", other_units=("pound",)), one("3 million pounds of copper", 3000000, "pound"),
    one("50p", 50, "penny"), one("50 pence", 50, "penny"), one("5 cents", 5, "cent"), one("¥500", 500, "JPY"), one("500 yen", 500, "JPY"),
    one("₹1,200 crore", 12 * 10**9, "INR"), one("Rs. 500", 500, "INR"), one("100 rupees", 100, "INR"), one("C$300 million", 300000000, "CAD"),
    one("HK$ 10", 10, "HKD"), one("A$5", 5, "AUD"), one("R$ 5", 5, "BRL"),
    one("10,000 Swiss francs", 10000, "CHF"), one("100 roubles", 100, "RUB"), one("100元", 100, "CNY"), one("0.5 BTC", "0.5", "BTC"),
    one("$98 a share", 98, "USD"), one("$70 a barrel", 70, "USD / oil_barrel"), one("$70/barrel", 70, "USD / oil_barrel"),
    one("5 dollars per hour", 5, "USD / hour"), one("half a million dollars", 500000, "USD"), one("six million dollars", 6000000, "USD"),
    one("20 US dollars", 20, "USD", other_units=()), one("$20", 20, "USD", other_units=("CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN")),
]  # fmt: skip

SHARES = [
    one("5%", 5, "percent"), one("5 %", 5, "percent"), one("5 percent", 5, "percent"), one("5 per cent", 5, "percent"), one("5 pct", 5, "percent"),
    one("five percent", 5, "percent"), one("66.7%", "66.7", "percent", step=Fraction(1, 10)), one("33⅓ percent", 33 + THIRD, "percent"),
    one("½ %", "0.5", "percent"), one("-2.5%", "-2.5", "percent"),
    one("3‰", 3, "permille"), one("5 percentage points", 5, "percentage_point"), one("0.5 pp", "0.5", "percentage_point"),
    one("25 basis points", 25, "basis_point"), one("400 ppm", 400, "ppm"), one("one hundred percent", 100, "percent"), one(r"5\%", 5, "percent"),
    one("5％", 5, "percent"),
]  # fmt: skip

LIMITS = [
    one("up to 12,000 troops", 12000, "", "troops", bound=Bound.UP_TO), one("as many as 12,000", 12000, bound=Bound.UP_TO),
    one("no more than 12", 12, bound=Bound.UP_TO), one("not more than 12", 12, bound=Bound.UP_TO), one("at most 12", 12, bound=Bound.UP_TO),
    one("a maximum of 12", 12, bound=Bound.UP_TO), one("max. 12", 12, bound=Bound.UP_TO),
    one("≤ 12", 12, bound=Bound.UP_TO), one("<= 12", 12, bound=Bound.UP_TO), one("12 or less", 12, bound=Bound.UP_TO),
    one("12 km at most", 12, "kilometre", bound=Bound.UP_TO), one("less than or equal to 12", 12, bound=Bound.UP_TO),
    one("not exceeding 12", 12, bound=Bound.UP_TO), one("no higher than 12", 12, bound=Bound.UP_TO),
    one("at least 12", 12, bound=Bound.AT_LEAST), one("no fewer than 12", 12, bound=Bound.AT_LEAST), one("no less than 12", 12, bound=Bound.AT_LEAST),
    one("a minimum of 12", 12, bound=Bound.AT_LEAST), one("≥12", 12, bound=Bound.AT_LEAST), one(">= 12", 12, bound=Bound.AT_LEAST),
    one("12 or more", 12, bound=Bound.AT_LEAST),
    one("12 or more troops", 12, "", "troops", bound=Bound.AT_LEAST), one("12 troops or more", 12, "", "troops", bound=Bound.AT_LEAST),
    one("500+", 500, bound=Bound.AT_LEAST), one("500+ soldiers", 500, "", "soldiers", bound=Bound.AT_LEAST),
    one("3,000-plus troops", 3000, "", "troops", bound=Bound.AT_LEAST), one("as few as 3", 3, bound=Bound.AT_LEAST),
    one("more than 12", 12, bound=Bound.MORE_THAN), one("over 12", 12, bound=Bound.MORE_THAN), one("above 12", 12, bound=Bound.MORE_THAN),
    one("> 12", 12, bound=Bound.MORE_THAN), one("in excess of 12", 12, bound=Bound.MORE_THAN), one("well over 12", 12, bound=Bound.MORE_THAN),
    one("exceeding $5", 5, "USD", bound=Bound.MORE_THAN), one("larger than 12", 12, bound=Bound.MORE_THAN),
    one("upwards of 80", 80, bound=Bound.MORE_THAN), one("fewer than 12", 12, bound=Bound.LESS_THAN), one("less than 12", 12, bound=Bound.LESS_THAN),
    one("under 12", 12, bound=Bound.LESS_THAN), one("below −5 °C", -5, "degree_Celsius", bound=Bound.LESS_THAN),
    one("<42", 42, bound=Bound.LESS_THAN), one("just under 12", 12, bound=Bound.LESS_THAN), one("less than a thousand", 1000, bound=Bound.LESS_THAN),
    one("about 12", 12, approximate=True), one("~12", 12, approximate=True), one("~ 12", 12, approximate=True), one("≈12", 12, approximate=True),
    one("roughly 12", 12, approximate=True), one("approximately 12", 12, approximate=True), one("around 12", 12, approximate=True),
    one("nearly 12", 12, approximate=True), one("almost 12", 12, approximate=True), one("some 12,000", 12000, approximate=True),
    one("ca. 12", 12, approximate=True), one("c. 12", 12, approximate=True), one("circa 12", 12, approximate=True),
    one("12 or so", 12, approximate=True), one("an estimated 12", 12, approximate=True), one("20-odd", 20, approximate=True),
    one("20ish", 20, approximate=True), one("close to 12", 12, approximate=True), one("on the order of 12", 12, approximate=True),
    one("about a hundred", 100, approximate=True),
    one("up to about 12", 12, bound=Bound.UP_TO, approximate=True),
    one("no more than roughly 12 km", 12, "kilometre", bound=Bound.UP_TO, approximate=True),
    one("more than a total of 12", 12, bound=Bound.MORE_THAN), one("not 170 mm", 170, "millimetre", negated=True),
    one("not a 170 mm howitzer", 170, "millimetre", negated=True), one("isn't 170", 170, negated=True), one("rather than 170", 170, negated=True),
    one("instead of 170", 170, negated=True), one("never 170", 170, negated=True), one("not only 170", 170), one("not just 170", 170),
    one("not about 170", 170, negated=True, approximate=True), one("≠ 5", 5, negated=True),
]  # fmt: skip

RANGES = [
    one("10–15", 10, high=15), one("10-15", 10, high=15), one("10 - 15", 10, high=15), one("10—15", 10, high=15),
    one("10 to 15 km", 10, "kilometre", high=15), one("from 10 to 15 km", 10, "kilometre", high=15), one("between 10 and 15", 10, high=15),
    one("10-15%", 10, "percent", high=15), one("10%-15%", 10, "percent", high=15), one("10% to 15%", 10, "percent", high=15),
    one("between 10 and 12 thousand", 10000, high=12000), one("10-12 million", 10000000, high=12000000),
    one("$5-10 million", 5000000, "USD", high=10000000), one("$5 million to $10 million", 5000000, "USD", high=10000000),
    one("between $5 and $10 million", 5000000, "USD", high=10000000), one("10,000 to 15,000", 10000, high=15000), one("900 to 1,200", 900, high=1200),
    one("five to six hundred", 500, high=600), one("between one hundred and two hundred", 100, high=200),
    one("between one hundred and fifty and two hundred", 150, high=200), one("from a third to a half", THIRD, high=Fraction(1, 2)),
    one("3-4 weeks", 3, "week", high=4), one("10 m to 20 m", 10, "metre", high=20), one("5m-10m", 5, "metre", high=10),
    one("-10 to -5 °C", -10, "degree_Celsius", high=-5), one("15–20 °C", 15, "degree_Celsius", high=20),
    one("between the tenth and the fifteenth", 10, ordinal=True, high=15), one("20 through 30", 20, high=30), one("between ages 25 and 75", 25, high=75), one("10 -- 15", 10, high=15), one("10 to about 15", 10, high=15),
    one("5k-20k", 5000, high=20000), one("100-200 people", 100, "", "people", high=200),
    one("5'4\" to 5'6\"", Fraction(64, 12), "foot", high=Fraction(66, 12)), one("1.5 to 2 million", 1500000, high=2000000),
]  # fmt: skip

COUNTS = [
    one("12,000 troops", 12000, "", "troops"), one("3,000 additional North Korean troops", 3000, "", "troops"),
    one("4,000 of the soldiers", 4000, "", "soldiers"), one("5 women", 5, "", "women"), one("7 aircraft", 7, "", "aircraft"),
    one("two sheep", 2, "", "sheep"), one("one howitzer", 1, "", "howitzer"), one("12-gauge", 12, "", "gauge"), one("ten-storey", 10, "", "storey"),
    one("3 were killed", 3), one("12 in the north", 12), one("two-thirds of the seats", Fraction(2, 3), "", "seats"),
    one("a 10,000-strong force", 10000, "", "force"), one("7 or so ships", 7, "", "ships", approximate=True),
]  # fmt: skip

ONE_NUMBER = [
    one("only one", 1), one("just one", 1), one("reduced to one", 1), one("one tank", 1, "", "tank"), one("one yen", 1, "JPY"),
    one("a one-yen bid", 1, "JPY"), one("that one mile", 1, "mile"), one("a one-year term", 1, "year"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *FIGURES,
        *WORDS,
        *FRACTIONS,
        *ORDINALS,
        *UNITS,
        *COMPOUNDS,
        *MONEY,
        *SHARES,
        *LIMITS,
        *RANGES,
        *COUNTS,
        *ONE_NUMBER,
    ],
)
def test_a_quantity_is_read_with_everything_that_belongs_to_it(text, expected):
    found = read_quantities(text)
    assert len(found) == 1, [written(quantity) for quantity in found]
    read = {field: getattr(found[0], field) for field in PLAIN.keys() | expected.keys()}
    assert read == PLAIN | expected


def several(text, *expected):
    """A row: a text and each of its quantities as (value, unit or noun)."""
    return pytest.param(text, [(Fraction(value), what) for value, what in expected], id=text)


SEVERAL = [
    several("between three thousand and five hundred", (3000, ""), (500, "")),
    several("1,300 square kilometers (500 square miles)", (1300, KM2), (500, "mile ** 2")),
    several("not 170 mm but 152 mm", (170, "millimetre"), (152, "millimetre")),
    several("170 or 240 mm", (170, "millimetre"), (240, "millimetre")),
    several("170/240 mm", (170, "millimetre"), (240, "millimetre")),
    several("10, 12 and 15 km", (10, "kilometre"), (12, "kilometre"), (15, "kilometre")),
    several("10 × 15 cm", (10, "centimetre"), (15, "centimetre")),
    several("7.62×39mm", ("7.62", "millimetre"), (39, "millimetre")),
    several("5 or 6 million", (5000000, ""), (6000000, "")),
    several("900, not 1250", (900, ""), (1250, "")),
    several("1, 2, 3", (1, ""), (2, ""), (3, "")),
    several("22,24,26", (22, ""), (24, ""), (26, "")),
    several("2020,2021", (2020, ""), (2021, "")),
    several("423 0000", (423, ""), (0, "")),
    several("the score was 2-1", (2, ""), (1, "")),
    several("a ratio of 3:1", (3, ""), (1, "")),
    several("2 + 2 = 4", (2, ""), (2, ""), (4, "")),
    several("4,000 × 2/3 = 2,667", (4000, ""), (Fraction(2, 3), ""), (2667, "")),
    several("5 of the 10 soldiers", (5, ""), (10, "soldiers")),
    several("3 in 2009", (3, ""), (2009, "")),
    several("12 in six boxes", (12, ""), (6, "boxes")),
    several("five out of three", (5, ""), (3, "")),
    several("2,000 over 3 years", (2000, ""), (3, "year")),
    several("10 dollars, 20 euros", (10, "USD"), (20, "EUR")),
    several("10 RMB 20 USD", (10, "CNY"), (20, "USD")),
    several("3 USD50 cards", (3, ""), (50, "USD")),
    several("12 ft and 3 m", (12, "foot"), (3, "metre")),
    several("5 mm to 1 cm", (5, "millimetre"), (1, "centimetre")),
    several("3 hundred and 2 hundred", (300, ""), (200, "")),
    several("one of 3", (1, ""), (3, "")),
    several("8 g per 100 g", (8, "gram"), (100, "gram")),
    several("5 per. 3", (5, ""), (3, "")),
    several("2 kg every. 4 kg", (2, "kilogram"), (4, "kilogram")),
    several("He weighs 80 kg (176 lb).", (80, "kilogram"), (176, "pound")),
    several("100 °C (212 °F, 373.15 K)", (100, "degree_Celsius"), (212, "degree_Fahrenheit"), ("373.15", "kelvin")),
    several("The first of three", (1, ""), (3, "")),
    several("12 died and 30 were hurt", (12, "died"), (30, "")),
    several("3 m, 4 m and 5 m", (3, "metre"), (4, "metre"), (5, "metre")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_quantities_are_kept_apart(text, expected):
    assert [(quantity.value, quantity.unit or quantity.noun) for quantity in read_quantities(text)] == expected


NONE = [
    "", " ", "none", "the one who", "the one you mentioned", "no one", "this one", "which one", "each one", "one another", "one of the howitzers",
    "for one thing", "the only one", "the one by the river",
    "second-hand", "a second", "a split second", "per second", "second to last", "the couple", "the second last",
    "F-16", "T-72", "COVID-19", "KN-23", "IPv4", "M1A2", "Mi-8", "Su-35", "H2O", "CO2", "B-52s", "scp-173m", "24703L202", "v1.2", "192.168.1.2",
    "1.2.3", "+1-222-2222/2222", "978-3-16-148410-0", "3D printing", "5G", "13F2",
    "thousands of troops", "hundreds", "several hundred", "a few thousand", "tens of thousands", "dozens of men", "multi-million", "the last quarter",
    "half-time", "the other half", "half-brother",
    "https://example.org/a/2023/12?x=30%25", "www.example.org/42", "km", "%", "$", "percent", "square kilometres", "I'm a man", "All of us", "point",
    "and", "a", "half past", "1e400", "9" * 400, "1" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_quantity_is_not_read(text):
    assert read_quantities(text) == ()


DATED = [
    ("March 27", [27]), ("27 March", [27]), ("27th of March", [27]), ("March 27, 2023", [27, 2023]), ("27 March 2023", [27, 2023]), ("Mar. 27", [27]),
    ("March 2023", [2023]), ("in 2023", [2023]), ("early 2023", [2023]),
    ("since 1990", [1990]), ("In 2023, it", [2023]), ("in 2023 North Korea sent", [2023]), ("2023-03-27", [2023, 3, 27]),
    ("27/03/2023", [27, 3, 2023]), ("the 1990s", [1990]), ("the 90s", [90]), ("1939–1945", [1939]), ("1950–53", [1950]),
    ("from 1939 to 1945", [1939]), ("500 BC", [500]), ("1500 BC", [1500]), ("6 pm", [6]), ("11 a.m.", [11]), ("12:30", [12, 30]), ("5 o'clock", [5]),
    ("nineteen eighty-four", [1984]), ("the 20th century", [20]), ("summer 2022", [2022]),
    ("2023 troops", []), ("400 BCE", [400]), ("a 2018 series", [2018]), ("a 1500 m race", []), ("the 2004 Athens siege", [2004]), ("the 1500 Ukrainian soldiers", []), ("2,023", []), ("2023 km", []), ("12 may have died", []), ("they march 27 miles", []), ("in 2000 villages", []),
    ("in 12 villages", []), ("2023", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_numbers_of_dates_are_marked(text, expected):
    assert [int(quantity.value) for quantity in read_quantities(text) if quantity.dated] == expected


WHOLE = [
    "170 mm", " 170 mm. ", "(170 mm)", "up to 12,000 troops", "approximately 3,000 additional troops", "a total of 711", "170 mm howitzers",
    "1,300 km² of territory", "10–15%", "between 10 and 15", "12 or more", "two-thirds of the seats", "not 170 mm", "25 years old", "**170 mm**",
    "exactly 12", "only 12", "$5 a barrel",
]  # fmt: skip
NOT_WHOLE = [
    "",
    "troops",
    "170 mm and 240 mm",
    "1,300 km² (500 sq mi)",
    "The answer is 42",
    "3,000 troops to Russia",
    "F-16",
    "12 in the north",
    "about",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_that_is_one_quantity_is_read_as_it(text):
    assert read_quantity(text) is not None


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_a_text_that_is_more_or_less_than_one_quantity_is_none(text):
    assert read_quantity(text) is None


WRITTEN = [
    ("1300 sq km", "1,300 km²"), ("up to twelve thousand troops", "up to 12,000 troops"), ("170-mm", "170 mm"),
    ("about 1.2 million", "about 1,200,000"), ("two-thirds", "2/3"), ("-40 F", "−40 °F"), ("5 percent", "5%"), ("$1.2bn", "$1,200,000,000"),
    ("-£5", "−£5"),
    ("10 to 15 km", "10–15 km"), ("21st", "21st"), ("the twelfth", "12th"), ("third", "3rd"), ("6'1\"", "6 ft 1 in"), ("100 km per hour", "100 km/h"),
    ("50 people per km²", "50 people per km²"), ("$70 a barrel", "$70 per bbl"), ("not 5", "not 5"), ("more than 5 kg", "more than 5 kg"),
    ("1.67e-27 kg", "1.67e-27 kg"), ("6.022e23", "6.022e23"), ("in 2023", "2023"), ("1939–1945", "1939–1945"), ("33⅓%", "33 1/3%"),
    ("1 year", "1 year"), ("3 years", "3 years"), ("2 h 5 min 3 s", "2 h 5 min 3 s"), ("5 kWh/day", "5 kWh/day"), ("0.5", "0.5"),
    ("1 cent", "1 cent"), ("5 CHF", "5 CHF"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_quantity_is_written_shortly(text, expected):
    assert [written(quantity) for quantity in read_quantities(text)] == [expected]


def test_a_quantity_knows_where_it_stands():
    text = "It has up to 12,000 men\u200b on 1\u202f300 km²."
    assert [(quantity.start, quantity.end, quantity.text) for quantity in read_quantities(text)] == [
        (13, 19, "12,000"),
        (28, 37, "1\u202f300 km²"),
    ]


INTEGERS = st.integers(min_value=0, max_value=10**15)
SEPARATORS = st.sampled_from([",", " ", "\u00a0", "\u202f", "\u2009", "'", "’", "_"])
DIGITS = st.sampled_from(["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"])
UNIT = st.sampled_from(
    [("", ""), (" km", "kilometre"), (" troops", ""), ("%", "percent"), (" °C", "degree_Celsius"), (" million", "")]
)


@given(INTEGERS, SEPARATORS, DIGITS, UNIT)
@example(170170170, " ", "0123456789", ("", ""))
def test_an_integer_reads_back_whatever_separates_and_writes_its_digits(number, separator, digits, unit):
    grouped = f"{number:,}".split(",")
    if len(grouped) > 1 and len(set(grouped)) == 1 and separator in " \u00a0\u202f\u2009":
        return  # "170 170 170" is taken for 170, said three times
    text = separator.join(grouped).translate(
        {ord(plain): other for plain, other in zip("0123456789", digits, strict=True)}
    )
    (found,) = read_quantities(text + unit[0])
    assert found.value == number * (10**6 if unit[0] == " million" else 1)
    assert found.unit == unit[1]


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_decimal_reads_back(number):
    (found,) = read_quantities(f"{number:,}")
    assert Fraction(number) in {found.value, *found.alternatives}


def in_words(number):
    """Spell out a number below a million in British English."""
    small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{small[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{small[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    rest = number % 1000
    return f"{in_words(number // 1000)} thousand" + (f"{' and' if rest < 100 else ''} {in_words(rest)}" if rest else "")


@given(st.integers(min_value=0, max_value=999_999))
def test_an_integer_in_words_reads_back(number):
    (found,) = read_quantities(in_words(number))
    assert (found.value, found.text) == (number, in_words(number))


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_a_range_reads_back_or_stays_two(low, high):
    found = read_quantities(f"from {low} to {high} km")
    ends = [(quantity.value, quantity.high) for quantity in found]
    assert ends == ([(low, high)] if low < high else [(low, None), (high, None)])


PIECES = st.sampled_from(
    [
        "1",
        "12",
        "1,300",
        "1.5",
        "½",
        "one",
        "two",
        "hundred",
        "thousand",
        "million",
        "third",
        "half",
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "to",
        "between",
        "from",
        "up",
        "least",
        "more",
        "than",
        "about",
        "not",
        "km",
        "mm",
        "%",
        "$",
        "€",
        "£",
        "USD",
        "m",
        "/",
        "-",
        "–",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        ":",
        ";",
        "'",
        '"',
        "°",
        "^",
        "×",
        "10",
        "2/3",
        "k",
        "bn",
        "dozen",
        "couple",
        "pair",
        "point",
        "per",
        "day",
        "year",
        "March",
        "2023",
        "pm",
        "±",
        "<",
        ">",
        "=",
        "+",
        "~",
        "\\",
        "{",
        "}",
        "_",
        "minus",
        "old",
        "\u200b",
        "²",
        "⁻",
        "5th",
        "s",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join) | st.text())
def test_reading_never_fails_and_spans_are_true(text):
    end = 0
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        assert quantity.high is None or quantity.value < quantity.high
        assert written(quantity)
        end = quantity.end
    read_quantity(text)


@given(st.lists(PIECES, max_size=10).map(" ".join), st.sampled_from([" ", "\n", "\t ", "\u00a0"]))
def test_space_around_changes_nothing_but_the_place(text, space):
    def plain(found, shift):
        return [
            (q.value, q.high, q.unit, q.noun, q.bound, q.negated, q.dated, q.start - shift, q.end - shift)
            for q in found
        ]

    assert plain(read_quantities(space + text + space), len(space)) == plain(read_quantities(text), 0)


HOSTILE = ["1", "1,", "1 ", "(", "(1", "a b ", "½", "one ", "one and ", "hundred ", "- ", "1 - ", "1/", "$", "1:00 ", "not ", "up to ", "1 ft 1 in ", "per ", '"', '1"', "{", "\\text{", "<b ", "^", "10^", "10^(", "2³", "1,234,", "the quick brown fox "]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_linearly_with_the_text(piece):
    assert_linear(read_quantities, piece, 24_000)
