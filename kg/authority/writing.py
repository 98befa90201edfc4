"""Writes the user's own authority folder: each file whole or not at all, rows in order of their id."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.authority.tables import rows
from kg.errors import DataError

try:
    import fcntl
except ImportError:  # not on Windows: there two writers at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]

__all__ = ["OFFICES", "OFFICIALS", "OWN", "THINGS", "alone", "read", "write", "write_text"]

OFFICIALS = ("qid", "label", "other_names", "terms", "born", "died", "as_of", "run")
OFFICES = ("qid", "label", "country", "kind", "as_of", "run")
THINGS = (
    "id", "qid", "label_en", "label_fr", "aliases", "type", "country", "date", "verified", "basis", "as_of", "run",
)  # fmt: skip
OWN = (
    "id", "qid", "label_en", "label_fr", "aliases", "type", "country", "offices", "offices_basis", "body", "verified", "basis",
    "drop", "stands_for", "added",
)  # fmt: skip


def read(file: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of one of these files, none where it is not there; columns that it lacks are empty.

    Raises:
        DataError: it is no such table.
    """
    found = list(rows(file))
    if found and columns[0] not in found[0]:
        raise DataError(f"{file}: has no column {columns[0]!r}. Restore the file, or take it away.")
    return [{name: row.get(name) or "" for name in columns} for row in found]


def write(file: Path, columns: Sequence[str], table: Iterable[Mapping[str, str]]) -> None:
    """Write a table in order of its first column.

    Raises:
        DataError: the folder cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(table, key=lambda row: tuple(row[name] for name in columns[:2])))
    write_text(file, out.getvalue())


def write_text(file: Path, text: str) -> None:
    """Write a file whole or not at all; errors as `write`."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, delete=False) as part:
            part.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(part.name).chmod(0o666 & ~umask)
        Path(part.name).replace(file)
    except OSError as error:
        raise DataError(f"{file}: cannot be written ({error.strerror}). Name another folder.") from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other writers out of a folder while the block runs; a killed process keeps nobody out.

    Raises:
        DataError: another process writes there, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("a")
    except OSError as error:
        raise DataError(f"{folder}: cannot be written ({error.strerror}). Name another folder.") from error
    with lock:
        try:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DataError(f"{folder}: another process is writing there. Wait for it to end.") from error
        yield
