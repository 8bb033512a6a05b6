"""One challenge area: what it is about, its indicators with their goals, and which of them to look at first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strategy import Challenge
from rus.store.store import Store
from rus.views.cards import Row, row, tally_words
from rus.views.figures import Figures, figures
from rus.views.findings import sentences
from rus.views.findings_heads import Head
from rus.views.gaps import Gap, all_gaps
from rus.views.goal_status import Peers, peer_points
from rus.views.goal_text import standing, wishes
from rus.views.spread import Spread, spreads
from rus.views.start import METHOD, gap_scale

MOST_GAPS = 7
MOST_GROUPS = 2


@dataclass(frozen=True)
class Measured:
    """One indicator of the area. `row` is None without figures; `missing` then says why.

    `state`: why, in a word; `goals` in words, `standing` whether they are official or proposed.
    """

    indicator: str
    name: str
    definition: str
    row: Row | None
    goals: str
    standing: str
    missing: str
    state: str


@dataclass(frozen=True)
class Section:
    """The indicators of one subject."""

    title: str
    measures: tuple[Measured, ...]


@dataclass(frozen=True)
class ChallengeView:
    """Everything on a challenge area's page but the charts of the chosen indicator and the project's strip.

    `facts` are pairs of words about the area; `unconfirmed` what could not be confirmed of them. `leading` are
    (indicator, name) that the charts can show, the one to begin with first. `spreads` are published for kommuner only.
    """

    id: str
    name: str
    gap: str
    heads: tuple[Head, ...]
    kraftsamlingar: tuple[str, ...]
    platforms: tuple[str, ...]
    source: str
    unconfirmed: tuple[str, ...]
    tally: str
    leading: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    spreads: tuple[Spread, ...]
    wanted: tuple[Measured, ...]
    gaps: tuple[Gap, ...]
    gap_scale: float
    shown: tuple[str, ...]
    method: str = METHOD


def challenge_view(store: Store, catalogue: Catalogue, identity: str) -> ChallengeView | None:
    """The page of a challenge area; None where the current set has none with this id."""
    challenge = catalogue.challenge(identity)
    if challenge is None:
        return None
    found = figures(store, catalogue.here.region)
    serving = catalogue.of_challenge(identity)
    peers = peer_points(store, catalogue)
    measures = [_measured(i, found, catalogue, peers) for i in serving]
    rows = [m.row for m in measures if m.row]
    ids = {i.id for i in serving}
    spread = spreads(store, catalogue, [m.indicator for m in measures if m.row is None])
    of_kommuner = {s.indicator for s in spread}
    return ChallengeView(
        id=challenge.id,
        name=challenge.name,
        gap=challenge.gap,
        heads=sentences(store, catalogue, identity) if rows else (),
        kraftsamlingar=tuple(k.text for k in challenge.kraftsamlingar),
        platforms=tuple(p.name for p in challenge.platforms),
        source=challenge.source,
        unconfirmed=_unconfirmed(challenge, catalogue),
        tally=f"{len(rows)} mått: {tally_words(rows)}" if rows else "",
        leading=_leading(identity, serving, {r.indicator: r for r in rows}),
        sections=_sections(measures, catalogue),
        spreads=spread,
        wanted=tuple(m for m in measures if m.row is None and m.indicator not in of_kommuner),
        gaps=tuple(_different([g for g in all_gaps(store, catalogue) if g.indicator in ids])[:MOST_GAPS]),
        gap_scale=gap_scale(rows),
        shown=tuple(r.indicator for r in rows),
    )


def _measured(indicator: Indicator, found: Figures, catalogue: Catalogue, peers: Peers) -> Measured:
    made = row(indicator, found, catalogue, peers=peers)
    missing = "" if made else indicator.missing or "Siffrorna hämtas med rus update när källan läses in."
    state = "" if made else {"wanted": "Önskad, data saknas"}.get(indicator.state, "Väntar på källan")
    name, goals = made.name if made else indicator.short, wishes(indicator, catalogue)
    return Measured(indicator.id, name, indicator.definition, made, goals, standing(indicator), missing, state)


def _sections(measures: Iterable[Measured], catalogue: Catalogue) -> tuple[Section, ...]:
    """By theme, in the catalogue's order; without those that have no figures."""
    by_theme: dict[str, list[Measured]] = {}
    for measure in measures:
        if measure.row:
            by_theme.setdefault(catalogue.indicators[measure.indicator].theme, []).append(measure)
    return tuple(Section(t.name, tuple(by_theme[t.id])) for t in catalogue.themes if t.id in by_theme)


def _leading(identity: str, serving: Iterable[Indicator], rows: dict[str, Row]) -> tuple[tuple[str, str], ...]:
    """Headline indicators with figures: the widest gap between the sexes first, then those with a number to reach."""
    headline = [rows[i.id] for i in serving if identity in i.headline and i.id in rows]
    shown = headline or list(rows.values())[:1]
    return tuple((r.indicator, r.name) for r in sorted(shown, key=_urgency))


def _urgency(candidate: Row) -> tuple[float, bool]:
    sexes = candidate.sexes
    return (-abs(sexes.women - sexes.men) if sexes and sexes.comparable else 0.0, candidate.target is None)


def _different(gaps: Iterable[Gap]) -> list[Gap]:
    """Each pair of figures once, since a series may stand in two indicators; at most two groups of an indicator."""
    seen: set[tuple[str, float, float]] = set()
    groups: Counter[str] = Counter()
    kept = []
    for gap in gaps:
        figures = (gap.period, gap.women, gap.men)
        if figures in seen or groups[gap.indicator] == MOST_GROUPS:
            continue
        seen.add(figures)
        groups[gap.indicator] += 1
        kept.append(gap)
    return kept


def _unconfirmed(challenge: Challenge, catalogue: Catalogue) -> tuple[str, ...]:
    said = [challenge.unconfirmed, *(p.unconfirmed for p in challenge.platforms), catalogue.current_set.unconfirmed]
    return tuple(text for text in dict.fromkeys(said) if text)
