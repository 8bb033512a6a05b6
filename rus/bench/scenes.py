"""What the bench looks at in the content in use: two well-filled indicators, the county's kommuner, every page."""

from dataclasses import replace

from rus.bench.server import Scene, scene
from rus.core.errors import RusError
from rus.store import builds
from rus.store.build import ensure_build
from rus.store.store import open_store
from rus.views.equality_words import split_measures

LINES, MEASURES = 12, 3
SHARE = "procent"  # a map shows shares, not amounts


def scene_of_here() -> Scene:
    """The scene of the content in use; makes the build that it looks at.

    Raises:
        RusError: there are not two indicators with figures for the kommuner.
    """
    ensure_build()
    store = open_store(builds.current())
    catalogue = store.catalogue()
    kommuner = catalogue.kommuner()[:LINES]
    everywhere = len(catalogue.regions)
    cover = store.coverage().sort_values("n_values", ascending=False)
    broad = [i for i, n in zip(cover["indicator"], cover["regions"], strict=True) if n > everywhere * 0.9]
    split = [i for i in broad if catalogue.indicators[i].unit == SHARE and not catalogue.indicators[i].grounds]
    if len(split) < 2:
        raise RusError("Mätningen behöver två indikatorer med uppgifter för alla regioner.")
    pages = ["", *(c.id for c in catalogue.challenges), "projekt", "om"]
    gaps = [m.id for m in split_measures(store, catalogue)[:MEASURES]]
    equality = [("jamlikhet", f"ind={i}&geo={place}") for place in (catalogue.here.region, *kommuner[:1]) for i in gaps]
    return replace(scene(split[0], split[1], kommuner, pages), equality=equality)
