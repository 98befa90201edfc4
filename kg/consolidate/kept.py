"""Values put away in a file without a name until their turn comes, so that no more than a few are in memory."""

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

import msgspec

__all__ = ["Kept"]

Value = TypeVar("Value")

_SMALL = 16_000_000
"""Bytes up to which there is no file."""


class Kept(Generic[Value]):
    """Values of one type: all are put away, then they are fetched by where they stand."""

    def __init__(self, type_: type[Value]) -> None:
        """Make the file, which goes when nothing refers to this."""
        self._file = SpooledTemporaryFile(_SMALL, prefix="kg-")  # noqa: SIM115 - lives as long as this
        finalize(self, self._file.close)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(type_).decode
        self._end = 0

    def put(self, value: Value) -> int:
        """Put a value away and return where it stands."""
        at, data = self._end, self._encode(value)
        self._file.write(len(data).to_bytes(4, "big") + data)
        self._end = at + 4 + len(data)
        return at

    def get(self, at: int) -> Value:
        """Return the value that stands somewhere."""
        self._file.seek(at)
        return self._decode(self._file.read(int.from_bytes(self._file.read(4), "big")))

    def of(self, places: Iterable[int]) -> Iterator[tuple[int, Value]]:
        """Yield values with where they stand."""
        for at in places:
            yield at, self.get(at)

    def __iter__(self) -> Iterator[Value]:
        """Yield all values in the order in which they were put away."""
        at = 0
        while at < self._end:
            self._file.seek(at)
            size = int.from_bytes(self._file.read(4), "big")
            yield self._decode(self._file.read(size))
            at += 4 + size
