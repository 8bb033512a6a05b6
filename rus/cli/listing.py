"""`rus list`: what there is, how far it reaches, and how old it is."""

import json
from typing import TYPE_CHECKING, Any

import click

from rus.cli.words import Command, nearest
from rus.core.errors import StoreError, UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue
    from rus.catalogue.indicator import Indicator

Row = dict[str, Any]


@click.command("list", cls=Command)
@click.argument("words", nargs=-1, metavar="[SÖKORD]…")
@click.option("--theme", metavar="TEMA", help="Bara ett tema, till exempel arbete.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON, för program.")
def list_(words: tuple[str, ...], theme: str | None, *, as_json: bool) -> None:
    """Visa indikatorerna: vad som finns, för vilka år och regioner.

    SÖKORD letar i id, titel, nyckelord och källornas id. Alla ord ska finnas.
    """
    catalogue, coverage, trouble = _what_there_is()
    if trouble:
        click.echo(f"{trouble}\nÅr och regioner visas därför inte.", err=True)
    if theme and theme not in [t.id for t in catalogue.themes]:
        known = [t.id for t in catalogue.themes]
        raise UsageError(f"Temat {theme} finns inte.{nearest(theme, known)} Teman: {', '.join(known)}.")
    found = [i for i in catalogue.indicators.values() if theme in {None, i.theme} and _matches(i, words)]
    order = [t.id for t in catalogue.themes]
    rows = [
        row_of(i, coverage.get(i.id, {}))
        for i in sorted(found, key=lambda i: (order.index(i.theme) if i.theme in order else 99, i.id))
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    _print(rows, {"sex": "kön"} | {g.id: g.label.lower() for g in catalogue.grounds})


def _what_there_is() -> tuple["Catalogue", dict[str, Row], str]:
    """The catalogue and the coverage of the build in use; the files alone where there is no build."""
    from rus.catalogue.read import read_catalogue
    from rus.cli.opened import opened

    try:
        _, store = opened()
    except StoreError as err:
        return read_catalogue(), {}, str(err)
    covered = store.coverage().to_dict(orient="records")
    return store.catalogue(), {str(row["indicator"]): {str(k): v for k, v in row.items()} for row in covered}, ""


def _matches(indicator: "Indicator", words: tuple[str, ...]) -> bool:
    from rus.cli.asked import source_names

    text = " ".join([indicator.id, indicator.title, indicator.short, *indicator.keywords, *source_names(indicator)])
    return all(word.casefold() in text.casefold() for word in words)


def row_of(indicator: "Indicator", covered: Row) -> Row:
    """One indicator as `rus list --json` shows it; what is not known is null, empty or nought."""
    covered = covered if covered.get("n_values") else {}
    groups = [str(group) for group in _some(covered.get("groups"))]
    sexes = [sex for sex in str(covered.get("sexes") or "").split(",") if sex]
    grounds = sorted({part.split(".", maxsplit=1)[0] for g in groups if g != "total" for part in g.split("~")})
    return {
        "id": indicator.id,
        "title": indicator.title,
        "theme": indicator.theme,
        "unit": indicator.unit,
        "state": indicator.state,
        "missing": indicator.missing,
        "owner": indicator.owner,
        "series": [
            {"loader": s.loader, "id": s.source_id, "role": s.role, "group": s.group, "confirmed": s.confirmed}
            for s in indicator.series
        ],
        "breakdowns": (["sex"] if {"women", "men"} <= set(sexes) else []) + grounds,
        "sexes": sexes,
        "groups": groups,
        "years": [int(covered["first_year"]), int(covered["last_year"])] if covered else None,
        "regions": int(covered["regions"]) if covered else 0,
        "values": int(covered["n_values"]) if covered else 0,
        "newest": str(covered["newest"]) if covered else None,
    }


def _some(found: Any) -> list[Any]:  # noqa: ANN401  # an array, or nothing, as the store gives it
    return [] if found is None else list(found)


def _print(rows: list[Row], words: dict[str, str]) -> None:
    from rus.cli.tables import console, table
    from rus.core.swedish import number, years

    made = table("Indikator", "Titel", "Uppdelning", "År", "Regioner", "Värden", right=("Regioner", "Värden"))
    for row in rows:
        split = ", ".join(words.get(name, name) for name in row["breakdowns"])
        span = years(*row["years"]) if row["years"] else ("data saknas" if row["state"] == "wanted" else "–")
        counts = [number(row[name]) if row[name] else "–" for name in ("regions", "values")]
        made.add_row(f"{row['theme']}/{row['id']}", row["title"], split, span, *counts)
    screen = console()
    screen.print(made)
    screen.print(f"{len(rows)} indikatorer." if len(rows) != 1 else "1 indikator.")
