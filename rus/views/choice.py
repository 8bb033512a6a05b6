"""The shared choices: what a reader has chosen, as plain values that travel in the address.

Keys in the address: `ind` indicator · `geo` region codes · `kon` K, M, T · `ar` from-to · `grp` group ·
`jmf` comparison · `diagram` chart · `dv` data version. Whatever does not exist in the catalogue is left out and named
in `dropped`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.catalogue.strict import Sex

SEX_LETTERS: dict[str, Sex] = {"K": "women", "M": "men", "T": "total"}
LETTERS: dict[Sex, str] = {sex: letter for letter, sex in SEX_LETTERS.items()}
SEX_WORDS: dict[Sex, str] = {"women": "kvinnor", "men": "män", "total": "totalt"}
UNWEIGHTED, SIMILAR, EARLIER, GOAL, OTHER_GROUPS = "ovagt", "liknande", "foregaende", "mal", "grupper"
FIRST_COMPARISONS = {"ingen": "Ingen jämförelse", "riket": "Riket", UNWEIGHTED: "Ovägt medel"}
LAST_COMPARISONS = {
    SIMILAR: "Liknande kommuner",
    EARLIER: "Föregående år",
    GOAL: "Målet",
    OTHER_GROUPS: "Övriga grupper",
}
CHARTS = ("linje", "karta", "rangordning", "tabell")
KEYS = ("ind", "geo", "kon", "ar", "grp", "jmf", "diagram", "dv")


@dataclass(frozen=True)
class Choice:
    """One reader's choices, all of them valid in the catalogue they were read with.

    `regions` are codes in the order chosen; `sexes` in the order women, men, total; `years` inclusive or None for all;
    `comparison` is one of `comparisons`: `ingen`, `riket`, `ovagt` (unweighted mean), `liknande` (similar kommuner),
    `foregaende` (the year before), `mal` (the goal), `grupper` (the ground's other groups) or a comparison set's id;
    `build` pins a data version; `dropped` are the parts of the address that did not exist.
    """

    indicator: str | None = None
    regions: tuple[str, ...] = ()
    sexes: tuple[Sex, ...] = ("total",)
    years: tuple[int, int] | None = None
    group: str = TOTAL
    comparison: str = "riket"
    chart: str = "linje"
    build: str | None = None
    dropped: tuple[str, ...] = ()

    def with_(self, **changes: object) -> "Choice":
        """A copy with some choices changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the caller's names are checked by replace

    def address(self) -> dict[str, str]:
        """All choices as address parameters, defaults too, so that a link keeps its meaning."""
        parts = {
            "ind": self.indicator or "",
            "geo": ",".join(self.regions),
            "kon": "".join(LETTERS[s] for s in self.sexes),
            "ar": f"{self.years[0]}-{self.years[1]}" if self.years else "",
            "grp": self.group,
            "jmf": self.comparison,
            "diagram": self.chart,
            "dv": self.build or "",
        }
        return {key: value for key, value in parts.items() if value}


def comparisons(catalogue: Catalogue) -> dict[str, str]:
    """What there is to compare with, id → label, in the order shown; the place's own sets stand among them."""
    return FIRST_COMPARISONS | {s.id: s.name for s in catalogue.here.comparison_sets} | LAST_COMPARISONS


def default_choice(catalogue: Catalogue) -> Choice:
    """The county itself, both sexes together, all years, beside riket."""
    return Choice(regions=(catalogue.here.region,))


def read_choice(parameters: Mapping[str, str], catalogue: Catalogue) -> Choice:
    """The choices in an address; unknown parts are dropped, named, and replaced by the default."""
    base, dropped = default_choice(catalogue), []

    def keep(key: str, value: object, ok: bool) -> object | None:  # noqa: FBT001  # a private predicate
        if parameters.get(key) and not ok:
            dropped.append(f"{key}={parameters[key]}")
        return value if ok else None

    indicator = parameters.get("ind", "")
    regions = tuple(dict.fromkeys(c for c in parameters.get("geo", "").split(",") if c))
    known = tuple(c for c in regions if c in catalogue.regions)
    letters = parameters.get("kon", "").upper()
    years = _years(parameters.get("ar", ""))
    group, comparison = parameters.get("grp", ""), parameters.get("jmf", "")
    chart = parameters.get("diagram", "")
    keep("geo", known, known == regions)
    return base.with_(
        indicator=keep("ind", indicator, indicator in catalogue.indicators),
        regions=known or base.regions,
        sexes=keep("kon", _sexes(letters), bool(letters) and set(letters) <= set(SEX_LETTERS)) or base.sexes,
        years=keep("ar", years, years is not None),
        group=keep("grp", group, _is_group(group, catalogue)) or TOTAL,
        comparison=keep("jmf", comparison, comparison in comparisons(catalogue)) or base.comparison,
        chart=keep("diagram", chart, chart in CHARTS) or base.chart,
        build=parameters.get("dv") or None,
        dropped=tuple(dropped),
    )


def _sexes(letters: str) -> tuple[Sex, ...]:
    return tuple(sex for letter, sex in SEX_LETTERS.items() if letter in letters)


def _years(text: str) -> tuple[int, int] | None:
    first, _, last = text.partition("-")
    if not (first.isdecimal() and len(first) == 4):  # # a year has four digits
        return None
    if last and not (last.isdecimal() and len(last) == 4):
        return None
    span = (int(first), int(last or first))
    return span if span[0] <= span[1] else None


def _is_group(identity: str, catalogue: Catalogue) -> bool:
    try:
        parts = group_of(identity) if identity else None
    except ValueError:
        return False
    if parts is None:
        return False
    grounds = {ground_id: catalogue.ground(ground_id) for ground_id in parts}
    return all(ground and ground.value(parts[ground_id]) for ground_id, ground in grounds.items())
