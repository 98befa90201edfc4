"""`kg view`: the network of a store as a page or a file, drawn by a plug-in of the group `kg.views`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from kg.cli.arguments import confidence_option, day, store_argument, sure
from kg.cli.output import Output

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.store import Store

__all__ = ["command", "draw"]


@click.command("view")
@store_argument
@click.option(
    "-o", "--output", "file", metavar="FILE", required=True, type=click.Path(path_type=Path), help="File to write."
)
@click.option("--replace", is_flag=True, help="Overwrite FILE where it exists.")
@click.option(
    "--around", multiple=True, metavar="NAME", help="Keep what is near this actor, place or event; may be repeated."
)
@click.option(
    "--depth", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Steps from NAME that are near."
)
@click.option("--since", type=day, metavar="DAY", help="Leave out what ended before this day.")
@click.option("--until", type=day, metavar="DAY", help="Leave out what began after this day.")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    help="Keep events of this type (meeting, signing ...); may be repeated.",
)
@confidence_option
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Keep the N most connected nodes.")
@click.option(
    "--lang", "language", default="en", show_default=True, metavar="CODE", help="Language of labels and page."
)
@click.option("--title", default="", metavar="TEXT", help="Heading of the page.")
def command(
    store: Path,
    file: Path,
    replace: bool,
    min_confidence: float,
    **options: Any,
) -> None:
    """Write the network of a store as one HTML page that opens offline.

    Each line between two actors is an event, each event leads to the sentences that tell it.  The suffix of FILE
    decides: .html, or another view at hand (see: kg plugins).

    \b
    Example:
      kg view news.kg -o network.html
      kg view news.kg -o doha.html --around "Mike Pompeo" --depth 2 --since 2020-02-01 --type meeting
    """
    from kg import plugins
    from kg.errors import InputError
    from kg.store import Store

    suffix, views = file.suffix.lower().removeprefix("."), plugins.names("kg.views")
    if suffix not in views:
        known = ", ".join(f".{each}" for each in views) or "none"
        raise InputError(f"{file}: no view writes {file.suffix or 'a file without suffix'}. Views at hand: {known}.")
    with (
        Output(file=file, replace=replace).stream() as stream,
        Store.read(store) as opened,
        sure(opened, min_confidence) as seen,
    ):
        stream.write(draw(seen, suffix, **options))
    click.echo(f"{file}: written.", err=True)


def draw(store: "Store", view: str, *, around: tuple[str, ...] = (), title: str = "", **options: Any) -> bytes:
    """Return the network of a store as a view writes it; options are those of `kg.view.network.network`."""
    from kg import plugins
    from kg.query import called
    from kg.view.network import network

    near = [node for name in around for node in called(store.oxigraph, name)]
    graph = network(store.oxigraph, around=near, **options)
    if not graph:
        click.echo("Nothing in the store fits: the network is empty.", err=True)
    write = cast("Callable[..., bytes]", plugins.load("kg.views", view))
    return write(graph, title=title) if title else write(graph)
