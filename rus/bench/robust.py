"""How many statuses every method and every base year agree on, as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from rus.analysis.robustness import Robustness
from rus.core.swedish import number
from rus.views.status import STATUSES


@dataclass(frozen=True)
class Tally:
    """One status in one set of goals: how many, and on how many all methods, and all base years too, agree."""

    kind: str
    status: str
    total: int
    methods: int
    robust: int


def tallies(kind: str, judged: Iterable[Robustness]) -> tuple[Tally, ...]:
    """Count a set of goals, in the order of the list of statuses.

    Args:
        kind: what the goals are, in Swedish.
        judged: the answers of all methods.
    """
    known = list(judged)
    made = []
    for status in STATUSES:
        own = [r for r in known if r.said == status]
        agreeing = sum(r.agreeing == r.counted > 0 for r in own)
        if own:
            made.append(Tally(kind, status, len(own), agreeing, sum(r.robust for r in own)))
    return tuple(made)


def show(console: Console, found: Iterable[Tally]) -> None:
    """Print the table."""
    table = Table("Mål", "Bedömning", title="Hur många bedömningar är robusta?")
    for name in ("Antal", "Alla metoder säger samma", "Alla basår också", "Andel robusta"):
        table.add_column(name, justify="right")
    for row in found:
        share = f"{number(row.robust / row.total * 100)} %"
        counts = (str(row.total), str(row.methods), str(row.robust), share)
        table.add_row(row.kind, STATUSES[row.status].words, *counts)
    console.print(table)
