"""One language = one file data/lang/xx.toml, decoded into a checked struct; code never asks which language it is.

Each section of the file belongs to one room of the package; its struct stands in the file of this folder that bears
its name (`[dates]` in kg/lang/dates.py).  An unknown key, a missing section or a wrong type is an error that names
the file and the key.
"""

from functools import cache, lru_cache
from pathlib import Path

import msgspec

from kg import share
from kg.errors import DataError
from kg.lang.commitments import Commitments
from kg.lang.dates import Dates
from kg.lang.events import Agreements, EventWords
from kg.lang.grammar import Grammar, Speech
from kg.lang.names import Names
from kg.lang.offices import Offices
from kg.lang.quantities import Quantities
from kg.lang.segments import Segments
from kg.lang.sentences import Sentences
from kg.lang.talks import Talks

__all__ = ["Language", "codes", "load"]


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words of one language."""

    code: str
    name: str
    quantities: Quantities
    dates: Dates
    grammar: Grammar
    names: Names
    offices: Offices
    speech: Speech
    events: dict[str, EventWords]
    agreements: Agreements
    segments: Segments
    sentences: Sentences
    commitments: Commitments = Commitments()
    talks: Talks = Talks()

    def verbs_of(self, kind: str) -> tuple[str, ...]:
        """Return the verbs of an event type, none where the language has no table for it."""
        words = self.events.get(kind)
        return words.verbs if words is not None else ()


def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the shipped languages, sorted."""
    folder = share.path("data", "lang")
    return _codes(folder, folder.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _codes(folder: Path, changed: int) -> tuple[str, ...]:  # noqa: ARG001 - a folder is read again when it has changed
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


@cache
def load(code: str) -> Language:
    """Return the language of an ISO 639-1 code.

    Raises:
        DataError: no file of that code is shipped, or the file is wrong.
    """
    if code not in codes():
        raise DataError(f"language {code!r}: no data/lang/{code}.toml. Languages at hand: {', '.join(codes())}.")
    try:
        return msgspec.toml.decode(share.path("data", "lang", f"{code}.toml").read_bytes(), type=Language)
    except msgspec.DecodeError as error:
        raise DataError(f"data/lang/{code}.toml: {error}. The keys are described in kg/lang/.") from error
