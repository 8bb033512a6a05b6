"""`rus bench`: what things cost here, beside what they may cost and beside peers in the same run."""

from rus.bench.program import main

__all__ = ["main"]
