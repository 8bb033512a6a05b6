"""The polite client, against a real server on this machine and a clock of our own."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.core.errors import SourceError
from rus.sources.base import Asked, RefusedError
from rus.sources.bucket import Bucket, retry_after
from rus.sources.http import PoliteClient, origin, user_agent
from rus.sources.registry import paces, polite_client
from tests.sources.timing import START, Time, asking
from tests.stub import wire
from tests.stub.server import Stub, Window


@pytest.fixture
def stub() -> Iterator[Stub]:
    with Stub() as running:
        yield running


def kpi(stub: Stub, more: str = "") -> Asked:
    return Asked("GET", f"{stub.kolada_url}/kpi{more}")


@settings(deadline=None)
@given(st.integers(1, 60), st.floats(0.5, 20), st.lists(st.floats(0, 30), min_size=1, max_size=120))
def test_no_window_holds_more_than_the_limit(calls, seconds, pauses):
    time = Time()
    bucket = Bucket(calls, seconds, lambda: time.seconds)
    sent = []
    for pause in pauses:
        time.seconds += pause / 10
        time.seconds += bucket.take()
        sent.append(time.seconds)
    for first in range(len(sent)):
        assert sum(sent[first] <= when < sent[first] + seconds for when in sent) <= calls


def test_the_bucket_is_not_slower_than_it_must():
    time = Time()
    bucket = Bucket(30, 10, lambda: time.seconds)
    for _ in range(300):
        time.seconds += bucket.take()
    assert 97 <= time.seconds <= 110


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("Mon, 02 Mar 2026 08:00:30 GMT", 30.0),
        ("Mon, 02 Mar 2026 07:00:00 GMT", 0.0),
        ("", None),
        ("snart", None),
        ("-3", None),
        ("Mon, 99 Mar 2026", None),
    ],
)
def test_both_forms_of_retry_after_are_read(header, seconds):
    assert retry_after(header, START) == seconds


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_retry_after_is_borne(header):
    assert (retry_after(header, START) or 0.0) >= 0


def test_an_answer_comes_as_it_was(stub):
    with asking(stub) as client:
        raw = client.send(kpi(stub))
    assert raw.status == 200
    assert len(json.loads(raw.body)["values"]) == 3
    assert raw.fetched_at == START
    assert stub.heard[0].headers["user-agent"].startswith("rus/")
    assert stub.heard[0].headers["user-agent"].endswith("(+prov@example.se)")


def test_who_asks_is_said_in_plain_signs():
    assert user_agent("Ö rebro\r\nX-Ond: 1").isascii()
    assert "\n" not in user_agent("a\nb")
    assert "(" not in user_agent(None)


def test_a_body_is_posted(stub):
    body = json.dumps({"selection": [{"variableCode": v, "valueCodes": ["*"]} for v in ("Tid", "ContentsCode")]})
    with asking(stub) as client:
        raw = client.send(Asked("POST", f"{stub.pxweb2_url}/tables/TAB1/data", body.encode()))
    assert json.loads(raw.body)["size"] == [1, 5]
    assert stub.heard[0].headers["content-type"] == "application/json"


def test_the_pace_is_kept(stub):
    time = Time()
    stub.window = Window(5, 10, lambda: time.seconds, strict=True)
    with asking(stub, time, (5, 10.0)) as client:
        for _ in range(12):
            client.send(kpi(stub))
    assert len(stub.heard) == 12
    assert time.seconds >= 20


def test_a_pace_may_be_changed(stub):
    time = Time()
    with asking(stub, time) as client:
        client.pace(stub.pxweb2_url, 1, 60)
        client.send(kpi(stub))
        client.send(kpi(stub))
    assert time.seconds >= 60


@pytest.mark.parametrize(("header", "wait"), [("7", 7), ("Mon, 02 Mar 2026 08:00:30 GMT", 30)])
def test_retry_after_is_obeyed(stub, header, wait):
    time = Time()
    stub.fault(wire.status(429, Retry_After=header), times=1)
    with asking(stub, time) as client:
        assert client.send(kpi(stub)).status == 200
    assert wait <= time.seconds < wait + 2


def test_a_refused_call_without_retry_after_waits_out_the_window(stub):
    time = Time()
    stub.fault(wire.status(429), times=1)
    with asking(stub, time, (5, 10.0)) as client:
        client.send(kpi(stub))
    assert time.seconds >= 10


def test_a_host_that_asks_for_too_much_patience_is_left(stub):
    time = Time()
    stub.fault(wire.status(429, Retry_After="86400"))
    with asking(stub, time) as client, pytest.raises(SourceError, match="vill att vi väntar 86400 sekunder"):
        client.send(kpi(stub))
    assert len(stub.heard) == 1
    assert time.seconds < 1


@pytest.mark.parametrize("code", [500, 502, 503, 504])
def test_what_may_pass_is_tried_again_a_few_times(stub, code):
    stub.fault(wire.status(code), times=3)
    with asking(stub) as client:
        assert client.send(kpi(stub)).status == 200
    assert len(stub.heard) == 4


def test_waits_grow_and_the_client_gives_up_in_time(stub):
    time = Time()
    stub.fault(wire.status(500))
    with asking(stub, time) as client, pytest.raises(SourceError, match="felkod 500"):
        client.send(kpi(stub))
    assert len(stub.heard) == 4
    assert time.waited == [1, 2, 4]


def test_a_host_that_is_down_is_not_asked_for_ever(stub):
    stub.fault(wire.status(503))
    with asking(stub, tries=1) as client:
        for _ in range(6):
            with pytest.raises(SourceError):
                client.send(kpi(stub))
    assert len(stub.heard) == 3


def test_the_whole_has_an_end(stub):
    with asking(stub, pace=(1, 60.0), whole=100.0) as client:
        client.send(kpi(stub))
        client.send(kpi(stub))
        with pytest.raises(SourceError, match="tiden för hela uppdateringen är slut"):
            client.send(kpi(stub))
    assert len(stub.heard) == 2


@pytest.mark.parametrize("code", [400, 404, 410, 422])
def test_a_no_is_a_no(stub, code):
    stub.fault(wire.status(code, b'{"title": "Nej"}'))
    with asking(stub) as client, pytest.raises(RefusedError, match="Nej") as caught:
        client.send(kpi(stub))
    assert caught.value.status == code
    assert caught.value.body == b'{"title": "Nej"}'
    assert len(stub.heard) == 1


def test_no_other_host_is_asked(stub):
    with Stub() as other, asking(stub) as client, pytest.raises(SourceError, match="hör inte till"):
        client.send(kpi(other))
    assert not other.heard


@pytest.mark.parametrize("url", ["file://a/b", "http://[::1", "", "https://x:99999999/", "ftp://a/b"])
def test_what_is_no_address_is_refused(stub, url):
    with asking(stub) as client, pytest.raises(SourceError):
        client.send(Asked("GET", url))


def test_a_redirect_within_the_host_is_followed_and_others_not(stub):
    stub.fault(wire.moved("/kolada/v3/municipality"), "/kpi$", times=1)
    with Stub() as other, asking(stub) as client:
        assert json.loads(client.send(kpi(stub)).body)["count"] == 7
        stub.fault(wire.moved(other.kolada_url), "/kpi$", times=1)
        with pytest.raises(SourceError, match="en annan värd"):
            client.send(kpi(stub))
        stub.fault(wire.moved("/kolada/v3/kpi"), "/kpi$")
        with pytest.raises(SourceError, match="cirkel"):
            client.send(kpi(stub))
    assert not other.heard


def test_a_closed_door_is_one_clear_line():
    with Stub() as gone:
        url = gone.url
    with PoliteClient({url: (9, 1.0)}, outside=Time().outside) as client, pytest.raises(SourceError) as caught:
        client.send(Asked("GET", url))
    assert "Försök igen senare" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 2


def test_only_the_services_may_be_asked(monkeypatch):
    monkeypatch.setenv("RUS_KOLADA_URL", "https://spegel.example/kolada/")
    assert "https://spegel.example/kolada" in paces()
    with polite_client() as client, pytest.raises(SourceError, match="hör inte till"):
        client.send(Asked("GET", "https://api.kolada.se/v3/kpi"))


def test_hosts_are_compared_with_scheme_and_port():
    assert origin("https://A.se/x") == origin("https://a.se:443") != origin("http://a.se")
    assert origin("https://a.se@b.se/") == "https://b.se:443"
