"""What can be chosen for an indicator, and for whatever can't, why not."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import listing
from rus.views.choice import SEX_WORDS, Choice

SEX_ORDER: tuple[Sex, ...] = ("women", "men", "total")
MULTIPLES = {"tusen", "miljoner", "miljarder"}
COUNTED = {
    "antal", "ton", "kiloton", "kton", "kilogram", "personer", "fordon", "bilar", "mwh", "gwh", "megawatt",
    "megawattimmar", "meter", "hektar", "mnkr", "företag", "st",
}  # fmt: skip
NOT_YET = "Källan har uppgiften, men den finns inte i siffrorna här ännu. Den hämtas med kommandot rus update."
NO_SEX = "Källan redovisar inte kvinnor och män för sig i det här måttet."
ONLY_RATES = (
    "Kartan visar bara andelar och tal som kan jämföras mellan stora och små platser. Välj rangordning eller linje."
)
RATES_ONLY = "Diagrammet visar bara andelar och tal som kan jämföras mellan stora och små platser."
NO_KOMMUNER = "Måttet redovisas inte för kommuner."
NOT_ALL = "Siffrorna finns bara för {} av {} kommuner, så alla kan inte visas."
ONE_YEAR = "Måttet finns bara för ett år."
NO_DIRECTION = "Måttet har ingen riktning som är bättre, så platser kan inte kallas bättre eller sämre."


@dataclass(frozen=True)
class Option:
    """One thing to choose; `reason` says why it can't be had, empty where it can."""

    id: str
    label: str
    reason: str = ""


@dataclass(frozen=True)
class Available:
    """What there is for one indicator. `explain` answers "Varför kan jag inte välja …?" as (question, answer)."""

    sexes: tuple[Option, ...]
    groups: tuple[Option, ...]
    charts: tuple[Option, ...]
    explain: tuple[tuple[str, str], ...]

    def sex_ids(self) -> tuple[Sex, ...]:
        """The sexes that have figures, in the order shown."""
        have = {option.id for option in self.sexes if not option.reason}
        return tuple(sex for sex in SEX_ORDER if sex in have)

    def group(self, wanted: str) -> Option | None:
        """The group with this id, whether it has figures or not."""
        return next((option for option in self.groups if option.id == wanted), None)

    def beside(self, group: str) -> tuple[str, ...]:
        """The other groups of the same ground, such as the other income classes, that have figures."""
        same = [option for option in self.groups if _grounds(option.id) == _grounds(group) and not option.reason]
        return tuple(option.id for option in same if option.id != group)


def available(catalogue: Catalogue, indicator: Indicator, row: Mapping[str, object] | None, group: str) -> Available:
    """What can be chosen.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        row: its row of `Store.coverage`; None where there are no figures.
        group: the group chosen, since not every group is split by sex.
    """
    groups = _groups(catalogue, indicator, row)
    sexes = _sexes(indicator, row, group)
    charts = _charts(catalogue, indicator, row)
    missing = [(f"{option.label[:1].upper()}{option.label[1:]}", option.reason) for option in groups if option.reason]
    explain = [("Kön", sexes[0].reason)] if sexes[0].reason and sexes[1].reason else []
    waits = [(_ground(catalogue, wait.ground), wait.reason) for wait in indicator.waits]
    charted = [(option.label, option.reason) for option in charts if option.reason]
    if row is None:  # without figures nothing can be said of what the source has
        return Available(sexes, groups, charts, tuple(waits))
    return Available(sexes, groups, charts, tuple(explain + waits + missing + charted))


def settle(choice: Choice, options: Available) -> Choice:
    """The choice moved to what exists: other sexes, or the first group, where the indicator lacks the wanted ones."""
    have = options.sex_ids()
    sexes = tuple(sex for sex in choice.sexes if sex in have)
    if not sexes:
        sexes = ("total",) if "total" in have else have
    group = choice.group
    found = options.group(group)
    if options.groups and (found is None or (group == TOTAL and found.reason)):
        group = next((option.id for option in options.groups if not option.reason), options.groups[0].id)
    return choice.with_(sexes=sexes or choice.sexes, group=group)


def is_rate(indicator: Indicator) -> bool:
    """Whether the values can be compared between places of different size; a map shows nothing else."""
    first = [word for word in indicator.unit.casefold().split() if word not in MULTIPLES][:1]
    counted = bool(first) and first[0] in COUNTED
    return indicator.share != "ingen" or "per" in indicator.unit.split() or not counted


def _sexes(indicator: Indicator, row: Mapping[str, object] | None, group: str) -> tuple[Option, ...]:
    measured = set(str(row["sexes"]).split(",")) if row else set()
    declared = {sex for s in indicator.series if s.role == "value" and group_id(s.group) == group for sex in s.sexes}
    have = measured & declared if declared else measured
    waits = next((wait.reason for wait in indicator.waits if wait.ground in {"sex", "kon", "kön"}), NO_SEX)
    return tuple(Option(sex, SEX_WORDS[sex], "" if sex in have else waits) for sex in SEX_ORDER)


def _groups(catalogue: Catalogue, indicator: Indicator, row: Mapping[str, object] | None) -> tuple[Option, ...]:
    declared = {group_id(s.group): s for s in indicator.series if s.role == "value"}
    have = _listed(row["groups"]) if row else set()
    everyone = "Alla" if TOTAL in declared or not declared else ""
    options = []
    for identity in sorted({*declared, *have}, key=lambda g: _group_order(catalogue, g)):
        label = everyone if identity == TOTAL else catalogue.group_label(identity)
        options.append(Option(identity, label or "Alla", "" if identity in have else NOT_YET))
    return tuple(options)


def _grounds(group: str) -> tuple[str, ...]:
    return tuple(part.partition(".")[0] for part in group.split("~"))


def _listed(value: object) -> set[str]:
    if isinstance(value, str):
        return set(value.split(","))
    return {str(item) for item in value} if value is not None else set()  # type: ignore[attr-defined]  # a list or array


def _group_order(catalogue: Catalogue, identity: str) -> tuple[int, ...]:
    if identity == TOTAL:
        return (-1,)
    places: list[int] = []
    for part in identity.split("~"):
        ground_id, _, value = part.partition(".")
        ground = catalogue.ground(ground_id)
        places.append(catalogue.grounds.index(ground) if ground else 99)
        places.append([v.id for v in ground.values].index(value) if ground and ground.value(value) else 99)
    return tuple(places)


def _ground(catalogue: Catalogue, wanted: str) -> str:
    ground = catalogue.ground(wanted)
    return ground.label if ground else {"sex": "Kön"}.get(wanted, wanted)


def _charts(catalogue: Catalogue, indicator: Indicator, row: Mapping[str, object] | None) -> tuple[Option, ...]:
    kommuner = int(str(row["kommuner"])) if row else 0
    counties = int(str(row["lan"])) if row else 0
    places = "" if kommuner or counties > 1 else _not_for(catalogue, indicator)
    rate = "" if is_rate(indicator) else ONLY_RATES
    direction = NO_DIRECTION if indicator.better == "neutral" else ""
    own = "" if kommuner else (places or NO_KOMMUNER)
    everyone = len([r for r in catalogue.regions.values() if r.level == "kommun"])
    every_county = len([r for r in catalogue.regions.values() if r.level == "lan"])
    whole = "" if kommuner >= everyone or counties >= every_county else NOT_ALL.format(kommuner, everyone)
    one_year = row is not None and str(row["newest"])[:4] == str(row["first_year"])
    return (
        Option("linje", "Linje"),
        Option("tva-ar", "Två år", ONE_YEAR if one_year else ""),
        Option("rutor", "En ruta per kommun", own or (ONE_YEAR if one_year else "")),
        Option("karta", "Karta", places or rate),
        Option("rangordning", "Rangordning", places),
        Option("spridning", "Alla kommuner", places or (RATES_ONLY if rate else "") or whole),
        Option("samband", "Två mått", own or (RATES_ONLY if rate else "")),
        Option("oversikt", "Flera mått", own or (RATES_ONLY if rate else "") or direction),
        Option("tabell", "Tabell"),
    )


def _not_for(catalogue: Catalogue, indicator: Indicator) -> str:
    levels = {"kommun": "kommuner", "lan": "län", "riket": "riket"}
    named = listing(levels[level] for level in indicator.traits.not_for)
    if named:
        return f"Källan publicerar inte måttet för {named}."
    return f"Siffrorna finns bara för {catalogue.here.name} eller riket, så det finns inget att rangordna."


def coverage_row(coverage: pd.DataFrame, indicator: str) -> dict[str, object] | None:
    """The row of one indicator in `Store.coverage`, as plain values; None where it has no figures."""
    names = coverage["indicator"].tolist()
    if indicator not in names:
        return None
    row = {str(name): column[names.index(indicator)] for name, column in coverage.items()}
    return row if row["n_values"] > 0 else None
