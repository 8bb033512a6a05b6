"""Om: what the site is, the strategy in plain words, how figures are judged and where each comes from."""

from rus.ui import about, frame, page_choice

frame.page_head("Om", "Om siffrorna och sidan")
tabs = page_choice.tabs(list(about.TABS), "om_flik", about.first_tab())
for tab, draw in zip(tabs, about.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()
