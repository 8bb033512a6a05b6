"""Each file that a page offers holds what its table shows, row by row; a new file has to be named here."""

import re
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import open_all
from tests.pages.taking import Taken, tables, taking
from tests.region.making import open_at

NUMBER = re.compile(r"[−-]?\d+(?: \d{3})*(?:,\d+)?(?=$| procent| av |%|\*)")
ANY = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
Row = list[list[str]]
QUALITY, LIST, PROJECT = "data-och-kvalitet", "indikatorer", "projekt"


@dataclass(frozen=True)
class Offered:
    """A file beside its table: page, choices, key of the file, the tables by the beginning of their names."""

    page: str
    choices: dict[str, str]
    key: str
    table: str
    least: int
    same_rows: bool = True


FILES = [
    Offered(
        "utforska",
        {"ind": "sysselsattningsgrad"},
        "explore",
        "Sysselsatta i befolkningen, 20–64 år, procent",
        20,
        same_rows=False,
    ),
    Offered(
        "utforska",
        {"ind": "sysselsattningsgrad"},
        "compare",
        "Sysselsatta i befolkningen, 20–64 år, Örebro",
        5,
        same_rows=False,
    ),
    Offered(PROJECT, {"projekt_flik": "Delmål och aktiviteter"}, "activities", "Aktiviteter under delmål", 15),
    Offered(PROJECT, {"projekt_flik": "Budget och finansiering"}, "budget", "Kostnader", 4, same_rows=False),
    Offered(PROJECT, {"projekt_flik": "Budget och finansiering"}, "budget", "Finansiering", 3, same_rows=False),
    Offered(LIST, {"kat_flik": "Liknande mått"}, "alike", "Mått som liknar varandra", 20),
    Offered(QUALITY, {"kv_flik": "Aktualitet"}, "freshness", "Aktualitet", 100),
    Offered(QUALITY, {"kv_flik": "Täckning", "kv_tackning": "Inkludering"}, "coverage", "Täckning", 20),
    Offered(QUALITY, {"kv_flik": "Kontroller"}, "findings", "Kontroller", 20),
    Offered(QUALITY, {"kv_flik": "Hämtningar"}, "fetches", "Hämtningar", 20),
    Offered(QUALITY, {"kv_flik": "Brott och avrundningar"}, "cautions", "Brott och avrundningar", 20),
    Offered("om", {"om_flik": "Källor och hämtningar"}, "owners", "Källor och licenser", 20),
    Offered("om", {"om_flik": "Källor och hämtningar"}, "fetches", "Hämtningar", 20),
    Offered("gemensam-uppfoljning", {}, "followup", "Gap under", 50, same_rows=False),
]


@pytest.fixture(scope="module")
def seen(shipped):
    """Pages that were opened: their app and the files that they offered."""
    kept: dict[tuple[str, ...], tuple[AppTest, Taken]] = {}

    def go(page: str, choices: dict[str, str]) -> tuple[AppTest, Taken]:
        name = (page, *choices.values())
        if name not in kept:
            with taking() as taken:
                app = open_all(open_at(page, **choices))
            assert not app.exception
            kept[name] = app, taken
        return kept[name]

    return go


@pytest.mark.parametrize("file", FILES, ids=lambda one: f"{one.page}-{one.key}-{one.table}")
def test_each_row_of_a_table_is_in_its_file(seen, file):
    app, taken = seen(file.page, file.choices)
    assert taken.has(file.key)
    rows = [[value.replace("\u00a0", " ") for value in row.values()] for row in taken.rows(file.key)]
    shown = [row for name, found in tables(app).items() if name.startswith(file.table) for row in found]
    assert len(shown) >= file.least
    if file.same_rows:
        assert len(shown) == len(rows)
    known = {value for row in rows for value in row}
    lost = []
    for n, row in enumerate(shown):
        beside = [rows[n]] if file.same_rows else [r for r in rows if row[0][0] in r]
        missing = lacking(row, [value for one in beside for value in one], known)
        if missing:
            lost.append((row[0][0], missing))
    assert lost == []


def lacking(row: Row, beside: list[str], known: set[str]) -> list[str]:
    """What a row of a table says that is not beside it in the file: its head, its numbers, and words of the file's."""
    numbers = [float(n) for value in beside for n in ANY.findall(value)]
    found = [] if row[0][0] in beside else [row[0][0]]
    for piece in (piece for cell in row for piece in cell):
        if piece in beside:
            continue
        if match := NUMBER.match(piece):
            text = match[0].replace(" ", "").replace("−", "-").replace(",", ".")
            digits = len(text.partition(".")[2])
            near = any(abs(float(text) - held) <= 0.5001 / 10**digits for held in numbers)
            found += [] if near else [piece]
        elif piece in known:
            found.append(piece)
    return found
