"""Two measures of the same places: who is high in one and low in the other, and whether they go together."""

from collections import Counter
from dataclasses import dataclass
from statistics import median

import pandas as pd

from rus.analysis.correlation import Correlation, correlate
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing, number, sort_key
from rus.store.store import Store
from rus.views.available import Option, is_rate
from rus.views.cards import name_of
from rus.views.choice import Choice
from rus.views.empty import Empty
from rus.views.figures import main_group
from rus.views.places import LEVELS, members
from rus.views.table import Row, Table, cell
from rus.views.told import Told

CAUTION = (
    "Att två mått följs åt betyder inte att det ena orsakar det andra. Båda kan bero på något tredje, som ålder.",
    "Sambandet gäller platser. Det säger inget om enskilda personer.",
)
STRENGTH = {"weak": "svagt", "moderate": "måttligt", "strong": "starkt"}
SAME = "Samband: platser med höga värden i det ena har ofta höga i det andra."
OPPOSITE = "Omvänt samband: platser med höga värden i det ena har ofta låga i det andra."
QUARTERS = {
    "över, över": "över båda medianerna",
    "över, under": "över i det första och under i det andra",
    "under, över": "under i det första och över i det andra",
    "under, under": "under båda",
}


@dataclass(frozen=True)
class Dot:
    """One place with both values."""

    code: str
    name: str
    x: float
    y: float
    ours: bool
    chosen: bool


@dataclass(frozen=True)
class Axis:
    """What an axis measures; `middle` is the median of the places drawn, `year` what its values are of."""

    short: str
    unit: str
    decimals: int
    middle: float
    year: str


@dataclass(frozen=True)
class TwoMeasures:
    """Places by two measures, ours last; `together` is of all places drawn, `named` codes, `other` the second's id."""

    dots: tuple[Dot, ...]
    x: Axis
    y: Axis
    together: Correlation
    named: tuple[str, ...]
    other: str


def others(store: Store, catalogue: Catalogue) -> tuple[Option, ...]:
    """Rates with figures for every kommun or county: what a measure can be held against, headline ones first."""
    covered = store.coverage()
    wide = set(covered.loc[covered["kommuner"] > 0, "indicator"])
    shown = [c.id for c in catalogue.challenges]
    found = [i for i in catalogue.indicators.values() if i.id in wide and is_rate(i) and i.state == "in_use"]
    found.sort(key=lambda i: (not set(shown) & set(i.headline), sort_key(i.short)))
    return tuple(Option(i.id, name_of(i, main_group(i), catalogue)) for i in found)


def second(catalogue: Catalogue, indicator: Indicator, wanted: str, options: tuple[Option, ...]) -> str | None:
    """The measure to hold against: the wanted one, else one of the same challenge area and another theme."""
    ids = [option.id for option in options if option.id != indicator.id]
    if wanted in ids:
        return wanted
    others_ = [catalogue.indicators[i] for i in ids]
    far = [i.id for i in others_ if i.theme != indicator.theme]
    near = [i.id for i in others_ if i.id in far and i.headline and set(i.challenges) & set(indicator.challenges)]
    return next(iter([*near, *far, *ids]), None)


def two_measures(
    store: Store, catalogue: Catalogue, choice: Choice, scope: str, wanted: str = ""
) -> Told[TwoMeasures] | Empty:
    """The places of a scope by the chosen indicator and another, of the same year where both have one.

    Args:
        store: the figures.
        catalogue: the catalogue.
        choice: what was chosen.
        scope: `lanet`, `kommuner` or `lan`.
        wanted: id of the other indicator.
    """
    first = catalogue.indicators[choice.indicator or ""]
    other = second(catalogue, first, wanted, others(store, catalogue))
    if other is None:
        return Empty("Det finns inget annat mått att jämföra med", "Bara andelar för kommuner kan jämföras så.", "")
    theirs = catalogue.indicators[other]
    level, sex = LEVELS[scope], choice.sexes[0] if len(choice.sexes) == 1 else "total"
    until = choice.years[1] if choice.years else None
    x = _at(store, first, choice.group, (level, sex), until)
    year = int(str(x["period"].iloc[0])[:4]) if len(x) else until
    y = _at(store, theirs, main_group(theirs), (level, sex), year)
    y = y if len(y) else _at(store, theirs, main_group(theirs), (level, "total"), year)
    both = _dots(catalogue, choice, members(catalogue, scope), x, y)
    if len(both) < 2:
        do = "Välj ett annat mått att jämföra med, eller Rangordning."
        return Empty("För få platser har båda måtten", f"{len(both)} platser har uppgift om båda.", do)
    values = TwoMeasures(
        both,
        _axis(catalogue, first, choice.group, [d.x for d in both], x),
        _axis(catalogue, theirs, main_group(theirs), [d.y for d in both], y),
        correlate([(d.x, d.y) for d in both]),
        _named(both),
        other,
    )
    lacking = len(members(catalogue, scope)) - len(both)
    return _told(values, pd.concat([x, y], ignore_index=True), (first, theirs), lacking)


def _at(store: Store, indicator: Indicator, group: str, cut: tuple[str, str], until: int | None) -> pd.DataFrame:
    """The indicator's places in the year `until` where that has figures, else at the newest period that most have."""
    level, sex = cut
    found = store.ranking(indicator.id, period=str(until), sex=sex, group=group, level=level) if until else None
    if found is None or not len(found):
        found = store.ranking(indicator.id, sex=sex, group=group, level=level)
    return found.drop(columns="rank")


def _dots(catalogue: Catalogue, choice: Choice, codes: list[str], x: pd.DataFrame, y: pd.DataFrame) -> tuple[Dot, ...]:
    xs, ys = ({str(c): float(v) for c, v in zip(f["region"], f["value"], strict=True)} for f in (x, y))
    ours = {catalogue.here.region, *catalogue.kommuner()}
    found = [
        Dot(c, catalogue.name(c), xs[c], ys[c], c in ours, c in choice.regions) for c in codes if c in xs and c in ys
    ]
    return tuple(sorted(found, key=lambda d: (d.ours, d.chosen, d.code)))


def _axis(catalogue: Catalogue, indicator: Indicator, group: str, values: list[float], rows: pd.DataFrame) -> Axis:
    period = str(rows["period"].iloc[0])
    return Axis(name_of(indicator, group, catalogue), indicator.unit, indicator.decimals, median(values), period)


def _named(dots: tuple[Dot, ...]) -> tuple[str, ...]:
    """Codes to be named: all of ours where few are drawn, else the chosen and those of ours farthest out."""
    ours = [d for d in dots if d.ours or d.chosen]
    mx, my = median(d.x for d in dots), median(d.y for d in dots)
    wide = max(abs(d.x - mx) for d in dots) or 1, max(abs(d.y - my) for d in dots) or 1
    far = sorted(ours, key=lambda d: (not d.chosen, -max(abs(d.x - mx) / wide[0], abs(d.y - my) / wide[1]), d.code))
    return tuple(d.code for d in far[:4])


def _told(found: TwoMeasures, rows: pd.DataFrame, pair: tuple[Indicator, Indicator], lacking: int) -> Told[TwoMeasures]:
    first, theirs = pair
    gone = (f"{lacking} platser saknar uppgift om något av måtten och visas inte.",) if lacking else ()
    x, y = found.x, found.y
    n = found.together.n
    below = (
        f"{first.title}, {x.unit} {x.year} (vågrätt), mot {theirs.title[:1].lower()}{theirs.title[1:]}, {y.unit} "
        f"{y.year} (lodrätt). {n} platser. Strecken visar medianerna, värdet i mitten."
    )
    title = _title(found)
    return Told(
        values=found,
        title=title,
        subtitle=below,
        alt=f"Punktdiagram med två mått. {title}. {below} {measured(found.together)} Alla siffror står i tabellen.",
        table=_table(found, first, theirs),
        rows=rows,
        notes=(*_way(found.together), measured(found.together), quarters(found), *gone, *CAUTION),
        year=int(x.year[:4]),
    )


def _title(found: TwoMeasures) -> str:
    """Whether the measures go together among the places, and which way; never why."""
    x, y = found.x.short, f"{found.y.short[:1].lower()}{found.y.short[1:]}"
    if found.together.rank is None:
        return f"{x} och {y}: för få platser att bedöma"
    kind = STRENGTH.get(found.together.strength)
    if kind is None:
        return f"{x} och {y} följs inte åt"
    return f"{x} och {y}: {kind} {'samband' if found.together.rank > 0 else 'omvänt samband'}"


def _way(found: Correlation) -> tuple[str, ...]:
    """What the direction in the title means; nothing where there is none."""
    if found.rank is None or found.strength not in STRENGTH:
        return ()
    return (SAME if found.rank > 0 else OPPOSITE,)


def measured(found: Correlation) -> str:
    """The coefficient with n and how much one place decides, in words."""
    if found.rank is None or found.low is None or found.high is None:
        return found.reason
    spread = f"mellan {number(found.low, 2)} och {number(found.high, 2)} när en plats i taget räknas bort"
    return f"Spearmans rangkorrelation {number(found.rank, 2)} för {found.n} platser, {spread}."


def quadrant(dot: Dot, x: Axis, y: Axis) -> str:
    """Where a place lies against both medians: `över, under`; on a median is said too."""

    def side(value: float, axis: Axis) -> str:
        if number(value, axis.decimals) == number(axis.middle, axis.decimals):
            return "på"
        return "över" if value > axis.middle else "under"

    return f"{side(dot.x, x)}, {side(dot.y, y)}"


def quarters(found: TwoMeasures) -> str:
    """How many places lie in each quarter; those on a median lie in none."""
    where = Counter(quadrant(dot, found.x, found.y) for dot in found.dots)
    said = listing(f"{where[side]} {words}" for side, words in QUARTERS.items())
    on = sum(count for side, count in where.items() if side not in QUARTERS)
    return f"Av platserna ligger {said}." + (f" {on} ligger på en median." if on else "")


def _table(found: TwoMeasures, first: Indicator, theirs: Indicator) -> Table:
    rows = []
    for dot in sorted(found.dots, key=lambda d: (not d.ours, sort_key(d.name))):
        cells = [cell(dot.x, found.x.decimals), cell(dot.y, found.y.decimals)]
        where = type(cells[0])(quadrant(dot, found.x, found.y))
        rows.append(Row(dot.name, (*cells, where), marked=dot.chosen))
    columns = (f"{found.x.short} {found.x.year}", f"{found.y.short} {found.y.year}", "Mot median")
    return Table(f"{first.title} och {theirs.title}", "Namn", columns, tuple(rows))
