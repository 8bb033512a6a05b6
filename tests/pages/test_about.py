"""Om: the strategy with what is unconfirmed, words, method, signs, and the way from a figure to its fetch."""

import csv
import io
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from rus.catalogue.accessibility import read_statement
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.exports.csv import csv_machine
from rus.store.builds import current
from rus.store.store import open_store
from rus.ui import about_access
from rus.views import about
from rus.views.about_sheets import fetches_sheet, owners_sheet
from rus.views.about_signs import IN_CHARTS, MARKS, STATUS_MEANS, WORDS_OF_WAY, symbols
from rus.views.about_words import METHOD, RUS, TERMS
from rus.views.method_words import METHODS
from rus.views.status import STATUSES
from tests.region.making import everything, in_use, open_at

TABS = (
    *("Om sidan", "Strategin", "Ordlista", "Metod", "Teckenförklaring", "Källor och hämtningar", "Tillgänglighet"),
    "Kortkommandon",
)


@pytest.fixture(scope="module", autouse=True)
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The content that ships, with a store of its own."""
    with in_use(paths.ROOT, tmp_path_factory.mktemp("home")):
        open_at("om")
        yield


def words(tab: str, **parameters: str) -> str:
    app = open_at("om", om_flik=tab, **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return everything(app)


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(tab):
    assert "Om siffrorna och sidan" in words(tab)


def test_the_strategy_is_whole_and_marks_what_is_not_confirmed():
    said, plan = words("Strategin"), read_catalogue().plan
    assert plan.vision.text in said
    for thing in (*plan.overarching, *plan.effektmal, *plan.priorities):
        assert thing.name in said
    for target in plan.public_targets:
        assert target.text.replace('"', "&quot;") in said.replace('\\"', "&quot;")
    unsure = [e.name for e in plan.effektmal if e.unconfirmed]
    assert unsure
    assert all(f"{name} (ej bekräftat)" in said for name in unsure)


def test_words_and_method_are_all_there():
    said = words("Ordlista")
    assert all(term.term in said for term in TERMS)
    assert "RTN" in said
    said = words("Metod")
    assert all(heading in said for heading in METHOD)
    assert "Mann–Kendalls test" in said


def test_every_figure_leads_to_its_fetch():
    store = open_store(current())
    figures = store.newest(indicators=None)
    known = set(store.fetches(None)["fetch_id"])
    assert len(figures) > 1000
    assert set(figures["fetch_id"]) <= known
    wanted = str(figures["fetch_id"].iloc[0])
    said = everything(open_at("om", fetch=wanted))
    assert "Så hämtades siffran" in said
    assert wanted in said


def test_a_fetch_that_is_gone_is_told():
    said = everything(open_at("om", fetch="finns-inte"))
    assert "Hämtningen finns-inte finns inte" in said


def test_every_owner_is_named_with_terms():
    said, catalogue = words("Källor och hämtningar"), read_catalogue()
    covered = open_store(current()).coverage()
    owners = {catalogue.indicators[i].owner for i in covered[covered["n_values"] > 0]["indicator"]}
    assert len(owners) > 3
    assert not [owner for owner in owners if owner not in said]


def test_accessibility_is_told_honestly():
    said, told = words("Tillgänglighet"), read_statement()
    assert told
    assert "delvis förenlig med lagen" in said
    assert "inte granskad" in said
    for fault in told.shortcoming:
        assert fault.what in said
        assert fault.instead in said
    assert str(told.supervision_link) in said
    assert "Adress för synpunkter är inte inlagd" in said
    assert f"Vänd dig till {told.actor}" in said


@pytest.mark.parametrize(
    ("own", "general", "said"),
    [
        ("a@region.se", "b@region.se", '<a href="mailto:a@region.se">a@region.se</a>'),
        (None, "b@region.se", '<a href="mailto:b@region.se">b@region.se</a>'),
        (None, "Ring växeln & fråga", "<p>Ring växeln &amp; fråga</p>"),
        (None, None, "Vänd dig till "),
    ],
)
def test_whom_to_tell_is_the_address_that_is_given_and_never_one_made_up(own, general, said):
    told = read_statement()
    assert told
    words = about_access._whom(told.model_copy(update={"contact": own}), general)
    assert said in words
    assert ("@" in words) == bool(own or (general and "@" in general))


def test_every_method_is_told_in_two_sentences_and_opens_its_formula():
    methods = [m for several in METHODS.values() for m in several]
    documents = {p.stem for p in (paths.ROOT / "docs" / "methods").glob("*.md")}
    assert {m.id for m in methods} == documents, (
        "each document in docs/methods has two sentences in rus/views/method_*.py"
    )
    assert len(methods) == len(documents)
    assert not [m.id for m in methods if not m.does.endswith(".") or not m.mind.endswith(".")]
    said = words("Metod")
    assert all(m.name in said and m.does in said for m in methods)
    assert "Mann 1945" in words("Metod", om_metod="trend")
    assert "Metoden finns-inte finns inte" in words("Metod", om_metod="finns-inte")


def test_every_status_and_sign_is_explained():
    said = words("Teckenförklaring")
    assert set(STATUS_MEANS) == set(STATUSES)
    assert all(status.words in said for status in STATUSES.values())
    assert all(means in said for _, means in (*symbols(), *MARKS, *IN_CHARTS))
    assert all(word in said for word, _ in WORDS_OF_WAY)


def test_every_page_ends_with_the_statement():
    said = everything(open_at("om"))
    assert f"om?{urlencode({'om_flik': 'Tillgänglighet'})}" in said


def test_rus_is_explained_in_plain_words():
    said = words("Om sidan")
    assert all(heading in said for heading in RUS)
    longest = max((len(s.split()), s) for texts in (*RUS.values(), *METHOD.values()) for s in texts)
    assert longest[0] <= 24, longest


def test_owners_and_fetches_can_be_taken_away_as_they_are_seen():
    app = open_at("om", om_flik="Källor och hämtningar")
    assert len(app.get("download_button")) == 6
    store = open_store(current())
    found = about.fetches(store, store.catalogue())
    rows = list(csv.DictReader(io.StringIO(csv_machine(fetches_sheet(store.catalogue(), found, "b")).decode())))
    assert [row["fetch_id"] for row in rows] == [f.id for f in found]
    owners = about.sources(store, store.catalogue())
    assert owners_sheet(store.catalogue(), owners, "b").rows["owner"].to_list() == [s.owner for s in owners]
