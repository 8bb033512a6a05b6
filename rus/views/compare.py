"""One value beside everything it can be compared with, what it could be expected to be, and who is alike."""

from dataclasses import fields, replace
from math import inf

from rus.analysis.comparison import (
    NEARLY_ALL,
    Earlier,
    Middle,
    Readings,
    against,
    between,
    earlier,
    mean_of,
    middle_of,
    rank,
    readings,
)
from rus.analysis.expected import Expectation, expected
from rus.analysis.similar import Similar
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.place import ComparisonSet
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.beside import AMOUNT, whole_set
from rus.views.choice import EARLIER, GOAL, SIMILAR, UNWEIGHTED
from rus.views.compare_question import Against, Asked, Compared, Question, Series
from rus.views.equality_series import is_share
from rus.views.figures import Observed, one_a_year
from rus.views.goal_text import reach
from rus.views.lines import plain
from rus.views.places import LEVELS, members
from rus.views.structure import ONLY_KOMMUNER, Structure

COUNTRY, COUNTY, PEER = "riket", "lanet", "lan"
NOT_COUNTRY = "Riket jämförs inte med sig självt eller sina delar."
ONLY_COUNTIES = "Länen jämförs med länet. En kommun jämförs med liknande kommuner."
ONLY_OF_KOMMUNER = "Väntat värde räknas bara för kommuner."


def compare(store: Store, catalogue: Catalogue, built: Structure, asked: Asked) -> Compared:
    """Everything that one value is compared with.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        built: how the kommuner are built (`rus.views.structure`).
        asked: which value.
    """
    indicator = catalogue.indicators[asked.indicator]
    empty = Compared(indicator, asked, "", None)
    by_region = _observed(store, catalogue, asked)
    if asked.region not in by_region:
        return empty
    own = by_region[asked.region][-1]
    scope = whole_set(catalogue, asked.region)
    ranked = store.ranking(asked.indicator, period=own.period, sex=asked.sex, group=asked.group, level=LEVELS[scope])
    everyone = dict(zip(plain(ranked["region"]), plain(ranked["value"]), strict=True))
    q = Question(catalogue, indicator, asked, by_region, own, everyone)
    near = built.alike(asked.region) if q.level == "kommun" else Similar(reason=ONLY_KOMMUNER)
    made = replace(empty, period=own.period, value=own.value, similar=near, against=(*_all(q, near), _goal(q)))
    of = len(members(catalogue, scope))
    made = replace(made, rank=rank(asked.region, everyone, of, indicator.better), everyone=everyone)
    if len(everyone) < NEARLY_ALL * of:
        made = replace(made, fuller=_fuller(store, asked, LEVELS[scope], own))
    return _expected(q, built, replace(made, sets=_sets(q)))


def _fuller(store: Store, asked: Asked, level: str, own: Observed) -> str:
    """An earlier period that more places have; empty where there is none."""
    ranked = store.ranking(asked.indicator, sex=asked.sex, group=asked.group, level=level)
    found = (str(ranked["period"].iloc[0]), int(ranked["year"].iloc[0])) if len(ranked) else ("", own.year)
    return found[0] if found[1] < own.year else ""


def _observed(store: Store, catalogue: Catalogue, asked: Asked) -> dict[str, Series]:
    """The figures of the region, the country and the comparison sets, by region; only those that have any."""
    where = catalogue.regions.get(asked.region)
    sets = (
        {code for s in catalogue.here.comparison_sets for code in s.regions} if where and where.level == "lan" else ()
    )
    above = [where.parent] if where and where.parent else []
    rows = store.observations(
        indicators=[asked.indicator],
        regions=[*dict.fromkeys([asked.region, catalogue.here.country, *above, *sorted(sets)])],
        sexes=[asked.sex],
        groups=[asked.group],
    )
    seen: dict[str, list[Observed]] = {}
    columns = (plain(rows[c]) for c in ("region", *(f.name for f in fields(Observed))))
    for region, *values in zip(*columns, strict=True):
        found = Observed(*values)
        if found.value == found.value and found.year <= asked.last:  # NaN is the one value that differs from itself
            seen.setdefault(region, []).append(found)
    return {region: one_a_year(series) for region, series in seen.items()}


def _all(q: Question, near: Similar) -> list[Against]:
    """The comparisons with other places, and with the measurement before."""
    amount = "" if is_rate(q.indicator) else AMOUNT
    country = NOT_COUNTRY if q.level == "riket" else amount
    whole = q.catalogue.here.country
    found = [Against(COUNTRY, q.catalogue.name(whole), reason=country) if country else _fixed(q, COUNTRY, whole)]
    if q.level == "kommun" and not amount:
        found.append(_fixed(q, COUNTY, q.catalogue.regions[q.asked.region].parent))
    found.append(Against(UNWEIGHTED, reason=amount) if amount else _mean(q))
    if q.level == "kommun":
        found.append(Against(SIMILAR, reason=amount or near.reason) if amount or near.reason else _similar(q, near))
    elif q.level == "lan" and not amount:
        found += [one for peers in _peer_sets(q) for one in _peers(q, peers)]
    return [*found, _earlier(q)]


def _fixed(q: Question, identity: str, region: str) -> Against:
    """The country, or the county of a kommun: its own value, taken as it is."""
    name, seen = q.catalogue.name(region), q.at(region)
    if seen is None:
        return Against(identity, name, reason=f"Siffran saknas {q.own.period}.")
    return Against(identity, name, seen.value, against(q.value(q.own), seen.value))


def _mean(q: Question) -> Against:
    middle = mean_of(list(q.everyone.values()), len(members(q.catalogue, whole_set(q.catalogue, q.asked.region))))
    return _of_middle(q, UNWEIGHTED, middle)


def _similar(q: Question, near: Similar) -> Against:
    values = [q.everyone[code] for code in near.codes if code in q.everyone]
    return _of_middle(q, SIMILAR, middle_of(values, len(near.codes)))


def _of_middle(q: Question, identity: str, middle: Middle, name: str = "") -> Against:
    if middle.value is None:
        return Against(identity, name, middle=middle, reason=middle.reason)
    return Against(identity, name, middle.value, against(q.value(q.own), middle.value), middle=middle)


def _peer_sets(q: Question) -> list[ComparisonSet]:
    """The place's sets of other regions, the default first."""
    if q.asked.region != q.catalogue.here.region:
        return []
    others = [s for s in q.catalogue.here.comparison_sets if q.asked.region not in s.regions]
    return sorted(others, key=lambda s: not s.default)


def _peers(q: Question, peers: ComparisonSet) -> list[Against]:
    """The mean of a set of counties, and each of them where it is the default one."""
    seen = {code: found for code in peers.regions if (found := q.at(code))}
    mean = _of_middle(q, peers.id, mean_of([o.value for o in seen.values()], len(peers.regions)), peers.name)
    if not peers.default:
        return [mean]
    each = [
        Against(PEER, q.catalogue.name(code), found.value, between(q.value(q.own), q.value(found)))
        for code, found in seen.items()
    ]
    return [mean, *each]


def _sets(q: Question) -> tuple[tuple[str, Readings], ...]:
    if not is_rate(q.indicator):
        return ()
    found = []
    for peers in _peer_sets(q):
        seen = [q.at(code) for code in peers.regions]
        read = readings(q.own.value, [o.value for o in seen if o], q.indicator.better)
        found += [(peers.name, read)] if read and all(seen) else []
    return tuple(found)


def _earlier(q: Question) -> Against:
    series = q.by_region[q.asked.region]
    breaks, window = [b.first_year for b in q.indicator.breaks], q.indicator.traits.window_years
    before = [(o.year, q.value(o)) for o in series]
    made: Earlier = earlier((q.own.year, q.value(q.own)), before, breaks, window)
    period = next((o.period for o in series if o.year == made.year), "")
    return Against(EARLIER, "", made.value, made.change, period, reason=made.reason)


def _goal(q: Question) -> Against:
    points = [(o.year, o.value) for o in q.by_region[q.asked.region]]
    here = q.asked.region == q.catalogue.here.region
    found = reach(q.indicator, q.asked.group, points) if here else None
    if found is None:
        return Against(
            GOAL, reason="Målen gäller länet." if not here and q.indicator.goals else "Inget mål med ett tal."
        )
    return Against(GOAL, "", found.value, against(q.value(q.own), found.value), str(found.by or ""))


def _expected(q: Question, built: Structure, made: Compared) -> Compared:
    why = built.reason or ("" if is_rate(q.indicator) else AMOUNT)
    if q.level != "kommun" or why:
        return replace(made, expectation=Expectation(reason=why or ONLY_OF_KOMMUNER))
    least = 0.0 if min(q.everyone.values(), default=0) >= 0 else -inf
    bounds = (0.0, 100.0) if is_share(q.indicator) else (least, inf)
    year, name = q.own.year, q.indicator.id
    model = expected(q.everyone, built.table(year, name), bounds=bounds, apart=built.apart(year, name))
    return replace(made, expectation=model.of(q.asked.region), explained=model.explained, places=model.places)
