"""Where things are.

`RUS_CONTENT`  another region's folder with `indicators/` and `data/` (read only). Default: this checkout.
`RUS_HOME`     where builds and fetched answers are kept (written). Default: `data/` of the content folder.
"""

import os
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=16)
def _whole(chosen: str, beside: Path) -> Path:
    """Looked up once: pages ask for it many times a run."""
    return (beside / chosen).resolve()


def content() -> Path:
    """The folder that makes this one region's dashboard."""
    chosen = os.environ.get("RUS_CONTENT")
    return _whole(chosen, Path.cwd()) if chosen else ROOT


def home() -> Path:
    """The folder that the program writes in."""
    chosen = os.environ.get("RUS_HOME")
    return _whole(chosen, Path.cwd()) if chosen else content() / "data"


def indicators() -> Path:
    """The catalogue: one TOML file an indicator, in a folder a theme."""
    return content() / "indicators"


def reference() -> Path:
    """Regions, comparison sets, tile map, boundaries and the place itself."""
    return content() / "data" / "reference"


def seed() -> Path:
    """Figures that ship with the content, so that the first minute needs no network."""
    return content() / "data" / "seed"


def projects() -> Path:
    """One TOML file a project."""
    return content() / "data" / "projects"


def stories() -> Path:
    """Presentations that ship with the content, one TOML file each."""
    return content() / "data" / "stories"


def view_sets() -> Path:
    """Named sets of views that ship with the content, one TOML file each."""
    return content() / "data" / "views"


def store() -> Path:
    """Builds and the pointer `CURRENT`."""
    return home() / "store"
