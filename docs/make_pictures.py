"""Makes the pictures of the README from the running program: `.venv/bin/python docs/make_pictures.py`.

Needs Chromium (or its path in RUS_CHROMIUM). The store is built in a place of its own, so nothing of yours is touched.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "start": ("", 1280, 1120),
    "explore": ("utforska?ind=sysselsatta-utrikes-fodda&kon=KM", 1280, 1120),
    "project": ("projekt?projekt_flik=Budget%20och%20finansiering", 1280, 1000),
}
"""Name → address, width and height in pixels."""


@contextmanager
def running() -> Iterator[str]:
    """The program, started as a reader starts it; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "rus", "start", "--port", str(port), "--address", "127.0.0.1", "--no-browser"]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "RUS_HOME": home}, stdout=subprocess.PIPE, text=True
        ) as program,
    ):
        try:
            assert program.stdout
            if not any(f":{port}" in line for line in program.stdout):
                raise SystemExit("rus start ended before it said its address")
            yield f"http://127.0.0.1:{port}"
        finally:
            program.terminate()
            program.communicate()


def main() -> None:
    """Take every picture."""
    chromium = os.environ.get("RUS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    FOLDER.mkdir(exist_ok=True)
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="sv-SE")
            page.goto(f"{address}/{path}")
            page.wait_for_selector(".foot", timeout=60_000)
            page.wait_for_function("!document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
