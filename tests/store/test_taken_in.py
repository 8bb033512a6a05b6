"""Which of the source's figures become an indicator's: by level of region, and as soon as a wanted one has any."""

from tests.store.content import HEAD, Content


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
