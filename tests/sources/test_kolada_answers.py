"""Kolada's answers: read as they are meant, or refused."""

import gzip
import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.core.errors import SourceError
from rus.sources.kolada import parse
from rus.sources.kolada_catalogue import Kpi, page_values, read_groups, read_kpis, read_kpis_page, read_regions
from tests.sources.kolada_answers import URL, figure, page, raw_of, series
from tests.sources.recorded import Recorded
from tests.stub.kolada import Kolada
from tests.stub.wire import Request


@pytest.mark.parametrize(
    ("told", "status", "symbol"),
    [
        ("", "saknas", None),
        ("Missing", "saknas", "Missing"),
        ("Privacy", "skyddad", "Privacy"),
        ("Nytt ord", "saknas", "Nytt ord"),
    ],
)
def test_no_value_is_never_nought(told, status, symbol):
    (row,) = parse(series(), (page(figure(None, status=told)),)).to_pylist()
    assert (row["value"], row["status"], row["symbol"]) == (None, status, symbol)


def test_signs_and_older_spellings_are_borne():
    rows = parse(series(), (page(figure(0, "K", isdeleted=0, status=None), figure(2, "M", isdeleted=1, new="x")),))
    assert [tuple(row.values())[2:] for row in rows.to_pylist()] == [
        ("women", 0.0, None, None, False),
        ("men", None, "saknas", None, True),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        page(figure("1,5")),
        page(figure(value=True)),
        page({"gender": "T"}),
        page(figure(gender="X")),
        page(figure(), figure()),
        page(figure(isdeleted="nej")),
        page(figure(status=3)),
        page(figure(), municipality="0092"),
        page(figure(), municipality="G1"),
        page(figure(), count=7),
        page(figure(), values={}),
        page(figure(), values=[[]]),
        page(
            figure(), values=[{"kpi": "N00002", "municipality": "0091", "period": 2024, "values": [figure()]}], count=1
        ),
        page(
            figure(), values=[{"kpi": "N00001", "municipality": "0091", "period": "x", "values": [figure()]}], count=1
        ),
        page(
            figure(), values=[{"kpi": ["N00001"], "municipality": "0091", "period": 1, "values": [figure()]}], count=1
        ),
        raw_of(b"[]"),
        raw_of(b""),
        raw_of(b'{"values": [], "count": 0}', "/kpi"),
        raw_of(b'{"values": [], "count": 0}', "/data/kpi/N00002/municipality/0091"),
    ],
)
def test_what_is_not_as_asked_is_refused(wrong):
    with pytest.raises(SourceError) as caught:
        parse(series(), (wrong,))
    assert "Kolada" in str(caught.value) or URL in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["values", "kpi", "period", "gender", "value", "count", "id"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def read_all(body: bytes) -> None:
    """Each reader gives something or our own error."""
    client = Recorded(body)
    for reader in (
        lambda: parse(series(), (raw_of(body),)),
        lambda: read_kpis_page(raw_of(body)),
        lambda: read_kpis(client, ["N00001"]),
        lambda: read_regions(client),
        lambda: read_groups(client, ["G1"]),
    ):
        with suppress(SourceError):
            reader()


@settings(deadline=None)
@given(st.binary(max_size=200) | JSON.map(lambda content: json.dumps(content).encode()))
def test_any_bytes_are_read_or_refused(body):
    read_all(body)


def good_body() -> bytes:
    path = "/data/kpi/N00001/municipality/0000,0091"
    return Kolada.small().answer(Request("GET", path, URL, {}), path).body


@settings(deadline=None)
@given(st.integers(0, 2000), st.integers(0, 200), st.binary(max_size=6) | st.sampled_from([b"null", b"1e999", b"true"]))
def test_a_damaged_answer_is_read_or_refused(start, length, damage):
    body = good_body()
    read_all(body[:start] + damage + body[start + length :])


@settings(deadline=None)
@given(st.data())
def test_an_answer_with_one_thing_changed_is_read_or_refused(data):
    content = json.loads(good_body())
    row = data.draw(st.sampled_from(content["values"]))
    there = data.draw(st.sampled_from([content, row, row["values"][0]]))
    there[data.draw(st.sampled_from(sorted(there)))] = data.draw(JSON)
    read_all(json.dumps(content).encode())


# --- recorded answers, where they are ---


@pytest.fixture(scope="module")
def recorded() -> Path:
    folder = os.environ.get("RUS_FIXTURES")
    if not folder or not (Path(folder) / "kolada").is_dir():
        pytest.skip("RUS_FIXTURES är inte satt")
    return Path(folder) / "kolada" / "reconstructed_v3"


def test_the_recorded_catalogue_is_read(recorded):
    found: dict[str, Kpi] = {}
    for name in ("kpi_page1.json.gz", "kpi_page2.json.gz"):
        body = gzip.decompress((recorded / name).read_bytes())
        found |= {kpi.id: kpi for kpi in read_kpis_page(raw_of(body, "/kpi"))}
    assert len(found) == 6099
    assert sum(kpi.is_margin for kpi in found.values()) == 211
    assert sum(kpi.version is None for kpi in found.values()) == 778
    assert found["N02267"].owner == "SCB - Befolkningens arbetsmarknadsstatus (BAS)"


@pytest.mark.parametrize(
    ("name", "rows", "missing", "total", "digest"),
    [
        ("data_grp_data.json", 192, 0, 120279.321, "54f5e487008c"),
        ("data_grp_data_4e0d0c9_with_nulls.json", 160, 0, 93070.531, "fa89d8ea9435"),
        ("data_grp_data_8d7770e_with_nulls.json", 1496, 952, 138177.484, "c8cdea4275a8"),
        ("data_kld_data.json", 48, 0, 39778.065, "3212c5f18cfe"),
        ("data_n00945.json", 63, 0, 2245.774, "63afebec34e1"),
        ("data_n00945_4e0d0c9_with_nulls.json", 75, 6, 2422.811, "cf254560a006"),
        ("data_n00945_8d7770e_with_nulls.json", 75, 6, 2422.811, "cf254560a006"),
    ],
)
def test_recorded_figures_are_read(recorded, name, rows, missing, total, digest):
    assert golden(recorded / name) == (rows, missing, total, digest)


def golden(path: Path) -> tuple[int, int, float, str]:
    """Rows, how many without value, the sum, and a hash of every row in order."""
    body = path.read_bytes()
    values = page_values(raw_of(body))
    kpis, places = ({row[name] for row in values} for name in ("kpi", "municipality"))
    raw = raw_of(body, f"/data/kpi/{','.join(sorted(kpis))}/municipality/{','.join(sorted(places))}")
    rows = sorted((kpi, *row.values()) for kpi in kpis for row in parse(series(kpi), (raw,)).to_pylist())
    whole = sha256(repr(rows).encode()).hexdigest()[:12]
    return len(rows), sum(row[4] is None for row in rows), round(sum(row[4] or 0 for row in rows), 3), whole
