"""What is answered before Streamlit: the page shell, packed files, boundaries, English messages, health.

Everything else goes through untouched, above all `…/_stcore/…` at any depth: the browser part looks for
`/utforska/_stcore/health` to find out where the server's root is, and an answer there breaks deep links.
"""

import re
import time
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rus.core import paths
from rus.ui import english
from rus.ui.assets import ASK, FOREVER, WEEK, answer, inside, load_beside
from rus.ui.opening import ITSELF, State
from rus.ui.shell import frontend, shell

STREAMLITS = re.compile(r"^/(?:_stcore|media|component|app|auth|oauth2callback)(?:/|$)|/_stcore/")
HASHED_GEO = re.compile(r"^(?P<name>[\w-]+)\.(?P<hash>[0-9a-f]{12})\.geojson$")
MESSAGES = re.compile(r"^messages\.[0-9a-f]{12}\.json$")
PLAIN_GEO = re.compile(r"^(?P<name>[\w-]+)\.geojson$")


class Front:
    """ASGI middleware around Streamlit's app.

    Args:
        app: What stands behind.
        base: The base path with its slash (`/lanet`), or nothing.
        static: The folder that `/app/static/` shows.
        state: What is shared with the server.
    """

    def __init__(self, app: ASGIApp, base: str, static: Path, state: State) -> None:
        """Remember what to answer with."""
        self._app = app
        self._base = base
        self._static = static
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let through."""
        if scope["type"] == "websocket" and Headers(scope=scope).get("user-agent") != ITSELF:
            receive = self._heard(receive)
        response = None
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            response = await self._respond(scope["path"], scope)
        if response is None:
            await self._app(scope, receive, send)
        else:
            await response(scope, receive, send)

    def _heard(self, receive: Receive) -> Receive:
        """The same, but every word of a reader is noted: pages are not warmed while someone clicks."""

        async def heard() -> Message:
            message = await receive()
            self._state.asked = time.monotonic()
            return message

        return heard

    async def _respond(self, path: str, scope: Scope) -> Response | None:
        if path == "/healthz":
            return self._health()
        if not path.startswith(f"{self._base}/"):
            return None
        rest = path.removeprefix(self._base)
        asked = Headers(scope=scope)
        if rest == "/healthz":
            return self._health()
        self._state.asked = time.monotonic()
        if rest.startswith("/static/"):
            return await _file(frontend() / "static", rest.removeprefix("/static/"), asked, FOREVER)
        if rest.startswith("/app/static/"):
            cache = _keep(rest, is_versioned=scope["query_string"].startswith(b"v="))
            return await _file(self._static, rest.removeprefix("/app/static/"), asked, cache)
        if rest.startswith("/app/geo/"):
            return await _geo(rest.removeprefix("/app/geo/"), asked)
        if rest.startswith("/app/english/"):
            return await _messages(rest.removeprefix("/app/english/"), asked)
        return await self._page(scope, asked) if _is_page(rest) else None

    async def _page(self, scope: Scope, asked: Headers) -> Response:
        if english.is_wanted(scope["query_string"]):
            script = await to_thread.run_sync(english.script)
            return answer(shell(self._base, script), asked, ASK)
        return answer(shell(self._base), asked, ASK)

    def _health(self) -> Response:
        """503 until the first page has been run, so that nobody is sent here to wait."""
        warm = self._state.warm
        said = {"status": "ok" if warm else "startar"}
        return JSONResponse(said, 200 if warm else 503, headers={"Cache-Control": "no-store"})


def _is_page(rest: str) -> bool:
    """Whether Streamlit would answer with its page: no file, no route, no slash at the end to take away."""
    if rest in {"/", "/index.html"}:
        return True
    return not (STREAMLITS.search(rest) or rest.endswith("/") or "." in rest or rest.startswith("//"))


def _keep(name: str, *, is_versioned: bool) -> str:
    """How long a file of ours may be kept: fonts are asked for by their plain name, and don't change."""
    if is_versioned:
        return FOREVER
    return WEEK if name.endswith(".woff2") else ASK


async def _file(folder: Path, relative: str, asked: Headers, cache: str) -> Response:
    path = inside(folder, relative)
    if path is None:
        return PlainTextResponse("Filen finns inte.", 404)
    return answer(await load_beside(path), asked, cache)


async def _messages(name: str, asked: Headers) -> Response:
    """The English messages; an address with an old hash gets the new ones, not to be kept."""
    if not MESSAGES.match(name):
        return PlainTextResponse("Filen finns inte.", 404)
    asset = await to_thread.run_sync(english.messages)
    return answer(asset, asked, FOREVER if name == f"messages.{asset.etag}.json" else ASK)


async def _geo(name: str, asked: Headers) -> Response:
    """Boundaries of the content folder; an address with an old hash gets the new file, not to be kept."""
    found = HASHED_GEO.match(name) or PLAIN_GEO.match(name)
    path = inside(paths.reference(), f"{found['name']}.geojson") if found else None
    if found is None or path is None:
        return PlainTextResponse("Kartfilen finns inte.", 404)
    asset = await load_beside(path)
    is_same = found.groupdict().get("hash") == asset.etag
    return answer(asset, asked, FOREVER if is_same else ASK)
