"""The statistics services: who reads their answers, and who asks."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.sources.base import Client, Loader
from rus.sources.registry import LOADERS, polite_client


@dataclass(frozen=True)
class Services:
    """Loaders by name, and what opens a client that may ask for them."""

    loaders: dict[str, Loader]
    client: Callable[[], AbstractContextManager[Client]]


def live_services(catalogue: Catalogue) -> Services:
    """The real ones. `RUS_CONTACT`, or else the place's own contact, tells them whom to write to."""
    contact = os.environ.get("RUS_CONTACT") or catalogue.here.contact
    return Services(LOADERS, lambda: polite_client(contact))
