"""Indikatorkatalog: what each measure is, whether it is to be kept, and which ones say nearly the same."""

from rus.ui import catalogue_tabs, frame, page_choice

with frame.page_head(
    "Om måtten",
    "Indikatorkatalog",
    lead="Vad betyder måttet, var används det, och ska det behållas, justeras, bytas ut eller avslutas?",
):
    catalogue_tabs.copy_link()
catalogue_tabs.say_dropped()
tabs = page_choice.tabs(list(catalogue_tabs.TABS), "kat_flik")
for tab, draw in zip(tabs, catalogue_tabs.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()
