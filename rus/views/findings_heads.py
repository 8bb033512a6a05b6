"""Three sentences: what goes the right way, what the wrong way, and what nobody knows. Counts, never a score."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rus.analysis.findings import Tally, Why
from rus.analysis.trend import Trend
from rus.core.swedish import HARD_SPACE, listing
from rus.views.findings_lines import UNKNOWN, Line
from rus.views.status import STATUSES, StatusWord

REASONS: dict[Why, str] = {
    "few": "har för få mätningar",
    "no_signal": "har ingen säker trend",
    "many": "håller inte när alla mått prövas på en gång",
    "rounding": "har inte ändrats mer än avrundningen",
    "outdated": "har för gamla siffror",
}


@dataclass(frozen=True)
class Head:
    """One of the three sentences; `number` is the part to be set in bold, `count` says of how many."""

    status: StatusWord
    count: str
    before: str
    number: str
    after: str

    @property
    def text(self) -> str:
        """The sentence."""
        return f"{self.before}{self.number}{self.after}"


def heads(counted: Tally, changes: Sequence[Line], headline: Collection[str]) -> tuple[Head, Head, Head]:
    """The sentences.

    Args:
        counted: how many measures are of each kind; measures without a wanted direction are not among them.
        changes: the certain changes in order.
        headline: ids of the measures that examples are taken from first.
    """
    total = counted.right + counted.wrong + counted.unknown.total()
    right = [c for c in changes if c.finding.valuation == "right"]
    wrong = [c for c in changes if c.finding.valuation == "wrong"]
    return (
        _moved("right_way", f"{counted.right} av {total} mått", right, headline),
        _moved("wrong_way", f"{counted.wrong} av {total} mått", wrong, headline),
        _unknown(f"{counted.unknown.total()} av {total} mått", counted.unknown),
    )


def _moved(status: str, count: str, lines: Sequence[Line], headline: Collection[str]) -> Head:
    """The largest certain change of its kind, as an example."""
    shown = min(lines, key=lambda c: (c.of.indicator.id not in headline, c.finding.rank), default=None)
    if shown is None:
        return Head(STATUSES[status], count, "Inget mått går säkert åt ", STATUSES[status].words.lower(), ".")
    assert isinstance(shown.finding.basis, Trend)
    unit = shown.of.indicator.unit
    way = "upp" if shown.finding.direction > 0 else "ned"
    return Head(
        status=STATUSES[status],
        count=count,
        before=f"{shown.name}: ",
        number=f"{shown.now}{HARD_SPACE}{unit}",
        after=f" {shown.now_of}, {way} från {shown.earlier}{HARD_SPACE}{unit} {shown.earlier_of}.",
    )


def _unknown(count: str, unknown: Counter[Why]) -> Head:
    """Why nothing is known, the most common reason first."""
    if not unknown.total():
        return Head(UNKNOWN, count, "Alla mått har en ", "säker trend", ".")
    (first, most), *others = unknown.most_common()
    more = listing(f"{many} {REASONS[why]}" for why, many in others)
    return Head(UNKNOWN, count, "", f"{most} {REASONS[first]}", f", {more}." if more else ".")
