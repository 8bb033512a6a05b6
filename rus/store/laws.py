"""The laws of the figures, proved by a query each. A law's file asks for the rows that break it."""

from pathlib import Path

import duckdb

from rus.core.errors import BuildError
from rus.core.swedish import MINUS

_FOLDER = Path(__file__).parent / "sql" / "laws"
_SHOWN = 5

BEFORE = {
    "region_known": "Regionen finns inte i data/reference/regions.csv. Lägg till den eller rätta koden.",
    "sex_known": "Kön ska vara women, men eller total.",
    "origin_known": "Uppgiftens ursprung finns inte i data/seed/sources.csv. Lägg till det.",
    "value_or_reason": "Ett värde ska vara ett tal, och saknas det ska status säga varför.",
    "status_known": "Status ska vara ett av varde, noll, avrundad_noll, saknas, skyddad, ej_tillamplig, "
    "bortfall, kommer.",
}
AFTER = {
    "one_row_a_key": "Samma indikator, region, grupp, kön och period förekommer flera gånger. "
    "Begränsa seriernas år med from_year och to_year.",
    "share_within_bounds": "En andel i procent ska ligga mellan 0 och 100. Rätta scale, eller sätt share till ingen.",
    "value_within_margin": "Värdet ska ligga mellan den undre och den övre gränsen.",
    "count_within_n": "Antalet kan inte vara större än antalet det är en del av.",
}

SEXES = {"women": "kvinnor", "men": "män", "total": "alla"}
_NAMES = {
    "indicator": "indikator", "grp": "grupp", "sex": "kön", "value": "värde", "series": "serie", "origin": "ursprung",
    "count": "antal", "n": "av", "lower": "undre gräns", "upper": "övre gräns",
}  # fmt: skip


class BrokenLaw(BuildError):  # noqa: N818  # said of a law, not of a fault
    """A law does not hold; `indicators` are those of the rows that break it, where the law knows them."""

    def __init__(self, words: str, indicators: list[str]) -> None:
        """Keep who broke it."""
        self.indicators = indicators
        super().__init__(words)


def prove(db: duckdb.DuckDBPyConnection, laws: dict[str, str]) -> None:
    """Proves each law in turn.

    Args:
        db: the build.
        laws: name of the law's file → what to do about it.

    Raises:
        BrokenLaw: names the law, the number of rows that break it, and the first of them.
    """
    for law, remedy in laws.items():
        question = (_FOLDER / f"{law}.sql").read_text(encoding="utf-8")
        found = db.execute(question)
        names = [column[0] for column in found.description or []]
        first = found.fetchmany(_SHOWN)
        if first:
            every = [*first, *found.fetchall()]
            total = len(every)
            at = names.index("indicator") if "indicator" in names else None
            broken = [] if at is None else list(dict.fromkeys(str(row[at]) for row in every))
            lines = ["  " + ", ".join(map(_said, names, row)) for row in first]
            more = [f"  … och {total - len(first)} till"] if total > len(first) else []
            raise BrokenLaw("\n".join([f"{remedy} Det gäller {total} rader:", *lines, *more]), broken)


def _said(name: str, value: object) -> str:
    """A column of a row that breaks a law, in Swedish; ids and codes as they stand in the files."""
    if value is None:
        words = "saknas"
    elif isinstance(value, float):
        words = f"{value:.12g}".replace(".", ",").replace("-", MINUS)
    elif name in ("sex", "grp"):
        words = SEXES.get(str(value), str(value))
    else:
        words = str(value)
    return f"{_NAMES.get(name, name)} {words}"
