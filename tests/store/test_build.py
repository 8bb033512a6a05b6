"""A build that holds its laws replaces the earlier one; content, builds and pointer follow each other."""

import os
import subprocess
import sys

import duckdb
import pandas as pd
import pytest

from rus.core.errors import BuildError, CatalogueError, StoreError
from rus.store import build as building
from rus.store import builds
from rus.store.store import open_store
from tests.store.content import Content


def add_row(**cells: object):
    def spoil(frame: pd.DataFrame) -> pd.DataFrame:
        row = frame.iloc[[0]].assign(**cells)
        return pd.concat([frame, row], ignore_index=True)

    return spoil


LAWS = {
    "unknown region": (add_row(region="9999"), "regions.csv", "9999"),
    "unknown sex": (add_row(sex="other"), "Kön ska vara", "other"),
    "no sex": (add_row(sex=None), "Kön ska vara", "kön saknas"),
    "unknown origin": (add_row(origin=77, period="2011"), "sources.csv", "77"),
    "not a number": (add_row(value=float("inf"), period="2011"), "ett tal", "inf"),
    "no value and no reason": (add_row(value=None, period="2011"), "ett tal", "2011"),
    "not a period": (add_row(period="2022X1"), "perioder", "2022X1"),
    "two values of one key": (add_row(value=1.0), "flera gånger", "sysselsatta"),
    "a share over a hundred": (add_row(value=140.0, period="2011"), "mellan 0 och 100", "140"),
}


@pytest.mark.parametrize("law", LAWS)
def test_a_broken_law_names_the_rows_and_changes_nothing(content: Content, law: str) -> None:
    before = content.build()
    spoil, words, row = LAWS[law]
    content.change(spoil)
    with pytest.raises(BuildError) as caught:
        content.build()
    assert words in str(caught.value)
    assert row in str(caught.value)
    assert builds.current().id == before.id
    assert sorted(p.suffix for p in content.store.iterdir() if p.name.startswith("2")) == [".duckdb"]


def test_the_first_five_rows_and_the_count(content: Content) -> None:
    content.change(lambda f: f.assign(region=f["region"].where(f["region"] != "9201", "7777")))
    rows = int((pd.read_parquet(content.seed)["region"] == "7777").sum())
    with pytest.raises(BuildError) as caught:
        content.build()
    lines = str(caught.value).splitlines()
    assert f"{rows} rader" in lines[0]
    assert [line.count("region 7777") for line in lines] == [0, 1, 1, 1, 1, 1, 0]
    assert lines[-1].strip() == f"… och {rows - 5} till"


def test_margins_must_hold_the_value(content: Content) -> None:
    text = (content.root / "indicators/befolkning/valdeltagande.toml").read_text(encoding="utf-8")
    content.write("indicators/befolkning/valdeltagande.toml", text.replace('"margin"', '"lower"'))
    content.change(lambda f: f.assign(value=f["value"].where(f["series"] != "kolada:N00006", 99.0)))
    with pytest.raises(BuildError, match="undre och den övre"):
        content.build()


def test_a_status_without_value_is_kept_and_a_wrong_word_refused(content: Content) -> None:
    frame = pd.read_parquet(content.seed).assign(status=None)
    hidden = (frame["series"] == "kolada:N00004") & (frame["region"] == "9103") & (frame["period"] == "2023")
    frame.loc[hidden, ["value", "status"]] = [None, "skyddad"]
    content.figures(frame)
    rows = content.open().observations(indicators=["invanare"], regions=["9103"], first=2023)
    assert rows["status"].tolist() == ["skyddad"] * 3
    assert rows["value"].isna().all()
    newest = open_store(builds.current()).newest(indicators=["invanare"], regions=["9103"])
    assert newest["period"].tolist() == ["2022"] * 3
    frame.loc[hidden, "status"] = "hemlig"
    content.figures(frame)
    with pytest.raises(BuildError, match="hemlig"):
        content.build()


def test_progress_goes_from_start_to_end(content: Content) -> None:
    shares: list[float] = []
    building.build(content.catalogue(), progress=lambda words, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_ensure_builds_when_the_content_has_changed_and_only_then(content: Content) -> None:
    first, _ = building.ensure_build()
    again, _ = building.ensure_build()
    assert again.id == first.id
    text = (content.root / "indicators/befolkning/invanare.toml").read_text(encoding="utf-8")
    content.write("indicators/befolkning/invanare.toml", text.replace("Ett prov.", "Ett annat prov."))
    renewed, warnings = building.ensure_build()
    assert renewed.id != first.id
    assert warnings == []
    assert open_store(renewed).catalogue().indicators["invanare"].definition == "Ett annat prov."
    assert open_store(first).catalogue().indicators["invanare"].definition == "Ett prov."


def test_a_broken_catalogue_leaves_the_earlier_build_and_says_so(content: Content) -> None:
    before, _ = building.ensure_build()
    content.write("indicators/arbete/sysselsatta.toml", "title = 3")
    made, warnings = building.ensure_build()
    assert made.id == before.id
    assert any("sysselsatta.toml" in line for line in warnings)


def test_a_broken_catalogue_without_an_earlier_build(content: Content) -> None:
    content.write("indicators/arbete/sysselsatta.toml", "title = 3")
    with pytest.raises(CatalogueError, match=r"sysselsatta\.toml"):
        building.ensure_build()


def test_broken_figures_leave_the_earlier_build_and_say_so(content: Content) -> None:
    before, _ = building.ensure_build()
    content.change(add_row(region="9999"))
    made, warnings = building.ensure_build()
    assert made.id == before.id
    assert "9999" in warnings[0]


def test_an_open_reader_sees_a_new_build(content: Content) -> None:
    first = content.build()
    script = (
        "import sys\n"
        "from rus.store import builds\n"
        "from rus.store.store import open_store\n"
        "ask = lambda: open_store(builds.current()).newest(indicators=['invanare'], regions=['00'], sexes=['total'])\n"
        "for line in sys.stdin:\n"
        "    print(builds.current().id, ask()['value'].item(), flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ
    ) as reader:
        assert reader.stdin
        assert reader.stdout
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline().split() == [first.id, "3023.0"]
        content.change(lambda f: f.assign(value=f["value"].where(f["series"] != "kolada:N00004", f["value"] + 1)))
        second = content.build()
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline().split() == [second.id, "3024.0"]
        reader.stdin.close()


def test_prune_keeps_the_newest_and_the_one_in_use(content: Content) -> None:
    made = [content.build() for _ in range(4)]
    assert [b.id for b in builds.all_builds()] == [b.id for b in reversed(made)]
    builds.point_at(made[0].id)
    gone = builds.prune(1)
    assert [b.id for b in gone] == [made[2].id, made[1].id]
    assert [b.id for b in builds.all_builds()] == [made[3].id, made[0].id]
    assert builds.find_build(made[0].id).fingerprint == made[0].fingerprint
    with pytest.raises(StoreError, match="finns inte kvar"):
        builds.find_build(made[1].id)


@pytest.mark.parametrize("wrong", ["", "x", "../CURRENT", "2026-11-25T132711Z"])
def test_a_build_that_does_not_exist(content: Content, wrong: str) -> None:
    with pytest.raises(StoreError):
        builds.find_build(wrong)


def test_the_dimensions_keep_their_own_laws(content: Content) -> None:
    path = content.build().path
    copy, rest = path.with_name("copy.duckdb"), "'k', 'total', 'value', 'kolada', 'k', []"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(str(copy)) as db:
        for wrong in (
            "insert into region values ('00', 'Riket', 'riket', null, null, null, null, null, 99)",
            "insert into region values ('77', 'X', 'by', null, null, null, null, null, 99)",
            "insert into period values ('2030', 'year', 2030, date '2030-12-31', date '2030-01-01', 99)",
            f"insert into series values ('nobody', 1, {rest}, null, null, 1, true, null)",
            f"insert into series values ('invanare', 9, {rest}, null, null, 0, true, null)",
        ):
            with pytest.raises(duckdb.ConstraintException):
                db.execute(wrong)
