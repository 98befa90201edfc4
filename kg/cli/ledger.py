"""`kg ledger`: the commitments of an agreement and what articles say became of them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import day, store_argument
from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from kg.query.ledger import Entry

__all__ = ["command"]

_COLUMNS = ("commitment", "day", "step", "what", "says", "sentence")


@click.command("ledger")
@store_argument
@click.argument("agreement", metavar="[AGREEMENT]", required=False)
@click.option("--on", type=day, metavar="DAY", help="As known on this day: what was published later is left out.")
@output_options
def command(store: Path, agreement: str | None, on: date | None, output: Output) -> None:
    """Print the ledger of an agreement: each commitment, and what became of it.

    AGREEMENT is its name, a part of the name, or its id; without it all agreements are told.  The steps are claims with
    their sentences, in the order of their publication: promised, announced, begun, stalled, resumed, in part, done, moved (its
    deadline), postponed, denied, broken.  How a commitment stands is counted from them: `late` is first done after the day,
    `overdue` is past its day and done by no article, `disputed` is told as done and denied.

    \b
    Example:
      kg ledger news.kg "Doha Agreement"
      kg ledger news.kg Doha --on 2020-11-30 --json
    """
    from shlex import quote

    from kg.errors import QueryError
    from kg.query.ledger import ledger
    from kg.store import Store

    with Store.read(store) as opened:
        entries = ledger(opened.oxigraph, agreement, on.isoformat() if on else "")
    if not entries:
        raise QueryError(
            f"{agreement or store}: no article tells of a commitment{' under it' if agreement else ''}. "
            f"Agreements: kg query {quote(str(store))} agreement"
        )
    output.write(_COLUMNS, _rows(entries), (asdict(entry) for entry in entries))


def _rows(entries: "Sequence[Entry]") -> Iterator[tuple[str, ...]]:
    several = len({entry.agreement for entry in entries}) > 1
    for entry in entries:
        head = f"{entry.name}: {_head(entry)}" if several else _head(entry)
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
    return f"{owed}{to}{due}: {entry.stands}"
