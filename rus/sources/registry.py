"""Which loaders there are, and the client that asks for them."""

from rus.sources import kolada, kolada_catalogue, own, pxweb1, pxweb2, services
from rus.sources.base import Loader
from rus.sources.bucket import Limits, Outside
from rus.sources.http import PoliteClient

LOADERS: dict[str, Loader] = {
    loader.name: loader for loader in (kolada.LOADER, pxweb2.LOADER, pxweb1.LOADER, own.LOADER)
}


def paces() -> dict[str, tuple[int, float]]:
    """Every service's root address, as the environment says, and how often it is asked: calls per seconds."""
    return {kolada_catalogue.root(): kolada_catalogue.PACE, **pxweb2.paces(), **services.paces()}


def polite_client(
    contact: str | None = None, *, limits: Limits | None = None, outside: Outside | None = None
) -> PoliteClient:
    """A client that may ask the statistics services, and no one else.

    Args:
        contact: an address that the services can write to, sent with every request.
        limits: how much it bears.
        outside: time and chance; only tests hand in others.
    """
    return PoliteClient(paces(), contact, limits=limits, outside=outside)
