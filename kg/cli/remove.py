"""`kg remove`: articles out of a store, with all that follows from them alone."""

import re
from pathlib import Path

import click

from kg.cli.arguments import store_argument

__all__ = ["command"]


@click.command("remove")
@store_argument
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
def command(store: Path, articles: tuple[str, ...]) -> None:
    """Take articles out of a store, with all that follows from them alone.

    ARTICLE is an id or an IRI, in any form in which one is shown; the question `articles` lists them.  Either all are removed or none is.

    \b
    Example:
      kg query news.kg articles
      kg remove news.kg 29970d3b6ef1a90b
    """
    from kg import run
    from kg.store import Store

    ids = [re.sub(r"^<?(?:.*[/:])?|>$", "", each) for each in articles]
    with Store.open(store) as opened:
        run.remove(ids, opened)
        left = len(opened.articles())
    click.echo(f"{store}: {len(set(ids))} removed, {left} left.")
