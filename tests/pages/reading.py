"""What a reader sees on a page, as words."""

import re

from streamlit.testing.v1 import AppTest

from rus.ui.folds import OPENED


def words(app: AppTest) -> str:
    """Every word the run sent as markup or text, without markup and without what an attribute holds."""
    found: list[str] = []

    def gather(block: object) -> None:
        for child in getattr(block, "children", {}).values():
            gather(child)
        proto = getattr(block, "proto", None)
        body = getattr(proto, "body", None)
        if isinstance(body, str):
            found.append(re.sub(r"<(style|script)[^>]*>.*?</\1>|<[^>]+>", " ", body, flags=re.DOTALL))

    gather(app._tree)
    return "\n".join(found)


def open_all(app: AppTest) -> AppTest:
    """Open every fold that is filled only then."""
    app.session_state[OPENED] = {str(fold.proto.id).split("-", 2)[2] for fold in app.expander if fold.proto.id}
    return app.run()
