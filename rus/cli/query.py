"""`rus query`: the figures themselves, in the same files as the pages give."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from rus.cli.words import Command, OneOf
from rus.core.errors import ExportError, UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue
    from rus.store.store import Store
    from rus.views.sheet import Sheet

_ENDINGS = {".csv": "csv", ".json": "json", ".parquet": "parquet", ".xlsx": "xlsx", ".txt": "table"}
FORMATS = ["table", "csv", "csv-excel", "json", "parquet", "xlsx"]


class Asked(TypedDict):
    """The words of the question, as they were written."""

    ids: tuple[str, ...]
    region: tuple[str, ...]
    sex: tuple[str, ...]
    years: str | None
    group: tuple[str, ...]
    form: str | None
    output: str | None
    build_id: str | None
    as_of: str | None


@click.command(cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID")
@click.option("--region", multiple=True, metavar="KOD,…", help="Regioners koder eller namn. Annars alla.")
@click.option("--sex", multiple=True, metavar="KÖN,…", help="women, men, total. Annars alla.")
@click.option("--years", metavar="FRÅN:TILL", help="Till exempel 2010:2022, 2010: eller 2022. Annars alla.")
@click.option(
    "--group",
    multiple=True,
    metavar="GRUND=VÄRDE",
    help="Till exempel background=born_abroad. Flera grunder ger en kombinerad grupp; total är ingen uppdelning. "
    "Annars alla grupper.",
)
@click.option(
    "--format", "form", type=OneOf(FORMATS), help="Annars det som filens namn säger, eller en tabell på skärmen."
)
@click.option("-o", "--output", metavar="FIL", help="Skriv till en fil (eller en mapp) i stället för till skärmen.")
@click.option("--build", "build_id", metavar="BYGGE", help="Som det var i ett tidigare bygge, se `rus builds`.")
@click.option("--as-of", metavar="DAG", help="Det som var känt den dagen (2026-11-25), med katalogen som den var då.")
def query(**asked: Unpack[Asked]) -> None:
    """Hämta uppgifter om en eller flera indikatorer.

    ID är indikatorns id eller titel, eller källans id (till exempel N02267) för bara den serien. Flera skrivs med
    komma emellan.
    """
    from rus.cli.opened import opened

    form = _form(asked["form"], asked["output"])
    build, store = opened(asked["build_id"], asked["as_of"])
    catalogue = store.catalogue()
    sheet = ask(store, catalogue, asked, build.id)
    if sheet.rows.empty:
        click.echo(_why_empty(catalogue, asked), err=True)
    _deliver(sheet, form, asked["output"])


def ask(store: "Store", catalogue: "Catalogue", asked: Asked, build: str) -> "Sheet":
    """The answer as a sheet: the same one a page makes of the same choices."""
    from rus.cli.asked import groups_of, meant_by, parts, regions_of, sexes_of, years_of
    from rus.views.choice import Choice
    from rus.views.sheet import sheet_of

    meant = meant_by(parts(asked["ids"]), catalogue)
    regions, sexes = regions_of(parts(asked["region"]), catalogue), sexes_of(parts(asked["sex"]))
    groups, (first, last) = groups_of(asked["group"], catalogue), years_of(asked["years"])
    rows = store.observations(
        indicators=list(meant),
        regions=regions or None,
        sexes=list(sexes) or None,
        groups=groups,
        first=first,
        last=last,
    )
    choice = Choice(regions=tuple(regions), sexes=tuple(sexes), years=(first, last) if first and last else None)
    for identity, series in meant.items():
        if series:
            rows = rows[(rows["indicator"] != identity) | rows["series"].isin(series)]
    titles = [catalogue.indicators[i].title for i in meant]
    title = titles[0] if len(titles) == 1 else f"{len(titles)} indikatorer: {', '.join(titles)}"
    return sheet_of(rows, catalogue, choice, title=title, build=build)


def _form(form: str | None, output: str | None) -> str:
    if form or output in {None, "-"}:
        return form or "table"
    ending = Path(output or "").suffix.lower()
    if ending not in _ENDINGS and not Path(output or "").is_dir():
        raise UsageError(f"{output}: filens namn säger inte vilket format det ska vara. Lägg till --format.")
    return _ENDINGS.get(ending, "xlsx")


def _why_empty(catalogue: "Catalogue", asked: Asked) -> str:
    """What the indicators do have, for someone who got nothing."""
    from rus.cli.asked import meant_by, parts

    said = []
    for identity in meant_by(parts(asked["ids"]), catalogue):
        indicator = catalogue.indicators[identity]
        if indicator.state == "wanted":
            said.append(f"Inga uppgifter för {identity}: {indicator.missing}")
        else:
            said.append(f"Inga uppgifter för {identity} med de valen. Se vad som finns: `rus list {identity}`.")
    return "\n".join(said)


def _deliver(sheet: "Sheet", form: str, output: str | None) -> None:
    from rus.cli.tables import print_rows

    if form == "table" and output in {None, "-"}:
        print_rows(sheet)
        return
    body = _writers()[form](sheet)
    if output and output != "-":
        _save(body, Path(output), f"{sheet.filename}.{form.replace('csv-excel', 'csv').replace('table', 'txt')}")
        return
    screen = sys.stdout.buffer
    if form in {"parquet", "xlsx"} and screen.isatty():
        raise UsageError(f"{form} går inte att visa på skärmen. Lägg till -o FIL.")
    screen.write(body)
    screen.flush()


def _writers() -> "dict[str, Callable[[Sheet], bytes]]":
    from rus.cli.tables import rows_as_text
    from rus.exports.csv import csv_excel, csv_machine
    from rus.exports.data import json_rows, parquet
    from rus.exports.xlsx import xlsx

    return {
        "table": rows_as_text,
        "csv": csv_machine,
        "csv-excel": csv_excel,
        "json": json_rows,
        "parquet": parquet,
        "xlsx": xlsx,
    }


def _save(body: bytes, path: Path, name: str) -> None:
    """Put the file in place whole, or not at all."""
    path = path / name if path.is_dir() else path
    working = path.with_name(f".{path.name}.tmp")
    try:
        working.write_bytes(body)
        os.replace(working, path)  # noqa: PTH105  # named so because it replaces on every system
    except OSError as err:
        working.unlink(missing_ok=True) if path.parent.is_dir() else None
        raise ExportError(f"{path}: går inte att skriva ({_why(err)}). Välj en annan plats med -o.") from err
    click.echo(f"Skrev {path}.", err=True)


def _why(err: OSError) -> str:
    words = {FileNotFoundError: "mappen finns inte", PermissionError: "du får inte skriva där"}
    return words.get(type(err), err.strerror or "okänt fel")
