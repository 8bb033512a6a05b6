"""The program `rus`: its commands, and the one place where a command's errors are shown."""

import errno
import io
import os
import sys

import click

from rus.cli.building import build, builds, prune
from rus.cli.changing import changes
from rus.cli.checking import check, new
from rus.cli.findings import findings
from rus.cli.gaps import gaps
from rus.cli.goals import goals
from rus.cli.handover import bench, start, test_
from rus.cli.listing import list_
from rus.cli.query import query
from rus.cli.updating import try_, update
from rus.cli.words import Program, misuse
from rus.core.errors import RusError


@click.group(cls=Program, invoke_without_command=True, subcommand_metavar="KOMMANDO [VAL]…")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Uppföljning av en regional utvecklingsstrategi.

    Ett kommandos egen hjälp: rus KOMMANDO --help
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for command in (
    start,
    update,
    list_,
    query,
    goals,
    gaps,
    findings,
    changes,
    check,
    new,
    try_,
    build,
    builds,
    prune,
    test_,
    bench,
):
    program.add_command(command)


def main(words: list[str] | None = None) -> int:
    """Run a command.

    Args:
        words: what stands after `rus`; default is the command line.

    Returns:
        0 done, 1 the data or the catalogue has problems, 2 wrong use, 130 stopped by the user.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        with program.make_context("rus", list(sys.argv[1:] if words is None else words)) as asked:
            code = program.invoke(asked)
        sys.stdout.flush()
    except click.exceptions.Exit as err:
        return err.exit_code
    except OSError as err:
        if err.errno != errno.EPIPE:
            raise
        return _unread()
    except click.UsageError as err:
        return _say(misuse(err), err.exit_code)
    except RusError as err:
        return _say(str(err), err.exit_code)
    except click.ClickException as err:
        return _say(err.format_message(), err.exit_code)
    except click.Abort:
        return _say("Avbrutet.", 130)
    return code if isinstance(code, int) else 0


def _say(words: str, code: int) -> int:
    click.echo(words, err=True)
    return code


def _unread() -> int:
    """Whoever read the output has had enough (`rus list | head`): not an error, and nothing more can be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
