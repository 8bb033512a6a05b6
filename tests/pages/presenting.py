"""A presentation in the room of texts, and the page that shows it."""

from streamlit.testing.v1 import AppTest

from rus.texts.kinds import Slide, Story
from rus.texts.texts import Texts
from tests.region.making import open_at

VIEW = "/utforska?ind=andel-i-arbete&geo=91&kon=KM"


def told(room: Texts, *slides: Slide, version: str = "") -> None:
    room.save(Story(title="Mötet", data_version=version, slides=slides), "motet", author="")


def seen(**parameters: str) -> AppTest:
    app = open_at("presentera", **parameters)
    assert not app.exception
    return app


def newest(room: Texts, key: str = "motet") -> Story:
    found = room.newest(Story, key)
    assert found
    assert found.body
    return found.body
