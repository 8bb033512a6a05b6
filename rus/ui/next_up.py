"""Nästa i årshjulet, on the first page: the coming activities of projects, or why there are none."""

from datetime import date

from rus.core.errors import CatalogueError
from rus.ui import frame
from rus.ui.markup import table
from rus.ui.project import projects
from rus.views.doing import coming, nothing_next

BROKEN = "Ett projekts fil har fel. Kör rus check, rätta felen och ladda om sidan."


def next_up() -> None:
    """What is next in the årshjul; a quiet line where no project has a month ahead, or where a file is broken."""
    with frame.frame("next_up", stretch=False):
        try:
            every, today = projects(), date.today()
        except CatalogueError:
            frame.finding("Nästa i årshjulet")
            frame.html(f'<p class="note">{BROKEN}</p>')
            return
        found = coming(every, today)
        if not found:
            frame.finding("Nästa i årshjulet")
            frame.html(f'<p class="note">{frame.text(nothing_next(every, today))}</p>')
            return
        frame.finding("Nästa i årshjulet", "Aktiviteter med beslutad månad")
        rows = [(one.when, one.activity, one.project) for one in found]
        table(("När", "Aktivitet", "Projekt"), rows, caption="Nästa i årshjulet")
        frame.source("Källa: projektens filer.")
