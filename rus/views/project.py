"""A project on the screen: its delmål and activities in words, and the strip of it on a challenge area's page."""

from dataclasses import dataclass
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.project import Activity, Linked, Milestone, Project
from rus.core.swedish import EN_DASH, day, listing

STATUS_CSS = {"ej rapporterad": "na", "planerad": "na", "pågår": "eq", "klar": "good", "pausad": "slow"}
"""Status of an activity → class of the stylesheet; the words always stand beside the icon."""

_PLURAL = {
    "ej rapporterad": "ej rapporterade",
    "planerad": "planerade",
    "pågår": "pågår",
    "klar": "klara",
    "pausad": "pausade",
}
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

OWN_READING = "Kopplingen till området är dashboardens läsning av projektbeskrivningen."
UNSAID = "Tid ej angiven"


@dataclass(frozen=True)
class ActivityView:
    """One activity; empty strings where nothing is said. `reading`: the link to its areas is our reading."""

    text: str
    rhythm: str
    status: str
    css: str
    role: str
    next_step: str
    areas: str
    basis: str
    reading: bool


@dataclass(frozen=True)
class MilestoneView:
    """One delmål with its activities."""

    number: int
    text: str
    areas: str
    basis: str
    reading: bool
    activities: tuple[ActivityView, ...]


@dataclass(frozen=True)
class Rhythm:
    """The activities that come at the same pace, for the årshjul; notes say where a pace is from."""

    words: str
    activities: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Strip:
    """What a project does for one challenge area. `reading`: some link is our reading; `note` then says so."""

    project: str
    project_id: str
    milestones: tuple[MilestoneView, ...]
    source: str
    reading: bool
    note: str


@dataclass(frozen=True)
class ProjectView:
    """Everything on a project's page but the money."""

    id: str
    name: str
    period: str
    phase: str
    tally: str
    milestones: tuple[MilestoneView, ...]
    rhythms: tuple[Rhythm, ...]
    by_area: tuple[tuple[str, int, int], ...]
    source: str


def project_view(project: Project, catalogue: Catalogue, today: date) -> ProjectView:
    """The project in words. `by_area` is name of area, activities linked, and how many of these by our reading."""
    linked = [(c.name, [a for a in project.activity if c.id in a.challenges]) for c in catalogue.challenges]
    return ProjectView(
        id=project.id,
        name=project.name,
        period=f"{day(project.first_day)} {EN_DASH} {day(project.last_day)}",
        phase=_phase(project, today),
        tally=_tally(project),
        milestones=tuple(_milestone(project, m, catalogue) for m in project.milestone),
        rhythms=_rhythms(project),
        by_area=tuple((name, len(found), sum(a.reading for a in found)) for name, found in linked),
        source=source_line(project),
    )


def strip_for(project: Project, challenge_id: str) -> Strip | None:
    """The delmål and activities that serve a challenge area; None where the project has none for it.

    `areas` is left empty in what the strip holds: the page says which area it is.
    """
    found: list[MilestoneView] = []
    for milestone in project.milestone:
        serving = [a for a in project.activities_of(milestone.number) if challenge_id in a.challenges]
        direct = challenge_id in milestone.challenges
        if serving or direct:
            found.append(
                MilestoneView(
                    number=milestone.number,
                    text=milestone.text,
                    areas="",
                    basis=(milestone.basis or "") if direct else "",
                    reading=direct and milestone.reading,
                    activities=tuple(_activity(a, "") for a in serving),
                )
            )
    if not found:
        return None
    reading = any(m.reading or any(a.reading for a in m.activities) for m in found)
    return Strip(
        project=project.name,
        project_id=project.id,
        milestones=tuple(found),
        source=source_line(project),
        reading=reading,
        note=OWN_READING if reading else "",
    )


def source_line(project: Project) -> str:
    """The document that the page repeats, with number and day."""
    number = f", dnr {project.document.number}" if project.document.number else ""
    return f"Källa: {project.document.title}{number}, {day(project.document.day)}."


def _phase(project: Project, today: date) -> str:
    if today < project.first_day:
        return f"Projektet börjar {day(project.first_day)}."
    if today > project.last_day:
        return f"Projekttiden gick ut {day(project.last_day)}."
    return f"Projektet pågår till och med {day(project.last_day)}."


def _tally(project: Project) -> str:
    counts = {status: sum(a.status == status for a in project.activity) for status in STATUS_CSS}
    parts = [f"{count} {_PLURAL[status] if count > 1 else status}" for status, count in counts.items() if count]
    return f"{len(project.milestone)} delmål · {len(project.activity)} aktiviteter: {listing(parts)}"


def _areas(linked: Linked, catalogue: Catalogue) -> str:
    return listing(c.name for c in catalogue.challenges if c.id in linked.challenges)


def _activity(activity: Activity, areas: str) -> ActivityView:
    return ActivityView(
        text=activity.text,
        rhythm=activity.rhythm or "",
        status=activity.status.capitalize(),
        css=STATUS_CSS[activity.status],
        role=activity.role or "",
        next_step=activity.next_step or "",
        areas=areas,
        basis=activity.basis or "",
        reading=activity.reading,
    )


def _milestone(project: Project, milestone: Milestone, catalogue: Catalogue) -> MilestoneView:
    return MilestoneView(
        number=milestone.number,
        text=milestone.text,
        areas=_areas(milestone, catalogue),
        basis=milestone.basis or "",
        reading=milestone.reading,
        activities=tuple(_activity(a, _areas(a, catalogue)) for a in project.activities_of(milestone.number)),
    )


def _rhythms(project: Project) -> tuple[Rhythm, ...]:
    """Paces in the order of the file; what has none comes last."""
    said = list(dict.fromkeys(a.rhythm for a in project.activity if a.rhythm))
    groups = [(words, [a for a in project.activity if a.rhythm == words]) for words in said]
    unsaid = [a for a in project.activity if not a.rhythm]
    groups += [(UNSAID, unsaid)] if unsaid else []
    return tuple(
        Rhythm(words, tuple(_with_months(a) for a in group), tuple(a.rhythm_note for a in group if a.rhythm_note))
        for words, group in groups
    )


def _with_months(activity: Activity) -> str:
    named = listing(MONTHS[month - 1] for month in activity.months)
    return f"{activity.text} ({named})" if named else activity.text
