"""Each file that a page offers holds what its table shows, row by row; a new file has to be named here."""

import re
import tomllib
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from rus.catalogue.read import read_catalogue
from tests.pages.reading import open_all, words
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
    Offered(QUALITY, {"kv_flik": "Hämtningar", "kv_fler": "9"}, "fetches", "Hämtningar", 20),
    Offered(QUALITY, {"kv_flik": "Brott och avrundningar"}, "cautions", "Brott och avrundningar", 20),
    Offered("om", {"om_flik": "Källor och hämtningar"}, "owners", "Källor och licenser", 20),
    Offered("om", {"om_flik": "Källor och hämtningar", "om_fler": "9"}, "fetches", "Hämtningar", 20),
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


@pytest.mark.parametrize("choices", [{"mal_inom": "alla"}, {"mal_kon": "K"}], ids=str)
def test_every_cell_of_the_matrix_is_in_its_file(seen, choices):
    app, taken = seen("malstatus", {"mal_vy": "matris", "mal_fler": "1", **choices})
    [(head, body)] = matrices(app)
    name, shown = "", []
    for first, *cells in body:
        name = first[0].rstrip(",")
        shown += [(name, region, cell[0]) for region, cell in zip(head, cells, strict=True) if cell]
    held = [(row["name"], row["region_name"], row["short"]) for row in taken.rows("matrix")]
    assert len(head) > 5
    assert len(shown) > 100
    assert sorted(shown) == sorted(held)


def matrices(app: AppTest) -> list[tuple[list[str], list[Row]]]:
    """The regions of a matrix, and its rows."""
    bodies = [str(getattr(block.proto, "body", "")) for block in app.get("html")]
    heads = [
        re.findall(r'<th scope="col">([^<]*)</th>', body.partition("</thead>")[0])[1:]
        for body in bodies
        if '<div class="mx"' in body
    ]
    rows = [found for name, found in tables(app).items() if name.startswith("Bedömning per mått")]
    return list(zip(heads, rows, strict=True))


def test_the_list_of_indicators_is_in_its_file_in_the_same_order(seen):
    _, taken = seen("indikatorer", {"kat_sok": "tillit"})
    app, _ = seen("indikatorer", {"kat_sok": "tillit"})
    catalogue = read_catalogue()
    names = [option.replace("\u00a0", " ") for option in app.radio[0].options]
    assert len(names) > 2
    assert [catalogue.indicators[row["indicator"]].short for row in taken.rows("catalogue")] == names


def test_the_file_of_a_set_is_the_set_on_show(seen):
    app, taken = seen("vyer", {"vy_samling": "kommundialog"})
    held = tomllib.loads(taken.bytes("set_file").decode("utf-8"))
    said = words(app)
    assert held["title"] in said
    assert [view for view in held["views"] if view["title"] not in said] == []


ELSEWHERE = {
    "start": "tests/browser/test_files_and_pages.py",
    "seen_inkludering": "tests/browser/test_files_and_pages.py",
    "all_inkludering": "tests/pages/test_files_area.py",
    "goals": "tests/browser/test_files_and_pages.py",
    "goals_figures": "tests/browser/test_files_and_pages.py",
    "equality": "tests/pages/test_files_equality.py",
    "profile": "tests/browser/test_profile.py",
    "catalogue_ttl": "tests/pages/test_open_data.py",
    "matrix": "here", "catalogue": "here", "set_file": "here",
}  # fmt: skip
"""File → where it is compared with its page."""
MORE: list[tuple[str, dict[str, str]]] = [
    *((page, {}) for page in ("", read_catalogue().challenges[0].id, "malstatus", "jamlikhet", "rapport")),
    *((page, {}) for page in ("presentera", "diagramguide", "kommuner")),
    ("indikatorer", {"kat_sok": "tillit"}),
    ("vyer", {"vy_samling": "kommundialog"}),
]
"""Pages whose files are compared elsewhere."""


def test_no_page_offers_a_file_that_is_compared_nowhere(seen):
    known = {file.key for file in FILES} | ELSEWHERE.keys()
    every = [(file.page, file.choices) for file in FILES] + MORE
    offered = {key for page, choices in every for key in seen(page, choices)[1].names()}
    assert len(offered) >= 15
    assert offered - known == set()
