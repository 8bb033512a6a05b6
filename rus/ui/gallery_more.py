"""The charts of Jämlikhet and Målstatus in Diagramguide: those pages' own parts, on the first measure that has them."""

from collections.abc import Callable

from rus.catalogue.catalogue import Catalogue
from rus.charts.bullet import bullet
from rus.core.swedish import number
from rus.ui import address, cached, chart, equality, equality_groups, equality_places, frame, goals_open, site
from rus.ui.markup import table
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_places import places
from rus.views.equality_words import split_measures
from rus.views.goal_board import goal_board
from rus.views.goal_detail import Detail, goal_detail

NO_DOUBT = "Hur säker bedömningen är står på sidan Målstatus."
TRIED = 8
"""Measures, or goals, looked at before an example is given up."""


def gaps_over_time(catalogue: Catalogue) -> bool:
    """Gaps year by year; False where no measure has them."""
    view = _measure(catalogue, lambda v: bool(v.picture.lines))
    if view:
        equality.over_time(address.current_choice(catalogue).with_(indicator=view.indicator.id), view)
    return view is not None


def cross_table(catalogue: Catalogue) -> bool:
    """Women and men in every group."""
    view = _measure(catalogue, lambda v: len(v.crossing.rows) > 1)
    if view:
        equality_groups.groups(view)
    return view is not None


def ordered_groups(catalogue: Catalogue) -> bool:
    """The line through ordered groups."""
    view = _measure(catalogue, lambda v: any(a.picture for a in v.grounds), ordered=True)
    if view:
        equality_groups.along(view)
    return view is not None


def funnel(catalogue: Catalogue) -> bool:
    """Kommuner against chance."""
    view = _measure(catalogue, _has_funnel)
    if view:
        equality_places.kommuner(address.current_choice(catalogue).with_(indicator=view.indicator.id), view)
    return view is not None


def goal_row(catalogue: Catalogue) -> bool:
    """One goal as a row: where it began, is and shall be."""
    build = frame.here().build
    board = cached.shared(goal_board, build, catalogue.here.region)
    with_number = [line for line in board.lines if line.row.goal.kind in {"level", "change"}]
    found = (cached.shared(goal_detail, build, line) for line in with_number[:TRIED])
    detail: Detail | None = next((d for d in found if d.bullet), None)
    if detail is None or detail.bullet is None:
        return False
    goal, indicator = detail.bullet, detail.line.row.indicator
    with frame.frame("gallery_goal", stretch=False):
        frame.finding(goal.alt, f"{indicator.title}, {indicator.unit}", big=True)
        chart.show(bullet(goal, theme=site.theme()), alt=goal.alt, key="gallery_bullet", filename="mal")
        marks = [("Utgångsläge", *goal.base)] if goal.base else []
        marks += [("Nu", *goal.newest), ("Mål", goal.by or 0, goal.target)]
        rows = [(name, str(year or ""), number(value, goal.decimals)) for name, year, value in marks]
        table(("Läge", "År", "Värde"), rows, caption=indicator.title, numbers=(1, 2))
        goals_open.bullet_handles(detail, "gallery_bullet")
        frame.source(f"Källa: {indicator.owner}. {NO_DOUBT}")
    return True


def _has_funnel(view: EqualityView) -> bool:
    found = cached.shared(places, frame.here().build, view.indicator.id, view.region, "", mean=False)
    return found.funnel is not None


def _measure(
    catalogue: Catalogue, has: Callable[[EqualityView], bool], *, ordered: bool = False
) -> EqualityView | None:
    """The first split measure whose view has what is wanted; `ordered` begins with groups in order."""
    build, region = frame.here().build, catalogue.here.region
    ranked = {ground.id for ground in catalogue.grounds if ground.ordered and ground.advantaged}
    ids = [option.id for option in cached.shared(split_measures, build)]
    if ordered:
        ids.sort(key=lambda one: -len(ranked & set(catalogue.indicators[one].grounds)))
    for one in ids[:TRIED]:
        view: EqualityView = cached.shared(equality_view, build, one, region)
        if has(view):
            return view
    return None


MORE: dict[str, Callable[[Catalogue], bool]] = {
    "gap-over-tid": gaps_over_time, "korstabell": cross_table, "lutningslinje": ordered_groups, "tratt": funnel,
    "malrad": goal_row,
}  # fmt: skip
"""What draws them; each gives False where there is nothing to draw."""
