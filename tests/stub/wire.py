"""What the stub hears and says, and the ways in which its saying can go wrong."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True)
class Request:
    """One question as it reached the server; `host` is the address that it was put to."""

    method: str
    target: str
    host: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        """Each parameter once, lists joined by commas."""
        return {name: ",".join(values) for name, values in parse_qs(urlsplit(self.target).query).items()}


@dataclass(frozen=True)
class Answer:
    """`delay`: seconds before it; `cut_at`: so many bytes are sent of the length promised, then the line is closed."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    cut_at: int | None = None


Fault = Callable[[Request, Answer], Answer]


def as_json(content: Any, status: int = 200, **headers: str) -> Answer:
    said = {"Content-Type": "application/json; charset=UTF-8", **{k.replace("_", "-"): v for k, v in headers.items()}}
    return Answer(status, said, json.dumps(content, ensure_ascii=False).encode())


# --- faults of the line and the server ---


def status(code: int, body: bytes = b"", **headers: str) -> Fault:
    """Such as `status(429, Retry_After="7")`, `status(500)` (empty), `status(502, b"<html>…")`."""
    said = {name.replace("_", "-"): text for name, text in headers.items()}
    return lambda _request, _answer: Answer(code, {"Content-Type": "text/html", **said}, body)


def slow(seconds: float) -> Fault:
    return lambda _request, answer: replace(answer, delay=seconds)


def cut_off(_request: Request, answer: Answer) -> Answer:
    """The line is closed in the middle of the body."""
    return replace(answer, cut_at=len(answer.body) // 2)


def truncated(_request: Request, answer: Answer) -> Answer:
    """Half the JSON, and nothing in the headers tells."""
    return replace(answer, body=answer.body[: len(answer.body) // 2])


def web_page(_request: Request, _answer: Answer) -> Answer:
    return Answer(200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><html><body>Underh\xc3\xa5ll</body></html>")


def web_page_as_json(_request: Request, answer: Answer) -> Answer:
    return replace(answer, body=b"\n<html><body>Login</body></html>")


def with_bom(_request: Request, answer: Answer) -> Answer:
    return replace(answer, body=b"\xef\xbb\xbf" + answer.body)


def zipped(_request: Request, answer: Answer) -> Answer:
    return replace(answer, headers={**answer.headers, "Content-Encoding": "gzip"}, body=gzip.compress(answer.body))


def badly_zipped(_request: Request, answer: Answer) -> Answer:
    return replace(answer, headers={**answer.headers, "Content-Encoding": "gzip"}, body=b"inte gzip alls")


def huge(size: int) -> Fault:
    """So many blanks after the JSON, zipped to almost nothing."""

    def swell(request: Request, answer: Answer) -> Answer:
        return zipped(request, replace(answer, body=answer.body + b" " * size))

    return swell


def moved(location: str) -> Fault:
    return lambda _request, _answer: Answer(302, {"Location": location})


# --- faults of the content ---


def edited(change: Callable[[Any], Any]) -> Fault:
    """The JSON changed in place, or replaced by what the change gives."""

    def edit(_request: Request, answer: Answer) -> Answer:
        content = json.loads(answer.body)
        changed = change(content)
        return replace(answer, body=json.dumps(content if changed is None else changed).encode())

    return edit


def next_url(address: str) -> Fault:
    return edited(lambda page: page.update(next_url=address))


def endless(request: Request, answer: Answer) -> Answer:
    """Every page says that there is one more, and it has the same rows."""
    here = f"{request.host}{urlsplit(request.target).path}"
    number = int(request.query.get("page", "1")) + 1
    return next_url(f"{here}?page={number}")(request, answer)


def repeated(request: Request, answer: Answer) -> Answer:
    """The next page is this page."""
    return next_url(f"{request.host}{request.target}")(request, answer)


def wrong_ids(_request: Request, answer: Answer) -> Answer:
    """The rows of another key figure than was asked for."""
    return replace(answer, body=re.sub(rb'"kpi": "[NU]\d{5}"', b'"kpi": "N99998"', answer.body))


def doubled(request: Request, answer: Answer) -> Answer:
    """Every row twice."""
    return edited(lambda p: p.update(values=p["values"] * 2, count=len(p["values"]) * 2))(request, answer)


def without_values(request: Request, answer: Answer) -> Answer:
    return edited(lambda page: page.update(values=[], count=0))(request, answer)
