"""Rapport: the state of the county as one text to read, print and send, with the same figures as everywhere else."""

from rus.ui import frame, report, report_chapters, report_later, report_lock, report_ready, report_since


def main() -> None:
    """The page."""
    report_ready.arrive()
    opened = report.load()
    if opened is None:
        report.refused()
        return
    if opened.report.empty:
        frame.page_head("Rapport", report.TITLE)
        frame.empty(
            "Det finns inga siffror att rapportera ännu",
            "Inget mått i katalogen har ett värde för länet i den här dataversionen.",
            "Lägg siffror i data/seed eller hämta dem med rus update, och bygg sedan om med rus build.",
        )
        return
    with report.head(opened):
        report_lock.offer(opened)
    contents, text = report.columns()
    with contents:
        report.contents(opened)
    with text:
        report_ready.show(opened)
        for chapter in opened.report.chapters:
            report_chapters.show(opened, chapter)
        report_since.show(opened)
        report_lock.listed(opened)
        report_later.soon()


main()
