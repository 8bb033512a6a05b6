"""The port: taken at once, so that a port in use is known before anything is built."""

import errno
import os
import socket

from rus.core.errors import UsageError

USUAL_PORT = 8501
TRIES = 50
BACKLOG = 512


def listen(address: str, port: int | None) -> socket.socket:
    """A listening socket at the address; without a port, at 8501 or the next one that is free.

    Raises:
        UsageError: The port is taken or not allowed, or the address is not this computer's.
    """
    if port is not None:
        return _bind(address, port)
    for offset in range(TRIES):
        try:
            return _bind(address, USUAL_PORT + offset)
        except PortTakenError:
            continue
    raise UsageError(f"Portarna {USUAL_PORT}–{USUAL_PORT + TRIES - 1} är upptagna. Välj en med --port.")


class PortTakenError(UsageError):
    """Another program listens there. The question was right; the computer's state was not."""

    exit_code = 1


def _bind(address: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise UsageError(f"{address} är ingen adress på den här datorn. Välj en annan med --address.") from error
    family, kind, protocol, _, target = found[0]
    sock = socket.socket(family, kind, protocol)
    try:
        if os.name != "nt":  # Windows would let two programs share the port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(target)
        sock.listen(BACKLOG)
    except OSError as error:
        sock.close()
        raise _explain(error, address, port) from error
    sock.settimeout(0)
    return sock


def _explain(error: OSError, address: str, port: int) -> UsageError:
    if error.errno == errno.EADDRINUSE:
        return PortTakenError(
            f"Port {port} på {address} används av ett annat program. "
            f"Välj en annan port, till exempel: rus start --port {port + 1}"
        )
    if error.errno in {errno.EACCES, errno.EPERM}:
        return UsageError(f"Port {port} får bara öppnas av administratören. Välj en port över 1023.")
    return UsageError(f"Det går inte att lyssna på {address}, port {port}: {error.strerror}.")
