"""The status of every measure in the county and each kommun, for one sex and group: classes, never a score."""

from collections import Counter
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.figures import Figures, judge, main_group
from rus.views.goal_status import Given, assess, judged_by, peer_points
from rus.views.status import STATUSES, StatusWord

BACKGROUND = "background"


@dataclass(frozen=True)
class MatrixRow:
    """One measure: a status for each region, None where nothing is measured."""

    indicator: str
    name: str
    cells: tuple[StatusWord | None, ...]


@dataclass(frozen=True)
class Matrix:
    """`regions` are the names of the columns; `tally` counts the classes of each column, in the same order."""

    regions: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    tally: tuple[Counter[str], ...]


def status_matrix(store: Store, catalogue: Catalogue, sex: str, group: str) -> Matrix:
    """Every measure with a wanted direction that has a figure for the sex and group somewhere in the place.

    Args:
        store: the store.
        catalogue: its catalogue.
        sex: women, men or total.
        group: a group id; total is the group that stands for each measure.
    """
    codes = [catalogue.here.region, *catalogue.kommuner()]
    rows = store.observations(indicators=None, regions=codes, sexes=[sex])
    found = {code: Figures(rows[rows["region"] == code]) for code in codes}
    peers = peer_points(store, catalogue)
    made = []
    for indicator in catalogue.indicators.values():
        if indicator.better == "neutral" or indicator.state != "in_use":
            continue
        own = main_group(indicator) if group == TOTAL else group
        ours = peers.get(indicator.id, {}) if sex == "total" else {}
        cells = tuple(
            _cell(indicator, own, found[code].points(indicator.id, own, sex), ours if n == 0 else {})
            for n, code in enumerate(codes)
        )
        if any(cells):
            made.append(MatrixRow(indicator.id, name_of(indicator, own, catalogue), cells))
    tally = tuple(Counter(c.id for row in made if (c := row.cells[n])) for n in range(len(codes)))
    return Matrix(tuple(catalogue.name(code) for code in codes), tuple(made), tally)


def background_groups(catalogue: Catalogue) -> tuple[str, ...]:
    """Total, and every group by background alone that some measure is split by."""
    split = {group_id(s.group) for i in catalogue.indicators.values() for s in i.series if set(s.group) == {BACKGROUND}}
    return (TOTAL, *sorted(split))


def _cell(
    indicator: Indicator,
    group: str,
    points: tuple[tuple[int, float], ...],
    peers: dict[str, tuple[tuple[int, float], ...]],
) -> StatusWord | None:
    if not points:
        return None
    goal = judged_by(indicator, group)
    if goal is not None and (goal.kind != "peers" or peers):
        return STATUSES[assess(goal, indicator, Given(points, peers=peers))[0].status]
    return STATUSES[judge(indicator, points).status]
