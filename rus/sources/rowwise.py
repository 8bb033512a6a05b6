"""The `json` format of PxWebApi 1: one row a combination of codes, figures as text → cube."""

from typing import Any

import numpy as np

from rus.core.errors import SourceError
from rus.sources.cube import LATER, MOST_CELLS, Cube, Dimension
from rus.sources.jsonstat import read_json

CONTENT = "ContentsCode"


def read_rowwise(body: bytes, where: str) -> Cube:
    """The answer as a cube; labels are the codes, which is all the format has.

    Raises:
        SourceError: it has not that form, a row is given twice, or a figure is neither number nor sign.
    """
    found = read_json(body, where)
    try:
        return _cube(found)
    except (ValueError, KeyError, TypeError, IndexError) as err:
        raise SourceError(f"{where}: svaret har inte den form det ska ha. {LATER}") from err


def _cube(found: Any) -> Cube:  # noqa: ANN401 – any JSON
    keys = [column for column in found["columns"] if column["type"] != "c"]
    contents = [column for column in found["columns"] if column["type"] == "c"]
    rows = [(tuple(map(str, row["key"])), tuple(row["values"])) for row in found["data"]]
    if len({key for key, _ in rows}) != len(rows) or not contents:
        raise ValueError("a row is given twice")
    dimensions = []
    for place, column in enumerate(keys):
        codes = tuple(dict.fromkeys(key[place] for key, _ in rows))
        dimensions.append(Dimension(str(column["code"]), str(column["text"]), codes, codes))
    codes = tuple(str(column["code"]) for column in contents)
    dimensions.append(Dimension(CONTENT, CONTENT, codes, tuple(str(column["text"]) for column in contents)))
    size = [len(dimension.codes) for dimension in dimensions]
    if np.prod(size, dtype=float) > MOST_CELLS:
        raise ValueError("more cells than any answer has")
    values, symbols = np.full(int(np.prod(size)), np.nan), {}
    positions = [{code: n for n, code in enumerate(d.codes)} for d in dimensions[:-1]]
    for key, given in rows:
        if len(key) != len(keys) or len(given) != len(contents):
            raise ValueError("a row has not one code a column")
        start = 0
        for number, code in enumerate(key):
            start = start * size[number] + positions[number][code]
        for number, text in enumerate(given):
            at = start * size[-1] + number
            value = _number(text)
            if value is None:
                symbols[at] = text
            else:
                values[at] = value
    time = next((str(column["code"]) for column in keys if column["type"] == "t"), None)
    return Cube("", "", None, (), tuple(dimensions), time, CONTENT, values, symbols)


def _number(text: str) -> float | None:
    """The figure, or None for a sign such as `..`."""
    if not text.strip(".- ") or text.isalpha():
        return None
    found = float(text)
    if not np.isfinite(found):
        raise ValueError(text)
    return found
