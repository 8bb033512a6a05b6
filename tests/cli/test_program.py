"""The program as a whole: help, wrong use, and a real process at the end of a pipe."""

import os
import subprocess
import sys

import pytest

from rus.cli.program import program
from rus.core import paths


def test_help_is_in_swedish_and_names_every_command(rus):
    said = rus("--help")
    assert said.code == 0
    assert said.out == rus().out
    for name in ("start", "list", "query", "check", "new", "build", "builds", "prune", "test", "bench"):
        assert f"\n  {name} " in said.out
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in said.out


@pytest.mark.parametrize("name", sorted(set(program.commands) - {"start", "test", "bench"}))
def test_every_command_has_help_of_its_own(rus, name):
    said = rus(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Användning: rus {name}")
    assert "Options" not in said.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["qurey"], "Kommandot qurey finns inte. Menade du query?"),
        (["xyz"], "Kommandot xyz finns inte."),
        (["--version-of-it"], "Valet --version-of-it finns inte."),
        (["check", "extra"], "För många ord: extra."),
        (["list", "--jsn"], "Valet --jsn finns inte. Menade du --json?"),
    ],
)
def test_wrong_use_ends_with_two(rus, words, said):
    answer = rus(*words)
    assert (answer.code, said in answer.err, answer.out) == (2, True, "")
    assert answer.err.rstrip().splitlines()[-1].startswith("Se `rus")


def test_bench_is_handed_over_with_its_words(rus, monkeypatch):
    import types

    seen: list[list[str]] = []
    room = types.SimpleNamespace(main=lambda words: seen.append(words) or 3)
    monkeypatch.setattr("rus.cli.handover.importlib.import_module", lambda _: room)
    assert rus("bench", "--national", "fil", "--help").code == 3
    assert seen == [["--national", "fil", "--help"]]


def process(root, *words, **more):
    environment = {**os.environ, "RUS_CONTENT": str(root)}
    environment.pop("RUS_HOME", None)
    command = [sys.executable, "-m", "rus", *words]
    return subprocess.Popen(command, cwd=paths.ROOT, env=environment, stdout=-1, stderr=-1, **more)


def test_a_real_process_writes_the_exact_bytes(built, here, rus):
    out, err = process(built, "query", "jobb", "--region", "9002", "--format", "csv-excel").communicate(timeout=60)
    assert out == rus("query", "jobb", "--region", "9002", "--format", "csv-excel").raw
    assert out.startswith(b"\xef\xbb\xbfIndikator;Kommunkod;Kommun;")
    assert err == b""


def test_a_real_process_tells_wrong_use_by_its_exit_code(built):
    running = process(built, "query", "finns-inte")
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (2, b"")
    assert b"Traceback" not in err


def test_a_reader_that_has_had_enough_is_no_error(built):
    with process(built, "query", "jobb,lediga-platser", "--format", "json") as running:
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (0, b"")
