"""The closed table of units: every spelling that is read, by dimension.

A row is ``canonical; symbols; names; prefixes``, the last two optional. The canonical name is one that pint knows. A name
gets its plural in "s" by itself. A spelling that starts with "=" counts in exactly this case and no other ("=A" is the
ampere, "a" the article). ``prefixes`` lists the SI prefixes, as symbols, that people do write with the unit's symbol; the
spelled-out names take every prefix. The first symbol is the one used for writing.

Decided where a spelling has more than one meaning (``AMBIGUOUS`` keeps the others): "m" is the metre ("$5m" is a matter of
money and read there); "t" and "kt" are metric tonnes; "ton" is the US ton; "mb" the megabyte; "K" the kelvin; "C" and "F"
temperatures; "nm" the nanometre; "pound" a mass; "pm" is no picometre but a time of day, so it is not here; neither are
"hand", "rod", "turn", "point" and "bars", which count things far more often than they measure them.
"""

from __future__ import annotations

# Each dimension as powers of the base ones; L length, M mass, T time, K temperature, I current, A angle, D data, $ money.
VECTORS: dict[str, dict[str, int]] = {
    "length": {"L": 1}, "area": {"L": 2}, "volume": {"L": 3}, "mass": {"M": 1}, "time": {"T": 1}, "temperature": {"K": 1},
    "speed": {"L": 1, "T": -1}, "acceleration": {"L": 1, "T": -2}, "force": {"M": 1, "L": 1, "T": -2},
    "energy": {"M": 1, "L": 2, "T": -2}, "power": {"M": 1, "L": 2, "T": -3}, "pressure": {"M": 1, "L": -1, "T": -2},
    "frequency": {"T": -1}, "current": {"I": 1}, "charge": {"I": 1, "T": 1},
    "voltage": {"M": 1, "L": 2, "T": -3, "I": -1}, "resistance": {"M": 1, "L": 2, "T": -3, "I": -2},
    "capacitance": {"M": -1, "L": -2, "T": 4, "I": 2}, "inductance": {"M": 1, "L": 2, "T": -2, "I": -2},
    "magnetic flux density": {"M": 1, "T": -2, "I": -1}, "amount of substance": {"N": 1}, "angle": {"A": 1},
    "rotation speed": {"A": 1, "T": -1}, "data": {"D": 1}, "data rate": {"D": 1, "T": -1}, "density": {"M": 1, "L": -3},
    "money": {"$": 1}, "radioactivity": {"radioactivity": 1}, "absorbed dose": {"absorbed dose": 1},
    "dose equivalent": {"dose equivalent": 1}, "luminous intensity": {"J": 1}, "luminous flux": {"luminous flux": 1},
    "illuminance": {"luminous flux": 1, "L": -2}, "sound level": {"sound level": 1}, "image size": {"image size": 1},
    "working time": {"working time": 1}, "sound level, C-weighted": {"sound level, C-weighted": 1},
    "ratio": {}, "percentage points": {"percentage points": 1},
}  # fmt: skip

MEASURES: dict[str, str] = {
    "length": """
        metre; m; metre, meter; n μ m c d k
        inch; in, =″; inch, inches
        foot; ft, =′; foot, feet
        yard; yd, yds; yard
        mile; mi; mile, statute mile
        nautical_mile; nmi, =NM; nautical mile, sea mile
        light_year; ly; light year, lightyear; k M G
        light_second; ; light second
        light_minute; ; light minute
        light_hour; ; light hour
        light_day; ; light day
        parsec; pc; parsec; k M G
        astronomical_unit; au; astronomical unit
        angstrom; Å; angstrom, ångström
        micron; ; micron
        fathom; ; fathom
        furlong; ; furlong
        league; ; league
    """,
    "area": """
        hectare; ha; hectare
        acre; ac; acre
    """,
    "volume": """
        litre; L, l; litre, liter; μ m c d h k M
        gallon; gal, gals; gallon, us gallon, u.s. gallon
        imperial_gallon; imp gal; imperial gallon, uk gallon
        quart; qt; quart, us quart
        pint; ; pint, us pint
        imperial_pint; ; imperial pint, uk pint
        cup; ; cup
        tablespoon; tbsp, tbsps; tablespoon, tablespoonful, tablespoonsful
        teaspoon; tsp, tsps; teaspoon, teaspoonful, teaspoonsful
        fluid_ounce; fl oz, floz; fluid ounce, us fluid ounce, u.s. fluid ounce, us fl oz
        oil_barrel; bbl, bbls; barrel, oil barrel, barrel of oil, barrels of oil
        bushel; bu; bushel
    """,
    "mass": """
        gram; =g, gr, gms; gram, gramme; p n μ m c k
        tonne; t; tonne, metric ton, metric tonne; k M G
        pound; lb, lbs; pound
        ounce; oz; ounce
        ton; ; ton, short ton, us ton
        long_ton; ; long ton, imperial ton
        stone; st; =stone
        hundredweight; cwt; hundredweight
        carat; ct; carat
        grain; ; grain
        troy_ounce; ozt, oz t; troy ounce
        dram; ; dram, drachm
    """,
    "time": """
        second; s, sec, secs; second; n μ m
        minute; min, mins; minute
        hour; h, hr, hrs; hour
        day; =d; day, calendar day
        week; wk, wks; week
        fortnight; ; fortnight
        month; mo, mos, mth, mths; month
        year; yr, yrs, =y, yo, y/o; year, calendar year
        kiloyear; =kyr, =kyrs, =ka; kiloyear
        megayear; =Myr, =Myrs, =Ma, =mya, =Mya, =MYA; megayear
        gigayear; =Gyr, =Gyrs, =Ga, =bya, =BYA; gigayear
        decade; ; decade
        century; ; century, centuries
        millennium; ; millennium, millennia
    """,
    "temperature": """
        degree_Celsius; °C, ℃, =C; celsius, celcius, centigrade, centigrate, ° celsius, ° c, degree celsius, degree celcius, degree centigrade, degree c, deg c, deg celsius
        degree_Fahrenheit; °F, ℉, =F; fahrenheit, farenheit, farenheight, ° fahrenheit, ° f, degree fahrenheit, degree farenheit, degree f, deg f, deg fahrenheit
        kelvin; =K, °K; kelvin, degree kelvin, degree k, deg k; m
        degree_Rankine; °R; degree rankine, rankine
    """,
    "speed": """
        knot; kn, kts; knot
    """,
    "acceleration": """
        standard_gravity; ; standard gravity
    """,
    "force": """
        newton; =N; newton; k M
        pound_force; lbf; pound force, pound of force, pounds of force, pound of thrust, pounds of thrust
        kilogram_force; kgf; kilogram force
        dyne; ; dyne
    """,
    "energy": """
        joule; =J; joule; n μ m k M G T P E
        watt_hour; Wh; watt hour; k M G T P
        calorie; cal; calorie; k
        electronvolt; eV; electronvolt, electron volt; k M G T
        british_thermal_unit; BTU; british thermal unit
        ton_TNT; ; ton of tnt, tons of tnt, tonne of tnt, tonnes of tnt
        therm; ; therm
        erg; ; erg
    """,
    "power": """
        watt; =W; watt; n μ k M m G T P
        horsepower; hp, bhp; horsepower, brake horsepower
        metric_horsepower; ; metric horsepower, cheval vapeur
    """,
    "pressure": """
        pascal; Pa; pascal; h k M G
        bar; bar; ; m k
        psi; psi; pounds per square inch, pound per square inch
        standard_atmosphere; atm; atmosphere, standard atmosphere
        millimeter_Hg; mmHg; mm hg, mm of mercury, millimetres of mercury, millimeters of mercury
        inch_Hg; inHg; in hg, inches of mercury
        torr; ; torr
    """,
    "frequency": "hertz; Hz; hertz; k M G T",
    "current": "ampere; =A, amp, amps; ampere, amp; n μ m k",
    "charge": "coulomb; ; coulomb; p n μ m\n ampere_hour; Ah; ampere hour, amp hour; m",
    "voltage": "volt; =V; volt; n μ m k M",
    "resistance": "ohm; Ω; ohm; p n μ m k M G T\n kiloohm; kohm; kilohm\n megaohm; =MOhm; megohm",
    "capacitance": "farad; ; farad; n μ",
    "inductance": "henry; ; =henry; μ m",
    "magnetic flux density": "tesla; =T; =tesla; n μ m\n gauss; ; gauss",
    "amount of substance": "mole; mol; mole; p n μ m k",
    "angle": """
        degree; °, deg; degree, degree of arc, angular degree
        radian; rad; radian; m
        arcminute; arcmin; arcminute, arc minute, minute of arc, minutes of arc
        arcsecond; arcsec; arcsecond, arc second, second of arc, seconds of arc
        revolution; ; revolution
    """,
    "data": """
        bit; ; bit
        byte; =B; byte
        kilobit; kbit, kb, =Kb; kilobit
        megabit; Mbit, =Mb; megabit
        gigabit; Gbit, =Gb; gigabit
        terabit; Tbit, =Tb; terabit
        kilobyte; kB, =KB; kilobyte
        megabyte; MB, mb; megabyte, meg
        gigabyte; GB, gb; gigabyte, gig
        terabyte; TB, tb; terabyte
        petabyte; PB; petabyte
        exabyte; EB; exabyte
        kibibyte; KiB; kibibyte
        mebibyte; MiB; mebibyte
        gibibyte; GiB; gibibyte
        tebibyte; TiB; tebibyte
    """,
    "radioactivity": "becquerel; Bq; becquerel; k M G T\n curie; Ci; =curie; m μ",
    "absorbed dose": "gray; Gy; =gray; m μ",
    "dose equivalent": "sievert; Sv; sievert; m μ\n rem; ; rem; m",
    "luminous intensity": "candela; cd; candela",
    "luminous flux": "lumen; lm; lumen",
    "illuminance": "lux; lx; lux",
    "sound level": "decibel; dB, =dBA, =dB(A); decibel",
    "sound level, C-weighted": "decibel_C; =dBC, =dB(C); C-weighted decibel",
    "working time": "working_day; ; working day, business day, workday, banking day",
    "image size": "pixel; px; pixel\n megapixel; MP; megapixel",
    "ratio": """
        percent; %; percent, per cent, pct, percentage, percents
        permille; ‰; permille, per mille, per mil, part per thousand
        per_ten_thousand; ; per ten thousand
        per_hundred_thousand; ; per hundred thousand
        ppm; ppm; part per million, parts per million
        ppb; ppb; part per billion, parts per billion
        basis_point; bps, bp; basis point
    """,
    "percentage points": "percentage_point; pp, ppt, pps; percentage point, percent point, per cent point, %-point, % point, pct point",
}

# Spellings of whole expressions.
EXPRESSIONS: dict[str, str] = {
    "kilometre / hour": "kph, kmh, kmph, kmhr, kilometre per hour, kilometer per hour",
    "mile / hour": "mph, mile per hour",
    "metre / second": "mps",
    "mile / gallon": "mpg, mile per gallon",
    "foot / second": "fps",
    "1 / minute": "bpm",
    "revolution / minute": "rpm, revs per minute, rev per minute",
    "oil_barrel / day": "bpd, bopd",
    "kilobit / second": "kbps, kbits",
    "megabit / second": "mbps, mbits",
    "gigabit / second": "gbps, gbits",
    "centimetre ** 3": "cc, ccm",
    "metre ** 2": "sqm",
    "metre ** 3": "cbm",
    "foot ** 2": "sqft",
    "foot ** 3": "cuft",
    "kilometre ** 2": "sqkm",
    "mile ** 2": "sqmi",
    "newton * metre": "newton metre, newton meter, N m, =Nm",
    "ohm * metre": "=Ωm",
    "ampere * metre ** 2": "ampere square metre, ampere square meter, A m²",
    "newton * second": "newton second, N s, =Ns",
    "joule * second": "joule second, J s",
    "pascal * second": "pascal second, Pa s",
    "foot * pound_force": "foot pound, ft lb, ft lbs",
    "kilometre": "kms",
    "centimetre": "cms",
    "millimetre": "mms",
    "kilogram": "kgs, kilo, kilos",
    "microgram": "mcg",
    # in exactly this case, as "mn" is a million, "pc" a parsec and a bare "F" or "C" a temperature
    "millimole / litre": "=mM, millimolar", "micromole / litre": "=μM, =µM, =uM, micromolar",
    "nanomole / litre": "=nM, nanomolar", "picomole / litre": "=pM, picomolar",
    "millinewton": "=mN", "micronewton": "=μN, =µN, =uN", "nanonewton": "=nN",
    "microfarad": "=μF, =µF, =uF", "nanofarad": "=nF", "picofarad": "=pF",
    "millicoulomb": "=mC", "microcoulomb": "=μC, =µC, =uC", "nanocoulomb": "=nC", "picocoulomb": "=pC",
    "picotesla": "=pT", "femtotesla": "=fT", "femtosecond": "=fs", "picosecond": "=ps", "millipascal": "=mPa", "attocoulomb": "=aC", "femtocoulomb": "=fC",
    "millihenry": "=mH", "microhenry": "=μH, =µH, =uH",
}  # fmt: skip

PREFIXES: dict[str, tuple[str, int]] = {
    "p": ("pico", -12), "n": ("nano", -9), "μ": ("micro", -6), "m": ("milli", -3), "c": ("centi", -2), "d": ("deci", -1),
    "h": ("hecto", 2), "k": ("kilo", 3), "M": ("mega", 6), "G": ("giga", 9), "T": ("tera", 12), "P": ("peta", 15),
    "E": ("exa", 18), "f": ("femto", -15), "a": ("atto", -18),
}  # fmt: skip

# What else a spelling may mean.
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "pound": ("GBP",), "ton": ("tonne", "long_ton"), "oz": ("fluid_ounce", "troy_ounce"),
    "ounce": ("fluid_ounce", "troy_ounce"), "gallon": ("imperial_gallon",), "gal": ("imperial_gallon",),
    "pint": ("imperial_pint",), "degree": ("degree_Celsius", "degree_Fahrenheit"),
    "deg": ("degree_Celsius", "degree_Fahrenheit"), "°": ("degree_Celsius", "degree_Fahrenheit"),
    "kt": ("knot",), "nm": ("nautical_mile",), "cal": ("kilocalorie",), "calorie": ("kilocalorie",),
    "kb": ("kilobyte",), "mb": ("megabit",), "gb": ("gigabit",), "tb": ("terabit",), "c": ("coulomb",), "f": ("farad",),
    "horsepower": ("metric_horsepower",), "hp": ("metric_horsepower",), "min": ("arcminute",),
    "m": ("minute",), "megaton": ("megaton_TNT",), "kiloton": ("kiloton_TNT",), "kilotonne": ("kiloton_TNT",),
    "fps": ("1 / second",), "mt": ("megaton_TNT",), "st": ("ton",), "t": ("ton",), "barrel": ("US_liquid_barrel",),
}  # fmt: skip

# Exact definitions: they spare loading pint for everyday conversions, and state the international acre, fathom and so on
# where pint means the US survey ones. A factor, and what it multiplies.
DEFINED: dict[str, tuple[str, str]] = {
    "inch": ("0.0254", "metre"), "foot": ("12", "inch"), "yard": ("3", "foot"), "mile": ("1760", "yard"),
    "nautical_mile": ("1852", "metre"), "fathom": ("6", "foot"), "furlong": ("220", "yard"), "league": ("3", "mile"),
    "hectare": ("10000", "metre ** 2"), "acre": ("4840", "yard ** 2"), "litre": ("0.001", "metre ** 3"),
    "gallon": ("231", "inch ** 3"), "pound": ("453.59237", "gram"), "ounce": ("1/16", "pound"), "tonne": ("1000000", "gram"),
    "ton": ("2000", "pound"), "long_ton": ("2240", "pound"), "stone": ("14", "pound"), "minute": ("60", "second"),
    "hour": ("60", "minute"), "day": ("24", "hour"), "week": ("7", "day"), "fortnight": ("14", "day"),
    "year": ("365.25", "day"), "month": ("1/12", "year"), "decade": ("10", "year"), "century": ("100", "year"),
    "millennium": ("1000", "year"), "kiloyear": ("1000", "year"), "megayear": ("1000000", "year"), "gigayear": ("1000000000", "year"),
    "light_second": ("299792458", "metre"), "light_minute": ("60", "light_second"), "light_hour": ("60", "light_minute"),
    "light_day": ("24", "light_hour"),
     "knot": ("1", "nautical_mile / hour"), "byte": ("8", "bit"), "arcminute": ("1/60", "degree"),
    "arcsecond": ("1/3600", "degree"), "revolution": ("360", "degree"), "watt_hour": ("3600", "joule"),
    "percent": ("0.01", ""), "permille": ("0.001", ""), "ppm": ("0.000001", ""), "ppb": ("0.000000001", ""),
    "per_ten_thousand": ("0.0001", ""), "per_hundred_thousand": ("0.00001", ""), "basis_point": ("0.0001", ""), "gauss": ("0.0001", "tesla"), "US_liquid_barrel": ("31.5", "gallon"),
}  # fmt: skip
