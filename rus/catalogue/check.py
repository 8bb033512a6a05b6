"""What no single file can know: names that must exist elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import BetterThanPeers, GapShrinks
from rus.catalogue.indicator import Indicator
from rus.catalogue.place import Profile
from rus.catalogue.strict import RegionLevel

LEVELS = get_args(RegionLevel)


def _unknown(key: str, name: str, known: Iterable[str], where: str) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    hint = f'menade du "{near[0]}"?' if near else f"namnen står i {where}"
    return f'{key}: "{name}" finns inte; {hint}'


def _groups(catalogue: Catalogue, key: str, group: dict[str, str]) -> Iterator[str]:
    where = "indicators/_grounds.toml"
    for ground_id, value in group.items():
        ground = catalogue.ground(ground_id)
        if ground is None:
            yield _unknown(f"{key}.group", ground_id, [g.id for g in catalogue.grounds], where)
        elif ground.value(value) is None:
            yield _unknown(f"{key}.group.{ground_id}", value, [v.id for v in ground.values], where)


def _links(catalogue: Catalogue, indicator: Indicator) -> Iterator[str]:
    strategy, challenges = catalogue.strategy, [c.id for s in catalogue.challenge_sets for c in s.challenges]
    known = {
        "effektmal": [e.id for e in strategy.effektmal] if strategy else [],
        "perspectives": [p.id for p in strategy.perspectives] if strategy else [],
        "challenges": challenges,
        "headline": challenges,
    }
    files = {"effektmal": "_strategy.toml", "perspectives": "_strategy.toml"}
    for key, names in known.items():
        for name in getattr(indicator, key):
            if name not in names:
                yield _unknown(key, name, names, f"indicators/{files.get(key, '_challenges.toml')}")
    others = {
        "counter": indicator.counter,
        "review.replaced_by": indicator.review.replaced_by,
        "denominator.indicator": indicator.denominator.indicator if indicator.denominator else None,
    }
    for key, other in others.items():
        if other and other not in catalogue.indicators:
            yield _unknown(key, other, catalogue.indicators, "indicators/")


def _goals(catalogue: Catalogue, indicator: Indicator) -> Iterator[str]:
    sets = [s.id for s in catalogue.place.comparison_sets] if catalogue.place else []
    targets = [str(t.number) for t in catalogue.strategy.public_targets] if catalogue.strategy else []
    for n, goal in enumerate(indicator.goals):
        key = f"goals.{n}"
        if isinstance(goal, BetterThanPeers) and goal.peers not in sets:
            yield _unknown(f"{key}.peers", goal.peers, sets, "data/reference/place.toml")
        if isinstance(goal, GapShrinks) and goal.ground not in {"sex", *(g.id for g in catalogue.grounds)}:
            yield _unknown(f"{key}.ground", goal.ground, [g.id for g in catalogue.grounds], "_grounds.toml")
        if goal.public_target is not None and str(goal.public_target) not in targets:
            yield _unknown(f"{key}.public_target", str(goal.public_target), targets, "_strategy.toml")
        yield from _groups(catalogue, key, goal.group)


def _overlaps(indicator: Indicator) -> Iterator[str]:
    seen: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for n, series in enumerate(indicator.series):
        span = (series.from_year or 1900, series.to_year or 2100)
        same = str(sorted(series.group.items()))
        shelves = [seen.setdefault((series.role, same, level), []) for level in series.levels or LEVELS]
        if any(span[0] <= end and start <= span[1] for spans in shelves for start, end in spans):
            remedy = "begränsa dem med from_year och to_year, eller med levels"
            yield f"series.{n}: åren överlappar en annan serie för samma grupp; {remedy}"
        for spans in shelves:
            spans.append(span)


def _derived(catalogue: Catalogue, indicator: Indicator) -> Iterator[str]:
    for n, operand in enumerate(indicator.derive.operands if indicator.derive else []):
        key = f"derive.{'of' if indicator.derive and n < len(indicator.derive.of) else 'by'}"
        if operand.indicator not in catalogue.indicators:
            yield _unknown(key, operand.indicator, catalogue.indicators, "indicators/")
        yield from _groups(catalogue, key, operand.group)
    if indicator.derive and indicator.id in _below(catalogue, indicator):
        yield "derive: indikatorn räknas ut ur sig själv; bryt kedjan"


def _below(catalogue: Catalogue, indicator: Indicator) -> set[str]:
    """Every indicator that its rule leads to."""
    found: set[str] = set()
    todo = [indicator]
    while todo:
        rule = todo.pop().derive
        names = {operand.indicator for operand in rule.operands} - found if rule else set()
        found |= names
        todo += [catalogue.indicators[name] for name in names if name in catalogue.indicators]
    return found


def _of_indicator(catalogue: Catalogue, indicator: Indicator) -> Iterator[str]:
    if indicator.theme not in [t.id for t in catalogue.themes]:
        yield _unknown("folder", indicator.theme, [t.id for t in catalogue.themes], "indicators/_themes.toml")
    for n, series in enumerate(indicator.series):
        yield from _groups(catalogue, f"series.{n}", series.group)
    yield from _links(catalogue, indicator)
    yield from _goals(catalogue, indicator)
    yield from _derived(catalogue, indicator)
    yield from _overlaps(indicator)


def _place(catalogue: Catalogue) -> Iterator[str]:
    place = catalogue.place
    if place is None:
        return
    named = {"region": [place.region], "country": [place.country]}
    named |= {f"comparison_sets.{s.id}": s.regions for s in place.comparison_sets}
    named |= {f"lansdelar.{d.id}": d.regions for d in place.lansdelar}
    named["tiles"] = [t.region for t in place.tiles]
    for key, codes in named.items():
        for code in codes:
            if code not in catalogue.regions:
                remedy = "lägg till eller rätta den"
                yield f'data/reference/place.toml: {key}: regionen "{code}" finns inte i regions.csv; {remedy}'
    for n, feature in enumerate(place.features):
        for name in (feature.indicator, *feature.same_as):
            if name not in catalogue.indicators:
                problem = _unknown(f"features.{n}", name, catalogue.indicators, "indicators/")
                yield f"data/reference/place.toml: {problem}"
    if place.profile:
        yield from (f"data/reference/place.toml: {problem}" for problem in _profile(catalogue, place.profile))


def _profile(catalogue: Catalogue, profile: Profile) -> Iterator[str]:
    for key, name in (("people", profile.people), ("ages", profile.ages)):
        if name not in catalogue.indicators:
            yield _unknown(f"profile.{key}", name, catalogue.indicators, "indicators/")
    for n, group in enumerate(profile.age_groups):
        ground, _, value = group.partition(".")
        yield from _groups(catalogue, f"profile.age_groups.{n}", {ground: value})


def cross_check(catalogue: Catalogue, files: list[Path], root: Path) -> list[str]:
    """Every broken reference between files, each with file, key and remedy."""
    problems = list(_place(catalogue))
    for stem, count in Counter(p.stem for p in files).items():
        if count > 1:
            places = ", ".join(p.relative_to(root).as_posix() for p in files if p.stem == stem)
            problems.append(f'{places}: id "{stem}" används {count} gånger; döp om alla utom en')
    for indicator in catalogue.indicators.values():
        address = f"indicators/{indicator.theme}/{indicator.id}.toml"
        problems += [f"{address}: {problem}" for problem in _of_indicator(catalogue, indicator)]
    if catalogue.challenge_sets and sum(s.current for s in catalogue.challenge_sets) != 1:
        problems.append("indicators/_challenges.toml: precis en [[set]] ska ha current = true")
    effektmal = catalogue.strategy.effektmal if catalogue.strategy else []
    parents = [o.id for o in catalogue.strategy.overarching] if catalogue.strategy else []
    problems += [
        f"indicators/_strategy.toml: {_unknown(f'effektmal.{e.id}', e.overarching, parents, '[[overarching]]')}"
        for e in effektmal
        if e.overarching not in parents
    ]
    return problems
