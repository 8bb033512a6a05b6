"""What the bench looks at in the content in use: two well-filled indicators, the county's kommuner, every page."""

from rus.bench.pages import sights
from rus.bench.server import Scene, pictures
from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError
from rus.store import builds
from rus.store.build import ensure_build
from rus.store.store import open_store
from rus.ui import site

LINES = 12
SHARE = "procent"  # a map shows shares, not amounts
START = "Läget i länet"


def scene_of_here() -> Scene:
    """The scene of the content in use; makes the build that it looks at.

    Raises:
        RusError: there are not two indicators with figures for the kommuner.
    """
    ensure_build()
    store = open_store(builds.current())
    catalogue = store.catalogue()
    everywhere = len(catalogue.regions)
    cover = store.coverage().sort_values("n_values", ascending=False)
    broad = [i for i, n in zip(cover["indicator"], cover["regions"], strict=True) if n > everywhere * 0.9]
    split = [i for i in broad if catalogue.indicators[i].unit == SHARE and not catalogue.indicators[i].grounds]
    if len(split) < 2:
        raise RusError("Mätningen behöver två indikatorer med uppgifter för alla regioner.")
    kommuner = catalogue.kommuner()[:LINES]
    return Scene(pictures(split[:2], kommuner), sights(store, catalogue, navigation(catalogue)))


def navigation(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Address and name of every page of the site."""
    later = [(address, title) for script, address, title in site.LATER if (site.PAGES / script).exists()]
    return [("", START), *((c.id, c.name) for c in catalogue.challenges), *later]
