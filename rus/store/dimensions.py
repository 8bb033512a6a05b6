"""The catalogue as rows: regions, indicators, groups, series, periods and fetches."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import duckdb
import pyarrow as pa

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id, group_of
from rus.catalogue.series import ALL_SEXES
from rus.core.errors import BuildError
from rus.core.swedish import sort_key
from rus.store.periods import read_period

LEVELS = ("riket", "lan", "kommun")
Rows = list[dict[str, Any]]
_COMPUTED = 1_000_000_000
"""Numbers of what stands for the fetches of computed indicators begin here."""


def insert(db: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Adds rows by name; columns that no row has keep the table's default, those that only some have are else null."""
    if rows:
        names = dict.fromkeys(name for row in rows for name in row)  # Arrow itself looks at the first row only
        db.register("incoming", pa.table({name: [row.get(name) for row in rows] for name in names}))
        db.execute(f'insert into "{table}" by name from incoming')  # the table's name is ours
        db.unregister("incoming")


def regions(catalogue: Catalogue) -> Rows:
    """Riket, län, kommuner, each level in Swedish order."""
    place = catalogue.here
    part = {code: lansdel.id for lansdel in place.lansdelar for code in lansdel.regions}
    known = sorted(catalogue.regions.values(), key=lambda r: (LEVELS.index(r.level), sort_key(r.name), r.code))
    return [
        {
            "code": r.code, "name": r.name, "level": r.level, "parent": r.parent or None,
            "kolada": r.kolada or None, "lansdel": part.get(r.code),
            "valid_from": r.valid_from or None, "valid_to": r.valid_to or None, "position": n,
        }
        for n, r in enumerate(known)
    ]  # fmt: skip


def indicators(catalogue: Catalogue) -> Rows:
    """In the order of the themes, then by title."""
    theme = {t.id: n for n, t in enumerate(catalogue.themes)}
    ordered = sorted(
        catalogue.indicators.values(), key=lambda i: (theme.get(i.theme, len(theme)), sort_key(i.title), i.id)
    )
    return [
        {
            **{key: getattr(i, key) for key in (
                "id", "theme", "title", "short", "unit", "decimals", "better", "share", "state", "definition",
                "owner", "licence",
            )},
            "position": n, "link": str(i.link), "provisional_last": i.traits.provisional_last,
            "measured_years": i.traits.measured_years,
        }
        for n, i in enumerate(ordered)
    ]  # fmt: skip


def groups(catalogue: Catalogue) -> Rows:
    """Every combination that a series or goal names, `total` first, then in the order of the grounds file."""
    place = {
        (ground.id, value.id): (g, v)
        for g, ground in enumerate(catalogue.grounds)
        for v, value in enumerate(ground.values)
    }
    label = {(g.id, v.id): v.label for g in catalogue.grounds for v in g.values}
    named = {TOTAL}
    for indicator in catalogue.indicators.values():
        named |= {group_id(part.group) for part in (*indicator.series, *indicator.goals)}

    def order(identity: str) -> tuple[int, list[tuple[int, int]]]:
        parts = group_of(identity)
        return len(parts), [place[part] for part in parts.items()]

    return [
        {
            "id": identity, "position": n, **group_of(identity),
            "label": ", ".join(label[part] for part in group_of(identity).items()) or "totalt",
        }
        for n, identity in enumerate(sorted(named, key=order))
    ]  # fmt: skip


def series(catalogue: Catalogue) -> Rows:
    """Every use of a source series by an indicator, and one row for what is computed."""
    computed = [
        {
            "indicator": i.id, "position": len(i.series), "key": computed_key(i.id), "grp": TOTAL, "role": "value",
            "loader": "derived", "source_id": i.id, "sexes": list(ALL_SEXES), "from_year": None, "to_year": None,
            "scale": 1.0, "confirmed": True,
        }
        for i in catalogue.indicators.values()
        if i.derive
    ]  # fmt: skip
    return computed + [
        {
            "indicator": indicator.id, "position": n, "key": s.key, "grp": group_id(s.group), "role": s.role,
            "loader": s.loader, "source_id": s.source_id, "sexes": list(s.sexes), "from_year": s.from_year,
            "to_year": s.to_year, "scale": s.scale, "confirmed": s.confirmed, "levels": list(s.levels) or None,
        }
        for indicator in catalogue.indicators.values()
        for n, s in enumerate(indicator.series)
    ]  # fmt: skip


def denominators(catalogue: Catalogue) -> Rows:
    """Which indicator's values are another's denominators."""
    return [
        {"indicator": i.id, "of_indicator": i.denominator.indicator}
        for i in catalogue.indicators.values()
        if i.denominator and i.denominator.indicator
    ]


def periods(ids: Iterable[str]) -> Rows:
    """Periods in order of time.

    Raises:
        BuildError: an id is no period.
    """
    known = {identity: read_period(identity) for identity in ids}
    wrong = sorted(identity for identity, period in known.items() if period is None)
    if wrong:
        message = (
            f"{len(wrong)} perioder går inte att tolka: {', '.join(wrong[:5])}. "
            "Skriv år som 2022, kvartal 2022Q1, månad 2022M05, läsår 2021/22, sammanlagda år 2019-2022."
        )
        raise BuildError(message)
    found = [period for period in known.values() if period]
    found.sort(key=lambda p: (p.last_day, p.first_day, p.id))
    return [
        {
            "id": p.id, "kind": p.kind, "year": p.year, "first_day": p.first_day, "last_day": p.last_day,
            "position": n,
        }
        for n, p in enumerate(found)
    ]  # fmt: skip


def fetches(origins: Rows, *, dated: datetime, seed: str = "") -> Rows:
    """A seed's origins as fetches; the id depends only on what was fetched.

    Args:
        origins: rows of `sources.csv`.
        dated: when figures became known whose origin says neither when they were retrieved nor `known_from` (UTC).
        seed: hash of the file of a later seed: what it changed is known since `dated`, whatever its origins say.
    """
    found = []
    for row in origins:
        what = "|".join(
            [*(str(row.get(key) or "") for key in ("owner", "via", "file_hash")), *([seed] if seed else [])]
        )
        stated = None if seed else row.get("retrieved") or row.get("known_from")
        found.append(
            {
                "id": f"{row['kind']}-{hashlib.sha256(what.encode()).hexdigest()[:10]}",
                "origin": int(row["origin"]), "kind": row["kind"], "loader": None, "source": row["via"],
                "request": None, "retrieved": row.get("retrieved") or None, "hash": row.get("file_hash") or None,
                "owner": row["owner"], "licence": row.get("licence") or None,
                "known_from": datetime.fromisoformat(stated) if stated else dated.replace(tzinfo=None),
            }
        )  # fmt: skip
    return found


def computed_key(indicator: str) -> str:
    """The series' key of a computed indicator, such as `derived:energi-per-brp`."""
    return f"derived:{indicator}"


def computed_fetch(indicator: str) -> str:
    """What stands for a fetch of a computed indicator; the fetches of its parts stand in `fetch_part`."""
    return f"derived-{indicator}"


def computations(catalogue: Catalogue) -> Rows:
    """What stands for the fetches of the computed indicators; when they became known is filled in with the figures."""
    return [
        {
            "id": computed_fetch(i.id), "origin": _COMPUTED + n, "kind": "computed", "loader": "derived",
            "source": i.title, "owner": i.owner, "licence": i.licence,
            "known_from": datetime(1, 1, 1),  # naive UTC, as the store keeps it
        }
        for n, i in enumerate(i for i in catalogue.indicators.values() if i.derive)
    ]  # fmt: skip


def fill(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, fetched: Rows) -> None:
    """Fills every dimension but the periods, which are those of the figures."""
    for ground in catalogue.grounds:
        db.execute(f"alter table grp add column {_quoted(ground.id)} varchar")
    insert(db, "region", regions(catalogue))
    insert(db, "indicator", indicators(catalogue))
    insert(db, "grp", groups(catalogue))
    insert(db, "series", series(catalogue))
    insert(db, "fetch", fetched + computations(catalogue))
    db.execute("create temp table denominator (indicator varchar, of_indicator varchar)")
    insert(db, "denominator", denominators(catalogue))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
