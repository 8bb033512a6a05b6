"""Find a pip for the environment: its own, the computer's, Debian's wheel, or uv in its place."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rus.bootstrap.environment import BootstrapError
from rus.bootstrap.trouble import no_pip

DEBIAN_WHEELS = Path("/usr/share/python-wheels")
# Settings of the person's pip that would send the packages elsewhere than to the environment.
UNWANTED = (
    "PIP_REQUIRE_HASHES",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_USER",
    "PIP_ROOT",
    "PIP_PYTHON",
    "PYTHONHOME",
)


@dataclass(frozen=True)
class Pip:
    """A way to install: the words before and after `install`."""

    before: tuple[str, ...]
    after: tuple[str, ...] = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off")

    def install(self, words: list[str]) -> list[str]:
        """The whole command line."""
        return [*self.before, "install", *self.after, *words]

    def surroundings(self) -> dict[str, str]:
        """The person's surroundings, index and proxy settings included, without what would lead astray."""
        kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        return {**kept, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", "PIP_USER": "0"}


def find_pip(python: Path) -> Pip:
    """The first pip that works for this interpreter.

    Raises:
        BootstrapError: There is none; the message names the command that mends it.
    """
    for before in _candidates(python):
        if _answers([*before, "--version"]):
            return Pip(before)
    if uv := shutil.which("uv"):
        return Pip((uv, "pip"), ("--python", str(python)))
    raise BootstrapError(no_pip())


def _candidates(python: Path) -> list[tuple[str, ...]]:
    wheels = sorted(DEBIAN_WHEELS.glob("pip-*.whl"))
    return [
        (str(python), "-m", "pip"),
        (sys.executable, "-m", "pip", "--python", str(python)),
        *((str(python), str(wheel / "pip")) for wheel in reversed(wheels)),
    ]


def _answers(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
