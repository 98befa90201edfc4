"""The command `kg`: one file a verb, imported when the verb is called.

A sentence: verb, store, what, options.  Data goes to stdout, talk to stderr.  Exit status 0; 1 for an error that a
message explains, or for violations found; 2 for a command that cannot be understood.
"""

import click

from kg import __version__
from kg.cli.verbs import Verbs

__all__ = ["VERBS", "command", "main"]

VERBS = {
    "authority": "Show, check and add to what is known of actors and offices; bring it up to date from Wikidata.",
    "build": "Put articles into a store.",
    "check": "Hold a store against the shapes of the ontology and our own rules.",
    "disagreements": "Show where sources disagree: every value claimed of one event, side by side.",
    "export": "Write a store as RDF, as a table or as a network, by suffix.",
    "extract": "Turn articles into one JSON line each, without a store.",
    "judge": "Judge two things of a store to be the same, different, or neither for sure.",
    "langs": "List the languages that articles can be read in.",
    "ledger": "Print the ledger of an agreement: each commitment, and what became of it.",
    "link": "Propose Wikidata items for what has none, and record the sure ones.",
    "load": "Show what the loaders see: segments and metadata.",
    "plugins": "List loaders, views, linkers and extractors.",
    "queries": "List the questions that a store can be asked by name.",
    "query": "Ask a store a question: by name, from a file or in SPARQL.",
    "remove": "Take articles out of a store.",
    "review": "Show what is worth a person's look, most uncertain first, and read the decisions back.",
    "stats": "Count what a store holds, and what was left out of it.",
    "view": "Write the network of a store as one HTML page that opens offline.",
    "why": "Show the evidence behind everything said of a thing.",
}
"""Each verb with its line in the list; `kg.cli.<verb>` holds it under the name `command`."""


@click.group(
    cls=Verbs,
    verbs=VERBS,
    subcommand_metavar="VERB [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="kg")
def command() -> None:
    """Turn news articles into a sourced knowledge graph of diplomacy, and ask it questions.

    \b
    Example:
      kg build news.kg articles/
      kg query news.kg meetings -p person "Donald Trump"
      kg view news.kg -o network.html
    """


def main() -> None:
    """Run the command line."""
    command(prog_name="kg")
