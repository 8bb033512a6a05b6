"""Buttons whose content is made when they are opened: the test opens them as a reader does."""

from streamlit.testing.v1 import AppTest


def opened(app: AppTest, key: str) -> AppTest:
    """The page with this button's content."""
    app.session_state[key] = True
    return app.run()
