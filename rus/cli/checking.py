"""`rus check` and `rus new`: for the person who edits the catalogue."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rus.cli.skeleton import skeleton
from rus.cli.words import Command, nearest
from rus.core.errors import CatalogueError, ExportError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rus.catalogue.catalogue import Catalogue

NO_CONTACT = (
    "Varning: {path}: contact saknas. Skriv adressen dit den som hittar en brist kan höra av sig, till exempel "
    'contact = "namn@exempel.se". Tills den finns ber sidan Om läsaren att vända sig till {actor}.'
)


@click.command(cls=Command)
@click.option("--live", is_flag=True, help="Fråga också källorna om varje serie. Inget sparas.")
def check(*, live: bool) -> int:
    """Kontrollera alla filer i katalogen.

    Alla fel i alla filer visas på en gång, med fil, nyckel och vad som ska göras.
    """
    from rus.catalogue.accessibility import PATH, read_statement
    from rus.catalogue.project import read_projects
    from rus.catalogue.read import read_catalogue
    from rus.texts.stories import read_stories

    try:
        catalogue = read_catalogue()
    except CatalogueError as err:
        raise CatalogueError([*err.problems, *_of_projects()]) from err
    projects, stories, sets, chapters, _ = _tried(
        lambda: len(read_projects(None, catalogue)),
        lambda: len(read_stories()),
        lambda: _of_sets(catalogue),
        lambda: _of_report(catalogue),
        lambda: int(read_statement() is not None),
    )
    statement = read_statement()
    wanted = sum(i.state == "wanted" for i in catalogue.indicators.values())
    more = [f"{wanted} är önskade och saknar data."] if wanted else []
    more += [f"{projects} projekt."] if projects else []
    more += [f"{stories} presentationer."] if stories > 1 else []
    more += [f"{chapters} kapitel i rapporten."] if chapters else []
    more += [f"{sets} samlingar."] if sets > 1 else []
    click.echo(" ".join([f"{len(catalogue.indicators)} indikatorer, inga fel.", *more]))
    if statement and not (statement.contact or catalogue.here.contact):
        click.echo(NO_CONTACT.format(path=PATH.as_posix(), actor=statement.actor), err=True)
    return _ask_live(catalogue) if live else 0


def _tried(*reads: "Callable[[], int]") -> list[int]:
    """How many each finds.

    Raises:
        CatalogueError: with every problem that any of them has.
    """
    found, problems = [], []
    for read in reads:
        try:
            found.append(read())
        except CatalogueError as err:
            problems += err.problems
    if problems:
        raise CatalogueError(problems)
    return found


def _of_sets(catalogue: "Catalogue") -> int:
    """How many sets of views ship with the content, each view tried on the pages and the catalogue.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    from rus.core import paths
    from rus.texts.sets import read_sets
    from rus.views.sets import file_faults

    sets = read_sets()
    texts = {key: (paths.view_sets() / f"{key}.toml").read_text(encoding="utf-8") for key in sets}
    wrong = {key: file_faults(texts[key], body, catalogue) for key, body in sets.items()}
    if problems := [f"data/views/{key}.toml{line}" for key, lines in wrong.items() for line in lines]:
        raise CatalogueError(problems)
    return len(sets)


def _of_report(catalogue: "Catalogue") -> int:
    """How many chapters the report has texts for, each tried on the figures of the current build.

    Without a build only the names and the form of the texts are tried.

    Raises:
        CatalogueError: with one line for every problem in every text.
    """
    from rus.store.builds import in_use
    from rus.store.store import open_store
    from rus.texts.report import read_report
    from rus.views.report import check_report

    files = read_report()
    build = in_use() if files else None
    problems = check_report(open_store(build) if build else None, catalogue, files)
    if problems:
        raise CatalogueError(problems)
    return len(files)


def _ask_live(catalogue: "Catalogue") -> int:
    """Every live series asked of its service; 1 where a confirmed one does not answer."""
    from rus.cli.bar import bar
    from rus.cli.updating import ended_in_words
    from rus.ingest.live_check import answers, few_regions
    from rus.ingest.plan import Order
    from rus.ingest.services import live_services

    with bar() as say:
        found = list(answers(catalogue, Order({}), live_services(catalogue), few_regions(catalogue), say))
    lost = 0
    for answer in found:
        series, where = answer.target.series, _files(answer.target.indicators, catalogue)
        if answer.trouble and series.confirmed:
            lost += 1
            click.echo(f"{where}: {series.key} svarar inte som väntat. {answer.trouble}", err=True)
        elif answer.trouble:
            click.echo(f"{where}: {series.key} är fortfarande obekräftad. {answer.trouble}", err=True)
        elif not series.confirmed:
            click.echo(f"{where}: {series.key} svarar. Ta bort confirmed = false.")
    ended = {s.key: s.retired for i in catalogue.indicators.values() for s in i.series if s.retired}
    if ended:
        click.echo(ended_in_words(ended))
    good = sum(answer.trouble is None for answer in found)
    click.echo(f"{good} av {len(found)} serier svarar.")
    return int(lost > 0)


def _files(indicators: tuple[str, ...], catalogue: "Catalogue") -> str:
    return ", ".join(f"indicators/{catalogue.indicators[i].theme}/{i}.toml" for i in indicators)


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

    own/FIL, till exempel own/nki.csv, ger i stället en tom tabell att fylla i med egna siffror.
    """
    from rus.core import paths

    if address.startswith("own/"):
        _own_sheet(address.removeprefix("own/"))
        return
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


def _own_sheet(name: str) -> None:
    from rus.catalogue.read import read_catalogue
    from rus.cli.own_sheet import write_own_sheet

    path = write_own_sheet(name, read_catalogue())
    click.echo(f"Skapade {path}.\nFyll i den, ta bort rader som inte används och kör `rus update --source own`.")


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
