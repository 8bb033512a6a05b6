"""Our nginx file in front of a real server: TLS, base path, pages, websocket, health."""

import re
import shutil
import socket
import ssl
import subprocess
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from rus.ui.warm import Visit
from tests.ui.serving import get, in_a_loop, running, said, write_app

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONF = Path(__file__).parents[2] / "docs" / "hosting" / "nginx.conf"
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/rus.conf;
}}
"""
pytestmark = pytest.mark.skipif(NGINX is None or not shutil.which("openssl"), reason="nginx or openssl is not here")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return sock.getsockname()[1]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    command += ["-keyout", str(folder / "rus.key"), "-out", str(folder / "rus.pem")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def our_conf(upstream: str, plain: int, tls: int, certificate: Path) -> str:
    text = CONF.read_text(encoding="utf-8")
    for old, new in [
        (r"server 127\.0\.0\.1:8501;", f"server {upstream};"),
        (r"listen 80;", f"listen 127.0.0.1:{plain};"),
        (r"listen 443 ssl", f"listen 127.0.0.1:{tls} ssl"),
        (r"/etc/ssl/certs/rus\.pem", str(certificate / "rus.pem")),
        (r"/etc/ssl/private/rus\.key", str(certificate / "rus.key")),
        (r"statistik\.example\.se", "localhost"),
        (r"https://\$host\$", f"https://$host:{tls}$"),
    ]:
        text, changed = re.subn(old, new, text)
        assert changed, f"{old} is not in {CONF.name} any more"
    return text


@pytest.fixture(scope="module")
def outside(tmp_path_factory, certificate):
    """The address as people see it, the plain one, and the server's own."""
    folder = tmp_path_factory.mktemp("nginx")
    app = write_app(tmp_path_factory.mktemp("app"))
    plain, tls = free_port(), free_port()
    with running(app, base="/lanet") as (address, _):
        upstream = address.removeprefix("http://").split("/")[0]
        (folder / "rus.conf").write_text(our_conf(upstream, plain, tls, certificate), encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", "stderr"]
        tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        assert tested.returncode == 0, tested.stderr
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as nginx:
            try:
                wait_until_open(tls, nginx)
                yield f"https://localhost:{tls}", f"http://localhost:{plain}"
            finally:
                nginx.terminate()
                nginx.communicate()


def wait_until_open(port: int, program: subprocess.Popen[str]) -> None:
    while program.poll() is None:
        with socket.socket() as sock:
            if sock.connect_ex(("127.0.0.1", port)) == 0:
                return
    pytest.fail(f"nginx ended: {program.stderr.read()}")


@pytest.fixture(scope="module")
def trust(certificate):
    return ssl.create_default_context(cafile=str(certificate / "rus.pem"))


@pytest.fixture
def ask(monkeypatch, certificate):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "rus.pem"))
    return get


def test_a_page_comes_through_with_tls_and_base_path(outside, ask):
    status, headers, body = ask(f"{outside[0]}/lanet/utforska", Accept_Encoding="gzip")
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Strict-Transport-Security"]
    assert ask(f"{outside[0]}/lanet")[0] == 200
    assert body


def test_plain_http_is_sent_to_tls(outside, ask):
    assert b'lang="sv"' in ask(f"{outside[1]}/lanet/")[2]


def test_maps_and_scripts_come_through(outside, ask):
    assert ask(f"{outside[0]}/lanet/app/geo/kommuner.geojson")[0] == 200
    assert ask(f"{outside[0]}/lanet/_stcore/health")[2] == b"ok"
    assert ask(f"{outside[0]}/lanet/healthz")[2].startswith(b'{"status":')
    assert ask(f"{outside[0]}/lanet/_stcore/metrics")[0] == 403


def test_the_websocket_comes_through_as_a_browser_opens_it(outside, trust):
    address = outside[0].replace("https", "wss") + "/lanet/_stcore/stream"

    async def look() -> list[str]:
        async with connect(address, ssl=trust, origin=outside[0], proxy=None) as socket_:
            return said(await Visit(socket_).open_page("utforska"))

    assert in_a_loop(look)[:2] == ["Utforskasidan", "ramen har körts"]
