"""The polite client in its surroundings: proxies, and certificates that must be real."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from rus.core.errors import SourceError
from rus.sources.base import Asked
from rus.sources.http import PoliteClient
from tests.sources.timing import Time
from tests.stub.server import Stub


def test_a_proxy_of_the_environment_is_used(monkeypatch):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Stub() as proxy:
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        with PoliteClient({"http://statistik.invalid": (9, 1.0)}, outside=Time().outside) as client:
            assert client.send(Asked("GET", "http://statistik.invalid/kolada/v3/kpi")).status == 200
        assert proxy.heard[0].target == "http://statistik.invalid/kolada/v3/kpi"


def test_a_certificate_that_no_one_vouches_for_is_refused(tmp_path: Path):
    program = shutil.which("openssl")
    if not program:
        pytest.skip("openssl finns inte här")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    subprocess.run([program, *made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with Stub() as stub:
        stub._server.socket = context.wrap_socket(stub._server.socket, server_side=True)
        stub._server.handle_error = lambda *_: None  # the client hangs up, as it should
        url = stub.url.replace("http:", "https:")
        with (
            PoliteClient({url: (9, 1.0)}, outside=Time().outside) as client,
            pytest.raises(SourceError, match="certifikat"),
        ):
            client.send(Asked("GET", f"{url}/kolada/v3/kpi"))
        assert not stub.heard
