"""Which two groups are held against each other, and what is said of them; where none can be, the reason in Swedish."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rus.analysis import words
from rus.analysis.difference import NO_MARGIN
from rus.analysis.gaps import Gap, GapOverTime, gap, over_time
from rus.analysis.intersections import needed
from rus.analysis.intervals import UNKNOWN
from rus.analysis.multiplicity import RATE, adjusted
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, Ground, group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.views.available import is_rate
from rus.views.equality_series import Key, Series, data_of, is_share, rounding
from rus.views.figures import main_group

WOMEN_AND_MEN = ("kvinnor", "män")
AMOUNT = "Måttet är en mängd, så skillnaden följer av hur stora grupperna är."
DISTRIBUTION = "Måttet visar hur något fördelas mellan kvinnor och män, så det ena värdet följer av det andra."
PARTS = "Grupperna är delar av en helhet: deras värden ska inte vara lika."
NO_SEX = "Källan redovisar inte kvinnor och män för sig i det här måttet."
NOT_SAME = "Grupperna har inget gemensamt år."
NO_REFERENCE = "Grunden har ingen grupp som de andra jämförs med."
MANY = "Ingen säkerställd skillnad när alla jämförelser av måttet räknas."
SURE = {"higher", "lower"}
WHOLE = 0.05
"""How near the groups' sum must be to the whole for them to be its parts."""


@dataclass(frozen=True)
class Pair:
    """Two groups beside each other, first against second.

    `ground` is `sex` or the id of a ground. `gap` is None where there is none, and `reason` says why; `group` is
    the one that the two sexes are of. `text` and `time_text` are the findings as sentences, `people_text` what it takes
    in people to close the gap, empty where that is not known. `q` is the p-value adjusted for the number of pairs.
    """

    ground: str
    label: str
    group: str
    keys: tuple[Key, Key] | None
    names: tuple[str, str]
    period: str = ""
    gap: Gap | None = None
    time: GapOverTime | None = None
    text: str = ""
    time_text: str = ""
    people_text: str = ""
    q: float | None = None
    reason: str = ""


def sexes(series: Series, catalogue: Catalogue, *, told: bool = True) -> Pair:
    """Women against men, in the group that stands for the measure; with `told` over time and in words as well."""
    indicator = series.indicator
    group = main_group(indicator)
    label = "Kön" if group == TOTAL else f"Kön ({catalogue.group_label(group)})"
    keys: tuple[Key, Key] = ((group, "women"), (group, "men"))
    why = ""
    if indicator.share == "konsfordelning":
        why = DISTRIBUTION
    elif not is_rate(indicator):
        why = AMOUNT
    elif not all(series.measured(key) for key in keys):
        why = next((w.reason for w in indicator.waits if w.ground == "sex"), NO_SEX)
    if why:
        return Pair("sex", label, group, None, WOMEN_AND_MEN, reason=why)
    return _pair(series, Pair("sex", label, group, keys, WOMEN_AND_MEN), told=told)


def groups_of(series: Series, ground: Ground) -> list[str]:
    """The measure's groups along one ground alone, in the ground's order, in hand or not."""
    if ground.id not in series.grounds:
        return []
    ids = (f"{ground.id}.{value.id}" for value in ground.values)
    return [identity for identity in ids if identity in series.groups]


def along(series: Series, ground: Ground, groups: list[str], catalogue: Catalogue, *, told: bool = True) -> Pair:
    """The disadvantaged against the advantaged group: the first other one in the ground's order that is in hand."""
    empty = Pair(ground.id, ground.label, TOTAL, None, ("", ""))
    why = _why_not(series, ground, groups, catalogue)
    if why:
        return _refused(empty, why)
    assert ground.advantaged is not None
    best = group_id({ground.id: ground.advantaged})
    others = [g for g in groups if g != best and series.measured((g, "total"))]
    keys: tuple[Key, Key] = ((others[0], "total"), (best, "total"))
    names = (catalogue.group_label(others[0]), catalogue.group_label(best))
    return _pair(series, Pair(ground.id, ground.label, TOTAL, keys, names), told=told)


def waiting(series: Series, ground: Ground) -> Pair:
    """The pair of a ground that no figure is split by, with the reason."""
    why = next((w.reason for w in series.indicator.waits if w.ground == ground.id), "")
    reason = why or f"Siffrorna är inte uppdelade efter {ground.label.lower()}."
    return Pair(ground.id, ground.label, TOTAL, None, ("", ""), reason=reason)


def comparable(series: Series, groups: list[str]) -> str:
    """Why the values of groups must not be held against each other; empty where they may."""
    indicator = series.indicator
    if not is_rate(indicator):
        return AMOUNT
    if main_group(indicator) != TOTAL and indicator.better == "neutral":
        return PARTS
    period = series.common([(g, "total") for g in groups if series.measured((g, "total"))])
    if period is None or len(groups) < 3:
        return ""
    found = [series.at((g, "total"), period) for g in groups]
    parts = sum(f.value for f in found if f and f.value is not None)
    all_ = series.at((TOTAL, "total"), period)
    whole = all_.value if all_ else None
    return PARTS if whole and abs(parts / whole - 1) < WHOLE else ""


def _why_not(series: Series, ground: Ground, groups: list[str], catalogue: Catalogue) -> str:
    why = comparable(series, groups)
    if why:
        return why
    if ground.advantaged is None:
        return NO_REFERENCE
    best = group_id({ground.id: ground.advantaged})
    in_hand = [g for g in groups if series.measured((g, "total"))]
    lacking = [g for g in {best: 0, **dict.fromkeys(groups)} if g not in in_hand]
    if best in in_hand and len(in_hand) > 1:
        return ""
    waits = next((w.reason for w in series.indicator.waits if w.ground == ground.id), "")
    return f"Siffror saknas för {listing(catalogue.group_label(g) for g in lacking)}. {waits}".strip()


def _refused(pair: Pair, why: str) -> Pair:
    return replace(pair, keys=None, reason=why)


def _pair(series: Series, pair: Pair, *, told: bool) -> Pair:
    assert pair.keys is not None
    indicator, (first, second) = series.indicator, pair.keys
    period = series.common(pair.keys)
    ours, theirs = (series.at(key, period) for key in pair.keys) if period else (None, None)
    if not period or not ours or not theirs or not ours.side or not theirs.side:
        return _refused(pair, NOT_SAME)
    found = gap(ours.side, theirs.side, share=is_share(indicator), rounding=rounding(indicator, ours.year))
    if indicator.traits.survey and found.difference.reason == UNKNOWN:  # people asked would not help: margins would
        found = replace(found, difference=replace(found.difference, reason=NO_MARGIN))
    if not told:
        return replace(pair, period=period, gap=found)
    points = series.points(first), series.points(second)
    time = over_time(*points, data_of(indicator, min(y for y, _ in points[0])))
    later = words.of_gap_over_time(_measure(indicator), time, pair.names)
    return _said(replace(pair, period=period, gap=found, time=time, time_text=later.text()), series)


def settled(series: Series, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs of one measure tested together: what is certain alone, but not among so many, is not called certain."""
    qs = adjusted([pair.gap.difference.p if pair.gap else None for pair in pairs])
    return tuple(_settled(series, pair, q) for pair, q in zip(pairs, qs, strict=True))


def _settled(series: Series, pair: Pair, q: float | None) -> Pair:
    if pair.gap is None or q is None or q <= RATE or pair.gap.difference.verdict not in SURE:
        return replace(pair, q=q)
    doubtful = replace(pair.gap.difference, verdict="no_certain_difference", reason=MANY)
    return _said(replace(pair, gap=replace(pair.gap, difference=doubtful), q=q), series)


def _said(pair: Pair, series: Series) -> Pair:
    """The pair with its finding in words."""
    assert pair.gap
    said = words.of_gap(_measure(series.indicator), pair.gap, pair.names, pair.period)
    return replace(pair, text=said.text(), people_text=_people(series, pair.names, pair.gap))


def _measure(indicator: Indicator) -> words.Measure:
    return words.Measure(indicator.short, indicator.unit, indicator.decimals)


def _people(series: Series, names: tuple[str, str], found: Gap) -> str:
    """What it takes for the group that lags to reach the other; only where the gap is sure and people are counted."""
    indicator = series.indicator
    if not is_share(indicator) or found.difference.verdict not in SURE or indicator.better == "neutral":
        return ""
    first_lags = (found.difference.value < 0) == (indicator.better == "higher")
    behind, ahead = (found.first, found.second) if first_lags else (found.second, found.first)
    takes = needed([("", behind.value, behind.n)], ahead.value, indicator.better)
    return words.of_people(takes[0].people, names if first_lags else names[::-1]) if takes else ""
