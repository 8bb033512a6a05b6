"""The view of gaps as plain values, for programs: one object a pair of groups."""

from typing import Any

from rus.analysis.gaps import Gap
from rus.analysis.inequality import Measure
from rus.analysis.intersections import Seen
from rus.analysis.intervals import Interval
from rus.catalogue.groups import group_of
from rus.views.equality import Along, EqualityView
from rus.views.equality_carried import Carried
from rus.views.equality_mix import Mix
from rus.views.equality_pairs import Pair
from rus.views.equality_people import People
from rus.views.equality_table import CrossRow

Row = dict[str, Any]


def pairs_as_rows(view: EqualityView) -> list[Row]:
    """Women and men first, then each ground; what is not known is null. `q` is p adjusted for the number of pairs."""
    grounds = {along.pair.ground: along for along in view.grounds}
    return [_row(view, pair, grounds.get(pair.ground)) for pair in view.pairs]


def _row(view: EqualityView, pair: Pair, along: Along | None) -> Row:
    time = pair.time
    return {
        "indicator": view.indicator.id,
        "region": view.region,
        "region_name": view.region_name,
        "unit": view.indicator.unit,
        "ground": pair.ground,
        "group": pair.group,
        "first": pair.names[0] or None,
        "second": pair.names[1] or None,
        "period": pair.period or None,
        **_gap(pair.gap),
        "q": pair.q,
        "change": time.change if time else None,
        "turned": time.turned if time else None,
        "trend": time.trend.status if time else None,
        "years": [{"year": y, "difference": v} for y, v in time.points] if time else [],
        "notes": list(time.notes) if time else [],
        "slope": _slope(along) if along else None,
        "measures": [_measure(m) for m in along.measures] if along else [],
        "assumption": along.spread.assumption or None if along else None,
        "cross": [
            _cross(row) for row in view.crossing.rows if pair.ground == "sex" or pair.ground in group_of(row.group)
        ],
        "needed": [_people(part) for part in view.effort.parts if pair.ground in part.grounds],
        "carried": [_carried(one) for one in view.carried if one.ground == pair.ground],
        "same_mix": [_mix(mix) for mix in view.mixes if mix.ground == pair.ground],
        "text": " ".join(filter(None, (pair.text, pair.people_text, pair.time_text))) or None,
        "reason": pair.reason or None,
    }


def _cross(row: CrossRow) -> Row:
    return {
        "group": row.group,
        "label": row.label,
        "period": row.period or None,
        "women": _cell(row.women, lagging="women" in row.lagging),
        "men": _cell(row.men, lagging="men" in row.lagging),
        "difference": row.difference,
        "n": row.n,
        "behind": row.behind,
    }


def _cell(seen: Seen, *, lagging: bool) -> Row:
    lower, upper = _ends(seen.interval)
    value = {"value": seen.cell.value, "status": seen.cell.status, "n": seen.cell.n, "lower": lower, "upper": upper}
    return {**value, "unsure": seen.unsure or None, "lagging": lagging}


def _people(part: People) -> Row:
    groups = [
        {
            "group": g.label,
            "value": g.value,
            "n": g.n,
            "people": g.needed.people if g.needed else None,
            "share": g.needed.share if g.needed else None,
        }
        for g in part.groups
    ]
    return {"label": part.label, "period": part.period, "target": part.target, "text": part.text, "groups": groups}


def _carried(one: Carried) -> Row:
    parts = [{"group": p.group, "rate": p.rate, "composition": p.composition} for p in one.found.parts]
    return {
        "kind": one.kind,
        "title": one.title or None,
        "difference": one.found.difference,
        "rate": one.found.rate,
        "composition": one.found.composition,
        "parts": parts,
        "reason": one.found.reason or None,
    }


def _mix(mix: Mix) -> Row:
    lower, upper = _ends(mix.alike.interval)
    return {
        "other": mix.other,
        "period": mix.period,
        "value": mix.comparison.first,
        "other_value": mix.comparison.second,
        "reversed": mix.comparison.reversed,
        "same_mix": mix.alike.rate,
        "lower": lower,
        "upper": upper,
        "reason": mix.alike.reason or None,
    }


def _gap(gap: Gap | None) -> Row:
    difference = gap.difference if gap else None
    lower, upper = _ends(difference.interval if difference else None)
    ratio_lower, ratio_upper = _ends(gap.ratio_interval if gap else None)
    return {
        "first_value": gap.first.value if gap else None,
        "second_value": gap.second.value if gap else None,
        "first_n": gap.first.n if gap else None,
        "second_n": gap.second.n if gap else None,
        "difference": difference.value if difference else None,
        "lower": lower,
        "upper": upper,
        "p": difference.p if difference else None,
        "verdict": difference.verdict if difference else "not_assessed",
        "certainty": difference.reason or None if difference else None,
        "ratio": gap.ratio if gap else None,
        "ratio_lower": ratio_lower,
        "ratio_upper": ratio_upper,
    }


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.lower, interval.upper) if interval else (None, None)


def _slope(along: Along) -> Row:
    found = along.slope
    lower, upper = _ends(found.sii_interval)
    return {"sii": found.sii, "rii": found.rii, "lower": lower, "upper": upper, "reason": found.reason or None}


def _measure(measure: Measure) -> Row:
    return {
        "id": measure.id,
        "label": measure.label,
        "kind": measure.kind,
        "unit": measure.unit,
        "value": measure.value,
        "reason": measure.reason or None,
    }
