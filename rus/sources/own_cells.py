"""One cell of a sheet handed in: its text, and what it says of region, period, sex and value."""

import math
import re

from rus.catalogue.series import OwnMapping
from rus.catalogue.strict import Sex
from rus.sources.periods import our_period
from rus.sources.places import Places
from rus.sources.sexes import sex_of
from rus.sources.symbols import ZEROS, is_known, status_of

Cell = str | float | bool | None
Figure = tuple[float | None, str | None, str | None]
"""Value, status and symbol."""

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_LETTERS: dict[str, Sex] = {"k": "women", "m": "men", "t": "total"}


class BadRowError(ValueError):
    """What is wrong with a row, in words."""


def text_of(cell: Cell) -> str:
    """As a person reads it: 2024.0 is 2024."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def read_region(cell: Cell, ours: Places) -> str:
    """Our code of the region.

    Raises:
        BadRowError: it is not one of ours.
    """
    text = text_of(cell)
    # A sheet keeps 0180 as the number 180.
    if isinstance(cell, int | float) and len(text) in {1, 3}:
        text = f"0{text}"
    found = ours.code_of(text, text)
    if found is None:
        raise BadRowError(f"regionen {text or '(tom)'} finns inte bland våra regioner")
    return found


def read_period(cell: Cell) -> str:
    """Our id of the period.

    Raises:
        BadRowError: it is not written as one.
    """
    found = our_period(text_of(cell))
    if found is None:
        raise BadRowError(
            f"perioden {text_of(cell) or '(tom)'} är inte skriven som 2024, 2024K2, 2024M06, 2023/24 eller 2021-2024"
        )
    return found


def known_sex(text: str, mapping: OwnMapping) -> Sex | None:
    """The sex that the text says: in the file's own words first."""
    words = mapping.sex_words.items()
    said = next((sex for sex, word in words if word.strip().casefold() == text.casefold()), None)
    return said or _LETTERS.get(text.casefold()) or sex_of(text)


def read_sex(cell: Cell, mapping: OwnMapping) -> Sex:
    """The sex.

    Raises:
        BadRowError: the word is not known.
    """
    found = known_sex(text_of(cell), mapping)
    if found is None:
        raise BadRowError(f"könet {text_of(cell) or '(tomt)'} går inte att tolka; ange ordet i sex_words")
    return found


def read_figure(cell: Cell, mapping: OwnMapping) -> Figure:
    """Value, status and symbol.

    Raises:
        BadRowError: neither a number nor a known sign.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _finite(float(cell)), None, None
    text = text_of(cell)
    if text in mapping.symbols or (text and is_known(text, {})):
        status = status_of(text, dict(mapping.symbols))
        return (0.0 if status in ZEROS else None), status, text or None
    if not text:
        raise BadRowError("värdet är tomt; skriv .. om uppgiften saknas")
    return _finite(_parsed(text, mapping.decimal)), None, None


def _parsed(text: str, decimal: str) -> float:
    bare = _SPACES.sub("", text).replace("−", "-")
    other = "." if decimal == "," else ","
    shape = rf"-?\d+(?:{re.escape(decimal)}\d+)?"
    if not re.fullmatch(shape, bare, re.ASCII):
        hint = f"; decimaltecknet ska vara {decimal}" if other in bare else ""
        raise BadRowError(f"värdet {text[:40]} är inte ett tal{hint}")
    return float(bare.replace(",", "."))


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise BadRowError("värdet är inte ett tal")
    return value
