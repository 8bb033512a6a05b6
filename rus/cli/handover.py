"""Commands that belong to other rooms: here they are only named, so that `rus --help` shows them."""

import importlib
import subprocess
import sys

import click

from rus.cli.words import Command
from rus.core.errors import RusError

_AS_THEY_ARE = {"ignore_unknown_options": True, "allow_extra_args": True, "allow_interspersed_args": False}


@click.command(cls=Command, add_help_option=False, context_settings=_AS_THEY_ARE, options_metavar="[VAL]")
@click.pass_context
def start(ctx: click.Context) -> int:
    """Starta dashboarden. Se `rus start --help`."""
    return subprocess.call([sys.executable, "-m", "rus", "start", *ctx.args])


@click.command("test", cls=Command, add_help_option=False, context_settings=_AS_THEY_ARE)
@click.pass_context
def test_(ctx: click.Context) -> int:
    """Kör projektets tester."""
    return subprocess.call([sys.executable, "-m", "rus", "test", *ctx.args])


@click.command(cls=Command, add_help_option=False, context_settings=_AS_THEY_ARE)
@click.pass_context
def bench(ctx: click.Context) -> int:
    """Mät hur snabbt det går. Se `rus bench --help`."""
    try:
        room = importlib.import_module("rus.bench")
    except ModuleNotFoundError as err:
        raise RusError(f"Mätningen behöver {err.name}. Kör `rus test` en gång, så hämtas det.") from err
    return int(room.main(list(ctx.args)))
