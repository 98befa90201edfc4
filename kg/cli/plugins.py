"""`kg plugins`: loaders, views, linkers and extractors by name; nothing of them is imported."""

import click

from kg.cli.output import Output, output_options

__all__ = ["command"]


@click.command("plugins")
@output_options
def command(output: Output) -> None:
    """List loaders, views, linkers and extractors.

    Ours register the same way as those of other packages: by an entry point.

    \b
    Example:
      kg plugins
    """
    from kg import plugins

    rows = [(group, name, plugins.origin(group, name)) for group in plugins.GROUPS for name in plugins.names(group)]
    output.write(("group", "name", "from"), rows)
