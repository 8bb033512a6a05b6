"""The strip on a challenge area's page: what the project does for it."""

from rus.core.errors import CatalogueError
from rus.ui import frame
from rus.ui.markup import table
from rus.ui.project import marked, projects
from rus.views.project import MilestoneView, strip_for
from rus.views.status import StatusWord


def project_strip(challenge_id: str) -> None:
    """Draw what each project does for a challenge area; say so where none does anything.

    A broken project file is told here and leaves the rest of the page alone.
    """
    try:
        found = [strip for project in projects() if (strip := strip_for(project, challenge_id))]
    except CatalogueError as error:
        frame.empty("Projektets fil har fel", error.problems[0], "Kör rus check, rätta felen och ladda om sidan.")
        return
    if not found:
        frame.empty(
            "Inget projekt är knutet till området",
            "Ingen aktivitet i projektens filer pekar på det här området.",
            "Knyt en aktivitet till området med challenges i projektets fil.",
        )
    for strip in found:
        with frame.frame(f"strip_{strip.project_id}"):
            frame.finding(f"Vad görs: {strip.project}", "Delmål och aktiviteter som rör området")
            rows = [row for milestone in strip.milestones for row in _rows(milestone)]
            table(
                ["Delmål", "Aktivitet", "Status"], rows, caption="Vad projektet gör", widths=("34%", "46%"), safe=True
            )
            frame.source(f"{strip.source} {strip.note}".strip())
        frame.page_link("projekt", "Öppna projektet", projekt_flik="Delmål och aktiviteter")


def _rows(milestone: MilestoneView) -> list[list[str]]:
    """A row for each activity; one alone where the delmål itself is all there is."""
    whole = f"{milestone.number}. {frame.text(milestone.text)}"
    if not milestone.activities:
        return [[whole, frame.text(marked(milestone.basis, reading=milestone.reading)), ""]]
    return [
        [
            whole if n == 0 else f'<span class="again">{milestone.number}.</span>',
            f"{frame.text(a.text)}<small>{frame.text(marked(a.basis, reading=a.reading))}</small>",
            frame.chip(StatusWord("", a.status, a.css)),
        ]
        for n, a in enumerate(milestone.activities)
    ]
