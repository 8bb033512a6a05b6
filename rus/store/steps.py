"""Steps of SQL: a file of `sql/` with statements that are run one by one."""

import re
from functools import lru_cache
from pathlib import Path

import duckdb

_SQL = Path(__file__).parent / "sql"


@lru_cache
def _statements(step: str) -> tuple[tuple[str, frozenset[str]], ...]:
    text = (_SQL / f"{step}.sql").read_text(encoding="utf-8")
    found = [statement for statement in text.split(";\n") if statement.strip()]
    return tuple((statement, frozenset(re.findall(r"\$(\w+)", statement))) for statement in found)


def run(db: duckdb.DuckDBPyConnection, step: str, params: dict[str, object] | None = None) -> None:
    """Runs the statements of a step such as `history/compare`; the parameters go to those that name them."""
    for statement, names in _statements(step):
        db.execute(statement, {name: (params or {})[name] for name in names})
