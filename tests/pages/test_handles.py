"""Every chart on every page has its table, words, source, files, link, way to a presentation, definition and doubt."""

import json
import re
from dataclasses import dataclass, field
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from rus.views.gallery_words import GUIDES
from tests.region.making import open_at

PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("inkludering", {}),
    ("inkludering", {"utm_flik": "För vem?"}),
    ("barn-och-unga", {"utm_flik": "Var?"}),
    ("kommuner", {"geo": "1880"}),
    ("kommuner", {"geo": "1880", "kom_plats": "1880", "kom_jmf": "1883"}),
    ("jamlikhet", {"ind": "sysselsattningsgrad"}),
    ("jamlikhet", {"ind": "valdeltagande-kommunval"}),
    ("malstatus", {"mal_rad": "utslapp-av-vaxthusgaser"}),
    ("gemensam-uppfoljning", {}),
    ("projekt", {"projekt_flik": "Budget och finansiering"}),
    ("rapport", {}),
    *(("diagramguide", {"dia_val": guide.id}) for guide in GUIDES),
)
MARKUP = {'class="tiles"': "rutkarta", 'class="tw pf': "kommunprofil", 'class="tw heat': "översikt"}
"""Charts that are markup, by what they are known by in it."""
WHOLE_PAGE = {"explore": "Utforska is one chart: its handles are the page's head, files, table and panel of quality"}
"""Not counted as charts: the small lines and gaps in rows and cards, whose row says the figures and leads to Utforska,
and the bar of ages on Kommuner, a fact of the head whose parts say their numbers. Both have their picture (`DRAWN`)."""
NO_MEASURE = {
    "costs": "kronor as decided, no measure of the catalogue and nothing uncertain",
    "funding": "the same",
    "gallery_budget": "the same",
}
SAYS_ITSELF = {
    "översikt": "the heat table is a table, with a class in words in each cell",
    "kommunprofil": "the profile is a table, with each picture's words",
}
DOUBT = re.compile(r"osäker|säker|slump|intervall|bedöm", re.IGNORECASE)


@dataclass
class Surface:
    """What stands in one frame: charts with their words, markup, the buttons below charts, tables."""

    charts: dict[str, str] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)
    words: str = ""
    has_table: bool = False


def surfaces(app: AppTest) -> list[Surface]:
    """The frames of a page; what stands in none is one of its own."""
    found = [Surface()]

    def gather(block: object, inside: Surface) -> None:
        proto = getattr(block, "proto", None)
        identity = str(getattr(proto, "id", "") or "")
        if re.search(r"frame_\w+$", identity) or "-frame_" in identity:
            inside = Surface()
            found.append(inside)
        kind = getattr(block, "type", "")
        if kind == "plotly_chart":
            inside.charts[identity.split("-", 2)[-1]] = _alt(proto)
        if "dela_" in identity:
            inside.handles.add(identity.rpartition("dela_")[2])
        body = str(getattr(proto, "body", "") or "")
        inside.words += body
        folded = getattr(block, "label", "") == "Visa som tabell"  # a long one is sent when it is opened
        inside.has_table |= kind == "table" or "<table" in body or folded
        for child in getattr(block, "children", {}).values():
            gather(child, inside)

    gather(app._tree, found[0])
    return found


def _alt(proto: object) -> str:
    return str(getattr(proto, "alt", "") or "")


def whole(page: str, choices: dict[str, str]) -> AppTest:
    """A page with its charts, which come after the text on Rapport."""
    app = open_at(page, **choices)
    return app.run() if page == "rapport" else app


@pytest.mark.parametrize(("page", "choices"), PAGES)
def test_every_chart_has_its_handles(shipped, page, choices):
    app = whole(page, choices)
    assert not app.exception
    lacking = [line for surface in surfaces(app) for line in wanting(surface)]
    assert lacking == []


def wanting(surface: Surface) -> list[str]:
    """What the charts of a frame lack, in words."""
    drawn = {**surface.charts, **{name: "markup" for mark, name in MARKUP.items() if mark in surface.words}}
    found = []
    for key, alt in drawn.items():
        if key in WHOLE_PAGE:
            continue
        checks = {
            "words for those who can't see it": bool(alt),
            "table": surface.has_table or key in SAYS_ITSELF,
            "source": 'class="src"' in surface.words,
            "handles": bool(surface.handles) and (alt == "markup" or key in surface.handles),
            "doubt": bool(DOUBT.search(surface.words)) or key in NO_MEASURE,
        }
        found += [f"{key}: {what}" for what, there in checks.items() if not there]
    return found


@pytest.mark.parametrize(("page", "choices"), [each for each in PAGES if each[0] != "diagramguide"])
def test_the_button_holds_files_link_presentation_and_definition(shipped, page, choices):
    app = whole(page, choices)
    keys = sorted(key for surface in surfaces(app) for key in surface.handles)
    assert keys
    for key in keys:
        app.session_state[f"dela_{key}"] = True
    app.run()
    assert not app.exception
    for key in keys:
        files = [one for one in app.get("download_button") if f"dela_{key}_" in one.proto.id]
        assert len(files) == 3, key
        assert any(b.key == f"add_{key}_nu" for b in app.button), key
    said = "".join(surface.words for surface in surfaces(app))
    assert [key for key in keys if f'id="save-{key}"' not in said] == []
    assert said.count('id="rus-link"') >= len(keys)
    unnamed = [key for key in keys if key not in NO_MEASURE]
    assert said.count("Definition och kvalitet</p>") >= len(unnamed)


def test_utforska_has_the_same_around_its_one_chart(shipped):
    app = open_at("utforska", ind="sysselsattningsgrad")
    whole = surfaces(app)
    said = "".join(surface.words for surface in whole)
    assert all(surface.charts.get("explore", "words") for surface in whole)
    assert "Siffrorna i diagrammet" in said
    assert 'class="src"' in said
    assert "Definition och kvalitet" in said
    assert "Osäkerhet" in said
    assert 'id="rus-link"' in said
    assert 'id="save-explore"' in said
    assert len([one for one in app.get("download_button") if "explore_" in one.proto.id]) == 3
    app.session_state["add_explore"] = True
    app.run()
    assert any(button.key == "add_explore_nu" for button in app.button)


DRAWN = (
    ("", {}, "tiles_start"),
    ("", {}, "rows_inkludering"),
    ("rapport", {}, "report_inkludering"),
    ("rapport", {}, "report_goals"),
    ("rapport", {}, "report_tiles_ekonomiskt-bistand"),
    ("inkludering", {}, "measures_inkludering"),
    ("kommuner", {"geo": "1880", "kom_jmf": "1883"}, "ages"),
    ("kommuner", {"geo": "1880"}, "profile_rows"),
    ("kommuner", {"geo": "1880", "kom_plats": "1880", "kom_jmf": "1883", "kom_urval": "inkludering"}, "profile_rows"),
    ("gemensam-uppfoljning", {}, "followup_areas"),
    ("malstatus", {"mal_vy": "matris"}, "matrix"),
    ("utforska", {"ind": "sysselsattningsgrad", "diagram": "oversikt"}, "explore"),
    ("utforska", {"ind": "sysselsattningsgrad", "diagram": "tabell"}, "explore"),
)
"""Charts that are markup on the page, and are drawn for a file when somebody asks."""


@pytest.mark.parametrize(("page", "choices", "key"), DRAWN)
def test_what_is_markup_is_drawn_for_a_file_when_it_is_asked_for(shipped, page, choices, key):
    app = open_at(page, **choices)
    markup = "".join(surface.words for surface in surfaces(app))
    assert f'id="save-{key}"' not in markup
    app.session_state[f"{key}_drawn" if key in BESIDE else f"dela_{key}"] = True
    app.run()
    assert not app.exception
    (body,) = [e.proto.body for e in app.get("html") if f'id="save-{key}"' in e.proto.body]
    said = json.loads(re.search(r"const said = (.*), button", body).group(1))
    assert all(said[what] for what in ("title", "source", "filename"))
    assert "Dataversion 2" in said["source"]
    words = [unescape(line) for line in re.findall(r"<text[^>]*>([^<]+)</text>", said["drawing"]["svg"])]
    assert len(words) > 10
    seen = re.sub(r"\s|-", "", unescape(re.sub("<[^>]*>", "", markup)).lower())
    strange = [line for line in words if re.sub(r"\s|-", "", line.lower().replace("…", "")) not in seen]
    assert [line for line in strange if not AS_ONE.match(line) and line not in HEADS] == []


BESIDE = {"explore", "matrix", "ages", "rows_inkludering", "measures_inkludering", "report_inkludering"}
"""Charts whose picture has a button of its own."""
AS_ONE = re.compile(r"De första|Kvinnor \d|\d{4}–\d{4}|[\w %]+( ·)? \d{4}$")
"""What the page says in two places, or not at all."""
HEADS = {"Skillnad", "Nu", "Önskat läge", "Gap", "Senaste värde", "Utveckling", "Bedömning"}
