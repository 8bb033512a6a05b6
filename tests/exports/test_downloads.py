"""The three buttons."""

from streamlit.testing.v1 import AppTest

from rus.ui import downloads as room


def page():
    from rus.ui.downloads import downloads
    from tests.exports.sheets import long_rows

    downloads(long_rows(), "prov")


def test_there_is_a_button_a_format_named_in_swedish():
    at = AppTest.from_function(page).run()
    assert not at.exception
    assert [button.proto.label for button in at.get("download_button")] == ["Excel", "CSV för Excel", "CSV för program"]


def test_excel_is_shut_where_it_would_not_hold_the_rows(monkeypatch):
    monkeypatch.setattr(room, "ROWS_AT_MOST", 1)
    at = AppTest.from_function(page).run()
    assert [button.proto.disabled for button in at.get("download_button")] == [True, False, False]


def test_a_file_is_made_first_when_it_is_asked_for():
    def pressed():
        from rus.ui.downloads import downloads_of

        downloads_of(lambda: 1 / 0, "fil", "dyr")

    assert not AppTest.from_function(pressed).run().exception
