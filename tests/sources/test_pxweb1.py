"""PxWebApi 1: positions as codes, byte order marks, small limits and pooled years."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.catalogue.series import PxSeries
from rus.core.errors import SourceError
from rus.sources import services
from rus.sources.base import Asked, RefusedError, RetiredError, Wanted
from rus.sources.jsonstat import read_cube
from rus.sources.pxweb1 import LOADER, read_variables
from tests.sources.asking import Direct, fetched, plain, write_regions
from tests.stub.pxtable import Table, Variable
from tests.stub.pxweb1 import PxWeb1

ROOT = "https://prov.example/api/v1/sv/prov"
PATH = "B_HLV/halsa.px"


@pytest.fixture(autouse=True, scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = write_regions(tmp_path_factory.mktemp("pxweb1"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.setenv("RUS_PXWEB1_URL_PROV", ROOT)
        yield root


def survey() -> Table:
    """Share, both limits and the number of answers, by region, sex and four-year window; codes are positions."""
    return Table(
        "halsa",
        [
            Variable("Region", {"0": "00 Riket", "65": "91 Provlän", "66": "9101 Storköping"}, "region"),
            Variable("Hälsa", {"0": "Bra", "1": "Dålig"}, "hälsa"),
            Variable(
                "Mått",
                {"0": "Andel", "1": "Konfidensintervall nedre", "2": "Konfidensintervall övre", "3": "Antal svar"},
                "andel och konfidensintervall",
            ),
            Variable("Kön", {"01": "Kvinnor", "02": "Män", "99": "Totalt"}, "kön"),
            Variable("År", {"0": "2020-2023", "1": "2021-2024"}, "år", "time"),
        ],
    )


def series(measure: str = "Andel", **said: object) -> PxSeries:
    given = {"loader": "pxweb1", "owner": "PROV", "table": PATH, "select": {"Hälsa": ["bra"], "Mått": [measure]}}
    return PxSeries.model_validate({**given, **said})


def client(service: PxWeb1) -> Direct:
    return Direct(service.answer, ROOT)


def one(service: PxWeb1, asked: PxSeries, *regions: str) -> list[tuple[object, ...]]:
    return plain(fetched(LOADER, Wanted((asked,), regions), client(service))[asked.key])


def test_share_limits_and_answers_are_series_of_their_own() -> None:
    table = survey()
    service = PxWeb1({PATH: table})
    wanted = (
        series(),
        series("Konfidensintervall nedre", role="lower"),
        series("Konfidensintervall övre", role="upper"),
        series("Antal svar", role="answers"),
    )
    asked = client(service)
    found = fetched(LOADER, Wanted(wanted, ("91",)), asked)
    for number, one_series in enumerate(wanted):
        value = table.value(("65", "0", str(number), "01", "1"))
        assert ("91", "2021-2024", "women", value, None, None) in plain(found[one_series.key])
        assert found[one_series.key].num_rows == 6
    # Four questions, and once each the description, the limits and the folder.
    assert len(asked.asked) == 4 + 3


def test_codes_that_moved_are_found_by_their_labels() -> None:
    first, moved = survey(), survey()
    moved.variables[1].values = {"0": "Dålig", "1": "Bra"}
    moved.variables[0].values = {"0": "00 Riket", "64": "91 Provlän", "65": "9101 Storköping"}
    moved.told = {("64", "1", "0", "01", "1"): 77.0}
    assert ("91", "2021-2024", "women", 77.0, None, None) in one(PxWeb1({PATH: moved}), series())
    assert len(one(PxWeb1({PATH: first}), series())) == len(one(PxWeb1({PATH: moved}), series()))


def test_the_row_by_row_format_gives_the_same_figures() -> None:
    table = survey()
    for number in (0, 2):
        # Without labels in the answer, codes must be words.
        variable = table.variables[number]
        variable.values = {text: text for text in variable.values.values()}
    table.variables[1].values = {"Bra": "Bra", "Dålig": "Dålig"}
    table.variables[3].values = {"Kvinnor": "Kvinnor", "Män": "Män", "Totalt": "Totalt"}
    table.variables[4].values = {"2021-2024": "2021-2024"}
    table.symbols = {("91 Provlän", "Bra", "Andel", "Män", "2021-2024"): ".."}
    rows = one(PxWeb1({PATH: table}, form="json"), series())
    assert rows == one(PxWeb1({PATH: table}), series())
    assert ("91", "2021-2024", "men", None, "saknas", "..") in rows


@settings(deadline=None, max_examples=20)
@given(st.integers(3, 40))
def test_blocks_within_the_limit_give_the_same_rows(limit: int) -> None:
    assert one(PxWeb1({PATH: survey()}, most_cells=limit), series()) == one(PxWeb1({PATH: survey()}), series())


def test_a_lower_limit_than_told_is_met_by_halves() -> None:
    service = PxWeb1({PATH: survey()}, kept_cells=3)
    for asked in (series(sexes=["women"]), series()):
        assert one(service, asked) == one(PxWeb1({PATH: survey()}), asked)


def test_a_limit_below_one_region_and_period_is_refused() -> None:
    with pytest.raises(RefusedError, match="vägrade"):
        one(PxWeb1({PATH: survey()}, kept_cells=2), series())


def test_the_pace_is_passed_on_and_a_service_without_limits_is_asked_carefully() -> None:
    told, silent = client(PxWeb1({PATH: survey()})), client(PxWeb1({PATH: survey()}, with_config=False))
    list(LOADER.fetch(Wanted((series(),)), told))
    assert told.paces == [(ROOT, 10, 10.0)]
    found = list(LOADER.fetch(Wanted((series(),)), silent))
    assert silent.paces == []
    assert found[0].trouble is None


def test_the_version_is_what_the_folder_says_and_else_of_the_answer() -> None:
    asked = client(PxWeb1({PATH: survey()}))
    (found,) = LOADER.fetch(Wanted((series(),)), asked)
    (planned,) = LOADER.plan(Wanted((series(),)), asked)
    assert found.version == planned.version == "2026-03-01T07:00:00Z"


def test_too_many_values_to_be_listed_are_refused_with_what_to_do() -> None:
    with pytest.raises(SourceError, match="fler värden än tjänsten lämnar ut"):
        one(PxWeb1({PATH: survey()}, hidden={"Region"}), series())


def test_an_unknown_table_is_told() -> None:
    (found,) = LOADER.fetch(Wanted((series(table="B_HLV/borta.px"),)), client(PxWeb1({PATH: survey()})))
    assert isinstance(found.trouble, RetiredError)
    assert "Sök efter dess nya plats" in str(found.trouble)


def test_an_unknown_owner_is_told() -> None:
    (found,) = LOADER.fetch(Wanted((series(owner="OKÄND".replace("Ä", "A")),)), client(PxWeb1({PATH: survey()})))
    assert "vi känner inte till adressen" in str(found.trouble)


def test_an_answer_to_another_question_is_refused() -> None:
    (found,) = LOADER.fetch(Wanted((series(),)), client(PxWeb1({PATH: survey()})))
    (raw,) = found.raws
    other = replace(raw, body=raw.body.replace(b'"65"', b'"67"'))
    with pytest.raises(SourceError, match=r"svaret gäller annat än det vi bad om \(Region\)"):
        LOADER.parse(series(), (other,))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_only_give_our_own_error(body: bytes) -> None:
    (found,) = LOADER.fetch(Wanted((series(),)), client(PxWeb1({PATH: survey()})))
    with pytest.raises(SourceError):
        LOADER.parse(series(), (replace(found.raws[0], body=body),))
    with pytest.raises(SourceError):
        read_variables(body, "prov")


def in_words() -> Table:
    """The survey with codes that are words, as the row-by-row format needs."""
    table = survey()
    for variable in table.variables:
        variable.values = {text: text for text in variable.values.values()}
    return table


@settings(deadline=None)
@given(st.sampled_from(["json-stat2", "json"]), st.data())
def test_a_spoilt_answer_gives_our_own_error_or_rows_of_the_right_keys(form: str, data: st.DataObject) -> None:
    (found,) = LOADER.fetch(Wanted((series(),)), client(PxWeb1({PATH: in_words()}, form=form)))
    (raw,) = found.raws
    whole = {row[:3] for row in plain(LOADER.parse(series(), found.raws))}
    body = bytearray(raw.body)
    for _ in range(data.draw(st.integers(1, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        table = LOADER.parse(series(), (replace(raw, body=bytes(body)),))
    except SourceError:
        return
    assert {row[:3] for row in plain(table)} <= whole


@settings(deadline=None)
@given(st.data())
def test_a_spoilt_description_gives_our_own_error_or_variables(data: st.DataObject) -> None:
    body = bytearray(client(PxWeb1({PATH: survey()})).send(Asked("GET", f"{ROOT}/{PATH}")).body)
    for _ in range(data.draw(st.integers(1, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with suppress(SourceError):
        assert all(len(v.codes) == len(v.labels) for v in read_variables(bytes(body), "prov"))


@pytest.mark.parametrize("part", ['{"columns": []}', '{"columns": [{"code": "A"}], "data": [{"key": []}]}'])
def test_a_broken_row_by_row_answer_is_refused(part: str) -> None:
    (found,) = LOADER.fetch(Wanted((series(),)), client(PxWeb1({PATH: survey()})))
    with pytest.raises(SourceError, match="inte den form det ska ha"):
        LOADER.parse(series(), (replace(found.raws[0], body=part.encode()),))


def test_every_owner_has_a_pace_and_its_limits_have_an_address() -> None:
    assert services.paces()[ROOT] == (5, 10.0)
    assert services.config_url("SCB") == "https://api.scb.se/OV0104/v1/doris/sv/?config"
    assert services.config_url("PROV") == "https://prov.example/api/v1/sv/?config"


def test_recorded_answers() -> None:
    folder = os.environ.get("RUS_FIXTURES")
    if not folder:
        pytest.skip("RUS_FIXTURES är inte satt")
    recorded = Path(folder) / "pxwebapi1" / "fuzzy_mcp"
    variables = read_variables((recorded / "fohm_metadata_mobbning.json").read_bytes(), "mobbning")
    assert [len(v.codes) for v in variables] == [3, 1, 2, 3, 2, 2]
    cube = read_cube((recorded / "fohm_data_mobbning.json").read_bytes(), "mobbning")
    assert cube.values.tolist() == [4.0, 5.0]
    assert cube.dimensions[-1].units == {"EliminatedValue": "procent"}
    assert read_cube((recorded / "skolverket_stat_data.json").read_bytes(), "elever").size == (1, 2, 2)
