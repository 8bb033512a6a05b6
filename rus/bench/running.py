"""A server under measurement: started as a person would start it, with its CPU time and memory in view."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from rus.core import paths
from rus.core.errors import RusError

PATIENCE = 120.0
STILL, IDLE = 3.0, 60.0  # seconds, longer than the server waits for readers; CPU ms in them
STOCK = "streamlit run"
"""What the same pages on Streamlit's own server are called in the table."""


@dataclass(frozen=True)
class Running:
    """One server: its address without a slash at the end, its process, and when its command was typed."""

    address: str
    process: psutil.Process
    began: float

    def cpu(self) -> float:
        """CPU milliseconds used so far, user and system."""
        times = self.process.cpu_times()
        return float(times.user + times.system) * 1000

    def settle(self) -> None:
        """Wait until what the server does by itself after its start is done: some seconds with next to no work."""
        while time.perf_counter() - self.began < PATIENCE:
            before = self.cpu()
            time.sleep(STILL)
            if self.cpu() - before < IDLE:
                return

    def memory(self) -> float:
        """Resident memory in MB."""
        return float(self.process.memory_info().rss) / 1e6


def ours(port: int) -> list[str]:
    """The command that starts our server."""
    return [sys.executable, "-m", "rus", "start", "--no-browser", "--port", str(port)]


def stock(port: int) -> list[str]:
    """The same pages on Streamlit's own server."""
    own = ["--server.headless", "true", "--server.port", str(port), "--browser.gatherUsageStats", "false"]
    return [sys.executable, "-m", "streamlit", "run", str(paths.ROOT / "app.py"), *own]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, health: str) -> Iterator[Running]:
    """Start the command, wait until `health` answers 200, and stop it afterwards.

    Raises:
        RusError: it ended or did not answer within two minutes.
    """
    began = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=paths.ROOT, env={**os.environ}, **quiet)  # type: ignore[call-overload]  # the two streams go as one dict
    address = f"http://127.0.0.1:{port}"
    try:
        while not _answers(address + health):
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise RusError(f"Servern kom inte i gång: {' '.join(command)}")
            time.sleep(0.02)
        yield Running(address, psutil.Process(process.pid), began)
    finally:
        process.terminate()
        process.wait(10)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # our own loopback address
            return int(answer.status) == 200
    except (urllib.error.URLError, OSError):
        return False


def file_size(path: Path) -> float:
    """MB of a file."""
    return path.stat().st_size / 1e6
