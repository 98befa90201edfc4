"""`kg why`: the evidence behind everything said of a thing; the question `evidence`, laid out for reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options
from kg.vocab import DK

if TYPE_CHECKING:
    from kg.query import Rows, Value

__all__ = ["command"]

_OF_JUDGEMENTS = ("reason", "one", "one_says", "one_in", "other", "other_says", "other_in")
SHOWN = 8
"""Of things that bear one name, how many are listed."""


@click.command("why")
@store_argument
@click.argument("thing", metavar="NAME|IRI")
@output_options
def command(store: Path, thing: str, output: Output) -> None:
    """Show the evidence behind everything said of a thing.

    The thing is an actor, place, event, agreement, commitment, claim or judgement: by name, or by id in any form in
    which one is shown (IRI, `event/...`, `id:event/...`, a Wikidata id, the last part alone).  Told are the sentence,
    the article and its date, who says it, by which rule and how surely it was read, and for a holder told by his office
    the term of office; then each judgement that joined reports of it or keeps it apart, with the reason; and how many independent sources there are.

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
        judged = query.answer(opened.oxigraph, "judgements", {"thing": f"<{found[0]}>"})
        articles, sources = query.counted(opened.oxigraph, found[0], (str(row["article"]) for row in rows.dicts()))
    if not rows:
        raise QueryError(f"{thing}: is in the store, but no article says anything of it.")
    if output.chosen() == "table":
        output.write(("what", "sentence", "says", "in", "read by", "id"), chain(_brief(rows), _reasons(judged)))
    else:
        columns = (*rows.columns, *_OF_JUDGEMENTS)
        output.write(columns, chain(_wide(rows), _judgements(judged, rows.columns)), _records(rows.dicts(), judged))
    counts = {"article": articles, "independent source": sources, "judgement": len(judged)}
    click.echo(", ".join(f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items() if n) + ".", err=True)


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
            " ".join(str(part) for part in (row["rule"], row["confidence"]) if part is not None) + _term(row["term"]),
            str(row["said"]),
        )


def _term(value: "Value") -> str:
    """Return the term of office by which an office without a name, or a bare surname, was read as its holder."""
    return f" by the term of {value}" if value else ""


def _reasons(judged: "Rows") -> Iterator[tuple[str, ...]]:
    """Yield the judgements under the same columns."""
    for row in judged.dicts():
        said = [f"{row['reason'] or ''}:", *(f"“{row[side]}”" for side in ("one_says", "other_says") if row[side])]
        yield (
            f"judged {row['verdict']}",
            " ".join(said if len(said) > 1 else [said[0].rstrip(":")]),
            "",
            "",
            " ".join(str(part) for part in (row["judge"], row["score"]) if part is not None),
            str(row["judgement"]),
        )


def _wide(rows: "Rows") -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield *row, *[None] * len(_OF_JUDGEMENTS)


def _judgements(judged: "Rows", columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Yield the judgements under the columns of the evidence and their own."""
    for record in _records((), judged):
        yield tuple(record.get(column) for column in (*columns, *_OF_JUDGEMENTS))


def _records(rows: Iterable[Mapping[str, object]], judged: "Rows") -> Iterator[Mapping[str, object]]:
    """Yield the evidence, then the judgements: what each says, by which rule or whom, on which two reports."""
    for row in rows:
        yield dict(row)
    for of in judged.dicts():
        told = {"said": of["judgement"], "as": DK.judges, "status": of["verdict"], "rule": of["judge"]}
        yield told | {"confidence": of["score"]} | {name: of[name] for name in _OF_JUDGEMENTS}


def _local(value: "Value") -> str:
    """Return the last part of an IRI."""
    return str(value or "").replace("#", "/").rsplit("/", 1)[-1].replace("_", " ")


def _day(value: "Value") -> str:
    return "" if value is None else str(value)[:10]
