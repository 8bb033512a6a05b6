"""A project's budget and financing: decided sums in kronor, and how far rounding may take their parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from rus.catalogue.strict import Slug, Strict, Text, Year

ROUNDING = 2
"""Kronor that parts may differ from a printed sum: each printed figure is rounded by itself."""


class Line(Strict):
    """One row of a printed table: kronor for each of the budget's years, and the printed total."""

    name: Text
    years: list[int]
    total: int


class Funder(Line):
    """Who pays; `id` is how the grant points at its row."""

    id: Slug


class Grant(Strict):
    """A grant of at most `share` percent of booked costs and at most `ceiling` kronor, both over the whole project."""

    funder: Slug
    share: int = Field(gt=0, le=100)
    ceiling: int = Field(gt=0)
    text: Text

    def at(self, costs: int) -> int:
        """Kronor granted where the project's booked costs end at `costs`."""
        return min(self.ceiling, costs * self.share // 100)


class Budget(Strict):
    """The printed tables: costs by kind with their sum, financing by funder with its sum."""

    years: list[Year] = Field(min_length=1)
    note: Text
    cost: list[Line] = Field(min_length=1)
    costs: Line
    funder: list[Funder] = Field(min_length=1)
    funding: Line
    grant: Grant | None = None

    @property
    def granted(self) -> Funder | None:
        """The row of the grant's funder."""
        return next((f for f in self.funder if self.grant and f.id == self.grant.funder), None)

    @property
    def grant_share(self) -> float | None:
        """The grant in percent of all budgeted costs, over the whole project: single years may lie above the cap."""
        return 100 * self.granted.total / self.costs.total if self.granted and self.costs.total else None


@dataclass(frozen=True)
class Sum:
    """A printed sum beside what its printed parts add up to. `key` is where in the file, `words` the row and column."""

    key: str
    row: str
    column: str
    printed: int
    added: int

    @property
    def difference(self) -> int:
        """Kronor that the parts are above the printed sum."""
        return self.added - self.printed


def sums(budget: Budget) -> Iterator[Sum]:
    """Every sum that the tables state: rows over years, columns over rows, totals, and costs against financing."""
    for name, lines, total in (
        ("cost", budget.cost, budget.costs),
        ("funder", list[Line](budget.funder), budget.funding),
    ):
        for n, line in enumerate(lines):
            yield Sum(f"budget.{name}.{n}.total", line.name, "Totalt", line.total, sum(line.years))
        key = "budget.costs" if name == "cost" else "budget.funding"
        for n, year in enumerate(budget.years):
            added = sum(line.years[n] for line in lines)
            yield Sum(f"{key}.years.{n}", total.name, str(year), total.years[n], added)
        yield Sum(f"{key}.total", total.name, "Totalt", total.total, sum(total.years))
        yield Sum(f"{key}.total", total.name, "Totalt", total.total, sum(line.total for line in lines))
    for n, year in enumerate(budget.years):
        yield Sum(
            f"budget.funding.years.{n}", budget.funding.name, str(year), budget.funding.years[n], budget.costs.years[n]
        )
    yield Sum("budget.funding.total", budget.funding.name, "Totalt", budget.funding.total, budget.costs.total)


def problems_of(budget: Budget) -> Iterator[str]:
    """What is wrong beyond rounding, each as `key: what; what to do`."""
    width = len(budget.years)
    lines = {f"cost.{n}": line for n, line in enumerate(budget.cost)}
    lines |= {f"funder.{n}": line for n, line in enumerate(budget.funder)}
    lines |= {"costs": budget.costs, "funding": budget.funding}
    uneven = [key for key, line in lines.items() if len(line.years) != width]
    for key in uneven:
        yield f"budget.{key}.years: ska ha {width} belopp, ett för varje år; nu är de {len(lines[key].years)}"
    if uneven:
        return
    for found in sums(budget):
        if abs(found.difference) > ROUNDING:
            yield (
                f"{found.key}: {found.printed} är angivet men delarna blir {found.added}; "
                f"det är mer än avrundning ({ROUNDING} kronor): rätta beloppen"
            )
    yield from _grant_problems(budget)


def _grant_problems(budget: Budget) -> Iterator[str]:
    if budget.grant is None:
        return
    if budget.granted is None:
        known = ", ".join(f.id for f in budget.funder)
        yield f'budget.grant.funder: "{budget.grant.funder}" finns inte; finansiärer som finns: {known}'
    elif budget.granted.total > budget.grant.at(budget.costs.total):
        yield (
            f"budget.grant: {budget.granted.total} kronor är mer än {budget.grant.share} procent av kostnaderna "
            f"för hela projektet, eller mer än taket {budget.grant.ceiling}; rätta beloppen eller villkoren"
        )
