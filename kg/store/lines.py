"""N-Quads as text: held to one graph, and turned into triples."""

import re

__all__ = ["check", "difference", "triples_of"]

_LITERAL = re.compile(rb'"(?:[^"\\\\]|\\\\.)*"')
_BLANK = re.compile(rb"(?:^|\s)_:", re.MULTILINE)


def check(quads: bytes, graph: str) -> None:
    """Hold N-Quads, as written by `pyoxigraph.serialize`, to one graph.

    Raises:
        ValueError: a line is of another graph than the one named, or holds a blank node.
    """
    ending = _ending(graph)
    if quads.count(ending) != quads.count(b"\n"):
        other = next(line for line in quads.splitlines(keepends=True) if not line.endswith(ending))
        raise ValueError(f"{other.decode(errors='replace').strip()}: only quads of {graph} may be stored in it")
    blank = any(part.startswith(b":") for part in quads.split(b"_")[1:])  # the fastest search for "_:"
    for line in quads.splitlines() if blank else ():
        if b"_:" in line and _BLANK.search(_LITERAL.sub(b"", line)):
            raise ValueError(f"{line.decode(errors='replace').strip()}: quads are stored without blank nodes")


def triples_of(quads: bytes, graph: str) -> str:
    """Return N-Quads of one graph as N-Triples."""
    return quads.replace(_ending(graph), b" .\n").decode()


def difference(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """Return the lines that only the first has, and those that only the second has."""
    old, new = set(before.splitlines(keepends=True)), set(after.splitlines(keepends=True))
    return b"".join(sorted(old - new)), b"".join(sorted(new - old))


def _ending(graph: str) -> bytes:
    """Return how a line of a graph ends; no literal holds it, for a line break in one is written as an escape."""
    return f" <{graph}> .\n".encode()
