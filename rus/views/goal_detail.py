"""One goal opened: its chart, its whole calculation, what would change it, and how it goes for each group."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.analysis import heading
from rus.analysis.robustness import Verdict
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.bullet import Bullet
from rus.views.choice import SEX_WORDS
from rus.views.goal_board import Line, below
from rus.views.goal_change import heading_for, what_changes
from rus.views.goal_example import Slider, slider
from rus.views.goal_words import Part, pace_short, parts
from rus.views.goals import GoalRow
from rus.views.lines import Line as Drawn
from rus.views.lines import Point, Role, line_of, measurements
from rus.views.pictures import Mark, Picture
from rus.views.sentences import Measure
from rus.views.status import STATUSES, StatusWord

MOST_PEERS = 6


@dataclass(frozen=True)
class Member:
    """The goal for one sex and group: numbers as text, empty where there is none."""

    name: str
    now: str
    year: str
    status: StatusWord
    below: str
    missing: str
    n: str


@dataclass(frozen=True)
class Detail:
    """Everything that is shown of an opened goal.

    `picture`, `bullet` and `slider` are None where the goal has no figures, or no number to reach. `methods` are the
    other methods' verdicts with their status words.
    """

    line: Line
    subtitle: str
    alt: str
    picture: Picture | None
    bullet: Bullet | None
    slider: Slider | None
    heading_for: str
    parts: tuple[Part, ...]
    changes: tuple[str, ...]
    methods: tuple[tuple[Verdict, StatusWord | None], ...]
    members: tuple[Member, ...]
    source: str
    decimals: int


def goal_detail(store: Store, catalogue: Catalogue, line: Line) -> Detail:
    """The opened goal of a line.

    Args:
        store: the store.
        catalogue: its catalogue.
        line: the row of the board.
    """
    row, indicator = line.row, line.row.indicator
    drawn = picture_of(store, catalogue, row)
    via = f", via {indicator.via}" if indicator.via else ""
    robust = row.robustness.methods if row.robustness else ()
    return Detail(
        line=line,
        subtitle=f"{indicator.title}, {indicator.unit}, {row.region_name}",
        alt=f"{line.name}: {row.status.words}. {row.progress.reason}",
        picture=drawn,
        bullet=_bullet(row),
        slider=slider(row),
        heading_for=heading_for(row),
        parts=parts(row),
        changes=what_changes(row),
        methods=tuple((v, STATUSES[v.status] if v.status else None) for v in robust),
        members=tuple(_member(m) for m in line.members) if len(line.members) > 1 else (),
        source=f"Källa: {indicator.owner}{via}. Målet: {row.goal.source}",
        decimals=indicator.decimals,
    )


def picture_of(store: Store, catalogue: Catalogue, row: GoalRow) -> Picture | None:
    """The series of the goal: of a gap the gap itself, of a comparison the others as well; None without figures."""
    indicator, goal = row.indicator, row.goal
    lines: list[Drawn | None] = []
    if goal.kind == "gap":
        gap = heading.gap_series(row.given.groups) if len(row.given.groups) > 1 else ()
        lines = [_line(row, _plain(gap), "gap", "Skillnad")]
    else:
        if goal.kind == "peers":
            named = list(row.given.peers.items())[:MOST_PEERS]
            lines = [_line(row, _plain(points), name, name, "context", n) for n, (name, points) in enumerate(named)]
        rows = store.observations(indicators=[indicator.id], regions=[row.region], sexes=[row.sex], groups=[row.group])
        points = measurements(rows).get((row.region, row.sex), [])
        name = catalogue.name(row.region) if goal.kind == "peers" else "Nu"
        lines.append(_line(row, points, row.region, name))
    found = tuple(line for line in lines if line)
    if not any(line.role != "context" for line in found):
        return None
    first, last = min(line.points[0].at for line in found), max(line.last.at for line in found)
    breaks = tuple(
        (b.first_year - 0.5, f"Brott {b.first_year}") for b in indicator.breaks if first < b.first_year <= last
    )
    return Picture(found, breaks, _mark(row))


def _plain(points: Sequence[tuple[int, float]]) -> list[Point]:
    return [Point(str(year), float(year), value) for year, value in points if value == value]  # # NaN


def _line(
    row: GoalRow, points: Sequence[Point], key: str, label: str, role: Role = "ours", rank: int = 0
) -> Drawn | None:
    return line_of(points, row.indicator, key=key, label=label, role=role, rank=rank)


def _mark(row: GoalRow) -> Mark | None:
    made = row.progress
    if row.goal.kind not in {"level", "change"} or made.target is None or made.by is None or made.newest is None:
        return None
    name = f"{'Mål' if row.goal.standing == 'officiell' else 'Föreslaget mål'} {made.by}"
    start = (float(made.newest[0]), made.newest[1]) if made.missing and made.by > made.newest[0] else None
    pace = f"kräver {pace_short(made.required_now, row)} per år" if start and made.required_now is not None else ""
    return Mark(float(made.by), made.target, name, number(made.target, row.indicator.decimals), pace, start)


def _bullet(row: GoalRow) -> Bullet | None:
    made = row.progress
    if row.goal.kind not in {"level", "change"} or made.target is None or made.newest is None:
        return None
    return Bullet(made.base, made.newest, made.target, made.by, row.indicator.decimals, row.indicator.unit)


def _member(row: GoalRow) -> Member:
    made, measure = row.progress, Measure.of(row.indicator)
    sex = {"total": "alla"}.get(row.sex) or next(words for sex, words in SEX_WORDS.items() if sex == row.sex)
    name = sex if row.group_label == "alla" else row.group_label if row.sex == "total" else f"{row.group_label}, {sex}"
    return Member(
        name=f"{name[:1].upper()}{name[1:]}",
        now=measure.bare(made.newest[1]) if made.newest else "",
        year=str(made.newest[0]) if made.newest else "",
        status=row.status,
        below=below(row.status, row.direction, made.reason),
        missing=number(row.missing_people) if row.missing_people else "",
        n=number(row.n) if row.n else "",
    )
