"""The parts of Gemensam uppföljning: the steps, the proposals with their measures, the gaps, and who decided what."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing
from rus.ui import address, cached, cards, frame, handles, site
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_popover
from rus.ui.folds import fold
from rus.ui.followup_picture import followup_picture
from rus.ui.handles import Handles
from rus.ui.markup import bullets
from rus.ui.quality import rows_table
from rus.views.followup import BranchView, FollowupView, Line, ProposalView, followup_views
from rus.views.followup_goals import BASES
from rus.views.followup_sheet import followup_sheet
from rus.views.followup_words import METHOD, PEOPLE_DECIDE, decisions
from rus.views.sheet import Sheet, file_stem
from rus.views.slide_parts import MEASURED, most_gaps

KEY = "gu_underlag"
GAPS = ("Mått och mål", "Nu", "Önskat läge", "Gap", "Utveckling", "Bedömning", "Utmaningsområden")
EVIDENCE = ("Mått", "Nu", "Önskat läge", "Gap", "Utveckling", "Bedömning", "Skäl")
UNKNOWN = ("Varför det inte kan bedömas", "Mått")
ON_PICTURE = "Underlag räknat ur siffrorna. Vilka områden som ska gälla beslutar människor."
DECIDED = ("Vad", "När och av vem", "Var det står", "Inte bekräftat")


def load(catalogue: Catalogue) -> FollowupView:
    """The view of the place and the measures in the address."""
    wish = address.current_choice(catalogue)
    region = wish.regions[0] if wish.regions else catalogue.here.region
    views: dict[str, FollowupView] = cached.shared(followup_views, frame.here().build, region)
    return views.get(address.private(KEY), views["alla"])


def take_away(catalogue: Catalogue, view: FollowupView) -> None:
    """Files of all gaps, and the address of exactly this view."""
    build = frame.here().build
    wish = address.current_choice(catalogue).with_(regions=(view.region,))
    link = address.link(wish, build, None, **{KEY: view.basis})

    def make() -> Sheet:
        return followup_sheet(view, catalogue, build=build, link=link if link.startswith("http") else "")

    with st.popover("Ladda ner", icon=":material/download:"):
        downloads_of(make, file_stem("gemensam uppföljning", view.region_name), "followup")
    copy_popover(link)


def pick(catalogue: Catalogue, view: FollowupView) -> None:
    """The place, and which measures are looked at."""
    places = [catalogue.here.region, *catalogue.kommuner()]
    places += [view.region] if view.region not in places else []
    wish = address.current_choice(catalogue)
    st.session_state["gu_plats"], st.session_state["gu_matt"] = view.region, view.basis

    def changed() -> None:
        basis = st.session_state["gu_matt"]
        chosen = {KEY: "" if basis == "alla" else basis}
        address.remember(wish.with_(regions=(st.session_state["gu_plats"],)), **chosen)

    with st.container(key="filter_followup"):
        left, right = st.columns(2, gap="small")
        left.selectbox("Plats", places, format_func=catalogue.name, key="gu_plats", on_change=changed)
        right.selectbox("Underlag", list(BASES), format_func=BASES.__getitem__, key="gu_matt", on_change=changed)


def steps(view: FollowupView) -> None:
    """How the numbers lead from the goals to the proposals."""
    lines = view.lines
    states = Counter(line.state for line in lines)
    certain = sum(line.distance.certain for line in lines)
    proposed = sum(p.rank is not None for p in view.proposals)
    levels = sum(line.distance.missing is not None for line in lines)
    groups = "grupp har" if proposed == 1 else "grupper har"
    who = groups if view.whose else "förslag vilar på"
    said = (
        ("Mål", f"{len(lines)} mål och önskade riktningar under {len(view.branches)} effektmål"),
        ("Nuläge", f"{sum(bool(line.now) for line in lines)} har en siffra"),
        ("Önskat läge", f"{levels} av dem som kan bedömas har en nivå att nå, resten bara en riktning"),
        ("Gap", f"{states['open']} öppna, varav {certain} säkra. {states['unknown']} kan inte bedömas"),
        ("Förslag", f"{proposed} {who} säkra gap"),
    )
    items = "".join(f"<li><b>{frame.text(name)}</b><span>{frame.text(words)}</span></li>" for name, words in said)
    frame.html(f'<ol class="steps">{items}</ol>')


def proposals(view: FollowupView) -> None:
    """What the figures say of each challenge area and of what none of them serves, measure by measure."""
    with frame.frame("followup_proposals", stretch=False):
        frame.finding("Säkra gap efter utmaningsområde" if view.whose else "Förslag från siffrorna", PEOPLE_DECIDE)
        for made in view.proposals:
            _proposal(made)
        if view.unserved:
            frame.html('<h2 class="sec">Effektmål som inget utmaningsområde har mått för</h2>')
            known = {b.name: b.counts for b in view.branches}
            frame.html(bullets(f"{name}: {known[name]}" for name in view.unserved))
        if view.empty:
            frame.html('<h2 class="sec">Effektmål utan mått i underlaget</h2>')
            frame.html(bullets(view.empty))
        frame.html(f'<p class="note">{frame.text(METHOD)} Antal prövade trender: {view.tests}.</p>')
        _handles(view)
        owners = sorted({line.source for made in view.proposals for line in (*made.evidence, *made.uncounted)})
        if owners:
            frame.source(cards.sources(owners))


def _handles(view: FollowupView) -> None:
    if not any(made.rank is not None for made in view.proposals):
        return
    build = frame.here().build
    made = Handles(
        page="gemensam-uppfoljning",
        choices={"geo": view.region, KEY: view.basis},
        sheet=lambda: followup_sheet(view, cached.catalogue(build), build=build),
        filename=file_stem("gemensam uppföljning", view.region_name),
        title=most_gaps(view),
        subtitle=f"{MEASURED}, {view.region_name}. {ON_PICTURE}",
        source=cards.sources(line.source for one in view.proposals for line in one.evidence),
        about={line.distance.indicator: line.name for one in view.proposals for line in one.evidence},
        drawing=lambda: followup_picture(view, site.theme()),
    )
    handles.row("followup_areas", made)


def _proposal(made: ProposalView) -> None:
    place = f"{made.rank}. " if made.rank else ""
    link = f'<a href="{frame.href(made.challenge)}">{frame.text(made.title)}</a>' if made.challenge else ""
    frame.html(f'<h2 class="sec">{place}{link or frame.text(made.title)}</h2><p>{frame.text(made.advice)}</p>')
    if made.evidence:
        rows_table(EVIDENCE, [_evidence(line) for line in made.evidence], caption=_behind(made), numbers=(1,))
    said = [f"Berör effektmål: {listing(made.effektmal)}." if made.effektmal else ""]
    said += [f"Öppet men inte säkert: {line.name}. {_sentence(line.reason)}" for line in made.uncounted]
    said += [f"Övriga mått i området: {made.others}." if made.others else ""]
    said += [f"Var området står: {made.source}." if made.source else ""]
    frame.html(bullets(filter(None, said)))


def _behind(made: ProposalView) -> str:
    return f"Bakom förslaget {made.title}"


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _evidence(line: Line) -> tuple[str, ...]:
    cells = (frame.text(line.desired), _gap(line), _way(line))
    return (_measure(line), _now(line), *cells, _status(line), frame.text(line.reason))


def _now(line: Line) -> str:
    return f"{frame.text(line.now)}<small>{frame.text(line.unit)} {line.year}</small>" if line.now else "–"


def _gap(line: Line) -> str:
    return f"{frame.text(line.gap)}<small>{frame.text(line.share)}</small>"


def _way(line: Line) -> str:
    return f"{frame.text(line.direction or '–')}<small>{frame.text(line.pace)}</small>"


def gaps(view: FollowupView) -> None:
    """Every effektmål with its gaps; what can't be judged stands apart, with its reason."""
    frame.html('<h2 class="find">Från mål till gap, effektmål för effektmål</h2>')
    for over, branches in groupby(view.branches, key=lambda b: b.overarching):
        frame.html(f'<h2 class="sec">{frame.text(over)}</h2>')
        with st.container(key=f"followup_{file_stem(over)[:-11]}", gap="xsmall"):
            for branch in branches:
                key = f"gu_gren_{file_stem(branch.name)[:-11]}"
                with fold(f"**{branch.name}**: {branch.counts}", key) as place:
                    if place.open:  # all of them at once would be most of what the page sends
                        _branch(branch)


def _branch(branch: BranchView) -> None:
    if branch.lines:
        rows_table(GAPS, [_cells(line) for line in branch.lines], caption=f"Gap under {branch.name}", numbers=(1,))
    if branch.unknown:
        reasons = dict.fromkeys(line.reason for line in branch.unknown)
        rows = [(frame.text(why), _names(line for line in branch.unknown if line.reason == why)) for why in reasons]
        rows_table(UNKNOWN, rows, caption=f"Kan inte bedömas under {branch.name}")


def _cells(line: Line) -> tuple[str, ...]:
    return (
        _measure(line),
        _now(line),
        frame.text(line.desired),
        _gap(line),
        _way(line),
        _status(line),
        frame.text(line.areas or "inget"),
    )


def _names(lines: Iterable[Line]) -> str:
    return " · ".join(f'<a href="{_link(line)}">{frame.text(line.name)}</a>' for line in lines)


def _link(line: Line) -> str:
    return frame.href("utforska", ind=line.distance.indicator, grp=line.group)


def _measure(line: Line) -> str:
    wish = " · ".join(filter(None, (line.wish, line.standing)))
    return f'<a href="{_link(line)}">{frame.text(line.name)}</a><small>{frame.text(wish)}</small>'


def _status(line: Line) -> str:
    return f"{frame.chip(line.status)}<small>{frame.text(line.certainty)}</small>"


def decided(catalogue: Catalogue) -> None:
    """Who decided what, as far as the strategy's files say."""
    with frame.frame("followup_decided", stretch=False):
        frame.finding("Vem som beslutade vad", "Det som strategins filer säger. Inget är tillagt")
        found = decisions(catalogue)
        rows = [tuple(map(frame.text, (d.what, d.when, d.source, d.unconfirmed))) for d in found]
        rows_table(DECIDED, rows, caption="Vem som beslutade vad")
