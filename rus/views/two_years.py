"""Two years side by side: what was, what is, and who has moved most between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.views.choice import Choice
from rus.views.empty import Empty
from rus.views.lines import Line, Point, Role
from rus.views.pictures import Picture
from rus.views.sentences import Measure, change, newest_part
from rus.views.table import Row, Table, cell
from rus.views.told import Told
from rus.views.words import group_words, measure_of, places_in_words

MOST = 12
NO_PAIR = "Två år går att jämföra bara där samma serie har mätts båda åren, utan brott emellan."


@dataclass(frozen=True)
class Move:
    """One region and sex at the two years."""

    label: str
    role: Role
    rank: int
    key: str
    before: Point
    after: Point

    @property
    def change(self) -> float:
        """The later minus the earlier, in the indicator's unit."""
        return self.after.value - self.before.value


@dataclass(frozen=True)
class TwoYears:
    """All moves between the same two periods, context first."""

    before: str
    after: str
    moves: tuple[Move, ...]

    @property
    def ours(self) -> tuple[Move, ...]:
        """The moves of what the reader chose."""
        return tuple(move for move in self.moves if move.role != "context")

    @property
    def most(self) -> Move:
        """The one of ours that has moved most; the first of equals."""
        return max(self.ours, key=lambda move: abs(move.change))


def two_years(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, drawn: Picture, rows: pd.DataFrame
) -> Told[TwoYears] | Empty:
    """The first and the last period that all chosen lines share after the newest break.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        choice: what was chosen; its years bound the two.
        drawn: the lines of the same choice.
        rows: the observations of those lines.
    """
    parts = {line.key: {p.period: p for p in newest_part(line)} for line in drawn.lines}
    shared = _shared(drawn.ours, parts)
    if len(shared) < 2:
        return Empty("Det finns inte två år att jämföra", NO_PAIR, "Välj Linje, eller färre platser.")
    before, after = shared[0], shared[-1]
    lines = [line for line in drawn.lines if {before.period, after.period} <= parts[line.key].keys()]
    moves = tuple(
        Move(n.label, n.role, n.rank, n.key, parts[n.key][before.period], parts[n.key][after.period]) for n in lines
    )
    values = TwoYears(before.period, after.period, moves)
    kept = rows[rows["period"].isin([before.period, after.period])]
    keys = [f"{region}/{sex}" for region, sex in zip(kept["region"], kept["sex"], strict=True)]
    wanted = {move.key.rpartition("/")[0] if move.key.count("/") > 1 else move.key for move in moves}
    measure = measure_of(catalogue, indicator, choice)
    title = _title(measure, values)
    below = _subtitle(catalogue, indicator, choice, values)
    return Told(
        values=values,
        title=title,
        subtitle=below,
        alt=_alt(measure, values, f"{title}. {below}"),
        table=_table(indicator, values),
        rows=kept[[key in wanted for key in keys]],
        notes=_notes(drawn, lines),
    )


def _shared(ours: Sequence[Line], parts: dict[str, dict[str, Point]]) -> list[Point]:
    """Periods that all of ours have, oldest first."""
    if not ours:
        return []
    common = set.intersection(*(set(parts[line.key]) for line in ours))
    return sorted((parts[ours[0].key][period] for period in common), key=lambda p: p.at)


def _title(measure: Measure, found: TwoYears) -> str:
    """Of one line its change; of women and men how their gap has changed; of many who moved most."""
    ours = found.ours
    roles = {move.role: move for move in ours}
    if len(ours) == 1:
        return change(measure, [ours[0].before, ours[0].after])
    if len(ours) == 2 and {"women", "men"} == set(roles):
        return _gap(measure, roles["women"], roles["men"], found)
    most = found.most
    if measure.same(most.before.value, most.after.value):
        return f"{measure.short}: nästan oförändrat {found.before}–{found.after}"
    verb = "ökade" if most.change > 0 else "minskade"
    return f"{most.label} {verb} mest: {measure.difference(most.change)} {found.before}–{found.after}"


def _gap(measure: Measure, women: Move, men: Move, found: TwoYears) -> str:
    then, now = women.before.value - men.before.value, women.after.value - men.after.value
    span = f"{found.before}–{found.after}"
    if measure.same(abs(then), abs(now)):
        return f"{measure.short}: gapet kvinnor–män är oförändrat {span}"
    verb = "växte" if abs(now) > abs(then) else "krympte"
    return (
        f"{measure.short}: gapet kvinnor–män {verb} från {measure.bare(abs(then))} "
        f"till {measure.difference(now)} {span}"
    )


def _subtitle(catalogue: Catalogue, indicator: Indicator, choice: Choice, found: TwoYears) -> str:
    first = ", ".join(part for part in (indicator.title, group_words(catalogue, choice), indicator.unit) if part)
    grey = [move.key for move in found.moves if move.role == "context"]
    beside = f" Grått: {places_in_words(catalogue, grey)}." if grey else ""
    ours = places_in_words(catalogue, [move.key for move in found.ours])
    return f"{first}, {ours} {found.before} och {found.after}.{beside} Åren emellan visas inte."


def _alt(measure: Measure, found: TwoYears, head: str) -> str:
    told = "; ".join(
        f"{m.label} från {measure.bare(m.before.value)} till {measure.bare(m.after.value)}" for m in found.moves
    )
    return f"Lutningsdiagram. {head} {told}. Alla siffror står i tabellen."


def _table(indicator: Indicator, found: TwoYears) -> Table:
    ordered = [*found.ours, *(move for move in found.moves if move.role == "context")]
    rows = []
    for move in ordered:
        ends = [cell(p.value, indicator.decimals, provisional=p.provisional) for p in (move.before, move.after)]
        step = cell(move.change, indicator.decimals)
        signed = number(move.change, indicator.decimals, sign=True)
        rows.append(Row(f"{move.label[:1].upper()}{move.label[1:]}", (*ends, type(step)(signed, step.words))))
    unit = "procentenheter" if indicator.unit == "procent" else indicator.unit
    columns = (found.before, found.after, f"Förändring, {unit}")
    return Table(f"{indicator.title}, {indicator.unit}", "Namn", columns, tuple(rows))


def _notes(drawn: Picture, kept: Sequence[Line]) -> tuple[str, ...]:
    gone = [line.label for line in drawn.lines if line not in kept]
    said = list(drawn.notes)
    said += [f"{len(gone)} av linjerna har ingen uppgift för båda åren och visas inte."] if gone else []
    said += ["Diagrammet börjar efter det senaste brottet i serien."] if drawn.breaks else []
    return tuple(said)
