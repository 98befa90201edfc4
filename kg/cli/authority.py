"""`kg authority`: who and what is known beforehand: shown, checked, added to by hand, brought up to date from Wikidata."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from kg.cli.arguments import day
from kg.cli.output import Output, output_options

__all__ = ["command"]


class _Parts(click.Group):
    """The parts of the verb, in the order in which they are of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the parts."""
        del ctx
        return list(self.commands)


def _into(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--into`: the user's own authority folder."""
    return click.option(
        "--into",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Your authority folder; by default what KG_AUTHORITY names, else one in your data folder.",
    )(function)


@click.command("authority", cls=_Parts, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Show, check and add to what is known of actors and offices; bring it up to date from Wikidata.

    What you add, and what an update brings, goes to a folder of your own, which is read beside the shipped tables.

    \b
    Example:
      kg authority show "Mike Pompeo"
      kg authority update --office foreign_minister --country QA --since 2015
      kg authority check
    """


@command.command("show")
@click.argument("name")
@_into
@output_options
def show(name: str, into: Path | None, output: Output) -> None:
    """Show what is known of a name: every candidate, best first, with ids, offices, what each rests on, and sources.

    The name may be a spelling that the tables lack, an authority id or a Wikidata id.

    \b
    Example:
      kg authority show "Sergueï Lavrov"
      kg authority show Q58217 --json
    """
    from kg.authority.telling import told
    from kg.errors import InputError

    if not name.strip():
        raise InputError("the name is empty. Give a name, an authority id or a Wikidata id.")
    found = told(name, own=into)
    if not found:
        raise InputError(f"{name}: nobody and nothing of that name is known. Add one with: kg authority add")
    rows = [
        (each["id"], each["label"], each["type"], each["country"], each["wikidata"], each["found"], each["offices"], each["bases"], each["sources"])
        for each in found
    ]  # fmt: skip
    output.write(
        ("id", "label", "type", "country", "wikidata", "found as", "offices", "rest on", "sources"), rows, found
    )


@command.command("holders")
@click.argument("office")
@click.option("--state", default="", metavar="STATE", help="The state, as ISO 3166-1 code or by name.")
@click.option("--on", type=day, metavar="DAY", help="The day of the question, YYYY-MM-DD.")
@_into
@output_options
def holders(office: str, state: str, on: date | None, into: Path | None, output: Output) -> None:
    """Show who held an office, on a day or ever, in all tables: no store is needed.

    OFFICE is a kind (head_of_state, head_of_government, foreign_minister, defence_minister, interior_minister,
    finance_minister, ambassador, envoy, secretary_general) or words of an English title.  A term without an end lasted
    when the tables were made; what is not certain is a successor that his predecessor alone names.

    \b
    Example:
      kg authority holders foreign_minister --state Russia --on 2015-06-01
      kg authority holders "Secretary of State" --state US
    """
    from kg.authority.holding import held, told_apart
    from kg.errors import InputError

    found = held(office, state=state, on=on, own=into)
    if not found:
        raise InputError(f"{office}: no holder is known. Name a kind of office, or fewer words of its English title.")
    output.write(tuple(found[0]), [tuple(row.values()) for row in found], found)
    apart = told_apart(found)
    if apart:
        click.echo(f"{apart}.", err=True)


@command.command("add")
@click.argument("name")
@click.option("--type", "kind", required=True, metavar="TYPE", help="Person, Organization, ArmedGroup, Agreement ...")
@click.option("--country", default="", metavar="ISO", help="State it belongs to, as ISO 3166-1 code.")
@click.option("--french", default="", metavar="NAME", help="Name in French.")
@click.option(
    "--alias", "aliases", multiple=True, metavar="NAME", help="Another name; may open with a language (ru:НАТО)."
)
@click.option(
    "--office", "offices", multiple=True, metavar="TITLE=START/END", help="Office held; `..` for an open end."
)
@click.option("--wikidata", default="", metavar="QID", help="Its Wikidata id, looked up there, never from memory.")
@click.option("--source", default="", metavar="TEXT", help="Where this is known from.")
@click.option("--namesake", is_flag=True, help="Add it although another one bears the name.")
@_into
def add(name: str, into: Path | None, **given: Any) -> None:
    """Add an actor, place or agreement of your own to your authority folder.

    What is there already is refused: by id, by Wikidata id, or by name, unless you say that it is a namesake.

    \b
    Example:
      kg authority add "Sasakawa Peace Foundation" --type Organization --country JP --french "Fondation Sasakawa"
      kg authority add "Rina Amiri" --type Person --country US --office "Special Envoy for Afghan Women=2021-12/.."
    """
    from kg.authority.adding import add as add_row

    row, file = add_row(name, own=into, **given)
    click.echo(f"{row['id']}: added to {file}.", err=True)


@command.command("update")
@click.option(
    "--office", "kinds", multiple=True, metavar="KIND", help="Offices to ask for: head_of_state, ambassador ..."
)
@click.option("--organisations", is_flag=True, help="Ask for international organisations and armed groups.")
@click.option("--agreements", is_flag=True, help="Ask for treaties and other agreements.")
@click.option("--country", "states", multiple=True, metavar="ISO", help="Of these states only; by default of all.")
@click.option(
    "--since", type=click.IntRange(1900, 2200), default=1990, show_default=True, metavar="YEAR", help="First year."
)
@click.option("--until", type=click.IntRange(1900, 2200), metavar="YEAR", help="Last year; by default this one.")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    default=("en", "fr"),
    show_default=True,
    metavar="CODE",
    help="Language of names.",
)
@click.option("--endpoint", metavar="URL", help="Query service; by default Wikidata's.")
@click.option(
    "--contact",
    default="",
    envvar="KG_CONTACT",
    metavar="TEXT",
    help="Address under which the keepers of the service reach you, beside that of the project; or set KG_CONTACT.",
)
@click.option(
    "--parallel", type=click.IntRange(1, 5), default=2, show_default=True, metavar="N", help="Questions at a time."
)
@click.option(
    "--restart", is_flag=True, help="Ask everything anew instead of going on with a run that was interrupted."
)
@_into
@output_options
def update(output: Output, into: Path | None, endpoint: str | None, contact: str, parallel: int, **wanted: Any) -> None:
    """Bring offices, their holders, organisations and agreements up to date from Wikidata.

    Without --office, --organisations or --agreements all of them are asked for.  What looks wrong is reported, not loaded.
    The exit status is 1 where an answer was refused.  A run that is interrupted goes on when you give the same command again.

    \b
    Example:
      kg authority update --office foreign_minister --office head_of_state --country QA --country FR
      kg authority update --agreements --since 2015 --lang en --lang fr --lang ar
    """
    from kg.cli.bringing import bring

    report = bring(wanted, into, endpoint, contact, parallel)
    counts = ", ".join(f"{number} {what}" for what, number in report.counts.items())
    click.echo(f"{report.folder}: {counts}. Run {report.run}.", err=True)
    output.write(("kind", "item", "says"), [(each.kind, each.item, each.says) for each in report.findings])
    if any(each.kind == "refused" for each in report.findings):
        raise click.exceptions.Exit(1)


@command.command("check")
@_into
@output_options
def check(into: Path | None, output: Output) -> None:
    """Check all tables, the shipped ones and your own: one line for each thing that is wrong.

    Wrong are malformed ids, one id for two, terms that overlap or end before they begin, holders who were dead, unknown
    states and types.  The exit status is 1 where anything is.

    \b
    Example:
      kg authority check
    """
    from kg.authority.checking import check as findings

    found = findings(own=into)
    output.write(("table", "id", "says"), found)
    click.echo(f"{len(found)} found." if found else "Nothing wrong.", err=True)
    if found:
        raise click.exceptions.Exit(1)
