"""Asks the search of Wikidata (wbsearchentities) for items that a name may mean, with the manners of `kg.link.wikidata`.

It finds what a whole label does not: names with a letter more or less.  What it gives is a list of ids and no more; what
is known of them comes from the query service.
"""

import re
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from kg.errors import RefusedError
from kg.link.answers import shown
from kg.link.request import fetch
from kg.link.wikidata import Row, Wikidata

__all__ = ["DEFAULT", "Hits", "Search"]

DEFAULT = "https://www.wikidata.org/w/api.php"
"""The address of the search of Wikidata."""

_MOST = 7
_LARGEST = 1_000_000
_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?")


class _Hit(msgspec.Struct):
    id: str


class _Answer(msgspec.Struct):
    search: list[_Hit] | None = None
    error: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Ids of items, the best first, and when they were given."""

    items: tuple[str, ...]
    asked: datetime


class Search(Wikidata):
    """The search of Wikidata at an address; the values of `Wikidata` say how to behave."""

    def __init__(
        self,
        address: str = DEFAULT,
        *,
        agent: str = "",
        timeout: float = 30,
        tries: int = 5,
        cache: Path | None = None,
    ) -> None:
        """Take the address and how to behave; nothing is sent."""
        super().__init__(address, agent=agent, timeout=timeout, tries=tries, cache=cache, largest=_LARGEST)

    def find(self, name: str, language: str = "en") -> Hits:
        """Return the items that the search finds for a name in a language.

        Raises:
            EndpointError: the search cannot be asked.
            RefusedError: its answer is not taken.
        """
        code = language if _LANGUAGE.fullmatch(language) and language != "mul" else "en"
        question = urlencode(
            {
                "action": "wbsearchentities",
                "search": name,
                "language": code,
                "uselang": code,
                "type": "item",
                "limit": _MOST,
                "format": "json",
            }
        )
        found: list[str] = []

        def read(data: bytes) -> list[Row]:
            found[:] = _items(data, self.endpoint)
            return []

        answer = self._answer(question, read)  # no rows are made of it
        return Hits(tuple(found), answer.asked)

    def _send(self, query: str) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - the address is held to be http(s) when it is given
            f"{self.endpoint}?{query}", headers={"User-Agent": self._agent, "Accept": "application/json"}
        )
        return fetch(request, self.endpoint, timeout=self._timeout, largest=self._largest)


def _items(data: bytes, where: str) -> Iterable[str]:
    """Return the ids of an answer.

    Raises:
        RefusedError: it is no answer of a search, or holds what is no id.
    """
    try:
        answer = msgspec.json.decode(data, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RefusedError(
            f"{where}: the answer is no answer of a search ({shown(str(error))}). Check the address.", cut=True
        ) from error
    if answer.error is not None or answer.search is None:
        raise RefusedError(f"{where}: the search answers with an error: {shown(str(answer.error))}. Try again later.")
    wrong = [hit.id for hit in answer.search if not _ITEM.fullmatch(hit.id)]
    if wrong or len(answer.search) > 50:
        raise RefusedError(
            f"{where}: the answer holds {shown(str(wrong[:1] or len(answer.search)))}, which is no item."
        )
    return [hit.id for hit in answer.search][:_MOST]
