"""A visitor as a browser plays it: keeps the large parts it was sent, and turns the tabs that an address names."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from rus.ui.warm import Visit, visit

View = tuple[str, str]
"""Page and query."""
KEPT = 2  # runs that a browser keeps a part which was not shown again


class Visitor:
    """One session that remembers, so that the server sends it no more than it would send a browser."""

    def __init__(self, visit: Visit) -> None:
        """Speak through an open visit."""
        self._visit = visit
        self._kept: dict[str, int] = {}  # hash of a part → runs since it was shown
        self._tabs: dict[str, str] = {}  # name in the address → id of the tabs

    async def open(self, page: str, query: str) -> list[ForwardMsg]:
        """Run the page with this address to its end; where it names a tab of the page on show, that is turned.

        Returns:
            Everything the server sent for it.
        """
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        message.rerun_script.cached_message_hashes.extend(self._kept)
        asked = parse_qs(query)
        for name, identity in self._tabs.items():
            if name in asked:
                state = message.rerun_script.widget_states.widgets.add()
                state.id, state.string_value = identity, asked[name][0]
        said = await self._visit.send(message)
        self._remember(said)
        return said

    def _remember(self, said: list[ForwardMsg]) -> None:
        shown = {m.ref_hash for m in said if m.WhichOneof("type") == "ref_hash"}
        shown |= {m.hash for m in said if m.metadata.cacheable}
        ages = {part: age + 1 for part, age in self._kept.items() if age < KEPT}
        self._kept = ages | dict.fromkeys(shown, 0)
        blocks = [m.delta.add_block for m in said if m.WhichOneof("type") == "delta" and m.delta.HasField("add_block")]
        tabs = [block for block in blocks if block.HasField("tab_container")]
        self._tabs = {b.tab_container.query_param_key: b.id for b in tabs if b.tab_container.query_param_key}


@asynccontextmanager
async def visitor(address: str) -> AsyncIterator[Visitor]:
    """A session with the server at this address (`http://host:port`).

    Raises:
        OSError: Nobody answers there.
    """
    parts = urlsplit(address)
    async with visit(parts.hostname or "", parts.port or 80, "") as found:
        yield Visitor(found)


async def opened(session: Visitor, view: View) -> tuple[float, int]:
    """Milliseconds until the run of a page and query was over, and bytes that it sent."""
    began = time.perf_counter()
    said = await session.open(*view)
    return (time.perf_counter() - began) * 1000, sum(message.ByteSize() for message in said)
