"""The files of Jämlikhet hold every figure that the page shows, for every ground and for the kommuner."""

from collections.abc import Iterator

import pytest

from rus.store.builds import current
from rus.store.store import Store, open_store
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_places import places, side_by_side
from rus.views.equality_words import split_measures
from tests.pages.opening import opened
from tests.pages.taking import taking
from tests.region.making import open_at

Figure = tuple[str, str, str, float]
"""Period, sex, group, value."""


@pytest.fixture(scope="module")
def store(shipped) -> Iterator[Store]:
    open_at("")
    return open_store(current())


def held(view: EqualityView) -> set[Figure]:
    """What stands in the file of a place: the view's rows."""
    rows = view.rows[view.rows["value"].notna()]
    return set(rows[["period", "sex", "group", "value"]].astype({"value": float}).itertuples(index=False, name=None))


def shown(view: EqualityView) -> set[Figure]:
    """What the page shows of a place: both sides of each gap, each ground's groups, and women and men in each group."""
    found: set[Figure] = set()
    for pair in view.pairs:
        if pair.gap and pair.keys:
            sides = zip(pair.keys, (pair.gap.first, pair.gap.second), strict=True)
            found |= {(pair.period, sex, group, side.value) for (group, sex), side in sides}
    for ground in view.grounds:
        found |= {(line.period, "total", line.id, line.value) for line in ground.groups if line.value is not None}
    for row in view.crossing.rows:
        both = (("women", row.women.cell.value), ("men", row.men.cell.value))
        found |= {(row.period, sex, row.group, value) for sex, value in both if value is not None}
    return found


def test_every_figure_of_every_ground_is_in_the_file(store):
    catalogue = store.catalogue()
    met: set[str] = set()
    for region in (catalogue.here.region, catalogue.kommuner()[0]):
        for measure in split_measures(store, catalogue):
            view = equality_view(store, catalogue, measure.id, region)
            assert shown(view) - held(view) == set(), measure.id
            met |= {pair.ground for pair in view.pairs if pair.gap}
    assert {"sex", "background", "education", "income"} <= met


@pytest.mark.parametrize("measure", ["sysselsattningsgrad", "valdeltagande-kommunval"])
def test_the_file_has_women_and_men_of_every_kommun_in_the_table(store, measure):
    catalogue = store.catalogue()
    region = catalogue.here.region
    with taking() as taken:
        app = opened(open_at("jamlikhet", ind=measure), "dela_equality_funnel")
        assert not app.exception
        files = [taken.rows(key) for key in ("equality", "dela_equality_funnel") if taken.has(key)]
    table = places(store, catalogue, measure, region)
    codes = {catalogue.name(code): code for code in side_by_side(catalogue, region)}
    known = [
        (codes[row.name], table.label, sex, seen.cell.value)
        for row in table.rows
        for sex, seen in zip(("women", "men", "total"), row.seen, strict=True)
        if seen.cell.value is not None
    ]
    assert len(known) > 20
    for rows in files:
        own = {(r["region"], r["period"], r["sex"], float(r["value"])) for r in rows if r["value"]}
        assert [one for one in known if one not in own] == []
