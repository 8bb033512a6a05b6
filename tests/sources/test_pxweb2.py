"""PxWebApi 2: every variable named, blocks within the limit, and an answer to another question refused."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.catalogue.series import PxSeries, SexCodes
from rus.core.errors import SourceError
from rus.sources import pxweb2
from rus.sources.base import Raw, RetiredError, Wanted
from rus.sources.jsonstat import dimensions_of
from rus.sources.pxweb2 import LOADER
from tests.sources.asking import Direct, fetched, plain, write_regions
from tests.stub.pxtable import Codelist, Table, Variable, small_table
from tests.stub.pxweb2 import PxWeb2


@pytest.fixture(autouse=True, scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = write_regions(tmp_path_factory.mktemp("pxweb2"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_PXWEB2_URL", raising=False)
        yield root


def series(**said: object) -> PxSeries:
    return PxSeries.model_validate({"loader": "pxweb2", "table": "TAB1", **said})


def client(service: PxWeb2) -> Direct:
    return Direct(service.answer, pxweb2.root())


def one(service: PxWeb2, asked: PxSeries, *regions: str) -> list[tuple[object, ...]]:
    return plain(fetched(LOADER, Wanted((asked,), regions), client(service))[asked.key])


def test_every_cell_of_the_table_comes_with_our_codes() -> None:
    service = PxWeb2.small()
    rows = one(service, series())
    assert len(rows) == 6 * 3 * 5
    table = service.tables["TAB1"]
    value = table.value(("91", "2", "0001", "2023"))
    assert ("91", "2023", "women", value, None, None) in rows
    # A sign for nothing is a zero, two dots are a figure that is missing.
    assert ("9102", "2024", "women", 0.0, "noll", "-") in rows
    assert ("9102", "2024", "men", None, "saknas", "..") in rows


def test_only_the_regions_wanted_are_asked_for() -> None:
    asked = client(PxWeb2.small())
    found = fetched(LOADER, Wanted((series(),), ("91", "9101", "77")), asked)[series().key]
    assert set(found["region"].to_pylist()) == {"91", "9101"}
    assert asked.bodies == [
        {
            "selection": [
                {"variableCode": "Region", "valueCodes": ["91", "9101"]},
                {"variableCode": "Kon", "valueCodes": ["2", "1", "1+2"]},
                {"variableCode": "ContentsCode", "valueCodes": ["0001"]},
                {"variableCode": "Tid", "valueCodes": ["2020", "2021", "2022", "2023", "2024"]},
            ]
        }
    ]


@settings(deadline=None, max_examples=25)
@given(st.integers(15, 120))
def test_blocks_within_the_limit_give_the_same_rows(limit: int) -> None:
    service = PxWeb2({"TAB1": small_table()}, most_cells=limit)
    assert one(service, series()) == one(PxWeb2({"TAB1": small_table()}), series())


def test_a_limit_lowered_in_the_middle_of_a_run_is_met_by_halves() -> None:
    service = PxWeb2({"TAB1": small_table()}, most_cells=150_000, kept_cells=20)
    assert one(service, series()) == one(PxWeb2({"TAB1": small_table()}), series())


def test_the_services_own_pace_is_passed_on_and_a_table_described_once() -> None:
    asked = client(PxWeb2(PxWeb2.small().tables, calls=7, window=3))
    many = (series(), series(sexes=["women"], note="a"), series(select={"Kon": ["män"]}, sexes=["total"]))
    list(LOADER.fetch(Wanted(many), asked))
    assert asked.paces == [(pxweb2.root(), 7, 3.0)]
    assert sum("/metadata" in question.url for question in asked.asked) == 1
    assert sum("/config" in question.url for question in asked.asked) == 1


def test_select_takes_a_label_and_stands_for_a_group() -> None:
    table = small_table()
    table.variables.insert(2, Variable("Bakgrund", {"10": "inrikes född", "20": "utrikes född"}, "bakgrund"))
    rows = one(PxWeb2({"TAB1": table}), series(select={"bakgrund": ["utrikes född"]}))
    assert ("91", "2023", "women", table.value(("91", "2", "20", "0001", "2023")), None, None) in rows
    with pytest.raises(SourceError, match=r"inget om bakgrund; ange den i select: det finns 10 \(inrikes"):
        one(PxWeb2({"TAB1": table}), series())
    with pytest.raises(SourceError, match="bakgrund har inget värde född i Norden"):
        one(PxWeb2({"TAB1": table}), series(select={"Bakgrund": ["född i Norden"]}))


def test_the_service_sums_only_what_the_series_says() -> None:
    table = small_table()
    table.variables.insert(2, Variable("Alder", {"1": "1 år", "2": "2 år"}, "ålder", elimination=True))
    table.told = {("91", "2", age, "0001", "2024"): 5.0 for age in ("1", "2")}
    rows = one(PxWeb2({"TAB1": table}), series(sum_over=["Alder"]))
    assert ("91", "2024", "women", 10.0, None, None) in rows
    with pytest.raises(SourceError, match="tjänsten kan inte summera över tabellinnehåll"):
        one(PxWeb2({"TAB1": table}), series(sum_over=["ContentsCode"]))


def test_a_codelist_is_asked_for_by_its_id() -> None:
    asked = client(PxWeb2.small())
    found = fetched(LOADER, Wanted((series(codelists={"Region": "vs_Län"}),)), asked)
    assert set(next(iter(found.values()))["region"].to_pylist()) == {"91", "92"}
    assert "codelist%5BRegion%5D=vs_L%C3%A4n" in asked.asked[0].url


def test_several_measures_must_be_chosen_between() -> None:
    table = small_table()
    table.variables[2].values["0002"] = "Antal"
    with pytest.raises(SourceError, match="tabellen har flera mått; ange content"):
        one(PxWeb2({"TAB1": table}), series())
    rows = one(PxWeb2({"TAB1": table}), series(content="antal"))
    assert ("91", "2024", "men", table.value(("91", "1", "0002", "2024")), None, None) in rows
    assert series(content="antal").key != series(content="andel").key


def test_a_table_of_the_whole_country_has_its_region_in_the_file() -> None:
    table = small_table()
    del table.variables[0]
    assert {row[0] for row in one(PxWeb2({"TAB1": table}), series(region="00"))} == {"00"}
    with pytest.raises(SourceError, match="vilken variabel som är region"):
        one(PxWeb2({"TAB1": table}), series())


@pytest.mark.parametrize(
    ("code", "ours"), [("2024K2", "2024Q2"), ("2024M06", "2024M06"), ("2023/24", "2023/24"), ("2021-2024", "2021-2024")]
)
def test_periods_get_our_ids(code: str, ours: str) -> None:
    table = small_table()
    table.variables[3] = Variable("Tid", {code: code}, "period", "time")
    assert {row[1] for row in one(PxWeb2({"TAB1": table}), series())} == {ours}


def test_weeks_are_refused() -> None:
    table = small_table()
    table.variables[3] = Variable("Tid", {"2026V30": "2026V30"}, "vecka", "time")
    with pytest.raises(SourceError, match="perioden 2026V30 är av ett slag som vi inte känner"):
        one(PxWeb2({"TAB1": table}), series())


def test_a_note_tells_what_a_sign_stands_for_and_an_unknown_one_is_reported() -> None:
    table = small_table()
    table.symbols = {("91", "1", "0001", "2024"): "..", ("92", "1", "0001", "2024"): "......"}
    table.notes = ["'.' = uppgift saknas, '..' = sekretess (färre än tio)"]
    found = fetched(LOADER, Wanted((series(),)), client(PxWeb2({"TAB1": table})))[series().key]
    rows = plain(found)
    assert ("91", "2024", "men", None, "skyddad", "..") in rows
    assert ("92", "2024", "men", None, "saknas", "......") in rows
    assert json.loads(found.schema.metadata[b"unknown_symbols"]) == ["......"]
    assert found.schema.metadata[b"unit"] == b"procent"
    assert found.schema.metadata[b"updated"] == table.updated.encode()


def test_sex_without_a_total_is_not_made_up() -> None:
    table = small_table()
    del table.variables[1].values["1+2"]
    with pytest.raises(SourceError, match="det framgår inte vilket värde som är båda könen"):
        one(PxWeb2({"TAB1": table}), series())
    assert {row[2] for row in one(PxWeb2({"TAB1": table}), series(sexes=["women", "men"]))} == {"women", "men"}


def test_sex_may_be_named_by_the_series() -> None:
    table = small_table()
    table.variables[1] = Variable("G", {"a": "grupp a", "b": "grupp b"}, "grupp")
    given = SexCodes(variable="G", women="grupp b", men="a").model_dump()
    rows = one(PxWeb2({"TAB1": table}), series(sex=given, sexes=["women", "men"]))
    assert ("91", "2024", "women", table.value(("91", "b", "0001", "2024")), None, None) in rows


def test_a_table_that_is_gone_is_told_and_the_others_go_on() -> None:
    gone = series(table="TAB9")
    found = list(LOADER.fetch(Wanted((gone, series())), client(PxWeb2.small())))
    assert isinstance(found[0].trouble, RetiredError)
    assert found[1].trouble is None
    assert found[1].version == "2026-03-01T07:00:00Z"
    planned = list(LOADER.plan(Wanted((gone, series())), client(PxWeb2.small())))
    assert isinstance(planned[0].trouble, RetiredError)
    assert (planned[1].version, planned[1].requests) == ("2026-03-01T07:00:00Z", 2)


def answered() -> tuple[Raw, ...]:
    found = next(iter(LOADER.fetch(Wanted((series(),)), client(PxWeb2.small()))))
    return found.raws


@pytest.mark.parametrize("edit", [("91", "93"), ("2024", "2019"), ("Kon", "Sex")])
def test_an_answer_to_another_question_is_refused(edit: tuple[str, str]) -> None:
    (raw,) = answered()
    body = raw.body.replace(f'"{edit[0]}"'.encode(), f'"{edit[1]}"'.encode())
    with pytest.raises(SourceError, match="svaret gäller annat än det vi bad om"):
        LOADER.parse(series(), (replace(raw, body=body),))


def test_the_same_block_twice_is_refused() -> None:
    with pytest.raises(SourceError, match="flera värden"):
        LOADER.parse(series(), answered() * 2)


def test_a_table_changed_between_two_blocks_is_refused() -> None:
    first, *_ = answered()
    other = replace(first, body=first.body.replace(b"2026-03-01", b"2026-03-02"))
    with pytest.raises(SourceError, match="ändrades medan den hämtades"):
        LOADER.parse(series(), (first, other))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_only_give_our_own_error(body: bytes) -> None:
    (raw,) = answered()
    with pytest.raises(SourceError):
        LOADER.parse(series(), (replace(raw, body=body),))
    with pytest.raises(SourceError):
        dimensions_of(body, "prov")


@settings(deadline=None)
@given(st.data())
def test_a_spoilt_answer_gives_our_own_error_or_rows_of_the_right_keys(data: st.DataObject) -> None:
    (raw,) = answered()
    body = bytearray(raw.body)
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = LOADER.parse(series(), (replace(raw, body=bytes(body)),))
    except SourceError:
        return
    assert found.num_rows == 6 * 3 * 5


def test_an_aggregate_is_one_of_our_regions() -> None:
    table = Table("TAB1", small_table().variables)
    table.variables[0].codelists["agg"] = Codelist({"L91": "Provlän"}, {"L91": ["9101", "9102"]})
    rows = one(PxWeb2({"TAB1": table}), series(codelists={"Region": "agg"}))
    assert {row[0] for row in rows} == {"91"}
