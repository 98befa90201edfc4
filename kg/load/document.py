"""What a loader hands over: one document, its text as the source has it, and what the file says about it.

A loader is a module or object, registered under the entry-point group `kg.loaders`, with the two functions of `Loader`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from kg.errors import LoadError
from kg.model import SegmentKind

__all__ = ["Block", "Loader", "RawDocument", "compose"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text; `kind` is None where the cues of the language have to decide it."""

    start: int
    end: int
    kind: SegmentKind | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document before its language is known and its paragraphs are typed; times are as written."""

    where: str
    text: str
    blocks: tuple[Block, ...] = ()
    """In text order, without overlaps; empty for text of which nothing is known."""
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    repairs: tuple[str, ...] = ()


@runtime_checkable
class Loader(Protocol):
    """What a plug-in of the group `kg.loaders` offers."""

    def sniff(self, head: bytes) -> float:
        """Return how sure the loader is, from 0 to 1, that it reads a file with this head (64 KiB at most)."""
        ...

    def read(self, data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
        """Read the documents of one file; one that cannot be read is yielded as its error.

        Raises:
            LoadError: the file cannot be read on; what was yielded stays.
        """
        ...


def compose(parts: Iterable[tuple[str, SegmentKind | None]]) -> tuple[str, tuple[Block, ...]]:
    """Join parts by blank lines into one text, with the block of each part; blank parts are left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for raw, kind in parts:
        part = raw.strip()
        if not part:
            continue
        if texts:
            at += 2
        texts.append(part)
        blocks.append(Block(at, at + len(part), kind))
        at += len(part)
    return "\n\n".join(texts), tuple(blocks)
