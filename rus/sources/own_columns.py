"""Which columns of a sheet hold what: found by their headings, one value column or many.

A wide sheet has a column for each period, sex or both. Its headings are listed or follow a pattern; one that follows
the pattern half way is a mistake that is told, not a column that is passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rus.catalogue.series import OwnMapping
from rus.catalogue.strict import Sex
from rus.core.errors import SourceError
from rus.sources.own_cells import Cell, known_sex, text_of
from rus.sources.periods import our_period

MEND = "Inget är sparat. Rätta raderna i filen, eller mapping i indikatorfilen, och kör rus update igen."
_SHAPES = {"{period}": r"(?P<period>\d{4}.*?)", "{sex}": r"(?P<sex>.+?)"}
_PART = re.compile(r"(\{period\}|\{sex\})")
_SEX: dict[Sex, str] = {"women": "kvinnor", "men": "män", "total": "båda könen"}


@dataclass(frozen=True)
class Held:
    """One column of values: its heading, its place, and the period and sex that its heading tells."""

    heading: str
    place: int
    period: str | None = None
    sex: Sex | None = None


@dataclass(frozen=True)
class Columns:
    """`places`: heading → place of the columns that are named as they are; `values` at least one."""

    places: dict[str, int]
    values: tuple[Held, ...]


def find_columns(header: Sequence[Cell] | None, mapping: OwnMapping, sexes: Iterable[Sex], where: str) -> Columns:
    """The columns that the mapping means, for a series of these sexes.

    Raises:
        SourceError: a column is missing, is there twice, or has a heading that can't be read.
    """
    if header is None:
        raise SourceError(f"{where}: filen har ingen rad {mapping.header_row}, där rubrikerna ska stå. {MEND}")
    texts = [text_of(cell) for cell in header]
    asked = [*mapping.columns.named, *mapping.where]
    missing = [name for name in asked if name not in texts]
    if missing:
        raise SourceError(f"{where}: kolumnen {', '.join(missing)} finns inte. {_told(texts)} {MEND}")
    twice = next((name for name in asked if texts.count(name) > 1), None)
    if twice:
        raise SourceError(f"{where}: två kolumner heter {twice}. {MEND}")
    places = {name: texts.index(name) for name in asked}
    values = _values(texts, places, mapping, where)
    if "sex" in mapping.columns.told:
        lacking = [_SEX[sex] for sex in sexes if sex not in {held.sex for held in values}]
        if lacking:
            raise SourceError(f"{where}: ingen kolumn är för {', '.join(lacking)}. {_told(texts)} {MEND}")
    return Columns(places, values)


def _values(texts: list[str], places: dict[str, int], mapping: OwnMapping, where: str) -> tuple[Held, ...]:
    columns = mapping.columns
    if columns.value and not columns.told:
        return (Held(columns.value, places[columns.value]),)
    if columns.value:
        found = _by_pattern(texts, set(places.values()), mapping, where)
    else:
        found = []
        for heading, said in columns.values.items():
            period = our_period(said.period) if said.period else None
            if said.period and period is None:
                raise SourceError(f"{where}: columns.values: {said.period} är ingen period. {MEND}")
            found.append(Held(heading, places[heading], period, said.sex))
    seen: dict[tuple[str | None, Sex | None], Held] = {}
    for held in found:
        other = seen.setdefault((held.period, held.sex), held)
        if other is not held:
            raise SourceError(f"{where}: kolumnerna {other.heading} och {held.heading} gäller samma sak. {MEND}")
    return tuple(found)


def _by_pattern(texts: list[str], taken: set[int], mapping: OwnMapping, where: str) -> list[Held]:
    """Columns whose headings follow the pattern; one that follows it only in part is refused."""
    pattern = mapping.columns.value or ""
    parts = _PART.split(pattern)
    shape = re.compile("".join(_SHAPES.get(part, re.escape(part)) for part in parts))
    own_words = any(part.strip() for part in parts if part not in _SHAPES)
    found, odd = [], []
    for place, text in enumerate(texts):
        match = None if place in taken else shape.fullmatch(text)
        if match is None:
            continue
        said = match.groupdict()
        period = our_period(said["period"]) if "period" in said else None
        sex = known_sex(said["sex"].strip(" ,:"), mapping) if "sex" in said else None
        if all({"period": period, "sex": sex}[part] for part in said):
            found.append(Held(text, place, period, sex))
        elif own_words or "period" in said:
            odd.append(text)
    if odd:
        raise SourceError(f"{where}: rubriken {', '.join(odd)} går inte att läsa som {pattern}. {MEND}")
    if not found:
        raise SourceError(f"{where}: ingen rubrik är skriven som {pattern}. {_told(texts)} {MEND}")
    return found


def _told(texts: list[str]) -> str:
    return f"Rubrikerna är: {', '.join(text for text in texts if text) or 'inga alls'}."
