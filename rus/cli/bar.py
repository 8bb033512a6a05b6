"""The bar that shows what is being done, how much of it is done, and how long it takes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Say = Callable[[str, float], None]


@contextmanager
def bar(*, quiet: bool = False) -> Iterator[Say]:
    """Takes words and the share done (0–1); says nothing where nobody reads it, or where it would go to a file."""
    if quiet or not sys.stderr.isatty():
        yield lambda _words, _share: None
        return
    from rich import progress as parts

    from rus.cli.tables import console

    shown = (
        parts.TextColumn("{task.description}"),
        parts.BarColumn(),
        parts.TaskProgressColumn(),
        parts.TimeElapsedColumn(),
        parts.TextColumn("kvar"),
        parts.TimeRemainingColumn(),
    )
    with parts.Progress(*shown, console=console(sys.stderr), transient=True) as progress:
        task = progress.add_task("Läser katalogen", total=1.0)
        yield lambda words, share: progress.update(task, description=words, completed=share)
