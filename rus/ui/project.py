"""What the project page is made of: which project is on show, and one function for each of its tabs."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import streamlit as st

from rus.catalogue.project import Project, read_projects
from rus.core import paths
from rus.core.errors import CatalogueError
from rus.core.swedish import day, listing
from rus.ui import cached, frame, page_choice, pickers
from rus.ui.copy_here import copy_here
from rus.ui.downloads import downloads
from rus.ui.markup import bullets, pairs, table
from rus.ui.project_money import budget
from rus.views.doing import Doing, doing
from rus.views.project import MilestoneView, ProjectView, Strip, project_view
from rus.views.project_sheets import activity_sheet
from rus.views.slide_project import WHICH
from rus.views.status import StatusWord


def projects() -> list[Project]:
    """The projects of the content folder as their files are now, newest first.

    Raises:
        CatalogueError: A file is wrong; the message names file, key and remedy.
    """
    files = sorted(paths.projects().glob("*.toml"))
    return list(_read(cached.current_build_id(), tuple((p, p.stat().st_mtime_ns) for p in files)))


@lru_cache(maxsize=4)
def _read(build_id: str, _files: tuple[tuple[Path, int], ...]) -> tuple[Project, ...]:
    return tuple(read_projects(None, cached.catalogue(build_id)))


def chosen() -> Project | None:
    """The project on show; a picker stands above it where there are several."""
    found = {project.id: project for project in projects()}
    if not found:
        return None
    names = {identity: project.name for identity, project in found.items()}
    pickers.say_strange(page_choice.strange(WHICH, names))
    if len(found) == 1:
        return next(iter(found.values()))
    changed = page_choice.keep(WHICH, names, next(iter(names)))
    picked = st.selectbox("Projekt", list(names), format_func=names.__getitem__, key=WHICH, on_change=changed)
    return found[str(picked)]


def projects_for(challenge_id: str) -> tuple[Doing, ...]:
    """What every project with anything for a challenge area does for it, newest first.

    A broken project file must not take the area's page with it: the answer then says which file and what.
    """
    try:
        return doing(projects(), challenge_id)
    except CatalogueError as error:
        mend = "Kör rus check, rätta felen och ladda om sidan."
        broken = Strip("Projektets fil har fel", "", (), source=error.problems[0], reading=False, note=mend)
        return (Doing(broken, (), ""),)


def _today() -> date:
    return date.today()


def copy_link() -> None:
    """The address of the project and the part of it on show; it has no figures of a data version."""
    copy_here("projekt_flik", WHICH, pinned=False)


def overview(project: Project) -> None:
    """Aims, who and when, what is inside and outside."""
    view = project_view(project, cached.catalogue(cached.current_build_id()), _today())
    left, right = st.columns([2, 1], gap="medium")
    with left, frame.frame("aims"):
        frame.finding("Vad projektet ska åstadkomma")
        pairs(
            [
                ("Projektmål", project.project_goal),
                ("Långsiktigt mål", project.long_term_goal),
                ("Ingår", project.scope_in),
                ("Ingår inte", project.scope_out),
                ("Uppföljning", " ".join(project.follow_up)),
            ]
        )
        frame.source(view.source)
    with right, frame.soft("facts", stretch=True):
        frame.html('<h2 class="sec">Fakta</h2>')
        team = project.organisation
        pairs(
            [
                ("Projekttid", view.period),
                ("Läge", view.phase),
                ("Ägare", project.owner),
                ("Område", project.area),
                ("Leds av", team.lead),
                ("Arbetsgrupp", listing(team.team)),
                ("Styrgrupp", team.steering),
                ("Andra parter", listing(team.partners)),
            ]
        )
    _reach(project, view)


def _reach(project: Project, view: ProjectView) -> None:
    """Which challenge areas the activities serve, and where results go."""
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("areas"):
        frame.finding("Aktiviteter per utmaningsområde")
        rows = [[name, str(count), str(read)] for name, count, read in view.by_area]
        table(["Område", "Aktiviteter", "varav vår läsning"], rows, numbers=(1, 2), caption="Aktiviteter per område")
        frame.source(
            "Vår läsning: beskrivningen knyter inte själv aktiviteten till området. Grunden står vid varje aktivitet."
        )
    with right, frame.frame("spread"):
        frame.finding("Hit sprids resultaten")
        pairs(
            [
                ("Externt, t.ex.", ", ".join(project.spread.external)),
                ("Internt, t.ex.", ", ".join(project.spread.internal)),
            ]
        )
        frame.source(view.source)


def milestones(project: Project) -> None:
    """Every delmål with its activities and their status."""
    catalogue = cached.catalogue(cached.current_build_id())
    view = project_view(project, catalogue, _today())
    frame.html(f'<p class="tally">{frame.text(view.tally)}</p>')
    roles = any(a.role or a.next_step for m in view.milestones for a in m.activities)
    for milestone in view.milestones:
        with frame.frame(f"milestone_{milestone.number}"):
            _milestone(milestone, roles=roles)
    said = [] if roles else ["Ansvarig roll och nästa steg är inte angivna för någon aktivitet."]
    said += ["Status är ej rapporterad tills den sätts i projektets fil.", project.standing_note or ""]
    spans = " ".join(f"<span>{frame.text(words)}</span>" for words in [*said, view.source] if words)
    frame.html(f'<p class="src">{spans}</p>')
    downloads(activity_sheet(project, catalogue), "activities")


def _milestone(milestone: MilestoneView, *, roles: bool) -> None:
    basis = _marked(milestone.basis, reading=milestone.reading)
    frame.finding(
        f"{milestone.number}. {milestone.text}", f"Gäller {milestone.areas}. {basis}" if milestone.areas else ""
    )
    columns = ["Aktivitet", "Takt", "Status", *(["Ansvarig roll", "Nästa steg"] if roles else []), "Utmaningsområden"]
    rows = []
    for activity in milestone.activities:
        why = (
            f"<small>{frame.text(_marked(activity.basis, reading=activity.reading))}</small>" if activity.basis else ""
        )
        more = [frame.text(activity.role or "–"), frame.text(activity.next_step or "–")] if roles else []
        status = frame.chip(StatusWord("", activity.status, activity.css))
        rows.append(
            [
                frame.text(activity.text),
                frame.text(activity.rhythm or "–"),
                status,
                *more,
                f"{frame.text(activity.areas or '–')}{why}",
            ]
        )
    widths = ("30%", "15%", "15%") if not roles else ("24%", "12%", "14%", "12%", "14%")
    table(columns, rows, caption=f"Aktiviteter under delmål {milestone.number}", widths=widths, safe=True)


def _marked(words: str, *, reading: bool) -> str:
    return f"Vår läsning: {words}" if words and reading else words


def calendar(project: Project) -> None:
    """The årshjul as far as it is known: paces, and months only where they are decided."""
    view = project_view(project, cached.catalogue(cached.current_build_id()), _today())
    with frame.frame("calendar"):
        frame.finding("Så ofta återkommer aktiviteterna", "Takt enligt projektbeskrivningen")
        rows = [
            [frame.text(r.words), bullets(r.activities) + "".join(f"<small>{frame.text(n)}</small>" for n in r.notes)]
            for r in view.rhythms
        ]
        table(["Takt", "Aktiviteter"], rows, caption="Årshjul", safe=True)
        frame.source(view.source)
    if not any(a.months for a in project.activity):
        frame.empty(
            "Inga månader är inlagda",
            "Projektbeskrivningen anger takt men inte när på året, så ett årshjul månad för månad kan inte visas.",
            "Månader läggs in under aktiviteten i projektets fil.",
        )


def reports(project: Project) -> None:
    """Lägesrapporter, newest first."""
    if not project.report:
        frame.empty(
            "Ingen lägesrapport är inlagd",
            "Projektet följs upp med lägesrapporter löpande, men ingen finns i projektets fil.",
            "Lägg till en [[report]] med dag, vad som gjorts, avvikelse, lärande och nästa steg.",
        )
    for report in sorted(project.report, key=lambda r: r.day, reverse=True):
        with frame.frame(f"report_{report.day}"):
            frame.finding(f"Lägesrapport {day(report.day)}")
            pairs(
                [
                    ("Gjort", report.done),
                    ("Avvikelse", report.deviation),
                    ("Lärande", report.learning),
                    ("Nästa steg", report.next),
                ]
            )


def earlier(project: Project) -> None:
    """What the project before reached."""
    if project.earlier is None:
        frame.empty("Inga tidigare resultat är inlagda", "Projektets fil säger inget om projektet före.")
        return
    for milestone in project.earlier.milestone:
        with frame.frame(f"earlier_{milestone.number}"):
            frame.finding(f"{milestone.number}. {milestone.text}", f"Delmål {project.earlier.period}")
            frame.html(bullets(milestone.results))
            if milestone.activities:
                frame.source(f"Aktiviteter som bidrog: {', '.join(milestone.activities)}.")


TABS: dict[str, Callable[[Project], None]] = {
    "Översikt": overview,
    "Delmål och aktiviteter": milestones,
    "Årshjul": calendar,
    "Budget och finansiering": budget,
    "Lägesrapporter": reports,
    "Tidigare resultat": earlier,
}
"""Title of each tab → what draws it."""
