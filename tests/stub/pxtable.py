"""A made-up table as PxWebApi 2 gives it: variables, values by cell, JSON-stat2."""

import itertools
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Cell = tuple[str, ...]


@dataclass
class Variable:
    """`role`: time, metric or neither. `codelists`: id → (code → label, code → codes that it sums, elimination)."""

    code: str
    values: dict[str, str]
    label: str = ""
    role: str = ""
    elimination: bool = False
    codelists: dict[str, "Codelist"] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    unit: str = "procent"
    decimals: int = 1


@dataclass
class Codelist:
    values: dict[str, str]
    maps: dict[str, list[str]]
    kind: str = "Aggregation"
    elimination: bool = True


@dataclass
class Table:
    """`told` overrides the made-up values, `symbols` says why there is none or what is to be known of one."""

    id: str
    variables: list[Variable]
    label: str = "Påhittad tabell"
    updated: str = "2026-03-01T07:00:00Z"
    notes: list[str] = field(default_factory=list)
    told: dict[Cell, float | None] = field(default_factory=dict)
    symbols: dict[Cell, str] = field(default_factory=dict)
    discontinued: bool | None = None

    def variable(self, code: str) -> Variable | None:
        """Case does not matter, and TIME is the time variable."""
        for each in self.variables:
            if each.code.casefold() == code.casefold() or (code.upper() == "TIME" and each.role == "time"):
                return each
        return None

    def value(self, cell: Cell) -> float | None:
        if cell in self.told:
            return self.told[cell]
        if cell in self.symbols:
            return None
        return zlib.crc32("|".join((self.id, *cell)).encode()) % 1000 / 10

    def dataset(self, parts: Sequence[tuple[Variable, dict[str, str]]], values: list[float | None]) -> dict[str, Any]:
        """JSON-stat2 of some variables, each with code → label; without values it is the table's metadata."""
        roles = {role: [v.code for v, _ in parts if v.role == role] for role in ("time", "metric")}
        return {
            "version": "2.0",
            "class": "dataset",
            "label": self.label,
            "source": "Provverket",
            "updated": self.updated,
            "note": self.notes,
            "role": roles,
            "id": [v.code for v, _ in parts],
            "size": [len(labels) for _, labels in parts],
            "dimension": {v.code: _dimension(v, labels) for v, labels in parts},
            "extension": {
                "noteMandatory": {str(number): True for number in range(len(self.notes))},
                "px": {
                    "tableid": self.id,
                    "decimals": 1,
                    "official-statistics": True,
                    "language": "sv",
                    "matrix": self.id,
                },
                "contact": [],
                "discontinued": self.discontinued,
            },
            "value": values,
        }

    def data(self, parts: Sequence[tuple[Variable, dict[str, str]]]) -> dict[str, Any]:
        """The figures chosen; the variables left out are summed, and a codelist's values are sums too."""
        free = {v.code: labels for v, labels in parts}
        every = [list(free.get(v.code, {"": ""})) for v in self.variables]
        cells = list(itertools.product(*every))
        answer = self.dataset(parts, [self._sum(cell) for cell in cells])
        status = {str(at): self.symbols[cell] for at, cell in enumerate(cells) if cell in self.symbols}
        return {**answer, "status": status} if status else answer

    def _sum(self, cell: Cell) -> float | None:
        """One cell, or the sum of those that it stands for."""
        spread = [self._stands_for(v, code) for v, code in zip(self.variables, cell, strict=True)]
        if math.prod(map(len, spread)) == 1:
            return self.value(tuple(codes[0] for codes in spread))
        known = [value for each in itertools.product(*spread) if (value := self.value(each)) is not None]
        return round(sum(known), 6) if known else None

    @staticmethod
    def _stands_for(variable: Variable, code: str) -> list[str]:
        if code in variable.values:
            return [code]
        for codelist in variable.codelists.values():
            if code in codelist.maps:
                return codelist.maps[code]
        return list(variable.values)


def _dimension(variable: Variable, labels: dict[str, str]) -> dict[str, Any]:
    category: dict[str, Any] = {"index": {code: at for at, code in enumerate(labels)}, "label": labels}
    if variable.notes:
        category["note"] = {code: [text] for code, text in variable.notes.items() if code in labels}
    if variable.role == "metric":
        category["unit"] = {code: {"base": variable.unit, "decimals": variable.decimals} for code in labels}
    codelists = [{"id": i, "label": i, "type": c.kind, "links": []} for i, c in variable.codelists.items()]
    extension = {"elimination": variable.elimination, "show": "value", "codelists": codelists}
    return {"label": variable.label or variable.code, "category": category, "extension": extension}


def small_table(identity: str = "TAB1", years: Sequence[int] = range(2020, 2025)) -> Table:
    """Region × sex × contents × year: six regions, with a total of the sexes, and notes."""
    places = {
        "00": "Riket",
        "91": "Provlän",
        "92": "Grannlän",
        "9101": "Storköping",
        "9102": "Småby",
        "9201": "Grannby",
    }
    counties = Codelist(
        {"91": "Provlän", "92": "Grannlän"}, {"91": ["91"], "92": ["92"]}, "Valueset", elimination=False
    )
    return Table(
        identity,
        [
            Variable("Region", places, "region", elimination=True, codelists={"vs_Län": counties}),
            Variable("Kon", {"1": "män", "2": "kvinnor", "1+2": "totalt"}, "kön", elimination=True),
            Variable("ContentsCode", {"0001": "Andel, procent"}, "tabellinnehåll", "metric"),
            Variable("Tid", {str(year): str(year) for year in years}, "år", "time"),
        ],
        notes=["Påhittade uppgifter för prov."],
    )
