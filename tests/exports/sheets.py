"""Sheets of made-up rows for the export tests."""

import pandas as pd

from rus.views.sheet import ADDED, HEADERS, Sheet


def sheet(rows: pd.DataFrame, columns: dict[str, str] | None = None, **more: object) -> Sheet:
    """A sheet of any rows; every column is shown under its own name unless `columns` says otherwise."""
    about = [("Definition", "Vad som räknas."), ("Källa", "Provverket"), ("Teckenförklaring", "a"), ("Tom", "")]
    shown = columns or {str(name): str(name) for name in rows.columns}
    return Sheet("Titel", "fil_2026-11-25", rows, shown, about, decimals=1, **more)  # type: ignore[arg-type]  # the test names the fields


def long_rows() -> Sheet:
    """Two rows as a query gives them: one value, one without and with its reason."""
    rows = pd.DataFrame(
        {
            "indicator": ["jobb", "jobb"],
            "region": ["0180", "9001"],
            "region_name": ["Åby", "Öby; norr"],
            "period": ["2021", "2022"],
            "sex": ["women", "men"],
            "group": ["total", "total"],
            "value": [-1234.5, None],
            "status": ["varde", "skyddad"],
            "lower": [None, None],
            "upper": [None, None],
            "n": [2000.0, None],
            "unit": ["procent", "procent"],
            "source": ["SCB", "SCB"],
            "fetch_id": ["f1", "f1"],
            "extracted": ["2026-11-25", "2026-11-25"],
            "selection": ["Åby", "Åby"],
        }
    ).astype({"lower": "float64", "upper": "float64"})
    words = {
        "sex": {"women": "kvinnor", "men": "män"},
        "status": {"varde": "uppgift finns", "skyddad": "skyddad uppgift"},
    }
    return sheet(rows, HEADERS | ADDED, words=words)
