"""`kg stats`: what a store holds, in figures, and what was left out of it."""

from pathlib import Path

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("stats")
@store_argument
@click.option("--left-out", is_flag=True, help="List the documents that were left out, with the reason.")
@output_options
def command(store: Path, left_out: bool, output: Output) -> None:
    """Count what a store holds, and what was left out of it.

    \b
    Example:
      kg stats news.kg
      kg stats news.kg --left-out
    """
    from kg.cli.figures import figures
    from kg.store import Store

    with Store.read(store) as opened:
        if left_out:
            documents = opened.left_out()
            output.write(("document", "reason"), documents)
            if not documents:
                click.echo("Nothing was left out.", err=True)
            return
        found = figures(opened)
    output.write(("what", "number"), ((name.replace("_", " "), number) for name, number in found.items()), [found])
