"""Stopped, damaged, full, locked, read-only: never a wrong figure, always a remedy, the earlier build if any."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from rus.core.errors import BuildError, StoreError
from rus.store import build as building
from rus.store import builds
from rus.store.store import open_store
from tests.store.content import Content


def test_a_stopped_build_is_never_used_and_is_cleared_away(content: Content) -> None:
    before = content.build()
    half = content.store / "2090-01-01T000000Z.duckdb.tmp"
    half.write_bytes(b"half")
    assert builds.current().id == before.id
    content.build()
    assert not half.exists()


def test_a_killed_build_leaves_the_earlier_one(content: Content) -> None:
    before = content.build()
    script = (
        "import os, rus.store.build as b\n"
        "from rus.catalogue.read import read_catalogue\n"
        "b.seal = lambda *a: os._exit(9)\n"
        "b.build(read_catalogue())\n"
    )
    content.change(lambda f: f.assign(value=f["value"] + 0.1))
    done = subprocess.run([sys.executable, "-c", script], env=os.environ, check=False)
    assert done.returncode == 9
    assert list(content.store.glob("*.tmp"))
    assert builds.current().id == before.id
    assert content.build().id == builds.current().id
    assert not list(content.store.glob("*.duckdb.tmp*"))


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "gone"])
def test_a_damaged_file_is_named_and_the_older_build_used(content: Content, damage: str) -> None:
    older = content.build()
    newer = content.build()
    spoil_file(newer.path, damage)
    assert builds.current().id == older.id
    assert newer.id in (builds.trouble() or "")
    assert "rus build" in (builds.trouble() or "")
    assert older.id in [b.id for b in builds.all_builds()]
    with pytest.raises(StoreError):
        builds.find_build(newer.id)
    made, warnings = building.ensure_build()
    assert (builds.current().id, builds.trouble(), warnings) == (made.id, None, [])


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "gone"])
def test_a_damaged_only_build_is_an_error_with_its_remedy(content: Content, damage: str) -> None:
    spoil_file(content.build().path, damage)
    with pytest.raises(StoreError, match="rus build"):
        builds.current()


def spoil_file(path: Path, damage: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if damage != "gone":
        path.write_bytes({"garbage": b"\x00garbage" * 9999, "cut": whole[: len(whole) // 2], "empty": b""}[damage])


@pytest.mark.parametrize("said", ["", "nonsense", "../../etc/passwd"])
def test_a_wrong_pointer_is_an_error_with_its_remedy(content: Content, said: str) -> None:
    content.build()
    (content.store / builds.POINTER).write_text(said)
    with pytest.raises(StoreError, match="rus build"):
        builds.current()


def test_no_store_at_all(content: Content) -> None:
    with pytest.raises(StoreError, match="rus build"):
        builds.current()
    assert builds.all_builds() == []
    assert builds.prune(3) == []


def test_a_folder_that_cannot_be_written(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(StoreError, match="RUS_HOME"):
        content.build()


def test_a_read_only_folder_with_a_build_still_serves_it(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content.build()
    content.change(lambda f: f.assign(value=f["value"] + 0.1))
    monkeypatch.setattr(FileLock, "acquire", lambda *a, **k: (_ for _ in ()).throw(PermissionError(13, "denied")))
    made, warnings = building.ensure_build()
    assert made.id == before.id
    assert "RUS_HOME" in warnings[0]


def test_a_file_where_the_folder_should_be(content: Content) -> None:
    content.write("data/store", "a file")
    with pytest.raises(StoreError):
        content.build()
    with pytest.raises(StoreError):
        builds.current()


def test_a_full_disk(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content.build()

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(builds, "publish", full)
    with pytest.raises(StoreError, match="disken är full"):
        content.build()
    assert builds.current().id == before.id
    assert not list(content.store.glob("*.tmp"))


def test_two_builds_do_not_meet(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    content.build()
    monkeypatch.setattr(building, "LOCK_SECONDS", 0.01)
    said: list[str] = []
    other = FileLock(content.store / ".lock", is_singleton=False)
    with other, pytest.raises(StoreError, match="annat bygge"):
        building.build(content.catalogue(), progress=lambda words, share: said.append(words))
    assert said == ["Väntar på ett annat bygge"]


def test_a_seed_that_is_no_parquet_file(content: Content) -> None:
    content.seed.write_text("not parquet")
    with pytest.raises(BuildError, match="Parquet"):
        content.build()
    content.seed.unlink()
    with pytest.raises(BuildError, match="saknas"):
        content.build()


def test_sources_without_a_column(content: Content) -> None:
    content.write("data/seed/sources.csv", "origin,owner\n1,x\n")
    with pytest.raises(BuildError, match="via"):
        content.build()


def test_damage_anywhere_in_the_file_is_never_a_wrong_figure_nor_a_traceback(content: Content) -> None:
    made = content.build()
    whole, right = made.path.read_bytes(), open_store(made).observations(indicators=None)["value"].tolist()
    step, outcomes = 128 * 1024, set()
    for n, start in enumerate(range(0, len(whole), step)):
        copy = made.path.with_name(f"2001-01-01T{n:06d}Z.duckdb")
        copy.write_bytes(whole[:start] + b"\xff" * min(step, len(whole) - start) + whole[start + step :])
        try:
            rows = open_store(builds.read_build(copy)).observations(indicators=None)
            outcomes.add(rows["value"].tolist() == right)
        except StoreError as err:
            outcomes.add(str(err)[-10:])
    assert outcomes <= {True, " rus build"}
    assert " rus build" in outcomes
