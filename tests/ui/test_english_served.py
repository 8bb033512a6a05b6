"""What the server answers to who reads English: the page with its script, and the messages by their own address."""

import json
import re

import pytest

from tests.ui.serving import COLD, get, running, write_app


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    app = write_app(tmp_path_factory.mktemp("app"))
    (app / "indicators").mkdir()
    (app / "indicators" / "broken.toml").write_text("title = ", encoding="utf-8")
    with running(app, base="/lanet", more=COLD) as (address, _):
        yield address


def test_an_english_page_names_its_messages_and_they_can_be_kept_for_ever(server):
    status, headers, body = get(f"{server}/utforska?ind=x&lang=en")
    page = body.decode()
    assert status == 200
    assert headers["Cache-Control"] == "no-cache"
    assert '<html lang="en">' in page
    address = re.search(r'data-messages="(/lanet/app/english/messages\.[0-9a-f]{12}\.json)"', page)[1]
    root = server.removesuffix("/lanet")
    status, headers, body = get(root + address)
    assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert headers["Content-Type"].startswith("application/json")
    assert len(json.loads(body)["messages"]) > 2000
    old = re.sub(r"[0-9a-f]{12}\.json", f"{'0' * 12}.json", address)
    assert get(root + old)[1]["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("query", ["", "?lang=sv", "?lang=de", "?lang=%FF"])
def test_every_other_page_is_swedish_and_has_no_script(server, query):
    page = get(f"{server}/utforska{query}")[2].decode()
    assert '<html lang="sv">' in page
    assert "english.js" not in page


@pytest.mark.parametrize("name", ["", "english.po", "..%2fenglish.po", "messages.json"])
def test_nothing_else_is_answered(server, name):
    assert get(f"{server}/app/english/{name}")[0] in {400, 404}
