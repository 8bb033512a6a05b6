"""A checkout with two small locks, and an environment made for it."""

import pytest

from rus.bootstrap import Environment

LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "checkout"
    root.mkdir()
    for name in LOCKS:
        (root / name).write_text(f"{name}==1 --hash=sha256:00\n", encoding="utf-8")
    return root


@pytest.fixture
def made(checkout, monkeypatch):
    """An environment as it is after a whole installation; its interpreter is a stand-in."""
    monkeypatch.delenv("RUS_VENV", raising=False)
    found = Environment.of(checkout)
    found.python.parent.mkdir(parents=True)
    found.python.write_text("a stand-in", encoding="utf-8")
    (found.folder / "pyvenv.cfg").write_text("home = nowhere\n", encoding="utf-8")
    found.begin()
    found.finish(with_tests=True)
    return found
