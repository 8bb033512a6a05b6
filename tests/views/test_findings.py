"""What deserves attention: what is planted comes first, what is noise says nothing, and every line is its result's."""

import json
from pathlib import Path

import pytest

from rus.views.findings import SILENT, all_findings, findings, sentences
from tests.views import signal_county


def county(tmp_path_factory, *, signals):
    root: Path = tmp_path_factory.mktemp("signals") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return signal_county.opened(root, signals=signals)


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    return county(tmp_path_factory, signals=True)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    return county(tmp_path_factory, signals=False)


def test_noise_says_nothing(quiet):
    view = findings(quiet, quiet.catalogue())
    assert view.silent.startswith(SILENT)
    assert [h.text for h in view.heads[:2]] == [
        "Inget mått går säkert åt rätt håll.",
        "Inget mått går säkert åt fel håll.",
    ]
    assert view.heads[2].text == "8 har ingen säker trend."
    assert view.heads[2].count == "8 av 8 mått"


def test_what_is_planted_is_found_and_nothing_else(planted):
    view = findings(planted, planted.catalogue(), challenge="arbete")
    assert [(c.of.indicator.id, c.finding.valuation) for c in view.changes] == [
        ("stiger-fel", "wrong"),
        ("stiger", "right"),
        ("utan-riktning", "none"),
    ]
    assert [(g.of.indicator.id, g.of.sex, g.of.against) for g in view.gaps] == [("gap", "women", "men")]
    assert [(d.of.indicator.id, d.of.region, d.finding.valuation) for d in view.deviations] == [
        ("sprang", signal_county.LEAPING, "wrong")
    ]
    assert not view.silent


def test_the_counts_add_up_and_the_unknown_say_why(planted):
    view = findings(planted, planted.catalogue(), challenge="arbete")
    right, wrong, unknown = view.heads
    assert (right.count, wrong.count, unknown.count) == ("1 av 14 mått", "1 av 14 mått", "12 av 14 mått")
    assert unknown.text == "11 har ingen säker trend, 1 har för gamla siffror."
    assert {line.finding.why for line in view.unknown} == {"no_signal", "outdated"}
    assert all(line.finding.kind == "unknown" for line in view.unknown)


def test_an_old_series_and_a_gap_without_people_are_never_signals(planted):
    view = findings(planted, planted.catalogue())
    certain = {line.of.indicator.id for line in (*view.changes, *view.gaps, *view.deviations)}
    assert not certain & {"gammal", "gap-utan-n"}
    assert view.uncounted == 9  # the one without people, and the eight of noise


def test_a_line_says_its_figures_and_its_source(planted):
    view = findings(planted, planted.catalogue())
    change = next(c for c in view.changes if c.of.indicator.id == "stiger")
    for part in ("stiger ökar 2013–2022.", "Typisk förändring: 1,0\u00a0procentenheter per år.", "Det är rätt håll."):
        assert part in change.text
    assert change.text.endswith("Trenden är säker: 10 mätningar. Källa: Provbyrån.")
    assert (change.earlier_of, change.now_of, change.apart_unit) == ("2013", "2022", "procentenheter")
    assert change.address == {
        "ind": "stiger", "geo": "91", "kon": "T", "grp": "total", "jmf": "riket", "diagram": "linje",
    }  # fmt: skip
    (gap,) = view.gaps
    assert "kvinnor ligger" in gap.text
    assert gap.address["kon"] == "KM"
    (leap,) = view.deviations
    assert "i Åby 2022" in leap.text
    assert "Det är sämre än väntat." in leap.text
    neutral = next(c for c in view.changes if c.of.indicator.id == "utan-riktning")
    assert "håll" not in neutral.text
    assert neutral.status.words == "Ingen önskad riktning"


def test_a_kommun_is_held_against_itself_alone(planted):
    catalogue = planted.catalogue()
    leaping = findings(planted, catalogue, signal_county.LEAPING)
    assert [(d.of.indicator.id, d.of.region) for d in leaping.deviations] == [("sprang", signal_county.LEAPING)]
    assert findings(planted, catalogue, "9101").deviations == ()


def test_an_area_is_its_part_of_the_whole_with_the_same_answers(planted):
    catalogue = planted.catalogue()
    whole, area = findings(planted, catalogue), findings(planted, catalogue, challenge="annat")
    assert whole.tested == (15, 1, 45)
    assert area.tested == (1, 0, 3)
    (line,) = area.changes
    assert (line.of.indicator.id, line.finding.rank) == ("annat-omrade", 1)
    assert line.finding.q == next(c.finding.q for c in whole.changes if c.of.indicator.id == "annat-omrade")
    assert sentences(planted, catalogue, "annat") == area.heads
    assert findings(planted, catalogue, challenge="finns-inte").tested == (0, 0, 0)


def test_all_at_once_is_the_same_as_one_by_one(planted):
    catalogue = planted.catalogue()
    views = all_findings(planted, catalogue)
    assert [(v.region, v.challenge) for v in views] == [
        ("91", ""), ("91", "arbete"), ("91", "annat"), ("9101", ""), ("9102", ""), ("9103", ""),
    ]  # fmt: skip
    for view in views:
        assert view.records == findings(planted, catalogue, view.region, view.challenge or None).records


def test_records_are_json_without_nan(planted):
    view = findings(planted, planted.catalogue())
    found = json.loads(json.dumps(view.records, allow_nan=False))
    assert len(found) == len(view.changes) + len(view.gaps) + len(view.deviations) + len(view.unknown)
    ranks = [(r["kind"], r["rank"]) for r in found if r["rank"]]
    assert ranks == sorted(ranks, key=lambda r: (["change", "gap", "deviation"].index(r[0]), r[1]))
