"""The one list of statuses: id → the words and the class of the stylesheet that draws icon and colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StatusWord:
    """How a status is shown: never by colour alone."""

    id: str
    words: str
    css: str


STATUSES: dict[str, StatusWord] = {
    s.id: s
    for s in (
        StatusWord("reached", "Målet nått", "good"),
        StatusWord("on_track", "Når målet i nuvarande takt", "good"),
        StatusWord("too_slow", "Rätt håll, för långsamt", "slow"),
        StatusWord("stalled", "Nästan oförändrat", "slow"),
        StatusWord("right_way", "Rätt håll", "good"),
        StatusWord("no_trend", "Ingen säker trend", "eq"),
        StatusWord("wrong_way", "Fel håll", "bad"),
        StatusWord("uncertain", "Osäkert", "na"),
        StatusWord("not_assessed", "Kan inte bedömas", "na"),
    )
}
