"""The stub as a program: `python -m tests.stub` publishes the catalogue's Kolada series for all Sweden.

The first line it prints holds its addresses as environment variables; it ends when its standard input does.
"""

import sys

from rus.catalogue.read import read_catalogue
from rus.catalogue.series import KoladaSeries
from rus.sources.kolada import to_kolada
from tests.stub.kolada import Kolada
from tests.stub.server import Stub


def everything() -> Kolada:
    """Every Kolada series of the catalogue in use, for every region of today."""
    catalogue = read_catalogue()
    every = [s for i in catalogue.indicators.values() for s in i.series if isinstance(s, KoladaSeries)]
    places = [to_kolada(region.code) for region in catalogue.regions.values() if not region.valid_to]
    return Kolada.of([s.id for s in every], places, [s.id for s in every if s.role == "margin"])


if __name__ == "__main__":
    with Stub(everything()) as stub:
        # Another name of this machine for the other service: a host has one pace.
        roots = stub.roots() | {"RUS_PXWEB2_URL": stub.pxweb2_url.replace("127.0.0.1", "localhost")}
        sys.stdout.write(" ".join(f"{name}={url}" for name, url in roots.items()) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
