"""From a bare Python to the environment: what is decided, and what a person reads when it fails."""

import ast
import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from rus.bootstrap import BootstrapError, Environment, alone, arguments, environment, install, pip, trouble
from rus.bootstrap.progress import Progress

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLATFORMS = [(system, python) for system in ("linux", "darwin", "win32") for python in ("3.11", "3.12", "3.13")]


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "checkout"
    root.mkdir()
    for name in LOCKS:
        (root / name).write_text(f"{name}==1 --hash=sha256:00\n", encoding="utf-8")
    return root


@pytest.fixture
def made(checkout, monkeypatch):
    """An environment as it is after a whole installation; its interpreter is a stand-in."""
    monkeypatch.delenv("RUS_VENV", raising=False)
    found = Environment.of(checkout)
    found.python.parent.mkdir(parents=True)
    found.python.write_text("a stand-in", encoding="utf-8")
    (found.folder / "pyvenv.cfg").write_text("home = nowhere\n", encoding="utf-8")
    found.begin()
    found.finish(with_tests=True)
    return found


def pins(name: str, system: str = sys.platform, python: str = "3.11") -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    place = {**default_environment(), "sys_platform": system, "python_version": python}
    place["python_full_version"] = f"{python}.9"
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(line.split(" --hash", 1)[0].strip())
            if requirement.marker is None or requirement.marker.evaluate(place):
                found[requirement.name.lower().replace("_", "-")] = str(requirement.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_in_a_lock_is_pinned_and_hashed_and_no_address_stands_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert len(packages) > 40
    for line in packages:
        assert re.match(r"^[a-z0-9.-]+==[^ ]+ ", line, re.IGNORECASE), line
        assert "--hash=sha256:" in line, line
    assert "://" not in text
    assert "--index" not in text


@pytest.mark.parametrize(("system", "python"), PLATFORMS)
def test_the_locks_satisfy_the_project_file_everywhere(system, python):
    backend = PROJECT["build-system"]["requires"]
    needs = {
        LOCKS[0]: PROJECT["project"]["dependencies"] + backend,
        LOCKS[1]: PROJECT["project"]["dependencies"] + backend + PROJECT["dependency-groups"]["dev"],
    }
    for name, wanted in needs.items():
        found = pins(name, system, python)
        for line in wanted:
            requirement = Requirement(line)
            version = found.get(requirement.name.lower().replace("_", "-"))
            assert version is not None, f"{requirement.name} is missing in {name}"
            assert requirement.specifier.contains(version), f"{name}: {requirement} but {version}"


@pytest.mark.parametrize(("system", "python"), PLATFORMS)
def test_the_tests_run_on_the_versions_that_people_run(system, python):
    with_tests = pins(LOCKS[1], system, python)
    for name, version in pins(LOCKS[0], system, python).items():
        assert with_tests[name] == version


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


def test_a_whole_environment_is_ready(made):
    assert made.is_ready(with_tests=False)
    assert made.is_ready(with_tests=True)


def test_nothing_is_ready_before_the_installation_has_ended(made):
    made.begin()
    assert made.is_ours()
    assert not made.is_whole()
    assert not made.is_ready(with_tests=False)


def test_a_changed_lock_is_seen(made):
    lock = made.root / LOCKS[0]
    lock.write_text(lock.read_text(encoding="utf-8") + "new==1 --hash=sha256:00\n", encoding="utf-8")
    assert made.is_whole()
    assert not made.is_ready(with_tests=False)


def test_line_endings_of_the_checkout_change_nothing(made):
    lock = made.root / LOCKS[0]
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert made.is_ready(with_tests=False)


def test_an_environment_to_start_with_lacks_the_tests(made):
    made.finish(with_tests=False)
    assert made.is_ready(with_tests=False)
    assert not made.is_ready(with_tests=True)


def test_a_moved_checkout_gets_a_new_environment(made, tmp_path):
    made.root.rename(tmp_path / "moved")
    moved = Environment.of(tmp_path / "moved")
    assert moved.is_ours()
    assert not moved.is_whole()


def test_another_python_behind_the_link_gets_a_new_environment(made):
    state = json.loads((made.folder / environment.STATE).read_text(encoding="utf-8"))
    state["python"] = "/usr/bin/python3.10"
    (made.folder / environment.STATE).write_text(json.dumps(state), encoding="utf-8")
    assert not made.is_whole()


def test_a_garbled_state_file_is_no_state(made):
    (made.folder / environment.STATE).write_text("{", encoding="utf-8")
    assert not made.is_ready(with_tests=False)


def test_the_place_can_be_chosen(checkout, monkeypatch, tmp_path):
    monkeypatch.setenv("RUS_VENV", str(tmp_path / "elsewhere"))
    assert Environment.of(checkout).folder == tmp_path / "elsewhere"


def test_a_folder_with_something_else_in_it_is_left_alone(checkout, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "dear.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(BootstrapError, match="RUS_VENV"):
        install.bring_up_to_date(Environment(folder, checkout), with_tests=False)
    assert [path.name for path in folder.iterdir()] == ["dear.txt"]


def test_what_an_interrupted_attempt_left_is_made_anew(made, monkeypatch):
    made.begin()
    (made.folder / "half-a-package").mkdir()
    asked = []

    def venv(folder, more):
        asked.append(more)
        return subprocess.CompletedProcess([], 1, "", "ensurepip is not available")

    monkeypatch.setattr(install, "_venv", venv)
    with pytest.raises(BootstrapError, match="Python kan inte skapa en egen miljö"):
        install.bring_up_to_date(made, with_tests=False)
    assert not (made.folder / "half-a-package").exists()
    assert asked == [[], ["--without-pip"]]
    assert not made.is_ready(with_tests=False)


def test_the_second_installation_waits_and_finds_it_done(made, monkeypatch, capsys):
    made.begin()
    monkeypatch.setattr(install, "_install", lambda *_: pytest.fail("installed once more"))

    @contextmanager
    def waited(folder):
        made.finish(with_tests=False)  # what the first one does meanwhile
        yield

    monkeypatch.setattr(install, "alone_in", waited)
    install.bring_up_to_date(made, with_tests=False)
    assert capsys.readouterr().err == ""


def test_only_one_holds_the_lock(tmp_path):
    code = "import sys; from pathlib import Path; from rus.bootstrap import alone\n"
    code += "with (Path(sys.argv[1]) / alone.LOCK_FILE).open('a') as f: print(alone._take(f, wait=False))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    with alone.alone_in(tmp_path):
        during = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    after = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert (during.stdout, after.stdout) == ("False\n", "True\n")


def test_a_missing_lock_is_told(made):
    (made.root / LOCKS[0]).unlink()
    with pytest.raises(BootstrapError, match=r"requirements\.lock"):
        made.is_ready(with_tests=False)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "fel kontrollsumma"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError('<x>: Failed to establish",
            "går inte att nå",
        ),
        ("ERROR: Could not find a version … (from versions: none)", "går inte att nå"),
        ("ERROR: No matching distribution found for duckdb==2.0.1", "duckdb==2.0.1"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "Disken är full"),
        ("ERROR: something unheard of", "something unheard of"),
    ],
)
def test_what_pip_says_becomes_what_to_do(said, words, tmp_path):
    text = trouble.pip_failed(said, tmp_path / "log")
    assert words in text
    assert str(tmp_path / "log") in text
    assert len(text.splitlines()) <= 3


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_checkout_that_cant_be_written_in_says_what_to_set(number, tmp_path):
    text = trouble.not_made(tmp_path, OSError(number, "denied", str(tmp_path)))
    assert "RUS_VENV=" in text


def test_the_first_pip_that_answers_is_taken(monkeypatch):
    python = Path(sys.executable)
    monkeypatch.setattr(pip, "_answers", lambda command: "--python" in command)
    found = pip.find_pip(python)
    assert found.install(["-r", "x"])[:5] == [sys.executable, "-m", "pip", "--python", str(python)]


def test_uv_stands_in_for_pip(monkeypatch):
    monkeypatch.setattr(pip, "_answers", lambda command: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/opt/{name}")
    assert pip.find_pip(Path("py")).install(["x"]) == ["/opt/uv", "pip", "install", "--python", "py", "x"]


def test_without_any_pip_one_command_is_named(monkeypatch):
    monkeypatch.setattr(pip, "_answers", lambda command: False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(trouble, "_is_debian", lambda: True)
    with pytest.raises(BootstrapError, match="sudo apt-get install python3-venv"):
        pip.find_pip(Path("py"))


def test_settings_that_would_lead_astray_are_left_out(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://example.invalid/simple")
    kept = pip.Pip(("pip",)).surroundings()
    assert "PIP_TARGET" not in kept
    assert kept["PIP_INDEX_URL"] == "https://example.invalid/simple"


@pytest.mark.parametrize("words", [["--port", "0"], ["--port", "http"], ["--port", "65536"], ["--prot", "1"], ["x"]])
def test_wrong_use_of_start_leaves_with_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        arguments.read(["start", *words])
    assert left.value.code == 2
    assert "rus start --help" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["start", "--help"], ["test", "-h"]])
def test_help_installs_nothing_and_is_swedish(words, capsys):
    with pytest.raises(SystemExit) as left:
        arguments.read(words)
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("Användning: rus ")


def test_start_is_read():
    asked = arguments.read(["start", "--port", "80", "--address", "::1", "--base-path", "/lanet/", "--no-browser"])
    assert asked == arguments.Asked("start", 80, "::1", "lanet", browser=False)


def test_what_others_read_is_handed_over_as_it_is():
    assert arguments.read(["query", "x", "--port", "1"]).rest == ["query", "x", "--port", "1"]
    assert arguments.read(["test", "-k", "x"]).rest == ["-k", "x"]


def test_without_a_terminal_progress_is_a_few_lines(capsys):
    progress = Progress(25)
    for number in range(25):
        progress.step(f"p{number}")
    progress.close()
    assert capsys.readouterr().err.splitlines() == ["  10 av 25: p9", "  20 av 25: p19"]


def test_a_bare_python_without_a_network_says_so_and_mends_it_next_time(tmp_path):
    """The real thing as far as it goes without an index: a real environment is made, and pip finds nobody."""
    root = tmp_path / "clone"
    shutil.copytree(ROOT / "rus", root / "rus", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, root)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "RUS_", "UV_"))}
    clean |= {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
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
