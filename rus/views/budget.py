"""A project's money in words and tables: decided sums, where rounding shows, and what the grant's terms mean."""

from dataclasses import dataclass

from rus.catalogue.budget import Budget, Line, Sum, sums
from rus.catalogue.project import Project
from rus.core.swedish import HARD_SPACE, listing, number


@dataclass(frozen=True)
class MoneyRow:
    """One row: kronor as shown, the sum row set apart, `noted` where the printed figure misses its parts."""

    name: str
    cells: tuple[str, ...]
    is_sum: bool
    noted: tuple[bool, ...]


@dataclass(frozen=True)
class MoneyTable:
    """A table of kronor with its columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[MoneyRow, ...]


@dataclass(frozen=True)
class Bars:
    """Kronor for a chart: one row of amounts a name, one column a year."""

    years: tuple[str, ...]
    names: tuple[str, ...]
    amounts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class BudgetView:
    """The money of a project. `finding` is the title, `alt` says the same of the chart for those who don't see it."""

    finding: str
    tables: tuple[MoneyTable, ...]
    notes: tuple[str, ...]
    grant: tuple[str, ...]
    outcome: str
    costs: Bars
    funding: Bars
    alt: str
    source: str


def budget_view(project: Project) -> BudgetView | None:
    """The project's budget and financing; None where the file has none."""
    budget = project.budget
    if budget is None:
        return None
    found = list(sums(budget))
    largest = max(budget.cost, key=lambda line: line.total)
    finding = f"{largest.name} är {percent(largest.total / budget.costs.total)} av projektets kostnader"
    return BudgetView(
        finding=finding,
        tables=(
            _table("Kostnader", budget, budget.cost, budget.costs, found),
            _table("Finansiering", budget, list[Line](budget.funder), budget.funding, found),
        ),
        notes=tuple(_note(s) for s in _rounded(found)),
        grant=_grant_words(budget),
        outcome=_outcome_words(project, budget),
        costs=_bars(budget, budget.cost),
        funding=_bars(budget, list[Line](budget.funder)),
        alt=f"{finding}. Alla belopp står i tabellerna Kostnader och Finansiering.",
        source=budget.note,
    )


def kronor(amount: int) -> str:
    """`2544984` → `2 544 984 kronor` with hard spaces."""
    return f"{number(amount)}{HARD_SPACE}kronor"


def percent(part: float, decimals: int = 0) -> str:
    """`0.4979, 2` → `49,79 %` with a hard space."""
    return f"{number(100 * part, decimals)}{HARD_SPACE}%"


def _rounded(found: list[Sum]) -> list[Sum]:
    """Sums whose printed figure differs from its parts; each once."""
    seen: dict[tuple[str, str, int], Sum] = {}
    for one in found:
        if one.difference:
            seen.setdefault((one.row, one.column, one.added), one)
    return list(seen.values())


def _note(one: Sum) -> str:
    return (
        f"{one.row}, {one.column.lower()}: delarna blir {kronor(one.added)}, tryckt är {kronor(one.printed)}. "
        "Skillnaden är avrundning och den tryckta summan gäller."
    )


def _table(caption: str, budget: Budget, lines: list[Line], total: Line, found: list[Sum]) -> MoneyTable:
    off = {(one.row, one.column) for one in _rounded(found)}
    columns = (*(str(year) for year in budget.years), "Totalt")

    def row(line: Line, *, is_sum: bool) -> MoneyRow:
        cells = tuple(number(amount) for amount in (*line.years, line.total))
        return MoneyRow(line.name, cells, is_sum, tuple((line.name, column) in off for column in columns))

    return MoneyTable(caption, columns, (*(row(line, is_sum=False) for line in lines), row(total, is_sum=True)))


def _bars(budget: Budget, lines: list[Line]) -> Bars:
    return Bars(
        years=tuple(str(year) for year in budget.years),
        names=tuple(line.name for line in lines),
        amounts=tuple(tuple(line.years) for line in lines),
    )


def _grant_words(budget: Budget) -> tuple[str, ...]:
    grant, granted, share = budget.grant, budget.granted, budget.grant_share
    if grant is None or granted is None or share is None:
        return ()
    by_year = [
        f"{percent(granted.years[n] / budget.costs.years[n], 1)} år {year}"
        for n, year in enumerate(budget.years)
        if budget.costs.years[n]
    ]
    cap = percent(grant.share / 100)
    least = -(-grant.ceiling * 100 // grant.share)
    whole = (
        f"{granted.name} är {kronor(granted.total)}, vilket är {percent(share / 100, 2)} av hela projektets kostnader. "
        f"Taket {cap} prövas på hela projektet, inte på enskilda år ({listing(by_year)})."
    )
    lower = f"Om de bokförda kostnaderna blir lägre än {kronor(least)} minskar bidraget till {cap} av dem."
    return (grant.text, whole, lower)


def _outcome_words(project: Project, budget: Budget) -> str:
    if not project.outcome:
        return "Utfall är inte inlagt. Tabellerna visar beslutad budget."
    booked = sum(one.costs for one in project.outcome)
    said = ", ".join(f"{one.year}: {kronor(one.costs)}" for one in project.outcome)
    words = f"Bokförda kostnader hittills: {kronor(booked)} ({said})."
    reported = {one.year for one in project.outcome} >= set(budget.years)
    if budget.grant and reported:
        words += f" Med det utfallet blir bidraget högst {kronor(budget.grant.at(booked))}."
    return words
