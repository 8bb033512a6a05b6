"""Presentera: what do I say in ten minutes, and can I answer what comes after?"""

from rus.ui import cached, frame, present, present_edit, present_list, present_told


def main() -> None:
    """The page: the list, one presentation to edit, its slides on the whole screen, or the notes to them."""
    every = present_told.every()
    told = present.asked(every)
    if told is None:
        present_list.show(every)
        return
    build = cached.frozen(told.story.data_version)
    number = present.number_asked(len(told.story.slides))
    if not number or not told.story.slides:
        present_edit.show(told, build)
        return
    if build is None:
        frame.page_head("Presentera", told.story.title)
        present.refused(told)
        return
    at = present.At(told, number, build)
    if present.is_notes():
        present.notes(at)
    else:
        present.stage(at)


main()
