"""The accessibility statement: strict, whole, and wrong in words that help."""

from pathlib import Path

import pytest

from rus.catalogue.accessibility import PATH, read_statement
from rus.core import paths
from rus.core.errors import CatalogueError

SHIPPED = (paths.ROOT / PATH).read_text(encoding="utf-8")


def problems(folder: Path, text: str) -> str:
    path = folder / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as told:
        read_statement(folder)
    return "\n".join(told.value.problems)


def test_the_shipped_one_has_all_that_the_law_wants():
    told = read_statement(paths.ROOT)
    assert told
    assert told.conformance == "partly"
    assert told.method
    assert "digg.se" in str(told.supervision_link)
    assert any(fault.platform for fault in told.shortcoming)
    assert all(fault.instead and fault.why for fault in told.shortcoming)


def test_a_folder_without_one_has_none(tmp_path):
    assert read_statement(tmp_path) is None


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('conformance = "partly"', 'conformance = "nearly"', "conformance: ska vara ett av"),
        ('conformance = "partly"', 'conformance = "fully"', "går inte ihop med kända brister"),
        ("updated = 2026-11-25", "updated = 2020-01-01", "ligger före assessed"),
        ("noticed = 2026-11-25", "noticed = 2027-01-01", "rätta updated"),
        ('criterion = "2.1.4"', 'criterion = "tangent"', "har fel form"),
        ("actor = ", "aktor = ", "okänd nyckel"),
        ('service = "', 'contact = "ingen adress"\nservice = "', "contact: har fel form"),
        ("assessed = 2026-11-25", 'assessed = "i går"', "ett datum utan citattecken"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(tmp_path, was, becomes, said):
    assert was in SHIPPED
    told = problems(tmp_path, SHIPPED.replace(was, becomes, 1))
    assert PATH.as_posix() in told
    assert said in told


def test_partly_without_a_fault_is_wrong(tmp_path):
    assert "kräver minst en brist" in problems(tmp_path, SHIPPED.split("[[shortcoming]]")[0])
