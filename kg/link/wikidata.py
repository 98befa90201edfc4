"""Asks a SPARQL query service as a polite guest: the only module that speaks to one.

SPARQLWrapper makes the requests.  What it lacks stands here: an end to waiting, another try after a fault that passes,
the pause that a busy service asks for, a bound on the answer, and a look at what came before it is believed.

    wikidata = Wikidata(agent=agent("me@example.org"))
    for row in wikidata.select(PREFIXES + "SELECT ?item { ?item wdt:P31 wd:Q6256 }"):
        row["item"].id

Every answer is kept with its date and hash (`kg.link.kept`), and read anew with the same care.
"""

import hashlib
import random
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path

from kg import iri
from kg.errors import EndpointError, InputError, RefusedError
from kg.link.answers import Kind, Row, Term, read_ask, read_select, shown
from kg.link.kept import Kept, folder
from kg.link.request import Failure, send

__all__ = ["DEFAULT", "PREFIXES", "Answer", "Kind", "Row", "Term", "Wikidata", "agent", "literal", "variables"]

DEFAULT = "https://query.wikidata.org/sparql"
"""The query service of Wikidata."""

PREFIXES = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
"""Open every question with it: a service other than Wikidata's knows no prefix beforehand."""

AT_ONCE = 5
"""Questions that Wikidata answers one address at the same time."""
LONGEST_PAUSE = 300.0
"""Seconds: a service that asks for a longer pause is left in peace, and the user told when to come again."""
LARGEST = 64_000_000
"""Bytes of an answer."""
_FIRST_PAUSE = 1.0
_PASSING = frozenset({429, 500, 502, 503, 504})
"""States of a service that pass."""
_BUSY = frozenset({429, 503})
"""Those in which it wants a pause of everybody."""
_LEAVE_ALONE = "It asks to be left alone for {:,.0f} seconds: go on after that."

_FORM = re.compile(r"\b(SELECT|ASK)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s|#[^\n]*(?:\n|$)|(?:PREFIX\s+[\w.-]*:|BASE)\s*<[^<>\s]*>)*", re.IGNORECASE)
_PROJECTION = re.compile(r"SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?((?:\?\w+\s*)+)(?:WHERE\s*)?\{", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, and what is to be told of where they come from."""

    rows: list[Row]
    endpoint: str
    query: str
    asked: datetime
    """When the service answered (UTC)."""
    digest: str
    """SHA-256 of the answer as it came."""


def agent(contact: str = "") -> str:
    """Return how the package names itself to a service: by the address of the project, and the contact that is given.

    Wikimedia asks for a way to reach who asks.
    """
    from importlib.metadata import PackageNotFoundError, metadata

    from kg import __version__

    try:
        urls = metadata("diplomatic-kg").get_all("Project-URL") or []
    except PackageNotFoundError:
        urls = []
    project = [url.partition(",")[2].strip() for url in urls[:1]] or [iri.BASE.rstrip("/")]
    name = f"diplomatic-kg/{__version__} ({'; '.join([*project, *([contact] if contact else [])])}) SPARQLWrapper/2"
    if not name.isprintable() or not name.isascii():
        raise InputError(f"{shown(contact)}: not a contact that a request can carry. Use an address in ASCII.")
    return name


def literal(text: str, language: str = "") -> str:
    """Return a text as a SPARQL literal, whatever it holds.

    Raises:
        InputError: the language is no language tag.
    """
    if language and not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", language):
        raise InputError(f"{shown(language)}: no language tag. Use one such as fr or zh-hant.")
    escaped = "".join(_ESCAPES.get(char) or (f"\\u{ord(char):04X}" if char < " " else char) for char in text)
    return f'"{escaped.encode("utf-8", "replace").decode()}"' + (f"@{language}" if language else "")


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Wikidata:
    """A query service, asked politely; may be used by several threads."""

    def __init__(
        self,
        endpoint: str = DEFAULT,
        *,
        agent: str = "",
        timeout: float = 60,
        tries: int = 5,
        cache: Path | None = None,
        parallel: int = AT_ONCE,
        days: float = 30,
        largest: int = LARGEST,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Take the address and how to behave; nothing is sent.

        `timeout` is in seconds, over the whole answer; `tries` how often a question is asked in all; `cache` the folder
        of kept answers (by default in the user's cache folder) and `days` how long they are good, 0 for not at all.
        `sleep`, `jitter` (0 to 1) and `now` are what a test puts in place of the clock and of chance.

        Raises:
            InputError: a value is out of bounds, or the address is none of a web service.
        """
        if not re.fullmatch(r"https?://[^\s<>\"@]+", endpoint):
            raise InputError(
                f"{shown(endpoint)}: not the address of a query service. It begins with https:// or http://."
            )
        if not 1 <= parallel <= AT_ONCE:
            raise InputError(f"{parallel} questions at once: a service is asked 1 to {AT_ONCE}.")
        if tries < 1 or timeout <= 0 or days < 0:
            raise InputError("tries are 1 or more, the timeout is above 0, days are 0 or more.")
        self.endpoint = endpoint
        self.parallel = parallel
        self._agent = agent or _default_agent()
        self._timeout = timeout
        self._tries = tries
        self._largest = largest
        self._kept = Kept(cache or folder(), days)
        self._sleep, self._jitter, self._now = sleep, jitter, now
        self._gate = threading.BoundedSemaphore(parallel)
        self._lock = threading.Lock()
        self._busy_until = 0.0

    def select(self, query: str, kinds: Mapping[str, Kind] | None = None) -> list[Row]:
        """Return the rows of a SELECT query: variables with their values, those without a value left out.

        `kinds` says what the value of a variable must be; an answer with any other value is refused.

        Raises:
            InputError: the query is no SELECT query.
            EndpointError: the service cannot be asked.
            RefusedError: the answer is not taken.
        """
        return self.answer(query, kinds).rows

    def answer(self, query: str, kinds: Mapping[str, Kind] | None = None) -> Answer:
        """Return the rows of a SELECT query with its date and hash; errors as `select`."""
        _check_form(query, "SELECT")
        asked = variables(query)
        return self._answer(query, lambda data: read_select(data, self.endpoint, asked=asked, kinds=kinds))

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query; errors as `select`."""
        _check_form(query, "ASK")
        told: list[bool] = []

        def read(data: bytes) -> list[Row]:
            told.append(read_ask(data, self.endpoint))
            return []

        self._answer(query, read)
        return told[-1]

    def answers(
        self, queries: Iterable[str], kinds: Mapping[str, Kind] | None = None
    ) -> Iterator[Answer | EndpointError | RefusedError]:
        """Yield the answer to each query in their order, or the error in its place; a few are asked at the same time."""

        def one(query: str) -> Answer | EndpointError | RefusedError:
            try:
                return self.answer(query, kinds)
            except (EndpointError, RefusedError) as error:
                return error

        waiting = iter(queries)
        with ThreadPoolExecutor(self.parallel) as pool:
            while some := list(islice(waiting, self.parallel)):  # who stops reading stops the asking
                yield from pool.map(one, some)

    # ---------------------------------------------------------------- one question

    def _answer(self, query: str, read: Callable[[bytes], list[Row]]) -> Answer:
        kept = self._kept.read(self.endpoint, query, self._now())
        if kept is not None:
            try:
                return self._told(query, kept[0], kept[1], read(kept[0]))
            except RefusedError:
                self._kept.forget(self.endpoint, query)
        data, rows = self._asked(query, read)
        now = self._now()
        self._kept.write(self.endpoint, query, data, now)
        return self._told(query, data, now, rows)

    def _told(self, query: str, data: bytes, asked: datetime, rows: list[Row]) -> Answer:
        return Answer(rows, self.endpoint, query, asked.astimezone(UTC), hashlib.sha256(data).hexdigest())

    def _asked(self, query: str, read: Callable[[bytes], list[Row]]) -> tuple[bytes, list[Row]]:
        """Ask until an answer is taken, a fault does not pass or the tries are used up."""
        for attempt in range(1, self._tries + 1):
            last = attempt == self._tries
            try:
                with self._gate:
                    self._wait_out()
                    data = self._send(query)
                return data, read(data)
            except RefusedError as error:
                if last or not error.cut:
                    raise
                self._sleep(self._pause(attempt))
            except Failure as failure:
                pause = self._patience(failure, attempt)
                busy = failure.status in _BUSY
                if busy:
                    self._hold(failure, pause)
                if last or pause is None:
                    raise self._given_up(failure, attempt) from failure
                if not busy:
                    self._sleep(pause)
        raise AssertionError("each try ends above")

    def _send(self, query: str) -> bytes:
        return send(self.endpoint, query, agent=self._agent, timeout=self._timeout, largest=self._largest)

    def _pause(self, attempt: int) -> float:
        """Return the seconds before the next try: twice as many each time, spread by up to a half."""
        return min(float(_FIRST_PAUSE * 2 ** (attempt - 1) * (1 + self._jitter() / 2)), LONGEST_PAUSE)

    def _patience(self, failure: Failure, attempt: int) -> float | None:
        """Return the seconds to wait before asking again; None where that is of no use or would be rude."""
        if (failure.status is not None and failure.status not in _PASSING) or failure.too_long:
            return None
        asked = _seconds(failure.retry_after, self._now())
        if asked is None:
            return self._pause(attempt)
        return max(asked, self._pause(attempt)) if asked <= LONGEST_PAUSE else None

    def _hold(self, failure: Failure, pause: float | None) -> None:
        """Note that a busy service wants a pause: no thread asks before it is over."""
        wanted = pause if pause is not None else _seconds(failure.retry_after, self._now()) or 0.0
        with self._lock:
            self._busy_until = max(self._busy_until, self._now().timestamp() + wanted)

    def _wait_out(self) -> None:
        """Wait until the service can be asked again; an EndpointError where that is not to be waited for."""
        left = self._busy_until - self._now().timestamp()
        if left > LONGEST_PAUSE:
            raise EndpointError(f"{self.endpoint}: {_LEAVE_ALONE.format(left)}", status=429)
        if left > 0:
            self._sleep(left)

    def _given_up(self, failure: Failure, attempt: int) -> EndpointError:
        asked = _seconds(failure.retry_after, self._now())
        if asked is not None and asked > LONGEST_PAUSE:
            next_ = _LEAVE_ALONE.format(asked)
        elif failure.too_long:
            next_ = "Ask for less at a time."
        else:
            next_ = _NEXT.get(failure.status or 0, "Try again later.")
        tried = f", tried {attempt} times" if attempt > 1 else ""
        return EndpointError(
            f"{self.endpoint}: {failure}{tried}. {next_}", status=failure.status, too_long=failure.too_long
        )


_NEXT = {
    0: "Check the network and the address.",
    400: "The service does not understand the question: check that it speaks SPARQL 1.1.",
    401: "It wants a login, which is not supported.",
    403: "It turns us away: wait a day, and name a contact so that its keepers can write to you.",
    404: "No service stands there: check the address.",
    405: "No query service stands there: check the address.",
}


def _default_agent() -> str:
    return agent()


def _check_form(query: str, form: str) -> None:
    """Raise an InputError unless a query is of this form; so no update is ever sent."""
    opening = _PROLOGUE.match(query)
    found = _FORM.match(query, opening.end() if opening else 0)
    if not found or found[1].upper() != form:
        raise InputError(f"not a {form} query: {shown(query)}. Open it with {form}, after its prefixes.")


def variables(query: str) -> list[str] | None:
    """Return the variables that a SELECT query names; None where it names them in another way than one by one."""
    opening = _PROLOGUE.match(query)
    found = _PROJECTION.match(query, opening.end() if opening else 0)
    return re.findall(r"\w+", found[1]) if found else None


def _seconds(header: str, now: datetime) -> float | None:
    """Return the pause of a Retry-After header, in seconds or up to a date; None where there is none to be read."""
    text = header.strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
