"""The command line of `rus start` and `rus test`."""

import pytest

from rus.bootstrap import arguments


@pytest.mark.parametrize("words", [["--port", "0"], ["--port", "http"], ["--port", "65536"], ["--prot", "1"], ["x"]])
def test_wrong_use_of_start_leaves_with_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        arguments.read(["start", *words])
    assert left.value.code == 2
    assert "rus start --help" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["start", "--help"], ["test", "-h"]])
def test_help_installs_nothing_and_is_swedish(words, capsys):
    with pytest.raises(SystemExit) as left:
        arguments.read(words)
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("Användning: rus ")


def test_start_is_read():
    asked = arguments.read(["start", "--port", "80", "--address", "::1", "--base-path", "/lanet/", "--no-browser"])
    assert asked == arguments.Asked("start", 80, "::1", "lanet", browser=False)


def test_what_others_read_is_handed_over_as_it_is():
    assert arguments.read(["query", "x", "--port", "1"]).rest == ["query", "x", "--port", "1"]
    assert arguments.read(["test", "-k", "x"]).rest == ["-k", "x"]
