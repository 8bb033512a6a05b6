"""Our systemd unit: known settings, and the same port and path as nginx has."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rus.bootstrap import arguments

HOSTING = Path(__file__).parents[2] / "docs" / "hosting"
UNIT = HOSTING / "rus.service"


def test_the_unit_starts_what_nginx_forwards_to():
    command = re.search(r"^ExecStart=\S+/rus (.+)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    asked = arguments.read(command[1].split())
    nginx = (HOSTING / "nginx.conf").read_text(encoding="utf-8")
    assert f"server {asked.address}:{asked.port};" in nginx
    assert f"location /{asked.base_path}/ {{" in nginx
    assert not asked.browser


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_knows_every_setting(tmp_path):
    text = UNIT.read_text(encoding="utf-8").replace("/opt/rus/.venv/bin/rus", shutil.which("true") or "/bin/true")
    unit = tmp_path / "rus.service"
    unit.write_text(text.replace("WorkingDirectory=/opt/rus", f"WorkingDirectory={tmp_path}"), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if str(unit) in line or "rus.service" in line]
    assert ours == []
