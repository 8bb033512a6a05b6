"""Make the environment and fill it from the lock: every file is checked against its hash."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

from rus.bootstrap.alone import LOCK_FILE, alone_in
from rus.bootstrap.environment import BootstrapError, Environment
from rus.bootstrap.pip import Pip, find_pip
from rus.bootstrap.progress import Progress, say
from rus.bootstrap.trouble import no_venv, not_made, pip_failed

PACKAGE = re.compile(r"^[A-Za-z0-9]", re.MULTILINE)
FETCHING = re.compile(r"^(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)(?:==(\S+))?")


def bring_up_to_date(environment: Environment, *, with_tests: bool) -> None:
    """Make or mend the environment until it is what the lock says.

    Raises:
        BootstrapError: It can't be done here; what an interrupted attempt left is made anew next time.
    """
    lock = environment.lock(with_tests=with_tests)
    names = len(re.findall(r"^[A-Za-z0-9]", lock.read_text(encoding="utf-8"), re.MULTILINE)) if lock.exists() else 0
    if not names:
        raise BootstrapError(f"{lock} saknas eller är tom. Hämta hem projektet på nytt.")
    _refuse_what_is_not_ours(environment)
    try:
        environment.folder.mkdir(parents=True, exist_ok=True)
        with alone_in(environment.folder):
            if environment.is_ready(with_tests=with_tests):
                return  # the one we waited for did it
            if not environment.is_whole():
                _make(environment)
            environment.begin()
            pip = find_pip(environment.python)
            say(f"Installerar {names} paket enligt {lock.name}. Varje fil kontrolleras mot sin kontrollsumma.")
            _install(environment, pip, ["--require-hashes", "--no-deps", "-r", str(lock)], names)
            say("Installerar rus i miljön.")
            editable = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(environment.root)]
            _install(environment, pip, editable, 1)
            environment.finish(with_tests=with_tests)
    except OSError as error:
        raise BootstrapError(not_made(environment.folder, error)) from error
    say("Miljön är klar.\n")


def _refuse_what_is_not_ours(environment: Environment) -> None:
    folder = environment.folder
    is_environment = (folder / "pyvenv.cfg").exists() or environment.is_ours()
    if folder.is_dir() and not is_environment and {path.name for path in folder.iterdir()} - {LOCK_FILE}:
        raise BootstrapError(f"{folder} är ingen Python-miljö. Välj en annan mapp med RUS_VENV.")


def _make(environment: Environment) -> None:
    """A new, empty environment; what an interrupted attempt left goes away first."""
    if not environment.is_ours() and environment.python.exists():
        return  # made some other way, in working order: it gets what the lock says
    if environment.is_ours():
        say(f"Börjar om: miljön i {environment.folder} är inte hel.")
    _empty(environment)
    say(f"Skapar en egen Python-miljö i {environment.folder}.")
    environment.begin()
    if importlib.util.find_spec("venv") is None:
        raise BootstrapError(no_venv())
    with_pip = importlib.util.find_spec("ensurepip") is not None
    done = _venv(environment.folder, [] if with_pip else ["--without-pip"])
    if done.returncode and with_pip:  # Debian has half of it without python3-venv
        done = _venv(environment.folder, ["--without-pip"])
    if done.returncode or not environment.python.exists():
        raise BootstrapError(no_venv(done.stderr.strip()))


def _venv(folder: Path, more: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "venv", *more, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _empty(environment: Environment) -> None:
    if environment.is_running():
        raise BootstrapError(
            f"Miljön i {environment.folder} är inte hel och kan inte göras om inifrån. "
            "Kör `python3 -m rus start` med datorns egen Python."
        )
    for found in environment.folder.iterdir():
        if found.name == LOCK_FILE:
            continue
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found)
        else:
            found.unlink()


def _install(environment: Environment, pip: Pip, words: list[str], total: int) -> None:
    said: list[str] = []
    progress = Progress(total)
    with subprocess.Popen(
        pip.install(words),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=pip.surroundings(),
    ) as program:
        for line in program.stdout or ():
            said.append(line)
            if found := FETCHING.match(line):
                progress.step(f"{found[1]} {found[2] or ''}".strip())
            elif total > 1 and line.startswith("Installing collected packages"):
                progress.rest("packar upp")
    progress.close()
    environment.log.write_text("".join(said), encoding="utf-8")
    if program.returncode:
        raise BootstrapError(pip_failed("".join(said), environment.log))
