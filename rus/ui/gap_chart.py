"""Women beside men in the measures with the largest gaps: the chart and its figures, drawn once for each list."""

from functools import lru_cache

from rus.charts.dumbbell import dumbbell
from rus.ui.chart import Drawn
from rus.ui.markup import written
from rus.ui.tables import gap_rows
from rus.views.gaps import Gap

KEPT = 32


@lru_cache(maxsize=KEPT)
def gap_chart(found: tuple[Gap, ...], theme: str) -> tuple[Drawn, str]:
    """The dumbbell of some gaps in a theme, and its figures as markup."""
    rows = gap_rows(found)
    cells = rows.astype(str).itertuples(index=False)
    told = written(list(rows.columns), cells, caption="Kvinnor och män", numbers={2, 3, 4})
    return Drawn(dumbbell(found, theme=theme)), told
