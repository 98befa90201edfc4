"""The work behind `kg authority update`: from options to a report."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.link.update import Report

__all__ = ["bring"]


def bring(wanted: dict[str, Any], into: Path | None, endpoint: str | None, contact: str, parallel: int) -> "Report":
    """Run an update as the options say.

    Raises:
        KgError: it cannot be done; see `kg.link.update`.
    """
    from kg import share
    from kg.authority import grown
    from kg.link.harvest import Wanted, classes
    from kg.link.update import update
    from kg.link.wikidata import DEFAULT, Wikidata, agent

    shipped = share.path("data", "authority")
    today = datetime.now(UTC).date()
    asks = {name for name in ("organisations", "agreements") if wanted[name]}
    if not asks and not wanted["kinds"]:
        asks = {"offices", "organisations", "agreements"}
    known = classes(shipped).values()
    kinds = (*wanted["kinds"], *(each.kind for each in known if each.asks in asks))
    plan = Wanted(
        tuple(dict.fromkeys(kinds)),
        tuple(sorted({code.upper() for code in wanted["states"]})),
        wanted["since"],
        wanted["until"] or today.year,
        tuple(dict.fromkeys(code.lower() for code in wanted["languages"])),
    )
    service = Wikidata(endpoint or DEFAULT, agent=agent(contact), parallel=parallel, days=0)
    with progress("Asking") as tell:
        return update(service, plan, into or grown.folder(), shipped, today=today, restart=wanted["restart"], tell=tell)
