"""Where the environment is, and whether it is what the lock says.

The state file in the environment is written last. While the installation runs it says `"state": "installing"`,
so that the next run sees an interrupted one; afterwards it keeps the hashes of the locks that were installed.
"""

import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

STATE = "rus-environment.json"
LOCK = "requirements.lock"
LOCK_WITH_TESTS = "requirements-dev.lock"


class BootstrapError(Exception):
    """The environment can't be made; the message says where, what, and what to do."""


@dataclass(frozen=True)
class Environment:
    """One virtual environment for one checkout."""

    folder: Path
    root: Path

    @classmethod
    def of(cls, root: Path) -> "Environment":
        """The environment of a checkout: `RUS_VENV`, or `.venv/` in it."""
        chosen = os.environ.get("RUS_VENV")
        return cls(Path(chosen).expanduser().absolute() if chosen else root / ".venv", root)

    @property
    def python(self) -> Path:
        """Its interpreter, by the platform's habit."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def log(self) -> Path:
        """What pip said the last time."""
        return self.folder / "rus-install.log"

    def lock(self, *, with_tests: bool) -> Path:
        """The lock file to install from."""
        return self.root / (LOCK_WITH_TESTS if with_tests else LOCK)

    def is_running(self) -> bool:
        """Whether this very program runs inside it."""
        return self.folder.exists() and Path(sys.prefix).resolve() == self.folder.resolve()

    def is_ours(self) -> bool:
        """Whether this program made it (or began to)."""
        return (self.folder / STATE).is_file()

    def is_whole(self) -> bool:
        """Whether what is there can be built on: finished, for this checkout and for this Python."""
        state = self._state()
        return (
            state.get("state") == "ready"
            and state.get("root") == str(self.root)
            and self.python.exists()
            and state.get("python") == self._interpreter()
        )

    def is_ready(self, *, with_tests: bool) -> bool:
        """Whether everything the lock names is installed."""
        locks = {LOCK, LOCK_WITH_TESTS} if with_tests else {LOCK}
        state = self._state()
        return self.is_whole() and all(state.get(name) == fingerprint(self.root / name) for name in locks)

    def begin(self) -> None:
        """Say that an installation is going on."""
        self._write({"state": "installing"})

    def finish(self, *, with_tests: bool) -> None:
        """Say what is installed now."""
        names = [LOCK, LOCK_WITH_TESTS] if with_tests else [LOCK]
        hashes = {name: fingerprint(self.root / name) for name in names}
        self._write({"state": "ready", "root": str(self.root), "python": self._interpreter(), **hashes})

    def _interpreter(self) -> str:
        """The program behind the link: another one after the system's Python was renewed."""
        return os.path.realpath(self.python)

    def _state(self) -> dict[str, str]:
        try:
            found = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, state: dict[str, str]) -> None:
        unfinished = self.folder / f"{STATE}.new"
        unfinished.write_text(json.dumps(state, indent=1), encoding="utf-8")
        unfinished.replace(self.folder / STATE)


def fingerprint(path: Path) -> str:
    """The file's SHA-256, the same whatever the line endings of the checkout.

    Raises:
        BootstrapError: The file is not there.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BootstrapError(f"{path} går inte att läsa ({error.strerror}). Hämta hem projektet på nytt.") from error
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
