"""Goals of being better than named regions, on the level or on the growth.

Both readings are computed: better than each of them, and better than their unweighted mean. The stricter one,
better than each, decides. Growth is the compound yearly growth in percent between the same two years in all
regions: g = (y_t/y_s)^(1/(t−s)) − 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from rus.analysis.heading import direction
from rus.analysis.pace import NEWEST
from rus.analysis.progress import Progress, Status, refused
from rus.analysis.trend import LEAST_POINTS, Data, Point, too_old

Series = Mapping[int, float]
LEAST_SPAN = LEAST_POINTS - 1


@dataclass(frozen=True)
class Rivals:
    """Ours beside theirs in `year` (for growth: from `since` to `year`, in percent per year).

    `best` is the keenest of them and `mean` their unweighted mean; `beats_each` and `beats_mean` the two readings.
    """

    year: int
    since: int | None
    ours: float
    best: float
    best_name: str
    mean: float
    beats_each: bool
    beats_mean: bool


def level(ours: Series, theirs: Mapping[str, Series], better: int) -> Rivals | None:
    """The levels of the newest year that all have; None where there is none.

    Args:
        ours: year → value.
        theirs: region → year → value, at least one.
        better: 1 where higher is better, −1 where lower is.
    """
    common = _common(ours, theirs)
    if not common:
        return None
    year = common[-1]
    return _compare(year, None, ours[year], {name: s[year] for name, s in theirs.items()}, better)


def growth(ours: Series, theirs: Mapping[str, Series], better: int, since: int | None) -> Rivals | None:
    """The growths from a year to the newest that all have; None where a value is missing or not above zero.

    Args:
        ours: year → value.
        theirs: region → year → value, at least one.
        better: 1 where faster growth is better, −1 where slower is.
        since: the first year; None for the oldest of the newest eight years that all have.
    """
    common = _common(ours, theirs)
    if not common:
        return None
    first, year = (common[-NEWEST:][0] if since is None else since), common[-1]
    every = {"": ours, **theirs}
    if first not in common or year <= first or any(s[first] <= 0 or s[year] <= 0 for s in every.values()):
        return None
    grown = {name: ((s[year] / s[first]) ** (1 / (year - first)) - 1) * 100 for name, s in every.items()}
    return _compare(year, first, grown.pop(""), grown, better)


def _common(ours: Series, theirs: Mapping[str, Series]) -> list[int]:
    """Years that all have; none where there is nobody to be compared with."""
    shared = set(ours).intersection(*theirs.values()) if theirs else set()
    return sorted(shared)


def _compare(year: int, since: int | None, ours: float, theirs: Mapping[str, float], better: int) -> Rivals:
    name, best = max(theirs.items(), key=lambda pair: better * pair[1])
    mean = fmean(theirs.values())
    return Rivals(year, since, ours, best, name, mean, better * (ours - best) > 0, better * (ours - mean) > 0)


def better_than_peers(
    points: Sequence[Point], peers: Mapping[str, Sequence[Point]], data: Data, *, oldest: int | None = None
) -> tuple[Progress, Rivals | None]:
    """Being better on the level; the trend test of the distance to the keenest tells where it goes when it is not.

    Args:
        points: our (year, value).
        peers: region → its (year, value).
        data: what is known of the series; `better` must not be neutral.
        oldest: the newest common year must be this or later.
    """
    ours, theirs = _unbroken(points, data), {name: _unbroken(p, data) for name, p in peers.items()}
    better = -1 if data.better == "lower" else 1
    found, trouble = level(ours, theirs, better), _missing(ours, theirs)
    method = "jamforelse-niva"
    if found is None:
        return refused(trouble or "Regionerna är aldrig mätta samma år.", method, sorted(ours.items())), None
    if oldest is not None and found.year < oldest:
        return refused(too_old(found.year), method), found
    newest = (found.year, found.ours)
    missing = 0.0 if found.beats_each else abs(found.best - found.ours)
    if found.beats_each:
        reason = f"Bättre än var och en av de {len(theirs)} andra {found.year}."
        made = Progress("reached", reason, method, newest, target=found.best, missing=missing, points=(newest,))
        return made, found
    edges = [(t, ours[t] - _best(theirs, t, better)) for t in _common(ours, theirs)]
    way = direction(edges, data)
    words = {"right_way": "avståndet krymper", "wrong_way": "avståndet växer"}.get(
        way.status, "avståndet har ingen säker trend" if way.status == "no_trend" else "för få år för en trend"
    )
    mean = "bättre" if found.beats_mean else "inte bättre"
    reason = f"Inte bättre än alla {found.year}, men {mean} än deras medelvärde; {words}."
    if not found.beats_mean:
        reason = f"Varken bättre än alla eller än deras medelvärde {found.year}; {words}."
    way = replace(way, base=None, newest=newest)  # the distance's own base is no value of ours
    return replace(way, reason=reason, method=method, target=found.best, missing=missing), found


def better_growth(
    points: Sequence[Point], peers: Mapping[str, Sequence[Point]], data: Data, *, since: int | None = None
) -> tuple[Progress, Rivals | None]:
    """Growing better than the peers: `too_slow` where ours grows but not best, `wrong_way` where it does not grow."""
    ours, theirs = _unbroken(points, data), {name: _unbroken(p, data) for name, p in peers.items()}
    better = -1 if data.better == "lower" else 1
    method = "jamforelse-tillvaxt"
    found = growth(ours, theirs, better, since)
    if found is None or found.since is None or found.year - found.since < LEAST_SPAN:
        few = f"Det finns inte värden för alla regioner över minst {LEAST_SPAN} år."
        return refused(_missing(ours, theirs) or few, method, sorted(ours.items())), found
    span = f"{found.since}–{found.year}"
    status: Status = "reached" if found.beats_each else ("too_slow" if better * found.ours > 0 else "wrong_way")
    side = (
        "Bättre än alla"
        if found.beats_each
        else ("Inte bättre än alla, men bättre än medelvärdet" if found.beats_mean else "Inte bättre än medelvärdet")
    )
    newest, base = (found.year, ours[found.year]), (found.since, ours[found.since])
    return Progress(status, f"{side} {span}.", method, newest, base, points=(base, newest)), found


def _unbroken(points: Sequence[Point], data: Data) -> dict[int, float]:
    first = data.last_break
    return {t: v for t, v in sorted(points) if v == v and (first is None or t >= first)}  # # NaN


def _best(theirs: Mapping[str, Series], year: int, better: int) -> float:
    return max((s[year] for s in theirs.values()), key=lambda value: better * value)


def _missing(ours: Series, theirs: Mapping[str, Series]) -> str:
    if not ours:
        return "Inga mätningar."
    lacking = sorted(name for name, series in theirs.items() if not series)
    if not theirs or lacking:
        return f"Uppgifter saknas för {', '.join(lacking)}." if lacking else "Det finns ingen att jämföra med."
    return ""
