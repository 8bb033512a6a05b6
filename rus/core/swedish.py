"""Numbers, dates and order as Swedish readers expect them on a screen (ux: decimal comma, hard spaces, true minus)."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from babel.dates import format_date

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"

Status = Literal["varde", "noll", "avrundad_noll", "saknas", "skyddad", "ej_tillamplig", "bortfall", "kommer"]

SYMBOLS: dict[str, str] = {
    "noll": "0",
    "avrundad_noll": "0",
    "saknas": "..",
    "skyddad": "..",
    "ej_tillamplig": ".",
    "bortfall": "..",
    "kommer": "",
}
STATUS_WORDS: dict[str, str] = {
    "varde": "uppgift finns",
    "noll": "exakt noll",
    "avrundad_noll": "mindre än hälften av den minsta enhet som visas",
    "saknas": "uppgift saknas",
    "skyddad": "för få personer, skyddad uppgift",
    "ej_tillamplig": "kan inte förekomma",
    "bortfall": "bortfall, inte rapporterad",
    "kommer": "inte publicerad ännu",
}

UNIT_SIGNS = {
    "procent": "%",
    "megawatt": "MW",
    "megawattimmar": "MWh",
    "megawattimmar per invånare": "MWh/inv",
    "tusen ton koldioxidekvivalenter": "kton CO₂-ekv",
    "ton koldioxidekvivalenter": "ton CO₂-ekv",
    "kilogram koldioxidekvivalenter per invånare": "kg CO₂-ekv/inv",
    "kilogram": "kg",
    "kilogram per invånare": "kg/inv",
    "kronor per invånare": "kr/inv",
    "kronor": "kr",
    "tusen kronor per invånare": "tkr/inv",
    "tusen kronor per sysselsatt": "tkr/sysselsatt",
}
"""Signs for figures on cards and labels; text and tables write the unit out."""

_ALPHABET = {letter: n for n, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyzåäö")}


_SWEDISH = str.maketrans({"-": MINUS, ",": HARD_SPACE, ".": ","})


@lru_cache(maxsize=20_000)
def number(value: float, decimals: int = 0, *, sign: bool = False) -> str:
    """A number for the screen: `-1234.56, 1` → `−1 234,6` with U+2212 and U+00A0; `sign` puts + before gains.

    Halves are rounded away from zero, as Excel shows them, so that screen and file agree.
    """
    exact = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}".translate(_SWEDISH)  # a tenth of the time of a library for all languages: pages have thousands
    if text.strip(f"{MINUS}0,{HARD_SPACE}") == "":
        text = text.removeprefix(MINUS)
    elif sign and not text.startswith(MINUS):
        text = f"+{text}"
    return text


def fmt(value: float | None, *, decimals: int = 0, unit: str = "", status: str = "varde") -> str:
    """A statistic for the screen: value and unit joined by a hard space, or the symbol of its status.

    Args:
        value: the figure, or None.
        decimals: fixed number of decimals (an indicator's own).
        unit: `procent` is written `%`; other units as they are; empty for none.
        status: the observation's status; decides what stands where there is no value.
    """
    if value is None or value != value:  # # NaN is the one value that differs from itself
        return SYMBOLS.get(status, "..")
    text = number(value, decimals)
    return f"{text}{HARD_SPACE}{UNIT_SIGNS.get(unit, unit)}" if unit else text


def years(first: int, last: int) -> str:
    """An interval of years with an en dash: `2012–2022`; one year alone where they are equal."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def day(when: date) -> str:
    """`2026-11-25` → `25 november 2026`."""
    return str(format_date(when, format="d MMMM y", locale="sv_SE"))


def listing(words: Iterable[str]) -> str:
    """`["a", "b", "c"]` → `a, b och c`."""
    items = list(words)
    return " och ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def sort_key(name: str) -> tuple[tuple[int, ...], str]:
    """Key for Swedish order: å, ä, ö last; other accents as their base letter would be too much for place names."""
    return tuple(_ALPHABET.get(letter, -1) for letter in name.casefold()), name
