"""Gemensam uppföljning: from judged goals to the gaps between nuläge and önskat läge, and to proposals.

A gap is `open` where the goal goes the wrong way, stands still or goes too slowly. An open gap counts as certain where
the status rests on an interval of the pace that lies in one class, or on a trend test that is still a signal when every
trend test of the list is counted (Benjamini and Hochberg 1995, 5 percent). Proposals are counts of measures with a
certain open gap: one for each challenge area on show, and one for each family of effektmål whose certain gaps no such
area serves. They are what the figures say; who decides is not computed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rus.analysis.multiplicity import signals
from rus.analysis.progress import Progress

State = Literal["open", "unclear", "closing", "closed", "unknown"]
STATES: tuple[State, ...] = ("open", "unclear", "closing", "closed", "unknown")
"""Worst first; `unknown` last, since what can't be judged has no place in an order."""
OF_STATUS: dict[str, State] = {
    "wrong_way": "open",
    "stalled": "open",
    "too_slow": "open",
    "no_trend": "unclear",
    "uncertain": "unclear",
    "right_way": "closing",
    "on_track": "closing",
    "reached": "closed",
    "not_assessed": "unknown",
}


@dataclass(frozen=True)
class Judged:
    """One goal, or wanted direction, of a measure: what the rules said, and what it is linked to (ids)."""

    key: str
    indicator: str
    progress: Progress
    effektmal: tuple[str, ...]
    challenges: tuple[str, ...] = ()


@dataclass(frozen=True)
class Distance:
    """The gap between nuläge and önskat läge of one goal.

    `missing` is the distance in the measure's unit, `relative` the change that is needed in percent of the newest
    value (its sign is the way to go), `left` the share of the way from the base that is left, 0–1 and above 1 where
    the value is farther from the target than at the start. All three are None where the goal sets no level, or
    where nothing could be judged. `certain` is only ever true of an open gap.
    """

    key: str
    indicator: str
    state: State
    certain: bool
    missing: float | None
    relative: float | None
    left: float | None
    effektmal: tuple[str, ...]
    challenges: tuple[str, ...]


@dataclass(frozen=True)
class Branch:
    """The gaps under one effektmål, worst state first, certain before others, then by key."""

    effektmal: str
    distances: tuple[Distance, ...]

    @property
    def known(self) -> tuple[Distance, ...]:
        """Those that could be judged."""
        return tuple(d for d in self.distances if d.state != "unknown")

    @property
    def unknown(self) -> tuple[Distance, ...]:
        """Those that could not."""
        return tuple(d for d in self.distances if d.state == "unknown")


@dataclass(frozen=True)
class Proposal:
    """What the figures say of a challenge area, or of effektmål that no area serves (`challenge` is then None).

    `evidence` are the certain open gaps, `indicators` their measures, each once: they are what is counted. `others`
    are the area's other gaps in the order of a branch. `rank` is shared by equal counts; None where nothing is counted.
    """

    challenge: str | None
    effektmal: tuple[str, ...]
    evidence: tuple[Distance, ...]
    others: tuple[Distance, ...]
    rank: int | None = None

    @property
    def indicators(self) -> tuple[str, ...]:
        """Measures with a certain open gap."""
        return tuple(dict.fromkeys(d.indicator for d in self.evidence))


@dataclass(frozen=True)
class Followup:
    """`branches` in the strategy's order; `proposals` with most measures first.

    `empty` are the effektmål without a goal, `unserved` those with goals but no measure that serves an area on show.
    `tests` is how many trend tests the certain gaps were chosen among.
    """

    branches: tuple[Branch, ...]
    empty: tuple[str, ...]
    unserved: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    tests: int


def followup(judged: Iterable[Judged], effektmal: Sequence[str], challenges: Sequence[str]) -> Followup:
    """Everything from the goals to the proposals.

    Args:
        judged: goals in any order, each key once; a link to something that is not among the next two is left out.
        effektmal: ids in the strategy's order.
        challenges: ids of the areas on show, in order.
    """
    tests, found = distances(judged)
    branches = [Branch(e, tuple(d for d in found if e in d.effektmal)) for e in effektmal]
    serving = [_proposal(c, (d for d in found if c in d.challenges), effektmal) for c in challenges]
    loose = [d for d in found if d.certain and not set(challenges) & set(d.challenges)]
    families = [_proposal(None, members, effektmal) for members in _families(loose, effektmal)]
    return Followup(
        tuple(b for b in branches if b.distances),
        tuple(b.effektmal for b in branches if not b.distances),
        tuple(b.effektmal for b in branches if b.distances and not _served(b, challenges)),
        _ranked([*serving, *families]),
        tests,
    )


def _served(branch: Branch, challenges: Sequence[str]) -> bool:
    return any(set(challenges) & set(d.challenges) for d in branch.distances)


def distances(judged: Iterable[Judged]) -> tuple[int, tuple[Distance, ...]]:
    """How many trend tests there are, and every goal's gap, in the order of a branch."""
    goals = sorted(judged, key=lambda j: j.key)
    ps = [j.progress.trend.p if j.progress.trend and j.progress.ratio is None else None for j in goals]
    found = [_distance(j, signal=signal) for j, signal in zip(goals, signals(ps), strict=True)]
    order = sorted(found, key=lambda d: (STATES.index(d.state), not d.certain, d.key))
    return sum(p is not None for p in ps), tuple(order)


def _distance(goal: Judged, *, signal: bool) -> Distance:
    made = goal.progress
    state = OF_STATUS[made.status]
    judged = state != "unknown" and made.target is not None
    missing = made.missing if judged else None
    relative = left = None
    if missing is not None and made.newest is not None and made.target is not None:
        now = made.newest[1]
        relative = 0.0 if not missing else ((made.target - now) / abs(now) * 100 if now else None)
        way = abs(made.target - made.base[1]) if made.base else 0.0
        left = missing / way if way else None
    certain = state == "open" and (made.ratio is not None or signal)
    return Distance(goal.key, goal.indicator, state, certain, missing, relative, left, goal.effektmal, goal.challenges)


def _proposal(challenge: str | None, members: Iterable[Distance], effektmal: Sequence[str]) -> Proposal:
    mine = tuple(members)
    evidence = tuple(d for d in mine if d.certain)
    touched = {e for d in evidence for e in d.effektmal}
    return Proposal(
        challenge, tuple(e for e in effektmal if e in touched), evidence, tuple(d for d in mine if not d.certain)
    )


def _families(loose: Sequence[Distance], effektmal: Sequence[str]) -> list[list[Distance]]:
    """Gaps that no area serves, together where their measures share an effektmål; in the strategy's order."""
    families: list[tuple[set[str], list[Distance]]] = []
    for gap in loose:
        links = {e for e in gap.effektmal if e in effektmal}
        if not links:
            continue
        near = [family for family in families if family[0] & links]
        families = [family for family in families if family not in near]
        joined = [d for _, members in near for d in members]
        families.append((links.union(*(names for names, _ in near)), [*joined, gap]))
    place = {e: n for n, e in enumerate(effektmal)}
    families.sort(key=lambda family: min(place[e] for e in family[0]))
    return [sorted(members, key=lambda d: d.key) for _, members in families]


def _ranked(made: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Most measures first, equal ones in the order given; rank 1 + the number of proposals with more."""
    counts = [len(p.indicators) for p in made]
    ranked = [
        Proposal(p.challenge, p.effektmal, p.evidence, p.others, 1 + sum(c > n for c in counts) if n else None)
        for p, n in zip(made, counts, strict=True)
    ]
    return tuple(sorted(ranked, key=lambda p: -len(p.indicators)))
