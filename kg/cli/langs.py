"""`kg langs`: the languages that articles can be read in, and how many words each has for each event type."""

from typing import TYPE_CHECKING

import click

from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from kg.lang import Language

__all__ = ["command"]


@click.command("langs")
@output_options
def command(output: Output) -> None:
    """List the languages that articles can be read in.

    Each is one file, data/lang/CODE.toml.  The table counts the verbs and nouns that each language has for each type of
    event: where a cell is 0, such events are not found in that language.  The other forms have one row a language and
    type.

    \b
    Example:
      kg langs
      kg langs --csv -o coverage.csv
    """
    from kg import lang
    from kg.vocab import EVENT_TYPES

    found = [lang.load(code) for code in lang.codes()]
    counts = {(each.code, kind): _words(each, kind) for kind in EVENT_TYPES for each in found}
    if output.chosen() != "table":
        rows = [(each.code, each.name, kind, counts[each.code, kind]) for each in found for kind in EVENT_TYPES]
        output.write(("code", "name", "event_type", "words"), rows)
        return
    kinds = sorted(EVENT_TYPES, key=lambda kind: (-sum(counts[each.code, kind] for each in found), kind))
    table: list[tuple[object, ...]] = [(kind, *(counts[each.code, kind] for each in found)) for kind in kinds]
    table.append(("all", *(sum(counts[each.code, kind] for kind in kinds) for each in found)))
    output.write(("event type", *(f"{each.code} {each.name}" for each in found)), table)


def _words(language: "Language", kind: str) -> int:
    """Return how many verbs and nouns a language has for a type of event; statements are read from those of speech."""
    words = language.speech if kind == "statement" else language.events.get(kind)
    return len(words.verbs) + len(words.nouns) if words else 0
