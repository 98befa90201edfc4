"""The embedded store: one named graph per article, written whole or not at all; readers see finished states only."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg import iri
from kg.errors import StoreError
from kg.store.database import BROKEN, MEND, fill, go_back, live, snapshot
from kg.store.folder import Folder, Hold
from kg.store.left_out import LeftOut, read_left_out, to_quads
from kg.store.lines import check, difference, triples_of

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Store"]

_ARTICLE = iri.article_graph("")
_OWN = iri.graph("store")
_MANY = 4_000
"""Quads of new graphs from which it costs less to write them past the transactions, as files taken over at once."""
_LARGE = 100_000
"""Quads of a graph from which it is written anew part by part."""


class Store:
    """A store of articles' graphs with what is derived from them; use the class methods to get one.

    On disk, what is written is seen by readers after `commit`, and undone by `rollback`; a store that is left by an
    error is neither, so that an interrupted run can go on where it stopped.  In memory, both do
    nothing.  `with Store.open(path) as store: ...` commits at the end of the block and closes in any case.
    """

    def __init__(
        self, oxigraph: ox.Store, folder: Folder | None = None, hold: Hold | None = None, *, writable: bool = True
    ) -> None:
        """Wrap an open Oxigraph store; for the class methods alone."""
        self._oxigraph: ox.Store | None = oxigraph
        self._folder = folder
        self._hold = hold
        self._writable = writable
        self._changed = writable and folder is not None and folder.unfinished

    # ---------------------------------------------------------------- open and close

    @classmethod
    def memory(cls) -> Self:
        """Return an empty store in memory."""
        return cls(ox.Store())

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open a store on disk for writing; with `create`, make it where none stands.

        Raises:
            StoreError: no store, another thing, a store of another layout or one that is being written stands there.
        """
        folder = Folder(Path(path))
        new = not folder.exists()
        if new:
            if not create:
                folder.check()
            folder.make()
        folder.acquire()
        try:
            return cls(live(folder), folder)
        except StoreError:
            if new:
                folder.delete()
            folder.release()
            raise

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Open the last finished state of a store on disk for reading; a build that goes on beside is not seen.

        Raises:
            StoreError: no store, another thing, or a store that was never finished stands there.
        """
        folder = Folder(Path(path))
        folder.check()
        found, hold = snapshot(folder)
        return cls(found, folder, hold, writable=False)

    def close(self) -> None:
        """Close the store; a second call does nothing."""
        self._oxigraph = None  # pyoxigraph closes a database when nothing refers to it
        if self._hold is not None:
            self._hold.drop()
        if self._folder is not None and self._writable:
            self._folder.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._writable:
            self.commit()
        self.close()

    @property
    def oxigraph(self) -> ox.Store:
        """The Oxigraph store under it: query it with the union of the graphs as default graph.

        Raises:
            StoreError: the store is closed.
        """
        if self._oxigraph is None:
            raise StoreError(f"{self.name}: the store is closed.")
        return self._oxigraph

    @property
    def name(self) -> str:
        """The path of the store, or `memory`."""
        return str(self._folder.path) if self._folder else "memory"

    @property
    def changed(self) -> bool:
        """True where something was written since the last commit, by this process or by one that was interrupted."""
        return self._changed

    # ---------------------------------------------------------------- finish or undo

    def commit(self) -> None:
        """Show what was written to readers, as one step.

        Raises:
            StoreError: the disk refuses.
        """
        folder = self._folder
        written = self._writing()
        if folder is not None and (self._changed or not folder.snapshots()):
            try:
                written.flush()
                made = folder.fresh()
                written.backup(str(made))
                folder.publish(made)
                folder.mark(unfinished=False)
            except BROKEN as error:
                raise StoreError(
                    f"{self.name}: cannot finish the store ({error}). Readers see it as before. {MEND}"
                ) from error
        self._changed = False

    def rollback(self) -> None:
        """Go back to the last committed state; a store that never had one is removed and closed."""
        self._writing()
        folder = self._folder
        if folder is None or (folder.snapshots() and not self._changed):
            return
        self._oxigraph = None
        if not folder.snapshots():
            folder.delete()
            return
        try:
            go_back(folder)
            self._oxigraph = live(folder)
        except BROKEN as error:
            raise StoreError(f"{self.name}: cannot go back ({error}). Readers see it as before. {MEND}") from error
        self._changed = False

    # ---------------------------------------------------------------- write

    def put(self, article_id: str, quads: Iterable[ox.Quad] | bytes) -> bool:
        """Store the graph of one article in one transaction; return True where it took the place of another.

        Args:
            article_id: the article.
            quads: its quads, or the same as N-Quads, which costs less.

        Raises:
            StoreError: the disk refuses; the store is as before.
            ValueError: a quad belongs to another graph or holds a blank node, which would not be reproducible.
        """
        return self.replace(iri.article_graph(article_id), quads)

    def replace(self, graph: str, quads: Iterable[ox.Quad] | bytes) -> bool:
        """Store a named graph whole, in place of what it held, in one transaction; as `put`."""
        data = quads if isinstance(quads, bytes) else ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        return bool(self.replace_all({graph: data}))

    def replace_all(self, graphs: Mapping[str, bytes]) -> set[str]:
        """Store named graphs, given as N-Quads, in place of what they held; return those that held something.

        New graphs are stored together in one step, which costs half of one each: after a crash all of them are there
        or none.  Of the others only what differs is written, in one transaction each.

        Raises:
            StoreError: the disk refuses.
            ValueError: as `put`; the store is as before.
        """
        for name, data in graphs.items():
            check(data, name)
        held = {name for name in graphs if self.oxigraph.contains_named_graph(ox.NamedNode(name))}
        self._add(b"".join(data for name, data in graphs.items() if name not in held))
        for name in sorted(held):
            self._change(name, graphs[name])
        return held

    def renew(self, graph: str, parts: Iterable[bytes]) -> None:
        """Store a named graph, given as N-Quads part by part, in place of what it held; after a crash some may be there.

        A store in memory is as before when a part cannot be had or stored; one on disk goes back by `rollback`.

        Raises:
            StoreError: the disk refuses.
            ValueError: as `put`.
        """
        with ExitStack() as undo:
            if self._folder is None:
                undo.callback(self._put_back, graph, ox.serialize(self.quads(graph), format=ox.RdfFormat.N_QUADS))
            self._renew(graph, parts)
            undo.pop_all()

    def _put_back(self, graph: str, before: bytes | None) -> None:
        self._clear(graph)
        self._add(before or b"")

    def _renew(self, graph: str, parts: Iterable[bytes]) -> None:
        if self._large(graph):
            self._clear(graph)
        elif self.oxigraph.contains_named_graph(ox.NamedNode(graph)):
            self.replace(graph, b"".join(sorted({line for part in parts for line in part.splitlines(keepends=True)})))
            return
        for part in parts:
            check(part, graph)
            self._add(part)

    def _large(self, graph: str) -> bool:
        """Tell whether a graph holds so much that it is better written anew than compared."""
        return next(islice(self.quads(graph), _LARGE, None), None) is not None

    def _clear(self, graph: str) -> None:
        found = self.quads(graph)
        while part := ox.serialize(islice(found, _LARGE), format=ox.RdfFormat.N_QUADS):
            self._amend(graph, part, b"")

    def amend(self, graph: str, gone: Iterable[ox.Quad], come: Iterable[ox.Quad]) -> None:
        """Remove some quads of a named graph and add others, in one transaction; as `put`."""
        lines = [ox.serialize(part, format=ox.RdfFormat.N_QUADS) or b"" for part in (gone, come)]
        check(lines[1], graph)
        self._amend(graph, *lines)

    def _change(self, graph: str, data: bytes) -> None:
        self._amend(graph, *difference(ox.serialize(self.quads(graph), format=ox.RdfFormat.N_QUADS) or b"", data))

    def _amend(self, graph: str, gone: bytes, new: bytes) -> None:
        acts = (("DELETE", gone), ("INSERT", new))
        updates = [f"{act} DATA {{ GRAPH <{graph}> {{ {triples_of(part, graph)} }} }}" for act, part in acts if part]
        if updates:  # an update is the one way to remove and add in one transaction
            self._write(lambda database: database.update(" ; ".join(updates)))

    def _add(self, data: bytes) -> None:
        """Add quads of new graphs in one step; they were written by `pyoxigraph`, which has checked each IRI then."""
        if self._folder is not None and data.count(b"\n") >= _MANY:
            self._write(lambda database: database.bulk_load(data, format=ox.RdfFormat.N_QUADS, lenient=True))
        elif data:
            self._write(lambda database: database.load(data, format=ox.RdfFormat.N_QUADS, lenient=True))

    def _write(self, act: Callable[[ox.Store], None]) -> None:
        """Change the database, noted beforehand as holding what readers do not see."""
        database = self._writing()
        try:
            if not self._changed and self._folder is not None:
                self._folder.mark(unfinished=True)
            self._changed = True
            act(database)
        except BROKEN as error:
            raise StoreError(f"{self.name}: cannot be written ({error}). Readers see it as before. {MEND}") from error

    def remove(self, article_id: str) -> None:
        """Remove the graph of one article.

        Raises:
            StoreError: the store holds no such article.
        """
        if article_id not in self:
            raise StoreError(
                f"{self.name}: no article {article_id}. List them with: kg query {shlex.quote(self.name)} articles"
            )
        self._write(lambda database: database.remove_graph(ox.NamedNode(iri.article_graph(article_id))))

    def discard(self, quads: Iterable[ox.Quad]) -> None:
        """Remove quads of named graphs in one transaction."""
        graphs: dict[str, list[ox.Quad]] = {}
        for quad in quads:
            graphs.setdefault(str(quad.graph_name), []).append(quad)
        parts = (" . ".join(str(quad.triple) for quad in found) for found in graphs.values())
        acts = [f"GRAPH {name} {{ {part} }}" for name, part in zip(graphs, parts, strict=True)]
        if acts:
            self._write(lambda database: database.update(f"DELETE DATA {{ {' '.join(acts)} }}"))

    def leave_out(self, where: str, reason: str) -> None:
        """Remember that a document was left out and why; the last reason counts."""
        self.take_in(where)
        self._write(lambda database: database.extend(to_quads(LeftOut(where, reason))))

    def take_in(self, where: str) -> None:
        """Forget that a document was left out."""
        entry = to_quads(LeftOut(where, ""))[0]
        self.discard(list(self.oxigraph.quads_for_pattern(entry.subject, None, None, entry.graph_name)))

    def load(self, source: str | Path) -> None:
        """Add the quads of an N-Quads file, all or none.

        Raises:
            InputError: the file is missing or no N-Quads; the store is as before.
        """
        self._write(lambda database: fill(database, str(source)))

    # ---------------------------------------------------------------- read

    def __contains__(self, article_id: object) -> bool:
        return self.oxigraph.contains_named_graph(ox.NamedNode(iri.article_graph(str(article_id))))

    def __len__(self) -> int:
        return len(self.oxigraph)

    def articles(self) -> list[str]:
        """Return the ids of the articles in it, sorted."""
        return [graph.removeprefix(_ARTICLE) for graph in self.graphs() if graph.startswith(_ARTICLE)]

    def graphs(self) -> list[str]:
        """Return the IRIs of its named graphs, sorted."""
        return sorted(node.value for node in self.oxigraph.named_graphs() if isinstance(node, ox.NamedNode))

    def values(self, graphs: str, stem: str) -> frozenset[str]:
        """Return the IRIs that begin with a stem and are said of anything in graphs whose IRIs begin with another."""
        text = (f'STRSTARTS(STR({name}), "{begin}")' for name, begin in (("?graph", graphs), ("?value", stem)))
        found = self.oxigraph.query(
            f"SELECT DISTINCT ?value {{ GRAPH ?graph {{ ?s ?p ?value }} FILTER(isIRI(?value) && {' && '.join(text)}) }}"
        )
        assert isinstance(found, ox.QuerySolutions)
        return frozenset(row[0].value for row in found if isinstance(row[0], ox.NamedNode))

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """Yield the quads of one named graph, in no order."""
        return self.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode(graph))

    def left_out(self) -> list[LeftOut]:
        """Return the documents that were left out, sorted by where they stand."""
        return read_left_out(self.quads(_OWN))

    def dump(self) -> bytes:
        """Return all graphs but the store's own as N-Quads, the lines sorted by their bytes."""
        own = ox.NamedNode(_OWN)
        quads = (quad for quad in self.oxigraph if quad.graph_name != own)
        lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        return b"".join(sorted(lines.splitlines(keepends=True)))

    def copy(self, folder: Path) -> "Store":
        """Return a copy to work on, which is nobody's store: in an empty folder if this one is on disk, else in memory."""
        if self._folder is None:
            copied = Store.memory()
            copied.oxigraph.extend(self.oxigraph)
            return copied
        self.oxigraph.backup(str(folder / "copy"))
        return Store(ox.Store(str(folder / "copy")))

    def rdflib(self) -> "Dataset":
        """Return the store as an rdflib dataset whose default graph is the union of all graphs."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.oxigraph), default_union=True)

    def _writing(self) -> ox.Store:
        if not self._writable:
            raise StoreError(f"{self.name}: opened for reading. Open it for writing with Store.open.")
        return self.oxigraph
