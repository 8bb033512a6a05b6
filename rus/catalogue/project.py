"""What a project file may say: `data/projects/<id>.toml`, one file a project."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from rus.catalogue.budget import Budget, problems_of
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import Reader
from rus.catalogue.strict import Slug, Strict, Text, Year
from rus.core import paths
from rus.core.errors import CatalogueError

ActivityStatus = Literal["ej rapporterad", "planerad", "pågår", "klar", "pausad"]


class Document(Strict):
    """The decided description that the file repeats."""

    title: Text
    number: Text | None = None
    day: date
    note: Text | None = None


class Organisation(Strict):
    """Roles, never names of people: the page is public."""

    lead: Text
    team: list[Text] = []
    steering: Text
    partners: list[Text] = []


class Spread(Strict):
    """Where results are taken, outside and inside the organisation."""

    external: list[Text] = []
    internal: list[Text] = []


class Linked(Strict):
    """Something that serves challenge areas: `basis` says why, `reading` that it is our reading of the description."""

    challenges: list[Slug] = []
    basis: Text | None = None
    reading: bool = False


class Milestone(Linked):
    """One delmål."""

    number: int
    text: Text


class Activity(Linked):
    """One activity, under one or several delmål. `months` (1–12) only where they are decided."""

    text: Text
    milestones: list[int] = Field(min_length=1)
    status: ActivityStatus = "ej rapporterad"
    reported: date | None = None
    role: Text | None = None
    next_step: Text | None = None
    rhythm: Text | None = None
    rhythm_note: Text | None = None
    months: list[int] = []


class Report(Strict):
    """One lägesrapport: what was done, what differed, what was learnt, what comes next."""

    day: date
    done: Text
    deviation: Text
    learning: Text
    next: Text


class EarlierMilestone(Strict):
    """A delmål of the project before, with its results and the activities that mattered."""

    number: int
    text: Text
    results: list[Text]
    activities: list[Text] = []


class Earlier(Strict):
    """The project before."""

    period: Text
    milestone: list[EarlierMilestone]


class Outcome(Strict):
    """Booked costs of one year, in kronor."""

    year: Year
    costs: int = Field(ge=0)


class Word(Strict):
    """A word of this project or region, explained."""

    term: Text
    meaning: Text
    unconfirmed: Text | None = None


class Project(Strict):
    """One project. Its id is its file's name; keys are in the singular where they stand once for each thing."""

    id: Slug
    name: Text
    owner: Text
    first_day: date
    last_day: date
    purpose: Text
    project_goal: Text
    long_term_goal: Text
    area: Text
    follow_up: list[Text] = []
    scope_in: Text
    scope_out: Text
    standing_note: Text | None = None
    document: Document
    organisation: Organisation
    spread: Spread = Spread()
    milestone: list[Milestone] = Field(min_length=1)
    activity: list[Activity] = []
    report: list[Report] = []
    earlier: Earlier | None = None
    budget: Budget | None = None
    outcome: list[Outcome] = []
    word: list[Word] = []

    def activities_of(self, number: int) -> list[Activity]:
        """The activities under one delmål, in the order of the description."""
        return [a for a in self.activity if number in a.milestones]


def _link_problems(project: Project, catalogue: Catalogue) -> Iterator[str]:
    known = [c.id for s in catalogue.challenge_sets for c in s.challenges]
    linked: list[tuple[str, Linked]] = [(f"milestone.{n}", m) for n, m in enumerate(project.milestone)]
    linked += [(f"activity.{n}", a) for n, a in enumerate(project.activity)]
    for key, thing in linked:
        for name in thing.challenges:
            if name not in known:
                yield f'{key}.challenges: "{name}" finns inte; områden som finns: {", ".join(known)}'
        if thing.challenges and not thing.basis:
            yield f"{key}.basis: saknas; skriv varför utmaningsområdena hör hit"


def _problems(project: Project, catalogue: Catalogue | None) -> Iterator[str]:
    if catalogue:
        yield from _link_problems(project, catalogue)
    numbers = [m.number for m in project.milestone]
    if len(set(numbers)) < len(numbers):
        yield f"milestone: numren {numbers} ska vara olika; numrera om"
    for n, activity in enumerate(project.activity):
        for number in activity.milestones:
            if number not in numbers:
                yield f"activity.{n}.milestones: delmål {number} finns inte; numren är {numbers}"
        if any(not 1 <= month <= 12 for month in activity.months):
            yield f"activity.{n}.months: månader är 1 till 12; rätta {activity.months}"
    if project.last_day < project.first_day:
        yield f"last_day: {project.last_day} ligger före first_day {project.first_day}; rätta en av dem"
    if project.budget:
        yield from problems_of(project.budget)


def read_projects(root: Path | None, catalogue: Catalogue | None) -> list[Project]:
    """Read and check `data/projects/*.toml` of a content folder, newest project first.

    Args:
        root: the content folder; None is the one in use (`RUS_CONTENT`).
        catalogue: where the challenge areas are known; None where it can't be read, so that links are not checked.

    Returns:
        The projects; an empty list where there is no file.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    root = (root or paths.content()).resolve()
    reader = Reader(root)
    found: list[Project] = []
    for path in sorted((root / "data" / "projects").glob("*.toml")):
        fields = reader.toml(path)
        if fields is None:
            continue
        if "id" in fields:
            reader.say(path, "id: ta bort raden; det är filens namn som säger det")
            fields.pop("id")
        project = reader.model(Project, path, {"id": path.stem, **fields})
        if project is None:
            continue
        for problem in _problems(project, catalogue):
            reader.say(path, problem)
        found.append(project)
    if reader.problems:
        raise CatalogueError(sorted(set(reader.problems)))
    return sorted(found, key=lambda p: p.first_day, reverse=True)
