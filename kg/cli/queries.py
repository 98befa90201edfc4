"""`kg queries`: the questions that a store can be asked by name."""

import click

from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("queries")
@output_options
def command(output: Output) -> None:
    """List the questions that a store can be asked by name.

    Each is one file, queries/NAME.rq.

    \b
    Example:
      kg queries
    """
    from kg import query

    rows = []
    for name, question in query.named().items():
        parameters = [f"{parameter.name}: {parameter.what}" for parameter in question.parameters]
        rows.append((name, question.title, parameters, [f"kg query STORE {name} {each}" for each in question.examples]))
    output.write(("name", "asks", "parameters", "example"), rows)
