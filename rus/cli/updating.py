"""`rus update` and `rus try`: figures from the statistics services."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rus.cli.bar import bar
from rus.cli.words import Command
from rus.core.errors import ExportError, UsageError

if TYPE_CHECKING:
    from rus.ingest.live_check import Answer
    from rus.ingest.report import Outcome, Report

NAMED = 6
"""Ended series that are named one by one."""


class Day(click.ParamType[date]):
    """A day, as 2026-11-25."""

    name = "dag"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or an error that shows how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} är ingen dag; skriv den så här: 2026-11-25.", param, ctx)


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--source", metavar="KÄLLA", help="Bara en källa: kolada, pxweb2, pxweb1, own eller en ägare som SCB.")
@click.option("--since", type=Day(), metavar="DAG", help="Bara det som källan har ändrat sedan dess. Frågar alltid.")
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle hämtas. Inget sparas.")
@click.option("--offline", is_flag=True, help="Utan nät: läs om de svar som redan är hämtade.")
@click.option("--quiet", is_flag=True, help="Säg bara vad som gick fel, för körning på bestämda tider.")
@click.option("--json-report", type=click.Path(path_type=Path), metavar="FIL", help="Skriv hela resultatet som JSON.")
def update(ids: tuple[str, ...], json_report: Path | None, *, quiet: bool, **given: Any) -> int:  # noqa: ANN401  # click's
    """Hämta nya uppgifter från källorna och gör ett nytt bygge.

    ID är indikatorer eller källornas id; utan ID hämtas alla. Det som misslyckas behåller sina gamla uppgifter.
    """
    from rus.catalogue.read import read_catalogue
    from rus.cli.asked import meant_by, parts
    from rus.ingest.plan import Order
    from rus.ingest.services import live_services
    from rus.ingest.update import update as bring

    catalogue = read_catalogue()
    order = Order(ids=meant_by(parts(ids), catalogue), **given)
    try:
        with _stops_as_ctrl_c(), bar(quiet=quiet) as say:
            report = bring(catalogue, order, live_services(catalogue), say)
    except KeyboardInterrupt:
        click.echo("Avbrutet. Det som hämtats är kvar: kör igen inom ett dygn, så fortsätter det därifrån.", err=True)
        return 130
    if json_report:
        _write(json_report, report.to_json())
    _show(report, quiet=quiet)
    return report.exit_code


@contextmanager
def _stops_as_ctrl_c() -> Iterator[None]:
    """Let a polite kill (systemd, Task Scheduler) end the run as Ctrl-C does."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        earlier = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not the main thread: nobody can send it a signal
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, earlier)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as err:
        raise ExportError(f"{path}: går inte att skriva ({err.strerror}). Välj en annan plats.") from err


def _show(report: "Report", *, quiet: bool) -> None:
    for reason, names in _reasons(report.failures).items():
        more = f" och {len(names) - 3} till" if len(names) > 3 else ""
        click.echo(f"{'; '.join(names[:3])}{more}: {reason}", err=True)
    if report.trouble:
        click.echo(report.trouble, err=True)
    if quiet:
        return
    shown = [o for o in report.outcomes if o.state == "ny" or (report.dry_run and o.state == "hoppad")]
    if shown:
        _table(shown, dry_run=report.dry_run)
    words = {"ny": "med nytt", "oförändrad": "utan nytt", "fel": "med fel", "hoppad": "överhoppade"}
    click.echo(f"{_many(len(report.outcomes), 'serie', 'serier')}: {_counted(report.states, words)}.")
    if report.dry_run:
        return
    words = {"new": "nya", "revised": "ändrade", "withdrawn": "återkallade"}
    spent = f"{_many(report.requests, 'fråga', 'frågor')}, {_many(round(report.seconds), 'sekund', 'sekunder')}"
    click.echo(f"Värden: {_counted(report.figures, words)}. {spent}.")
    if report.left_out:
        left_out = _many(report.left_out, "serie följer", "serier följer")
        click.echo(f"{left_out} med som fil och har ingen tjänst att hämta från.")
    if report.ended:
        click.echo(ended_in_words(report.ended))
    if report.build:
        click.echo(f"Bygget {report.build} visas nu.")
    elif not report.trouble:
        click.echo("Inget nytt bygge behövdes.")


def ended_in_words(ended: dict[str, str]) -> str:
    """One calm line about the series that their owners have ended."""
    names = list(ended)
    more = f" och {len(names) - NAMED} till" if len(names) > NAMED else ""
    count = _many(len(names), "serie är avslutad", "serier är avslutade")
    return f"{count} hos källan och hämtas inte mer; siffrorna är kvar: {', '.join(names[:NAMED])}{more}."


def _reasons(failures: "list[Outcome]") -> dict[str, list[str]]:
    """Each reason in one line, and the series it is given for: a service that is down is told of once."""
    found: dict[str, list[str]] = {}
    for o in failures:
        name = f"{', '.join(o.indicators)}, {o.series}{'' if o.confirmed else ' (obekräftat id)'}"
        found.setdefault(" ".join(o.message.split("\n")), []).append(name)
    return found


def _counted(counts: dict[str, int], words: dict[str, str]) -> str:
    from rus.core.swedish import listing, number

    return listing(f"{number(counts[name])} {word}" for name, word in words.items())


def _many(count: int, one: str, several: str) -> str:
    from rus.core.swedish import number

    return f"{number(count)} {one if count == 1 else several}"


def _table(outcomes: "list[Outcome]", *, dry_run: bool) -> None:
    from rus.cli.tables import console, table
    from rus.core.swedish import number

    names = () if dry_run else ("Nya", "Ändrade", "Återkallade")
    made = table("Indikator", "Serie", *names, "", right=names)
    for o in outcomes:
        counts = () if dry_run else map(number, (o.new, o.revised, o.withdrawn))
        made.add_row(", ".join(o.indicators), o.series, *counts, o.message)
    console().print(made)


@click.command("try", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--region", "regions", multiple=True, metavar="REGION", help="Koder eller namn. Annars länet och riket.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def try_(ids: tuple[str, ...], regions: tuple[str, ...], *, as_json: bool) -> int:
    """Hämta en indikator och visa vad källan svarar. Inget sparas.

    Bra när en ny indikator läggs till: stämmer id, enhet, kön och perioder?
    """
    from rus.catalogue.read import read_catalogue
    from rus.cli.asked import meant_by, parts, regions_of
    from rus.ingest.live_check import answers
    from rus.ingest.plan import Order
    from rus.ingest.services import live_services

    catalogue = read_catalogue()
    order = Order(ids=meant_by(parts(ids), catalogue))
    chosen = tuple(regions_of(parts(regions), catalogue)) or (catalogue.here.country, catalogue.here.region)
    with _stops_as_ctrl_c(), bar() as say:
        found = list(answers(catalogue, order, live_services(catalogue), chosen, say))
    if not found:
        raise UsageError(f"{', '.join(order.ids)}: ingen av serierna hämtas från en tjänst. Se `rus list --json`.")
    for answer in found:
        if answer.trouble:
            click.echo(f"{answer.target.key}: {answer.trouble}", err=True)
    if as_json:
        rows = [{"series": a.target.key, **row} for a in found if a.rows for row in a.rows.to_pylist()]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print(found)
    return int(any(answer.trouble for answer in found))


def _said_of(answer: "Answer") -> Iterator[str]:
    """What the source says of the whole table: unit, when it was updated, notes, signs that nothing explains."""
    told = {k.decode(): v.decode() for k, v in ((answer.rows and answer.rows.schema.metadata) or {}).items()}
    for name, word in (("unit", "enhet"), ("updated", "uppdaterad")):
        if told.get(name):
            yield f"{word} {told[name]}"
    signs = json.loads(told.get("unknown_symbols", "[]"))
    if signs:
        yield f"okända tecken {', '.join(signs)}"
    yield from (" ".join(note.split()) for note in json.loads(told.get("notes", "[]")))


def _print(found: "list[Answer]") -> None:
    from rus.cli.tables import console, table
    from rus.views.choice import SEX_WORDS

    names = ("Serie", "Region", "Period", "Kön", "Värde hos källan", "Status", "Tecken")
    made = table(*names, right=("Värde hos källan",))
    order = [(name, "ascending") for name in ("region", "sex", "period")]
    for answer in found:
        for row in answer.rows.sort_by(order).to_pylist() if answer.rows else ():
            value = "" if row["value"] is None else f"{row['value']:.15g}".replace(".", ",")
            signs = (row["status"] or "", row["symbol"] or "")
            made.add_row(answer.target.key, row["region"], row["period"], SEX_WORDS[row["sex"]], value, *signs)
    console().print(made)
    for answer in found:
        for line in _said_of(answer):
            click.echo(f"{answer.target.key}: {line}")
    click.echo("Inget är sparat. Stämmer det, kör `rus update` med samma id.")
