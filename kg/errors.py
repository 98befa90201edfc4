"""Every error that the package raises on purpose.

    KgError
    ├── InputError       an article, a file or an option cannot be read as given
    │   ├── LoadError    one document is left out: binary, empty, truncated, undecodable, not an article
    │   └── QueryError   a query, its name or its parameters are wrong
    ├── DataError        a data file of the package or of the user (language, authority, ontology) is wrong
    ├── StoreError       a store cannot be opened, written or found
    ├── LinkError        what links to Wikidata cannot be had
    │   ├── EndpointError  a query service cannot be asked: not reached, too busy, or it turns us away
    │   └── RefusedError   its answer is not taken: cut, too large, of the wrong type or shape, or poisoned
    └── MissingExtraError  an optional dependency is needed and not installed

A message says what happened, where, and what to do next.
"""

__all__ = [
    "DataError",
    "EndpointError",
    "InputError",
    "KgError",
    "LinkError",
    "LoadError",
    "MissingExtraError",
    "QueryError",
    "RefusedError",
    "StoreError",
]


class KgError(Exception):
    """Root of all errors raised on purpose; the command line prints it in one line and exits with 1."""


class InputError(KgError):
    """An article, a file or an option cannot be read as given."""


class LoadError(InputError):
    """One document is left out of the run, for the reason given."""

    def __init__(self, where: str, reason: str) -> None:
        """Name the file (or `file#item`) and the reason."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class QueryError(InputError):
    """A query, its name or its parameters are wrong."""


class DataError(KgError):
    """A data file of the package or of the user is wrong."""


class StoreError(KgError):
    """A store cannot be opened, written or found."""


class LinkError(KgError):
    """What links to Wikidata cannot be had."""


class EndpointError(LinkError):
    """A query service cannot be asked: not reached, too busy, or it turns us away."""

    def __init__(self, message: str, *, status: int | None = None, too_long: bool = False) -> None:
        """Keep the HTTP status, if one came, and whether a smaller question may succeed."""
        super().__init__(message)
        self.status = status
        self.too_long = too_long


class RefusedError(LinkError):
    """The answer of a query service is not taken: cut, too large, of the wrong type or shape, or poisoned."""

    def __init__(self, message: str, *, cut: bool = False) -> None:
        """Tell whether the answer is cut: then the same question may be answered whole another time."""
        super().__init__(message)
        self.cut = cut


class MissingExtraError(KgError):
    """An optional dependency is needed and not installed."""

    def __init__(self, needs: str, extra: str) -> None:
        """Name what needs it and the extra that brings it."""
        super().__init__(f'{needs} is not installed. Install it with: pip install "diplomatic-kg[{extra}]"')
