"""`rus start` as people meet it: a first start, and everything that can be wrong before there is a page."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.store.content import write_content

INDICATOR = "indicators/arbete/trasig.toml"


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path / "content")


def build_in(content) -> str:
    """Make a build as `rus build` does; gives its id."""
    surroundings = {**os.environ, "RUS_CONTENT": str(content.root), "RUS_HOME": str(content.root / "data")}
    subprocess.run([sys.executable, "-m", "rus", "build"], env=surroundings, check=True, capture_output=True)
    return (content.store / "CURRENT").read_text(encoding="utf-8").strip().removesuffix(".duckdb")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return sock.getsockname()[1]


@contextmanager
def started(content, port: int, **more: str):
    surroundings = {**os.environ, "RUS_CONTENT": str(content.root), **more}
    surroundings.setdefault("RUS_HOME", str(content.root / "data"))
    command = [sys.executable, "-m", "rus", "start", "--port", str(port), "--no-browser"]
    with subprocess.Popen(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        try:
            yield program
        finally:
            if program.poll() is None:
                program.kill()


def refusal(content, port: int, **more: str) -> str:
    """What is said when nothing can be shown: exit code 1, no traceback, nothing on standard output."""
    with started(content, port, **more) as program:
        out, err = program.communicate()
    assert program.returncode == 1, err
    assert out == ""
    assert "Traceback" not in err
    return err


def first_line(program) -> str:
    line = program.stdout.readline()
    return line or pytest.fail(program.stderr.read())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_without_a_store_one_is_built_and_the_address_is_told(content):
    port = free_port()
    with started(content, port) as program:
        assert first_line(program) == f"Dashboarden finns på http://127.0.0.1:{port}/ – avsluta med Ctrl+C.\n"
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
    assert program.returncode == 0
    assert out.strip() == "Dashboarden är avstängd."
    assert "100 %" in err
    assert (content.store / "CURRENT").exists()


def test_a_taken_port_is_told_before_anything_is_built(content):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refusal(content, port)
    assert f"Port {port} på 127.0.0.1 används av ett annat program." in said
    assert len(said.splitlines()) == 1
    assert not content.store.exists()


def test_a_broken_catalogue_without_a_build_is_listed(content):
    content.write(INDICATOR, 'title = "Trasig"\nfärg = "blå"\n')
    said = refusal(content, free_port())
    assert "Katalogen har fel, och det finns inget tidigare bygge att visa:" in said
    assert INDICATOR in said


def test_a_broken_catalogue_with_an_earlier_build_shows_that_one(content):
    build = build_in(content)
    content.write(INDICATOR, 'title = "Trasig"\nfärg = "blå"\n')
    with started(content, free_port()) as program:
        first_line(program)
        program.terminate()
        _, err = program.communicate()
    assert f"Katalogen har fel, så dashboarden visar bygget {build}:" in err
    assert INDICATOR in err


def test_a_store_cut_short_is_no_loss(content):
    build = build_in(content)
    path = content.store / f"{build}.duckdb"
    path.write_bytes(path.read_bytes()[:5000])
    with started(content, free_port()) as program:
        line = program.stdout.readline()
        program.terminate()
        out, err = program.communicate()
    assert line.startswith("Dashboarden finns på") or "rus build" in err, out + err
    assert "Traceback" not in err


def test_a_home_that_cant_be_written_in_is_told(content, tmp_path):
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    said = refusal(content, free_port(), RUS_HOME=str(tmp_path / "a-file" / "home"))
    assert "RUS_HOME" in said or "skriva" in said


def test_a_mistake_of_ours_at_the_start_is_told_without_a_traceback(content):
    said = refusal(content, free_port(), RUS_CONTENT="x" * 5000)
    assert "RUS_TRACE=1" in said
