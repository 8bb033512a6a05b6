"""Slides of Jämlikhet: each chart of the page, of the same measure and place."""

from collections.abc import Mapping

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.store.store import Store
from rus.views.choice import Choice
from rus.views.empty import Empty
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_places import FunnelPicture, places
from rus.views.equality_words import farthest, headline, split_measures
from rus.views.slide_shown import PART, SlideView

EQUALITY = "jamlikhet"
NOW, YEARS, GROUPS, ALONG, FUNNEL = "nu", "ar", "grupper", "lutning", "slump"
GROUND, GROUP, MEAN = "jml_grund", "jml_grupp", "jml_medel"
OPEN = "Öppna sidan från bilden när du vill visa allt, eller välj ett annat diagram."


def equality_slide(store: Store, catalogue: Catalogue, choice: Choice, said: Mapping[str, str]) -> SlideView:
    """The chart that the address asks for; without a word about it, women and men in the groups.

    Raises:
        UsageError: no measure is split.
    """
    indicator = choice.indicator or next((option.id for option in split_measures(store, catalogue)), None)
    if indicator is None:
        raise UsageError("Inget mått i den här dataversionen är uppdelat på kvinnor och män eller grupper.")
    view = equality_view(store, catalogue, indicator, choice.regions[0])
    wanted = said.get(PART, "")
    if wanted == FUNNEL:
        return _funnel(store, catalogue, view, said)
    title, alt, why = _words(view, wanted, said.get(GROUND, ""))
    found = bool(alt)
    more = tuple((key, said[key]) for key in (PART, GROUND) if said.get(key))
    return SlideView(
        page=EQUALITY,
        parameters=(("ind", indicator), ("geo", choice.regions[0]), *more),
        title=_of_measure(view, title) if title else view.indicator.title,
        subtitle=f"{view.indicator.title}, {view.region_name}, {view.indicator.unit}. {view.wanted}",
        source=view.source,
        alt=alt,
        measure=view.indicator.title,
        equality=view if found else None,
        part=f"{wanted}:{said[GROUND]}" if wanted == ALONG and said.get(GROUND) else wanted,
        empty=None if found else Empty("Skillnaden kan inte bedömas", why, OPEN),
    )


def _of_measure(view: EqualityView, said: str) -> str:
    """The finding with the measure's name before it, since a slide stands alone."""
    return said if view.indicator.short in said else f"{view.indicator.short}: {said[:1].lower()}{said[1:]}"


def _words(view: EqualityView, wanted: str, ground: str) -> tuple[str, str, str]:
    """The finding of a chart, its words for those who can't see it, and why there is none."""
    gaps = [pair for pair in view.pairs if pair.gap]
    why = " ".join(dict.fromkeys(pair.reason for pair in view.pairs if pair.reason))
    now = " ".join(pair.text for pair in gaps)
    if wanted == YEARS:
        texts = " ".join(pair.time_text for pair in view.pairs if pair.time_text)
        alt = texts or view.picture.finding
        return view.picture.finding, alt if view.picture.lines else "", "Ingen skillnad finns för mer än ett år."
    if wanted == ALONG:
        along = next((a for a in view.grounds if a.picture and a.pair.ground == ground), None)
        text = along.slope_text if along else ""
        return text.partition(". ")[0].rstrip("."), text, "Grupperna har ingen ordning som går att räkna på."
    if wanted == GROUPS and farthest(view):
        return farthest(view), now, why
    return headline(view), now, why


def _funnel(store: Store, catalogue: Catalogue, view: EqualityView, said: Mapping[str, str]) -> SlideView:
    mean = said.get(MEAN) == "ja"
    found = places(store, catalogue, view.indicator.id, view.region, said.get(GROUP, ""), mean=mean)
    picture: FunnelPicture | None = found.funnel
    if picture is None:
        raise UsageError(found.funnel_reason or found.reason or "Antalet personer är inte känt för kommunerna.")
    outside = [row.name for row in found.rows if row.where and row.where.where != "within"]
    named = dict(found.groups).get(found.group, "")
    group = f", {named}" if named and named != "Alla" else ""
    title = f"{len(outside)} av {len(found.rows)} kommuner ligger utanför det som slumpen ger"
    chosen = tuple((key, said[key]) for key in (GROUP, MEAN) if said.get(key))
    return SlideView(
        page=EQUALITY,
        parameters=(("ind", view.indicator.id), ("geo", view.region), (PART, FUNNEL), *chosen),
        title=title,
        subtitle=f"{view.indicator.title}{group}, {found.label}. "
        "Heldragna linjer: 95 procent av lika platser ligger innanför. Streckade: 99,8 procent.",
        source=view.source,
        alt=f"{title}. {view.indicator.title}{group}. Utanför: {', '.join(outside) or 'ingen'}.",
        measure=view.indicator.title,
        content=picture,
        part=FUNNEL,
    )
