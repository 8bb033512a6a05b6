"""What the program opens for itself after its start, so that nobody waits for what is worked out once per build.

Findings, goals and gaps of a place, the matrix of all measures, the measures that are alike, the parts of a challenge
area, the checks of all figures, each example of the chart guide and the slides of a presentation take up to a second
each when they are asked for the first time. There are few of them, so they are asked for ahead.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from rus.core.errors import RusError
from rus.texts.stories import read_stories
from rus.ui import cached, challenge_tabs, gallery, quality_tabs
from rus.views.gallery_words import GUIDES
from rus.views.tiles import tile_choices

BY_PLACE = ("kommuner", "malstatus", "gemensam-uppfoljning")
ONCE = (("malstatus", {"mal_vy": "matris"}), ("indikatorer", {"kat_flik": "Liknande mått"}))
MAPS = 12  # of the measures that the first page can show as a map: those that stand first
BREATH = 0.1  # seconds between two of them


def beforehand() -> list[tuple[str, str]]:
    """Page and query of each; with the newest build's places."""
    catalogue = cached.catalogue(cached.newest())
    once = [(page, urlencode(query)) for page, query in ONCE]
    tabs = [(c.id, urlencode({challenge_tabs.TAB: tab})) for c in catalogue.challenges for tab in challenge_tabs.TABS]
    tabs += [("data-och-kvalitet", urlencode({quality_tabs.TAB: tab})) for tab in quality_tabs.TABS]
    guides = [("diagramguide", urlencode({gallery.KEY: guide.id})) for guide in GUIDES]
    first = cached.shared(tile_choices, cached.newest())[:MAPS]
    maps = [("", urlencode({"start_karta": measure})) for measure, _ in first]
    places = [(page, f"geo={code}") for code in catalogue.kommuner() for page in BY_PLACE]
    return [*once, *maps, *tabs, *_slides(), *places, *guides]


def _slides() -> Iterator[tuple[str, str]]:
    """Every slide of the presentations that ship with the content; none where their files are wrong."""
    try:
        stories = read_stories()
    except RusError:
        return
    for key, story in stories.items():
        yield "presentera", urlencode({"pres_id": key})
        yield from (("presentera", urlencode({"pres_id": key, "bild": n + 1})) for n in range(len(story.slides)))
