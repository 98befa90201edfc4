"""Arguments and options that several verbs share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.store import Store

__all__ = [
    "article_options",
    "confidence_option",
    "day",
    "paths_argument",
    "profile_option",
    "store_argument",
    "sure",
    "workers_option",
]


def day(value: str) -> date:
    """Return a day, as the type of an option.

    Raises:
        BadParameter: it is not written as ISO 8601 has it.
    """
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day. Write it as 2020-11-21.") from None


class _Time(click.DateTime):
    """A day, or a day and a time, in any form of ISO 8601."""

    name = "time"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return one example of the form, in place of them all."""
        del param, ctx
        return "YYYY-MM-DD[THH:MM]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time; a day is its midnight."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day or time. Write it as 2020-11-21 or 2020-11-21T11:26.", param, ctx)


def store_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument STORE, the folder of a store: the first of any verb that has one."""
    return click.argument("store", type=click.Path(path_type=Path))(function)


def paths_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument PATHS: files and folders of articles."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATHS...")(function)


def article_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what the user may state about the input; the verb receives it as `given`: keywords of `kg.load.articles`."""

    @wraps(function)
    def call(*args: Any, format_: str | None, language: str | None, published: datetime | None, **options: Any) -> None:
        function(*args, given={"format": format_, "language": language, "published": published}, **options)

    wrapped = click.option("--published", type=_Time(), help="Time of publication, in place of what the files say.")(
        call
    )
    wrapped = click.option(
        "--lang", "language", metavar="CODE", help="Language of the articles; by default told from each. See: kg langs"
    )(wrapped)
    return click.option(
        "--format", "format_", metavar="NAME", help="Loader to use; by default the content decides. See: kg plugins"
    )(wrapped)


def profile_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--profile`: how articles are read."""
    return click.option(
        "--profile",
        type=click.Choice(["fast", "full"]),
        default="fast",
        show_default=True,
        help="fast: no model. full: a model finds the names that the authority lacks.",
    )(function)


def workers_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--workers`: how many processes read."""
    return click.option(
        "--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes that read."
    )(function)


def confidence_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--min-confidence`: which claims are seen."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="C",
        help="See the store as it would be of the claims alone that were read with this confidence (0 to 1) or more.",
    )(function)


@contextmanager
def sure(store: "Store", least: float) -> "Iterator[Store]":
    """Give a store as it would be of the claims alone that were read with a confidence of `least` or more."""
    if not least:
        yield store
        return
    from kg.knowledge import KnowledgeGraph

    with KnowledgeGraph(store).surely(least) as graph:
        yield graph.store
