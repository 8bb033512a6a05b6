"""Projekt: what a project shall reach, what is done for it, and what it costs."""

from rus.ui import frame, page_choice
from rus.ui import project as parts

chosen = parts.chosen()
if chosen is None:
    frame.page_head("Projekt", "Projekt")
    frame.empty(
        "Inget projekt är inlagt",
        "Mappen data/projects har inga filer.",
        "Lägg en fil per projekt där, och ladda om sidan.",
    )
else:
    head = frame.page_head(f"Projekt · {chosen.owner}", chosen.name, lead=chosen.purpose)
    tabs = page_choice.tabs(list(parts.TABS), "projekt_flik")
    with head:
        parts.copy_link()
    for tab, draw in zip(tabs, parts.TABS.values(), strict=True):
        if tab.open:
            with tab:
                draw(chosen)
