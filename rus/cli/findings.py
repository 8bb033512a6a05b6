"""`rus findings`: what deserves attention in the place, a challenge area or a kommun."""

import json
from typing import TYPE_CHECKING

import click

from rus.cli.words import Command, nearest
from rus.core.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from rus.catalogue.catalogue import Catalogue
    from rus.views.findings import FindingsView
    from rus.views.findings_lines import Line


@click.command(cls=Command)
@click.option("--challenge", metavar="OMRÅDE", help="Bara ett utmaningsområde, till exempel inkludering.")
@click.option("--region", metavar="KOD", help="Regionens kod eller namn. Annars länet.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def findings(challenge: str | None, region: str | None, *, as_json: bool) -> None:
    """Visa vad som sticker ut: säkra förändringar, säkra skillnader och kommuner som avviker från sin egen trend."""
    from rus.cli.asked import regions_of
    from rus.cli.opened import opened
    from rus.views.findings import findings as found

    _, store = opened()
    catalogue = store.catalogue()
    _known(challenge, catalogue)
    where = regions_of([region], catalogue)[0] if region else None
    view = found(store, catalogue, where, challenge)
    if as_json:
        click.echo(json.dumps(view.records, ensure_ascii=False, indent=1, allow_nan=False))
        return
    _print(view)


def _known(challenge: str | None, catalogue: "Catalogue") -> None:
    known = [c.id for c in catalogue.challenges]
    if challenge is not None and challenge not in known:
        raise UsageError(
            f"Utmaningsområdet {challenge} finns inte.{nearest(challenge, known)} Områdena: {', '.join(known)}."
        )


def _print(view: "FindingsView") -> None:
    from rus.cli.tables import console

    screen = console()
    screen.print(view.region_name, style="bold")
    for head in view.heads:
        screen.print(f"{head.status.words}: {head.count}. {head.text}")
    if view.silent:
        screen.print(view.silent)
    else:
        _lines(screen, "Säkra förändringar", view.changes)
        _lines(screen, "Säkra skillnader", view.gaps)
        _lines(screen, "Avviker från sin egen trend", view.deviations)
    if view.uncounted:
        screen.print(f"{view.uncounted} skillnader har ingen beräknad osäkerhet och kan därför inte vara säkra.")
    if view.unmeasured:
        screen.print(f"{view.unmeasured} mått har inga siffror här.")
    screen.print(view.method)


def _lines(screen: "Console", title: str, lines: "tuple[Line, ...]") -> None:
    from rus.cli.tables import table

    if not lines:
        screen.print(f"{title}: inga.")
        return
    made = table("", title, "Region", "Bedömning", "I ord", right=("",))
    for line in lines:
        made.add_row(str(line.finding.rank), line.of.indicator.id, line.region_name, line.status.words, line.text)
    screen.print(made)
