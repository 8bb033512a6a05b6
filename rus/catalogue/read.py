"""Files → catalogue, or every problem in every file at once."""

import csv
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.check import cross_check
from rus.catalogue.groups import Ground
from rus.catalogue.indicator import Indicator
from rus.catalogue.place import Place, Region
from rus.catalogue.remedy import in_words
from rus.catalogue.strategy import ChallengeSet, Strategy, Theme
from rus.core import paths
from rus.core.errors import CatalogueError

Model = TypeVar("Model", bound=BaseModel)


class Reader:
    """Reads files and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[str] = []

    def say(self, path: Path, problem: str) -> None:
        """Keep a problem of a file."""
        self.problems.append(f"{path.relative_to(self.root).as_posix()}: {problem}")

    def toml(self, path: Path) -> dict[str, Any] | None:
        """The fields of a TOML file; None where it can't be read, which is then kept as a problem."""
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.say(path, "filen saknas; varje innehållsmapp behöver den")
        except UnicodeDecodeError:
            self.say(path, "är inte UTF-8; spara filen som UTF-8")
        except tomllib.TOMLDecodeError as err:
            self.say(path, f'är inte giltig TOML ({err}); texter och koder ska stå inom citattecken, som "0180"')
        except OSError as err:
            self.say(path, f"går inte att läsa: {err.strerror}")
        return None

    def model(self, kind: type[Model], path: Path, fields: dict[str, Any]) -> Model | None:
        """The fields as a model; None where they are wrong."""
        try:
            return kind.model_validate(fields, strict=False if kind is Region else None)
        except ValidationError as err:
            for line in in_words(err, kind):
                self.say(path, line)
        return None

    def many(self, kind: type[Model], path: Path, key: str) -> list[Model]:
        """The models of a file that holds only a list under one key."""
        fields = self.toml(path)
        if fields is None:
            return []
        for extra in sorted(set(fields) - {key}):
            self.say(path, f"{extra}: okänd nyckel; här får bara [[{key}]] stå")
        try:
            return TypeAdapter(list[kind]).validate_python(fields.get(key, []))  # type: ignore[valid-type]  # the kind is a variable
        except ValidationError as err:
            for line in in_words(err, kind):
                self.say(path, f"{key}.{line}")
        return []

    def indicator(self, path: Path) -> Indicator | None:
        """One indicator file."""
        fields = self.toml(path)
        if fields is None:
            return None
        for taken in {"id", "theme"} & set(fields):
            self.say(path, f"{taken}: ta bort raden; det är filens plats som säger det")
            fields.pop(taken)
        return self.model(Indicator, path, {"id": path.stem, "theme": path.parent.name, **fields})

    def regions(self, path: Path) -> list[Region]:
        """The rows of the regions file."""
        try:
            rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        except OSError as err:
            self.say(path, f"går inte att läsa: {err.strerror}")
            return []
        found = [self.model(Region, path, {k: v for k, v in row.items() if k}) for row in rows]
        return [region for region in found if region]


def indicator_files(folder: Path) -> list[Path]:
    """Every indicator file below the catalogue folder, sorted; a leading underscore is not an indicator."""
    return sorted(p for p in folder.glob("*/*.toml") if not p.name.startswith("_"))


def read_catalogue(root: Path | None = None) -> Catalogue:
    """Read and check `indicators/` and `data/reference/` of a content folder.

    Args:
        root: the content folder; default is the one in use (`RUS_CONTENT`).

    Returns:
        The whole catalogue, frozen.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    root = (root or paths.content()).resolve()
    folder, reference = root / "indicators", root / "data" / "reference"
    reader = Reader(root)
    files = indicator_files(folder)
    if not files:
        reader.problems.append("indicators: här finns inga indikatorfiler; de heter indicators/<tema>/<id>.toml")
    strategy_fields = reader.toml(folder / "_strategy.toml")
    place_fields = reader.toml(reference / "place.toml")
    catalogue = Catalogue(
        indicators={i.id: i for i in map(reader.indicator, files) if i},
        strategy=reader.model(Strategy, folder / "_strategy.toml", strategy_fields) if strategy_fields else None,
        challenge_sets=reader.many(ChallengeSet, folder / "_challenges.toml", "set"),
        themes=reader.many(Theme, folder / "_themes.toml", "theme"),
        grounds=reader.many(Ground, folder / "_grounds.toml", "ground"),
        place=reader.model(Place, reference / "place.toml", place_fields) if place_fields else None,
        regions={r.code: r for r in reader.regions(reference / "regions.csv")},
    )
    reader.problems += cross_check(catalogue, files, root)
    if reader.problems:
        raise CatalogueError(sorted(set(reader.problems)))
    return catalogue
