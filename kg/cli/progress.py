"""A progress bar on stderr, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int, str], None] | None]:
    """Show a bar while the block runs; it is moved by a call with done, all and the item just done.

    Gives None where stderr is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(done: int, total: int, item: str) -> None:
            name = Text(item.rsplit("/", 1)[-1][:40]).markup
            bar.update(task, completed=done, total=total, description=name)

        yield advance
