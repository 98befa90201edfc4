"""Prints claims drawn at random beside their sentences, for a person to judge.

    python benchmarks/sample_claims.py PATHS... [--count 10] [--seed 1] [--profile fast]
"""

import argparse
import random
import sys
from pathlib import Path

from kg import load, pipeline


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="fast")
    options = parser.parse_args()
    drawn = []
    for article in load.articles(options.paths):
        if isinstance(article, Exception):
            continue
        found = pipeline.extract(article, profile=options.profile)
        names = {a.id: a.name for a in found.reading.actors} | {p.id: p.name for p in found.reading.places}
        drawn += [(article, claim, names) for claim in found.claims]
    random.Random(options.seed).shuffle(drawn)
    for number, (article, claim, names) in enumerate(drawn[: options.count], 1):
        people = ", ".join(f"{names.get(p.actor, p.actor)} ({p.role})" for p in claim.participants)
        extra = {
            "when": claim.when and claim.when.edtf, "by": claim.deadline and claim.deadline.edtf,
            "at": names.get(claim.place or "", claim.place), "said by": names.get(claim.attributed_to or "", claim.attributed_to),
            "number": claim.quantity and (claim.quantity.value, claim.quantity.kind, claim.quantity.extent),
        }  # fmt: skip
        told = "; ".join(f"{key} {value}" for key, value in extra.items() if value)
        sentence = " ".join(article.text[claim.start : claim.end].split())
        sys.stdout.write(f"{number}. {claim.type} {claim.status}: {people}; {told}\n   [{claim.rule}] {sentence}\n")


if __name__ == "__main__":
    main()
