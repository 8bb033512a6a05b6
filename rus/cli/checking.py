"""`rus check` and `rus new`: for the person who edits the catalogue."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rus.cli.skeleton import skeleton
from rus.cli.words import Command, nearest
from rus.core.errors import CatalogueError, ExportError, UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue


@click.command(cls=Command)
def check() -> None:
    """Kontrollera alla filer i katalogen.

    Alla fel i alla filer visas på en gång, med fil, nyckel och vad som ska göras.
    """
    from rus.catalogue.project import read_projects
    from rus.catalogue.read import read_catalogue

    try:
        catalogue = read_catalogue()
    except CatalogueError as err:
        raise CatalogueError([*err.problems, *_of_projects()]) from err
    projects = read_projects(None, catalogue)
    wanted = sum(i.state == "wanted" for i in catalogue.indicators.values())
    more = [f"{wanted} är önskade och saknar data."] if wanted else []
    more += [f"{len(projects)} projekt."] if projects else []
    click.echo(" ".join([f"{len(catalogue.indicators)} indikatorer, inga fel.", *more]))


def _of_projects() -> list[str]:
    """What is wrong with the project files, as far as it can be seen without the catalogue."""
    from rus.catalogue.project import read_projects

    try:
        read_projects(None, None)
    except CatalogueError as err:
        return err.problems
    return []


@click.command(cls=Command)
@click.argument("address", metavar="TEMA/ID")
@click.option("--kolada", metavar="ID", help="Kolada-id som serien hämtas från, till exempel N02267.")
def new(address: str, kolada: str | None) -> None:
    """Skapa en fil för en ny indikator, med kommentarer om vad som ska stå.

    Filen heter indicators/TEMA/ID.toml. Fyll i det tomma och kör `rus check`.
    """
    from rus.core import paths

    theme, _, identity = address.removesuffix(".toml").rpartition("/")
    path = paths.indicators() / theme / f"{identity}.toml"
    catalogue = _as_it_is()
    _check_address(theme, identity, catalogue)
    if kolada and not re.fullmatch(r"[NU]\d{5}", kolada):
        raise UsageError(f"{kolada} är inget Kolada-id. Ett sådant är N eller U och fem siffror, till exempel N02267.")
    taken = catalogue.indicators.get(identity) if catalogue else None
    if path.exists() or taken:
        where = path if path.exists() else paths.indicators() / (taken.theme if taken else "") / path.name
        raise UsageError(f"{where} finns redan. Välj ett annat id, eller ändra i den filen.")
    _write(path, skeleton(catalogue, kolada))
    click.echo(f"Skapade {path}.\nFyll i det som är tomt och kör `rus check`.")


def _as_it_is() -> "Catalogue | None":
    """The catalogue, if it can be read: a file elsewhere may be broken just when someone adds a new one."""
    from rus.catalogue.read import read_catalogue
    from rus.core.errors import CatalogueError

    try:
        return read_catalogue()
    except CatalogueError:
        return None


def _check_address(theme: str, identity: str, catalogue: "Catalogue | None") -> None:
    if not theme:
        raise UsageError(f"{identity}: skriv också tema, till exempel arbete/{identity}.")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identity):
        raise UsageError(f"{identity} kan inte vara ett id: använd små bokstäver a–z, siffror och bindestreck.")
    known = [t.id for t in catalogue.themes] if catalogue else [theme]
    if theme not in known:
        raise UsageError(f"Temat {theme} finns inte.{nearest(theme, known)} Teman: {', '.join(known)}.")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as err:
        raise ExportError(f"{path}: går inte att skriva ({err.strerror}). Se över rättigheterna till mappen.") from err
