"""How far the figures reach: each indicator and group by sex and level of region, with the newest period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.quality import ALL, UPDATE, chosen, name, sheet
from rus.views.sheet import Sheet, period_in_words

LEVELS = {"riket": "Riket", "lan": "Län", "kommun": "Kommuner"}
COLUMNS = (
    {"name": "Mått", "indicator": "Indikator", "group": "Grupp", "sexes": "Kvinnor och män för sig"}
    | {f"{level}_newest": f"{words}: nyaste period" for level, words in LEVELS.items()}
    | {f"{level}_n": f"{words}: antal med uppgift" for level, words in LEVELS.items()}
    | {"reason": "Varför något saknas"}
)
SPLIT, NO_SEX = "ja", "nej"
NONE = "Källan ger inga uppgifter för {levels}."


@dataclass(frozen=True)
class Reach:
    """The figures of one level of region: newest period in words, how many regions have one, of how many there are."""

    newest: str = ""
    regions: int = 0
    of: int = 0


@dataclass(frozen=True)
class Row:
    """One indicator and group: are women and men apart, a `Reach` for each of LEVELS, and why something is empty."""

    indicator: str
    group: str
    name: str
    sexes: str
    reach: tuple[Reach, ...]
    reason: str

    @property
    def empty(self) -> bool:
        """Whether there is no figure at all."""
        return not any(r.regions for r in self.reach)


@dataclass(frozen=True)
class Coverage:
    """The matrix and its sentence; `groups` is how many rows are split by something beside sex."""

    rows: tuple[Row, ...]
    finding: str


def coverage(store: Store, catalogue: Catalogue, within: str = ALL) -> Coverage:
    """The matrix of an area, indicators by name and their groups in the catalogue's order."""
    cells: dict[tuple[str, str], dict[str, Reach]] = {}
    sexes: dict[tuple[str, str], set[str]] = {}
    there = {level: sum(r.level == level for r in catalogue.regions.values()) for level in LEVELS}
    for row in store.coverage_by_cell().to_dict("records"):
        level = str(row["level"])
        found = Reach(period_in_words(str(row["newest"])), int(row["regions"]), there.get(level, 0))
        key = (str(row["indicator"]), str(row["group"]))
        cells.setdefault(key, {})[level] = found
        sexes.setdefault(key, set()).update(str(row["sexes"]).split(","))
    rows = [
        _row(catalogue, i, group, cells.get((i.id, group), {}), sexes.get((i.id, group), set()))
        for i in chosen(catalogue, within)
        for group in _groups(i, cells)
    ]
    return Coverage(tuple(rows), _finding(rows))


def _groups(i: Indicator, cells: Iterable[tuple[str, str]]) -> list[str]:
    """Groups the catalogue names, then such as only the figures have; one row where there is neither."""
    named = dict.fromkeys(group_id(s.group) for s in i.series if s.role == "value")
    return [*(named | dict.fromkeys(group for indicator, group in cells if indicator == i.id))] or [group_id({})]


def _row(catalogue: Catalogue, i: Indicator, group: str, reach: Mapping[str, Reach], have: set[str]) -> Row:
    split = SPLIT if {"women", "men"} <= have else NO_SEX
    by_level = tuple(reach.get(level, Reach()) for level in LEVELS)
    sexes = split if any(r.regions for r in by_level) else ""
    return Row(i.id, group, name(catalogue, i.id, group), sexes, by_level, _reason(i, group, reach))


def _reason(i: Indicator, group: str, reach: Mapping[str, Reach]) -> str:
    if i.state == "wanted" and not reach:
        return i.missing or ""
    if not reach:
        waits = [w.reason for w in i.waits if w.ground in group]
        return waits[0] if waits else f"Serien är angiven men inget är hämtat ännu. {UPDATE}"
    lacking = [level for level in LEVELS if level not in reach]
    never = [LEVELS[level].lower() for level in lacking if level in i.traits.not_for]
    other = [LEVELS[level].lower() for level in lacking if level not in i.traits.not_for]
    said = [f"Källan publicerar inte måttet för {listing(never)}."] if never else []
    return " ".join([*said, *([NONE.format(levels=listing(other))] if other else [])])


def _finding(rows: list[Row]) -> str:
    have = {r.indicator for r in rows if not r.empty}
    lack = len({r.indicator for r in rows} - have)
    split = len({r.indicator for r in rows if not r.empty and r.sexes == SPLIT})
    said = f"{len(have)} mått har siffror, {split} av dem för kvinnor och män"
    return f"{said}; {lack} väntar på uppgifter" if lack else said


def coverage_sheet(catalogue: Catalogue, found: Coverage, build: str) -> Sheet:
    """The matrix as files."""
    rows = [
        (
            *(r.name, r.indicator, catalogue.group_label(r.group), r.sexes),
            *(reach.newest for reach in r.reach),
            *(reach.regions for reach in r.reach),
            r.reason,
        )
        for r in found.rows
    ]
    return sheet(catalogue, "Täckning", COLUMNS, rows, build=build)
