"""Data & kvalitet: what is new, how fresh and how complete the figures are, and what to heed."""

from rus.ui import as_of, copy_here, frame, page_choice, quality_tabs

head = frame.page_head(
    "Om siffrorna",
    "Data & kvalitet",
    lead="Vad är nytt, vad saknas och vad behöver du tänka på innan du använder en siffra?",
)
with head:
    as_of.pick_day()
tabs = page_choice.tabs(list(quality_tabs.TABS), quality_tabs.TAB, quality_tabs.first_tab())
with head:
    copy_here.copy_here(quality_tabs.TAB, *quality_tabs.KEYS)
for tab, draw in zip(tabs, quality_tabs.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()
