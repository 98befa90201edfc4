"""N-Quads line by line: checked to be of one graph, and as triples."""

import re

__all__ = ["triples_of"]

_LITERAL = re.compile(rb'"(?:[^"\\\\]|\\\\.)*"')
_BLANK = re.compile(rb"(?:^|\s)_:", re.MULTILINE)


def triples_of(quads: bytes, graph: str) -> bytes:
    """Return the lines of N-Quads, as written by `pyoxigraph.serialize`, as N-Triples.

    Raises:
        ValueError: a line is of another graph than the one named, or holds a blank node.
    """
    ending = f" <{graph}> .\n".encode()
    lines = quads.splitlines(keepends=True)
    for line in lines:
        if not line.endswith(ending):
            raise ValueError(f"{line.decode(errors='replace').strip()}: only quads of {graph} may be stored in it")
        if b"_:" in line and _BLANK.search(_LITERAL.sub(b"", line)):
            raise ValueError(f"{line.decode(errors='replace').strip()}: quads are stored without blank nodes")
    cut = len(ending)
    return b"".join(line[:-cut] + b" .\n" for line in lines)
