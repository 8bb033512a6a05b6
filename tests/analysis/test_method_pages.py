"""Every module of the analysis has a page about its method, with a worked example and its limits."""

import re

import pytest

from rus.core import paths

MODULES = sorted(p.stem for p in (paths.ROOT / "rus" / "analysis").glob("*.py") if p.stem != "__init__")
METHODS = paths.ROOT / "docs" / "methods"


def test_there_is_something_to_check():
    assert len(MODULES) > 10


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_page(module):
    page = METHODS / f"{module}.md"
    assert page.is_file()
    text = page.read_text(encoding="utf-8")
    assert f"rus/analysis/{module}.py" in text
    assert re.search(r"\bexample\b", text, re.IGNORECASE)
    assert re.search(r"\blimits?\b", text, re.IGNORECASE)


def test_no_page_is_left_behind():
    assert sorted(p.stem for p in METHODS.glob("*.md")) == MODULES
