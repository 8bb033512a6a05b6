"""The presentations that ship: every slide can be shown, and every number in a headline is computed anew here."""

import re
from statistics import median

import pandas as pd
import pytest

from rus.catalogue.read import read_catalogue
from rus.core.swedish import number
from rus.store.builds import current
from rus.store.store import Store, open_store
from rus.texts.kinds import Slide
from rus.texts.stories import read_stories
from rus.ui.present_check import checks
from rus.views.figures import main_group
from rus.views.goals import Asked, goal_rows
from rus.views.slide import slide_view
from rus.views.slide_shown import SlideView

SLIDES = [(key, n) for key, story in read_stories().items() for n in range(len(story.slides))]


@pytest.fixture(scope="module")
def store(shipped) -> Store:
    return open_store(current())


def slide(key: str, n: int) -> Slide:
    return read_stories()[key].slides[n]


def seen(store: Store, one: Slide) -> SlideView:
    assert one.view
    return slide_view(store, store.catalogue(), one.view)


def rows(store: Store, view: SlideView, **more: list[str]) -> pd.DataFrame:
    """What is measured of the slide's measure, in the group that it is about, oldest first."""
    identity = dict(view.parameters)["ind"]
    group = main_group(store.catalogue().indicators[identity])
    found = store.observations(indicators=[identity], groups=[group], **more)
    found = found[found["value"].notna()]
    return found.assign(period=found["period"].astype(str)).sort_values("period")


def test_two_presentations_ship_with_something_to_decide_last():
    stories = read_stories()
    assert len(stories) >= 2
    for story in stories.values():
        assert len(story.slides) >= 6
        assert story.data_version
        assert story.slides[-1].view is None
        assert all(one.notes and one.minutes for one in story.slides)


@pytest.mark.parametrize(("key", "n"), SLIDES)
def test_every_slide_passes_its_own_check_list(store, key, n):
    one = slide(key, n)
    view = seen(store, one) if one.view else ""
    assert [check.words for check in checks(one, view) if check.css != "good"] == []


@pytest.mark.parametrize(("key", "n"), SLIDES)
def test_what_people_wrote_names_no_figure(key, n):
    one = slide(key, n)
    assert not re.search(r"\d", one.headline + one.subtitle + one.so_what)


def gap(store: Store, view: SlideView) -> str:
    """Women against men in the newest year that both have."""
    indicator = store.catalogue().indicators[dict(view.parameters)["ind"]]
    found = rows(store, view, regions=[store.catalogue().here.region], sexes=["women", "men"])
    last = {sex: found[found["sex"] == sex].set_index("period")["value"] for sex in ("women", "men")}
    year = max(set(last["women"].index) & set(last["men"].index))
    apart = number(abs(last["women"][year] - last["men"][year]), indicator.decimals)
    return f"{apart} procentenheter {year}"


def extremes(store: Store, view: SlideView) -> str:
    """The highest and the lowest kommun of the newest year."""
    catalogue = store.catalogue()
    indicator = catalogue.indicators[dict(view.parameters)["ind"]]
    found = rows(store, view, regions=list(catalogue.kommuner()), sexes=["total"])
    newest = found[found["period"] == found["period"].iloc[-1]].sort_values("value")
    low, high = newest.iloc[0], newest.iloc[-1]
    apart = number(high["value"] - low["value"], indicator.decimals)
    return f"{catalogue.name(high['region'])} ligger {apart} procentenheter över {catalogue.name(low['region'])}"


def change(store: Store, view: SlideView) -> str:
    """From the first to the newest year, as a share of an amount or from–to of a share."""
    indicator = store.catalogue().indicators[dict(view.parameters)["ind"]]
    found = rows(store, view, regions=[store.catalogue().here.region], sexes=["total"])
    first, last = found["value"].iloc[0], found["value"].iloc[-1]
    if indicator.unit == "procent":
        return f"från {number(first, indicator.decimals)} till {number(last, indicator.decimals)} procent"
    return f"{'ökade' if last > first else 'minskade'} med {number(abs(last / first - 1) * 100)} procent"


def halves(store: Store, view: SlideView) -> str:
    """How many of the place's kommuner lie above the middle of all."""
    catalogue = store.catalogue()
    year = re.findall(r"\d{4}", view.subtitle)[-1]
    every = [code for code, region in catalogue.regions.items() if region.level == "kommun"]
    found = rows(store, view, regions=every, sexes=["total"])
    found = found[found["period"] == year]
    middle = median(found["value"])
    ours = found[found["region"].isin(catalogue.kommuner())]
    return f"{(ours['value'] > middle).sum()} av länets {len(ours)} kommuner"


def goals(store: Store, view: SlideView) -> str:
    """How many goals there are, and how many go well, for both sexes together."""
    catalogue = store.catalogue()
    asked = Asked((catalogue.here.region,), history=False)
    every = [r for r in goal_rows(store, catalogue, asked) if r.sex == "total"]
    whole = {r.indicator.id for r in every if r.group == "total"}
    main = [r for r in every if r.group == "total" or r.indicator.id not in whole]
    good, bad = (sum(r.status.css == css for r in main) for css in ("good", "bad"))
    assert main
    assert good == sum(each.count for each in view.goals if each.status.css == "good")
    return f"{good} av {len(main)} mål nås eller går åt rätt håll, {bad} går åt fel håll"


KINDS = (
    (r"kvinnor .* (under|över) män", gap),
    (r"kvinnor ligger .* än män", gap),
    (r" ligger .* över ", extremes),
    (r"(ökade|minskade) ", change),
    (r"av länets \d+ kommuner", halves),
    (r"\d+ av \d+ mål", goals),
)


@pytest.mark.parametrize(("key", "n"), [(key, n) for key, n in SLIDES if slide(key, n).view])
def test_every_number_in_a_headline_is_what_the_figures_say(store, key, n):
    view = seen(store, slide(key, n))
    title = view.title.replace("\u00a0", " ")
    assert re.search(r"\d", title)
    compute = next(compute for pattern, compute in KINDS if re.search(pattern, title))
    if "ind" not in dict(view.parameters) and compute is not goals:
        view = slide_view(store, store.catalogue(), f"/utforska?ind={view.shown.indicator.id}")
    said = compute(store, view)
    for number_said in re.findall(r"[\d ,]*\d", said):
        assert number_said.strip() in title, (said, title)
    if compute in {extremes, goals}:
        assert said in title


def test_the_slides_name_measures_that_are_in_the_catalogue():
    known = read_catalogue().indicators
    views = [one.view for story in read_stories().values() for one in story.slides if one.view and "ind=" in one.view]
    assert len(views) >= 8
    assert all(view.split("ind=")[1].split("&")[0] in known for view in views)
