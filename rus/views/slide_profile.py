"""A slide of Kommuner: the first rows of a place's profile, or of two places side by side."""

from collections.abc import Mapping

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.choice import read_choice
from rus.views.profile_board import Board
from rus.views.profile_places import places
from rus.views.profile_rows import SURE, Profile, Row, profile, verdict
from rus.views.profile_show import HEADLINE, choices, shown
from rus.views.slide_shown import ProfileRows, SlideView

PROFILE = "kommuner"
PLACE, OTHER, SHOW, MEAN = "kom_plats", "kom_jmf", "kom_urval", "kom_medel"
MOST_ROWS = 5
KEY = "Grått: alla kommuner. Lodrätt streck: länet."


def profile_slide(
    store: Store, catalogue: Catalogue, built: Board, parameters: tuple[tuple[str, str], ...]
) -> SlideView:
    """The rows that come first in the choice of the address.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        built: every measure in every kommun.
        parameters: of the address.

    Raises:
        UsageError: a place does not exist in this build, or has no rows.
    """
    said = dict(parameters)
    known, wish = places(catalogue), read_choice(said, catalogue)
    first = said.get(PLACE) or next((code for code in wish.regions if code in known), next(iter(known), ""))
    other = said.get(OTHER, "")
    strange = [one for one in (first, other) if one and one not in known] + list(wish.dropped)
    if strange or not first:
        raise UsageError(f"Vyns adress innehåller val som inte finns här: {', '.join(strange) or 'plats'}.")
    show = said.get(SHOW) or HEADLINE
    show = show if show in choices(catalogue) else HEADLINE
    found = profile(store, catalogue, built, first, other, mean=said.get(MEAN) == "ja")
    table = shown(found, catalogue, show)
    every = table.rows if SHOW in said else found.rows
    rows = _telling(every)[:MOST_ROWS]
    if not rows:
        raise UsageError(table.empty or "Inget mått har siffror här.")
    kept = {PLACE: said.get(PLACE, ""), OTHER: other, SHOW: said.get(SHOW, ""), MEAN: said.get(MEAN, "")}
    return SlideView(
        page=PROFILE,
        parameters=(("geo", ",".join(known[first].codes)), *((k, v) for k, v in kept.items() if v)),
        title=table.title,
        subtitle=f"{len(rows)} av {len(every)} mått, säkra skillnader först. {KEY}",
        source=f"Källa: {listing(dict.fromkeys(row.spine.indicator.owner for row in rows))}.",
        alt=_alt(found, rows),
        measure="Kommunprofil",
        content=ProfileRows(found, tuple(rows)),
    )


def _telling(rows: tuple[Row, ...]) -> list[Row]:
    """Certain differences first, then those that could be tried, else as on the page."""

    def order(row: Row) -> int:
        apart = row.between or row.first.apart
        if apart is None:
            return 3
        return 0 if apart.verdict in SURE else 2 if apart.verdict == "not_assessed" else 1

    return sorted((row for row in rows if row.spine.rate), key=order)


def _alt(found: Profile, rows: list[Row]) -> str:
    names = " och ".join(place.name for place in found.places)
    said = (f"{row.spine.name}: {verdict(row.spine, row.between or row.first.apart).words.lower()}" for row in rows)
    return f"Tabell, {names}. {'; '.join(said)}."


def parameters_of(said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Parameters of an address as what the cache can hold."""
    return tuple(sorted(said.items()))
