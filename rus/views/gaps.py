"""The largest differences between women and men, in percentage points."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.cards import PERCENT, name_of
from rus.views.figures import main_group

OLDEST = 5


@dataclass(frozen=True)
class Gap:
    """Women and men of one measure, group and period, in percent."""

    indicator: str
    group: str
    name: str
    period: str
    women: float
    men: float
    gap: float
    decimals: int
    source: str

    @property
    def gap_text(self) -> str:
        """The gap without sign."""
        return number(self.gap, self.decimals)


def all_gaps(store: Store, catalogue: Catalogue) -> list[Gap]:
    """Every gap in percentage points that the build knows for the place, largest first.

    Left out: measures of how something is shared between the sexes, those where neither more nor less is wanted, and
    periods more than five years older than the newest.
    """
    found: list[Gap] = []
    for line in store.gaps(region=catalogue.here.region).itertuples():
        indicator = catalogue.indicators.get(str(line.indicator))
        if indicator is None or indicator.unit != PERCENT or not _is_wanted(indicator):
            continue
        if TOTAL != main_group(indicator) != line.group:
            continue  # its groups are parts of a whole, so each would repeat the same difference
        women, men, group = float(line.women), float(line.men), str(line.group)  # type: ignore[arg-type]  # itertuples has no types
        name = name_of(indicator, group, catalogue)
        gap = abs(women - men)
        found.append(
            Gap(indicator.id, group, name, str(line.period), women, men, gap, indicator.decimals, indicator.owner)
        )
    newest = max((_year(g.period) for g in found), default=0)
    kept = [g for g in found if _year(g.period) >= newest - OLDEST]
    return sorted(kept, key=lambda g: (-g.gap, g.name))


def _is_wanted(indicator: Indicator) -> bool:
    return indicator.share != "konsfordelning" and indicator.better != "neutral"


def sex_gaps(store: Store, catalogue: Catalogue, most: int) -> tuple[Gap, ...]:
    """The largest gaps of measures that serve a challenge area, one a measure."""
    current = {c.id for c in catalogue.challenges}
    largest: dict[str, Gap] = {}
    seen: set[tuple[str, float, float]] = set()
    for gap in all_gaps(store, catalogue):
        figures = (gap.period, gap.women, gap.men)  # the same series may stand in two indicators
        if current & set(catalogue.indicators[gap.indicator].challenges) and figures not in seen:
            seen.add(figures)
            largest.setdefault(gap.indicator, gap)
    return tuple(largest.values())[:most]


def _year(period: str) -> int:
    return int(period[-4:] if "-" in period else period[:4])


def lower_first(name: str) -> str:
    """A name in the middle of a sentence: `Trygga i mörker` → `trygga i mörker`; `BRP per invånare` stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
