"""A server in a thread that answers as Kolada and PxWebApi 2 and 1 do, and goes wrong when told to."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Self

from tests.stub.kolada import Kolada
from tests.stub.pxweb1 import PxWeb1
from tests.stub.pxweb2 import PxWeb2
from tests.stub.wire import Answer, Fault, Request, as_json

KOLADA, PXWEB2, PXWEB1 = "/kolada/v3", "/scb/api/v2", "/agare/api/v1/sv/prov"


@dataclass
class _Planned:
    fault: Fault
    path: re.Pattern[str]
    left: int


@dataclass
class Window:
    """At most `calls` in a window of `seconds` by the clock; refused calls count if `strict`, as PxWebApi 1 does."""

    calls: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    strict: bool = False
    heard: list[float] = field(default_factory=list)

    def refusal(self) -> Answer | None:
        now = self.clock()
        self.heard = [when for when in self.heard if now - when < self.seconds]
        full = len(self.heard) >= self.calls
        if not full or self.strict:
            self.heard.append(now)
        if full:
            return as_json({"title": "rate limit", "status": 429}, 429, Retry_After=f"{self.seconds:.0f}")
        return None


class Stub:
    """`with Stub() as stub:` – `kolada`, `pxweb2` and `pxweb1` hold what is published, `heard` what was asked."""

    def __init__(
        self, kolada: Kolada | None = None, pxweb2: PxWeb2 | None = None, pxweb1: PxWeb1 | None = None
    ) -> None:
        self.kolada = kolada or Kolada.small()
        self.pxweb2 = pxweb2 or PxWeb2.small()
        self.pxweb1 = pxweb1 or PxWeb1({})
        self.heard: list[Request] = []
        self.window: Window | None = None
        self._planned: list[_Planned] = []
        self._closing = Event()
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._server.block_on_close = False

    def __enter__(self) -> Self:
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def kolada_url(self) -> str:
        return self.url + KOLADA

    @property
    def pxweb2_url(self) -> str:
        return self.url + PXWEB2

    @property
    def pxweb1_url(self) -> str:
        """The database of the one owner there is; its limits are read at `…/sv/?config`."""
        return self.url + PXWEB1

    def roots(self) -> dict[str, str]:
        """The environment that makes the program ask here."""
        return {"RUS_KOLADA_URL": self.kolada_url, "RUS_PXWEB2_URL": self.pxweb2_url}

    def fault(self, fault: Fault, path: str = "", times: int = 1_000_000) -> None:
        """Let answers to paths with this pattern in them go wrong, so many times."""
        self._planned.append(_Planned(fault, re.compile(path), times))

    def mend(self) -> None:
        """No more faults."""
        self._planned.clear()

    def asked(self, path: str = "") -> list[Request]:
        """The questions heard with this pattern in their path."""
        return [request for request in self.heard if re.search(path, request.path)]

    def answer(self, request: Request) -> Answer:
        with self._lock:
            self.heard.append(request)
            refusal = self.window.refusal() if self.window else None
            answer = refusal or self._say(request)
            for planned in self._planned:
                if planned.left > 0 and planned.path.search(request.path):
                    planned.left -= 1
                    answer = planned.fault(request, answer)
            return answer

    def _say(self, request: Request) -> Answer:
        if request.path.startswith(KOLADA):
            return self.kolada.answer(request, request.path.removeprefix(KOLADA))
        if request.path.startswith("/kolada/v2"):
            return Answer(410)
        if request.path.lower().startswith(PXWEB2):
            return self.pxweb2.answer(request, request.path[len(PXWEB2) :])
        if request.path.startswith(PXWEB1.rpartition("/")[0]):
            return self.pxweb1.answer(request, request.path.removeprefix(PXWEB1))
        return as_json({"detail": "Not Found"}, 404)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_args: object) -> None:
                return None

            def do_GET(self) -> None:
                self._speak(b"")

            def do_POST(self) -> None:
                self._speak(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

            def _speak(self, body: bytes) -> None:
                headers = {name.lower(): text for name, text in self.headers.items()}
                host = f"http://{headers['host']}"
                answer = stub.answer(Request(self.command, self.path, host, headers, body))
                if answer.delay:
                    stub._closing.wait(answer.delay)
                try:
                    self._send(answer)
                except OSError:  # whoever asked has gone
                    self.close_connection = True

            def _send(self, answer: Answer) -> None:
                self.send_response(answer.status)
                for name, text in {**answer.headers, "Content-Length": str(len(answer.body))}.items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(answer.body[: answer.cut_at])
                if answer.cut_at is not None:
                    self.close_connection = True

        return Handler
