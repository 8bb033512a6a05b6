"""Målstatus: the public goals as they are written, and every goal of the catalogue under the strategy's goals."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rus.analysis.heading import combine
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.goal_words import calculation, pace_short
from rus.views.goals import Asked, GoalRow, goal_rows
from rus.views.status import STATUSES, StatusWord

WITHOUT = "Utan effektmål"
METHOD = (
    "Mål med ett tal bedöms efter takten hittills i procent av den som krävdes från basåret: minst 95 procent är Når "
    "målet, 60–95 för långsamt, under 60 nästan oförändrat. Är takten så osäker att flera klasser är möjliga står "
    "Osäkert. Mål utan tal bedöms efter om trenden är säker. Metoder: hur många andra publicerade metoder som säger "
    "samma. Klasserna räknas, de vägs aldrig ihop. Automatisk text, inte granskad."
)


@dataclass(frozen=True)
class Line:
    """One goal as a row: numbers as text, empty where there is none. `key` names it on the page."""

    key: str
    name: str
    indicator: str
    group: str
    wish: str
    official: bool
    base: str
    now: str
    target: str
    pace: str
    needed: str
    status: StatusWord
    reason: str
    agreement: str
    calculation: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PublicGoal:
    """A sentence with a public target: the worst of its parts decides; `today` says what can be computed of it."""

    number: int
    text: str
    status: StatusWord
    reason: str
    today: str
    ambiguity: str
    source: str


@dataclass(frozen=True)
class Part:
    """The goals under one effektmål."""

    overarching: str
    effektmal: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class GoalBoard:
    """Everything on the page.

    `tally` counts the classes, `shown` are the indicators on the page. `whose` says so where the goals are another's.
    """

    region: str
    region_name: str
    tally: str
    whose: str
    public: tuple[PublicGoal, ...]
    parts: tuple[Part, ...]
    shown: tuple[str, ...]
    method: str = METHOD

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows, each once."""
        return tuple({line.key: line for part in self.parts for line in part.lines}.values())


def goal_board(store: Store, catalogue: Catalogue, region: str) -> GoalBoard:
    """The page for one region, both sexes together; women and men stand in `rus goals` and on Utforska."""
    rows = [r for r in goal_rows(store, catalogue, Asked((region,))) if r.sex == "total"]
    main = [
        r for r in rows if r.group == TOTAL or not any(o.group == TOTAL for o in rows if o.indicator == r.indicator)
    ]
    ours = region == catalogue.here.region
    whose = "" if ours else f"Målen är satta för {catalogue.here.name}. Här är de räknade på siffrorna för "
    return GoalBoard(
        region=region,
        region_name=catalogue.name(region),
        tally=tally(r.status for r in main),
        whose=f"{whose}{catalogue.name(region)}." if whose else "",
        public=tuple(_public(main, catalogue)) if ours else (),
        parts=tuple(_parts(main, catalogue)),
        shown=tuple(dict.fromkeys(r.indicator.id for r in main if r.progress.newest)),
    )


def tally(statuses: Iterable[StatusWord]) -> str:
    """How many goals are in each class, in the order of the list of statuses."""
    counted = Counter(s.id for s in statuses)
    return " · ".join(f"{counted[s.id]} {s.words.lower()}" for s in STATUSES.values() if counted[s.id])


def _public(rows: list[GoalRow], catalogue: Catalogue) -> Iterable[PublicGoal]:
    for goal in catalogue.plan.public_targets:
        parts = [r.progress for r in rows if r.goal.public_target == goal.number]
        worst = combine(parts)
        said = f"En av målets {len(parts)} delar: {worst.reason}" if len(parts) > 1 else worst.reason
        source, ambiguity = goal.source, goal.ambiguity or ""
        yield PublicGoal(goal.number, goal.text, STATUSES[worst.status], said, goal.today, ambiguity, source)


def _parts(rows: list[GoalRow], catalogue: Catalogue) -> Iterable[Part]:
    over = {o.id: o.name for o in catalogue.plan.overarching}
    for effektmal in catalogue.plan.effektmal:
        found = [_line(r, n, catalogue) for n, r in enumerate(rows) if effektmal.id in r.indicator.effektmal]
        if found:
            yield Part(over.get(effektmal.overarching, ""), effektmal.name, tuple(found))
    known = {e.id for e in catalogue.plan.effektmal}
    rest = [_line(r, n, catalogue) for n, r in enumerate(rows) if not known & set(r.indicator.effektmal)]
    if rest:
        yield Part("", WITHOUT, tuple(rest))


def _line(row: GoalRow, n: int, catalogue: Catalogue) -> Line:
    made, decimals = row.progress, row.indicator.decimals

    def put(point: tuple[int, float] | None) -> str:
        return f"{number(point[1], decimals)} ({point[0]})" if point else ""

    by = f" ({made.by})" if made.by else ""
    agreement = row.robustness
    return Line(
        key=f"{row.indicator.id}-{n}",
        name=name_of(row.indicator, row.group, catalogue),
        indicator=row.indicator.id,
        group=row.group,
        wish=row.wish,
        official=row.goal.standing == "officiell",
        base=put(made.base),
        now=put(made.newest),
        target=f"{number(made.target, decimals)}{by}" if made.target is not None else "",
        pace=pace_short(made.pace.shown(made.pace.slope) if made.pace else None, row),
        needed=pace_short(made.required_now, row),
        status=row.status,
        reason=made.reason,
        agreement=f"{agreement.agreeing} av {agreement.counted}" if agreement else "",
        calculation=calculation(row),
    )
