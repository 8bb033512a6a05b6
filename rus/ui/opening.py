"""The first seconds of a server: what it and its front know together."""

import math
import time
from dataclasses import dataclass
from threading import Event

OURS = Event()
"""Set where browsers get our own page shell, and with it the stylesheet; pages send it along where they don't."""
ITSELF = "rus"
"""What the program calls itself when it visits its own pages: its visits are not a reader's."""
QUIET = 2.0  # seconds without a request


@dataclass
class State:
    """What the server and its front know together: the first page has been run; someone asked for something."""

    warm: bool = False
    asked: float = -math.inf

    def is_quiet(self) -> bool:
        """Whether nobody is just opening the dashboard."""
        return time.monotonic() - self.asked > QUIET
