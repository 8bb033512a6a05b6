"""What an update did, series by series: for a person, for a machine, and as an exit code."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal

State = Literal["ny", "oförändrad", "fel", "hoppad"]


@dataclass(frozen=True)
class Outcome:
    """How it went with one series.

    `new`, `revised`, `withdrawn`, `unchanged` count figures; `requests` what was asked over the network for it (what
    series share is counted once). `stored`: the history has something that it had not. `confirmed` is the catalogue's:
    a failure of an unconfirmed series fails nothing.
    """

    series: str
    indicators: tuple[str, ...]
    state: State
    message: str = ""
    new: int = 0
    revised: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    stored: bool = False
    requests: int = 0
    seconds: float = 0.0
    confirmed: bool = True


@dataclass
class Report:
    """A whole run.

    `left_out` counts series that no service brings: they come with the content as files. `ended` has those that their
    owner has ended, with what the catalogue says of it: they are not asked for. `build` is the build made at the end;
    `trouble` says why there is none where one was due.
    """

    started: datetime
    offline: bool = False
    dry_run: bool = False
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0
    requests: int = 0
    taken: int = 0
    left_out: int = 0
    ended: dict[str, str] = field(default_factory=dict)
    build: str | None = None
    trouble: str | None = None

    @property
    def states(self) -> dict[str, int]:
        """How many series ended in each state."""
        found = Counter(o.state for o in self.outcomes)
        return {state: found[state] for state in ("ny", "oförändrad", "fel", "hoppad")}

    @property
    def failures(self) -> list[Outcome]:
        """The series that failed, confirmed ones first."""
        return sorted((o for o in self.outcomes if o.state == "fel"), key=lambda o: (not o.confirmed, o.series))

    @property
    def exit_code(self) -> int:
        """0 all is well, 1 something failed; a series whose id was never confirmed is reported but fails nothing."""
        return int(bool(self.trouble) or any(o.confirmed for o in self.failures))

    @property
    def figures(self) -> dict[str, int]:
        """New, revised and withdrawn figures of all series."""
        return {name: sum(getattr(o, name) for o in self.outcomes) for name in ("new", "revised", "withdrawn")}

    def to_json(self) -> str:
        """The report for a program; times in UTC, seconds rounded to milliseconds."""
        told = {
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 3),
            "offline": self.offline,
            "dry_run": self.dry_run,
            "exit_code": self.exit_code,
            "states": self.states,
            "figures": self.figures,
            "requests": self.requests,
            "reused": self.taken,
            "left_out": self.left_out,
            "ended": self.ended,
            "build": self.build,
            "trouble": self.trouble,
            "series": [asdict(o) | {"seconds": round(o.seconds, 3)} for o in self.outcomes],
        }
        return json.dumps(told, ensure_ascii=False, indent=1)
