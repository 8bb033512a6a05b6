"""The files that run `rus update` at set times: their words are those of the command, and their systems know them."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from rus.cli.updating import update

HOSTING = Path(__file__).parents[2] / "docs" / "hosting"
SPACE = {"task": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def words() -> dict[str, str]:
    """What each file starts."""
    unit = (HOSTING / "rus-update.service").read_text(encoding="utf-8")
    cron = (HOSTING / "rus-update.cron").read_text(encoding="utf-8")
    task = ET.parse(HOSTING / "rus-update.xml").find(".//task:Arguments", SPACE)
    assert task is not None
    return {
        "systemd": re.search(r"^ExecStart=\S+/rus (.+)$", unit, re.MULTILINE)[1],
        "cron": re.search(r"^20 8 \* \* 1-5 rus \S+/rus (.+)$", cron, re.MULTILINE)[1],
        "windows": task.text or "",
    }


@pytest.mark.parametrize("system", ["systemd", "cron", "windows"])
def test_every_file_runs_the_command_as_it_is(system):
    name, *rest = words()[system].split()
    context = update.make_context("rus update", rest)
    assert name == "update"
    assert context.params["quiet"]
    assert context.params["json_report"]


def test_the_timer_belongs_to_the_service():
    assert (HOSTING / "rus-update.timer").stem == (HOSTING / "rus-update.service").stem


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_knows_every_setting(tmp_path):
    for name in ("rus-update.service", "rus-update.timer"):
        text = (HOSTING / name).read_text(encoding="utf-8")
        text = text.replace("/opt/rus/.venv/bin/rus", shutil.which("true") or "/bin/true")
        (tmp_path / name).write_text(text.replace("WorkingDirectory=/opt/rus", f"WorkingDirectory={tmp_path}"))
    units = [str(tmp_path / name) for name in ("rus-update.service", "rus-update.timer")]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "rus-update" in line] == []
