"""`kg check`: violations of the shapes of the ontology and of our own rules."""

from pathlib import Path

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("check")
@store_argument
@click.option(
    "--shacl/--no-shacl",
    default=None,
    help="Run the SHACL shapes too; by default where pyshacl is at hand and the store small.",
)
@output_options
def command(store: Path, shacl: bool | None, output: Output) -> None:
    """Hold a store against the shapes of the ontology and our own rules.

    One line a violation; exit status 1 where there is any.

    \b
    Example:
      kg check news.kg --table
    """
    from kg.check import check
    from kg.store import Store

    with Store.read(store) as opened:
        found = list(check(opened.oxigraph, shacl=shacl))
        size = len(opened)
    rows = [(each.rule, each.subject, each.message, each.graph) for each in found]
    if rows or output.chosen() != "table":
        output.write(("rule", "subject", "message", "graph"), rows)
    click.echo(f"{len(found) or 'No'} violation{'s' if len(found) > 1 else ''} in {size:,} quads.", err=True)
    if found:
        raise click.exceptions.Exit(1)
