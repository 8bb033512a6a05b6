"""The shared pickers: each owns one choice, shows what can't be had and why, and writes the address.

The choice is read before the page is drawn; a picker that is changed writes the new choice in its callback, so that
every part of the page sees the same one. Nothing else writes the session's choices.
"""

from collections.abc import Sequence
from typing import cast

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.strict import Sex
from rus.ui import address, cached, frame
from rus.ui.address import current_choice
from rus.views.available import Option
from rus.views.choice import LETTERS, SEX_LETTERS, Choice
from rus.views.regions import expand, region_options

__all__ = [
    "current_choice",
    "pick_chart",
    "pick_comparison",
    "pick_group",
    "pick_regions",
    "pick_sex",
    "pick_year",
    "pick_years",
    "say_dropped",
    "say_strange",
]

SEX_SETS = {
    "KM": "Kvinnor och män",
    "T": "Totalt",
    "K": "Kvinnor",
    "M": "Män",
    "KMT": "Kvinnor, män och totalt",
}
LONGEST = 70
"""So much of a strange part of an address is named."""
NOT_SPLIT = "Redovisas inte"
NO_GROUPS = "Ingen uppdelning"


def say_dropped(choice: Choice) -> None:
    """Name the parts of the address that did not exist, and say what is shown instead."""
    say_strange(choice.dropped)


def say_strange(parts: Sequence[str]) -> None:
    """The same for parts of an address that no shared choice is in; a part may hold anything, and any amount of it."""
    if parts:
        named = ", ".join("`" + part[:LONGEST].replace("`", "'") + "`" for part in parts)
        st.info(
            f"Länken innehåller val som inte finns här: {named}. Sidan visar standardvalet i stället.",
            icon=":material/link_off:",
        )


def _set(key: str, value: object) -> None:
    """Let a picker show the choice: the choice is the truth, the picker's own memory is not.

    After back or forward it is said again: what the run before said may never have reached the browser.
    """
    if address.moved() or st.session_state.get(key) != value:
        st.session_state[key] = value


def _closed(label: str, words: str, key: str) -> None:
    """A picker that can't be used, with the reason in the place of its value."""
    st.selectbox(label, [words], key=f"{key}_closed", disabled=True)


def pick_regions(catalogue: Catalogue, choice: Choice, *, label: str = "Geografi") -> Choice:
    """Regions, with shortcuts to all kommuner of the county and to its länsdelar; never none."""
    options = {option.id: option.label for option in cached.shared(region_options, frame.here().build)}
    key = "pick_geo"
    _set(key, list(choice.regions))

    def changed() -> None:
        codes = expand(catalogue, st.session_state[key]) or (catalogue.here.region,)
        address.remember(choice.with_(regions=codes))

    st.multiselect(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        key=key,
        on_change=changed,
        placeholder="Välj plats",
        select_all=False,
        filter_mode="contains",
        wrap=False,
    )
    return choice


def pick_sex(choice: Choice, have: Sequence[Sex], *, wish: Choice | None = None) -> Choice:
    """Sex, women before men; only what the indicator has.

    Args:
        choice: what is shown.
        have: the sexes with figures.
        wish: what the reader chose, where that differs; other choices are kept from it.
    """
    options = [letters for letters in SEX_SETS if all(SEX_LETTERS[letter] in have for letter in letters)]
    if not {"women", "men"} & set(have):
        _closed("Kön", NOT_SPLIT, "pick_kon")
        return choice
    key, before = "pick_kon", wish or choice
    now = "".join(LETTERS[sex] for sex in choice.sexes)
    options = options if now in options else [now, *options]
    _set(key, now)

    def changed() -> None:
        letters = st.session_state[key]
        address.remember(before.with_(sexes=tuple(sex for letter, sex in SEX_LETTERS.items() if letter in letters)))

    st.selectbox("Kön", options, format_func=lambda letters: SEX_SETS.get(letters, letters), key=key, on_change=changed)
    return choice


def pick_group(choice: Choice, groups: Sequence[Option], *, wish: Choice | None = None) -> Choice:
    """A group; those without figures are there too, marked, and say why when chosen."""
    if len(groups) <= 1:
        _closed("Grupp", groups[0].label if groups and groups[0].label != "Alla" else NO_GROUPS, "pick_grp")
        return choice
    key, before = "pick_grp", wish or choice
    words = {option.id: f"{option.label} (saknas)" if option.reason else option.label for option in groups}
    _set(key, choice.group)

    def changed() -> None:
        address.remember(before.with_(group=st.session_state[key]))

    st.selectbox("Grupp", list(words), format_func=lambda group: words.get(group, group), key=key, on_change=changed)
    return choice


def pick_years(choice: Choice, years: Sequence[int], *, wish: Choice | None = None) -> Choice:
    """First and last year; all years is the choice of none."""
    if len(years) < 2:
        _closed("År", str(years[0]) if years else "–", "pick_ar")
        return choice
    before = wish or choice
    first, last = choice.years or (years[0], years[-1])
    low = min(years, key=lambda year: abs(year - first))
    high = min(years, key=lambda year: abs(year - last))
    _set("pick_from", low)
    _set("pick_to", high)

    def changed() -> None:
        span = sorted((st.session_state["pick_from"], st.session_state["pick_to"]))
        whole = span == [years[0], years[-1]]
        address.remember(before.with_(years=None if whole else (span[0], span[1])))

    with st.container(key="pick_ar_row", horizontal=True, gap="xsmall", wrap=False):
        st.selectbox("År från", years, key="pick_from", on_change=changed)
        st.selectbox("till", years, key="pick_to", on_change=changed)
    return choice


def pick_year(choice: Choice, years: Sequence[int], shown: int | None, *, wish: Choice | None = None) -> Choice:
    """One year, for pictures of one point in time; it becomes the last year of the choice."""
    if len(years) < 2 or shown is None:
        _closed("År", str(shown or (years[0] if years else "–")), "pick_ar")
        return choice
    before, newest_first = wish or choice, sorted({*years, shown}, reverse=True)
    _set("pick_year", shown)

    def changed() -> None:
        year = st.session_state["pick_year"]
        first = choice.years[0] if choice.years else years[0]
        address.remember(before.with_(years=(min(first, year), year)))

    st.selectbox("År", newest_first, key="pick_year", on_change=changed)
    return choice


def pick_comparison(choice: Choice, offered: Sequence[Option], *, wish: Choice | None = None) -> Choice:
    """What to compare with; what says nothing here is there too, marked, and says why when chosen."""
    before = wish or choice
    words = {option.id: f"{option.label} (går inte här)" if option.reason else option.label for option in offered}
    _set("pick_jmf", choice.comparison)

    def changed() -> None:
        address.remember(before.with_(comparison=st.session_state["pick_jmf"]))

    st.selectbox(
        "Jämför med", list(words), format_func=lambda item: words.get(item, item), key="pick_jmf", on_change=changed
    )
    return choice


def pick_chart(choice: Choice, charts: Sequence[Option], *, wish: Choice | None = None) -> Choice:
    """The kinds of chart; one that the figures do not allow is there too, marked, and says why when chosen."""
    before = wish or choice
    words = {option.id: f"{option.label} (går inte här)" if option.reason else option.label for option in charts}
    _set("pick_diagram", choice.chart)

    def changed() -> None:
        address.remember(before.with_(chart=cast("str", st.session_state["pick_diagram"])))

    st.selectbox("Visa som", list(words), format_func=lambda kind: words[kind], key="pick_diagram", on_change=changed)
    return choice
