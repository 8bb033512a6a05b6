"""When an environment is what the lock says, and when it is not."""

import json

import pytest

from rus.bootstrap import BootstrapError, Environment, environment

LOCKS = ("requirements.lock", "requirements-dev.lock")


def test_a_whole_environment_is_ready(made):
    assert made.is_ready(with_tests=False)
    assert made.is_ready(with_tests=True)


def test_nothing_is_ready_before_the_installation_has_ended(made):
    made.begin()
    assert made.is_ours()
    assert not made.is_whole()
    assert not made.is_ready(with_tests=False)


def test_a_changed_lock_is_seen(made):
    lock = made.root / LOCKS[0]
    lock.write_text(lock.read_text(encoding="utf-8") + "new==1 --hash=sha256:00\n", encoding="utf-8")
    assert made.is_whole()
    assert not made.is_ready(with_tests=False)


def test_line_endings_of_the_checkout_change_nothing(made):
    lock = made.root / LOCKS[0]
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert made.is_ready(with_tests=False)


def test_an_environment_to_start_with_lacks_the_tests(made):
    made.finish(with_tests=False)
    assert made.is_ready(with_tests=False)
    assert not made.is_ready(with_tests=True)


def test_a_moved_checkout_gets_a_new_environment(made, tmp_path):
    made.root.rename(tmp_path / "moved")
    moved = Environment.of(tmp_path / "moved")
    assert moved.is_ours()
    assert not moved.is_whole()


def test_another_python_behind_the_link_gets_a_new_environment(made):
    state = json.loads((made.folder / environment.STATE).read_text(encoding="utf-8"))
    state["python"] = "/usr/bin/python3.10"
    (made.folder / environment.STATE).write_text(json.dumps(state), encoding="utf-8")
    assert not made.is_whole()


def test_a_garbled_state_file_is_no_state(made):
    (made.folder / environment.STATE).write_text("{", encoding="utf-8")
    assert not made.is_ready(with_tests=False)


def test_the_place_can_be_chosen(checkout, monkeypatch, tmp_path):
    monkeypatch.setenv("RUS_VENV", str(tmp_path / "elsewhere"))
    assert Environment.of(checkout).folder == tmp_path / "elsewhere"


def test_a_missing_lock_is_told(made):
    (made.root / LOCKS[0]).unlink()
    with pytest.raises(BootstrapError, match=r"requirements\.lock"):
        made.is_ready(with_tests=False)
