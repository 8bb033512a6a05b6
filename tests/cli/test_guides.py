"""What the documents show works as it stands."""

import re
import shlex
import shutil

import click
import pytest

from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.cli.program import program
from rus.core import paths

CLI = (paths.ROOT / "docs/cli.md").read_text(encoding="utf-8")
GUIDE = (paths.ROOT / "docs/adding-an-indicator.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SHELL = "".join(text for kind, text in BLOCK.findall(CLI + GUIDE) if kind == "sh")
SHOWN = sorted({line for line in SHELL.splitlines() if line.startswith("rus ")})


def test_there_is_something_to_try():
    assert len(SHOWN) > 12
    assert len(BLOCK.findall(GUIDE)) > 2


@pytest.mark.parametrize("line", SHOWN)
def test_every_command_shown_is_understood(line):
    name, *words = shlex.split(line)[1:]
    with click.Context(program, info_name="rus") as parent:
        program.commands[name].make_context(name, words, parent=parent)


def test_the_whole_file_in_the_guide_passes_the_check(tmp_path):
    shutil.copytree(paths.ROOT / "indicators", tmp_path / "indicators")
    shutil.copytree(paths.ROOT / "data/reference", tmp_path / "data/reference")
    whole = next(text for kind, text in BLOCK.findall(GUIDE) if kind == "toml")
    (tmp_path / "indicators/arbete/ur-guiden.toml").write_text(whole, encoding="utf-8")
    assert read_catalogue(tmp_path).indicators["ur-guiden"].grounds == ["background"]


def test_the_guide_names_every_key_of_an_indicator():
    said = set(re.findall(r"`(?:\[+)?([a-z_]+)(?:\]+)?`", GUIDE)) | {"goals"}
    assert len(Indicator.model_fields) > 20
    assert set(Indicator.model_fields) <= said
