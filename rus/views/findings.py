"""What deserves attention in a region or a challenge area: certain changes, gaps and surprises, and what is unknown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from rus.analysis.findings import Finding, Findings, changes, deviations, gaps, tally, within
from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.figures import served
from rus.views.findings_heads import Head, heads
from rus.views.findings_lines import Line, line_of
from rus.views.findings_series import Gathered, Of

SILENT = "Inga tydliga signaler"
METHOD = (
    "Ett fynd är säkert när högst 5 procent av listans fynd kan väntas bero på slumpen, räknat på alla som prövas "
    "samtidigt (Benjamini–Hochberg). Förändringar prövas med trendtest på minst fem oberoende mätningar, skillnader "
    "med sitt osäkerhetsintervall, och kommunernas avvikelser mot den egna serien fram till året före. Störst först, "
    "efter storlek i förhållande till nivån. Antalen räknas, de vägs aldrig ihop. Automatisk text, inte granskad."
)


@dataclass(frozen=True)
class FindingsView:
    """Everything found in one region, or in one challenge area of the place.

    `heads` are the three sentences. `changes`, `gaps` and `deviations` are certain and in order; `unknown` the measures
    of which no change is certain, each with its reason. `tested` counts the tests of each list, `uncounted` the gaps
    without a known uncertainty, `unmeasured` the measures without figures here.
    """

    region: str
    region_name: str
    challenge: str
    heads: tuple[Head, Head, Head]
    changes: tuple[Line, ...]
    gaps: tuple[Line, ...]
    deviations: tuple[Line, ...]
    unknown: tuple[Line, ...]
    tested: tuple[int, int, int]
    uncounted: int
    unmeasured: int
    method: str = METHOD

    def largest(self, most: int) -> tuple[Line, ...]:
        """The largest certain changes that are valued, one a subject: similar measures would else fill the list."""
        themes: dict[str, Line] = {}
        for line in self.changes:
            if line.finding.valuation != "none":
                themes.setdefault(line.of.indicator.theme, line)
        return tuple(themes.values())[:most]

    @property
    def sex_gaps(self) -> tuple[Line, ...]:
        """The certain gaps between women and men."""
        return tuple(g for g in self.gaps if g.of.pair and g.of.pair.ground == "sex")

    @property
    def silent(self) -> str:
        """That there is nothing to say, in words; empty where there is."""
        if self.changes or self.gaps or self.deviations:
            return ""
        return f"{SILENT}: {sum(self.tested)} prövningar, ingen säker."

    @property
    def records(self) -> list[dict[str, Any]]:
        """Every line for programs, findings first."""
        return [line.record for line in (*self.changes, *self.gaps, *self.deviations, *self.unknown)]


def findings(
    store: Store, catalogue: Catalogue, region: str | None = None, challenge: str | None = None
) -> FindingsView:
    """What deserves attention.

    Args:
        store: the store.
        catalogue: its catalogue.
        region: a region's code; default is the place itself, and then its kommuner are held against their own trends.
        challenge: only the measures of this challenge area.
    """
    where = region or catalogue.here.region
    kommuner = catalogue.kommuner() if where == catalogue.here.region else []
    gathered = Gathered(store, catalogue, [where, *kommuner])
    return _view(gathered, _judged(gathered, where, kommuner or [where]), challenge)


def all_findings(store: Store, catalogue: Catalogue) -> tuple[FindingsView, ...]:
    """The place, each of its challenge areas and each of its kommuner, from one reading."""
    here, kommuner = catalogue.here.region, catalogue.kommuner()
    gathered = Gathered(store, catalogue, [here, *kommuner])
    ours = _judged(gathered, here, kommuner)
    areas = [_view(gathered, ours, challenge.id) for challenge in catalogue.challenges]
    return (_view(gathered, ours), *areas, *(_view(gathered, _judged(gathered, code, [code])) for code in kommuner))


def sentences(store: Store, catalogue: Catalogue, challenge: str) -> tuple[Head, Head, Head]:
    """The three sentences of a challenge area alone, from the place's own figures."""
    here = catalogue.here.region
    gathered = Gathered(store, catalogue, [here])
    return _view(gathered, _judged(gathered, here, []), challenge).heads


@dataclass(frozen=True)
class _Judged:
    """The three lists of a region over all measures, and what each key is about."""

    region: str
    moved: Findings
    apart: Findings
    off: Findings
    about: dict[str, Of]


def _judged(gathered: Gathered, region: str, places: Iterable[str]) -> _Judged:
    """Judge a region. Every measure is in the same test, so that it has one answer on every page.

    Args:
        gathered: the figures.
        region: the region.
        places: the regions held against their own trends.
    """
    measures = served(gathered.catalogue)
    series, pairs = gathered.series(region, measures), gathered.pairs(region)
    alone = [one for place in places for one in gathered.series(place, measures)]
    return _Judged(
        region,
        changes(one for _, one in series),
        gaps(one for _, one in pairs),
        deviations(one for _, one in alone),
        {of.key: of for of, _ in (*series, *pairs, *alone)},
    )


def _view(gathered: Gathered, judged: _Judged, challenge: str | None = None) -> FindingsView:
    about = {k: of for k, of in judged.about.items() if challenge is None or challenge in of.indicator.challenges}
    moved, apart, off = (within(found, about) for found in (judged.moved, judged.apart, judged.off))
    valued, certain = _valued(moved, about), _lines(moved.found, about, gathered)
    return FindingsView(
        region=judged.region,
        region_name=gathered.catalogue.name(judged.region),
        challenge=challenge or "",
        heads=heads(tally(valued), certain, _headline(about, challenge)),
        changes=certain,
        gaps=_lines(apart.found, about, gathered),
        deviations=_lines(off.found, about, gathered),
        unknown=_lines(valued.unknown, about, gathered),
        tested=(moved.tested, apart.tested, off.tested),
        uncounted=sum(f.why == "uncounted" for f in apart.unknown),
        unmeasured=sum(f.why == "unmeasured" for f in moved.unknown),
    )


def _lines(found: Iterable[Finding], about: dict[str, Of], gathered: Gathered) -> tuple[Line, ...]:
    return tuple(line_of(f, about[f.key], gathered) for f in found)


def _valued(found: Findings, about: dict[str, Of]) -> Findings:
    """Only what is measured and has a wanted direction: what can go right or wrong, or not be known to."""

    def kept(of: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(f for f in of if about[f.key].indicator.better != "neutral" and f.why != "unmeasured")

    return replace(found, found=kept(found.found), unknown=kept(found.unknown))


def _headline(about: dict[str, Of], challenge: str | None) -> set[str]:
    """Ids of the measures that examples are taken from first."""
    measures = {of.indicator.id: of.indicator for of in about.values()}
    return {name for name, i in measures.items() if (challenge in i.headline if challenge else i.headline)}
