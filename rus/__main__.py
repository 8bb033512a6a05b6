"""The program: `python3 -m rus …` anywhere, `rus …` inside its environment.

Nothing above the version check may need a newer Python than the one that is told to be renewed.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036  (this line is what a too old Python gets to see)
    sys.exit("rus behöver Python 3.11 eller nyare. Det här är Python {}.{}.".format(*sys.version_info[:2]))

from rus import bootstrap


def main() -> int:
    """Run what the command line asks for; the result is the exit code."""
    words = sys.argv[1:]
    try:
        asked = bootstrap.read(words)
        bootstrap.enter(words, with_tests=asked.command == "test")
        return _run(asked)
    except bootstrap.BootstrapError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet.\n")
        return 130


def _run(asked: bootstrap.Asked) -> int:
    """Only here, inside the environment, may the rest of the program be imported."""
    if asked.command == "test":
        return bootstrap.run_tests(asked.rest)
    if asked.command == "start":
        return _start(asked)
    from rus.cli import main as command_line

    return command_line()


def _start(asked: bootstrap.Asked) -> int:
    from rus.core.errors import RusError
    from rus.ui.server import start

    try:
        start(asked.port, asked.address, asked.base_path, browser=asked.browser)
    except RusError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except Exception as error:
        if "RUS_TRACE" in os.environ:
            raise
        sys.stderr.write(f"Programmet kunde inte starta: {type(error).__name__}: {error}\n")
        sys.stderr.write("Det är ett fel i programmet. Kör med RUS_TRACE=1 för att se var, och anmäl det.\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
