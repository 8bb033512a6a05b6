"""One measure in every kommun as a map of tiles, with its table and its handles; each tile leads to its kommun."""

from functools import lru_cache

from rus.charts.tiles import tile_map, tile_picture
from rus.ui import cached, frame, handles, site
from rus.ui.handles import Handles
from rus.ui.markup import fold, written
from rus.views.sheet import file_stem
from rus.views.slide_parts import MAP, MAP_OF
from rus.views.slide_shown import PART
from rus.views.tiles import TileView

KEPT = 32
COLUMNS = ("Kommun", "Värde", "Skillnad mot länet")


def tile_chart(view: TileView, chosen: str, name: str, key: str) -> None:
    """The map with what belongs to it.

    Args:
        view: the tiles.
        chosen: id of the measure.
        name: of the measure.
        key: unique on the page.
    """
    drawn, told = markup(view, chosen)
    frame.html(drawn, fold("Visa som tabell", told))
    handles.row(key, handles_of(view, chosen, name))


def handles_of(view: TileView, chosen: str, name: str) -> Handles:
    """What one can do with the map; arguments as of `tile_chart`."""
    catalogue = cached.catalogue(frame.here().build)
    return Handles(
        page="",
        choices={PART: MAP, MAP_OF: chosen},
        sheet=lambda: handles.figures((chosen,), (catalogue.here.region, *catalogue.kommuner()), name),
        filename=file_stem(chosen, "karta"),
        title=view.title,
        subtitle=view.subtitle,
        source=view.source,
        about={chosen: name},
        drawing=lambda: tile_picture(view, site.theme()),
    )


@lru_cache(maxsize=KEPT)
def markup(view: TileView, chosen: str) -> tuple[str, str]:
    """The map and its table, as markup."""
    ways = {tile.region: frame.href("utforska", ind=chosen, geo=tile.region, grp=view.group) for tile in view.tiles}
    rows = [
        (f'<a href="{ways[t.region]}">{frame.text(t.name)}</a>', *map(frame.text, (t.value, t.difference)))
        for t in view.tiles
    ]
    told = written(COLUMNS, rows, caption=view.subtitle, numbers=(1, 2), safe=True)
    return tile_map(view, ways.__getitem__), told
