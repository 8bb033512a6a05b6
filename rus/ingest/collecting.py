"""Large answers are read without the garbage collector looking through them all the while.

An answer is a million small objects that hold no circles; looking through them takes longer than reading them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)


@contextmanager
def seldom() -> Iterator[None]:
    """Let the collector look seldom, and only at what is made from now on."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
