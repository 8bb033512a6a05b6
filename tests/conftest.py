"""Tests of properties have no time limit: the machine may have other things to do. Browser tests stay on one worker."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("rus", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rus")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """With `-n 2 --dist loadfile`: browser tests share a server, so they stay together; the rest runs beside them."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class BrowserTogether(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            together = "tests/browser/"
            return together if nodeid.startswith(together) else super()._split_scope(nodeid)

    return BrowserTogether(config, log)
