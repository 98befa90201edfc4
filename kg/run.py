"""Many articles: load, read, store, and then, once, what is derived from all of them.

The same articles give the same quads, in any order and on any number of workers.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import clear_frames
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg import __version__, authority, graph, iri, judgements, load
from kg.consolidate import consolidated, keep_names, names, parts, stated, update
from kg.errors import InputError, KgError, LoadError
from kg.graph.added import AUTHORITY, more_quads
from kg.link.added import LINKS, described, described_first, tied
from kg.link.links import linking, links, local
from kg.pipeline import PROFILES, Profile
from kg.reader import Options, Read, results
from kg.store import LeftOut, Store
from kg.vocab import DK, SCHEMA, SKOS

__all__ = ["Progress", "Report", "build", "derive", "derived", "remove"]

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the file just done."""

_CONSOLIDATED = iri.graph("consolidated")
_TOGETHER = 256
"""Articles that are stored in one step."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    built: int = 0
    """Articles that the store did not hold."""
    replaced: int = 0
    """Articles that it held, read again."""
    kept: int = 0
    """Articles that an interrupted run had read already."""
    repeated: int = 0
    """Copies of articles of this run: the same text, outlet, address and time."""
    left_out: tuple[LeftOut, ...] = ()
    undated: tuple[str, ...] = ()
    """Files whose article was read without a time of publication."""

    @property
    def articles(self) -> int:
        """Articles of this run that are in the store now."""
        return self.built + self.replaced + self.kept


def build(
    paths: load.Paths,
    store: str | os.PathLike[str] | Store,
    *,
    profile: Profile = "fast",
    language: str | None = None,
    format: str | None = None,  # noqa: A002 - the name of the option
    published: datetime | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Read articles into a store; an article that it holds already takes the place of its former reading.

    Documents that cannot be read are left out, the run goes on, and the store remembers them with the reason.  After
    an error of the run itself the store is as before.  A run that was interrupted (Ctrl-C, a kill) leaves the store
    as before for its readers; the same run started again goes on where it stopped.

    Args:
        paths: files and folders; `-` is stdin.
        store: an open store, or the path of one; made where none stands.
        profile: `fast` reads by rules and the authority, `full` also with a model.
        language: ISO 639-1 code of all articles; by default each tells its own.
        format: name of the loader; by default the content tells.
        published: time of publication of all articles; by default each tells its own.  A reading of the same text
            under another time, or none, is replaced.
        workers: processes that read; more than one needs a script that can be imported (`if __name__ == "__main__"`).
        progress: called after each file.

    Raises:
        InputError: an option is wrong.
        StoreError: the store cannot be opened or written.
        MissingExtraError: the profile is full and no model is installed.
    """
    if profile not in PROFILES:
        raise InputError(f"profile {profile!r}: no such profile. Profiles: {', '.join(PROFILES)}.")
    if workers < 1:
        raise InputError(f"workers: {workers} is not a number of processes. Give 1 or more.")
    options = Options(profile, language, format, published)
    load.articles((), format=format, language=language)  # a wrong option is an error of the run, not of each file
    opened = store if isinstance(store, Store) else Store.open(Path(store), create=True)
    try:
        report = _build(list(load.files(paths)), opened, options, workers, progress)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        _undo(opened, error)
        raise
    finally:
        if opened is not store:
            opened.close()
    return report


def _build(
    files: list[Path | LoadError], store: Store, options: Options, workers: int, progress: Progress | None
) -> Report:
    new, batch = not len(store), _Batch(store, options)
    try:
        for number, where, found in results(files, options, workers):
            for result in found:
                batch.take(result)
            if progress is not None:
                progress(number, len(files), where)
    except KeyboardInterrupt:
        batch.flush()
        raise
    report = batch.close()
    if new and not report.articles:
        store.rollback()
    else:
        store.commit()
    return report


class _Batch:
    """Articles on their way into a store, some dozens at a time: that costs half of one at a time.

    All articles of a new store that is small go there in one step together with what follows from them, which is then
    worked out without reading them back.
    """

    def __init__(self, store: Store, options: Options) -> None:
        self._store, self._profile = store, options.profile
        self._dated = options.published is not None
        self._resumed, self._new = store.changed, not len(store)
        self._waiting: dict[str, Read] = {}
        self._changed: set[str] = set()
        self._named: set[str] | None = set() if self._new and not self._resumed else None
        """The things that all articles of the store name, where this run has read all of them."""
        self._counts = {"built": 0, "replaced": 0, "kept": 0, "repeated": 0}
        self._left_out: list[LeftOut] = []
        self._undated: list[str] = []

    def take(self, result: "Read | LeftOut") -> None:
        """Take what was read, or what was left out."""
        if isinstance(result, LeftOut):
            self._left_out.append(result)
        elif result.article not in self._changed and self._read_before(result.article):
            self._counts["kept"] += 1
        elif result.article in self._waiting or result.article in self._changed:
            self._counts["repeated"] += 1
        else:
            self._waiting[result.article] = result
            self._undated += [] if result.dated else [result.where]
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def close(self) -> Report:
        """Store what is left with all that follows from it, and tell what was done."""
        if self._new:
            self.flush(derived({name: read.graph for name, read in self._waiting.items()}) if self._waiting else {})
        else:
            self.flush()
            derive(self._store, None if self._resumed else self._changed, self._named)
        for entry in self._left_out:
            self._store.leave_out(*entry)
        return Report(**self._counts, left_out=tuple(self._left_out), undated=tuple(self._undated))

    def flush(self, derived: Mapping[str, bytes] = MappingProxyType({})) -> None:
        """Store what waits, and other graphs in the same step."""
        self._new = False
        graphs = {iri.article_graph(read.article): read.graph.quads for read in self._waiting.values()}
        replaced = self._store.replace_all({**graphs, **derived})
        self._changed.update(self._waiting)
        if self._dated:
            replaced |= self._drop_former()
        if self._named is not None:
            self._named.update(*(read.graph.names for read in self._waiting.values()))
        for read in self._waiting.values():
            self._store.take_in(read.where)
        self._counts["replaced"] += len(replaced)
        self._counts["built"] += len(self._waiting) - len(replaced)
        self._waiting.clear()

    def _drop_former(self) -> set[str]:
        """Remove the readings of what waits under another time; return the graphs that took the place of one."""
        former = {name: set(_dated_otherwise(self._store.oxigraph, name)) for name in self._waiting}
        for article in set().union(*former.values()):
            self._store.remove(article)
            self._changed.add(article)
        return {iri.article_graph(name) for name, found in former.items() if found}

    def _read_before(self, article: str) -> bool:
        """Tell whether the run goes on from one that was interrupted after it had read this article."""
        return (
            self._resumed and article in self._store and _read_by(self._store, article) == (__version__, self._profile)
        )


def _dated_otherwise(database: ox.Store, article: str) -> Iterator[str]:
    """Yield the articles of the same text, outlet and address that have another time of publication, or none."""
    known = _identity(database, iri.article(article))
    for digest in known[DK.sha256]:
        for quad in database.quads_for_pattern(None, ox.NamedNode(DK.sha256), digest, None):
            other = str(quad.subject)[1:-1].removeprefix(iri.article(""))
            if other != article and _identity(database, iri.article(other)) == known:
                yield other


def _identity(database: ox.Store, article: str) -> dict[str, set[Any]]:
    """Return what an article is known by, its time apart: digest of the text, outlet and address."""
    return {
        name: {
            quad.object for quad in database.quads_for_pattern(ox.NamedNode(article), ox.NamedNode(name), None, None)
        }
        for name in (DK.sha256, DK.source, SCHEMA.url)
    }


def _read_by(store: Store, article: str) -> tuple[str, str]:
    """Return version and profile of the pipeline that read a stored article."""
    run = ox.NamedNode(iri.part(article, "extraction"))
    found = []
    for predicate in (DK.pipelineVersion, DK.profile):
        quad = next(store.oxigraph.quads_for_pattern(run, ox.NamedNode(predicate), None, None), None)
        found.append(quad.object.value if quad is not None and isinstance(quad.object, ox.Literal) else "")
    return found[0], found[1]


def derive(store: Store, changed: Collection[str] | None = None, named: Collection[str] | None = None) -> None:
    """Make anew what follows from the articles and judgements of a store.

    That is what the authority knows of the actors, which things are linked and joined, and the canonical graph.

    Args:
        store: the store.
        changed: ids of the articles that changed since this was done last; by default any may have.
        named: the things that all articles name, where that is known.
    """
    database = store.oxigraph
    before = stated(database, changed) if changed is not None else None
    if named is None and changed is not None:
        named = names(database, changed)
    if named is None:
        named = store.values(iri.article_graph(""), iri.ENTITY)
    learned = _more_known(store, frozenset(named) - before, changed or ()) if before else None
    if learned is None:
        learned = _all_known(store, frozenset(named))
    found = update(database, changed, learned) if changed is not None else None
    if found is None:
        store.renew(_CONSOLIDATED, parts(store.oxigraph))
    else:
        store.amend(_CONSOLIDATED, *found)
    keep_names(store.oxigraph, named)


def _known(store: Store, named: frozenset[str]) -> dict[str, bytes]:
    """Store and return what is known of the things that articles name: the graphs that the last follows from."""
    rulings = judgements.Rulings(judgements.read(store.oxigraph))
    ids = graph.ids_of(named | {name for each in rulings.all for name in each.pair})
    known = graph.authority_document(authority.load(), ids)
    before = list(ox.parse(linking(known), format=ox.RdfFormat.N_QUADS))
    after, linked = links(store.oxigraph, before, rulings)
    moved = {f"{quad} .\n".encode() for quad in set(before).difference(after)}
    made = {
        iri.graph(n): graph.nquads(q) for n, q in (("tables", graph.tables_quads(authority.files())), ("links", linked))
    }
    made[AUTHORITY.value] = b"".join(line for line in known.splitlines(keepends=True) if line not in moved)
    for name, quads in made.items():
        store.replace(name, quads)
    return made


def _all_known(store: Store, named: frozenset[str]) -> set[str]:
    """Store what is known of the things that articles name; return of which of them that is something else than before."""
    name = iri.graph("authority")
    before = set(store.quads(name))
    _known(store, named)
    changed = before.symmetric_difference(store.quads(name))
    return _names(changed)


def _more_known(store: Store, new: frozenset[str], changed: Collection[str]) -> set[str] | None:
    """Store what is known of things that articles name now which were added; return of which something else is known.

    None, and nothing is stored, where it must be worked out for all: where a judgement or a Wikidata item ties them to
    others.
    """
    database = store.oxigraph
    local = described_first(database, changed)
    ruled = {name for each in judgements.read(database) for name in each.pair}
    known, offices = more_quads(database, authority.load(), graph.ids_of(new))
    things, said = _names(known) | local, described(database, local)
    linked_to = (quad.object for quads in (known, said) for quad in quads if quad.predicate.value == SKOS.exactMatch)
    items = {node.value for node in linked_to if isinstance(node, ox.NamedNode)}
    if ruled & things or tied(database, things, items):
        return None
    come, linked = links(said, known, judgements.Rulings())
    gone = _said_of(database, offices, AUTHORITY)
    store.amend(AUTHORITY.value, gone - set(come), set(come) - gone)
    before = _said_of(database, local, LINKS)
    store.amend(LINKS.value, before - set(linked), set(linked) - before)
    store.replace(iri.graph("tables"), graph.tables_quads(authority.files()))
    return _names(gone ^ set(come))


def _said_of(database: ox.Store, things: Iterable[str], name: ox.NamedNode) -> set[ox.Quad]:
    """Return what a graph says of some things."""
    return {quad for thing in things for quad in database.quads_for_pattern(ox.NamedNode(thing), None, None, name)}


def _names(quads: Iterable[ox.Quad]) -> set[str]:
    """Return what quads are about."""
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def derived(articles: dict[str, graph.ArticleGraph]) -> dict[str, bytes]:
    """Return what follows from articles that are all there will be: the same graphs, by IRI, worked out without a store."""
    told = {iri.article_graph(name): each.told for name, each in articles.items()}
    store = Store.memory()  # of what the articles say, links alone are worked out by asking a store
    store.replace_all({name: local(quads) for name, quads in told.items()})
    known = _known(store, frozenset[str]().union(*(each.names for each in articles.values())))
    return known | {_CONSOLIDATED: consolidated(store.oxigraph, told)}


def remove(articles: Iterable[str], store: Store) -> None:
    """Remove articles from a store with all that follows from them alone.

    Raises:
        StoreError: the store holds no such article; nothing is removed.
    """
    wanted = list(dict.fromkeys(articles))
    known = None if store.changed else wanted
    try:
        for article in wanted:
            store.remove(article)
        derive(store, known)
    except KgError as error:
        _undo(store, error)
        raise
    store.commit()


def _undo(store: Store, error: BaseException) -> None:
    """Roll back after an error; frames on the way to it may hold the open database, which is closed only when nothing does."""
    cause: BaseException | None = error
    while cause is not None:
        clear_frames(cause.__traceback__)
        cause = cause.__cause__ or cause.__context__
    store.rollback()
