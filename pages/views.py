"""Sparade vyer: the pinned ones side by side, and named sets of views."""

from rus.ui import cached, frame, pins, sets

LEAD = "Fäst upp till fyra vyer från Utforska och se dem bredvid varandra. Spara dem sedan som en samling."

with frame.page_head("Jämför och spara", "Sparade vyer", lead=LEAD):
    pins.copy_link()
if pins.pins() or not sets.asked():
    pins.board()
sets.show(cached.catalogue(frame.here().build))
