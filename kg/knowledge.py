"""A store as a researcher uses it from Python: questions, data frames, networks, and an rdflib graph at the edge."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg import iri
from kg.consolidate import consolidate
from kg.errors import InputError
from kg.query import Rows, answer, called, events_of, renamed, unsure
from kg.store import LeftOut, Store

if TYPE_CHECKING:
    import networkx as nx
    from pandas import DataFrame
    from rdflib import Dataset

__all__ = ["KnowledgeGraph", "open_graph"]


class KnowledgeGraph:
    """The last finished state of a store, to be read.

    Example:
        with kg.open("news.kg") as graph:
            for row in graph.query("meetings", person="Donald Trump"):
                ...
    """

    def __init__(self, store: Store, folder: "TemporaryDirectory[str] | None" = None) -> None:
        """Wrap an open store, and the folder that goes when it is closed."""
        self.store = store
        self._folder = folder

    def query(self, question: str, **parameters: str | Sequence[str]) -> Rows:
        """Ask a question: by name, from a file or in SPARQL, with its parameters by name.

        Raises:
            QueryError: the question, a parameter or a value is wrong.
        """
        return answer(self.store.oxigraph, question, parameters)

    def surely(self, least: float) -> "KnowledgeGraph":
        """Return the graph as it would be of the claims alone that were read with a confidence of `least` or more.

        Statuses, times and counts follow from those claims; events keep their IRIs.  This one stays as it is; close both.

        Raises:
            InputError: `least` is not a number from 0 to 1.
        """
        if not 0 <= least <= 1:
            raise InputError(f"confidence {least}: not a number from 0 to 1.")
        folder = TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True)
        store = self.store.copy(Path(folder.name))
        before = events_of(store.oxigraph)
        store.discard(unsure(store.oxigraph, least))
        store.replace(iri.graph("consolidated"), renamed(consolidate(store.oxigraph), before))
        return KnowledgeGraph(store, folder)

    def frame(self, question: str, **parameters: str | Sequence[str]) -> "DataFrame":
        """Ask a question and return the answer as a pandas data frame.

        Raises:
            QueryError: as `query`.
            MissingExtraError: pandas is not installed.
        """
        return self.query(question, **parameters).frame()

    def network(self, *, around: Sequence[str] = (), **options: Any) -> "nx.MultiDiGraph[str]":
        """Return the network of actors, agreements and events, each line with the sentences that tell of it.

        Args:
            around: names, ids or IRIs; what is near one of them is kept.
            options: those of `kg.view.network.network`: language, depth, since, until, types, limit.

        Raises:
            QueryError: nothing in the store is called so.
            InputError: an unknown event type, or nothing near.
        """
        from kg.view.network import network

        near = [node for name in around for node in called(self.store.oxigraph, name)]
        return network(self.store.oxigraph, around=near, **options)

    @property
    def graph(self) -> "Dataset":
        """The store as an rdflib dataset whose default graph is the union of all graphs."""
        return self.store.rdflib()

    @property
    def articles(self) -> list[str]:
        """The ids of the articles in the store, sorted."""
        return self.store.articles()

    @property
    def left_out(self) -> list[LeftOut]:
        """The documents that builds left out, with the reason."""
        return self.store.left_out()

    def close(self) -> None:
        """Close the store."""
        self.store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({self.store.name!r})"


def open_graph(store: str | os.PathLike[str] | Store) -> KnowledgeGraph:
    """Open the last finished state of a store for reading, or wrap a store that is open.

    Raises:
        StoreError: no store stands there.
    """
    return KnowledgeGraph(store if isinstance(store, Store) else Store.read(Path(store)))
