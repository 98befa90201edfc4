"""Runs the rules of ontology/rules/: each is a query for ?subject ?graph ?detail that must find nothing."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg import share
from kg.check.violation import Violation
from kg.errors import DataError

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["broken_rules", "rules"]

_SAYS = "# says: "


@cache
def rules() -> dict[str, tuple[str, str]]:
    """Return rule name -> (what should be, query).

    Raises:
        DataError: a rule file does not begin with what it says.
    """
    found = {}
    for file in sorted(share.path("ontology", "rules").glob("*.rq")):
        query = file.read_text(encoding="utf-8")
        first = query.partition("\n")[0]
        if not first.startswith(_SAYS):
            raise DataError(f"ontology/rules/{file.name}: the first line must begin with {_SAYS!r}.")
        found[file.stem] = (first.removeprefix(_SAYS), query)
    return found


def broken_rules(store: "ox.Store") -> Iterator[Violation]:
    """Yield what the rules find."""
    import pyoxigraph as ox

    for name, (says, query) in rules().items():
        found = store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        for row in found:
            yield Violation(name, _text(row["subject"]), f"{says}: {_text(row['detail'])}", _text(row["graph"]))


def _text(term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> str:
    return str(getattr(term, "value", term or ""))
