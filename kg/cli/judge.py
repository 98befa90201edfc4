"""`kg judge`: what a person finds of two things, kept in the store and obeyed by all that is derived."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_argument
from kg.cli.who import by_option, who

if TYPE_CHECKING:
    from kg.judgements import Judgement, Verdict
    from kg.store import Store

__all__ = ["command"]

_SAYS = {"same": "is the same as", "different": "is another than", "unsure": "may be the same as"}


@click.command("judge")
@store_argument
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@by_option
@click.option("--why", metavar="TEXT", default="", help="The reason.")
def command(store: Path, one: str, other: str, verdict: "Verdict", by: str, why: str) -> None:
    """Judge two things of a store to be the same, different, or neither for sure.

    A and B are two events, agreements, actors, places or offices, by name, id or IRI; a claim stands for the event that
    it reports.  B may be a Wikidata id (Q and a number): so a link is made or undone.  What is joined or kept apart in
    this way stays so over any rule, whatever is built, replaced or removed later.  All judgements are kept; of those on
    one pair the latest rules, whoever made it: judge again to change your mind, `unsure` to leave the pair to the
    rules.

    \b
    Example:
      kg judge news.kg THING ITEM same --why "their own site says so"
      kg judge news.kg event/1b43a0fc6220da74 event/4c07093352281b95 same --by "M. Analyst"
      kg judge news.kg article/29970d3b6ef1a90b/event/e3 article/0f2c1a7be9d3c4a5/event/e1 different
    """
    from kg import decide, iri
    from kg.judgements import Rulings, read
    from kg.judgements.things import name
    from kg.store import Store

    with Store.open(store) as opened:
        before = Rulings(read(opened.oxigraph))
        made = decide.judge(opened, one, other, verdict, by=who(by), why=why)
        pair = (made.thing, iri.wikidata(made.item)) if made.item else made.pair
        first, second = (name(opened.oxigraph, each) for each in pair)
        told, clashes = _effect(opened, made), decide.clashes(opened, made)
    click.echo(f"{store}: {first} {_SAYS[verdict]} {second}, says {made.by.name}.{told}")
    for clash in clashes:
        click.echo(f"Look again: {clash}. To take this back, judge the pair `unsure` or `different`.", err=True)
    earlier = before.of(*made.pair)
    if earlier is not None and earlier.verdict != verdict:
        click.echo(
            f"This takes the place of {earlier.by.name}'s {earlier.verdict!r} of {earlier.last:%Y-%m-%d}.", err=True
        )


def _effect(store: "Store", made: "Judgement") -> str:
    """Return under which id two things are one now."""
    import pyoxigraph as ox

    from kg import iri
    from kg.vocab import DK, SKOS

    if made.verdict != "same":
        return ""
    if made.item:
        linked = store.oxigraph.quads_for_pattern(
            None, ox.NamedNode(SKOS.exactMatch), ox.NamedNode(iri.wikidata(made.item))
        )
        return (
            f" {made.item} is linked."
            if next(linked, None)
            else f" {made.item} is not linked: a later judgement rules."
        )
    heads = []
    for side, itself in zip(made.sides(), made.pair, strict=True):
        found = {
            quad.object.value
            for node in side
            for predicate in (DK.aboutEvent, DK.aboutAgreement, DK.joinedTo)
            for quad in store.oxigraph.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None)
            if isinstance(quad.object, ox.NamedNode)
        }
        heads.append(found or {itself})
    common = sorted(heads[0] & heads[1])
    if not common:
        return " They stay apart: another judgement, or the rest of the graph, keeps them so."
    return f" They are now {common[0].removeprefix(iri.ENTITY)}."
