"""A slide of Projekt: costs or financing as decided. Projects are files of their own, not part of a build."""

from collections.abc import Mapping, Sequence

from rus.catalogue.project import Project
from rus.core.errors import UsageError
from rus.views.budget import Bars, budget_view, percent
from rus.views.slide_shown import PART, SlideView

PROJECT, WHICH = "projekt", "projekt_id"
COSTS, FUNDING = "kostnader", "finansiering"


def project_slide(projects: Sequence[Project], said: Mapping[str, str]) -> SlideView:
    """The bars of a project's money.

    Args:
        projects: as their files are now.
        said: the parameters of the address.

    Raises:
        UsageError: the project is gone or has no budget.
    """
    part = said.get(PART, "")
    if part not in {COSTS, FUNDING}:
        raise UsageError("Sidan ”/projekt” kan inte visas som en bild. Välj ett av diagrammen under Budget.")
    wanted = said.get(WHICH, "")
    project = next((one for one in projects if one.id == wanted or not wanted), None)
    view = budget_view(project) if project else None
    if project is None or view is None:
        raise UsageError("Projektet i vyns adress finns inte här, eller har ingen budget.")
    bars, money = (view.funding, view.tables[1]) if part == FUNDING else (view.costs, view.tables[0])
    return SlideView(
        page=PROJECT,
        parameters=((WHICH, project.id), ("projekt_flik", "Budget och finansiering"), (PART, part)),
        title=view.finding if part == COSTS else _largest(bars),
        subtitle=f"{project.name}. {money.caption}, beslutad budget, kronor per år",
        source=view.source,
        alt=f"{money.caption}. {view.alt}"
        if part == COSTS
        else f"{money.caption} av {project.name}. {_largest(bars)}.",
        measure=money.caption,
        content=bars,
        part=part,
    )


def _largest(bars: Bars) -> str:
    """Who pays most, and how much of all."""
    paid = {name: sum(amounts) for name, amounts in zip(bars.names, bars.amounts, strict=True)}
    first = max(paid, key=lambda name: paid[name])
    return f"{first} är {percent(paid[first] / sum(paid.values()))} av finansieringen"
