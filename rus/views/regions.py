"""The regions to choose among: ours first, then the country and the rest, with shortcuts to whole sets."""

from collections.abc import Sequence

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import sort_key
from rus.store.store import Store
from rus.views.available import Option

ALL_OURS = "alla-kommuner"
LANSDEL = "lansdel-"


def region_options(store: Store, catalogue: Catalogue) -> tuple[Option, ...]:  # noqa: ARG001  # the shape of a cached view
    """Shortcuts, the county, its kommuner, the country, the other counties and kommuner: each in Swedish order."""
    here, known = catalogue.here, catalogue.regions
    ours = catalogue.kommuner()
    shortcuts = [Option(ALL_OURS, f"Länets alla {len(ours)} kommuner")] if len(ours) > 1 else []
    shortcuts += [Option(f"{LANSDEL}{part.id}", _part(part.name, part.unconfirmed)) for part in here.lansdelar]
    counties = [r.code for r in known.values() if r.level == "lan" and r.code != here.region]
    rest = [r.code for r in known.values() if r.level == "kommun" and r.code not in ours]
    ordered = [here.region, *_sorted(catalogue, ours), here.country]
    ordered += [*_sorted(catalogue, counties), *_sorted(catalogue, rest)]
    return (*shortcuts, *(Option(code, catalogue.name(code)) for code in ordered))


def expand(catalogue: Catalogue, chosen: Sequence[str]) -> tuple[str, ...]:
    """Codes of the chosen regions, with shortcuts replaced by their kommuner, each once."""
    parts = {f"{LANSDEL}{part.id}": part.regions for part in catalogue.here.lansdelar}
    parts[ALL_OURS] = _sorted(catalogue, catalogue.kommuner())
    codes = [code for item in chosen for code in parts.get(item, [item])]
    return tuple(code for code in dict.fromkeys(codes) if code in catalogue.regions)


def _sorted(catalogue: Catalogue, codes: Sequence[str]) -> list[str]:
    return sorted(codes, key=lambda code: sort_key(catalogue.name(code)))


def _part(name: str, unconfirmed: str | None) -> str:
    words = name if "länsdel" in name.casefold() else f"{name}, länsdel"
    return f"{words} (obekräftad)" if unconfirmed else words
