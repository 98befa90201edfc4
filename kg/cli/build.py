"""`kg build`: articles into a store."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.arguments import article_options, paths_argument, profile_option, store_argument, workers_option

if TYPE_CHECKING:
    from kg.pipeline import Profile
    from kg.run import Report

__all__ = ["command"]

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it."""
_NAMED = 3
"""Undated files that are told by name."""


@click.command("build")
@store_argument
@paths_argument
@profile_option
@workers_option
@article_options
def command(store: Path, paths: tuple[str, ...], profile: "Profile", workers: int, given: dict[str, Any]) -> None:
    """Put articles into a store, which is made where none stands.

    PATHS are files and folders: text, HTML, JSON, CSV, feeds; the content decides; `-` reads stdin.  Hidden files and
    READMEs of folders are passed over.  An article that the store holds already takes the place of its former reading.
    What cannot be read is left out, with its reason, and the run goes on; exit status is then 1.  After an error the
    store is as before.

    \b
    Example:
      kg build news.kg articles/ --workers 2
      kg build news.kg - < feed.xml
      kg build news.kg dispatch.txt --lang fr --published 2020-11-21T11:26 --profile full
    """
    from kg import run
    from kg.cli.figures import figures
    from kg.cli.progress import progress
    from kg.store import Store

    try:
        with progress("Reading") as advance:
            report = run.build(paths, store, profile=profile, workers=workers, progress=advance, **given)
    except KeyboardInterrupt:
        click.echo(
            f"{store}: interrupted; it is read as before. Run the same command again to go on where it stopped: "
            "another one that changes the store takes in what was read so far.",
            err=True,
        )
        raise click.exceptions.Exit(INTERRUPTED) from None
    for entry in report.left_out:
        click.echo(f"left out: {entry.where}: {entry.reason}", err=True)
    click.echo(f"{store}: {_told(report)}.")
    if report.articles:
        with Store.read(store) as opened:
            found = figures(opened)
        click.echo(f"It holds {_holds(found)}.")
    if report.undated:
        click.echo(
            f"{_counted(len(report.undated), 'article')} without a date of publication, where weekdays and days without a "
            f"year are not read: {_first(report.undated)}. Build such a file again with --published.",
            err=True,
        )
    if report.left_out:
        raise click.exceptions.Exit(1)


def _told(report: "Report") -> str:
    left_out = len({entry.where for entry in report.left_out})
    counts = {
        "built": report.built,
        "replaced": report.replaced,
        "kept": report.kept,
        "given twice": report.repeated,
        "left out": left_out,
    }
    first, *rest = [(name, count) for name, count in counts.items() if count or name == "built"]
    return f"{_counted(first[1], 'article')} {first[0]}" + "".join(f", {count} {name}" for name, count in rest)


def _first(files: tuple[str, ...]) -> str:
    """Return the first names of some files, and how many there are beside."""
    more = len(files) - _NAMED
    return ", ".join(files[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _holds(found: dict[str, int]) -> str:
    linked = f"({found['actors_with_wikidata_id']:,} with a Wikidata id)"
    names = ("article", "actor", "place", "agreement", "event", "claim")
    counted = {name: _counted(found[f"{name}s"], name) for name in names}
    counted["actor"] += f" {linked}"
    return f"{', '.join(counted[name] for name in names[:-1])} and {counted['claim']}"


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"
