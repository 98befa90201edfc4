"""`kg load`: what the loaders see."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import asdict

from kg.cli.arguments import article_options, paths_argument
from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from kg.model import Article

__all__ = ["command"]

_METADATA = (
    "id",
    "language",
    "title",
    "byline",
    "source",
    "agency",
    "published",
    "modified",
    "url",
    "loader",
    "repairs",
)


@click.command("load")
@paths_argument
@article_options
@output_options
def command(paths: tuple[str, ...], given: dict[str, Any], output: Output) -> None:
    """Show what the loaders see: segments and metadata.

    PATHS are files and folders; `-` reads stdin.  Claims are read from title, lead, body and caption alone.

    \b
    Example:
      kg load articles/fr/2020-02-29-accord-de-doha.txt --table
    """
    from kg.cli.articles import Articles

    articles = Articles(paths, given)
    if output.chosen() == "table":
        output.write(("what", "start", "end", "text"), (row[1:] for row in _rows(articles, ("path", *_METADATA))))
    else:
        output.write(("path", "what", "start", "end", "text"), _rows(articles, _METADATA), _records(articles))
    articles.close()


def _rows(articles: "Iterable[Article]", metadata: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    for article in articles:
        for name in metadata:
            value = getattr(article, name)
            if value:
                yield article.path, name, None, None, value
        for segment in article.segments:
            yield article.path, segment.kind, segment.start, segment.end, article.text[segment.start : segment.end]


def _records(articles: "Iterable[Article]") -> Iterator[dict[str, object]]:
    for article in articles:
        fields = asdict(article) | {"segments": [asdict(segment) for segment in article.segments]}
        yield {name: value for name, value in fields.items() if value not in (None, (), [])}
