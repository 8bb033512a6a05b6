"""What the store must answer, worked out from the figures with pandas alone."""

import numpy as np
import pandas as pd

from tests.store.content import figures

ORDER = ["00", "92", "91", "9103", "9102", "9201", "9101"]
"""Riket, län (Åns, Ödeläns), kommuner (Ekeby, Åby, Ängby, Örby)."""
GROUPS = ["total", "age.16-24", "background.born_abroad"]
SEXES = ["women", "men", "total"]
USED = {
    "kolada:N00001": ("sysselsatta", "total", 1.0, 0, 2020, None),
    "kolada:N00002": ("sysselsatta", "total", 1.0, 2021, 9999, None),
    "kolada:N00003": ("sysselsatta", "background.born_abroad", 1.0, 0, 9999, None),
    "file:PROV/ålder: 16-24": ("sysselsatta", "age.16-24", 100.0, 0, 9999, None),
    "kolada:N00004": ("invanare", "total", 1.0, 0, 9999, None),
    "kolada:N00005": ("valdeltagande", "total", 1.0, 0, 9999, [2018, 2022]),
}
INDICATORS = ["sysselsatta", "invanare", "valdeltagande"]


def expected() -> pd.DataFrame:
    """The same figures worked out from the seed with pandas alone."""
    rows = figures()
    rows = rows[rows["series"].isin(list(USED))]
    for n, name in enumerate(("indicator", "group", "scale", "first", "last", "measured")):
        rows = rows.assign(**{name: [USED[s][n] for s in rows["series"]]})
    rows["year"] = rows["period"].str[:4].astype(int)
    rows["value"] = rows["value"] * rows["scale"]
    measured = [m is None or y in m for m, y in zip(rows["measured"], rows["year"], strict=True)]
    rows = rows[(rows["year"] >= rows["first"]) & (rows["year"] <= rows["last"]) & np.array(measured)]
    places = {"indicator": INDICATORS, "region": ORDER, "group": GROUPS, "sex": SEXES}
    keys = pd.DataFrame({k: [v.index(x) for x in rows[k]] for k, v in places.items()}, index=rows.index)
    keys["year"] = rows["year"]
    return rows.loc[keys.sort_values(list(keys)).index].reset_index(drop=True)
