"""Sparade vyer: the pinned ones side by side, and named sets of views."""

from rus.ui import cached, frame, pinning, pins, sets

LEAD = "Fäst upp till fyra diagram från olika sidor och se dem bredvid varandra. Spara dem sedan som en samling."

with frame.page_head("Jämför och spara", "Sparade vyer", lead=LEAD):
    pins.copy_link()
if pinning.pins() or not sets.asked():
    pins.board()
sets.show(cached.catalogue(frame.here().build))
