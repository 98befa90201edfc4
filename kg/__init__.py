"""Turn news articles into a sourced RDF knowledge graph of diplomatic actors, agreements and events.

    import kg
    kg.build(["articles/"], "news.kg")
    with kg.open("news.kg") as graph:
        graph.query("meetings", person="Donald Trump").frame()

The names below are the public ones; each is imported when it is first used, so that `import kg` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.knowledge import KnowledgeGraph
    from kg.knowledge import open_graph as open  # noqa: A004 - kg.open, as in gzip.open
    from kg.load import articles
    from kg.model import Article, Extraction
    from kg.pipeline import extract
    from kg.query import Rows
    from kg.query import named as questions
    from kg.run import Report, build
    from kg.store import Store

__all__ = [
    "Article",
    "Extraction",
    "KgError",
    "KnowledgeGraph",
    "Report",
    "Rows",
    "Store",
    "__version__",
    "articles",
    "build",
    "extract",
    "open",
    "questions",
]

__version__ = "0.1.0"

_HOMES = {
    "Article": "kg.model:Article",
    "Extraction": "kg.model:Extraction",
    "KgError": "kg.errors:KgError",
    "KnowledgeGraph": "kg.knowledge:KnowledgeGraph",
    "Report": "kg.run:Report",
    "Rows": "kg.query:Rows",
    "Store": "kg.store:Store",
    "articles": "kg.load:articles",
    "build": "kg.run:build",
    "extract": "kg.pipeline:extract",
    "open": "kg.knowledge:open_graph",
    "questions": "kg.query:named",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
