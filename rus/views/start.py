"""Läget i länet: what goes the right way, what does not, and what nobody knows yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.cards import Row, row, tally_words
from rus.views.figures import figures, served
from rus.views.findings import FindingsView, findings
from rus.views.findings_lines import Line
from rus.views.gaps import Gap, sex_gaps
from rus.views.goal_status import peer_points
from rus.views.news import News, news

MOST_ROWS = 4
MOST_CHANGES = 6
MOST_GAPS = 6
COUNTED = (
    "De tre meningarna räknar mått med en önskad riktning, och bara förändringar som är säkra när alla mått prövas på "
    "en gång."
)
METHOD = (
    "Mål med ett tal bedöms efter takten hittills, i procent av den som krävdes från basåret; gränserna är 95 och "
    "60 procent. Mål att ligga bättre till än andra bedöms mot var och en av dem. Alla andra mått bedöms efter om "
    "trenden är säker (Mann–Kendall, 5 %). Minst fem mätningar krävs i den senaste obrutna serien. "
    f"{COUNTED} Kvinnor och män visas på samma skala i alla rader. p = preliminär uppgift."
)


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

    `findings` has the three sentences and all that is certain; `changes` are the largest, one a subject. `gaps` are the
    largest ones, certain or not. `gap_scale`: how many percentage points the mini dumbbells span; `shown`: ids of the
    indicators on the page.
    """

    findings: FindingsView
    areas: tuple[Area, ...]
    changes: tuple[Line, ...]
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
    noted = findings(store, catalogue)
    changes = noted.largest(MOST_CHANGES)
    gaps = sex_gaps(store, catalogue, MOST_GAPS)
    shown = dict.fromkeys(
        [r.indicator for r in headline] + [c.of.indicator.id for c in changes] + [g.indicator for g in gaps]
    )
    return StartView(
        findings=noted,
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
