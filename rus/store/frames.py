"""From the small numbers that the store answers with to frames with words.

The figures' codes are enums; a question asks for their numbers, and the words are put in here from lists read once.
That is several times as fast as letting every row carry its texts.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import duckdb
import numpy as np
import pandas as pd

_ENUMS = {
    "indicator": "indicator_id",
    "region": "region_code",
    "period": "period_id",
    "sex": "sex",
    "grp": "group_id",
    "status": "status",
    "series": "series_key",
    "fetch_id": "fetch_key",
}
COLUMNS = [
    "indicator", "region", "region_name", "level", "period", "year", "sex", "group", "value", "status", "lower",
    "upper", "n", "count", "provisional", "unit", "source", "series", "fetch_id",
]  # fmt: skip
_NUMBERS = {"year": "int16", "provisional": "bool"}
_FLOATS = ("value", "lower", "upper", "n", "count")


@dataclass(frozen=True)
class Codes:
    """The words behind the codes of one build.

    `words` and `position` by column: code → word and word → code. `names`, `levels` by region code; `units` by
    indicator code; `sources` by indicator and series code.
    """

    words: dict[str, np.ndarray]
    position: dict[str, dict[str, int]]
    names: np.ndarray
    levels: np.ndarray
    units: np.ndarray
    better: dict[str, str]
    sources: dict[tuple[int, int], str]

    def knows(self, column: str, word: str | None) -> bool:
        """Whether the build has this word."""
        return word in self.position[column]

    def bits(self, column: str, ids: list[str] | None) -> str:
        """A 1 for each code that is among the ids, a 0 for each that is not; None = all."""
        known = self.position[column]
        if ids is None:
            return "1" * len(known)
        row = bytearray(b"0" * len(known))
        for identity in ids:
            if identity in known:
                row[known[identity]] = 49
        return row.decode()


def read_codes(db: duckdb.DuckDBPyConnection) -> Codes:
    """The lists of words of a build."""
    words = {}
    for column, kind in _ENUMS.items():
        row = db.execute(f"select enum_range(null::{kind})").fetchone()  # our own type names
        words[column] = np.array(row[0] if row else [], dtype=object)
    position = {column: {word: n for n, word in enumerate(known)} for column, known in words.items()}
    regions = db.execute("select name, level from region order by position").fetchall()
    indicators = db.execute("select id, unit, better from indicator order by position").fetchall()
    sources = db.execute("select distinct on (indicator, key) indicator, key, words from source").fetchall()
    return Codes(
        words=words,
        position=position,
        names=np.array([name for name, _ in regions], dtype=object),
        levels=np.array([level for _, level in regions], dtype=object),
        units=np.array([unit for _, unit, _ in indicators], dtype=object),
        better={identity: better for identity, _, better in indicators},
        sources={(position["indicator"][i], position["series"][k]): text for i, k, text in sources},
    )


@lru_cache(maxsize=4096)
def _kind(texts: tuple[str, ...]) -> pd.CategoricalDtype:
    """Making a category type takes longer than using it, and the same few come back at every question."""
    return pd.CategoricalDtype(pd.Index(texts, dtype="str"))


def _words(codes: np.ndarray, words: np.ndarray) -> pd.Categorical:
    """Codes as words: a category that holds only what occurs, in the order of the codes; equal words are one."""
    present = np.flatnonzero(np.bincount(codes, minlength=len(words)))
    texts = tuple(dict.fromkeys(words[present]))
    place = {text: n for n, text in enumerate(texts)}
    renumbered = np.zeros(len(words), dtype="int16")
    renumbered[present] = [place[text] for text in words[present]]
    return pd.Categorical.from_codes(renumbered[codes], dtype=_kind(texts), validate=False)


def _sources(indicator: np.ndarray, series: np.ndarray, sources: dict[tuple[int, int], str]) -> pd.Categorical:
    pairs, inverse = np.unique(indicator.astype("int64") << 32 | series, return_inverse=True)
    words = np.array([sources[int(p >> 32), int(p & 0xFFFFFFFF)] for p in pairs], dtype=object)
    return _words(inverse, words)


class Keep:
    """Which of the found rows to keep: sexes, groups and years are few, so they are sifted here, not in SQL."""

    def __init__(
        self,
        codes: Codes,
        sexes: list[str] | None = None,
        groups: list[str] | None = None,
        years: tuple[int | None, int | None] = (None, None),
        *,
        level: str | None = None,
        measured: bool = False,
    ) -> None:
        """None keeps all; `measured` keeps rows with a value."""
        self._words = {"sex": sexes, "grp": groups}
        self._codes, self._years, self._level, self._measured = codes, years, level, measured

    def of(self, found: dict[str, Any]) -> dict[str, Any]:
        """The rows to keep, column by column."""
        tests = [
            np.isin(found[name], [self._codes.position[name][i] for i in ids if i in self._codes.position[name]])
            for name, ids in self._words.items()
            if ids is not None
        ]
        first, last = self._years
        if first is not None:
            tests.append(found["year"] >= first)
        if last is not None:
            tests.append(found["year"] <= last)
        if self._level is not None:
            tests.append(self._codes.levels[found["region"]] == self._level)
        if self._measured:
            tests.append(~np.isnan(np.ma.filled(found["value"], np.nan)))
        if not tests:
            return found
        kept = np.logical_and.reduce(tests)
        return {name: column[kept] for name, column in found.items()}


def frame(found: dict[str, Any] | None, codes: Codes) -> pd.DataFrame:
    """Long rows from what a question found; None gives a frame without rows."""
    if found is None or not len(found["indicator"]):
        kinds: dict[str, Any] = dict.fromkeys(COLUMNS, _kind(()))
        kinds |= dict.fromkeys(_FLOATS, "float64") | _NUMBERS
        return pd.DataFrame({c: pd.Series([], dtype=kinds[c]) for c in COLUMNS})
    indicator, region, series = (found[name].astype("int32") for name in ("indicator", "region", "series"))
    columns: dict[str, Any] = {name: np.ma.filled(found[name], np.nan) for name in _FLOATS}
    columns |= {name: np.asarray(found[name], dtype=kind) for name, kind in _NUMBERS.items()}
    for name in ("indicator", "region", "period", "sex", "status", "series", "fetch_id"):
        columns[name] = _words(found[name], codes.words[name])
    columns["group"] = _words(found["grp"], codes.words["grp"])
    columns["region_name"] = _words(region, codes.names)
    columns["level"] = _words(region, codes.levels)
    columns["unit"] = _words(indicator, codes.units)
    columns["source"] = _sources(indicator, series, codes.sources)
    return pd.DataFrame({name: columns[name] for name in COLUMNS}, copy=False)
