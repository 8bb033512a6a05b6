"""The parts of Indikatorkatalog: search and list, and one indicator's card with everything that is known of it."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import day
from rus.texts.kinds import IndicatorReview, Story
from rus.texts.stories import stories as read_all
from rus.texts.texts import texts
from rus.ui import cached, decisions, frame, page_choice
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets
from rus.views.catalogue_card import Section, sections
from rus.views.catalogue_list import TRAITS, Asked, effektmal, narrowed
from rus.views.catalogue_sheets import catalogue_sheet
from rus.views.known import Known, known
from rus.views.quality import areas
from rus.views.review import PROPOSALS, STAGES, KeptReview, Reviewed, reviewed
from rus.views.search import Entry, index
from rus.views.sheet import file_stem
from rus.views.usage import Usage, Use, usage

CHOSEN, WIDGET, FURTHER = "kat_ind", "kat_val", "kat_fler"
FIRST_SHOWN, MORE = 12, 30
FIRST = "Definition"
LEFT = {"Vad måttet visar", "Källa och aktualitet", "Att tänka på"}


def found_of() -> Mapping[str, Known]:
    """What the figures of this build know of each indicator."""
    return cached.shared(known, frame.here().build)


def reviews() -> dict[str, KeptReview]:
    """What people have written about indicators, by id."""
    return {
        one.key: KeptReview(one.body, one.version, one.author, one.saved_at.astimezone().date())
        for one in texts().all(IndicatorReview)
        if one.body
    }


def stories() -> list[Story]:
    """Every presentation as it is now, those that ship and those people have made."""
    return [told.story for told in read_all(texts()).values()]


def review_of(catalogue: Catalogue, indicator: Indicator, kept: Mapping[str, KeptReview]) -> Reviewed:
    """The indicator at the review."""
    return reviewed(catalogue, indicator, kept.get(indicator.id), found_of().get(indicator.id), date.today())


def usage_of(catalogue: Catalogue, indicator: Indicator, told: Sequence[Story]) -> Usage:
    """Where the indicator is used."""
    found = found_of().get(indicator.id)
    return usage(catalogue, indicator, told, by_sex=found is not None and {"women", "men"} <= found.sexes)


def chosen(catalogue: Catalogue) -> str:
    """The indicator in the address, empty where there is none; one that does not exist is named."""
    wanted = st.query_params.get(CHOSEN, "")
    if wanted and wanted not in catalogue.indicators:
        st.info(f"Måttet `{wanted[:60]}` finns inte i katalogen. Välj ett i listan.", icon=":material/link_off:")
    return wanted if wanted in catalogue.indicators else ""


def show() -> None:
    """The tab: the list to the left, the card to the right."""
    catalogue = cached.catalogue(frame.here().build)
    opened, kept = chosen(catalogue), reviews()
    left, right = st.columns([1, 2.6], gap="medium")
    with left:
        hits = _asked(catalogue, kept)
        shown = opened or (hits[0].id if hits else "")
        with st.container(key="results"):
            _list(hits, shown)
        _files(catalogue, hits)
    with right:
        if shown:
            _card(catalogue, catalogue.indicators[shown], kept)


def _asked(catalogue: Catalogue, kept: Mapping[str, KeptReview]) -> list[Entry]:
    entries = cached.shared(index, frame.here().build)
    words = st.text_input(
        "Sök mått",
        key="kat_sok",
        placeholder="Namn, synonym, effektmål eller id",
        icon=":material/search:",
        live="300ms",
        bind="query-params",
        max_chars=100,
    )
    inside, goals = areas(catalogue), effektmal(catalogue)
    within, goal = _one_of("Inom", "kat_inom", inside), _one_of("Effektmål", "kat_mal", goals)
    traits = page_choice.keep("kat_har", TRAITS, many=True)
    has = st.pills(
        "Visa bara mått med",
        list(TRAITS),
        format_func=TRAITS.__getitem__,
        selection_mode="multi",
        wrap=True,
        key="kat_har",
        on_change=traits,
    )
    asked = Asked(words or "", within, goal, frozenset(has))
    return narrowed(catalogue, entries, found_of(), asked, kept)


def _one_of(label: str, key: str, options: Mapping[str, str]) -> str:
    changed = page_choice.keep(key, options)
    picked = st.selectbox(label, list(options), format_func=options.__getitem__, key=key, on_change=changed)
    return str(picked or "")


def _list(hits: Sequence[Entry], shown: str) -> None:
    room = FIRST_SHOWN + MORE * page_choice.times(FURTHER)
    frame.html(f'<p class="tally">{min(room, len(hits))} av {len(hits)} mått</p>')
    if not hits:
        why = "Sökningen går igenom namn, synonymer, ämnen, effektmål och källornas id."
        frame.empty("Inget mått passar", why, "Pröva ett kortare ord, eller ta bort ett val ovanför.")
        return
    seen = [*(e for e in hits[room:] if e.id == shown), *hits[:room]]  # the opened one is in sight if it is a hit
    names = {entry.id: entry.title for entry in seen}
    st.session_state[WIDGET] = shown if shown in names else None

    def changed() -> None:
        st.query_params[CHOSEN] = st.session_state[WIDGET]

    st.radio(
        "Mått",
        list(names),
        format_func=lambda identity: names[identity],
        captions=[entry.caption for entry in seen],
        key=WIDGET,
        label_visibility="collapsed",
        on_change=changed,
    )
    if len(hits) > room:
        page_choice.more(FURTHER, "kat_visa_fler")


def _files(catalogue: Catalogue, hits: Sequence[Entry]) -> None:
    build, found, ids = frame.here().build, found_of(), [entry.id for entry in hits]
    if hits:
        with st.popover(f"Ladda ner listan ({len(hits)} mått)", type="tertiary", icon=":material/download:"):
            downloads_of(
                lambda: catalogue_sheet(catalogue, ids, found, date.today(), build=build),
                file_stem("indikatorkatalog"),
                "catalogue",
            )
            decisions.open_data(catalogue, found)


def _card(catalogue: Catalogue, indicator: Indicator, kept: Mapping[str, KeptReview]) -> None:
    one = review_of(catalogue, indicator, kept)
    made = sections(catalogue, indicator, found_of().get(indicator.id), date.today())
    with frame.frame("indicator", stretch=False):
        frame.finding(indicator.title, f"{indicator.short} · {indicator.id}", big=True)
        frame.html(f'<p class="say">{frame.text(indicator.definition)}</p>', _standing(catalogue, one))
        frame.page_link("utforska", "Öppna i Utforska", ind=indicator.id)
        left, right = st.columns(2, gap="medium")
        with left:
            frame.html(_sections([s for s in made if s.title in LEFT]))
        with right:
            used = _used(usage_of(catalogue, indicator, stories()))
            frame.html(_sections([s for s in made if s.title not in LEFT]), used)
        frame.html(f'<p class="src"><a href="{frame.text(indicator.link)}">Källans egen sida</a></p>')


def _standing(catalogue: Catalogue, one: Reviewed) -> str:
    """What the review says of the indicator, with the way to what carries on where this ends, as markup."""
    review = one.review
    link = frame.href("indikatorer", kat_flik="Översyn", kat_ind=one.indicator.id)
    if not (one.version or one.from_file):
        return f'<p class="note">Måttet är inte uppe i översynen. <a href="{link}">Granska måttet</a></p>'
    decided = f" Beslutat {one.decided}." if one.decided else ""
    said = f"{STAGES[review.stage]}: {PROPOSALS[review.proposal].lower()}.{decided}"
    line = f'{frame.text(said)} <a href="{link}">Visa granskningen</a>'
    if successor := catalogue.indicators.get(review.replaced_by or ""):
        new = f'<a href="{frame.href("indikatorer", kat_ind=successor.id)}">{frame.text(successor.title)}</a>'
        ends = "Ersätts av" if review.stage == "decided" else "Föreslås ersättas av"
        line += f". {ends} {new}. Den gamla serien går att läsa som förut."
    return f'<p class="note">{line}</p>'


def _sections(made: Sequence[Section]) -> str:
    """Headings and pairs as markup; the definition stands above them."""
    return "".join(
        f'<h3 class="sec">{frame.text(section.title)}</h3><dl class="kv words">'
        + "".join(
            f"<dt>{frame.text(name)}</dt><dd>{frame.text(words)}</dd>" for name, words in section.pairs if name != FIRST
        )
        + "</dl>"
        for section in made
    )


def _used(found: Usage) -> str:
    links = "".join(f"<li>{_link(use)}</li>" for use in (*found.pages, *found.inside))
    named = [f"Mål i strategin: {text}" for text in found.public] + [
        f"Presentation: {title}" for title in found.stories
    ]
    return (
        f'<h3 class="sec">Här används måttet</h3><p>{frame.text(found.consequences)}</p>'
        f'<ul class="points">{links}</ul>{bullets(named) if named else ""}'
    )


def _link(use: Use) -> str:
    return f'<a href="{frame.href(use.address, **dict(use.parameters))}">{frame.text(use.label)}</a>'


def saved_line(one: Reviewed) -> str:
    """Who wrote the review last, and when; empty where nobody has."""
    if not one.saved:
        return ""
    return f"Sparat {day(one.saved)}" + (f" av {one.author}" if one.author else "")
