"""The articles of files, folders and stdin, for verbs that read without a store; what is left out is told on stderr."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.model import Article

__all__ = ["Articles"]


class Articles:
    """The articles that can be read, one after the other; `left_out` holds where the others stand once they are told."""

    def __init__(self, paths: Sequence[str], given: dict[str, Any]) -> None:
        """Take files and folders, `-` for stdin, and what the user states about them."""
        self._paths = paths
        self._given = given
        self.left_out: set[str] = set()

    def __iter__(self) -> "Iterator[Article]":
        from kg import load
        from kg.errors import LoadError

        for each in load.articles(self._paths, **self._given):
            if isinstance(each, LoadError):
                self.left_out.add(each.where)
                click.echo(f"left out: {each}", err=True)
            else:
                yield each

    def close(self) -> None:
        """End the verb with exit status 1 where anything was left out."""
        if self.left_out:
            click.echo(f"{len(self.left_out)} left out.", err=True)
            raise click.exceptions.Exit(1)
