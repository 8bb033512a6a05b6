"""`rus goals --followup`: from the goals to the gaps that are left, and what the figures propose."""

import json
from typing import TYPE_CHECKING

import click

from rus.core.errors import UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue
    from rus.store.store import Store
    from rus.views.followup import FollowupView


def show_followup(store: "Store", catalogue: "Catalogue", places: list[str], *, as_json: bool) -> None:
    """Print gemensam uppföljning of one region.

    Raises:
        UsageError: More than one region is asked for.
    """
    from rus.views.followup import followup_views
    from rus.views.followup_sheet import followup_json

    if len(places) > 1:
        raise UsageError(f"Gemensam uppföljning görs för en region i taget. Välj en av {', '.join(places)}.")
    view = followup_views(store, catalogue, places[0])["alla"]
    if as_json:
        click.echo(json.dumps(followup_json(view, catalogue), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        _print(view, catalogue)


def _print(view: "FollowupView", catalogue: "Catalogue") -> None:
    from rus.cli.tables import console, table
    from rus.views.followup_words import METHOD, PEOPLE_DECIDE, decisions

    screen = console()
    screen.print(f"Gemensam uppföljning, {view.region_name}", style="bold")
    if view.whose:
        screen.print(view.whose)
    made = table("Effektmål", "Mått", "Nu", "Önskat läge", "Gap", "Bedömning", "Områden")
    for branch in view.branches:
        for line in branch.lines:
            status = f"{line.status.words}{', säkert' if line.distance.certain else ''}"
            made.add_row(
                branch.name, line.name, f"{line.now} ({line.year})", line.desired, line.gap, status, line.areas or "–"
            )
        if branch.unknown:
            made.add_row(branch.name, f"{len(branch.unknown)} kan inte bedömas", *["–"] * 5)
    screen.print(made)
    screen.print("Förslag från siffrorna", style="bold")
    for p in view.proposals:
        screen.print(f"{p.rank or '–'} {p.title}: {p.advice}")
        for line in p.evidence:
            screen.print(f"   {line.name}: {line.reason}")
    screen.print(PEOPLE_DECIDE)
    for d in decisions(catalogue):
        screen.print(f"{d.what}. {d.when}. {d.source}")
    screen.print(METHOD)
