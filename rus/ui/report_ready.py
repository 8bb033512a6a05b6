"""The fold "Innan ni skickar rapporten": what is not as it should be, where, and the way to where it is mended."""

from itertools import groupby

import streamlit as st

from rus.ui import address, cached, editing, frame, report_lock
from rus.ui.report import READY, Opened, anchor
from rus.views.about_words import TERMS
from rus.views.report_check import KINDS, REVIEW, Issue, Written, issues, stale_series

READY_WORDS = "Inget att åtgärda: texterna är bundna till data, slutsatserna är skrivna och meningarna är granskade."


def show(opened: Opened) -> None:
    """The list, for a report that is still open; a locked one is as it was sent."""
    report_lock.told(opened)
    for problem in opened.problems:
        st.warning(problem, icon=":material/edit_off:")
    if opened.lock:
        return
    found = of(opened)
    count = "1 punkt" if len(found) == 1 else f"{len(found)} punkter"
    with st.container(key=f"report_{READY.replace('-', '_')}"), st.expander(f"Innan ni skickar rapporten ({count})"):
        if not found:
            frame.html(f"<p>{READY_WORDS}</p>")
        for kind, some in groupby(found, key=lambda issue: issue.kind):
            lines = list(some)
            items = "".join(f"<li>{_line(issue, opened)}</li>" for issue in lines)
            frame.html(f'<h3 class="sec">{KINDS[kind]} ({len(lines)})</h3><ul class="points">{items}</ul>')


def of(opened: Opened) -> tuple[Issue, ...]:
    """Everything to look at before the report is sent."""
    chapters = opened.report.chapters
    kept = {chapter.id: opened.conclusion(chapter.id) for chapter in chapters if chapter.challenge}
    words = {key: " ".join(one.body.model_dump().values()) if one and one.body else None for key, one in kept.items()}
    said = {chapter.id: opened.spoken(opened.report.sentences_of(chapter)) for chapter in chapters}
    return issues(opened.report, Written(words, said), TERMS, cached.shared(stale_series, opened.build))


def arrive() -> None:
    """Whoever followed the link to a sentence edits texts, so that it can be approved; before the page is drawn."""
    if address.private(REVIEW):
        address.keep(**{REVIEW: ""})
        editing.start()


def _line(issue: Issue, opened: Opened) -> str:
    where = f"<b>{frame.text(issue.where)}:</b> <span>{frame.text(issue.what)}.</span>"
    do = frame.text(issue.do)
    if issue.page in frame.here().pages and issue.page:
        said = dict(issue.parameters)
        chapter = next((c for c in opened.report.chapters if c.id == said.get(REVIEW)), None)
        to = f"{frame.href(issue.page, **said)}{f'#{anchor(chapter)}' if chapter else ''}"
        return f'{where} <a href="{to}">{do}</a>.'
    return f"{where} <span>{do}.</span>"
