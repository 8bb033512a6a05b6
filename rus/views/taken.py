"""The rows that a page shows, to be taken away."""

from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.choice import default_choice
from rus.views.sheet import Sheet, sheet_of


def shown_sheet(
    store: Store,
    catalogue: Catalogue,
    shown: tuple[str, ...],
    title: str,
    build: str,
    of_kommuner: tuple[str, ...] = (),
) -> Sheet:
    """The place's figures for the indicators of a page, all years and sexes, in every group that was measured.

    Args:
        store: the store.
        catalogue: its catalogue.
        shown: ids of indicators, in the order of the page.
        title: what the page shows.
        build: id of the data version.
        of_kommuner: ids of indicators that are shown for the place's kommuner and riket instead.
    """
    regions = [catalogue.here.region]
    if of_kommuner:
        regions += [*catalogue.kommuner(), catalogue.here.country]
    rows = store.observations(indicators=[*shown, *of_kommuner], regions=regions)
    if of_kommuner:
        rows = rows[(rows["region"] == catalogue.here.region) | rows["indicator"].isin(of_kommuner)]
    return sheet_of(rows, catalogue, default_choice(catalogue), title=title, build=build)
