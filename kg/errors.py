"""Every error that the package raises on purpose.

    KgError
    ├── InputError       an article, a file or an option cannot be read as given
    │   ├── LoadError    one document is left out: binary, empty, truncated, undecodable, not an article
    │   └── QueryError   a query, its name or its parameters are wrong
    ├── DataError        a data file of the package or of the user (language, authority, ontology) is wrong
    ├── StoreError       a store cannot be opened, written or found
    └── MissingExtraError  an optional dependency is needed and not installed

A message says what happened, where, and what to do next.
"""

__all__ = ["DataError", "InputError", "KgError", "LoadError", "MissingExtraError", "QueryError", "StoreError"]


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


class MissingExtraError(KgError):
    """An optional dependency is needed and not installed."""

    def __init__(self, needs: str, extra: str) -> None:
        """Name what needs it and the extra that brings it."""
        super().__init__(f'{needs} is not installed. Install it with: pip install "diplomatic-kg[{extra}]"')
