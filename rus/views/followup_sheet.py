"""Gemensam uppföljning to take away: one row for each gap under each effektmål, and the same for programs."""

from datetime import date
from typing import Any

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day
from rus.views.followup import FollowupView, Line, ProposalView
from rus.views.followup_goals import BASES
from rus.views.followup_words import METHOD, PEOPLE_DECIDE, decisions
from rus.views.sheet import Sheet, file_stem

COLUMNS = {
    "effektmal": "Effektmål",
    "overarching": "Övergripande mål",
    "indicator": "Indikator",
    "name": "Mått",
    "standing": "Slag av mål",
    "wish": "Mål",
    "newest": "Nuläge",
    "newest_year": "År",
    "desired": "Önskat läge",
    "target": "Att nå",
    "target_year": "Målår",
    "unit": "Enhet",
    "missing": "Gap i enheten",
    "relative": "Ändring som behövs, procent av nuläget",
    "left": "Kvar av vägen från basåret, procent",
    "missing_people": "Gap i personer",
    "direction": "Utveckling",
    "pace": "Takt",
    "status": "Bedömning",
    "certain": "Säkert öppet gap",
    "reason": "Skäl",
    "areas": "Utmaningsområden",
    "source": "Källa",
}


def followup_sheet(view: FollowupView, catalogue: Catalogue, *, build: str, link: str = "") -> Sheet:
    """The sheet of a view; what can't be judged is there too, with its reason.

    Args:
        view: what is seen.
        catalogue: the catalogue of the same build.
        build: id of the data version.
        link: address that leads back to the same view; empty where there is none.
    """
    rows = [
        {"effektmal": branch.name, "overarching": branch.overarching, **_row(line, catalogue)}
        for branch in view.branches
        for line in (*branch.lines, *branch.unknown)
    ]
    proposals = [("Förslag från siffrorna", f"{p.title}: {p.advice}") for p in view.proposals]
    told = (". ".join(filter(None, (d.what, d.when, d.source))) for d in decisions(catalogue))
    title = f"Gemensam uppföljning, {view.region_name}"
    return Sheet(
        title=title,
        filename=file_stem("gemensam uppföljning", view.region_name),
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        columns=COLUMNS,
        about=[
            ("Innehåll", title),
            ("Underlag", BASES[view.basis]),
            *([("Mål", view.whose)] if view.whose else []),
            ("Att tänka på", PEOPLE_DECIDE),
            ("Metod", METHOD),
            *proposals,
            *(("Vem som beslutade vad", words) for words in told),
            ("Uttagsdatum", day(_today())),
            ("Dataversion", build),
            ("Länk", link),
            ("Bearbetning", catalogue.here.editor),
        ],
        decimals=2,
    )


def followup_json(view: FollowupView, catalogue: Catalogue) -> dict[str, Any]:
    """The whole view for programs; what is not known is None."""
    return {
        "region": view.region,
        "basis": view.basis,
        "trend_tests": view.tests,
        "effektmal": [
            {"effektmal": b.id, "name": b.name, "gaps": [_gap(line, catalogue) for line in (*b.lines, *b.unknown)]}
            for b in view.branches
        ],
        "without_measures": list(view.empty),
        "without_challenge": list(view.unserved),
        "proposals": [_proposal(p) for p in view.proposals],
        "decisions": [
            {"what": d.what, "when": d.when, "source": d.source, "unconfirmed": d.unconfirmed or None}
            for d in decisions(catalogue)
        ],
        "note": PEOPLE_DECIDE,
    }


def _proposal(p: ProposalView) -> dict[str, Any]:
    return {
        "rank": p.rank,
        "challenge": p.challenge or None,
        "title": p.title,
        "advice": p.advice,
        "measures": p.measures,
        "effektmal": list(p.effektmal),
        "gaps": [line.distance.key for line in p.evidence],
        "source": p.source or None,
    }


def _gap(line: Line, catalogue: Catalogue) -> dict[str, Any]:
    made = line.progress
    return {
        "key": line.distance.key,
        "indicator": line.distance.indicator,
        "name": line.name,
        "unit": catalogue.indicators[line.distance.indicator].unit,
        "group": line.group,
        "standing": line.standing,
        "goal": line.wish or None,
        "state": line.state,
        "certain": line.distance.certain,
        "status": made.status,
        "newest_year": made.newest[0] if made.newest else None,
        "newest": made.newest[1] if made.newest else None,
        "desired": line.desired,
        "target_year": made.by,
        "target": made.target,
        "missing": line.distance.missing,
        "relative": line.distance.relative,
        "left": line.distance.left,
        "missing_people": line.people,
        "challenges": list(line.distance.challenges),
        "reason": line.reason,
        "source": line.source,
    }


def _row(line: Line, catalogue: Catalogue) -> dict[str, Any]:
    made = _gap(line, catalogue)
    left = line.distance.left
    return made | {
        "wish": line.wish,
        "newest_year": str(made["newest_year"] or ""),
        "target_year": str(made["target_year"] or ""),
        "left": None if left is None else left * 100,
        "direction": line.direction,
        "pace": line.pace,
        "status": line.status.words,
        "certain": "ja" if line.distance.certain else "",
        "areas": line.areas,
    }


def _today() -> date:
    return date.today()  # the reader's own day
