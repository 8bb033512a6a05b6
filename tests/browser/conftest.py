"""One server and one browser for all browser tests; without Chromium they are skipped, or fail if it is required."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from rus.core import paths
from tests.browser.waiting import settled

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@dataclass
class Heard:
    """What a page did that a reader does not see."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def _chromium() -> str | None:
    return os.environ.get("RUS_CHROMIUM") or next((p for name in NAMES if (p := shutil.which(name))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skipped here and not in a fixture, so that all of them make one line of the report."""
    if "browser" in getattr(item, "fixturenames", ()) and _chromium() is None:
        if os.environ.get("RUS_REQUIRE_BROWSER") == "1":
            pytest.fail("Browser tests are required (RUS_REQUIRE_BROWSER=1) but there is no Chromium.", pytrace=False)
        pytest.skip("no Chromium here; install one, or name it in RUS_CHROMIUM")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium."""
    found = _chromium()
    assert found
    return found


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server keeps its store."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def server(chromium: str, home: Path) -> Iterator[str]:
    """Address of the real program, started as a reader starts it, with a store of its own."""
    with started(RUS_HOME=str(home)) as address:
        yield address


@contextmanager
def started(**surroundings: str) -> Iterator[str]:
    """Address of the program with these words in its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "rus", "start", "--port", str(port), "--address", "127.0.0.1", "--no-browser"]
    whole = {**os.environ, **surroundings, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=paths.ROOT, env=whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        assert program.stdout
        try:
            said = []
            for line in program.stdout:
                said.append(line)
                if f":{port}" in line:
                    break
            else:
                pytest.fail("rus start ended:\n" + "".join(said))
            yield f"http://127.0.0.1:{port}"
        finally:
            program.terminate()
            program.communicate()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    """A Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def visit(browser, server):
    """Opens an address in a fresh browser and waits until the page's foot is there."""
    opened = []

    def go(address: str, *, locale: str = "en-US"):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=locale, accept_downloads=True)
        opened.append(context)
        page, heard = context.new_page(), Heard()
        host = urlsplit(server).netloc
        page.on("console", lambda m: heard.errors.append(f"{m.text} {m.location}") if m.type == "error" else None)
        page.on("pageerror", lambda error: heard.errors.append(str(error)))
        page.on("request", lambda r: heard.outside.append(r.url) if _leaves(r.url, host) else None)
        page.goto(f"{server}/{address}")
        page.wait_for_selector(
            ".foots, .foot, [data-testid=stAlertContentError], [data-testid=stException]", timeout=60_000
        )
        settled(page)
        return page, heard

    yield go
    for context in opened:
        context.close()


def _leaves(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host
