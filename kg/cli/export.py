"""`kg export`: a store as RDF, as a table or as its network by a view plug-in; the suffix of the file decides."""

from itertools import takewhile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output
from kg.cli.quickstatements import quickstatements_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from kg.store import Store

__all__ = ["command"]

_RDF = {"jsonld": "JSON_LD", "nq": "N_QUADS", "trig": "TRIG", "ttl": "TURTLE"}
"""Suffix -> name of the format in pyoxigraph."""
_STUDIES = {"pax.csv": "pax", "plover.csv": "plover"}
"""Suffix -> the published data set whose columns the table has."""


@click.command("export")
@store_argument
@click.option(
    "-o", "--output", "file", metavar="FILE", required=True, type=click.Path(path_type=Path), help="File to write."
)
@click.option("--replace", is_flag=True, help="Overwrite FILE where it exists.")
@quickstatements_options
def command(store: Path, file: Path, replace: bool, lacking: dict[str, Any]) -> None:
    """Write a store as RDF, as a table or as a network, by suffix.

    RDF: .nq and .trig keep the named graphs, .jsonld as well; .ttl holds the triples of all graphs in one.
    Tables: .plover.csv has the events in the columns of the PLOVER data set POLECAT, .pax.csv the agreements in those
    of PA-X; a row is a passage, with its sentence, article and confidence.
    QuickStatements: .qs has the offices, signatories and participations that articles with a web address tell and the
    linked items of Wikidata lack, each with its sources.
    Networks: by the views at hand (see: kg plugins).  Graphs and lines are sorted: the same store, the same file.

    \b
    Example:
      kg export news.kg -o news.nq
      kg export news.kg -o news.graphml
      kg export news.kg -o events.plover.csv
      kg export news.kg -o news.qs --contact me@example.org
    """
    from kg import plugins
    from kg.errors import InputError
    from kg.store import Store

    forms = {*_RDF, *_STUDIES, "qs", *plugins.names("kg.views")}
    suffix = max((form for form in forms if file.name.lower().endswith(f".{form}")), key=len, default="")
    if not suffix:
        known = ", ".join(f".{form}" for form in sorted(forms))
        raise InputError(f"{file}: the suffix {file.suffix or 'is missing and'} names no form. Forms at hand: {known}.")
    with Output(file=file, replace=replace).stream() as stream, Store.read(store) as opened:
        if suffix in _RDF:
            _rdf(opened, suffix, stream)
        elif suffix in _STUDIES:
            from kg.view.studies import render

            stream.write(render(opened.oxigraph, _STUDIES[suffix]))
        elif suffix == "qs":
            from kg.cli import quickstatements

            stream.write(quickstatements.render(opened, **lacking))
        else:
            from kg.cli.view import draw

            stream.write(draw(opened, suffix))
    click.echo(f"{file}: written.", err=True)


def _rdf(store: "Store", suffix: str, stream: IO[bytes]) -> None:
    import pyoxigraph as ox

    from kg.vocab import PREFIXES

    if suffix == "nq":
        stream.write(store.dump())
        return
    quads = ox.parse(store.dump(), ox.RdfFormat.N_QUADS)
    found = _triples(quads) if suffix == "ttl" else quads
    written = ox.serialize(found, format=getattr(ox.RdfFormat, _RDF[suffix]), prefixes=PREFIXES) or b""
    lines = written.splitlines(keepends=True)
    prefixes = sorted(takewhile(lambda line: line.startswith(b"@prefix"), lines))  # Oxigraph writes them in any order
    stream.writelines([*prefixes, *lines[len(prefixes) :]])


def _triples(quads: "Iterator[ox.Quad]") -> "list[ox.Triple]":
    """Return the triples of all graphs, each once, sorted."""
    return sorted({quad.triple for quad in quads}, key=str)
