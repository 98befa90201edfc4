"""The answer to a question: named columns and tuples of plain Python values."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, overload

import pyoxigraph as ox

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Row", "Rows", "Value", "plain"]

Value = str | int | float | bool | date | datetime | None
"""An IRI or text as str; None where a variable has no value."""
Row = tuple[Value, ...]

_XSD = "http://www.w3.org/2001/XMLSchema#"


def _truth(lexical: str) -> bool:
    return lexical in {"true", "1"}


_READERS: dict[str, Callable[[str], Value]] = {
    f"{_XSD}boolean": _truth,
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
    f"{_XSD}date": date.fromisoformat,
    f"{_XSD}dateTime": datetime.fromisoformat,
}


def plain(lexical: str, datatype: str) -> Value:
    """Return a literal as a Python value; what Python has no value for stays as written."""
    reader = _READERS.get(datatype)
    if reader is not None:
        with suppress(ValueError):
            return reader(lexical)
    return lexical


def _value(term: object) -> Value:
    if isinstance(term, ox.Literal):
        return plain(term.value, term.datatype.value)
    if isinstance(term, ox.NamedNode):
        return term.value
    return None if term is None else str(term)


class Rows(Sequence[Row]):
    """Rows in the order of the answer; `columns` names their places.

    Example:
        for other, place in rows: ...
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Take the names of the columns and the rows, each as long as the names."""
        self.columns = tuple(columns)
        self._rows = tuple(rows)

    @classmethod
    def of(cls, answer: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples") -> "Rows":
        """Read an answer of Oxigraph; ASK gives one row `answer`, CONSTRUCT and DESCRIBE three columns."""
        if isinstance(answer, ox.QueryBoolean):
            return cls(("answer",), ((bool(answer),),))
        if isinstance(answer, ox.QueryTriples):
            rows = [tuple(_value(term) for term in triple) for triple in answer]
            return cls(("subject", "predicate", "object"), rows)
        names = [variable.value for variable in answer.variables]
        return cls(names, [tuple(_value(solution[name]) for name in names) for solution in answer])

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "tuple[Row, ...]": ...
    def __getitem__(self, index: int | slice) -> "Row | tuple[Row, ...]":
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.columns, self._rows) == (other.columns, other._rows)

    def __hash__(self) -> int:
        return hash((self.columns, self._rows))

    def __repr__(self) -> str:
        return f"Rows({len(self)} x {', '.join(self.columns)})"

    def dicts(self) -> list[dict[str, Value]]:
        """Return each row as a dictionary by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self]

    def frame(self) -> "DataFrame":
        """Return the rows as a pandas data frame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            from kg.errors import MissingExtraError

            raise MissingExtraError("pandas", "frames") from error
        columns: Any = list(self.columns)
        return pd.DataFrame.from_records(list(self), columns=columns)
