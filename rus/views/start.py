"""Läget i länet: what goes the right way, what does not, and what nobody knows yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import HARD_SPACE, number
from rus.store.store import Store
from rus.views.cards import Row, row, tally, tally_words
from rus.views.change import Change, change, largest
from rus.views.figures import figures, served
from rus.views.gaps import Gap, sex_gaps
from rus.views.goal_status import peer_points
from rus.views.news import News, news
from rus.views.status import STATUSES, StatusWord

MOST_ROWS = 4
MOST_CHANGES = 6
MOST_GAPS = 6
GOOD = ("reached", "on_track")
UNKNOWN = ("not_assessed", "no_trend", "uncertain")
METHOD = (
    "Mål med ett tal bedöms efter takten hittills, i procent av den som krävdes från basåret; gränserna är 95 och "
    "60 procent. Mål att ligga bättre till än andra bedöms mot var och en av dem. Alla andra mått bedöms efter om "
    "trenden är säker (Mann–Kendall, 5 %). Minst fem mätningar krävs i den senaste obrutna serien. "
    "Kvinnor och män visas på samma skala i alla rader. p = preliminär uppgift. Automatisk text, inte granskad."
)


@dataclass(frozen=True)
class Head:
    """One of the three sentences; `number` is the part to be set in bold, `count` says of how many."""

    status: StatusWord
    count: str
    before: str
    number: str
    after: str


@dataclass(frozen=True)
class Area:
    """One challenge area's card."""

    id: str
    name: str
    tally: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class StartView:
    """Everything on the first page but the tile map.

    `gap_scale`: how many percentage points the mini dumbbells span; `shown`: ids of the indicators on the page.
    """

    heads: tuple[Head, ...]
    areas: tuple[Area, ...]
    changes: tuple[Change, ...]
    gaps: tuple[Gap, ...]
    news: tuple[News, ...]
    gap_scale: float
    shown: tuple[str, ...]
    method: str = METHOD


def start_view(store: Store, catalogue: Catalogue) -> StartView:
    """The first page of a build."""
    found = figures(store, catalogue.here.region)
    peers = peer_points(store, catalogue)
    everything = {i.id: r for i in served(catalogue) if (r := row(i, found, catalogue, peers=peers))}
    areas = tuple(_area(c.id, c.name, everything, catalogue) for c in catalogue.challenges)
    headline = [r for area in areas for r in area.rows]
    changes = largest(_changes(everything, catalogue), MOST_CHANGES)
    gaps = sex_gaps(store, catalogue, MOST_GAPS)
    shown = dict.fromkeys(
        [r.indicator for r in headline] + [c.indicator for c in changes] + [g.indicator for g in gaps]
    )
    return StartView(
        heads=heads(headline, list(everything.values()), catalogue),
        areas=areas,
        changes=changes,
        gaps=gaps,
        news=news(store, catalogue, found),
        gap_scale=gap_scale(headline),
        shown=tuple(shown),
    )


def gap_scale(rows: Sequence[Row]) -> float:
    """One scale for all mini dumbbells: 12 percentage points, or more where a gap does not fit."""
    widest = max((abs(r.sexes.women - r.sexes.men) for r in rows if r.sexes and r.sexes.comparable), default=0.0)
    return max(12.0, widest)


def _area(identity: str, name: str, everything: dict[str, Row], catalogue: Catalogue) -> Area:
    serving = [i.id for i in catalogue.of_challenge(identity) if i.id in everything]
    rows = [everything[i] for i in serving if identity in catalogue.indicators[i].headline][:MOST_ROWS]
    words = tally_words([everything[i] for i in serving])
    return Area(identity, name, f"{len(serving)} mått: {words}" if serving else "", tuple(rows))


def _changes(everything: dict[str, Row], catalogue: Catalogue) -> list[Change | None]:
    return [change(r, catalogue.indicators[i], catalogue) for i, r in everything.items()]


def heads(headline: Sequence[Row], everything: Sequence[Row], catalogue: Catalogue) -> tuple[Head, ...]:
    """The three sentences, each on the row where the rule is surest.

    Args:
        headline: the rows of the cards; the examples are taken from them, from all others only where they have none.
        everything: one row an indicator; what is counted.
        catalogue: the catalogue.
    """
    counted = tally(everything)
    total = len(everything)
    out = []
    for status, also in (("right_way", GOOD), ("wrong_way", ())):
        rows = [r for r in [*headline, *everything] if r.status.id == status]
        best = min(rows, key=lambda r: (r not in headline, r.trend.p if r.trend.p is not None else 1.0), default=None)
        count = sum(counted[s] for s in (status, *also))
        out.append(_head(status, f"{count} av {total} mått", best, catalogue))
    out.append(_unknown(headline, everything))
    return tuple(out)


def _head(status: str, count: str, best: Row | None, catalogue: Catalogue) -> Head:
    if best is None:
        way = STATUSES[status].words.lower()
        return Head(STATUSES[status], count, "Inget mått går säkert åt ", way, ".")
    first, last = best.trend.points[0], best.trend.points[-1]
    way = "upp" if last[1] > first[1] else "ned"
    unit = catalogue.indicators[best.indicator].unit
    return Head(
        status=STATUSES[status],
        count=count,
        before=f"{best.name}: ",
        number=f"{best.value}{HARD_SPACE}{unit}",
        after=f" {best.period}, {way} från {number(first[1], best.decimals)}{HARD_SPACE}{unit} {first[0]}.",
    )


def _unknown(headline: Sequence[Row], everything: Sequence[Row]) -> Head:
    """What can't be told: the first row of the cards that can't be judged, with the reason."""
    counted = tally(everything)
    status = StatusWord("unknown", "Vet vi inte", "na")
    count = f"{sum(counted[s] for s in UNKNOWN)} av {len(everything)} mått"
    rows = [r for wanted in UNKNOWN for r in [*headline, *everything] if r.status.id == wanted]
    if not rows:
        return Head(status, count, "Alla mått har en ", "säker trend", ".")
    why = rows[0].progress.reason if rows[0].progress else rows[0].trend.reason
    what, _, more = why.removesuffix(".").partition(": ")
    return Head(status, count, f"{rows[0].name}: ", what[:1].lower() + what[1:], f", {more}." if more else ".")
