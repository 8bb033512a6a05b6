"""The real thing as far as it goes on a bare Python."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from rus.bootstrap import environment

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def test_the_first_file_can_be_read_by_an_old_python():
    for path in (ROOT / "rus" / "__main__.py", ROOT / "rus" / "__init__.py"):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_too_old_python_gets_one_clear_line():
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 1, 'final', 0);"
        f"runpy.run_path({str(ROOT / 'rus' / '__main__.py')!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "rus behöver Python 3.11 eller nyare. Det här är Python 3.9."


def test_bootstrap_needs_nothing_but_the_standard_library():
    names = set()
    for path in (ROOT / "rus" / "bootstrap").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(".".join((node.module or "").split(".")[:2]))
    ours = {name for name in names if name.startswith("rus")}
    assert ours == {"rus.bootstrap"}
    assert {name.split(".")[0] for name in names - ours} <= sys.stdlib_module_names


def test_a_bare_python_without_a_network_says_so_and_mends_it_next_time(tmp_path):
    """The real thing as far as it goes without an index: a real environment is made, and pip finds nobody."""
    root = tmp_path / "clone"
    shutil.copytree(ROOT / "rus", root / "rus", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, root)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "RUS_", "UV_"))}
    clean |= {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    clean |= {"PIP_NO_CACHE_DIR": "1"}
    command = [getattr(sys, "_base_executable", sys.executable), "-m", "rus", "list"]
    done = subprocess.run(command, cwd=root, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Skapar en egen Python-miljö" in done.stderr
    assert "Paketarkivet går inte att nå" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert json.loads((root / ".venv" / environment.STATE).read_text(encoding="utf-8")) == {"state": "installing"}
    again = subprocess.run(command, cwd=root, env=clean, capture_output=True, text=True, check=False)
    assert "Börjar om" in again.stderr
