"""Back, forward, links and addresses that come late: what each does to the choices of a session."""

import pytest
from streamlit.testing.v1 import AppTest

from rus.ui import address
from tests.pages.test_explore import WHOLE, content, visit

__all__ = ["content"]


def sent(app: AppTest, choices: dict[str, str]) -> AppTest:
    """The next run, with what the browser says that its address is."""
    app.query_params.clear()
    app.query_params.update(choices)
    return app.run()


def moved(app: AppTest, choices: dict[str, str], *, linked: bool = False) -> AppTest:
    """The same when the browser went back or forward, or followed a link in our own markup."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "moved", lambda: True)
        return sent(app, {**choices, address.LINKED: "lank"} if linked else choices)


def kept(app: AppTest) -> dict[str, str]:
    """The address as it is."""
    return dict(app.query_params)


def test_a_late_browser_does_not_undo_a_choice(content):
    app = visit(**WHOLE, diagram="linje")
    before = kept(app)
    app.selectbox(key="pick_kon").select("T").run()
    sent(app, before)
    assert app.selectbox(key="pick_kon").value == "T"
    assert app.query_params["kon"] == "T"


def test_a_browser_that_is_two_changes_late_undoes_neither(content):
    app = visit(**WHOLE, diagram="linje")
    first = kept(app)
    app.selectbox(key="pick_kon").select("T").run()
    second = kept(app)
    app.query_params.clear()
    app.query_params.update(first)
    app.selectbox(key="pick_jmf").select("riket").run()
    for late in (first, second):
        sent(app, late)
        assert (app.selectbox(key="pick_kon").value, app.selectbox(key="pick_jmf").value) == ("T", "riket")


def test_an_address_that_the_browser_has_left_behind_is_a_link_when_it_comes_again(content):
    app = visit(**WHOLE, diagram="linje")
    before = kept(app)
    app.selectbox(key="pick_kon").select("T").run()
    app.run()  # the browser has heard of the change
    sent(app, before)
    assert app.selectbox(key="pick_kon").value == "KM"


def test_going_back_at_once_undoes_a_choice_and_forward_makes_it_again(content):
    app = visit(**WHOLE, diagram="linje")
    before = kept(app)
    app.selectbox(key="pick_kon").select("T").run()
    after = kept(app)
    moved(app, before)
    assert app.selectbox(key="pick_kon").value == "KM"
    assert kept(app) == before
    moved(app, after)
    assert app.selectbox(key="pick_kon").value == "T"
    assert kept(app) == after


def test_after_back_the_lists_are_told_their_values_though_the_server_has_told_them_before(content):
    app = visit(**WHOLE, diagram="linje")
    at_rest = app.run()
    assert not at_rest.selectbox(key="pick_kon").proto.set_value
    moved(app, kept(app))
    assert all(app.selectbox(key=key).proto.set_value for key in ("pick_kon", "pick_jmf", "utf_inom"))


@pytest.mark.parametrize("first", [{}, {"ind": "valdeltagande"}])
def test_going_back_to_where_nothing_was_chosen_undoes_the_first_choice(content, first):
    app = visit(**first)
    shown = app.selectbox(key="pick_jmf").value
    app.selectbox(key="pick_jmf").select("ingen").run()
    moved(app, first)
    assert app.selectbox(key="pick_jmf").value == shown
    assert kept(app) == first


def test_a_link_of_ours_takes_the_rest_along_and_its_mark_is_not_left(content):
    app = visit(**WHOLE, diagram="linje")
    app.selectbox(key="pick_kon").select("T").run()
    moved(app, {"ind": "valdeltagande"}, linked=True)
    assert app.multiselect(key="pick_geo").value == ["9101", "9102"]
    assert app.query_params["ind"] == "valdeltagande"
    assert app.query_params["kon"] == "T"
    assert address.LINKED not in app.query_params
