"""What is done to make an environment, and what a person reads when it fails."""

import errno
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from rus.bootstrap import BootstrapError, Environment, alone, install, pip, trouble
from rus.bootstrap.progress import Progress

ROOT = Path(__file__).parents[2]


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
    monkeypatch.setenv("PIP_INDEX_URL", "https://example.invalid/index")
    kept = pip.Pip(("pip",)).surroundings()
    assert "PIP_TARGET" not in kept
    assert kept["PIP_INDEX_URL"] == "https://example.invalid/index"


def test_without_a_terminal_progress_is_a_few_lines(capsys):
    progress = Progress(25)
    for number in range(25):
        progress.step(f"p{number}")
    progress.close()
    assert capsys.readouterr().err.splitlines() == ["  10 av 25: p9", "  20 av 25: p19"]
