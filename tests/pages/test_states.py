"""Every page in every state of the figures: full, none, protected, one kommun, and the newest year missing."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from rus.ui import site
from tests.pages.reading import words
from tests.region.making import APP, CONTENT, YEARS, in_use, make_region

AREAS = [
    challenge["id"]
    for one in tomllib.loads((CONTENT / "indicators" / "_challenges.toml").read_text(encoding="utf-8"))["set"]
    for challenge in one["challenges"]
]
PAGES = ["", *AREAS, *(address for script, address, _ in site.LATER if (site.PAGES / script).exists())]
TABS = [
    *((AREAS[0], {"utm_flik": tab}) for tab in ("För vem?", "Var?", "Vad görs?", "Analysens slutsats")),
    *(("data-och-kvalitet", {"kv_flik": tab}) for tab in ("Aktualitet", "Täckning", "Kontroller")),
    *(("utforska", {"diagram": chart}) for chart in ("tabell", "rangordning", "karta", "rutor", "tva-ar", "spridning")),
    *(("utforska", {"diagram": chart}) for chart in ("samband", "oversikt")),
    *(("utforska", {"diagram": "linje", "utf_skala": scale}) for scale in ("index", "skillnad")),
    ("kommuner", {"geo": "9101", "kom_jmf": "9102"}),
    ("kommuner", {"geo": "9101,9103", "kom_plats": "lansdel-norra"}),
    ("malstatus", {"mal_vy": "matris"}),
    ("presentera", {"pres_id": "prov", "bild": "1"}),
]
VISITS = [*((page, {}) for page in PAGES), *TABS]
NEWEST = str(max(YEARS))
NEVER = re.compile(r"(?<![\w-])(nan|NaN|None|NaT|inf|1 kommuner|Traceback)(?!\w)")
"""What a page says if a state has not been thought of."""
FIGURELESS = {"presentera", "om", "projekt", "indikatorer"}
"""Pages that say much without a single figure."""


def _seed(root: Path, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    path = root / "data" / "seed" / "observations.parquet"
    change(pd.read_parquet(path)).to_parquet(path, index=False)


def full(root: Path) -> None:
    assert root


def empty(root: Path) -> None:
    _seed(root, lambda rows: rows.iloc[:0])


def protected(root: Path) -> None:
    """The source says of no kommun what it knows."""

    def hide(rows: pd.DataFrame) -> pd.DataFrame:
        hidden = rows["region"].str.len() == 4
        status = pd.Series("skyddad", index=rows.index, dtype="str").where(hidden)
        return rows.assign(value=rows["value"].mask(hidden), status=status)

    _seed(root, hide)


def one_kommun(root: Path) -> None:
    """The county is one with a single kommun."""
    place = root / "data" / "reference" / "place.toml"
    text = place.read_text(encoding="utf-8").replace('region = "91"', 'region = "92"')
    text = text.replace('regions = ["92", "93"]', 'regions = ["91", "93"]').split("[[lansdelar]]")[0]
    place.write_text(text, encoding="utf-8")


def newest_missing(root: Path) -> None:
    """Women have no newest year anywhere, and one kommun has none at all."""
    _seed(
        root,
        lambda rows: rows[~((rows["period"] == NEWEST) & ((rows["sex"] == "women") | (rows["region"] == "9102")))],
    )


STATES = {f.__name__: f for f in (full, empty, protected, one_kommun, newest_missing)}


@pytest.fixture(scope="module", params=STATES)
def state(request, tmp_path_factory) -> Iterator[tuple[str, dict[str, str]]]:
    """The made-up county in a state, in use; and each page's hash."""
    root = make_region(tmp_path_factory.mktemp(request.param) / "content")
    STATES[request.param](root)
    with in_use(root, root / "data"):
        first = AppTest.from_file(str(APP), default_timeout=60).run()
        yield request.param, {str(i.get("url_pathname", "")): page for page, i in first._registered_pages.items()}


@pytest.mark.parametrize(
    ("address", "parameters"), VISITS, ids=lambda v: v if isinstance(v, str) else "".join(v.values())
)
def test_every_page_has_words_for_every_state(state, address, parameters):
    name, hashes = state
    app = AppTest.from_file(str(APP), default_timeout=60)
    app._page_hash = hashes[address]
    for key, value in parameters.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    said = words(app).replace("\u00a0", " ")
    assert NEVER.findall(said) == []
    if name == "empty" and address not in FIGURELESS and "Vad görs?" not in parameters.values():
        assert re.search(r"Inga |inga |ingen |Ingen |inte |saknas", said)


def test_a_protected_figure_is_said_to_be_so(state):
    name, hashes = state
    if name == "protected":
        assert "för få personer, skyddad uppgift" in _at(hashes, "utforska", ind="andel-i-arbete", geo="9101")


def test_the_newest_year_that_there_is_is_named(state):
    name, hashes = state
    if name == "newest_missing":
        said = _at(hashes, "utforska", ind="andel-i-arbete", geo="91", kon="KM", diagram="linje")
        assert str(max(YEARS) - 1) in said


def _at(hashes: dict[str, str], address: str, **parameters: str) -> str:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app._page_hash = hashes[address]
    for key, value in parameters.items():
        app.query_params[key] = value
    return words(app.run()).replace("\u00a0", " ")
