"""A group of verbs that are listed without being imported, so that `kg -h` answers at once."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from kg.errors import EndpointError, KgError

__all__ = ["Verbs"]

READER_LEFT = 141
"""Exit status where whoever reads stdout leaves, as shells give it for other tools (128 and the number of SIGPIPE)."""

_COLUMNS, _LEAST = 80, 50


def _width() -> int:
    """Return how wide help is written: as the terminal, 80 at most; without `shutil`, which would import compressors."""
    columns = os.environ.get("COLUMNS", "")
    try:
        found = int(columns) if columns.isdecimal() else 0
        if not found and sys.__stdout__ is not None:
            found = os.get_terminal_size(sys.__stdout__.fileno()).columns
    except (ValueError, OSError):
        found = 0
    return max(min(found or _COLUMNS, _COLUMNS) - 2, _LEAST)


class Verbs(click.Group):
    """A click group whose commands stand in the modules `kg.cli.<verb>`, each under the name `command`."""

    def __init__(self, *args: Any, verbs: Mapping[str, str], **options: Any) -> None:
        """Take the verbs, each with the line that lists it."""
        super().__init__(*args, **options)
        self._verbs = dict(sorted(verbs.items()))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the verbs."""
        del ctx
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb."""
        del ctx
        if cmd_name not in self._verbs:
            return None
        found: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that is called.

        Raises:
            UsageError: there is no such verb; the message names what comes near.
        """
        if args and args[0] not in self._verbs and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self._verbs, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Verbs: {', '.join(self._verbs)}."
            raise click.UsageError(f"No verb {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Answer a call for help at once: click would first look for what comes near the short name."""
        if args and args[0] in ctx.help_option_names:
            click.echo(self.get_help(ctx), color=ctx.color)
            ctx.exit()
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help text, as wide as click would make it."""
        ctx.terminal_width = ctx.terminal_width or click.formatting.FORCED_WIDTH or _width()
        return super().get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs from the lines at hand."""
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl(list(self._verbs.items()))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs first: they are what a reader looks for."""
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def _instead(self, ctx: click.Context, error: KgError) -> tuple[str, ...]:
        """Return what else to do where a service cannot be asked and the verb can do without it."""
        verb = self.get_command(ctx, ctx.invoked_subcommand or "") if isinstance(error, EndpointError) else None
        able = verb is not None and any(option.name == "offline" for option in verb.params)
        return ("Or ask nobody, with --offline.",) if able else ()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; an error raised on purpose becomes one line on stderr and exit status 1.

        So does a disk that is full.  A reader of stdout that leaves ends the verb without a word.
        """
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(" ".join((*str(error).split(), *self._instead(ctx, error)))) from error
        except BrokenPipeError:  # whoever reads the data has left: `kg query ... | head`
            _hush()
            raise click.exceptions.Exit(READER_LEFT) from None
        except OSError as error:
            _hush()
            raise click.ClickException(
                f"{error.filename or 'stdout'}: {error.strerror or error}. Make room or name another file, then run it again."
            ) from error


def _hush() -> None:
    """Send what is left for stdout nowhere, so that it does not complain at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
