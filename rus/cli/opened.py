"""Opening the build that a command asks of, with what a person must know about it said first."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rus.store.builds import Build
    from rus.store.store import Store


def opened(build_id: str | None = None) -> "tuple[Build, Store]":
    """The build with this id, or the one in use.

    Raises:
        StoreError: there is none, or it can't be read.
    """
    from rus.core import paths
    from rus.store.builds import current, find_build, trouble
    from rus.store.fingerprint import fingerprint
    from rus.store.store import open_store

    if build_id:
        build = find_build(build_id)
        return build, open_store(build)
    build, broken = current(), trouble()
    if broken:
        click.echo(broken, err=True)
    elif fingerprint(paths.content()) != build.fingerprint:
        click.echo("Katalogen eller uppgifterna har ändrats sedan bygget gjordes. Kör: rus build", err=True)
    return build, open_store(build)
