"""Om: what the site is, the strategy in plain words, how figures are judged and where each comes from."""

from rus.ui import about, copy_here, frame, page_choice

head = frame.page_head("Om", "Om siffrorna och sidan")
tabs = page_choice.tabs(list(about.TABS), "om_flik", about.first_tab())
with head:
    copy_here.copy_here("om_flik", "om_metod", "fetch")
for tab, draw in zip(tabs, about.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()
