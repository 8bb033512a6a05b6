"""`rus gaps`: how equal a measure is, between women and men, between groups and between kommuner."""

import json
from typing import TYPE_CHECKING

import click

from rus.cli.words import Command
from rus.core.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from rus.analysis.gaps import Gap
    from rus.views.equality import Along, EqualityView


@click.command(cls=Command)
@click.argument("identity", metavar="ID")
@click.option("--region", metavar="KOD", help="Regionens kod eller namn. Annars länet.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def gaps(identity: str, region: str | None, *, as_json: bool) -> None:
    """Visa skillnader mellan kvinnor och män och mellan grupper, hur säkra de är och hur de har ändrats.

    ID är indikatorns id eller titel, eller en källas id.
    """
    from rus.cli.asked import meant_by, regions_of
    from rus.cli.opened import opened
    from rus.views.equality import equality_view
    from rus.views.equality_json import pairs_as_rows

    _, store = opened()
    catalogue = store.catalogue()
    found = list(meant_by([identity], catalogue))
    if len(found) > 1:
        raise UsageError(f"{identity} finns i flera indikatorer. Välj en av {', '.join(found)}.")
    where = regions_of([region], catalogue)[0] if region else None
    view = equality_view(store, catalogue, found[0], where)
    if as_json:
        click.echo(json.dumps(pairs_as_rows(view), ensure_ascii=False, indent=1))
        return
    _print(view)


def _print(view: "EqualityView") -> None:
    from rus.cli.tables import console, table

    screen = console()
    screen.print(f"{view.indicator.title}, {view.region_name}", style="bold")
    made = table(
        *("Grund", "Grupper", "År", "Värden", "Skillnad", "Osäkerhet", "Kvot"), right=("Värden", "Skillnad", "Kvot")
    )
    for pair in view.pairs:
        if pair.gap:
            made.add_row(pair.label, " – ".join(pair.names), pair.period, *_figures(pair.gap, view.indicator.decimals))
    if made.row_count:
        screen.print(made)
    for pair in view.pairs:
        said = (
            " ".join(filter(None, (pair.text, pair.people_text, pair.time_text)))
            if pair.gap
            else f"Kan inte bedömas. {pair.reason}"
        )
        screen.print(f"{pair.label}: {said}")
    for mix in view.mixes:
        if mix.text:
            screen.print(mix.text)
    for along in view.grounds:
        _along(screen, along, view.indicator.decimals)
    _groups(screen, view)
    screen.print(f"Mellan kommuner: {view.kommuner.text or view.kommuner.reason}")
    for line in (view.wanted, *(f"Mål: {goal}." for goal in view.goals), *view.notes, view.source):
        screen.print(line)


def _groups(screen: "Console", view: "EqualityView") -> None:
    """The cross-table, what it takes in people, and who carries the differences."""
    from rus.cli.tables import table
    from rus.views.equality_carried import carried_rows, made
    from rus.views.equality_people import people_rows
    from rus.views.equality_words import carried_reason, cross_rows

    def put(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        made_ = table(*heads, right=heads[1:])
        for row in rows:
            made_.add_row(*row)
        screen.print(made_)

    if view.crossing.rows:
        screen.print(f"Kvinnor och män i grupperna: {view.crossing.tally}.")
        put(("Grupp", "År", "Kvinnor", "Män", "Skillnad", "Antal"), cross_rows(view))
    if view.third:
        screen.print(view.third)
    for part in view.effort.parts:
        screen.print(f"Personer, {part.label.lower()} {part.period}: till {part.text}.")
        put(("Grupp", "Nu", "Antal", "Behöver ändras", "Del"), people_rows(part, view.indicator.decimals))
    if view.effort.reason:
        screen.print(f"Personer: {view.effort.reason}")
    for one in made(view.carried):
        screen.print(f"{one.title}. {one.text}")
        put(("Grupp", "Av värdet", "Av storleken", "Tillsammans"), carried_rows(one))
    for said in (carried_reason(view), *(mix.alike_text for mix in view.mixes)):
        if said:
            screen.print(said)


def _figures(gap: "Gap", decimals: int) -> tuple[str, str, str, str]:
    from rus.core.swedish import number

    least = max(decimals, 1)
    limits = gap.difference.interval
    sure = f"{number(limits.lower, least)} till {number(limits.upper, least)}" if limits else "ej beräknad"
    return (
        f"{number(gap.first.value, decimals)} / {number(gap.second.value, decimals)}",
        number(gap.difference.value, decimals, sign=True),
        sure,
        number(gap.ratio, 2) if gap.ratio is not None else "–",
    )


def _along(screen: "Console", along: "Along", decimals: int) -> None:
    """Every group, and the measures that need them all; the same reason is said once."""
    from rus.core.swedish import number

    label = along.pair.label
    groups = [f"{g.label} {number(g.value, decimals)}" for g in along.groups if g.value is not None]
    if groups:
        screen.print(f"{label}, alla grupper: {', '.join(groups)}.")
    if along.slope.sii is not None or along.spread.measures:
        screen.print(f"{label}: {along.slope_text}")
    measured = [f"{m.label} {number(m.value, 2)} {m.unit}".strip() for m in along.measures if m.value is not None]
    if measured:
        screen.print(f"{label}, fler mått: {', '.join(measured)}. {along.spread.assumption}".strip())
    elif along.spread.reason and along.spread.reason != along.pair.reason:
        screen.print(f"{label}, fler mått räknas inte. {along.spread.reason}")
