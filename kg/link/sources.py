"""What linkers may ask: the query service and the search of Wikidata, or neither where nothing may leave the machine."""

from dataclasses import dataclass

from kg.link.search import Search
from kg.link.wikidata import Wikidata

__all__ = ["Sources"]


@dataclass(frozen=True, slots=True)
class Sources:
    """Given to each linker with the things to be linked."""

    wikidata: Wikidata | None = None
    """The query service; None where the run is offline."""
    search: Search | None = None
    """The search of Wikidata; None where the run is offline or the service is not Wikidata's."""
