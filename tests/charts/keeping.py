"""The kept pictures of the charts, and how a new one is accepted:

    .venv/bin/python -m tests.charts.keeping [name …]

takes the pictures that the last run drew (all that differ, or those named, such as `trend-light`). Look at them first.
"""

import sys
from pathlib import Path

from PIL import Image

from rus.core import paths
from tests.charts.likeness import differing, many, marked

FOLDER = paths.ROOT / "tests" / "charts" / "kept"
COLOURS = 256
ACCEPT = "python -m tests.charts.keeping"
GOT, EXPECTED, DIFFERENCE = "got", "expected", "difference"


def artefacts() -> Path:
    """Where a run of the tests leaves pictures to look at."""
    return paths.ROOT / "build" / "pictures"


def drawn() -> Path:
    """Where a run leaves the charts that are not as they were."""
    return artefacts() / "charts"


def keep(picture: Image.Image, name: str) -> None:
    """Keep a picture; charts have few colours, so a palette makes it small and changes nothing that is compared."""
    FOLDER.mkdir(exist_ok=True)
    few = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


def compared(picture: Image.Image, name: str) -> int:
    """Pixels that are not as in the kept picture; all three pictures are left in `drawn()` if there are any too many.

    Raises:
        FileNotFoundError: No picture of that name is kept; the new one is left to be accepted.
    """
    folder = drawn()
    folder.mkdir(parents=True, exist_ok=True)
    files = {what: folder / f"{name}.{what}.png" for what in (GOT, EXPECTED, DIFFERENCE)}
    for file in files.values():
        file.unlink(missing_ok=True)
    picture.save(files[GOT])
    expected = Image.open(FOLDER / f"{name}.png")
    difference = differing(expected, picture)
    if found := many(difference):
        expected.save(files[EXPECTED])
        marked(picture, difference).save(files[DIFFERENCE])
    return found


def main(names: list[str]) -> None:
    """Accept what was drawn."""
    new = {file.name.removesuffix(f".{GOT}.png"): file for file in sorted(drawn().glob(f"*.{GOT}.png"))}
    for name in names or new:
        if name not in new:
            raise SystemExit(f"{name}: no such picture was drawn; run tests/browser/test_chart_pictures.py first")
        picture = Image.open(new[name])
        if not (FOLDER / f"{name}.png").exists() or many(differing(Image.open(FOLDER / f"{name}.png"), picture)):
            keep(picture, name)
            sys.stdout.write(f"kept {name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
