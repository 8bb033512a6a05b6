"""What the bench says: one row a figure, as a table and as JSON."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from rus.bench.clock import Timing

RATIO = "×"


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, in which unit, and what it must not exceed (None: only told).

    `against` names the peer of a ratio; `value` is then ours divided by the peer's.
    """

    part: str
    name: str
    value: float
    unit: str
    limit: float | None = None
    against: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether the limit is kept; None without one."""
        return None if self.limit is None else self.value <= self.limit


@dataclass
class Report:
    """All rows of a run."""

    rows: list[Row] = field(default_factory=list)

    def add(
        self, part: str, name: str, value: float, unit: str, *, limit: float | None = None, against: str = ""
    ) -> None:
        """Add a figure."""
        self.rows.append(Row(part, name, value, unit, limit, against))

    def timing(
        self, part: str, name: str, timing: Timing, *, median: float | None = None, p95: float | None = None
    ) -> None:
        """Add median and 95th percentile of a measurement, in ms."""
        self.add(part, f"{name}, median", timing.median, "ms", limit=median)
        self.add(part, f"{name}, 95:e percentilen", timing.p95, "ms", limit=p95)

    def ratio(
        self, part: str, name: str, ours: Timing, peer: Timing, *, against: str, limit: float | None = None
    ) -> None:
        """Add our median divided by the peer's."""
        self.add(part, name, ours.median / peer.median, RATIO, limit=limit, against=against)

    def show(self, console: Console) -> None:
        """Print the table."""
        table = Table("Del", "Vad", "Mätt", "Högst", "Mot", "")
        for row in self.rows:
            limit = "" if row.limit is None else f"{row.limit:g} {row.unit}"
            sign = {True: "håller", False: "[bold]över gränsen[/bold]", None: ""}[row.holds]
            table.add_row(
                row.part, row.name, f"{row.value:,.2f} {row.unit}".replace(",", " "), limit, row.against, sign
            )
        console.print(table)

    def write(self, path: Path) -> None:
        """Write the same as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "rows": [{**asdict(row), "holds": row.holds} for row in self.rows],
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
