"""A real server with a small app in a process of its own."""

import asyncio
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rus.ui.warm import visit

ROOT = Path(__file__).parents[2]
COLD = "async def nothing(self): await self._tell()\nserver.Server._warm_up = nothing\n"
LAUNCH = """
import sys
from pathlib import Path
from rus.ui import server
from rus.ui.listen import listen
{more}
with listen("127.0.0.1", 0) as sock:
    server.Server(Path("app.py").resolve(), sock, sys.argv[1]).run()
    print("slut", flush=True)
"""
APP = """
import streamlit as st
pages = [st.Page("pages/start.py", title="Start", url_path="", default=True),
         st.Page("pages/explore.py", title="Utforska", url_path="utforska"),
         st.Page("pages/broken.py", title="Trasig", url_path="trasig")]
page = st.navigation(pages)
st.session_state["frame"] = "ramen har körts"
page.run()
"""
PAGE = """
import gc
import streamlit as st
st.header({title!r})
st.write(st.session_state["frame"])
st.write(f"utanför: {{gc.get_freeze_count() > 1000}}")
"""


def write_app(folder: Path) -> Path:
    """A small app, a static folder and a content folder with one map file."""
    for name in ("pages", "static", "data/reference"):
        (folder / name).mkdir(parents=True)
    shapes = {"type": "FeatureCollection", "features": [], "name": "x" * 1000}
    files = {
        "app.py": APP,
        "pages/start.py": PAGE.format(title="Startsidan"),
        "pages/explore.py": PAGE.format(title="Utforskasidan"),
        "pages/broken.py": "1 / 0",
        "static/own.css": "p { color: black }\n" * 100,
        "data/reference/kommuner.geojson": json.dumps(shapes),
        "data/reference/secret.csv": "no",
        "data/reference/place.toml": 'name = "Provlän"\nshort = "Prov & län"\n',
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def running(
    folder: Path, base: str = "", more: str = "", first: str = ""
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server for the app in the folder; gives its address without the slash at the end, and its process.

    `more` is code to run before it starts, `first` the line that this code makes it say.
    """
    surroundings = {**os.environ, "RUS_CONTENT": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", LAUNCH.format(more=more), base]
    with subprocess.Popen(
        command, cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout
            if first:
                assert program.stdout.readline().strip() == first
            line = program.stdout.readline()
            assert line.startswith("Dashboarden finns på http"), line + str(program.communicate())
            yield line.split()[3].rstrip("/"), program
        finally:
            if program.poll() is None:
                program.kill()


def get(address: str, **headers: str):
    """Status, headers and body; redirects are followed, errors are answers too."""
    asked = {name.replace("_", "-"): text for name, text in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=asked)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def in_a_loop(work: Callable[[], Coroutine[Any, Any, Any]]):
    """Run it in a thread of its own: the browser tests may have a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


def words_of(address: str, base: str, pages: list[str]) -> list[list[str]]:
    """What the pages say, opened one after the other in a session of one's own."""
    host, port = address.removeprefix("http://").split("/")[0].split(":")

    async def look() -> list[list[str]]:
        async with visit(host, int(port), base) as session:
            return [said(await session.open_page(page)) for page in pages]

    return in_a_loop(look)


def said(messages) -> list[str]:
    """Headings, texts and errors, and whether the page was found, from what the server sent."""
    elements = [m.delta.new_element for m in messages if m.WhichOneof("type") == "delta"]
    found = [e.heading.body or e.markdown.body or e.alert.body or e.exception.message for e in elements]
    found += ["page not found" for m in messages if m.WhichOneof("type") == "page_not_found"]
    return [text for text in found if text]
