"""Turn news articles into a sourced RDF knowledge graph of diplomatic actors, agreements and events."""

__version__ = "0.1.0"
