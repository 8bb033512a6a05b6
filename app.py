"""The frame around every page: navigation, stylesheet, and the one place where errors are shown."""

import streamlit as st

from rus.core.errors import RusError
from rus.ui import address, cached, frame, language, pinning, present_back, site, strange


def main() -> None:
    """One run of the app."""
    address.restore()
    try:
        chosen = cached.chosen()
        catalogue = cached.catalogue(chosen.build)
    except RusError as error:
        page = st.navigation(site.menu(site.pages(None)), position="top")
        site.dress(page.title, None)
        site.show_trouble(error)
        return
    pages = site.pages(catalogue)
    page = st.navigation(site.menu(pages), position="top")
    site.dress(page.title, catalogue)
    frame.enter(frame.Here(address=page.url_path, build=chosen.build, pages=pages))
    with site.errors_shown():
        language.top()
        frame.notices(chosen.notices)
        strange.say(catalogue)
        present_back.back()
        pinning.passing()
        page.run()
        frame.footer(language.switch())
        address.drawn()


main()
