"""Chooses the reader of events by measurement: frame grammar, dependency parse, or both with agreement as confidence.

    python benchmarks/readers.py [--set dev|held] [--write]

All readers get the same names, dates and words; what they claim is scored on real articles against their gold (see
eval_articles.py), and timed.  The second table asks what agreement tells: how many of the events are right that both
readers tell, and of those that one alone does.  `--write` puts both into docs/readers.md.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import parse_reader
from eval_articles import _read, absent, pairs
from gold_shape import shape
from msgspec.structs import replace
from scoring import Score

from kg import authority, events, lang
from kg.annotate import annotate
from kg.model import Claim, Extraction, Reading
from kg.resolve import resolve

DOCS = Path(__file__).resolve().parent.parent / "docs" / "readers.md"
READERS = ("frame grammar", "dependency parse", "either", "both agree")
TOLD_BY = ("both", "the frame grammar alone", "the parse alone")
KINDS = ("events", "events_core", "events_strict")
LANGUAGES = ("fr", "en", "all")
_TALKS = frozenset({"meeting", "negotiation", "call", "visit"})
"""Types that two readers may call the same event by."""

Claims = tuple[Claim, ...]


@dataclass
class Result:
    """What one reader, or one part of what they tell, comes to."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in LANGUAGES})

    def add(self, facts: dict[str, object], extraction: Extraction, claims: Claims) -> None:
        """Score one article."""
        shaped = shape(replace(extraction, claims=claims))
        for name in (str(facts["lang"]), "all"):
            self.scores[name].add(facts, shaped)


@dataclass
class Cost:
    """CPU seconds, and the words that they went into."""

    names: float = 0.0
    frame: float = 0.0
    parse: float = 0.0
    words: int = 0


def by_event(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return the claims by event."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.event, []).append(claim)
    return found


def agree(one: list[Claim], other: list[Claim]) -> bool:
    """Tell whether two readers tell one event: of one type, in one sentence, and half of those who take part the same."""
    types = {one[0].type, other[0].type}
    mine, theirs = ({who.actor for claim in claims for who in claim.participants} for claims in (one, other))
    together = any(a.start < b.end and b.start < a.end for a in one for b in other)
    return (
        (len(types) == 1 or types <= _TALKS)
        and together
        and bool(mine & theirs)
        and 2 * len(mine & theirs) >= max(len(mine), len(theirs))
    )


def parted(frame: Claims, parse: Claims) -> tuple[Claims, Claims, Claims]:
    """Return the claims of the frame grammar that the parse confirms, the others, and those of the parse alone."""
    mine, theirs = by_event(frame), by_event(parse)
    both = {key for key, claims in mine.items() if any(agree(claims, other) for other in theirs.values())}
    known = {key for key, claims in theirs.items() if any(agree(other, claims) for other in mine.values())}
    return (
        tuple(claim for claim in frame if claim.event in both),
        tuple(claim for claim in frame if claim.event not in both),
        tuple(claim for claim in parse if claim.event not in known),
    )


def timed(act: Callable[[], Reading | Extraction | Claims]) -> tuple[float, object]:
    """Return the CPU seconds that an act takes, and what it returns."""
    begun = time.process_time()
    result = act()
    return time.process_time() - begun, result


def measure(name: str) -> tuple[dict[str, Result], dict[str, Result], Cost]:
    """Read the articles of a set with each reader."""
    by_reader, by_part = ({key: Result() for key in keys} for keys in (READERS, TOLD_BY))
    cost = Cost()
    known = authority.load()
    articles = [(facts, _read(text, facts["published"])) for facts, _, text in pairs(name)]
    for article in {article.language: article for _, article in articles}.values():
        words = lang.load(article.language)  # what is loaded once is not what reading costs
        parse_reader.read(resolve(annotate(article, words, known, profile="full"), words, known), words)
    for facts, article in articles:
        words = lang.load(article.language)
        took, reading = timed(lambda a=article, w=words: resolve(annotate(a, w, known, profile="full"), w, known))
        assert isinstance(reading, Reading)
        cost.names += took
        took, extraction = timed(lambda r=reading, w=words: events.read(r, w, known))
        assert isinstance(extraction, Extraction)
        cost.frame += took
        took, parsed = timed(lambda r=reading, w=words: parse_reader.read(r, w))
        assert isinstance(parsed, tuple)
        cost.parse += took
        cost.words += len(article.text.split())
        both, alone, more = parted(extraction.claims, parsed)
        told = (extraction.claims, parsed, (*extraction.claims, *more), both)
        for key, claims in zip(READERS, told, strict=True):
            by_reader[key].add(facts, extraction, claims)
        for key, claims in zip(TOLD_BY, (both, alone, more), strict=True):
            by_part[key].add(facts, extraction, claims)
    return by_reader, by_part, cost


def tables(name: str, readers: dict[str, Result], parts: dict[str, Result], cost: Cost) -> Iterator[str]:
    """Yield both tables as lines of Markdown."""
    seconds = {
        "frame grammar": cost.frame,
        "dependency parse": cost.parse,
        "either": cost.frame + cost.parse,
        "both agree": cost.frame + cost.parse,
    }
    articles = readers["frame grammar"].scores["all"].counts["articles"]
    yield f"{articles} real articles of the half `{name}`, {cost.words:,} words; the names take {cost.names:.1f} CPU seconds."
    yield ""
    heads = [f"{kind.removeprefix('events_')} {code}" for kind in KINDS for code in LANGUAGES]
    yield f"| F1 of | {' | '.join(heads)} | CPU seconds |"
    yield f"| --- |{' ---: |' * (len(heads) + 1)}"
    for key, result in readers.items():
        cells = [f"{result.scores[code].kinds[kind].f1:.2f}" for kind in KINDS for code in LANGUAGES]
        yield f"| {key} | {' | '.join(cells)} | {seconds[key]:.1f} |"
    yield ""
    yield "| told by | events | right | of them core | strict |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for key, result in parts.items():
        counts = [result.scores["all"].kinds[kind] for kind in KINDS]
        cells = [f"{count.precision:.2f}" for count in counts]
        yield f"| {key} | {counts[0].tp + counts[0].fp} | {' | '.join(cells)} |"


def write(name: str, lines: list[str]) -> None:
    """Put the tables of a set between its marks in docs/readers.md."""
    text = DOCS.read_text("utf-8")
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    DOCS.write_text(f"{head}{begin}\n" + "\n".join(lines) + f"\n{end}{tail}", "utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="dev", choices=["dev", "held"])
    parser.add_argument("--write", action="store_true", help="put the tables into docs/readers.md")
    options = parser.parse_args()
    if not pairs(options.set):
        sys.stdout.write(absent(options.set) + "\n")
        return
    lines = list(tables(options.set, *measure(options.set)))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if options.write:
        write(options.set, lines)


if __name__ == "__main__":
    main()
