"""A program that is killed in the middle of remembering loses nothing that was known, and shows nothing half."""

import os
import subprocess
import sys
from datetime import timedelta

import pandas as pd
import pytest

from rus.core import paths
from rus.store import builds, history, notes
from rus.store.store import open_store
from tests.store.content import Content
from tests.store.telling import WHEN, tell

KILLED = 9
SCRIPT = """
import os, sys
from rus.core import paths
from rus.store import history, notes, reduced, seeds, snapshots, builds
sys.path.insert(0, {root!r})
{seam}
{work}
"""
SEAMS = {
    "before the rows": "notes.write_whole = lambda path, body: os._exit(9)",
    "half the rows": "os.replace = lambda a, b: os._exit(9)",
    "before the note": "notes.to_json = lambda note: os._exit(9)",
    "before the newest answer": "notes.remember = lambda note: os._exit(9)",
}
APPEND = "from tests.store.telling import tell\ntell(('00', '2022', 'total', 5.0))"
BUILD = """from rus.catalogue.read import read_catalogue
from rus.store import build
build.build(read_catalogue())"""
BUILD_SEAMS = {
    "before the seed is taken in": "from rus.store import build\nbuild.take_in = lambda db, told: os._exit(9)",
    "the seed's rows without its note": "seeds.keep_note = lambda landing: os._exit(9)",
    "before the catalogue": "snapshots.keep = lambda catalogue, now: os._exit(9)",
    "before the name": "builds.publish = lambda working: os._exit(9)",
    "before the pointer": "builds.point_at = lambda identity: os._exit(9)",
}


def run(seam: str, work: str) -> int:
    script = SCRIPT.format(root=str(paths.ROOT), seam=seam, work=work)
    return subprocess.run([sys.executable, "-c", script], env=os.environ, check=False).returncode


def figure(content: Content) -> float:
    rows = content.open().observations(indicators=["invanare"], regions=["00"], sexes=["total"], first=2022, last=2022)
    return float(rows["value"].item())


@pytest.mark.parametrize("seam", SEAMS)
def test_a_killed_fetch_is_whole_or_was_never_made(content: Content, seam: str) -> None:
    assert run(SEAMS[seam], APPEND) == KILLED
    kept = bool(notes.notes())
    assert kept == (seam == "before the newest answer")
    assert figure(content) == (5.0 if kept else 3022.0)
    again = tell(("00", "2022", "total", 5.0), fetch_id="f2")
    assert again.revised == (0 if kept else 1)
    assert figure(content) == 5.0
    assert history.last_note("kolada:N00004")


@pytest.mark.parametrize("seam", BUILD_SEAMS)
def test_a_killed_build_keeps_what_was_known(content: Content, seam: str) -> None:
    first = content.build()
    tell(("00", "2022", "total", 5.0))
    content.change(_newer)
    assert run(BUILD_SEAMS[seam], BUILD) == KILLED
    assert builds.current().id == first.id
    earlier = open_store(builds.current()).observations(indicators=["invanare"], regions=["00"], first=2022)
    assert 5.0 not in earlier["value"].tolist()
    assert figure(content) == 5.0
    store = open_store(builds.current())
    changes = store.changes(WHEN - timedelta(days=1))
    assert sorted(changes["kind"]) == ["revised", "revised"]
    men = store.observations(indicators=["invanare"], regions=["00"], sexes=["men"], first=2022, last=2022)
    assert men["value"].tolist() == [8.0]


def _newer(frame: pd.DataFrame) -> pd.DataFrame:
    at = (frame["series"] == "kolada:N00004") & (frame["region"] == "00") & (frame["period"] == "2022")
    return frame.assign(value=frame["value"].where(~(at & (frame["sex"] == "men")), 8.0))
