"""The line chart's content: which lines, what they are compared with, where the goal lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import pandas as pd

from rus.analysis.target import target
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import number
from rus.views.beside import NAMES, SHORT
from rus.views.choice import SEX_WORDS, Choice
from rus.views.lines import Line, Point, Role, line_of, measurements

MOST_LINES = 12
NO_OTHER_GROUPS = "Välj en grupp under Grupp för att se de övriga grupperna bredvid."
Points = Mapping[tuple[str, str], Sequence[Point]]


@dataclass(frozen=True)
class Mark:
    """A goal with a number, in words as well; `path_from` is the year and value where the required path starts."""

    at: float
    value: float
    name: str
    text: str
    pace: str = ""
    path_from: tuple[float, float] | None = None


@dataclass(frozen=True)
class Picture:
    """Lines in drawing order (context first), breaks as (year, words), the goal, and notes on what was left out.

    `base` is the year that equals 100 where the values are an index; None where they are in the indicator's unit.
    """

    lines: tuple[Line, ...]
    breaks: tuple[tuple[float, str], ...] = ()
    mark: Mark | None = None
    notes: tuple[str, ...] = ()
    base: int | None = None

    @property
    def ours(self) -> tuple[Line, ...]:
        """The lines the reader chose."""
        return tuple(line for line in self.lines if line.role != "context")


def compared_with(catalogue: Catalogue, choice: Choice) -> tuple[str, ...]:
    """Codes of the regions to compare with, without those already chosen; of a computed line its name."""
    if choice.comparison == "riket":
        codes: Sequence[str] = (catalogue.here.country,)
    elif choice.comparison in NAMES:
        codes = (NAMES[choice.comparison],)
    else:
        peers = catalogue.peers(choice.comparison)
        codes = peers.regions if peers else ()
    return tuple(code for code in codes if code not in choice.regions)


def picture(
    rows: pd.DataFrame, catalogue: Catalogue, indicator: Indicator, choice: Choice, *, most: int | None = MOST_LINES
) -> Picture:
    """Lines for the chosen regions and sexes in the chosen years, beside those compared with.

    A comparison that does not fit is left out whole, and a note says so: half a set would mislead.

    Args:
        rows: all years of the chosen and compared regions and groups, in the chosen sexes.
        catalogue: the catalogue.
        indicator: the indicator.
        choice: what was chosen.
        most: lines at most; None for a table, which has room for all.
    """
    everything = measurements(rows[rows["group"] == choice.group])
    by_key = _in_years(everything, choice.years)
    ours = _lines(by_key, catalogue, indicator, choice)
    context = _lines(by_key, catalogue, indicator, choice, compared_with(catalogue, choice))
    context += _other_groups(rows, catalogue, indicator, choice)
    notes = [] if context or choice.comparison != "grupper" else [NO_OTHER_GROUPS]
    if most and len(ours) > most:
        notes.append(
            f"{len(ours)} linjer blir för många att läsa. De {most} första visas; Rangordning visar alla platser."
        )
        ours = ours[:most]
    if most and len(ours) + len(context) > most:
        name = _comparison_name(catalogue, choice)
        notes.append(f"Jämförelsen med {name} får inte plats bland linjerna. Välj färre platser eller Rangordning.")
        context = []
    shown = (*context, *ours)
    mark = _mark(ours, everything, catalogue, indicator, choice)
    return Picture(shown, _breaks(shown, indicator), mark, tuple(notes))


def _other_groups(rows: pd.DataFrame, catalogue: Catalogue, indicator: Indicator, choice: Choice) -> list[Line]:
    """The other groups in the first of the chosen regions, as context."""
    found, region = [], choice.regions[0]
    for group in (str(g) for g in rows["group"].unique() if g != choice.group):
        points = _in_years(measurements(rows[(rows["group"] == group) & (rows["region"] == region)]), choice.years)
        for sex in choice.sexes:
            label, key = _group_label(catalogue, choice, group, sex), f"{region}/{sex}/{group}"
            line = line_of(points.get((region, sex), ()), indicator, key=key, label=label, role="context", rank=0)
            found += [line] if line else []
    return found


def within(rows: pd.DataFrame, years: tuple[int, int] | None) -> pd.DataFrame:
    """The rows of an interval of years, ends included; all of them without one."""
    return rows[rows["year"].between(*years)] if years else rows


def _in_years(points: Points, years: tuple[int, int] | None) -> Points:
    if years is None:
        return points
    first, last = years
    return {key: [p for p in every if first <= int(p.at) <= last] for key, every in points.items()}


def _lines(
    by_key: Points,
    catalogue: Catalogue,
    indicator: Indicator,
    choice: Choice,
    others: Sequence[str] | None = None,
) -> list[Line]:
    """Lines of the chosen regions, or of `others` as context."""
    found = []
    context = others is not None
    for rank, region in enumerate(choice.regions if others is None else others):
        for sex in choice.sexes:
            points = by_key.get((region, sex), ())
            label = _label(catalogue, choice, region, sex, context=context)
            role: Role = "context" if context else _role(choice, sex)
            line = line_of(points, indicator, key=f"{region}/{sex}", label=label, role=role, rank=rank)
            if line:
                found.append(line)
    return found


def _role(choice: Choice, sex: Sex) -> Role:
    if len(choice.sexes) > 1 or (len(choice.regions) == 1 and sex != "total"):
        return cast("Role", sex)
    return "ours"


def _label(catalogue: Catalogue, choice: Choice, region: str, sex: Sex, *, context: bool) -> str:
    name, words = catalogue.name(region), SEX_WORDS[sex]
    if choice.comparison == "grupper" and len(choice.regions) == 1 and choice.group != TOTAL:
        return _group_label(catalogue, choice, choice.group, sex)
    if len(choice.sexes) == 1:
        alone = not context and len(choice.regions) == 1 and sex != "total"
        return f"{words[:1].upper()}{words[1:]}" if alone else name
    name = SHORT.get(name, name)
    alone = not context and len(choice.regions) == 1
    return f"{words[:1].upper()}{words[1:]}" if alone else f"{name}, {words}"


def _group_label(catalogue: Catalogue, choice: Choice, group: str, sex: Sex) -> str:
    label = catalogue.group_label(group) + (f", {SEX_WORDS[sex]}" if len(choice.sexes) > 1 else "")
    return f"{label[:1].upper()}{label[1:]}"


def _comparison_name(catalogue: Catalogue, choice: Choice) -> str:
    if choice.comparison == "grupper":
        return "övriga grupper"
    if choice.comparison in NAMES:
        return NAMES[choice.comparison].lower()
    peers = catalogue.peers(choice.comparison) if choice.comparison != "riket" else None
    return peers.name.lower() if peers else catalogue.name(catalogue.here.country).lower()


def _breaks(lines: Sequence[Line], indicator: Indicator) -> tuple[tuple[float, str], ...]:
    if not lines:
        return ()
    first, last = min(line.points[0].at for line in lines), max(line.last.at for line in lines)
    inside = [b for b in indicator.breaks if first < b.first_year <= last]
    return tuple((b.first_year - 0.5, f"Brott {b.first_year}") for b in inside)


def _mark(
    ours: Sequence[Line], by_key: Points, catalogue: Catalogue, indicator: Indicator, choice: Choice
) -> Mark | None:
    """The goal's diamond: only for the place the strategy is about, and only where the goal means just this group."""
    here = [line for line in ours if line.key.split("/")[0] == catalogue.here.region]
    if len(here) != 1:
        return None
    region, sex = here[0].key.split("/")
    points = [(int(p.at), p.value) for p in by_key[(region, sex)]]
    for goal in indicator.goals:
        found = target(goal, points) if group_id(goal.group) == choice.group else None
        if found is None or found.by is None:
            continue
        word, pace, last = "Mål" if goal.standing == "officiell" else "Föreslaget mål", "", here[0].last
        if found.needed is not None:
            pace = f"kräver {number(found.needed, indicator.decimals, sign=True)} per år"
        start = (last.at, last.value) if found.by > last.at else None
        text = number(found.value, indicator.decimals)
        return Mark(float(found.by), found.value, f"{word} {found.by}", text, pace, start)
    return None
