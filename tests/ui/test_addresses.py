"""Addresses of maps and of our own files."""

import os

import pytest
from streamlit import config

from rus.core.errors import CatalogueError
from rus.ui.addresses import content_hash, geo_url, static_url


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path))
    folder = tmp_path / "data" / "reference"
    folder.mkdir(parents=True)
    (folder / "lan.geojson").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def below():
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "lanet")
    yield
    config.set_option("server.baseUrlPath", before)


def test_a_map_is_named_by_what_it_holds(content):
    first = geo_url("lan")
    assert first == f"/app/geo/lan.{content_hash(content / 'lan.geojson')}.geojson"
    (content / "lan.geojson").write_text('{"type": "x"}', encoding="utf-8")
    os.utime(content / "lan.geojson", ns=(1, 1))
    assert geo_url("lan") != first


@pytest.mark.usefixtures("below")
def test_addresses_lie_below_the_base_path(content):
    assert geo_url("lan").startswith("/lanet/app/geo/lan.")
    assert static_url() == "/lanet/app/static/"
    assert static_url("rus.css").startswith("/lanet/app/static/rus.css?v=")


@pytest.mark.usefixtures("content")
def test_a_map_that_is_not_there_is_told():
    with pytest.raises(CatalogueError, match=r"kommuner\.geojson"):
        geo_url("kommuner")
