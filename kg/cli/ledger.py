"""`kg ledger`: the commitments of an agreement and what articles say became of them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from kg.query.ledger import Entry

__all__ = ["command"]

_COLUMNS = ("commitment", "day", "step", "what", "says", "sentence")


@click.command("ledger")
@store_argument
@click.argument("agreement", metavar="AGREEMENT")
@output_options
def command(store: Path, agreement: str, output: Output) -> None:
    """Print the ledger of an agreement: each commitment, and what became of it.

    It is told with the sentences that articles tell it in.  AGREEMENT is a name or id.  The steps are claims in the order of their publication: promised, announced, begun,
    done, moved (its deadline), postponed, denied, broken.  The JSON form has one record a commitment; its `standing`
    adds `late` (first done after the day), `overdue` (the day is past, no article says it was done) and `disputed`.

    \b
    Example:
      kg ledger news.kg "Doha Agreement"
      kg ledger news.kg "Doha Agreement" --json
    """
    from kg import query
    from kg.errors import QueryError
    from kg.query.ledger import ledger
    from kg.store import Store

    with Store.read(store) as opened:
        query.called(opened.oxigraph, agreement)
        entries = ledger(opened.oxigraph, agreement)
    if not entries:
        raise QueryError(
            f"{agreement}: no article tells of a commitment under it. Agreements: kg query STORE agreement"
        )
    output.write(_COLUMNS, _rows(entries), (asdict(entry) for entry in entries))


def _rows(entries: "Sequence[Entry]") -> Iterator[tuple[str, ...]]:
    for entry in entries:
        head = _head(entry)
        for step in entry.steps:
            what = [step.figure, f"on {step.day}" if step.day else "", f"due {step.deadline}" if step.deadline else ""]
            who = ", ".join(part for part in (step.speaker, step.outlet) if part)
            yield head, step.published, step.word, ", ".join(filter(None, what)), who, step.sentence
            head = ""


def _head(entry: "Entry") -> str:
    """Return a commitment in a few words: who owes what to whom, by when, and how it stands."""
    owed = " ".join(part for part in (entry.kind, f"by {entry.owed_by}" if entry.owed_by else "") if part)
    to = f" to {entry.owed_to}" if entry.owed_to else ""
    due = f", due {entry.due}" if entry.due else ""
    return f"{owed}{to}{due}: {', '.join(entry.standing)}"
