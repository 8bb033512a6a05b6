"""A sheet as data for programs: JSON and Parquet, with names and ids, never words."""

import json
from collections.abc import Iterator
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from rus.exports.lines import Writing, as_text, digits, is_number, texts, written
from rus.views.sheet import ADDED, Sheet


def json_rows(sheet: Sheet) -> bytes:
    """An array of objects, one a line; a missing value is null."""
    body = b"".join(json_chunks(sheet))
    return b"[\n" + body.removesuffix(b",\n") + b"\n]\n" if body else b"[]\n"


def json_chunks(sheet: Sheet) -> Iterator[memoryview]:
    """The objects, each followed by a comma and a line end."""
    writing = Writing(
        cells=_members, nothing=lambda name: f"{json.dumps(name)}: null", before="{", between=", ", after="},\n"
    )
    yield from written(sheet.rows[_names(sheet)], writing)


def parquet(sheet: Sheet) -> bytes:
    """A Parquet file (zstd); what the sheet says about its rows is kept as the file's metadata."""
    about: dict[str, str] = {}
    for name, text in sheet.about:
        about[name] = f"{about[name]}\n{text}" if name in about else text
    table = pa.Table.from_pandas(sheet.rows[_names(sheet)], preserve_index=False)
    file = BytesIO()
    pq.write_table(table.replace_schema_metadata(about), file, compression="zstd")
    return file.getvalue()


def _names(sheet: Sheet) -> list[str]:
    return [name for name in sheet.columns if name not in ADDED]


def _members(name: str, values: pa.Array) -> pa.Array:
    key = json.dumps(name, ensure_ascii=False)
    if is_number(values):
        return texts([None if t is None else f"{key}: {t}" for t in digits(values).to_pylist()])
    if pa.types.is_boolean(values.type):
        return texts([None if v is None else f"{key}: {json.dumps(v)}" for v in values.to_pylist()])
    return texts(
        [None if t is None else f"{key}: {json.dumps(t, ensure_ascii=False)}" for t in as_text(values).to_pylist()]
    )
