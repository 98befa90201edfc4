"""Tables in the shape of published data sets, so that a study made on one of them can be run again on a store.

`plover`: events, as the POLECAT data set has them.  `pax`: agreements, as the PA-X peace agreements data set has them.
Each row is one passage that tells of the thing, with its sentence, article and confidence.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.view.rows import read
from kg.view.studies import pax, plover
from kg.view.table import harmless
from kg.view.values import Corpus

__all__ = ["STUDIES", "render"]

Rows = Callable[[Corpus], Iterator[Mapping[str, object]]]

STUDIES: Mapping[str, tuple[Sequence[str], Rows]] = {
    "plover": (plover.COLUMNS, plover.rows),
    "pax": (pax.COLUMNS, pax.rows),
}
"""Name -> its columns, and what makes its rows."""


def render(store: ox.Store, name: str) -> bytes:
    """Return a store as one of these tables: CSV in UTF-8 with a byte order mark, as spreadsheets want it."""
    columns, rows = STUDIES[name]
    return _written(columns, rows(read(store)))


def _written(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    page = io.StringIO()
    writer = csv.DictWriter(page, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: harmless(value) for key, value in row.items()})
    return page.getvalue().encode("utf-8-sig", "replace")
