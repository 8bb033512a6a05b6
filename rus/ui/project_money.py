"""The money tab of the project page: costs and financing as decided, with the rounding told."""

from collections.abc import Iterable

import streamlit as st

from rus.catalogue.project import Project
from rus.charts.budget import budget_bars
from rus.ui import frame, handles
from rus.ui.chart import show, theme
from rus.ui.downloads import downloads
from rus.ui.handles import Handles
from rus.ui.markup import bullets, table
from rus.views.budget import BudgetView, MoneyRow, MoneyTable, budget_view
from rus.views.project_sheets import budget_sheet
from rus.views.sheet import file_stem
from rus.views.slide_project import COSTS, FUNDING, PROJECT, WHICH
from rus.views.slide_shown import PART


def budget(project: Project) -> None:
    """Costs and financing as decided, with the rounding told."""
    view = budget_view(project)
    if view is None:
        frame.empty("Ingen budget är inlagd", "Projektets fil har inga belopp.", "Lägg in tabellerna under [budget].")
        return
    frame.html(f'<h2 class="find big">{frame.text(view.finding)}</h2>')
    for column, what, money in zip(st.columns(2, gap="medium"), ("costs", "funding"), view.tables, strict=True):
        with column, frame.frame(what):
            _money(project, view, what, money)
    with frame.soft("terms"):
        frame.html(
            '<h2 class="sec">Villkor, avrundning och utfall</h2>', bullets([*view.grant, *view.notes, view.outcome])
        )
    downloads(budget_sheet(project), "budget")


def _money(project: Project, view: BudgetView, what: str, money: MoneyTable) -> None:
    bars = view.costs if what == "costs" else view.funding
    frame.finding(money.caption, "Beslutad budget, kronor per år")
    figure = budget_bars(bars.years, bars.names, bars.amounts, theme=theme())
    show(figure, alt=f"{money.caption}. {view.alt}", key=what, filename=f"projekt-{what}")
    rows = [
        [_strong(cell, strong=row.is_sum) for cell in (row.name, *(c + "*" * off for c, off in _noted(row)))]
        for row in money.rows
    ]
    table(["Kronor", *money.columns], rows, numbers=range(1, 9), caption=f"{money.caption}, kronor", safe=True)
    handled(project, view, money, COSTS if what == "costs" else FUNDING, what)
    frame.source(view.source)


def handled(project: Project, view: BudgetView, money: MoneyTable, part: str, key: str) -> None:
    """The handles of the chart of costs or of financing.

    Args:
        project: whose money it is.
        view: the money in words.
        money: the table of the chart.
        part: which one it is, as a slide's address says it (`rus.views.slide_project`).
        key: of the chart.
    """
    made = Handles(
        page=PROJECT,
        choices={WHICH: project.id, "projekt_flik": "Budget och finansiering", PART: part},
        sheet=lambda: budget_sheet(project),
        filename=file_stem("projekt", part),
        title=money.caption,
        subtitle=f"{project.name}. Beslutad budget, kronor per år",
        source=view.source,
    )
    handles.row(key, made)


def _noted(row: MoneyRow) -> Iterable[tuple[str, bool]]:
    """Each amount, and whether a note belongs to it."""
    return zip(row.cells, row.noted, strict=True)


def _strong(words: str, *, strong: bool) -> str:
    return f"<b>{frame.text(words)}</b>" if strong else frame.text(words)
