"""Målstatus: the public goals as they are written, and every goal of the catalogue as a row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rus.analysis.heading import combine
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import Goal
from rus.catalogue.groups import TOTAL
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.goal_words import pace_short
from rus.views.goals import Asked, GoalRow, goal_rows
from rus.views.status import STATUSES, StatusWord

KINDS = {
    "level": "nivå",
    "direction": "riktning",
    "change": "från basår",
    "peers": "jämfört med andra",
    "gap": "gap",
}
"""Kind of goal → its word."""
METHOD = (
    "Mål med ett tal bedöms efter takten hittills i procent av den som krävdes från basåret: minst 95 procent är Når "
    "målet, 60–95 för långsamt, under 60 nästan oförändrat. Är takten så osäker att flera klasser är möjliga står "
    "Osäkert. Mål utan tal bedöms efter om trenden är säker; utgångsläget är då det äldsta värdet i trenden. Klasserna "
    "räknas, de vägs aldrig ihop. Automatisk text, inte granskad."
)
Said = tuple[str, str]
"""A value and its year, as text; both empty where there is none."""


@dataclass(frozen=True)
class Line:
    """One goal as a row: numbers as text, empty where there is none.

    `key` names it in the address. `direction` is what the numbers do, apart from `status`. `row` is the goal for both
    sexes together, `members` the same goal for them, women, men and groups.
    """

    key: str
    name: str
    indicator: str
    group: str
    kind: str
    wish: str
    official: bool
    base: Said
    now: Said
    target: Said
    pace: str
    needed: str
    direction: str
    status: StatusWord
    reason: str
    effektmal: tuple[str, ...]
    challenges: tuple[str, ...]
    row: GoalRow
    members: tuple[GoalRow, ...]


@dataclass(frozen=True)
class PublicGoal:
    """A sentence with a public target: the worst of its parts decides; `today` says what can be computed of it.

    `key` is the line of that part, empty where it has no figures.
    """

    number: int
    text: str
    status: StatusWord
    reason: str
    today: str
    ambiguity: str
    source: str
    key: str


@dataclass(frozen=True)
class GoalBoard:
    """Everything that the page is made of.

    `tally` counts the classes, `shown` are the indicators on the page. `whose` says so where the goals are another's.
    """

    region: str
    region_name: str
    tally: str
    whose: str
    public: tuple[PublicGoal, ...]
    lines: tuple[Line, ...]
    shown: tuple[str, ...]
    method: str = METHOD

    def line(self, key: str) -> Line | None:
        """The row with this key."""
        return next((line for line in self.lines if line.key == key), None)


def goal_board(store: Store, catalogue: Catalogue, region: str) -> GoalBoard:
    """All goals in one region. A goal is a row for its own group, both sexes together; the others are its members."""
    rows = goal_rows(store, catalogue, Asked((region,)))
    lines = tuple(_lines(rows, catalogue))
    ours = region == catalogue.here.region
    whose = "" if ours else f"Målen är satta för {catalogue.here.name}. Här är de räknade på siffrorna för "
    return GoalBoard(
        region=region,
        region_name=catalogue.name(region),
        tally=tally(line.status for line in lines),
        whose=f"{whose}{catalogue.name(region)}." if whose else "",
        public=tuple(_public(lines, catalogue)) if ours else (),
        lines=lines,
        shown=tuple(dict.fromkeys(line.indicator for line in lines if line.row.progress.newest)),
    )


def tally(statuses: Iterable[StatusWord]) -> str:
    """How many goals are in each class, in the order of the list of statuses."""
    counted = Counter(s.id for s in statuses)
    return " · ".join(f"{counted[s.id]} {s.words.lower()}" for s in STATUSES.values() if counted[s.id])


def _public(lines: Sequence[Line], catalogue: Catalogue) -> Iterable[PublicGoal]:
    for goal in catalogue.plan.public_targets:
        own = [line for line in lines if line.row.goal.public_target == goal.number]
        parts = [line.row.progress for line in own]
        worst = combine(parts)
        said = f"En av målets {len(parts)} delar: {worst.reason}" if len(parts) > 1 else worst.reason
        key = next((line.key for line in own if line.row.progress is worst and worst.newest), "")
        source, ambiguity = goal.source, goal.ambiguity or ""
        yield PublicGoal(goal.number, goal.text, STATUSES[worst.status], said, goal.today, ambiguity, source, key)


def _lines(rows: Sequence[GoalRow], catalogue: Catalogue) -> Iterable[Line]:
    """A line a goal; where it is judged for several groups and none of them is everyone, a line a group."""
    by_goal: dict[tuple[str, int], list[GoalRow]] = {}
    for row in rows:
        by_goal.setdefault((row.indicator.id, id(row.goal)), []).append(row)
    number_of: Counter[str] = Counter()
    for (indicator, _), members in by_goal.items():
        both = [m for m in members if m.sex == "total"]
        heads = [m for m in both if m.group == TOTAL] or both
        for head in heads:
            number_of[indicator] += 1
            n = number_of[indicator]
            own = members if len(heads) == 1 else [m for m in members if m.group == head.group]
            yield _line(head, indicator if n == 1 else f"{indicator}.{n}", own, catalogue)


def _line(row: GoalRow, key: str, members: Sequence[GoalRow], catalogue: Catalogue) -> Line:
    made, indicator, goal = row.progress, row.indicator, row.goal

    def put(point: tuple[int, float] | None) -> Said:
        return (number(point[1], indicator.decimals), str(point[0])) if point else ("", "")

    target = number(made.target, indicator.decimals) if made.target is not None else ""
    return Line(
        key=key,
        name=name_of(indicator, row.group, catalogue),
        indicator=indicator.id,
        group=row.group,
        kind=kind_of(goal),
        wish=row.wish,
        official=goal.standing == "officiell",
        base=put(made.base),
        now=put(made.newest),
        target=(target, str(made.by) if made.by and target else ""),
        pace=pace_short(made.pace.shown(made.pace.slope) if made.pace else None, row),
        needed=pace_short(made.required_now if made.missing else None, row),
        direction=row.direction,
        status=row.status,
        reason=made.reason,
        effektmal=tuple(e for e in indicator.effektmal if e in {known.id for known in catalogue.plan.effektmal}),
        challenges=tuple(indicator.challenges),
        row=row,
        members=tuple(members),
    )


def below(status: StatusWord, direction: str, reason: str) -> str:
    """What stands below a status: what the numbers do, and why where there is no status."""
    if status.id != "not_assessed":
        return direction
    return f"{direction}. {reason}" if direction else reason


def kind_of(goal: Goal) -> str:
    """The word for a kind of goal."""
    return KINDS[goal.kind]
