"""The way back to a slide from the page that it opened, and the words in the address that it goes by.

Every run of the app asks for it, so it brings nothing of what shows a presentation.
"""

import streamlit as st

from rus.ui import frame

PAGE = "presentera"
STORY, SLIDE, FROM = "pres_id", "bild", "pres_fran"


def back() -> None:
    """The link back to the slide that the page was opened from; nothing where it was opened otherwise."""
    key, _, number = st.query_params.get(FROM, "").rpartition(".")
    if key and number.isdecimal() and PAGE in frame.here().pages:
        href = frame.href(PAGE, **{STORY: key, SLIDE: number})
        frame.html(f'<p class="backto"><a href="{href}" data-full>← Tillbaka till bild {frame.text(number)}</a></p>')
