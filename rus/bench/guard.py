"""The small bench of every check: bytes, and CPU time in yardsticks of the same run, beside the recorded ones.

Wall time and other machines' milliseconds are never compared: a busy machine must not fail a check, but twice the work
must.
"""

import asyncio
import json
from pathlib import Path

from rus.bench.clock import yardstick
from rus.bench.report import Report
from rus.bench.running import free_port, ours, running
from rus.bench.scenes import scene_of_here
from rus.bench.server import alone
from rus.bench.walking import around

RECORDED = Path(__file__).parent / "recorded.json"
AT_MOST = 2.0
RUNS = 12
ROUNDS = 2  # the cheapest counts: the server's own warm-up and a busy machine only add


def _costs() -> dict[str, float]:
    what = scene_of_here()
    views = {**what.explore, **{sight.name: sight.views for sight in what.sights}}
    port, unit = free_port(), yardstick()
    found: dict[str, float] = {}
    with running(ours(port), port, "/healthz") as server:
        server.settle()
        for name, looked_at in views.items():
            runs = len(around(looked_at, RUNS))
            rounds = [asyncio.run(alone(server, looked_at, runs)) for _ in range(ROUNDS)]
            found[f"{name}, byte"] = round(min(size for _, size, _ in rounds))
            found[f"{name}, CPU i måttstockar"] = round(min(cpu for _, _, cpu in rounds) / unit, 3)
    return found


def guarded(report: Report, *, record: bool) -> bool:
    """Add a row a cost, as a ratio to the recorded one.

    Args:
        report: gets the rows.
        record: write today's costs as the recorded ones instead of comparing.

    Returns:
        Whether nothing costs more than twice what is recorded.
    """
    costs = _costs()
    if record:
        RECORDED.write_text(json.dumps(costs, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    recorded: dict[str, float] = json.loads(RECORDED.read_text(encoding="utf-8"))
    for name, cost in costs.items():
        ratio = cost / recorded[name] if recorded.get(name) else 1.0
        report.add("vakt", name, ratio, "×", limit=AT_MOST, against=f"antecknat {recorded.get(name, cost):g}")
    return all(row.holds is not False for row in report.rows)
