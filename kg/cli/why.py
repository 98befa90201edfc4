"""`kg why`: the evidence behind everything said of a thing; the question `evidence`, laid out for reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from kg.query import Rows, Value

__all__ = ["command"]

SHOWN = 8
"""Of things that bear one name, how many are listed."""


@click.command("why")
@store_argument
@click.argument("thing", metavar="NAME|IRI")
@output_options
def command(store: Path, thing: str, output: Output) -> None:
    """Show the evidence behind everything said of a thing.

    The thing is an actor, event, agreement or claim: by name, or by id in any form in which one is shown (IRI,
    `event/...`, `id:event/...`, a Wikidata id, the last part alone).  Told are the sentence, the article and its
    date, who says it, and by which rule and how surely it was read.

    \b
    Example:
      kg why news.kg "Mike Pompeo"
      kg why news.kg armedgroup/taliban --json
      kg why news.kg event/1b43a0fc6220da74
    """
    from kg import query
    from kg.errors import QueryError
    from kg.store import Store

    with Store.read(store) as opened:
        found = query.called(opened.oxigraph, thing)
        if len(found) > 1:
            several = "; ".join(query.described(opened.oxigraph, found[:SHOWN]))
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            raise QueryError(f"{thing}: {len(found)} things are called so: {several}{more}. Give the id of one.")
        rows = query.answer(opened.oxigraph, "evidence", {"thing": f"<{found[0]}>"})
    if not rows:
        raise QueryError(f"{thing}: is in the store, but no article says anything of it.")
    if output.chosen() == "table":
        output.write(("what", "sentence", "says", "in", "read by", "id"), _brief(rows))
    else:
        output.write(rows.columns, rows)


def _brief(rows: "Rows") -> Iterator[tuple[str, ...]]:
    """Yield the rows in fewer columns."""
    for row in rows.dicts():
        what = [_local(row["type"]), _local(row["status"]).lower(), f"({_local(row['as'])})"]
        source = [row["source"], _day(row["published"])]
        yield (
            " ".join(word for word in what if word),
            str(row["sentence"]),
            f"{row['speaker'] or ''}{' via ' if row['via'] else ''}{row['via'] or ''}",
            ", ".join(str(part) for part in source if part),
            " ".join(str(part) for part in (row["rule"], row["confidence"]) if part is not None),
            str(row["said"]),
        )


def _local(value: "Value") -> str:
    """Return the last part of an IRI."""
    return str(value or "").replace("#", "/").rsplit("/", 1)[-1].replace("_", " ")


def _day(value: "Value") -> str:
    return "" if value is None else str(value)[:10]
