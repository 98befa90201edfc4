"""`kg langs`: the languages that articles can be read in."""

import click

from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("langs")
@output_options
def command(output: Output) -> None:
    """List the languages that articles can be read in.

    Each is one file, data/lang/CODE.toml.

    \b
    Example:
      kg langs
    """
    from kg import lang

    found = [lang.load(code) for code in lang.codes()]
    output.write(("code", "name", "event_types"), [(each.code, each.name, len(each.events)) for each in found])
