"""A file taken from a page in a browser is the answer `rus query` gives to the same question."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.core import paths

SAME = ("indicator", "region", "period", "sex", "group", "value", "status", "unit", "source")


def by_sex() -> tuple[Indicator, str]:
    """A headline indicator that has figures for women and men, and the county's code."""
    catalogue = read_catalogue()
    found = next(
        i
        for i in catalogue.indicators.values()
        if i.headline and i.state == "in_use" and {"women", "men"} <= set(i.series[0].sexes) and not i.series[0].group
    )
    return found, catalogue.here.region


def rows(text: str) -> list[tuple[str, ...]]:
    return sorted(tuple(row[name] for name in SAME) for row in csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def asked(server: str, home: Path) -> tuple[str, str]:
    """The address of the question, and the answer of the same store on the command line."""
    assert server
    indicator, county = by_sex()
    command = [sys.executable, "-m", "rus", "query", indicator.id, "--region", county, "--sex", "women,men"]
    command += ["--years", "2010:2020", "--group", "total", "--format", "csv"]
    done = subprocess.run(
        command, cwd=paths.ROOT, env={**os.environ, "RUS_HOME": str(home)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return f"utforska?ind={indicator.id}&geo={county}&kon=KM&ar=2010-2020&jmf=ingen&diagram=tabell", done.stdout


def test_the_csv_of_a_page_equals_rus_query(visit, asked):
    address, answer = asked
    page, _ = visit(address)
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV för program").first.click()
    file = Path(taken.value.path())
    assert taken.value.suggested_filename.endswith(".csv")
    assert rows(answer)
    assert rows(file.read_text(encoding="utf-8")) == rows(answer)
