"""Which of a profile's rows stand in the table, under which headings, and the sentence over them."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing
from rus.views.profile_board import OTHER
from rus.views.profile_rows import SURE, Profile, Row

HEADLINE, CERTAIN, OUTER = "huvud", "sakra", "ytter"
WHOLE = {HEADLINE: "Huvudmått", CERTAIN: "Säker skillnad mot länet", OUTER: "Landets tiondel först eller sist"}
REST = "Övriga mått"
EMPTY = {
    CERTAIN: "Ingen skillnad mot länet är säker, där slumpen går att räkna.",
    OUTER: "Inget mått ligger bland landets tiondel först eller sist.",
}
Groups = tuple[tuple[str, tuple[Row, ...]], ...]
"""Rows under their headings."""


@dataclass(frozen=True)
class Shown:
    """The table: its title and what is said below, the rows in groups, and why there are none."""

    title: str
    below: str
    groups: Groups
    empty: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return tuple(row for _, rows in self.groups for row in rows)

    def cut(self, start: int, end: int | None = None) -> Groups:
        """The groups with the rows from `start` to before `end`, counted through all groups; no group is empty."""
        kept = set(map(id, self.rows[start:end]))
        parts = ((name, tuple(row for row in rows if id(row) in kept)) for name, rows in self.groups)
        return tuple((name, rows) for name, rows in parts if rows)


def choices(catalogue: Catalogue) -> dict[str, str]:
    """The choices of rows: id → label."""
    areas = {c.id: f"Alla mått: {c.name}" for c in catalogue.challenges}
    return WHOLE | areas | {OTHER: f"Alla mått: {REST.lower()}"}


def shown(found: Profile, catalogue: Catalogue, wanted: str) -> Shown:
    """The rows of a choice (`choices`) in their areas; without headline measures all of the first area stand there."""
    rows = _chosen(found, wanted)
    if not rows and wanted == HEADLINE:
        rows = found.rows
    names = {c.id: c.name for c in catalogue.challenges} | {OTHER: REST}
    groups = tuple(
        (name, part) for area, name in names.items() if (part := tuple(r for r in rows if r.spine.area == area))
    )
    return Shown(_title(found), _below(found), groups, "" if rows else EMPTY.get(wanted, "Inget mått har siffror här."))


def _chosen(found: Profile, wanted: str) -> tuple[Row, ...]:
    if wanted == HEADLINE:
        return tuple(row for row in found.rows if row.spine.headline)
    if wanted == CERTAIN:
        return tuple(row for row in found.rows if any(side.sure for side in row.sides))
    if wanted == OUTER:
        return tuple(row for row in found.rows if any(side.outer for side in row.sides))
    return tuple(row for row in found.rows if row.spine.area == wanted)


def _title(found: Profile) -> str:
    first = found.places[0].name
    if len(found.places) > 1:
        tried = [row.between for row in found.rows if row.between and row.between.verdict != "not_assessed"]
        sure = sum(one.verdict in SURE for one in tried)
        if not tried:
            return f"{first} och {found.places[1].name} sida vid sida"
        return f"{first} och {found.places[1].name} skiljer sig säkert i {sure} av {len(tried)} prövade mått"
    if not found.counted():
        return f"{first} mot länet och landet"
    return f"{first} skiljer sig säkert från länet i {len(found.sure())} av {found.counted()} prövade mått"


def _below(found: Profile) -> str:
    """What the title counts, and what the three-year choice did."""
    more = f"Prövas kan bara mått där antalet personer eller felmarginalen är känd, av {len(found.rows)} mått."
    outer, placed = found.outer()
    if placed and len(found.places) == 1:
        more += f" Bland landets tiondel först eller sist i {outer} av de {placed} mått som alla kommuner har."
    if not found.mean:
        return more
    rest = sum(not row.spine.mean for row in found.rows)
    years = listing([f"{len(found.rows) - rest} mått som 3-årsmedel", f"{rest} med ett år"] if rest else ["Alla mått"])
    return f"{more} Visar {years}."
