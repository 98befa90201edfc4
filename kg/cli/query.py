"""`kg query`: a question to a store, by name, from a file or in SPARQL."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import click

from kg.cli.arguments import confidence_option, store_argument, sure
from kg.cli.output import Output, output_options

__all__ = ["command"]


class _Command(click.Command):
    """Says how a parameter is given to whoever writes `-p NAME=VALUE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for option, given in pairwise(args):
            found = re.match(r"(\w+)=(.*)", given, re.DOTALL) if option in {"-p", "--param"} else None
            if found:
                value = f'"{found[2]}"' if " " in found[2] else found[2]
                raise click.UsageError(
                    f"{option} takes a name and a value, with a blank between: {option} {found[1]} {value}", ctx
                )
        return super().parse_args(ctx, args)


@click.command("query", cls=_Command)
@store_argument
@click.argument("question")
@click.option(
    "-p",
    "--param",
    "parameters",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Give a parameter a value; again for another parameter, or for another value that will do.",
)
@confidence_option
@output_options
def command(
    store: Path, question: str, parameters: tuple[tuple[str, str], ...], min_confidence: float, output: Output
) -> None:
    """Ask a store a question: by name, from a file or in SPARQL.

    QUESTION is a name (see: kg queries), a file, or SPARQL 1.1; `-` reads SPARQL from stdin.

    \b
    Example:
      kg query news.kg meetings -p person "Donald Trump" --table
      kg query news.kg timeline -p type withdrawal --min-confidence 0.5
      kg query news.kg 'SELECT ?event { ?event a dk:Event }' --csv
    """
    from kg import query
    from kg.store import Store

    text = sys.stdin.read() if question == "-" else question
    values: dict[str, list[str]] = {}
    for name, value in parameters:
        values.setdefault(name, []).append(value)
    asked = query.find(text)
    with Store.read(store) as opened, sure(opened, min_confidence) as seen:
        rows = query.answer(seen.oxigraph, asked, values)
    output.write(rows.columns, rows)
    if not rows:
        click.echo("No rows.", err=True)
