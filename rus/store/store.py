"""The one door to a build: questions in, frames out.

A frame of figures ("long rows") has these columns in this order: indicator, region, region_name, level, period, year,
sex, group, value, status, lower, upper, n, count, provisional, unit, source, series, fetch_id. Text columns are
categories that hold only what occurs, in the order to be shown. Rows are sorted by indicator, region (riket, län,
kommuner, each in Swedish order), group, sex (women, men, total) and period.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import numpy as np
import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import StoreError, UsageError
from rus.store.asof import as_of
from rus.store.builds import Build
from rus.store.connect import connect
from rus.store.definitions import beside, reworded
from rus.store.facts import recall_catalogue
from rus.store.frames import Codes, Keep, frame, read_codes
from rus.store.moments import just_before

Cursor = duckdb.DuckDBPyConnection
Answer = TypeVar("Answer")

_DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)
_QUESTIONS = Path(__file__).parent / "sql" / "questions"


@lru_cache(maxsize=64)
def _sql(question: str) -> str:
    return (_QUESTIONS / f"{question}.sql").read_text(encoding="utf-8")


class Store:
    """One build, open for reading. May be shared by threads: every question has a cursor of its own."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Takes over an open connection to a build; use `open_store` for a file."""
        self._connection = connection
        self._codes: Codes = read_codes(connection)

    def _answer(self, question: str, params: dict[str, Any], take: Callable[[Cursor], Answer]) -> Answer:
        try:
            return take(self._connection.cursor().execute(_sql(question), params))
        except duckdb.Error as err:
            if type(err) is duckdb.Error or isinstance(err, _DAMAGE):  # a broken checksum has no class of its own
                raise StoreError("Bygget går inte att läsa: filen är skadad. Kör: rus build") from err
            raise

    def ask(self, question: str, **params: object) -> pd.DataFrame:
        """The answer to a question in `sql/questions/`, whose first line says it in words."""
        return self._answer(question, params, Cursor.df)

    def _numbers(self, question: str, params: dict[str, Any]) -> dict[str, Any]:
        return self._answer(question, params, Cursor.fetchnumpy)

    def _figures(self, table: str, params: dict[str, Any], keep: Keep) -> pd.DataFrame:
        """Asks for one indicator or for many: one is found by its place in the table, which is faster."""
        if params["low"] == params["high"]:
            one = {"indicator": params["low"], "regions": params["regions"]}
            found = self._numbers(f"{table}_of_one", one)
        else:
            found = self._numbers(f"{table}_of_many", params)
        return frame(keep.of(found), self._codes)

    def _asked(self, indicators: list[str] | None, regions: list[str] | None) -> dict[str, Any] | None:
        """The choices that the build knows of, as parameters; None where nothing can match."""
        chosen, places = self._codes.bits("indicator", indicators), self._codes.bits("region", regions)
        if "1" not in chosen or "1" not in places:
            return None
        words = self._codes.words["indicator"]
        low, high = words[chosen.index("1")], words[chosen.rindex("1")]
        return {"low": low, "high": high, "indicators": chosen, "regions": places}

    def observations(
        self,
        *,
        indicators: list[str] | None,
        regions: list[str] | None = None,
        sexes: list[str] | None = None,
        groups: list[str] | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> pd.DataFrame:
        """Every figure of the chosen; None = all, and names the build does not know match nothing.

        Args:
            indicators: ids.
            regions: codes.
            sexes: of women, men, total.
            groups: group ids.
            first: first year.
            last: last year.
        """
        params = self._asked(indicators, regions)
        if params is None:
            return frame(None, self._codes)
        keep = Keep(self._codes, sexes, groups, (first, last))
        return self._figures("observations", params, keep)

    def newest(
        self,
        *,
        indicators: list[str] | None,
        regions: list[str] | None = None,
        sexes: list[str] | None = None,
        groups: list[str] | None = None,
    ) -> pd.DataFrame:
        """The newest measured figure of each indicator, region, sex and group among the chosen."""
        params = self._asked(indicators, regions)
        if params is None:
            return frame(None, self._codes)
        return self._figures("newest", params, Keep(self._codes, sexes, groups))

    def overlap(self, indicator: str, *, regions: list[str] | None = None) -> pd.DataFrame:
        """Figures of the indicator's series outside their years: to compare series, never to show as one."""
        params = self._asked([indicator], regions)
        if params is None:
            return frame(None, self._codes)
        found = self._numbers("overlap", {"indicator": indicator, "regions": params["regions"]})
        return frame(found, self._codes)

    def ranking(
        self,
        indicator: str,
        *,
        period: str | None = None,
        sex: str = "total",
        group: str = "total",
        level: str = "kommun",
    ) -> pd.DataFrame:
        """All regions of a level at one period, the best first, with their place in the column `rank`.

        Args:
            indicator: an id.
            period: a period id, or None for the newest that most regions have.
            sex: women, men or total.
            group: a group id.
            level: lan or kommun.

        Returns:
            Long rows and `rank`; where neither direction is better, the highest is first.
        """
        period = period or self._widest.get((indicator, level, sex, group))
        if not self._codes.knows("indicator", indicator) or not self._codes.knows("period", period):
            return frame(None, self._codes).assign(rank=np.empty(0, dtype="int64"))
        found = self._numbers("ranking", {"indicator": indicator, "period": period})
        found = Keep(self._codes, [sex], [group], level=level, measured=True).of(found)
        values = np.asarray(np.ma.filled(found["value"], np.nan), dtype="float64")
        ahead = values if self._codes.better[indicator] == "lower" else -values
        order = np.argsort(ahead, kind="stable")
        best = np.searchsorted(ahead[order], ahead[order], side="left") + 1
        return frame({name: column[order] for name, column in found.items()}, self._codes).assign(rank=best)

    @cached_property
    def _widest(self) -> dict[tuple[str, str, str, str], str]:
        rows = self._answer("widest", {}, Cursor.fetchall)
        return {(indicator, level, sex, group): period for indicator, level, sex, group, period in rows}

    def gaps(self, *, region: str) -> pd.DataFrame:
        """Women − men, newest, by indicator and group: indicator, group, period, women, men, difference."""
        if not self._codes.knows("region", region):
            raise UsageError(f"Regionen {region} finns inte.")
        return self.ask("gaps", region=region)

    def coverage(self) -> pd.DataFrame:
        """One row an indicator: amount, years, newest period, regions, sexes, groups, series, owners, retrieved."""
        return self._coverage.copy(deep=False)

    @cached_property
    def _coverage(self) -> pd.DataFrame:
        return self.ask("coverage")

    def coverage_by_cell(self) -> pd.DataFrame:
        """Newest period, number of regions and sexes for each indicator × group × level."""
        return self.ask("coverage_by_cell")

    def fetches(self, ids: list[str] | None = None) -> pd.DataFrame:
        """Where figures came from: kind, loader, source, request, retrieved, hash, owner, licence, rows."""
        return self.ask("fetches", ids=ids)

    def revisions(self, indicator: str | None = None) -> pd.DataFrame:
        """Old and new figure wherever a source has changed one, the newest first."""
        return self.ask("revisions", indicator=indicator)

    def changes(self, since: date | datetime, *, indicators: list[str] | None = None) -> pd.DataFrame:
        """What became known since a day (that day included) or after a moment, the newest first.

        Returns:
            kind, indicator, region, region_name, group, sex, period, old, new, old_status, new_status, series,
            fetch_id, known_from (UTC), words. Kinds of figures: new_period, added, revised, withdrawn; of the
            catalogue: definition, retired, which have `words` and no region.
        """
        after = just_before(since)
        rows = self.ask("changes", since=after.replace(tzinfo=None), indicators=indicators)
        return beside(rows, reworded(after, self._known_until), indicators)

    @cached_property
    def _known_until(self) -> datetime:
        [(text,)] = self._answer("made_at", {}, Cursor.fetchall)
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) + timedelta(seconds=1)

    def superseded(self, indicator: str) -> pd.DataFrame:
        """What was known before it was replaced: value, status, fetch_id, known_from, replaced_at, replaced_by."""
        return self.ask("superseded", indicator=indicator)

    def findings(self, indicators: list[str] | None = None) -> pd.DataFrame:
        """What there is to say about the figures: indicator, series, check, severity (warn, stop), rows, words."""
        return self.ask("findings", indicators=indicators)

    def as_of(self, when: date | datetime) -> "Store":
        """A store of what was known when a day ended, or at a moment, with the catalogue as it was.

        Raises:
            UsageError: nothing was known then.
            StoreError: it can't be made.
        """
        return open_store(as_of(when))

    def regions(self) -> pd.DataFrame:
        """Code, name, level, parent, länsdel and Kolada's id, in Swedish order."""
        return self.ask("regions")

    def catalogue(self) -> Catalogue:
        """The catalogue as it was when the build was made."""
        return self._catalogue

    @cached_property
    def _catalogue(self) -> Catalogue:
        [(text,)] = self._answer("catalogue", {}, Cursor.fetchall)
        return recall_catalogue(text)


def open_store(build: Build) -> Store:
    """Open a build for reading.

    Raises:
        StoreError: the file is gone or damaged.
    """
    try:
        return Store(connect(build.path, read_only=True))
    except duckdb.Error as err:
        raise StoreError(f"{build.path}: filen är skadad eller borttagen. Kör: rus build") from err
