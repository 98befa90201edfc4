"""Servers on this machine that stand in for Wikidata: a real SPARQL server, and one that does everything wrong.

    with oxigraph(FIXTURE) as endpoint: Wikidata(endpoint, cache=tmp_path)
    with Faults(Reply(status=429, headers={"Retry-After": "2"}), Reply(answer("x"))) as faults: Wikidata(faults.endpoint, ...)

As fixtures, for `from serving import wikidata_endpoint` in a test file: the endpoint over tests/fixtures/wikidata.ttl,
and `clock`, which waits without waiting.
"""

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

import pytest

FIXTURE = Path(__file__).parent / "fixtures" / "wikidata.ttl"
"""Data in the shape of Wikidata; its head says whose ids are real."""
JSON = "application/sparql-results+json"


# ---------------------------------------------------------------- a real server


@contextmanager
def oxigraph(*turtle: Path) -> Iterator[str]:
    """Serve Turtle files on loopback; gives the address of the query service."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if binary is None:
        pytest.skip('no oxigraph server: pip install "diplomatic-kg[dev]"')
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [binary, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(address, server)
        for file in turtle:
            request = urllib.request.Request(
                f"{address}/store?default", file.read_bytes(), {"Content-Type": "text/turtle"}, method="POST"
            )
            with urllib.request.urlopen(request, timeout=60):
                pass
        yield f"{address}/query"
    finally:
        server.kill()
        server.wait()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert server.poll() is None, "the server ended before it began"
        with suppress(urllib.error.URLError), urllib.request.urlopen(f"{address}/query?query=ASK%7B%7D", timeout=5):
            return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def wikidata_endpoint() -> Iterator[str]:
    """Return the address of a query service that holds tests/fixtures/wikidata.ttl."""
    with oxigraph(FIXTURE) as endpoint:
        yield endpoint


# ---------------------------------------------------------------- one that fails


def answer(*variables: str, rows: list[dict[str, object]] | None = None) -> bytes:
    """Return an answer in JSON: `answer("x", rows=[{"x": {"type": "uri", "value": "..."}}])`."""
    return json.dumps({"head": {"vars": list(variables)}, "results": {"bindings": rows or []}}).encode()


@dataclass(frozen=True)
class Reply:
    """What the fault server answers to one request."""

    body: bytes = b""
    status: int = 200
    type: str | None = JSON
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between the bytes of the body."""
    cut: int | None = None
    """Bytes of the body that are sent before the connection breaks, while its head promises all."""
    chunked: bool = False
    endless: float = 0.0
    """Seconds between headers that do not end."""
    hang_up: bool = False
    """Close the connection without a word."""


@dataclass(frozen=True)
class Asked:
    """A request as the fault server got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def query(self) -> str:
        """The question in the body of the form."""
        return urllib.parse.parse_qs(self.body.decode())["query"][0]


class Faults:
    """An HTTP server on loopback that gives the replies in turn, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self._replies = list(replies)
        self._lock = threading.Lock()
        self.asked: list[Asked] = []
        self.at_once = 0
        """Requests that stood open at the same time, at most."""
        self._open = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_address[1]}/sparql"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def taken(self, asked: Asked) -> Iterator[Reply]:
        """Note a request and give the reply to it."""
        with self._lock:
            self.asked.append(asked)
            self._open += 1
            self.at_once = max(self.at_once, self._open)
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        try:
            yield reply
        finally:
            with self._lock:
                self._open -= 1


class Relay(Faults):
    """A server that passes questions on to another one, after a pause, and notes them; `broken` makes it answer 403."""

    def __init__(self, endpoint: str, *, wait: float = 0.0) -> None:
        super().__init__(Reply())
        self._to = endpoint
        self._wait = wait
        self.broken = False

    @contextmanager
    def taken(self, asked: Asked) -> Iterator[Reply]:
        with super().taken(asked):
            time.sleep(self._wait)
            if self.broken:
                yield Reply(status=403)
                return
            headers = {"Content-Type": asked.headers["Content-Type"], "Accept": JSON}
            with urllib.request.urlopen(urllib.request.Request(self._to, asked.body, headers), timeout=60) as answered:
                yield Reply(answered.read())


def _handler(faults: Faults) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = Asked(self.command, self.path, dict(self.headers), body, time.monotonic())
            with faults.taken(asked) as reply, suppress(OSError):
                self._send(reply)

        do_GET = do_POST  # noqa: N815 - the name that http.server looks for

        def _send(self, reply: Reply) -> None:
            time.sleep(reply.wait)
            self.close_connection = True
            if reply.hang_up:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if reply.chunked:
                self.protocol_version = "HTTP/1.1"
            self.send_response(reply.status)
            if reply.type is not None:
                self.send_header("Content-Type", reply.type)
            self.send_header(
                *(("Transfer-Encoding", "chunked") if reply.chunked else ("Content-Length", str(len(reply.body))))
            )
            for name, value in reply.headers.items():
                self.send_header(name, value)
            for number in range(80) if reply.endless else ():
                self.send_header(f"X-{number}", "on")
                self.flush_headers()
                time.sleep(reply.endless)
            self.end_headers()
            body = reply.body if reply.cut is None else reply.body[: reply.cut]
            if reply.chunked:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body) if body else b"")
                self.wfile.write(b"" if reply.cut is not None else b"0\r\n\r\n")
                return
            if not reply.drip:
                self.wfile.write(body)
                return
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    return Handler


# ---------------------------------------------------------------- a clock


class Clock:
    """A clock that stands still but for the pauses that are asked of it."""

    def __init__(self) -> None:
        self.time = datetime(2024, 3, 1, 12, tzinfo=UTC)
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.time += timedelta(seconds=seconds)

    def now(self) -> datetime:
        return self.time

    def jitter(self) -> float:
        return 0.0

    @property
    def options(self) -> dict[str, object]:
        """The options of `Wikidata` that put this clock in the place of the real one."""
        return {"sleep": self.sleep, "now": self.now, "jitter": self.jitter}


@pytest.fixture
def clock() -> Clock:
    """Return a clock that waits without waiting."""
    return Clock()
