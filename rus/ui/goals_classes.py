"""How many goals have each status: the table of the report, its picture for a file, and what one can do with it."""

from rus.charts.grid import Cell, Column, Words, grid
from rus.charts.paper import Drawing
from rus.charts.theme import tokens
from rus.ui import cached, frame, handles, site
from rus.ui.handles import Handles
from rus.ui.markup import written
from rus.views.goal_board import Line, goal_board
from rus.views.goal_sheet import goal_sheet
from rus.views.goal_tree import FILTERS, Wanted, filtered, read_wanted
from rus.views.sheet import Sheet, file_stem
from rus.views.slide import GOALS
from rus.views.slide_shown import GoalClass, SlideView

COLUMNS = ("Bedömning", "Mål", "Till exempel")
ON_PICTURE = (Column(COLUMNS[0], 300), Column(COLUMNS[1], 70, end=True), Column(COLUMNS[2], 630))


def show(view: SlideView, key: str, head: str = "", title: str = "") -> None:
    """The table with its handles and its source.

    Args:
        view: the classes.
        key: unique on the page.
        head: markup before the table.
        title: words that stand over it, where they are not the view's own.
    """
    rows = [(frame.chip(each.status), str(each.count), frame.text(_named(each))) for each in view.goals]
    frame.html(head, written(COLUMNS, rows, caption=view.alt, numbers={1}, widths=("34%", "10%"), safe=True))
    handles.row(key, _handles(view, title or view.title))
    frame.source(view.source)


def picture(view: SlideView, theme: str) -> Drawing:
    """The same table for a file; `theme` is `light` or `dark`."""
    return grid(ON_PICTURE, [_row(each) for each in view.goals], tokens(theme))


def _row(each: GoalClass) -> tuple[Cell, ...]:
    status = Words(each.status.words, weight=600, sign=each.status.css)
    return tuple(Cell((words,)) for words in (status, Words(str(each.count)), Words(_named(each))))


def _named(each: GoalClass) -> str:
    return ", ".join(each.names) + (" …" if each.count > len(each.names) else "")


def _handles(view: SlideView, title: str) -> Handles:
    build, chosen = frame.here().build, dict(view.parameters)
    catalogue = cached.catalogue(build)
    region = chosen.get("geo", catalogue.here.region)
    wanted, _ = read_wanted({name: chosen.get(f"mal_{name}", "") for name in FILTERS}, catalogue)

    def sheet() -> Sheet:
        found: Sheet = cached.view(goal_sheet, build, region, wanted, build)
        return found

    return Handles(
        page=GOALS,
        choices=chosen,
        sheet=sheet,
        filename=file_stem("malstatus", region),
        title=title,
        subtitle=view.subtitle,
        source=view.source,
        about=_about(build, region, wanted),
        drawing=lambda: picture(view, site.theme()),
    )


def _about(build: str, region: str, wanted: Wanted) -> dict[str, str]:
    """The measures behind the goals, those of decided goals first."""
    lines: tuple[Line, ...] = filtered(cached.shared(goal_board, build, region).lines, wanted)
    ordered = sorted(lines, key=lambda line: not line.official)
    return {line.indicator: line.row.indicator.title for line in ordered}
