"""`rus changes`: what has become known since a day or a build."""

import json
import sys
from typing import TYPE_CHECKING

import click

from rus.cli.words import Command

if TYPE_CHECKING:
    import pandas as pd

    from rus.catalogue.catalogue import Catalogue

KINDS = {
    "new_period": "ny period",
    "added": "ny siffra",
    "revised": "reviderad",
    "withdrawn": "återkallad",
    "definition": "ändrad definition",
    "retired": "avslutad serie",
}
_NUMBERS = ("old", "new")


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option(
    "--since",
    metavar="BYGGE|DAG",
    help="Ett bygge, se `rus builds`, eller en dag: 2026-11-25. Annars de senaste 30 dagarna.",
)
@click.option("--json", "as_json", is_flag=True, help="Varje ändring för sig som JSON, för program.")
def changes(ids: tuple[str, ...], since: str | None, *, as_json: bool) -> None:
    """Visa vad som har blivit känt sedan en dag eller ett bygge.

    Nya perioder, siffror som källan har ändrat eller tagit tillbaka, ändrade definitioner och avslutade serier.
    Utan ID visas alla indikatorer.
    """
    from datetime import date, timedelta

    from rus.cli.asked import meant_by, parts
    from rus.cli.opened import opened
    from rus.store.moments import read_moment

    start = read_moment(since) if since else date.today() - timedelta(days=30)  # the day here
    _, store = opened()
    catalogue = store.catalogue()
    chosen = list(meant_by(parts(ids), catalogue)) if ids else None
    rows = store.changes(start, indicators=chosen)
    if as_json:
        _print_json(rows)
    elif rows.empty:
        click.echo(f"Inget har blivit känt sedan {since or start}. Hämta nya uppgifter: rus update")
    else:
        _print(rows, catalogue)


def _print_json(rows: "pd.DataFrame") -> None:
    found = []
    for row in rows.to_dict("records"):
        told = {str(name): None if value != value else value for name, value in row.items()}  # nan is not itself
        found.append(told | {"known_from": row["known_from"].isoformat() + "Z"})
    body = ",\n".join(json.dumps(told, ensure_ascii=False) for told in found)
    click.echo(f"[\n{body}\n]" if found else "[]")


def _print(rows: "pd.DataFrame", catalogue: "Catalogue") -> None:
    """One line for each indicator and kind, and every changed word in full."""
    from rus.cli.tables import console, table
    from rus.core.swedish import fmt
    from rus.views.quality_changes import computed_words

    made = table("Indikator", "Vad", "Antal", "Perioder", "Störst ändring", "Känt", right=("Antal",))
    figures, words = rows[rows["words"] == ""], rows[rows["words"] != ""]
    for (identity, kind), some in figures.groupby(["indicator", "kind"], sort=True):
        periods = sorted(set(some["period"]))
        span = periods[0] if len(periods) == 1 else f"{periods[0]}–{periods[-1]}"
        when = f"{some['known_from'].max():%Y-%m-%d}"
        made.add_row(str(identity), KINDS[str(kind)], fmt(len(some)), span, _largest(some, catalogue), when)
    if len(figures):
        console(sys.stdout).print(made)
        computed = computed_words(catalogue, rows)
        if computed:
            click.echo(computed)
    for row in words.to_dict("records"):
        click.echo(f"{row['known_from']:%Y-%m-%d} {row['indicator']}: {row['words']}")


def _largest(some: "pd.DataFrame", catalogue: "Catalogue") -> str:
    """The revision that changed a figure most, from and to."""
    from rus.core.swedish import fmt

    if set(some["kind"]) != {"revised"}:
        return ""
    size = (some["new"] - some["old"]).abs().fillna(0.0)
    row = some.iloc[int(size.to_numpy().argmax())]
    indicator = catalogue.indicators.get(str(row["indicator"]))
    old, new = (fmt(float(row[name]), decimals=indicator.decimals if indicator else 1) for name in _NUMBERS)
    return f"{row['region_name']}, {row['period']}: {old} → {new}"
