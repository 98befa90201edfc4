"""`kg langs`: the languages that articles can be read in, and how many words each has for each event type."""

import click

from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("langs")
@output_options
def command(output: Output) -> None:
    """List the languages that articles can be read in.

    Each is one file, data/lang/CODE.toml. A row counts the verbs and nouns of one event type.

    \b
    Example:
      kg langs
    """
    from kg import lang

    found = [lang.load(code) for code in lang.codes()]
    kinds = sorted({kind for each in found for kind in each.events})
    rows = []
    for each in found:
        for kind in kinds:
            words = each.events.get(kind)
            rows.append((each.code, each.name, kind, len(words.verbs) + len(words.nouns) if words else 0))
    output.write(("code", "name", "event_type", "words"), rows)
