"""What projects do for one challenge area, with their money; and what comes next in the year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rus.catalogue.project import Project
from rus.core.swedish import day, listing, number
from rus.views.project import MONTHS, Strip, strip_for

WHOLE = "Beloppen gäller hela projektet. Budgeten är inte uppdelad på utmaningsområden eller aktiviteter."
NO_MONEY = "Projektets fil har ingen budget."
MOST_NEXT = 4


@dataclass(frozen=True)
class Doing:
    """One project's strip, its money as pairs of words, and what must be known about them."""

    strip: Strip
    money: tuple[tuple[str, str], ...]
    money_note: str


@dataclass(frozen=True)
class Coming:
    """One activity of a coming month."""

    when: str
    activity: str
    project: str


def doing(projects: Iterable[Project], challenge_id: str) -> tuple[Doing, ...]:
    """Every project with something for the area, in the order given."""
    found = ((project, strip_for(project, challenge_id)) for project in projects)
    return tuple(Doing(strip, *_money(project)) for project, strip in found if strip)


def _money(project: Project) -> tuple[tuple[tuple[str, str], ...], str]:
    budget = project.budget
    if budget is None:
        return (), NO_MONEY
    span = f"{budget.years[0]}–{budget.years[-1]}" if len(budget.years) > 1 else str(budget.years[0])
    said = [(f"Budget {span}", _kronor(budget.costs.total))]
    said += [(funder.name, _kronor(funder.total)) for funder in budget.funder]
    booked = [f"{_kronor(year.costs)} {year.year}" for year in project.outcome]
    return (*said, *((("Utfall", listing(booked)),) if booked else ())), WHOLE


def _kronor(amount: int) -> str:
    return f"{number(amount)}\u00a0kronor"


def coming(projects: Iterable[Project], today: date) -> tuple[Coming, ...]:
    """What is next in the årshjul: activities with decided months, of projects that go on, nearest month first."""
    found: list[tuple[int, Coming]] = []
    for project in projects:
        for activity in project.activity:
            if activity.months:
                year, month = min(_next(m, today) for m in activity.months)
                if date(year, month, 1) <= project.last_day:
                    when = f"{MONTHS[month - 1]} {year}"
                    found.append((year * 12 + month, Coming(when, activity.text, project.name)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0])[:MOST_NEXT])


def nothing_next(projects: Iterable[Project], today: date) -> str:
    """Why nothing is next in the årshjul, and what to do about it."""
    every = list(projects)
    going = [project for project in every if project.last_day >= today]
    if not every:
        return "Inget projekt är inlagt. Lägg till projektets fil i data/projects."
    if not going:
        last = max(every, key=lambda project: project.last_day)
        ended = f"{last.name} tog slut {day(last.last_day)}."
        return f"{ended} Lägg till nästa projekt, med månader för aktiviteterna, i data/projects."
    if not any(activity.months for project in going for activity in project.activity):
        return "Inget projekt som pågår har aktiviteter med beslutad månad. Lägg till månaderna i projektets fil."
    return "Alla aktiviteter med beslutad månad har redan varit. Lägg till nya i projektets fil."


def _next(month: int, today: date) -> tuple[int, int]:
    """Year and month of the next time, this month included."""
    return (today.year if month >= today.month else today.year + 1), month
