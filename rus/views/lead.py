"""The indicator that a challenge area's charts show: over time, in the kommuner, and what it means in words."""

from collections import Counter
from dataclasses import dataclass

from rus.analysis.target import Target
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.cards import PERCENT, Row, Sexes, row
from rus.views.choice import Choice
from rus.views.figures import figures, main_group
from rus.views.goal_status import peer_points
from rus.views.goal_text import reach, standing, wishes, with_number
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.sentences import Measure
from rus.views.status import StatusWord

OURS = Cut(scope="lanet")


@dataclass(frozen=True)
class Panel:
    """A quiet box of words beside the chart: a heading, a sentence, and pairs."""

    title: str
    text: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lead:
    """What is shown of the leading indicator; `status` is the card's."""

    line: IndicatorView
    places: IndicatorView
    meaning: Panel
    status: StatusWord
    goal: Panel


def lead_view(store: Store, catalogue: Catalogue, indicator_id: str) -> Lead | None:
    """The charts and words of an indicator; None where it has no figure for the place."""
    indicator, here = catalogue.indicators[indicator_id], catalogue.here
    found = figures(store, here.region, indicator_id)
    made = row(indicator, found, catalogue, peers=peer_points(store, catalogue))
    if made is None:
        return None
    sexes: tuple[Sex, ...] = ("women", "men") if made.sexes else ("total",)
    group = main_group(indicator)
    choice = Choice(indicator_id, (here.region,), sexes, group=group, comparison="ingen")
    line = indicator_view(store, catalogue, choice)
    ranked = choice.with_(sexes=("total",), comparison="riket", chart="rangordning")
    country = row(indicator, figures(store, here.country, indicator_id), catalogue)
    return Lead(
        line=line,
        places=indicator_view(store, catalogue, ranked, OURS),
        meaning=_meaning(indicator, made, country, catalogue),
        status=made.status,
        goal=_goal(indicator, made, reach(indicator, group, made.points), catalogue),
    )


def _meaning(indicator: Indicator, made: Row, country: Row | None, catalogue: Catalogue) -> Panel:
    measure, sexes = Measure.of(indicator), made.sexes
    why = f"{made.progress.reason} {made.trend.reason}" if made.progress else made.trend.reason
    pairs = [("Riktning", made.trend.direction or "Går inte att säga"), ("Varför", why)]
    if sexes is None:
        text = f"{made.name}: {measure.full(made.points[-1][1])} {made.period}. {made.no_sex}."
        return Panel("Vad det betyder", text, tuple(pairs + _country(country, catalogue)))
    same = "Det är ingen skillnad."
    gap = f"Gapet är {measure.difference(sexes.women - sexes.men)}."
    text = (
        f"{made.name}: {measure.full(sexes.women)} av kvinnorna och {measure.full(sexes.men)} av männen {sexes.period}."
        if indicator.unit == PERCENT and indicator.share == "egenskap"
        else f"{made.name}: kvinnor {measure.full(sexes.women)}, män {measure.full(sexes.men)} {sexes.period}."
    )
    if country and country.sexes:
        gap_there = measure.difference(country.sexes.women - country.sexes.men)
        pairs.append(("Gapet i riket", f"{gap_there} {country.sexes.period}"))
    both = f"{text} {same if measure.same(sexes.women, sexes.men) else gap}"
    return Panel("Vad det betyder", both, tuple(pairs))


def _country(country: Row | None, catalogue: Catalogue) -> list[tuple[str, str]]:
    name = catalogue.name(catalogue.here.country)
    return [(name, f"{country.value} {country.unit} {country.period}")] if country else []


def _goal(indicator: Indicator, made: Row, found: Target | None, catalogue: Catalogue) -> Panel:
    measure = Measure.of(indicator)
    goal = with_number(indicator, made.group)
    if goal and found:
        start = [("Utgångsläge", f"{measure.full(found.base[1])} {found.base[0]}")] if found.base else []
        pace = [("Krävs per år", f"{_signed(found.needed, measure)} i snitt")] if found.needed is not None else []
        target = ("Mål", f"{measure.full(found.value)}{f' {found.by}' if found.by else ''}")
        now = ("Nu", f"{measure.full(found.newest[1])} {found.newest[0]}")
        pairs = (*start, now, target, *pace, ("Källa", goal.source))
        title = "Målet" if goal.standing == "officiell" else "Föreslaget mål"
        return Panel(title, goal.text or wishes(indicator, catalogue), pairs)
    wanted = wishes(indicator, catalogue)
    example = _example(made.sexes, made, _horizon(catalogue), measure)
    if example and not any(made.group == "total" and g.kind == "gap" and g.by for g in indicator.goals):
        return Panel(
            "Räkneexempel, inget mål",
            example[0],
            (*example[1], ("Mål i katalogen", f"{wanted}. {standing(indicator)}." if wanted else "saknas")),
        )
    if wanted:
        return Panel("Målet har inget tal", f"{wanted}.", ())
    return Panel("Inget mål", "Måttet har inget mål i katalogen.", ())


def _signed(value: float, measure: Measure) -> str:
    unit = "procentenheter" if measure.unit == PERCENT else measure.unit
    return (
        f"{number(value, max(measure.decimals, 1) if measure.unit == PERCENT else measure.decimals, sign=True)} {unit}"
    )


def _horizon(catalogue: Catalogue) -> int | None:
    """The year that most goals of the strategy aim at."""
    years = Counter(g.by for i in catalogue.indicators.values() for g in i.goals if g.by)
    return years.most_common(1)[0][0] if years else None


def _example(
    sexes: Sexes | None, made: Row, horizon: int | None, measure: Measure
) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """What it would take a year for the sexes to meet: plain arithmetic, and said to be so."""
    year = made.points[-1][0]
    if sexes is None or horizon is None or horizon <= year or not sexes.comparable:
        return None
    if measure.same(sexes.women, sexes.men):
        return None
    left = horizon - year
    a_year = number(abs(sexes.women - sexes.men) / left, 2)
    high, low = max(sexes.women, sexes.men), min(sexes.women, sexes.men)
    text = f"För att kvinnor och män ska mötas {horizon} behöver gapet minska med {a_year} procentenheter per år."
    sum_ = f"({measure.bare(high)} − {measure.bare(low)}) / {left} år"
    return text, (("Så räknas det", sum_),)
