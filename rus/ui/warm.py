"""The first visit, made by the program itself: a real session that opens every page once.

It loads the libraries, fills the caches and packs the scripts, so that the first person waits for nothing.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from rus.ui.assets import load
from rus.ui.shell import frontend

PATIENCE = 60.0  # seconds for one page
LIGHT = "utforska"
"""Opened first: it has everything a page needs to be shown, and works out nothing else."""
MODULES = ("rus.ui.explore", "rus.ui.explore_words", "rus.ui.compare", "rus.ui.add_slide")
"""What that page imports, and with it nearly everything that the others do."""
LARGE = 1 << 28  # bytes in one message
USUAL = ("PlotlyChart.*.js", "DataFrame.*", "withFullScreenWrapper.*.js")  # what our pages load beyond the shell


class Visit:
    """One session over a websocket, as the browser has it."""

    def __init__(self, socket: ClientConnection) -> None:
        """Speak over an open websocket."""
        self._socket = socket

    async def open_page(self, page: str = "", query: str = "") -> list[ForwardMsg]:
        """Run the page with this address to its end.

        Args:
            page: The page's address below the base path; nothing for the first page.
            query: What stands after the question mark.

        Returns:
            Everything the server sent for it.

        Raises:
            TimeoutError: The page took longer than a minute.
        """
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        return await self.send(message)

    async def send(self, message: BackMsg) -> list[ForwardMsg]:
        """Say what a browser would say, and hear the run that comes of it to its end.

        Raises:
            TimeoutError: It took longer than a minute.
        """
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            return await self._until_finished()

    async def _until_finished(self) -> list[ForwardMsg]:
        said: list[ForwardMsg] = []
        async for data in self._socket:
            said.append(ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode()))
            if said[-1].WhichOneof("type") == "script_finished":
                break
        return said


def addresses(said: list[ForwardMsg]) -> list[str]:
    """The addresses of all pages but the first, from what the server said of its navigation."""
    pages = [page for message in said for page in message.navigation.app_pages]
    return [page.url_pathname for page in pages if page.url_pathname and not page.external_url]


@asynccontextmanager
async def visit(host: str, port: int, base: str, name: str | None = None) -> AsyncIterator[Visit]:
    """A session with the server at this address.

    Args:
        host: The server's name or number.
        port: Its port.
        base: The base path with its slash, or nothing.
        name: What the visitor calls itself; `ITSELF` is not taken for a reader.

    Raises:
        OSError: Nobody answers there.
    """
    address = f"ws://{f'[{host}]' if ':' in host else host}:{port}{base}/_stcore/stream"
    # no pings: who works on a page for long is not gone
    patient: dict[str, Any] = {"open_timeout": PATIENCE, "ping_interval": None}
    opening = connect(address, max_size=LARGE, compression=None, proxy=None, user_agent_header=name, **patient)
    async with opening as socket:
        yield Visit(socket)


def load_modules() -> None:
    """Load what the pages are made of: a visitor who comes meanwhile needs the same, and nothing is done twice."""
    for name in MODULES:
        import_module(name)


def pack_scripts() -> None:
    """Pack what every page of ours loads, before someone asks for it."""
    text = (frontend() / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'(?:src|href)="\./static/([^"]+)"', text)
    folder = frontend() / "static"
    wanted = [folder / name for name in names]
    for pattern in USUAL:
        wanted += folder.glob(f"*/{pattern}")
    for path in wanted:
        _pack(path)


def _pack(path: Path) -> None:
    try:
        load(path)
    except OSError:
        return  # the browser will be told when it asks
