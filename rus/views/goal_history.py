"""What the regions of the country have done before, for one indicator, sex and group at a time."""

from math import log

import numpy as np
import pandas as pd

from rus.analysis.progress import Progress
from rus.analysis.realism import Realism, Spells, realism, spells
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.choice import SEX_WORDS

LEVELS = ("kommun", "lan")


class History:
    """Reads the country's figures when they are asked for; each question is read once while the object lives."""

    def __init__(self, store: Store) -> None:
        """Asks this store."""
        self._store = store
        self._rows: dict[tuple[str, str, str], pd.DataFrame] = {}
        self._made: dict[tuple[str, str, str, bool], Spells] = {}

    def read(self, indicators: list[str], group: str) -> None:
        """Read many indicators of a group in one question, when it is known that all will be asked for."""
        rows = self._store.observations(indicators=indicators, groups=[group])
        rows = rows.loc[rows["level"].isin(LEVELS), ["indicator", "sex", "region", "year", "value"]]
        for (indicator, sex), part in rows.groupby(["indicator", "sex"], observed=True, sort=False):
            self._rows[str(indicator), str(sex), group] = part
        nothing = rows.iloc[:0]
        for key in ((indicator, sex, group) for indicator in indicators for sex in SEX_WORDS):
            self._rows.setdefault(key, nothing)

    def judge(self, indicator: Indicator, made: Progress, sex: str, group: str) -> Realism | None:
        """Where the pace a goal needs from now on lies among what has happened; None where it needs none."""
        if made.newest is None or made.target is None or made.by is None or made.by <= made.newest[0]:
            return None
        logs = made.method == "logaritmisk"
        if logs and min(made.newest[1], made.target) <= 0:
            return None
        left, now = made.by - made.newest[0], made.newest[1]
        needed = log(made.target / now) / left if logs else (made.target - now) / left
        return realism(self.spells(indicator, sex, group, logs=logs), now, needed, 1 if made.target > now else -1)

    def spells(self, indicator: Indicator, sex: str, group: str, *, logs: bool) -> Spells:
        """Every change of kommuner and län over five to ten years, breaks left out."""
        key = (indicator.id, sex, group, logs)
        if key not in self._made:
            rows = self._of(indicator.id, sex, group)
            self._made[key] = spells(
                rows["region"].cat.codes.to_numpy().astype(np.int64),
                rows["year"].to_numpy().astype(np.int64),
                rows["value"].to_numpy(dtype=np.float64),
                breaks=[b.first_year for b in indicator.breaks],
                scale="log" if logs else "linear",
            )
        return self._made[key]

    def _of(self, indicator: str, sex: str, group: str) -> pd.DataFrame:
        if (indicator, sex, group) not in self._rows:
            rows = self._store.observations(indicators=[indicator], sexes=[sex], groups=[group])
            self._rows[indicator, sex, group] = rows[rows["level"].isin(LEVELS)]
        return self._rows[indicator, sex, group].drop_duplicates(["region", "year"], keep="last")
