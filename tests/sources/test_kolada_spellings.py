"""Ways in which Kolada has been seen to write the same thing: all are the same figures."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.sources.test_faults import fetch, is_whole
from tests.stub import wire
from tests.stub.server import Stub


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    with Stub() as running:
        for name, url in running.roots().items():
            monkeypatch.setenv(name, url)
        yield running


def last_page_without_next(page: dict[str, Any]) -> None:
    if page.get("next_url") is None:
        page.pop("next_url", None)


def numbers_for_yes_and_no(page: dict[str, Any]) -> None:
    for row in page["values"]:
        if "is_divided_by_gender" in row:
            row.update(is_divided_by_gender=int(row["is_divided_by_gender"]), has_ou_data=0)
        for figure in row.get("values", ()):
            figure["isdeleted"] = int(figure["isdeleted"])


def fields_unheard_of(page: dict[str, Any]) -> None:
    page["licence"] = "okänt"
    for row in page["values"]:
        row["nytt"] = {"a": [1]}
        for figure in row.get("values", ()):
            figure["kvalitet"] = None


def no_word_of_deletion(page: dict[str, Any]) -> None:
    for row in page["values"]:
        for figure in row.get("values", ()):
            figure.pop("isdeleted", None)


def no_count(page: dict[str, Any]) -> None:
    page.pop("count")


def periods_as_numbers(page: dict[str, Any]) -> None:
    for row in page["values"]:
        if "publ_period" in row:
            row["publ_period"] = int(row["publ_period"])


SPELLINGS = [
    last_page_without_next, numbers_for_yes_and_no, fields_unheard_of, no_word_of_deletion, no_count,
    periods_as_numbers,
]  # fmt: skip


@pytest.mark.parametrize("change", SPELLINGS, ids=lambda change: change.__name__)
def test_another_spelling_is_the_same_figures(stub: Stub, change: Callable[[dict[str, Any]], None]) -> None:
    stub.fault(wire.edited(change))
    assert is_whole(stub, fetch(stub))


def test_missing_in_so_many_words_is_no_value(stub: Stub) -> None:
    stub.kolada.tell(("N00001", "0091", 2024, "T"), None, "2026-03-01", "Missing")
    rows = fetch(stub)["kolada:N00001"].to_pylist()
    (row,) = [r for r in rows if (r["region"], r["period"], r["sex"]) == ("91", "2024", "total")]
    assert (row["value"], row["status"], row["symbol"]) == (None, "saknas", "Missing")
