"""Faults in a graph: our own rules always, the SHACL shapes where pyshacl is installed.

The rules are queries in ontology/rules/, one file each, and the tables of `kg.vocab`; they name all that the shapes
do and run where the shapes cannot: on large stores, and without the extra `check`.
"""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.check.rules import broken_rules
from kg.check.terms import wrong_terms
from kg.check.violation import Violation
from kg.errors import MissingExtraError

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["SHACL_LIMIT", "Violation", "check"]

SHACL_LIMIT = 20_000
"""Quads up to which the shapes are run unasked: pyshacl takes a quarter of a second for each thousand, our rules a fiftieth."""


def check(found: "ox.Store | Iterable[ox.Quad]", *, shacl: bool | None = None) -> Iterator[Violation]:
    """Yield the violations, sorted, those of our own rules before those of the shapes.

    Args:
        found: a store, or quads.
        shacl: True runs the shapes, False does not, None does where pyshacl is installed and the graph is small.

    Raises:
        MissingExtraError: the shapes are asked for and pyshacl is not installed.
    """
    import pyoxigraph as ox

    installed = find_spec("pyshacl") is not None
    if shacl and not installed:
        raise MissingExtraError("pyshacl", "check")
    if isinstance(found, ox.Store):
        store = found
    else:
        store = ox.Store()
        store.extend(found)
    yield from sorted({*broken_rules(store), *wrong_terms(store)})
    if shacl or (shacl is None and installed and len(store) <= SHACL_LIMIT):
        from kg.check.shapes import broken_shapes

        yield from sorted(set(broken_shapes(store)))
