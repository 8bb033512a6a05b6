"""Landed answers: byte for byte, found by what was asked, and never half."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from rus.core.errors import StoreError
from rus.ingest import raw
from rus.ingest.raw import Keeping, NotLanded, Offline
from rus.sources.base import Asked, Raw

ASKED = Asked("POST", "https://prov.example/data?å=1", b'{"query": "\xc3\xa5"}')
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def answer(body=b"\xef\xbb\xbf{}\r\n\x00", when=NOON, asked=ASKED):
    return Raw(asked, 200, {"content-type": "application/json"}, body, when)


@pytest.fixture(autouse=True)
def _at_home(home):
    return None


def test_an_answer_is_found_as_it_came():
    raw.land(answer())
    assert raw.newest(ASKED) == answer()
    files = sorted(path.name for path in (raw.folder() / "2026-11-25").iterdir())
    assert files == [f"{ASKED.key}.bin", f"{ASKED.key}.json"]
    about = json.loads((raw.folder() / "2026-11-25" / f"{ASKED.key}.json").read_text(encoding="utf-8"))
    assert (about["url"], about["sha256"]) == (ASKED.url, answer().sha256)


def test_another_question_finds_nothing():
    raw.land(answer())
    assert raw.newest(Asked("GET", ASKED.url)) is None
    assert raw.newest(Asked("POST", ASKED.url, b"{}")) is None


def test_the_newest_of_several_days_is_taken():
    for days in (0, 2, 1):
        raw.land(answer(f"{days}".encode(), NOON - timedelta(days=days)))
    assert raw.newest(ASKED).body == b"0"
    assert raw.newest(ASKED, since=NOON).body == b"0"
    assert raw.newest(ASKED, since=NOON + timedelta(seconds=1)) is None


@pytest.mark.parametrize("left", [b"", b"\xef\xbb\xbf{}"])
def test_a_half_written_answer_is_as_if_it_had_never_come(left):
    raw.land(answer(b"the day before", NOON - timedelta(days=1)))
    raw.land(answer())
    (raw.folder() / "2026-11-25" / f"{ASKED.key}.bin").write_bytes(left)
    assert raw.newest(ASKED).body == b"the day before"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"url": 1}', "null"])
def test_a_damaged_note_is_no_answer(text):
    raw.land(answer())
    (raw.folder() / "2026-11-25" / f"{ASKED.key}.json").write_text(text)
    assert raw.newest(ASKED) is None


def test_a_disk_that_refuses_is_said(home):
    home.parent.joinpath("home").mkdir()
    (home / "raw").write_text("en fil där mappen skulle vara")
    with pytest.raises(StoreError, match="går inte att skriva"):
        raw.land(answer())


class Service:
    """Answers with how many times it was asked."""

    def __init__(self):
        self.times = 0

    def send(self, asked):
        self.times += 1
        return answer(str(self.times).encode(), datetime.now(UTC), asked)


def test_a_question_is_put_once_a_run():
    client = Keeping(Service(), datetime.now(UTC), set())
    assert [client.send(ASKED).body for _ in range(2)] == [b"1", b"1"]
    assert (client.requests, client.taken) == (1, 1)


def test_an_answer_of_an_earlier_run_is_not_taken_for_news():
    raw.land(answer(b"gammalt", datetime.now(UTC) - timedelta(minutes=1)))
    assert Keeping(Service(), datetime.now(UTC), set()).send(ASKED).body == b"1"


def test_an_answer_that_could_not_be_used_is_asked_for_anew():
    began = datetime.now(UTC)
    Keeping(Service(), began, set()).send(ASKED)
    service = Service()
    client = Keeping(service, began, {ASKED.key})
    client.send(ASKED)
    client.send(ASKED)
    assert service.times == 1


def test_without_network_there_is_only_what_was_landed():
    with pytest.raises(NotLanded, match="inget sparat svar"):
        Offline().send(ASKED)
    raw.land(answer())
    assert Offline().send(ASKED) == answer()
