"""The spelling checker: hunspell with Debian's Swedish dictionary; without it the tests skip, or fail if required."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import cache

import pytest

COMMAND = ["hunspell", "-d", "sv_SE", "-i", "utf-8", "-l"]
NEEDS = "no hunspell with a Swedish dictionary here; install the packages hunspell and hunspell-sv"


def _unknown(words: Iterable[str]) -> set[str]:
    done = subprocess.run(
        COMMAND, input="\n".join(sorted(set(words))), capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return set(done.stdout.split())


@cache
def _is_here() -> bool:
    try:
        return bool(shutil.which(COMMAND[0])) and _unknown(["hej"]) == set()
    except subprocess.SubprocessError:
        return False  # the program is there but not the dictionary


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skipped here and not in a fixture, so that all of them make one line of the report."""
    if "unknown" in getattr(item, "fixturenames", ()) and not _is_here():
        if os.environ.get("RUS_REQUIRE_SPELLING") == "1":
            pytest.fail(f"Spelling is required (RUS_REQUIRE_SPELLING=1): {NEEDS}", pytrace=False)
        pytest.skip(NEEDS)


@pytest.fixture(scope="session")
def unknown() -> Callable[[Iterable[str]], set[str]]:
    """Words → those of them that the dictionary does not know."""
    return _unknown
