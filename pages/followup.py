"""Gemensam uppföljning: from the goals to the gaps between nuläge and önskat läge, and what they propose."""

from rus.ui import cached, followup, frame


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    view = followup.load(catalogue)
    lead = f"{view.region_name}: från mål till nuläge, önskat läge, gap och förslag. {view.whose}"
    actions = frame.page_head("Uppföljning", "Gemensam uppföljning", lead=lead)
    followup.pick(catalogue, view)
    if not view.branches:
        frame.empty("Det finns inga mål att följa upp", "Inget mått i underlaget hör till ett effektmål.")
        return
    with actions:
        followup.take_away(catalogue, view)
    followup.steps(view)
    followup.proposals(view)
    followup.gaps(view)
    followup.decided(catalogue)


main()
