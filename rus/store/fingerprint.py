"""Has the content changed since the build was made?"""

import hashlib
from pathlib import Path

from rus.core import paths

SCHEMA = "3"
"""Raised when builds made by earlier code can't be read by this."""


def _files(root: Path) -> list[Path]:
    data = root / "data"
    return [
        *sorted((root / "indicators").glob("**/*.toml")),
        *sorted((data / "reference").glob("*.toml")),
        data / "reference" / "regions.csv",
        data / "seed" / "sources.csv",
        data / "seed" / "observations.parquet",
    ]


def fingerprint(root: Path) -> str:
    """Of everything that a build is made from: every byte of the catalogue, reference data and figures.

    What was fetched is known by the names of its notes: they never change.
    """
    total = hashlib.sha256(SCHEMA.encode())
    for path in _files(root):
        if path.is_file():
            total.update(path.relative_to(root).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    for note in sorted((paths.home() / "history").glob("????????????????/2*.json")):
        total.update(f"{note.parent.name}/{note.name}".encode())
    return total.hexdigest()[:20]
