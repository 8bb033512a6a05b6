"""From a bare Python to the program's own environment. Standard library only.

`enter` makes the environment `.venv/` from the lock when it is missing, unfinished or not what the lock says,
and goes on inside it. `RUS_VENV` puts it somewhere else, for a checkout that can't be written in.
"""

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from rus.bootstrap.arguments import Asked, read
from rus.bootstrap.environment import BootstrapError, Environment
from rus.bootstrap.install import bring_up_to_date

__all__ = ["Asked", "BootstrapError", "Environment", "bring_up_to_date", "enter", "read", "run_tests"]

ROOT = Path(__file__).resolve().parents[2]
TWO_CORES = ("-n", "2", "--dist", "loadfile")
"""A browser on one, and the rest of the tests beside it (`tests/conftest.py`)."""


def enter(words: list[str], *, with_tests: bool = False) -> None:
    """Return when this Python can run the program; otherwise go on in one that can, and never return.

    Args:
        words: The command line, handed over as it is.
        with_tests: The environment must hold what the tests need too.

    Raises:
        BootstrapError: The environment can't be made; the message says how to mend it.
    """
    environment = Environment.of(ROOT)
    inside = environment.is_running()
    if inside and not environment.is_ours():
        return  # someone made it their own way and looks after it
    if not inside and _installed_here():
        return
    if not environment.is_ready(with_tests=with_tests):
        bring_up_to_date(environment, with_tests=with_tests)
    elif inside:
        return
    _go_on_in(environment.python, ["-m", "rus", *words])


def run_tests(rest: list[str]) -> int:
    """Run the project's tests; `rest` goes to pytest as it is. All of them run on two cores where there are so many."""
    chosen = rest or (list(TWO_CORES) if (os.cpu_count() or 1) > 1 else [])
    return subprocess.call([sys.executable, "-m", "pytest", *chosen], cwd=ROOT)


def _installed_here() -> bool:
    """Whether someone installed this program in the Python that runs now (a container, another tool)."""
    if sys.prefix == sys.base_prefix:
        return False
    try:
        metadata.distribution("rus")
    except metadata.PackageNotFoundError:
        return False
    return True


def _go_on_in(python: Path, arguments: list[str]) -> None:
    command = [str(python), *arguments]
    if os.name == "nt":  # exec on Windows gives the prompt back while the program still runs
        sys.exit(_wait_for(command))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, command)  # noqa: S606  # our own program goes on inside the environment


def _wait_for(command: list[str]) -> int:
    with subprocess.Popen(command) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue  # the program got it too, and says goodbye itself
