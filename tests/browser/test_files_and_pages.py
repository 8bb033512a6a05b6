"""The file that a page offers holds the figures that the page shows, measure by measure."""

import csv
import io
import re
from collections import defaultdict
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from tests.browser.waiting import settled

AREA = read_catalogue().challenges[0].id
NUMBER = re.compile(r"[−-]?\d+(?:\u00a0\d{3})*(?:,\d+)?")
ROWS = """([rows, value]) => [...document.querySelectorAll(rows)].map(row => {
  const link = row.querySelector("a[href*='ind='], a[href*='mal_rad=']");
  const said = link && [...(row.querySelector(value)?.childNodes ?? [])].map(n => n.textContent).join(" ");
  return said ? [new URL(link.href, document.baseURI).searchParams, said] : null;
}).filter(Boolean).map(([asked, said]) => [(asked.get("mal_rad") || asked.get("ind")).split(/[^a-z0-9-]/)[0], said])"""
PLACES = {
    "": (".ind", ".val", 10),
    f"{AREA}?utm_fler=1": (".st-key-frame_measures tr", "td.n", 20),
    "gemensam-uppfoljning": ("tr", "td.n", 2),
    "malstatus": ("details.br tr", "td:nth-of-type(3)", 20),
}
"""Page → its rows, where in a row the newest value stands, and how many rows there are at least."""


def taken(page) -> list[dict[str, str]]:
    """The rows of the file for programs; of the first where there are several."""
    page.get_by_role("button", name="Ladda ner").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV för program").first.click()
    return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))


def below_charts(page) -> list[list[dict[str, str]]]:
    """The rows of the first file below a chart that can be seen; none where there is no chart."""
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name="Dela och ladda ner").first
    if not button.is_visible():
        return []
    button.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV för program").last.click()
    return [list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))]


def shown(words: str) -> tuple[float, int] | None:
    """The first number of some words, and its decimals."""
    found = NUMBER.search(words)
    if not found:
        return None
    text = found[0].replace("\u00a0", "").replace("−", "-").replace(",", ".")
    return float(text), len(text.partition(".")[2])


@pytest.mark.parametrize("address", PLACES)
def test_every_figure_of_the_page_is_in_its_file(visit, address):
    rows, value, least = PLACES[address]
    page, heard = visit(address, locale="sv-SE")
    seen = [(one, number) for one, said in page.evaluate(ROWS, [rows, value]) if (number := shown(said))]
    known: dict[str, list[float]] = defaultdict(list)
    for row in taken(page):
        known[row["indicator"]] += [float(v) for k in ("value", "newest") if (v := row.get(k))]
    assert len(seen) >= least
    assert all(below_charts(page))
    lost = [
        (one, number, digits)
        for one, (number, digits) in seen
        if not any(abs(number - held) <= 0.5001 / 10**digits for held in known[one])
    ]
    assert lost == []
    assert heard.errors == []
    page.context.close()


def test_women_and_men_on_the_page_are_women_and_men_in_the_file(visit):
    page, _ = visit("jamlikhet", locale="sv-SE")
    said = page.locator("[data-testid=stMainBlockContainer]").inner_text().replace("\u00a0", " ")
    county = read_catalogue().here.region
    own = [row for row in taken(page) if row["region"] == county and row["value"]]
    held = [row for row in own if row["group"] == "total" and row["sex"] in {"women", "men"}]
    newest = max(row["period"] for row in held)
    both = {row["sex"]: f"{float(row['value']):.1f}".replace(".", ",") for row in held if row["period"] == newest}
    assert f"{both['women']} mot {both['men']} procent" in said
    page.context.close()


def test_owners_and_fetches_in_the_files_are_those_on_the_page(visit):
    page, _ = visit("om?om_flik=K%C3%A4llor+och+h%C3%A4mtningar", locale="sv-SE")
    buttons = page.get_by_role("button", name="CSV för program")
    tables = [set(page.locator("table").nth(n).locator("tbody th").all_inner_texts()) for n in range(buttons.count())]
    assert len(tables) == 2
    for button, heads in zip(buttons.all(), tables, strict=True):
        settled(page)
        with page.expect_download() as download:
            button.click()
        rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
        firsts = {value for row in rows for value in row.values()}
        assert heads
        assert {head.splitlines()[0] for head in heads} <= firsts
    page.context.close()
