"""`kg link`: proposes Wikidata items for what has none."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.arguments import store_argument
from kg.cli.output import Output, output_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.link.candidate import LinkType
    from kg.link.linking import Proposal
    from kg.link.sources import Sources

__all__ = ["command"]

_TYPES = ["person", "organization", "country", "place", "population", "office", "agreement"]
_WIKIDATA = "https://query.wikidata.org/sparql"


@click.command("link")
@store_argument
@click.option(
    "--endpoint", metavar="URL", default=_WIKIDATA, show_default=True, help="SPARQL query service over Wikidata's data."
)
@click.option(
    "--search",
    metavar="URL",
    help="Address of the search of Wikidata; by default its own where the endpoint is its own, else none.",
)
@click.option("--offline", is_flag=True, help="Ask nobody: use the local authority alone.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(_TYPES),
    metavar="TYPE",
    help=f"Link things of this type ({', '.join(_TYPES)}); may be repeated.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Link the N things that most articles name.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1, min_open=True),
    metavar="S",
    help="Score from which the best candidate is linked, in place of the measured one.",
)
@click.option(
    "--linker", "linkers", multiple=True, metavar="NAME", help="Use this linker; may be repeated. See: kg plugins"
)
@click.option(
    "--contact",
    metavar="TEXT",
    default="",
    envvar="KG_CONTACT",
    help="Mail or web address that is told to the service beside that of the project, as Wikimedia asks; or set KG_CONTACT.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be recorded and record nothing.")
@output_options
def command(
    store: Path,
    endpoint: str,
    search: str | None,
    offline: bool,
    types: tuple["LinkType", ...],
    limit: int | None,
    threshold: float | None,
    linkers: tuple[str, ...],
    contact: str,
    dry_run: bool,
    output: Output,
) -> None:
    """Propose Wikidata items for what has none, and record the sure ones.

    That is actors, places, offices and agreements of a store.  Candidates come from the local authority, the query service and the search of Wikidata.  Each is held against name,
    type, dates, country, offices and context; one of another type is never taken.  At or above the threshold the best
    is linked, below it the best few are kept with their scores, to be judged: kg review.  A link is a recorded
    judgement, undone by `kg judge STORE THING ITEM different`.

    \b
    Example:
      kg link news.kg --contact me@example.org
      kg link news.kg --offline --type person --dry-run
      kg link news.kg --endpoint http://127.0.0.1:7878/query
    """
    from kg import decide
    from kg.cli.progress import progress
    from kg.judgements import Rulings, read
    from kg.link.linking import link
    from kg.store import Store

    sources = _sources(endpoint, search, offline=offline, contact=contact)
    options: dict[str, Any] = {"types": types, "limit": limit, "threshold": threshold, "linkers": linkers}
    with Store.read(store) if dry_run else Store.open(store) as opened, progress("Linking") as advance:
        if dry_run:
            graph = opened.oxigraph
            found = link(graph, sources, Rulings(read(graph)), progress=advance, **options)
        else:
            found = decide.link(opened, sources, progress=advance, **options)
    _write(output, found)
    counts = {status: sum(_status(each) == status for each in found) for status in ("linked", "candidate", "unlinked")}
    told = f"{counts['linked']} linked, {counts['candidate']} to be judged, {counts['unlinked']} without candidate"
    click.echo(f"{store}: {told}{'; nothing recorded' if dry_run else ''}.", err=True)


def _sources(endpoint: str, search: str | None, *, offline: bool, contact: str) -> "Sources":
    from kg.link.search import DEFAULT, Search
    from kg.link.sources import Sources
    from kg.link.wikidata import Wikidata, agent

    if offline:
        return Sources()
    name = agent(contact)
    address = search or (DEFAULT if endpoint == _WIKIDATA else "")
    return Sources(Wikidata(endpoint, agent=name), Search(address, agent=name) if address else None)


def _status(each: "Proposal") -> str:
    return "linked" if each.linked else "candidate" if each.scored else "unlinked"


def _write(output: Output, found: "Iterable[Proposal]") -> None:
    """Write a row for each candidate; what has none is only counted."""
    from kg.link.linking import label

    rows = []
    for each in found:
        name = each.thing.names[0][0] if each.thing.names else ""
        for one in each.scored[:1] if each.linked else each.scored[:5]:
            what = (name, each.thing.type, _status(each), one.candidate.id, label(one), round(one.score, 3))
            rows.append((*what, ", ".join(one.signs), each.thing.iri))
    if output.chosen() == "table":
        output.write(("name", "type", "status", "item", "called there", "score"), [row[:6] for row in rows])
    else:
        output.write(("name", "type", "status", "item", "called", "score", "why", "thing"), rows)
