"""Writes figures as tables of Markdown, and puts them into docs/quality.md."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from scoring import KINDS, SHARES, Count

DOCS = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
ARTICLES = ("sample", "seed", "dev", "held")


class Figure(Protocol):
    """The counts of one kind."""

    @property
    def kind(self) -> str:
        """Return what was counted."""
        ...

    @property
    def count(self) -> Count:
        """Return the counts."""
        ...


class Found(Protocol):
    """The figures of one set."""

    @property
    def name(self) -> str:
        """Return name and language of the set."""
        ...

    @property
    def digest(self) -> str:
        """Return the SHA-256 of texts and gold."""
        ...

    @property
    def figures(self) -> Sequence[Figure]:
        """Return the counts by kind."""
        ...


def cell(count: Count) -> str:
    """Return F1 with precision and recall."""
    return f"**{count.f1:.2f}** {count.precision:.2f}/{count.recall:.2f}"


def matrix(found: Sequence[Found], kinds: Sequence[str], shares: Sequence[str] = ()) -> Iterator[str]:
    """Yield a table with a row a kind and a column a set."""
    yield "| |" + "".join(f" {one.name} |" for one in found)
    yield "|---|" + "---|" * len(found)
    for kind in (*kinds, *shares):
        counts = [next((f.count for f in one.figures if f.kind == kind), None) for one in found]
        if any(counts):
            shown = (
                "" if c is None else f"{c.precision:.2f} ({c.tp}/{c.tp + c.fp})" if kind in shares else cell(c)
                for c in counts
            )
            yield f"| {kind.replace('_', ' ')} |" + "".join(f" {text} |" for text in shown)


def tables(found: Sequence[Found], profile: str) -> Iterator[str]:
    """Yield all tables of one run."""
    day = datetime.now(UTC).date().isoformat()
    yield f"`python benchmarks/evaluate.py --profile {profile} --docs`, {day}"
    yield ""
    for language in ("fr", "en", "es", "de"):
        sets = [one for one in found if one.name.split()[0] in ARTICLES and one.name.endswith(f" {language}")]
        if sets:
            yield from [*matrix(sets, KINDS, SHARES), ""]
    groups = (("dates ", ("value",), ("value_given_detected",)), ("events ", ("type", "type_source", "type_source_target"), ()),
              ("names ", ("strict", "fuzzy", "any_type", "PER", "ORG", "LOC", "linking"), ("qid_accuracy",)))  # fmt: skip
    for start, kinds, shares in groups:
        sets = [one for one in found if one.name.startswith(start)]
        if sets:
            yield from [*matrix(sets, kinds, shares), ""]
    for one in found:
        decades = [f for f in one.figures if f.kind.startswith("linking_")]
        if decades:
            right = {f.kind[9:]: f.count.precision for f in one.figures if f.kind.startswith("accuracy_")}
            cells = (
                f"{f.kind[8:]} {f.count.f1:.2f} {right[f.kind[8:]]:.2f} ({f.count.tp + f.count.fn})" for f in decades
            )
            told = "by decade, F1 end to end, accuracy (names with an id): "
            yield from [f"Linking on {one.name} {told}" + ", ".join(cells) + ".", ""]
    yield "SHA-256 of texts and gold: " + ", ".join(f"{one.name} `{one.digest[:12]}`" for one in found) + "."


def put(found: Sequence[Found], profile: str) -> None:
    """Put the tables of a run between their marks in docs/quality.md."""
    text = DOCS.read_text("utf-8")
    opening, closing = f"<!-- figures {profile} -->", f"<!-- end of figures {profile} -->"
    before, _, rest = text.partition(opening)
    _, _, after = rest.partition(closing)
    if not after:
        raise SystemExit(f"{DOCS}: no marks {opening} and {closing}")
    DOCS.write_text("\n".join([before + opening, *tables(found, profile), closing + after]), "utf-8")
