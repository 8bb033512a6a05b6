"""Which of the source's figures become an indicator's: by level of region, and as soon as a wanted one has any."""

from rus.store.store import Store
from tests.store.content import HEAD, Content
from tests.store.telling import WHEN, tell


def test_a_series_for_some_levels_leaves_the_others_to_another(content: Content) -> None:
    text = HEAD.format(title="Delad", unit="tal", share="ingen")
    series = '[[series]]\nloader = "kolada"\nid = "{}"\nlevels = {}\n'
    content.write(
        "indicators/arbete/delad.toml",
        "\n".join([text, series.format("N00001", '["kommun"]'), series.format("N00002", '["riket", "lan"]')]),
    )
    rows = content.open().observations(indicators=["delad"])
    taken = {(len(str(r)) == 4, str(s)) for r, s in zip(rows["region"], rows["series"], strict=True)}
    assert taken == {(True, "kolada:N00001"), (False, "kolada:N00002")}


def test_a_wanted_indicator_is_shown_when_its_source_has_figures(content: Content) -> None:
    series = '\n[[series]]\nloader = "kolada"\nid = "N00004"\nconfirmed = false\n'
    text = (content.root / "indicators/arbete/onskad.toml").read_text(encoding="utf-8")
    assert not len(content.open().observations(indicators=["onskad"]))
    content.write("indicators/arbete/onskad.toml", text + series)
    store = content.open()
    assert len(store.observations(indicators=["onskad"])) == len(store.observations(indicators=["invanare"])) > 0


def test_bounds_and_answers_stay_with_their_own_level(content: Content) -> None:
    name = "indicators/befolkning/valdeltagande.toml"
    text = (content.root / name).read_text(encoding="utf-8")
    content.write(name, text.replace('role = "margin"', 'role = "margin"\nlevels = ["lan"]'))
    rows = content.open().observations(indicators=["valdeltagande"])
    assert {str(r) for r in rows.loc[rows["lower"].notna(), "region"]} == {"91", "92"}


def test_levels_hold_also_beside_a_computed_indicator_and_in_what_changed(content: Content) -> None:
    text = HEAD.format(title="Delad", unit="tal", share="ingen")
    series = '[[series]]\nloader = "kolada"\nid = "{}"\nlevels = {}\n'
    parts = [series.format("N00001", '["kommun"]'), series.format("N00004", '["riket", "lan"]')]
    content.write("indicators/arbete/delad.toml", "\n".join([text, *parts]))
    rule = '[derive]\nkind = "index"\nof = [{ indicator = "invanare" }]\nbase_year = 2019\nrule = "Så här."\n'
    content.write("indicators/arbete/raknad.toml", f"{HEAD.format(title='Räknad', unit='tal', share='ingen')}\n{rule}")
    tell(("00", "2022", "total", 1.0), ("9101", "2022", "total", 2.0))
    store = content.open()
    rows = store.observations(indicators=["delad"])
    taken = {(len(str(r)) == 4, str(s)) for r, s in zip(rows["region"], rows["series"], strict=True)}
    assert taken == {(True, "kolada:N00001"), (False, "kolada:N00004")}
    changed = store.changes(WHEN.date())
    assert changed.loc[changed["indicator"] == "delad", "region"].tolist() == ["00"]
    assert set(changed.loc[changed["indicator"] == "invanare", "region"]) == {"00", "9101"}


def test_each_group_stands_under_its_own_grounds(small: Store) -> None:
    groups = small._connection.cursor().execute("select id, background from grp order by position").fetchall()
    assert dict(groups)["background.born_abroad"] == "born_abroad"
    assert dict(groups)["total"] is None
