"""Opening the build that a command asks of, with what a person must know about it said first."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rus.store.builds import Build
    from rus.store.store import Store


def opened(build_id: str | None = None, as_of: str | None = None) -> "tuple[Build, Store]":
    """The build with this id, what was known at a time, or the build in use.

    Args:
        build_id: a build.
        as_of: a day, a time, or a build that need not be there any more.

    Raises:
        StoreError: there is none, or it can't be read.
        UsageError: both are given, the time is none, or nothing was known then.
    """
    from rus.core import paths
    from rus.store.builds import current, find_build, trouble
    from rus.store.fingerprint import fingerprint
    from rus.store.store import open_store

    if as_of:
        return _looked_back(build_id, as_of)
    if build_id:
        build = find_build(build_id)
        return build, open_store(build)
    build, broken = current(), trouble()
    if broken:
        click.echo(broken, err=True)
    elif fingerprint(paths.content()) != build.fingerprint:
        click.echo("Katalogen eller uppgifterna har ändrats sedan bygget gjordes. Kör: rus build", err=True)
    return build, open_store(build)


def _looked_back(build_id: str | None, when: str) -> "tuple[Build, Store]":
    from rus.core.errors import UsageError
    from rus.store import asof
    from rus.store.moments import read_moment
    from rus.store.store import open_store

    if build_id:
        raise UsageError("Välj antingen --build eller --as-of.")
    build = asof.as_of(read_moment(when))
    return build, open_store(build)
