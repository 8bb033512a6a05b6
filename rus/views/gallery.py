"""The chart guide: for each chart the question it answers, how to read it, what to do about it, and a real example."""

from collections.abc import Iterator
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.store.store import Store
from rus.views.choice import Choice
from rus.views.figures import main_group
from rus.views.gallery_words import GUIDES, Guide
from rus.views.indicator import IndicatorView, indicator_view

SEXES: tuple[Sex, ...] = ("women", "men")
ENOUGH = 12
"""Indicators tried before an example is given up."""


@dataclass(frozen=True)
class Example:
    """One chart of the guide. `view` is None where another page's view draws it, or where no figures allow it."""

    guide: Guide
    view: IndicatorView | None


def guide_of(wanted: str) -> Guide:
    """The guide with this id, else the first."""
    return next((guide for guide in GUIDES if guide.id == wanted), GUIDES[0])


def example(store: Store, catalogue: Catalogue, wanted: str) -> Example:
    """A chart of the guide on real figures: the first headline indicator whose figures allow it."""
    guide = guide_of(wanted)
    if guide.chart is None:
        return Example(guide, None)
    for indicator in _candidates(catalogue, guide):
        view = _view(store, catalogue, guide, indicator)
        if view is not None:
            return Example(guide, view)
    return Example(guide, None)


def _candidates(catalogue: Catalogue, guide: Guide) -> Iterator[Indicator]:
    """Headline indicators first, those with a goal before others where the guide shows a goal."""
    areas = [c.id for c in catalogue.challenges]
    used = [i for i in catalogue.indicators.values() if i.state == "in_use"]
    used.sort(
        key=lambda i: (
            guide.cut.scale == "index" and not i.goals,
            min((areas.index(area) for area in i.headline if area in areas), default=len(areas)),
            i.id,
        )
    )
    yield from used[:ENOUGH]


def _view(store: Store, catalogue: Catalogue, guide: Guide, indicator: Indicator) -> IndicatorView | None:
    """The chart of an indicator; None where its figures do not allow just this chart."""
    choice = Choice(
        indicator.id,
        (catalogue.here.region,),
        SEXES if guide.sexes else ("total",),
        group=main_group(indicator),
        comparison="riket" if guide.compared else "ingen",
        chart=guide.chart or "linje",
    )
    view = indicator_view(store, catalogue, choice, guide.cut)
    allowed = not view.empty and not next(o for o in view.options.charts if o.id == choice.chart).reason
    as_wanted = view.choice.sexes == choice.sexes and (not guide.cut.scale or view.scale == guide.cut.scale)
    placed = not guide.cut.scope or view.scope == guide.cut.scope
    return view if allowed and as_wanted and placed else None
