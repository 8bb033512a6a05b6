"""A run that is killed at a seam: `python -m tests.ingest.killed WHERE`, in a process of its own."""

import os
import signal
import sys

from rus.catalogue.read import read_catalogue
from rus.ingest import raw, runs, update
from rus.ingest.plan import Order
from rus.store import builds, history
from tests.ingest.fake import Fake


def die(*_args: object, **_named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def after(work, times=1):
    """The work done so many times, and then the end."""
    done = []

    def go(*args, **named):
        made = work(*args, **named)
        done.append(made)
        if len(done) >= times:
            die()
        return made

    return go


def main(where: str) -> None:
    fake = Fake.small()
    if where == "first answer":
        raw.land = after(raw.land, 2)  # the first is what is new, the second the first series
    elif where == "first stored":
        history.append = after(history.append)
    elif where == "all stored":
        history.append = after(history.append, 2)
    elif where == "before the build":
        update.build = die
    elif where == "build not yet whole":
        builds.publish = die
    elif where == "before the pointer":
        builds.point_at = die
    elif where == "before the end":
        whole = runs.Run.save
        runs.Run.save = lambda run: die() if run.finished else whole(run)
    update.update(read_catalogue(), Order({}), fake.services())


if __name__ == "__main__":
    main(sys.argv[1])
