"""What can be taken away from Målstatus: the table of statuses, the figures behind it, and a link to the same page."""

import streamlit as st

from rus.ui import address, cached, frame, page_choice
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_popover
from rus.ui.goals import Asked
from rus.ui.goals_matrix import FURTHER
from rus.views.goal_sheet import goal_sheet
from rus.views.sheet import file_stem
from rus.views.taken import shown_sheet


def take_away(asked: Asked) -> None:
    """Files of exactly the goals that the filters leave, and of all figures behind the page."""
    board, build = asked.board, frame.here().build
    region, wanted = board.region, asked.wanted
    with st.popover("Ladda ner", icon=":material/download:"):
        frame.html('<p class="sec">Målen som visas, med bedömning</p>')
        downloads_of(
            lambda: cached.view(goal_sheet, build, region, wanted, build), file_stem("malstatus", region), "goals"
        )
        frame.html('<p class="sec">Siffrorna bakom</p>')
        downloads_of(
            lambda: cached.view(shown_sheet, build, board.shown, "Målstatus", build),
            file_stem("malstatus", "siffror"),
            "goals_figures",
        )


def copy_link(asked: Asked) -> None:
    """The address of exactly this page: every choice, the opened row and the data version."""
    copy_popover(address.link(asked.wish, frame.here().build, None, **page_choice.further(FURTHER)))
