"""Click in Swedish: help pages, and what is said when a command is used wrongly."""

import re
from difflib import get_close_matches

import click
from click.formatting import HelpFormatter


class Command(click.Command):
    """A command whose help is in Swedish."""

    def __init__(self, *args: object, **fields: object) -> None:
        """Like click's; options are called VAL."""
        super().__init__(*args, **({"options_metavar": "[VAL]"} | fields))  # type: ignore[arg-type]  # click's own

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` in Swedish."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Visa den här hjälpen."
        return option

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The first line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Every option with its words."""
        records = (p.get_help_record(ctx) for p in self.get_params(ctx) if isinstance(p, click.Option))
        with formatter.section("Val"):
            formatter.write_dl([record for record in records if record])


class Program(Command, click.Group):
    """The program with all its commands."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The commands, then the options."""
        with formatter.section("Kommandon"):
            rows = ((name, self.commands[name]) for name in self.commands)
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in rows])
        super().format_options(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """In the order in which they were added: the most used first."""
        return list(self.commands)


def nearest(word: str, known: list[str]) -> str:
    """` Menade du a eller b?`; nothing where no known word is near."""
    lower = {name.casefold().lstrip("-"): name for name in reversed(known)}
    near = get_close_matches(word.casefold().lstrip("-"), list(lower), n=3, cutoff=0.6)
    within = [name for name in lower if word.casefold() in name and len(word) > 2] if len(near) < 3 else []
    found = list(dict.fromkeys(lower[name] for name in [*near, *within]))[:3]
    return f" Menade du {' eller '.join(found)}?" if found else ""


def misuse(error: click.UsageError) -> str:
    """What was wrong and where to read more, in one or two lines."""
    return f"{_what(error)}\nSe `{error.ctx.command_path if error.ctx else 'rus'} --help`."


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Kommandot {error.command_name} finns inte.{nearest(error.command_name, list(_commands(error)))}"
    if isinstance(error, click.NoSuchOption):
        return f"Valet {error.option_name} finns inte.{nearest(error.option_name, _options(error))}"
    if isinstance(error, click.MissingParameter):
        return f"{error.param.make_metavar(error.ctx) if error.param and error.ctx else 'Ett ord'} saknas."
    if isinstance(error, click.BadOptionUsage):
        return f"Valet {error.option_name} används fel: det ska ha ett värde, om det inte är ett ja eller nej."
    if isinstance(error, click.BadParameter) and error.param:
        return f"{error.param.opts[0]}: {error.message}"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    return f"För många ord: {extra[1]}." if extra else error.message


def _commands(error: click.UsageError) -> list[str]:
    command = error.ctx.command if error.ctx else None
    return list(command.commands) if isinstance(command, click.Group) else []


def _options(error: click.UsageError) -> list[str]:
    return [o for p in error.ctx.command.get_params(error.ctx) for o in p.opts] if error.ctx else []


class OneOf(click.ParamType[str]):
    """One of some words."""

    name = "ord"

    def __init__(self, words: list[str]) -> None:
        """The words that may stand."""
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002  # click's signature
        """The words, as they stand in the help."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself, or an error that lists the words."""
        if value not in self.words:
            self.fail(f"{value} finns inte; välj {', '.join(self.words[:-1])} eller {self.words[-1]}.", param, ctx)
        return value


class Count(click.ParamType[int]):
    """A whole number that is not negative."""

    name = "antal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or an error."""
        text = str(value)
        if not (text.isascii() and text.isdecimal()):
            self.fail(f"{text} är inget antal; skriv ett heltal, till exempel 5.", param, ctx)
        return int(text)
