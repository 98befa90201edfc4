"""Parquet: the rows of the CSV with their types, for data frames and databases."""

import io
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError
from kg.view.table import COLUMNS, rows

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]

_TYPES = {
    "articles": "int64", "witnesses": "int64", "confidence": "float64", "claim_confidence": "float64", "directed": "bool_",
    "negated": "bool_",
}  # fmt: skip
"""Columns that are no text; what is empty is null."""


def render(graph: "nx.MultiDiGraph[str]", *, language: str | None = None, title: str = "") -> bytes:
    """Return the lines of a network as a Parquet file, one row for each passage behind each line.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    del language, title
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "formats") from error
    found = list(rows(graph))
    arrays = {
        name: pa.array([_cell(row.get(name), name) for row in found], type=getattr(pa, _TYPES.get(name, "string"))())
        for name in COLUMNS
    }
    page = io.BytesIO()
    parquet.write_table(pa.table(arrays), page)
    return page.getvalue()


def _cell(value: object, name: str) -> object:
    """Return a value as its column has it."""
    if value is None or value == "":
        return None
    if _TYPES.get(name) == "bool_":
        return value == "true"
    return value if name in _TYPES else str(value).encode("utf-8", "replace").decode()
