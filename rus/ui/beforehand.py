"""What the program opens for itself after its start, so that nobody waits for what is worked out once per build.

Findings, goals and gaps of a place, the matrix of all measures and the measures that are alike take a tenth of a second
to a second each when they are asked for the first time. There are few of them, so they are asked for ahead.
"""

from urllib.parse import urlencode

from rus.ui import cached

BY_PLACE = ("kommuner", "malstatus", "gemensam-uppfoljning")
ONCE = (("malstatus", {"mal_vy": "matris"}), ("indikatorer", {"kat_flik": "Liknande mått"}))
BREATH = 0.1  # seconds between two of them


def beforehand() -> list[tuple[str, str]]:
    """Page and query of each; with the newest build's places."""
    catalogue = cached.catalogue(cached.newest())
    once = [(page, urlencode(query)) for page, query in ONCE]
    return [*once, *((page, f"geo={code}") for code in catalogue.kommuner() for page in BY_PLACE)]
