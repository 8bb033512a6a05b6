"""What a picture can stand beside when that is no single region: the middle of many places, the year before, the goal.

The middle of many is a line of its own, computed from the places' figures. Its rows have the line's name for a region.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from rus.analysis.comparison import NEARLY_ALL, mean_of, middle_of
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.available import Option, is_rate
from rus.views.choice import EARLIER, GOAL, OTHER_GROUPS, SIMILAR, UNWEIGHTED, Choice, comparisons
from rus.views.goal_text import with_number
from rus.views.lines import plain
from rus.views.places import LEVEL_WORDS, LEVELS, members
from rus.views.structure import ONLY_KOMMUNER, Structure

AMOUNT = "Måttet är en mängd, så skillnaden följer av hur stora platserna är."
NO_GOAL = "Måttet har inget mål med ett tal för den valda gruppen och platsen."
BELOW = "Skillnaden mot {what} står i rutan Jämfört med under diagrammet."
UNEQUAL = "Ovägt medel: varje {one} räknas lika, hur många som än bor där. Riket väger efter antalet."
ONE = {"kommuner": "kommun", "lan": "län"}
LEVEL_OF = {"kommun": "kommuner", "lan": "lan", "riket": "kommuner"}
SHORT = {"Liknande kommuner": "Liknande"}
"""Names of lines that are too long beside a line of each sex."""
NAMES = {UNWEIGHTED: "Ovägt medel", SIMILAR: "Liknande kommuner"}
IN_FILES = {UNWEIGHTED: "Ovägt medel", SIMILAR: "Liknande kommuner, median"}


@dataclass(frozen=True)
class Alike:
    """Codes of the kommuner most like the first of the chosen regions; empty with the reason where there are none."""

    codes: tuple[str, ...] = ()
    reason: str = ""


NO_KOMMUN = Alike(reason=ONLY_KOMMUNER)


def alike(built: Structure, catalogue: Catalogue, region: str) -> Alike:
    """The kommuner most like a region, which must be a kommun."""
    found = catalogue.regions.get(region)
    if found is None or found.level != "kommun":
        return NO_KOMMUN
    near = built.alike(region)
    return Alike(near.codes, near.reason)


def whole_set(catalogue: Catalogue, region: str) -> str:
    """The set of places a region belongs to: all kommuner, or all counties; the country stands beside all kommuner."""
    found = catalogue.regions.get(region)
    return LEVEL_OF.get(found.level if found else "", "kommuner")


def options(
    catalogue: Catalogue, indicator: Indicator, row: Mapping[str, object] | None, choice: Choice, near: Alike
) -> tuple[Option, ...]:
    """Everything to compare with, each with the reason where it says nothing here.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        row: its row of `Store.coverage`; None where there are no figures.
        choice: what was chosen.
        near: the kommuner most like the first region.
    """
    scope = whole_set(catalogue, choice.regions[0])
    have, of = int(str(row[_column(scope)])) if row else 0, len(members(catalogue, scope))
    amount = "" if is_rate(indicator) else AMOUNT
    few = "" if have >= NEARLY_ALL * of else f"Siffrorna finns bara för {have} av {of} {LEVEL_WORDS[scope]}."
    goal = choice.regions[0] == catalogue.here.region and with_number(indicator, choice.group) is not None
    why = {
        UNWEIGHTED: amount or few,
        SIMILAR: near.reason or amount or few,
        GOAL: "" if goal else NO_GOAL,
    }
    return tuple(Option(identity, label, why.get(identity, "")) for identity, label in comparisons(catalogue).items())


def said(catalogue: Catalogue, choice: Choice, offered: Sequence[Option], near: Alike) -> list[str]:
    """What must be known of the chosen comparison: why it is not there, what it is, or where it stands."""
    found = next((option for option in offered if option.id == choice.comparison), None)
    if found is None or choice.comparison == OTHER_GROUPS:
        return []
    if found.reason:
        return [f"{found.label} visas inte. {found.reason}"]
    if choice.comparison == UNWEIGHTED:
        return [UNEQUAL.format(one=ONE[whole_set(catalogue, choice.regions[0])])]
    if choice.comparison == SIMILAR:
        names = listing(catalogue.name(code) for code in near.codes)
        return [f"Liknande kommuner: medianen av {names}. De är valda för {catalogue.name(choice.regions[0])}."]
    return [BELOW.format(what=found.label.lower())] if choice.comparison in {EARLIER, GOAL} else []


def computed(
    store: Store, catalogue: Catalogue, choice: Choice, offered: Sequence[Option], near: Alike
) -> pd.DataFrame:
    """The rows of the middle of many places, in the shape of `Store.observations`; none where it is not wanted.

    A period in which too few of the places have a value is left out.
    """
    if choice.comparison not in NAMES or any(o.id == choice.comparison and o.reason for o in offered):
        return pd.DataFrame()
    mean = choice.comparison == UNWEIGHTED
    codes = members(catalogue, whole_set(catalogue, choice.regions[0])) if mean else list(near.codes)
    rows = store.observations(
        indicators=[choice.indicator or ""], regions=codes, sexes=list(choice.sexes), groups=[choice.group]
    )
    return _middles(rows[rows["value"].notna()], choice.comparison, of=len(codes))


def _middles(rows: pd.DataFrame, name: str, *, of: int) -> pd.DataFrame:
    """One row a sex and period, made from the first row of each."""
    kind = mean_of if name == UNWEIGHTED else middle_of
    found: dict[tuple[str, str], list[float]] = {}
    for sex, period, value in zip(*(plain(rows[c]) for c in ("sex", "period", "value")), strict=True):
        found.setdefault((sex, period), []).append(value)
    values = {key: made.value for key, known in found.items() if (made := kind(known, of)).value is not None}
    first = rows.drop_duplicates(["sex", "period"])
    keys = list(zip(plain(first["sex"]), plain(first["period"]), strict=True))
    kept = first[[key in values for key in keys]]
    return kept.assign(
        region=NAMES[name],
        region_name=IN_FILES[name],
        level="",
        value=[values[key] for key in keys if key in values],
        lower=float("nan"),
        upper=float("nan"),
        n=float("nan"),
        count=float("nan"),
    )


def _column(scope: str) -> str:
    return "lan" if LEVELS[scope] == "lan" else "kommuner"
