"""One request to a query service, made by SPARQLWrapper, its answer read within bounds of time and size."""

import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, Self

from kg.errors import RefusedError
from kg.link.answers import shown

__all__ = ["Failure", "fetch", "send"]

_PIECE = 1 << 16
_EXCERPT = 20_000
"""Bytes read of the page that comes with a refusal."""
_TYPES = frozenset({"application/sparql-results+json", "application/json"})


class Failure(Exception):  # noqa: N818 - it becomes an EndpointError when no try is left
    """A request without an answer; `kg.link.wikidata` decides whether to try again."""

    def __init__(self, what: str, *, status: int | None = None, retry_after: str = "", too_long: bool = False) -> None:
        super().__init__(what)
        self.status = status
        self.retry_after = retry_after
        self.too_long = too_long


class _Watch:
    """The connections of one request: they are broken when its time is over, whatever the service is sending by then."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.over = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def opener(self) -> urllib.request.OpenerDirector:
        """Return what opens the connections."""
        sockets = self._sockets

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class Http(urllib.request.HTTPHandler):
            def http_open(self, req: urllib.request.Request) -> HTTPResponse:
                return self.do_open(Plain, req)

        class Https(urllib.request.HTTPSHandler):
            def https_open(self, req: urllib.request.Request) -> HTTPResponse:
                return self.do_open(Secure, req)

        return urllib.request.build_opener(_NoRedirect, Http, Https)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A POST that is sent elsewhere would become a GET without its question."""

    def redirect_request(self, *args: Any, **options: Any) -> None:
        """Follow nothing: the redirection becomes an error."""
        del args, options


def send(endpoint: str, query: str, *, agent: str, timeout: float, largest: int) -> bytes:
    """Return the bytes of an answer of the right type and size.

    Raises:
        Failure: no answer came, not in time, or not whole.
        RefusedError: the answer is of another type, or too large.
    """
    return fetch(_request(endpoint, query, agent), endpoint, timeout=timeout, largest=largest)


def fetch(request: urllib.request.Request, endpoint: str, *, timeout: float, largest: int) -> bytes:
    """Return the bytes that answer a request, of JSON and no larger than allowed; errors as `send`."""
    deadline = time.monotonic() + timeout
    with _Watch(timeout) as watch:
        try:
            with watch.opener().open(request, timeout=timeout) as response:
                _check_type(endpoint, response.headers)
                return _read(endpoint, response, deadline, largest)
        except urllib.error.HTTPError as error:
            with error:
                raise _refusal(error, deadline) from error
        except (OSError, HTTPException, ValueError) as error:
            raise _broken(error, timeout, over=watch.over) from error


def _broken(error: Exception, timeout: float, *, over: bool) -> Failure:
    """Return what became of a request without an answer."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if over or isinstance(reason, TimeoutError):
        return Failure(f"did not answer within {timeout:g} seconds")
    if isinstance(error, urllib.error.URLError):
        return Failure(f"cannot be reached ({shown(str(reason))})")
    return Failure(f"broke off ({type(error).__name__}: {shown(str(error))})")


def _request(endpoint: str, query: str, agent: str) -> urllib.request.Request:
    """Return the request that SPARQLWrapper makes of a question.

    Its own `query` reads the page of an error to the end however long, and knows no bound in time but one for each
    piece; so the request alone is taken from it.
    """
    from SPARQLWrapper import JSON, POST, SELECT, SPARQLWrapper

    wrapper = SPARQLWrapper(endpoint, agent=agent, returnFormat=JSON)
    wrapper.setOnlyConneg(True)
    wrapper.setMethod(POST)
    wrapper.setQuery(query)
    wrapper.queryType = SELECT  # it looks for the first of many words, "add" in the IRI of a prefix among them
    request: urllib.request.Request = wrapper._createRequest()  # noqa: SLF001 - see above
    return request


def _check_type(endpoint: str, headers: Message) -> None:
    kind = headers.get_content_type() if headers.get("Content-Type") else "none"
    if kind not in _TYPES:
        raise RefusedError(
            f"{endpoint}: the answer is of type {shown(kind)}, not a SPARQL answer in JSON. "
            "Check the address, and what stands between here and the service."
        )
    coding = headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity"}:
        raise RefusedError(f"{endpoint}: the answer is packed as {shown(coding)}, which was not asked for.")


def _read(endpoint: str, response: HTTPResponse, deadline: float, largest: int) -> bytes:
    """Return the body, whole; a length that the service tells must be kept."""
    length = response.headers.get("Content-Length", "")
    told = int(length) if length.isdecimal() and not response.chunked else None
    pieces, size = [], 0
    while size <= largest and (told is None or told <= largest):
        piece = response.read1(_PIECE)
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > deadline:
            raise TimeoutError
    else:
        raise RefusedError(f"{endpoint}: the answer is larger than {largest:,} bytes. Ask for less at a time.")
    if told is not None and size != told:
        raise RefusedError(
            f"{endpoint}: the answer is cut: {size:,} bytes came of {told:,}. Try again later.", cut=True
        )
    return b"".join(pieces)


def _refusal(error: urllib.error.HTTPError, deadline: float) -> Failure:
    """Return what a service that gives no answer says."""
    if 300 <= error.code < 400:
        to = shown(error.headers.get("Location", "") or "elsewhere")
        return Failure(f"has moved to {to}: use that address", status=error.code)
    said = b""
    try:
        while len(said) < _EXCERPT and time.monotonic() < deadline:
            piece = error.read1(_PIECE) if isinstance(error.fp, HTTPResponse) else error.read(_EXCERPT)
            if not piece:
                break
            said += piece
    except (OSError, HTTPException, ValueError):
        pass
    html = "html" in (error.headers.get("Content-Type") or "")
    text = "" if html else shown(said.decode("utf-8", "replace"))
    return Failure(
        f"answered {error.code} {shown(error.reason)}" + (f": {text}" if text else ""),
        status=error.code,
        retry_after=error.headers.get("Retry-After", "") or "",
        too_long=error.code in {500, 504} and b"TimeoutException" in said,
    )
