"""Units as texts spell them, and what they measure: of those that measure the same, one can be said in another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

UNITS: Mapping[str, tuple[str, ...]] = {
    "percent": ("%", "percent", "per cent", "pct", "prozent", "pour cent"),
    "percentage point": (
        "percentage point", "percentage points", "percentage-point", "pp", "prozentpunkt", "prozentpunkte", "prozentpunkten",
    ),
    "basis point": ("basis point", "basis points", "basispunkt", "basispunkte", "basispunkten"),
    "point": ("point", "points", "punkt", "punkte", "punkten"),
    "kilometre": ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "kilometern"),
    "metre": ("m", "metre", "metres", "meter", "meters", "metern"),
    "centimetre": ("cm", "centimetre", "centimetres", "centimeter", "centimeters", "zentimeter"),
    "millimetre": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "micrometre": ("µm", "μm", "micrometre", "micrometres", "micrometer", "micrometers", "mikrometer"),
    "mile": ("mile", "miles", "mi", "meile", "meilen"),
    "nautical mile": ("nautical mile", "nautical miles", "sea mile", "sea miles", "seemeile", "seemeilen"),
    "yard": ("yard", "yards", "yd"),
    "foot": ("foot", "feet", "ft", "fuß"),
    "inch": ("inch", "inches"),
    "square kilometre": (
        "square kilometre", "square kilometres", "square kilometer", "square kilometers", "sq km", "km²", "km2", "quadratkilometer",
    ),
    "square metre": ("square metre", "square metres", "square meter", "square meters", "sq m", "m²", "m2", "quadratmeter"),
    "square mile": ("square mile", "square miles", "sq mi", "quadratmeile", "quadratmeilen"),
    "square foot": ("square foot", "square feet", "sq ft"),
    "cubic metre": ("cubic metre", "cubic metres", "cubic meter", "cubic meters", "m³", "m3", "kubikmeter", "kubikmetern"),
    "cubic kilometre": ("cubic kilometre", "cubic kilometres", "cubic kilometer", "cubic kilometers", "kubikkilometer"),
    "cubic foot": ("cubic foot", "cubic feet"),
    "hectare": ("hectare", "hectares", "ha", "hektar"),
    "acre": ("acre", "acres"),
    "microgram": ("µg", "μg", "mcg", "microgram", "micrograms", "mikrogramm"),
    "milligram": ("mg", "milligram", "milligrams", "milligramm"),
    "gram": ("g", "gram", "grams", "gramm"),
    "kilogram": ("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramm"),
    "tonne": ("t", "tonne", "tonnes", "ton", "tons", "tonnen"),
    "kilotonne": ("kilotonne", "kilotonnes", "kiloton", "kilotons", "kilotonnen"),
    "ounce": ("ounce", "ounces", "oz", "unze", "unzen"),
    "millilitre": ("ml", "millilitre", "millilitres", "milliliter", "milliliters", "millilitern"),
    "centilitre": ("cl", "centilitre", "centilitres", "centiliter", "centiliters", "zentiliter", "zentilitern"),
    "hectolitre": ("hl", "hectolitre", "hectolitres", "hectoliter", "hectoliters", "hektoliter", "hektolitern"),
    "litre": ("litre", "litres", "liter", "liters", "litern"),
    "gallon": ("gallon", "gallons", "us gallon", "us gallons", "gallone", "gallonen"),
    "imperial gallon": ("imperial gallon", "imperial gallons"),
    "kilometre per hour": ("km/h", "kph", "kmh", "kilometres per hour", "kilometers per hour", "kilometres an hour", "stundenkilometer",
        "stundenkilometern", "kilometer pro stunde", "kilometern pro stunde"),
    "mile per hour": ("mph", "miles per hour", "miles an hour", "meilen pro stunde"),
    "metre per second": ("m/s", "metres per second", "meters per second", "metres a second", "meter pro sekunde", "metern pro sekunde"),
    "knot": ("kn", "knot", "knots", "knoten"),
    "degree Celsius": ("°c", "c", "degree celsius", "degrees celsius", "celsius", "grad celsius"),
    "degree Fahrenheit": ("°f", "f", "degree fahrenheit", "degrees fahrenheit", "fahrenheit", "grad fahrenheit"),
    "degree": ("°", "degree", "degrees", "grad"),
    "millisecond": ("ms", "millisecond", "milliseconds"),
    "hundredth of a second": ("hundertstelsekunde", "hundertstelsekunden", "hundredth of a second", "hundredths of a second"),
    "tenth of a second": ("zehntelsekunde", "zehntelsekunden"),
    "second": ("second", "seconds", "sec", "sekunde", "sekunden"),
    "minute": ("minute", "minutes", "min", "minuten"),
    "hour": ("hour", "hours", "h", "stunde", "stunden"),
    "day": ("day", "days", "tag", "tage", "tagen"),
    "week": ("week", "weeks", "woche", "wochen"),
    "fortnight": ("fortnight", "fortnights"),
    "month": ("month", "months", "monat", "monate", "monaten"),
    "year": ("year", "years", "jahr", "jahre", "jahren"),
    "decade": ("decade", "decades", "jahrzehnt", "jahrzehnte", "jahrzehnten"),
    "century": ("century", "centuries", "jahrhundert", "jahrhunderte", "jahrhunderten"),
    "dollar": ("$", "dollar", "dollars"),
    "US dollar": ("us$", "usd", "us dollar", "us dollars", "us-dollar"),
    "Canadian dollar": ("c$", "ca$", "canadian dollar", "canadian dollars", "kanadische dollar", "kanadischen dollar"),
    "Australian dollar": ("a$", "au$", "australian dollar", "australian dollars", "australische dollar", "australischen dollar"),
    "New Zealand dollar": ("nz$", "new zealand dollar", "new zealand dollars"),
    "Hong Kong dollar": ("hk$", "hong kong dollar", "hong kong dollars"),
    "euro": ("€", "euro", "euros", "eur"),
    "cent": ("cent", "cents", "pence", "penny"),
    "pound": ("£", "pound", "pounds", "gbp", "pfund", "pounds sterling", "pound sterling", "british pounds", "britische pfund"),
    "franc": ("swiss francs", "swiss franc", "franc", "francs", "chf", "franken", "schweizer franken"),
    "yen": ("yen", "¥", "jpy"),
    "yuan": ("yuan", "renminbi", "cny"),
    "rupee": ("rupee", "rupees", "rupien", "inr", "indian rupees", "indische rupien", "pakistani rupees"),
    "rouble": ("rouble", "roubles", "ruble", "rubles", "rubel"),
    "krone": (
        "krone", "kroner", "kronor", "krona", "kronen", "crown", "crowns",
    ),
    "Danish krone": ("danish kroner", "danish krone", "danish crowns", "dänische kronen", "dänischen kronen", "dkk"),
    "Norwegian krone": ("norwegian kroner", "norwegian krone", "norwegian crowns", "norwegische kronen", "norwegischen kronen", "nok"),
    "Swedish krone": ("swedish kronor", "swedish kroner", "swedish crowns", "schwedische kronen", "schwedischen kronen", "sek"),
    "Czech krone": ("czech crowns", "czech koruna", "tschechische kronen", "tschechischen kronen"),
    "Egyptian pound": ("egyptian pound", "egyptian pounds", "ägyptische pfund", "ägyptischen pfund"),
    "zloty": ("zloty", "zlotys", "złoty", "pln"),
    "lira": ("lira", "lire", "turkish lira", "türkische lira", "türkischen lira"),
    "peso": ("peso", "pesos", "mexican pesos", "argentine pesos", "philippine pesos"),
    "rand": ("rand", "zar"),
    "hryvnia": ("hryvnia", "hryvnias", "hrywnja", "uah"),
    "kilowatt-hour": ("kwh", "kilowatt-hour", "kilowatt-hours", "kilowatt hour", "kilowatt hours", "kilowattstunde", "kilowattstunden"),
    "megawatt-hour": ("mwh", "megawatt-hour", "megawatt-hours", "megawatt hour", "megawatt hours", "megawattstunde", "megawattstunden"),
    "gigawatt-hour": ("gwh", "gigawatt-hour", "gigawatt-hours", "gigawatt hour", "gigawatt hours", "gigawattstunde", "gigawattstunden"),
    "kilowatt": ("kw", "kilowatt", "kilowatts"),
    "megawatt": ("mw", "megawatt", "megawatts"),
    "gigawatt": ("gw", "gigawatt", "gigawatts"),
    "terawatt-hour": ("twh", "terawatt-hour", "terawatt-hours", "terawatt hour", "terawatt hours", "terawattstunde", "terawattstunden"),
}  # fmt: skip
_SHORT_FOR = {
    "point": {"percentage point"},
    "degree": {"degree Celsius", "degree Fahrenheit"},
    "dollar": {unit for unit in UNITS if unit.endswith(" dollar")},
    "pound": {unit for unit in UNITS if unit.endswith(" pound")},
    "krone": {unit for unit in UNITS if unit.endswith(" krone")},
}
# Currencies by the codes that may stand before a number.
CURRENCY_CODES = ("USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "JPY", "CNY", "INR", "PLN", "ZAR", "UAH")
UNIT_OF = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings}


class _Measure(NamedTuple):
    """What a unit measures, and how much of it one is; `zero` is where its scale begins."""

    of: str
    size: Decimal
    zero: Decimal = Decimal(0)


def _sizes(of: str, **sizes: str) -> dict[str, _Measure]:
    return {name.replace("_", " "): _Measure(of, Decimal(size)) for name, size in sizes.items()}


_MEASURES: Mapping[str, _Measure] = {
    **_sizes(
        "length",
        kilometre="1000", metre="1", centimetre="0.01", millimetre="0.001", micrometre="1e-6", mile="1609.344",
        nautical_mile="1852", yard="0.9144", foot="0.3048", inch="0.0254",
    ),
    **_sizes(
        "area",
        square_kilometre="1e6", square_metre="1", square_mile="2589988", square_foot="0.092903", hectare="1e4", acre="4046.86",
    ),
    **_sizes(
        "mass", microgram="1e-9", milligram="1e-6", gram="0.001", kilogram="1", tonne="1000", kilotonne="1e6",
        pound="0.45359", ounce="0.02835",
    ),
    **_sizes(
        "volume", cubic_kilometre="1e12", cubic_metre="1000", cubic_foot="28.3168", litre="1", millilitre="0.001",
        centilitre="0.01", hectolitre="100", gallon="3.78541", imperial_gallon="4.54609"),
    **_sizes("speed", kilometre_per_hour="1", mile_per_hour="1.609344", metre_per_second="3.6", knot="1.852"),
    **_sizes("change of a share", percentage_point="1", basis_point="0.01"),
    **_sizes("energy", **{"kilowatt-hour": "0.001", "megawatt-hour": "1", "gigawatt-hour": "1000", "terawatt-hour": "1e6"}),
    **_sizes("power", kilowatt="0.001", megawatt="1", gigawatt="1000"),
    **_sizes(
        "time",
        millisecond="0.001", hundredth_of_a_second="0.01", tenth_of_a_second="0.1",
        second="1", minute="60", hour="3600", day="86400", week="604800", fortnight="1209600", month="2629800",
        year="31557600", decade="315576000", century="3155760000",
    ),
    "degree Celsius": _Measure("temperature", Decimal(1)),
    "degree Fahrenheit": _Measure("temperature", Decimal(5) / 9, Decimal(-160) / 9),
}  # fmt: skip


def may_be_one(unit: str | None, other: str | None) -> bool:
    """Whether two units may be the same: one of them isn't said, or is said shortly (two points, 30 degrees)."""
    return not unit or not other or unit == other or other in _SHORT_FOR.get(unit, ()) or unit in _SHORT_FOR.get(other, ())


def is_of_time(unit: str | None) -> bool:
    """Whether a unit measures time."""
    measure = _MEASURES.get(unit or "")
    return measure is not None and measure.of == "time"


def converted(value: Decimal, unit: str | None, to: str | None) -> Decimal | None:
    """A value in another unit that measures the same; None where there is none."""
    from_, into = _MEASURES.get(unit or ""), _MEASURES.get(to or "")
    if unit == to or from_ is None or into is None or from_.of != into.of:
        return None
    return (value * from_.size + from_.zero - into.zero) / into.size
