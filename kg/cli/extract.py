"""`kg extract`: one JSON line an article, without a store."""

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.arguments import article_options, paths_argument, profile_option
from kg.cli.output import Output, file_options, line

if TYPE_CHECKING:
    from kg.pipeline import Profile

__all__ = ["command"]


def _schema(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001 - what click calls
    if value:
        from kg.record import schema

        click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
        ctx.exit()


@click.command("extract")
@paths_argument
@profile_option
@article_options
@file_options
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_schema,
    help="Show the JSON Schema of a line.",
)
def command(paths: tuple[str, ...], profile: "Profile", given: dict[str, Any], output: Output) -> None:
    """Turn articles into one JSON line each, without a store.

    PATHS are files and folders; `-` reads stdin.  Absent values are left out; offsets are code points of `text`.

    \b
    Example:
      kg extract articles/fr | head -1 | python -m json.tool
      kg extract - --lang fr --published 2020-11-21 < article.txt
    """
    from kg.cli.articles import Articles
    from kg.pipeline import extract
    from kg.record import record

    articles = Articles(paths, given)
    with output.stream() as stream:
        for article in articles:
            stream.write(line(record(extract(article, profile=profile))))
            stream.flush()
    articles.close()
