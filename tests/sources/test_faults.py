"""Every way in which a service may go wrong: nothing lost, nothing wrong taken in, one clear line."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pyarrow as pa
import pytest

from rus.catalogue.series import KoladaSeries
from rus.core.errors import SourceError
from rus.sources.base import Asked, RefusedError, RetiredError, Wanted, read_json
from rus.sources.kolada import LOADER, to_kolada
from tests.sources.timing import Time, asking
from tests.stub import wire
from tests.stub.server import Stub, Window

PLACES = ("00", "91", "9101")
DATA = "/data/kpi"
SERIES = {key: KoladaSeries(loader="kolada", id=key[7:]) for key in ("kolada:N00001", "kolada:N00002")}


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    with Stub() as running:
        for name, url in running.roots().items():
            monkeypatch.setenv(name, url)
        yield running


def fetch(stub: Stub, time: Time | None = None, **limits) -> dict[str, pa.Table | SourceError]:
    """Series → rows, or why there are none."""
    found: dict[str, pa.Table | SourceError] = {}
    with asking(stub, time, **{"read": 10.0, **limits}) as client:
        for one in LOADER.fetch(Wanted(tuple(SERIES.values()), PLACES), client):
            try:
                found[one.series] = one.trouble or LOADER.parse(SERIES[one.series], one.raws)
            except SourceError as err:
                found[one.series] = err
    return found


def is_whole(stub: Stub, found: dict[str, pa.Table | SourceError]) -> bool:
    """Every figure as it is published, and no others."""
    for key, rows in found.items():
        assert isinstance(rows, pa.Table), rows
        kpi = stub.kolada.kpis[key[7:]]
        letters = {"total": "T", "women": "K", "men": "M"} if kpi.divided else {"total": "T"}
        made = {
            (place, str(year), sex): stub.kolada.value(kpi.id, to_kolada(place), year, letter)
            for place in PLACES
            for year in kpi.years
            for sex, letter in letters.items()
        }
        assert {(r["region"], r["period"], r["sex"]): r["value"] for r in rows.to_pylist()} == made
    return found.keys() == SERIES.keys()


PASSING: dict[str, wire.Fault] = {
    "429 with Retry-After": wire.status(429, Retry_After="3"),
    "429 without": wire.status(429),
    "500 empty": wire.status(500),
    "502": wire.status(502, b"<html>Bad Gateway</html>"),
    "503": wire.status(503, b"reload"),
    "cut off in mid-body": wire.cut_off,
    "truncated JSON": wire.truncated,
    "not gzip": wire.badly_zipped,
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
@pytest.mark.parametrize("where", ["/v3/kpi", DATA])
def test_what_passes_costs_nothing(stub, fault, where):
    stub.fault(fault, where, times=2)
    assert is_whole(stub, fetch(stub))
    assert not any(planned.left for planned in stub._planned)


LASTING: dict[str, tuple[wire.Fault, str]] = {
    **{name: (fault, "Försök igen senare") for name, fault in PASSING.items()},
    "HTML": (wire.web_page, "en webbsida"),
    "HTML said to be JSON": (wire.web_page_as_json, "en webbsida"),
    "404": (wire.status(404, b'{"detail":"Not Found"}'), "felkod 404: {"),
    "410": (wire.status(410), "felkod 410"),
    "422": (wire.status(422, b'{"detail":[]}'), "felkod 422"),
    "wrong ids": (wire.wrong_ids, "ingen frågade efter nyckeltal N99998"),
    "repeated page": (wire.repeated, "aldrig slut"),
    "endless next_url": (wire.endless, "samma sida|flera värden|poster"),
    "foreign next_url": (wire.next_url("https://annan.example/v3/data"), "en annan värd"),
    "next_url to other things": (wire.next_url("/kolada/v3/kpi?page=2"), "något annat"),
    "next_url that is no address": (wire.next_url("http://["), "en annan värd"),
    "duplicated keys": (wire.doubled, "flera värden"),
    "no rows": (wire.without_values, "inte ett enda värde"),
    "count of another page": (wire.edited(lambda page: page.update(count=1)), "säger sig ha 1 poster"),
    "a list": (wire.edited(lambda _page: [1]), "inte en sida"),
    "a word": (wire.edited(lambda page: page["values"][0].update(values="nej")), "går inte att|inte ett nyckeltal"),
    "a number in words": (wire.edited(lambda page: page["values"][0]["values"][0].update(value="1")), "går inte att"),
    "an unknown region": (wire.edited(lambda page: page["values"][0].update(municipality="9999")), "region 9999"),
    "a group of municipalities": (wire.edited(lambda page: page["values"][0].update(municipality="G1")), "region G1"),
}


@pytest.mark.parametrize(("fault", "words"), LASTING.values(), ids=LASTING)
def test_what_lasts_gives_one_clear_line_and_no_row(stub, fault, words):
    stub.fault(fault, DATA)
    found = fetch(stub)
    assert found.keys() == SERIES.keys()
    failed = [trouble for trouble in found.values() if isinstance(trouble, SourceError)]
    assert failed
    for trouble in failed:
        lines = str(trouble).splitlines()
        assert len(lines) == 2
        assert all(len(line) < 450 for line in lines)
    assert any(_says(trouble, words) for trouble in failed)
    stub.mend()
    assert is_whole(stub, fetch(stub))


def _says(trouble: SourceError, words: str) -> bool:
    return any(word in str(trouble) for word in words.split("|"))


def test_one_bad_key_figure_does_not_take_the_other_with_it(stub):
    def spoil(page):
        page["values"] += [row for row in page["values"] if row["kpi"] == "N00002"]
        page["count"] = len(page["values"])

    stub.fault(wire.edited(spoil), DATA)
    found = fetch(stub)
    assert isinstance(found["kolada:N00002"], SourceError)
    assert isinstance(found["kolada:N00001"], pa.Table)


@pytest.mark.parametrize("fault", [wire.with_bom, wire.zipped, wire.huge(100_000)], ids=["BOM", "gzip", "blanks"])
def test_other_wrappings_are_the_same_answer(stub, fault):
    stub.fault(fault)
    assert is_whole(stub, fetch(stub))


def test_a_slow_answer_is_not_waited_for(stub):
    stub.fault(wire.slow(30), DATA)
    found = fetch(stub, read=0.05, tries=2)
    assert all("svarade inte i tid" in str(trouble) for trouble in found.values())
    assert len(stub.asked(DATA)) == 2


def test_a_slow_answer_may_be_quick_the_next_time(stub):
    stub.fault(wire.slow(30), DATA, times=1)
    assert is_whole(stub, fetch(stub, read=0.3))


def test_an_answer_that_swells_is_stopped(stub):
    stub.fault(wire.huge(3_000_000), DATA)
    found = fetch(stub, most_bytes=1_000_000)
    assert all("större än 1000000 byte" in str(trouble) for trouble in found.values())
    assert len(stub.asked(DATA)) == 1


def test_a_foreign_next_page_is_never_asked_for(stub):
    with Stub() as foreign:
        stub.fault(wire.next_url(f"{foreign.kolada_url.replace('127.0.0.1', 'localhost')}/data?page=2"), DATA)
        fetch(stub)
        assert not foreign.heard


def test_pages_that_never_end_do_end(stub):
    """Even where every page is new: there are only so many years."""
    first: list[bytes] = []

    def another(request: wire.Request, answer: wire.Answer) -> wire.Answer:
        first.append(answer.body)
        page = json.loads(first[0])
        for row in page["values"]:
            row["period"] = 1900 + len(first)
        return wire.endless(request, replace(answer, body=json.dumps(page).encode()))

    stub.fault(another, DATA)
    found = fetch(stub)
    assert all("aldrig slut" in str(trouble) for trouble in found.values())
    assert len(stub.asked(DATA)) <= 40


def test_an_id_that_is_gone_is_told_as_gone(stub):
    del stub.kolada.kpis["N00002"]
    found = fetch(stub)
    assert isinstance(found.pop("kolada:N00002"), RetiredError)
    assert isinstance(found["kolada:N00001"], pa.Table)


def test_nothing_and_taken_back_and_revised_are_told_apart(stub):
    stub.kolada.tell(("N00001", "0091", 2024, "T"), None, "2026-03-01")
    stub.kolada.tell(("N00001", "0091", 2024, "K"), None, "2026-03-01", "Privacy")
    stub.kolada.take_back(("N00001", "0091", 2023, "T"), "2026-03-01")
    stub.kolada.tell(("N00001", "0091", 2022, "T"), 12.5, "2026-03-01")
    rows = fetch(stub)["kolada:N00001"]
    assert isinstance(rows, pa.Table)
    said = {
        (r["period"], r["sex"]): (r["value"], r["status"], r["deleted"])
        for r in rows.to_pylist()
        if r["region"] == "91"
    }
    assert said["2024", "total"] == (None, "saknas", False)
    assert said["2024", "women"] == (None, "skyddad", False)
    assert said["2023", "total"] == (None, "saknas", True)
    assert said["2022", "total"] == (12.5, None, False)


def test_the_stub_keeps_its_windows_as_the_services_do():
    time = Time()
    with Stub() as running:
        running.window = Window(2, 10, lambda: time.seconds, strict=True)
        with asking(running, time) as client:
            for _ in range(5):
                client.send(Asked("GET", f"{running.kolada_url}/kpi"))
    refused = len(running.heard) - 5
    assert refused <= 3
    assert time.seconds >= 20


def test_the_stub_of_pxweb_refuses_as_the_service_does(stub):
    def post(**chosen: list[str]):
        selection = [{"variableCode": name, "valueCodes": codes} for name, codes in chosen.items()]
        return Asked("POST", f"{stub.pxweb2_url}/tables/TAB1/data", json.dumps({"selection": selection}).encode())

    wrong: dict[str, Callable[[], Asked]] = {
        "Non-existent variable": lambda: post(Nej=["1"], Tid=["*"], ContentsCode=["*"]),
        "Non-existent value": lambda: post(Tid=["1999"], ContentsCode=["*"]),
        "Missing selection for mandantory variable": lambda: post(Tid=["*"]),
        "Illegal selection expression": lambda: post(Tid=["TOP( 2)"], ContentsCode=["*"]),
        "Too many cells selected": lambda: post(Region=["*"], Kon=["*"], Tid=["*"], ContentsCode=["*"]),
        "Non-existent table": lambda: Asked("GET", f"{stub.pxweb2_url}/tables/TAB2/data"),
    }
    stub.pxweb2.most_cells = 50
    with asking(stub, tries=1) as client:
        for title, asked in wrong.items():
            with pytest.raises(RefusedError, match=title) as caught:
                client.send(asked())
            assert caught.value.status == 400
        with pytest.raises(SourceError, match="felkod 500"):
            client.send(post(Tid=["2020", "2020"], ContentsCode=["*"]))
        answer = read_json(client.send(post(Region=["??"], TIME=["TOP(2)"], ContentsCode=["*"])))
    assert isinstance(answer, dict)
    assert (answer["id"], answer["size"]) == (["Region", "ContentsCode", "Tid"], [3, 1, 2])
