"""What `kg export` writes as QuickStatements."""

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.store import Store

__all__ = ["quickstatements_options", "render"]


def quickstatements_options(function: "Callable[..., None]") -> "Callable[..., None]":
    """Add what a verb needs to write QuickStatements; it receives them as `lacking`."""
    from functools import wraps

    @wraps(function)
    def call(
        *args: Any, endpoint: str | None, offline: bool, min_confidence: float, contact: str, **options: Any
    ) -> None:
        lacking = {"endpoint": endpoint, "offline": offline, "min_confidence": min_confidence, "contact": contact}
        function(*args, lacking=lacking, **options)

    wrapped = click.option(
        "--contact", metavar="TEXT", default="", envvar="KG_CONTACT", help=".qs: how the service can reach you."
    )(call)
    wrapped = click.option(
        "--min-confidence", type=click.FloatRange(0, 1), default=0.6, show_default=True, metavar="C",
        help=".qs: leave out what was read less surely.",
    )(wrapped)  # fmt: skip
    wrapped = click.option("--offline", is_flag=True, help=".qs: ask the local authority alone what items lack.")(
        wrapped
    )
    return click.option(
        "--endpoint", metavar="URL", help=".qs: query service that says what items lack; Wikidata's by default."
    )(wrapped)


def render(store: "Store", *, endpoint: str | None, offline: bool, min_confidence: float, contact: str) -> bytes:
    """Return what a store has and Wikidata lacks as QuickStatements.

    Raises:
        LinkError: the query service cannot be asked, or its answer is not taken.
    """
    from datetime import UTC, datetime

    from kg.link.quickstatements import lacking, said, written
    from kg.link.sources import Sources
    from kg.link.wikidata import DEFAULT, Wikidata, agent

    service = None if offline else Wikidata(endpoint or DEFAULT, agent=agent(contact), days=0)
    statements = said(store.oxigraph, min_confidence)
    new = lacking(statements, Sources(service)) if statements else []
    click.echo(f"{len(statements)} statements on linked items, {len(new)} of them new.", err=True)
    return written(new, datetime.now(UTC).date()).encode()
