"""Tests of properties have no time limit: the machine may have other things to do."""

from hypothesis import HealthCheck, settings

settings.register_profile("rus", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rus")
