"""`rus goals`: how each goal goes, and everything its status was computed from."""

import json
from typing import TYPE_CHECKING

import click

from rus.cli.words import Command, nearest
from rus.core.errors import UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue
    from rus.views.goals import GoalRow

SEX = {"total": "alla", "women": "kvinnor", "men": "män"}


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--region", multiple=True, metavar="KOD,…", help="Regioners koder eller namn. Annars länet.")
@click.option("--challenge", metavar="OMRÅDE", help="Bara ett utmaningsområde, till exempel inkludering.")
@click.option("--followup", is_flag=True, help="Gemensam uppföljning: gap under varje effektmål, och förslag.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def goals(
    ids: tuple[str, ...], region: tuple[str, ...], challenge: str | None, *, followup: bool, as_json: bool
) -> None:
    """Visa hur det går med målen: läge, takt och bedömning.

    ID är indikatorns id eller titel. Med ett ID visas hela uträkningen.
    """
    from rus.cli.asked import parts, regions_of
    from rus.cli.opened import opened
    from rus.views.goals import Asked, goal_rows

    _, store = opened()
    catalogue = store.catalogue()
    places = regions_of(parts(region), catalogue) or [catalogue.here.region]
    if followup:
        from rus.cli.followup import show_followup

        if ids or challenge:
            raise UsageError("--followup gäller alla mål. Ta bort ID och --challenge.")
        show_followup(store, catalogue, places, as_json=as_json)
        return
    wanted = _wanted(ids, challenge, catalogue)
    rows = goal_rows(store, catalogue, Asked(tuple(places), wanted)) if wanted is not None else ()
    if as_json:
        click.echo(json.dumps([row.record for row in rows], ensure_ascii=False, indent=1, allow_nan=False))
    elif not rows:
        click.echo("Inga mål med de valen.")
    elif ids:
        _explain(rows)
    else:
        _print(rows)


def _wanted(ids: tuple[str, ...], challenge: str | None, catalogue: "Catalogue") -> tuple[str, ...] | None:
    """Ids of the indicators asked for; empty for all, None where no goal is left."""
    from rus.cli.asked import meant_by, parts

    named = list(meant_by(parts(ids), catalogue))
    if challenge is None:
        return tuple(named)
    known = [c.id for c in catalogue.challenges]
    if challenge not in known:
        raise UsageError(
            f"Utmaningsområdet {challenge} finns inte.{nearest(challenge, known)} Områdena: {', '.join(known)}."
        )
    serving = [i.id for i in catalogue.of_challenge(challenge) if not named or i.id in named]
    return tuple(serving) or None


def _print(rows: "tuple[GoalRow, ...]") -> None:
    from rus.cli.tables import console, table
    from rus.core.swedish import number

    made = table("Indikator", "Mål", "Region", "Kön", "Grupp", "År", "Nu", "Bedömning", "Skäl", right=("Nu",))
    for row in rows:
        now = row.progress.newest
        value = number(now[1], row.indicator.decimals) if now else "–"
        words = (row.region_name, SEX[row.sex], row.group_label, str(now[0]) if now else "–", value)
        made.add_row(row.indicator.id, row.wish, *words, row.status.words, row.progress.reason)
    screen = console()
    screen.print(made)
    screen.print(f"{len(rows)} bedömningar." if len(rows) != 1 else "1 bedömning.")


def _explain(rows: "tuple[GoalRow, ...]") -> None:
    from rus.cli.tables import console, table
    from rus.views.goal_change import explained

    screen = console()
    for row in rows:
        made = table(f"{row.indicator.title}", f"{row.region_name}, {SEX[row.sex]}, {row.group_label}")
        for name, text in explained(row):
            made.add_row(name, text)
        screen.print(made)
