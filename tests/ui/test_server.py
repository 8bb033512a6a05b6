"""A real server with a small app: what the browser gets, and that a cold deep link works."""

import asyncio
import gzip
import json
import os
import signal
import socket

import pytest

from rus.core.errors import UsageError
from rus.ui.listen import listen
from rus.ui.shell import frontend
from rus.ui.warm import addresses, visit
from tests.ui.serving import COLD, get, in_a_loop, running, words_of, write_app


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return write_app(tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def server(app):
    with running(app) as (address, _):
        yield address


@pytest.mark.parametrize("page", ["", "/", "/utforska", "/index.html"])
def test_every_page_begins_in_swedish_with_our_name(server, page):
    status, headers, body = get(server + page)
    text = body.decode()
    assert status == 200
    assert '<html lang="sv">' in text
    assert "<title>Uppföljning · Prov &amp; län</title>" in text
    assert "./app/static/hg-latin.woff2" in text
    assert "SourceSans" not in text
    assert "service-desc" not in text
    assert "You need to enable JavaScript" not in text
    assert 'BACKEND_BASE_URL: window.location.origin + "/" }' in text
    assert headers["Cache-Control"] == "no-cache"


def test_scripts_are_packed_and_kept_for_ever(server):
    script = next((frontend() / "static/js").glob("index.*.js"))
    address = f"{server}/static/js/{script.name}"
    status, headers, body = get(address, Accept_Encoding="gzip, br")
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Type"].startswith("application/javascript")
    assert headers["Vary"] == "Accept-Encoding"
    assert len(body) < script.stat().st_size / 2
    assert gzip.decompress(body) == script.read_bytes()
    assert get(address)[2] == script.read_bytes()


def test_what_the_browser_has_is_not_sent_again(server):
    address = f"{server}/utforska"
    etag = get(address, Accept_Encoding="gzip")[1]["ETag"]
    status, headers, body = get(address, Accept_Encoding="gzip", If_None_Match=etag)
    assert (status, body) == (304, b"")
    assert headers["ETag"] == etag


def test_streamlits_own_addresses_go_through_at_any_depth(server):
    assert get(f"{server}/_stcore/health")[2] == b"ok"
    assert get(f"{server}/utforska/_stcore/health")[0] == 404
    assert get(f"{server}/_stcore/host-config")[0] == 200
    assert get(f"{server}/favicon.png")[1]["Content-Type"] == "image/png"


def test_health_says_when_the_first_page_is_warm(server):
    while get(f"{server}/healthz")[0] == 503:
        pass  # pytest stops a wait without end
    status, headers, body = get(f"{server}/healthz")
    assert (status, json.loads(body)) == (200, {"status": "ok"})
    assert headers["Cache-Control"] == "no-store"


def test_health_says_when_no_page_has_been_run(app):
    with running(app, more=COLD) as (address, _):
        status, _, body = get(f"{address}/healthz")
    assert (status, json.loads(body)) == (503, {"status": "startar"})


def test_maps_come_from_the_content_folder_and_are_kept_as_long_as_they_hold(server, app):
    path = app / "data/reference/kommuner.geojson"
    plain = get(f"{server}/app/geo/kommuner.geojson", Accept_Encoding="gzip")
    assert plain[0] == 200
    assert plain[1]["Cache-Control"] == "no-cache"
    assert plain[1]["Content-Type"] == "application/geo+json"
    assert gzip.decompress(plain[2]) == path.read_bytes()
    fingerprint = plain[1]["ETag"].strip('"').removesuffix("-gz")
    hashed = get(f"{server}/app/geo/kommuner.{fingerprint}.geojson")
    assert hashed[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    stale = get(f"{server}/app/geo/kommuner.{'0' * 12}.geojson")
    assert (stale[0], stale[1]["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "address",
    [
        "/app/geo/secret.csv",
        "/app/geo/place.toml",
        "/app/geo/lan.geojson",
        "/app/static/..%2fapp.py",
        "/app/static/%2e%2e/app.py",
        "/app/static/",
        "/app/static/%00",
        "/static/..%2f..%2fproto/__init__.py",
        "/static/nothing.js",
    ],
)
def test_nothing_else_can_be_read(server, address):
    status, _, body = get(server + address)
    assert status in {400, 404}
    assert b"import" not in body


def test_our_own_files_are_kept_when_their_address_has_a_version(server):
    assert get(f"{server}/app/static/own.css")[1]["Cache-Control"] == "no-cache"
    assert "immutable" in get(f"{server}/app/static/own.css?v=abc")[1]["Cache-Control"]


def test_pages_run_in_the_frame_and_the_collector_leaves_the_libraries_alone(server):
    first, second = words_of(server, "", ["", "utforska"])
    assert first[:2] == ["Startsidan", "ramen har körts"]
    assert second[:2] == ["Utforskasidan", "ramen har körts"]
    while second[2] != "utanför: True":  # the warm-up has pages left to open; pytest stops a wait without end
        (second,) = words_of(server, "", ["utforska"])


def test_a_mistake_of_ours_is_two_plain_sentences(server):
    (words,) = words_of(server, "", ["trasig"])
    assert len(words) == 1
    assert words[0].startswith("Sidan går inte att visa just nu.")


def test_the_first_request_of_all_may_go_to_any_page(app):
    with running(app, more=COLD) as (address, _):
        assert get(f"{address}/utforska")[0] == 200
        (words,) = words_of(address, "", ["utforska"])
    assert words[:2] == ["Utforskasidan", "ramen har körts"]
    assert "page not found" not in words


def test_below_a_base_path(app):
    with running(app, base="/lanet") as (address, _):
        assert address.endswith("/lanet")
        root = address.removesuffix("/lanet")
        text = get(f"{address}/utforska")[2].decode()
        assert 'lang="sv"' in text
        assert 'BACKEND_BASE_URL: window.location.origin + "/lanet" }' in text
        assert get(f"{address}/_stcore/health")[2] == b"ok"
        assert get(f"{address}/app/geo/kommuner.geojson")[0] == 200
        assert get(f"{address}/healthz")[0] in {200, 503}
        assert get(f"{root}/healthz")[0] in {200, 503}
        assert get(f"{root}/utforska")[0] == 404
        (words,) = words_of(address, "/lanet", ["utforska"])
    assert words[0] == "Utforskasidan"


def test_a_warm_up_that_fails_leaves_a_server_that_serves(app):
    code = "from rus.ui import warm\nwarm.visit = lambda host, port, base, name: visit(host, port, '/nowhere')\n"
    code = f"from rus.ui.warm import visit\n{code}"
    with running(app, more=code) as (address, program):
        while get(f"{address}/healthz")[0] == 503:
            pass  # pytest stops a wait without end
        assert get(f"{address}/utforska")[0] == 200
        program.terminate()
        _, err = program.communicate()
    assert "Sidorna gick inte att värma" in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no uvloop")
def test_the_fast_loop_runs(app):
    code = COLD.replace("await self._tell()", "print(type(asyncio.get_running_loop())); await self._tell()")
    code = f"import asyncio\n{code}"
    with running(app, more=code, first="<class 'uvloop.Loop'>") as (address, _):
        assert get(f"{address}/utforska")[0] == 200


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_with_a_visitor_still_there(app, number):
    with running(app) as (address, program):
        host, port = address.removeprefix("http://").split(":")

        async def stay() -> None:
            async with visit(host, int(port), "") as session:
                assert addresses(await session.open_page()) == ["utforska", "trasig"]
                program.send_signal(number)
                await asyncio.to_thread(program.wait)

        in_a_loop(stay)
        out, err = program.communicate()
    assert program.returncode == 0
    assert out == "slut\n"
    assert "KeyboardInterrupt" not in err  # what the broken page says when the warm-up opens it may be there
    assert "CancelledError" not in err


def test_a_taken_port_is_told_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"rus start --port {port + 1}") as told:
            listen("127.0.0.1", port)
    assert told.value.exit_code == 1


def test_without_a_chosen_port_the_next_free_one_is_taken(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setattr("rus.ui.listen.USUAL_PORT", port)
        with listen("127.0.0.1", None) as found:
            assert found.getsockname()[1] > port


def test_an_address_of_another_computer_is_told():
    with pytest.raises(UsageError, match=r"192\.0\.2\.1"):
        listen("192.0.2.1", None)
    with pytest.raises(UsageError, match="--address"):
        listen("no such name", 8702)
