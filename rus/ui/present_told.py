"""Which presentations there are, and a new one; light, since every page with a chart offers it to them."""

from rus.texts.kinds import Story
from rus.texts.stories import Told, new_key, saved, stories
from rus.texts.texts import texts
from rus.ui import cached


def every() -> dict[str, Told]:
    """All presentations, by key."""
    return stories(texts())


def create(title: str) -> Told:
    """A new presentation without slides, frozen to the newest figures."""
    build, room = cached.newest(), texts()
    key = new_key(title, set(every()), room)
    story = Story(title=title, data_version=build)
    return saved(room, Told(key, story), story, data_version=build)
