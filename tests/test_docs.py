"""The documents can't rot: their commands exist, their links lead somewhere, nothing that can be used is left out."""

import inspect
import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from rus.core import errors, paths

ROOT = paths.ROOT
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md"), *ROOT.glob("indicators/*.md")]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:python3? -m rus|(?<![\w/.-])rus|\.venv/bin/rus) ([a-z]+)(?![\w.:/])")
CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def commands() -> set[str]:
    from rus.cli.program import program

    return set(program.commands)


def code(path: Path) -> str:
    return "\n".join(block or inline for block, inline in CODE.findall(text(path)))


def test_there_is_something_to_check():
    assert {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md"} <= {name(p) for p in DOCUMENTS}
    assert len(commands()) >= 8
    assert len(LINK.findall(text(ROOT / "README.md"))) > 8
    assert {"start", "test", "query"} <= set(COMMAND.findall(code(ROOT / "README.md")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_command_in_a_document_exists(path):
    assert set(COMMAND.findall(code(path))) <= commands()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(path):
    near = [link for link in LINK.findall(text(path)) if not link.startswith(("http://", "https://", "#", "mailto:"))]
    lost = [link for link in near if not (path.parent / link.split("#")[0]).exists()]
    assert not lost


def test_every_command_is_documented():
    said = text(ROOT / "docs" / "cli.md")
    assert not [c for c in sorted(commands()) if f"rus {c}" not in said]


def test_every_option_is_documented():
    from rus.cli.program import program

    said = text(ROOT / "docs" / "cli.md")
    options = {o for c in program.commands.values() for p in c.params for o in p.opts if o.startswith("--")}
    assert len(options) > 5
    assert not sorted(o for o in options - {"--help"} if o not in said)


def models(kind: type[BaseModel]) -> set[type[BaseModel]]:
    """The model and every model that stands in its fields."""
    found = {kind}
    for field in kind.model_fields.values():
        found |= {inner for one in _within(field.annotation) for inner in models(one)}
    return found


def _within(annotation: object) -> set[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return {annotation}
    return {one for part in get_args(annotation) for one in _within(part)}


def test_every_field_of_an_indicator_is_in_its_guide():
    from rus.catalogue.indicator import Indicator

    found = models(Indicator)
    assert len(found) > 8
    fields = {field for model in found for field in model.model_fields}
    said = code(ROOT / "docs" / "adding-an-indicator.md")
    missing = sorted(f for f in fields if not re.search(rf"(?<![\w-]){f}(?![\w-])", said))
    assert not missing


def test_every_error_is_explained():
    kinds = {n for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, errors.RusError)}
    assert len(kinds) >= 5
    said = text(ROOT / "docs" / "errors.md")
    assert not [kind for kind in sorted(kinds) if f"`{kind}`" not in said]


def test_every_room_is_in_the_architecture():
    rooms = sorted(p.parent.name for p in (ROOT / "rus").glob("*/__init__.py"))
    said = text(ROOT / "docs" / "architecture.md")
    assert len(rooms) >= 9
    assert not [room for room in rooms if f"`rus.{room}`" not in said]


def test_every_method_has_a_page():
    """A page is named as its module, says its file, and has an example and the limits."""
    modules = sorted(p.stem for p in (ROOT / "rus" / "analysis").glob("*.py") if p.stem != "__init__")
    pages = {p.stem: text(p) for p in (ROOT / "docs" / "methods").glob("*.md")}
    assert len(modules) > 20
    assert not [m for m in modules if f"`rus/analysis/{m}.py`" not in pages.get(m, "")]
    assert not [m for m in modules if "**Limits.**" not in pages[m] or "xample" not in pages[m]]


def test_every_page_is_in_the_readme():
    from rus.catalogue.read import read_catalogue
    from rus.ui import site

    catalogue = read_catalogue()
    found = site.pages(catalogue)
    areas = {c.id for c in catalogue.challenges}
    said = text(ROOT / "README.md")
    assert len(found) >= 5
    assert not [address for address in found if address not in areas and f"`/{address}`" not in said]


def test_the_changelog_knows_the_version():
    from importlib.metadata import version

    assert f"## {version('rus')}" in text(ROOT / "CHANGELOG.md")


def test_the_licence_is_the_one_that_is_named():
    assert text(ROOT / "LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert 'license = "EUPL-1.2"' in text(ROOT / "pyproject.toml")
