"""The command line: what analysts and machines ask for without a browser."""

from rus.cli.program import main

__all__ = ["main"]
