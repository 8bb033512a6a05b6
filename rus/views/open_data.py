"""What a data portal is told of the figures: one data set a subject, as DCAT-AP-SE 3 asks for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strategy import Theme
from rus.core.swedish import listing
from rus.views.known import Known

CC0 = "CC0"
MOST_WORDS = 40
MOST_NAMED = 6
PAGE = "indikatorer"


@dataclass(frozen=True)
class DataSet:
    """One subject.

    `page` is where the files are taken; `free` says that all of it is CC0, `terms` what else holds. `title_en` and
    `description_en` are empty where the title has no English; `data_theme` is a code of the EU's list, empty for none.
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    years: tuple[int, int]
    modified: date | None
    owners: tuple[str, ...]
    page: str
    free: bool
    terms: tuple[str, ...]
    title_en: str = ""
    description_en: str = ""
    data_theme: str = ""


@dataclass(frozen=True)
class Portal:
    """The catalogue as a whole. `contact` is a mail address, empty where none is given."""

    title: str
    description: str
    publisher: str
    place: str
    contact: str
    site: str
    sets: tuple[DataSet, ...]
    title_en: str = ""
    description_en: str = ""

    @property
    def modified(self) -> date | None:
        """When the newest of the figures were fetched."""
        return max((one.modified for one in self.sets if one.modified), default=None)


def nothing(_words: str) -> str:
    """No English of any words."""
    return ""


def portal(
    catalogue: Catalogue,
    known: Mapping[str, Known],
    *,
    site: str,
    contact: str = "",
    english: Callable[[str], str] = nothing,
) -> Portal:
    """Everything in the catalogue that has figures.

    Args:
        catalogue: the catalogue.
        known: what the figures know, by indicator (`rus.views.known`).
        site: address of the dashboard, without a slash at the end.
        contact: mail address.
        english: Swedish words → their English; empty where there is none.
    """
    here = catalogue.here
    made = (_set(catalogue, theme, known, site, english(theme.name)) for theme in catalogue.themes)
    return Portal(
        title=f"Indikatorer för {here.name}",
        description=f"Siffror för uppföljning av den regionala utvecklingsstrategin i {here.name}, ämne för ämne.",
        publisher=here.editor,
        place=here.name,
        contact=contact,
        site=site,
        sets=tuple(one for one in made if one),
        title_en=f"Indicators for {here.name}",
        description_en=f"Figures for following up the regional development strategy of {here.name}, by subject.",
    )


def _set(catalogue: Catalogue, theme: Theme, known: Mapping[str, Known], site: str, title_en: str) -> DataSet | None:
    found = [i for i in catalogue.indicators.values() if i.theme == theme.id and i.id in known]
    if not found:
        return None
    facts = [known[i.id] for i in found]
    taken = [one.retrieved for one in facts if one.retrieved]
    newest = [int(one.newest[:4]) for one in facts if one.newest[:4].isdecimal()]
    licences = tuple(dict.fromkeys(i.licence for i in found))
    first = min(one.first_year for one in facts)
    return DataSet(
        id=theme.id,
        title=theme.name,
        description=_description(found),
        keywords=tuple(_keywords(found)),
        years=(first, max([*newest, first])),
        modified=max(taken, default=None),
        owners=tuple(dict.fromkeys(i.owner for i in found)),
        page=f"{site}/{PAGE}?{urlencode({'kat_inom': theme.name})}",
        free=licences == (CC0,),
        terms=licences,
        title_en=title_en,
        description_en=_in_english(len(found)) if title_en else "",
        data_theme=theme.data_theme or "",
    )


def _description(found: Sequence[Indicator]) -> str:
    names = [i.title for i in found]
    more = f" och {len(names) - MOST_NAMED} till" if len(names) > MOST_NAMED else ""
    said = f"{', '.join(names[:MOST_NAMED])}{more}" if more else listing(names)
    return f"{len(names)} mått: {said}." if len(names) > 1 else f"{said}."


def _in_english(many: int) -> str:
    what = (
        f"{many} indicators. Their names and definitions are"
        if many > 1
        else "One indicator. Its name and definition are"
    )
    return f"{what} in Swedish."


def _keywords(found: Iterable[Indicator]) -> list[str]:
    """Words that people search by, each once."""
    words = (word for i in found for word in (i.short, *i.keywords))
    return list(dict.fromkeys(words))[:MOST_WORDS]
