"""Gemensam uppföljning: goals put to the figures of one region, the gaps that are left, and what they propose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rus.analysis.followup import Distance, Followup, Proposal, State, followup
from rus.analysis.progress import Progress
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.followup_goals import BASES, Considered, considered, within
from rus.views.followup_words import (
    STANDINGS,
    advice,
    certainty,
    counts,
    desired,
    gap_text,
    movement,
    name,
    pace_text,
    share_text,
)
from rus.views.sentences import Measure
from rus.views.status import STATUSES, StatusWord


@dataclass(frozen=True)
class Line:
    """One gap as a row; texts are empty where there is nothing to say. `distance` holds its numbers."""

    distance: Distance
    name: str
    group: str
    standing: str
    wish: str
    now: str
    year: str
    unit: str
    desired: str
    gap: str
    share: str
    people: float | None
    direction: str
    pace: str
    status: StatusWord
    certainty: str
    reason: str
    areas: str
    source: str
    progress: Progress

    @property
    def state(self) -> State:
        """Whether the gap is open."""
        return self.distance.state


@dataclass(frozen=True)
class BranchView:
    """One effektmål: its gaps, and the measures that can't be judged, each with its reason."""

    id: str
    overarching: str
    name: str
    counts: str
    lines: tuple[Line, ...]
    unknown: tuple[Line, ...]


@dataclass(frozen=True)
class ProposalView:
    """A proposal in words.

    `challenge` is an id, empty where no area on show serves. `evidence` are the gaps that are counted, `uncounted` the
    open ones that are not certain, `others` a count of the rest. `source` says where the area stands.
    """

    challenge: str
    title: str
    advice: str
    rank: int | None
    measures: int
    effektmal: tuple[str, ...]
    evidence: tuple[Line, ...]
    uncounted: tuple[Line, ...]
    others: str
    source: str


@dataclass(frozen=True)
class FollowupView:
    """Everything on the page.

    `empty` and `unserved` name the effektmål without a measure, and those that no area on show serves. `whose` says so
    where the goals are set for another region.
    """

    region: str
    region_name: str
    basis: str
    branches: tuple[BranchView, ...]
    empty: tuple[str, ...]
    unserved: tuple[str, ...]
    proposals: tuple[ProposalView, ...]
    tests: int
    whose: str

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows, each once, those that can't be judged last."""
        found = [line for b in self.branches for line in (*b.lines, *b.unknown)]
        return tuple({line.distance.key: line for line in found}.values())


def followup_views(store: Store, catalogue: Catalogue, region: str) -> dict[str, FollowupView]:
    """The page for one region, both sexes together, by what is looked at (`BASES`)."""
    every = list(considered(store, catalogue, region))
    return {basis: _view([g for g in every if within(basis, g.standing)], catalogue, region, basis) for basis in BASES}


def _view(goals: Sequence[Considered], catalogue: Catalogue, region: str, basis: str) -> FollowupView:
    effektmal, areas = [e.id for e in catalogue.plan.effektmal], [c.id for c in catalogue.challenges]
    found = followup([g.judged for g in goals], effektmal, areas)
    names = {e.id: e.name for e in catalogue.plan.effektmal}
    here = catalogue.here
    whole = _Whole(catalogue, {g.judged.key: g for g in goals}, found, ours=region == here.region)
    whose = f"Målen är satta för {here.name}. Här är de räknade på siffrorna för {catalogue.name(region)}."
    return FollowupView(
        region=region,
        region_name=catalogue.name(region),
        basis=basis,
        branches=tuple(whole.branches()),
        empty=tuple(names[e] for e in found.empty),
        unserved=tuple(names[e] for e in found.unserved),
        proposals=tuple(whole.proposal(p) for p in found.proposals),
        tests=found.tests,
        whose="" if whole.ours else whose,
    )


@dataclass(frozen=True)
class _Whole:
    """Puts words to what was found."""

    catalogue: Catalogue
    goals: dict[str, Considered]
    found: Followup
    ours: bool

    def branches(self) -> Iterator[BranchView]:
        over = {o.id: o.name for o in self.catalogue.plan.overarching}
        effektmal = {e.id: e for e in self.catalogue.plan.effektmal}
        for branch in self.found.branches:
            mine = effektmal[branch.effektmal]
            yield BranchView(
                mine.id,
                over.get(mine.overarching, ""),
                mine.name,
                counts(branch.distances),
                self._lines(branch.known),
                self._lines(branch.unknown),
            )

    def proposal(self, made: Proposal) -> ProposalView:
        names = {e.id: e.name for e in self.catalogue.plan.effektmal}
        area = self.catalogue.challenge(made.challenge) if made.challenge else None
        effektmal = tuple(names[e] for e in made.effektmal)
        return ProposalView(
            challenge=made.challenge or "",
            title=area.name if area else listing(effektmal),
            advice=advice(made, self.catalogue.current_set.name, ours=self.ours),
            rank=made.rank,
            measures=len(made.indicators),
            effektmal=effektmal,
            evidence=self._lines(made.evidence),
            uncounted=self._lines(d for d in made.others if d.state == "open"),
            others=counts([d for d in made.others if d.state != "open"]),
            source=area.source if area else "",
        )

    def _lines(self, distances: Iterable[Distance]) -> tuple[Line, ...]:
        return tuple(self._line(d) for d in distances)

    def _line(self, d: Distance) -> Line:
        goal = self.goals[d.key]
        made, measure = goal.judged.progress, Measure.of(goal.indicator)
        areas = [c.name for c in self.catalogue.challenges if c.id in d.challenges]
        return Line(
            distance=d,
            name=name(goal.row, goal.indicator, goal.group, self.catalogue),
            group=goal.group,
            standing=STANDINGS[goal.standing],
            wish=goal.row.wish if goal.row else "",
            now=measure.bare(made.newest[1]) if made.newest else "",
            year=str(made.newest[0]) if made.newest else "",
            unit=goal.indicator.unit,
            desired=desired(goal.row, goal.indicator),
            gap=gap_text(d, measure),
            share=share_text(d),
            people=goal.row.missing_people if goal.row else None,
            direction=(moved := movement(goal.row, made)),
            pace=pace_text(made, measure) if moved else "",
            status=STATUSES[made.status],
            certainty=certainty(d, made),
            reason=made.reason,
            areas=", ".join(areas),
            source=goal.indicator.owner,
            progress=made,
        )
