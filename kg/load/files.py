"""Finds the files of a run and reads their bytes; what cannot be read is an error that names it."""

import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import LoadError

__all__ = ["STDIN", "Paths", "contents", "files", "shown", "unpack"]

Paths = Iterable[str | os.PathLike[str]] | str | os.PathLike[str]
"""Files and folders, or one alone."""
STDIN = Path("-")
"""Stands for what is piped in."""
_README = re.compile(r"readme(?:\.[a-z]{2})?(?:\.(?:md|markdown|rst|txt))?", re.IGNORECASE)

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_STORE = "kg-store"
"""The file by which a folder is known as a store of ours."""

LIMIT = 512 * 2**20
"""Bytes of one file, packed or unpacked, that are read; beyond lies no article."""


def files(paths: Paths) -> Iterator[Path | LoadError]:
    """Yield the files of paths, folders walked in order of their names.

    In folders, what is hidden, a store of ours and a README, which tells of the folder, are passed over; a README is given
    by its own name, and a store by its own name is an error.
    A link to a folder is followed once; one that leads back to a folder above it is an error.  A lone path is one path,
    not its letters, of which `/` would be the whole disk.
    """
    for path in [paths] if isinstance(paths, str | os.PathLike) else paths:
        given = Path(path)
        if not os.fspath(path):
            yield LoadError("''", "names no file. For the folder you are in, give .")
            continue
        if _ADDRESS.match(os.fspath(path)):
            yield LoadError(
                os.fspath(path), "is an address, not a file; nothing is fetched. Save the page and give the file"
            )
            continue
        try:
            folder = given.is_dir()
        except (OSError, ValueError) as error:
            yield LoadError(shown(given), _why(error))
            continue
        if not folder:
            yield given
            continue
        if (given / _STORE).is_file():
            yield LoadError(shown(given), "is a store, not a folder of articles. Name the articles")
            continue
        empty = True
        for found in _walk(given, ()):
            empty = False
            yield found
        if empty:
            yield LoadError(shown(given), "is a folder without files")


def shown(path: Path) -> str:
    """Return how a file is called in what is stored and printed: what is no text in its name, and line breaks, as escapes."""
    text = str(path).encode("utf-8", "backslashreplace").decode()
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], text)


def _walk(folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | LoadError]:
    try:
        here = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield LoadError(shown(folder), _why(error))
        return
    if (here.st_dev, here.st_ino) in above:
        yield LoadError(shown(folder), "is a link that leads back to a folder above it; not followed")
        return
    above = (*above, (here.st_dev, here.st_ino))
    for entry in entries:
        if entry.name.startswith(".") or _README.fullmatch(entry.name):
            continue
        path = folder / entry.name
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield LoadError(shown(path), _why(error))
            continue
        if stat.S_ISDIR(mode):
            if not (path / _STORE).is_file():
                yield from _walk(path, above)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield LoadError(shown(path), "is a pipe or device, not a file")


def contents(path: Path) -> bytes:
    """Return the bytes of a file, or of stdin.

    Raises:
        LoadError: it cannot be read, or is too large for articles.
    """
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise LoadError(shown(path), _why(error)) from error
    if len(data) > LIMIT:
        raise LoadError(shown(path), f"is larger than {LIMIT // 2**20} MiB. Split it")
    return data


def unpack(data: bytes, where: str) -> bytes:
    """Return what gzip packed, twice at most; other bytes are returned as they are.

    Raises:
        LoadError: the packed data is damaged, cut off or too large.
    """
    for _ in range(2):
        if not data.startswith(b"\x1f\x8b"):
            break
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
                data = file.read(LIMIT + 1)
        except EOFError as error:
            raise LoadError(where, "is gzip data that is cut off") from error
        except (OSError, zlib.error) as error:
            raise LoadError(where, f"is damaged gzip data: {error}") from error
        if len(data) > LIMIT:
            raise LoadError(where, f"unpacks to more than {LIMIT // 2**20} MiB")
    return data


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"
