"""A project's tables to take away: activities by delmål, and the money, one amount a row."""

from datetime import date

import pandas as pd

from rus.catalogue.budget import Line
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.project import Project
from rus.core.swedish import day
from rus.views.project import OWN_READING, project_view
from rus.views.sheet import Sheet, file_stem

ACTIVITIES = {
    "number": "Delmål nr",
    "milestone": "Delmål",
    "activity": "Aktivitet",
    "rhythm": "Takt",
    "status": "Status",
    "role": "Ansvarig roll",
    "next_step": "Nästa steg",
    "areas": "Utmaningsområden",
    "basis": "Grund för kopplingen",
    "reading": "Egen läsning",
}
MONEY = {"table": "Tabell", "line": "Rad", "year": "År", "amount": "Kronor", "kind": "Slag"}


def activity_sheet(project: Project, catalogue: Catalogue) -> Sheet:
    """One row for each activity under each delmål."""
    view = project_view(project, catalogue, _today())
    rows = [
        {
            "number": milestone.number,
            "milestone": milestone.text,
            "activity": activity.text,
            "rhythm": activity.rhythm,
            "status": activity.status,
            "role": activity.role,
            "next_step": activity.next_step,
            "areas": activity.areas,
            "basis": activity.basis,
            "reading": "ja" if activity.reading else "",
        }
        for milestone in view.milestones
        for activity in milestone.activities
    ]
    return _sheet(project, "delmål och aktiviteter", pd.DataFrame(rows, columns=list(ACTIVITIES)), ACTIVITIES)


def budget_sheet(project: Project) -> Sheet:
    """One row for each decided amount, totals and sums as printed; empty where the project has no budget."""
    budget = project.budget
    rows: list[dict[str, object]] = []
    if budget:
        columns = [*(str(year) for year in budget.years), "Totalt"]
        tables: list[tuple[str, list[Line], Line]] = [
            ("Kostnader", budget.cost, budget.costs),
            ("Finansiering", list[Line](budget.funder), budget.funding),
        ]
        for table, lines, total in tables:
            for line in (*lines, total):
                kind = "summa" if line is total else "post"
                rows += [
                    {"table": table, "line": line.name, "year": column, "amount": amount, "kind": kind}
                    for column, amount in zip(columns, [*line.years, line.total], strict=True)
                ]
    sheet = _sheet(project, "budget och finansiering", pd.DataFrame(rows, columns=list(MONEY)), MONEY)
    sheet.about.insert(2, ("Att tänka på", budget.note if budget else ""))
    return sheet


def _today() -> date:
    return date.today()  # the reader's own day


def _sheet(project: Project, what: str, rows: pd.DataFrame, columns: dict[str, str]) -> Sheet:
    title = f"{project.name}: {what}"
    number = f", dnr {project.document.number}" if project.document.number else ""
    return Sheet(
        title=title,
        filename=file_stem(project.id, what),
        rows=rows,
        columns=columns,
        about=[
            ("Innehåll", title),
            ("Källa", f"{project.document.title}{number}, {day(project.document.day)}"),
            ("Ägare", project.owner),
            *([("Egen läsning", OWN_READING)] if "reading" in columns else []),
            ("Uttagsdatum", day(_today())),
        ],
        decimals=0,
    )
