"""What would give a goal another status, in words: which pace, which next value, and what else."""

from math import ceil, floor

from rus.analysis.arrival import at
from rus.analysis.flip import Flip, flips, pace_limits
from rus.core.swedish import HARD_SPACE, number
from rus.views.goal_status import rule_of
from rus.views.goal_words import calculation, per_year
from rus.views.goals import GoalRow
from rus.views.sentences import Measure
from rus.views.status import STATUSES

SPREADS = 3.0
"""How many times the series' own range a next value is tried away from where it is heading."""


def what_changes(row: GoalRow) -> tuple[str, ...]:
    """What it would take for another answer, from the rule itself; empty where the rule has none to give."""
    made = row.progress
    if made.status == "not_assessed":
        return ("Fler oberoende mätningar.",) if "För få" in made.reason else ()
    said = [_paces(row), *(_value(flip, row) for flip in next_values(row))]
    if row.rivals and row.rivals.since is None:
        best = Measure.of(row.indicator).full(row.rivals.best)
        way = "lägre" if row.indicator.better == "lower" else "högre"
        said.append(f"Målet är nått så länge värdet är {way} än i {row.rivals.best_name}, nu {best}.")
    if made.status == "uncertain":
        said.append("Fler mätningar gör takten säkrare.")
    return tuple(text for text in said if text)


def explained(row: GoalRow) -> tuple[tuple[str, str], ...]:
    """The whole calculation, and last what would change it."""
    return (*calculation(row), *(("Ändrar bedömningen", text) for text in what_changes(row)))


def next_values(row: GoalRow) -> tuple[Flip, ...]:
    """The next values, above and below, that would change the status."""
    judged = rule_of(row.goal, row.indicator, row.given)
    if judged is None or row.status.id == "not_assessed":
        return ()
    points, rule = judged
    values = [v for _, v in points]
    reach = max(abs(row.progress.missing or 0.0) * 2, SPREADS * (max(values) - min(values)) if values else 0.0)
    return flips(points, rule, reach)


def heading_for(row: GoalRow) -> str:
    """The value in the target year if the pace so far goes on: `760 tusen ton 2030`; empty without both."""
    made = row.progress
    if made.pace is None or made.by is None or made.newest is None or made.by <= made.newest[0] or not made.missing:
        return ""
    slope = made.pace.shown(made.pace.slope)
    value = at(made.newest, slope, made.by, made.pace.scale)
    return f"{Measure.of(row.indicator).full(value)} {made.by}"


def _paces(row: GoalRow) -> str:
    made = row.progress
    if made.ratio is None or made.base is None or made.target is None or made.by is None:
        return ""
    limits = pace_limits(made.base, made.target, made.by, made.scale)
    parts = [f"{per_year(value, row)} eller bättre ger {_quoted(status)}" for status, value in limits if value]
    return f"Takten {', '.join(parts)}."


def _value(flip: Flip, row: GoalRow) -> str:
    decimals = row.indicator.decimals
    step = 10**decimals
    value = (ceil if flip.side > 0 else floor)(flip.value * step) / step
    far = "högre" if flip.side > 0 else "lägre"
    subject = "En skillnad" if row.progress.method == "gap" else "Ett värde"
    unit = "procentenheter" if row.progress.method == "gap" and row.indicator.unit == "procent" else row.indicator.unit
    return (
        f"{subject} på {number(value, decimals)}{HARD_SPACE}{unit} eller {far} {flip.year} ger {_quoted(flip.status)}."
    )


def _quoted(status: str) -> str:
    return f"”{STATUSES[status].words}”"
