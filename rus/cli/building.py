"""`rus build`, `rus builds`, `rus prune`: from the content's files to a build, and what becomes of old ones."""

import json
import sys
from typing import TYPE_CHECKING

import click

from rus.cli.words import Command, Count

if TYPE_CHECKING:
    from rus.store.builds import Build


@click.command(cls=Command)
def build() -> None:
    """Gör ett nytt bygge av katalogen och uppgifterna.

    Bygget blir det som visas när det är klart. Går något fel ändras ingenting.
    """
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from rus.catalogue.read import read_catalogue
    from rus.cli.tables import console
    from rus.store import build as builder

    catalogue = read_catalogue()
    shown = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*shown, console=console(sys.stderr), transient=True) as progress:
        task = progress.add_task("Läser katalogen", total=1.0)
        made = builder.build(
            catalogue, progress=lambda words, share: progress.update(task, description=words, completed=share)
        )
    click.echo(f"Bygget {made.id} är klart: {len(catalogue.indicators)} indikatorer, {_size(made)}.")


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def builds(*, as_json: bool) -> None:
    """Visa de byggen som finns, det nyaste först."""
    from rus.cli.tables import console, table
    from rus.core import paths
    from rus.store.builds import all_builds, pointed

    found, using = all_builds(), pointed()
    rows = [
        {"id": b.id, "made_at": b.made_at.isoformat(), "current": b.id == using, "bytes": b.path.stat().st_size}
        for b in found
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    if not found:
        click.echo(f"Det finns inget bygge i {paths.store()}. Kör: rus build")
        return
    made = table("Bygge", "Gjort", "Storlek", "", right=("Storlek",))
    for b in found:
        when = b.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        made.add_row(b.id, when, _size(b), "visas nu" if b.id == using else "")
    console().print(made)


@click.command(cls=Command)
@click.option(
    "--keep",
    type=Count(),
    default=5,
    show_default="5",
    metavar="ANTAL",
    help="Så många byggen som ska vara kvar.",
)
def prune(keep: int) -> None:
    """Ta bort gamla byggen, och hämtade svar som inte behövs längre.

    Det bygge som visas tas aldrig bort. Länkar till en borttagen dataversion visar siffrorna ur historiken i stället.
    Av svaren blir de nyaste kvar, och de som historiken bygger på. Historiken rörs aldrig.
    """
    from datetime import UTC, datetime

    from rus.core.swedish import fmt, number
    from rus.ingest.pruning import prune as prune_answers
    from rus.store.builds import all_builds
    from rus.store.builds import prune as prune_builds

    gone = prune_builds(keep)
    for old in gone:
        click.echo(f"Tog bort {old.id}.")
    left = len(all_builds())
    click.echo(f"{len(gone)} borttagna, {left} kvar.")
    cleared = prune_answers(datetime.now(UTC))
    if cleared.answers:
        answers = "1 hämtat svar" if cleared.answers == 1 else f"{number(cleared.answers)} hämtade svar"
        click.echo(f"Rensade bort {answers}, {fmt(cleared.size / 1e6, decimals=1, unit='MB')}.")


def _size(build: "Build") -> str:
    from rus.core.swedish import fmt

    return fmt(build.path.stat().st_size / 1e6, decimals=1, unit="MB")
