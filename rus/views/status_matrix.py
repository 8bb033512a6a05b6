"""The status of every measure in the county and each kommun, by sex and background: classes, never a score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rus.analysis.trend import Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.catalogue.indicator import Indicator
from rus.core.swedish import sort_key
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.choice import SEX_WORDS
from rus.views.figures import Figures, judge, main_group, oldest_judged
from rus.views.goal_status import Given, assess, judged_by, peer_points
from rus.views.status import STATUSES, StatusWord

BACKGROUND = "background"
SEXES = ("total", "women", "men")
SHORT = {
    "reached": "Nått",
    "on_track": "Når målet",
    "too_slow": "För långsamt",
    "stalled": "Oförändrat",
    "right_way": "Rätt håll",
    "no_trend": "Ingen trend",
    "wrong_way": "Fel håll",
    "uncertain": "Osäkert",
    "not_assessed": "Bedöms ej",
}
"""Status → its words in a narrow cell."""
WHY_NOT = {"För få": "För få år", "för gammal": "För gammal", "Bara en": "Bara ett år"}
"""Words of a reason → what a narrow cell says of it."""


@dataclass(frozen=True)
class Cell:
    """A status, the short words for it, and its reason; where it is not assessed the words are the reason's."""

    status: StatusWord
    words: str
    reason: str


@dataclass(frozen=True)
class Cut:
    """A part of the matrix: a challenge area or theme, a sex, and a group; empty for all. The main group is `total`."""

    within: str = ""
    sex: str = ""
    group: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """One measure for one sex and group: a cell for each region, None where nothing is measured."""

    indicator: str
    theme: str
    challenges: tuple[str, ...]
    sex: str
    group: str
    name: str
    member: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Matrix:
    """`regions` are the names of the columns; `tally` counts the classes of each column, in the same order."""

    regions: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def tally(self) -> tuple[Counter[str], ...]:
        """The classes of each region's column."""
        return tuple(Counter(c.status.id for row in self.rows if (c := row.cells[n])) for n in range(len(self.regions)))

    def only(self, cut: Cut) -> "Matrix":
        """The rows of a part."""
        rows = tuple(
            row
            for row in self.rows
            if (not cut.within or cut.within in {row.theme, *row.challenges})
            and (not cut.sex or row.sex == cut.sex)
            and (not cut.group or row.group == cut.group)
        )
        return replace(self, rows=rows)

    def first(self, many: int) -> "Matrix":
        """The first rows: so many, and the rest of the last one's measure."""
        last = {row.indicator for row in self.rows[many - 1 : many]}
        left = len(list(takewhile(lambda row: row.indicator in last, self.rows[many:])))
        return replace(self, rows=self.rows[: many + left])


def status_matrix(store: Store, catalogue: Catalogue) -> Matrix:
    """Every measure with a wanted direction: for women, men and both, of its main group and of each background."""
    codes = [catalogue.here.region, *sorted(catalogue.kommuner(), key=lambda code: sort_key(catalogue.name(code)))]
    rows, oldest = store.observations(indicators=None, regions=codes), oldest_judged(store)
    found = [Figures(rows[rows["region"] == code], oldest) for code in codes]
    peers = peer_points(store, catalogue)
    made: list[MatrixRow] = []
    themes = {t.id: n for n, t in enumerate(catalogue.themes)}
    judged = [i for i in catalogue.indicators.values() if i.better != "neutral" and i.state == "in_use"]
    for indicator in sorted(judged, key=lambda i: themes.get(i.theme, len(themes))):
        made += _rows(indicator, found, catalogue, peers.get(indicator.id, {}))
    return Matrix(tuple(catalogue.name(code) for code in codes), tuple(made))


def background_groups(matrix: Matrix) -> tuple[str, ...]:
    """Total, and every group by background that some row is of."""
    return tuple(dict.fromkeys([TOTAL, *sorted({row.group for row in matrix.rows} - {TOTAL})]))


def _rows(
    indicator: Indicator, found: Sequence[Figures], catalogue: Catalogue, peers: dict[str, tuple[Point, ...]]
) -> Iterator[MatrixRow]:
    main = main_group(indicator)
    own = dict.fromkeys(g for f in found for g in f.groups(indicator.id) if set(group_of(g)) == {BACKGROUND})
    for group in [main, *(g for g in own if g != main)]:
        for sex in SEXES:
            ours = peers if sex == "total" and group == main else {}
            cells = tuple(
                _cell(indicator, (group, sex), place, ours if n == 0 else {}) for n, place in enumerate(found)
            )
            if any(cells):
                yield MatrixRow(
                    indicator=indicator.id,
                    theme=indicator.theme,
                    challenges=tuple(indicator.challenges),
                    sex=sex,
                    group=TOTAL if group == main else group,
                    name=name_of(indicator, main, catalogue),
                    member=_member(group, sex, main, catalogue),
                    cells=cells,
                )


def _member(group: str, sex: str, main: str, catalogue: Catalogue) -> str:
    parts: Iterable[str] = (
        "" if group == main else catalogue.group_label(group),
        "" if sex == "total" else SEX_WORDS[sex],  # type: ignore[index]  # ids of sexes are words
    )
    return ", ".join(part for part in parts if part) or "alla"


def _cell(
    indicator: Indicator, member: tuple[str, str], found: Figures, peers: dict[str, tuple[Point, ...]]
) -> Cell | None:
    points = found.points(indicator.id, *member)
    if not points:
        return None
    goal = judged_by(indicator, member[0])
    if goal is not None and (goal.kind != "peers" or peers):
        made = assess(goal, indicator, Given(points, peers=peers, oldest=found.oldest))[0]
        return _said(STATUSES[made.status], made.reason)
    seen = judge(indicator, points, found.oldest)
    return _said(STATUSES[seen.status], seen.reason)


def _said(status: StatusWord, reason: str) -> Cell:
    short = SHORT[status.id]
    if status.id == "not_assessed":
        short = next((words for why, words in WHY_NOT.items() if why in reason), short)
    return Cell(status, short, reason)
