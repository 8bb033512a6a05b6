"""The polite client: the only one that speaks to the network.

It asks only hosts it was given, in their pace, tries again a few times when it may help, and gives up in time.
Proxies and certificates are those of the usual environment variables; certificates are always checked.
"""

import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception_type

from rus.core.errors import SourceError
from rus.sources.base import Asked, Raw, RefusedError, shown
from rus.sources.bucket import Bucket, Limits, Outside, retry_after

PASSING = {408, 425, 429, 500, 502, 503, 504}
REDIRECTS = {301, 302, 303, 307, 308}
NOT_DATA = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html)", re.IGNORECASE)
LATER = "Inget är sparat, och de gamla uppgifterna gäller. Försök igen senare."


class _PassingError(Exception):
    """Something that may be over in a moment; `wait` is what the host asked for, in seconds."""

    def __init__(self, words: str, wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(words)


def user_agent(contact: str | None) -> str:
    """Who asks, and where to complain; only plain signs, as headers want."""
    plain = re.sub(r"[^\x21-\x27\x2a-\x7e ]", "", contact or "").strip()
    return f"rus/{version('rus')}" + (f" (+{plain})" if plain else "")


def origin(url: str) -> str:
    """Scheme, host and port of an address, such as `https://api.kolada.se:443`; empty if it has none."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}:{port}" if parts.hostname and port else ""


class PoliteClient:
    """Sends for the loaders; close it, or use it in a `with`."""

    def __init__(
        self,
        paces: Mapping[str, tuple[int, float]],
        contact: str | None = None,
        *,
        limits: Limits | None = None,
        outside: Outside | None = None,
    ) -> None:
        """Root addresses that may be asked, each with calls per seconds."""
        self._limits = limits or Limits()
        self._outside = outside or Outside()
        self._buckets: dict[str, Bucket] = {}
        self._failed: dict[str, int] = {}
        self._begun = self._outside.clock()
        for url, (calls, seconds) in paces.items():
            self.pace(url, calls, seconds)
        self._http = httpx2.Client(
            headers={"User-Agent": user_agent(contact), "Accept-Language": "sv"},
            timeout=httpx2.Timeout(self._limits.read, connect=self._limits.connect),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def pace(self, url: str, calls: int, seconds: float) -> None:
        """Let the host of the address be asked, so often; another pace replaces an earlier one, with nothing saved."""
        earlier = self._buckets.get(origin(url))
        if earlier is None or (earlier.calls, earlier.seconds) != (calls, seconds):
            self._buckets[origin(url)] = Bucket(calls, seconds, self._outside.clock)
            if earlier:
                self._buckets[origin(url)].drain()

    def send(self, asked: Asked) -> Raw:
        """One answer with status 200, however many tries it takes within the limits.

        Raises:
            RefusedError: the service said no, with its status and words.
            SourceError: a host that may not be asked, no usable answer in time, or not data at all.
        """
        host = origin(asked.url)
        if host not in self._buckets:
            raise SourceError(
                f"{shown(asked.url)}: adressen hör inte till någon av statistiktjänsterna och hämtas därför inte.\n"
                "Ändra tjänstens adress i miljövariablerna om den har flyttat."
            )
        if self._failed.get(host, 0) >= self._limits.hopeless:
            raise SourceError(f"{host}: tjänsten svarar inte, så fler frågor ställs inte den här gången.\n{LATER}")
        begun = self._outside.clock()
        retrying = Retrying(
            sleep=self._outside.sleep,
            retry=retry_if_exception_type(_PassingError),
            wait=self._pause,
            stop=lambda state: self._enough(state, begun),
            reraise=True,
        )
        try:
            answer: Raw = retrying(self._once, asked, begun + self._limits.patience)
        except _PassingError as err:
            self._failed[host] = self._failed.get(host, 0) + 1
            raise SourceError(f"{shown(asked.url)}: {err}.\n{LATER}") from err
        self._failed[host] = 0
        return answer

    def _pause(self, state: RetryCallState) -> float:
        """Twice as long each time, with jitter; never shorter than the host asked for."""
        error = state.outcome.exception() if state.outcome else None
        asked_for = error.wait if isinstance(error, _PassingError) else 0.0
        return asked_for + float(2 ** (state.attempt_number - 1)) * (0.5 + self._outside.chance() / 2)

    def _enough(self, state: RetryCallState, begun: float) -> bool:
        then = self._outside.clock() + state.upcoming_sleep
        late = then - begun > self._limits.patience or then - self._begun > self._limits.whole
        return late or state.attempt_number >= self._limits.tries

    def _once(self, asked: Asked, end: float) -> Raw:
        """Ask, following redirects within the host."""
        url = asked.url
        for _ in range(4):
            self._wait_for_turn(url)
            there = self._exchange(asked, url, end)
            if isinstance(there, Raw):
                return there
            url = there
        raise SourceError(f"{shown(asked.url)}: tjänsten skickar oss runt i en cirkel.\n{LATER}")

    def _wait_for_turn(self, url: str) -> None:
        wait = self._buckets[origin(url)].take()
        if self._outside.clock() + wait - self._begun > self._limits.whole:
            raise SourceError(
                f"{shown(url)}: tiden för hela uppdateringen är slut.\nKör igen: det som redan hämtats återanvänds."
            )
        if wait > 0:
            self._outside.sleep(wait)

    def _exchange(self, asked: Asked, url: str, end: float) -> Raw | str:
        """One request: the answer, or the address it sends us to."""
        headers = {"Content-Type": "application/json"} if asked.body is not None else {}
        try:
            with self._http.stream(asked.method, url, content=asked.body, headers=headers) as response:
                if response.status_code in REDIRECTS:
                    return self._redirected(url, response.headers.get("location", ""))
                body = self._read(url, response, end)
        except httpx2.TimeoutException as err:
            raise _PassingError("tjänsten svarade inte i tid") from err
        except httpx2.DecodingError as err:
            raise _PassingError("svaret gick inte att packa upp") from err
        except httpx2.TransportError as err:
            if "CERTIFICATE_VERIFY_FAILED" in str(err):
                raise SourceError(
                    f"{shown(url)}: tjänstens certifikat går inte att lita på, så inget hämtas.\n"
                    "Har ni en egen mellanserver (proxy)? Ange dess certifikat i SSL_CERT_FILE."
                ) from err
            raise _PassingError(f"förbindelsen bröts eller gick inte att få ({type(err).__name__})") from err
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as err:
            raise SourceError(f"{shown(url)}: frågan gick inte att ställa ({err}).\nRätta adressen.") from err
        self._judge(url, response, body)
        return Raw(asked, response.status_code, dict(response.headers), body, self._outside.now())

    def _redirected(self, url: str, location: str) -> str:
        there = urljoin(url, location)
        if not location or origin(there) != origin(url):
            raise SourceError(
                f"{shown(url)}: tjänsten hänvisar till en annan värd ({shown(there)}), och dit följer vi inte med.\n"
                "Har tjänsten flyttat? Ändra i så fall dess adress i miljövariablerna."
            )
        return there

    def _read(self, url: str, response: httpx2.Response, end: float) -> bytes:
        """The unpacked body, within the size and the time."""
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            parts.append(part)
            if size > self._limits.most_bytes:
                raise SourceError(f"{shown(url)}: svaret är större än {self._limits.most_bytes} byte.\n{LATER}")
            if self._outside.clock() > end:
                raise _PassingError("svaret kom för långsamt")
        return b"".join(parts)

    def _judge(self, url: str, response: httpx2.Response, body: bytes) -> None:
        """Let only data through."""
        status = response.status_code
        if status in PASSING:
            if status == 429:
                self._buckets[origin(url)].drain()
            wait = self._asked_for(url, response)
            asks = f" och vill att vi väntar {wait:.0f} sekunder" if wait else ""
            raise _PassingError(f"tjänsten svarade med felkod {status}{asks}", wait)
        if status != 200:
            said = " ".join(body[:300].decode("utf-8", "replace").split())
            raise RefusedError(
                f"{shown(url)}: tjänsten vägrade med felkod {status}{': ' + said if said else ''}.\n"
                "Kontrollera seriens id och tjänstens adress.",
                status,
                body[:65536],
            )
        kind = response.headers.get("content-type", "")
        if "html" in kind or NOT_DATA.match(body):
            raise SourceError(f"{shown(url)}: svaret är en webbsida och inte statistik.\nKontrollera tjänstens adress.")
        if "json" in kind and body.rstrip()[-1:] not in (b"}", b"]"):
            raise _PassingError("svaret är avhugget")

    def _asked_for(self, url: str, response: httpx2.Response) -> float:
        """What the host asks us to wait; a refused call without it waits out the host's whole window."""
        window = self._buckets[origin(url)].seconds if response.status_code == 429 else 0.0
        wait = retry_after(response.headers.get("retry-after", ""), self._outside.now())
        return window if wait is None else wait
