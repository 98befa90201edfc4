"""`kg disagreements`: where sources exclude each other; the question `disagreements`, laid side by side."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

__all__ = ["command"]

Row = Mapping[str, object]


@click.command("disagreements")
@store_argument
@click.option("--event", metavar="NAME|IRI", help="Keep this event.")
@click.option("--actor", metavar="NAME", help="Keep events in which this actor takes part.")
@click.option(
    "--slot", metavar="WORD", help="Keep what differs in this: day, deadline, figure, place, who, whether, words."
)
@output_options
def command(store: Path, event: str | None, actor: str | None, slot: str | None, output: Output) -> None:
    """Show where sources disagree: every value claimed of one event, side by side.

    None is chosen.  Sources differ on the day, the deadline, a figure, the place, who signed, or whether it took place; or one
    says that another's words are not so.  Beside each value stand its speaker, outlet, date and sentence.

    \b
    Example:
      kg disagreements news.kg
      kg disagreements news.kg --actor "Taliban" --slot whether --json
    """
    from kg import query
    from kg.store import Store

    given = {name: value for name, value in (("event", event), ("actor", actor), ("slot", slot)) if value}
    with Store.read(store) as opened:
        rows = query.answer(opened.oxigraph, "disagreements", given).dicts()
    if not rows:
        click.echo("No disagreement found.", err=True)
    output.write(
        ("event", "on", "value", "says", "in", "sentence"),
        _side_by_side(rows) if output.chosen() == "table" else _flat(rows),
        _records(rows),
    )


def _flat(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield row["label"], row["slot"], row["value"], _who(row), _where(row), row["sentence"]


def _side_by_side(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    """Yield the rows, what is as in the row above left out."""
    above: list[object] = [None, None, None]
    for label, slot, value, *rest in _flat(rows):
        here = [label, slot, value]
        same = next((n for n, (old, new) in enumerate(zip(above, here, strict=True)) if old != new), len(here))
        yield *[None] * same, *here[same:], *rest
        above = here


def _records(rows: Iterable[Row]) -> Iterator[dict[str, object]]:
    """Yield one record for each thing that sources disagree on, with all values and all who claim them."""
    kept = ("status", "speaker", "via", "outlet", "published", "sentence", "article", "claim")
    for (event, slot), differing in groupby(rows, key=lambda row: (row["event"], row["slot"])):
        claimed = list(differing)
        values = [
            {"value": value, "claims": [{k: row[k] for k in kept if row[k] is not None} for row in same]}
            for value, same in groupby(claimed, key=lambda row: row["value"])
        ]
        yield {"event": event, "label": claimed[0]["label"], "slot": slot, "values": values}


def _who(row: Row) -> str:
    return " via ".join(str(row[name]) for name in ("speaker", "via") if row[name])


def _where(row: Row) -> str:
    published = row["published"]
    return ", ".join(part for part in (str(row["outlet"] or ""), str(published)[:10] if published else "") if part)
