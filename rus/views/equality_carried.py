"""Who carries a difference: the change over time, the gap between women and men, the gap to the whole (Kitagawa)."""

from collections.abc import Iterator
from dataclasses import dataclass

from rus.analysis.kitagawa import Decomposition, kitagawa
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.views.equality_pairs import groups_of
from rus.views.equality_series import Series, gap_unit, is_share
from rus.views.equality_whole import NOT_SHARE, Split, parts_of, periods_of, whole

DECIMALS = 1
SURVEY = "Måttet är en enkät, så hur många som är i varje grupp är inte känt."
FEW_YEARS = "Antalet personer i grupperna är inte känt för två år."
NOTED = 0.15
"""A larger difference between the groups' sum and the source's own is said."""
Ends = tuple[Indicator, float | None, float | None]
"""The measure, and the source's own values of all at the two ends."""
Printed = tuple[str, float, float, float]
"""Group, its part by value, by size and together, as printed."""


@dataclass(frozen=True)
class Carried:
    """One difference split into the groups' parts, which sum to it exactly.

    `kind`: `change` from the first to the newest period, `sexes` women − men, `whole` the region − what it is part of.
    `ground` and `label` are the ground, `title` the question, `text` the answer, `rows` the parts as printed: they
    add up, and the last one is their sum.
    """

    kind: str
    ground: str
    label: str
    title: str
    text: str
    found: Decomposition
    rows: tuple[Printed, ...] = ()


def carried(series: Series, other: Series | None, name: str, catalogue: Catalogue) -> tuple[Carried, ...]:
    """Everything that can be split; empty where people are not counted in groups that are everyone.

    Args:
        series: the region's figures.
        other: those of the region it is part of.
        name: of that region.
        catalogue: the grounds.
    """
    parts = parts_of(series, catalogue)
    if not is_share(series.indicator) or series.indicator.traits.survey:
        return (_refused("change", parts[0], SURVEY if series.indicator.traits.survey else NOT_SHARE),)
    return (
        *(_change(series, split) for split in parts),
        *_sexes(series, catalogue),
        *(_against(series, other, name, split) for split in parts if other),
    )


def made(found: tuple[Carried, ...]) -> tuple[Carried, ...]:
    """Those that could be split."""
    return tuple(c for c in found if c.found.difference is not None)


def _change(series: Series, split: Split) -> Carried:
    keys = split.keys
    periods = periods_of(series, keys)
    if len(periods) < 2:
        return _refused("change", split, FEW_YEARS)
    (first, why), (last, why_not) = (whole(series, keys, p) for p in (periods[0], periods[-1]))
    if why or why_not:
        return _refused("change", split, why or why_not)
    title = f"Vem står för förändringen {periods[0]}–{periods[-1]}? Efter {split.label}"
    ends = (_all(series, periods[0]), _all(series, periods[-1]))
    return _told("change", split, title, kitagawa(first, last), (series.indicator, *ends))


def _sexes(series: Series, catalogue: Catalogue) -> Iterator[Carried]:
    """Women − men, by the groups that both are split into."""
    for ground in catalogue.grounds:
        groups = groups_of(series, ground)
        if len(groups) < 2:
            continue
        names = [catalogue.group_label(g) for g in groups]
        women, men = ({n: (g, sex) for n, g in zip(names, groups, strict=True)} for sex in ("women", "men"))
        theirs = set(periods_of(series, men))
        both = [p for p in periods_of(series, women) if p in theirs]
        if not both:
            continue
        (hers, why), (his, why_not) = (
            whole(series, keys, both[-1], sex) for keys, sex in ((women, "women"), (men, "men"))
        )
        split = Split(ground.id, ground.label.lower(), women)
        if why or why_not:
            yield _refused("sexes", split, why or why_not)
            continue
        title = f"Vem står för skillnaden mellan kvinnor och män {both[-1]}? Efter {split.label}"
        ends = (_all(series, both[-1], "men"), _all(series, both[-1], "women"))
        yield _told("sexes", split, title, kitagawa(his, hers), (series.indicator, *ends))


def _against(series: Series, other: Series, name: str, split: Split) -> Carried:
    keys = split.keys
    theirs = set(periods_of(other, keys))
    both = [p for p in periods_of(series, keys) if p in theirs]
    if not both:
        return _refused("whole", split, "Antalet personer i grupperna är inte känt för samma år.")
    (them, why), (ours, why_not) = (whole(s, keys, both[-1]) for s in (other, series))
    if why or why_not:
        return _refused("whole", split, why or why_not)
    title = f"Vem står för skillnaden mot {name} {both[-1]}? Efter {split.label}"
    ends = (_all(other, both[-1]), _all(series, both[-1]))
    return _told("whole", split, title, kitagawa(them, ours), (series.indicator, *ends))


def _refused(kind: str, split: Split, why: str) -> Carried:
    return Carried(kind, split.ground, split.label, "", "", Decomposition(None, None, None, reason=why))


def _all(series: Series, period: str, sex: str = "total") -> float | None:
    """The source's own value of all."""
    figure = series.at((TOTAL, sex), period)
    return figure.value if figure else None


def _told(kind: str, split: Split, title: str, found: Decomposition, of: Ends) -> Carried:
    """The answer in words; where the source's own values of all differ by another amount, that is said."""
    indicator, before, after = of
    if found.difference is None or found.rate is None or found.composition is None:
        return Carried(kind, split.ground, split.label, "", "", found)
    rows = _printed(found)
    _, rate, mix, both = rows[-1]
    most = max(found.parts, key=lambda p: abs(p.total))
    sums = [number(v, DECIMALS, sign=True) for v in (both, rate, mix)]
    text = (
        f"Skillnaden är {sums[0]} {gap_unit(indicator)}: {sums[1]} kommer av gruppernas värden och {sums[2]} av "
        f"hur många som är i varje grupp. Störst del har {most.group}."
    )
    if before is not None and after is not None and abs(after - before - found.difference) > NOTED:
        whole_gap = number(after - before, indicator.decimals, sign=True)
        text += f" För alla är skillnaden {whole_gap}: grupperna täcker inte riktigt alla, eller värdena är avrundade."
    return Carried(kind, split.ground, split.label, title, text, found, rows)


def _printed(found: Decomposition) -> tuple[Printed, ...]:
    columns = [p.rate for p in found.parts] + [p.composition for p in found.parts]
    printed, half = rounded(columns, DECIMALS), len(found.parts)
    rows = [(p.group, a, b, a + b) for p, a, b in zip(found.parts, printed[:half], printed[half:], strict=True)]
    rate, mix, both = (sum(column) for column in zip(*(row[1:] for row in rows), strict=True))
    return (*rows, ("Tillsammans", rate, mix, both))


def carried_rows(one: Carried) -> list[tuple[str, ...]]:
    """Group, by its value, by its size, together; the last row is the sum."""
    return [(name, *(number(v, DECIMALS, sign=True) for v in values)) for name, *values in one.rows]


def rounded(parts: list[float], decimals: int) -> list[float]:
    """The parts rounded so that their sum is the rounded sum: those nearest to the next step are moved."""
    step = 10.0**-decimals
    units = [v / step for v in parts]
    whole_units = [round(u) for u in units]
    missing = round(sum(units)) - sum(whole_units)
    way = 1 if missing > 0 else -1
    order = sorted(range(len(parts)), key=lambda n: (whole_units[n] - units[n]) * way)
    for n in order[: abs(missing)]:
        whole_units[n] += way
    return [u * step for u in whole_units]
