"""Questions to a store: named, in a file, or in SPARQL as typed; answered as rows of plain Python values."""

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.binding import bind, guard
from kg.query.faults import explain
from kg.query.names import called, counted, described, joined, outlets
from kg.query.questions import Parameter, Question, find, named, parse
from kg.query.rows import Row, Rows, Value
from kg.query.sure import events_of, renamed, unsure
from kg.vocab import PREFIXES

__all__ = [
    "Parameter",
    "Question",
    "Row",
    "Rows",
    "Value",
    "answer",
    "called",
    "counted",
    "described",
    "events_of",
    "find",
    "named",
    "parse",
    "renamed",
    "sparql",
    "unsure",
]


def sparql(store: ox.Store, question: str | Question, values: Mapping[str, str | Sequence[str]] | None = None) -> str:
    """Return the SPARQL that a question with these parameters comes to, for any engine.

    Raises:
        QueryError: the question, a parameter or a value is wrong.
    """
    asked = find(question) if isinstance(question, str) else question
    guard(asked)
    return bind(asked, values or {}, lambda name: joined(store, called(store, name)), lambda: outlets(store))


def answer(store: ox.Store, question: str | Question, values: Mapping[str, str | Sequence[str]] | None = None) -> Rows:
    """Ask an Oxigraph store a question; the default graph is the union of its graphs, our prefixes are known.

    Args:
        store: what is asked.
        question: a name, a file, SPARQL, or what `find` returned.
        values: parameters by name; one that is not given may be anything.

    Raises:
        QueryError: the question, a parameter or a value is wrong.

    Example:
        answer(store, "meetings", {"person": "Donald Trump"})
    """
    asked = find(question) if isinstance(question, str) else question
    text = sparql(store, asked, values)
    try:
        return Rows.of(store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True))
    except SyntaxError as error:
        raise QueryError(explain(asked, error.msg)) from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"{asked.name}: cannot be answered ({error}).") from error
