"""One fault."""

from dataclasses import dataclass

__all__ = ["Violation"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A rule that does not hold for a subject."""

    rule: str
    """Name of the rule; `shape:` begins the name of a SHACL shape."""
    subject: str
    """IRI of what is wrong."""
    message: str
    """What should be, and what is."""
    graph: str
    """IRI of the named graph; empty for the default graph."""

    def __str__(self) -> str:
        where = f" in <{self.graph}>" if self.graph else ""
        return f"{self.rule}: <{self.subject}>{where}: {self.message}"
