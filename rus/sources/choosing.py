"""Which codes of a table a series stands for: variables found by code or label, anew each time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rus.catalogue.series import PxMapping
from rus.catalogue.strict import Sex
from rus.core.errors import SourceError
from rus.sources.chunks import Selection
from rus.sources.periods import period_of
from rus.sources.places import our_places
from rus.sources.sexes import find_sexes, is_sex

MEND = "Rätta serien i indikatorfilen."
_REGION_WORDS = {"region", "län", "kommun", "lan", "geografi"}
_TIME_WORDS = {"tid", "år", "månad", "kvartal", "läsår", "time"}
_CONTENT_WORDS = {"contentscode", "tabellinnehåll", "contents"}
_SHOWN = 8
_SEX: dict[Sex, str] = {"women": "kvinnor", "men": "män", "total": "båda könen"}


@dataclass(frozen=True)
class Variable:
    """One variable of a table, as the service describes it.

    `optional`: it may be left out of the question, and the service then gives a total; `total`: the code of that.
    """

    code: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    optional: bool = False
    total: str | None = None
    time: bool = False
    content: bool = False

    @property
    def names(self) -> set[str]:
        """Code and label in small letters."""
        return {self.code.casefold(), self.label.strip().casefold()}

    def code_of(self, wanted: str, *, labels_first: bool = False) -> str | None:
        """The code of a value named by code or label; with `labels_first` a code may be only a position."""
        tries = [self.codes, self.labels]
        for given in reversed(tries) if labels_first else tries:
            for place, text in enumerate(given):
                if text.strip().casefold() == wanted.strip().casefold():
                    return self.codes[place]
        return None


@dataclass(frozen=True)
class Choice:
    """The codes to ask for, and what those of region, sex and period are called with us.

    `selection` is in the order of the table; `place`, `sex` and `time` are variables; the mappings go from their codes
    to ours. Without `place` the whole is of `region`; without `sex` it is of both.
    """

    selection: Selection
    time: str
    periods: dict[str, str]
    place: str | None
    regions: dict[str, str]
    region: str | None
    sex: str | None
    sexes: dict[str, Sex]


class Chooser:
    """Goes through a table for one series.

    Args:
        where: the table in words, for messages.
        variables: all of the table.
        mapping: what the indicator file says.
        labels_first: the service's codes may be positions, so labels decide.
    """

    def __init__(
        self, where: str, variables: Iterable[Variable], mapping: PxMapping, *, labels_first: bool = False
    ) -> None:
        self.where = where
        self.variables = {variable.code: variable for variable in variables}
        self.mapping = mapping
        self.labels_first = labels_first

    def choose(self, sexes: Iterable[Sex], regions: Iterable[str] = ()) -> Choice:
        """The choice for these sexes and regions (our codes; none = all that are ours).

        Raises:
            SourceError: a variable, value, region or period can't be told, or a variable is left undecided.
        """
        left = set(self.variables)
        chosen: dict[str, tuple[str, ...]] = {}
        for name in self.mapping.sum_over:
            variable = self.named(name, "sum_over")
            if not variable.optional:
                raise self.wrong(f"sum_over: tjänsten kan inte summera över {variable.label}")
            left.discard(variable.code)
        for name, values in self.mapping.select.items():
            variable = self.named(name, "select")
            chosen[variable.code] = (self._value(variable, values[0], "select"),)
            left.discard(variable.code)
        periods, time = self._periods(left)
        places, place = self._places(left, set(regions))
        parts, sex = self._sexes(left, tuple(sexes))
        self._content(left, chosen)
        for mapped, variable_code in ((periods, time), (places, place), (parts, sex)):
            if variable_code:
                chosen[variable_code] = tuple(mapped)
        chosen |= {code: (self._only(self.variables[code]),) for code in left}
        ordered = {code: chosen[code] for code in self.variables if code in chosen}
        return Choice(ordered, time, periods, place, places, self.mapping.region, sex, parts)

    def named(self, name: str, field: str) -> Variable:
        """The variable with this code or label."""
        if name in self.variables:
            return self.variables[name]
        found = [v for v in self.variables.values() if name.strip().casefold() in v.names]
        if len(found) != 1:
            known = ", ".join(v.code for v in self.variables.values())
            raise self.wrong(f"{field}: variabeln {name} finns inte; tabellen har {known}")
        return found[0]

    def wrong(self, what: str) -> SourceError:
        """What is wrong with this table for this series."""
        return SourceError(f"{self.where}: {what}. {MEND}")

    def _value(self, variable: Variable, wanted: str, field: str) -> str:
        code = variable.code_of(wanted, labels_first=self.labels_first)
        if code is None:
            raise self.wrong(f"{field}: {variable.label} har inget värde {wanted}; {_known(variable)}")
        return code

    def _periods(self, left: set[str]) -> tuple[dict[str, str], str]:
        variable: Variable | None
        if self.mapping.time:
            variable = self.named(self.mapping.time, "time")
        else:
            variable = self._told(left, lambda v: v.time) or self._told(left, lambda v: bool(v.names & _TIME_WORDS))
        if variable is None:
            raise self.wrong("det framgår inte vilken variabel som är tid; ange time")
        left.discard(variable.code)
        named = zip(variable.codes, variable.labels, strict=True)
        found = {code: period_of(code, label) for code, label in named}
        odd = next((code for code, ours in found.items() if ours is None), None)
        if odd is not None or not found:
            raise self.wrong(f"{variable.label}: perioden {odd or ''} är av ett slag som vi inte känner")
        return {code: ours for code, ours in found.items() if ours}, variable.code

    def _places(self, left: set[str], wanted: set[str]) -> tuple[dict[str, str], str | None]:
        if self.mapping.region:
            return {}, None
        variable: Variable | None
        if self.mapping.regions:
            variable = self.named(self.mapping.regions, "regions")
        else:
            variable = self._told(left, lambda v: any(n.split(" ")[0] in _REGION_WORDS for n in v.names))
        if variable is None:
            raise self.wrong("det framgår inte vilken variabel som är region; ange regions, eller region för hela")
        left.discard(variable.code)
        ours, found = our_places(), {}
        for code, label in zip(variable.codes, variable.labels, strict=True):
            region = ours.code_of(code, label)
            if region and (not wanted or region in wanted):
                found[code] = region
        if not found:
            raise self.wrong(f"{variable.label}: ingen av våra regioner finns i tabellen")
        if len(set(found.values())) != len(found):
            raise self.wrong(f"{variable.label}: samma region finns två gånger; välj en indelning med codelists")
        return found, variable.code

    def _sexes(self, left: set[str], wanted: tuple[Sex, ...]) -> tuple[dict[str, Sex], str | None]:
        given = self.mapping.sex
        variable = self.named(given.variable, "sex") if given else self._told(left, lambda v: is_sex(v.names))
        if variable is None:
            if set(wanted) != {"total"}:
                raise self.wrong('tabellen har ingen variabel för kön; ange sexes = ["total"] eller sex')
            return {}, None
        left.discard(variable.code)
        found = find_sexes(variable.codes, variable.labels)
        for part in ("women", "men", "total"):
            said = getattr(given, part) if given else None
            if said:
                found[part] = [self._value(variable, said, "sex")]
        missing = next((part for part in wanted if len(found[part]) != 1), None)
        if missing:
            raise self.wrong(
                f"{variable.label}: det framgår inte vilket värde som är {_SEX[missing]}; {_known(variable)}"
            )
        return {found[part][0]: part for part in wanted}, variable.code

    def _content(self, left: set[str], chosen: dict[str, tuple[str, ...]]) -> None:
        variable = self._told(left, lambda v: v.content) or self._told(left, lambda v: bool(v.names & _CONTENT_WORDS))
        if variable is None:
            if self.mapping.content:
                raise self.wrong("content: tabellen har ingen variabel för innehåll; ange värdet i select")
            return
        left.discard(variable.code)
        if self.mapping.content:
            chosen[variable.code] = (self._value(variable, self.mapping.content, "content"),)
        elif len(variable.codes) == 1:
            chosen[variable.code] = variable.codes
        else:
            raise self.wrong(f"tabellen har flera mått; ange content: {_known(variable)}")

    def _only(self, variable: Variable) -> str:
        if len(variable.codes) == 1:
            return variable.codes[0]
        if variable.total in variable.codes and variable.total is not None:
            return variable.total
        raise self.wrong(f"urvalet säger inget om {variable.label}; ange den i select: {_known(variable)}")

    def _told(self, left: set[str], test: Callable[[Variable], bool]) -> Variable | None:
        found = [variable for code, variable in self.variables.items() if code in left and test(variable)]
        return found[0] if len(found) == 1 else None


def _known(variable: Variable) -> str:
    pairs = list(zip(variable.codes, variable.labels, strict=True))
    words = ", ".join(label if label == code else f"{code} ({label})" for code, label in pairs[:_SHOWN])
    return f"det finns {words}" + (f" och {len(pairs) - _SHOWN} till" if len(pairs) > _SHOWN else "")
