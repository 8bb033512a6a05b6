"""The command line of `rus start` and `rus test`, read before anything is installed."""

import argparse
import sys
from dataclasses import dataclass, field
from typing import NoReturn

START = """Användning: rus start [--port PORT] [--address ADRESS] [--base-path SÖKVÄG] [--no-browser]

Startar dashboarden. Första gången hämtas det som behövs, och det tar någon minut.

  --port PORT         port att lyssna på (8501, eller nästa lediga)
  --address ADRESS    adress att lyssna på (127.0.0.1: bara den här datorn)
  --base-path SÖKVÄG  sökväg som sidorna ligger under, till exempel /lanet
  --no-browser        öppna ingen webbläsare"""

TEST = """Användning: rus test [ARGUMENT TILL PYTEST …]

Kör projektets tester. Första gången hämtas det som testerna behöver."""


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; `command` is empty where the rest of the program shall read it."""

    command: str = ""
    port: int | None = None
    address: str = "127.0.0.1"
    base_path: str = ""
    browser: bool = True
    rest: list[str] = field(default_factory=list)


class _Parser(argparse.ArgumentParser):
    """argparse, but in Swedish."""

    def error(self, message: str) -> NoReturn:
        """Leave with two lines instead of a page; 2 means wrong use."""
        sys.stderr.write(f"Förstår inte: {message}\nSe `rus start --help`.\n")
        sys.exit(2)


def read(words: list[str]) -> Asked:
    """Read the words after `rus`.

    Raises:
        SystemExit: 0 after help, 2 where the words are wrong.
    """
    command, rest = (words[0], words[1:]) if words else ("", [])
    if command == "test":
        if rest and rest[0] in {"-h", "--help"}:
            _leave_with(TEST)
        return Asked("test", rest=rest)
    if command == "start":
        return _read_start(rest)
    return Asked(rest=words)


def _read_start(rest: list[str]) -> Asked:
    if {"-h", "--help"} & set(rest):
        _leave_with(START)
    parser = _Parser(prog="rus start", add_help=False, allow_abbrev=False)
    parser.add_argument("--port", type=_port)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--base-path", default="")
    parser.add_argument("--no-browser", action="store_true")
    found, unknown = parser.parse_known_args(rest)
    if unknown:
        parser.error(" ".join(unknown))
    return Asked("start", found.port, found.address, found.base_path.strip("/"), not found.no_browser)


def _port(word: str) -> int:
    number = int(word) if word.isascii() and word.isdigit() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{word} är ingen port. En port är ett tal från 1 till 65535.")
    return number


def _leave_with(text: str) -> NoReturn:
    sys.stdout.write(f"{text}\n")
    sys.exit(0)
