"""The command: which parts are measured, the table, the JSON file and the exit code."""

import os
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from rus.bench.page_table import page_tables
from rus.bench.report import Report
from rus.core.errors import RusError

COPIES_UPWARD = 19
WIDTH = 140
PARTS = ("lager", "historik", "analys", "tolkning", "uppdatering", "sidor", "server", "webbläsare")


@dataclass(frozen=True)
class Wish:
    """What to measure, as the options of the command say."""

    national: Path | None
    upward: bool
    pandas: bool
    people: int
    runs: int
    only: tuple[str, ...]
    analysis: bool
    guard: bool
    record: bool
    markdown: bool
    output: Path


@click.command(name="bench")
@click.option(
    "--national", type=click.Path(path_type=Path), help="Parquetfil med hela landets uppgifter (RUS_NATIONAL)."
)
@click.option("--upward", is_flag=True, help=f"Mät också {COPIES_UPWARD} gånger så många rader.")
@click.option("--pandas", is_flag=True, help="Jämför också med pandas i minnet. Tar 10 GB med --upward.")
@click.option("--people", default=50, show_default=True, help="Hur många som klickar samtidigt.")
@click.option("--runs", default=40, show_default=True, help="Hur många gånger varje sak mäts.")
@click.option("--only", multiple=True, type=click.Choice(PARTS), help="Mät bara detta.")
@click.option("--analysis", is_flag=True, help="Mät bara analysen, och visa hur många bedömningar som är robusta.")
@click.option("--guard", is_flag=True, help="Kort mätning: fel om något kostar dubbelt mot det antecknade.")
@click.option("--markdown", is_flag=True, help="Skriv sidornas siffror som tabeller i Markdown.")
@click.option("--record", is_flag=True, help="Anteckna dagens kostnader för --guard.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("bench-out/bench.json"),
    show_default=True,
    help="Fil som får samma rader som JSON.",
)
@click.pass_context
def program(ctx: click.Context, /, **given: object) -> None:
    """Mät hur snabbt det går, och jämför med andra i samma körning."""
    ctx.exit(run(Wish(**given)))  # type: ignore[arg-type]  # click has checked the types


def run(wish: Wish) -> int:
    """Measure, print and write.

    Returns:
        0, or with `guard` 1 where something costs more than twice what is recorded.
    """
    report, console = Report(), _wide()
    if wish.guard or wish.record:
        return _guard(report, console, wish)
    wanted = {*wish.only, *(("analys",) if wish.analysis else ())} or set(PARTS)
    named = wish.national or (Path(os.environ["RUS_NATIONAL"]) if os.environ.get("RUS_NATIONAL") else None)
    if "lager" in wanted:
        _store(report, named, upward=wish.upward, pandas=wish.pandas, rounds=wish.runs)
    if "historik" in wanted:
        from rus.bench.remembering import bench_remembering

        bench_remembering(report, rounds=wish.runs)
    if "tolkning" in wanted:
        from rus.bench.parsing import bench_parsing

        bench_parsing(report, rounds=wish.runs)
    if "uppdatering" in wanted:
        from rus.bench.updating import bench_updating

        bench_updating(report)
    if "analys" in wanted:
        from rus.bench.analysing import bench_analysis
        from rus.bench.robust import show

        show(console, bench_analysis(report))
    if wanted & {"sidor", "server", "webbläsare"}:
        _screens(report, wanted, wish.people, wish.runs)
    report.write(wish.output)
    if wish.markdown:
        click.echo(page_tables(report.rows))
        return 0
    report.show(console)
    console.print(f"Skrivet till {wish.output}")
    return 0


def _guard(report: Report, console: Console, wish: Wish) -> int:
    from rus.bench.guard import guarded

    good = guarded(report, record=wish.record)
    report.show(console)
    report.write(wish.output)
    return 0 if good else 1


def _wide() -> Console:
    """A console that does not break the rows where the output goes to a file."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH)


def _store(report: Report, national: Path | None, *, upward: bool, pandas: bool, rounds: int) -> None:
    from rus.bench.storing import bench_national, bench_seed

    bench_seed(report)
    if national is None:
        report.add("landet", "inte mätt: ange --national", 0, "")
        return
    bench_national(report, national, copies=1, pandas=True, rounds=rounds)
    if upward:
        bench_national(report, national, copies=COPIES_UPWARD, pandas=pandas, rounds=rounds)


def _screens(report: Report, wanted: set[str], people: int, runs: int) -> None:
    from rus.bench.browser import bench_browser
    from rus.bench.scenes import scene_of_here
    from rus.bench.server import bench_server
    from rus.bench.walking import bench_pages

    what = scene_of_here()
    if "sidor" in wanted:
        bench_pages(report, what.sights, runs=runs)
    if "server" in wanted:
        bench_server(report, what, people=people, runs=runs)
    if "webbläsare" in wanted:
        bench_browser(report, what, runs=runs)


def main(args: list[str]) -> int:
    """Run the bench with these words of the command line; errors pass on as RusError or click's own."""
    try:
        code = program.main(args=args, prog_name="rus bench", standalone_mode=False)
    except click.exceptions.Exit as err:
        return err.exit_code
    except ModuleNotFoundError as err:
        raise RusError(f"Mätningen behöver {err.name}. Kör `rus test` en gång, så hämtas det.") from err
    return int(code or 0)
