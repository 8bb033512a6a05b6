"""Every page and choices that a reader makes on it, from the content in use: what `rus.bench.walking` opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError
from rus.store.store import Store
from rus.texts.stories import read_stories
from rus.ui import about, catalogue_tabs, challenge_tabs, project, quality_tabs
from rus.views.equality_words import split_measures
from rus.views.followup_goals import BASES
from rus.views.gallery_words import GUIDES
from rus.views.profile_places import places
from rus.views.profile_show import HEADLINE
from rus.views.profile_show import choices as profile_choices
from rus.views.search import index
from rus.views.tiles import tile_choices

HEAVY = {"rapport"}
"""The page that may cost most: all chapters of the report at once."""
IN_USE = "in_use"
SOME = 6  # so many of what a page offers in plenty
OFFERED: dict[str, tuple[list[str], str]] = {
    "projekt": (list(project.TABS), "projekt_flik"),
    "om": (list(about.TABS), "om_flik"),
    "data-och-kvalitet": (list(quality_tabs.TABS), quality_tabs.TAB),
    "indikatorer": (list(catalogue_tabs.TABS), "kat_flik"),
}
"""Pages of tabs: their titles, and what they are called in the address."""


@dataclass(frozen=True)
class Sight:
    """A page: its address, its name, and queries that differ from one another as a reader's choices do."""

    address: str
    name: str
    choices: tuple[str, ...]

    @property
    def heavy(self) -> bool:
        """Whether it is one of the pages that may cost most."""
        return self.address in HEAVY

    @property
    def views(self) -> list[tuple[str, str]]:
        """Page and query of each choice."""
        return [(self.address, query) for query in self.choices]


def sights(store: Store, catalogue: Catalogue, pages: Sequence[tuple[str, str]]) -> tuple[Sight, ...]:
    """Every page of the site.

    Args:
        store: the figures.
        catalogue: what they are.
        pages: address and name of each page in the navigation.

    Raises:
        RusError: a page has fewer than two choices, so that nothing could be changed on it.
    """
    found = []
    for address, name in pages:
        queries = tuple(urlencode(one, safe=",") for one in _choices(store, catalogue, address))
        if len(set(queries)) < 2:
            raise RusError(f"Mätningen har inga val på sidan {name} ({address}). Lägg till dem i rus/bench/pages.py.")
        found.append(Sight(address, name, queries))
    return tuple(found)


def _choices(store: Store, catalogue: Catalogue, address: str) -> Iterator[dict[str, str]]:
    if address == "":
        yield from ({"start_karta": indicator} for indicator, _ in islice(tile_choices(store, catalogue), SOME))
    elif address in {c.id for c in catalogue.challenges}:
        yield from ({challenge_tabs.TAB: tab} for tab in challenge_tabs.TABS)
    elif address in OFFERED:
        tabs, key = OFFERED[address]
        yield from ({key: tab} for tab in tabs)
    else:
        yield from _OWN.get(address, _by_place)(store, catalogue)


def _by_place(_store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """The county and its kommuner: what most pages can be asked for."""
    yield from ({"geo": code} for code in (catalogue.here.region, *catalogue.kommuner()))


def _explore(store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    here = ",".join((catalogue.here.region, *catalogue.kommuner()[:3]))
    for entry in islice((e for e in index(store, catalogue) if catalogue.indicators[e.id].state == IN_USE), SOME):
        yield from ({"ind": entry.id, "geo": here, "diagram": chart} for chart in ("linje", "tabell"))


def _profile(_store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    every = list(places(catalogue))
    yield from ({"geo": every[0], "kom_urval": chosen} for chosen in profile_choices(catalogue))
    for show in (catalogue.challenges[0].id, HEADLINE):
        yield from ({"geo": code, "kom_urval": show} for code in every if code in catalogue.regions)
    yield from ({"geo": every[0], "kom_jmf": other} for other in every[1:3])


def _goals(store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    yield from _by_place(store, catalogue)
    yield from ({"mal_omr": c.id} for c in catalogue.challenges)
    yield from ({"mal_vy": "matris", "mal_inom": c.id} for c in catalogue.challenges)
    yield {"mal_vy": "beslut"}


def _equality(store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    for place in (catalogue.here.region, *catalogue.kommuner()[:1]):
        yield from ({"ind": m.id, "geo": place} for m in split_measures(store, catalogue)[:SOME])


def _followup(store: Store, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    yield from _by_place(store, catalogue)
    yield from ({"gu_underlag": basis} for basis in BASES)


def _present(_store: Store, _catalogue: Catalogue) -> Iterator[dict[str, str]]:
    yield {}
    for key, story in read_stories().items():
        yield {"pres_id": key}
        yield from ({"pres_id": key, "bild": str(n + 1)} for n in range(min(len(story.slides), SOME)))
        yield {"pres_id": key, "bild": "1", "roll": "manus"}


def _gallery(_store: Store, _catalogue: Catalogue) -> Iterator[dict[str, str]]:
    yield from ({"dia_val": guide.id} for guide in GUIDES)


_OWN = {
    "utforska": _explore,
    "kommuner": _profile,
    "malstatus": _goals,
    "jamlikhet": _equality,
    "gemensam-uppfoljning": _followup,
    "presentera": _present,
    "diagramguide": _gallery,
}
