"""The history reduced at any time is what pandas makes of the same log."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.store import builds
from rus.store.asof import as_of
from rus.store.store import open_store
from tests.store.content import figures, write_content
from tests.store.telling import tell

FIRST = datetime(2026, 11, 1, tzinfo=UTC)
KEY = ["region", "period", "sex"]
SERIES = "kolada:N00004"

cell = st.tuples(
    st.sampled_from(["00", "91", "9103"]),
    st.sampled_from(["2020", "2022", "2024", "2025"]),
    st.sampled_from(["women", "total"]),
    st.one_of(
        st.tuples(st.integers(0, 3).map(float), st.none(), st.just(value=False)),
        st.tuples(st.none(), st.sampled_from(["skyddad", "saknas"]), st.just(value=False)),
        st.tuples(st.none(), st.none(), st.just(value=True)),
    ),
)
answer = st.lists(cell, max_size=6, unique_by=lambda c: c[:3])


def reduced(told: list[list[Any]], until: int) -> dict[tuple[str, ...], tuple[Any, str]]:
    """What is known after so many fetches, worked out with pandas alone: the last word of each figure."""
    seed = figures()
    seed = seed[seed["series"] == SERIES].drop_duplicates([*KEY, "value"])
    names = ["region", "period", "sex", "v", "s", "gone", "at"]
    rows = [(*row, None, False, -1) for row in seed[[*KEY, "value"]].values.tolist()]
    for at, cells in enumerate(told[:until]):
        rows += [(region, period, sex, *rest, at) for region, period, sex, rest in cells]
    last = pd.DataFrame(rows, columns=names).sort_values("at", kind="stable").groupby(KEY, sort=False).tail(1)
    last = last[~last["gone"].astype(bool)]
    found = {}
    for row in last.to_dict("records"):
        value = None if pd.isna(row["v"]) else float(row["v"])
        status = row["s"] if value is None else "noll" if value == 0 else "varde"
        found[tuple(row[name] for name in KEY)] = (value, status)
    return found


def shown(when: datetime | None) -> dict[tuple[str, ...], tuple[Any, str]]:
    store = open_store(as_of(when) if when else builds.current())
    rows = store.observations(indicators=["invanare"])
    values = [None if pd.isna(v) else v for v in rows["value"]]
    keys = zip(*(rows[name].astype(str) for name in KEY), strict=True)
    return dict(zip(keys, zip(values, rows["status"].astype(str), strict=True), strict=True))


@settings(max_examples=8, deadline=None)
@given(told=st.lists(answer, min_size=1, max_size=4), at=st.integers(0, 4))
def test_any_log_at_any_time(tmp_path_factory: pytest.TempPathFactory, told: list[list[Any]], at: int) -> None:
    root = tmp_path_factory.mktemp("log") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        content = write_content(root)
        for n, cells in enumerate(told):
            tell(*((r, p, x, *rest) for r, p, x, rest in cells), when=FIRST + timedelta(days=n), fetch_id=f"f{n}")
        content.build()
        assert shown(None) == reduced(told, len(told))
        until = min(at, len(told))
        assert shown(FIRST + timedelta(days=until - 1)) == reduced(told, until)
        assert shown(datetime.now(UTC) + timedelta(days=9)) == shown(None)
    shutil.rmtree(root)


@settings(max_examples=15, deadline=None)
@given(first=answer, second=answer)
def test_the_same_answer_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, first: list[Any], second: list[Any]
) -> None:
    root: Path = tmp_path_factory.mktemp("again") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        write_content(root)
        for n, cells in enumerate((first, second)):
            told = [(r, p, x, *rest) for r, p, x, rest in cells]
            tell(*told, when=FIRST + timedelta(days=n), fetch_id=f"a{n}")
            again = tell(*told, when=FIRST + timedelta(days=n, hours=1), fetch_id=f"b{n}")
            assert (again.new, again.revised, again.withdrawn, again.rows.num_rows) == (0, 0, 0, 0)
    shutil.rmtree(root)
