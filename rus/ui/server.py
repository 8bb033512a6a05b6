"""The server behind `rus start`: Streamlit's app with our front, loop, memory habits and warm-up.

What is done here and nowhere else, and why:
- uvloop where there is one: it sends small answers at once, the standard loop lets them wait for 40 ms.
- No full garbage collection after each run (60 ms each): what the warm-up made is set aside once instead.
- `pages/` is not taken for Streamlit's old kind of pages, so that the first visit may go to any address.
- No telemetry, no watching of files, no traceback on the screen.
- Swedish shell, packed files and health: `rus/ui/front.py`. Addresses of maps: `rus/ui/addresses.py`.
"""

import asyncio
import atexit
import gc
import os
import signal
import socket
import sys
import traceback
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from rus.core import paths
from rus.core.errors import RusError
from rus.ui.listen import listen
from rus.ui.opening import ITSELF, OURS, State

if TYPE_CHECKING:
    from starlette.types import ASGIApp

PING = 30  # seconds between signs of life on a websocket; a proxy must wait longer than this
POLITE = 200  # tenths of a second that the warm-up of a page waits for a visitor
GOODBYE = 3  # seconds that open sessions get when the server is told to stop


@dataclass
class Server:
    """One running server.

    Args:
        script: The app's entry script.
        sock: The listening socket.
        base: The base path with its slash, or nothing.
        browser: Open a browser as soon as there is an answer to get.
    """

    script: Path
    sock: socket.socket
    base: str = ""
    browser: bool = False
    state: State = field(default_factory=State, init=False)

    @property
    def address(self) -> str:
        """What a browser on this computer goes to."""
        host, port = self._reachable()
        name = f"[{host}]" if ":" in host else host
        return f"http://{name}:{port}{self.base}/"

    def _reachable(self) -> tuple[str, int]:
        host, port = self.sock.getsockname()[:2]
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port  # noqa: S104  # compared with, not listened at

    def run(self) -> None:
        """Serve until told to stop."""
        import uvicorn

        _configure(self.script, self.sock, self.base)
        settings = uvicorn.Config(
            self.app(),
            ws="websockets-sansio",
            ws_ping_interval=PING,
            ws_ping_timeout=PING,
            ws_per_message_deflate=False,
            ws_max_size=_largest_message(),
            timeout_graceful_shutdown=GOODBYE,
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
        signal.signal(signal.SIGTERM, _stop)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[self.sock])

    def app(self) -> "ASGIApp":
        """The ASGI app: ours in front, Streamlit's behind."""
        from starlette.middleware import Middleware
        from streamlit.runtime.pages_manager import PagesManager
        from streamlit.starlette import App

        from rus.ui.front import Front

        PagesManager.uses_pages_directory = False
        OURS.set()
        static = self.script.parent / "static"
        front = Middleware(Front, base=self.base, static=static, state=self.state)
        return App(self.script, middleware=[front], lifespan=self._lifespan, on_script_error=_mishap)

    @asynccontextmanager
    async def _lifespan(self, _app: object) -> AsyncIterator[None]:
        visit = asyncio.create_task(self._warm_up())
        yield
        visit.cancel()

    async def _warm_up(self) -> None:
        """Open every page once. The address is told first: a browser needs a second to get its own part going.

        Modules are loaded for whoever comes first; pages are opened only while nobody waits for one.
        """
        from websockets.exceptions import WebSocketException

        from rus.ui.warm import LIGHT, addresses, load_modules, pack_scripts, visit

        await self._tell()
        packing = asyncio.create_task(asyncio.to_thread(pack_scripts))
        try:
            await asyncio.to_thread(load_modules)
            await self._let_the_first_one_in()
            async with visit(*self._reachable(), self.base, ITSELF) as session:
                others = addresses(await session.open_page(LIGHT))
                self.state.warm = True
                for page in ("", *(page for page in others if page != LIGHT)):
                    await self._let_the_first_one_in()
                    await session.open_page(page)
            await packing
            await self._work_ahead()
        except (OSError, WebSocketException, RusError) as error:
            why = str(error) or "datorn hade så mycket annat att göra att svaret dröjde"
            sys.stderr.write(f"Sidorna gick inte att värma: {why}. De öppnas ändå, men långsammare.\n")
        finally:
            self.state.warm = True
            _set_aside()

    async def _work_ahead(self) -> None:
        """Open what is dear the first time it is asked for, a little at a time."""
        from rus.ui.beforehand import BREATH, beforehand
        from rus.ui.warm import visit

        _set_aside()
        async with visit(*self._reachable(), self.base, ITSELF) as session:
            for page, query in beforehand():
                await self._let_the_first_one_in()
                await session.open_page(page, query)
                await asyncio.sleep(BREATH)

    async def _let_the_first_one_in(self) -> None:
        """Whoever opens the dashboard right at the start gets the processor to themselves, for a while."""
        for _ in range(POLITE):
            if self.state.is_quiet():
                return
            await asyncio.sleep(0.1)

    async def _tell(self) -> None:
        sys.stdout.write(f"Dashboarden finns på {self.address} – avsluta med Ctrl+C.\n")
        sys.stdout.flush()
        if self.browser:
            await asyncio.to_thread(webbrowser.open, self.address)


def start(port: int | None, address: str, base_path: str, *, browser: bool) -> NoReturn:
    """Build what is missing, serve until told to stop, and say what happens.

    Args:
        port: The port; None for 8501 or the next free one.
        address: The address to listen at.
        base_path: Where the pages lie, without slashes at its ends.
        browser: Open a browser where there is one.

    Raises:
        RusError: The port is taken, or there is nothing to show.
    """
    gc.disable()  # until the libraries are in: they leave nothing to collect
    from rus.ui.prepare import prepare

    with listen(address, port) as sock:
        prepare()
        base = f"/{base_path}" if base_path else ""
        Server(paths.ROOT / "app.py", sock, base, browser and _has_screen()).run()
    sys.stdout.write("\nDashboarden är avstängd.\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # a page that someone still waits for may be in the middle of a library that can't be torn down


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _has_screen() -> bool:
    """A browser can be opened: someone sits here, and there is a desktop."""
    is_desktop = sys.platform in {"win32", "darwin"} or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return is_desktop and sys.stdout.isatty()


def _configure(script: Path, sock: socket.socket, base: str) -> None:
    """Streamlit's settings: the project's file, and what the server can't do without."""
    from streamlit import config
    from streamlit.web import bootstrap

    sys.path.insert(0, str(script.parent))
    config._main_script_path = str(script)  # noqa: SLF001  (the settings file beside the script)
    host, port = sock.getsockname()[:2]
    bootstrap.load_config_options(
        {
            "server.address": host,
            "server.port": port,
            "server.baseUrlPath": base.strip("/"),
            "server.headless": True,
            "server.fileWatcherType": "none",
            "server.enableStaticServing": True,
            "browser.gatherUsageStats": False,
            "runner.postScriptGC": False,
            "logger.enableRich": False,
            "client.showErrorDetails": "none",
            "global.developmentMode": False,
        }
    )


def _largest_message() -> int:
    from streamlit.runtime.runtime_util import get_max_message_size_bytes

    return get_max_message_size_bytes()


def _mishap(error: Exception) -> bool:
    """A mistake of ours that no page caught: all of it to the log, two plain sentences to the reader."""
    import streamlit

    traceback.print_exception(error)
    streamlit.error("Sidan går inte att visa just nu. Felet finns i serverns logg: säg till den som sköter den.")
    return True


def _set_aside() -> None:
    """Take what lives for ever out of the garbage collector's rounds."""
    gc.collect()
    gc.freeze()
    gc.enable()
    atexit.register(gc.unfreeze)  # DuckDB looks for what was left behind, and finds it frozen
