"""What is new in the figures, and what is waited for: only what the catalogue and the store know to be true."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.figures import Figures, main_group, served

MOST = 2
RECENT = 5


@dataclass(frozen=True)
class News:
    """One line: what kind of thing, what it is, and what follows from it."""

    kind: str
    text: str
    detail: str


def news(store: Store, catalogue: Catalogue, found: Figures) -> tuple[News, ...]:
    """Newest year, breaks of the last years, and what waits for its source; in that order."""
    return (*_newest(catalogue, found), *_breaks(catalogue, found), *_waits(store, catalogue))


def _newest(catalogue: Catalogue, found: Figures) -> list[News]:
    """The newest years, each with the measures that reach it."""
    by_year: dict[int, list[tuple[str, str]]] = {}
    for indicator in served(catalogue):
        group = main_group(indicator)
        newest = found.newest(indicator.id, group)
        if newest:
            by_year.setdefault(newest.year, []).append((name_of(indicator, group, catalogue), indicator.owner))
    lines = []
    for year in sorted(by_year, reverse=True)[:MOST]:
        reaching = by_year[year]
        more = f" och {len(reaching) - 1} mått till" if len(reaching) > 1 else ""
        owners = dict.fromkeys(owner for _, owner in reaching)
        lines.append(News("Nyaste år", f"{year}: {reaching[0][0]}{more}", f"Från {'; '.join(owners)}"))
    return lines


def _breaks(catalogue: Catalogue, found: Figures) -> list[News]:
    by_reason: dict[tuple[int, str], list[str]] = {}
    for indicator in served(catalogue):
        newest = found.newest(indicator.id, main_group(indicator))
        for cut in indicator.breaks:
            if newest and newest.year - RECENT <= cut.first_year <= newest.year:
                by_reason.setdefault((cut.first_year, cut.reason), []).append(indicator.short)
    lines = []
    for (year, reason), names in sorted(by_reason.items(), reverse=True)[:MOST]:
        shown = listing(names) if len(names) <= MOST else f"{names[0]} och {len(names) - 1} mått till"
        lines.append(News("Seriebrott", f"{shown}: ny serie från {year}", reason))
    return lines


def _waits(store: Store, catalogue: Catalogue) -> list[News]:
    covered = set(store.coverage()["indicator"])
    empty = [i for i in served(catalogue) if i.id not in covered]
    partly = [i for i in served(catalogue) if i.id in covered and _has_more(i, catalogue)]
    lines = []
    if empty:
        names = listing([i.short for i in empty[:MOST]]) + (
            f" och {len(empty) - MOST} till" if len(empty) > MOST else ""
        )
        lines.append(News("Väntar", f"{len(empty)} mått saknar siffror: {names}", "Hämtas när källan läses in"))
    if partly:
        lines.append(
            News("Väntar", f"Fler grupper i {len(partly)} mått", "Källorna har uppgifterna; de hämtas med rus update")
        )
    return lines


def _has_more(indicator: Indicator, catalogue: Catalogue) -> bool:
    """Whether the source has groups that are waited for.

    A wait may also tell why a group can't be had: women and men count only where a series is said to have them, and
    what is no ground (margins, newer years) is no group.
    """
    own = main_group(indicator)
    sexes = {sex for s in indicator.series if s.role == "value" and group_id(s.group) == own for sex in s.sexes}
    grounds = {w.ground for w in indicator.waits}
    return any(catalogue.ground(g) for g in grounds) or ("sex" in grounds and {"women", "men"} <= sexes)
