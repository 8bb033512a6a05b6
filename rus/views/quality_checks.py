"""What the checks of the figures found: what looks wrong, how many figures it concerns, and whether they are shown."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing, number
from rus.store.store import Store
from rus.views.quality import ALL, chosen, name, sheet
from rus.views.quality_parts import Part, by_theme, parted
from rus.views.sheet import Sheet
from rus.views.status import StatusWord

SEVERITIES = {
    "stop": StatusWord("stop", "Stoppad", "bad"),
    "warn": StatusWord("warn", "Varning", "slow"),
}
CHECKS = {
    "min": "För lågt värde",
    "max": "För högt värde",
    "range": "Värde utanför gränserna",
    "jump": "Ovanligt hopp",
    "sex": "Kvinnor och män mot totalen",
    "sex_tolerance": "Kvinnor och män mot totalen",
    "coverage": "Färre platser än förut",
    "symbols": "Okänt tecken från källan",
    "symbol": "Okänt tecken från källan",
    "law": "Bryter en regel",
}
"""Check → what it is called."""
MEANING = (
    ("Stoppad", "Siffrorna kan inte stämma. De visas inte: de tidigare siffrorna står kvar."),
    ("Varning", "Siffrorna är ovanliga men kan stämma. De visas, och någon bör titta på dem."),
)
DONE = (
    "Varje siffra prövas när den kommer hit: ligger den inom rimliga gränser, hoppar den från perioden innan, stämmer "
    "kvinnor och män med totalen, har platser försvunnit, och är källans tecken kända? Gränserna står i katalogen."
)
ROWS = "Det gäller"
"""Begins the list of rows in what a check says."""
COLUMNS = {
    "severity": "Allvar", "check": "Kontroll", "name": "Mått", "words": "Vad som hittades", "rows": "Siffror",
    "series": "Serie", "indicator": "Indikator",
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One finding in words; `rows` is how many figures it concerns."""

    severity: StatusWord
    check: str
    indicator: str
    name: str
    series: str
    words: str
    rows: int

    @property
    def short(self) -> str:
        """The words without the list of rows, which the files have."""
        return self.words.partition(ROWS)[0].strip() or self.words


@dataclass(frozen=True)
class Checked:
    """All findings, the gravest first, and the sentence over them."""

    findings: tuple[Finding, ...]
    finding: str


def checked(store: Store, catalogue: Catalogue, within: str = ALL) -> Checked:
    """What was found in the indicators of an area; findings of no indicator are always among them."""
    wanted = {i.id for i in chosen(catalogue, within)}
    rows = [_finding(row, catalogue) for row in store.findings().to_dict("records")]
    rows = [row for row in rows if row.indicator in wanted or not row.indicator or within == ALL]
    order = list(SEVERITIES)
    rows.sort(key=lambda f: (order.index(f.severity.id), -f.rows, f.name))
    ordered = tuple(row for grave in by_severity(rows) for part in by_theme(grave.rows, catalogue) for row in part.rows)
    return Checked(ordered, _sentence(rows))


def by_severity(rows: Sequence[Finding]) -> tuple[Part[Finding], ...]:
    """The findings by how grave they are, the gravest first."""
    return parted(rows, {s.id: s.words for s in SEVERITIES.values()}, lambda f: f.severity.id)


def _finding(row: Mapping[Hashable, object], catalogue: Catalogue) -> Finding:
    indicator = _words(row["indicator"])
    return Finding(
        severity=SEVERITIES.get(_words(row["severity"]), SEVERITIES["warn"]),
        check=CHECKS.get(_words(row["check"]), _words(row["check"])),
        indicator=indicator,
        name=name(catalogue, indicator) if indicator else "",
        series=_words(row["series"]),
        words=_words(row["words"]),
        rows=int(float(str(row["rows"]))) if _words(row["rows"]) else 0,
    )


def _sentence(rows: list[Finding]) -> str:
    if not rows:
        return "Kontrollerna hittade inget att anmärka på"
    stopped = sum(r.severity.id == "stop" for r in rows)
    warned = len(rows) - stopped
    said = [f"{number(stopped)} stoppade" if stopped else "", f"{number(warned)} varningar" if warned else ""]
    if warned == 1:
        said[1] = "en varning"
    text = listing(s for s in said if s)
    indicators = len({r.indicator for r in rows if r.indicator})
    return f"{text[:1].upper()}{text[1:]} i {indicators} mått"


def _words(value: object) -> str:
    return "" if value is None or value != value else str(value)  # NaN differs from itself


def findings_sheet(catalogue: Catalogue, found: Checked, build: str) -> Sheet:
    """The findings as files."""
    rows = [(f.severity.words, f.check, f.name, f.words, f.rows, f.series, f.indicator) for f in found.findings]
    return sheet(catalogue, "Kontroller", COLUMNS, rows, build=build)
