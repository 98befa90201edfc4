"""`kg review`: what is worth a person's look; and the decisions that come back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options
from kg.cli.who import by_option, who

if TYPE_CHECKING:
    from kg.review import Kind, Pending

__all__ = ["command"]

_KINDS = ["contested", "unsure", "link", "join"]


@click.command("review")
@store_argument
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    metavar="KIND",
    help=f"Show this kind alone ({', '.join(_KINDS)}); may be repeated.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="Show the N most uncertain."
)
@click.option(
    "--read",
    "decisions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Record the decisions in FILE: an edited CSV file, or the export (.nq) of another store with its judgements.",
)
@by_option
@output_options
def command(
    store: Path, kinds: tuple["Kind", ...], limit: int, decisions: Path | None, by: str, output: Output
) -> None:
    """Show what is worth a person's look, most uncertain first, and read the decisions back.

    That is: pairs on which persons differ (contested) or could not decide (unsure), Wikidata items that a linker was not
    sure of (link), and reports that a weak rule joined (join), each with sentences.  Write it as CSV, put same,
    different or unsure into the column `decision`, a reason into `why`, and read the file back: all rows are recorded
    as judgements, or, where one is wrong, none.

    \b
    Example:
      kg review news.kg --kind link
      kg review news.kg --csv -o todo.csv
      kg review news.kg --read todo.csv --by "M. Analyst"
    """
    if decisions is not None:
        _read(store, decisions, by)
        return
    from kg.review import COLUMNS, pending
    from kg.store import Store

    with Store.read(store) as opened:
        found = pending(opened.oxigraph, kinds, limit)
    if output.chosen() == "table":
        output.write(("kind", "doubt", "is it", "the same as", "said so far", "sentences"), map(_brief, found))
    else:
        output.write(COLUMNS, [each.row() for each in found])
    if not found:
        click.echo("Nothing to judge.", err=True)


def _brief(each: "Pending") -> tuple[object, ...]:
    row = each.row()
    sentences = "\n".join([*each.sentences[:1], *each.other_sentences[:1]])
    return each.kind, row[5], f"{each.name} ({row[-2]})", f"{each.other_name} ({row[-1]})", each.said, sentences


def _read(store: Path, file: Path, by: str) -> None:
    from datetime import UTC, datetime

    from kg import decide
    from kg.review import decided
    from kg.store import Store

    with Store.open(store) as opened:
        if file.suffix.lower() == ".nq":
            made = decide.read_judgements(file)
        else:
            made = decided(opened, file, who(by), datetime.now(UTC))
        if made:
            decide.record(opened, made)
    counts = {word: sum(each.verdict == word for each in made) for word in ("same", "different", "unsure")}
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    click.echo(f"{store}: {len(made)} judgement{'' if len(made) == 1 else 's'} recorded{f' ({told})' if told else ''}.")
