"""Slides of the charts that are on other pages than Utforska: each page's own view, cut to what is legible far away."""

from collections.abc import Callable, Mapping

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.core.swedish import listing, number
from rus.store.store import Store
from rus.views.choice import Choice
from rus.views.followup import FollowupView, followup_views
from rus.views.followup_goals import BASES
from rus.views.gaps import Gap, lower_first, sex_gaps
from rus.views.goal_board import goal_board
from rus.views.goal_detail import goal_detail
from rus.views.slide_shown import PART, SlideView
from rus.views.tiles import tile_choices, tile_view

START, FOLLOWUP = "", "gemensam-uppfoljning"
GAPS, MAP, GOAL = "kon", "karta", "mal"
MAP_OF, BASIS, GOAL_ROW = "start_karta", "gu_underlag", "mal_rad"
MOST_GAPS = 5
MEASURED = "Mått med ett säkert gap till målet eller den önskade riktningen"
GAPS_BELOW = "Procent av kvinnor och av män. Gap i procentenheter"
Make = Callable[[Store, Catalogue, Choice, Mapping[str, str]], SlideView]


def start_part(store: Store, catalogue: Catalogue, choice: Choice, said: Mapping[str, str]) -> SlideView:
    """A chart of the first page: gaps between women and men, or the map of tiles."""
    return _map(store, catalogue, said) if said.get(PART) == MAP else _start_gaps(store, catalogue, choice, said)


def _start_gaps(store: Store, catalogue: Catalogue, _: Choice, __: Mapping[str, str]) -> SlideView:
    return gaps_slide(START, sex_gaps(store, catalogue, MOST_GAPS), catalogue.here.name)


def gaps_slide(page: str, found: tuple[Gap, ...], where: str) -> SlideView:
    """The largest gaps between women and men.

    Args:
        page: that they are on.
        found: the largest first.
        where: what the figures are of.

    Raises:
        UsageError: there are none.
    """
    shown = found[:MOST_GAPS]
    if not shown:
        raise UsageError("Inget mått i procent redovisas för kvinnor och män, så det finns inget att visa.")
    owners = listing(dict.fromkeys(gap.source for gap in shown))
    rows = (
        f"{g.name} {g.period}: kvinnor {number(g.women, g.decimals)}, män {number(g.men, g.decimals)} procent"
        for g in shown
    )
    return SlideView(
        page=page,
        parameters=((PART, GAPS),),
        title=f"Störst gap: {lower_first(shown[0].name)}",
        subtitle=f"{where}. {GAPS_BELOW}",
        source=f"Källa: {owners}.",
        alt=f"Kvinnor och män. {'; '.join(rows)}.",
        measure="Kvinnor och män",
        content=shown,
        part=GAPS,
    )


def _map(store: Store, catalogue: Catalogue, said: Mapping[str, str]) -> SlideView:
    choices = dict(tile_choices(store, catalogue))
    wanted = said.get(MAP_OF) or next(iter(choices), "")
    view = tile_view(store, catalogue, wanted) if wanted in choices else None
    if view is None:
        raise UsageError("Måttet på kartan har inga värden för länet och kommunerna samma år.")
    rows = "; ".join(f"{tile.name} {tile.value}" for tile in view.tiles)
    return SlideView(
        page=START,
        parameters=((PART, MAP), (MAP_OF, wanted)),
        title=view.title,
        subtitle=view.subtitle,
        source=view.source,
        alt=f"{view.subtitle}. {rows}.",
        measure=choices[wanted],
        content=view,
        part=MAP,
    )


def followup_part(store: Store, catalogue: Catalogue, choice: Choice, said: Mapping[str, str]) -> SlideView:
    """Gemensam uppföljning: the areas by how many certain gaps they have."""
    views = followup_views(store, catalogue, choice.regions[0])
    view = views.get(said.get(BASIS, ""), views["alla"])
    ranked = [made for made in view.proposals if made.rank is not None]
    if not ranked:
        raise UsageError("Inget område har ett säkert gap, så det finns inget att visa.")
    rows = "; ".join(f"{made.title}: {len(made.evidence)}" for made in ranked)
    basis = f" Underlag: {BASES[view.basis].lower()}." if view.basis != "alla" else ""
    return SlideView(
        page=FOLLOWUP,
        parameters=(("geo", view.region), *(((BASIS, view.basis),) if view.basis != "alla" else ())),
        title=most_gaps(view),
        subtitle=f"{MEASURED}, {view.region_name}.{basis}",
        source=f"Källa: {listing(dict.fromkeys(line.source for made in ranked for line in made.evidence))}.",
        alt=f"Tabell. Säkra gap: {rows}.",
        measure="Gemensam uppföljning",
        content=view,
    )


def most_gaps(view: FollowupView) -> str:
    """The finding: which area has most measures with a certain gap, or the only gap there is."""
    first = next(made for made in view.proposals if made.rank is not None)
    many = len(first.evidence)
    if many == 1:
        return f"Säkert gap i {first.title}: {lower_first(first.evidence[0].name)}"
    alone = sum(made.rank is not None for made in view.proposals) == 1
    return f"{'Säkra' if alone else 'Flest säkra'} gap i {first.title}: {number(many)} mått"


def goal_part(store: Store, catalogue: Catalogue, choice: Choice, said: Mapping[str, str]) -> SlideView:
    """One goal of Målstatus as a row: where it began, is and shall be."""
    line = goal_board(store, catalogue, choice.regions[0]).line(said.get(GOAL_ROW, ""))
    detail = goal_detail(store, catalogue, line) if line else None
    if line is None or detail is None or detail.bullet is None:
        raise UsageError("Målet i vyns adress finns inte här, eller har inget tal att nå.")
    return SlideView(
        page="malstatus",
        parameters=(("geo", line.row.region), (PART, GOAL), (GOAL_ROW, line.key)),
        title=f"{line.name}: {lower_first(line.row.progress.reason.rstrip('.'))}",
        subtitle=detail.subtitle,
        source=f"{detail.source.rstrip('.')}.",
        alt=detail.bullet.alt,
        measure=line.name,
        content=detail.bullet,
        part=GOAL,
    )


PARTS: dict[str, Make] = {START: start_part, FOLLOWUP: followup_part}
"""Address of a page → what makes a slide of it."""
