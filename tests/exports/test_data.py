"""JSON and Parquet."""

import io
import json

import pandas as pd
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from rus.exports.data import json_rows, parquet
from tests.exports.sheets import long_rows, sheet


def test_json_has_ids_and_numbers_and_null_for_nothing():
    first, second = json.loads(json_rows(long_rows()))
    assert (first["sex"], first["value"], first["n"], first["lower"]) == ("women", -1234.5, 2000, None)
    assert (second["value"], second["status"]) == (None, "skyddad")
    assert "selection" not in first


@given(
    st.lists(
        st.tuples(st.text(max_size=8), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)), max_size=5
    )
)
def test_any_text_and_number_come_back(rows):
    made = pd.DataFrame(rows, columns=["a", "b", "value"]).astype({"a": "str", "b": "bool", "value": "float64"})
    assert [tuple(row.values()) for row in json.loads(json_rows(sheet(made)))] == rows


def test_parquet_carries_what_the_figures_mean():
    table = pq.read_table(io.BytesIO(parquet(long_rows())))
    assert table.schema.metadata["Källa".encode()] == b"Provverket"
    assert table.to_pylist()[1]["value"] is None
    assert table.column_names[:3] == ["indicator", "region", "region_name"]
